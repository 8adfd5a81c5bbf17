"""Through a page, block by block: the bodies of its labels, of its agenda's descriptions, of its prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import replace
from functools import cache
from typing import Generic, TypeVar

from parsers.organizations.involvement.agenda_blocks import in_bracket, speaks_of_meeting
from parsers.organizations.involvement.announcing import lists_begin
from parsers.organizations.involvement.by_their_heads import by_their_heads
from parsers.organizations.involvement.done_with import is_verb_with, partners_behind
from parsers.organizations.involvement.each_once import each_once
from parsers.organizations.involvement.elsewhen import of_another_time, tells_another_time
from parsers.organizations.involvement.english_gifts import english_gifts
from parsers.organizations.involvement.english_turns import english_turns
from parsers.organizations.involvement.fronted import fronted
from parsers.organizations.involvement.joint_subjects import joint_subjects
from parsers.organizations.involvement.joint_texts import joint_issuers
from parsers.organizations.involvement.labels import behind_label, labelled
from parsers.organizations.involvement.lists_behind import list_behind
from parsers.organizations.involvement.named_parts import in_compounds, with_parts
from parsers.organizations.involvement.part_nouns import part_nouns
from parsers.organizations.involvement.passives import agents
from parsers.organizations.involvement.subjects import bodies_before, parted_verbs, put_in
from parsers.organizations.involvement.words_before import bodies_behind, subject_behind, thanked
from parsers.organizations.issuers import acting, issuers
from parsers.organizations.organizer_lists.joint_names import of_several_states
from parsers.organizations.own_meetings import own_meetings
from parsers.organizations.prose_lists import involvement_of
from parsers.organizations.romance_names import spelt_names
from parsers.page import Block, Page
from parsers.prose.body_names import is_bare_state
from parsers.record import Involvement, Kind
from parsers.words import lexicon
from parsers.words.lexicon import Cue, Organization
from parsers.words.phrases import Match, Tokens, tokenise
from parsers.words.small_words import any_of

_T = TypeVar("_T")

_DESCRIPTION = 150  # characters; a claimed block of so many is a session's description, not a line of its agenda
_NO_PROSE = ("field_label", "field_value", "label")
# No block and no page has more; one that seems to is read so far.
_MOST_CUES, _MOST_CUES_ON_PAGE, _MOST_BODIES = 60, 400, 400


def find_involved(
    page: Page, tokens: Tokens | None = None, kind: Kind = "event", claimed: Container[int] = ()
) -> list[Involvement]:
    """The bodies that the page's prose says to be involved, as printed, each once, in its order.

    ``tokens`` are those of ``page.text``, ``claimed`` the numbers of blocks that the agenda has claimed. A release's
    bodies are given in the form in which the page first names them.
    """
    words = _PageWords(tokens if tokens is not None else tokenise(page.text))
    found: list[Involvement] = []
    tried = 0
    for index, block in enumerate(page.blocks):
        if len(found) > _MOST_BODIES or tried > _MOST_CUES_ON_PAGE:
            break
        in_agenda = index in claimed
        found += labelled(page, index, in_agenda=in_agenda)
        cues = words.cues_in(block)[:_MOST_CUES]
        # An agenda's own lines are read there, but its descriptions are prose.
        if in_agenda and len(block.text) < _DESCRIPTION:
            found += in_bracket(block, cues)
        elif block.kind not in _NO_PROSE and not (kind == "press_release" and _is_card(page, index)):
            tried += len(cues)
            if in_agenda:
                found += _in_description(page, index, words, cues)
            else:
                found += _in_prose(page, index, words, cues, kind)
    found = [_spelt_out(page, body) for body in found]
    headline = max((block.end for block in page.blocks if block.text == page.title), default=0)
    return each_once(found, words.names, page.text, release=kind == "press_release", headline=headline)


def _spelt_out(page: Page, body: Involvement) -> Involvement:
    """The whole of a name whose beginning was cut: "Communauté économique des *États du Golfe (CEDEG)*"."""
    if not body.name.endswith(")"):
        return body
    begin = max(0, body.start - _LONGEST_CUT)
    for start, end in spelt_names(page.text[begin : body.end]):
        if begin + end == body.end and begin + start < body.start and "\n" not in page.text[begin + start : body.end]:
            return replace(body, name=page.text[begin + start : body.end], start=begin + start)
    return body


_LONGEST_CUT = 120  # characters of a name before what was read of it


def _is_card(page: Page, index: int) -> bool:
    """Whether a line is the headline of another text: below a release such lines and their days take turns."""
    block = page.blocks[index]
    if len(block.text) > _LONGEST_HEADLINE or block.text[-1] in ".:;":
        return False
    above, below, far = (_is_day(page, index + step) for step in (-1, 1, 3))
    return (above and (below or _is_day(page, index - 3))) or (below and far)


def _is_day(page: Page, index: int) -> bool:
    return 0 <= index < len(page.blocks) and _DAY.fullmatch(page.blocks[index].text) is not None


_LONGEST_HEADLINE = 140
_DE = rf"(?:{any_of('day_de')}\s)?"
_DAY = re.compile(rf"(?:[^\W\d]+,?\s)?(?:\d{{1,2}}\W{{1,2}}{_DE}\w+|[^\W\d]+\s\d{{1,2}})\W{{1,2}}{_DE}\d{{2,4}}")


class _PageWords:
    """What the vocabularies find in a page's text, and where lists of bodies begin in it."""

    def __init__(self, tokens: Tokens) -> None:
        anchors: list[Match[tuple[str, ...]]] = lexicon.found(tokens, "anchor")
        self.tokens = tokens
        self.names: list[Match[Organization]] = lexicon.found(tokens, "organization")
        self.names_in = _InBlock(self.names)
        self.cues_in: _InBlock[Cue] = _InBlock(lexicon.found(tokens, "cue"))
        self.lists = list(lists_begin(tokens))
        self.part_nouns_in = _InBlock([one for one in anchors if any(key.startswith("part.") for key in one.payload)])
        self.thanks = any("thanks.verbs" in anchor.payload for anchor in anchors)


class _InBlock(Generic[_T]):
    """The matches that lie in a block."""

    def __init__(self, matches: list[Match[_T]]) -> None:
        self._matches = matches
        self._starts = [match.start for match in matches]

    def __call__(self, block: Block) -> list[Match[_T]]:
        return self._matches[bisect_left(self._starts, block.start) : bisect_left(self._starts, block.end)]


def _in_description(page: Page, index: int, words: _PageWords, cues: list[Match[Cue]]) -> list[Involvement]:
    """The bodies of a session's description, of its sentences on a meeting."""
    block = page.blocks[index]
    names = words.names_in(block)
    found: list[Involvement] = []
    another = bool(cues) and tells_another_time(block)
    for cue in cues:
        if speaks_of_meeting(block, cue.start - block.start):
            found += _around_cue(page, index, cue, names, cues, another)
    return found + _in_lists(block, words)


def _in_prose(page: Page, index: int, words: _PageWords, cues: list[Match[Cue]], kind: Kind) -> list[Involvement]:
    """The bodies of a block that no agenda claims."""
    block = page.blocks[index]
    names = words.names_in(block)
    found = _beside_nouns(block, words, cues)  # first: what a noun says of a body says more than "with" does
    another = bool(cues) and tells_another_time(block)
    for cue in cues:
        found += _around_cue(page, index, cue, names, cues, another)
    for verb in parted_verbs(block):
        found += bodies_before(block, verb, names, cues)
    found += behind_label(block)
    found += _in_lists(block, words)
    found += agents(block, cues)
    if words.thanks:
        found += thanked(block)
    if names:
        found += fronted(block, names)
        found += joint_issuers(block, names)
        found += by_their_heads(block)
        found += in_compounds(block, names)
        found += own_meetings(words.tokens, names)
        if kind == "press_release":
            found += issuers(words.tokens, page, index, names)
        else:
            found += acting(words.tokens, block, names)
    if block.kind not in ("heading", "caption"):
        found += english_turns(block, names)
        gifts = english_gifts(block, names, cues)
        given = {body.start for body in gifts}  # "donated radios": who gives things does more than pay
        found = [body for body in found if body.role != "sponsor" or body.start not in given] + gifts
        # last: what a verb or a lead says of them says more
        found += [body for body in joint_subjects(block) if all(body.start != other.start for other in found)]
    return found


def _around_cue(
    page: Page,
    index: int,
    cue: Match[Cue],
    names: list[Match[Organization]],
    cues: list[Match[Cue]],
    another: bool,
) -> list[Involvement]:
    """The bodies behind words such as "organised by", or before a verb such as "hosted" and behind its "with".

    ``another``: the block has words for meetings of another time.
    """
    block = page.blocks[index]
    found: list[Involvement] = []
    if another and of_another_time(block, cue):
        return found
    if cue.payload.follows:
        found += bodies_behind(page, index, cue)
        if found and (verb := put_in(block, cue, found[-1].end - block.start)) is not None:
            subject = bodies_before(block, verb, names, cues)
            # states are listed with the event, their governments in its text: "the Governments of Fiji, Chad and Peru"
            found += [] if any(map(_of_states, subject)) else subject
    elif block.kind != "heading":
        found += subject_behind(block, cue)
    words = page.text[cue.start : cue.end]
    if not cue.payload.follows or is_verb_with(words) or _ends_in_article().search(words):
        subject = bodies_before(block, cue, names, cues)
        found += subject
        if subject and cue.payload.role in ("organizer", "co_organizer"):
            found += partners_behind(block, cue.end - block.start)
    return found


def _of_states(body: Involvement) -> bool:
    return is_bare_state(body.name) or of_several_states(body.name)


@cache
def _ends_in_article() -> re.Pattern[str]:
    """ "Organizan el ACNUR y la OIM" names bodies, "El ACNUR y la OIM organizan el taller" what they hold."""
    return re.compile(rf"\s{any_of('definite')}$", re.IGNORECASE)


def _in_lists(block: Block, words: _PageWords) -> list[Involvement]:
    """The bodies of the lists that begin in a block: "a joint appeal by A and B"."""
    found: list[Involvement] = []
    for place, role in words.lists:
        if block.start <= place < block.end:
            bodies = list_behind(block, place - block.start, role, lenient=False)
            # what states sign is told of other times
            found += [one for one in bodies if role != "co_organizer" or not is_bare_state(one.name)]
    return found


def _beside_nouns(block: Block, words: _PageWords, cues: list[Match[Cue]]) -> list[Involvement]:
    """The bodies whose part a noun says: "with A as host", "A and B are partners of the fair"."""
    nouns = words.part_nouns_in(block)
    if not nouns:
        return []
    names = words.names_in(block)
    bodies, verbs = with_parts(block)
    found = [involvement_of(body, offset, role, "words before bodies") for body, offset, role in bodies]
    for verb in verbs:
        found += bodies_before(block, verb, names, cues)
    parts = part_nouns(block, nouns)
    found += [involvement_of(body, block.start, role, "words before bodies") for body, role in parts.bodies]
    for place, role in parts.places:
        found += list_behind(block, place, role, lenient=False)
    for verb in parts.verbs:
        found += bodies_before(block, verb, names, cues)
    return found
