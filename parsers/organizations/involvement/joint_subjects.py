"""Several bodies that a sentence speaks of, whatever its verb: "*The Harbour Board and UNICEF* have dug six wells".

What several bodies do together is theirs; what they only say, count or have long agreed on is not. States are no bodies
here, and of one body alone the verb must tell more (`subjects`).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import (
    SENTENCE,
    clause,
    involvement_of,
    names_end,
    without_article,
    without_epithets,
)
from parsers.page import Block
from parsers.prose.body_names import acceptable, all_capital, is_a_meeting, is_bare_state, reads_as_name
from parsers.record import Involvement
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_MOST = 60  # sentences of one block


def joint_subjects(block: Block) -> list[Involvement]:
    """The bodies that begin the sentences of a block, where several do so and act together."""
    found: list[Involvement] = []
    text = block.text
    if _joins().search(text) is None:
        return found
    begins = [0, *(end.end() for end in islice(SENTENCE.finditer(text), _MOST))]
    for start in begins:
        lead = _lead().match(text, start)
        if lead is None:
            continue
        rest = clause(text, lead.end())
        if _joins().search(rest) is None:
            continue
        rest = without_epithets(rest)
        end = subject_end(rest)
        bodies = _several(rest[:end]) if _acts().match(rest, end) is not None else []
        if bodies:
            found += [involvement_of(body, block.start + lead.end(), "participant", "joint subject") for body in bodies]
    return found


def subject_end(text: str) -> int:
    """Where the names of several end at the beginning of a sentence: before its verb at the latest."""
    joint = _joins().search(text)
    if joint is None:
        return names_end(text)
    verb = (_small_letters() if joint["en"] else _latin_verb()).search(text)
    return min(names_end(text), verb.start() if verb is not None else len(text))


def _several(text: str) -> list[Body]:
    """The bodies of a text that holds nothing else, where there are two of them at least."""
    bodies = split_organizer_list(text)
    if _heads().match(text) is not None or len(bodies) < 2 or len(text.rstrip(" ,")) > bodies[-1].end:
        return []
    bodies = [body if text[: body.start].strip() else without_article(body) for body in bodies]
    if not all(body.name for body in bodies) or not bodies[0].name[0].isupper():
        return []  # "L'équipe de la Mairie et du Port"
    if any(is_bare_state(body.name) or is_a_meeting(body.name) for body in bodies):
        return []
    sure = [body for body in bodies if body.said or (acceptable(body.name, lenient=False) and reads_as_name(body.name))]
    if not sure or any(body not in sure and not _may_be_one(body) for body in bodies):
        return []
    return bodies if len(sure) * 2 >= len(bodies) else []


@cache
def _heads() -> re.Pattern[str]:
    """ "Leaders of the A and the B": `by_their_heads` reads that."""
    heads = WordLists("issuers").any_of("heads.who")
    return re.compile(rf"(?:{leading('definite')})?{heads}\s+{leading('of')}", re.I)


def _may_be_one(body: Body) -> bool:
    """Whether a name beside those of bodies may be one: "SAFE", "GOAL Cabo"; a person's name is not."""
    words = body.name.split()
    return all_capital(words) and words[0].isupper() and len(words[0]) > 2


@cache
def _lead() -> re.Pattern[str]:
    """An article before a capital; a day or a place before it, but no year: that is another time's matter."""
    lead = _WORDS.any_of("list_end.today", "joint_subject.lead", opening=True)
    return re.compile(
        rf"\s*(?:(?![^,]{{0,40}}(?:19|20)\d\d){lead}(?:\s?\([\d/.-]+\))?,\s+)?(?=(?:(?i:{leading('definite')}))?[A-ZÀ-Þ])"
    )


@cache
def _joins() -> re.Pattern[str]:
    english, latin = (_WORDS.any_of("subject.and", languages=chosen) for chosen in (["en"], ["fr", "es"]))
    return re.compile(rf"\s(?:(?P<en>{english}|&)|{latin})\s")


@cache
def _small_letters() -> re.Pattern[str]:
    """Small letters that stand in no English name."""
    inside = leading("of", "for", "and", "definite", "topic")
    return re.compile(rf",?\s(?!{inside})(?=[a-z])")


@cache
def _latin_verb() -> re.Pattern[str]:
    """A verb of several in French or Spanish, by its ending: "distribuent", "reparten"; no noun in "-ment"."""
    inside = leading("of", "for", "and", "definite", "topic", "at", "possessive")
    plural = r"[a-zà-ÿ]{2,}(?:[^m]ent|ront|aient|[ae]n|rán)"
    them = r"(?:s['’]y\s|s['’]|(?:se|y|les|leur|lo|los|las)\s)?"  # "s'y installent", "se unen"
    return re.compile(rf"(?:(?<=[A-ZÀ-Þ)])|(?<=\w{{4}})|(?<=\w{{3}}[),]))\s(?!{inside}{plural})(?={them}{plural}\s)")


@cache
def _acts() -> re.Pattern[str]:
    """A verb: no word of saying, none that joins what follows to the names."""
    no_verb = rf"{leading('of', 'at', 'for', 'with', 'and', 'by', 'from', 'topic', 'as', 'relative', 'definite')}"
    return re.compile(rf",?\s(?!{no_verb})(?!{_WORDS.any_of('joint_subject.says')}(?!\w))(?=[a-zà-ÿ])")
