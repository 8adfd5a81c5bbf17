"""What is read last: the event's status and series, and what is wrong or was left over."""

from __future__ import annotations

import functools
import re

from parsers.assembly.reading import Reading
from parsers.dates.finding import find_dates
from parsers.dates.times import find_times
from parsers.documents.heads import names_documents_only
from parsers.record import Evidence, Problem
from parsers.series import series_of
from parsers.words.patterns import whole_words
from parsers.words.phrases import Tokens, fold
from parsers.words.vocabulary import load

_DIGIT = re.compile(r"\d")


def note_impossible(reading: Reading) -> None:
    """Dates and times whose words are wrong: the 31st of April, an end that is cut off."""
    for block in reading.page.blocks:
        if len(block.text) > 400 or not _DIGIT.search(block.text):
            continue
        for code, mentions in (("impossible_date", find_dates(block.text)), ("odd_time", find_times(block.text))):
            for mention in mentions:
                if mention.problem is not None:
                    where = block.start + mention.start, block.start + mention.end
                    words = reading.page.quote(*where)
                    reading.record.problems.append(Problem(code, f"{mention.problem}: {words}", *where))


@functools.cache
def _status_words() -> list[tuple[str, re.Pattern[str]]]:
    return [(status, whole_words(words)) for status, words in load("status").items()]


def read_status(reading: Reading) -> None:
    """Cancelled, postponed or rescheduled, where the title or the first lines say so of the event itself."""
    page, record = reading.page, reading.record
    if record.kind != "event":
        return
    for block in page.blocks[:6]:
        if len(block.text) >= 160 and block.text != page.title:
            continue
        folded = fold(block.text)
        for status, words in _status_words():
            if words.search(folded):
                record.status = status
                record.evidence.append(Evidence("status", block.start, block.end, "status word"))
                return


def read_series(reading: Reading, tokens: Tokens) -> None:
    """The series that the title or the text names; a title in no block has its words in the text, if anywhere."""
    record = reading.record
    found = series_of(record.title, tokens)
    if found is None:
        return
    record.series = found.code
    start, end = found.span
    if found.in_title:
        shown = next((block.start for block in reading.page.blocks if block.text == record.title), None)
        start = reading.page.text.find((record.title or "")[start:end]) if shown is None else shown + start
        end = start + found.span[1] - found.span[0]
    if start >= 0:
        record.evidence.append(Evidence("series", start, end, rule="series in title" if found.in_title else "series"))


def note_leftovers(reading: Reading) -> None:
    """Note each line of the agenda that nothing claimed, and an event that has neither date nor session."""
    page, record, agenda = reading.page, reading.record, reading.agenda
    for index in agenda.claimed:
        reading.claimed.setdefault(index, "agenda")
    documents = [*record.documents, *(one for session in record.sessions for one in session.documents)]
    for index in agenda.leftovers:
        block = page.blocks[index]
        if index not in agenda.claimed and not names_documents_only(block, documents):
            record.problems.append(
                Problem(
                    "leftover", f"nothing in the agenda claims this line: {block.text[:120]}", block.start, block.end
                )
            )
    if record.kind == "event" and not record.start_date and not record.sessions:
        record.problems.append(Problem("no_date", "an event without a date that the page yields"))
