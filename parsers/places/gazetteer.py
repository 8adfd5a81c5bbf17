"""The state of a town that the grammar has found and cities.tsv lacks (data/vocab/towns.tsv, from GeoNames).

The gazetteer never finds a town in a text: among its names are words and people's names. It is asked once a line or a
sentence has said that something is a town.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from parsers.words.phrases import tokenise
from parsers.words.vocabulary import FOLDER


def state_of_town(name: str, named: Collection[str]) -> str | None:
    """The ISO code of the state in which a town lies, None where the gazetteer lacks it or knows several.

    Of several states with a town of that name the one counts that the page names (``named``), else that of the town
    with by far the most people.

    >>> state_of_town("Rangpur", ()), state_of_town("San José", ()), state_of_town("San José", {"CR", "NO"})
    ('BD', None, 'CR')
    """
    first, others = _towns().get(_key(name), ("", ""))
    here = {code for code in (first, *others.split()) if code in named}
    if len(here) == 1:
        return here.pop()
    return first or None


def may_be_town_of(name: str, code: str | None) -> bool:
    """Whether the gazetteer has a town of a name, in a state where one is given.

    >>> may_be_town_of("Rangpur", None), may_be_town_of("Rangpur", "BD"), may_be_town_of("Rangpur", "PE")
    (True, True, False)
    """
    first, others = _towns().get(_key(name), ("", ""))
    known = {*first.split(), *others.split()}
    return bool(known) if code is None else code in known


def _key(name: str) -> str:
    return " ".join(tokenise(name).folded)


@cache
def _towns() -> dict[str, tuple[str, str]]:
    """By the folded words of a name: the state that it alone stands for, and others with such a town."""
    lines = (FOLDER / "towns.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)  # the names of the columns
    states: dict[tuple[str, str], tuple[str, str]] = {}  # few pairs for many towns
    return {_key(name): states.setdefault((first, others), (first, others)) for name, first, others in rows}
