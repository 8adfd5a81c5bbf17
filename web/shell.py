"""What stands round every page: navigation, search box, freshness, citation, the link to suggest a correction."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from web import citations
from web.asking import Ask, Page
from web.citations import Citation
from web.reading import Reader
from web.site import Site

TITLE = citations.ARCHIVE
SECTIONS = (
    ("Events", "/events"),
    ("Press releases", "/releases"),
    ("Speakers", "/speakers"),
    ("People", "/people"),
    ("Organisations", "/organizations"),
    ("Countries", "/countries"),
    ("Themes", "/themes"),
    ("Series", "/series"),
    ("Pictures", "/pictures"),
    ("Data", "/data"),
)
_PARENTS = {
    "event": "/events",
    "release": "/releases",
    "person": "/people",
    "organization": "/organizations",
    "country": "/countries",
    "theme": "/themes",
    "api": "/data",
    "data-dictionary": "/data",
    "coverage": "/data",
    "quality": "/data",
    "changes": "/data",
    "documents": "/data",
    "exports": "/data",
    "feeds": "/data",
}


def about_file(site: Site, read: Reader) -> dict[str, str | None]:
    """What the file says of itself (`archive.info`)."""
    return site.once("info", lambda: {row["name"]: row["value"] for row in read.rows("select * from archive_info")})


def context(ask: Ask, page: Page) -> dict[str, Any]:
    """All that the templates may use, for a page of ours."""
    about = about_file(ask.site, ask.read)
    path = page.canonical or ask.with_args()
    shown: dict[str, Any] = {
        **around(ask.site, ask.path, ask.args.get("q", "") if ask.path == "/search" else ""),
        "page": page,
        "as_of": about.get("as_of"),
        "built_at": about.get("built_at"),
        "base": ask.base,
        "address": ask.base + path,
        "correct": "/correct?" + urlencode({"of": path}),
        "citation": None,
    }
    if page.cite:
        cited = page.cite if isinstance(page.cite, Citation) else page_citation(ask, page)
        shown["citation"] = {
            "plain": citations.plain(cited),
            "bibtex": citations.bibtex(cited),
            "files": [(name, cite_path(path, suffix)) for suffix, (_, _, name) in citations.FORMS.items()],
        }
    return {**shown, **page.context}


def around(site: Site, path: str, q: str) -> dict[str, Any]:
    """What the frame needs, on our pages and on Datasette's."""
    first = path.strip("/").split("/")[0]
    section = _PARENTS.get(first, f"/{first}" if first != site.database else "/data")
    return {
        "site_title": TITLE,
        "sections": [(label, address, address == section) for label, address in SECTIONS],
        "q": q,
        "database": site.database,
        "public": site.settings.public,
        "sample": site.sample,
        "path": path,
    }


def page_citation(ask: Ask, page: Page) -> Citation:
    """The citation of a page that is no one thing: a list, a search, a picture."""
    about = about_file(ask.site, ask.read)
    path = page.canonical or ask.with_args()
    return Citation(page.title, ask.base + path, about.get("as_of"))


def citation_of(ask: Ask, title: str, path: str, **said: str | None) -> Citation:
    """The citation of one thing."""
    about = about_file(ask.site, ask.read)
    return Citation(title, ask.base + path, about.get("as_of"), **said)  # type: ignore[arg-type]


def cite_path(path: str, suffix: str) -> str:
    """Address of a page's citation: ``/event/12`` has ``/event/12.bib``."""
    plain, _, query = path.partition("?")
    return quote("/home" if plain == "/" else plain) + f".{suffix}" + (f"?{query}" if query else "")
