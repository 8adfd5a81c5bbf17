"""A place on a line of an event page: beside the date, at the top, behind "at the" in an invitation."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.agenda.labels import label_at
from parsers.agenda.session_kinds import names_session
from parsers.dates.finding import find_dates
from parsers.dates.times import find_times
from parsers.documents.labels import is_document_label
from parsers.page import Block, Page
from parsers.people.lines import read_people
from parsers.places.buildings import is_building
from parsers.places.forms import Where, date_words, place_words
from parsers.places.street_lines import has_street
from parsers.places.venue_line import has_verb, read_venue_line
from parsers.words import lexicon
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold, tokenise
from parsers.words.sentences import sentences
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

Span = tuple[int, int]

_LINE = 170  # characters of a line that may be a place
_FIRST = 8  # blocks of an introduction
_TOP, _FIRST_LINES = 24, 7  # blocks in which a place may stand on a line of its own, fields not counted
_LABELLED = re.compile(r"[^\W\d_]:\s")  # "For IOM: Ana Ruiz, Head of Office in Lima"
_DIGIT = re.compile(r"\d")
_NOTE = re.compile(r"[;؛]|\s[–—-]\s")
_SENTENCE_ENDS = re.compile(r"(?:[^\W\d_]{3}[)»”\"]?|.{60}\d)[.!?]$")


def beside_date(page: Page, date: Span, skip: set[int]) -> Where | None:
    """The line of the date, or a line next to it, where it is a place and little else.

    A cell of the agenda's table ("Job fair in Choloma") gives the town alone: its house is that of one item.
    """
    at = next((i for i, block in enumerate(page.blocks) if block.start <= date[0] < block.end), None)
    if date == (0, 0) or at is None or len(page.blocks[at].text) > _LINE:
        return None
    for index in (at, at - 1, at + 1, at - 2):
        if 0 <= index < len(page.blocks) and _place_like(page.blocks[index]) and page.blocks[index].text != page.title:
            where = _read_line(page.blocks[index])
            if where is not None and index in skip and page.blocks[index].kind == "cell":
                return replace(where, venue=None, venue_span=(0, 0))
            if where is not None:
                return _with_venue_line(page, at, where) if where.venue is None else where
    return None


def _with_venue_line(page: Page, at: int, where: Where) -> Where:
    """The venue on a line of its own beside the date's: "Dakar, 11 et 12 octobre 2006" / "Hôtel Téranga"."""
    below = at + 1 < len(page.blocks) and page.blocks[at + 1].text.isupper()  # "AGENDA" may stand between
    for index in (at + 1, at - 1, at + 2 if below else -1):
        if not 0 <= index < len(page.blocks) or not _place_like(page.blocks[index]):
            continue
        block = page.blocks[index]
        if len(block.text) > 80 or block.text == page.title or find_dates(block.text) or find_times(block.text):
            continue
        if block.text.isupper() or lexicon.found(tokenise(block.text), "cue"):
            continue  # "Seminar convened by IOM and the Port Trust"
        if is_document_label(block.text) or (names_session(block.text) and not is_building(block.text)):
            continue  # "Programme", "Opening session"
        folded = fold(block.text)
        if _meeting().search(folded) and place_words("venue").isdisjoint(re.findall(r"[^\W\d_]+", folded)):
            continue  # "Second Forum on Lamps"
        venue = read_venue_line(block.text)
        if venue is not None and venue.venue is not None and venue.city in (None, where.city):
            shifted = venue.shifted(block.start)
            return replace(where, venue=shifted.venue, venue_span=shifted.venue_span)
    return where


@functools.cache
def _meeting() -> re.Pattern[str]:
    return whole_words(load("kinds")["words"]["event"])


def _read_line(block: Block) -> Where | None:
    """Venue, city and country of a line, its dates and times blanked out; its country must be known."""
    text = block.text
    if _DIGIT.search(text):
        for mention in find_dates(text):
            text = _blanked(text, mention.start, mention.end)
        for time in find_times(text):
            text = _blanked(text, time.start, time.end)
    if not re.search(r"[^\W\d_]{3}", text) or _LABELLED.search(text) or _tells(text):
        return None
    where = read_venue_line(text)
    if where is None or where.country is None or (_names_people(text) and not has_street(text)):
        return None
    return where.shifted(block.start)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def place_line(page: Page, skip: set[int], date: Span) -> Where | None:
    """A line or first sentence at the top that is a place: "Federal Foreign Office, Berlin", "Geneva | CICG".

    A first sentence holds a building, or the event's ``date``.
    """
    top = [(index, block) for index, block in enumerate(page.blocks[:_TOP]) if not block.kind.startswith("field_")]
    for index, block in top[:_FIRST_LINES]:
        if block.text == page.title or index in skip or not re.search(r"[,|،]", block.text):
            continue
        text = block.text
        if len(text) > 100 or not _place_like(block):
            first = sentences(text)[:1]
            if block.kind != "paragraph" or not first or first[0][1] > 100 or first[0][1] == len(text):
                continue
            text = text[: first[0][1]].rstrip(" .")
            if _is_running_text(text):
                continue
        where = _read_line(Block(block.kind, text, block.start))
        if where is None or where.city is None:
            continue
        dated = date != (0, 0) and block.start <= date[0] < block.start + len(text)
        if text == block.text or dated or (where.venue is not None and is_building(where.venue)):
            return where if where.venue is not None else _with_venue_line(page, index, where)
    return None


def _tells(text: str) -> bool:
    """Whether a line is a sentence, as of a meeting that it is held, and no place alone; what a semicolon or dash sets
    apart is a note ("Room 18, Geneva – in person; no guests will be admitted").
    """
    if has_verb(_NOTE.split(text, maxsplit=1)[0]):
        return True
    return any(match.payload == lexicon.HELD for match in lexicon.found(tokenise(text), "held"))


def _is_running_text(text: str) -> bool:
    """Whether a sentence tells of something: who does what, or in words that are none of places."""
    tokens = tokenise(text)
    if lexicon.found(tokens, "cue"):
        return True  # "IOM organizes the workshop in Lisbon, Portugal"
    named = [match for group in ("venue", "city", "country") for match in lexicon.found(tokens, group)]
    words = (
        word.group()
        for word in _WORD.finditer(text)
        if word.group()[0].islower() and not any(name.start <= word.start() < name.end for name in named)
    )
    of_places = place_words("venue") | place_words("dateline")
    other = (word for word in words if fold(word) not in of_places and not date_words().match(word))
    return sum(len(word) > _SMALL_WORD for word in other) > _MOST_WORDS


_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = 3  # letters of articles and the like
_MOST_WORDS = 1  # of others in a place's name: "library of the university"


def _names_people(text: str) -> bool:
    """Whether a line is of somebody: "Dr. A B, Ministry of Health, Egypt", "A B, University of Vienna"."""
    return any(
        (person.honorific or person.position or person.organization)
        and place_words("venue").isdisjoint(fold(person.name).split())  # "Nelson Mandela Hall, University of Nairobi"
        for person in read_people(text)
    )


def _place_like(block: Block) -> bool:
    return (
        len(block.text) < _LINE
        and block.kind in ("paragraph", "heading", "item", "cell", "label")
        and not _SENTENCE_ENDS.search(block.text)
        and label_at(block.text) is None
    )


_AT = re.compile(
    rf"\b{leading('at')}{leading('definite')}?(?=[A-ZÀ-Þ])([^;]{{4,120}}?)(?:\.\s|\.$|;|\s[–—]\s(?=[a-zß-ÿ])|$)"
)


def invitation(page: Page, skip: set[int]) -> Where | None:
    """ "... on Thursday, 18 December at the Old Rope Works, 12 Harbour Street, Valletta"."""
    for index, block in enumerate(page.blocks[:_FIRST]):
        if index in skip or block.text == page.title or len(block.text) < 40 or not _DIGIT.search(block.text):
            continue
        for mention in find_dates(block.text)[:3]:
            match = _AT.search(block.text, mention.end, min(len(block.text), mention.end + 200))
            if match is None or "." in block.text[mention.end : match.start()] or has_verb(match[1]):
                continue
            where = read_venue_line(_place_alone(match[1]))
            if where is not None and where.country is not None and where.venue is not None:
                return where.shifted(block.start + match.start(1))
    return None


def _place_alone(text: str) -> str:
    """The text up to where its sentence goes on: ", brings together", "for the workshop", "les 10 et 11 octobre"."""
    ends = [match.start() for match in _goes_on().finditer(text)]
    ends += [mention.start for mention in find_dates(text)] if _DIGIT.search(text) else []
    return text[: min(ends, default=len(text))].rstrip(" ,")


@functools.cache
def _goes_on() -> re.Pattern[str]:
    of_places = alternatives(place_words("venue") | place_words("street") | place_words("dateline"))
    place = rf"(?:{any_of('at', 'of', 'definite', 'and')}|{of_places})(?!\w)"
    return re.compile(rf",\s(?=[a-zß-ÿ])(?!{place})|\s{any_of('for', 'with')}\s")
