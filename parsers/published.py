"""When a page was published: a post date field, a date line at the title, a dated dateline. Never a feed's import stamp."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.dates import DateMention, find_dates
from parsers.events import Years, resolve
from parsers.page import Block, Page
from parsers.record import Kind
from parsers.years import year_evidence

_POST_FIELD = re.compile(
    r"post-?date|publi|created|node-post|release-date|press-release-date|field-date$|date-published|published"
)
_BRIEFING = re.compile(r"briefing notes?|notes? de presse|press notes?", re.IGNORECASE)
_DATELINE = re.compile(r"^\(?[^.!?;“\"]{2,90}?(?:\s[–—-]\s?|\s?[–—−]\s?|\)\s*[.:]\s*|:\s|\.-\s?|,\s)")


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication with its words."""

    date: str
    span: tuple[int, int]
    rule: str
    basis: str | None = None


def published_on(page: Page, kind: Kind) -> Published | None:
    """The day on which the page says it was published, or None."""
    return (
        _post_field(page, kind)
        or _date_line(page, kind)
        or (_dated_dateline(page) if kind == "press_release" else None)
        or _head(page, kind)
    )


def _post_field(page: Page, kind: Kind) -> Published | None:
    for block in page.blocks[:14]:
        name = (block.field or "").casefold()
        if (
            block.kind == "field_label"
            or not name
            or not _POST_FIELD.search(name)
            or (kind == "event" and name.endswith("field-date"))
        ):
            continue
        value = _day_of(block)
        if value is not None:
            return value
    return None


def _day_of(block: Block) -> Published | None:
    mention = next(
        (m for m in find_dates(block.text) if m.days and m.days[0].year is not None and m.days[0].day is not None), None
    )
    if mention is not None:
        days, _basis = resolve(mention, Years([], None))
        if days:
            return Published(days[0], (block.start + mention.start, block.start + mention.end), "post date")
    if block.datetime and re.match(r"\d{4}-\d\d-\d\d", block.datetime):
        return Published(block.datetime[:10], (block.start, block.end), "post date")
    return None


def _date_line(page: Page, kind: Kind) -> Published | None:
    """A lone date before or behind the title; on event pages only before it, or where a date field follows."""
    title_at = next((i for i, block in enumerate(page.blocks[:6]) if block.text == page.title), None)
    has_field = any(block.kind == "field_label" for block in page.blocks[:10]) or any(
        block.field and "date" in block.field for block in page.blocks[:10]
    )
    for index, block in enumerate(page.blocks[:7]):
        if block.kind in ("field_label", "field_value", "item") or len(block.text) > 60 or block.field:
            continue
        mentions = find_dates(block.text)
        if (
            not mentions
            or mentions[0].is_range
            or not mentions[0].days
            or len(mentions[0].days) > 1
            or mentions[0].clock_follows
        ):
            continue
        mention = mentions[0]
        rest = (block.text[: mention.start] + block.text[mention.end :]).strip(" |,:–—-.")
        if mention.published_hint or re.fullmatch(
            r"(?:published|posted|posted on|publié le|publicado el|date|fecha|نشر في|[A-Za-z]{3,9}\.?)?(?:\s*on)?",
            rest,
            re.IGNORECASE,
        ):
            if (
                kind == "event"
                and not (has_field and (title_at is None or index < title_at or block.datetime is not None))
                and not mention.published_hint
            ):
                continue
            if mention.days[0].year is None or mention.days[0].day is None:
                continue
            days, _basis = resolve(mention, Years([], None))
            if days and (kind != "press_release" or title_at is None or index <= title_at + 3):
                return Published(days[0], (block.start + mention.start, block.start + mention.end), "date line")
    if kind == "press_release" and page.title and _BRIEFING.search(page.title):
        for mention in find_dates(page.title):
            days, _basis = resolve(mention, Years([], None))
            if days and title_at is not None:
                start = page.blocks[title_at].start
                return Published(days[0], (start + mention.start, start + mention.end), "title of briefing notes")
    return None


def _dated_dateline(page: Page) -> Published | None:
    """ "Almaty, June 9, 2018 – ...", "(16 October 2017, Geneva/New York): ...", "New York, 8 July – ..."."""
    for block in page.blocks[:9]:
        if block.kind != "paragraph" or len(block.text) < 60:
            continue
        mentions = [m for m in find_dates(block.text[:110]) if m.days]
        if not mentions or mentions[0].start > 60:
            continue
        mention = mentions[0]
        behind = block.text[mention.end : mention.end + 40]
        if not _closes(block.text, mention, behind):
            continue
        days, basis = resolve(mention, Years(year_evidence(page), None))
        if days:
            return Published(days[0], (block.start + mention.start, block.start + mention.end), "dateline", basis)
        return None
    return None


def _closes(text: str, mention: DateMention, behind: str) -> bool:
    if mention.is_range or len(mention.days) > 1 or mention.relative:
        return False
    before = text[: mention.start]
    if re.search(r"[–—]\s|\s-\s", before) or re.search(
        r"\b(?:on|le|el|from|du|del|les|los)\s*$", before, re.IGNORECASE
    ):
        return False
    if mention.start <= 1:
        return bool(re.match(r"\s*[،,]\s*[^\d.!?]{2,40}?\s*(?:[–—-]|\)\s*[.:])", behind))
    return bool(re.match(r"\s*\)?\s*\.?\s*(?:[–—−-]|:|\.-)", behind))


def _head(page: Page, kind: Kind) -> Published | None:
    """article:published_time in the page's head, for releases whose body prints no date."""
    if kind != "press_release" or not page.published_time or not re.match(r"\d{4}-\d\d-\d\d", page.published_time):
        return None
    block = page.blocks[0] if page.blocks else None
    return Published(
        page.published_time[:10],
        (block.start, block.start) if block else (0, 0),
        "article:published_time",
        "the page's head",
    )
