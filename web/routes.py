"""Every address of ours and the view that answers it. All are permanent: one that moves keeps a redirect."""

from __future__ import annotations

from web.dispatch import View
from web.pages import events, home, others, people, releases, searching

_ID = r"(?P<id>\d{1,19})"

PAGES: tuple[tuple[str, View], ...] = (
    (r"/", home.page),
    (rf"/event/{_ID}", events.page),
    (rf"/event/{_ID}\.json", events.as_json),
    (rf"/event/{_ID}\.jsonld", events.as_jsonld),
    (rf"/event/{_ID}\.ics", events.as_calendar),
    (rf"/release/{_ID}", releases.page),
    (rf"/release/{_ID}\.json", releases.as_json),
    (rf"/release/{_ID}\.jsonld", releases.as_jsonld),
    (rf"/page/{_ID}", others.page),
    (rf"/person/{_ID}", people.page),
    (rf"/person/{_ID}\.json", people.as_json),
    (r"/search", searching.page),
    (r"/search\.json", searching.as_json),
    (r"/opensearch\.xml", searching.opensearch),
)
