"""The names of what occurs in the archive: countries, series, themes, languages, years. Read once for each file."""

from __future__ import annotations

from dataclasses import dataclass

from web.reading import Reader, Row
from web.site import Site
from web.wording import theme_label


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Codes and their names, as far as they occur."""

    countries: dict[str, str]
    series: dict[str, str]
    themes: list[Row]
    languages: list[str]
    years: list[int]  # the newest first

    def theme(self, key: str) -> str:
        """Name of a theme from ``scheme/code``."""
        scheme, _, code = key.partition("/")
        for theme in self.themes:
            if theme["scheme"] == scheme and theme["code"] == code:
                return theme_label(scheme, code, theme["label"])
        return key

    def theme_id(self, key: str) -> int | None:
        """Id of a theme from ``scheme/code``."""
        scheme, _, code = key.partition("/")
        return next((row["id"] for row in self.themes if (row["scheme"], row["code"]) == (scheme, code)), None)


def vocabulary(site: Site, read: Reader) -> Vocabulary:
    """What occurs in the served file."""
    return site.once("vocabulary", lambda: _load(read))


def _load(read: Reader) -> Vocabulary:
    return Vocabulary(
        countries={row["code"]: row["name"] for row in read.rows("select code, name from countries order by name")},
        series={row["code"]: row["name"] for row in read.rows("select code, name from series order by name")},
        themes=read.rows(
            "select * from themes order by scheme = 'iom-archive' desc, scheme, cast(code as integer), label"
        ),
        languages=[
            row[0]
            for row in read.rows(
                "select language from pages where language is not null group by 1 order by count(*) desc, 1"
            )
        ],
        years=[
            row[0]
            for row in read.rows(
                "select year from events where year is not null union select year from press_releases "
                "where year is not null order by 1 desc"
            )
        ],
    )
