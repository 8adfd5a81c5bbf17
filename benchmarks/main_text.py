"""Main text of the labelled HTML pages: precision, recall and time against trafilatura, readability-lxml and resiliparse.

The truth is the text of the element that the page's author wrapped round the content (Drupal's node, the article of the
classless theme, the content's cell of a static page), counted in words with their number. Each page is read twice: as it
is, and *bare*, that is without classes, ids, roles and data attributes and with ``main``, ``article``, ``nav``,
``header``, ``footer``, ``aside`` and ``section`` turned into ``div``, so that nothing but the text tells content from
menus. Those pages are light (12 kB on average); the third table has generated ones with the menus of a whole site round
them, which weigh what pages of the site weigh. readability-lxml is measured where it is installed; it is not among the project's requirements, since it needs
chardet (LGPL).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from benchmarks import Table, timed
from benchmarks.pages import page, release
from parsers.decode import decode
from parsers.html import read_html

PAGES = Path(__file__).parent.parent / "tests" / "fixtures" / "pages"
GOLD = ("[data-history-node-id]", "[id^=node-].view-mode-full", "main article", 'td[width="610"]')
AT_LEAST_TRAFILATURA = 20.0
HEAVY = 20  # pages of each kind

_WORD = re.compile(r"\w+")
_ATTRIBUTES = re.compile(
    r"""\s(?:class|id|role|data-[\w-]+|aria-[\w-]+|typeof|about|property)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""",
    re.IGNORECASE,
)
_SEMANTIC = re.compile(r"<(/?)(?:main|article|nav|header|footer|aside|section)\b", re.IGNORECASE)


def gold_text(markup: str) -> str | None:
    """The text of the element that holds the page's content."""
    tree = LexborHTMLParser(markup)
    for selector in GOLD:
        node = tree.css_first(selector)
        if node is not None:
            node.strip_tags(["script", "style", "svg"])
            return node.text(separator=" ")
    return None


def bare(markup: str) -> str:
    """The page without the marks that tell its parts apart."""
    head, _, body = markup.partition("<body")
    return "".join((head, "<body", _SEMANTIC.sub(r"<\1div", _ATTRIBUTES.sub("", body))))


def shared(found: str, gold: str) -> tuple[float, float]:
    """Precision and recall of the words of a text."""
    a, b = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(gold.lower()))
    same = sum((a & b).values())
    return same / max(1, sum(a.values())), same / max(1, sum(b.values()))


def competitors() -> dict[str, Callable[[bytes], str]]:
    """Name → function from a capture's bytes to main text, for what is installed."""
    trafilatura = import_module("trafilatura")
    extract_plain_text: Any = import_module("resiliparse.extract.html2text").extract_plain_text
    found: dict[str, Callable[[bytes], str]] = {
        "this project": lambda body: read_html(body, "https://www.iom.int/x").text,
        "trafilatura": lambda body: trafilatura.extract(body) or "",
        "trafilatura, recall": lambda body: trafilatura.extract(body, favor_recall=True) or "",
        "resiliparse": lambda body: extract_plain_text(body.decode(), main_content=True),
    }
    try:
        document: Any = import_module("readability").Document
    except ImportError:
        return found

    def readability(body: bytes) -> str:
        return LexborHTMLParser(document(body.decode()).summary(html_partial=True)).text(separator=" ")

    found["readability-lxml"] = readability
    return found


def labelled() -> list[tuple[str, str]]:
    """Markup and gold text of the labelled pages."""
    found = []
    for path in sorted(PAGES.glob("*.html")):
        markup = decode(path.read_bytes()).text
        gold = gold_text(markup)
        if gold is not None:
            found.append((re.sub(r"charset=[\w-]+", "charset=utf-8", markup), gold))
    return found


def heavy() -> list[tuple[str, str]]:
    """Markup and gold text of generated events and releases."""
    markups = [make(number).decode() for make in (page, release) for number in range(HEAVY)]
    return [(markup, gold) for markup in markups if (gold := gold_text(markup)) is not None]


def run() -> list[Table]:
    """One table for the pages as they are, one for the bare ones, one for pages of a site's weight."""
    pages, weighty = labelled(), heavy()
    size = sum(len(markup) for markup, _ in weighty) / len(weighty) / 1000
    return [
        _compared(f"Main text of {len(pages)} labelled pages", pages, fast=True),
        _compared(f"Main text of the same {len(pages)} pages, bare", [(bare(markup), gold) for markup, gold in pages]),
        _compared(f"Main text of {len(weighty)} generated pages of {size:.0f} kB", weighty, fast=True),
    ]


def _compared(title: str, pages: list[tuple[str, str]], fast: bool = False) -> Table:
    """Score and time all on the pages; ``fast``: the limit on time holds too."""
    functions = competitors()
    bodies = [markup.encode() for markup, _ in pages]
    seconds = timed(functions, bodies, rounds=3)
    rows, scores = [], {}
    for name, function in functions.items():
        pairs = [shared(function(body), gold) for body, (_, gold) in zip(bodies, pages, strict=True)]
        precision = sum(p for p, _ in pairs) / len(pairs)
        recall = sum(r for _, r in pairs) / len(pairs)
        f1 = sum(2 * p * r / (p + r) if p + r else 0.0 for p, r in pairs) / len(pairs)
        scores[name] = (precision, recall, f1)
        rows.append(
            (
                name,
                f"{precision:.3f}",
                f"{recall:.3f}",
                f"{f1:.3f}",
                f"{seconds[name] * 1000:.2f}",
                f"{seconds[name] / seconds['this project']:.1f}",
            )
        )
    own = scores.pop("this project")
    limits = [
        (f"{measure} at least that of the best", own[index] >= max(score[index] for score in scores.values()))
        for index, measure in enumerate(("precision", "recall", "F1"))
    ]
    faster = seconds["trafilatura"] / seconds["this project"]
    if fast:
        limits.append(
            (f"{AT_LEAST_TRAFILATURA:g} × faster than trafilatura: {faster:.1f}", faster >= AT_LEAST_TRAFILATURA)
        )
    return Table(title, ("", "precision", "recall", "F1", "ms/page", "× slower"), rows, limits=limits)
