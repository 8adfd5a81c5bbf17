"""When a page's event is: from fields, from the agenda, from a date line, from the prose that says "was held".

Every candidate is a date with the reason for taking it and a weight; the heaviest wins. What the page does not yield
(a year, an end) stays None. Candidates from running text are weighed in `parsers.dates.event_prose`.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable

from parsers.agenda.items import Agenda
from parsers.agenda.labels import label_at
from parsers.dates.dated_series import dated_series
from parsers.dates.deadlines import heads_deadlines, is_deadline
from parsers.dates.event_candidates import (
    AgendaDay,
    EventDates,
    Years,
    date_in_card,
    days_of,
    is_content_field,
    posting_field,
    resolve,
)
from parsers.dates.event_prose.walk import prose_dates
from parsers.dates.finding import DateMention, find_dates
from parsers.page import Block, Page
from parsers.prose.cues import cues
from parsers.record import Kind
from parsers.words.patterns import whole_words
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.vocabulary import load

__all__ = ["AgendaDay", "EventDates", "Years", "event_dates", "resolve"]

_FIELD, _ATTRIBUTE, _LINE, _TITLE = 5.0, 4.5, 3.6, 3.2  # weights of candidates
_LABELLED = 0.7  # for a line that a label says to be the date
_LIST = _LINE + 0.01  # before the date line that a list's first line may be
_END_FIELD = 0.5
_AGENDA = 10.0
_ENOUGH = 2.0  # what an agenda's days are held against
_TOLD = 1.2  # the same of a sentence whose days begin with the agenda's and go on behind them
_OUTRIGHT = 2.5  # the same of a sentence whose days begin behind the agenda's first ones
_LONG = 60  # days; a longer "event" is a project
_APART = 3  # days between a date line and an agenda of the same event
_TOP = 40  # blocks in which a date line may stand
_LINE_LENGTH = 170
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[.!?]$")


def event_dates(
    page: Page,
    kind: Kind,
    agenda: Agenda,
    agenda_days: list[AgendaDay],
    years: Years,
    skip: set[int],
    tokens: Tokens | None = None,
) -> EventDates:
    """First and last day of the page's event.

    ``agenda_days`` are those of the agenda's day lines; ``skip`` the numbers of the blocks that the agenda claims;
    ``tokens`` those of ``page.text``.
    """
    candidates = list(_field_dates(page, years)) if kind == "event" else []
    if not any(map(_is_whole, candidates)):
        tokens = tokens or tokenise(page.text)
        if kind == "event":
            candidates += _line_dates(page, years, skip)
            series = dated_series(page, years, skip, cues(tokens))
            if series is not None:
                index, dates = series
                dates.weight = _LIST - 0.02 * index
                candidates.append(dates)
        if kind == "press_release":
            candidates += _announced(page, years)
        candidates += prose_dates(page, kind, years, skip, tokens)
    found = max(candidates, key=lambda candidate: candidate.weight, default=EventDates())
    _extend(found, candidates)
    days = agenda_days or _days_of_items(agenda, years)
    if days and kind == "event":
        found = _that_holds(found, candidates, min(days).iso, max(days).iso)
    if days and kind == "event" and _is_around(found, agenda, days, years):
        return found
    return _with_agenda(page, found, days, years) if days else found


def _is_whole(field: EventDates) -> bool:
    """Whether a field gives both days, so that nothing else that the page says can add to it."""
    two_days = field.start is not None and field.end is not None and field.start < field.end
    return two_days and field.weight >= _FIELD and not _too_long(field)


def _days_of_items(agenda: Agenda, years: Years) -> list[AgendaDay]:
    """The days of the agenda's items, where they stand in no line of their own but in a label."""
    days = []
    for item in agenda.items:
        if item.day is not None and item.day.days:
            span = agenda.span_of_day(item)
            iso, basis = resolve(item.day, years, span[0])
            if iso:
                days.append(AgendaDay(iso[0], span, basis))
    return days


def _with_agenda(page: Page, found: EventDates, days: list[AgendaDay], years: Years) -> EventDates:
    """The stated dates where they hold the agenda's days, else those."""
    first = min(days, key=lambda day: (day.iso, day.span))
    last = max(days, key=lambda day: (day.iso, day.span))
    from_agenda = EventDates(
        first.iso, last.iso, page.quote(*first.span), first.span, None, "agenda", first.basis, _AGENDA
    )
    if last.iso != first.iso:
        from_agenda.end_span, from_agenda.end_basis = last.span, last.basis
    long = (_too_long(found) and found.start != first.iso) or _is_apart(found, first.iso)
    if found.start is None or found.weight < _ENOUGH or long or found.start > first.iso:
        return from_agenda
    if (found.end or found.start) >= last.iso and found.rule != "title":
        return from_agenda if _states(page, found, first.iso, last.iso, years) else found
    if found.rule in ("field", "date line"):
        found.end, found.end_span, found.end_basis = max(found.end or found.start, last.iso), last.span, last.basis
        return found
    return from_agenda


def _is_around(found: EventDates, agenda: Agenda, days: list[AgendaDay], years: Years) -> bool:
    """Whether a sentence tells the days of what the agenda stands beside: one that goes on behind the agenda's last
    day, as a text that is cut shows the first day only; one with nothing but side events listed before it, or less
    than goes on behind them.
    """
    if found.rule != "prose" or found.start is None or found.end is None or _too_long(found):
        return False
    first, last = min(days).iso, max(days).iso
    if found.start == first:
        return found.weight >= _TOLD and found.end > last and not found.of_another
    if (
        not first < found.start <= last <= found.end
        or found.weight < _OUTRIGHT
        or _days_apart(first, found.start) > _APART
    ):
        return False
    before: set[tuple[str, str]] = set()
    within: set[tuple[str, str]] = set()
    for item in agenda.items:
        iso = resolve(item.day, years, agenda.span_of_day(item)[0])[0] if item.day is not None else []
        if iso:
            (before if iso[0] < found.start else within).add((iso[0], item.session.kind))
    kinds = {kind for _day, kind in before}
    if kinds and kinds <= {"side_event"}:
        return True
    on_eve = kinds <= _BESIDE and len({day for day, _kind in before}) < len({day for day, _kind in within})
    return bool(kinds) and on_eve and any(kind == "side_event" for _day, kind in within)


_BESIDE = {
    "side_event",
    "other",
    "ceremony",
}  # what a forum has on its eve: a reception, a film


def _days_apart(first: str, last: str) -> int:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _that_holds(found: EventDates, candidates: list[EventDates], first: str, last: str) -> EventDates:
    """The dates found; where they begin behind the agenda's first day, the sentence that tells of all its days.

    A line of one of the days, "19 May", is none of the whole event: "The Forum meets from 17 to 20 May".
    """
    if found.rule != "date line" or found.start is None or found.start <= first:
        return found
    holding = [
        one
        for one in candidates
        if one.rule == "prose" and one.weight >= _ENOUGH and one.start and one.end and one.start <= first < one.end
    ]
    wide = (one for one in holding if (one.end or "") >= last and not _too_long(one))
    return max(wide, key=lambda one: one.weight, default=found)


def _is_apart(found: EventDates, first: str) -> bool:
    """Whether a line's only day lies so long before an agenda's first that it is another's: that of a document."""
    if found.rule != "date line" or not found.is_one_day or found.start is None:
        return False
    return _days_apart(found.start, first) > _APART


def _states(page: Page, found: EventDates, first: str, last: str, years: Years) -> bool:
    """Whether a sentence with a wider range tells the agenda's own too: "The COP meets from …; we meet from …"."""
    if found.rule != "prose" or first == last or (found.start, found.end) == (first, last):
        return False
    block = next((block for block in page.blocks if block.start <= found.span[0] < block.end), None)
    if block is None:
        return False
    return any(
        mention.is_range and resolve(mention, years, block.start + mention.start)[0] == [first, last]
        for mention in days_of(block.text)
    )


def _extend(found: EventDates, candidates: list[EventDates]) -> None:
    """A card's field or date line may print the first day only; a range that starts on it gives the last."""
    listed = found.rule == "dated list"  # what goes on beside its parts: "to be seen from 12 May to 3 June"
    if found.start is None or not (
        listed or (found.rule in ("field", "date line", "prose") and found.end == found.start)
    ):
        return
    for other in candidates:
        longer = other.start == found.start and other.end is not None and other.end > (found.end or found.start)
        if found.rule == "date line" and other.end_span is not None:
            continue  # no range, but two days that were joined
        if longer and not _too_long(other) and other.weight > 1:
            found.end, found.end_span, found.end_basis = other.end, other.span, other.basis_of_end
            return


def _too_long(dates: EventDates) -> bool:
    if dates.start is None or dates.end is None:
        return False
    return _days_apart(dates.start, dates.end) > _LONG


# --- fields ---------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=1024)  # a site has few fields
def _names(field: str, key: str) -> bool:
    return any(word in field for word in load("event_dates")["fields"][key])


def _field_dates(page: Page, years: Years) -> Iterable[EventDates]:
    """Values of date fields: the printed day counts, the attribute where nothing readable is printed."""
    posted = posting_field(page)
    for index, block in enumerate(page.blocks):
        name = fold(block.field) if block.field and index != posted else ""
        if not name or block.kind not in ("field_value", "item", "paragraph", "cell", "definition"):
            continue
        if not _names(name, "date") or _names(name, "not"):
            continue
        mentions = [mention for mention in find_dates(block.text) if mention.names_days]
        result = _from_mentions(block, mentions, years) if mentions else None
        if result is not None:
            result.weight = _END_FIELD if _names(name, "end") else _FIELD
            result.rule = "field"
            if block.datetime_end and result.end == result.start:
                result.end = max(result.start or "", block.datetime_end[:10])
            yield result
        elif not mentions and block.datetime and _ISO.match(block.datetime):
            start = block.datetime[:10]
            end = max(start, (block.datetime_end or block.datetime)[:10])
            yield EventDates(start, end, block.text, (block.start, block.end), None, "field", None, _ATTRIBUTE)


def _from_mentions(block: Block, mentions: list[DateMention], years: Years) -> EventDates | None:
    days: list[str] = []
    basis = None
    for mention in mentions:
        iso, why = resolve(mention, years, block.start + mention.start)
        days += iso
        basis = basis or why
    if not days:
        return None
    span = (block.start + mentions[0].start, block.start + mentions[-1].end)
    return EventDates(min(days), max(days), block.text[mentions[0].start : mentions[-1].end], span, None, "", basis)


# --- date lines -----------------------------------------------------------------------------------------------------


def _line_dates(page: Page, years: Years, skip: set[int]) -> Iterable[EventDates]:
    """Lines that are a date, with place and hours at most: "13 and 14 September 2012", "25-27 May 2021, Zoom, 9:00"."""
    of_a_call = False
    for index, block in enumerate(page.blocks[:_TOP]):
        if index in skip or len(block.text) > _LINE_LENGTH or not is_content_field(block.field):
            of_a_call = False
            continue
        of_a_call = of_a_call or heads_deadlines(block.text)
        if block.kind in ("field_label", "label", "caption") or not any(c.isdigit() for c in block.text):
            continue
        mentions = days_of(block.text)
        if not mentions or _is_draft(block.text) or is_deadline(block.text):
            continue
        if of_a_call and _event_word().search(fold(block.text)) is None:
            continue
        title = block.text == page.title or block.kind == "heading"
        words = len(_WORD.findall(block.text[: mentions[0].start] + " " + block.text[mentions[-1].end :]))
        if not title and (words > 10 or _SENTENCE.search(block.text.strip())):
            continue
        if block.kind == "item" and words > 4:
            continue  # one of several parts
        if index < 2 and not words and not title and _is_stamp(page, index):
            continue
        result = _from_mentions(block, mentions, years)
        if result is not None:
            result.rule = "title" if title else "date line"
            result.weight = (_TITLE if title else _LINE) - 0.02 * index - (0.6 if words > 4 else 0)
            result.weight += _LABELLED if _is_labelled(block.text) else 0.0
            yield result


def _announced(page: Page, years: Years) -> Iterable[EventDates]:
    """The days behind "When:" in what invites the press; "Date:" is that of the text itself there."""
    for block in page.blocks[:_TOP]:
        label, _colon, said = block.text.partition(":")
        if not said or len(label) > _WHEN or len(block.text) > _LINE_LENGTH or fold(label).strip() not in _when():
            continue
        mentions = days_of(block.text)
        result = _from_mentions(block, mentions[:1], years) if mentions else None
        if result is not None:
            result.rule, result.weight = "date line", _LINE
            yield result


_WHEN = 12  # characters of such a label


@functools.cache
def _when() -> frozenset[str]:
    return frozenset(fold(word) for word in load("event_dates")["when"])


@functools.cache
def _event_word() -> re.Pattern[str]:
    return whole_words(load("kinds")["words"]["event"])


def _is_labelled(text: str) -> bool:
    """Whether a line says itself that it is the event's date: "When: Wednesday 18 May, 13:15"."""
    label = label_at(text) if ":" in text[:30] else None
    return label is not None and label.kind == "line" and label.meaning in ("date", "time")


def _is_draft(text: str) -> bool:
    """Whether a line dates a document: "Draft agenda as of 3 May"."""
    return _drafts().search(fold(text)) is not None


@functools.cache
def _drafts() -> re.Pattern[str]:
    return whole_words(load("event_dates")["drafts"])


def _is_stamp(page: Page, index: int) -> bool:
    """Whether a lone date at the top is the posting date of a card: a title, then a date field follows."""
    following = page.blocks[index + 1 : index + 6]
    if any(block.kind == "field_label" and _names(fold(block.field or ""), "date") for block in following):
        return True
    return date_in_card(page, index) is not None
