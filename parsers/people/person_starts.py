"""Whether a person starts at a place of a line: a title and a name, or a name with post or body behind it."""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, head_words, looks_like_organization
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.offices import ends_as_unit
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.names import looks_like_name, match_name, not_names, strip_honorifics
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

_BEHIND_PERSON = re.compile(r"\s*(?:[,،]\s*|\(|\s[–—-]\s)")
_SEGMENT_END = re.compile(r"[,،;(]")
_LIKE_A_BODY = 0.4
_LONGEST_POST = 3  # words of an Arabic post that is no post and a name
_SENTENCE_IN_NAME = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s|$)")


def starts_person(text: str, position: int, *, after_and: bool = False) -> bool:
    """Whether a person with post or body starts at ``position``: a name, then a comma, bracket or dash."""
    name_start, titles = strip_honorifics(text, position)
    match = match_name(text, name_start)
    if match is None or not looks_like_name(match.group(), single=bool(titles)):
        return False
    if titles:
        # "Professor, Tide University"
        return head_of_post(titles[-1]) is None or looks_like_organization(match.group()) <= _LIKE_A_BODY
    if not match.group().isascii() and match.group().count(" ") < _LONGEST_POST and is_arabic_post(match.group()):
        return False
    rest = text[match.end() :]
    if looks_like_organization(match.group()) > 0.5 or _is_subject(match.group()):
        return False
    if after_and and (_ends_list_of_fields(match.group()) or _ends_body(text, position, match.end())):
        return False
    following = _BEHIND_PERSON.match(rest)
    if not following:
        return False
    segment = _SEGMENT_END.split(rest[following.end() :], maxsplit=1)[0]
    return not after_and or "(" in following.group() or kind_of_segment(segment) in ("post", "body", "unit")


@functools.lru_cache(maxsize=1024)
def _is_subject(words: str) -> bool:
    """Whether words name a subject of work, as the last of several do: "Environment and *Climate Change*"."""
    for part in _AND.split(words):
        tokens = tokenise(part)
        last = len(tokens.folded) - 1
        if any(match.first == 0 and match.last == last for match in lexicon.found(tokens, "iom-archive")):
            return True
    return False


_AND = re.compile(rf"\s{any_of('and_alone')}\s")


_ACRONYM = re.compile(rf"\s*\(([{CAPITALS}]{{3,9}})\)")
_CAPITALISED = re.compile(rf"(?<![\w'’])(?:[ld]['’])?([{CAPITALS}])[^\W\d_]+")
_FOR_FIELD = re.compile(rf"\w\s{leading('of', 'for')}")
_LONGEST_BODY = 120  # characters


def _ends_body(text: str, position: int, end: int) -> bool:
    """Whether a name ends that of a body at ``end``, by the acronym behind it: "Nets and *Sails Kenya* (NSK)".

    The acronym may be of another language where the body begins before "and" with what it is for: "National Agency
    for Nets and *Loose Sails* (ARVAL)"; one of a body that is known stands behind a person.
    """
    acronym = _ACRONYM.match(text, end)
    if acronym is None:
        return False
    before = _SEGMENT_END.split(text[:position])[-1]
    if _FOR_FIELD.search(before) and looks_like_organization(before) > 0.5 and not find_organizations(acronym[1]):
        return True
    letters = [word[1] for word in _CAPITALISED.finditer(text, max(0, end - _LONGEST_BODY), end)]
    return "".join(letters[-len(acronym[1]) :]) == acronym[1]


def _ends_list_of_fields(words: str) -> bool:
    """Whether words behind "and" are the last field or unit of a list: "Head, Skills and Employability Branch"."""
    fields = head_words()["fields"] - not_names()[1]
    return ends_as_unit(words) or not fields.isdisjoint(fold(words).split())


def is_arabic_post(words: str) -> bool:
    """Whether Arabic words begin with what heads a post and is nobody's first name: "منسقة برامج"."""
    if not "\u0620" <= words[0] <= "\u06d3":
        return False
    head = head_of_post(words)
    return head is not None and head[0] == 0 and words.split()[0] not in load("cues")["affiliation"]["names_ar"]


def is_full_name_at(text: str, position: int) -> bool:
    """Whether a name of two words or more, and no body's or place's, stands at ``position`` up to a sign or the end."""
    match = match_name(text, position)
    if match is None:
        return False
    name = _SENTENCE_IN_NAME.split(match.group(), maxsplit=1)[0]
    if text[position + len(name) :][:1] not in ("", *".;,،؛("):
        return False
    return looks_like_name(name) and looks_like_organization(name) < _LIKE_A_BODY and country_of(name) is None
