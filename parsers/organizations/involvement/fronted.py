"""Bodies with whom another one does something, where their list begins the sentence.

"*With A, B and other members of C*, IOM wants …", "Avec *l'A et la B*, l'OIM enregistre …": no phrase of
involvement.toml announces them, as "with" alone says little; the body behind their comma and its verb do.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import involvement_of
from parsers.page import Block
from parsers.prose.body_names import acceptable, all_capital, is_bare_state, reads_as_name
from parsers.record import Involvement
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_MOST = 12  # sentences of one block
_LONGEST = 300  # characters of such a list


def fronted(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies of the lists that begin sentences of a block, and the known body that does something with them."""
    found: list[Involvement] = []
    for lead in islice(_with().finditer(block.text), _MOST):
        for name in reversed(names):
            start, end = name.start - block.start, name.end - block.start
            if not lead.end() < start < lead.end() + _LONGEST or _SENTENCE_END.search(block.text, lead.end(), start):
                continue
            comma = _comma().search(block.text, lead.end(), start)
            if comma is None or _verb().match(block.text, end) is None:
                continue
            bodies = _partners(block, lead.end(), comma.start())
            if bodies:
                rule = "bodies before a verb"
                found += [*bodies, Involvement(block.text[start:end], "organizer", name.start, name.end, rule)]
                break
    return found


def _partners(block: Block, start: int, end: int) -> list[Involvement]:
    """The bodies of a text in which nothing else stands; none where something is no body's name."""
    text = _members().sub(_blank, block.text[start:end])
    bodies = split_organizer_list(text)
    if not bodies or bodies[0].start > _LONGEST_LEAD:
        return []
    sure = [body for body in bodies if body.said or (acceptable(body.name, lenient=False) and reads_as_name(body.name))]
    if len(sure) * 2 < len(bodies) or not all(body in sure or _may_be_one(text, body) for body in bodies):
        return []
    return [
        involvement_of(body, block.start + start, "partner", "words before bodies")
        for body in bodies
        if not is_bare_state(body.name)
    ]


def _may_be_one(text: str, body: Body) -> bool:
    """Whether a name beside those of bodies may be one: in capitals, behind an article, as no person's is."""
    words = body.name.split()
    return len(words) > 1 and all_capital(words) and text[: body.start].endswith("the ")


_LONGEST_LEAD = 12  # characters before the first name: an article
_SENTENCE_END = re.compile(r"[.!?;:]\s")


def _blank(words: re.Match[str]) -> str:
    """ "And other members of the": a comma parts the names still."""
    return "," + " " * (len(words.group()) - 1)


@cache
def _members() -> re.Pattern[str]:
    """ "A, B *and other members of the* C"."""
    return re.compile(rf",?\s(?:{any_of('and')}\s)?{_WORDS.any_of('fronted.members')}\s(?:{leading('definite')})?")


@cache
def _with() -> re.Pattern[str]:
    """ "With", where it begins a sentence and a name follows."""
    return re.compile(
        rf"(?:^|(?<=[.!?:]\s)|(?<=\s[–—-]\s)){_WORDS.any_of('fronted.with', opening=True)}\s+"
        rf"(?=(?:{leading('definite')})?[A-ZÀ-Þ])"
    )


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{leading('definite')})?$")


@cache
def _verb() -> re.Pattern[str]:
    """A verb in small letters behind the name, or one of its teams."""
    no_verb = leading("of", "at", "for", "with", "and", "by", "from", "topic", "as", "relative", "definite")
    return re.compile(rf"(?:\s\([A-Z]+\))?\s(?!{no_verb})(?=[a-zà-ÿ])")
