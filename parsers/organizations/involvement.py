"""Bodies that prose says to organise, host, support or attend a meeting, or to issue a text.

Read over the blocks that no agenda claims, with the words of involvement.toml:

* words that bodies follow: "organised by A and B", "in partnership with C", "the following processes:" and a list;
* verbs that bodies stand before: "A and B are hosts of …", "l'A et la B ont tenu un atelier";
* what else implies a body: its own meeting, the one that acts or issues (`parsers.organizations.issuers`).

What speakers belong to is not involvement: a body behind a post or a person's name is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Generic, TypeVar

from parsers.organizations.announcing import lists_begin
from parsers.organizations.each_once import each_once
from parsers.organizations.issuers import acting, involvement, issuers, own_meetings
from parsers.organizations.named_parts import with_parts
from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists import Body, split_organizer_list
from parsers.organizations.part_nouns import part_nouns
from parsers.organizations.prose_lists import (
    LONGEST_LIST,
    SENTENCE,
    SENTENCE_BEGINS,
    accepted,
    among_others,
    clause,
    names_end,
    without_article,
    without_epithets,
)
from parsers.page import Block, Page
from parsers.places.countries import country_of_demonym
from parsers.prose.body_names import (
    acceptable,
    all_capital,
    begins_in_small_letters,
    is_bare_state,
    meetings,
    prose_words,
    without_lead,
)
from parsers.record import Involvement, InvolvementRole, Kind
from parsers.words import lexicon
from parsers.words.lexicon import Cue, Organization
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_T = TypeVar("_T")
_WORDS = WordLists("involvement_prose")
_CAPITAL = r"[A-ZÀ-Þ]"

# A claimed block of this length is a session's description, not a line of its agenda.
_DESCRIPTION = 150
# No block and no page has more; one that seems to is read so far.
_MOST_CUES, _MOST_CUES_ON_PAGE, _MOST_BODIES, _MOST_THANKS = 60, 400, 400, 12
# How far before its verb a subject may begin.
_LONGEST_SUBJECT = 300


def find_involved(
    page: Page, tokens: Tokens | None = None, kind: Kind = "event", claimed: Container[int] = ()
) -> list[Involvement]:
    """The bodies that the page's prose says to be involved, as printed, each once, in its order.

    ``tokens`` are those of ``page.text``, ``claimed`` the numbers of blocks that the agenda has claimed. A release's
    bodies are given in the form in which the page first names them.
    """
    tokens = tokens if tokens is not None else tokenise(page.text)
    names: list[Match[Organization]] = lexicon.found(tokens, "organization")
    cues_in: _Within[Cue] = _Within(lexicon.found(tokens, "cue"))
    names_in = _Within(names)
    lists = list(lists_begin(tokens))
    part_anchors = _Within(
        [anchor for anchor in lexicon.found(tokens, "anchor") if any(key.startswith("part.") for key in anchor.payload)]
    )
    thanks = any("thanks.verbs" in anchor.payload for anchor in lexicon.found(tokens, "anchor"))
    found: list[Involvement] = []
    tried = 0
    for index, block in enumerate(page.blocks):
        if len(found) > _MOST_BODIES or tried > _MOST_CUES_ON_PAGE:
            break
        if block.kind == "field_value" and block.field:
            found += _in_field(block)
        elif index not in claimed and _is_label_line(block):
            found += _below_label_line(page, index)
        elif block.kind == "field_label":
            found += _under_label(page, index)
        # An agenda's own lines are read there, but its descriptions are prose.
        is_line = index in claimed and len(block.text) < _DESCRIPTION
        block_cues = cues_in(block)[:_MOST_CUES]
        if is_line:
            found += _in_bracket(block, block_cues)
        if is_line or block.kind in ("field_label", "field_value", "label"):
            continue
        block_names = names_in(block)
        tried += len(block_cues)
        if index not in claimed and part_anchors(block):  # first: what a noun says of a body says more than "with" does
            parts, verbs = with_parts(block)
            found += [involvement(body, offset, role, "words before bodies") for body, offset, role in parts]
            for verb in verbs:
                found += _before(block, verb, block_names, block_cues)
            named = part_nouns(block, part_anchors(block))
            found += [involvement(body, block.start, role, "words before bodies") for body, role in named.bodies]
            for place, role in named.places:
                found += _list_behind(block, place, role, lenient=False)
            for verb in named.verbs:
                found += _before(block, verb, block_names, block_cues)
        for cue in block_cues:
            if index not in claimed or _speaks_of_meeting(block, cue.start - block.start):
                if cue.payload.follows:
                    found += _behind(page, index, cue)
                elif block.kind != "heading":
                    found += _subject_behind(block, cue)
                if not cue.payload.follows or _is_verb_with(page.text[cue.start : cue.end]):
                    subject = _before(block, cue, block_names, block_cues)
                    found += subject
                    if subject and cue.payload.role in ("organizer", "co_organizer"):
                        found += _with_whom(block, cue.end - block.start)
        if index not in claimed:
            found += _behind_label(block)
        for place, role in lists:
            if block.start <= place < block.end:
                found += _list_behind(block, place - block.start, role, lenient=False)
        if index not in claimed:
            found += _agents(block, block_cues)
        if thanks and index not in claimed:
            found += _thanked(block)
        if block_names and index not in claimed:
            found += _in_compounds(block, block_names)
            found += own_meetings(tokens, block_names)
            if kind == "press_release":
                found += issuers(tokens, page, index, block_names)
            else:
                found += acting(tokens, block, block_names)
    headline = max((block.end for block in page.blocks if block.text == page.title), default=0)
    return each_once(found, names, page.text, release=kind == "press_release", headline=headline)


def _in_bracket(block: Block, cues: list[Match[Cue]]) -> list[Involvement]:
    """Who holds an item of the agenda, in brackets behind its title: "Side event: Harvest (organized by the FAO)"."""
    for cue in cues:
        start = cue.start - block.start
        close = block.text.find(")", start)
        if (
            cue.payload.follows
            and cue.payload.role != "participant"
            and block.text[start - 1 : start] == "("
            and close > 0
        ):
            end = cue.end - block.start
            bodies = accepted(block.text[end:close], lenient=True)
            return [involvement(body, cue.end, cue.payload.role, "words before bodies") for body in bodies]
    return []


class _Within(Generic[_T]):
    """The matches that lie in a block."""

    def __init__(self, matches: list[Match[_T]]) -> None:
        self._matches = matches
        self._starts = [match.start for match in matches]

    def __call__(self, block: Block) -> list[Match[_T]]:
        return self._matches[bisect_left(self._starts, block.start) : bisect_left(self._starts, block.end)]


def _speaks_of_meeting(block: Block, place: int) -> bool:
    """Whether the sentence around a place is about a meeting: session descriptions tell of much else."""
    begin = max(0, place - _LONGEST_SUBJECT)
    start = max((match.end() for match in SENTENCE.finditer(block.text, begin, place)), default=begin)
    stop = SENTENCE.search(block.text, place, place + LONGEST_LIST)
    words = tokenise(block.text[start : stop.start() if stop else place + LONGEST_LIST]).folded
    return not meetings().isdisjoint(words) or not prose_words("gathering").isdisjoint(words)


_COMPOUND: tuple[InvolvementRole, ...] = ("sponsor", "organizer", "host")


@cache
def _compound() -> re.Pattern[str]:
    words = WordLists("issuers")
    return re.compile("-(?:" + "|".join(f"(?P<{role}>{words.any_of(f'compound.{role}')})" for role in _COMPOUND) + ")")


def _in_compounds(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies of "the EU-funded project", "a UNHCR-led mission"."""
    found = []
    for name in names:
        stop = name.end - block.start
        compound = _compound().match(block.text, stop) if block.text[stop : stop + 1] == "-" else None
        if compound is not None and not block.text[: name.start - block.start].endswith("-"):
            role = next(role for role in _COMPOUND if compound[role])
            text = block.text[name.start - block.start : stop]
            found.append(Involvement(text, role, name.start, name.end, "compound"))
    return found


# --- Fields ----------------------------------------------------------------------------------------------------------

_LABELLED: tuple[InvolvementRole, ...] = ("co_organizer", "organizer", "host", "partner", "sponsor")


@cache
def _labels() -> tuple[tuple[re.Pattern[str], InvolvementRole], ...]:
    return tuple((re.compile(rf"(?<!\w){_WORDS.any_of(f'labels.{role}')}"), role) for role in _LABELLED)


_LABEL = re.compile(r"(?:^|(?<=[;|])\s*)([^\W\d][^:;|.\n]{3,40}?)\s*:\s+(?=\S)")
_MOST_LABELS, _LONGEST_LABEL, _MOST_ITEMS = 8, 45, 25


def _behind_label(block: Block) -> list[Involvement]:
    """The bodies of a line that begins with a label for them: "Partners: UNICEF and the City of Geneva"."""
    if ":" not in block.text[:_LONGEST_LABEL]:
        return []
    found = []
    labels = list(islice(_LABEL.finditer(block.text), _MOST_LABELS))
    if not labels or labels[0].start() > 0:
        return []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        role = _field_role(label[1])
        if role is not None:
            end = following.start() if following else len(block.text)
            bodies = accepted(block.text[label.end() : end], lenient=True)
            found += [involvement(body, block.start + label.end(), role, "field") for body in bodies]
    return found


def _in_field(block: Block) -> list[Involvement]:
    """The bodies of a page's own field for them: "Organizer", "field-partners"."""
    role = _field_role(block.field or "")
    if role is None:
        return []
    return [involvement(body, block.start, role, "field") for body in split_organizer_list(block.text)]


def _under_label(page: Page, index: int) -> list[Involvement]:
    """The bodies of the list items right under a label of its own for them."""
    role = _field_role(page.blocks[index].text)
    found: list[Involvement] = []
    if role is None:
        return found
    for block in page.blocks[index + 1 : index + 1 + _MOST_ITEMS]:
        if block.kind != "item":
            break
        found += [involvement(body, block.start, role, "field") for body in accepted(block.text, lenient=True)]
    return found


_LONGEST_LABEL_LINE, _LONGEST_NAMES = 28, 160


def _is_label_line(block: Block) -> bool:
    """Whether a line of few words is a label for bodies, as text captures print a page's fields: "Organizer"."""
    return (
        len(block.text) <= _LONGEST_LABEL_LINE
        and block.kind in ("paragraph", "heading", "label", "term")
        and len(block.text.split()) <= _LABEL_WORDS
        and block.text[0].isalpha()
        and _field_role(block.text) is not None
    )


_LABEL_WORDS = 2


def _below_label_line(page: Page, index: int) -> list[Involvement]:
    """The bodies of the line below a label, where it holds names of bodies and nothing else."""
    block = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    if block is None or len(block.text) > _LONGEST_NAMES or block.text[-1] in ".:!?":
        return []
    role = _field_role(page.blocks[index].text)
    bodies = split_organizer_list(block.text)
    if role is None or not bodies or not all(acceptable(body.name, lenient=True) for body in bodies):
        return []
    covered = bodies[0].start == 0 and len(block.text) - bodies[-1].end <= 1
    return [involvement(body, block.start, role, "field") for body in bodies] if covered else []


def _field_role(label: str) -> InvolvementRole | None:
    """What the bodies under a label do, if it is one for them."""
    folded = label.casefold()
    return next((role for pattern, role in _labels() if pattern.search(folded)), None)


# --- Words that bodies follow ----------------------------------------------------------------------------------------


@cache
def _name_begins() -> re.Pattern[str]:
    """What may stand before a name, and where the name begins."""
    lead = leading("definite", "of", "possessive")
    return re.compile(rf"[\s:]*(?:both\s+|{lead}){{0,2}}(?:[a-z]+['’]s\s+)?(?P<name>[\"“«(]?\S)")


def _name_may_begin(text: str, position: int) -> bool:
    """Whether a capital, a digit or an Arabic letter stands there, after an article at most, or "ministère de …"."""
    begins = _name_begins().match(text, position)
    if begins is None:
        return False
    first = begins["name"][-1]
    return first.isupper() or first.isdigit() or first > "\u0600" or begins_in_small_letters(text, begins.start("name"))


@cache
def _personal() -> re.Pattern[str]:
    """What persons do as well as bodies: only what reads like a body's name is one there."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('announced.personal')}$", re.I)


@cache
def _each_of() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.any_of('announced.each_of')}(?=\s)")


@cache
def _of_bodies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('announced.of_bodies')}\s*$")


@cache
def _with() -> re.Pattern[str]:
    between = _WORDS.leading("announced.between")
    return re.compile(rf"\s*(?:{any_of('and')}\s+)?(?:{between})?{_WORDS.leading('with')}")


@cache
def _help_of() -> re.Pattern[str]:
    """ "made possible by *the generous support of* …": what stands between words of a role and the bodies."""
    article = leading("definite", "indefinite", "possessive")
    return re.compile(
        rf"\s+(?:{article})?(?:[a-zà-ÿ\u0621-\u064a-]+\s+(?:{any_of('and')}\s+)?){{0,3}}?{_WORDS.any_of('help.nouns')}"
        rf"(?:\s+{_WORDS.any_of('help.kinds')})?\s+{_WORDS.leading('help.of')}|\s+d['’](?={_CAPITAL})"
    )


def _behind(page: Page, index: int, cue: Match[Cue]) -> list[Involvement]:
    """The bodies behind "organised by" and the like, or in the list that such words announce."""
    block = page.blocks[index]
    start = cue.end - block.start
    if cue.payload.role == "participant" and block.text[start:].strip(" ") in (":", ""):
        return _announced(page, index)
    help_of = _help_of().match(block.text, start)
    start = help_of.end() if help_of else start
    each = _each_of().match(block.text, start)
    start = each.end() if each else start
    if not _name_may_begin(block.text, start):
        return []
    leads = SENTENCE_BEGINS.search(block.text, 0, cue.start - block.start) is not None
    lenient = _personal().search(block.text, cue.start - block.start, cue.end - block.start) is None
    return _list_behind(block, start, "sponsor" if help_of else cue.payload.role, leads=leads, lenient=lenient)


def _list_behind(
    block: Block, start: int, role: InvolvementRole, *, leads: bool = False, lenient: bool = True
) -> list[Involvement]:
    """The bodies of a list that begins at a place of the block, up to the end of its clause.

    "held by IOM with the World Health Organization": those behind "with" are partners. "With funds from Norway, IOM
    and the Harbour Board opened …": where the list ``leads`` its sentence, its last comma parts it from the subject.
    """
    rest = clause(block.text, start)
    end = names_end(rest)
    if leads and role != "participant" and end < len(rest) and rest[end] != ",":
        comma = rest.rfind(", ", 0, end)
        end = comma if comma > 0 else end
    if role == "participant":
        # "delegates of" bodies come, "attended by" persons as well.
        # In a headline all words have capitals, those of a clause too: "Teams of Masons Set Out".
        of = block.kind != "heading" and _of_bodies().search(block.text, 0, start) is not None
        bodies = among_others(rest[:end], lenient=of)
    else:
        bodies = accepted(rest[:end], lenient=lenient)
    found = [involvement(body, block.start + start, role, "words before bodies") for body in bodies]
    more = _with().match(rest, end)
    if found and more is not None:
        behind = rest[more.end() :]
        partners = accepted(behind[: names_end(behind)], lenient=False)
        offset = block.start + start + more.end()
        found += [involvement(body, offset, "partner", "words before bodies") for body in partners]
    return found


# "opened in Lomé yesterday (12/06) by": place and time may stand between a participle and the bodies.
@cache
def _by_bodies() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.leading('passive.by')}(?=(?:{leading('definite')})?[A-ZÀ-Þ\u0621-\u064a])")


@cache
def _participle() -> re.Pattern[str]:
    days = alternatives(
        names[0].lower()
        for language in ("fr", "es")
        for key in ("months", "weekdays")
        for names in load("calendar")[language][key]
    )
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('passive.verbs')}"
        rf"((?:,?\s(?:[A-ZÀ-Þ(\d\u0621-\u064a][^\s,;:.،]*+|(?:{_WORDS.any_of('passive.between')}|{days})(?=[\s,]|$)))*+),?$"
    )


_LONGEST_GAP = 110
_ONLY_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")  # "opened in 2015 by": that is another time's matter


def _agents(block: Block, cues: list[Match[Cue]]) -> list[Involvement]:
    """The bodies that a passive names, other words between: "a centre was opened in Lomé yesterday by A and B"."""
    found = []
    for by in islice(_by_bodies().finditer(block.text), _MOST_CUES):
        if any(cue.start - block.start <= by.start() < cue.end - block.start for cue in cues):
            continue
        participle = _participle().search(block.text, max(0, by.start() - _LONGEST_GAP), by.start())
        if participle is not None and not _ONLY_YEAR.fullmatch(participle[1]):
            rest = clause(block.text, by.end())
            bodies = accepted(rest[: names_end(rest)], lenient=False)
            offset = block.start + by.end()
            found += [involvement(body, offset, "organizer", "words before bodies") for body in bodies]
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


def _thanked(block: Block) -> list[Involvement]:
    """The bodies that the prose thanks for their help."""
    found = []
    for thanks in islice(_thanks().finditer(block.text), _MOST_THANKS):
        rest = clause(block.text, thanks.end())
        help_ = _for_help().search(rest)
        if help_ is not None:
            bodies = accepted(rest[: help_.start()], lenient=False)
            found += [involvement(body, block.start + thanks.end(), "partner", "thanked for help") for body in bodies]
    return found


def _announced(page: Page, index: int) -> list[Involvement]:
    """The bodies of the list items behind a line such as "from the following processes:"."""
    found = []
    for block in page.blocks[index + 1 : index + 25]:
        if block.kind != "item":
            break
        line = re.split(rf"[;.]?\s*(?:\b{any_of('and')}\s*)?$", block.text, maxsplit=1)[0]
        comma = re.search(rf",\s+(?={leading('at', 'for')})", line)
        bodies = accepted(line[: comma.start()] if comma else line, lenient=True)
        found += [involvement(without_article(body), block.start, "participant", "announced list") for body in bodies]
    return found


# --- Verbs that bodies stand before ----------------------------------------------------------------------------------


@cache
def _verb_with() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.leading('subject.verb_with')}(?:\w+\s+)?{_WORDS.any_of('with')}", re.I)


def _is_verb_with(cue: str) -> bool:
    """Whether words before bodies are a verb that bodies stand before as well: "IOM *carried out with* UNHCR"."""
    return _verb_with().fullmatch(cue) is not None


_DATE_BRACKET = r"\([^)]*\d[^)]*\)"
_LAST_WORD = re.compile(r"(?<![\w’'.&)-])([\w’'.&)-]++)[\s,]*+$")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"[\s,،]*(?:(?:{_WORDS.any_of('subject.and')}|&)\s*)?(?:{leading('definite')})?")


@cache
def _passive() -> re.Pattern[str]:
    """ "Network Launched in Geneva": a headline's participle, whose subject is what was launched."""
    return re.compile(rf"\s+{_WORDS.any_of('subject.preposition')}", re.I)


@cache
def _relative_clause() -> re.Pattern[str]:
    """ "The Harbour Board, which runs the pier, held": between the subject and its verb."""
    return re.compile(rf",\s{_WORDS.any_of('subject.relative')}\s[^,;.]{{3,120}},\s*$")


@cache
def _which() -> re.Pattern[str]:
    """ "The Harbour Board, which" acted as secretariat."""
    return re.compile(rf",\s{_WORDS.any_of('subject.relative')}\s$")


@cache
def _placed() -> re.Pattern[str]:
    """ "The Harbour Board, in Lomé, held"."""
    return re.compile(rf",\s{leading('at')}(?:{_CAPITAL}[\w’'-]+\s?){{1,3}},\s*$")


@cache
def _helped() -> re.Pattern[str]:
    """ "UNHCR, with the help of the Harbour Board, held"."""
    return re.compile(rf",\s{_WORDS.any_of('subject.helped_by')}\s[^,;.]{{3,120}},\s*$")


@cache
def _cleft() -> re.Pattern[str]:
    it_is = _WORDS.any_of("subject.it_is", opening=True)
    return re.compile(rf"(?<!\w){it_is}\s([^.;:]{{3,200}}?)\s{_WORDS.any_of('subject.that')}\s$")


@cache
def _only_article() -> re.Pattern[str]:
    return re.compile(rf"(?:{leading('definite')})?", re.I)


@cache
def _of_whom() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('subject.of')}\s*(?:{leading('definite')})?$", re.I)


def _before(
    block: Block, cue: Match[Cue], names: list[Match[Organization]], cues: list[Match[Cue]]
) -> list[Involvement]:
    """The bodies of the subject before a verb of holding or hosting: a list that reaches up to the verb.

    "IOM, in cooperation with the Government of Kenya, held": what is put in between commas is no part of it; of
    "IOM, with the help of UNICEF, held" UNICEF is a partner. "It was IOM that held": the subject ends before "that".
    """
    stop = cue.start - block.start
    if block.text[stop].isupper() and _passive().match(block.text, cue.end - block.start):
        return []
    begin = max(0, stop - _LONGEST_SUBJECT)
    cleft = _cleft().search(block.text, begin, stop)
    if cleft is not None:
        return _subject(block, cue, begin, cleft.end(1), names)
    which = _which().search(block.text, begin, stop)
    if which is not None and cue.payload.role != "participant":
        found = _subject(block, cue, begin, which.start(), names)
        of_whom = found and _of_whom().search(block.text, begin, found[0].start - block.start)
        return [] if of_whom else found  # "a committee of Mercosur, which held": another's
    if not block.text[begin:stop].rstrip().endswith(","):
        return _subject(block, cue, begin, stop, names) or _subject_of_two(block, cue, begin, stop, names)
    put_in = (other.start - block.start for other in cues if other.payload.follows and other.end <= cue.start)
    known = next((at for at in put_in if at > begin and block.text[begin:at].rstrip().endswith(",")), None)
    if known is not None:
        return _subject(block, cue, begin, known, names)
    relative = _relative_clause().search(block.text, begin, stop)
    if relative is not None:
        return _subject(block, cue, begin, relative.start(), names)
    placed = _placed().search(block.text, begin, stop)
    if placed is not None:
        return _subject(block, cue, begin, placed.start(), names)
    found = _subject(block, cue, begin, stop, names)
    helped = _helped().search(block.text, begin, stop)
    if helped is not None:
        own = _subject(block, cue, begin, helped.start(), names)
        found = [*own, *(replace(body, role="partner") for body in found)] if own else found
    return found


_FIRST_VERB = re.compile(rf"\s(?=[a-zà-ÿ])(?!{leading('of', 'for', 'and', 'topic', 'definite')})")


def _subject_of_two(
    block: Block, cue: Match[Cue], begin: int, stop: int, names: list[Match[Organization]]
) -> list[Involvement]:
    """The bodies that begin a sentence whose second verb the cue is: "The Port Trust received them and organized …"."""
    if not _and_at_end().search(block.text, begin, stop):
        return []
    sentence = max((match.end() for match in SENTENCE.finditer(block.text, begin, stop)), default=begin)
    verb = _FIRST_VERB.search(block.text, sentence, stop)
    if verb is None or "," in block.text[sentence:stop]:
        return []
    return _subject(
        block, cue, max(0, sentence - 1), verb.start(), names
    )  # with the mark that ends the sentence before


@cache
def _and_at_end() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.any_of('subject.and')}\s$")


def _subject(
    block: Block, cue: Match[Cue], begin: int, stop: int, names: list[Match[Organization]]
) -> list[Involvement]:
    """The bodies of a list that ends at a place before a verb."""
    headline = block.text[cue.start - block.start].isupper()
    text = without_epithets(block.text[begin:stop])
    if _TITLED.search(text) is not None:
        return []
    if not _name_ends(text, block.start + begin, names):
        return []
    start = max((match.end() for match in SENTENCE.finditer(text)), default=0 if begin == 0 else len(text))
    subject = text[start:]
    kept: list[Body] = []
    end = len(subject)
    for body in reversed(split_organizer_list(subject.rstrip())):
        gap = subject[body.end : end]
        if not (_between().fullmatch(gap) if kept else _is_filler(gap)):
            break
        name = without_lead(body)
        if name is None or (is_bare_state(name.name) and _no_subject(cue, block, body, name)):
            if kept and is_bare_state(kept[-1].name):
                kept.pop()  # "the capitals of Ecuador *and Colombia* …": it belongs to what is no body
            break
        if headline and not all_capital(name.name.split()):
            break  # all words have capitals here: the name may hold a verb
        kept.append(name)
        end = name.start
        if not _only_article().fullmatch(subject, body.start, name.start):
            break
    if kept and cue.payload.role == "participant" and _of_whom().search(subject, 0, end):
        return []  # "Ana Ruiz, of the Port Trust, took part in": whose body it is, she takes part
    offset = block.start + begin + start
    kept = [body if subject[: body.start].strip() else without_article(body) for body in reversed(kept)]
    return [involvement(body, offset, cue.payload.role, "bodies before a verb") for body in kept]


# "Corren con los gastos la Embajada de Suiza y …": Spanish puts the subject behind a verb that begins the sentence.
@cache
def _article_behind() -> re.Pattern[str]:
    also = _WORDS.leading("part.also", languages=("es",))
    return re.compile(rf"\s+(?:{also})?(?={_WORDS.leading('verb_first.article', languages=('es',))}{_CAPITAL})")


def _subject_behind(block: Block, cue: Match[Cue]) -> list[Involvement]:
    start, end = cue.start - block.start, cue.end - block.start
    following = _article_behind().match(block.text, end)
    if following is None or SENTENCE_BEGINS.search(block.text, 0, start) is None:
        return []
    return _list_behind(block, following.end(), cue.payload.role, lenient=False)


@cache
def _object_with() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[a-zà-ÿ'’-]+){{1,6}}?,?\s{_WORDS.leading('with')}(?=(?:{leading('definite')})?{_CAPITAL})"
    )


def _with_whom(block: Block, start: int) -> list[Involvement]:
    """The partners behind the verb and what is held: "IOM held *a workshop with* the Ministry of Labour"."""
    lead = _object_with().match(block.text, start)
    if lead is None:
        return []
    rest = clause(block.text, lead.end())
    bodies = accepted(rest[: names_end(rest)], lenient=False)
    offset = block.start + lead.end()
    return [
        involvement(body, offset, "partner", "bodies before a verb") for body in bodies if not is_bare_state(body.name)
    ]


# "Ms. Ana Ruiz of the Port Trust": whose body it is, she acts.
_TITLED = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Dr|Prof|Hon|H\.\s?E|M|Mme|S\.\s?E|Sra?|Lic|Ing)\.?\s+(?:[A-ZÀ-Þ][\w’'.-]+\s+){1,4}"
    r"(?:of|from|de|du|del)\s(?:the\s|la\s|l['’])?(?:[A-ZÀ-Þ(][\w’'.&()-]*\s*|(?:of|the|for|and|de|du|des|del|la|les|los|et|y)\s)+$"
)
_RELATIVES = frozenset(("which", "that", "que"))  # "the programme, which Sweden funds"


def _no_subject(cue: Match[Cue], block: Block, body: Body, state: Body) -> bool:
    """Whether a state's name before a verb is not what the sentence speaks of: a place that hosts, the end of another
    clause ("tore through the central Philippines, IOM …"), the headline of another text ("Japan funds new kits").
    """
    lead = body.name[: state.start - body.start].strip().casefold()
    if cue.payload.role in ("host", "participant") or (lead and lead not in _RELATIVES):
        return True
    return block.kind in ("item", "heading")


def _name_ends(text: str, offset: int, names: list[Match[Organization]]) -> bool:
    """Whether a name may end here, words such as "today (18/05)" aside: a capitalised word, a bracket, a known body, a
    nationality ("Croix-Rouge nigérienne").
    """
    end = _filler_begins(text)
    last = _LAST_WORD.search(text, max(0, end - _LONGEST_WORD), end)
    if last is None:
        return False
    word = _ELIDED.sub("", last[1]) or last[1]
    if word[0].isupper() or last[1][-1] == ")" or any(name.end == offset + last.end(1) for name in names):
        return True
    return country_of_demonym(last[1]) is not None or _head_stands_near(text[:end])


_NEAR = re.compile(r"[A-ZÀ-Þ][\w-]{3,}")
_NEAR_REACH = 70


def _head_stands_near(text: str) -> bool:
    """Whether a body's word in capitals stands near the end: "la Fondation Amina pour l’école"."""
    sure = head_words()["sure"]
    return any(fold(word) in sure for word in _NEAR.findall(text, max(0, len(text) - _NEAR_REACH)))


_ELIDED = re.compile(r"^[dlDL]['’]")
_LONGEST_WORD = 60


@cache
def _filler() -> re.Pattern[str]:
    words = _WORDS.any_of("subject.filler")
    return re.compile(rf"[\s,]*(?:(?<!\w){words}|{_DATE_BRACKET})[\s,]*$", re.I)


def _filler_begins(text: str) -> int:
    """Where words at the end begin that may stand between a subject and its verb."""
    end = len(text)
    while True:
        match = _filler().search(text, max(0, end - _LONGEST_WORD), end)
        if match is None:
            return end
        end = match.start()


def _is_filler(text: str) -> bool:
    return not text[: _filler_begins(text)].strip(" ,")
