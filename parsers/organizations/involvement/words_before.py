"""Words that bodies follow.

* phrases of involvement.toml: "organised by A and B", "in partnership with C", "made possible by the support of D";
* those that announce list items: "the following processes:";
* a Spanish verb that begins its sentence: "Corren con los gastos la A y la B";
* thanks for help: "thanked A for its support", "a remercié A, qui a payé".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.involvement.come import unnamed
from parsers.organizations.involvement.lists_behind import list_behind
from parsers.organizations.organizer_lists.single_names import begins_with_kind
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import SENTENCE_BEGINS, accepted, clause, involvement_of, without_article
from parsers.page import Block, Page
from parsers.prose.body_names import begins_in_small_letters
from parsers.record import Involvement, InvolvementRole
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_CAPITAL = r"[A-ZÀ-Þ]"
_MOST_ITEMS = 24  # of a list that words announce
_MOST_THANKS = 12  # that one block is read for


def bodies_behind(page: Page, index: int, cue: Match[Cue]) -> list[Involvement]:
    """The bodies behind "organised by" and the like, or in the list that such words announce."""
    block = page.blocks[index]
    start = cue.end - block.start
    if _by_what().search(block.text, 0, cue.start - block.start) is not None:
        return []
    if cue.payload.role == "participant" and _against().search(block.text, 0, cue.start - block.start) is not None:
        return []
    if cue.payload.role == "participant" and (told := _told_between().match(block.text, start)) is not None:
        start = told.end()
    if cue.payload.role == "participant" and block.text[start:].strip(" ") in (":", ""):
        return _announced(page, index, (cue.start, cue.end))
    help_of = _help_of().match(block.text, start)
    start = help_of.end() if help_of else start
    if cue.start > block.start or cue.payload.role in ("partner", "participant"):  # else it is a label of its own
        colon = _COLON.match(block.text, start)
        start = colon.end() if colon else start
    if cue.payload.role in ("participant", "partner") and (unnamed := _unnamed().match(block.text, start)) is not None:
        start = unnamed.end()
    each = _each_of().match(block.text, start)
    start = each.end() if each else start
    if not _name_may_begin(block.text, start):
        return []
    leads = SENTENCE_BEGINS.search(block.text, 0, cue.start - block.start) is not None
    lenient = _personal().search(block.text, cue.start - block.start, cue.end - block.start) is None
    found = list_behind(block, start, _role(cue.payload.role, help_of), leads=leads, lenient=lenient)
    return [] if found and _by_a_person(block, start) else found


@cache
def _by_what() -> re.Pattern[str]:
    """ "*In line* with the advice of A": what is gone by, whoever has given it."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('announced.by_what')}\s+$", re.I)


@cache
def _against() -> re.Pattern[str]:
    """ "*According to* officials of A", "arrested two officers of B": of whom only something is told."""
    return re.compile(rf"(?<!\w)(?i:{WordLists('english_turns').any_of('subjects.against')})\s(?:[\w-]+\s){{0,3}}$")


@cache
def _unnamed() -> re.Pattern[str]:
    """ "Brings together *mayors, port authorities,* the Port Trust": those that have no name."""
    return re.compile(rf"\s+{unnamed()}(?={leading('definite', 'of')}?[A-ZÀ-Þ])")


_COLON = re.compile(r"\s?:(?=\s)")  # "in coordination with: A and B"


@cache
def _told_between() -> re.Pattern[str]:
    """ "The following processes *were represented*:"; a verb in small letters, and a colon."""
    auxiliary = rf"(?:{_WORDS.any_of('announced.auxiliary')}\s+)?"
    return re.compile(rf"\s+{auxiliary}{_WORDS.any_of('announced.came')}(?:\s+[a-zà-ÿ\u0621-\u064a’']+){{0,5}}\s?(?=:)")


def _role(role: InvolvementRole, help_of: re.Match[str] | None) -> InvolvementRole:
    """What bodies behind words of a role and of help do: who helps is a partner, with money a sponsor."""
    if help_of is None or role == "sponsor":
        return role
    return "sponsor" if _money().search(help_of.group()) else "partner"


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('help.money')}", re.I)


def _by_a_person(block: Block, start: int) -> bool:
    """Whether a person comes first: "given by Ana Ruiz, Commissioner, Port Trust" is what she gives."""
    bodies = split_organizer_list(clause(block.text, start))
    return bool(bodies) and bodies[0].person is not None


@cache
def _help_of() -> re.Pattern[str]:
    """ "made possible by *the generous support of* …": what stands between words of a role and the bodies."""
    article = leading("definite", "indefinite", "possessive")
    return re.compile(
        rf"\s+(?:{article})?(?:[a-zà-ÿ\u0621-\u064a-]+\s+(?:{any_of('and')}\s+)?){{0,3}}?{_WORDS.any_of('help.nouns')}"
        rf"(?:\s+{_WORDS.any_of('help.kinds')})?\s+{_WORDS.leading('help.of')}|\s+d['’](?={_CAPITAL})"
    )


@cache
def _each_of() -> re.Pattern[str]:
    """ "organised by *each of* A and B", "تنظمها *كل من* …"."""
    return re.compile(rf"\s+{_WORDS.any_of('announced.each_of')}(?=\s)")


@cache
def _personal() -> re.Pattern[str]:
    """What persons do as well as bodies: only what reads like a body's name is one there."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('announced.personal')}$", re.I)


def _name_may_begin(text: str, position: int) -> bool:
    """Whether a capital, a digit or an Arabic letter stands there, after an article at most, or "ministère de …"."""
    begins = _name_begins().match(text, position)
    if begins is None:
        return False
    if begins_with_kind(text[begins.start("name") : position + _LONGEST_KIND]):
        return True  # "the aid group Open Hands"
    first = begins["name"][-1]
    return first.isupper() or first.isdigit() or first > "\u0600" or begins_in_small_letters(text, begins.start("name"))


_LONGEST_KIND = 80  # letters in which it is said what a body is, and its name


@cache
def _name_begins() -> re.Pattern[str]:
    """What may stand before a name, and where the name begins."""
    lead = leading("definite", "of", "possessive")
    return re.compile(rf"[\s:]*(?:{leading('both_en')}|{lead}){{0,2}}(?:[a-z]+['’]s\s+)?(?P<name>[\"“«(]?\S)")


def _announced(page: Page, index: int, told: tuple[int, int]) -> list[Involvement]:
    """The bodies of the list items behind a line such as "from the following processes:"; ``told`` is its words."""
    found = []
    for block in page.blocks[index + 1 : index + 1 + _MOST_ITEMS]:
        if block.kind != "item":
            break
        line = re.split(rf"[;.]?\s*(?:\b{any_of('and')}\s*)?$", block.text, maxsplit=1)[0]
        comma = re.search(rf",\s+(?={leading('at', 'for')})", line)
        listed = accepted(line[: comma.start()] if comma else line, lenient=True)
        bodies = map(without_article, listed)
        found += [involvement_of(body, block.start, "participant", "announced list", told) for body in bodies]
    return found


def subject_behind(block: Block, cue: Match[Cue]) -> list[Involvement]:
    """The subject behind a verb that begins its sentence, as in Spanish: "Corren con los gastos *la Embajada* y …"."""
    start, end = cue.start - block.start, cue.end - block.start
    following = _article_behind().match(block.text, end)
    if following is None or SENTENCE_BEGINS.search(block.text, 0, start) is None:
        return []
    return list_behind(block, following.end(), cue.payload.role, lenient=False)


@cache
def _article_behind() -> re.Pattern[str]:
    also = _WORDS.leading("part.also", languages=("es",))
    return re.compile(rf"\s+(?:{also})?(?={_WORDS.leading('verb_first.article', languages=('es',))}{_CAPITAL})")


def thanked(block: Block) -> list[Involvement]:
    """The bodies that the prose thanks for their help."""
    found = []
    for thanks in islice(_thanks().finditer(block.text), _MOST_THANKS):
        rest = clause(block.text, thanks.end())
        help_ = _for_help().search(rest)
        if help_ is not None:
            bodies = accepted(rest[: help_.start()], lenient=False)
            offset = block.start + thanks.end()
            found += [involvement_of(body, offset, "partner", "thanked for help") for body in bodies]
    return found


@cache
def _thanks() -> re.Pattern[str]:
    """ "thanked the European Union for its support": who is thanked for help has given it."""
    return re.compile(rf"(?<!\w){_WORDS.leading('thanks.verbs')}", re.I)


@cache
def _for_help() -> re.Pattern[str]:
    return re.compile(
        rf"\s+{_WORDS.leading('thanks.for')}(?:[\w-]+\s+){{0,3}}?(?-i:{_WORDS.any_of('thanks.help')})"
        rf"|[,،]?\s+{_WORDS.leading('thanks.who')}{_WORDS.any_of('thanks.helped')}",
        re.I,
    )
