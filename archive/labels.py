"""What codes mean, in English: countries, series of meetings, themes. From the vocabularies in ``data/vocab``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.vocabulary import FOLDER, load, load_table


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
    return _labels("series")


@cache
def themes() -> dict[tuple[str, str], str]:
    """Labels of all themes by scheme and code."""
    return {
        (scheme, code): label
        for scheme, vocabulary in (("iom-archive", "themes"), ("gcm", "gcm"), ("sdg", "sdg"))
        for code, label in _labels(vocabulary).items()
    }


def _labels(name: str) -> dict[str, str]:
    """English labels of a vocabulary's entries."""
    if not (FOLDER / f"{name}.toml").exists():
        return {}
    return {code: entry["label"]["en"] for code, entry in load(name).items() if "label" in entry}
