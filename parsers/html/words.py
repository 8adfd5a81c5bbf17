"""The words of a page's furniture (``data/vocab/page.toml``) and of its fields (``labels.toml``), ready to compare."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load


@lru_cache(maxsize=1024)
def folded(line: str) -> str:
    """A line as vocabularies compare it: lower case, straight apostrophes, no closing punctuation."""
    return line.casefold().replace("’", "'").strip(" :.…»>|*-–—")


@cache
def _forms(table: str) -> frozenset[str]:
    return frozenset(folded(form) for forms in load("page")[table].values() for form in forms)


def sections() -> frozenset[str]:
    """Headings of sections that are no content."""
    return _forms("sections")


@cache
def listings() -> frozenset[str]:
    """Headings of lists of other pages and of other sections that are no content, outside the page's node."""
    return _forms("listings") | _forms("sections")


def lines() -> frozenset[str]:
    """Lines that are no content wherever they stand alone."""
    return _forms("lines")


def languages() -> frozenset[str]:
    """Names of languages in themselves."""
    return _forms("languages")


def controls() -> frozenset[str]:
    """Captions of buttons that name nothing."""
    return _forms("controls")


def columns() -> frozenset[str]:
    """Headings of an agenda table's columns."""
    return _forms("columns")


@cache
def tag_pattern() -> re.Pattern[str]:
    """The whole of a label over a title: "News", "News - Global", "Communiqué Local"."""
    kinds = alternatives(_raw("tags"))
    scopes = alternatives(_raw("scopes"))
    return re.compile(rf"(?:{kinds})(?:\s*(?:[-–—|/,:]\s*)?(?:{scopes}))?", re.IGNORECASE)


@cache
def site_names() -> frozenset[str]:
    """Headings that name the site."""
    return _forms("site_names")


@cache
def site_at_end() -> re.Pattern[str]:
    """The site behind a page's title: " | International Organization for Migration"."""
    sites = load("page")["title_sites"]
    latin = alternatives({name for language in ("en", "fr", "es") for name in sites[language]})
    return re.compile(rf"\s+(?:[|–—·»-]|::)\s+(?:[^|]*\b(?:{latin})\b[^|]*|[^|]*(?:{alternatives(sites['ar'])})[^|]*)$")


@cache
def site_at_start() -> re.Pattern[str]:
    """The site before a page's title: "IOM - "."""
    names = alternatives({name for forms in load("page")["site_names"].values() for name in forms})
    return re.compile(rf"(?:{names})\s+(?:[|–—·»-]|::)\s+(?=\S.{{7}})")


@cache
def rights_pattern() -> re.Pattern[str]:
    """The notice of rights at a page's foot."""
    return re.compile(alternatives(_raw("rights")), re.IGNORECASE)


@cache
def crumbs_pattern() -> re.Pattern[str]:
    """The start of a breadcrumb: "Home » "."""
    return re.compile(rf"(?:{alternatives(_raw('home'))})\s*[»›>/|→]", re.IGNORECASE)


@cache
def cookies_pattern() -> re.Pattern[str]:
    """Words of a cookie banner."""
    return re.compile(alternatives(_raw("cookies")), re.IGNORECASE)


@cache
def field_labels() -> frozenset[str]:
    """Printed labels of fields ("Date", "Lieu"), folded."""
    return frozenset(
        folded(form) for forms in load("labels")["field"].values() for words in forms.values() for form in words
    )


@cache
def field_label_starts() -> frozenset[str]:
    """First words of the printed labels of fields."""
    return frozenset(label.split(" ", 1)[0] for label in field_labels())


def _raw(table: str) -> list[str]:
    return [form for forms in load("page")[table].values() for form in forms]
