"""A series told as a list of dated lines: "7 October: Papers", "14 October: Markets" … From the first day to the last.

Lines of an agenda are read elsewhere; here are those that are no agenda's, such as the seminars of a month or the
activities of a week.
"""

from __future__ import annotations

import re

from parsers.dates.deadlines import is_deadline
from parsers.dates.event_candidates import EventDates, Years, days_of, is_content_field, resolve
from parsers.dates.finding import DateMention
from parsers.page import Block, Page
from parsers.prose.cues import Cues

_BLOCKS = 80  # blocks of a page that are looked at
_HEAD = 70  # characters of a line in which its date stands
_BULLET = 3
_BEHIND = 30  # characters between a date and the colon that ends the line's head
_GAP = 4  # blocks from one line to the next
_LEAST, _LEAST_NAMED = 3, 2  # lines of a list; fewer where each names a meeting before its colon
_DIGIT = re.compile(r"\d")


def dated_series(page: Page, years: Years, skip: set[int], found: Cues) -> tuple[int, EventDates] | None:
    """The page's first list of dated lines in the order of their days, with the number of its first block."""
    run: list[tuple[int, DateMention, bool]] = []
    for index, block in enumerate(page.blocks[:_BLOCKS]):
        mention = None if index in skip else _head_date(block)
        if mention is None:
            continue
        if run and index - run[-1][0] > _GAP:
            if (series := _series(page, run, years)) is not None:
                return series
            run = []
        run.append((index, mention, found.any_overlap("kind_event", block.start, block.start + mention.start)))
    return _series(page, run, years)


def _head_date(block: Block) -> DateMention | None:
    """The date that begins a line, or stands before its colon: "• 7 October: Papers", "Workshop, 9-10 May, Suva: …"."""
    if not is_content_field(block.field) or block.kind in ("field_label", "label", "caption", "field_value"):
        return None
    head = block.text[:_HEAD]
    if not _DIGIT.search(head):
        return None
    mention = next(iter(days_of(head)), None)
    if mention is None:
        return None
    rest = block.text[mention.end :]
    begins = mention.start <= _BULLET and (bool(rest.strip(" .:,–—-")) or block.kind == "cell")
    if not begins and ":" not in rest[:_BEHIND]:
        return None
    return None if is_deadline(block.text[:160]) else mention


def _series(page: Page, run: list[tuple[int, DateMention, bool]], years: Years) -> tuple[int, EventDates] | None:
    if len(run) < (_LEAST_NAMED if all(named for _index, _mention, named in run) else _LEAST):
        return None
    days: list[list[str]] = []
    for index, mention, _named in run:
        iso, basis = resolve(mention, years, page.blocks[index].start + mention.start)
        if not iso or (days and iso[0] <= days[-1][0]):
            return None
        days.append(iso)
    (first, opening, _), (last, closing, _) = run[0], run[-1]
    at = page.blocks[first].start
    ends_at = page.blocks[last].start
    text = page.blocks[first].text[opening.start : opening.end]
    span, end_span = (at + opening.start, at + opening.end), (ends_at + closing.start, ends_at + closing.end)
    end = max(iso[-1] for iso in days)
    return first, EventDates(days[0][0], end, text, span, end_span, "dated list", basis)
