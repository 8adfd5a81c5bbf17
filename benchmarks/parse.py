"""Page to record, against the two yardsticks: lexbor parsing the page and giving all its text, and BeautifulSoup reading
six fields (title, address, date, body text, links, language) as a scraper would.
"""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from benchmarks import Table, timed
from benchmarks.pages import ORIGIN, pages
from parsers import parse
from parsers.html import read_html
from parsers.record import Record

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


def run() -> list[Table]:
    """Two tables: against lexbor on many pages, against BeautifulSoup on a few."""
    bodies = pages(30)
    size = sum(map(len, bodies)) / len(bodies) / 1000
    quick = timed(
        {
            "lexbor parse + all text": lexbor_text,
            "bytes → page (read_html)": lambda body: read_html(body, ORIGIN),
            "bytes → page → record": record,
        },
        bodies,
        rounds=15,
    )
    slow = timed(
        {"BeautifulSoup(lxml), six fields": beautifulsoup_fields, "bytes → page → record": record}, bodies[:6], 5
    )
    yardstick = quick["lexbor parse + all text"]
    soup = slow["BeautifulSoup(lxml), six fields"]
    ratio = quick["bytes → page → record"] / yardstick
    faster = soup / slow["bytes → page → record"]
    return [
        Table(
            f"Page to record: {len(bodies)} pages of {size:.0f} kB, an agenda of ten sessions, heavy menus",
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
