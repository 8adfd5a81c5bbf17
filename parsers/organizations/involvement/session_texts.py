"""Who holds a session, as the text under its title tells: "The event is organised by A together with B".

What a session's text says of other things ("a fund launched by A") makes nobody its organiser.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import cache

from parsers.organizations.involvement.done_with import partners_behind
from parsers.organizations.involvement.elsewhen import of_another_time
from parsers.organizations.involvement.subjects import bodies_before
from parsers.organizations.involvement.words_before import bodies_behind
from parsers.organizations.names import body_key
from parsers.organizations.prose_lists import SENTENCE
from parsers.page import Block, Page
from parsers.record import Involvement, Session
from parsers.words import lexicon
from parsers.words.lexicon import Cue, Organization
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, Tokens, fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_MOST_BLOCKS = 12  # of one session's text
_MOST_CUES = 400  # of one page
_LONGEST_LEAD = 120  # characters from a sentence's beginning to the words that bodies stand beside


def add_told_organizers(page: Page, tokens: Tokens, sessions: list[Session], claimed: Container[int]) -> None:
    """Give each session the bodies that the text under its title says to hold, host or support it.

    ``claimed`` are the numbers of the blocks that are the agenda's.
    """
    cues = [cue for cue in lexicon.found(tokens, "cue") if cue.payload.role != "participant"][:_MOST_CUES]
    if not cues or not sessions:
        return
    starts = [cue.start for cue in cues]
    names: list[Match[Organization]] = lexicon.found(tokens, "organization")
    last = max(session.span[0] for session in sessions)
    given = False
    for session, index in _texts(page, sessions, claimed):
        if session.kind in _ROUTINE:
            continue
        block = page.blocks[index]
        # Behind the last title the page's own meeting may be meant, not between two or where others are told so.
        own = session.kind == "side_event" or session.span[0] != last or given
        here = cues[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        known = {body_key(body.name) for body in session.organizers}
        for cue in here:
            for body in _told(page, index, cue, names, here, session if not own else None):
                if body_key(body.name) not in known:
                    known.add(body_key(body.name))
                    session.organizers.append(body)
                    given = True


def _texts(page: Page, sessions: list[Session], claimed: Container[int]) -> Iterator[tuple[Session, int]]:
    """The blocks under each session's title, up to the next one; under the last one those that the agenda claims."""
    by_start = sorted(sessions, key=lambda session: session.span[1])
    firsts = sorted(session.span[0] for session in sessions)
    begins = [block.start for block in page.blocks]
    for session in by_start:
        first = bisect_left(begins, session.span[1])
        for index in range(first, min(first + _MOST_BLOCKS, len(page.blocks))):
            block = page.blocks[index]
            at = bisect_left(firsts, block.start)
            if firsts[at] < block.end if at < len(firsts) else index not in claimed:
                break
            yield session, index


def _told(
    page: Page,
    index: int,
    cue: Match[Cue],
    names: list[Match[Organization]],
    cues: list[Match[Cue]],
    session: Session | None,
) -> list[Involvement]:
    """The bodies beside words of involvement that are about the session itself.

    ``session`` is given where its text may be about the page's own meeting as well.
    """
    block = page.blocks[index]
    if of_another_time(block, cue):
        return []
    start, end = cue.start - block.start, cue.end - block.start
    if cue.payload.follows:
        return bodies_behind(page, index, cue) if _is_of_session(block, start, session) else []
    called = _session_behind().match(block.text, end)
    if called is None or not _may_be_called(session, called[1]):
        return []
    found = bodies_before(block, cue, [name for name in names if block.start <= name.start < block.end], cues)
    return found + partners_behind(block, end) if found else []


def _is_of_session(block: Block, place: int, session: Session | None) -> bool:
    """Whether a sentence up to a place speaks of the session: "The event, jointly", or nothing at all."""
    begin = max(0, place - _LONGEST_LEAD)
    begin = max((mark.end() for mark in SENTENCE.finditer(block.text, begin, place)), default=begin)
    if place - begin >= _LONGEST_LEAD:
        return False
    called = _session_before().fullmatch(block.text, begin, place)
    return called is not None and _may_be_called(session, called[1])


def _may_be_called(session: Session | None, noun: str | None) -> bool:
    """Whether a noun means a session whose text may be about the page's own meeting as well: "the panel" does, "the
    workshop" if its title says so, "the event" does not.
    """
    if session is None:
        return True
    if noun is None or fold(noun) in _events():
        return False
    return fold(noun) in _nouns() or fold(noun) in fold(session.title)


_ROUTINE = ("break", "procedural", "plenary")


@cache
def _events() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("session.events")))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("session.nouns")))


@cache
def _session() -> str:
    """ "This side event", "la séance": what a session is called, with its article; its noun as a group."""
    words = {word for words in load("involvement")["meetings"].values() for word in words.split()}
    words |= {*_WORDS.forms("session.nouns"), *_WORDS.forms("session.events")}
    article = rf"(?:{leading('definite')}|{_WORDS.leading('session.this')})"
    nouns = alternatives(words, r"\s+")
    return rf"(?:{article}(?:[\w’'-]+\s+){{0,2}}?|{leading('this_ar')}?ال)({nouns})(?!\w)"


@cache
def _session_before() -> re.Pattern[str]:
    it, between = _WORDS.any_of("session.it"), _WORDS.leading("part.be", "session.between")
    return re.compile(rf"\s*(?:(?:{_session()}|{it}),?\s+(?:{between}){{0,3}})?", re.I)


@cache
def _session_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_session()}", re.I)
