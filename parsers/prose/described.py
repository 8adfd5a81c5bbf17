"""Nouns before a name that say who it is and are no posts: "said baker A B", "the survivor C D"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.post_words import head_of_post
from parsers.prose.passage import Passage, Span
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

if TYPE_CHECKING:
    from parsers.prose.named import Named

# Where a quotation closes, with whom its speaker tells it: "… », m'a dit A B".
CLOSED = re.compile(rf"(?:[”\"»’]\s*[,،]?|[,،])\s*(?:{any_of('told_whom')}['’\s]\s*)?$")
_ARTICLE = leading("definite", "indefinite")
_NOUNS = re.compile(rf"\s*{_ARTICLE}?((?:[^\W\d_{CAPITALS}][\w-]{{2,}}\s+){{1,2}}),?\s*")
_TRADE = re.compile(rf"(?:(?<![\w’'-])|(?<=\s[lL]['’]))([^\W\d{CAPITALS}_][\w-]{{5,}})\s+$")
ARTICLE_BEFORE = re.compile(rf"\b{_ARTICLE}$")
_FUNCTION = re.compile(rf"\b{any_of('no_noun')}\b")


@functools.cache
def _peers() -> frozenset[str]:
    return frozenset(fold(word) for table in load("cues")["person"].values() for word in table.get("peers", ()))


def _origin_at(passage: Passage, noun: Span) -> Span | None:
    """The adjective of a state right before or behind a noun: "his Kenyan counterpart", "son homologue kenyan"."""
    origins = passage.spans("demonym")
    return next((span for span in origins if span.end + 1 == noun.start or span.start == noun.end + 1), None)


# "a volunteer of the camp, A B, told", "una vecina del barrio, A B,"
_INDEFINITE = re.compile(
    rf"(?<![\w’'-])({leading('indefinite')}(?P<noun>[^\W\d{CAPITALS}_][^\W\d{CAPITALS}_ -]*"
    rf"(?:[ -][^\W\d{CAPITALS}_]+){{0,5}})),\s$"
)
_APPOSED = re.compile(r"\s*(?:,\s(?=[^\W\d]|\d)|[.)]|$)")
_REACH = 80  # characters


def appositive(text: str, before: int, after: int) -> re.Match[str] | None:
    """The noun with an indefinite article, of a trade or the like, to which a name stands between commas."""
    if text[before - 2 : before] != ", " or _APPOSED.match(text, after) is None:
        return None
    match = _INDEFINITE.search(text, max(0, before - _REACH), before)
    if match is None:
        return None
    noun = match.group("noun")
    head = head_of_post(noun)
    return match if head is not None and (head[0] == 0 or head[1] == len(fold(noun))) else None


# "the two other candidates, A B and C D,", "three of the trainees, A B, C D and E F,"
_COUNTED = re.compile(rf"(?<!\w)(?:{_ARTICLE}|(?:{any_of('counts')}|\d)\s)(?:[^\W\d_]+\s){{0,3}}$", re.IGNORECASE)
_NAMES = re.compile(
    rf"(?:,\s[{CAPITALS}][^,;:.()“”«»]{{2,40}}){{0,4}},?\s{any_of('and')}\s[{CAPITALS}][\w’'-]+(?:\s[^\s,;:.()]+){{0,4}}[,.]"
)
_A_BODY = 0.3  # words that look more like a body than this are none of the people who are counted


def _counts_names(text: str, noun: Span, before: int, end: int) -> bool:
    """Whether a noun of several people stands before a list of their names between commas."""
    return (
        text[noun.end : before] == ", "
        and _COUNTED.search(text, 0, noun.start) is not None
        and _NAMES.match(text, end) is not None
    )


def describe(passage: Passage, person: Named) -> None:
    """A noun between a verb of saying and the name: "said baker A B", "said the survivor C D"."""
    text = passage.text
    for span in passage.spans("other"):
        if span.end >= person.before:
            continue
        origin = _origin_at(passage, span)
        end = max(span.end, origin.end) if origin is not None else span.end
        if text[end : person.before].strip(" ,") == "":
            start = min(span.start, origin.start) if origin is not None else span.start
            article = ARTICLE_BEFORE.search(text[:start])
            person.before, person.sure = article.start() if article else start, True
            if origin is not None and fold(text[span.start : span.end]) in _peers():
                person.country = person.country or origin.payload
            return
    for span in passage.spans("many"):
        if span.end < person.before and text[span.start].islower() and not text[span.end : person.before].strip():
            person.before, person.sure = span.start, True
            return
        if _counts_names(text, span, person.before, person.end) and looks_like_organization(person.name) < _A_BODY:
            person.sure = True
            return
    if person.position is not None:
        return
    trade = _TRADE.search(text, max(0, person.before - 30), person.before)
    if trade is not None and trade.group(1).endswith(tuple(load("posts")["suffixes"])):
        person.position, person.before, person.sure = trade.group(1), trade.start(1), True
        return
    for span in passage.spans("say"):
        match = _NOUNS.fullmatch(passage.text, span.end, person.before) if span.end < person.before else None
        if match is None or _FUNCTION.search(match.group()) or not CLOSED.search(text, 0, span.start):
            continue
        person.before, person.sure = match.start(1), True
        person.position = match.group(1).strip()
