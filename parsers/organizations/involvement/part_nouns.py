"""Bodies that a noun beside their name makes hosts, partners or donors.

* behind their name: "The Port Trust, third partner in the venture, …", "الهيئة، الشريك الثالث في العملية";
* behind a verb: "UNICEF and the Port Trust are partners of the conference";
* before them: "Its hosts are the Port Trust and UNICEF", "De la obra fueron socias la OIM y la Alcaldía".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.prose_lists import SENTENCE
from parsers.page import Block
from parsers.prose.body_names import acceptable
from parsers.record import InvolvementRole
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match, fold
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_MOST = 12  # that one block is read for
_REACH = 260  # letters before a noun in which its sentence begins
_WORDS = WordLists("involvement_prose")
ROLES: tuple[InvolvementRole, ...] = ("co_organizer", "organizer", "host", "partner", "sponsor")


@dataclass(slots=True)
class Parts:
    """What the nouns of a block say: ``places`` where bodies begin, ``verbs`` before which they stand, and Arabic
    bodies with the place that their span counts from.
    """

    places: list[tuple[int, InvolvementRole]] = field(default_factory=list)
    verbs: list[Match[Cue]] = field(default_factory=list)
    bodies: list[tuple[Body, InvolvementRole]] = field(default_factory=list)


def nouns_pattern() -> str:
    """The nouns of all parts, each in a group that bears the name of its role."""
    return "|".join(f"(?P<{role}>{_WORDS.any_of(f'part.{role}')})" for role in ROLES)


def role_of(noun: re.Match[str]) -> InvolvementRole:
    """What the noun that `nouns_pattern` found says that a body does."""
    return next(role for role in ROLES if noun[role])


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{nouns_pattern()})", re.I)


# Up to two words that say which partner: never ones that join it to others.
_WHICH = rf"(?:(?!{any_of('and')}\s|{_WORDS.any_of('part.others')}\s)[a-zà-ÿ]+\s+){{0,2}}"
_ARTICLE = leading("definite", "indefinite", "possessive")
_OWNER = r"(?:[A-ZÀ-Þ][\w’'-]*['’]s\s+)"  # "IOM's partner along the road"


@cache
def _behind_name() -> re.Pattern[str]:
    """A comma and what stands between it and a noun in the singular, or one that an article says to be theirs."""
    relative = rf"{leading('relative')}{_WORDS.leading('part.be')}"
    return re.compile(rf",\s+(?P<sure>{relative})?(?P<article>{_ARTICLE}|{_OWNER})?{_WHICH}$")


@cache
def _behind_verb() -> re.Pattern[str]:
    also = _WORDS.leading("part.also")
    return re.compile(rf"\s(?P<verb>{_WORDS.any_of('part.be')}\s+)(?:{also})?(?:{_ARTICLE})?{_WHICH}$")


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_ARTICLE})?{_WHICH}", re.I)


@cache
def _then_bodies() -> re.Pattern[str]:
    of = rf"(?:\s{leading('of', 'at', 'for')}[^.,;:]{{2,60}}?)?"
    also = _WORDS.leading("part.also")
    return re.compile(
        rf"{of}\s{_WORDS.leading('part.be')}(?:{also})?(?=(?:{any_of('both_en')}\s|{leading('definite')})?[A-ZÀ-Þ])"
    )


@cache
def _verb_first() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){_WORDS.any_of('part.be', languages=['fr', 'es'])}\s+(?:{_ARTICLE})?$", re.I)


# French and Spanish put the subject behind: "fueron socias la OIM y …"
_THEN_SUBJECT = re.compile(rf"\s+(?={leading('definite')}[A-ZÀ-Þ])")
_CLOSES = re.compile(
    rf"\s*(?:[,.;)]|$)|\s(?:{any_of('of', 'at', 'for', 'by', 'with', 'from')}|{_WORDS.any_of('part.closes')})(?!\w)"
)
_PLURAL = re.compile(r"s$")


def part_nouns(block: Block, anchors: Iterable[Match[tuple[str, ...]]]) -> Parts:
    """The bodies around the nouns of a block; ``anchors`` are the words of it at which such nouns may stand."""
    parts = Parts()
    text = block.text
    done = -1
    for anchor in islice(anchors, _MOST):
        at = anchor.start - block.start
        noun = _noun().search(text, max(done, at - 4, 0), at + 30)
        if noun is None or noun.start() > at:
            continue
        done = noun.end()
        begin = max(0, noun.start() - _REACH)
        begin = max((end.end() for end in SENTENCE.finditer(text, begin, noun.start())), default=begin)
        _read(block, noun, begin, parts)
    return parts


def _read(block: Block, noun: re.Match[str], begin: int, parts: Parts) -> None:
    """What one noun says, whose sentence begins at ``begin``."""
    text, start, role = block.text, noun.start(), role_of(noun)
    if "\u0620" <= text[start] <= "\u064a":
        comma = _ARABIC_COMMA.search(text, begin, start)
        body = _arabic_body(text, begin, comma.start()) if comma is not None else None
        if body is not None:
            parts.bodies.append((body, role))
        return
    behind = _behind_name().search(text, begin, start)
    closes = _CLOSES.match(text, noun.end()) is not None
    if behind is not None and behind.start() > begin and closes:
        if behind["sure"] or behind["article"] or not _PLURAL.search(noun.group()):
            parts.verbs.append(_verb(block, behind.start(), noun.end(), role))
        return
    verb = _behind_verb().search(text, begin, start)
    if verb is not None and closes:
        parts.verbs.append(_verb(block, verb.start("verb"), noun.end(), role))
        return
    bodies = _then_bodies().match(text, noun.end()) if _begins().fullmatch(text, begin, start) else None
    if bodies is None and _verb_first().search(text, begin, start) is not None:
        bodies = _THEN_SUBJECT.match(text, noun.end())
    if bodies is not None:
        parts.places.append((bodies.end(), role))


def _verb(block: Block, start: int, end: int, role: InvolvementRole) -> Match[Cue]:
    return Match(block.start + start, block.start + end, Cue(role, follows=False), 0, 0)


_ARABIC_COMMA = re.compile("،\\s+$")
_ARABIC_SMALL = re.compile(rf"(?:^|\s){any_of('small_ar')}\s|[،:]\s")
_WORD = re.compile("[\u0620-\u065f]+")


def _arabic_body(text: str, begin: int, end: int) -> Body | None:
    """The body that ends at a comma: the words from the first one that heads a body's name, behind a small word."""
    begin = max((small.end() for small in _ARABIC_SMALL.finditer(text, begin, end)), default=begin)
    heads = head_words()["sure"] | head_words()["likely"]
    for word in _WORD.finditer(text, begin, end):
        if not heads.isdisjoint((fold(word.group()), fold(word.group()).removeprefix("ال"))):
            name = text[word.start() : end].rstrip()
            return Body(name, word.start(), word.start() + len(name)) if acceptable(name, lenient=False) else None
    return None
