"""HTML of any era becomes a `Page`.

=================  ====================================================================================
`parsers.decode`   bytes to text
`head`             what the head says: address, titles, language, node, translations, times
`region`           where the content stands
`tokens`           markup to tags and text; the reader for hostile pages
`elements`         what one start tag means: the place to teach the reader a theme
`builder`          tags to blocks; `lines` is the line that is being read
`tables`           rows and columns, header rows, layout tables
`links`            addresses
`wrapped`          lines that were broken by hand
`trim`             what is no content after all: menus, teasers, share bars without classes
`words`            the words that tell it (``data/vocab/page.toml``)
=================  ====================================================================================

How a page becomes blocks, and how to add a layout: ``docs/reading.md``.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from parsers.clean import clean
from parsers.decode import decode
from parsers.html.builder import Builder
from parsers.html.elements import classify
from parsers.html.head import Head, node_type_of, read_head
from parsers.html.links import Addresses, original
from parsers.html.region import Region, find_region, hero_part, main_part
from parsers.html.tokens import balanced, find_panels, is_hostile, split
from parsers.html.trim import (
    keeps_after,
    keeps_before,
    mark_fields,
    without_lead,
    without_lines,
    without_menus,
    without_repeats,
    without_sections,
    without_teasers_at_end,
)
from parsers.html.words import folded, site_at_start, site_names, tag_pattern
from parsers.html.wrapped import without_wraps
from parsers.page import Block, Page, assemble
from parsers.text.top_lines import is_date_line, is_day_and_place, is_kind_line

__all__ = ["read_html"]

MAX_MARKUP = 3_000_000  # characters of a page that are read
_LEAST = 60  # characters of text; a main part with less is none
_LONGEST_DAY = 60  # characters of a line with the day of posting
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST_TITLE = 15  # characters of a title that its title element ends with
_ICON = re.compile(r"""sdg[^"'\s<>]*/e_web_(\d\d)[^"'\s<>]*\.png""", re.IGNORECASE)
_H1 = re.compile(r"<h1\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")
_NODE_MARK = re.compile(
    r"""<[^<>]*\bdata-history-node-id=["']?\d[^<>]*>|<main\b[^<>]*>|<body\b[^<>]*>""", re.IGNORECASE
)
_DATE_LINE = re.compile(r"^\W*(?:[^\W\d]+,?\W+)?\d{1,2}\W+[^\W\d]+\W+\d{4}\W*$")


def read_html(body: bytes, url: str | None, content_type: str | None = None) -> Page:
    """Read a page's bytes.

    ``url`` is the address that it was captured under, if known; ``content_type`` the HTTP header's value. Whatever the
    bytes are, the result is a page; what was wrong with them stands in ``Page.problems``. Time and memory are bounded:
    of a page that is very large, only the first 3 million characters are read, and 2 million of its text are kept.
    """
    decoded = decode(body, content_type)
    text = decoded.text
    problems = []
    if decoded.lost:
        problems.append(f"bad characters: {decoded.lost}")
    if len(text) > MAX_MARKUP:
        problems.append(f"too large: read {MAX_MARKUP} of {len(text)} characters")
        text = text[:MAX_MARKUP]
    head = read_head(text, url)
    page = Page(url=head.address or url or "", source="html", problems=problems)
    _set_head(page, head)
    builder = _builder(head, url)
    markup = main_part(text)
    if markup is not None and "data-history-node-id" not in markup and "data-history-node-id" in text:
        markup = None
    region = _read(builder, markup, page, head) if markup is not None else None
    if region is None or sum(len(block.text) for block in page.blocks) < _LEAST:
        builder = _builder(head, url)
        region = _read(builder, text, page, head)
    if builder.cut:
        kept = sum(len(block.text) for block in builder.blocks)
        problems.append(f"too much text: the first {kept} characters in {len(builder.blocks)} lines were kept")
    _set_node(page, region)
    page.fingerprint = blake2b("\n".join(sorted(builder.shapes)).encode(), digest_size=8).hexdigest()
    _trim(page, head, region, text)
    if not page.blocks:
        problems.append("no text")
    return assemble(page)


def _builder(head: Head, url: str | None) -> Builder:
    # Relative links are relative to where the page was found, which its canonical address may differ from.
    address = url if url and url.lower().startswith(("http://", "https://")) else head.address or ""
    addresses = Addresses(original(address))
    if head.base:
        addresses = Addresses(addresses.absolute(head.base) or address)
    return Builder(addresses)


def _read(builder: Builder, text: str, page: Page, head: Head) -> Region:
    """Read the content's region of a page's markup."""
    if is_hostile(text):
        return _read_raw(builder, text, page)
    tree = LexborHTMLParser(text)
    region = find_region(tree, text, head.og_title or head.title)
    builder.has_node = region.is_node
    builder.panels = find_panels("".join((*region.before, region.core, *region.after)) if region.after else region.core)
    before: list[Block] = []
    for markup in region.before:
        blocks = _read_part(builder, markup, page)
        if keeps_before(blocks):
            before += blocks
    builder.inside = region.is_node
    core = _read_part(builder, region.core, page)
    builder.inside = False
    page.blocks = before + core
    if region.after:
        known = {block.text for block in page.blocks}
        for markup in region.after:
            blocks = without_sections(without_lines(_read_part(builder, markup, page)), head.og_title, in_node=False)
            if keeps_after(blocks):
                page.blocks += [block for block in blocks if block.text not in known or len(block.text) < 16]
    return region


def _read_part(builder: Builder, markup: str, page: Page) -> list[Block]:
    """The blocks of one part of the region; those already built stay with their own part."""
    if "e_web_" in markup:
        _add_icons(page, markup)
    if not markup:
        return []
    first = len(builder.blocks)
    builder.feed(split(markup))
    builder.close()
    return builder.blocks[first:]


def _read_raw(builder: Builder, text: str, page: Page) -> Region:
    """Read a page that lexbor must not be given, from its node or main part on if it names one."""
    mark = min(
        _NODE_MARK.finditer(text),
        key=lambda match: _RANK[match[0][:5].lower() == "<body", match[0][:5].lower() == "<main"],
        default=None,
    )
    start = mark.start() if mark else 0
    is_node = mark is not None and "data-history-node-id" in mark[0]
    parts, flaws = balanced(text[start:])
    page.problems += flaws
    builder.has_node = builder.inside = is_node
    builder.feed(parts)
    builder.close()
    page.blocks = builder.blocks
    region = Region("", is_node=False, by_weight=True)
    if is_node and mark is not None:
        element = mark[0]
        region.node_classes = element
        number = re.search(r"data-history-node-id=[\"']?(\d{1,10})", element)
        region.node_id = int(number[1]) if number else None
    return region


_RANK = {(False, False): 0, (False, True): 1, (True, False): 2}


def _add_icons(page: Page, markup: str) -> None:
    element = classify(markup[1 : markup.index(">")]) if markup[:1] == "<" else None
    if element is not None and element.noise and not element.icons:
        return
    for number in _ICON.findall(markup):
        goal = int(number)
        if 1 <= goal <= 17 and goal not in page.sdg_icons:
            page.sdg_icons.append(goal)


def _set_head(page: Page, head: Head) -> None:
    page.declared_language = head.language or None
    page.node_id = head.node_id
    page.node_type = head.node_type
    page.alternates = head.alternates
    page.published_time = head.published_time
    page.modified_time = head.modified_time
    page.generator = head.generator


def _set_node(page: Page, region: Region) -> None:
    if region.node_id is not None:
        page.node_id = region.node_id
    if region.node_classes:
        page.node_type = node_type_of(region.node_classes) or page.node_type


def _trim(page: Page, head: Head, region: Region, text: str) -> None:
    """Find the title among the blocks and drop what is no content."""
    page.blocks = without_wraps(without_lines(page.blocks, region.is_node))
    title = _title_block(page, head, text)
    page.blocks = without_sections(page.blocks, page.title, region.is_node)
    if not region.is_node:
        page.blocks = without_teasers_at_end(page.blocks)
    if region.by_weight:
        page.blocks = without_menus(page.blocks) or page.blocks
    page.blocks = without_lead(page.blocks, title, region.is_node, region.by_weight)
    page.blocks = without_repeats(page.blocks, title)
    mark_fields(page, title)


def _title_block(page: Page, head: Head, text: str) -> Block | None:
    """Set the page's title and return the block that prints it, which is added where it stands outside the content."""
    wanted = [folded(words) for words in (head.og_title, head.title) if words]
    headings = [
        block
        for block in page.blocks
        if block.kind == "heading" and block.level == 1 and not _is_site(block.text, head, wanted)
    ]
    block = next((h for h in headings if folded(h.text) in wanted), headings[0] if headings else None)
    if block is not None:
        page.title, page.title_rule = block.text, "h1"
        return block
    for words in _first_headings(text):
        if words and not _is_site(words, head, wanted) and (not wanted or folded(words) in wanted):
            page.title, page.title_rule = words, "h1"
            block = next((b for b in page.blocks[:12] if folded(b.text) == folded(words)), None)
            if block is None:
                hero = _hero(text, page, head)
                block = next((b for b in hero if folded(b.text) == folded(words)), None)
                if block is None:
                    block = Block("heading", words, level=1, gap=True)
                    hero = [block]
                page.blocks[:0] = hero
            return block
    titles = ((head.og_title, "og:title"), (head.title, "title"))
    for named, rule in titles:
        if named and not _is_site(named, head, []):
            block = next((b for b in page.blocks[:40] if folded(b.text) == folded(named)), None)
            if block is None and rule == "title":
                block = _printed_title(page.blocks, named)
            if block is None:
                page.title, page.title_rule = site_at_start().sub("", named, count=1), rule
                return None
            same = folded(block.text) == folded(named) or _ends_title(block, named)
            page.title, page.title_rule = block.text, rule if same else "heading"
            if block.kind == "paragraph":
                block.kind, block.level = "heading", 1
            return block
    return None


def _ends_title(block: Block, named: str) -> bool:
    """Whether a line is what a title element names behind its site: ".:: IOM Peru ::. Second Binational Meeting"."""
    return len(block.text) >= _LEAST_TITLE and not block.joined and folded(named).endswith(f" {folded(block.text)}")


def _hero(text: str, page: Page, head: Head) -> list[Block]:
    """The blocks round a title that stands outside the page's main part: its tag, its date."""
    if is_hostile(text):
        return []
    markup = hero_part(LexborHTMLParser(text), page.title or "")
    if not markup:
        return []
    blocks = _read_part(_builder(head, page.url), markup, page)
    return blocks if keeps_before(blocks) else []


def _first_headings(text: str) -> list[str]:
    """The texts of the markup's first h1 elements."""
    found: list[str] = []
    position = 0
    while len(found) < 6 and (start := _H1.search(text, position)):
        end = text.find("</h1", start.end(), start.end() + 3_000)
        if end < 0:
            end = text.find("</H1", start.end(), start.end() + 3_000)
        position = max(end, start.end())
        found.append(clean(unescape(_MARKUP.sub(" ", text[start.end() : end]))) if end >= 0 else "")
    return found


def _printed_title(blocks: list[Block], named: str) -> Block | None:
    """The heading or bold line at the top of an old page, whose title element often says something else."""
    for index, block in enumerate(blocks[:4]):
        if _ends_title(block, named):
            return block
        joined = block.joined and not all(map(_stands_over_title, blocks[:index]))
        if joined or not 8 <= len(block.text) <= 200 or is_kind_line(block.text) or is_date_line(block.text):
            continue
        if is_day_and_place(block.text):
            continue
        if (block.kind == "heading" or (block.kind == "paragraph" and block.all_bold)) and not block.links:
            return block if not block.text.endswith(":") and not _DATE_LINE.search(block.text) else None
    return None


def _stands_over_title(block: Block) -> bool:
    """Whether a line over the title tells the day, the kind of the text or its number."""
    return _is_posting_day(block) or is_kind_line(block.text)


def _is_posting_day(block: Block) -> bool:
    """Whether a line over the title tells the day alone: "Posted on Friday, 08-09-2006"."""
    return len(block.text) <= _LONGEST_DAY and not block.all_bold and _YEAR.search(block.text) is not None


def _is_site(words: str, head: Head, wanted: list[str]) -> bool:
    """Whether a heading names the site or a part of it and not the page."""
    plain = folded(words)
    if plain in site_names() or (head.site_name is not None and plain == folded(head.site_name)):
        return True
    return bool(wanted) and plain not in wanted and bool(tag_pattern().fullmatch(words))
