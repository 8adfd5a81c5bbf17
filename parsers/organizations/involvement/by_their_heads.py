"""Bodies whose heads do what a sentence tells: "*The heads of A and of B* today called on states".

Their heads speak for them. Member states are IOM where they act for it; those of others come as states.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.involvement.joint_subjects import subject_end
from parsers.organizations.names import body_key
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.own_meetings import OWN
from parsers.organizations.prose_lists import accepted, clause, involvement_of, names_end, without_article
from parsers.page import Block
from parsers.prose.body_names import is_bare_state
from parsers.record import Involvement, InvolvementRole
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("issuers")
_ALONG = WordLists("involvement_prose")
_MOST = 12  # sentences of one block


def by_their_heads(block: Block) -> list[Involvement]:
    """The bodies of a block whose heads (of two at least) are what a sentence speaks of, and IOM for its states."""
    found: list[Involvement] = []
    for lead in islice(_lead().finditer(block.text), _MOST):
        rest = clause(block.text, lead.end())
        for end in dict.fromkeys((names_end(rest), subject_end(rest))):  # "the UN refugee agency (UNHCR)"; "A met B"
            bodies = [without_article(body) for body in accepted(rest[:end], lenient=False)]
            if _speak(bodies, heads=bool(lead["heads"])) and _verb().match(rest, bodies[-1].end) is not None:
                role: InvolvementRole = "organizer" if lead["heads"] else "participant"
                found += [involvement_of(body, block.start + lead.end(), role, "issuer") for body in bodies]
                break
    return found


def _speak(bodies: list[Body], *, heads: bool) -> bool:
    """Whether these may be bodies whose heads speak, several of them, or IOM, whose states do."""
    if heads:
        return len(bodies) > 1 and not any(is_bare_state(body.name) for body in bodies)
    return bool(bodies) and body_key(bodies[0].name) == f"body {OWN}"


@cache
def _lead() -> re.Pattern[str]:
    """ "The heads of the", "Representatives of the eleven States members of the", where they begin a sentence."""
    article = rf"(?:{leading('definite')})?"
    some = rf"(?:\d+\s+|{_ALONG.leading('come.numbers')}|[a-zà-ÿ]+\s+)?"
    people = rf"(?:{_ALONG.any_of('come.people')}\s+(?:{leading('of', 'from')}))?"
    heads, states = _WORDS.any_of("heads.who"), _WORDS.any_of("heads.states")
    return re.compile(
        rf"(?:^|(?<=[.!?:]\s)|(?<=[–—-]\s)){article}(?:(?P<heads>{heads})|{people}{article}{some}{states})"
        rf"\s+(?:{leading('of')}){article}(?=[A-ZÀ-Þ])",
        re.I,
    )


@cache
def _verb() -> re.Pattern[str]:
    """A verb in small letters, behind a day."""
    filler = rf"(?:,?\s+(?:{_ALONG.any_of('subject.filler', 'list_end.today')}|\([^)]*\d[^)]*\)))*"
    no_verb = leading("of", "at", "for", "with", "and", "by", "from", "topic", "as", "relative", "definite")
    return re.compile(rf"{filler},?\s+(?!{no_verb})(?=[a-zà-ÿ])")
