"""Names that hold several things which commas and "and" join: a ministry's fields, the states of "Governments of"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.organizations.names import head_words, looks_like_organization, without_bracket
from parsers.organizations.organizer_lists.pieces import and_border, trimmed
from parsers.places.countries import country_of
from parsers.words.phrases import tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


@lru_cache(maxsize=1024)
def takes_fields(text: str) -> bool:
    """Whether a name's head may take several fields: "Ministry of", "Department for", "Ministerio de".

    Not one that has them before it and nothing behind: "Civil Protection Directorate".
    """
    lists = head_words()["lists"]
    words = [word for word in tokenise(without_bracket(text)).folded if word]
    return not lists.isdisjoint(words[: min(4, max(1, len(words) - 1))])


@lru_cache(maxsize=1024)
def is_field(text: str) -> bool:
    """Whether a piece goes on with a ministry's fields: "Employment", "and Social Security", "del Interior"."""
    bare = text.strip(" ,")
    joint = _and_first().match(bare)
    first = and_border().split(bare[joint.end() :] if joint else bare)[0]
    first = without_bracket(first)  # the acronym is of the whole name: "and Social Security (MoLESS)"
    of_state = _OF_STATE.search(first)
    first = first[: of_state.start()] if of_state and country_of(of_state[1]) else first
    words = [word for word in tokenise(first).folded if word and len(word) > 2]
    fields = head_words()["fields"]
    if len(words) > 1 and words[-1] == "services" and fields.issuperset(words[:-1]):
        return True  # "Department of Immigration and Citizenship Services"
    return bool(words) and any(word in fields for word in words) and looks_like_organization(first) < 0.5


def closed_before(before: str, piece: str) -> bool:
    """Whether short forms end two texts, each its own: "Agence du Port (ADP), *de la Coopération des Mers (CDM)*"."""
    return ends_in_short_form(before) and _ENDS_CLOSED.match(piece) is not None


def ends_in_short_form(text: str) -> bool:
    """Whether a short form in brackets stands last: "Trade Commission (TC)"."""
    return _CLOSED.search(text) is not None


_CLOSED = re.compile(r"\([A-Z][A-Za-z&/-]{1,9}\)\s*$")
_ENDS_CLOSED = re.compile(r"[^()]*\([A-Z][A-Za-z&/-]{1,9}\)")
_OF_STATE = re.compile(rf"\s{any_of('of_en')}\s([A-Z][^,;()]+)$")  # "and Citizen Services of Chad"


@cache
def _and_first() -> re.Pattern[str]:
    return re.compile(_WORDS.leading("names.and"))


def of_several_states(text: str) -> bool:
    """Whether a text begins as a name of several states' bodies does: "Governments of", "Permanent Missions of"."""
    return _plural_states().match(trimmed(text)) is not None


@cache
def _plural_states() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{leading('definite')})?{_WORDS.any_of('names.of_states')}\s+{_WORDS.leading('names.of')}", re.I
    )


def without_accreditation(text: str) -> str:
    """The text without what its missions are accredited to: "Missions of Fiji and Chad *to the United Nations*"."""
    return _accredited().sub("", text)


@cache
def _accredited() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.leading('names.accredited')}.*$")
