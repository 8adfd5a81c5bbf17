"""What a text capture has right over a page's title, and which lines may be one.

* a country or several, a region, a theme that the page is tagged with ("Bangladesh, Nepal", "Asia and the Pacific",
  "Counter-Trafficking"), with the day of posting between it and the title;
* the series that a meeting belongs to ("Lamp Law Course Series"), the meeting's own name below it ("Course on …");
* the kind of the page and its day ("Event", "23 Sep 2024"), however long the menu before them.
"""

from __future__ import annotations

import functools
import itertools
import re

from parsers.html.words import tag_pattern
from parsers.page import Block
from parsers.text.glued import TIME_RANGE
from parsers.text.site_lines import is_label, is_region
from parsers.text.top_lines import is_date_line, is_kind_line, is_scope
from parsers.words import lexicon
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

LEAST_TITLE = 8  # characters
_LONGEST_TAG, _TAGS = 90, 3  # characters of a line of tags; such lines and days between the first and the title
_LEAST_WORDS = 4  # words of a title below a tag
_LABELS = 2  # labels of a menu before a page's kind and day
_SERIES_WORDS, _SERIES_ABOVE = 8, 4  # words of a series' name; blocks below it in which the meeting's stands
_PARTS = re.compile(r"\s*[,،;|/·•]\s*")


@functools.cache
def _credit() -> re.Pattern[str]:
    words = load("page")["credit"]
    pictures, behind = alternatives(words["pictures"]), alternatives(words["behind"])
    return re.compile(rf"©|(?:{pictures})s?(?:\s*[:/©(|–—-]|\s+(?:{behind})\b|\s*$)")


def is_title_line(block: Block, following: list[Block]) -> bool:
    """Whether a line may be a title, with the blocks that follow it: short, no sentence, no date, no label."""
    text = block.text
    if not LEAST_TITLE <= len(text) <= 260 or not following:
        return False
    if text.endswith((".", ",", ";", ":")) and not text.endswith(("...", "?", "U.S.")):
        return False
    if re.search(r"[.!?] [A-Z]", text) and len(text) > 120:
        return False
    if is_date_line(text) or is_kind_line(text):
        return False
    if text[0] in "([" and text[-1] in ")]":
        return False  # "(This announcement is taken over from the site of the harbour.)"
    if _credit().match(text) or TIME_RANGE.match(text):
        return False
    if text[0].isdigit() and TIME_RANGE.search(text):
        return False  # "23-24 March 2021, Zoom, 8:00-10:30"
    # A lead paragraph is longer than a title and goes on in the same breath.
    return len(text) <= 160 or (block.gap and following[0].gap)


def stands_over_title(block: Block, following: list[Block], *, behind: bool) -> bool:
    """Whether a line is what the title below it is about; ``behind``: the site's name is above."""
    if not following or len(block.text) > _LONGEST_TAG or block.kind not in ("paragraph", "heading", "item"):
        return False
    country = lexicon.whole(block.text, "country") is not None
    close = following[0].kind == "paragraph" and (following[0].gap or behind)
    if country and close and is_title_line(following[0], following[1:]):
        return True
    return (country or _is_tag(block.text)) and _day_and_title_follow(following)


def _is_tag(text: str) -> bool:
    """Whether a line is countries, regions and themes, and nothing else."""
    if is_region(text) or lexicon.whole(text, "iom-archive"):
        return True
    parts = _PARTS.split(text)
    return len(parts) > 1 and all(
        lexicon.whole(part, "country") is not None
        or is_region(part)
        or is_scope(part)
        or bool(lexicon.whole(part, "iom-archive"))
        for part in parts
    )


def _day_and_title_follow(following: list[Block]) -> bool:
    """Whether a title follows with a day on one of its sides, other tags between."""
    over = list(itertools.takewhile(lambda line: _stands_over(line.text), following[: _TAGS + 1]))
    if len(over) > _TAGS or len(over) + 1 >= len(following):
        return False
    title, below = following[len(over)], following[len(over) + 1 :]
    dated = any(is_date_line(line.text) for line in over) or is_date_line(below[0].text)
    named = title.kind in ("paragraph", "heading") and len(title.text.split()) >= _LEAST_WORDS
    return dated and named and not is_label(title.text) and is_title_line(title, below)


def _stands_over(text: str) -> bool:
    return is_date_line(text) or is_scope(text) or is_kind_line(text) or (len(text) <= _LONGEST_TAG and _is_tag(text))


def in_series(block: Block, following: list[Block]) -> int | None:
    """How far below a series' name the meeting's own stands, its day below it: 1 for the next line; None without."""
    text = block.text
    if len(text) > _LONGEST_TAG or len(text.split()) > _SERIES_WORDS or any(map(str.isdigit, text)):
        return None
    if not _series().search(fold(text)):
        return None
    for number, line in enumerate(following[:_SERIES_ABOVE]):
        if _meeting().match(fold(line.text)) and not _series().search(fold(line.text)):
            below = following[number + 1 : number + 3]
            dated = any(any(map(str.isdigit, other.text)) for other in below)
            return number + 1 if dated and is_title_line(line, below) else None
        if len(line.text) > _LONGEST_TAG and line.text[0] not in "([":
            return None
    return None


@functools.cache
def _series() -> re.Pattern[str]:
    forms = load("page")["series"]
    heads = [form for language in ("fr", "es", "ar") for form in forms[language]]
    return re.compile(rf"^{whole_words(heads).pattern}|{whole_words(forms['en']).pattern}$")


@functools.cache
def _meeting() -> re.Pattern[str]:
    return whole_words(load("kinds")["words"]["event"])


def below_kind_and_day(head: list[Block], chosen: int | None) -> int | None:
    """The line below a page's kind and its day, where a menu that nobody listed stands before them; None without.

    ``chosen``: the line that would be the title else, one of the menu's or none.
    """
    for at in range(1, len(head) - 2):
        if not is_date_line(head[at].text):
            continue
        kinds = [line.text for line in head[max(0, at - 2) : at]]
        if not _ends_in_kind(kinds):
            continue
        title = head[at + 1]
        before = head[: at - 1]
        menu = sum(is_label(line.text) for line in before) >= _LABELS
        passed = chosen is None or chosen < at - 1
        fits = title.kind in ("paragraph", "heading") and is_title_line(title, head[at + 2 :])
        return at + 1 if menu and passed and fits else None
    return None


def _ends_in_kind(lines: list[str]) -> bool:
    """Whether lines end in the kind of a page, its scope with it or not: "Event", "News" and "Local"."""
    if lines and is_scope(lines[-1]):
        lines = lines[:-1]
    return bool(lines) and tag_pattern().fullmatch(lines[-1].strip(" -:")) is not None
