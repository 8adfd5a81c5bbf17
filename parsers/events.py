"""When and where a page's event is: from fields, from the agenda, from a date line, from the prose that says "was held".

Every candidate is a date with the reason for taking it and a weight; the heaviest wins. What the page does not yield
(a year, an end) stays None.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.agenda_items import Agenda
from parsers.dates import DateMention, find_dates
from parsers.page import Block, Page
from parsers.places import location_of_dateline
from parsers.record import Kind
from parsers.sentences import sentences
from parsers.years import YearEvidence, complete_dates

STAMP = re.compile(
    r"\b(?:draft|version|updated|last update|as of|revised|projet d'ordre du jour|mis à jour|borrador|actualizado)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|tak(?:es?|ing) place|took place|convened?s?|convening|hosted|hosts|will host|gather(?:s|ed)?|met\b|meets?\b|runs?\b|ran\b|opens?\b|opened|organi[sz]ed?s?|started|starts|begins?|began|scheduled|invites?|invite you|join us|kick(?:s|ed) off|"
    r"brought together|brings together|celebrat(?:es?|ed)|launch(?:es|ed)?|deal[st]? with|dealt|conven|welcomed|attended|participat|addressed|concluded|closes?|ends?|finalizes?"
    r"|s'est tenue?|se tiendra|se tient|aura lieu|a eu lieu|a lieu|s'est déroulée?|se déroulera|ont tenu|a tenu|organis[ée]|a réuni|réunit|ont organisé|s'ouvre|s'est ouverte?"
    r"|se celebr[óa]|se celebrará|tendrá lugar|tuvo lugar|tiene lugar|se realizó|se realizará|se llevó a cabo|se llevará a cabo|organiz[óa]|reunió|acogió|arranca|inició|comenzó|se reunieron|participaron"
    r"|عقد|عقدت|يعقد|تعقد|ستعقد|سيعقد|اجتمع|اجتمعت|نظم|نظمت|تنظم|أقيم|أقيمت|انعقد|انعقدت|استضاف|استضافت|اختتم|اختتمت|افتتح|شارك)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:th(?:is|e) (?:\w+ ){0,3}(?:workshop|meeting|event|conference|forum|session|dialogue|webinar|seminar|symposium|panel|round|training|summit|council|gathering|open house|exhibition|assembly|celebration|briefing|visit)|cet(?:te)? (?:atelier|réunion|conférence|événement)|l['’](?:atelier|événement)|la (?:réunion|conférence)"
    r"|(?:el|este) (?:taller|evento|encuentro|foro|diálogo|seminario)|la (?:reunión|conferencia|sesión)|هذا (?:الاجتماع|المؤتمر)|هذه (?:الورشة|الفعالية))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last year|first (?:took|met|meeting)|following|followed|after the|before the|ahead of|prior to|since|until|was to adopt|to be adopted|adoption|adopt(?:ed|s)?|due for|violence of|former|next (?:round|session|year)|will be followed|build(?:s|ing)? on|had opened|established|founded|signed|entered into force|deadline|registration closes|submitted by|by the end|published|report (?:of|from|on)|born|anniversary|resolution|declared"
    r"|précéd|dernier|l'an dernier|prochain|à la suite|fondée?|lancée? (?:à|en)|avait été|había|anterior|pasado|próxim|fundad[oa]|aprobad[oa])",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:began|begins|opens|opened|starts|started|got underway|gets underway|underway|kicked off|convenes|arranca|inició|comenzó|s'ouvre|a débuté|débute|بدأ|بدأت|انطلق|انطلقت)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?:opens?|opened|runs?|from|until|through|high-level week|du|del|hasta)\b", re.IGNORECASE)
_DATE_FIELD = re.compile(r"date|fecha|when|التاريخ|تاريخ|الموعد|quand|cuándo")
_NOT_EVENT_FIELD = re.compile(r"post|publi|creat|updat|changed|upload|closing|deadline|end.?date.*project|node-post")
_END_FIELD = re.compile(r"end.?date|date de fin|fecha final|fin\b|تاريخ الانتهاء")


@dataclass(slots=True)
class EventDates:
    """First and last day of an event, with the words they rest on (spans in Page.text)."""

    start: str | None = None
    end: str | None = None
    text: str | None = None
    span: tuple[int, int] = (0, 0)
    end_span: tuple[int, int] | None = None
    rule: str = ""
    basis: str | None = None
    weight: float = 0.0


class Years:
    """Gives dates without a year theirs, from the page's evidence and its date of publication."""

    def __init__(self, evidence: list[YearEvidence], published: str | None) -> None:
        self.evidence = evidence
        self.published = published


def resolve(mention: DateMention, years: Years, at: int | None = None) -> tuple[list[str], str | None]:
    """The mention's days as ISO days and the basis of an inferred year; empty where the page yields no year.

    ``at`` is where the mention starts in ``Page.text``: years printed close by count more.
    """
    completed = complete_dates(mention, years.evidence, years.published, at=at)
    return (list(completed.days), completed.basis) if completed is not None else ([], None)


def event_dates(
    page: Page, kind: Kind, agenda: Agenda, agenda_days: list[tuple[str, tuple[int, int]]], years: Years, skip: set[int]
) -> EventDates:
    """First and last day of the page's event. ``agenda_days`` are the agenda's days as ISO, with spans."""
    candidates: list[EventDates] = []
    if kind == "event":
        candidates += _field_dates(page, years)
        candidates += _line_dates(page, years, skip)
    candidates += _prose_dates(page, kind, years, skip)
    found = max(candidates, key=lambda candidate: candidate.weight, default=EventDates())
    _extend(found, candidates)
    if not agenda_days:
        return found
    first, last = min(agenda_days), max(agenda_days)
    from_agenda = EventDates(
        first[0], last[0], page.quote(*first[1]), first[1], last[1] if last != first else None, "agenda", None, 10
    )
    if found.start is None or found.weight < 2:
        return from_agenda
    if (
        found.start <= first[0]
        and (found.end or found.start) >= last[0]
        and found.rule != "title"
        and not _absurd(found)
    ):
        return found  # the stated range holds the agenda's days
    if found.rule in ("field", "date line") and found.start <= first[0] and not _absurd(found):
        return EventDates(
            found.start,
            max(found.end or found.start, last[0]),
            found.text,
            found.span,
            last[1],
            found.rule,
            found.basis,
            found.weight,
        )
    return from_agenda


def _extend(found: EventDates, candidates: list[EventDates]) -> None:
    """A card's field prints the first day only; a range on the page that starts on it gives the last."""
    if found.start is None or found.rule != "field" or found.end != found.start:
        return
    for other in candidates:
        if (
            other.start == found.start
            and other.end is not None
            and other.end > found.start
            and not _absurd(other)
            and other.weight > 1
        ):
            found.end, found.end_span = other.end, other.span
            return


def _absurd(dates: EventDates) -> bool:
    if dates.start is None or dates.end is None:
        return False
    return (datetime.date.fromisoformat(dates.end) - datetime.date.fromisoformat(dates.start)).days > 60


def _field_dates(page: Page, years: Years) -> Iterable[EventDates]:
    """Values of date fields: the printed day counts, the attribute where nothing readable is printed."""
    for block in page.blocks:
        name = (block.field or "").casefold()
        if block.kind not in ("field_value", "item", "paragraph", "cell", "definition") or not name:
            continue
        if not _DATE_FIELD.search(name) or _NOT_EVENT_FIELD.search(name):
            continue
        mentions = [mention for mention in find_dates(block.text) if mention.days and mention.days[0].day is not None]
        if mentions:
            result = _from_mentions(block, mentions, years)
            if result is not None:
                result.weight = 5.0 if not _END_FIELD.search(name) else 0.5
                result.rule = "field"
                if block.datetime_end and result.end == result.start:
                    result.end = max(result.start or "", block.datetime_end[:10])
                yield result
                continue
        if block.datetime and re.match(r"\d{4}-\d{2}-\d{2}", block.datetime):
            start = block.datetime[:10]
            end = (block.datetime_end or block.datetime)[:10]
            yield EventDates(start, max(start, end), block.text, (block.start, block.end), None, "field", None, 4.5)


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


def _line_dates(page: Page, years: Years, skip: set[int]) -> Iterable[EventDates]:
    """Lines that are a date, with place and hours at most: "13 and 14 September 2012", "25-27 May 2021, Zoom, 9:00 EST"."""
    for index, block in enumerate(page.blocks[:40]):
        if STAMP.search(block.text):
            continue
        if index in skip or len(block.text) > 170 or block.kind in ("field_label", "label", "caption") or block.field:
            continue
        mentions = [
            m
            for m in find_dates(block.text)
            if m.days
            and m.days[0].day is not None
            and not m.stamp_hint
            and not m.published_hint
            and not m.clock_follows
        ]
        if not mentions:
            continue
        title = block.text == page.title or block.kind == "heading"
        rest = block.text[: mentions[0].start] + block.text[mentions[-1].end :]
        words = re.findall(r"[^\W\d_]{2,}", rest)
        alone = len(words) <= 10 and not re.search(r"[.!?]$", block.text.strip())
        if not (alone or title):
            continue
        if index < 2 and not words and not title and _is_stamp(page, index):
            continue
        result = _from_mentions(block, mentions, years)
        if result is None:
            continue
        result.rule = "title" if title else "date line"
        result.weight = (3.2 if title else 3.6) - 0.02 * index - (0.6 if len(words) > 4 else 0)
        yield result


def _is_stamp(page: Page, index: int) -> bool:
    """Whether a lone date at the top is the posting date of a card: a title, then a date field follows."""
    following = page.blocks[index + 1 : index + 6]
    return any(block.kind == "field_label" and _DATE_FIELD.search(block.field or "") for block in following)


def _prose_dates(page: Page, kind: Kind, years: Years, skip: set[int]) -> Iterable[EventDates]:
    position = 0
    for index, block in enumerate(page.blocks):
        if (
            index in skip
            or len(block.text) < 30
            or block.kind in ("field_label", "label", "caption", "field_value")
            or position > 14
        ):
            continue
        if not any(c.isdigit() for c in block.text):
            position += len(block.text) > 60
            continue
        for number, (start, end) in enumerate(sentences(block.text)):
            candidate = _sentence_dates(page, block, start, end, kind, years, first=index < 10 and number == 0)
            if candidate is not None:
                candidate.weight -= 0.12 * position + 0.05 * number
                yield candidate
        position += len(block.text) > 60


def _sentence_dates(
    page: Page, block: Block, start: int, end: int, kind: Kind, years: Years, *, first: bool
) -> EventDates | None:
    text = block.text[start:end]
    mentions = [
        m
        for m in find_dates(text)
        if m.days and m.days[0].day is not None and not m.stamp_hint and not m.published_hint and not m.clock_follows
    ]
    if not mentions:
        return None
    dateline = _dateline_end(text) if first else 0
    in_dateline = False
    best: EventDates | None = None
    usable = [m for m in mentions if m.start >= dateline]
    if not usable and kind == "press_release" and _ONGOING.search(text):
        usable, in_dateline = mentions[:1], True
    for number, mention in enumerate(usable):
        before, after = text[: mention.start], text[mention.end :]
        clause = re.split(r"[;:]|\b(?:and|but|where|while)\b(?=.{60})", before)[-1][-160:]
        weight = 1.0
        if _HELD.search(clause) or _HELD.search(after[:70]):
            weight += 1.6
        if _SELF.search(clause[-120:]) or _SELF.search(text[:120]):
            weight += 0.5
        if mention.is_range or len(mention.days) > 1:
            weight += 0.4
        if mention.bracketed or mention.relative:
            weight += 1.3 if kind == "press_release" else 0.2
        if _OTHER.search(clause[-70:]) or re.match(
            r"\s*(?:session|summit|adoption|resolution|attack|earthquake)", after, re.IGNORECASE
        ):
            weight -= 1.7
        if number:
            weight -= 0.5
        iso, basis = resolve(mention, years, block.start + start + mention.start)
        if not iso:
            continue
        low, high = min(iso), max(iso)
        span_end = mention.end
        if _SPAN.search(text) and len(usable) > 1 and number == 0:
            low, high, span_end = _stretch(usable, years, low, high, span_end, text)
        last: str | None = high
        if kind == "press_release" and low == high and (in_dateline or _only_start(text, mention)):
            last = None
        if best is None or weight > best.weight:
            best = EventDates(
                low,
                last,
                text[mention.start : span_end],
                (block.start + start + mention.start, block.start + start + span_end),
                None,
                "prose",
                basis,
                weight,
            )
    return best


def _only_start(text: str, mention: DateMention) -> bool:
    """Whether the sentence gives the first day only: "began yesterday (05/09)", "three days of meeting"."""
    near = text[max(0, mention.start - 130) : mention.end + 80]
    return bool(_ONGOING.search(near)) or bool(
        re.search(
            r"\b(?:two|three|four|five|\d)[- ]days?\b|\b(?:deux|trois|quatre|cinq) jours\b|\b(?:dos|tres|cuatro|cinco) días\b",
            near,
        )
    )


def _stretch(usable: list[DateMention], years: Years, low: str, high: str, end: int, text: str) -> tuple[str, str, int]:
    """Join the dates of one sentence that together say from when to when ("opens on ..., runs from ... to ... and ...")."""
    for mention in usable[1:]:
        between = text[end : mention.start]
        if len(between) > 90 or _OTHER.search(between):
            break
        iso, _basis = resolve(mention, years)
        if not iso or min(iso) < low:
            break
        first = datetime.date.fromisoformat(low)
        if (datetime.date.fromisoformat(max(iso)) - first).days > 45:
            break
        high, end = max(high, *iso), mention.end
    return low, high, end


def _dateline_end(text: str) -> int:
    where = location_of_dateline(text)
    return where.end if where is not None else 0
