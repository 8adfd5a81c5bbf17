"""Which printed names of bodies are one body, and which equal names are not.

Three rules, on top of names that are equal (`archive.names`):

* a body of data/vocab/organizations.tsv is one under all its names and acronyms, in all languages;
* "Name (ABC)" and "Name" are one where ABC is made of the name's letters; so is "ABC" on a page that prints the pair;
* an organ that every state has ("Ministry of Health", data/vocab/state_organs.toml) is one for each state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.ids import hash_id
from archive.names import name_key
from parsers.words.vocabulary import LANGUAGES, load, load_table

_BRACKET = re.compile(r"^(?P<name>.*\S)\s*\(\s*(?P<short>[^\W\d_][\w&./-]{1,14})\s*\)$")
_ACRONYM = re.compile(r"^[A-Z][\w&./-]{1,14}$")
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las|l)\s+(?=\S+\s+\S)")


@dataclass(slots=True, frozen=True)
class Form:
    """A printed name taken apart: its key without article and acronym, and the acronym that stands in brackets."""

    key: str
    short: str | None


@lru_cache(20_000)
def form_of(name: str) -> Form:
    """The parts of a printed name. Brackets that hold anything but the name's own acronym stay a part of it."""
    pair = _BRACKET.match(name)
    if pair is not None and _is_acronym(pair["short"]) and _stands_for(pair["short"], pair["name"]):
        return Form(_bare(pair["name"]), pair["short"])
    return Form(_bare(name), None)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name_key(name))


def _is_acronym(text: str) -> bool:
    return _ACRONYM.match(text) is not None and sum(map(str.isupper, text)) >= 2


def _stands_for(short: str, name: str) -> bool:
    """Whether an acronym is that of a name: both are one known body's, or its letters are the name's, in their order.

    The first is a word's first letter, as most of those behind it are: "AfDB", "KOICA".
    """
    known = _known().get(_bare(name))
    if known is not None and _acronyms().get(short) == known:
        return True
    words = name_key(name).split()
    initials = [word[0] for word in words]
    letters = [letter for letter in name_key(short) if letter.isalpha()]
    if not letters or letters[0] not in initials:
        return False
    rest = iter("".join(words[initials.index(letters[0]) :]))
    return all(letter in rest for letter in letters) and 2 * sum(map(initials.__contains__, letters)) > len(letters)


@cache
def _known() -> dict[str, str]:
    """Long names of the bodies that the archive knows → their ids."""
    names: dict[str, str] = {}
    for row in load_table("organizations"):
        for language in LANGUAGES:
            for name in filter(None, row[language].split("|")):
                names.setdefault(_bare(name), row["id"])
    return names


@cache
def _acronyms() -> dict[str, str]:
    """Their acronyms, those that stand for other things too among them."""
    return {
        word: row["id"]
        for row in reversed(load_table("organizations"))
        for column in ("ambiguous", "words", "acronyms")
        for word in row[column].split()
    }


@cache
def _unsure() -> frozenset[str]:
    """The acronyms that stand for other things too."""
    return frozenset(word for row in load_table("organizations") for word in row["ambiguous"].split())


@cache
def _organ_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells an organ of a state, and what tells that a name is none."""
    words = load("state_organs")

    def any_of(key: str) -> str:
        return "|".join(map(re.escape, sorted(words[key], key=len, reverse=True)))

    return (
        re.compile(rf"^(?:{any_of('first')})(?!\w)|(?<!\w)(?:{any_of('within')})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{any_of('never')})(?!\w)"),
    )


@cache
def _states() -> frozenset[str]:
    """Names of states and their adjectives, as `name_key` has them."""
    names = [row[language] for row in load_table("countries") for language in LANGUAGES]
    names += [row["name"] for row in load_table("country_names")]
    names += [word for row in load_table("demonyms") for word in row["words"].split("|")]
    keys = filter(None, map(name_key, names))
    return frozenset(" ".join(_AFFIXES.sub("", word) for word in key.split()) for key in keys)


_LONGEST_STATE = 6  # words
# Of a state's name or adjective: the Arabic article and feminine ending, the English genitive without its apostrophe.
_AFFIXES = re.compile("^ال(?=\\w{3})|(?<=\\w{3})[\u0647s]$")


@lru_cache(20_000)
def is_organ(key: str) -> bool:
    """Whether a name's key is that of an organ that every state has, and names no state."""
    organ, never = _organ_words()
    if organ.search(key) is None or never.search(key) is not None:
        return False
    words = [_AFFIXES.sub("", word) for word in key.split()]
    places = range(len(words))
    runs = (" ".join(words[at : at + size]) for at in places for size in range(1, _LONGEST_STATE + 1))
    return _states().isdisjoint(runs)


@cache
def _known_organs() -> frozenset[str]:
    """The known bodies whose names other states' organs have as well: "Instituto Nacional de Migración"."""
    governments = {row["id"] for row in load_table("organizations") if row["kind"] == "government"}
    return frozenset(known for key, known in _known().items() if known in governments and is_organ(key))


def _body_of(name: str, key: str) -> str | None:
    """The known body that a name stands for by itself."""
    return _known().get(key) or (None if name in _unsure() else _acronyms().get(name))


def _id(known: str | None, key: str, state: str | None) -> int:
    parts = ("known", known) if known is not None else (key,)
    organ = known in _known_organs() if known is not None else is_organ(key)
    return hash_id("organization", *parts, state) if state and organ else hash_id("organization", *parts)


class PageBodies:
    """The bodies that one page names: its acronyms stand for the names beside which it prints them."""

    def __init__(self, named: Iterable[tuple[str, str | None]], text: str, state: str | None) -> None:
        """``named``: each printed name with the state that its person speaks for; ``state``: the page's own."""
        self._state = state
        long: dict[str, set[str]] = defaultdict(set)
        states: dict[str, set[str]] = defaultdict(set)
        unsure = []
        present: set[str] = set()
        for name, country in named:
            form = form_of(name)
            if country:
                states[form.key].add(country)
            if form.short:
                long[form.short].add(form.key)
            if (known := _body_of(name, form.key)) is not None:
                present.add(known)
            elif _is_acronym(name):
                unsure.append(name)
            elif short := _printed_beside(name, text):
                long[short].add(form.key)
        self._long = {short: next(iter(keys)) for short, keys in long.items() if len(keys) == 1}
        self._states = {key: next(iter(codes)) for key, codes in states.items() if len(codes) == 1}
        self._present = {name: _acronyms()[name] for name in unsure if _acronyms().get(name) in present}

    def id_of(self, name: str | None, country: str | None = None, *, of_page: bool = False) -> int | None:
        """Id of the body that a printed name stands for on this page; None without a name.

        An organ is that of ``country``, else of the one state that the page gives it, else (``of_page``) of the page's.
        """
        if not name:
            return None
        key = form_of(name).key
        known = _body_of(name, key) or self._present.get(name)
        if known is None:
            key = self._long.get(name, key)
            known = _known().get(key)
        state = country or self._states.get(key) or (self._state if of_page else None)
        return _id(known, key, state) if key else None


def _printed_beside(name: str, text: str) -> str | None:
    """The acronym that a text prints in brackets behind a name."""
    start = text.find(f"{name} (")
    end = text.find(")", start) + 1
    return form_of(text[start:end]).short if 0 <= start < end else None


def state_of(number: int, name: str, codes: Iterable[str]) -> str | None:
    """The state of ``codes`` whose organ a body is, by its id and one of its names; None where it is no state's."""
    key = form_of(name).key
    known = _body_of(name, key)
    if number == _id(known, key, None):
        return None
    return next((code for code in codes if _id(known, key, code) == number), None)


def fullness(name: str) -> int:
    """How much of a body's name a printed form holds: 2 with its acronym beside it, 1 without, 0 an acronym alone."""
    return 2 if form_of(name).short else 0 if _is_acronym(name) else 1
