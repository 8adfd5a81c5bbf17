"""The record: what one page says, as data, each fact with the words that say it.

``Record.to_dict()`` is the form that ``iom-archive parse --json`` prints and that labelled pages carry. Values that the
page does not state are None or empty. Dates are ISO 8601 days, times 24-hour ``HH:MM``, countries ISO 3166-1 alpha-2
(``XK`` for Kosovo), languages ISO 639-1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["event", "press_release", "other"]
SessionKind = Literal[
    "plenary", "panel", "dialogue", "side_event", "ceremony", "break", "procedural", "press_briefing", "other"
]
Role = Literal[
    "chair", "moderator", "panellist", "speaker", "opening", "closing", "host", "quoted", "mentioned", "contact"
]
InvolvementRole = Literal["organizer", "co_organizer", "host", "partner", "sponsor", "participant"]


@dataclass(slots=True, frozen=True)
class Evidence:
    """Where one fact stands: ``page.text[start:end]`` are the words, ``rule`` is what read them.

    ``fact`` is the fact's path in the record: ``start_date``, ``location/city``, ``sessions/3/start``,
    ``people/0/position``, ``sessions/2/people/1``. ``basis`` is None for what the words state, else says how the value
    was inferred ("year from the title", "country of the city").
    """

    fact: str
    start: int
    end: int
    rule: str
    basis: str | None = None


@dataclass(slots=True)
class Problem:
    """Something that was wrong or not understood: an impossible date, an unknown label, a leftover line."""

    code: str  # snake_case, stable: "impossible_date", "unknown_label", "leftover", "no_layout", "zone_conflict" ...
    message: str  # for people
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Appearance:
    """One person in one role. ``name`` has its titles off, ``name_text`` is as printed.

    ``organization`` is the body as printed, ``country`` the state that the person speaks for. ``country_span`` is set
    where that is the page's own state, inferred: the span of the words that name it.
    """

    name: str
    role: Role
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    name_text: str | None = None
    start: int = 0  # span of the words that name the person, in Page.text
    end: int = 0
    line_start: int = 0  # span of the whole line or clause that the reading rests on
    line_end: int = 0
    rule: str = ""
    country_span: tuple[int, int] | None = None


@dataclass(slots=True)
class Involvement:
    """One organisation in one role, as printed.

    ``told_start`` and ``told_end`` are set where the words that say the role stand apart from the sentence of the name:
    a label above it, a later mention.
    """

    name: str
    role: InvolvementRole
    start: int = 0
    end: int = 0
    rule: str = ""
    told_start: int = 0
    told_end: int = 0


@dataclass(slots=True)
class Document:
    """A linked file, recording or transcript; ``url`` is None in a text capture, ``owner`` the person it belongs to."""

    label: str
    url: str | None = None
    kind: str = "other"  # agenda, concept_note, statement, presentation, report, video, transcript, biography, other
    language: str | None = None
    owner: str | None = None
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Session:
    """One item of an agenda, programme or list of side events."""

    title: str
    kind: SessionKind = "other"
    date: str | None = None
    start: str | None = None
    end: str | None = None
    timezone: str | None = None  # the zone's label as printed
    start_utc: str | None = None  # ISO 8601 with Z, where the zone is known
    end_utc: str | None = None
    venue: str | None = None
    organizers: list[Involvement] = field(default_factory=list)
    people: list[Appearance] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)  # of the session's head: time and title
    title_span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Location:
    """Where the event is, or a release's dateline."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    online: bool = False


@dataclass(slots=True)
class Tagging:
    """A theme on the page. ``basis``: ``site`` (SDG icons, legacy tags) or ``rule``; ``score`` orders rule taggings."""

    scheme: str  # "iom-archive", "gcm", "sdg"
    code: str  # "counter-trafficking", "10"
    basis: Literal["site", "rule"] = "rule"
    score: float = 0.0
    main: bool = False  # one of at most four that the page is most about
    start: int = 0  # span of the words that gave it (the first of them)
    end: int = 0


@dataclass(slots=True)
class Record:
    """What one page says."""

    url: str
    kind: Kind = "other"
    title: str | None = None
    language: str | None = None
    published: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    date_text: str | None = None  # the event's date as printed
    date_basis: str | None = None  # how a year or day was inferred
    status: str | None = None  # cancelled, postponed, rescheduled, as printed on the page; None: nothing said
    series: str | None = None  # code of the meeting series: "idm", "council", ... (data/vocab/series.toml)
    location: Location = field(default_factory=Location)
    sessions: list[Session] = field(default_factory=list)
    people: list[Appearance] = field(default_factory=list)  # one for each distinct person and role on the page
    organizations: list[Involvement] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    taggings: list[Tagging] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parser_version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready data; see docs/record.md for every key."""
        return {
            "url": self.url,
            "kind": self.kind,
            "title": self.title,
            "language": self.language,
            "published": self.published,
            "start_date": self.start_date,
            "end_date": self.end_date,
            "date_text": self.date_text,
            "date_basis": self.date_basis,
            "status": self.status,
            "series": self.series,
            "location": {
                "venue": self.location.venue,
                "city": self.location.city,
                "country": self.location.country,
                "online": self.location.online,
            },
            "sessions": [_session(session) for session in self.sessions],
            "people": [_person(person) for person in self.people],
            "organizations": [body.name for body in self.organizations if body.role != "sponsor"],
            "involvements": [
                {"name": body.name, "role": body.role, "start": body.start, "end": body.end}
                for body in self.organizations
            ],
            "documents": [_document(document) for document in self.documents],
            "themes": [tag.code for tag in self.taggings if tag.main and tag.scheme == "iom-archive"],
            "taggings": [
                {
                    "scheme": tag.scheme,
                    "code": tag.code,
                    "basis": tag.basis,
                    "score": tag.score,
                    "main": tag.main,
                    "start": tag.start,
                    "end": tag.end,
                }
                for tag in self.taggings
            ],
            "evidence": [
                {"fact": e.fact, "start": e.start, "end": e.end, "rule": e.rule, "basis": e.basis}
                for e in self.evidence
            ],
            "problems": [{"code": p.code, "message": p.message, "start": p.start, "end": p.end} for p in self.problems],
            "parser_version": self.parser_version,
        }


def _person(person: Appearance) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "position": person.position,
        "organization": person.organization,
        "country": person.country,
        "name_text": person.name_text,
        "start": person.start,
        "end": person.end,
        "line_start": person.line_start,
        "line_end": person.line_end,
        "rule": person.rule,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "label": document.label,
        "url": document.url,
        "kind": document.kind,
        "language": document.language,
        "owner": document.owner,
        "start": document.start,
        "end": document.end,
    }


def _organizers(bodies: list[Involvement]) -> list[str]:
    """Names of those who organise; of the hosts where nobody else does."""
    organizers = [body.name for body in bodies if body.role in ("organizer", "co_organizer")]
    return organizers or [body.name for body in bodies if body.role == "host"]


def _session(session: Session) -> dict[str, Any]:
    return {
        "title": session.title,
        "kind": session.kind,
        "date": session.date,
        "start": session.start,
        "end": session.end,
        "timezone": session.timezone,
        "start_utc": session.start_utc,
        "end_utc": session.end_utc,
        "venue": session.venue,
        "organizers": _organizers(session.organizers),
        "involvements": [
            {"name": body.name, "role": body.role, "start": body.start, "end": body.end} for body in session.organizers
        ],
        "people": [_person(person) for person in session.people],
        "documents": [_document(document) for document in session.documents],
        "span": list(session.span),
        "title_span": list(session.title_span),
    }
