"""Which items of a page are side events: those of a page whose title says so, or below a heading that does.

"Timetable and side events" is the title of a page that has both: there the heading parts them. A page that only says
who is at a meeting ("Nets at COP24", "events that IOM holds there") lists such events where most have organizers of
their own and none opens or closes anything.
"""

from __future__ import annotations

import functools
import re

from parsers.agenda.items import AgendaItem
from parsers.agenda.lines import Line
from parsers.agenda.session_kinds import session_kind
from parsers.documents.kinds import document_kind
from parsers.documents.labels import is_document_label
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_LONGEST = 50  # characters of a heading
_FEWEST = 2  # items with organizers of their own
_OF_A_PROGRAMME = frozenset(("plenary", "procedural", "ceremony"))
_NO_SIDE_EVENT = _OF_A_PROGRAMME | {"panel", "dialogue"}
_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 20, 600


@functools.cache
def _named() -> re.Pattern[str]:
    return whole_words(load("session_kinds")["side_events"]["words"])


@functools.cache
def _heading() -> re.Pattern[str]:
    words = load("session_kinds")["side_events"]
    before = alternatives(map(fold, words["before"]))
    after = alternatives(map(fold, words["after"]))
    return re.compile(rf"\W*(?:(?:{before})\s+)*(?:{alternatives(map(fold, words['words']))})(?:\s+(?:{after}))?\W*")


def heads_side_events(text: str) -> bool:
    """Whether a line is a heading over side events and nothing else: "SIDE EVENTS", "Les événements parallèles"."""
    return len(text) <= _LONGEST and _heading().fullmatch(fold(text)) is not None


@functools.cache
def _announced() -> re.Pattern[str]:
    """ "The following side events", "a list of side events … below": in one sentence, or a colon at its end."""
    words = load("session_kinds")["side_events"]
    named = rf"(?<!\w)(?:و?[بل]?)(?:{alternatives(map(fold, words['words']))})(?!\w)"
    announcing = rf"(?<!\w)(?:{alternatives(map(fold, words['announcing']))})(?!\w)"
    return re.compile(
        rf"{announcing}[^.!?]*{named}|{named}[^.!?]*(?:{announcing}|:\s*$)|{named}[^.!?]*[.!?][^.!?]*{announcing}[^.!?]*\W*$"
    )


def _announces(text: str) -> bool:
    """Whether a sentence above a list says that what follows are side events."""
    if not _SHORTEST_SENTENCE <= len(text) <= _LONGEST_SENTENCE:
        return False
    folded = fold(text)
    return _named_or_glued().search(folded) is not None and _announced().search(folded) is not None


@functools.cache
def _named_or_glued() -> re.Pattern[str]:
    """What is cheaper to look for than `_announced`."""
    return re.compile(alternatives(map(fold, load("session_kinds")["side_events"]["words"])))


def mark_side_events(items: list[AgendaItem], lines: list[Line], title: str | None) -> None:
    """Mark the items that are side events; ``title`` is the page's.

    A heading between items holds for those below it, up to where a programme begins anew, whatever the title says. One
    above all items is as good as the title where it is marked up or stands right above them; elsewhere in plain text it
    can be a word of a menu.
    """
    if not items:
        return
    listed = title is not None and _named().search(fold(title)) is not None
    first, last = items[0].session.span[0], items[-1].session.span[0]
    heads = [line for line in lines if line.start < last and heads_side_events(line.text)]
    below = [line for line in heads if line.start > first]
    if not heads and not listed:
        announced = next((line for line in lines if line.start < first and _announces(line.text)), None)
        if announced is not None:
            _mark(items, announced.end, _end_of(lines, announced))
        elif _are_of_others(items) and _tells_of_presence(items, lines, title):
            _mark([item for item in items if not called_otherwise(item, items)], -1, None)
        return
    if listed:
        start = below[0].end if below and len(below) == len(heads) else -1
        _mark(items, start, None)
        return
    above = [line for line in heads if line.block.kind in ("heading", "label") or _right_above(lines, line, first)]
    for head in [line for line in above if line not in below] + below:
        _mark(items, head.end, _end_of(lines, head))


def _are_of_others(items: list[AgendaItem]) -> bool:
    """Whether most items have organizers of their own and none is the opening, close or registration of a meeting."""
    kinds = [session_kind(item.session.title) for item in items]
    if any(kind in _OF_A_PROGRAMME for kind in kinds):
        return False
    held = [item for item, kind in zip(items, kinds, strict=True) if kind not in ("press_briefing", "break")]
    organized = sum(bool(item.session.organizers) for item in held)
    return organized >= _FEWEST and organized * 3 >= len(held) * 2


def called_otherwise(item: AgendaItem, items: list[AgendaItem]) -> bool:
    """Whether an item is called a panel or the like in a list that calls others side events."""
    if session_kind(item.session.title) not in _NO_SIDE_EVENT:
        return False
    return any(session_kind(other.session.title) == "side_event" for other in items)


def _tells_of_presence(items: list[AgendaItem], lines: list[Line], title: str | None) -> bool:
    """Whether the page tells who is at a meeting, or what it lists: "IOM at COP24", "events that IOM joins"."""
    if title is not None and _presence().search(fold(title)) is not None:
        return True
    if any(session_kind(item.session.title) == "side_event" for item in items):
        return True
    above = (line.text for line in lines if line.start < items[0].session.span[0])
    return any(len(text) <= _LONGEST_SENTENCE and _events_told().search(fold(text)) is not None for text in above)


@functools.cache
def _presence() -> re.Pattern[str]:
    words = load("session_kinds")["side_events"]
    bodies, at, meetings = (alternatives(map(fold, words[key])) for key in ("bodies", "at", "meetings"))
    return re.compile(rf"(?<!\w)(?:(?:{bodies})\s+(?:{at})|(?:{meetings})(?:[ -]?\d+)?)(?!\w)")


@functools.cache
def _events_told() -> re.Pattern[str]:
    """ "events … that IOM and its partners hold", "IOM events at COP28", "eventos que organiza la OIM"."""
    words = load("session_kinds")["side_events"]
    bodies, events = (alternatives(map(fold, words[key])) for key in ("bodies", "events"))
    between = r"(?!\w)[^.!?]{0,80}(?<!\w)"
    return re.compile(rf"(?<!\w)(?:(?:{events}){between}(?:{bodies})|(?:{bodies}){between}(?:{events}))(?!\w)")


def _right_above(lines: list[Line], head: Line, first: int) -> bool:
    """Whether nothing but the head of a table or of a day stands between a heading and the first item."""
    between = [line for line in lines if head.start < line.start < first]
    plain = [line for line in between if line.block.kind != "cell" and not line.names_day()]
    return head.start < first and not plain


def _mark(items: list[AgendaItem], start: int, end: int | None) -> None:
    for item in items:
        if item.session.span[0] > start and (end is None or item.session.span[0] < end):
            item.side_event = True


def _end_of(lines: list[Line], head: Line) -> int | None:
    """Where the part of the page ends that a heading is over: at one of its rank, or where a programme begins."""
    for line in lines:
        if line.start <= head.start:
            continue
        ranked = line.block.kind == head.block.kind == "heading" and line.block.level <= head.block.level
        if (ranked and not line.names_day()) or _heads_programme(line):
            return line.start
        if head.block.kind == "label" and line.block.label != head.text:
            return line.start
    return None


def _heads_programme(line: Line) -> bool:
    if len(line.text) > _LONGEST or line.block.kind == "label":
        return False
    return is_document_label(line.text) and document_kind(line.text) == "agenda"
