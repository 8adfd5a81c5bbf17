"""What codes mean, in English: countries, series of meetings, themes. From the vocabularies in ``data/vocab``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.words.vocabulary import load, load_table


@dataclass(frozen=True, slots=True)
class CountryLabel:
    """A country's name and where UN M49 puts it."""

    name: str
    region: str | None
    subregion: str | None


@cache
def countries() -> dict[str, CountryLabel]:
    """Countries by ISO 3166-1 alpha-2 code."""
    return {
        row["alpha2"]: CountryLabel(row["en"], row["region"] or None, row["subregion"] or None)
        for row in load_table("countries")
    }


@cache
def series() -> dict[str, str]:
    """Names of the series of meetings by code."""
    return {code: entry["label"] for code, entry in load("series").items()}


@cache
def themes() -> dict[tuple[str, str], str]:
    """Labels of all themes by scheme and code."""
    return {
        (scheme, code): entry["label"]["en"]
        for scheme, vocabulary in (("iom-archive", "themes"), ("gcm", "gcm"), ("sdg", "sdg"))
        for code, entry in load(vocabulary).items()
        if "label" in entry  # the names of the scheme itself have none
    }
