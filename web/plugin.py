"""The hooks through which Datasette shows our pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import Any
from urllib.parse import urlencode

from datasette.utils import escape_fts
from markupsafe import Markup
from pluggy import HookimplMarker

from archive.sample import sample_in
from web import problems, shell
from web.counts import answer_from_counts
from web.dispatch import serve
from web.facets import with_counts
from web.headers import guard
from web.pages.exporting import is_exported
from web.rendering import furnish
from web.routes import ROUTES
from web.site import site_of

hookimpl = HookimplMarker("datasette")
_MAPPED = 1 << 33  # bytes of the file at most; the system takes them back when it needs the memory
_CACHE_KIB = 8 * 1024  # for each of the three connections
# Columns that lead to rows of which some have no name.
_NAMELESS = {
    "page_id": "pages",
    "revision_id": "revisions",
    "event_id": "events",
    "press_release_id": "press_releases",
}
problems.quiet()


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[[Any, Any], Awaitable[Any]]]]:
    """Our addresses. Datasette asks them before its own."""
    return [(rf"{path}$", serve(view)) for path, view in ROUTES]


@hookimpl(trylast=True)
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    """Let SQLite read the file through memory: half the time of pages that look up thousands of rows.

    The box above a table asks by ``escape_fts``, of which nothing is left for a lone quotation mark, and nothing at all
    is no expression to SQLite: it asks for the empty phrase instead, which is in no row. Datasette's own comes first.
    """
    conn.create_function("escape_fts", 1, _escape_fts, deterministic=True)
    if not database.startswith("_"):
        conn.execute(f"pragma mmap_size = {_MAPPED}")
        conn.execute(f"pragma cache_size = -{_CACHE_KIB}")


def _escape_fts(words: str | None) -> str | None:
    return None if words is None else escape_fts(words.replace("\0", " ")).strip() or '""'


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Numbers of rows are known before they are asked for, and whether this is the sample."""
    answer_from_counts(datasette)
    site = site_of(datasette)

    async def look() -> None:
        site.sample = await site.run(lambda read: sample_in(read.connection))

    return look


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Headers that every answer carries, and what a public server keeps to itself."""
    return guard(site_of(datasette))


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Datasette's own pages stand in the same frame as ours."""
    furnish(env)


@hookimpl
def render_cell(value: Any, column: str, database: str, datasette: Any) -> Markup | None:
    """The key of a row that has no name of its own: Datasette would call it None."""
    if not isinstance(value, dict) or value.get("label", "") is not None or column not in _NAMELESS:
        return None
    address = datasette.urls.row(database, _NAMELESS[column], str(value["value"]))
    return Markup('<a href="{}">{}</a>').format(address, value["value"])


@hookimpl(hookwrapper=True)
def register_facet_classes() -> Generator[None, Any, None]:
    """Facets by column know the counts of whole tables; the other kinds of facets stay as they are."""
    outcome = yield
    outcome.force_result(with_counts(outcome.get_result()))


@hookimpl
def extra_template_vars(request: Any, datasette: Any, table: str | None) -> dict[str, Any]:
    """What the frame needs on Datasette's own pages."""
    path = request.path if request else "/"
    asked = f"{path}?{request.query_string}" if request and request.query_string else path
    correct = f"/correct?{urlencode({'of': asked})}"
    own = {"correct": correct, "citation": None, "page": None, "is_exported": is_exported(table)}
    return {**shell.around(site_of(datasette), path, ""), **own}


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: BaseException) -> Any:
    """Pages for what cannot be answered."""
    return problems.answer(datasette, request, exception)
