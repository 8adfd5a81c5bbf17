"""Every address of ours and the view that answers it. All are permanent: one that moves keeps a redirect."""

from __future__ import annotations

import re
from dataclasses import replace

from web.asking import Answer, Ask, File, Missing, Moved, Page
from web.citations import FORMS, Citation
from web.dispatch import View
from web.listings import LISTINGS
from web.pages import (
    about,
    changes,
    correcting,
    coverage,
    events,
    evidence,
    exporting,
    home,
    lists,
    organizations,
    others,
    people,
    picturing,
    places,
    releases,
    robots,
    searching,
    series,
    themes,
)
from web.shell import page_citation

_ID = r"(?P<id>\d{1,19})"
_FORM = r"(?P<form>csv|ndjson|json)"
_SUFFIXES = "|".join(re.escape(suffix) for suffix in FORMS)

PAGES: tuple[tuple[str, View], ...] = (
    (r"/", home.page),
    (r"/search", searching.page),
    (r"/-/search", searching.moved),
    (rf"/event/{_ID}", events.page),
    (rf"/release/{_ID}", releases.page),
    (rf"/page/{_ID}", others.page),
    (rf"/page/{_ID}/changes/(?P<number>\d{{1,6}})", changes.page),
    (rf"/person/{_ID}", people.page),
    (rf"/organization/{_ID}", organizations.page),
    (r"/country/(?P<code>[A-Za-z]{2})", places.page),
    (r"/theme/(?P<scheme>[a-z0-9-]+)/(?P<code>[^/]+?)", themes.page),
    (r"/series/(?P<code>[^/]+?)", series.page),
    (rf"/evidence/(?P<table>[a-z_]+)/{_ID}", evidence.page),
    (rf"/text/{_ID}", evidence.text),
    *((listing.path, lists.PAGES[key]) for key, listing in LISTINGS.items()),
    (r"/countries", places.every),
    (r"/themes", themes.every),
    (r"/series", series.every),
    (r"/pictures", picturing.every),
    (r"/pictures/(?P<key>[a-z-]+)", picturing.page),
    (r"/changes", changes.latest),
    (r"/coverage", coverage.page),
    (r"/quality", coverage.quality),
    (r"/about", about.about),
    (r"/data", about.data),
    (r"/data-dictionary", about.dictionary),
    (r"/api", about.api),
    (r"/exports", exporting.every),
    (r"/feeds", about.feeds),
    (r"/correct", correcting.correct),
)

FILES: tuple[tuple[str, View], ...] = (
    (rf"/event/{_ID}\.json", events.as_json),
    (rf"/event/{_ID}\.jsonld", events.as_jsonld),
    (rf"/event/{_ID}\.ics", events.as_calendar),
    (rf"/release/{_ID}\.json", releases.as_json),
    (rf"/release/{_ID}\.jsonld", releases.as_jsonld),
    (rf"/person/{_ID}\.json", people.as_json),
    (rf"/organization/{_ID}\.json", organizations.as_json),
    (rf"/text/{_ID}\.txt", evidence.plain_text),
    (r"/search\.json", searching.as_json),
    *((rf"{listing.path}\.{_FORM}", lists.FILES[key]) for key, listing in LISTINGS.items()),
    (rf"/exports/(?P<table>[a-z_]+)\.{_FORM}", exporting.table),
    (r"/pictures/(?P<key>[a-z-]+)\.csv", picturing.as_csv),
    (r"/pictures/(?P<key>[a-z-]+)\.json", picturing.as_json),
    (r"/pictures/(?P<key>[a-z-]+)\.svg", picturing.as_svg),
    (r"/feeds/events\.atom", lists.events_atom),
    (r"/feeds/releases\.atom", lists.releases_atom),
    (r"/feeds/changes\.atom", changes.atom),
    (r"/feeds/events\.ics", lists.events_calendar),
    (r"/opensearch\.xml", searching.opensearch),
    (r"/robots\.txt", robots.robots),
    (r"/sitemap\.xml", robots.sitemap),
    (r"/sitemap/(?P<kind>events|releases|lists)-(?P<number>\d{1,6})\.xml", robots.part),
)

_COMPILED = [(re.compile(pattern), view) for pattern, view in PAGES]


def citation(ask: Ask) -> Answer:
    """The citation of any page of ours: its address with ``.bib``, ``.ris``, ``.csl.json`` or ``.cite.txt``."""
    path = "/" if ask.parts["of"] == "/home" else ask.parts["of"]
    for pattern, view in _COMPILED:
        if found := pattern.fullmatch(path):
            inner = replace(ask, path=path, parts=found.groupdict())
            return _cited(inner, view(inner), ask.parts["suffix"])
    raise Missing("There is no such page to cite.")


def _cited(ask: Ask, answer: Answer, suffix: str) -> Answer:
    if isinstance(answer, Moved):
        raise Missing(f"That page has another address now: {answer.address}")
    if not isinstance(answer, Page) or not answer.cite:
        raise Missing("That page is not one to cite.")
    cited = answer.cite if isinstance(answer.cite, Citation) else page_citation(ask, answer)
    write, content_type, _ = FORMS[suffix]
    name = None if suffix == "cite.txt" else f"{cited.key}.{suffix}"
    return File(write(cited), content_type, name)


# Citations first: a code of a theme or series may hold a dot.
ROUTES: tuple[tuple[str, View], ...] = ((rf"(?P<of>/.+)\.(?P<suffix>{_SUFFIXES})", citation), *FILES, *PAGES)
