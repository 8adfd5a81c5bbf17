"""Through a page's running text, block by block: the date of each sentence, and which of them are one event's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.dates.event_candidates import EventDates, Years
from parsers.dates.event_prose.best_date import best_date
from parsers.dates.event_prose.day_mentions import counts_back, days_between
from parsers.dates.event_prose.joining import end_with_the_close, join_opening_and_close
from parsers.dates.event_prose.last_days import ends_here, ends_later
from parsers.dates.event_prose.lengths import count_back
from parsers.dates.event_prose.reasons import BESIDE_THE_REPORTED, LEAST, PARAGRAPH_DOWN, SENTENCE_DOWN
from parsers.dates.event_prose.sentence import PARAGRAPH, Sentence, dateline_end, is_paragraph, sentences_of
from parsers.dates.event_prose.under_way import began_before
from parsers.digests import is_digest
from parsers.page import Block, Page
from parsers.prose.cues import Cues, cues
from parsers.record import Kind
from parsers.words.phrases import Tokens

_SHORT = 30  # characters; shorter blocks are no prose
_NO_PROSE = ("field_label", "label", "caption", "field_value")
_PARAGRAPHS = 14  # paragraphs that are looked at
_LINES = 200  # dated lines that are looked at, the short ones too
_TOP = 5  # paragraphs in which a day without a figure may tell of an event for the first time
_FIRST = 10  # blocks at whose head a dateline may stand
_NEXT = 2  # paragraphs behind the one with the first day in which the last one may stand
_APART = 3  # days between what a release reports and what it tells of other times
_DIGIT = re.compile(r"\d")


def prose_dates(page: Page, kind: Kind, years: Years, skip: set[int], tokens: Tokens) -> list[EventDates]:
    """Candidates from the page's sentences, those of opening and close joined. A digest gives none.

    ``skip`` are the numbers of the blocks that the agenda claims, ``tokens`` those of ``page.text``.
    """
    if kind == "press_release" and is_digest(page):
        return []
    found = list(_candidates(page, kind, years, skip, cues(tokens)))
    if kind == "press_release":
        end_with_the_close(found)
        found = [candidate for candidate in found if candidate.weight >= LEAST]
    join_opening_and_close(found)
    return found


def _candidates(page: Page, kind: Kind, years: Years, skip: set[int], found: Cues) -> Iterator[EventDates]:
    position = tried = told_at = 0
    begun = False
    last: EventDates | None = None
    top: EventDates | None = None
    reported: EventDates | None = None  # of a release's first paragraph
    for index, block in enumerate(page.blocks):
        if position > _PARAGRAPHS or tried > _LINES:
            return
        if index in skip or not _is_prose(block):
            continue
        dated = _DIGIT.search(block.text) is not None
        counts = kind == "press_release" and (position < _TOP or top is not None) and counts_back(block.text)
        if dated or counts:
            tried += 1
            lead = kind == "press_release" and (not begun or (counts and dateline_end(block.text) > 0))
            near = position - told_at <= _NEXT
            sentences = sentences_of(page, block, kind, years, found, first=index < _FIRST, lead=lead)
            if top is not None and not near:
                ends_later(top, sentences)
                if position >= _TOP and not dated:
                    continue
            for number, candidate in _read(sentences, last if near else None):
                candidate.weight -= (0.0 if lead else PARAGRAPH_DOWN * position) + SENTENCE_DOWN * number
                if reported is not None and _is_of_another_time(candidate, reported, lead=lead):
                    candidate.weight -= BESIDE_THE_REPORTED
                elif lead and reported is None and candidate.weight >= LEAST:
                    reported = candidate
                if candidate.weight > 0:  # the last day of a call does not go on in the next paragraph
                    last, told_at = candidate, position
                if top is None or candidate.weight > top.weight:
                    top = candidate
                yield candidate
        position += len(block.text) > PARAGRAPH
        begun = begun or is_paragraph(page, block)


def _is_of_another_time(candidate: EventDates, reported: EventDates, *, lead: bool) -> bool:
    """Whether a date lies days before or behind the one that a release's first paragraph reports, and its sentence
    does not begin with that event. In that paragraph itself, ``lead``, a day to come may be that of what is put off.
    """
    if candidate.takes_up or candidate.start is None or reported.start is None:
        return False
    before = days_between(candidate.end or candidate.start, reported.start)
    behind = days_between(reported.end or reported.start, candidate.start)
    return before > _APART or (behind > _APART and not lead)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _SHORT and block.kind not in _NO_PROSE


def _read(sentences: Iterable[Sentence], last: EventDates | None) -> Iterator[tuple[int, EventDates]]:
    """The date of each sentence of a block; ``last`` is that of the paragraphs right before, which may end here."""
    for sentence in sentences:
        if not (_DIGIT.search(sentence.text) or counts_back(sentence.text)):
            continue
        if last is not None and last.is_one_day and (ends_here(last, sentence) or began_before(last, sentence)):
            continue
        candidate = best_date(sentence)
        if candidate is None:
            continue
        count_back(candidate, sentence)
        candidate.takes_up = sentence.takes_up
        if candidate.is_one_day:
            ends_here(candidate, sentence)
        last = candidate if candidate.weight > 0 else last
        yield sentence.number, candidate
