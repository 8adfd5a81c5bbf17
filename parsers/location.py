"""Where a page's event is, or where a release was issued.

The first source that says anything counts: a field or label of the page, then a release's dateline, then lines at the
event's date, then sentences that say where the meeting is held, those with the event's own date first; for a release
without any of these the country that its title or its site is about.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from urllib.parse import urlsplit

from parsers import lexicon
from parsers.countries import country_of, find_countries
from parsers.cues import cues
from parsers.dates import find_dates
from parsers.digests import is_digest
from parsers.labels import label_at
from parsers.page import Block, Page
from parsers.lexicon import City
from parsers.phrases import Match, Phrase, PhraseMatcher, Tokens, fold, tokenise
from parsers.places import Where, country_beside, find_held_at, location_of_dateline, read_venue_line
from parsers.record import Evidence, Kind, Location
from parsers.sentences import sentences
from parsers.times import find_times
from parsers.vocabulary import load

Span = tuple[int, int]

_LINE = 170  # characters of a line that may be a place
_TOP = 1500  # characters of a page in which a sentence tells of its own event
_FIRST = 8  # blocks of an introduction
_SENTENCE_ENDS = re.compile(r"[a-z]{3}[.!?]$")
_CLAUSE = re.compile(r"[;؛]")


def locate(page: Page, kind: Kind, tokens: Tokens, date: Span, skip: set[int]) -> tuple[Location, list[Evidence]]:
    """The event's place, or a release's, and its evidence.

    ``date`` is the span of the event's date words in ``Page.text``, ``skip`` the numbers of blocks of its agenda. A
    digest has no place: each of its items has one.
    """
    release = kind == "press_release"
    if release and is_digest(page):
        return Location(), []
    where = _stated(page, skip)
    if where is None and release:
        where = _dateline(page, tokens) or _country_dateline(page)
    if where is None and kind == "event":
        where = _beside_date(page, date) or _place_line(page, skip) or _invitation(page, skip)
    held = _held(tokens, date, release)
    if held is None and kind == "event" and (where is None or where.country is None):
        held = _introduced(page, tokens, skip)
    where = held if where is None else _completed(where, held)
    if where is None and release:
        where = _country_in_title(page) or _region(page) or _site(page)
    if where is not None:
        where = _with_venue_behind(page, where)
    online = _online(page, tokens, date) if kind == "event" else None
    return _location(where, online)


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("location")[key])


@functools.cache
def _phrases() -> PhraseMatcher[None]:
    table = load("location")
    return PhraseMatcher(Phrase(word, None, group) for group in ("not_online", "elsewhere") for word in table[group])


def _says(group: str, text: str) -> bool:
    return bool(_phrases().find_groups(tokenise(text))[group])


def _location(where: Where | None, online: Span | None) -> tuple[Location, list[Evidence]]:
    location = Location()
    evidence: list[Evidence] = []
    if where is not None:
        location = Location(where.venue, where.city, where.country, where.online)
        country_span = where.country_span if where.country_span != (0, 0) else where.city_span
        for name, value, span, basis in (
            ("venue", where.venue, where.venue_span, None),
            ("city", where.city, where.city_span, where.city_basis),
            ("country", where.country, country_span, where.country_basis),
            ("online", where.online or None, where.online_span, None),
        ):
            if value is not None and (span != (0, 0) or basis is not None):
                evidence.append(Evidence(f"location/{name}", *span, rule=where.rule or "place", basis=basis))
    if online is not None and not location.online:
        location.online = True
        evidence.append(Evidence("location/online", *online, rule="online word"))
    return location, evidence


# --- fields and labels ----------------------------------------------------------------------------------------------


def _stated(page: Page, skip: set[int]) -> Where | None:
    """A field, a labelled line, or a label inside a paragraph that says where."""
    stated: Where | None = None
    for index, block in enumerate(page.blocks):
        if stated is None and block.field and block.kind != "field_label" and _is_place_field(block.field):
            where = _read(block.text)
            stated = where.shifted(block.start) if where is not None else None
        elif index not in skip and ":" in block.text:
            where = _labelled(page, index) or _label_inside(block)
            stated = where if stated is None else _completed(stated, where)
        if stated is not None and stated.venue is not None:
            break
    return stated


def _labelled(page: Page, index: int) -> Where | None:
    """A line that begins with a label of a place: "Venue: Hall of the Two Lighthouses"."""
    block = page.blocks[index]
    label = label_at(block.text) if len(block.text) <= 200 else None
    if label is None or label.meaning != "venue" or label.rest >= len(block.text):
        return None
    where = _read(block.text)
    return _with_next_line(page, index, where.shifted(block.start)) if where is not None else None


@functools.lru_cache(maxsize=512)
def _is_place_field(field: str) -> bool:
    folded = fold(field)
    return folded != "body" and any(fold(part) in folded for part in load("location")["fields"])


def _label_inside(block: Block) -> Where | None:
    """ "… who look after travellers. Venue: Hotel Mirador, Panama City, Panama." """
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if not start or ":" not in sentence[:25] or len(sentence) > 200:
            continue
        label = label_at(sentence)
        if label is not None and label.meaning == "venue" and label.rest < len(sentence):
            where = _read(sentence)
            if where is not None:
                return where.shifted(block.start + start)
    return None


def _read(text: str) -> Where | None:
    """The place of a line, up to its hours: "Casa de la Cultura, Tumaco, de 10:00 a 12:30, hora de Colombia"."""
    times = find_times(text) if any(c.isdigit() for c in text) else []
    if times and times[0].start > 8:
        text = re.sub(r"[\s,]+(?:de|from|at|à|a las|les?|dès|desde|من)?\s*$", "", text[: times[0].start])
    return read_venue_line(text.rstrip(" ."))


def _with_next_line(page: Page, index: int, where: Where) -> Where:
    """City and country from the street line under a venue's line."""
    if where.city is not None or index + 1 >= len(page.blocks) or len(page.blocks[index + 1].text) > 100:
        return where
    block = page.blocks[index + 1]
    below = read_venue_line(block.text) if not block.text.endswith(":") else None
    if below is None or below.city is None or label_at(block.text) is not None:
        return where
    below = below.shifted(block.start)
    return replace(below, venue=where.venue, venue_span=where.venue_span, online=where.online or below.online)


# --- datelines ------------------------------------------------------------------------------------------------------


def _dateline(page: Page, tokens: Tokens) -> Where | None:
    for block in page.blocks[:12]:
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


_HEAD = re.compile(r"([^\W\d_][^.,;:!?–—−\d]{2,40}?)\s?(?::|[–—−-])\s")


def _country_dateline(page: Page) -> Where | None:
    """A country and a colon or dash before the text: "Ecuador: Las cancillerías …", "Sénégal − Soixante …"."""
    for block in page.blocks[:12]:
        head = _HEAD.match(block.text) if block.kind == "paragraph" and len(block.text) > 40 else None
        code = country_of(head.group(1)) if head else None
        if head is not None and code is not None:
            span = (block.start + head.start(1), block.start + head.end(1))
            return Where(country=code, country_span=span, start=span[0], end=span[1], rule="dateline")
    return None


# --- lines of an event page -----------------------------------------------------------------------------------------


def _beside_date(page: Page, date: Span) -> Where | None:
    """The line of the date, or a line next to it, where it is a place and little else."""
    at = next((i for i, block in enumerate(page.blocks) if block.start <= date[0] < block.end), None)
    if date == (0, 0) or at is None or len(page.blocks[at].text) > _LINE:
        return None
    for index in (at, at - 1, at + 1, at - 2):
        if 0 <= index < len(page.blocks) and _place_like(page.blocks[index]) and page.blocks[index].text != page.title:
            where = _read_line(page.blocks[index])
            if where is not None:
                return _with_venue_line(page, at, where) if where.venue is None else where
    return None


def _with_venue_line(page: Page, at: int, where: Where) -> Where:
    """The venue on a line of its own beside the date's: "Dakar, 11 et 12 octobre 2006" / "Hôtel Téranga"."""
    for index in (at + 1, at - 1):
        if not 0 <= index < len(page.blocks) or not _place_like(page.blocks[index]):
            continue
        block = page.blocks[index]
        if len(block.text) > 80 or block.text == page.title or find_dates(block.text) or find_times(block.text):
            continue
        venue = read_venue_line(block.text)
        if venue is not None and venue.venue is not None and venue.city in (None, where.city):
            shifted = venue.shifted(block.start)
            return replace(where, venue=shifted.venue, venue_span=shifted.venue_span)
    return where


def _read_line(block: Block) -> Where | None:
    """Venue, city and country of a line, its dates and times blanked out; its country must be known."""
    text = block.text
    if any(c.isdigit() for c in text):
        for mention in find_dates(text):
            text = _blanked(text, mention.start, mention.end)
        for time in find_times(text):
            text = _blanked(text, time.start, time.end)
    if not re.search(r"[^\W\d_]{3}", text):
        return None
    where = read_venue_line(text)
    if where is None or where.country is None:
        return None
    return where.shifted(block.start)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _place_line(page: Page, skip: set[int]) -> Where | None:
    """A line or first sentence at the top that is a place: "Federal Foreign Office, Berlin", "Geneva | CICG"."""
    for index, block in enumerate(page.blocks[:7]):
        if block.text == page.title or index in skip or not re.search(r"[,|،]", block.text):
            continue
        text = block.text
        if len(text) > 100 or not _place_like(block):
            first = sentences(text)[:1]
            if block.kind != "paragraph" or not first or first[0][1] > 100 or first[0][1] == len(text):
                continue
            text = text[: first[0][1]].rstrip(" .")
        where = _read_line(Block(block.kind, text, block.start))
        if where is not None and where.city is not None and (where.venue is not None or text == block.text):
            return where
    return None


def _place_like(block: Block) -> bool:
    return (
        len(block.text) < _LINE
        and block.kind in ("paragraph", "heading", "item", "cell", "label")
        and not _SENTENCE_ENDS.search(block.text)
        and label_at(block.text) is None
    )


_AT = re.compile(
    r"\b(?:at|in|au|aux|à|en el|en la|en|dans)\s+(?:the\s+|la\s+|le\s+|l['’])?(?=[A-ZÀ-Þ])([^;]{4,120}?)(?:\.\s|\.$|;|$)"
)


def _invitation(page: Page, skip: set[int]) -> Where | None:
    """ "... on Thursday, 18 December at the Old Rope Works, 12 Harbour Street, Valletta"."""
    for index, block in enumerate(page.blocks[:_FIRST]):
        if (
            index in skip
            or block.text == page.title
            or len(block.text) < 40
            or not any(c.isdigit() for c in block.text)
        ):
            continue
        for mention in find_dates(block.text)[:3]:
            match = _AT.search(block.text, mention.end, min(len(block.text), mention.end + 200))
            if match is None or "." in block.text[mention.end : match.start()]:
                continue
            where = read_venue_line(match.group(1))
            if where is not None and where.country is not None and where.venue is not None:
                return where.shifted(block.start + match.start(1))
    return None


# --- sentences ------------------------------------------------------------------------------------------------------


def _held(tokens: Tokens, date: Span, release: bool) -> Where | None:
    """Where a sentence says that the meeting is held: the one with the event's date, else one that tells of it."""
    found = [held for held in find_held_at(tokens) if not held.other]
    chosen: list[Where] = []
    nearby: list[Where] = []
    for held in found:
        start, end = _clause(tokens.text, held.sentence, held.where.start)
        if _says("elsewhere", tokens.text[start:end]) and not start <= date[0] < end:
            continue
        if date != (0, 0) and held.sentence[0] <= date[0] < held.sentence[1]:
            chosen.append(held.where)
        elif held.sentence[0] < _TOP and (release or cues(tokens).any_within("meeting_self", start, end)):
            nearby.append(held.where)
    if not (chosen or nearby):
        return None
    best, *rest = chosen or nearby
    if best.city is None:
        best = next((one for one in rest if one.city is not None and one.country in (best.country, None)), best)
    if best.venue is None:
        same = (one for one in (*rest, *nearby) if one.venue is not None and one.city == best.city)
        venue = next(same, None)
        best = best if venue is None else replace(best, venue=venue.venue, venue_span=venue.venue_span)
    return best


def _clause(text: str, sentence: Span, place: int) -> Span:
    """The part of a sentence between semicolons in which a place stands."""
    start, end = sentence
    for border in _CLAUSE.finditer(text, *sentence):
        if border.end() <= place:
            start = border.end()
        else:
            end = border.start()
            break
    return start, end


def _introduced(page: Page, tokens: Tokens, skip: set[int]) -> Where | None:
    """The town that the introduction names beside a word of meeting: "la OIM organiza o acompaña en Dubái"."""
    found = cues(tokens)
    first = [
        block
        for index, block in enumerate(page.blocks[:_FIRST])
        if index not in skip and len(block.text) > 40 and block.text != page.title
    ]
    for block in first[:4]:
        spans = [(block.start + start, block.start + end) for start, end in sentences(block.text)]
        for city in lexicon.found(tokens, "city"):
            if not block.start <= city.start < block.end:
                continue
            sentence = next(span for span in spans if city.start < span[1])
            start, end = _clause(tokens.text, sentence, city.start)
            meeting = found.any_within("meeting_held", start, end) or found.any_within("kind_event", start, end)
            before = tokens.text[max(0, city.start - 8) : city.start].split()
            within = bool(before) and fold(before[-1]) in _words("in") or city.start > tokens.starts[city.first]
            end_of_place = _place_end(tokens.text, city.end, end)
            if city.payload.ambiguous and end_of_place == city.end:
                continue
            if found.any_within("post", max(start, city.start - 40), city.start):
                continue  # "Consul General of Djibouti in Geneva"
            if not meeting or not within or _says("elsewhere", tokens.text[start:end]):
                continue
            return _city_with_country(tokens, city, end_of_place)
    return None


def _city_with_country(tokens: Tokens, city: Match[City], end: int) -> Where:
    """A town and the country that is printed behind it up to ``end``, else the one that it is known to be in."""
    where = Where(
        city=tokens.text[city.start : city.end],
        city_span=(city.start, city.end),
        start=city.start,
        end=end,
        rule="introduction",
    )
    code = country_of(tokens.text[city.end : end].strip(" ,،()")) if end > city.end else None
    if code is not None:
        return replace(where, country=code, country_span=(city.end, end))
    countries = city.payload.countries
    if len(countries) != 1:
        return where
    return replace(where, country=countries[0], country_span=where.city_span, country_basis="country of the city")


_COUNTRY_BEHIND = re.compile(r"[,،]?\s*\(?[^\W\d_][^.,،;()]{2,40}\)?")


def _place_end(text: str, end: int, stop: int) -> int:
    """Behind the country that follows a town's name; behind the town where none does."""
    behind = _COUNTRY_BEHIND.match(text, end, stop)
    if behind is not None and country_of(behind.group().strip(" ,،()")) is not None:
        return behind.end()
    return end


def _completed(where: Where, held: Where | None) -> Where:
    """A place with the parts that the prose adds without contradicting it."""
    if held is None or _differ(where.city, held.city) or _differ(where.country, held.country):
        return where
    if where.venue is None and held.venue is not None:
        where = replace(where, venue=held.venue, venue_span=held.venue_span)
    if where.city is None and held.city is not None and where.rule != "dateline":
        where = replace(where, city=held.city, city_span=held.city_span, city_basis=held.city_basis)
    if where.country is None and held.country is not None:
        where = replace(where, country=held.country, country_span=held.country_span, country_basis=held.country_basis)
    return where


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) != fold(other)


_VENUE_BEHIND = re.compile(
    r"(?:,\s*[^\W\d_][^.,;]{2,30})?,?\s+(?:at|au|à la|à l['’]|en el|en la)\s+(?:the\s+)?"
    r"([^\W\da-zß-ÿ][^.,;:()]{4,70}?)(?=[.,;]|\s+(?:on|from|le|du|el|del|with|avec|con)\s)"
)


def _with_venue_behind(page: Page, where: Where) -> Where:
    """The venue behind a city, in the same sentence; the country of an unknown city from its sentence."""
    if where.venue is None and where.city is not None:
        start = page.text.find(where.city, 0, _TOP)
        while start >= 0:
            match = _VENUE_BEHIND.match(page.text, start + len(where.city))
            venue = read_venue_line(match.group(1)) if match else None
            if match is not None and venue is not None and venue.venue is not None and venue.city in (None, where.city):
                return replace(where, venue=match.group(1), venue_span=match.span(1))
            start = page.text.find(where.city, start + 1, _TOP)
    if where.city is not None and where.country is None:
        return _with_only_country(page, where)
    return where


def _with_only_country(page: Page, where: Where) -> Where:
    """The country of a town that no vocabulary has: the only one that its paragraph names."""
    block = next((block for block in page.blocks if block.start <= where.city_span[0] < block.end), None)
    found = {match.code: match for match in find_countries(block.text) if match.code} if block is not None else {}
    if block is None or len(found) != 1:
        return where
    match = next(iter(found.values()))
    span = (block.start + match.start, block.start + match.end)
    return replace(where, country=match.code, country_span=span, country_basis="the only country of the paragraph")


# --- a release without a dateline -----------------------------------------------------------------------------------


def _country_in_title(page: Page) -> Where | None:
    """The country that a release's title begins with ("Burundi: First Buses Home"), else the only one it names."""
    block = next((block for block in page.blocks if block.text == page.title), None)
    if page.title is None or block is None:
        return None
    found = [match for match in find_countries(page.title) if match.code]
    leads = bool(found) and found[0].start == 0 and page.title[found[0].end :].lstrip().startswith((":", "–", "- "))
    if not found or (len({match.code for match in found}) > 1 and not leads):
        return None
    span = (block.start + found[0].start, block.start + found[0].end)
    return Where(country=found[0].code, country_span=span, start=span[0], end=span[1], rule="title")


def _region(page: Page) -> Where | None:
    """The country in the field that says what a release is about."""
    for block in page.blocks[:14]:
        if block.field and block.kind == "field_value" and fold(block.field) in _words("regions"):
            code = country_of(block.text)
            if code is not None:
                return Where(country=code, country_span=(block.start, block.end), rule="region field")
    return None


def _site(page: Page) -> Where | None:
    """The country of a country office's site: ukraine.iom.int."""
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    name, _dot, rest = host.partition(".")
    code = country_of(name.title()) if rest == "iom.int" else None
    return Where(country=code, country_basis="the country office's site", rule="site") if code else None


# --- online ---------------------------------------------------------------------------------------------------------


def _online(page: Page, tokens: Tokens, date: Span) -> Span | None:
    """A word that says that the event is held online: in its title, at its date, or in the first lines."""
    blocks = [
        block
        for number, block in enumerate(page.blocks[:14])
        if number < 8 or block.text == page.title or (date != (0, 0) and block.start <= date[0] < block.end)
    ]
    for match in lexicon.found(tokens, "online"):
        if any(block.start <= match.start < block.end for block in blocks):
            around = page.text[max(0, match.start - 30) : match.end + 30]
            if not _says("not_online", around):
                return match.start, match.end
    return None
