"""Names that are printed in an unusual way: the surname first with a comma, or the post right behind without one.

* "DIALLO, Aminata, Directrice, OIM": the surname in capitals;
* "Ms. A B Director of Ports", "Ms. A B. Director of Ports": the comma is lost.
"""

from __future__ import annotations

import itertools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.names import head_words, looks_like_name
from parsers.people.person_starts import is_arabic_post
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS

_GIVEN = rf"[{CAPITALS}][\w’'.-]*[^\W\d{CAPITALS}_][\w’'.-]*"
_SURNAME = rf"[{CAPITALS}][{CAPITALS}’'-]+"
_SWAPPED = re.compile(
    rf"({_SURNAME}(?: {_SURNAME}){{0,2}}),\s({_GIVEN}(?: (?:{_GIVEN}|[{CAPITALS}]\.)){{0,2}})"
    r"(?=\s*(?:[,(;|]|\s[–—-]\s))"
)
_SEGMENT_END = re.compile(r"[,،؛(;|]|\s[–—-]\s")
_LIKE_A_BODY = 0.4
_INITIAL = 3  # characters of what is an initial or "Jr." before a full stop


def surname_first(text: str, start: int) -> int | None:
    """Where a name ends whose surname stands first, in capitals with a comma, before post or body; None for others."""
    if text[start : start + 2].upper() != text[start : start + 2]:
        return None
    swapped = _SWAPPED.match(text, start)
    if swapped is None:
        return None
    surname, given = swapped.groups()
    if find_organizations(surname) or country_of(surname) or country_of(given):
        return None
    if lexicon.whole(given, "city") is not None or not looks_like_name(given, single=True) or head_of_post(given):
        return None
    if not looks_like_name(surname.title(), single=True) or looks_like_organization(given) >= _LIKE_A_BODY:
        return None
    behind = [part for part in _SEGMENT_END.split(text[swapped.end() :]) if part.strip()]
    return swapped.end() if behind and kind_of_segment(behind[0].strip(" )")) in ("post", "body") else None


def cut_before_post(run: re.Match[str]) -> tuple[int, int] | None:
    """Where a name ends and a post starts in a run of capitalised words; None where no full name stands before one."""
    words = list(re.finditer(r"\S+", run.group()))
    for before, word in itertools.pairwise(words[1:]):
        rest = _SEGMENT_END.split(run.string[run.start() + word.start() :], maxsplit=1)[0]
        if len(before.group()) > _INITIAL and before.group().endswith("."):
            begins = kind_of_segment(rest) == "post"
        elif "\u0620" <= word.group()[0] <= "\u06d3":
            begins = " " in rest and not word.group().startswith("ال") and is_arabic_post(rest)
        else:
            begins = word.group().strip(".,").casefold() in head_words() and (head_of_post(rest) or (1,))[0] == 0
        if begins:
            name = run.group()[: word.start()].rstrip(" .")
            known = looks_like_organization(name) >= _LIKE_A_BODY or country_of(name) is not None
            fits = not known and looks_like_name(name)
            return (run.start() + len(name), run.start() + word.start()) if fits else None
    return None
