"""Meetings that are a body's own: "IOM's forum", "the 108th IOM Council", "annual meeting of the Budapest Process".

And what stands around a known body's name, which `issuers` asks as well.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from parsers.organizations.names import head_words
from parsers.prose.body_names import has_post, meetings, prose_words
from parsers.record import Involvement
from parsers.words import lexicon
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match, Tokens, fold
from parsers.words.small_words import leading, word_set
from parsers.words.word_lists import WordLists

OWN = "iom"  # the body whose pages these are
_MOST_NAMES = 60  # that one block is read for
_WORDS = WordLists("issuers")
_ALONG = WordLists("involvement_prose")
_OF = frozenset(word.removesuffix("'") for word in word_set("of"))
_ARTICLES = frozenset(word.removesuffix("'") for word in word_set("definite"))
_CLAUSE_END = re.compile(r"[.,;:!?\n]|\s[–—-]\s")


def with_bracket(text: str, end: int) -> int:
    """The end of a name with the acronym in brackets that follows it."""
    bracket = re.match(r"\s\([A-Z][\w-]{1,10}\)", text[end : end + 16])
    return end + (bracket.end() if bracket else 0)


def known_body(tokens: Tokens, name: Match[Organization], rule: str) -> Involvement:
    """A known body, with the acronym in brackets or the place of its office that follows it: "OIM Tunisie"."""
    end = max(with_bracket(tokens.text, name.end), place_behind(tokens, name))
    return Involvement(tokens.text[name.start : end], "organizer", name.start, end, rule)


def place_behind(tokens: Tokens, name: Match[Organization]) -> int:
    """The end of a country or town right behind an acronym: its office there ("IOM Budapest")."""
    if tokens.gap(name.last) != " " or not tokens.text[name.start : name.end].isupper():
        return name.end
    for group in ("country", "city"):
        for place in lexicon.found(tokens, group):
            if place.start == name.end + 1:
                return place.end
    return name.end


def words_behind(tokens: Tokens, name: Match[Organization], most: int) -> list[str]:
    """Up to so many folded words behind a name, the "s" of its possessive aside, within the clause."""
    words: list[str] = []
    index = name.last
    while len(words) < most and index + 1 < len(tokens) and not _CLAUSE_END.search(tokens.gap(index)):
        index += 1
        if words or tokens.folded[index] != "s":
            words.append(tokens.folded[index])
    return words


def _words_before(tokens: Tokens, name: Match[Organization], most: int) -> list[str]:
    """Up to so many folded words before a name, the nearest last, within the clause."""
    index = name.first
    while index > 0 and name.first - index < most and not _CLAUSE_END.search(tokens.gap(index - 1)):
        index -= 1
    return tokens.folded[index : name.first]


def own_meetings(tokens: Tokens, names: list[Match[Organization]]) -> list[Involvement]:
    """Bodies whose own meeting the text speaks of.

    A process does not organise what it is: it meets. "IOM's forum", "the 108th IOM Council" for IOM only: "the UNFCCC
    Conference of the Parties" is another meeting mostly. "Annual meeting of the Budapest Process", "Consejo de la OIM"
    for all that the archive knows.
    """
    return [
        _at_own_meeting(tokens, name)
        for name in names[:_MOST_NAMES]
        if not name.payload.ambiguous
        and name.payload.kind != "government"
        and name.payload.id not in ("un", "unga")
        and not organ_acts(tokens, name)
        and (
            (name.payload.id == OWN and _of_meeting(words_behind(tokens, name, 4)))
            or _is_meeting_of(_before_of(_words_before(tokens, name, 9)), own=name.payload.id == OWN)
            or (name.payload.kind == "process" and _meets(tokens, name))
        )
    ]


def organ_acts(tokens: Tokens, name: Match[Organization]) -> bool:
    """Whether IOM's Council decides or elects: "the IOM Council elected", "El Consejo de la OIM eligió".

    It is no meeting then, unless it is counted: "the 110th IOM Council adopted".
    """
    if name.payload.id != OWN:
        return False
    before, behind = _words_before(tokens, name, 4), words_behind(tokens, name, 4)
    if behind and behind[0] in _organs():
        begin, behind = tokens.starts[name.first], behind[1:]
        by = _agent().search(tokens.text, max(0, begin - 12), begin) is not None
    elif len(before) > 1 and (organ := _before_of(before)) and organ[-1] in _organs():
        begin = tokens.starts[name.first - before[::-1].index(organ[-1]) - 1]
        by = _agent().search(tokens.text, max(0, begin - 12), begin) is not None
    else:
        return False
    if _ordinal().search(tokens.text, max(0, begin - 16), begin) is not None:
        return False
    return by or not _decides().isdisjoint(behind[:_MOST_BEFORE_VERB])


_MOST_BEFORE_VERB = 3  # "has yesterday elected"


@functools.cache
def _organs() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("meeting.organs")))


@functools.cache
def _decides() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("meeting.decides")))


@functools.cache
def _agent() -> re.Pattern[str]:
    """ "Set up *by the* IOM Council": it acts there too."""
    return re.compile(rf"(?<!\w){_ALONG.leading('passive.by')}{leading('definite')}?$", re.I)


def _at_own_meeting(tokens: Tokens, name: Match[Organization]) -> Involvement:
    body = known_body(tokens, name, "own meeting")
    return replace(body, role="participant") if name.payload.kind == "process" else body


def _meets(tokens: Tokens, name: Match[Organization]) -> bool:
    """Whether a process is what is held: "the XIV Conferencia Suramericana sobre Migraciones (CSM) tuvo lugar".

    Without an ordinal it may be one for which somebody else holds something.
    """
    if _ordinal().search(tokens.text, max(0, name.start - 16), name.start) is None:
        return False
    end = with_bracket(tokens.text, name.end)
    held = (cue.start for cue in lexicon.found(tokens, "held") if cue.payload == lexicon.HELD and cue.start >= end)
    between = tokens.text[end : next(held, end + _MOST_BETWEEN)]
    return len(between) < _MOST_BETWEEN and len(between.split()) <= 1


_MOST_BETWEEN = 10  # letters: "was", "se", "will"


@functools.cache
def _ordinal() -> re.Pattern[str]:
    words = _WORDS.any_of("meeting.ordinals")
    return re.compile(rf"(?:\d(?:st|nd|rd|th|e|[ªº°.])?|\b[IVX]+|\b{words})\s+$", re.I)


@functools.cache
def _beside_words() -> frozenset[str]:
    """ "In the margins of a meeting of the Commission": that meeting is another one."""
    return frozenset(map(fold, _WORDS.forms("meeting.beside")))


def _before_of(words: list[str]) -> list[str]:
    """The words before "of the", where these are the last ones: "annual meeting" of "annual meeting of the"."""
    if not _beside_words().isdisjoint(words):
        return []
    if words and words[-1] in _ARTICLES:
        words = words[:-1]
    return words[:-1] if words and words[-1] in _OF else []


def _is_meeting_of(words: list[str], *, own: bool) -> bool:
    """Whether the words before "of the" name a meeting, or an organ of the body behind one.

    "Réunion ministérielle annuelle", "meeting of the Standing Committee", "el seminario nace en el seno"; what the
    meeting deals with is neither: "la réunion examinera le rapport". With ``own`` they may say more between the two:
    "Diálogo Internacional sobre la Migración" is IOM's, whose pages these are.
    """
    if not _of_meeting(words):
        return False
    if own or (words[-1] in prose_words("within") and not _IN.isdisjoint(words[-3:])):
        return True
    meeting = max(index for index, word in enumerate(words) if word in meetings())
    behind = words[meeting + 1 :]
    of = next((index for index, word in enumerate(behind) if word in _OF), len(behind))
    epithets, organ = behind[:of], behind[of + 1 :]
    if len(epithets) > _MOST_EPITHETS or not _NO_EPITHETS.isdisjoint(epithets):
        return False
    if not words[meeting].endswith("s") and any(word.endswith("s") for word in epithets):
        return False  # "la réunion examine plusieurs rapports de la": no epithet of one meeting
    return not organ or not head_words()["sure"].isdisjoint(organ)


_IN = word_set("at") | {"under", "sous", "bajo"}
_MOST_EPITHETS = 2
_NO_EPITHETS = _ARTICLES | word_set("topic", "and", "for")


def _of_meeting(words: list[str]) -> bool:
    return not meetings().isdisjoint(words) and not has_post(words)
