"""Names that are printed in an unusual way: the surname first with a comma, or post or body right behind without one.

* "DIALLO, Aminata, Directrice, OIM": the surname in capitals;
* "Ms. A B Director of Ports", "Ms. A B. Director of Ports": the comma is lost;
* "Ms. A B from IOM", "M. A B du HCR".
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
from parsers.words.small_words import leading, word_set

_GIVEN = rf"[{CAPITALS}][\w’'.-]*[^\W\d{CAPITALS}_][\w’'.-]*"
_SURNAME = rf"[{CAPITALS}][{CAPITALS}’'-]+"
_SWAPPED = re.compile(
    rf"({_SURNAME}(?: {_SURNAME}){{0,2}}),\s({_GIVEN}(?: (?:{_GIVEN}|[{CAPITALS}]\.)){{0,2}})"
    r"(?=\s*(?:[,(;|]|\s[–—-]\s))"
)
_SEGMENT_END = re.compile(r"[,،؛(;:|•/]|\s[–—-]\s")
_LIKE_A_BODY = 0.4
_SURELY_A_BODY = 0.8
_OF_BODY = re.compile(rf"\s+{leading('of', 'from')}{leading('definite')}?(?=[{CAPITALS}])|\s+{leading('of_ar')}(?=\S)")
_IN_NAMES = word_set("of", "and", "for", "definite", "at")
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


def body_behind_name(text: str, run: re.Match[str]) -> tuple[int, int] | None:
    """Where a name ends and a body starts that "of" or "from" joins to it: "Ms. A B from IOM", "M. A B du HCR"."""
    for joint in _OF_BODY.finditer(text, run.start()):
        name = text[run.start() : joint.start()]
        if joint.start() > run.end():
            return None
        if " " not in name or not looks_like_name(name):
            continue
        body = _SEGMENT_END.split(text[joint.end() :], maxsplit=1)[0].strip()
        known = find_organizations(body, slot=True)
        if not (known and known[0].start == 0) and looks_like_organization(body) < _SURELY_A_BODY:
            continue
        rest = body[known[0].end :] if known and known[0].start == 0 else body
        # "Ms. A B from IOM said"
        return (joint.start(), joint.end()) if not _goes_on(rest) else None
    return None


def _goes_on(words: str) -> bool:
    """Whether small words show that more than a body's name stands there; Arabic has no others."""
    return any(word[0].islower() and word not in _IN_NAMES for word in words.split())


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
