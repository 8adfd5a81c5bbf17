"""What the crawler needs to know of an HTML body: who the page says it is, where it links, what it looks like.

No panellists here: this reads the page's own marks (canonical address, node number, language, twins), the cards and
pager of a listing, and the words of its content to compare pages by. Pages nested deeper than any real one are not
parsed at all, because an HTML parser takes quadratic time on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.fingerprint import first_frame, is_too_deep, page_markup, tree_fingerprint
from scraper.page_head import PageHead, read_head
from scraper.unpacking import read_text

_TYPE_CLASS = re.compile(r"\b(?:node--type|page-node-type|node-type)-([a-z0-9-]+)")
_CONTENT = "main, [role=main], div#main-content, div#content"
_CHROME = ("header", "nav", "footer", "aside", ".region-header", ".visually-hidden", "form")
_NO_WORDS = ["script", "style", "noscript", "template", "header", "nav", "footer", "aside", "form"]
_MENU_LINKS = ", ".join(f"{chrome} a[href]" for chrome in _CHROME)
_TWIN = re.compile(rb"<link\b[^<]*hreflang", re.IGNORECASE)
_COUNTS = re.compile(r"(\d[\d.,]*)\s*[-–]\s*(\d[\d.,]*)\s+\D{1,12}\s+(\d[\d.,]*)")
_EDITORIAL = frozenset(
    ("p", "ul", "ol", "li", "dl", "table", "tbody", "tr", "td", "blockquote", "h1", "h2", "h3", "span")
)
_WORD = re.compile(r"\w+")
_ROWS = "div.views-row, li.views-row, tr.views-row, ul.table-row > li"
_HEADINGS = "h5.title a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], .views-field-title a[href]"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The marks of one HTML page. Links are as printed, not resolved."""

    title: str = ""
    language: str | None = None  # of <html lang>
    canonical: str | None = None  # what the page declares its own address to be
    node_id: int | None = None
    node_type: str | None = None  # as in the class names: "press-release"
    body_class: str = ""
    alternates: tuple[str, ...] = ()  # addresses of the same page in other languages
    links: tuple[str, ...] = ()  # in the content, outside menus and footers, in order
    layout: str = ""  # the template that the content was set in; see `_layout`
    text_sha256: str | None = None  # what the page says (`scraper.fingerprint`)
    head: PageHead | None = None  # as the store reads it
    has_end: bool = False  # </html> or </body> stands at the end
    too_deep: bool = False  # not parsed

    @property
    def has_marker(self) -> bool:
        """Whether the page says which node of the site it is."""
        return self.node_id is not None


@dataclass(frozen=True, slots=True)
class Card:
    """One item of a listing."""

    link: str
    title: str


@dataclass(frozen=True, slots=True)
class ListingFacts:
    """One page of a listing. ``first``, ``last`` and ``total`` are those of "Displaying 13 - 24 of 240", if given."""

    cards: tuple[Card, ...] = ()
    first: int | None = None
    last: int | None = None
    total: int | None = None
    has_next: bool = False


def read_page(body: bytes, content_type: str | None) -> PageFacts:
    """The marks of a page. A page that is too deep gives only ``too_deep``."""
    tail = body[-2000:].lower()
    has_end = b"</html" in tail or b"</body" in tail
    if is_too_deep(body):
        return PageFacts(has_end=has_end, too_deep=True)
    head = read_head(body)
    markup = page_markup(body, content_type)
    tree = LexborHTMLParser(markup)
    body_node = tree.body
    body_class = (body_node.attributes.get("class") or "") if body_node else ""
    # Looked for in the markup first, because a selector that finds nothing takes half as long as the parsing.
    node = tree.css_first("[data-history-node-id]") if b"data-history-node-id" in markup else None
    kind = _TYPE_CLASS.search(f"{node.attributes.get('class') or ''} {body_class}" if node else body_class)
    title = tree.css_first("title")
    twins = tree.css("link[rel=alternate][hreflang]") if _TWIN.search(markup) else []
    alternates = (link.attributes.get("href") or "" for link in twins)
    frame = first_frame(tree)
    content = frame if frame and frame.tag == "main" else tree.css_first(_CONTENT) or body_node
    return PageFacts(
        title=" ".join(title.text().split()) if title else "",
        language=head.language,
        canonical=head.declared,
        node_id=head.node_id if head.node_id is not None else _node_id(node),
        node_type=kind[1] if kind else None,
        body_class=body_class,
        alternates=tuple(address for address in alternates if address),
        links=tuple(dict.fromkeys(_links(content))) if content else (),
        layout=_layout(content, kind[1] if kind else None) if content else "",
        has_end=has_end,
        head=head,
        text_sha256=tree_fingerprint(tree, frame),  # last, because it uses the tree up
    )


def read_listing(body: bytes, content_type: str | None) -> ListingFacts:
    """Cards, counts and pager of a listing page, in the markup of the current platform and its predecessors."""
    if is_too_deep(body):
        return ListingFacts()
    tree = LexborHTMLParser(read_text(body, content_type).text)
    # On the search page of www.iom.int the card is the parent of div.article-detail: stories are nested wrongly.
    holders = [detail.parent for detail in tree.css("div.article-detail") if detail.parent is not None]
    if not holders:
        main = tree.css_first("main") or tree.body
        holders = tree.css(_ROWS) or (main.css("article") if main else [])
    cards: dict[str, Card] = {}
    for holder in holders:
        card = _card(holder)
        if card:
            cards.setdefault(card.link, card)
    header = tree.css_first(".view-header, .views-header, .result-summary")
    counts = _COUNTS.search(re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", header.text()) if header else "")
    first, last, total = (int(re.sub(r"\D", "", part)) for part in counts.groups()) if counts else (None, None, None)
    pager = tree.css_first("li.pager__item--next a, li.pager-next a, a[rel=next]")
    return ListingFacts(tuple(cards.values()), first, last, total, pager is not None)


def content_words(body: bytes, content_type: str | None) -> tuple[str, ...]:
    """The words of a page's content in small letters, in order; none of a page that is too deep."""
    if is_too_deep(body):
        return ()
    tree = LexborHTMLParser(page_markup(body, content_type))
    tree.strip_tags(
        ["script", "style", "noscript", "template", "header", "nav", "footer", "aside", "form"], recursive=True
    )
    content = tree.css_first(_CONTENT) or tree.body
    return tuple(_WORD.findall(content.text(separator=" ").lower())) if content else ()


def similarity(one: frozenset[str], other: frozenset[str], ignore: frozenset[str] = frozenset()) -> float:
    """Share of words that two pages have in common (Jaccard), 0 to 1, without ``ignore``: the words of addresses."""
    left, right = one - ignore, other - ignore
    if not left and not right:
        return 1.0
    return len(left & right) / len(left | right)


def words_of(address: str) -> frozenset[str]:
    """The words inside an address, small letters: what an error page may repeat of it."""
    return frozenset(_WORD.findall(address.lower()))


def _links(content: LexborNode) -> Iterator[str]:
    menus = {anchor.mem_id for anchor in content.css(_MENU_LINKS)}
    for anchor in content.css("a[href]"):
        if anchor.mem_id in menus:
            continue
        href = (anchor.attributes.get("href") or "").strip()
        if href and not href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
            yield href


def _layout(content: LexborNode, node_type: str | None) -> str:
    """The way from the content's frame down to the element that holds most of its text, by tags and class names.

    Pages of one template give the same way, whatever an editor wrote into them and whichever optional fields they have.
    """
    least = 0.6 * len(content.text())
    steps = [node_type or "-"]
    node: LexborNode | None = content
    while node is not None and len(steps) < 12:
        node = next((child for child in node.iter() if len(child.text()) >= least), None)
        if node is None or node.tag in _EDITORIAL:
            break
        names = (node.attributes.get("class") or "").split()
        stable = sorted(name for name in names if not any(character.isdigit() for character in name))
        steps.append(".".join([node.tag or "", *stable]))
    return " > ".join(steps)


def _node_id(node: LexborNode | None) -> int | None:
    value = (node.attributes.get("data-history-node-id") or "") if node else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 12 else None


def _card(holder: LexborNode) -> Card | None:
    heading = holder.css_first(_HEADINGS)
    anchor = heading or holder.css_first("a[href]")
    link = (anchor.attributes.get("href") or "").strip() if anchor else ""
    if anchor is None or not link or link.startswith(("#", "javascript:", "mailto:", "?")):
        return None
    title = heading or holder.css_first("h2, h3, h4, h5") or anchor
    return Card(link, " ".join(title.text().split()))
