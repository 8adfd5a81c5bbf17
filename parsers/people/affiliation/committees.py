"""Committees of parliaments, which belong to the post of who chairs them: the body is the parliament.

"Chair, Labour Committee, Senate of Kenya" and "présidente de la Commission des lois de l'Assemblée nationale" chair a
committee; the same words before another body, or none, name a body of its own.
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.post_words import folded_words
from parsers.people.affiliation.segments import Segment
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


def with_committees(segments: list[Segment]) -> list[Segment]:
    """The segments, "Chair" and "Labour Committee" joined where a parliament stands behind them."""
    for number, (post, committee, body) in enumerate(zip(segments, segments[1:], segments[2:], strict=False)):
        if not _is_parliament(body.text) or not _committee().search(fold(committee.text)):
            continue
        if _chair().fullmatch(fold(post.text)):
            joined = Segment(f"{post.text}, {committee.text}", post.start, committee.end)
            return [*segments[:number], joined, *segments[number + 2 :]]
    return segments


def post_in_parliament(position: str) -> tuple[str, str] | None:
    """Post and parliament of "Chair of the Labour Committee of the Senate"; None for other words."""
    if not _committee().search(fold(position)):
        return None
    held = _chairs_committee().fullmatch(position)
    if held is None or not _committee().search(fold(held["committee"])):
        return None
    return held["post"], held["body"]


@functools.cache
def _chairs_committee() -> re.Pattern[str]:
    chair, of = _WORDS.any_of("parliament.chairs"), rf"{leading('of')}{leading('definite')}?"
    parliament = rf"(?:[{CAPITALS}]\S+ )?{_WORDS.any_of('parliament.names')}"
    return re.compile(rf"(?P<post>(?i:{chair})\s{of}(?P<committee>[^,;]+?))\s{of}(?P<body>{parliament}(?: [^,;]+)?)")


def _is_parliament(words: str) -> bool:
    return _parliament().match(fold(words)) is not None


@functools.cache
def _parliament() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('the_en')} )?(?:\S+ )?(?:{folded_words('parliament.names')})(?!\w)")


@functools.cache
def _committee() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{folded_words('parliament.committees')})(?!\w)")


@functools.cache
def _chair() -> re.Pattern[str]:
    return re.compile(rf"(?:{folded_words('parliament.chairs')})")
