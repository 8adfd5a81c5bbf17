"""A page as the grammar sees it: one ordered list of blocks, whatever the capture was.

``Page`` and ``Block`` are what `parsers.html` (HTML of any era) and `parsers.text.reading` (text captures) produce and
what every grammar module reads. Offsets are characters of ``Page.text``, which is the text of a revision: the blocks'
texts joined by one newline each. So ``page.text[block.start:block.start + len(block.text)] == block.text``,
and a span found anywhere in a block is a span of the page.

Text is clean when it arrives here: Unicode NFC, white space collapsed to single blanks, no-break and zero-width spaces
and soft hyphens gone, tags gone, entities resolved, no newline inside a block.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal[
    "heading",  # h1-h6, or a lone bold line that stands for one
    "paragraph",
    "item",  # list item; level is the depth of its list, 1 for the outermost
    "cell",  # table cell; table, row and column say which
    "term",  # dt
    "definition",  # dd
    "label",  # label of a tab, an accordion button, details > summary
    "field_label",  # label of a Drupal field, a bullet "Date" of an event card
    "field_value",  # value of a Drupal field; `field` is the field's machine name or its printed label
    "caption",  # figcaption, image credit
]


class Link(NamedTuple):
    """A link inside a block: its span in ``Page.text`` and its absolute address."""

    start: int
    end: int
    url: str


@dataclass(slots=True)
class Block:
    """One line of content. Lines that a ``<br>`` parts are blocks of their own, the later ones with ``joined`` set."""

    kind: BlockKind
    text: str
    start: int = 0
    level: int = 0  # heading level 1-6, or depth of the list
    label: str | None = None  # label of the tab or accordion panel that the block stands in
    table: int | None = None  # number of the table on the page, from 0
    row: int = 0  # row of the cell, rowspans counted
    column: int = 0  # column of the cell, colspans counted
    colspan: int = 1
    header: bool = False  # th, or a cell of a row that is the table's header
    field: str | None = None  # machine name of the Drupal field ("field-event-date"), or a printed label, lower case
    datetime: str | None = None  # attribute of the block's first <time>, or `content` of a Drupal 7 date span
    datetime_end: str | None = None  # the same of its second
    bold: tuple[tuple[int, int], ...] = ()  # bold runs, spans in Page.text, neighbouring runs joined
    links: tuple[Link, ...] = ()
    joined: bool = False  # stands in the same element as the block before it (a <br>, the next line of a cell)
    gap: bool = False  # a paragraph's border (blank line in a text capture) stands before it

    @property
    def end(self) -> int:
        """Offset in ``Page.text`` after the block's last character."""
        return self.start + len(self.text)

    @property
    def all_bold(self) -> bool:
        """Whether the whole line is bold, closing punctuation aside."""
        return (
            bool(self.bold)
            and self.bold[0][0] <= self.start
            and self.bold[-1][1] >= self.end - 1
            and len(self.bold) == 1
        )


@dataclass(slots=True)
class Page:
    """One page: its blocks and what its head says."""

    url: str  # the page's own address: canonical, else the one it was captured under
    source: Literal["html", "text"]
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    title: str | None = (
        None  # as the page prints it (h1, og:title, title without the site's name); None where it does not
    )
    title_rule: str | None = None  # which of them; "heading": a large or bold line at the top of an old page
    declared_language: str | None = None  # html lang, or the page-head; a hint only
    node_id: int | None = None  # Drupal's number of the page
    node_type: str | None = None  # Drupal's machine name, hyphens: "press-release", "event", "idm"
    alternates: dict[str, str] = field(default_factory=dict)  # language -> address of the translation (hreflang)
    published_time: str | None = None  # article:published_time, as it stands
    modified_time: str | None = None
    tag: str | None = None  # the label over the title: "News Global", "Event"
    sdg_icons: list[int] = field(default_factory=list)  # goals whose icons the page shows
    generator: str | None = None
    fingerprint: str = ""  # layout: element and class names of the content's skeleton, hashed
    problems: list[str] = field(default_factory=list)  # what was wrong with the bytes: "too deep", "bad characters: 12"

    def label_of_field(self, index: int) -> tuple[int, int]:
        """The span of the label printed over a field's value; (0, 0) where the page prints none."""
        above = (block for block in reversed(self.blocks[:index]) if block.kind != "field_value")
        label = next(above, None)
        return (label.start, label.end) if label is not None and label.kind == "field_label" else (0, 0)

    def quote(self, start: int, end: int) -> str:
        """The page's words from ``start`` to ``end``."""
        return self.text[start:end]


def assemble(page: Page) -> Page:
    """Set ``text`` from the blocks and every offset from the text.

    The blocks' own offsets (bold runs, links) are taken as relative to their block before the call and are offsets in
    ``Page.text`` after it.
    """
    position = 0
    parts = []
    for block in page.blocks:
        block.start = position
        if block.bold:
            block.bold = tuple((start + position, end + position) for start, end in block.bold)
        if block.links:
            block.links = tuple(Link(link.start + position, link.end + position, link.url) for link in block.links)
        parts.append(block.text)
        position += len(block.text) + 1
    page.text = "\n".join(parts)
    return page
