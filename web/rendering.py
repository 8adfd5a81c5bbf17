"""From a template and what it shows to HTML. Our pages and Datasette's share the templates of ``web/templates``.

Our own pages are rendered without Jinja's async mode, which costs twice the time. Whatever is stored is escaped: no
template of ours marks a stored text as safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from web import wording
from web.prepared import is_word, may_be_empty, most_rows

_SHOWN = 60_000  # characters of a captured text on the page of a release
WEB = Path(__file__).parent
TEMPLATES = WEB / "templates"
STATIC = WEB / "static"


@cache
def environment() -> Environment:
    """Jinja for our own pages."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    furnish(made)
    return made


def furnish(made: Environment) -> None:
    """Give an environment the filters that our templates use."""
    for name in (
        *("day", "short_day", "weekday", "days", "instant", "number", "share", "size", "direction", "language"),
        *("times", "words", "field_name", "shortened"),
    ):
        made.filters[name] = getattr(wording, name)
    made.globals.update(
        count=wording.count,
        clock=wording.clock,
        role=wording.role,
        document_kind=wording.document_kind,
        theme_label=wording.theme_label,
        KINDS=wording.KINDS,
        SESSION_KINDS=wording.SESSION_KINDS,
        INVOLVEMENTS=wording.INVOLVEMENTS,
        RELEASE_INVOLVEMENTS=wording.RELEASE_INVOLVEMENTS,
        INVOLVED_AS=wording.INVOLVED_AS,
        RELEASE_INVOLVED_AS=wording.RELEASE_INVOLVED_AS,
        DOCUMENTS=wording.DOCUMENTS,
        SCHEMES=wording.SCHEMES,
        static=static,
        safe_link=safe_link,
        worded=worded,
        named=named,
        titled=titled,
        coded=coded,
        lines_of=lines_of,
        table_rows=table_rows,
        may_be_empty=may_be_empty,
        most_rows=most_rows,
        is_word=is_word,
    )


@cache
def static(name: str) -> str:
    """Address of a static file. It changes with the file, so browsers may keep it."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?{digest}"


def safe_link(address: str | None) -> str | None:
    """An address that may stand in ``href``: http and https alone, never a script."""
    return address if address and address.startswith(("https://", "http://")) else None


def worded(text: str | None, language: str | None = None) -> Markup:
    """A stored text in an element that says its language and direction."""
    if not text:
        return Markup("")
    if language and language != "en":
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(language, wording.direction(language), text)
    return Markup("<bdi>{}</bdi>").format(text)


def named(text: str | None, address: str, language: str | None = None) -> Markup:
    """The name of a page, or its address without the scheme where the page prints no name."""
    if text:
        return worded(text, language)
    return Markup('<bdi class="address">{}</bdi>').format(address.partition("://")[2].removeprefix("www.") or address)


def titled(title: str, language: str | None = None) -> Markup:
    """A title that may be an address, as `named` shows it."""
    return named(None, title) if safe_link(title) else worded(title, language)


def coded(text: str | None) -> Markup:
    """A description of ours, with what stands between backticks as code."""
    pieces = (text or "").split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else piece for number, piece in enumerate(pieces)
    )


def lines_of(text: str) -> tuple[list[str], bool]:
    """The lines of a captured text that are not empty, as far as a page can show them, and whether that is all."""
    return [line for line in text[:_SHOWN].split("\n") if line.strip()], len(text) <= _SHOWN


def table_rows(rows: Iterable[Iterable[Mapping[str, Any]]]) -> Markup:
    """The rows of one of Datasette's tables: hundreds of cells, which its templates in async mode are slow at."""
    made: Markup = _macros("_table_rows.html").rows(rows)
    return made


@cache
def _macros(template: str) -> Any:
    return environment().get_template(template).module


def render(template: str, context: dict[str, Any]) -> str:
    """The page as HTML."""
    return environment().get_template(template).render(context)
