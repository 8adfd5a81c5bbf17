"""How values are written for people: days, times, numbers, and the words for codes."""

from __future__ import annotations

from datetime import date, datetime

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "ur"})
KINDS = {
    "event": "Event",
    "session": "Session",
    "press_release": "Press release",
    "person": "Person",
    "organization": "Organisation",
    "page": "Other page",
    "other": "Other page",
}
SESSION_KINDS = {
    "plenary": "Plenary",
    "panel": "Panel",
    "dialogue": "Dialogue",
    "side_event": "Side event",
    "ceremony": "Ceremony",
    "break": "Break",
    "procedural": "Procedural",
    "press_briefing": "Press briefing",
}
ROLES = {  # singular, plural; in the order in which an agenda names them
    "chair": ("Chair", "Chairs"),
    "moderator": ("Moderator", "Moderators"),
    "opening": ("Opening", "Opening"),
    "host": ("Host", "Hosts"),
    "panellist": ("Panellist", "Panellists"),
    "speaker": ("Speaker", "Speakers"),
    "closing": ("Closing", "Closing"),
    "quoted": ("Quoted", "Quoted"),
    "mentioned": ("Mentioned", "Mentioned"),
}
INVOLVEMENTS = {
    "organizer": "Organised by",
    "co_organizer": "Co-organised by",
    "host": "Hosted by",
    "partner": "Partner",
    "sponsor": "Sponsored by",
    "participant": "Taking part",
}
# A release is issued, the meeting that it reports is organised: the page seldom says which of the two a body did.
RELEASE_INVOLVEMENTS = {
    **INVOLVEMENTS,
    "organizer": "Issued or organised by",
    "co_organizer": "Together with",
}
INVOLVED_AS = {
    "organizer": "Organiser",
    "co_organizer": "Co-organiser",
    "host": "Host",
    "partner": "Partner",
    "sponsor": "Sponsor",
    "participant": "Participant",
}
RELEASE_INVOLVED_AS = {
    **INVOLVED_AS,
    "organizer": "Issuer or organiser",
    "co_organizer": "Together with others",
}
DOCUMENTS = {
    "agenda": "Agenda",
    "concept_note": "Concept note",
    "statement": "Statement",
    "presentation": "Presentation",
    "report": "Report",
    "video": "Video",
    "transcript": "Transcript",
    "biography": "Biography",
}
SCHEMES = {
    "iom-archive": "Themes of this archive",
    "gcm": "Objectives of the Global Compact for Migration",
    "sdg": "Sustainable Development Goals",
}
SCHEME_NAMES = {"iom-archive": "Theme", "gcm": "GCM objective", "sdg": "SDG"}
FIELDS = {
    "name": "Name",
    "headline": "Headline",
    "title": "Title",
    "name_text": "Name as printed",
    "start_date": "First day",
    "end_date": "Last day",
    "date_text": "Date as printed",
    "event_start_date": "First day of the event",
    "event_end_date": "Last day of the event",
    "published": "Published",
    "organization_text": "Organisation",
    "position": "Post",
    "start_time": "Start",
    "end_time": "End",
    "start_utc": "Start in UTC",
    "end_utc": "End in UTC",
    "timezone": "Time zone",
    "theme_id": "Theme",
    "owner_text": "Whose it is",
    "mode": "Online",
    "organizations": "Organisations",
    "person country": "State that a person spoke for",
    "person organization": "Organisation of a person",
    "person position": "Post of a person",
    "person role": "Role of a person",
    "session organizers": "Organisers of a session",
    "session timezone": "Time zone of a session",
    "sqlite_version": "SQLite version",
}
_FIELD_ORDER = (  # in which a page tells of a thing; others follow by name
    *("name", "headline", "title", "name_text", "label", "theme_id", "role", "position", "organization_text"),
    *("status", "date", "start_date", "end_date", "published", "event_start_date", "event_end_date"),
    *("start_time", "end_time", "timezone", "venue", "city", "country", "mode"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day(text: str | None) -> str:
    """An ISO day in words: ``27 November 2018``. What is no day stays as it is."""
    found = _day(text)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}" if found else text or ""


def short_day(text: str | None) -> str:
    """The same for tables: ``27 Nov 2018``."""
    found = _day(text)
    return f"{found.day} {_MONTHS[found.month - 1][:3]} {found.year}" if found else text or ""


def weekday(text: str | None) -> str:
    """The same with its weekday: ``Tuesday 27 November 2018``."""
    found = _day(text)
    return f"{found:%A} {day(text)}" if found else text or ""


def days(first: str | None, last: str | None) -> str:
    """Two days in words: ``27–30 November 2018``. A last day before the first is said to be so, not repaired."""
    start, end = _day(first), _day(last)
    if not start or not end or start == end:
        return day(first or last)
    if end < start:
        return f"{day(first)} (the page gives {day(last)} as its last day)"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(last)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def instant(text: str | None) -> str:
    """An instant in words: ``21 November 2026, 10:11 UTC``."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return text or ""
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}, {found:%H:%M} UTC"


def clock(start: str | None, end: str | None) -> str:
    """Clock times of a session: ``10:00–11:30``."""
    return "–".join(filter(None, (start, end))) if start else f"until {end}" if end else ""


def number(value: float | None) -> str:
    """A number with a comma for thousands."""
    return "" if value is None else f"{value:,}"


def count(value: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 session``, ``2 sessions``."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def times(value: int) -> str:
    """How often: ``once``, ``3 times``."""
    return "once" if value == 1 else count(value, "time")


def share(value: float | None) -> str:
    """A share as per cent."""
    return "–" if value is None else f"{value * 100:.0f} %"


def size(value: int | None) -> str:
    """Bytes for people."""
    amount = float(value or 0)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def direction(language: str | None) -> str:
    """Direction of a text in this language, for ``dir``."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr" if language else "auto"


def language(code: str | None) -> str:
    """Name of a language."""
    return LANGUAGES.get(code or "", code or "not told apart")


def words(code: str | None) -> str:
    """A code without a name of its own, for people: ``labour-migration`` is ``Labour migration``."""
    plain = (code or "").replace("-", " ").replace("_", " ")
    return plain[:1].upper() + plain[1:]


def field_name(name: str) -> str:
    """Name of a column, for people."""
    return FIELDS.get(name) or words(name)


def field_place(name: str) -> tuple[int, str]:
    """Sorts columns in the order in which a page tells of a thing."""
    return (_FIELD_ORDER.index(name) if name in _FIELD_ORDER else len(_FIELD_ORDER), name)


def document_kind(kind: str, label: str) -> str | None:
    """The kind of a document; None where its label says it already."""
    name = DOCUMENTS.get(kind, "Document")
    return None if name.lower() in label.lower() else name


def role(code: str, many: bool = False) -> str:
    """Name of a person's role."""
    return ROLES.get(code, (words(code), words(code)))[many]


def theme_label(scheme: str, code: str, label: str) -> str:
    """A theme's name; numbered schemes say their number."""
    if scheme in ("gcm", "sdg"):
        number_ = f"{'Objective' if scheme == 'gcm' else 'Goal'} {code}"
        return number_ if label == code else f"{number_}: {label}"
    return words(code) if label == code else label


def shortened(text: str | None, length: int) -> str:
    """A text cut after a word, at most ``length`` characters long."""
    text = " ".join((text or "").split())
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
