"""Which printed names of towns are one town: those of data/vocab/cities.tsv, in all languages, within one country."""

from __future__ import annotations

from functools import cache

from archive.names import name_key
from parsers.words.vocabulary import LANGUAGES, load_table


@cache
def _towns() -> dict[tuple[str, str], str]:
    """A town's name, by `name_key`, and its country → its English name."""
    towns: dict[tuple[str, str], str] = {}
    for row in load_table("cities"):
        english = row["en"].partition("|")[0]
        for language in LANGUAGES:
            for name in filter(None, row[language].split("|")):
                towns.setdefault((name_key(name), row["country"]), english)
    return towns


def town(city: str, country: str | None) -> str:
    """The town's English name where the archive knows it in that country, else the name as printed.

    >>> town("Ginebra", "CH"), town("طرابلس", "LB"), town("Ginebra", "CO")
    ('Geneva', 'Tripoli', 'Ginebra')
    """
    return _towns().get((name_key(city), country or ""), city)
