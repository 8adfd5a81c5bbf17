"""Rooms: lines that name one, and rooms at the end of a session's title: "Panel 1 – Room XII", "Almuerzo (Salón B)".

Behind a title a room in brackets is one by its first or last word. Behind a dash, a comma, a bar or a slash the same
words can be the subject ("Session 2 – Room for manoeuvre"), so that only a room with its number or name counts, but for
breaks.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.agenda.session_kinds import names_session, session_kind
from parsers.places.buildings import is_building
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_SET_OFF = re.compile(r"(?:\s+[–—/-]\s+|\s*[,،|]\s+)([^,،|–—/()\[\]:]{3,50}?)\s*$")
_MOST_WORDS = 4  # "Grand Hall", "Salle des actes", "Restaurant, first floor"
_PARTS = re.compile(r"\s*[,،|;()\[\]]\s*|\s[–—/-]\s")
_WORDS = WordLists("agenda")
_SHORTEST_TITLE = 3  # characters


@dataclass(slots=True, frozen=True)
class RoomAtEnd:
    """The room's words, and where the title ends that stands before them."""

    room: str
    title_end: int


def room_at_end(text: str) -> RoomAtEnd | None:
    """The room at the end of a session's title, with its floor and house behind it; None where none is."""
    found = _room_at_end(text)
    before = _room_at_end(text[: found.title_end]) if found is not None else None
    if found is None or before is None:
        return found
    return RoomAtEnd(text[text.index(before.room, before.title_end) :].strip(" )]"), before.title_end)


def _room_at_end(text: str) -> RoomAtEnd | None:
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
    """Whether a room by its first or last word stands behind a break or a reception: "Coffee break – Foyer"."""
    title = text[: room.start()]
    return _has_room_word(room[1]) and (
        session_kind(title) == "break" or (session_kind(title) == "other" and names_session(title))
    )


def _has_room_word(words: str) -> bool:
    folded = [word.strip(",;،") for word in fold(words).split()]
    return len(folded) <= _MOST_WORDS and (folded[0] in _rooms() or folded[-1] in _rooms())


@functools.cache
def _rooms() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("room.words")))


@functools.cache
def _may_hold_room() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_rooms())})(?!\w)")


@functools.cache
def _at_room() -> re.Pattern[str]:
    """ "Lunch at the Harbour Restaurant", "Almuerzo en el Salón B" """
    return re.compile(rf"\s+{leading('at')}{leading('definite')}?([^,،|–—()\[\]:]{{3,50}}?)\s*$")


_UP = rf"[{CAPITALS}][\w’'-]*"
_NUMBER = r"(?:n[°º.] ?)?(?:[A-Z]{0,2}-?\d{1,4}[A-Za-z]?|[IVXL]{1,6}|[A-Z])(?!\w)"


@functools.cache
def _numbered_or_named() -> str:
    """A room with its number or name, letter for letter: "Conference Room 2", "Salle des Phares", "القاعة الزرقاء"."""
    name = rf"(?:{leading('of')}{leading('definite')}?)?{_UP}(?:\s{_UP}){{0,2}}"
    return (
        rf"(?:(?i:{_WORDS.plain('room.numbered')})\s{_NUMBER}|(?i:{_WORDS.plain('room.named')})\s{name}"
        rf"|(?:{_WORDS.plain('room.named_ar')})\s\w+(?:\s\w+)?)"
    )


@functools.cache
def _named_room() -> re.Pattern[str]:
    """Nothing but a room with its number or name: "Conference Room 2", "Grand Hall"."""
    halls = alternatives(word.capitalize() for word in _WORDS.forms("room.halls"))
    return re.compile(rf"(?:{_UP}\s){{0,3}}{_numbered_or_named()}|(?:{_UP}\s){{1,3}}(?:{halls})")


@functools.cache
def room_pattern() -> re.Pattern[str]:
    """What a line that names a room begins with or holds."""
    begins, inside = _WORDS.plain("room.room_begins"), _WORDS.plain("room.inside")
    return re.compile(rf"^(?i:{begins})\b|\b(?:(?i:{inside})\b|{_numbered_or_named()})")


def names_place(text: str) -> bool:
    """Whether words are a room or building and where that is: "Blue Zone | Lake Pavilion", "Room 5, Harbour House"."""
    parts = [part for part in _PARTS.split(text) if part]
    if names_session(text):  # also "Plenary Hall 1"
        return bool(parts) and all(_named_room().fullmatch(part) for part in parts)
    return any(_is_room_or_house(part) for part in parts)


def says_where(words: str) -> bool:
    """Whether words say where something is held: as `names_place`, or what stands before a town, "The Park, Suva"."""
    parts = [part for part in _PARTS.split(words) if part]
    return names_place(words) or (len(parts) > 1 and not names_session(words) and _is_town(parts[-1]))


def names_only_places(text: str) -> bool:
    """Whether words name places and nothing else: "Lisbon, Portugal"."""
    tokens = tokenise(text)
    places = (match for group in ("city", "country") for match in lexicon.found(tokens, group))
    named = {number for match in places for number in range(match.first, match.last + 1)}
    return len(named) == len(tokens.folded)


def _is_town(words: str) -> bool:
    tokens = tokenise(words)
    towns = (match for group in ("city", "country") for match in lexicon.found(tokens, group))
    return any(match.first == 0 and match.last == len(tokens.folded) - 1 for match in towns)


_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{3,80})[)\]]?\s*$")  # whose end may be stripped
_QUOTED = re.compile(r"[“\"«‘„][^“”\"«»]{2,120}[”\"»’]")
_PLACE_MARK = re.compile(r"\s*[|]\s*|\s+[–—]\s+|[,،]\s+")


def place_at_end(text: str) -> RoomAtEnd | None:
    """Where an event of a list is held, at the end of its title: "“Nets” at the Tide Hall", "Nets (Port, Suva)"."""
    bracketed = _IN_BRACKETS.search(text)
    if bracketed is not None:
        return _found(bracketed) if bracketed.start() > 0 and says_where(bracketed[1]) else None
    quoted = _QUOTED.match(text)
    behind = _behind_quoted().match(text, quoted.end()) if quoted is not None else None
    if quoted is not None and behind is not None and says_where(text[behind.end() :].strip(" .")):
        return RoomAtEnd(text[behind.end() :].strip(" ."), quoted.end())
    for mark in _PLACE_MARK.finditer(text):
        words = text[mark.end() :].strip(" .")
        is_place = says_where if "|" in mark.group() else _begins_with_place
        if mark.start() >= _SHORTEST_TITLE and is_place(words):
            return RoomAtEnd(words, mark.start())
    return None


@functools.cache
def _behind_quoted() -> re.Pattern[str]:
    return re.compile(rf"[,،]?\s*(?:[–—|-]\s+|{leading('at')}{leading('definite')}?)?(?=[^\W_])", re.IGNORECASE)


def _begins_with_place(words: str) -> bool:
    """Whether the first of several parts is a room or building and the last a town: "Tide Hall, Suva"."""
    parts = [part for part in _PARTS.split(words) if part]
    return len(parts) > 1 and _is_room_or_house(parts[0]) and _is_town(parts[-1]) and not names_session(words)


def _is_room_or_house(words: str) -> bool:
    return room_pattern().match(words) is not None or _named_room().fullmatch(words) is not None or is_building(words)
