"""What is no content though it stands in the content's region, told from the blocks alone.

Themes without classes name nothing, so here the signs are others: how much of a line is link, where it stands, what
stands round it, and the few dozen headings under which sites list their other pages (``data/vocab/page.toml``).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from parsers.html.links import is_file
from parsers.html.words import (
    cookies_pattern,
    crumbs_pattern,
    field_label_starts,
    field_labels,
    folded,
    languages,
    lines,
    listings,
    rights_pattern,
    sections,
    tag_pattern,
)
from parsers.page import Block, Link, Page

_SHARE = re.compile(
    r"//(?:[\w-]+\.)?(?:facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share|home\?status)|linkedin\.com/(?:share"
    r"|sharing|cws)|wa\.me/|api\.whatsapp\.com/send|t\.me/share|reddit\.com/submit|addtoany\.com|pinterest\.\w+/pin/create)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_SHORT_DATE = re.compile(
    r"^\W*(?:\d{1,2}\W{1,2}[^\W\d]{3,12}\.?\W{1,2}\d{4}|[^\W\d]{3,12}\W{1,2}\d{1,2}\W{1,2}\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
)
_RUN = 5  # so many links in a row are a menu
_HEADING_LENGTH = 60


def link_share(block: Block) -> float:
    """The part of a block's text that is link, 0 to 1."""
    if not block.links or not block.text:
        return 0.0
    return sum(link.end - link.start for link in block.links) / len(block.text)


def is_link_line(block: Block) -> bool:
    """Whether a block is a link to another page and nothing else."""
    return bool(block.links) and link_share(block) >= 0.8 and not has_file(block)


def has_file(block: Block) -> bool:
    """Whether one of a block's links leads to a file."""
    return any(is_file(link.url) for link in block.links)


def without_lines(blocks: list[Block], in_node: bool = False) -> list[Block]:
    """Blocks without skip links, share links, language switches; outside the node without notices of rights too."""
    unwanted, crumbs = lines(), crumbs_pattern()
    kept: list[Block] = []
    after_share = False
    foot = len(blocks) - 8
    for index, block in enumerate(blocks):
        text = block.text
        if len(kept) < 3 and crumbs.match(text):
            continue
        if block.links:
            if _is_share_line(block):
                after_share = True
                continue
            if is_link_line(block) and folded(text) in languages():
                continue
        if len(text) <= 40:
            words = folded(text)
            if words in unwanted or (after_share and words in ("email", "e-mail", "mail", "print")):
                continue
        elif not in_node and len(text) < 250 and not 4 < index < foot and _is_notice(text):
            continue
        after_share = False
        kept.append(block)
    return kept


def _is_notice(text: str) -> bool:
    return bool(rights_pattern().search(text) or cookies_pattern().search(text))


def _is_share_line(block: Block) -> bool:
    return all(_SHARE.search(link.url) for link in block.links) and link_share(block) > 0.5


def without_sections(blocks: list[Block], title: str | None, in_node: bool) -> list[Block]:
    """Blocks without the sections that list other pages ("Related items"; outside the node "Coming up" too)."""
    names = sections() if in_node else listings()
    page_title = folded(title) if title else None
    kept: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if (
            len(block.text) <= _HEADING_LENGTH
            and (words := folded(block.text)) in names
            and words != page_title
            and block.kind in ("heading", "paragraph", "label", "field_label", "item")
        ):
            end = _section_end(blocks, index)
            if end > index:
                index = end
                continue
        kept.append(block)
        index += 1
    return kept


def _section_end(blocks: list[Block], start: int) -> int:
    """Index after a furniture section, or ``start`` where it proves to be content."""
    heading = blocks[start]
    end = start + 1
    while end < len(blocks):
        block = blocks[end]
        if block.kind == "heading" and not is_link_line(block) and folded(block.text) not in listings():
            if heading.kind != "heading" or block.level <= heading.level:
                break
            if not any(is_link_line(other) for other in blocks[end + 1 : end + 3]):
                break
        end += 1
    body = blocks[start + 1 : end]
    if any(has_file(block) for block in body):
        return start
    slight = sum(1 for block in body if _is_slight(block))
    if 2 * slight >= len(body):
        return end
    end = start + 1
    while end < len(blocks) and _is_slight(blocks[end]):
        end += 1
    # A short plain line may be content that only happens to follow: give it back.
    while end > start + 1 and not blocks[end - 1].links and not _SHORT_DATE.match(blocks[end - 1].text):
        end -= 1
    return end if end > start + 1 else start


def _is_slight(block: Block) -> bool:
    """Whether a block looks like part of a teaser: a link, a date, a kind of page."""
    if link_share(block) >= 0.6:
        return True
    text = block.text
    return len(text) <= 40 and (
        len(text) <= 5
        or bool(_SHORT_DATE.match(text))
        or bool(tag_pattern().fullmatch(text))
        or folded(text) in listings()
    )


def without_teasers_at_end(blocks: list[Block]) -> list[Block]:
    """Blocks without the list of other pages at the end: headings over links, dates and kinds of page, no files.

    For regions that may hold more than the page's node; the headings need not be known.
    """
    end = len(blocks)
    links = 0
    while end and (_is_slight(blocks[end - 1]) or _heads_teasers(blocks, end - 1)):
        block = blocks[end - 1]
        if has_file(block):
            break
        links += bool(block.links)
        end -= 1
    if links < 2 or end == len(blocks):
        return blocks
    plain = sum(len(block.text) for block in blocks[:end])
    return blocks[:end] if plain >= 200 or plain >= sum(len(block.text) for block in blocks[end:]) else blocks


def _heads_teasers(blocks: list[Block], index: int) -> bool:
    """Whether a short line without links stands right over a teaser."""
    block = blocks[index]
    return (
        index + 1 < len(blocks)
        and len(block.text) <= _HEADING_LENGTH
        and not block.links
        and block.kind in ("heading", "paragraph")
        and block.text[-1] not in ".:;,"
        and bool(blocks[index + 1].links)
        and _is_slight(blocks[index + 1])
    )


def without_menus(blocks: list[Block]) -> list[Block]:
    """Blocks without rows of links to other pages, where the region was found by its weight and may hold menus."""
    kept: list[Block] = []
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and is_link_line(blocks[end]) and len(blocks[end].text) < 90:
            end += 1
        if end - index >= _RUN or (end > index and end - index >= 2 and (end == len(blocks) or index == 0)):
            index = end
            continue
        kept.append(blocks[index])
        index += 1
    while kept and (_COPYRIGHT.match(kept[-1].text) or is_link_line(kept[-1])):
        kept.pop()
    return kept


def without_lead(blocks: list[Block], title: Block | None, in_node: bool, by_weight: bool) -> list[Block]:
    """Blocks without what stands over the title, but for a tag, a date and other short lines just there.

    ``by_weight``: the region may hold all of the page, so only what is plainly a tag or a date is kept.
    """
    at = next((index for index, block in enumerate(blocks[:200]) if block is title), 0)
    lead = blocks[:at]
    if not lead:
        return blocks
    if in_node:
        return [block for block in lead if not is_link_line(block)] + blocks[at:]
    plain = sum(len(block.text) * (1 - link_share(block)) for block in lead)
    if plain > 400 and not any(is_link_line(block) for block in lead):
        return blocks  # prose before the heading is content
    near: list[Block] = []
    for block in reversed(lead[-4:]):
        if len(block.text) > 60 or block.links or block.kind in ("item", "cell", "heading"):
            break
        if not by_weight or block.field or any(map(str.isdigit, block.text)) or tag_pattern().fullmatch(block.text):
            near.insert(0, block)
    return near + blocks[at:]


def without_repeats(blocks: list[Block], title: Block | None) -> list[Block]:
    """Blocks without copies of the page's title, and without headings that repeat the label of their panel."""
    kept: list[Block] = []
    words = folded(title.text) if title is not None else ""
    seen_title = False
    for block in blocks:
        if block is title:
            seen_title = True
        elif words and len(block.text) <= len(title.text) + 4 and folded(block.text) == words:  # type: ignore[union-attr]
            if block.kind in ("heading", "label", "caption") or not seen_title or len(kept) < 6:
                continue
        elif (
            kept
            and block.kind == "heading"
            and kept[-1].kind == "label"
            and folded(kept[-1].text) == folded(block.text)
        ):
            continue
        kept.append(block)
    if words:
        for block in kept:
            if block.label is not None and folded(block.label) == words:
                block.label = None
    return kept


def keeps_before(blocks: list[Block]) -> bool:
    """Whether a part that stands before the page's node belongs to it: its title, a tag, a date, an introduction."""
    if not blocks:
        return False
    if any(block.kind == "heading" and block.level == 1 for block in blocks):
        return True
    plain = sum(len(block.text) * (1 - link_share(block)) for block in blocks)
    if any(is_link_line(block) for block in blocks):
        return plain > 300 and plain > 3 * sum(len(block.text) * link_share(block) for block in blocks)
    return (len(blocks) <= 3 and all(len(block.text) <= 80 for block in blocks)) or plain > 200


def keeps_after(blocks: list[Block]) -> bool:
    """Whether a part that stands after the page's node belongs to it: running text, fields, files."""
    if not blocks:
        return False
    total = sum(len(block.text) for block in blocks)
    linked = sum(len(block.text) * link_share(block) for block in blocks)
    if any(has_file(block) for block in blocks):
        return True
    if linked > 0.4 * total:
        return False
    fields = any(block.kind in ("field_value", "label") or block.datetime for block in blocks)
    return total - linked >= 60 or (fields and len(blocks) > 1 and not linked)


def mark_fields(page: Page, title: Block | None) -> None:
    """Give the label over the title, its date and printed label/value pairs their names."""
    at = next((index for index, block in enumerate(page.blocks) if block is title), -1)
    _mark_tag(page, at)
    _unmark_plain_fields(page.blocks, at)
    _unmark_rows(page.blocks)
    page.blocks = _with_pairs_parted(page.blocks)
    _mark_table_fields(page.blocks)
    labels = field_labels()
    for index, block in enumerate(page.blocks[:-1]):
        if len(block.text) > 40 or block.kind not in _MAYBE_LABELS or block.links:
            continue
        words = folded(block.text)
        value = page.blocks[index + 1]
        if block.kind == "field_value":
            if value.field == block.field and value.kind == "field_value" and _names_field(words, block.field or ""):
                block.kind = "field_label"
        elif words not in labels:
            continue
        elif block.kind == "term":
            if value.kind == "definition":
                value.field = words
        elif value.kind == block.kind and (block.kind == "paragraph" or value.joined):
            block.kind, block.field = "field_label", words
            value.kind, value.field, value.joined = "field_value", words, False
        elif block.kind == "heading" and value.kind == "paragraph" and len(value.text) < 200:
            value.field = words


_MAYBE_LABELS = frozenset(("paragraph", "item", "term", "heading", "field_value"))


def _names_field(words: str, field: str) -> bool:
    """Whether the first line of a field is its label, in themes that give it no class: "Location" of field-location."""
    if any(map(str.isdigit, words)):
        return False
    return words in field_labels() or field.removeprefix("field-").replace("-", " ") == words


_FEWEST_ROWS = 3


def _unmark_rows(blocks: list[Block]) -> None:
    """Fields that come back in turn ("time", "title", "time", "title") are rows of the content, not the page's own."""
    begins = Counter(
        block.field
        for before, block in pairwise(blocks)
        if block.kind == "field_value" and block.field != before.field and block.field
    )
    turns = {name for name, count in begins.items() if count >= _FEWEST_ROWS}
    if len(turns) < 2:
        return
    places = [index for index, block in enumerate(blocks) if block.kind == "field_value" and block.field in turns]
    again = {block.field for block in blocks[places[0] : places[-1]]}
    first = next((at for at in range(places[0], 0, -1) if blocks[at - 1].field not in again), 0)
    for block in blocks[first : places[-1] + 1]:
        if block.kind == "field_value":
            block.kind, block.field = "paragraph", None


def _unmark_plain_fields(blocks: list[Block], at: int) -> None:
    """Classes such as ``date`` name a part of the page's head; further down they only say how a line looks."""
    head = True
    for index, block in enumerate(blocks):
        if index > at and (block.kind in ("heading", "paragraph", "item", "cell", "label") or index > at + 4):
            head = False
        if not head and block.kind == "field_value" and block.field in _PLAIN_NAMES:
            block.kind, block.field = "paragraph", None


def _mark_table_fields(blocks: list[Block]) -> None:
    """A table whose first column holds labels of fields ("Date", "Venue") is a list of fields, no agenda."""
    labels = field_labels()
    pairs: dict[int, list[tuple[Block, Block]]] = {}
    for block, value in pairwise(blocks):
        if (
            block.kind == value.kind == "cell"
            and not block.header
            and block.column == 0
            and (value.row, value.column, value.table) == (block.row, 1, block.table)
            and len(block.text) <= 40
            and folded(block.text) in labels
            and block.table is not None
        ):
            pairs.setdefault(block.table, []).append((block, value))
    for found in pairs.values():
        if len(found) < 2 or len({folded(block.text) for block, _ in found}) < len(found):
            continue  # "Time" at the head of each day of a programme is the name of a column
        for block, value in found:
            block.kind, block.field = "field_label", folded(block.text)
            value.kind, value.field = "field_value", block.field
            for cell in (block, value):
                cell.table, cell.row, cell.column, cell.joined = None, 0, 0, False


def _with_pairs_parted(blocks: list[Block]) -> list[Block]:
    """Blocks with the label parted from its value where one line holds both and no colon stands between.

    So in a line whose bold part is a field's label, and in a list of which two items or more begin with one.
    """
    labels, starts = field_labels(), field_label_starts()
    cuts: dict[int, int] = {}
    in_lists: list[int] = []
    pairs = 0  # items whose label and value already stand on lines of their own
    for index, block in enumerate(blocks):
        if block.kind not in ("item", "paragraph") or len(block.text) > 300:
            continue
        if block.bold and block.bold[0][0] == 0:
            cut = block.bold[0][1]
            rest = block.text[cut:]
            if folded(block.text[:cut]) in labels and rest.strip() and not (":" in block.text[:cut] or rest[0] == ":"):
                cuts[index] = cut
        elif block.kind == "item" and not block.joined and block.text.split(" ", 1)[0].casefold() in starts:
            words = block.text.split(" ", 3)
            for count in (3, 2, 1):
                start = " ".join(words[:count])
                if len(words) > count and folded(start) in labels and not start.endswith(":"):
                    cuts[index] = len(start)
                    in_lists.append(index)
                    break
        if (
            block.kind == "item"
            and folded(block.text) in labels
            and index + 1 < len(blocks)
            and blocks[index + 1].joined
        ):
            pairs += 1
    if len(in_lists) == 1 and not pairs:
        cuts.pop(in_lists[0])
    if not cuts:
        return blocks
    parted: list[Block] = []
    for index, block in enumerate(blocks):
        parted += _parted(block, cuts[index]) if index in cuts else [block]
    return parted


def _parted(block: Block, cut: int) -> list[Block]:
    """A line as the field's label and its value; spans are still relative to the block."""
    label, rest = block.text[:cut].rstrip(), block.text[cut:]
    value = rest.lstrip()
    shift = len(block.text) - len(value)
    name = folded(label)
    return [
        Block("field_label", label, label=block.label, field=name, gap=True),
        replace(
            block,
            kind="field_value",
            text=value,
            level=0,
            field=name,
            bold=tuple((a - shift, b - shift) for a, b in block.bold if a >= shift),
            links=tuple(Link(x.start - shift, x.end - shift, x.url) for x in block.links if x.start >= shift),
            joined=False,
        ),
    ]


_PLAIN_NAMES = frozenset(("tag", "date", "post-date", "posted", "submitted", "published", "event-date", "dateline"))


def _mark_tag(page: Page, at: int) -> None:
    near = page.blocks[max(0, at - 4) : at + 3]
    for block in near:
        if block.field == "tag" and block.kind == "field_value":
            page.tag = block.text
            return
    pattern = tag_pattern()
    for index, block in enumerate(near):
        if len(block.text) <= 50 and block.kind in ("paragraph", "field_value") and pattern.fullmatch(block.text):
            page.tag = block.text
            block.kind, block.field = "field_value", "tag"
            following = near[index + 1] if index + 1 < len(near) else None
            if (
                following is not None
                and len(following.text) <= 12
                and pattern.fullmatch(f"{block.text} {following.text}")
            ):
                page.tag = f"{block.text} {following.text}"
                following.kind, following.field = "field_value", "tag"
            return
