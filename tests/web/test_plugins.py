"""Somebody else's plugin finds the frame that Datasette's templates promise."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from datasette.plugins import pm
from datasette.utils.asgi import Response
from pluggy import HookimplMarker

from tests.web.conftest import ROOT, Site, served
from tests.web.test_pages import html_errors

hookimpl = HookimplMarker("datasette")
PAGE = """{% extends "base.html" %}
{% block title %}Of a plugin{% endblock %}
{% block crumbs %}{{ crumbs.nav(request=request, database="archive", table="events") }}{% endblock %}
{% block content %}<h1>Of a plugin</h1><p>{{ said }}</p>{% endblock %}
"""


class Plugin:
    """A page of its own, and a form of rows."""

    __name__ = "plugin"  # Datasette asks for it, as of a module

    @staticmethod
    async def _page(datasette: Any, request: Any) -> Any:
        template = datasette.jinja_env.from_string(PAGE)
        return Response.html(await datasette.render_template(template, {"said": "<b>"}, request=request))

    @hookimpl
    def register_routes(self) -> list[tuple[str, Any]]:
        return [(r"/-/of-a-plugin$", self._page)]

    @hookimpl
    def register_output_renderer(self) -> dict[str, Any]:
        return {"extension": "count", "render": lambda rows: Response.text(str(len(rows)))}


@pytest.fixture
def plugin() -> Iterator[None]:
    added = Plugin()
    pm.register(added, name="test-plugin")
    yield
    pm.unregister(added)


def test_a_page_of_a_plugin_stands_in_our_frame(plugin: None, sample_file: Path) -> None:
    with served(sample_file) as site:
        text = site.text("/-/of-a-plugin")
        assert html_errors(text) == []
        assert '<a href="/archive/events">events</a></nav>' in text
        assert "<h1>Of a plugin</h1><p>&lt;b&gt;</p>" in text
        assert ">COUNT</a>" in site.text("/archive/events")
        assert site.text("/archive/events.count?_size=3") == "3"


def test_the_address_of_a_well_known_search_leads_to_ours(sample: Site, public: Site) -> None:
    for site in (sample, public):
        assert site.get("/-/search?q=kenya").headers["location"] == "/search?q=kenya"


def test_datasette_keeps_its_own_hooks_whatever_is_imported_first() -> None:
    """Modules of Datasette import each other; one that is imported too early is registered without its hooks."""
    said = (
        "from datasette.plugins import pm; print([one.plugin_name for one in pm.hook.handle_exception.get_hookimpls()])"
    )
    for module in ("web.routes", "web.problems", "archive.serving"):
        done = subprocess.run(
            [sys.executable, "-c", f"import {module}; {said}"], capture_output=True, text=True, cwd=ROOT
        )
        assert "datasette.handle_exception" in done.stdout, (module, done.stderr)
