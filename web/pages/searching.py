"""The search page: one list over everything, filters, snippets, and what to try when nothing is found."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from web.asking import Answer, Ask, File, Missing, Moved, Page
from web.pages.shared import PATHS, path_of_page
from web.parameters import refuse_others, sorted_out
from web.search import FILTERS, TYPES, Found, Hit, counts_alone, search
from web.shell import TITLE
from web.structured import dumps
from web.vocabulary import Vocabulary, vocabulary
from web.wording import KINDS, language, words

SIZE = 20
_MOST_PAGES = 50
_KNOWN = ("q", *FILTERS, "page")
# With or without the scheme, as the pages show the addresses of pages that have no name.
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)


def page(ask: Ask) -> Answer:
    """Results for what was typed. An address of IOM's site leads straight to its page."""
    typed = ask.args.get("q", "")
    if _ADDRESS.fullmatch(typed) and (known := _page_of_address(ask, typed)):
        return known
    ask, strays = sorted_out(ask, _KNOWN)
    found, number, chosen = _found(ask)
    if number > 1 and not found.hits:
        raise Missing("The results end before that.")
    names = vocabulary(ask.site, ask.read)
    pages = _MOST_PAGES if found.total is None else min(_MOST_PAGES, -(-found.total // SIZE))
    return Page(
        "search.html",
        f"Search: {typed}" if typed else "Search",
        {
            "typed": typed,
            "strays": strays,
            "known": _KNOWN,
            "found": found,
            "results": [(hit, path_of(hit)) for hit in found.hits],
            "filters": _filters(found, chosen, names),
            "chosen": [
                (name, _label(name, value, names), ask.with_args(**{name: None, "page": None}))
                for name, value in chosen.items()
            ],
            "alone": counts_alone(ask.read, found.terms) if found.total == 0 and len(found.terms) <= 6 else [],
            "number": number,
            "pages": pages,
            "before": ask.with_args(page=number - 1 if number > 2 else None) if number > 1 else None,
            "after": ask.with_args(page=number + 1) if number < pages else None,
            "countries": names.countries,
            "themes": names.themes,
        },
        index=False,
        formats=(("JSON", f"/search.json?{urlencode(dict(ask.args))}", "application/json"),) if typed else (),
        canonical=ask.with_args(),
    )


def moved(ask: Ask) -> Answer:
    """From where a well-known plugin of Datasette has its search."""
    return Moved(f"/search?{urlencode(dict(ask.args))}" if ask.args else "/search")


def as_json(ask: Ask) -> Answer:
    """The same page of results for programs."""
    refuse_others(ask, _KNOWN)
    found, number, chosen = _found(ask)
    results = [
        {
            "type": hit.row["type"],
            "title": hit.row["title"],
            "address": ask.base + path_of(hit),
            **{name: hit.row[name] for name in ("date", "language", "country")},
            "snippet": "".join(text for text, _ in hit.snippet) or None,
        }
        for hit in found.hits
    ]
    answer = {
        "q": ask.args.get("q", ""),
        "filters": chosen,
        "total": found.total,
        "total_is_more_than": found.more_than if found.total is None else None,
        "page": number,
        "results": results,
    }
    return File(dumps(answer), "application/json; charset=utf-8")


def opensearch(ask: Ask) -> Answer:
    """Lets browsers offer the archive among their search engines."""
    return File(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>IOM events</ShortName><Description>{TITLE}</Description><InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{ask.base}/search?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n",
        "application/opensearchdescription+xml",
    )


def path_of(hit: Hit) -> str:
    """Address of a result. A session is a place on its page."""
    row = hit.row
    if row["type"] == "session":
        return f"{path_of_page(hit.page['kind'] if hit.page else None, row['page_id'])}#session-{row['item_id']}"
    return PATHS[row["type"]].format(row["item_id"])


def _found(ask: Ask) -> tuple[Found, int, dict[str, str]]:
    chosen = {name: ask.args[name] for name in FILTERS if name in ask.args}
    number = ask.page_number(_MOST_PAGES)
    return search(ask.read, ask.args.get("q", ""), chosen, size=SIZE, number=number), number, chosen


def _page_of_address(ask: Ask, address: str) -> Moved | None:
    rest = re.sub("^https?://", "", address.split("#")[0], flags=re.IGNORECASE)
    ways = [f"{start}{rest}" for start in ("https://", "https://www.")]
    row = ask.read.row(
        "select id, kind from pages where id = (select page_id from page_addresses where address in (?, ?) limit 1)",
        *ways,
    )
    return Moved(path_of_page(row["kind"], row["id"]), permanent=False) if row else None


def _filters(
    found: Found, chosen: dict[str, str], names: Vocabulary
) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Each filter: name, label, options (value, label, whether chosen), with numbers where they are known."""
    years = [(str(year), 0) for year in names.years]
    everything: dict[str, list[tuple[str, int]]] = {
        "type": [(one, 0) for one in TYPES],
        "year": years,
        "language": [(code, 0) for code in names.languages],
        "country": [(code, 0) for code in sorted(names.countries, key=names.countries.__getitem__)],
        "theme": [(f"{theme['scheme']}/{theme['code']}", 0) for theme in names.themes if theme["page_count"]],
    }
    made = []
    for name, label in zip(FILTERS, ("Kind", "Year", "Language", "Country", "Theme"), strict=True):
        options = found.facets.get(name) or everything[name]
        values = dict(options)
        if name in chosen and chosen[name] not in values:
            options = [(chosen[name], 0), *options]
        made.append(
            (
                name,
                label,
                [
                    (value, _label(name, value, names) + (f" ({times:,})" if times else ""), chosen.get(name) == value)
                    for value, times in options
                ],
            )
        )
    return made


def _label(name: str, value: str, names: Vocabulary) -> str:
    if name == "type":
        return KINDS.get(value, words(value))
    if name == "language":
        return language(value)
    if name == "country":
        return names.countries.get(value, value)
    if name == "theme":
        return names.theme(value)
    return value
