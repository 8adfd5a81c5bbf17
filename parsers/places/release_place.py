"""The place of a release: its dateline, else the country that its title, its region field or its site is about."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.addresses import split_address
from parsers.page import Block, Page
from parsers.places.countries import country_of, find_countries
from parsers.places.dateline import location_of_dateline
from parsers.places.forms import Where, country_beside, place_words, with_country_of_city
from parsers.places.words import location_words
from parsers.words import lexicon
from parsers.words.lexicon import City
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import Tokens, fold

_TOP_BLOCKS = 12
_LINE, _LEAD = 60, 60  # characters of a line with the place alone; of a first paragraph


def dateline(page: Page, tokens: Tokens) -> Where | None:
    """The place of the dateline that the first paragraphs begin with."""
    top = [block for block in page.blocks[: 3 * _TOP_BLOCKS] if not block.kind.startswith("field_")]
    begun = False
    for block in top[:_TOP_BLOCKS]:
        if not begun and block.text != page.title:
            where = _lone_place(block) or _before_full_stop(block)
            if where is not None:
                return where.shifted(block.start)
            begun = len(block.text) > _LEAD
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


def _lone_place(block: Block) -> Where | None:
    """The place of a line between title and text: "Accra", "Ciudad de Guatemala, jueves 18 de octubre de 2007"."""
    text = block.text
    if len(text) > _LINE or block.kind not in ("paragraph", "heading"):
        return None
    if any(map(str.isdigit, text)):
        where = location_of_dateline(f"{text} – ", unknown=False)
        return None if where is None or where.end < len(text) else replace(where, end=len(text))
    return _known_town(text, len(text))


def _before_full_stop(block: Block) -> Where | None:
    """The known town before the first full stop of a release, or any with its country: "Douala. Deux camions,
    une scène", "Kisumu, Kenya. The lake".
    """
    stop = block.text.find(". ", 0, _LINE) if block.kind == "paragraph" and len(block.text) > _LEAD else -1
    if stop <= 0:
        return None
    return _known_town(block.text[:stop], stop) or _town_and_country(block.text[:stop])


def _town_and_country(head: str) -> Where | None:
    """A town, a comma and its country, and nothing else."""
    parts = _TOWN_AND_COUNTRY.fullmatch(head.rstrip())
    code = country_of(parts["country"]) if parts is not None else None
    city: City | None = lexicon.whole(parts["town"], "city") if parts is not None else None
    if parts is None or code is None or (city is not None and code not in city.countries):
        return None
    if city is None and any(fold(word) in place_words("not_a_city") for word in parts["town"].split()):
        return None
    if lexicon.whole(parts["town"], "country") is not None and city is None:
        return None  # "Kenya, Uganda."
    span, country_span = parts.span("town"), parts.span("country")
    where = Where(city=parts["town"], city_span=span, country=code, country_span=country_span, rule="dateline")
    return replace(where, start=0, end=len(head))


_TOWN_AND_COUNTRY = re.compile(
    rf"(?P<town>[{CAPITALS}\u0600-\u06ff][^\d,،.:;!?()]{{2,40}}?)\s*[,،]\s*(?P<country>[^\d,،.:;!?()]{{3,40}})"
)


def _known_town(text: str, end: int) -> Where | None:
    city: City | None = lexicon.whole(text.strip(), "city")
    if city is None or city.ambiguous or city.state:
        return None
    where = Where(city=text.strip(), city_span=(0, len(text.strip())), start=0, end=end, rule="dateline")
    return with_country_of_city(where, city)


_HEAD = re.compile(r"([^\W\d_][^.,;:!?–—−\d]{2,40}?)\s?(?::|[–—−-])\s")


def country_dateline(page: Page) -> Where | None:
    """A country and a colon or dash before the text: "Ecuador: Las cancillerías …", "Sénégal − Soixante …"."""
    for block in page.blocks[:_TOP_BLOCKS]:
        head = _HEAD.match(block.text) if block.kind == "paragraph" and len(block.text) > 40 else None
        code = country_of(head.group(1)) if head else None
        if head is not None and code is not None:
            span = (block.start + head.start(1), block.start + head.end(1))
            return Where(country=code, country_span=span, start=span[0], end=span[1], rule="dateline")
    return None


def country_in_title(page: Page) -> Where | None:
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


def region(page: Page) -> Where | None:
    """The country in the field that says what a release is about."""
    for block in page.blocks[:14]:
        if block.field and block.kind == "field_value" and fold(block.field) in location_words("regions"):
            code = country_of(block.text)
            if code is not None:
                return Where(country=code, country_span=(block.start, block.end), rule="region field")
    return None


def only_country(page: Page) -> Where | None:
    """The one country that the paragraphs of a release name, and more than once: all of it is told of there."""
    named: list[Where] = []
    for block in page.blocks[:_MOST_BLOCKS]:
        if block.kind != "paragraph" or len(block.text) < _PARAGRAPH or block.text == page.title:
            continue
        for match in find_countries(block.text):
            if match.code is not None:
                span = (block.start + match.start, block.start + match.end)
                named.append(Where(country=match.code, country_span=span, country_basis=_ONLY, rule="only country"))
    return named[0] if len(named) > 1 and len({where.country for where in named}) == 1 else None


_ONLY = "the only country that the release names"
_MOST_BLOCKS, _PARAGRAPH = 40, 60  # blocks that are looked at; characters of a paragraph


def site(page: Page) -> Where | None:
    """The country of a country office's site: ukraine.iom.int."""
    host = (split_address(page.url).hostname or "").removeprefix("www.")
    name, _dot, rest = host.partition(".")
    code = country_of(name.title()) if rest == "iom.int" else None
    return Where(country=code, country_basis="the country office's site", rule="site") if code else None
