"""Where on a page its content stands.

A page says so itself, more or less clearly: Drupal's node (``data-history-node-id``, ``node--view-mode-full``,
Drupal 7's ``#node-N``), then ``main``, ``role=main`` and ids that mean it, then the target of the skip link, then the
weight of its text. What stands beside the node within ``main`` (a title block, a date, an agenda in a block of its own)
is handed on too, to be judged once it is read.

Menus make up most of a page's markup. Where a page names its main part, only that is given to the parser at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.html.elements import BUTTON, NAV, classify

_MAIN = "main, [role=main]"
_MAIN_IDS = "#main-content, #maincontent, #main-content-area, #content-area, #content, #main, #contenu, #contenido"
_MAIN_CLASSES = ".main-content, .region-content, .page-content, .site-content, .content-area"
_NOT_A_PAGE = re.compile(
    r"(?:^|[\s_-])(?:teaser|mini|listing|search-result|card|compact|related|tile|menu|nav)(?:$|[\s_-])"
)
_FULL = re.compile(r"(?:^|\s)(?:node--)?(?:view-mode-)?full(?:\s|$)|(?:node-|view-mode-)full(?:\s|$)")
_SKIP_LINK = re.compile(r"""<a\b[^<>]*\shref\s*=\s*["']#([\w-]+)["']""", re.IGNORECASE)
_TEXTLESS = ["script", "style", "noscript", "template", "svg", "select", "iframe", "textarea"]
_LAYOUT = frozenset(("body", "center", "form", "table", "tbody", "tr", "td"))
_CLOSED = frozenset(
    ("p", "ul", "ol", "dl", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "span", "font")
)
_MAX_WEIGHED = 500_000  # characters of markup; weighing more takes too long
_MAX_LEVELS = 40
_HERO = 300  # characters that may stand round a title outside the main part
_TITLE_TAGS = ("h1", "h2", "h3", "b", "strong")
_SHORTEST_TITLE, _LONGEST_TITLE = 12, 200  # characters
_MOST_LINKED = 0.3  # of the text: characters in links of an element that holds no menu
_MOST_LINES = 10
_LEAST = 60  # characters of text; less is no content


@dataclass(slots=True)
class Region:
    """The content's markup: the core, and the parts beside it in their order."""

    core: str
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    is_node: bool = False  # the core is the page's node
    by_weight: bool = False  # found by its text alone: menus may stand in it
    node_classes: str = ""
    node_id: int | None = None


def main_part(text: str) -> str | None:
    """The markup of the part that a page names as its main one, from its start tag on; None where it names none.

    It reaches to the end of ``main``, else to the page's footer: the parser finds the element's own end.
    """
    start = text.find("<main")
    if start >= 0 and text.find("<main", start + 5) < 0 and not _in_raw_text(text, start):
        end = text.rfind("</main>")
        return text[start : end + 7] if end > start else text[start:]
    if start >= 0:
        return None
    for mark in ('role="main"', 'id="content"', 'id="main-content"'):
        at = text.find(mark)
        if at < 0:
            continue
        start = text.rfind("<", 0, at)
        if text[start : start + 4].lower() not in ("<div", "<sec", "<art", "<td ") or _in_raw_text(text, start):
            continue
        ends = [end for end in (text.find("<footer", at), text.find('id="footer', at)) if end >= 0]
        return text[start : text.rfind("<", 0, min(ends) + 1)] if ends else text[start:]
    return None


def _in_raw_text(text: str, position: int) -> bool:
    """Whether a place lies in a comment or a script, as far as the text just before it shows."""
    start = max(0, position - 2_000)
    return text.rfind("<!--", start, position) > text.rfind("-->", start, position) or text.rfind(
        "<script", start, position
    ) > text.rfind("</script", start, position)


def find_region(tree: LexborHTMLParser, text: str, title: str | None) -> Region:
    """The content's region of a page; ``text`` is the markup of ``tree``, ``title`` the title that its head gives."""
    node = _node(tree, text)
    if node is not None:
        region = Region(node.html or "", is_node=True)
        attrs = node.attributes
        region.node_classes = attrs.get("class") or ""
        number = attrs.get("data-history-node-id") or (attrs.get("id") or "").removeprefix("node-")
        region.node_id = int(number) if number.isascii() and number.isdigit() and len(number) < 12 else None
        _beside(node, region)
        return region
    main = _marked(tree, text)
    if main is not None:
        return Region(main.html or "")
    heaviest = _heaviest(tree, title) if len(text) < _MAX_WEIGHED else tree.body
    if heaviest is None or not _has_text(heaviest):
        heaviest = LexborHTMLParser(text).body  # nothing but lists of links: then these are the page
    return Region(heaviest.html or "" if heaviest is not None else "", by_weight=True)


def hero_part(tree: LexborHTMLParser, title: str) -> str | None:
    """The markup of the small part that prints the title, for a title that stands outside the page's main part."""
    wanted = " ".join(title.split())
    for heading in tree.css("h1"):
        if " ".join(heading.text().split()) != wanted:
            continue
        part = heading
        while (parent := part.parent) is not None and parent.tag not in ("body", "html", "header", "nav", "main"):
            if len(parent.text(strip=True)) > len(wanted) + _HERO or len(parent.css("a")) > 3:
                break
            part = parent
        return part.html
    return None


def _node(tree: LexborHTMLParser, text: str) -> LexborNode | None:
    """The page's own node: full, not one of the teasers beside it."""
    if "data-history-node-id" in text:
        own = [node for node in tree.css("[data-history-node-id]") if not _NOT_A_PAGE.search(_classes(node))]
        chosen = _chosen(own)
        if chosen is not None:
            return chosen
    if "view-mode-full" in text or "node-full" in text or 'id="node-' in text:
        own = [
            node
            for node in tree.css(".node--view-mode-full, .view-mode-full, .node-full, .node[id^=node-]")
            if not _NOT_A_PAGE.search(_classes(node))
        ]
        return _chosen(own)
    return None


def _chosen(nodes: list[LexborNode]) -> LexborNode | None:
    full = [node for node in nodes if _FULL.search(_classes(node))]
    candidates = full or nodes
    if not full and len(nodes) > 3:  # a listing, whose theme says nothing of teasers
        return None
    for node in candidates:
        if (len(candidates) == 1 or _has_text(node)) and not _in_furniture(node):
            return node
    return None


def _in_furniture(node: LexborNode) -> bool:
    ancestor = node.parent
    while ancestor is not None:
        if ancestor.tag in ("header", "nav", "footer", "aside"):
            return True
        ancestor = ancestor.parent
    return False


def _marked(tree: LexborHTMLParser, text: str) -> LexborNode | None:
    """The element that the theme says is the page's main part."""
    for selector, sign in ((_MAIN, "main"), (_MAIN_IDS, "ont"), (_MAIN_CLASSES, "content")):
        if sign not in text:
            continue
        for node in tree.css(selector):
            if node.tag not in ("a", "input", "body", "html") and _has_text(node):
                return node
    link = _SKIP_LINK.search(text)
    if link is None:
        return None
    target = tree.css_first(f'[id="{link[1]}"]')
    if target is not None and not _has_text(target) and target.tag in ("a", "span", "div"):
        target = target.parent
    if target is None or target.tag in ("body", "html", "a"):
        return None
    return target if _has_text(target, 4 * _LEAST) or target.css_first("h1") is not None else None


def _beside(node: LexborNode, region: Region) -> None:
    """Collect what stands beside the node, up to the outermost element that holds the page's main part."""
    ancestors = []
    ancestor = node.parent
    while ancestor is not None and ancestor.tag not in ("body", "html", "-undef"):
        ancestors.append(ancestor)
        ancestor = ancestor.parent
    outermost = next((i for i in range(len(ancestors) - 1, -1, -1) if _is_main(ancestors[i])), 0)
    child = node
    for ancestor in ancestors[: outermost + 1]:
        before: list[str] = []
        sibling = child.prev
        while sibling is not None:
            if sibling.is_element_node and _may_belong(sibling):
                before.append(sibling.html or "")
            sibling = sibling.prev
        region.before[:0] = reversed(before)
        sibling = child.next
        while sibling is not None:
            if sibling.is_element_node and _may_belong(sibling):
                region.after.append(sibling.html or "")
            sibling = sibling.next
        child = ancestor


def _may_belong(node: LexborNode) -> bool:
    """Whether a sibling of the node is not plainly furniture."""
    attrs = node.attributes
    tag = " ".join(
        (node.tag or "", *(f'{name}="{attrs[name]}"' for name in ("class", "id", "role") if attrs.get(name)))
    )
    element = classify(tag)
    return element.icons or not (element.noise or element.code in (NAV, BUTTON))


def _is_main(node: LexborNode) -> bool:
    if node.tag == "main":
        return True
    attrs = node.attributes
    if attrs.get("role") == "main":
        return True
    return (attrs.get("id") or "") in ("content", "main-content") or "region-content" in (attrs.get("class") or "")


def _heaviest(tree: LexborHTMLParser, title: str | None) -> LexborNode | None:
    """The smallest element that holds most of the text outside links and menus, and the title if it is printed."""
    body = tree.body
    if body is None:
        return None
    tree.strip_tags(_TEXTLESS)
    for items in body.css("ul"):
        if _is_menu(items):
            items.decompose()
    heading = _title_heading(body, title)
    node = body
    weight = _weight(body)
    for _ in range(_MAX_LEVELS):
        best, best_weight = None, 0
        for child in node.iter():
            child_weight = _weight(child)
            if child_weight > best_weight:
                best, best_weight = child, child_weight
        if best is None or best_weight < 0.7 * weight or best.tag in _CLOSED:
            break
        if heading is not None and not _holds(best, heading) and node.tag != "body":
            break
        if best.tag not in _LAYOUT and _is_one_of_many(node, best):
            break
        if heading is None and _heads(node, best, weight):
            break
        node, weight = best, best_weight
    return node


def _heads(node: LexborNode, child: LexborNode, weight: int) -> bool:
    """Whether a title in bold or large letters stands before a child: a row of an old page's table, above its text.

    Where links make up much of the element (``weight``: its text outside them), a menu stands beside the text, and the
    letters are the site's own.
    """
    if len(node.text(strip=True)) - weight > _MOST_LINKED * weight:
        return False
    for other in node.iter():
        if other.mem_id == child.mem_id:
            return False
        if other.css_first("a") is not None or other.tag in ("td", "th"):
            continue  # a menu, or a column beside the text
        lines = [other] if other.tag in _TITLE_TAGS else other.css(", ".join(_TITLE_TAGS))[:_MOST_LINES]
        if any(_title_like(line) for line in lines):
            return True
    return False


def _title_like(line: LexborNode) -> bool:
    return _SHORTEST_TITLE <= len(line.text(strip=True)) <= _LONGEST_TITLE


def _is_one_of_many(parent: LexborNode, child: LexborNode) -> bool:
    """Whether a child has siblings of its kind with text of their own: one card of several, not the page."""
    classes = _classes(child)
    return any(
        other.tag == child.tag and _classes(other) == classes and other.mem_id != child.mem_id and _weight(other) >= 15
        for other in parent.iter()
    )


def _title_heading(body: LexborNode, title: str | None) -> LexborNode | None:
    headings = body.css("h1")
    if title:
        start = " ".join(title.split()).casefold()[:30]
        for heading in headings:
            if " ".join(heading.text().split()).casefold().startswith(start):
                return heading
        for line in body.css("h2, h3, b, strong, font, p")[:400]:  # old pages print it in large bold letters
            if " ".join(line.text().split()).casefold() == " ".join(title.split()).casefold():
                return line
    return headings[0] if len(headings) == 1 else None


def _holds(node: LexborNode, inner: LexborNode) -> bool:
    ancestor: LexborNode | None = inner
    while ancestor is not None:
        if ancestor.mem_id == node.mem_id:
            return True
        ancestor = ancestor.parent
    return False


def _weight(node: LexborNode) -> int:
    """Characters of text outside links."""
    linked = sum(len(link.text(strip=True)) for link in node.css("a"))
    return len(node.text(strip=True)) - linked


def _is_menu(items: LexborNode) -> bool:
    """Whether a list is a menu: many links, little text for each, no files."""
    if items.parent is None:
        return False
    links = items.css("a")
    if len(links) < 6:
        return False
    words = len(items.text(strip=True))
    if words > 55 * len(links):
        return False
    return not any((link.attributes.get("href") or "").lower().endswith((".pdf", ".doc", ".docx")) for link in links)


def _has_text(node: LexborNode, least: int = 1) -> bool:
    return len(node.text(strip=True)) >= least


def _classes(node: LexborNode) -> str:
    return node.attributes.get("class") or ""
