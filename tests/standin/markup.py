"""How the stand-in's pages look: the platform's templates, and the redesign that comes one day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from tests.standin.content import Page

SITE_NAME = "International Organization for Migration"
_MENU = ["Who we are", "What we do", "Where we work", "Take action", "Data and research", "2030 Agenda"]


def node_page(page: Page, twins: Iterable[Page], *, design: int = 1, token: str = "", weight: int = 0) -> str:
    """A node's page. ``design`` 2 is the redesign: other classes, no node marker. ``weight`` adds menu entries."""
    if design == 2:
        return _redesigned(page)
    content = _press_release(page, token) if page.kind in ("press_release", "speech", "page") else _event(page)
    alternates = "".join(
        f'<link rel="alternate" hreflang="{twin.language}" href="https://{twin.host}{twin.path}">' for twin in twins
    )
    prefix = "" if page.language == "en" else f"/{page.language}"
    head = (
        f'<meta charset="utf-8"><meta name="Generator" content="Drupal 10 (https://www.drupal.org)">'
        f'<link rel="canonical" href="https://{page.host}{page.path}">'
        f'<link rel="shortlink" href="https://{page.host}{prefix}/node/{page.node_id}">{alternates}'
        f"<title>{escape(page.title)} | {SITE_NAME}</title>"
    )
    classes = f"path-node page-node-type-{page.kind.replace('_', '-')}"
    return frame(head, content, page.language, classes, token=token, weight=weight)


def frame(head: str, content: str, language: str, body_class: str, *, token: str = "", weight: int = 0) -> str:
    """A whole page round its content: skip link, menus, footer, a form with a token, settings."""
    entries = "".join(f'<li><a href="/{"-".join(name.lower().split())}">{name}</a></li>' for name in _MENU)
    entries += "".join(
        f'<li class="menu-item menu-item--leaf"><a href="/country-{n}" data-drupal-link-system-path="node/{n}" '
        f'class="menu__link menu__link--level-2">Country number {n} and its office</a></li>'
        for n in range(weight)
    )
    form = f'<input type="hidden" name="form_build_id" value="form-{token}">' if token else ""
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="ltr"><head>{head}</head><body class="{body_class}">'
        '<a href="#main-content" class="visually-hidden focusable">Skip to main content</a>'
        f'<header role="banner"><nav class="menu--main"><ul>{entries}</ul></nav>'
        f'<form action="/search">{form}<input name="keywords"></form></header>'
        f'<main role="main"><a id="main-content" tabindex="-1"></a>{content}</main>'
        f'<aside class="region-sidebar"><h2>Related</h2><p class="js-view-dom-id-{token}">More about this</p></aside>'
        f"<footer><ul>{entries}</ul><p>© IOM stand-in</p></footer>"
        '<script type="application/json" data-drupal-selector="drupal-settings-json">'
        f'{{"path":{{"currentLanguage":"{language}"}},"ajaxPageState":{{"token":"{token}"}}}}</script></body></html>'
    )


def _press_release(page: Page, token: str) -> str:
    links = "".join(f'<p><a href="{escape(link)}">{escape(link)}</a></p>' for link in page.links)
    tag = "Statements and Speeches" if page.kind == "speech" else "News - <span>Global</span>"
    return (
        f'<div data-history-node-id="{page.node_id}" class="node node--type-{page.kind.replace("_", "-")} '
        'node--view-mode-full ds-1col clearfix">'
        f'<div class="tag">{tag}</div><h1><span class="field field--name-title field--type-string">'
        f"{escape(page.title)}</span></h1>"
        f'<div class="date"><time datetime="{page.created:%Y-%m-%d}T12:00:00Z" class="datetime">'
        f"{page.created.day} {page.created:%b %Y}</time></div>"
        '<div class="narrow-content"><div class="clearfix text-formatted field field--name-body '
        f'field--type-text-with-summary field--label-hidden field__item">{page.body}{links}<p>***</p></div></div>'
        '<div class="field field--name-dynamic-block-fieldnode-sdg-sorted field--type-ds">'
        f'<img src="/sites/g/files/x/files/styles/s/public/sdgs-icon/e_web_10.png?itok={token or "a"}"></div></div>'
    )


def _event(page: Page) -> str:
    links = "".join(f'<p><a href="{escape(link)}">{escape(link)}</a></p>' for link in page.links)
    date = (
        '<div class="field field--name-field-event-date field--type-daterange"><div class="field__label">Date</div>'
        f'<div class="field__item"><time datetime="{page.fields["datetime"]}">{page.fields["Date"]}</time></div></div>'
        '<div class="field field--name-field-location field--type-string"><div class="field__label">Location</div>'
        f'<div class="field__item">{escape(page.fields["Location"])}</div></div>'
        if page.fields
        else ""
    )
    return (
        f'<article data-history-node-id="{page.node_id}" class="node node--type-event node--view-mode-full">'
        f"<h1>{escape(page.title)}</h1>{date}"
        f'<div class="field field--name-body text-formatted">{page.body}{links}</div></article>'
    )


def _redesigned(page: Page) -> str:
    return (
        f'<!DOCTYPE html><html lang="{page.language}"><head><meta charset="utf-8">'
        f'<link rel="canonical" href="https://{page.host}{page.path}"><title>{escape(page.title)} — IOM</title></head>'
        '<body class="theme-aurora"><header>IOM</header><main class="aurora-main"><section class="aurora-story">'
        f'<div class="aurora-hero"><h2>{escape(page.title)}</h2></div>'
        f'<div class="aurora-copy">{page.body}</div></section></main><footer>IOM</footer></body></html>'
    )


def listing(
    items: list[Page], page: int, per_page: int, *, path: str, query: dict[str, str], language: str, design: int = 1
) -> str:
    """One page of a listing with its pager. Past the end it holds no rows, and is a 200 all the same."""
    shown = items[page * per_page : (page + 1) * per_page]
    if design == 2:
        rows = "".join(f'<div class="aurora-tile" data-href="{item.path}">{escape(item.title)}</div>' for item in shown)
        return frame("<title>Search | IOM</title>", f'<div class="aurora-tiles">{rows}</div>', language, "path-search")
    rows = "".join(
        f'<div class="views-row"><div class="card"><a href="{item.path}"><img alt=""></a><div class="article-detail">'
        f'<div class="tag">News  Global</div><h5 class="title"><a href="{item.path}">{escape(item.title)}</a></h5>'
        f'<div class="date">{item.created.day} {item.created:%b %Y}</div></div></div></div>'
        for item in shown
    )
    header = (
        f'<div class="view-header">Displaying {page * per_page + 1} - {page * per_page + len(shown)} of {len(items)}</div>'
        if shown
        else '<div class="view-empty">No results.</div>'
    )
    following = ""
    if (page + 1) * per_page < len(items):
        following = (
            '<li class="pager__item pager__item--next"><a rel="next" '
            f'href="?{escape(urlencode({**query, "page": page + 1}))}">Next</a></li>'
        )
    content = (
        f'<div class="view view-search js-view-dom-id-x">{header}<div class="view-content">{rows}</div>'
        f'<nav class="pager" aria-label="Pagination"><ul class="pager__items js-pager__items">'
        f'<li class="pager__item is-active"><a href="?page={page}">{page + 1}</a></li>{following}</ul></nav></div>'
    )
    return frame(f"<title>Search | {SITE_NAME}</title>", content, language, "path-search")


def not_found(path: str, language: str) -> str:
    """The site's "not found" page, which repeats the path that was asked for."""
    return frame(
        f'<meta name="Generator" content="Drupal 10"><title>Page not found | {SITE_NAME}</title>',
        f"<h1>Page not found</h1><p>The requested page {escape(path)} could not be found.</p>",
        language,
        "path-not-found page-not-found",
    )


def access_denied(language: str) -> str:
    """The site's own "access denied": an unpublished page."""
    return frame(
        f'<meta name="Generator" content="Drupal 10"><title>Access denied | {SITE_NAME}</title>',
        "<h1>Access denied</h1><p>You are not authorized to access this page.</p>",
        language,
        "path-node",
    )


def sitemap_index(host: str, parts: int, changed: str) -> str:
    """The index of the sitemap."""
    entries = "".join(
        f"<sitemap><loc>https://{host}/sitemap.xml?page={n + 1}</loc><lastmod>{changed}</lastmod></sitemap>"
        for n in range(parts)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{entries}</sitemapindex>"
    )


def sitemap_part(pages: Iterable[Page], others: Iterable[str] = ()) -> str:
    """One part of the sitemap; ``others`` are addresses that are no pages."""
    entries = "".join(
        f"<url><loc>https://{page.host}{page.path}</loc><lastmod>{page.changed:%Y-%m-%dT%H:%M:%SZ}</lastmod></url>"
        for page in pages
    ) + "".join(f"<url><loc>{escape(address)}</loc></url>" for address in others)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{entries}</urlset>"
    )


def feed(host: str, pages: Iterable[Page]) -> str:
    """The RSS feed, with node numbers as guids."""
    items = "".join(
        f"<item><title>{escape(page.title)}</title><link>https://{host}{page.path}</link>"
        f'<guid isPermaLink="false">{page.node_id} at https://{host}</guid>'
        f"<pubDate>{page.created:%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for page in pages
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>IOM</title><link>https://{host}</link>{items}</channel></rss>'


def etag(text: str) -> str:
    """A strong validator of a page's text."""
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'
