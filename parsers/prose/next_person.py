"""Whether another person is named at a place of a sentence: an affiliation before it ends there.

A title says so, a post or a body behind the name, or a post in small letters before it ("…, la sociologue A B").
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.places.countries import country_of
from parsers.prose.passage import Passage
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

OF_BODY = rf"{leading('from')}{leading('definite')}?(?=[^\W\da-zà-ÿ])"
BEHIND_OF = re.compile(rf"\s+{OF_BODY}")
ENDS_IN_OF = re.compile(rf"(?<!\w){leading('of', 'at', 'for', 'from')}{leading('definite')}?$")


def starts_person(passage: Passage, position: int, limit: int) -> bool:
    """Whether another person is named at ``position``: a title, or a name with a post or body behind it."""
    text = passage.text
    for span in passage.spans("organization"):
        if span.start == position and text.startswith(("'s ", "’s "), span.end):
            owned = match_name(text, span.end + 3)  # "…, ILO’s A B"
            return owned is not None and looks_like_name(owned.group())
    start, titles = strip_honorifics(text, position)
    if described_person(passage, position) or posted_subject(passage, position):
        return True
    following = match_name(text, start)
    if following is None or following.end() > limit + 60:
        return False
    name = following.group()
    if not looks_like_name(name, single=bool(titles)):
        return False
    if titles:
        return True
    if looks_like_organization(name) >= 0.4 or country_of(name) is not None:
        return False
    return _has_affiliation(passage, following.end()) or _behind_state_post(passage, position)


_NOUN_AND_NAME = re.compile(
    rf"{leading('definite', 'indefinite')}?((?:[^\W\d{CAPITALS}_][\w-]*\s+){{1,3}})(?=[^\W\da-zß-ÿ_])"
)


def described_person(passage: Passage, position: int) -> bool:
    """Whether a post in small letters and a name stand there: "…, la sociologue A B"."""
    noun = _NOUN_AND_NAME.match(passage.text, position)
    if (
        noun is None
        or noun.group(1)[0] >= "\u0600"
        or not any(noun.start(1) == span.start for span in passage.spans("post"))
    ):
        return False
    if noun.group(1).split()[-1] in _houses() or ENDS_IN_OF.search(noun.group(1)):
        return False  # "director del albergue Jesús del Camino", "captain of the Lake Queens"
    name = match_name(passage.text, noun.end())
    return name is not None and looks_like_name(name.group()) and looks_like_organization(name.group()) < 0.4


_VERB = re.compile(rf"\s(?!{any_of('of', 'at', 'for', 'and', 'from', 'with', 'topic', 'as')}\s)[^\W\d{CAPITALS}_]")


def posted_subject(passage: Passage, position: int) -> bool:
    """Whether a post in capitals, a name and a verb stand there: "…, UNX Executive Secretary A B called for"."""
    text = passage.text
    body = next((span for span in passage.spans("organization") if span.start == position), None)
    start = position if body is None else body.end + 1
    if not text[start : start + 1].isupper():
        return False
    for post in passage.spans("post"):
        if start <= post.start <= start + _FORMER and "," not in text[start : post.end]:
            name = match_name(text, post.end + 1)
            words = name.group() if name is not None and _VERB.match(text, name.end()) is not None else ""
            if " " in words and words[0].isupper() and looks_like_name(words) and looks_like_organization(words) < 0.3:
                return True
    return False


_FORMER = 30  # characters of "Deputy", "Regional Executive" before the noun of a post


@functools.cache
def _houses() -> frozenset[str]:
    return frozenset(house.split()[-1] for key in ("houses", "groups") for house in load("posts")[key])


def _behind_state_post(passage: Passage, position: int) -> bool:
    """Whether a state's post stands before the comma: "French President, A B"."""
    before = passage.text[:position].rstrip(" ,")
    return any(
        span.end == len(before) and any(0 < span.start - state.end < 3 for state in passage.spans("demonym"))
        for span in passage.spans("post")
    )


_BEHIND_BODY = re.compile(rf"(?:[.,،;()]|\s{leading('and')}).*$", re.DOTALL)
_AFFILIATED = re.compile(
    rf"\s*(?:[,،]\s*(?!{leading('and')}){leading('who_is_en')}?{leading('definite', 'indefinite')}?|\()"
    r"([^,،;()]{3,120})"
)


_AS_ROLE = re.compile(rf"\s+{leading('as')}")  # "… and C D as panellists"


def _has_affiliation(passage: Passage, after: int) -> bool:
    text = passage.text
    if _AS_ROLE.match(text, after):
        return True
    following = _AFFILIATED.match(text, after)
    if following is not None:
        begin = following.start(1)
        if any(span.start == begin for group in ("say", "role") for span in passage.spans(group)):
            return False  # "A B, reporter with Delta Radio, moderates": the clause of who stands before
        return kind_of_segment(following.group(1)) in ("post", "unit", "body")
    of = BEHIND_OF.match(text, after)
    return of is not None and looks_like_organization(_BEHIND_BODY.sub("", text[of.end() : of.end() + 60])) >= 0.5
