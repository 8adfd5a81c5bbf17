"""The kind of a page: event, press release, or something else.

Told by structure, never by date: the node's type, the tag over the title, the address, fields that only one kind has,
an agenda, a dateline. Each says how strongly; the strongest wins, and `KindReading.reasons` keeps them for a maintainer.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from parsers.agenda_items import Agenda
from parsers.dates import find_dates
from parsers.labels import label_at
from parsers.page import Page
from parsers.phrases import fold
from parsers.record import Kind
from parsers.vocabulary import load

_DATELINE = re.compile(
    r"^\(?[A-ZÀ-Þ\u0620-\u064a][^.:;!?]{2,60}?(?:,? \(?\d{1,2}(?:st|nd|rd|th)? \w+(?:,? \d{4})?|,? \w+ \d{1,2},? \d{4})?\s*\)?\s*\.?\s?(?:[–—−:]|\s-|-\s|\.-)\s*(?=\S)"
)
_SPEECH = re.compile(
    r"^(?:your |excellenc|distinguished (?:delegates|colleagues|guests)|ladies and gentlemen|mr\.? (?:chair|president)|madam (?:chair|president)|dear colleagues|thank you|mesdames|señoras y señores|excelencias|distinguidos|أصحاب المعالي|السيدات والسادة)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|takes? place|took place|taking place|will take place|hosts?|hosted|will host|convened|convene|gather(?:ed|s)?|is pleased to invite|invites? you|organi[sz]e[sd]?|brought together|will bring together|brings together|set out|met|dealt with|deals with|s'est tenue?|se tiendra|aura lieu|a eu lieu|organise|a réuni|réunit|s'est déroulée?"
    r"|se celebró|se celebrará|tendrá lugar|tuvo lugar|se realizó|acogió|organiza|reunió|se llevó a cabo|عقد|عقدت|يعقد|تعقد|تنظم|نظم|نظمت|جمع|سيعقد|ستعقد|anim)\b"
)


@dataclass(slots=True)
class KindReading:
    """A page's kind and what spoke for it."""

    kind: Kind
    reasons: list[str] = field(default_factory=list)


@functools.cache
def _words(kind: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(fold(word)) for word in sorted(load("kinds")["words"][kind], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def kind_of(page: Page, agenda: Agenda) -> KindReading:
    """Weigh what speaks for each kind."""
    scores: dict[Kind, float] = {"event": 0.0, "press_release": 0.0, "other": 0.0}
    reasons: list[str] = []

    def add(kind: Kind, weight: float, reason: str) -> None:
        scores[kind] += weight
        reasons.append(f"{kind} {weight:+g}: {reason}")

    kinds = load("kinds")
    parts = urlsplit(page.url)
    path = re.sub(r"^/(?:[a-z]{2})(?=/)", "", parts.path)
    host = (parts.hostname or "").removeprefix("www.")
    for kind in ("press_release", "event", "other"):
        if any(
            path.startswith(prefix) or f"{parts.path}".find(prefix) >= 0 and prefix.count("/") > 1
            for prefix in kinds["paths"][kind]
        ):
            add(kind, 3, f"address {path}")
        if host in kinds["hosts"].get(kind, ()):
            add(kind, 4, f"host {host}")
        if page.node_type in kinds["node_types"][kind]:
            add(kind, 4, f"node type {page.node_type}")
        if page.tag and re.sub(r"\s+(?:global|local|regional|mundial).*$", "", fold(page.tag)).strip(" -") in {
            fold(tag) for tag in kinds["tags"][kind]
        }:
            add(kind, 3, f"tag {page.tag}")
    _weigh_agenda(agenda, add)
    _weigh_text(page, add)
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < 1.5:
        best = "other"
    return KindReading(best, reasons)


def _weigh_agenda(agenda: Agenda, add: object) -> None:
    timed = sum(1 for item in agenda.items if item.time is not None)
    if timed >= 2 or (timed and agenda.days):
        add("event", 4, f"agenda of {timed} timed items")  # type: ignore[operator]
    elif len(agenda.items) >= 2 and agenda.days:
        add("event", 3.5, f"{len(agenda.items)} dated items")  # type: ignore[operator]
    elif timed:
        add("event", 1.5, "one timed item")  # type: ignore[operator]


def _weigh_text(page: Page, add: object) -> None:
    blocks = [block for block in page.blocks if block.text]
    if not blocks:
        return
    title = fold(page.title or "")
    opening = " ".join(fold(block.text) for block in blocks[:8])[:2500]
    body = [
        block
        for block in blocks
        if block.text != page.title and block.kind in ("paragraph", "item", "cell", "definition")
    ]
    labels = {block.field for block in blocks if block.kind == "field_label"}
    if labels & {"date", "dates", "fecha", "التاريخ"} and labels & {
        "location",
        "organizer",
        "organiser",
        "lieu",
        "lugar",
        "venue",
        "المكان",
        "organisateur",
        "organizador",
    }:
        add("event", 3, "fields date and place")  # type: ignore[operator]
    elif labels & {"date", "dates", "fecha"}:
        add("event", 1.5, "field date")  # type: ignore[operator]
    elif any(
        block.field and re.search(r"date|fecha", block.field) and not re.search("post|publi|created", block.field)
        for block in blocks
    ):
        add("event", 1, "date field")  # type: ignore[operator]
    others = len(set(_words("other").findall(" ".join(fold(block.text) for block in blocks[:60])[:8000])))
    if others:
        add("other", min(4.0, 1.2 * others), f"{others} words of other pages")  # type: ignore[operator]
    if _words("press_release").search(title) or _words("press_release").search(opening[:400]):
        add("press_release", 3.5, "says press release or joint statement")  # type: ignore[operator]
    if body and any(
        _DATELINE.match(block.text) and len(block.text) > 100 and label_at(block.text) is None for block in body[:3]
    ):
        add("press_release", 1.6, "dateline")  # type: ignore[operator]
    if re.search(
        r"for (?:more|further) information,? please contact|pour plus d'informations,? veuillez contacter|para mas informacion",
        " ".join(fold(block.text) for block in blocks[-8:]),
    ):
        add("press_release", 1.2, "press contact")  # type: ignore[operator]
    labelled = {
        label.meaning for block in blocks[:30] if (label := label_at(block.text)) is not None and label.kind == "line"
    }
    if any(
        label.kind == "role"
        for block in blocks[:60]
        if (label := label_at(block.text)) is not None and label.meaning in ("panellist", "moderator", "speaker")
    ):
        add("event", 1.5, "speakers or moderators labelled")  # type: ignore[operator]
    if "venue" in labelled and any(find_dates(block.text) for block in blocks[:12] if len(block.text) < 60):
        add("event", 3, "a date line and a venue")  # type: ignore[operator]
    if body and any(_SPEECH.match(block.text) for block in body[:3]):
        add("other", 4, "address of a speech")  # type: ignore[operator]
    if _words("event").search(title):
        add("event", 1.2, "title names a meeting")  # type: ignore[operator]
    lead = [block for block in body if len(block.text) > 60][:4]
    if any(_words("event").search(fold(block.text)) and _HELD.search(block.text) for block in lead):
        add("event", 1.6, "introduction tells of a meeting held")  # type: ignore[operator]
    slug = urlsplit(page.url).path.rsplit("/", 1)[-1]
    if _words("event").search(fold(slug.replace("-", " "))) or re.search(r"-(?:19|20)\d\d$", slug):
        add("event", 0.6, "address names a meeting")  # type: ignore[operator]
    if _is_series(blocks):
        add("other", 3.5, "overview of several meetings")  # type: ignore[operator]
    if _is_list(page):
        add("other", 4, "list of items")  # type: ignore[operator]


def _is_series(blocks: list) -> bool:  # type: ignore[type-arg]
    heads = [block.text for block in blocks if len(block.text) < 60]
    return (
        sum(
            bool(
                re.match(
                    r"^(?:first|second|third|fourth|fifth|sixth|première|deuxième|troisième|primera|segunda|tercera)\s+(?:meeting|session|conference|réunion|reunión|workshop)\b",
                    head,
                    re.IGNORECASE,
                )
            )
            for head in heads
        )
        >= 2
    )


def _is_list(page: Page) -> bool:
    """Whether the page lists other pages: teaser after teaser with a date or credit line over each."""
    credits = sum(bool(re.match(r"^©", block.text)) for block in page.blocks)
    displaying = any(re.match(r"^Displaying \d+ - \d+ of \d+", block.text) for block in page.blocks[:20])
    return displaying or credits >= 3
