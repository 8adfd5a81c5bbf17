"""Made-up pages for the tests of the database side, and a parser for them.

A sheet is a page as JSON: what a parser would find, from which its text follows. `parse` reads it the way the archive's
parsers read a capture, so the tests decide what a page says, and can have pages that hurt whoever reads them.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from archive.build import BuildReport, Parser, build
from archive.page_reader import Limits
from archive.settings import DataFolder
from parsers.page import Block, Link, Page, assemble
from parsers.record import (
    Appearance,
    Document,
    Evidence,
    Involvement,
    Location,
    Problem,
    Record,
    Session,
    Tagging,
)
from scraper.store import Attempt, CaptureStore, Exchange

SITE = "https://www.iom.int"


@dataclass
class Sheet:
    """One page. ``does`` is what reading it does to the reader: crash, loop, loop_in_c, fail."""

    path: str
    kind: str = "event"
    title: str | None = "A meeting"
    language: str | None = "en"
    published: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    date_text: str | None = None
    status: str | None = None
    series: str | None = None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    online: bool = False
    sessions: list[dict[str, Any]] = field(default_factory=list)  # title, date, start, end, people, kind ...
    people: list[dict[str, Any]] = field(default_factory=list)  # name, role, position, organization, country
    organizations: list[dict[str, Any]] = field(default_factory=list)  # name, role
    documents: list[dict[str, Any]] = field(default_factory=list)  # label, url, kind
    themes: list[dict[str, Any]] = field(default_factory=list)  # scheme, code, words, main, basis
    lines: list[str] = field(default_factory=list)  # further lines of text
    links: list[str] = field(default_factory=list)
    translations: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    does: str | None = None
    noise: str = ""  # changes the bytes and nothing else

    @property
    def address(self) -> str:
        return f"{SITE}/{self.path}"

    def body(self) -> bytes:
        return json.dumps(self.__dict__, ensure_ascii=False).encode()


def parse(body: bytes, url: str | None, content_type: str | None) -> tuple[Page, Record]:
    """Read a sheet."""
    sheet = Sheet(**json.loads(body))
    if sheet.does == "crash":
        ctypes.string_at(0)
    while sheet.does == "loop":
        pass
    if sheet.does == "loop_in_c":
        sum(range(10**12))
    if sheet.does == "fail":
        raise RuntimeError("no idea what this is")
    page = _page(sheet, str(url))
    return page, _record(sheet, page)


def parser(version: str = "1") -> Parser:
    """The parser of sheets, with limits that a test can wait for."""
    return Parser(parse, version, Limits(soft_seconds=0.2, hard_seconds=0.4))


def _page(sheet: Sheet, url: str) -> Page:
    lines = [sheet.title or "", sheet.date_text or "", ", ".join(filter(None, (sheet.venue, sheet.city)))]
    for session in sheet.sessions:
        times = " - ".join(filter(None, (session.get("start"), session.get("end"))))
        lines.append(f"{times} {session['title']}".strip())
        lines += [_person_line(person) for person in session.get("people", ())]
        lines += session.get("organizers", [])
    lines += [_person_line(person) for person in sheet.people]
    lines += [body["name"] for body in sheet.organizations]
    lines += [document["label"] for document in sheet.documents]
    lines += [theme["words"] for theme in sheet.themes if theme.get("words")]
    lines += sheet.lines
    blocks = [Block("paragraph", line) for line in lines if line]
    if sheet.links:
        blocks.append(Block("paragraph", "See also", links=tuple(Link(0, 3, link) for link in sheet.links)))
    page = Page(
        url=url,
        source="html",
        blocks=blocks,
        title=sheet.title,
        fingerprint="sheet",
        alternates=dict(sheet.translations),
    )
    return assemble(page)


def _person_line(person: dict[str, Any]) -> str:
    name = person.get("name_text") or person["name"]
    return ", ".join(filter(None, (name, person.get("position"), person.get("organization"))))


def _record(sheet: Sheet, page: Page) -> Record:
    record = Record(
        url=page.url,
        kind=sheet.kind,  # type: ignore[arg-type]
        title=sheet.title,
        language=sheet.language,
        published=sheet.published,
        start_date=sheet.start_date,
        end_date=sheet.end_date or sheet.start_date,
        date_text=sheet.date_text,
        status=sheet.status,
        series=sheet.series,
        location=Location(sheet.venue, sheet.city, sheet.country, sheet.online),
        people=[_person(page, person) for person in sheet.people],
        organizations=[_body(page, body) for body in sheet.organizations],
        documents=[_document(page, document) for document in sheet.documents],
        taggings=[_tag(page, theme) for theme in sheet.themes],
        problems=[Problem("leftover", problem, *_span(page, problem)) for problem in sheet.problems],
    )
    for number, spec in enumerate(sheet.sessions):
        record.sessions.append(_session(page, spec))
        for name in ("date", "start", "end"):
            if spec.get(name) and (found := _span(page, spec[name])) != (0, 0):
                record.evidence.append(Evidence(f"sessions/{number}/{name}", *found, rule="times"))
    seen = {(person.name, person.role) for person in record.people}
    for session in record.sessions:  # the page's people are those of its sessions as well
        for person in session.people:
            if (person.name, person.role) not in seen:
                seen.add((person.name, person.role))
                record.people.append(person)
    for fact, words in (
        ("title", sheet.title),
        ("start_date", sheet.date_text),
        ("end_date", sheet.date_text),
        ("location/city", sheet.city),
        ("location/venue", sheet.venue),
    ):
        if words:
            record.evidence.append(Evidence(fact, *_span(page, words), rule="sheet"))
    return record


def _session(page: Page, spec: dict[str, Any]) -> Session:
    values = {key: value for key, value in spec.items() if key not in ("people", "organizers", "documents")}
    return Session(
        **values,
        people=[_person(page, person, role="panellist") for person in spec.get("people", ())],
        organizers=[_body(page, {"name": name}) for name in spec.get("organizers", ())],
        documents=[_document(page, document) for document in spec.get("documents", ())],
        title_span=_span(page, spec["title"]),
    )


def _person(page: Page, spec: dict[str, Any], role: str = "speaker") -> Appearance:
    start, end = _span(page, spec.get("name_text") or spec["name"])
    line_start, line_end = _span(page, _person_line(spec))
    values = {"role": role, **spec}
    return Appearance(**values, start=start, end=end, line_start=line_start, line_end=line_end, rule="people")


def _body(page: Page, spec: dict[str, Any]) -> Involvement:
    start, end = _span(page, spec["name"])
    return Involvement(spec["name"], spec.get("role", "organizer"), start, end, "organizations")


def _document(page: Page, spec: dict[str, Any]) -> Document:
    start, end = _span(page, spec["label"])
    return Document(**spec, start=start, end=end)


def _tag(page: Page, spec: dict[str, Any]) -> Tagging:
    start, end = _span(page, spec["words"]) if spec.get("words") else (0, 0)
    return Tagging(
        spec.get("scheme", "iom-archive"),
        spec["code"],
        spec.get("basis", "rule"),
        1.0,
        spec.get("main", True),
        start,
        end,
    )


def _span(page: Page, words: str) -> tuple[int, int]:
    start = page.text.find(words)
    return (start, start + len(words)) if start >= 0 else (0, 0)


def keep(
    data: DataFolder,
    sheets: Iterable[Sheet],
    at: str = "2024-05-01T10:00:00",
    verdict: str = "ok",
    refers_to: int | None = None,
) -> list[int]:
    """Put one capture of each sheet into the store; their numbers."""
    with CaptureStore(data.root, write=True) as store:
        store.start_run("import")
        numbers = [
            store.add(
                Attempt(
                    address=sheet.address,
                    captured_at=datetime.fromisoformat(at).replace(tzinfo=UTC),
                    via="live" if refers_to else "html",
                    verdict=verdict,
                    exchanges=(Exchange(sheet.address, 304, ()),) if refers_to else (),
                    resource=None if refers_to else sheet.body(),
                    content_type=None if refers_to else "text/html",
                    refers_to=refers_to,
                )
            ).id
            for sheet in sheets
        ]
        store.finish_run(0, {"ok": len(numbers)})
    return numbers


def build_sheets(data: DataFolder, version: str = "1", **options: Any) -> BuildReport:
    """Build with the parser of sheets, in one worker unless more are asked for."""
    return build(data, **{"parser": parser(version), "workers": 1, **options})
