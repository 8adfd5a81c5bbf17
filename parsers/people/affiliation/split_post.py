"""A post and its body, named in the same words.

"IOM Director General" has the body before the post, "IOM's Director" owns it, "President of the Tide Council" has it
behind "of", "Manager at Tide Ltd" behind "at". The first way that fits is taken.
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.at_body import (
    post_at_name,
    post_at_small_name,
    post_before_arabic_body,
    post_before_arabic_word,
    post_of_adviser,
    post_of_group,
    post_of_house,
)
from parsers.people.affiliation.body_first import body_then_post
from parsers.people.affiliation.committees import post_in_parliament
from parsers.people.affiliation.of_body import post_of_body
from parsers.people.affiliation.owners import owner_then_post
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.unlisted import (
    post_before_agency,
    post_of_acronym,
    post_of_firm,
    post_of_ministry,
    post_of_reporter,
)
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


@functools.lru_cache(maxsize=1024)  # the same posts come back on other pages
def split_post(position: str) -> tuple[str, str | None]:
    """A post and the body named in the same words: "IOM Director General", "Manager at X", "President of the X".

    Who serves two bodies is of no single one: "Joint Envoy of X and Y" has none.
    """
    if is_joint(position):
        return position, None
    position = _past_work(position)
    return (
        post_in_parliament(position)
        or owner_then_post(position)
        or body_then_post(position)
        or post_at_name(position)
        or post_of_adviser(position)
        or post_of_body(position)
        or post_of_firm(position)
        or post_of_house(position)
        or post_of_group(position)
        or post_at_small_name(position)
        or post_of_acronym(position)
        or post_of_ministry(position)
        or post_of_reporter(position)
        or post_before_agency(position)
        or post_before_arabic_body(position)
        or post_before_arabic_word(position)
        or (position, None)
    )


def _past_work(position: str) -> str:
    """A post without what its holder wrote besides: "the report's editor and Head of Ports" gives "Head of Ports"."""
    made = _made().match(position)
    head = head_of_post(position[made.end() :]) if made is not None else None
    return position[made.end() :] if made is not None and head is not None and head[0] == 0 else position


@functools.cache
def _made() -> re.Pattern[str]:
    makers, works = _WORDS.any_of("made.makers"), _WORDS.any_of("made.works")
    owned = rf"{works}['’]s\s{makers}"
    of = rf"{makers}\s{leading('of')}{leading('definite')}?{works}"
    return re.compile(rf"{leading('definite')}?(?:{owned}|{of})\s{leading('and_field')}", re.IGNORECASE)


def is_joint(position: str) -> bool:
    """Whether a post is held for two bodies: "Joint Special Envoy of UNHCR and IOM", "Representante Conjunto de …".

    So are those of the United Nations by whose name a body of theirs is called: "Alto Comisionado de las Naciones
    Unidas para los Refugiados".
    """
    return _joint().search(position) is not None or _title().match(position) is not None


@functools.cache
def _joint() -> re.Pattern[str]:
    held = rf"(?<!\w)(?:{_WORDS.any_of('joint.held')})(?!\w)(?:\s\S+){{0,4}}?"
    of = rf"\s{leading('of', 'for')}?{leading('definite')}?"
    body = r"(?:[A-Z][\w/.-]*|ال\S+|لل?\S+|\S+ ال\S+)(?:\s[^,;:]*?)?"
    return re.compile(rf"{held}{of}{body}\s{_WORDS.leading('joint.and')}", re.IGNORECASE)


@functools.cache
def _title() -> re.Pattern[str]:
    of = rf"(?:\s{leading('of')}{leading('definite')}?|\s)"
    return re.compile(rf"{_WORDS.any_of('joint.titles')}{of}{_WORDS.any_of('united.names')}", re.IGNORECASE)
