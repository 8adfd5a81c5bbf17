"""A name behind its post or body at the start of a line.

* "Chef de mission de l'OIM, M. A B": behind a comma, with a title;
* "Minister of Ports, Chile: A B", "Tide Guild, Director: A B", "Tide Guild – Ms. A B": behind a colon or a dash;
* "IOM Director General A B", "la periodista C D": right behind it;
* "وزير العمل محمد علي": in a script without capitals.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.organizations.names import head_words as organization_words
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.named_states import state_of_post
from parsers.people.affiliation.offices import ends_as_unit
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.segments import segments_of
from parsers.people.affiliation.sorting import Affiliation, sort_segments
from parsers.people.affiliation.split_post import split_post
from parsers.people.names import (
    head_words,
    is_abstract,
    looks_like_name,
    match_name,
    not_names,
    strip_honorifics,
    without_degree,
)
from parsers.people.person_starts import is_full_name_at
from parsers.people.regions import is_region_word
from parsers.places.countries import country_of
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load

_ARTICLE = re.compile(leading("definite"), re.IGNORECASE)
_BEFORE_NAME = re.compile(r":\s|\s[–—-]\s")
_SIGN = re.compile(r"\s?:\s+|[,،]\s+|\s[–—-]\s+")
_SMALL_POST = re.compile(rf"((?:[^\W\d_{CAPITALS}]{{2,}}[\s-]){{1,4}})(?=[{CAPITALS}])(?<=\s)")
_LEADS_ON = re.compile(rf"\b{any_of('of', 'at', 'for', 'from', 'by', 'with', 'and', 'definite')}$")
_MOST_PARTS = 3  # segments before a name that begin with a body
_POST_HEAD = 60  # characters in which a post names what it is


def may_stand_behind(text: str, start: int) -> bool:
    """Whether the words at ``start``, though they look like a name, are a body, a state or an Arabic post with a colon
    or a dash further on: a name may stand behind them.
    """
    if _BEFORE_NAME.search(text, start) is None:
        return False
    words = _PART_END.split(_BEFORE_NAME.split(text[start:], maxsplit=1)[0], maxsplit=1)[0].strip()
    if not words:
        return False
    return country_of(words) is not None or looks_like_organization(words) > 0.5 or _is_arabic_post(words)


@dataclass(frozen=True, slots=True)
class NameBehind:
    """A name that stands behind what is said of its bearer: its span, that affiliation and the titles between."""

    start: int
    end: int
    told: Affiliation
    titles: list[str]
    printed: int | None = None  # where the name with its titles starts, behind a sign


def name_behind_post(text: str, start: int, *, listed: bool = False) -> NameBehind | None:
    """A person behind their post or body: "Chef de mission de l'OIM, M. A B", "Mayor C D", "Tide Guild: Ms. A B".

    None where the words at ``start`` are neither. ``listed``: in a list of people, where a dash does for a colon.
    """
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    arabic = "\u0620" <= text[begin : begin + 1] <= "\u06d3"
    for sign in _SIGN.finditer(text, begin):
        name_start, titles = strip_honorifics(text, sign.end())
        # In a script without capitals any words can be a name.
        may_be_bare = not arabic and (":" in sign.group() or (listed and sign.group()[0].isspace()))
        if listed and article and text[begin].islower() and sign.group()[0] == ",":
            may_be_bare = True  # "(introduced by) the director, A B"
        name = match_name(text, name_start) if titles or may_be_bare else None
        if name is None or not looks_like_name(name.group(), single=bool(titles)):
            continue
        if not titles and not is_full_name_at(text, name_start):
            continue
        told = _told_before(text[: sign.start()], begin, sign.group(), titled=bool(titles), listed=listed)
        if told is None and titles:
            return None
        if told is not None:
            printed = sign.end() if sign.group()[0] not in ",،" else None
            return NameBehind(name.start(), without_degree(text, *name.span()), told, titles, printed)
    return right_behind_post(text, begin)


def _told_before(text: str, begin: int, sign: str, *, titled: bool, listed: bool) -> Affiliation | None:
    """What the words before a name say of its bearer; None where they are neither a post nor a body with or without
    one. Before a name without a title they have to begin with the post, or stand in a list of people.
    """
    segments = segments_of(text, begin)
    kinds = [kind_of_segment(segment.text) for segment in segments]
    if not kinds:
        return None
    if kinds[0] == "post":
        first = segments[0].text
        plain = (
            titled
            or listed
            or (head_of_post(first) or (99,))[0] <= first.find(" ") + 1
            or split_post(first)[1] is not None
        )
        return sort_segments(segments) if plain and _starts_with_post(text, begin) else None
    if ":" in sign and titled and len(kinds) == 1:
        known = find_organizations(segments[0].text, slot=True)
        if known and known[-1].end == len(segments[0].text):
            return None, known[-1].name, None  # "Speaking for the Tide Fund: Ms. A B"
    if sign[0] in ",،" or len(kinds) > _MOST_PARTS:
        return None
    units = [kind == "unit" or ends_as_unit(segment.text) for segment, kind in zip(segments, kinds, strict=True)]
    if not all(unit or kind in ("post", "country") for unit, kind in zip(units[1:], kinds[1:], strict=True)):
        return None
    if kinds[0] == "country":
        return sort_segments(segments) if (titled or listed) and not any(units) else None
    fits = kinds[0] == "body" and (titled or listed) and _is_nothing_but_body(segments[0].text)
    return sort_segments(segments) if fits else None


def _is_nothing_but_body(words: str) -> bool:
    """Whether words that name a body begin with it: "Tide Guild", but no "Taking part for IOM" and no "Committee"."""
    known = find_organizations(words, slot=True)
    if known:
        return known[0].start == 0
    part = words.rstrip("0123456789 ").casefold() in load("people")["groups"]  # "Panel 1", "Working Group"
    return " " in words and not words[0].islower() and not part


def _starts_with_post(text: str, begin: int) -> bool:
    head = head_of_post(text[begin : begin + _POST_HEAD])
    return head is not None and (head[0] == 0 or text[begin].isupper())


def right_behind_post(text: str, begin: int) -> NameBehind | None:
    """A name without title or comma behind a post: "IOM Director General A B", "la periodista C D"."""
    small = _SMALL_POST.match(text, begin)
    if small is not None:
        return _behind_small_post(text, small)
    fielded = _behind_post_with_field(text, begin)
    if fielded is not None:
        return fielded
    run = match_name(text, begin)
    words = list(re.finditer(r"\S+", run.group())) if run is not None and run.group().count(" ") > 1 else []
    for number in range(len(words) - 2, 0, -1):
        if run is None or words[number - 1].group().casefold() not in head_words():
            continue
        if words[number].group() in word_set("of"):
            return None  # "Gerente de Sistemas de Pago"
        name_start, post = begin + words[number].start(), text[begin : begin + words[number - 1].end()]
        name = text[name_start : run.end()]
        known = looks_like_organization(name) >= 0.4 or country_of(name) is not None
        if known or not looks_like_name(name) or kind_of_segment(post) != "post":
            return None
        return NameBehind(name_start, run.end(), (*split_post(post), state_of_post(post)), [])
    return None


_WORD = re.compile(r"\S+")
_FIELDED = re.compile(rf"[{CAPITALS}][^,،;:|()–—]{{8,110}}?(?=\s*(?:[,;|(–—]|\s-\s|\.?\s*$))")
_MOST_IN_NAME = 4  # words


def _behind_post_with_field(text: str, begin: int) -> NameBehind | None:
    """A full name right behind a post with its field or state: "Minister of Labour A B", "Embajadora de Chile C D"."""
    run = _FIELDED.match(text, begin)
    words = list(_WORD.finditer(run.group())) if run is not None and _HOLDS_FIELD.search(run.group()) else []
    if run is None or any(word.group()[0].islower() and word.group() not in _small_words() for word in words):
        return None
    head = head_of_post(run.group()[:_POST_HEAD])
    if head is None or head[0] > _DEPUTY:
        return None
    for number in range(max(2, len(words) - _MOST_IN_NAME), len(words) - 1):
        name = run.group()[words[number].start() :]
        post = run.group()[: words[number - 1].end()]
        if not words[number].group()[0].isupper() or not _begins_name(words[number - 1].group(), post):
            continue
        if country_of(name) is not None or looks_like_organization(name) >= 0.4 or not looks_like_name(name):
            continue
        if _starts_with_place(name) or kind_of_segment(post) != "post":
            continue
        start = begin + words[number].start()
        return NameBehind(start, begin + len(run.group()), (*split_post(post), state_of_post(post)), [])
    return None


_HOLDS_FIELD = re.compile(rf"\s(?:{leading('of', 'for')})")
_DEPUTY = 20  # characters before the word that heads a post: "Deputy Permanent "


@functools.cache
def _small_words() -> frozenset[str]:
    """What stands in small letters between a post, its field and its state."""
    return word_set("of", "for", "and", "definite", "at")


def _begins_name(before: str, post: str) -> bool:
    """Whether a name can begin behind a word: the field or state of a post ends with it."""
    if not before[0].isupper() and not _ELIDED.match(before):
        return False
    last = _ELIDED.sub("", before).casefold()
    return last in not_names()[0] or last in fields() or is_abstract(last) or _ends_with_country(post)


_ELIDED = re.compile(r"[ld]['’](?=\w)", re.IGNORECASE)


def _ends_with_country(post: str) -> bool:
    words = post.split()
    return any(country_of(" ".join(words[at:])) is not None for at in range(max(1, len(words) - 3), len(words)))


def _starts_with_place(name: str) -> bool:
    words = name.split()
    return any(country_of(" ".join(words[:end])) is not None for end in range(1, len(words))) or is_region_word(
        words[0]
    )


@functools.cache
def fields() -> frozenset[str]:
    """Fields that bodies and posts are for, and nobody's name."""
    return frozenset(organization_words()["fields"]) - not_names()[1]


def _behind_small_post(text: str, post: re.Match[str]) -> NameBehind | None:
    """A full name right behind a trade in small letters: "journaliste A B"."""
    words = post[1].strip()
    name = match_name(text, post.end())
    if name is None or _LEADS_ON.search(words) or kind_of_segment(words) != "post":
        return None
    if not looks_like_name(name.group()) or looks_like_organization(name.group()) >= 0.4 or country_of(name.group()):
        return None
    head = head_of_post(words)
    return NameBehind(name.start(), name.end(), (words, None, None), []) if head is None or head[0] == 0 else None


def arabic_post_end(text: str, start: int) -> int:
    """Where a post ends that stands right before a name or alone: "وزير العمل محمد علي"; ``start`` where none does.

    Its first word heads a post, with the article or before a word that has it; an article is no part of a first name.
    """
    if not "\u0620" <= text[start : start + 1] <= "\u06d3":
        return start
    for pattern in (arabic_body_behind(), _ARABIC_COMMA):
        body = pattern.match(text, start)
        if (
            body is not None
            and _is_arabic_post(body.group())
            and _may_be_name(_PART_END.split(text[body.end() :], maxsplit=1)[0])
        ):
            return body.end()
    fields = _arabic_fields().match(text, start)
    words = fields.group().split() if fields is not None else []
    if fields is None or (len(words) < 2 and not words[0].startswith("ال")):
        return start
    return fields.end() if _is_arabic_post(fields.group()) else start


_PART_END = re.compile("[،,؛(]")
# "أمين عام وزارة العمل، أحمد سالم"
_ARABIC_COMMA = re.compile(
    r"[\u0620-\u064a]+(?: [^\s،,:؛()]+){1,9}[،,]\s+(?=(?:[\u0620-\u065f]{2,} ){1,3}[\u0620-\u065f]{2,}\s*$)"
)


def _may_be_name(words: str) -> bool:
    return not _is_arabic_post(words) and looks_like_organization(words) < 0.4 and country_of(words) is None


def _is_arabic_post(words: str) -> bool:
    head = head_of_post(words) if "\u0620" <= words[:1] <= "\u06d3" else None
    if head is None or head[0]:
        return False
    first, *others = words.split()
    return first not in _arabic_first_names() or (bool(others) and others[0] in _arabic_post_words())


@functools.cache
def _arabic_post_words() -> frozenset[str]:
    """What stands behind the head of a post that is a first name too: "أمين عام", "أمين نقابة الصيادين"."""
    return frozenset(
        word for key in ("ranks_ar", "held_ar", "ministries_ar", "units_ar") for word in load("posts")[key]
    )


@functools.cache
def arabic_body_behind() -> re.Pattern[str]:
    """A post with its unit and body, each with words that have the article, before a name without it: "أمين عام وزارة
    العمل أحمد سالم", "مديرة دائرة الشؤون القانونية في نقابة الصيادين سعاد كريم".
    """
    posts = load("posts")
    ends = alternatives(load("people")["name_ends_ar"])
    own = rf"(?:\s+(?:و?ال|لل)(?!(?:{ends})\b)\w{{3,}}){{1,4}}"
    bodies = alternatives([*posts["held_ar"], *posts["ministries_ar"]])
    ranks = rf"(?:\s+(?:{alternatives(posts['ranks_ar'])}))*"
    unit = rf"\s+(?:{alternatives(posts['units_ar'])}){own}"
    at = rf"\s+(?:{leading('in_ar')}|ب)(?:{bodies}){own}"
    return re.compile(
        rf"\w+{ranks}(?:{unit}(?:{at})?|(?:{own})?{at}|\s+(?:{bodies}){own}|(?:{own})?\s+لشؤون{own})\s+"
        rf"(?=[\u0620-\u064a])(?!ال|{any_of('no_end_ar')}\s)"
    )


@functools.cache
def _arabic_fields() -> re.Pattern[str]:
    ends = alternatives(load("people")["name_ends_ar"])
    return re.compile(rf"\w+(?:\s+(?:و?ال|لل)(?!(?:{ends})\b)\w{{3,}})*\s*")


@functools.cache
def _arabic_first_names() -> frozenset[str]:
    """Heads of posts that are first names as well."""
    return frozenset(load("cues")["affiliation"]["names_ar"])
