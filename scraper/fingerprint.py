"""One hash for what a page says, the same for as long as it says the same.

A page's bytes differ on every fetch: form tokens, ids of views, cache keys of images, related items, menus. The
fingerprint is the hash of what is left without these: the text of the content, the addresses it links to and the
machine-readable dates. It only answers "has this page changed?"; what the page says is for the parsers.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from functools import lru_cache
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode
from w3lib.encoding import html_to_unicode

# lexbor takes time quadratic in the depth of nesting: 5,000 levels 0.05 s, 100,000 levels 27 s (measured).
MAX_DEPTH = 2_000
_CHECK_DEPTH_FROM = 8_000  # tags; below, not even a page of nothing but nested tags takes noticeable time

_NOISE = ", ".join(
    [
        "script, style, noscript, template, svg, iframe, nav, footer, aside",
        "[role=navigation], [role=banner], [role=contentinfo], [role=search], [aria-hidden=true]",
        ".visually-hidden, .element-invisible, .breadcrumb, .pager, .pagination, .skip-link",
        ".block-menu, .region-header, .region-footer, .region-sidebar, .sidebar, #header, #footer, body > header",
        "[class*=related]:not([class*=field]), [class*=cookie], [id*=cookie], [class*=addtoany]",
        ".node--view-mode-teaser, .node-teaser, [class*=messages--]",
    ]
)
# What frames the content of pages. The main element is looked for first: asking for all of them takes twice as long.
_FRAMES = ("main, [role=main]", "div#main-content, div#content, [data-history-node-id]")
_ENOUGH = 200  # characters: a shorter "main" is an empty anchor or a frame, not the content
_VOID = frozenset(b"area base br col embed hr img input link meta source track wbr".split())
# Elements that a following one of their kind closes cannot nest without others between them.
_SELF_CLOSING = frozenset(b"p li dt dd option tr td th thead tbody tfoot".split())
# Tags end at the next angle bracket of either kind, or hostile pages would be read in quadratic time.
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_MARKUP = re.compile(rb"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>", re.I | re.S)


def text_fingerprint(body: bytes, content_type: str | None) -> str | None:
    """SHA-256 (hex) of what the page says; None for an empty body. ``body`` is decoded (`scraper.decoding`)."""
    if not body.strip():
        return None
    if content_type and content_type.partition(";")[0].strip().lower() == "text/plain":
        words = body.decode("utf-8", "replace")
    elif is_too_deep(body):
        words = _MARKUP.sub(b" ", body).decode("utf-8", "replace")
    else:
        tree = LexborHTMLParser(page_markup(body, content_type))
        words = _html_words(tree, first_frame(tree))
    return _hash(words)


def page_markup(body: bytes, content_type: str | None) -> bytes:
    """The markup, in UTF-8, that the fingerprint of an HTML page is taken from. Not for a page that `is_too_deep`."""
    encoding, text = html_to_unicode(content_type, body, default_encoding="utf-8")
    if encoding == "utf-8" and "\ufffd" not in text and not body.startswith(codecs.BOM_UTF8):
        return body
    return str(text).encode("utf-8", "ignore")


def first_frame(tree: LexborHTMLParser) -> LexborNode | None:
    """The main element, or else the first of those that frame the content of pages without one."""
    return next((frame for selector in _FRAMES if (frame := tree.css_first(selector))), None)


def tree_fingerprint(tree: LexborHTMLParser, frame: LexborNode | None) -> str:
    """The same as `text_fingerprint` of the page that was parsed; ``frame`` is its `first_frame`.

    Uses the tree up: its noise is cut out.
    """
    return _hash(_html_words(tree, frame))


def is_too_deep(body: bytes) -> bool:
    """Whether elements nest deeper than `MAX_DEPTH`, so that parsing would take minutes."""
    if body.count(b"<") < _CHECK_DEPTH_FROM:
        return False
    depth = 0
    for closing, name, empty in _TAG.findall(body):
        tag = name.lower()
        if tag in _VOID or tag in _SELF_CLOSING or empty:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def _hash(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "replace")).hexdigest()


def _html_words(tree: LexborHTMLParser, frame: LexborNode | None) -> str:
    title = tree.css_first("title")
    pieces = [title.text() if title else ""]
    if tree.body is not None:
        root = _root(tree, frame) or tree.body
        _drop_noise(root)
        pieces += [root.text(separator=" "), *_links_and_dates(root)]
    return "\n".join(pieces)


def _root(tree: LexborHTMLParser, frame: LexborNode | None) -> LexborNode | None:
    """The first frame that holds enough; None where none does. Most often it is the first of all."""
    if frame is None or len(frame.text().strip()) >= _ENOUGH:
        return frame
    frames = (node for selector in _FRAMES for node in tree.css(selector))
    return next((node for node in frames if len(node.text().strip()) >= _ENOUGH), None)


def _drop_noise(root: LexborNode) -> None:
    """Remove the noise, outermost elements only: an element inside a removed one is freed memory."""
    noise = [node for node in root.css(_NOISE) if node.mem_id != root.mem_id]
    ids = {node.mem_id for node in noise}
    outermost = [node for node in noise if not _inside(node, ids)]
    for node in outermost:
        node.decompose()


def _inside(node: LexborNode, ids: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in ids:
            return True
        above = above.parent
    return False


def _links_and_dates(root: LexborNode) -> list[str]:
    """Where links lead, without query and fragment (tokens live there), and ``datetime`` attributes."""
    found = []
    for node in root.css("a[href], time[datetime]"):
        if node.tag == "time":
            found.append(node.attributes.get("datetime") or "")
            continue
        place = _place(node.attributes.get("href") or "")
        if place is not None:
            found.append(place)
    return found


@lru_cache(maxsize=1_000)  # the same links stand on page after page
def _place(link: str) -> str | None:
    """Where a link leads; None if that cannot be told."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return parts.netloc + parts.path
