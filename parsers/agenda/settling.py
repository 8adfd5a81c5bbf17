"""What an agenda is once all lines are read: what was no item dropped, kinds of sessions told, people given to them."""

from __future__ import annotations

import functools
import re

from parsers.agenda.day_runs import spread_over_labels
from parsers.agenda.half_days import turn_over_noon
from parsers.agenda.items import Agenda, AgendaItem, KindWords, add_people, appearance
from parsers.agenda.joint_titles import part_parallel_sessions, take_host
from parsers.agenda.lines import Line
from parsers.agenda.new_days import part_new_days
from parsers.agenda.session_kinds import is_noon_meal, may_be_panel, session_kind, words_of_kind
from parsers.agenda.side_events import called_otherwise, mark_side_events
from parsers.people.lines import PersonReading, read_people
from parsers.record import Role, Session
from parsers.words import lexicon
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load

_LONGEST_NOTICE = 120  # characters


@functools.cache
def _cancelled() -> re.Pattern[str]:
    return whole_words([*load("status")["cancelled"], *load("session_kinds")["cancelled"]["words"]])


@functools.cache
def _notice() -> re.Pattern[str]:
    subjects = alternatives(map(fold, load("session_kinds")["cancelled"]["subjects"]))
    return re.compile(rf"\W*(?:(?:{subjects})\s+)?{_cancelled().pattern}(?=\W*$|\s*[-–—:.(!،,])")


def says_cancelled(text: str) -> bool:
    """Whether a line under an item says that it does not take place: "CANCELLED – with apologies"."""
    return len(text) <= _LONGEST_NOTICE and _notice().match(fold(text)) is not None


def settle(agenda: Agenda, lines: list[Line], title: str | None) -> None:
    """Drop what turned out to be no item, and turn readings into people of their session.

    ``lines`` and ``title`` are the page's.
    """
    agenda.people += [
        appearance(reading, role, line.start, line.end)
        for item in agenda.items
        if _is_whole_event(item)
        for reading, role, line in item.readings
    ]
    part_new_days(agenda)
    off = {id(item.session) for item in agenda.items if _is_off(item)}
    agenda.described = {number: session for number, session in agenda.described.items() if id(session) not in off}
    agenda.items = [item for item in agenda.items if not (_is_whole_event(item) or _is_off(item))]
    _drop_date_line(agenda)
    turn_over_noon(agenda.items)
    spread_over_labels(agenda)
    held = {id(item.day) for item in agenda.items}
    last = max((line.index for item in agenda.items for line in item.lines), default=-1)
    for mention, line in agenda.days:
        if id(mention) not in held and line.index > last:
            agenda.claimed.discard(line.index)
    agenda.days = [(m, line) for m, line in agenda.days if id(m) in held or line.index <= last]
    if not held & {id(mention) for mention, _line in agenda.days}:
        agenda.claimed -= {line.index for _mention, line in agenda.days}
        agenda.days = []
    _take_known_names(agenda)
    _complete_names([reading for item in agenda.items for reading, _role, _line in item.readings])
    organized = any(item.set_out and item.session.organizers for item in agenda.items)
    part_parallel_sessions(agenda)
    _mark_parallel(agenda.items)
    mark_side_events(agenda.items, lines, title)
    for item in agenda.items:
        beside_side_events = organized and item.set_out and not called_otherwise(item, agenda.items)
        item.side_event = item.side_event or beside_side_events
        _settle_item(agenda, item)


def _drop_date_line(agenda: Agenda) -> None:
    """Drop what the line of an event's days above its programme was taken for: "22 and 23 August, Congress Centre"."""
    timed = [item for item in agenda.items if item.time is not None]
    if len(timed) < 2:
        return
    first = agenda.items[0]
    bare = first.time is None and not first.readings
    if bare and first.day is not None and len(first.day.days) > 1 and first.day is not timed[0].day:
        agenda.items = agenda.items[1:]


def _is_off(item: AgendaItem) -> bool:
    return item.cancelled or _cancelled().search(fold(item.session.title)) is not None


def _is_whole_event(item: AgendaItem) -> bool:
    """Whether hours are those of the whole event, with those who speak below them: no title follows, or only "Online
    (Zoom)".
    """
    title = item.session.title
    found = lexicon.found(tokenise(title), "online") if title else []
    if not found or found[0].start > 0:
        return not title
    rest = title[found[-1].end :].strip(" .")
    return not rest or rest[0] in "(,–—-:|/"


_NAME_AT_END = re.compile(r"\s*(?:[,،;:]|\s[–—-])\s+(?P<name>[^,،;:–—]{5,60})$")
_NAMES_IN_BRACKETS = re.compile(r"\s*[(\[](?P<names>[^()\[\]]{4,100})[)\]]$")
_BETWEEN_NAMES = re.compile(rf"\s*[,،;/&]\s*|\s+(?:{any_of('and')})\s+")
_INITIALS = re.compile(r"(?P<first>[^\W\d_])[^\s.]{0,2}\.(?:[\s-]?[^\W\d_]\.)*\s?(?P<surname>[^\W\d_].+)")


def _take_known_names(agenda: Agenda) -> None:
    """Take a name off the end of a title where the agenda names that person elsewhere: "Closing remarks, A B"."""
    known = {reading.name for item in agenda.items for reading, _role, _line in item.readings}
    for item in agenda.items:
        if item.readings or not item.lines:
            continue
        _take_known_in_brackets(item, known)
        tail = _NAME_AT_END.search(item.session.title)
        if tail is None or tail["name"] not in known:
            continue
        line = item.lines[0]
        add_people(item, line, read_people(tail["name"]), None, max(0, line.text.find(tail["name"])))
        item.session.title = item.session.title[: tail.start()]
        start, _end = item.session.title_span
        item.session.title_span = (start, start + len(item.session.title))


def _take_known_in_brackets(item: AgendaItem, known: set[str]) -> None:
    """Take names in brackets off a title's end where all are named elsewhere, with initials too: "Nets (A. B)"."""
    tail = _NAMES_IN_BRACKETS.search(item.session.title)
    names = [_known_name(name, known) for name in _BETWEEN_NAMES.split(tail["names"])] if tail is not None else []
    if tail is None or None in names:
        return
    line = item.lines[0]
    offset = max(0, line.text.find(tail["names"]))
    for printed, name in zip(_BETWEEN_NAMES.split(tail["names"]), names, strict=True):
        start = tail["names"].index(printed)
        reading = PersonReading(name=name or printed, name_text=printed, start=start, end=start + len(printed))
        add_people(item, line, [reading], None, offset)
    item.session.title = item.session.title[: tail.start()]
    start, _end = item.session.title_span
    item.session.title_span = (start, start + len(item.session.title))


def _known_name(printed: str, known: set[str]) -> str | None:
    """The whole name of who is printed so: "A. Bee" is "Ada Bee" where nobody else is."""
    if printed in known:
        return printed
    initials = _INITIALS.fullmatch(printed)
    if initials is None:
        return None
    names = [name for name in known if name.startswith(initials["first"]) and name.endswith(f" {initials['surname']}")]
    return names[0] if len(names) == 1 else None


def _complete_names(readings: list[PersonReading]) -> None:
    """Give those who come back with a title and a surname only ("Ms. van der Velde") their whole name."""
    named_short = [
        reading for reading in readings if reading.honorific and not (reading.position or reading.organization)
    ]
    if not named_short:
        return
    known: dict[str, set[str]] = {}
    for reading in readings:
        words = reading.name.split()
        for number in range(1, len(words)):
            known.setdefault(fold(" ".join(words[number:])), set()).add(reading.name)
    for reading in named_short:
        full = known.get(fold(reading.name), ())
        if len(full) == 1:
            (reading.name,) = full


def _words_of_kind(session: Session) -> KindWords | None:
    """The words of a session's title that say its kind; the whole title where it was put together from two lines."""
    found = words_of_kind(session.title)
    if found is None:
        return None
    start, end = session.title_span
    whole = end - start != len(session.title)
    return KindWords((start, end) if whole else (start + found[0], start + found[1]))


def _settle_item(agenda: Agenda, item: AgendaItem) -> None:
    session = item.session
    _settle_kind(item)
    take_host(item)
    for reading, given, line in item.readings:
        on_panel = given == "speaker" and session.kind in ("panel", "dialogue")  # "Participan:" at a round table
        role: Role = "panellist" if on_panel else given
        person = appearance(reading, role, line.start, line.end)
        (agenda.people if role == "mentioned" else session.people).append(person)


def _settle_kind(item: AgendaItem) -> None:
    session = item.session
    session.kind, item.kind = session_kind(session.title), _words_of_kind(session)
    named_other = session.kind == "other" and item.kind is not None  # "Reception", also in a list of side events
    if item.side_event and not named_other and session.kind not in ("press_briefing", "break", "side_event"):
        session.kind, item.kind = "side_event", KindWords(session.title_span, "set out as side events are")
    elif session.kind == "other" and item.context and session_kind(item.context.text) == "dialogue":
        session.kind, item.kind = "dialogue", KindWords(item.context.at, "what the day is about")
    elif (
        session.kind in ("plenary", "other") and (item.on_panel or _is_moderated(item)) and may_be_panel(session.title)
    ):
        session.kind, item.kind = "panel", KindWords(session.title_span, "what stands below it is that of a panel")
    elif session.kind == "other" and item.kind is None and not item.listed and _may_be_panel_unnamed(item):
        session.kind, item.kind = "panel", KindWords(session.title_span, "its number, or who stands below it")
    elif session.kind == "other" and _is_at_noon(session):
        session.kind, item.kind = "break", KindWords(session.title_span, "a meal at noon")


def _is_moderated(item: AgendaItem) -> bool:
    """Whether an item that can be one talk or a panel has a moderator and several others."""
    roles = [role for _reading, role, _line in item.readings]
    led = any(role in ("moderator", "chair") for role in roles)
    return led and sum(role == "panellist" for role in roles) >= _FEWEST_ON_PANEL - 1


_FEWEST_ON_PANEL = 3  # with the moderator
_ROMAN = re.compile(r"[IVX]{1,4}\.\s")


def _may_be_panel_unnamed(item: AgendaItem) -> bool:
    """Whether an item whose title says nothing of its kind is led and has a panel, or is numbered as sessions are."""
    return (
        item.parallel or _is_moderated(item) or (bool(item.readings) and _ROMAN.match(item.session.title) is not None)
    )


_PARALLEL = re.compile(
    r"(?:\d{1,2}\.?(?P<behind>[A-Ha-h])|(?P<before>[A-H])\d{1,2}|\d{1,2}\.(?P<digit>\d))(?:[.):]|\s[–—-])?\s+(?=\S)"
)


def _mark_parallel(items: list[AgendaItem]) -> None:
    """Tell the sessions of a programme that are numbered side by side: "1A. Nets" and "1B. Knots" at the same hours."""
    found: dict[tuple[object, ...], list[AgendaItem]] = {}
    for item in items:
        if item.time is not None and not item.listed and _PARALLEL.match(item.session.title):
            found.setdefault((id(item.day), item.session.start, item.session.end), []).append(item)
    for group in found.values():
        for item in group if len(group) > 1 else ():
            item.parallel = True


_NOON = ("11:00", "15:00")


def _is_at_noon(session: Session) -> bool:
    if session.start is None or not _NOON[0] <= session.start < _NOON[1]:
        return False
    return is_noon_meal(session.title)
