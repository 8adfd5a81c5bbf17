"""Reviewed human corrections: ``data/corrections/*.toml``. They win over what the parser reads, on every build.

A file holds any number of these, in any order. ``page`` is any address of the page; ``why``, ``by`` and ``on`` are
always there::

    [[correction]]                  # one fact has another value
    page = "https://www.iom.int/events/..."
    field = "start_date"            # see FIELDS
    was = "2024-11-25"              # what the parser read when this was decided; tells when to look at it again
    value = "2024-11-26"            # leave it out to say that the page does not state the fact
    why = "The page prints the day of its publication first."
    by = "A. Reviewer"
    on = 2026-11-21

    [[correction]]                  # the same for a fact of a session, of a person, of a person in a session
    page = "https://www.iom.int/events/..."
    session = "Panel 1: Data"       # its title
    person = "Jane Doe"             # the name, titles off
    field = "position"
    ...

    [[removal]]                     # what was read as a session or a person is none
    page, session and/or person, why, by, on

    [[addition]]                    # a person who was missed
    page, session (or none), person, role; position, organization, country where stated; why, by, on

    [[blocked_person]]              # leave a person out everywhere
    name = "Jane Doe"
    why, by, on

    [[withheld_page]]               # leave a page out everywhere
    page, why, by, on

A correction whose page, session or person is not there (any more), and one whose ``was`` is not what the parser reads
now, is listed among the problems; the second one still wins. So is an event that ends before it begins once its days
are corrected.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from archive.errors import ArchiveError
from archive.names import name_key
from archive.privacy import Blocked
from parsers.record import Appearance, Kind, Record, Role, Session, SessionKind
from scraper.urls import AddressError, canonical

Value = str | bool | None
Action = Literal["set", "clear", "remove", "add"]

PAGE_FIELDS = (
    *("kind", "title", "language", "published", "start_date", "end_date", "status", "series"),
    *("venue", "city", "country", "online"),
)
SESSION_FIELDS = ("title", "kind", "date", "start", "end", "timezone", "venue")
PERSON_FIELDS = ("name", "role", "position", "organization", "country")
FIELDS = {"page": PAGE_FIELDS, "session": SESSION_FIELDS, "person": PERSON_FIELDS}
_NEVER_EMPTY = {"page": ("kind", "online"), "session": ("title", "kind"), "person": ("name", "role")}


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a file. ``number`` keeps two equal entries apart."""

    number: int
    page: str  # canonical address
    action: Action
    why: str
    by: str
    on: str
    session: str | None = None
    person: str | None = None
    field: str | None = None
    value: Value = None
    was: Value = None
    was_said: bool = False
    details: tuple[tuple[str, str], ...] = ()  # of an addition: role, position, organization, country

    @property
    def target(self) -> str:
        """What is corrected, for people."""
        words = [
            f"session “{self.session}”" if self.session else "",
            f"person “{self.person}”" if self.person else "",
            self.field or "",
        ]
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class WithheldPage:
    """A page that is left out everywhere. That one was, and why, is published; its address is not."""

    number: int
    page: str  # canonical address
    why: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """All entries of a folder."""

    by_page: dict[str, tuple[Correction, ...]] = field(default_factory=dict)
    blocked: Blocked = field(default_factory=Blocked)
    withheld: tuple[WithheldPage, ...] = ()

    def of(self, addresses: Iterator[str]) -> list[Correction]:
        """Entries for the page that has these canonical addresses."""
        return [correction for address in addresses for correction in self.by_page.get(address, ())]


@dataclass(slots=True)
class Outcome:
    """What came of one entry. ``paths`` are the facts' paths in the record; empty if the target is not there."""

    correction: Correction
    paths: list[str]
    read: str | None = None  # what the parser read

    @property
    def stale(self) -> bool:
        """Whether the parser now reads neither what was corrected nor what holds instead."""
        said = self.correction
        return bool(self.paths) and said.was_said and self.read not in (_text(said.was), _text(said.value))


def load(folder: Path) -> Corrections:
    """The corrections of a folder; none if there is no such folder.

    Raises ArchiveError, which names file and entry, for anything that is not of the documented form.
    """
    by_page: dict[str, list[Correction]] = {}
    blocked: list[str] = []
    withheld: list[WithheldPage] = []
    number = 0
    for path in sorted(folder.glob("*.toml")):
        for kind, place, entry in _entries(path):
            number += 1
            if kind == "blocked_person":
                blocked.append(_blocked(entry, place))
            elif kind == "withheld_page":
                withheld.append(_withheld(number, entry, place))
            else:
                correction = _READERS[kind](number, entry, place)
                by_page.setdefault(correction.page, []).append(correction)
    return Corrections({page: tuple(found) for page, found in by_page.items()}, Blocked.of(blocked), tuple(withheld))


# reading files


def _entries(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{path}: {error}", hint="docs/corrections.md shows the form.") from error
    for kind, entries in content.items():
        if kind not in _KNOWN:
            raise _wrong(f"{path}: [[{kind}]]", f"is none of {', '.join(_KNOWN)}")
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise _wrong(f"{path}: {kind}", "is written with double brackets")
        for place, entry in enumerate(entries, 1):
            yield kind, f"{path}: [[{kind}]] number {place}", entry


def _wrong(place: str, what: str) -> ArchiveError:
    return ArchiveError(f"{place} {what}", hint="docs/corrections.md shows the form.")


def _said(entry: dict[str, Any], place: str, needed: tuple[str, ...], allowed: tuple[str, ...] = ()) -> dict[str, Any]:
    """The entry with its common parts checked."""
    needed = (*needed, "why", "by", "on")
    for name in needed:
        if entry.get(name) in (None, ""):
            raise _wrong(place, f"lacks {name!r}")
    for name in entry:
        if name not in (*needed, *allowed):
            raise _wrong(place, f"has {name!r}, which means nothing there")
    for name, value in entry.items():
        wanted: type | tuple[type, ...] = (
            datetime.date if name == "on" else (str, bool, datetime.date) if name in ("value", "was") else str
        )
        if not isinstance(value, wanted):
            raise _wrong(place, f"{name!r} is {value!r}, which is of the wrong type")
    return entry


def _page(entry: dict[str, Any], place: str) -> str:
    try:
        return canonical(entry["page"])
    except AddressError as error:
        raise _wrong(place, f"'page': {error}") from error


def _blocked(entry: dict[str, Any], place: str) -> str:
    name = _said(entry, place, ("name",))["name"]
    if not name_key(name):
        raise _wrong(place, f"'name' is {name!r}, which is no name")
    return str(name)


def _withheld(number: int, entry: dict[str, Any], place: str) -> WithheldPage:
    _said(entry, place, ("page",))
    on = entry["on"].isoformat()[:10]
    return WithheldPage(number, _page(entry, place), why=entry["why"], by=entry["by"], on=on)


def _correction(number: int, entry: dict[str, Any], place: str) -> Correction:
    _said(entry, place, ("page", "field"), ("session", "person", "value", "was"))
    level = "person" if "person" in entry else "session" if "session" in entry else "page"
    name = entry["field"]
    if name not in FIELDS[level]:
        raise _wrong(place, f"'field' is {name!r}, not one of a {level}: {', '.join(FIELDS[level])}")
    value = _value(name, level, entry["value"], place) if "value" in entry else None
    if value is None and name in _NEVER_EMPTY[level]:
        raise _wrong(place, f"lacks 'value': {name!r} is never empty")
    was = entry.get("was")
    return Correction(
        number=number,
        page=_page(entry, place),
        action="clear" if value is None else "set",
        why=entry["why"],
        by=entry["by"],
        on=entry["on"].isoformat()[:10],
        session=entry.get("session"),
        person=entry.get("person"),
        field=name,
        value=value,
        was=was.isoformat() if isinstance(was, datetime.date) else was,
        was_said="was" in entry,
    )


def _removal(number: int, entry: dict[str, Any], place: str) -> Correction:
    _said(entry, place, ("page",), ("session", "person"))
    if "session" not in entry and "person" not in entry:
        raise _wrong(place, "lacks 'session' or 'person'")
    return Correction(
        number=number,
        page=_page(entry, place),
        action="remove",
        why=entry["why"],
        by=entry["by"],
        on=entry["on"].isoformat()[:10],
        session=entry.get("session"),
        person=entry.get("person"),
    )


def _addition(number: int, entry: dict[str, Any], place: str) -> Correction:
    _said(entry, place, ("page", "person", "role"), ("session", "position", "organization", "country"))
    details = {name: _value(name, "person", entry[name], place) for name in PERSON_FIELDS[1:] if name in entry}
    return Correction(
        number=number,
        page=_page(entry, place),
        action="add",
        why=entry["why"],
        by=entry["by"],
        on=entry["on"].isoformat()[:10],
        session=entry.get("session"),
        person=entry["person"],
        details=tuple((name, str(value)) for name, value in details.items()),
    )


_READERS: dict[str, Callable[[int, dict[str, Any], str], Correction]] = {
    "correction": _correction,
    "removal": _removal,
    "addition": _addition,
}
_KNOWN = (*_READERS, "blocked_person", "withheld_page")
_FORMS: dict[str, str] = {
    **dict.fromkeys(("published", "start_date", "end_date", "date"), r"\d{4}-\d\d-\d\d"),
    **dict.fromkeys(("start", "end"), r"(?:[01]\d|2[0-3]):[0-5]\d"),
    "country": r"[A-Z]{2}",
    "language": r"[a-z]{2}",
    "role": "|".join(get_args(Role)),
}
_KINDS = {"page": "|".join(get_args(Kind)), "session": "|".join(get_args(SessionKind))}


def _value(name: str, level: str, value: str | bool | datetime.date, place: str) -> Value:
    if name == "online":
        if not isinstance(value, bool):
            raise _wrong(place, f"'online' is {value!r}, not true or false")
        return value
    text = value.isoformat() if isinstance(value, datetime.date) else value
    form = _KINDS[level] if name == "kind" else _FORMS.get(name, ".+")
    if not isinstance(text, str) or not re.fullmatch(form, text):
        raise _wrong(place, f"{name!r} is {text!r}, which has not the form of a {name.replace('_', ' ')}")
    if form.startswith(r"\d{4}"):
        try:
            datetime.date.fromisoformat(text)
        except ValueError as error:
            raise _wrong(place, f"{name!r} is {text!r}: {error}") from error
    return text


# applying


def apply(record: Record, corrections: list[Correction]) -> tuple[Record, list[Outcome], set[str]]:
    """The record as corrected (a copy), what came of each entry, and the paths of what is removed.

    Removed sessions and people stay in the record so that all paths hold; who writes the rows leaves them out.
    """
    if not corrections:
        return record, [], set()
    record = _copy(record)
    removed: set[str] = set()
    outcomes = [_apply(record, correction, removed) for correction in corrections]
    return record, outcomes, removed


def _copy(record: Record) -> Record:
    return replace(
        record,
        location=replace(record.location),
        people=[replace(person) for person in record.people],
        sessions=[
            replace(session, people=[replace(person) for person in session.people]) for session in record.sessions
        ],
    )


def _apply(record: Record, correction: Correction, removed: set[str]) -> Outcome:
    if correction.action == "add":
        return _add(record, correction)
    if correction.person is not None:
        targets: list[tuple[str, Any]] = list(_people(record, correction))
    elif correction.session is not None:
        targets = list(_sessions(record, correction.session))
    else:
        targets = [("", record)]
    outcome = Outcome(correction, [])
    for path, thing in targets:
        if correction.action == "remove":
            removed.add(path)
            outcome.paths.append(path)
            outcome.read = getattr(thing, "title", None) or getattr(thing, "name", None)
        else:
            _set(path, thing, correction, outcome)
    return outcome


def _set(path: str, thing: Any, correction: Correction, outcome: Outcome) -> None:
    name = str(correction.field)
    in_place = not path and name in ("venue", "city", "country", "online")
    holder = thing.location if in_place else thing
    outcome.read = _text(getattr(holder, name))
    setattr(holder, name, correction.value)
    fact = f"location/{name}" if in_place else name
    outcome.paths.append(f"{path}/{fact}" if path else fact)


def _add(record: Record, correction: Correction) -> Outcome:
    details: dict[str, Any] = dict(correction.details)
    person = Appearance(name=str(correction.person), name_text=str(correction.person), **details)
    if correction.session is None:
        record.people.append(person)
        return Outcome(correction, [f"people/{len(record.people) - 1}"])
    for path, session in _sessions(record, correction.session):
        session.people.append(person)
        return Outcome(correction, [f"{path}/people/{len(session.people) - 1}"])
    return Outcome(correction, [])


def _sessions(record: Record, title: str) -> Iterator[tuple[str, Session]]:
    wanted = name_key(title)
    for number, session in enumerate(record.sessions):
        if name_key(session.title) == wanted:
            yield f"sessions/{number}", session


def _people(record: Record, correction: Correction) -> Iterator[tuple[str, Appearance]]:
    wanted = name_key(str(correction.person))
    sessions = (
        ((f"sessions/{number}", session) for number, session in enumerate(record.sessions))
        if correction.session is None
        else _sessions(record, correction.session)
    )
    for path, session in sessions:
        for number, person in enumerate(session.people):
            if name_key(person.name) == wanted:
                yield f"{path}/people/{number}", person
    if correction.session is None:
        for number, person in enumerate(record.people):
            if name_key(person.name) == wanted:
                yield f"people/{number}", person


def _text(value: Value) -> str | None:
    return str(value).lower() if isinstance(value, bool) else value
