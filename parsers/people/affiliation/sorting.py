"""Segments sorted into the post, the body and the country of a person.

"Director, Migration Policy and Research, IOM" gives the post "Director, Migration Policy and Research" and the body
"IOM"; "Deputy Minister of Labour, Kenya" the post and KE.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.at_body import post_at_name
from parsers.people.affiliation.bracketed import with_bracketed_bodies
from parsers.people.affiliation.committees import with_committees
from parsers.people.affiliation.kinds import Kind, kind_of_segment
from parsers.people.affiliation.named_states import state_spoken_for
from parsers.people.affiliation.of_body import post_of_unit
from parsers.people.affiliation.offices import ends_as_unit, without_seat
from parsers.people.affiliation.origins import is_origin, without_house, without_life
from parsers.people.affiliation.post_fields import (
    OF_AT_START,
    belongs_to_post,
    goes_on_behind_body,
    is_ministerial,
    names_field,
    with_whole_fields,
)
from parsers.people.affiliation.segments import ACRONYM, Segment
from parsers.people.affiliation.split_post import split_post
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

Affiliation = tuple[str | None, str | None, str | None]  # position, body, country

_WORDS = WordLists("post_words")
_LIKE_A_BODY = 0.5
_ORIGIN = re.compile(rf"{leading('of', 'origin')}{leading('definite')}?")


def sort_segments(segments: list[Segment]) -> Affiliation:
    """Position, body and country of a person from the segments of the affiliation."""
    positions: list[str] = []
    bodies: list[str] = []
    country: str | None = None
    segments = with_committees(with_bracketed_bodies(with_whole_fields(_without_town(_without_origin(segments)))))
    kinds = [_kind(number, segment.text) for number, segment in enumerate(segments)]
    if len(kinds) > 1 and kinds[1] not in ("post", "country") and _organ().fullmatch(segments[0].text):
        kinds[0] = "post"  # "Secretaría Técnica, CORAMI"
    for index, (segment, kind) in enumerate(zip(segments, kinds, strict=True)):
        from_state = _state_behind(segment.text) if positions else None
        if kind == "country" or from_state is not None:
            country = country or from_state or country_of(segment.text)
        elif kind == "unknown" and _names_states(segment.text):
            continue
        elif positions and not bodies and (body := body_behind_of(segment.text)) and not is_ministerial(positions):
            bodies.append(body)
        elif (unit := _unit_at_body(segment.text) if positions and not bodies else None) is not None:
            positions.append(unit[0])
            bodies.append(unit[1])
        elif belongs_to_post(segment.text, kind, positions, bodies, kinds[index + 1 :]) or (
            bodies and goes_on_behind_body(segment.text, kind, positions, kinds[index - 1], kinds[index + 1 :])
        ):
            positions.append(segment.text)
        else:
            bodies.append(segment.text if bodies or positions else _without_of(segment.text))
    if bodies and len(positions) == 1 and _own().match(positions[0]) and not any(map(looks_like_organization, bodies)):
        positions, bodies = [", ".join([*positions, *bodies])], []  # "IOM Director for East, Horn and Southern Africa"
    position = ", ".join(positions) or None
    organization = ", ".join(bodies) or None
    if organization and _is_town(organization):
        organization = None  # "baker, Lausanne"
    if position and len(positions) == 1:
        if not bodies:
            position, organization = split_post(position)
            if organization is None and country is not None:
                position, organization = post_of_unit(position) or (position, None)
        elif _own().match(position):
            position = split_post(position)[0]
    position = without_life(position) if position else None
    position = without_house(position) if position and organization else position
    owner = bodies[0] if len(bodies) == 2 and _is_town(bodies[1]) else organization  # "Tide Bank, Geneva"
    organization = without_seat(organization) if organization else None
    return position, organization, state_spoken_for(country, position, owner)


@functools.cache
def _organ() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("head.organs"))


def _kind(number: int, words: str) -> Kind:
    """What a segment is; an acronym behind a post and its field is a body that nobody knows: "Director, Ports, PDQ"."""
    kind = kind_of_segment(words)
    if kind == "unknown" and number > 1 and ACRONYM.fullmatch(words) and not _field_acronym().fullmatch(words):
        return "body"
    return kind


@functools.cache
def _field_acronym() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("acronym.fields"))


def _without_origin(segments: list[Segment]) -> list[Segment]:
    """The segments less those that say where somebody is from, with the state behind: "resident of Mopti, Mali"."""
    if not any(is_origin(segment.text) for segment in segments):
        return segments
    kept: list[Segment] = []
    before = False
    for segment in segments:
        origin = is_origin(segment.text) or (before and country_of(segment.text) is not None)
        if not origin:
            kept.append(segment)
        before = origin
    return kept


def _without_town(segments: list[Segment]) -> list[Segment]:
    """The segments less the town of a body that is called by its acronym: "Migration Specialist, IOM, Geneva"."""
    if len(segments) < 2 or not ACRONYM.fullmatch(_BRACKET_SIGNS.sub(" ", segments[-2].text).split()[-1]):
        return segments
    return segments[:-1] if _is_town(segments[-1].text) else segments


_BRACKET_SIGNS = re.compile(r"[()\[\]]")


def _state_behind(segment: str) -> str | None:
    """The state of a segment that goes on with "from" or "of": "Minister of Labour, from Fiji"."""
    origin = _ORIGIN.match(segment)
    return country_of(segment[origin.end() :]) if origin is not None else None


def _names_states(segment: str) -> bool:
    """Whether a segment names several states, so that nobody speaks for one: "Chile/Peru"."""
    return "/" in segment and all(country_of(name) is not None for name in segment.split("/"))


def body_behind_of(segment: str) -> str | None:
    """The body of a segment that goes on with "of": "Directora de Salud, del MSPAS"."""
    of = OF_AT_START.match(segment)
    if of is None:
        return None
    body = segment[of.end() :]
    return body if looks_like_organization(body) > 0.5 or ACRONYM.fullmatch(body) else None


def _unit_at_body(segment: str) -> tuple[str, str] | None:
    """The unit that goes on with a post, and its body: "Head, Ferry Division at IOM"."""
    parts = post_at_name(segment)
    if parts is None or not (ends_as_unit(parts[0]) or names_field(parts[0])):
        return None
    return parts if looks_like_organization(parts[1]) > _LIKE_A_BODY else None


def _is_town(words: str) -> bool:
    """Whether words are nothing but a town: where somebody is from, and no body."""
    town = lexicon.whole(words, "city")
    return town is not None and not town.ambiguous


def _without_of(body: str) -> str:
    """A body right behind a name: "A B, de la Unión de Mujeres"."""
    of = OF_AT_START.match(body)
    return body[of.end() :] if of is not None and body[0].islower() else body


@functools.cache
def _own() -> re.Pattern[str]:
    """A post of the archive's own body, that names it before the post: "IOM Director General"."""
    return re.compile(rf"{_WORDS.plain('own.acronyms')}\s+\S")
