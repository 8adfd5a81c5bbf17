"""Lines that are nothing but names: "A B, C D and E F", "M. A B, Mme C D et M. E F".

Commas part a person from post and body as well, so that the line must be an enumeration from end to end: each part a
name and nothing else, and either all but the first with a title, or three names and more of which the last is joined
by "and".
"""

from __future__ import annotations

import re

from parsers.organizations.names import head_words, looks_like_organization
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.places.countries import country_of
from parsers.words.phrases import fold
from parsers.words.small_words import leading

_LONGEST = 400  # characters of such a line
_LIKE_A_BODY = 0.4
_MOST_WORDS = 5  # of a name without a title
_COMMA = re.compile(r"[,،]\s+")
_AND = re.compile(rf"[,،]?\s+(?:{leading('and')}|و(?=[\u0620-\u064a]{{3}}))")
_SIGNS = re.compile(r"[\d:;؛()\[\]“”\"«»|/]")


def name_edges(text: str) -> list[int] | None:
    """Where the names of a line that holds nothing else end and start again, in pairs; None for any other line."""
    if ("," not in text and "،" not in text) or len(text) > _LONGEST or _SIGNS.search(text):
        return None
    commas = [match.span() for match in _COMMA.finditer(text)]
    last = None
    for match in _AND.finditer(text, commas[-1][0] if commas else 0):
        last = match.span()
    joints = commas if last is None else [span for span in commas if span[0] < last[0]] + [last]
    starts, ends = [0, *(end for _start, end in joints)], [*(start for start, _end in joints), len(text)]
    titled = 0
    # From the end: in most lines a name stands first, and a post or body last.
    for number, (start, end) in reversed(list(enumerate(zip(starts, ends, strict=True)))):
        title = _name_alone(text[start:end].strip(" .•-–"), single=False)
        if title is None:
            return None
        titled += title and number > 0
    if titled == len(starts) - 1 or (titled == 0 and last is not None and len(starts) > 2):
        return [edge for joint in joints for edge in joint]
    return None


def _name_alone(words: str, *, single: bool) -> bool | None:
    """Whether words that are a name and nothing else have a title before it; None where they are anything else."""
    begin, titles = strip_honorifics(words)
    name = words[begin:]
    match = match_name(name, 0)
    if match is None or match.end() < len(name) or not looks_like_name(name, single=single or bool(titles)):
        return None
    if looks_like_organization(name) >= _LIKE_A_BODY or country_of(name) is not None:
        return None
    if titles:
        return None if name[0].islower() else True
    parts = fold(name).split()
    heads = head_words()
    if len(parts) > _MOST_WORDS or any(word in heads["sure"] or word in heads["likely"] for word in parts):
        return None
    return False if kind_of_segment(name) == "unknown" else None
