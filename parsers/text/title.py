"""Which line of a text capture is the page's title.

Mostly it is the first one. Captures of country, regional and partner sites have the site's name, its menu and a
breadcrumb before it (`parsers.text.site_lines`). What tells the title among them, the strongest first:

* the address: its last part is made of the title's words (``/events/mayors-meet-harbour``);
* a breadcrumb ends in it;
* it stands behind the last line that names the site or a part of it, and behind the run of short lines which are the
  labels of a menu nobody listed.

Lines of a menu that stand before the title go; the site's name stays.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from parsers.addresses import split_address
from parsers.html.words import tag_pattern
from parsers.page import Block, Page
from parsers.text.glued import TIME_RANGE
from parsers.text.over_title import LEAST_TITLE, below_kind_and_day, in_series, is_title_line, stands_over_title
from parsers.text.site_lines import crumbs, is_home, is_label, is_menu_line, is_region, is_site_name
from parsers.text.top_lines import is_date_line, is_kind_line, is_scope, press_kinds
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_HEAD = 80  # blocks among which the title stands: a menu may come before it
_PROSE = 160  # characters: no title is longer without a blank line on either side
_SENTENCE = 80  # characters: a line of so many that ends in a full stop is prose
_LEAST_WORDS = 3  # words of an address that tell a title
_TELLS, _NAMES = 0.6, 0.5  # share of the address's words in the title; in a line that may be the title anyhow
_SHORT, _FEW = 40, 5  # characters and words of a menu's label
_LONG, _SOME = 64, 9  # the same of one between others
_CLOSE = 3  # lines from a longer label to a short one below it
_LEAST_MENU = 3  # lines of a menu
_LEAST_ROW, _MOST_IN_ROW, _LEAST_LABELS = 3, 16, 2  # words of a menu's row, and those that are known labels
_COPY = 6  # lines in which a title comes again


class _Place(NamedTuple):
    """Where a page stands: its host, the words of its address's last part, and whether it is the site's first page."""

    host: str
    words: tuple[str, ...]
    home: bool

    def share(self, text: str) -> float:
        """How many of the address's words stand in a line, of 1."""
        if len(self.words) < _LEAST_WORDS:
            return 0.0
        own = set(_words(text))
        return sum(word in own for word in self.words) / len(self.words)


def set_title(page: Page) -> None:
    """Set the page's title, make its block a heading, drop the menu's lines before it."""
    place = _place(page.url)
    _drop_menu_over_trail(page, place)
    _part_site_from_title(page, place)
    index = _first_line(page, place)
    rule = "first line"
    named = _named(page, place, index)
    if named is not None:
        index, rule = named
    elif (below := below_kind_and_day(page.blocks[:_HEAD], index)) is not None:
        index, rule = below, "kind and day"
    if index is None:
        return
    index = _again(page, index)
    block = page.blocks[index]
    page.title, page.title_rule = block.text, rule
    block.kind, block.level = "heading", 1
    page.tag = page.tag or _tag_over(page.blocks, index)
    before = page.blocks[:index]
    rows = _rows_of_labels(before)
    page.blocks[:index] = [
        line
        for number, line in enumerate(before)
        if not (_is_menu(before, number) or (number in rows and not is_site_name(line.text, place.host)))
    ]


def _drop_menu_over_trail(page: Page, place: _Place) -> None:
    """Take away the short lines over a breadcrumb with the title below it: a menu whose labels nobody listed."""
    top = list(itertools.takewhile(lambda line: len(line.text) <= 2 * _LONG, page.blocks[:_HEAD]))
    trails = (n for n, line in enumerate(top) if not _SIGNS.isdisjoint(line.text))
    at = next((n for n in trails if crumbs(top[n].text) and "|" not in top[n].text), 0)
    if any(
        len(line.text) > _LONG or line.kind not in ("paragraph", "item") or place.share(line.text) >= _NAMES
        for line in top[:at]
    ):
        return
    below = next((n for n in range(at + 1, len(page.blocks)) if not _stands_between(page.blocks[n])), at)
    if at > _LEAST_MENU and below > at and is_title_line(page.blocks[below], page.blocks[below + 1 :]):
        page.blocks[:at] = [line for line in page.blocks[:at] if is_site_name(line.text, place.host)]


_SIGNS = frozenset("»›>→/:")  # of a breadcrumb
_OVER = 4  # lines over a title among which its kind stands


def _tag_over(blocks: list[Block], index: int) -> str | None:
    """The kind that stands over a title with its scope, "News - Local", or is one of texts for the press; a day may
    stand between.
    """
    scope = ""
    for block in reversed(blocks[max(0, index - _OVER) : index]):
        text = block.text
        if not scope and is_scope(text):
            scope = text
        elif is_kind_line(text) and tag_pattern().fullmatch(text):
            scoped = scope or any(is_scope(word) for word in text.split()[1:])
            return f"{text} {scope}".strip() if scoped or fold(text) in press_kinds() else None
        elif not (is_date_line(text) or is_kind_line(text)):
            return None
    return None


def _again(page: Page, index: int) -> int:
    """The title's last copy at the top: a breadcrumb's end and a menu stand between the two, a tag over the second.

    What stands between them goes.
    """
    title = fold(page.blocks[index].text)
    for other in range(index + 1, min(index + _COPY, len(page.blocks))):
        line = page.blocks[other]
        if fold(line.text) == title and line.kind in ("paragraph", "heading"):
            between = [block.text for block in page.blocks[index + 1 : other]]
            tag = " ".join(between)
            if page.tag is None and tag_pattern().fullmatch(tag):
                page.tag = tag
            del page.blocks[index:other]
            return index
        if not (
            _label_like(line) and (is_label(line.text) or tag_pattern().fullmatch(line.text) or is_scope(line.text))
        ):
            return index
    return index


def _place(url: str) -> _Place:
    address = split_address(url)
    parts = [part for part in address.path.split("/") if part and not re.fullmatch(r"[a-z]{2}|index\.\w+", part)]
    last = re.sub(r"\.\w{2,5}$", "", unquote(parts[-1])) if parts else ""
    words = tuple(word for word in _words(last) if len(word) > 1 and not word.isdigit())
    return _Place(address.hostname or "", words, bool(address.netloc) and not parts)


def share_of_address(line: str, url: str) -> float:
    """How many of the words of an address's last part stand in a line, of 1; 0 where it has too few to tell."""
    return _place(url).share(line)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text.replace("_", " ")).replace("'", ""))


def _head(blocks: list[Block]) -> Iterator[tuple[int, Block, list[Block]]]:
    """The lines that may be the title: short ones before the first prose, with the blocks below each."""
    for index, block in enumerate(blocks[:_HEAD]):
        if block.kind not in ("paragraph", "heading", "item"):
            continue
        if _is_body(block) and not is_title_line(block, blocks[index + 1 :]):
            return
        if block.kind != "item" and is_title_line(block, blocks[index + 1 :]):
            yield index, block, blocks[index + 1 :]


def _is_body(block: Block) -> bool:
    """Whether the text has begun: prose, or the first item of a programme."""
    return (
        len(block.text) > _PROSE
        or (len(block.text) > _SENTENCE and block.text.endswith("."))
        or bool(TIME_RANGE.match(block.text))
    )


def _named(page: Page, place: _Place, chosen: int | None) -> tuple[int, str] | None:
    """The line that the address or a breadcrumb names, where the chosen one is not it."""
    if chosen is not None and place.share(page.blocks[chosen].text) >= _NAMES:
        return None
    lines = list(_head(page.blocks))
    best = max(lines, key=lambda line: place.share(line[1].text), default=None)
    if best is not None and place.share(best[1].text) >= _TELLS and not crumbs(best[1].text):
        return best[0], "address"
    for index, block in enumerate(page.blocks[:_HEAD]):
        end = _crumbs_end(block.text)
        if end is None or index > (chosen if chosen is not None else _HEAD):
            continue
        same = next((number for number, line, _ in lines if number != index and fold(line.text) == fold(end)), None)
        if same is not None:
            return same, "breadcrumb"
        if (chosen is None or place.share(end) >= _TELLS) and len(end) >= LEAST_TITLE:
            block.text = end
            return index, "breadcrumb"
    return None


def _crumbs_end(text: str) -> str | None:
    """The last part of a breadcrumb where it names the page."""
    parts = crumbs(text)
    if (
        not parts
        or is_label(parts[-1])
        or is_kind_line(parts[-1])
        or is_region(parts[-1])
        or is_site_name(parts[-1], "")
    ):
        return None
    return parts[-1]


def _part_site_from_title(page: Page, place: _Place) -> None:
    """Take the site out of a title element's text at the top, "Mayors Meet | IOM Georgia".

    Where the title follows on a line of its own, the whole text goes.
    """
    for index, block in enumerate(page.blocks[:2]):
        title = _without_site(block.text, place)
        if title is None:
            continue
        again = any(fold(line.text) == fold(title) for line in page.blocks[index + 1 : _HEAD])
        if again:
            del page.blocks[index]
        else:
            block.text = title
        return


_BAR = re.compile(r"\s+(?:\||::)\s+")


def _without_site(text: str, place: _Place) -> str | None:
    parts = _BAR.split(text)
    if len(parts) < 2 or len(text) > 2 * _PROSE:
        return None
    if _is_site(parts[-1], place) and not _is_site(parts[0], place):
        del parts[-1]
    elif len(parts) == 2 and _is_site(parts[0], place):
        del parts[0]
    else:
        return None
    title = " | ".join(parts)
    return title if len(parts) == 1 and len(title) >= LEAST_TITLE and not is_label(title) else None


def _is_site(text: str, place: _Place) -> bool:
    return lexicon.whole(text, "country") is None and is_site_name(text, place.host)


def _first_line(page: Page, place: _Place) -> int | None:
    """The first line where that is short and no sentence, no date, no label, and not the site's."""
    passed = menu = 0
    for index, block in enumerate(page.blocks[:_HEAD]):
        if (
            block.kind in ("field_label", "field_value")
            or _host_line().match(block.text)
            or _is_import_stamp(block.text)
        ):
            passed += 1
            continue
        if index < 2 and page.tag is None and fold(block.text) in press_kinds():
            page.tag = block.text
            passed += 1
            continue
        following = page.blocks[index + 1 :]
        if is_date_line(block.text) or _is_kind_over_title(page.blocks, index):
            passed += 1
            continue
        if _is_site_line(page, index, place, behind=menu > 0):
            menu += 1
            continue
        if _is_menu_row(block.text) or (index - menu < 2 and stands_over_title(block, following, behind=menu > 0)):
            passed += 1
            continue
        if index - menu - passed > 2 and page.blocks[0].kind != "field_label":
            return None
        meeting = in_series(block, following)
        if meeting is not None:
            return index + meeting
        if block.kind in ("paragraph", "heading") and is_title_line(block, following):
            return _behind_menu(page.blocks, index, menu) if menu else index
        if block.kind != "paragraph" or len(block.text) > 40 or not re.search(r"\d{4}", block.text):
            return None
    return None


def _is_kind_over_title(blocks: list[Block], index: int) -> bool:
    """Whether a line is the kind of a text, its scope or its number over a title that follows."""
    text = blocks[index].text
    if not (is_kind_line(text) or (index and is_scope(text) and (is_kind_line(blocks[index - 1].text)))):
        return False
    return any(not (is_label(line.text) or is_kind_line(line.text)) for _, line, _ in _head(blocks[index + 1 :]))


def _is_site_line(page: Page, index: int, place: _Place, *, behind: bool) -> bool:
    """Whether a line is the site's and not the page's: its name, a label of its menu, a breadcrumb.

    ``behind``: such a line stands before it.
    """
    block = page.blocks[index]
    if block.kind not in ("paragraph", "heading", "item") or len(block.text) > 2 * _PROSE:
        return False
    if crumbs(block.text):
        return True
    over_menu = index == 0 and _begins_menu(page.blocks[1:3]) and place.share(block.text) < _NAMES
    if not (over_menu or _in_menu(page.blocks, index, behind=behind) or _names_site(block.text, place)):
        return False
    later = (line for number, line, _ in _head(page.blocks) if number > index)
    return any(not (is_label(line.text) or crumbs(line.text) or is_site_name(line.text, place.host)) for line in later)


def _begins_menu(blocks: list[Block]) -> bool:
    """Whether a menu begins with these lines: what stands over it is the site's name."""
    return len(blocks) > 1 and is_home(blocks[0].text) and is_label(blocks[1].text)


def _in_menu(blocks: list[Block], index: int, *, behind: bool) -> bool:
    """Whether a line is a menu's label: a known one, or a short line beside such a one."""
    block = blocks[index]
    if is_label(block.text) or (behind and not block.gap and is_region(block.text)):
        return True
    if not _label_like(block):
        return False
    if block.kind == "item" or (behind and not block.gap and len(block.text) < LEAST_TITLE):
        return True
    below = blocks[index + 1 : index + 2]
    return bool(below) and not below[0].gap and is_label(below[0].text)


def _names_site(text: str, place: _Place) -> bool:
    return not place.home and place.share(text) < _NAMES and is_site_name(text, place.host)


def _behind_menu(blocks: list[Block], index: int, before: int) -> int:
    """The title at or behind a line that stands below ``before`` lines of the site.

    Labels nobody listed may come first. They are short and follow each other without a blank line. Where short lines
    alone stand there, the last is the title.
    """
    end = index
    while end < len(blocks) and (end == index or not blocks[end].gap) and _goes_on_menu(blocks, end):
        end += 1
    run = end
    while end < len(blocks) - 1 and _stands_between(blocks[end]):
        end += 1
    if run == index or run - index + before <= _LEAST_MENU or end >= len(blocks):
        return index
    if blocks[end].kind in ("paragraph", "heading") and is_title_line(blocks[end], blocks[end + 1 :]):
        return end
    last = run - 1
    return last if is_title_line(blocks[last], blocks[run:]) and not blocks[index].gap else index


def _stands_between(block: Block) -> bool:
    """Whether a line stands between a menu and the title: a breadcrumb, the day, the kind of the text."""
    return is_date_line(block.text) or is_kind_line(block.text) or is_scope(block.text) or bool(crumbs(block.text))


def _goes_on_menu(blocks: list[Block], at: int) -> bool:
    """Whether a line may be a menu's label: a short one, or a longer one with a short one close below."""
    for number, block in enumerate(blocks[at : at + _CLOSE]):
        if number and block.gap:
            return False
        if _label_like(block):
            return True
        if len(block.text) > _LONG or len(block.text.split()) > _SOME or block.kind not in ("paragraph", "item"):
            return False
        if is_date_line(block.text) or is_kind_line(block.text) or crumbs(block.text):
            return False
    return False


def _label_like(block: Block) -> bool:
    text = block.text
    short = len(text) <= _SHORT and len(text.split()) <= _FEW
    return short and block.kind in ("paragraph", "item") and not re.search(r"[\d:.,;?!|«»“”\"]", text)


def _rows_of_labels(blocks: list[Block]) -> set[int]:
    """The numbers of lines in menus before the title whose labels nobody listed: short lines in a row, a known label
    among them.
    """
    rows: set[int] = set()
    start = 0
    for at in range(1, len(blocks) + 1):
        if at < len(blocks) and not blocks[at].gap and _goes_on_menu(blocks, at):
            continue
        row = blocks[start:at]
        if len(row) > _LEAST_MENU and any(is_label(line.text) for line in row):
            rows.update(range(start, at))
        start = at
    return rows


def _is_menu(blocks: list[Block], index: int) -> bool:
    """Whether a line before the title is one of the menu's: a label, a breadcrumb, or a short line between such."""
    block = blocks[index]
    if block.kind not in ("paragraph", "item"):
        return False
    trail = crumbs(block.text)
    row = trail is not None and block.text.count("|") >= _LEAST_MENU
    if row or is_label(block.text) or (trail is not None and all(is_label(part) for part in trail[:-1])):
        return True  # other breadcrumbs name a series or a programme that the page belongs to
    beside = [blocks[number] for number in (index - 1, index + 1) if 0 <= number < len(blocks)]
    return index > 0 and _label_like(block) and not block.gap and any(is_label(line.text) for line in beside)


_STAMP = re.compile(r"\d{4} - \d{1,2}:\d{2}$")


def _is_import_stamp(text: str) -> bool:
    """Whether a line is that of the feed which took a page over: "IOM - News - Tue, 06/19/2018 - 09:14"."""
    return text.startswith(tuple(load("published")["import_stamps"])) and _STAMP.search(text) is not None


# "Home | About us | Links", "Accueil > Publications > Dialogue": a row of a menu, a breadcrumb.
_MENU_ROW = re.compile(r"^[^|>›»•]{2,40}(?:\s+[|>›»•]\s+[^|>›»•]{2,80}){2,}$")


def _is_menu_row(text: str) -> bool:
    return _MENU_ROW.search(text) is not None or ("|" in text and is_menu_line(text)) or _is_spaced_menu(text)


def _is_spaced_menu(text: str) -> bool:
    """Whether a line is a row of labels between spaces: "Home About LAMPS Experts Publications Events Contact"."""
    if ":" in text:
        return all(is_label(part) for part in text.split(":"))  # "You are here: Events"
    words = text.split()
    if not _LEAST_ROW < len(words) <= _MOST_IN_ROW or not is_home(words[0]) or not text.replace(" ", "").isalpha():
        return False
    last = is_label(words[-1]) or is_label(" ".join(words[-2:]))
    return last and sum(is_label(word) for word in words[1:]) >= _LEAST_LABELS


@functools.cache
def _host_line() -> re.Pattern[str]:
    words = load("page")["host"]
    return re.compile(rf"^(?:.{{3,40}} \+ \d+ (?:{alternatives(words['more'])})|{alternatives(words['language'])})$")
