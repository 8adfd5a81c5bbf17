"""Posts behind the name of their body: "IOM Director General", "Aid Agency Director", "IOM Iraq Chief of Mission".

The body is an acronym, a name that ends in a unit's word, any name that looks like a body's, or a known body with its
place.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.organizations.names import head_words as organization_words
from parsers.people.affiliation.offices import names_place, names_united_nations
from parsers.people.affiliation.post_words import head_of_post, heads
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


def body_then_post(position: str) -> tuple[str, str] | None:
    """Post and body of words that name the body first; None for other words."""
    return (
        _before_project(position)
        or _office_first(position)
        or _county_first(position)
        or _acronym_first(position)
        or _unit_first(position)
        or _name_first(position)
        or office_then_post(position)
    )


def _before_project(position: str) -> tuple[str, str] | None:
    """ "ILO Coordinator of the Blue Tide programme": a known body, and what its officer works on behind the post."""
    project = _of_project().search(position)
    parts = body_then_post(position[: project.start()]) if project is not None else None
    if project is None or parts is None or not find_organizations(parts[1], slot=True):
        return None
    return parts[0] + project.group(), parts[1]


@functools.cache
def _of_project() -> re.Pattern[str]:
    of = rf"{leading('of', 'for')}{leading('definite')}?"
    return re.compile(rf"\s{of}[^,;]+?\s(?i:{_WORDS.any_of('english.projects')})$")


_ACRONYM_FIRST = re.compile(
    rf"^((?:[A-Z][A-Za-z]*[A-Z][A-Za-z-]*|{_WORDS.plain('united.short')})(?:['’]s)?)\s+(.{{4,}}|{_WORDS.plain('english.brief')})$"
)


def _county_first(position: str) -> tuple[str, str] | None:
    """ "Tide County Director of Health": whom a county or city employs."""
    held = _county_then_post().fullmatch(position)
    if held is None:
        return None
    head = head_of_post(held["post"])
    if head is None or head_of_post(held["body"]) is not None:
        return None
    before = fold(held["post"])[: head[0]].split()
    return (held["post"], held["body"]) if len(before) <= _LONGEST_RANK else None


_LONGEST_RANK = 2  # words before a post's head: "Public Health Officer"


@functools.cache
def _county_then_post() -> re.Pattern[str]:
    counties = _WORDS.any_of("english.counties")
    return re.compile(rf"(?P<body>(?:[{CAPITALS}][\w’'-]+ ){{1,3}}{counties}) (?P<post>[{CAPITALS}].{{3,}})")


_ELSEWHERE = re.compile(rf"\s{leading('at', 'for')}")
_AND_INSIDE = frozenset(("and", "&", "et", "y"))
_AND_POST = re.compile(rf"\s{leading('and')}")
_LONGEST_FIELD = 4  # words


def _office_first(position: str) -> tuple[str, str] | None:
    """ "IOM Somalia Project Officer": an acronym with the country or town of its office."""
    prefix = _ACRONYM_FIRST.match(position)
    if prefix is None or _place_then_post(prefix.group(2)) is None:
        return None
    return office_then_post(position)


def _acronym_first(position: str) -> tuple[str, str] | None:
    """ "IOM Director General", "IOM’s Emergency Coordinator", "IOM Media Officer"."""
    prefix = _ACRONYM_FIRST.match(position)
    if prefix is None:
        return None
    owner, post = prefix.groups()
    body = re.sub(r"['’]s$", "", owner)
    if body in _no_body():
        return None
    owned = body != owner and head_of_post(post) is not None
    if owned or heads().match(fold(_before_post().sub("", post))):
        return post, body
    field = _field_then_post().fullmatch(post)
    if field is not None and looks_like_organization(field.group(1)) < 0.5:
        return post, body
    first = _AND_POST.split(post, maxsplit=1)  # "IOM Delta Coordinator and Chief of Mission in Fiji"
    joint = len(first) > 1 and heads().match(fold(first[1])) is not None and _is_post_with_field(first[0])
    return (post, body) if (joint or _is_post_with_field(post)) and find_organizations(body, slot=True) else None


@functools.cache
def _no_body() -> frozenset[str]:
    """Acronyms before a post that name no body that it is held in: "UN Director", "HR Manager"."""
    return frozenset(_WORDS.forms("united.acronyms"))


@functools.cache
def _before_post() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.leading('english.before')}", re.IGNORECASE)


@functools.cache
def _field_then_post() -> re.Pattern[str]:
    return re.compile(rf"((?:[A-Z][\w-]+ (?:(?:{any_of('and_en')}|&) )?){{1,4}}){_post_at_end()}")


def _is_post_with_field(words: str) -> bool:
    """Whether words in capitals are a post behind its field: "Project Manager", "Health Coordinator in Ouallam"."""
    *field, noun = _ELSEWHERE.split(words, maxsplit=1)[0].split() or [""]
    if not field or len(field) > _LONGEST_FIELD or head_of_post(noun) != (0, len(fold(noun))):
        return False
    if not all(word[0].isupper() or word in _AND_INSIDE for word in (*field, noun)):
        return False
    named = " ".join(field)
    if _project().search(named):
        return True
    return _is_field(named) or looks_like_organization(named) < 0.5


@functools.cache
def _project() -> re.Pattern[str]:
    """ "Counter-Trafficking Project Officer": a project is what an officer of a body works for."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('english.projects')}$")


def _is_field(words: str) -> bool:
    """Whether a single word before a post is its field and no body: "Project" in "Project Manager"."""
    return " " not in words and fold(words) not in organization_words()["sure"] and not find_organizations(words)


def _unit_first(position: str) -> tuple[str, str] | None:
    """ "Aid Agency Director": a name that ends in a unit's word."""
    found = _unit_then_post().match(position)
    return (found.group(2), found.group(1)) if found else None


@functools.cache
def _unit_then_post() -> re.Pattern[str]:
    body = _WORDS.any_of("unit.body")
    return re.compile(rf"^{leading('the_en')}?([A-Z].*?\b{body}(?:\s+\([A-Z]+\))?)(?:['’]s)?\s+{_post_at_end()}")


def _name_first(position: str) -> tuple[str, str] | None:
    """ "Red Cross Secretary General": any name that looks like a body's, and does not end in a word of the post."""
    united = _resident().match(position)
    if united is not None:
        return position, united.group(1)
    found = _name_then_post().match(position)
    if found is None or _is_field(found.group(1)) or _cut_post().search(found.group(1)):
        return None
    return (found.group(2), found.group(1)) if looks_like_organization(found.group(1)) > 0.5 else None


@functools.cache
def _resident() -> re.Pattern[str]:
    """ "UN Resident Coordinator", whose title has the body's name in it."""
    return re.compile(rf"({_WORDS.any_of('united.names')})\s(?:\w+\s)?{_WORDS.any_of('united.residents')}")


@functools.cache
def _name_then_post() -> re.Pattern[str]:
    return re.compile(
        rf"^{leading('the_en')}?([{CAPITALS}].{{6,}}?(?:\s\([A-Z][\w-]+\))?)(?:['’]s)?\s+{_post_at_end()}"
    )


@functools.cache
def _cut_post() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('english.cut')}$")


@functools.cache
def _post_at_end() -> str:
    return rf"({_WORDS.leading('english.ranks')}*{_WORDS.any_of('english.nouns')})$"


def office_then_post(words: str) -> tuple[str, str] | None:
    """Post and office of "IOM Iraq Chief of Mission", "IOM border management specialist"; None for other words."""
    known = find_organizations(words, slot=True)
    if not known or known[0].start or names_united_nations(known[0].name):
        return None
    rest = words[known[0].end :].removeprefix("'s").removeprefix("’s").strip()
    if not rest or rest[0] in ",(":
        return None
    if rest[0].islower():
        return (rest, known[0].name) if head_of_post(rest) is not None else None
    found = _place_then_post(rest)
    return (found[1], f"{known[0].name} {found[0]}") if found is not None else None


def _place_then_post(words: str) -> tuple[str, str] | None:
    """Country or town and post of "South Sudan Programme Coordinator"; None for other words."""
    for size in (1, 2, 3):
        place = " ".join(words.split()[:size])
        post = words[len(place) :].strip()
        if post and names_place(place) and head_of_post(post) is not None:
            return place, post
    return None
