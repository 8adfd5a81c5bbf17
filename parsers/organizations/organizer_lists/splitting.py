"""A list of bodies from the outside in: roles, marks, dashes, commas, "and"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parsers.organizations.names import without_bracket
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.commas import rejoined
from parsers.organizations.organizer_lists.conjunctions import split_at_and, split_at_with
from parsers.organizations.organizer_lists.list_ends import without_sequel
from parsers.organizations.organizer_lists.pieces import is_name, pieces_between, scan, trimmed
from parsers.organizations.organizer_lists.single_names import body_in
from parsers.organizations.organizer_lists.spokespersons import spokesperson
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_LONGEST_LIST = 4000  # characters; no list is longer
_MARKS = re.compile(r"[;•|]|\s/\s")
_COMMAS = re.compile(r"[,،]")


def split_organizer_list(text: str) -> list[Body]:
    """The bodies that a list of organisers names, as printed, in its order.

    ``text`` is the value of a label ("Organizers:", "Partners:", "Co-hosted by"). Commas, semicolons, "and" and spaced
    dashes part the names, but not inside of one: known names, "Ministry of Labour, Employment and Social Security",
    "Governments of Bangladesh and Fiji" stay whole. Remarks such as "(TBC)" go. What follows "sponsored by", "with the
    support of", "in partnership with" (involvement.toml) carries that role. A person with a post stands for a body
    ("Amy Pope, Director General, International Organization for Migration"; where no body is named, the post is its
    name).
    """
    bodies: list[Body] = []
    text = without_sequel(text[:_LONGEST_LIST])
    by = _by().match(text)
    start, role = by.end() if by else 0, None
    turns = [turn for turn in scan(text).turns if turn[0] >= start]
    for begin, after, following in [*turns, (len(text), len(text), None)]:
        bodies.extend(replace(body, role=role) for body in _split_segment(text, start, begin))
        start, role = after, following
    return bodies


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s*{_WORDS.leading('names.by')}", re.I)


def _split_segment(text: str, start: int, end: int) -> list[Body]:
    """The bodies of one part of a list, all in one role."""
    pieces = pieces_between(text, start, end, _MARKS)
    if len(pieces) > 1:
        return [body for begin, stop in pieces for body in _split_segment(text, begin, stop)]
    person = spokesperson(text, start, end)
    if person is not None:
        return [person]
    names: list[tuple[int, int]] = []
    for begin, stop in rejoined(text, pieces_between(text, start, end, _COMMAS)):
        for first, last in _split_dash(text, begin, stop):
            for side in split_at_with(text, first, last):
                names.extend(name for joint in split_at_and(text, *side) for name in _split_acronyms(text, *joint))
    return [body for begin, stop in names if (body := body_in(text, begin, stop)) is not None]


def _split_dash(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two names with a spaced dash between them; the second goes where it only explains the first."""
    pieces = pieces_between(text, start, end, _SPACED_DASH)
    if len(pieces) < 2:
        return [(start, end)]
    names = [piece for piece in pieces if is_name(text[piece[0] : piece[1]])]
    if len(names) < len(pieces) or _is_office(text, *pieces):
        return [(start, end)]
    kept: list[tuple[int, int]] = []
    known: set[str] = set()
    for begin, stop in names:
        payload = lexicon.whole(without_bracket(trimmed(text[begin:stop])), "organization")
        if payload is None or payload.id not in known:
            kept.append((begin, stop))
        if payload is not None:
            known.add(payload.id)
    return kept


def _is_office(text: str, *pieces: tuple[int, int]) -> bool:
    """Whether the second part says in which state a known body's office is: "UNICEF - Fiji"."""
    if len(pieces) > 2:
        return False
    body, place = (text[begin:end] for begin, end in pieces)
    known = lexicon.whole(without_bracket(trimmed(body)), "organization")
    return known is not None and known.kind in _WITH_OFFICES and country_of(place.strip(" .,;:")) is not None


_WITH_OFFICES = ("un", "igo", "ngo")


def _split_acronyms(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two known bodies with a stroke between their acronyms: "IOM/UNHCR", not "J/TIP".

    A hyphen joins what the two have: "the IOM-UNDESA indicator".
    """
    joint = _ACRONYMS.fullmatch(text, start, end)
    if joint is None:
        return [(start, end)]
    known = all(lexicon.whole(name, "organization") is not None for name in joint.groups())
    return [joint.span(1), joint.span(2)] if known else [(start, end)]


_ACRONYMS = re.compile(r"\s*([A-Z]{2,9})\s?[/+]\s?([A-Z]{2,9})\s*")


_SPACED_DASH = re.compile(r"\s[–—-]\s")
