"""Text captures: the text of one page, as a text extractor left it, becomes a `Page`.

A text capture starts with ``URL: <address>`` and a blank line. What extractors do to pages of iom.int, and what is done
about it here:

* the site's menu stands before the page, labels doubled and glued to blurbs: dropped up to its last label, the
  known one or the last that comes twice (`parsers.text.doubled_menu`);
* an accordion is ``- Label``, a lone ``-``, then the panel: the label becomes a block of kind ``label`` and travels
  with every block of its panel;
* an event card is a bullet ``Date`` with its value on the next, indented line: field label and field value;
* old texts are hard-wrapped at about 65 characters: lines are joined where the next word would not have fitted;
* a table's cells may stand between bars or tabs (`parsers.text.bar_tables`);
* a lost table glues times to titles (``...transitions.10:45 - 12:30Panel 1``) and cells to each other
  (``IOMH.E. Mr. ...``): lines are parted where that shows (`parsers.text.glued`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.budget import LONGEST_LINE
from parsers.clean import clean
from parsers.html.words import folded, listings, tag_pattern
from parsers.page import Block, Page, assemble
from parsers.text.bar_tables import bars_for_tabs, is_bar_row, read_bar_table
from parsers.text.doubled_menu import menu_end
from parsers.text.glued import TIME_RANGE, role_forms, split_glued
from parsers.text.site_lines import is_label, is_menu_line, menu_labels
from parsers.text.title import set_title, share_of_address
from parsers.text.top_lines import is_kind_line, is_scope
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, word_set
from parsers.words.vocabulary import load

MAX_TEXT = 1_000_000  # characters of a capture that are read
_MENU_LABEL, _LEAST_MENU = 60, 3  # characters of a menu's label; lines of a menu
_VALUE = 150  # characters of a card's value right below its label
_DATE_ALONE = re.compile(r"\d.{0,24}\b\d{4}$")
_URL_LINE = re.compile(r"^\ufeff?\s*URL:\s*(\S+)\s*$")
_BULLET = re.compile(r"^(\s*)(?:[•·▪‣◦●*]|[-–](?=\s))\s+(?=\S)")
_NUMBER = re.compile(r"^(\s*)(\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_LONE_DASH = re.compile(r"^\s*[-–—•]\s*$")
_SENTENCE_END = re.compile(r"[.!?…:;”»\"]\s*$")


def address_of(text: str) -> str | None:
    """The address in the capture's ``URL:`` line, the first line that is not blank; None where there is none."""
    for line in text.removeprefix("\ufeff").splitlines()[:5]:
        if line.strip():
            match = _URL_LINE.match(line)
            return match.group(1) if match else None
    return None


def read_text(text: str, url: str | None = None) -> Page:
    """Read a text capture. ``url`` stands in where the capture has no ``URL:`` line.

    Of a text that is very large, only the first million characters are read; `Page.problems` says so.
    """
    letters = len(text)
    text = text[:MAX_TEXT]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    address = address_of(text)
    if address is not None:
        lines = lines[next(i for i, line in enumerate(lines) if line.strip()) + 1 :]
    page = Page(url=address or url or "", source="text")
    if letters > MAX_TEXT:
        page.problems.append(f"too large: read {MAX_TEXT} of {letters} characters")
    lines = bars_for_tabs(lines) if "\t" in text else lines
    lines, page.tag = _without_menu([line.expandtabs(4).rstrip() for line in lines])
    page.blocks = list(_blocks(_unwrapped(lines, page.url)))
    _split_feed_fields(page)
    split_glued(page)
    _drop_related(page)
    set_title(page)
    if not page.blocks:
        page.problems.append("no text")
    return assemble(page)


def _without_menu(lines: list[str]) -> tuple[list[str], str | None]:
    """The lines after the site's menu, and the tag over the title ("News Global") where one stands there."""
    last_labels = {label.casefold() for label in load("menus")["last"]}
    labels = menu_labels()
    cut = 0
    for index, line in enumerate(lines[:60]):
        words = line.strip().lstrip("-–•").strip().casefold()
        if words in last_labels and (index < 5 or _menu_like(lines[:index], labels)):
            cut = index + 1
            break
    else:
        cut = menu_end(lines)
        while cut < len(lines) and is_menu_line(lines[cut]):
            cut += 1
    rest = lines[cut:]
    return _without_tag(rest[_menu_with_title(rest) :])


def _menu_with_title(lines: list[str]) -> int:
    """Where the text begins behind a menu at the top that also names the page; the title follows a blank line."""
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    end = next((index for index in range(start, min(len(lines), start + 30)) if not lines[index].strip()), start)
    menu = [line.strip() for line in lines[start:end]]
    title = next((line.strip() for line in lines[end : end + 3] if line.strip()), None)
    short = all(len(line) < _MENU_LABEL and not _SENTENCE_END.search(line) for line in menu)
    dated = title is not None and _DATE_ALONE.match(title) is not None
    return end if len(menu) >= _LEAST_MENU and short and title in menu and not dated else 0


def _menu_like(lines: list[str], labels: frozenset[str]) -> bool:
    return sum(line.strip().lstrip("-–•").strip().casefold() in labels for line in lines) >= 2


def _without_tag(lines: list[str]) -> tuple[list[str], str | None]:
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start < len(lines) and tag_pattern().fullmatch(lines[start].strip()):
        tag = lines[start].strip()
        start += 1
        if start < len(lines) and tag_pattern().fullmatch(f"{tag} {lines[start].strip()}"):
            tag = f"{tag} {lines[start].strip()}"
            start += 1
        return lines[start:], tag
    return lines, None


def _wrap_width(lines: list[str]) -> int | None:
    """Width at which the capture is hard-wrapped, or None where its lines are whole paragraphs."""
    lengths = [len(line) for line in lines if line.strip() and not _BULLET.match(line)]
    if len(lengths) < 6 or max(lengths) > _WIDEST:
        long_lines = [length for length in lengths if length > _WIDEST]
        if len(lengths) < 8 or len(long_lines) > 0.12 * len(lengths):
            return None
    full = [length for length in lengths if 48 <= length <= _WIDEST]
    if len(full) < max(4, 0.35 * len(lengths)) or not _breaks_sentences(lines):
        return None
    return max(full)


_WIDEST = 85  # characters of a line that was broken by hand
_FEWEST_BROKEN = 0.1  # of the lines below a line


def _breaks_sentences(lines: list[str]) -> bool:
    """Whether lines go on in small letters, as those of a wrapped text do; items of a programme begin with capitals."""
    below = [
        line.lstrip()[0]
        for before, line in pairwise(lines)
        if before.strip() and line.strip() and not _BULLET.match(line) and not _LONE_DASH.match(before)
    ]
    lower = sum(letter.islower() for letter in below)
    return lower > _FEWEST_BROKEN * len(below) or not any(letter.isupper() for letter in below)


def _unwrapped(lines: list[str], url: str) -> list[str]:
    width = _wrap_width(lines)
    joined: list[str] = []
    for line in lines:
        before = joined[-1] if joined else ""
        first = width is not None and len(joined) <= _TOP and all(_is_over_title(other) for other in joined[:-1])
        goes_on = width is not None and before.strip() and line.strip() and _goes_on(before, line, width, first=first)
        goes_on = goes_on and not (first and _is_whole_title(before, line, lines, url))
        if goes_on or _is_broken(before, line):
            joined[-1] = f"{before} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _is_whole_title(before: str, line: str, lines: list[str], url: str) -> bool:
    """Whether a line at the top is a title and what follows begins anew: it is wider than any that the text was broken
    into, or has the words of the page's address.
    """
    if line.lstrip()[0].islower():
        return False
    wider = all(len(other) < len(before) or other is before or len(other) > _WIDEST for other in lines)
    return wider or share_of_address(before, url) >= _NAMED


_NAMED = 0.8  # of the words of an address: the site leaves out small ones and cuts long ones

_TOP = 30  # lines among which a title stands
# "Accra - ", "Tunisie – ", "Kisumu, Kenya – ": where a release's text begins below its title.
_DATELINE = re.compile(r"\s*[^\W\d_a-zß-ÿ][^\W\d]+(?:[ ,’'-]+[^\W\d][^\W\d’']*){0,5}\s[-–—]\s+\S")


def _is_over_title(line: str) -> bool:
    return not line.strip() or is_menu_line(line) or is_label(line) or is_kind_line(line) or is_scope(line)


def _is_broken(before: str, line: str) -> bool:
    """Whether a long line ends in a small word that the next goes on from, however the others are: "… and / the"."""
    if not _LONG <= len(before) <= LONGEST_LINE or not line.strip() or is_bar_row(line):
        return False
    if line.lstrip()[0].islower():
        return _BROKEN.search(before) is not None
    # "… assessments, the / Read more" is a teaser's cut end
    return _BROKEN_NAME.search(before) is not None and line.lstrip()[0].isupper() and len(line.split()) > _FEW_WORDS


_LONG = 45  # characters
_FEW_WORDS = 2
_BROKEN = re.compile(rf"(?<=[\w,)] )(?:{any_of('at', 'of', 'and', 'definite', 'with', 'for', 'by')})$")
_BROKEN_NAME = re.compile(rf"(?<=[\w,)] )(?:{any_of('of', 'and', 'definite')})$")


def _goes_on(before: str, line: str, width: int, *, first: bool) -> bool:
    """Whether ``line`` continues the wrapped line ``before``: its first word would not have fitted there.

    ``first``: nothing but labels stands before the two. A title stands there, so the word must be too long for the
    width, and begin no dateline.
    """
    if first and _DATELINE.match(line) and not before.endswith((",", ";", ":")):
        return False
    if len(before) > LONGEST_LINE or _BULLET.match(line) or _LONE_DASH.match(line) or is_bar_row(line):
        return False
    if ":" in line and (
        _is_labelled(line) or _role_label().match(line) or (_TIMED_TITLE.match(line) and not _LEADS_ON.search(before))
    ):
        return False
    last_length = len(before) if len(before) <= width else len(before) % (width + 1)
    tail = before.rsplit("\n", 1)[-1]
    first_word = line.split(maxsplit=1)[0]
    if line.lstrip()[0].islower() or tail.endswith(_GOES_ON):
        return last_length > 25 or len(before) > width
    if len(before) > width:  # the last printed piece's own length is unknown: a sentence's end decides
        return not _SENTENCE_END.search(before)
    return len(before) + 1 + len(first_word) > width - (0 if first else 12) and not (
        _SENTENCE_END.search(before) and len(before) < width - 12
    )


def _is_labelled(line: str) -> bool:
    """Whether a line begins with the label of a field: "When:", "Lieu :"."""
    return fold(line.partition(":")[0]).strip() in _line_labels()


@functools.cache
def _line_labels() -> frozenset[str]:
    labels = load("labels")
    tables = (*labels["field"].values(), *labels["line"].values())
    return frozenset(fold(form) for forms in tables for words in forms.values() for form in words)


# "10:00 - 11:30 Panel 2": an item of a programme, unless the line before ends in what leads on to a time.
_TIMED_TITLE = re.compile(r"\s*\d{1,2}:\d\d\s*[-–—]\s*\d{1,2}:\d\d\s+[^\W\d_a-zß-ÿ]")
_GOES_ON = (",", *(f" {word}" for word in word_set("of_en", "and_en", "the_en")))
_LEADS_ON = re.compile(rf"(?:[,(]|\b{any_of('at', 'from', 'of', 'and', 'definite')})\s*$")


def _field_labels(*meanings: str) -> frozenset[str]:
    """Labels of fields, lower case; those of some meanings only, where any are given."""
    fields = load("labels")["field"]
    return frozenset(
        label.casefold() for meaning in meanings or fields for forms in fields[meaning].values() for label in forms
    )


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Blocks of a capture's lines: bullets, numbered items, accordion labels, card fields, paragraphs."""
    field_labels = _field_labels()
    standing_labels = _field_labels("publication", "language", "project")
    standing = False
    label: str | None = None
    field: str | None = None
    gap = False
    index = tables = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if not line.strip() or _LONE_DASH.match(line):
            gap = True
            continue
        table = read_bar_table(lines, index - 1, tables, label) if is_bar_row(line) else None
        if table is not None:
            cells, index = table
            yield from cells
            field, gap, tables = None, True, tables + 1
            continue
        bullet = _BULLET.match(line)
        number = None if bullet else _NUMBER.match(line)
        text = clean(line[bullet.end() :] if bullet else line)
        if not text:
            continue
        if bullet and index < len(lines) and _LONE_DASH.match(lines[index]):
            label, field = text, None
            yield Block("label", text, label=label, gap=True)
            gap = True
            continue
        words = text.rstrip(":").strip().casefold()
        if words in standing_labels and not bullet and index < 40:
            yield Block("field_label", text, field=words, label=label, gap=gap)
            field, gap = words, False
            standing = True
            continue
        if standing and field is not None and not bullet and len(text) < 60:
            yield Block("field_value", text, field=field, label=label, gap=gap)
            field, gap, standing = None, False, False
            continue
        standing = False
        if words in field_labels and (bullet or _starts_card_field(lines, index)):
            field = words
            yield Block("field_label", text, field=field, label=label, gap=gap)
            gap = False
            continue
        indented = line.startswith("    ") and not bullet
        below = field is not None and not (bullet or gap or text.endswith(".")) and len(text) < _VALUE
        if field is not None and (indented or below or (_after_lone_dash(lines, index - 2) and not bullet)):
            yield Block("field_value", text, field=field, label=label, gap=gap)
            field = None
        elif bullet or number:
            depth = 1 + len((bullet or number).group(1)) // 4  # type: ignore[union-attr]
            yield Block("item", text, level=depth, label=label, gap=gap)
            field = None
        else:
            field = None
            yield Block("paragraph", text, label=label, gap=gap)
        gap = False


def _starts_card_field(lines: list[str], index: int) -> bool:
    """Whether a field's label is set off by a lone dash before it, with its value on the next line."""
    return index >= 2 and bool(_LONE_DASH.match(lines[index - 2])) and index < len(lines) and bool(lines[index].strip())


def _after_lone_dash(lines: list[str], index: int) -> bool:
    return index >= 1 and bool(_LONE_DASH.match(lines[index - 1]))


_LONGEST_TEASER = 160  # characters of a line below the head of a section of other pages
_PROSE = 100  # characters of a line of text before it
_MOST_TEASERS = 45  # such lines


def _drop_related(page: Page) -> None:
    """Take away what stands below a page's text: the titles of other pages, the buttons, the site's foot.

    They begin with a head of such a section ("You may also like", "Síganos") behind the page's prose; no prose, no
    hours and no person of a programme stand below it.
    """
    prose = next((at for at, block in enumerate(page.blocks) if len(block.text) > _PROSE), len(page.blocks))
    for at in range(len(page.blocks) - 1, max(prose, len(page.blocks) - _MOST_TEASERS), -1):
        block = page.blocks[at]
        if len(block.text) > _LONGEST_TEASER or TIME_RANGE.match(block.text) or _role_label().match(block.text):
            break
        if block.kind in ("paragraph", "heading") and folded(block.text) in listings():
            del page.blocks[at:]


_LEAST_FEED_FIELDS = 3
_STAMP = re.compile(r"\d{4} - \d{1,2}:\d{2}$")


@functools.cache
def _feed_fields() -> re.Pattern[str]:
    labels = alternatives(load("published")["feed_fields"])
    return re.compile(rf"\s*({labels}):\s*")


def _split_feed_fields(page: Page) -> None:
    """Part the line of an old feed that glues a node's fields: "Posted: … 16:40Image: Region-Country: Yemen Themes: …".

    Such lines stand under the title or at the end (aggregator/sources of the country sites). A stamp before the first
    label is the day of posting, its label cut off.
    """
    blocks: list[Block] = []
    for block in page.blocks:
        first, *rest = _feed_fields().split(block.text) if ":" in block.text else [block.text]
        if len(rest) < 2 * _LEAST_FEED_FIELDS:
            blocks.append(block)
            continue
        if _STAMP.search(first):
            rest = [load("published")["feed_fields"][0], first, *rest]
        elif first:
            blocks.append(Block("paragraph", first, label=block.label, gap=block.gap))
        for label, value in zip(rest[::2], rest[1::2], strict=True):
            if value:
                blocks.append(Block("field_label", label, field=label.casefold(), label=block.label))
                blocks.append(Block("field_value", value, field=label.casefold(), label=block.label))
    page.blocks = blocks


@functools.cache
def _role_label() -> re.Pattern[str]:
    """A label of people at the start of a line: no line before it goes on with one."""
    return re.compile(rf"\s*{role_forms()}")
