"""Posts of more than one segment: which segments go on with a post before them, and which name its body.

* "Director, Migration Policy and Research": some posts have their field behind a comma;
* "Head, Labour Mobility Division, IOM": a unit belongs to the post where a body follows;
* "Minister of the Interior, Public Administration and Decentralization": a minister's fields are a list;
* "Directorate of Nationality, Passports and Residence": so are those of a ministry's or department's name.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import head_words, looks_like_organization
from parsers.people.affiliation.kinds import Kind
from parsers.people.affiliation.offices import (
    ends_as_unit,
    may_be_unit,
    names_owned_part,
    names_place,
    starts_as_unit,
)
from parsers.people.affiliation.post_words import folded_words, head_of_post
from parsers.people.affiliation.segments import Segment
from parsers.people.names import looks_like_name, not_names
from parsers.people.regions import names_region
from parsers.places.countries import country_of
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

OF_AT_START = re.compile(rf"{leading('of')}{leading('definite')}?(?=[{CAPITALS}])")
_OF_STATE = re.compile(rf"\s{leading('of')}{leading('definite')}?([{CAPITALS}][^,]+)$")
_AND = re.compile(rf"\s{any_of('and')}\s")


def with_whole_fields(segments: list[Segment]) -> list[Segment]:
    """The segments, those joined that are one name of a body with its list of fields."""
    if len(segments) < 2:
        return segments
    whole: list[Segment] = []
    position = 0
    while position + 1 < len(segments):
        segment = segments[position]
        count = _fields_behind(segments, position) if _of_field().search(fold(segment.text)) else 0
        count = count or _places_behind(segments, position) or _narrowed_behind(segments, position)
        count = count or _unit_goes_on(segments, position) or _named_by_fields(segments, position)
        last = segments[position + count]
        text = ", ".join(part.text for part in segments[position : position + count + 1])
        whole.append(Segment(text, segment.start, last.end) if count else segment)
        position += count + 1
    return whole + segments[position:]


def with_all_places(segments: list[Segment]) -> list[Segment]:
    """The segments, those joined that are a post and the list of places that it is held for."""
    for position in range(len(segments) - 1):
        count = _places_behind(segments, position)
        if count:
            parts = segments[position : position + count + 1]
            whole = Segment(", ".join(part.text for part in parts), parts[0].start, parts[-1].end)
            return [*segments[:position], whole, *segments[position + count + 1 :]]
    return segments


def _fields_behind(segments: list[Segment], position: int) -> int:
    """How many of the segments behind one go on with its list of fields; the last one has "and" in it."""
    for number, segment in enumerate(segments[position + 1 :], 1):
        words = _BRACKET_AT_END.sub("", segment.text)  # "Department of Ports, Ferries and Piers (DPFP)"
        if looks_like_organization(words) > 0.5 or _names_places(words):
            return 0
        if _LAST_FIELDS.fullmatch(words):
            return number if not _names_people(words) else 0
        if not _ONE_FIELD.fullmatch(segment.text) or head_of_post(segment.text) is not None:
            return 0
    return 0


def _places_behind(segments: list[Segment], position: int) -> int:
    """How many segments go on with the places that a post is held for: "Head of Mission for Chile, Peru and Fiji"."""
    held = _FOR_PLACE.fullmatch(segments[position].text)
    if held is None or not _names_area(held[1]) or head_of_post(segments[position].text) is None:
        return 0
    for number, segment in enumerate(segments[position + 1 :], 1):
        if _AND.search(segment.text):
            return number if _names_places(segment.text) else 0
        if not _names_area(segment.text):
            return 0
    return 0


def _narrowed_behind(segments: list[Segment], position: int) -> int:
    """Whether the next segment goes on with whom or what a post is about: "…, especially Women and Children"."""
    if _NARROWS.match(segments[position + 1].text) is None:
        return 0
    return 1 if head_of_post(segments[position].text) is not None else 0


_WORDS = WordLists("post_words")
_FOR_PLACE = re.compile(
    rf".*\b(?:{leading('for', 'of', 'at')}|{_WORDS.leading('at.place')}){leading('definite')}?"
    rf"([{CAPITALS}][^,]*)"
)
_NARROWS = re.compile(rf"(?i:{_WORDS.leading('field.narrows')})")


def _unit_goes_on(segments: list[Segment], position: int) -> int:
    """How many segments go on with a unit that begins with its fields: "Head of Migration, Climate and Ports Unit",
    "Director, Ports, Tides and Ferries Directorate".
    """
    begins = position > 0 and fold(segments[position - 1].text) in _bare_posts() and _names_one(segments[position].text)
    if not begins and _one_field_of_post().fullmatch(segments[position].text) is None:
        return 0
    for number, segment in enumerate(segments[position + 1 : position + 3], 1):
        if _AND.search(segment.text):
            return number if ends_as_unit(segment.text) and not starts_as_unit(fold(segment.text)) else 0
        if _ONE_FIELD.fullmatch(segment.text) is None:
            return 0
    return 0


def _names_one(words: str) -> bool:
    """Whether words are one field, and neither a post, a body nor a place."""
    if _ONE_FIELD.fullmatch(words) is None or names_place(words):
        return False
    return head_of_post(words) is None and looks_like_organization(words) == 0


@functools.cache
def _one_field_of_post() -> re.Pattern[str]:
    bare = alternatives(load("posts")["bare"])
    return re.compile(rf"(?i:{bare})\s{leading('of')}{leading('definite')}?[{CAPITALS}][\w’'-]*")


def _named_by_fields(segments: list[Segment], position: int) -> int:
    """How many segments go on with a body that is its fields and its state: "Immigration, Ports and Piers Canada"."""
    if fold(segments[position].text) not in head_words()["fields"]:
        return 0  # "Social Policy, Human Resources and Social Development Canada"
    for number, segment in enumerate(segments[position + 1 : position + 3], 1):
        if names_fields_of_state(segment.text):
            return number
        if _ONE_FIELD.fullmatch(segment.text) is None:
            return 0
    return 0


def names_fields_of_state(words: str) -> bool:
    """Whether words end in the last fields and the state that name a body: "Refugees and Citizenship Canada"."""
    *fields, state = _BRACKET_AT_END.sub("", words).rsplit(" ", maxsplit=1)
    return (
        bool(fields) and _AND.search(fields[0]) is not None and names_field(fields[0]) and country_of(state) is not None
    )


_BRACKET_AT_END = re.compile(r"\s*\([^()]*\)$")


def _names_places(words: str) -> bool:
    """Whether words are nothing but places: "Chile", "Lagos and Abuja", "North America and the Caribbean"."""
    return all(_names_area(part) for part in _AND.split(words))


def _names_area(words: str) -> bool:
    """Whether words are nothing but a country, a known city or a part of the world."""
    return names_place(words) or names_region(words)


def _names_people(words: str) -> bool:
    """Whether words joined by "and" may be two full names, none of them that of a field: "Ola Vik and Ida Lund"."""
    parts = _AND.split(words)
    fields = head_words()["fields"]
    return all(looks_like_name(part) and fields.isdisjoint(fold(part).split()) for part in parts)


@functools.cache
def _of_field() -> re.Pattern[str]:
    """A body whose name is made with its fields, at the end of folded words: "Head of the Department of Labour",
    "Cheffe de la Division Migration".
    """
    bodies = alternatives(sorted(word for word in head_words()["lists"] if word[0] < "\u0600"))
    bare = alternatives(fold(word) for key in ("fr", "es") for word in load("organization_heads")[key]["lists"].split())
    of = rf"(?:{bodies})s? {leading('of', 'for')}{leading('definite')}?"
    return re.compile(rf"\b(?:{of}|(?:{bare})s? (?!{leading('of', 'for', 'at')}))\w+(?: \w+)?$")


_FIELD = rf"{leading('of', 'definite')}*[{CAPITALS}][\w’'-]*(?: [{CAPITALS}][\w’'-]*)?"
_ONE_FIELD = re.compile(_FIELD)
_LAST_FIELDS = re.compile(
    rf"{_FIELD} {leading('and')}{_FIELD}(?: [^\W\d{CAPITALS}_]{{5,}})?"  # "Climat et Ports secs"
    rf"(?: {leading('of')}{leading('definite')}?[{CAPITALS}].*)?"
)


def belongs_to_post(text: str, kind: Kind, positions: list[str], bodies: list[str], later: list[Kind]) -> bool:
    """Whether a segment is the post or goes on with it; else it is the body or goes on with that.

    ``positions`` and ``bodies`` are the segments before it, ``later`` the kinds of those behind it.
    """
    if kind == "post":
        return not (bodies and not text[0].isupper())
    if bodies or not positions:
        return False
    if OF_AT_START.match(text) and is_ministerial(positions):
        return True  # "Ministre du Travail, de l'Emploi et de la Formation"
    if kind == "unknown" and names_region(text):
        return True  # "Regional Director, Asia and the Pacific"
    bare = _is_bare(positions[-1], later)  # "Director, Migration Policy and Research"
    if kind == "unit" and bare and (not later or later == ["country"]):
        return False  # "Director, Bureau of Ports, Chile", "Director, Ferry Division"
    if kind == "unit":
        return bare or "body" in later or "unknown" in later
    if kind == "body" and _is_bare(positions[0], later) and ends_as_unit(text) and "body" in later:
        return True  # "Head, Migration, Environment and Climate Change Division, IOM"
    if kind in ("body", "unknown") and later == ["body"] and names_owned_part(text) and not is_ministerial(positions):
        return True  # "Director, Ferry Data Group, Tide Bank"
    if kind in ("body", "unknown") and bare and later == ["body"] and may_be_unit(text):
        return True  # "Director, Ferry Services, IOM"
    if kind == "body":
        return _list_goes_on(", ".join(positions), text, later)
    if len(positions) > 1 and _is_bare(positions[0], later) and "body" in later and _AND.search(text):
        return True  # "Director, Policy, Research and Communications, IOM"
    if kind == "unknown" and _OF_STATE.search(text) and _list_goes_on(", ".join(positions), text, later):
        return True
    if kind == "unknown" and later[:1] == ["body"] and names_field(text):
        return True  # "Senior Policy Officer, Migration and Asylum, European Commission"
    if kind == "unknown" and ", " in text and names_fields_of_state(text.rpartition(", ")[2]):
        return False  # "Director, Immigration, Refugees and Citizenship Canada"
    if kind == "unknown" and bare and _owned().search(text):
        return False  # "Coordinator, Domestic Workers' Helpline"
    return bare or (is_ministerial(positions) and "country" in later)


def goes_on_behind_body(text: str, kind: Kind, positions: list[str], before: Kind, later: list[Kind]) -> bool:
    """Whether a segment goes on with a post that stands behind its body: "IOM, Head, Ferry Division"."""
    if before != "post" or not positions or any(other != "country" for other in later):
        return False
    if kind == "unit" or (kind == "body" and ends_as_unit(text)):
        return fold(positions[-1]) in _bare_posts()
    return kind == "unknown" and names_field(text)


def names_field(words: str) -> bool:
    """Whether words are nothing but what somebody works on: "Migration and Asylum", "Gender"."""
    if _owned().search(words):
        return False
    fields, general = head_words()["fields"], not_names()[0]
    named = [fold(word) for word in words.split() if word[0].isupper()]
    small = all(word[0].isupper() or _JOIN.fullmatch(word) for word in words.split())
    return small and not fields.isdisjoint(named) and all(word in fields or word in general for word in named)


_JOIN = re.compile(rf"{any_of('and', 'of', 'for', 'definite')}|&")


@functools.cache
def _bare_posts() -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")["bare"])


def _is_bare(position: str, later: list[Kind]) -> bool:
    """Whether a post is one that says nothing of its field. One of a rank ("Senior Director") or of a part that is
    named next ("Head of Unit") counts where a body stands behind that: ``later``.
    """
    folded = fold(position)
    if folded in _bare_posts():
        return True
    if "body" not in later:
        return False
    return _of_part().fullmatch(folded) is not None or _RANK.sub("", folded, count=1) in _bare_posts()


_RANK = re.compile(rf"^(?:{folded_words('unit.ranks')}) ")


@functools.cache
def _of_part() -> re.Pattern[str]:
    return re.compile(folded_words("unit.headed"))


@functools.cache
def _owned() -> re.Pattern[str]:
    """Whose a body is: a field of work is nobody's."""
    return re.compile(rf"[^\W\d_](?:s['’]|['’]s)\s+[{CAPITALS}]")


def is_ministerial(positions: list[str]) -> bool:
    """Whether a post is a minister's or secretary's, whose fields are listed behind it."""
    return _ministerial().search(fold(", ".join(positions))) is not None


@functools.cache
def _ministerial() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{folded_words('stem.ministerial')})")


def _list_goes_on(post: str, segment: str, later: list[Kind]) -> bool:
    """Whether a minister's fields go on: "Minister of the Interior, Public Administration and Decentralization"."""
    of_state = _OF_STATE.search(segment)
    if of_state is not None and country_of(of_state[1]) is not None:
        segment = segment[: of_state.start()]  # "Minister of Ports, Ferries and Piers of Chile"
    return (
        _minister_of().search(fold(post)) is not None
        and _AND_INSIDE.search(segment) is not None
        and not _OF_INSIDE.search(segment)
        and ("country" in later or not later)
    )


_AND_INSIDE = re.compile(rf"\b{any_of('and_field')}\b")
_OF_INSIDE = re.compile(rf"\b{any_of('of_field')}\b")


@functools.cache
def _minister_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{folded_words('stem.minister')})\w* (?:{any_of('of_field')}|d')")
