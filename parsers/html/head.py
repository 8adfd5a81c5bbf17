"""What a page's head says: address, titles, language, number and type of the node, translations, times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from parsers.clean import clean
from parsers.html.elements import attributes
from parsers.html.links import original
from parsers.html.words import site_at_end

_BODY = re.compile(r"<body\b", re.IGNORECASE)
_TAGS = re.compile(r"<(meta|link|base|html)\b([^<>]*)>", re.IGNORECASE)
_BODY_TAG = re.compile(r"<body\b([^<>]*)>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)<", re.IGNORECASE)
# Written by browsers, and by SingleFile.
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+?)\s*(?:-->|\n)")
_CURRENT_PATH = re.compile(r'"currentPath"\s*:\s*"node\\?/(\d{1,10})"')
_PAGE_NODE = re.compile(r"(?:^|\s)page-node-(\d{1,10})(?:\s|$)")
_PAGE_TYPE = re.compile(r"(?:^|\s)(?:page-)?node-type-([\w-]+)")
_NODE_TYPE = re.compile(r"(?:^|\s)node--type-([\w-]+)")
_NODE_TYPE_7 = re.compile(
    r"(?:^|\s)node-(?!full\b|teaser\b|promoted\b|sticky\b|published\b|unpublished\b|view\b|page-|\d)([a-z][\w-]*)"
)
_SHORTLINK = re.compile(r"/node/(\d{1,10})/?$")
_MAX_HEAD = 400_000
_META_SIGNS = ("og:", "article:", "enerator", "anguage", "GENERATOR", "LANGUAGE")
_INTERESTING = ("canonical", "shortlink", "alternate")


@dataclass(slots=True)
class Head:
    """What the head of a page says, as it stands there."""

    address: str | None = None  # canonical, og:url, or where a browser saved it from
    base: str | None = None
    og_title: str | None = None
    title: str | None = None  # of the title element, the site's name taken off
    site_name: str | None = None
    language: str | None = None
    node_id: int | None = None
    node_type: str | None = None
    alternates: dict[str, str] = field(default_factory=dict)
    published_time: str | None = None
    modified_time: str | None = None
    generator: str | None = None


def read_head(text: str, url: str | None) -> Head:
    """Read the head of a page's markup. ``url`` is the address it was captured under, for relative ones."""
    head = Head()
    body = _BODY.search(text, 0, _MAX_HEAD)
    top = text[: body.start() if body else min(len(text), _MAX_HEAD)]
    saved = _SAVED.search(top, 0, 2_000)
    canonical = og_url = None
    for match in _TAGS.finditer(top):
        name, inside = match[1].lower(), match[2]
        if name == "link":
            if "stylesheet" in inside:
                continue
            lowered = inside.lower()
            if not any(word in lowered for word in _INTERESTING):
                continue
            attrs = attributes(inside)
            rel, href = attrs.get("rel", "").lower().split(), unescape(attrs.get("href", "")).strip()
            if not href:
                continue
            if "canonical" in rel:
                canonical = canonical or href
            elif "shortlink" in rel:
                number = _SHORTLINK.search(href)
                if number:
                    head.node_id = int(number[1])
            elif "alternate" in rel and attrs.get("hreflang"):
                head.alternates.setdefault(attrs["hreflang"].lower(), href)
        elif name == "meta":
            if not any(word in inside for word in _META_SIGNS):
                continue
            attrs = attributes(inside)
            key = (attrs.get("property") or attrs.get("name") or attrs.get("http-equiv") or "").lower()
            if key == "og:url":
                og_url = og_url or unescape(attrs.get("content", "")).strip()
            else:
                _read_meta(head, key, attrs)
        elif name == "base":
            head.base = head.base or unescape(attributes(inside).get("href", "")).strip() or None
        else:
            attrs = attributes(inside)
            head.language = clean(attrs.get("lang") or attrs.get("xml:lang") or "").lower() or head.language
    _set_address(head, canonical, og_url, saved[1] if saved else None, url)
    title = _TITLE.search(top)
    if title:
        head.title = without_site_name(clean(unescape(title[1])), head.site_name) or None
    _read_body_tag(head, text, body.start() if body else None)
    return head


def without_site_name(title: str, site_name: str | None = None) -> str:
    """A title element's text without the site's name at its end."""
    if site_name and title.endswith(site_name) and len(title) > len(site_name) + 3:
        return title[: -len(site_name)].rstrip().rstrip("|–—-·»:").rstrip()
    shorter = site_at_end().sub("", title)
    if shorter == title and " | " in title:
        shorter = title.rsplit(" | ", 1)[0]
    return shorter.strip()


def node_type_of(classes: str) -> str | None:
    """The node's type in its element's classes: Drupal 8 to 10, then Drupal 7."""
    match = _NODE_TYPE.search(classes) or _NODE_TYPE_7.search(classes)
    return match[1].replace("_", "-") if match else None


def _read_meta(head: Head, key: str, attrs: dict[str, str]) -> None:
    if key not in _META:
        return
    value = clean(unescape(attrs.get("content", "")))
    name = _META[key]
    if value and (getattr(head, name) is None):
        setattr(head, name, value if name != "language" else value.lower())


_META = {
    "og:title": "og_title",
    "og:site_name": "site_name",
    "article:published_time": "published_time",
    "article:modified_time": "modified_time",
    "og:updated_time": "modified_time",
    "generator": "generator",
    "content-language": "language",
}


def _set_address(head: Head, canonical: str | None, og_url: str | None, saved: str | None, url: str | None) -> None:
    for candidate in (canonical, og_url, saved):
        if not candidate:
            continue
        absolute = original(_joined(url or saved or og_url or "", candidate))
        if absolute.lower().startswith(("http://", "https://")):
            head.address = absolute
            break
    base = head.address or url
    if base:
        head.alternates = {language: _joined(base, href) for language, href in head.alternates.items()}


def _joined(base: str, href: str) -> str:
    if href.startswith(("https://", "http://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _read_body_tag(head: Head, text: str, start: int | None) -> None:
    if start is None:
        return
    tag = _BODY_TAG.match(text, start)
    classes = attributes(tag[1]).get("class", "") if tag else ""
    if classes:
        page_type = _PAGE_TYPE.search(classes)
        if page_type:
            head.node_type = page_type[1].replace("_", "-")
        number = _PAGE_NODE.search(classes)
        if number and head.node_id is None:
            head.node_id = int(number[1])
    if head.node_id is None and '"currentPath"' in text:
        path = _CURRENT_PATH.search(text)
        if path:
            head.node_id = int(path[1])
