"""Bodies in brackets behind what somebody works on there: "Director, Policy and Research (World Bank)".

Words and the acronym of the same words are one body: "Ports and Ferries Institute (PFI)".
"""

from __future__ import annotations

import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.people.affiliation.offices import ends_as_unit, starts_as_unit
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.segments import Segment
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.phrases import fold

_BODY_AT_END = re.compile(r"(?P<words>[^()]+?)\s*\((?P<body>[^()]{2,60})\)")
_LIKE_A_BODY = 0.5


def with_bracketed_bodies(segments: list[Segment]) -> list[Segment]:
    """The segments behind a post, those parted that are its unit or field and a known body in brackets."""
    if not any(segment.text.endswith(")") for segment in segments):
        return segments
    parted: list[Segment] = []
    for number, segment in enumerate(segments):
        bracket = _BODY_AT_END.fullmatch(segment.text)
        if bracket is None or not _is_part_of(bracket["words"], bracket["body"], behind=segments[:number]):
            parted.append(segment)
            continue
        middle = segment.start + bracket.end("words")
        part = Segment(bracket["words"], segment.start, middle)
        if number and head_of_post(part.text) is None:
            post = parted.pop()
            part = Segment(f"{post.text}, {part.text}", post.start, middle)
        parted.append(part)
        parted.append(Segment(bracket["body"], middle, segment.end))
    return parted


def _is_part_of(words: str, body: str, *, behind: list[Segment]) -> bool:
    """Whether words are a post, a unit or a field, and ``body`` a known one that they do not spell out."""
    known = lexicon.whole(body, "organization")
    if known is None or known.kind == "process" or _spells_out(words, body):
        return False
    if head_of_post(words) is not None and looks_like_organization(words) < _LIKE_A_BODY:
        return True
    if not behind or head_of_post(behind[-1].text) is None or country_of(words) is not None:
        return False
    unit = ends_as_unit(words) or starts_as_unit(fold(words))
    return unit or looks_like_organization(words) < _LIKE_A_BODY


def _spells_out(words: str, acronym: str) -> bool:
    """Whether an acronym is of the words, or words that name a body end with it."""
    if any(body.end == len(words) for body in find_organizations(words, slot=True)):
        return True  # "Officer of the International Labour Organization (ILO)"
    initials = "".join(word[0] for word in words.split() if word[0].isupper())
    return initials[-len(acronym) :] == acronym
