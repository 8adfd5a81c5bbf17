"""Commas inside of one name.

"Ministry of Labour, Employment and Social Security", "Ministry of Justice, Kenya", "Blue Boats, Inc." are one each.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists.joint_names import (
    ends_in_short_form,
    is_field,
    of_several_states,
    takes_fields,
    without_accreditation,
)
from parsers.organizations.organizer_lists.pieces import and_border, is_known, trimmed
from parsers.organizations.organizer_lists.single_names import begins_with_kind
from parsers.organizations.organizer_lists.spelling import spelt_by_both
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.phrases import tokenise
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def rejoined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces between commas, with those joined to the one before that do not stand on their own."""
    joined: list[tuple[int, int]] = []
    for begin, end in pieces:
        if joined:
            before = text[joined[-1][0] : joined[-1][1]]
            piece = text[begin:end]
            last_piece = before.rpartition(",")[2] or before
            country = country_of(trimmed(piece))
            if (
                (_takes_more(before) and is_field(piece) and not begins_with_kind(piece.lstrip()))
                or (of_several_states(_last_of_all(before)) and _begins_with_state(piece))
                or (country and _bare_country().match(piece) and _is_state_body(last_piece))
                or _legal().fullmatch(piece)
                or spelt_by_both(last_piece, piece[: piece.find(")") + 1] or piece)
            ):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((begin, end))
    return joined


def _takes_more(text: str) -> bool:
    """Whether a name may go on with fields: not behind its short form, "Trade Commission (TC), *Statistics Togo*"."""
    return not ends_in_short_form(text) and (takes_fields(text) or takes_fields(_last_name(text)))


def _begins_with_state(text: str) -> bool:
    """Whether a piece names a state first: "Fiji", "Chad and Kenya to the United Nations", "Chad and a Trust"."""
    return country_of(without_accreditation(trimmed(and_border().split(text)[0]))) is not None


def _last_name(text: str) -> str:
    """The last of the names that "and" joins, where the one before it is known: "Labour" goes on with that one."""
    names = and_border().split(text)
    return names[-1] if len(names) > 1 and is_known(names[-2]) else text


def _last_of_all(text: str) -> str:
    """What stands behind the last "and": "the Port Trust and *the Embassies of Fiji*"; all where states are joined."""
    return text if of_several_states(text) else and_border().split(text)[-1]


@cache
def _legal() -> re.Pattern[str]:
    """The legal form of a company, which a comma may stand before: "Blue Boats, Inc."."""
    return re.compile(rf"\s*{_WORDS.any_of('names.legal')}\.?\s*")


@cache
def _bare_country() -> re.Pattern[str]:
    joins, state = _WORDS.any_of("names.and"), _WORDS.any_of("names.state")
    return re.compile(rf"(?!\s*(?:{joins}|(?:{leading('definite')})?{state}))", re.I)


def _is_state_body(text: str) -> bool:
    """Whether the name is a ministry's or the like and names no country yet: a country behind a comma belongs to it."""
    words = {word for word in tokenise(text).folded if word}
    if not words & head_words()["lists"] or words & {"iom", "oim", "un", "onu"}:
        return False
    tokens = tokenise(text)
    return not lexicon.found(tokens, "country") and not lexicon.found(tokens, "organization")
