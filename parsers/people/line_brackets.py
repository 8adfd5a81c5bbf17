"""The brackets of a line about a person, sorted by what they hold.

A document's label ("(Bio)"), a role ("(Moderator)"), nothing yet ("(tbc)"), or an affiliation: "(Ministry of Ports,
Chile)". Brackets that are a part of a body's name or of a post stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.documents.labels import is_document_label
from parsers.organizations.names import find_organizations
from parsers.people.affiliation.clauses import is_unsure, role_tails, starts_clause
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.segments import BRACKET, Segment
from parsers.people.affiliation.split_post import split_post
from parsers.places.countries import country_of
from parsers.record import Role
from parsers.words.phrases import fold

_BEFORE_ACRONYM = re.compile(r"[,،;؛(|•]|\s[–—/-]\s")
_PARTS = re.compile(r"[,،;]\s|\s[–—-]\s")


@dataclass(slots=True)
class Brackets:
    """The brackets sorted, and the text with them blanked out (offsets kept)."""

    masked: str
    documents: list[tuple[str, int, int]] = field(default_factory=list)
    role: Role | None = None
    affiliations: list[Segment] = field(default_factory=list)


def sort_brackets(text: str, start: int, end: int, linked: Sequence[tuple[int, int]]) -> Brackets:
    """The brackets of ``text[start:end]``; ``linked`` are spans of links, which name documents whatever their words."""
    sorted_out = Brackets(text[:end])
    if "(" not in text and "[" not in text:
        return sorted_out
    for match in BRACKET.finditer(text, start, end):
        content = (match.group(1) or match.group(2) or "").strip()
        tail = role_tails().get(fold(content))
        link = any(a < match.end() and b > match.start() for a, b in linked)
        if tail is not None:
            sorted_out.role = tail
            if link:  # "(Opening remarks)": what they did, and its text
                sorted_out.documents.append((content, match.start(), match.end()))
        elif link or is_document_label(content):
            sorted_out.documents.append((content, match.start(), match.end()))
        elif not is_unsure(content):
            masked = sorted_out.masked
            before = masked[start : match.start()]
            if _is_acronym_of(before, content) or _goes_on_behind(masked, match.end()) or _is_field(before, content):
                continue
            sorted_out.affiliations.append(Segment(content, match.start() + 1, match.end() - 1))
        sorted_out.masked = _mask(sorted_out.masked, match.start(), match.end())
    return sorted_out


def _mask(text: str, start: int, end: int) -> str:
    """``text`` with one span blanked out, offsets kept."""
    return text[:start] + " " * (end - start) + text[end:]


def _is_acronym_of(before: str, content: str) -> bool:
    """Whether a bracket is the acronym of the body printed before it: "Global Migration Group (GMG)"."""
    if not re.fullmatch(r"[^\W\d_a-zß-ÿ][\w&/. -]{1,14}", content) or sum(c.isupper() for c in content) < 2:
        return False
    if not content.isupper() and country_of(content) is not None:
        return False  # "Ministra de Trabajo (El Salvador)"
    segment = _BEFORE_ACRONYM.split(before)
    if kind_of_segment(segment[-1].strip()) == "post" and find_organizations(content, slot=True):
        return split_post(segment[-1].strip())[1] is not None  # "Head of Unit (UNHCR)"
    return len(segment) > 1 and len(segment[-1].split()) >= 2


def _is_field(before: str, content: str) -> bool:
    """Whether a bracket behind a post holds its field: "Technical Officer (Occupational Health)"."""
    parts = _PARTS.split(before)
    return len(parts) > 1 and kind_of_segment(parts[-1].strip()) == "post" and kind_of_segment(content) == "unknown"


def _goes_on_behind(text: str, end: int) -> bool:
    """Whether a body's name goes on behind a bracket inside it: "Pegasus Health (charitable) Ltd"."""
    following = re.match(r"\s+([^\W\d_][\w.’'-]*)", text[end:])
    return (
        following is not None
        and not starts_clause(text[end:].strip())
        and "," in text[:end]
        and following.group(1).casefold() not in ("and", "et", "y", "on", "will", "for", "who")
    )
