"""Pieces of a list's text, between marks or words; brackets and the names of known bodies and countries stay whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.organizations.names import looks_like_organization, without_bracket
from parsers.places.countries import country_of
from parsers.record import InvolvementRole
from parsers.words import lexicon
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match, tokenise
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def pieces_between(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans between the borders, brackets and known names left whole."""
    whole = [span for span in scan(text).whole if span[0] < end and start < span[1]]
    pieces, begin = [], start
    for match in border.finditer(text, start, end):
        if not any(first < match.end() and match.start() < last for first, last in whole):
            pieces.append((begin, match.start()))
            begin = match.end()
    pieces.append((begin, end))
    return [piece for piece in pieces if text[piece[0] : piece[1]].strip()]


@cache
def and_border() -> re.Pattern[str]:
    """What joins the last names of a list: "and", "along with", "&"."""
    return re.compile(rf"\s+{_WORDS.any_of('names.and', 'names.adds')}\s+|\s*&\s*", re.I)


@dataclass(slots=True, frozen=True)
class _Scan:
    """What is known of a list's text: spans that nothing may part (brackets, names of known bodies and countries), and
    where words change the role of what follows (start, end, role).
    """

    whole: list[tuple[int, int]]
    turns: list[tuple[int, int, InvolvementRole]]


@lru_cache(maxsize=512)
def scan(text: str) -> _Scan:
    """The text's words walked once, however often its parts are asked about."""
    tokens = tokenise(text)
    whole = _brackets(text)
    for group in ("organization", "country"):
        whole += [(match.start, match.end) for match in lexicon.found(tokens, group)]
    cues: list[Match[Cue]] = lexicon.found(tokens, "cue")
    return _Scan(whole, [(cue.start, cue.end, cue.payload.role) for cue in cues if cue.payload.follows])


def _brackets(text: str) -> list[tuple[int, int]]:
    spans = []
    depth = begin = 0
    for mark in re.finditer(r"[()]", text):
        if mark.group() == "(":
            begin = begin if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                spans.append((begin, mark.end()))
    return spans


@lru_cache(maxsize=1024)
def is_name(text: str) -> bool:
    """Whether a piece of a list stands on its own: a country, a known body, something with a body's word."""
    bare = trimmed(text)
    return bool(bare) and (country_of(bare) is not None or looks_like_organization(bare) >= 0.5)


@lru_cache(maxsize=1024)
def is_known(text: str) -> bool:
    """Whether a text is the name of a body or country that the archive knows, and nothing more."""
    bare = trimmed(text)
    return country_of(bare) is not None or lexicon.whole(without_bracket(bare), "organization") is not None


def trimmed(text: str) -> str:
    """A piece without marks around it and small words before it: "Harbour Board" of " and the Harbour Board,"."""
    bare = text.strip(" .,;:")
    small = _small_words_first().match(bare)
    return bare[small.end() :].strip() if small else bare


@cache
def _small_words_first() -> re.Pattern[str]:
    joins, repeated = _WORDS.leading("names.and"), _WORDS.leading("names.repeated")
    return re.compile(rf"(?:(?:{joins}|{leading('definite')})+|(?-i:{repeated}))+", re.I)
