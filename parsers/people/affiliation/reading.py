"""Affiliations read from what stands behind a name, or from a line of their own.

"A B, Deputy Minister of Labour, Kenya, will be moderating" gives the post, the country and the role.
"""

from __future__ import annotations

import functools
import re

from parsers.documents.labels import is_document_label
from parsers.people.affiliation.clauses import ending, is_unsure, role_of_clause, role_tails
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.segments import Segment, segments_of
from parsers.people.affiliation.sorting import Affiliation, sort_segments
from parsers.people.names import is_degree
from parsers.record import Role
from parsers.words.phrases import fold
from parsers.words.sentences import sentences
from parsers.words.small_words import leading

_LONGEST_LINE = 220  # characters of an affiliation that stands alone


def affiliation(text: str, start: int, inside: list[Segment]) -> tuple[Affiliation, Role | None]:
    """Position, body, country and stated role from what stands after a name, and from the brackets behind it."""
    return _affiliation(text, start, inside) if inside else _bare_affiliation(text[start:])


@functools.lru_cache(maxsize=1024)  # the same people come back on other pages
def _bare_affiliation(text: str) -> tuple[Affiliation, Role | None]:
    return _affiliation(text, 0, [])


def _affiliation(text: str, start: int, inside: list[Segment]) -> tuple[Affiliation, Role | None]:
    segments: list[Segment] = []
    role: Role | None = None
    text = text[: _sentence_end(text, start)]
    start = _past_is(text, start)
    for segment in segments_of(text, start):
        if (not segments and is_degree(segment.text)) or is_unsure(segment.text):
            continue
        tail = role_tails().get(fold(segment.text))
        if tail is not None and segment.start > start and segment.text[0].islower():
            role = tail  # "A B, Minister of Ports – introductory remarks"
            continue
        if tail is not None and _is_last(text, start, segment, tail):
            role = tail
            continue
        ends = ending(segment.text)
        if ends == "clause":
            role = role_of_clause(text[segment.start :])
        if ends is not None:
            break
        segments.append(segment)
    for bracket in inside:
        segments.extend(segments_of(text[: bracket.start] + bracket.text, bracket.start))
    return sort_segments(segments), role


def _past_is(text: str, start: int) -> int:
    """Where a post stands behind "is": "A B is Director of Ports, Chile"; ``start`` where none does. Who is the
    moderator there has a role and no post.
    """
    is_post = _IS.match(text, start)
    if is_post is None:
        return start
    first = next(iter(segments_of(text, is_post.end())), None)
    if first is None or kind_of_segment(first.text) != "post" or fold(first.text.split()[0]) in role_tails():
        return start
    head = head_of_post(first.text)
    return is_post.end() if head is not None and (head[0] == 0 or first.text[0].isupper()) else start


_IS = re.compile(rf"\s+{leading('is')}{leading('currently')}?{leading('definite', 'indefinite')}?(?=\w)")


def _is_last(text: str, start: int, segment: Segment, role: Role) -> bool:
    """Whether a role in capitals ends the line, behind a dash or one that is no post: "A B, IOM – Chair"."""
    if text[segment.end :].strip(" ."):
        return False
    return role == "moderator" or text[start : segment.start].rstrip().endswith(("-", "–", "—"))


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that an affiliation stands in: what the next one says is none of it."""
    if ". " not in text[start:]:
        return len(text)
    first = next(iter(sentences(text[start:])), None)
    return len(text) if first is None else start + first[1]


def post_above_life(text: str) -> Affiliation | None:
    """Post and body of a line whose first sentence is nothing else and whose others tell of somebody's life; None for
    other lines, and where the body is missing.
    """
    first = next(iter(sentences(text)), None)
    if first is None:
        return None
    words = text[first[0] : first[1]].rstrip()
    found = post_line(words[:-1]) if words.endswith(".") else None
    return found if found is not None and found[0] is not None and found[1] is not None else None


_BRACKET_AT_END = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]$")


def post_line(text: str) -> Affiliation | None:
    """Position, body and country of a line that is an affiliation without a name; None where it is none."""
    if len(text) > _LONGEST_LINE or text.endswith("."):
        return None
    bracket = _BRACKET_AT_END.search(text) if text.endswith((")", "]")) else None
    if bracket is not None and is_document_label(bracket[1]):
        text = text[: bracket.start()]  # "Adviser, Tide Bank (Presentation | Bio)"
    segments = segments_of(text, 0)
    if not segments or kind_of_segment(segments[0].text) not in ("post", "body", "unit"):
        return None
    return sort_segments(segments)
