"""What an agenda's title names: break, panel, plenary; an opening; a bare number (data/vocab/session_kinds.toml)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from parsers.record import Role, SessionKind
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_REMEMBERED = 1024  # titles repeat over the pages of a series


def _alternatives(words: Iterable[str]) -> str:
    return alternatives(map(fold, words))


@functools.cache
def _leading() -> re.Pattern[str]:
    """What a title, folded, begins with before the words that tell its kind."""
    vocabulary = load("session_kinds")["leading"]
    numbered = rf"(?:{_alternatives(vocabulary['number'])})\s\d{{1,2}}\s?[.:–-]"
    return re.compile(
        rf"^(?:(?:[a-z]\)|[a-h]\.|\d{{1,2}}[a-h]?[.)]|[ivx]{{1,4}}\.|{numbered}"
        rf"|[-–—•*]|{_alternatives(vocabulary['words'])})\s+)+"
    )


@functools.cache
def _rules() -> list[tuple[SessionKind, re.Pattern[str] | None, re.Pattern[str] | None]]:
    rules: list[tuple[SessionKind, re.Pattern[str] | None, re.Pattern[str] | None]] = []
    for entry in load("session_kinds")["kind"]:
        then = rf"\s+(?:{_alternatives(entry['then'])})" if entry.get("then") else ""
        starts = re.compile(rf"(?:{_alternatives(entry['starts'])}){then}(?!\w)") if entry.get("starts") else None
        words = whole_words(entry["words"]) if entry.get("words") else None
        if entry.get("ends"):
            words = re.compile(rf"(?<!\w)(?:{_alternatives(entry['ends'])})(?=\W*$)")
        rules.append((entry["name"], starts, words))
    return rules


def session_kind(title: str) -> SessionKind:
    """The kind of an agenda item with this title; ``other`` where no word of it says."""
    return _named_kind(title)[0] or "other"


def words_of_kind(title: str) -> tuple[int, int] | None:
    """The span of the title's words that say its kind; None where none does."""
    kind, start, end = _named_kind(title)
    return (start, end) if kind is not None else None


def names_session(title: str) -> bool:
    """Whether the title's words name an agenda item of some kind."""
    return _named_kind(title)[0] is not None


def _folded(title: str) -> str:
    return fold(title).replace("’", "'").strip()


_FRONT_ENDS = re.compile(r"[:–—]| - ")


@functools.cache
def _group_work() -> re.Pattern[str]:
    """What groups do by themselves: the words of the kinds of ``other`` that are marked so."""
    starts = [word for entry in load("session_kinds")["kind"] if entry.get("group_work") for word in entry["starts"]]
    return re.compile(rf"(?:{_alternatives(starts)})(?!\w)")


@functools.lru_cache(_REMEMBERED)
def _named_kind(title: str) -> tuple[SessionKind | None, int, int]:
    """The kind that a title's words say, and their span; the whole title's where folding has moved its letters."""
    folded = _folded(title)
    head = _leading().sub("", folded)
    # What stands before a colon or dash names the item ("Panel 2: Dialogue between ..."), the rest is its subject.
    front, *subject = (part.strip() for part in _FRONT_ENDS.split(head, maxsplit=1))
    front = front or head
    if subject and _group_work().match(subject[0]) and _counted()[0].match(front):
        front = subject[0]  # "Session 2 – Group work": no panel, whatever its number
    for part in dict.fromkeys((front, head, folded)):
        for kind, starts, words in _rules():
            match = (starts and starts.match(part)) or (words and words.search(part))
            if match:
                start = len(title) - len(title.lstrip()) + folded.index(part) + match.start()
                end = start + len(match.group())
                moved = fold(title[start:end]).replace("’", "'") != match.group()
                return (kind, 0, len(title)) if moved else (kind, start, end)
    return None, 0, 0


@functools.cache
def _edges() -> list[tuple[Role, re.Pattern[str]]]:
    vocabulary = load("session_kinds")
    return [
        ("opening", re.compile(_alternatives(vocabulary["opening"]["starts"]))),
        ("closing", re.compile(_alternatives(vocabulary["closing"]["starts"]))),
    ]


@functools.lru_cache(_REMEMBERED)
def role_in_session(title: str) -> Role:
    """The role of those who are listed under a title without a role of their own."""
    folded = _folded(title)
    head = _leading().sub("", folded)
    edge = next((role for role, starts in _edges() if starts.match(folded) or starts.match(head)), None)
    if edge is not None and _named_kind(title)[0] in ("break", "other"):
        return "panellist"  # nobody opens a meeting at its "Welcome coffee" or "Closing reception"
    if edge is None and session_kind(title) in ("ceremony", "plenary", "procedural", "other"):
        edge = next((role for role, ends in _ends() if ends.search(head)), None)
    return edge or "panellist"


@functools.cache
def _ends() -> list[tuple[Role, re.Pattern[str]]]:
    """How the title of what also opens or closes ends: "Prayer and opening remarks"."""
    vocabulary = load("session_kinds")
    roles: tuple[Role, ...] = ("opening", "closing")
    return [(role, re.compile(rf"\s(?:{_alternatives(vocabulary[role]['ends'])})\W*$")) for role in roles]


@functools.cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    vocabulary = load("session_kinds")
    words, numbers = _alternatives(vocabulary["counted"]["words"]), _alternatives(vocabulary["counted"]["numbers"])
    before = rf"(?:(?:{_alternatives(vocabulary['counted']['before'])})\s+)?"
    number = rf"(?:no\.?\s*|n°\s*)?(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h]|{numbers})"
    bare = re.compile(rf"^{before}(?:{words})\s*(?:{number})?\s*[:.]?$")
    heads = rf"{before}(?:{words})\s*(?:{number}(?!\w)|:|–|-)"
    return bare, re.compile(rf"^(?:(?:{_alternatives(vocabulary['untimed']['starts'])})(?!\w)|{heads})")


def is_bare_number(title: str) -> bool:
    """Whether a title only counts ("Session 1"), so that its subject stands on the next line."""
    return len(title) < 60 and bool(_counted()[0].match(_folded(title)))


@functools.lru_cache(_REMEMBERED)
def heads_untimed(text: str) -> bool:
    """Whether a line heads an item even without a time of its own."""
    return bool(_counted()[1].match(_folded(text[:80])))


@functools.cache
def _number() -> re.Pattern[str]:
    vocabulary = load("session_kinds")["counted"]
    before, words = _alternatives(vocabulary["before"]), _alternatives(vocabulary["words"])
    return re.compile(rf"(?P<head>(?:(?:{before})\s+)?(?:{words}))\s+(?P<number>[a-h]|\d{{1,2}}|[ivx]{{1,4}})(?!\w)")


def is_numbered(title: str) -> bool:
    """Whether a title begins with its number: "Panel 1: Nets"."""
    return _number().match(_folded(title[:80])) is not None


def is_parallel(title: str, other: str) -> bool:
    """Whether two titles count sessions that run beside each other: "Session A: …" and "Session B: …"."""
    one, two = _number().match(_folded(title[:80])), _number().match(_folded(other[:80]))
    if one is None or two is None or one["head"] != two["head"] or one["number"] == two["number"]:
        return False
    letters = one["number"] in _LETTERS and two["number"] in _LETTERS
    return letters or any(fold(word) in one["head"] for word in load("session_kinds")["counted"]["parallel"])


_LETTERS = frozenset("abcdefgh")


@functools.cache
def _begins(table: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_alternatives(load('session_kinds')[table]['words'])})(?!\w)")


def may_be_panel(title: str) -> bool:
    """Whether what a title names can be one talk as well as a panel: "Setting the scene"."""
    return _begins("moderated").match(_folded(title)) is not None


@functools.cache
def _this_panel() -> re.Pattern[str]:
    return whole_words(load("session_kinds")["moderated"]["says"])


def says_panel(description: str) -> bool:
    """Whether a description calls what it is about a panel: "This panel will set the scene"."""
    return _this_panel().search(fold(description)) is not None


def is_noon_meal(title: str) -> bool:
    """Whether a title names a meal that is taken at noon in some countries and in the evening in others."""
    return _begins("noon").match(_folded(title)) is not None
