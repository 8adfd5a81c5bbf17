"""Page to record, against the two yardsticks: lexbor parsing the page and giving all its text, and BeautifulSoup reading
six fields (title, address, date, body text, links, language) as a scraper would.

Every reading gets pages of its own, so that nothing remembered of a page can serve it twice; what pages share (a body,
a label) may be remembered, as it is in an archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, islice
from typing import Any

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from benchmarks import Table, timed_apart
from benchmarks.pages import ORIGIN, page
from parsers import parse
from parsers.dates.finding import find_dates
from parsers.dates.times import find_times
from parsers.html import read_html
from parsers.prose.cues import cues
from parsers.record import Record
from parsers.words import lexicon
from parsers.words.phrases import Tokens

AT_MOST_LEXBOR = 5.0
AT_LEAST_BEAUTIFULSOUP = 10.0


def lexbor_text(body: bytes) -> str:
    """Parse and give all text."""
    return LexborHTMLParser(body.decode()).text()


def beautifulsoup_fields(body: bytes) -> dict[str, Any]:
    """Six fields, with the selectors of a plain scraper."""
    soup = BeautifulSoup(body, "lxml")
    canonical = soup.select_one("link[rel=canonical]")
    time = soup.select_one("article time")
    text = soup.select_one("article")
    return {
        "title": soup.h1.get_text(strip=True) if soup.h1 else None,
        "url": canonical["href"] if canonical else None,
        "date": time["datetime"] if time else None,
        "text": text.get_text(" ", strip=True) if text else None,
        "links": [link["href"] for link in soup.select("article a[href]")],
        "language": soup.html.get("lang") if soup.html else None,
    }


def record(body: bytes) -> Record:
    """The whole way: bytes to page to record."""
    return parse(body, ORIGIN)


def searched_once(body: bytes) -> int:
    """What any reading needs before its first rule: blocks, words, known names, cues of prose, dates and times, once."""
    text = read_html(body, ORIGIN).text
    tokens = Tokens(text)
    known = lexicon.matcher().find_groups(tokens)
    return len(known) + len(cues(tokens).groups) + len(find_dates(text)) + len(find_times(text))


def run() -> list[Table]:
    """Two tables: against lexbor on many pages, against BeautifulSoup on a few."""
    bodies = map(page, count())
    sizes: list[int] = []

    def fresh(number: int) -> Sequence[bytes]:
        taken = list(islice(bodies, number))
        sizes.extend(map(len, taken))
        return taken

    quick = timed_apart(
        {
            "lexbor parse + all text": lexbor_text,
            "bytes → page (read_html)": lambda body: read_html(body, ORIGIN),
            "bytes → page, searched once": searched_once,
            "bytes → page → record": record,
        },
        fresh,
        number=8,
        rounds=16,
    )
    slow = timed_apart(
        {"BeautifulSoup(lxml), six fields": beautifulsoup_fields, "bytes → page → record": record},
        fresh,
        number=3,
        rounds=8,
    )
    size = sum(sizes) / len(sizes) / 1000
    yardstick = quick["lexbor parse + all text"]
    soup = slow["BeautifulSoup(lxml), six fields"]
    ratio = quick["bytes → page → record"] / yardstick
    faster = soup / slow["bytes → page → record"]
    return [
        Table(
            f"Page to record: {len(sizes)} pages of {size:.0f} kB, an agenda of ten sessions, heavy menus",
            ("", "ms/page", "× lexbor"),
            [(name, f"{value * 1000:.2f}", f"{value / yardstick:.2f}") for name, value in quick.items()],
            limits=[(f"page → record at most {AT_MOST_LEXBOR:g} × lexbor: {ratio:.2f}", ratio <= AT_MOST_LEXBOR)],
        ),
        Table(
            "The same against BeautifulSoup",
            ("", "ms/page", "× slower"),
            [
                (name, f"{value * 1000:.2f}", f"{value / slow['bytes → page → record']:.1f}")
                for name, value in slow.items()
            ],
            limits=[(f"at least {AT_LEAST_BEAUTIFULSOUP:g} × faster: {faster:.1f}", faster >= AT_LEAST_BEAUTIFULSOUP)],
        ),
    ]
