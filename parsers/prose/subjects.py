"""Who is the subject of a clause whose verb stands elsewhere, or behind words that name somebody else.

"A B spoke of nets, and C D, Mayor of X, of walls": the verb is said once. "In a panel moderated by A B, C D called for
walls": A B stands in what comes before the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.prose.named import Named
from parsers.prose.passage import Passage, Span
from parsers.words.small_words import any_of, leading

_ARTICLE = leading("definite", "indefinite", "possessive")
_JOINS_CLAUSE = re.compile(rf"(?:[,;،]\s*|\s)(?:{any_of('and', 'while_other')}\s+|و){_ARTICLE}?$")
_PREPOSITIONS = [
    re.compile(rf"[,،]?\s{any_of(key)}(?:\s|(?<=['’]))") for key in ("gapped_of", "gapped_on", "gapped_about")
]


def goes_on_with(passage: Passage, people: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Speakers with those who speak in the clause behind without a verb: "…, and C D, Mayor of X, of walls"."""
    text = passage.text
    for person, following in pairwise(people):
        if following.roles or not following.sure or not {"speaker", "panellist"}.intersection(person.roles):
            continue
        if _JOINS_CLAUSE.search(text, person.after, following.before) is None:
            continue
        topics = [topic for topic in _PREPOSITIONS if topic.match(text, following.after)]
        verbs = (
            span for span in passage.spans("role") if span.payload.place == "verb" and span.end <= following.before
        )
        if topics and any(topic.match(text, end) for verb in verbs for end in _ends(person, verb) for topic in topics):
            yield person, following


def _ends(person: Named, verb: Span) -> tuple[int, int, int]:
    """Where the topic may begin: behind a verb, inside of it ("parlé de"), or behind an Arabic subject."""
    return (verb.end if verb.start >= person.after else person.after, verb.end - 3, verb.end - 4)


_LEAD = re.compile(rf"\W*{any_of('lead')}\s[^.;:,“”\"«»]{{0,80}}$", re.IGNORECASE)
_AND_ONE = re.compile(rf"(?<!\w){any_of('and')}(?!\w)|\sو")
_COMMA_ONLY = re.compile(r"\s*[,،]")


def in_lead(passage: Passage, span: Span) -> bool:
    """Whether words stand in what comes before the sentence's subject: "In a panel moderated by A B, C D called"."""
    return _LEAD.match(passage.text[: span.start]) is not None


def before_subject(passage: Passage, people: list[Named], members: list[int]) -> list[int]:
    """Of those behind such words all if "and" joins the last of them, else those before the first bare comma."""
    joined = [
        _AND_ONE.search(passage.text, people[one].after, people[following].before) is not None
        for one, following in pairwise(members)
    ]
    last = max((number for number, by_and in enumerate(joined, 1) if by_and), default=0)
    return members[: last + 1]


def subject_of_panel(passage: Passage, people: list[Named], span: Span, number: int) -> Named | None:
    """The subject behind such words, the person of that number, where they name a panel."""
    if number >= len(people) or _COMMA_ONLY.match(passage.text, people[number - 1].after) is None:
        return None
    return people[number] if any(head.start < span.start for head in passage.spans("panel")) else None


_THREE_WORDS = re.compile(r"[^\W\d_]+[\s,’'-]+[^\W\d_]+[\s,’'-]+[^\W\d_]+[^:]*$")


def in_clause_of(passage: Passage, people: list[Named], members: list[int]) -> list[int]:
    """Of a verb's subject and those named before it, those of its own clause.

    A semicolon parts the people of a list ("A B, Mayor; C D, Judge; and E F spoke"), and clauses where the first has
    words of its own: "The parade was reviewed by A B, Mayor; C D gave the welcome".
    """
    text = passage.text
    for position, (number, before) in enumerate(pairwise(members), 1):
        if ";" not in text[people[before].after : people[number].before]:
            continue
        first = people[members[-1]]
        if _THREE_WORDS.search(text[: first.before]) is not None:
            return members[:position]
    return members
