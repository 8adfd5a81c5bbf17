"""Names in brackets behind those that they speak for: "heads of training of Burundi (Mr. A B) and Rwanda (Ms. C D)"."""

from __future__ import annotations

import re

from parsers.organizations.names import looks_like_organization
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.places.countries import country_of
from parsers.words.small_words import any_of, leading

_TITLED = re.compile(r"\(([^()]{5,60})\)")
_JOINT = re.compile(rf"[,;،؛]\s+(?:{leading('and')})?|\s+{any_of('and_alone')}\s+|^")
_OF = re.compile(rf"\b{leading('of', 'for', 'from')}{leading('definite')}?|\b{leading('definite')}|^", re.IGNORECASE)
_LEAST = 2  # such brackets in a line


def names_in_brackets(text: str) -> list[tuple[int, int, str | None, str | None]]:
    """Spans of names that stand with a title in brackets, with the body or state before each; empty where a line has
    only one of them.
    """
    found: list[tuple[int, int, str | None, str | None]] = []
    behind = 0
    for bracket in _TITLED.finditer(text):
        start, titles = strip_honorifics(text, bracket.start(1))
        name = match_name(text, start)
        if not titles or name is None or name.end() < bracket.end(1) or not looks_like_name(name.group(), single=True):
            continue
        before = text[behind : bracket.start()].rstrip()
        found.append((start, name.end(), *_spoken_for(_JOINT.sub("", before) if behind else before)))
        behind = bracket.end()
    return found if len(found) >= _LEAST else []


def _spoken_for(words: str) -> tuple[str | None, str | None]:
    """The body or the state that words before a bracket end in."""
    for of in _OF.finditer(words):
        rest = words[of.end() :].strip(" ,")
        if (country := country_of(rest)) is not None:
            return None, country
        if of.start() == 0 and looks_like_organization(rest) > 0.5:
            return rest, None
    return None, None
