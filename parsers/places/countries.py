"""Countries as printed, in any of their names.

``country_of`` reads a slot that is meant to hold a country, ``country_in_body`` the name of a body, ``find_countries``
running text. A country code is ISO 3166-1 alpha-2, ``XK`` for Kosovo. Names that the archive maps to no state
("Taiwan", "Somaliland") give None: their printed form is kept elsewhere, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.words import lexicon
from parsers.words.lexicon import CountryName
from parsers.words.phrases import Match, Tokens, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import WordLists

_ARTICLE = re.compile(rf"^{any_of('before_country')}(?:\s+|(?<=['’]))", re.I)
_EDGE = ' \t\u00a0.,;:*()[]-–—|/"“”«»'
_BRACKET = re.compile(r"^(.*\S)\s*\(([^()]+)\)\s*\*?$")


@dataclass(slots=True, frozen=True)
class PlaceMatch:
    """A country named in running text: ``text[start:end]``; ``code`` is None for a name that is mapped to nothing."""

    start: int
    end: int
    code: str | None
    name: str


@cache
def _style() -> re.Pattern[str]:
    """What stands before the name of a state in the state's own style."""
    words = WordLists("places")
    en, fr, es, ar = (words.plain("style.states", languages=[language]) for language in LANGUAGES)
    return re.compile(
        rf"^{leading('the_en')}?(?:{en}s?\s+{any_of('of_en')}(?:\s+{any_of('the_en')})?|{fr}\s+{any_of('state_of_fr')}"
        rf"|{es}\s+{any_of('state_of_es')}|{ar})\s*",
        re.IGNORECASE,
    )


AMMAN = "عمّان"  # with the sign that doubles its m; without it the word is Oman as well


@lru_cache(maxsize=1024)
def country_of(text: str) -> str | None:
    """The country that a whole slot names: "Republic of the Philippines", "The Philippines", "Kosovo*" → alpha-2 code.

    Long, short and historic names in English, French, Spanish and Arabic, with the state's style or an article before
    it and an abbreviation of the same state in brackets behind. None for anything else, a city or a region included.
    """
    slot = text.strip(_EDGE) if not text.rstrip(" .,;*").endswith(")") else text.strip().rstrip(".,;* ")
    if not slot or len(slot) > 120:
        return None
    known = lexicon.whole(slot, "country")
    if known is not None:
        return _code(known) if slot != AMMAN else None
    bracket = _BRACKET.match(slot) if "(" in slot else None
    if bracket:
        outer, inner = country_of(bracket[1]), country_of(bracket[2])
        # "Türkiye (Turkey)", "United Arab Emirates (UAE)"; a country in brackets behind another is none of the two.
        return outer if outer is not None and inner in (outer, None) else None
    before = _style().match(slot) or _ARTICLE.match(slot)
    return country_of(slot[before.end() :]) if before and before.end() < len(slot) else None


def _code(name: CountryName) -> str | None:
    return name.code


@lru_cache(maxsize=1024)
def country_of_demonym(text: str) -> str | None:
    """The country of an adjective that stands alone: "French" → FR, "tunisien" → TN, "المصري" → EG."""
    known = lexicon.whole(text, "demonym")
    return known.code if known is not None else None


def country_in_body(text: str | Tokens) -> str | None:
    """The one country that the name of a body or a post holds, None where it holds none or several.

    "Government of Namibia", "Ministry of Agriculture, Poland", "Permanent Mission of Mexico", "Ecuadoran Secretary of
    State for Migration" (an adjective counts where no name stands). Whether the body speaks for the state is for the
    caller to say: "University of Ghana" holds a country too.
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    codes = {place.code for place in find_countries(tokens) if place.code}
    if not codes:
        codes = {match.payload.code for match in lexicon.found(tokens, "demonym")}
    return codes.pop() if len(codes) == 1 else None


def find_countries(text: str | Tokens) -> list[PlaceMatch]:
    """Every country that a text names, in its order, adjectives aside.

    A name that also means something else ("Georgia", "Jordan", "Chad", "Maurice") counts only where its neighbours do
    not make a person's name of it. Names that only look like a country's ("Gulf of Guinea", "New Mexico") are left out.
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    matches: list[Match[CountryName]] = lexicon.found(tokens, "country")
    found = []
    refugee_council = "danish refugee" in tokens.text.casefold() if "DRC" in tokens.text else False
    both_congos = any(match.payload.code == "CD" for match in matches)
    for match in matches:
        name = match.payload
        if name.kind in ("blocker", "slot") or (name.ambiguous and not _stands_alone(tokens, match)):
            continue
        if tokens.text[match.start : match.end] == AMMAN:
            continue
        code = "CD" if both_congos and name.code == "CG" and name.ambiguous else name.code
        if code == "CD" and tokens.word(match.first) == "DRC" and refugee_council:
            continue
        found.append(PlaceMatch(match.start, match.end, code, tokens.text[match.start : match.end]))
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("places")[key].split())


def _stands_alone(tokens: Tokens, match: Match[CountryName]) -> bool:
    """Whether an ambiguous name is a country here: no capitalised name before or behind it, in Arabic a preposition."""
    text = tokens.text
    first, last = match.first, match.last
    before = tokens.word(first - 1) if first and not tokens.gap(first - 1).strip(" ") else ""
    behind = tokens.word(last + 1) if last + 1 < len(tokens) and not tokens.gap(last).strip(" ") else ""
    letter = text[match.start]
    if letter.lower() == letter.upper():
        if match.start > tokens.starts[first]:  # a preposition is part of the word: بمالي
            return True
        closed = not first or bool(tokens.gap(first - 1).strip(" "))
        return closed or tokens.folded[first - 1].removeprefix("و") in _words("before_country_ar")
    if (
        before
        and before[0].isupper()
        and not before.isupper()
        and tokens.folded[first - 1] not in _words("before_country")
    ):
        return False
    return not (
        behind
        and behind[0].isupper()
        and not behind.isupper()
        and tokens.folded[last + 1] not in _words("before_country")
    )
