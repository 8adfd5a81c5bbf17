"""Who was there, was trained, signed, works along, in English sentences that no fixed phrase tells.

* whose people do it: "*Border guards of* A and B finished the course", "trained twenty judges *of* A";
* what several make up: "The appeal involves A, B and C", "and gathered A, B and C";
* what they are called: "IOM's partners in the plan are A and B", "Signatories include A";
* what they sign: "an agreement signed with A and B", "signed by ten firms and by A".

What is handed over, and to whom, is read by `english_gifts`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.involvement.english_words import (
    CAPITAL,
    MOST,
    WORDS,
    before_name,
    has_article,
    in_any_case,
)
from parsers.organizations.involvement.lists_behind import list_behind
from parsers.organizations.prose_lists import SENTENCE, accepted, clause, involvement_of, names_end
from parsers.page import Block
from parsers.record import Involvement
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match
from parsers.words.small_words import any_of as any_of_small
from parsers.words.word_lists import WordLists

_KINDS = WordLists("involvement_prose")
_SEVERAL = 2
_SMALL = r"[a-z][a-z’'-]*"


def english_turns(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies of a block that English turns of phrase say to take part."""
    text = block.text
    if not has_article(text):
        return []
    found: list[Involvement] = []
    found += _whose_people(block) + _own_works(block, names) + _called_by_kind(block)
    for pattern, least in (
        (_gathered(), _SEVERAL),
        (_whole(), _SEVERAL),
        (_called(), 1),
        (_texts(), 1),
        (_too(), 1),
        (_trained(), 1),
    ):
        for lead in islice(pattern.finditer(text), MOST):
            bodies = list_behind(block, lead.end(), "participant", lenient=False)
            bodies = [body for body in bodies if body.start < block.start + lead.end() + _REACH]
            if len(bodies) >= least:
                found += _beside(block, lead) + bodies
    return found


_REACH = 420


def _beside(block: Block, lead: re.Match[str]) -> list[Involvement]:
    """Who is named before the list begins: "brings together, besides *A* as coordinator, B and C"."""
    also = lead.groupdict().get("also")
    if not also:
        return []
    bodies = accepted(also, lenient=False)
    return [
        involvement_of(body, block.start + lead.start("also"), "participant", "words before bodies") for body in bodies
    ]


def _own_works(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies whose project or office comes: "*ILO's* BRIDGE project sent a video message"."""
    return [
        Involvement(
            block.text[name.start - block.start : name.end - block.start], "participant", *_span(name), "compound"
        )
        for name in names
        if _works().match(block.text, name.end - block.start)
    ]


def _span(name: Match[Organization]) -> tuple[int, int]:
    return name.start, name.end


@cache
def _works() -> re.Pattern[str]:
    any_of = WORDS.any_of
    return re.compile(
        rf"['’]s\s[^.;:,()]{{0,60}}?{any_of('people.works')}\s(?:{_SMALL}\s)?{any_of('people.did', 'people.sent')}"
    )


def _called_by_kind(block: Block) -> list[Involvement]:
    """A name between commas behind what it is: "Chad's postal corporation, *C-Post*, was the host"."""
    return [
        Involvement(
            one["name"],
            "participant",
            block.start + one.start("name"),
            block.start + one.end("name"),
            "words before bodies",
        )
        for one in islice(_kind_and_name().finditer(block.text), MOST)
    ]


@cache
def _kind_and_name() -> re.Pattern[str]:
    called = _KINDS.any_of("names.called", languages=["en"])
    kind = rf"(?:['’]s|{in_any_case('people.whose')})\s(?:{_SMALL}\s){{0,3}}{called}"
    acted, a = WORDS.any_of("people.acted"), WORDS.any_of("people.a")
    part = rf"{acted}\s(?:{a}\s)?(?:{_SMALL}\s)?{WORDS.any_of('people.part')}"
    did = WORDS.any_of("people.did", "people.sent")
    return re.compile(rf"{kind},\s(?P<name>{CAPITAL}[^,;.()]{{1,50}}),\s(?:{part}|{did})(?!\w)")


def _whose_people(block: Block) -> list[Involvement]:
    """The bodies of people who are trained, come or take part."""
    text = block.text
    found: list[Involvement] = []
    for people in islice(_people().finditer(text), MOST):
        bodies = list_behind(block, people.end(), "participant")
        if not bodies:
            continue
        end = bodies[-1].end - block.start
        begin = max((mark.end() for mark in SENTENCE.finditer(text, 0, people.start())), default=0)
        rest = clause(text, people.end())
        ends = (end, people.end() + names_end(rest))  # the last of them may be none by its name: "the navy"
        apart = people["apart"] is not None and any(text[at : at + 1] == "," for at in ends)
        if apart or _before().search(text, begin, people.start()) or any(_did().match(text, at) for at in ends):
            found += bodies
    return found


@cache
def _people() -> re.Pattern[str]:
    """ "Staff members from the", "judges and prosecutors of the", "participants, from the"."""
    any_of = WORDS.any_of
    both = rf"(?:\s{any_of('people.and')}\s(?:{_SMALL}\s)?{any_of('people.who')})?"
    who = rf"(?i:{any_of('people.who')}){both}(?:\s{any_of('people.each')})?"
    apart = rf"(?P<apart>(?i:{any_of('people.apart')}),\s(?:{any_of('people.came')}\s)?){any_of_small('from_en')}\s"
    return re.compile(rf"(?<![\w-])(?:{who}\s{WORDS.leading('people.of')}|{apart}){before_name()}")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{WORDS.any_of('people.before')})\s{_count()}$")


def _count() -> str:
    """ "Some 24 senior", "Togolese"."""
    national = rf"[A-Z][a-z]+{WORDS.plain('people.national')}"
    return rf"(?:(?:\d[\d.,]*|(?!{WORDS.any_of('people.no_count')}\s){_SMALL}|{national})\s){{0,5}}?"


@cache
def _did() -> re.Pattern[str]:
    between = WORDS.any_of("people.between")
    return re.compile(rf",?\s(?:{between}\s){{0,3}}{WORDS.any_of('people.did')}")


@cache
def _besides() -> str:
    besides = WORDS.leading("groups.besides")
    the, as_what = in_any_case("people.the"), rf"(?:\s{WORDS.any_of('groups.as')}\s[a-z -]{{3,40}})?"
    return rf"(?:,?\s{besides}(?:{the}\s)?(?P<also>{CAPITAL}[^,;.]{{1,70}}?){as_what},)?"


@cache
def _gathered() -> re.Pattern[str]:
    """ "The day was hosted by the museum, and *gathered* the A, the B"."""
    return re.compile(rf"(?<!\w){WORDS.any_of('groups.gathers')}{_besides()}\s{before_name()}")


@cache
def _whole() -> re.Pattern[str]:
    """ "The appeal, led by IOM, *involves* the A, the B"."""
    whole, holds = WORDS.any_of("groups.whole"), WORDS.any_of("groups.holds")
    return re.compile(rf"(?<!\w)(?i:{whole})(?:[\s,][^.;:()]{{0,70}}?)?,?\s{holds}{_besides()}\s{before_name()}")


@cache
def _called() -> re.Pattern[str]:
    """ "IOM's *partners in the appeal are* A and B", "Signatories include"."""
    any_of = WORDS.any_of
    owner = rf"(?:{WORDS.any_of('groups.whose', opening=True)}\s|{CAPITAL}[\w-]*(?:['’]s|s['’])\s)?"
    inside = rf"(?:\s{any_of('groups.in')}\s[^.;:,]{{2,60}}?)?"
    nouns = rf"(?:{_SMALL}\s){{0,2}}(?i:{any_of('groups.nouns')})"
    begins = r"(?:^|(?<=[.!?]\s)|(?<=[–—-]\s))"
    also = rf"(?:{any_of_small('also_en')}\s)?"
    are = rf"{also}{any_of('groups.are')}\s?:?\s{also}"
    return re.compile(rf"{begins}{owner}{nouns}{inside}\s{are}{before_name()}")


@cache
def _too() -> re.Pattern[str]:
    """ "The clerks of A took part, *as well as* the B"."""
    did, too = WORDS.any_of("people.did"), WORDS.any_of("people.too")
    return re.compile(rf"(?<!\w){did}(?:\s{_SMALL}){{0,6}}?,?\s{too}\s{before_name()}")


@cache
def _trained() -> re.Pattern[str]:
    """ "Trained the A and the B", "a course on stamps for the A", "on behalf of the A, … received"."""
    any_of = WORDS.any_of
    course = rf"(?i:{any_of('people.course')})(?:\s{_SMALL}){{0,5}}?\s{any_of('people.for')}"
    behalf = rf"{in_any_case('people.behalf')}(?=\s[^.;:]{{3,160}}?\s{any_of('people.accepted')}\s)"
    return re.compile(rf"(?<!\w)(?:{any_of('people.train')}|{course}|{behalf})\s{before_name()}")


@cache
def _texts() -> re.Pattern[str]:
    """ "An agreement signed last week *with* the A", "signed by ten firms and *by* the A", "the signatures of"."""
    any_of = WORDS.any_of
    others = "".join(rf"(?<!{word}\s)" for word in WORDS.forms("texts.of_states"))
    what = rf"{others}{any_of('texts.what')}(?:,?\s{_SMALL}){{0,5}}?"
    signed = rf"{what}\s{any_of('texts.signed')}(?:\s[\w’'-]+){{0,5}}?\s{any_of('texts.with')}"
    by = any_of("texts.by")
    by_others = rf"{any_of('texts.signed')}\s{by}\s(?:[\w-]+\s){{1,6}}?{any_of('texts.and')}(?:\s{by})?"
    ends = rf"\s(?:{any_of_small('also_en')}\s)?(?:{any_of_small('both_en')}\s)?"
    return re.compile(rf"(?<!\w)(?:{signed}|{by_others}|(?i:{any_of('texts.signatures')})){ends}{before_name()}")
