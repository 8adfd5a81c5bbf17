"""What a page is asked, and what it can answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from web.reading import Reader, Value

if TYPE_CHECKING:
    from web.citations import Citation
    from web.site import Site

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request for a page."""

    site: Site
    read: Reader
    path: str  # "/event/12"
    parts: Mapping[str, str]  # named parts of the path
    args: Mapping[str, str]  # the query, the first value of each name, blanks trimmed, empty ones left out
    base: str  # "https://archive.example.org", without a slash at the end

    def number(self, name: str) -> int:
        """A part of the path as an id. Raises Missing for one that no row can have."""
        number = int(self.parts[name])
        if number >= 1 << 63:
            raise Missing("There is nothing with so large a number.")
        return number

    def page_number(self, most: int = 1_000_000) -> int:
        """Which page of a list is asked for. Raises Missing for one that there cannot be."""
        text = self.args.get("page", "1")
        if not text.isdecimal() or int(text[:20]) < 1:
            raise Missing(f"There is no page “{text[:40]}”: the pages of a list are numbered from 1.")
        if int(text[:20]) > most:
            raise Missing("The list ends before that, or is shown no further: narrow it down.")
        return int(text)

    def with_args(self, **changes: str | int | None) -> str:
        """This page's address with some of the query changed; None takes a name out."""
        args = {**self.args, **{name: str(value) for name, value in changes.items() if value is not None}}
        kept = {name: value for name, value in args.items() if changes.get(name, "") is not None}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path


@dataclass(slots=True)
class Page:
    """A page for people: a template and what it shows."""

    template: str
    title: str
    context: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    description: str | None = None  # one sentence, for search engines and previews
    cite: Citation | bool = True  # what its foot offers; True: cited by its title, False: not at all
    index: bool = True  # whether search engines may list it
    formats: tuple[tuple[str, str, str], ...] = ()  # label, address, media type of the same in other forms
    canonical: str | None = None  # path of the address to cite, where it is not the one that was asked


@dataclass(slots=True)
class File:
    """A file for programs."""

    body: str | bytes
    content_type: str
    name: str | None = None  # offered as a download under this name
    status: int = 200


@dataclass(slots=True)
class Rows:
    """All rows of a statement as a file, however many: see `web.exports`."""

    sql: str
    values: Sequence[Value]
    form: str  # csv, ndjson, json
    name: str


@dataclass(slots=True)
class Moved:
    """The thing has another address."""

    address: str
    permanent: bool = True


Answer = Page | File | Rows | Moved


class Missing(Exception):  # noqa: N818  an outcome that is shown to people, no defect
    """There is no such thing; the message says so to people."""


class Refused(Exception):  # noqa: N818  as above
    """What a program asked cannot be answered as it stands; the message says why."""
