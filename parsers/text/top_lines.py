"""Lines over a page's title that say when, what kind of text and which number, and are no title themselves.

"Posted on Friday, 08-09-2006", "Publié le 3 mai 2011", "12 de marzo de 2019", "News - Local", "COMMUNIQUÉ DE PRESSE
No. 12/2006". Words are in ``data/vocab/published.toml``, ``page.toml`` and ``kinds.toml``.
"""

from __future__ import annotations

import functools
import re

from parsers.dates.finding import find_dates
from parsers.html.words import tag_pattern
from parsers.places.dateline import location_of_dateline
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_LONGEST = 90  # characters of such a line
_BEFORE, _BEHIND = 40, 40  # characters before a day of posting and behind it
_CLOCK = re.compile(r"^[\s,–-]*\d{1,2}[:.hH]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?")


def is_date_line(text: str) -> bool:
    """Whether a line says a day, or when the page was posted, and nothing else."""
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return False
    mentions = [mention for mention in find_dates(text) if mention.names_days or mention.published_hint]
    if not mentions:
        return False
    posted = next((mention for mention in mentions if mention.published_hint and not mention.bracketed), None)
    if posted is not None:
        return posted.start <= _BEFORE and len(text) - posted.end <= _BEHIND and "(" not in text[: posted.start]
    first, last = mentions[0], mentions[-1]
    rest = f"{text[: first.start]} {_CLOCK.sub('', text[last.end :])}".strip(" |,:–—-.")
    return (not rest and len(mentions) == 1) or fold(rest).strip(" :.") in _date_labels() or is_kind_line(rest)


def is_day_and_place(text: str) -> bool:
    """Whether a line says where and when, in this order, and nothing else: "Rabat, Morocco, 4 and 5 June 2009"."""
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return False
    mentions = [mention for mention in find_dates(text) if mention.names_days]
    if not mentions or text[mentions[-1].end :].strip(" ."):
        return False
    where = text[: mentions[0].start].strip(" ,،:–—-|(")
    return bool(where) and location_of_dateline(f"{where} – ", unknown=False) is not None


@functools.cache
def _date_labels() -> frozenset[str]:
    return frozenset(fold(word) for word in load("published")["labels"])


def is_kind_line(text: str) -> bool:
    """Whether a line says what kind of text follows, its number with it or alone: "News - Local", "N° 12/2006"."""
    if len(text) > _LONGEST:
        return False
    words = text.strip(" :")
    return (
        tag_pattern().fullmatch(words) is not None
        or fold(words) in press_kinds()
        or _number().fullmatch(words) is not None
    )


def is_scope(text: str) -> bool:
    """Whether a line is what stands below the kind of a text: "Global"."""
    return fold(text) in _scopes()


@functools.cache
def _scopes() -> frozenset[str]:
    return frozenset(fold(form) for forms in load("page")["scopes"].values() for form in forms)


@functools.cache
def press_kinds() -> frozenset[str]:
    """Lines that say what kind of text for the press follows: "COMMUNIQUÉ CONJOINT"."""
    return frozenset(fold(word) for word in load("kinds")["words"]["press_release"])


@functools.cache
def _number() -> re.Pattern[str]:
    releases, numbers = (alternatives(load("published")[key]) for key in ("numbered", "number"))
    figure = r"(?:\w{1,4}[-/])?\d{1,4}(?:[-/]\d{2,4})?"
    return re.compile(
        rf"(?:(?:{releases})\s*[-–—:,]?\s*)?(?:{numbers})[.°º]{{0,2}}\s?[:-]?\s*{figure}|(?:{releases})\s+{figure}",
        re.IGNORECASE,
    )
