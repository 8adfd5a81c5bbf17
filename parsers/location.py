"""Where a page's event is, or where a release was issued: field, label, dateline, date line, or the prose that says "held in".

The first source that says anything counts: a field or label of the page, then a release's dateline, then lines at the
event's date, then sentences that say where the meeting is held, those with the event's own date first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.countries import find_countries
from parsers.dates import find_dates
from parsers.labels import label_at
from parsers.page import Block, Page
from parsers.phrases import Tokens
from parsers.places import Where, country_beside, find_held_at, location_of_dateline, read_venue_line
from parsers.record import Evidence, Kind, Location
from parsers.times import find_times

_PLACE_FIELD = re.compile(r"location|venue|lieu|lugar|ubicaci|place|sede|where|المكان|الموقع|مكان")
_ONLINE = re.compile(
    r"\b(?:webinar|online|on-line|virtual(?:ly)?|zoom|hybrid|livestream(?:ed)?|en ligne|en línea|virtuel(?:le|lement)?|webinaire|seminario web|hybride|híbrid[oa])\b|عبر الإنترنت|افتراضي",
    re.IGNORECASE,
)
_NOT_ONLINE = re.compile(
    r"online (?:training|course|platform|survey|registration|form|tool|violence|abuse|exhibition)|virtual reality|registration online|follow us online",
    re.IGNORECASE,
)


def locate(
    page: Page, kind: Kind, tokens: Tokens, date_span: tuple[int, int], skip: set[int]
) -> tuple[Location, list[Evidence]]:
    """The event's place, or a release's, and its evidence. ``date_span`` are the event's date words in Page.text."""
    where = _stated(page, skip)
    if where is None and kind == "press_release":
        where = _dateline(page, tokens)
    if where is None and kind == "event":
        where = _beside_date(page, date_span) or _place_line(page) or _invitation(page, date_span)
    held = _held(tokens, date_span, kind)
    if where is None and held is None and kind == "press_release":
        held = _country_in_title(page)
    if where is None:
        where = held
    elif held is not None:
        where = _completed(where, held)
    online = _online(page, date_span) if kind == "event" else None
    return _location(where, online)


def _location(where: Where | None, online: tuple[int, int] | None) -> tuple[Location, list[Evidence]]:
    location = Location()
    evidence: list[Evidence] = []
    if where is not None:
        location = Location(where.venue, where.city, where.country, where.online)
        for name, value, span, basis in (
            ("venue", where.venue, where.venue_span, None),
            ("city", where.city, where.city_span, where.city_basis),
            (
                "country",
                where.country,
                where.country_span if where.country_span != (0, 0) else where.city_span,
                where.country_basis,
            ),
            ("online", where.online or None, where.online_span, None),
        ):
            if value is not None and span != (0, 0):
                evidence.append(Evidence(f"location/{name}", *span, rule=where.rule or "place", basis=basis))
    if online is not None and not location.online:
        location.online = True
        evidence.append(Evidence("location/online", *online, rule="online word"))
    return location, evidence


def _stated(page: Page, skip: set[int]) -> Where | None:
    """A field or a labelled line that says where."""
    for index, block in enumerate(page.blocks):
        if block.kind != "field_label" and block.field and _PLACE_FIELD.search(block.field.casefold()):
            where = read_venue_line(block.text)
            if where is not None:
                return where.shifted(block.start)
        if index in skip or len(block.text) > 200:
            continue
        label = label_at(block.text)
        if label is not None and label.meaning == "venue" and label.rest < len(block.text):
            where = read_venue_line(block.text)
            if where is not None:
                return _with_next_line(page, index, where.shifted(block.start))
    return None


def _with_next_line(page: Page, index: int, where: Where) -> Where:
    """City and country from the street line under a venue's line."""
    if where.city is not None or index + 1 >= len(page.blocks) or len(page.blocks[index + 1].text) > 100:
        return where
    block = page.blocks[index + 1]
    below = read_venue_line(block.text)
    if below is None or below.city is None or label_at(block.text) is not None:
        return where
    below = below.shifted(block.start)
    return replace(below, venue=where.venue, venue_span=where.venue_span, online=where.online or below.online)


def _dateline(page: Page, tokens: Tokens) -> Where | None:
    if page.title and re.search(r"briefing notes?|notes? de presse", page.title, re.IGNORECASE):
        return None  # a digest: each item has a place of its own
    for block in page.blocks[:10]:
        if block.kind not in ("paragraph", "cell", "definition") or len(block.text) < 40:
            continue
        where = location_of_dateline(block.text)
        if where is not None:
            where = where.shifted(block.start)
            if where.country is None and where.city is not None:
                beside = country_beside(tokens, where.city)
                if beside is not None:
                    where = replace(where, country=beside[0], country_span=(beside[1], beside[2]))
            return where
    return None


def _beside_date(page: Page, date_span: tuple[int, int]) -> Where | None:
    """The line of the date, or a line next to it, where it is a place and little else."""
    if date_span == (0, 0):
        return None
    at = next((i for i, block in enumerate(page.blocks) if block.start <= date_span[0] < block.end), None)
    if at is None or len(page.blocks[at].text) > 170:
        return None
    for index in (at, at - 1, at + 1, at - 2):
        if 0 <= index < len(page.blocks) and _place_like(page.blocks[index]) and page.blocks[index].text != page.title:
            where = _read_line(page.blocks[index])
            if where is not None:
                return where
    return None


def _read_line(block: Block) -> Where | None:
    """Venue, city and country of a line, its dates and times blanked out; a city counts only where its country is known."""
    text = block.text
    for mention in (*find_dates(text), *find_times(text)):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    if not re.search(r"[^\W\d_]{3}", text):
        return None
    where = read_venue_line(text)
    if where is None or where.country is None:
        return None
    return where.shifted(block.start)


def _place_line(page: Page) -> Where | None:
    """A line at the top that is a place: "Federal Foreign Office, Berlin", "Geneva, Switzerland | CICG"."""
    for block in page.blocks[:7]:
        if (
            block.text == page.title
            or len(block.text) > 100
            or not re.search(r"[,|،]", block.text)
            or not _place_like(block)
        ):
            continue
        where = _read_line(block)
        if where is not None and where.city is not None:
            return where
    return None


def _invitation(page: Page, date_span: tuple[int, int]) -> Where | None:
    """ "... on Thursday, 18 December at the Old Rope Works, 12 Harbour Street, Valletta"."""
    block = next((block for block in page.blocks if block.start <= date_span[0] < block.end), None)
    if block is None or date_span == (0, 0):
        return None
    after = date_span[1] - block.start
    match = re.compile(
        r"[^.;]{0,40}?\b(?:at|in|au|à|en el|en la|en)\s+(?:the\s+|la\s+|le\s+|l['’])?(?=[A-ZÀ-Þ])([^;]{4,120}?)(?:\.\s|\.$|;|$)"
    ).match(block.text, after)
    if match is None:
        return None
    where = read_venue_line(match.group(1))
    if where is None or where.country is None or where.venue is None:
        return None
    return where.shifted(block.start + match.start(1))


def _country_in_title(page: Page) -> Where | None:
    """The one country that a release's title names, where the text has no dateline."""
    if page.title is None:
        return None
    found = {match.code: match for match in find_countries(page.title) if match.code}
    block = next((block for block in page.blocks if block.text == page.title), None)
    if len(found) != 1 or block is None:
        return None
    match = next(iter(found.values()))
    return Where(country=match.code, country_span=(block.start + match.start, block.start + match.end), rule="title")


def _place_like(block: Block) -> bool:
    return (
        len(block.text) < 170
        and block.kind in ("paragraph", "heading", "item", "cell", "label")
        and not re.search(r"[a-z]{3}[.!?]$", block.text)
        and label_at(block.text) is None
    )


_OWN = re.compile(
    r"\b(?:th(?:is|e) (?:\w+ ){0,3}(?:workshop|meeting|event|conference|forum|session|dialogue|webinar|seminar|symposium|panel|round|training|summit|gathering|exhibition|celebration|briefing)|l['’]atelier|l['’]événement|la (?:réunion|conférence|session)|el (?:taller|evento|encuentro|foro|diálogo|seminario)|la (?:reunión|conferencia|sesión))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:had|usually|normally|traditionally|earlier|previous(?:ly)?|first (?:took|met|held|meeting)|last|next|adopt\w*|before the|following the|avait|había|anterior)\b",
    re.IGNORECASE,
)


def _held(tokens: Tokens, date_span: tuple[int, int], kind: Kind) -> Where | None:
    found = [held for held in find_held_at(tokens) if not held.other]
    chosen = [held for held in found if held.sentence[0] <= date_span[0] < held.sentence[1] and date_span != (0, 0)]
    if not chosen:
        for held in found:
            sentence = tokens.text[held.sentence[0] : held.sentence[1]]
            if (
                held.sentence[0] < 1500
                and not _ANOTHER.search(sentence)
                and (kind == "press_release" or _OWN.search(sentence))
            ):
                chosen.append(held)
    if not chosen:
        return None
    best = chosen[0].where
    for other in chosen[1:]:
        if best.city is None and other.where.city is not None and other.where.country in (best.country, None):
            return other.where
    return best


def _completed(where: Where, held: Where) -> Where:
    """A place with the parts that the prose adds without contradicting it."""
    if where.city is not None and held.city is not None and where.city != held.city:
        return where
    if where.country is not None and held.country is not None and where.country != held.country:
        return where
    if (
        where.venue is None
        and held.venue is not None
        and (where.city is None or held.city == where.city or held.city is None)
    ):
        where = replace(where, venue=held.venue, venue_span=held.venue_span)
    if (
        where.city is None
        and held.city is not None
        and where.country in (None, held.country)
        and where.rule != "dateline"
    ):
        where = replace(where, city=held.city, city_span=held.city_span, city_basis=held.city_basis)
    if where.country is None and held.country is not None:
        where = replace(where, country=held.country, country_span=held.country_span, country_basis=held.country_basis)
    return where


def _online(page: Page, date_span: tuple[int, int]) -> tuple[int, int] | None:
    """A word that says that the event is held online, in its title, at its date, or in the first lines."""
    for number, block in enumerate(page.blocks[:14]):
        near_date = block.start <= date_span[0] < block.end and date_span != (0, 0)
        if not (near_date or block.text == page.title or number < 8):
            continue
        for match in _ONLINE.finditer(block.text):
            context = block.text[max(0, match.start() - 30) : match.end() + 30]
            if not _NOT_ONLINE.search(context):
                return block.start + match.start(), block.start + match.end()
    return None
