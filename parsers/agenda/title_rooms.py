"""Rooms at the end of a session's title: "Panel 1 – Room XII", "Almuerzo (Salón B)", "Lunch, Delegates' Dining Room".

A room in brackets is one by its first or last word. Behind a dash, a comma, a bar or a slash the same words can be the
subject ("Session 2 – Room for manoeuvre"), so that only a room with its number or name counts, but for breaks.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.agenda.session_kinds import session_kind
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_SET_OFF = re.compile(r"(?:\s+[–—/-]\s+|\s*[,،|]\s+)([^,،|–—/()\[\]:]{3,50}?)\s*$")
_WORDS = 4  # "Grand Hall", "Salle des actes", "Restaurant, first floor"
_SHORTEST_TITLE = 3  # characters


@dataclass(slots=True, frozen=True)
class RoomAtEnd:
    """The room's words, and where the title ends that stands before them."""

    room: str
    title_end: int


def room_at_end(text: str) -> RoomAtEnd | None:
    """The room at the end of a session's title; None where none is."""
    bracketed = _BRACKETED.search(text) if text.rstrip().endswith((")", "]")) else None
    if bracketed is not None:
        return _found(bracketed) if bracketed.start() > 0 and _has_room_word(bracketed[1]) else None
    if not _may_hold_room().search(fold(text)):
        return None
    behind = _SET_OFF.search(text)
    if behind is None:
        behind = _at_room().search(text)
        return _found(behind) if behind is not None and _is_break(text, behind) else None
    if behind.start() < _SHORTEST_TITLE:
        return None
    named = _named_room().fullmatch(behind[1]) is not None
    return _found(behind) if named or _is_break(text, behind) else None


def _found(room: re.Match[str]) -> RoomAtEnd:
    return RoomAtEnd(room[1], room.start())


def _is_break(text: str, room: re.Match[str]) -> bool:
    """Whether a room by its first or last word stands behind a break: "Coffee break – Foyer"."""
    return _has_room_word(room[1]) and session_kind(text[: room.start()]) == "break"


def _has_room_word(words: str) -> bool:
    folded = [word.strip(",;،") for word in fold(words).split()]
    return len(folded) <= _WORDS and (folded[0] in _rooms() or folded[-1] in _rooms())


@functools.cache
def _rooms() -> frozenset[str]:
    return frozenset(map(fold, load("session_kinds")["room"]["words"]))


@functools.cache
def _may_hold_room() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_rooms())})(?!\w)")


@functools.cache
def _at_room() -> re.Pattern[str]:
    """ "Lunch at the Harbour Restaurant", "Almuerzo en el Salón B" """
    return re.compile(rf"\s+(?:{leading('at')}|dans\s+|في\s+){leading('definite')}?([^,،|–—()\[\]:]{{3,50}}?)\s*$")


@functools.cache
def _named_room() -> re.Pattern[str]:
    """A room with its number or name: "Conference Room 2", "Salle des Phares", "Grand Hall", "القاعة الزرقاء"."""
    room = load("session_kinds")["room"]
    number = r"(?:\d{1,4}\w?|[IVX]{1,5}|[A-Z])"
    up = rf"[{CAPITALS}][\w’'-]*"
    name = rf"(?:{leading('of')}{leading('definite')}?)?{up}(?:\s{up}){{0,2}}"
    return re.compile(
        rf"(?:{up}\s){{0,3}}(?i:{alternatives(room['numbered'])})\s{number}"
        rf"|(?i:{alternatives(room['named'])})\s{name}"
        rf"|(?:{up}\s){{1,3}}(?:{alternatives(word.capitalize() for word in room['halls'])})"
        rf"|(?:{alternatives(room['arabic'])})\s\w+(?:\s\w+)?"
    )
