"""What search engines may read: the pages of events and releases, lists without filters. Not pages of people, not
searches, not Datasette's tables, whose combinations of filters have no end."""

from __future__ import annotations

from xml.sax.saxutils import escape

from web.asking import Answer, Ask, File, Missing

_AT_ONCE = 10_000
_XML = "application/xml; charset=utf-8"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_KINDS = {
    "events": "select '/event/' || id, captured_at from events",
    "releases": "select '/release/' || id, captured_at from press_releases",
    "lists": """
        select '/' || value, null from json_each('["", "events", "releases", "organizations", "countries", "themes",
          "series", "pictures", "coverage", "quality", "about", "data-dictionary", "api", "data", "exports", "feeds"]')
        union all select '/country/' || code, null from countries
        union all select '/theme/' || scheme || '/' || code, null from themes where page_count > 0
        union all select '/series/' || code, null from series
    """,
}


def robots(ask: Ask) -> Answer:
    """robots.txt (RFC 9309)."""
    lines = [
        "User-agent: *",
        "Disallow: /-/",
        f"Disallow: /{ask.site.database}",
        "Disallow: /search",
        "Disallow: /person/",
        "Disallow: /evidence/",
        "Disallow: /text/",
        "Disallow: /correct",
        "Disallow: /exports/",
        "Disallow: /*?",
        f"Sitemap: {ask.base}/sitemap.xml",
        "",
    ]
    return File("\n".join(lines), "text/plain; charset=utf-8")


def sitemap(ask: Ask) -> Answer:
    """The index of sitemaps."""
    addresses = [
        f"{ask.base}/sitemap/{kind}-{number}.xml"
        for kind, rows in (("lists", 1), ("events", _count(ask, "events")), ("releases", _count(ask, "press_releases")))
        for number in range(1, -(-rows // _AT_ONCE) + 1)
    ]
    listed = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return File(f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n", _XML)


def part(ask: Ask) -> Answer:
    """One sitemap."""
    kind, number = ask.parts["kind"], ask.number("number")
    rows = ask.read.rows(f"{_KINDS[kind]} limit ? offset ?", _AT_ONCE, max(0, number - 1) * _AT_ONCE)
    if not rows:
        raise Missing("There is no such part of the site map.")
    listed = "".join(
        f"<url><loc>{escape(ask.base + path)}</loc>{f'<lastmod>{seen}</lastmod>' if seen else ''}</url>\n"
        for path, seen in rows
    )
    return File(f"{_HEAD}<urlset {_NAMESPACE}>\n{listed}</urlset>\n", _XML)


def _count(ask: Ask, table: str) -> int:
    found: int = ask.read.value(f"select count(*) from {table}")
    return found
