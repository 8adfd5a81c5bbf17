"""The kind of a page: event, press release, or something else.

Told by structure, never by date: the node's type, the tag over the title, the address, fields that only one kind has,
an agenda, a dateline, words of invitation. Each says how strongly; the strongest wins, and `KindReading.reasons` keeps
them for a maintainer. The words are in data/vocab/kinds.toml.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from parsers.addresses import split_address
from parsers.agenda.items import Agenda
from parsers.agenda.labels import Label, label_at
from parsers.dates.finding import find_dates
from parsers.dates.published import published_on
from parsers.page import Block, Page
from parsers.places.dateline import location_of_dateline
from parsers.prose.cues import Cues, cues
from parsers.record import Kind
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_KINDS: tuple[Kind, ...] = ("press_release", "event", "other")
_LEAST = 1.5  # a page for whose kind less than this speaks is of another kind
_LANGUAGE_PATH = re.compile(r"^/(?:[a-z]{2})(?=/)")
_PROSE = ("paragraph", "item", "cell", "definition")
_LONGEST_HEAD = 60  # characters of a line that counts the pages of a list
_ENTRIES, _FIRST_ENTRY = 3, 6  # entries that make a list; the block by which its first one ends
_WORDS = WordLists("kinds")


@dataclass(slots=True)
class KindReading:
    """A page's kind and what spoke for it."""

    kind: Kind
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Scales:
    scores: dict[Kind, float] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0.0))
    reasons: list[str] = field(default_factory=list)

    def add(self, kind: Kind, weight: float, reason: str) -> None:
        self.scores[kind] += weight
        self.reasons.append(f"{kind} {weight:+g}: {reason}")


def kind_of(page: Page, agenda: Agenda, tokens: Tokens | None = None) -> KindReading:
    """Weigh what speaks for each kind. ``tokens`` are those of ``page.text``."""
    scales = _Scales()
    _weigh_address(page, scales)
    _weigh_agenda(agenda, scales)
    blocks = [block for block in page.blocks if block.text]
    if blocks:
        _weigh_fields(blocks, scales)
        _weigh_labels(blocks, scales)
        found = cues(tokens or tokenise(page.text))
        _weigh_words(page, blocks, found, scales)
        _weigh_prose(page, blocks, found, scales)
        _weigh_lists(blocks, found, scales)
        if max(scales.scores.values()) < _LEAST:
            _weigh_posting(page, blocks, found, scales)
        if max(scales.scores.values()) < _LEAST:
            _weigh_days(page, blocks, found, scales)
    best = max(_KINDS, key=lambda kind: (scales.scores[kind], kind == "event"))
    return KindReading(best if scales.scores[best] >= _LEAST else "other", scales.reasons)


@functools.cache
def _event_words() -> re.Pattern[str]:
    return whole_words(load("kinds")["words"]["event"])


# --- where the page stands ------------------------------------------------------------------------------------------


def _weigh_address(page: Page, scales: _Scales) -> None:
    kinds = load("kinds")
    parts = split_address(page.url)
    path = _LANGUAGE_PATH.sub("", parts.path.lower())
    host = (parts.hostname or "").removeprefix("www.")
    tag = _tag_scope().sub("", fold(page.tag)).strip(" -") if page.tag else ""
    for kind in _KINDS:
        if any(
            path.startswith(prefix) or (prefix.count("/") > 1 and prefix in parts.path.lower())
            for prefix in kinds["paths"][kind]
        ):
            scales.add(kind, 3, f"address {path}")
        if host in kinds["hosts"].get(kind, ()):
            scales.add(kind, 4, f"host {host}")
        if page.node_type in kinds["node_types"][kind]:
            scales.add(kind, 4, f"node type {page.node_type}")
        if tag and tag in _tags(kind):
            scales.add(kind, 3, f"tag {page.tag}")
    slug = parts.path.rsplit("/", 1)[-1]
    if _event_words().search(slug.replace("-", " ").casefold()) or re.search(r"-(?:19|20)\d\d$", slug):
        scales.add("event", 0.6, "address names a meeting")


@functools.cache
def _tag_scope() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(fold(form) for form in _WORDS.forms('lines.scope'))}).*$")


@functools.cache
def _tags(kind: Kind) -> frozenset[str]:
    return frozenset(fold(tag) for tag in load("kinds")["tags"][kind])


# --- how it is built ------------------------------------------------------------------------------------------------


def _weigh_agenda(agenda: Agenda, scales: _Scales) -> None:
    timed = sum(1 for item in agenda.items if item.time is not None)
    if timed >= 2 or (timed and agenda.days):
        scales.add("event", 4, f"agenda of {timed} timed items")
    elif all(item.listed for item in agenda.items) and len(agenda.items) >= 2:
        scales.add("event", 1.5, f"a list of {len(agenda.items)} days and titles")
    elif len(agenda.items) >= 2 and agenda.days:
        scales.add("event", 3.5, f"{len(agenda.items)} dated items")
    elif timed:
        scales.add("event", 1.5, "one timed item")


@functools.cache
def _field_labels(key: str) -> frozenset[str]:
    return frozenset(_WORDS.forms(f"fields.{key}"))


def _names(key: str, field: str) -> bool:
    """Whether a field's machine name is that of a ``date``, or of the day of ``posting``."""
    return any(part in field for part in _name_parts(key))


@functools.cache
def _name_parts(key: str) -> tuple[str, ...]:
    return tuple(_WORDS.forms(f"names.{key}"))


@functools.cache
def _event_stamp() -> re.Pattern[str]:
    """ "Mar 21, 2019 - Event" """
    return re.compile(rf"\d\s+[-–—|]\s+{_WORDS.any_of('lines.stamp', opening=True)}$")


def _weigh_fields(blocks: list[Block], scales: _Scales) -> None:
    labels = {block.field for block in blocks if block.kind == "field_label"}
    if labels & _field_labels("date") and labels & _field_labels("place"):
        scales.add("event", 3, "fields date and place")
    elif labels & _field_labels("date"):
        scales.add("event", 1.5, "field date")
    elif any(block.field and _names("date", block.field) and not _names("posting", block.field) for block in blocks):
        scales.add("event", 1, "date field")


def _weigh_labels(blocks: list[Block], scales: _Scales) -> None:
    labels = [label for block in blocks[:60] if (label := _label(block)) is not None]
    if any(label.kind == "role" and label.meaning in ("panellist", "moderator", "speaker") for label in labels):
        scales.add("event", 1.5, "speakers or moderators labelled")
    venue = any(label.kind == "line" and label.meaning == "venue" for label in labels[:30])
    if venue and any(len(block.text) < 60 and find_dates(block.text) for block in blocks[:12]):
        scales.add("event", 3, "a date line and a venue")
    if any(_event_stamp().search(block.text) for block in blocks[:4] if len(block.text) < 60):
        scales.add("event", 3, "stamp of an event")


def _label(block: Block) -> Label | None:
    # A label is short or ends in a colon; looking at long lines for nothing costs.
    return label_at(block.text) if len(block.text) < 60 or ":" in block.text[:60] else None


def _weigh_lists(blocks: list[Block], found: Cues, scales: _Scales) -> None:
    """Pages that list other pages, and overviews of several meetings."""
    heads = [block for block in blocks if len(block.text) < 60]
    if sum(_starts_with(found, "kind_ordinals", head) and _both(found, head, "kind_event") for head in heads) >= 2:
        scales.add("other", 3.5, "overview of several meetings")
    credits = sum(block.text.startswith("©") for block in blocks)
    if any(_heads_list(block.text) for block in blocks[:20]):
        scales.add("other", 8, "head of a list of pages")
    elif _leads_to_more(blocks):
        scales.add("other", 8, "entries that lead to pages")
    elif credits >= 3:
        scales.add("other", 4, "list of items")


def _leads_to_more(blocks: list[Block]) -> bool:
    """Whether a page is a list of entries, each with its "Read more"; a few below a text are related pages."""
    found = [number for number, block in enumerate(blocks) if len(block.text) < _LONGEST_HEAD and _leads_on(block.text)]
    return len(found) >= _ENTRIES and found[0] <= _FIRST_ENTRY and found[-1] >= len(blocks) // 2


def _leads_on(text: str) -> bool:
    return fold(text).strip(" .…»›>:") in _read_more()


@functools.cache
def _read_more() -> frozenset[str]:
    return frozenset(fold(word) for word in load("kinds")["phrases"]["read_more"])


def _heads_list(text: str) -> bool:
    """Whether a line counts the pages of a list: "Displaying 1 - 10 of 148"."""
    if len(text) > _LONGEST_HEAD or not text[-1:].isdecimal():
        return False
    numbers = _list_range().search(text)
    return numbers is not None and fold(text[: numbers.start()]).strip(" :") in _list_heads()


@functools.cache
def _list_range() -> re.Pattern[str]:
    return re.compile(rf"\d+ ?[-–] ?\d+ {_WORDS.any_of('lines.of')} (?:[^\W\d]+ )?\d+")


@functools.cache
def _list_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in load("kinds")["phrases"]["list_heads"])


# --- what it says ---------------------------------------------------------------------------------------------------

_MANY = 60  # blocks that are looked at for words
_PARAGRAPH, _RUNNING = 100, 3  # characters of a paragraph; paragraphs of a page of running text
_TITLE = 12  # blocks among which the title stands
_LEAD, _LEADS = 60, 3  # characters of a first paragraph; how many of them say when an event is
_CONTACT = 2  # paragraphs before a press contact
_IMPRINT = 3  # words of an imprint (ISSN, edited by, order form) that a page has only if it is of a book


def _weigh_words(page: Page, blocks: list[Block], found: Cues, scales: _Scales) -> None:
    title = next((block for block in blocks[:8] if block.text == page.title), None)
    head = blocks[min(8, len(blocks)) - 1].end
    if found.any_within("kind_press_release", 0, min(head, blocks[0].start + 400)):
        scales.add("press_release", 3.5, "says press release or joint statement")
    if page.title and _press_head().match(fold(page.title)):
        scales.add("press_release", 5, "title is that of a text for the press")
    if title is not None and _names_event(found, title):
        scales.add("event", 1.2, "title names a meeting")
    end = blocks[min(_MANY, len(blocks)) - 1].end
    others = len({match.payload for match in found.within("kind_other", 0, end)})
    if others:
        scales.add("other", min(4.0, 1.2 * others), f"{others} words of other pages")
    imprint = len({match.payload for match in found.within("kind_publication", 0, end)})
    if imprint >= _IMPRINT:
        scales.add("other", 8, f"{imprint} words of an imprint")
    if found.any_within("kind_invitation", 0, end):
        scales.add("event", 2, "invites")
    if found.any_within("kind_event_lines", 0, end):
        scales.add("event", 2, "names an event type")


@functools.cache
def _press_head() -> re.Pattern[str]:
    """The head of a title of a text for the press: "Media Advisory: Launch of the Atlas, Geneva, 23 November"."""
    return re.compile(rf"(?:{whole_words(load('kinds')['words']['press_release']).pattern})\s*[:–—-]")


def _weigh_prose(page: Page, blocks: list[Block], found: Cues, scales: _Scales) -> None:
    at = next((number for number, block in enumerate(blocks[:8]) if block.text == page.title), -1)
    body = [block for block in blocks[at + 1 :] if block.text != page.title and block.kind in _PROSE]
    dateline = any(_has_dateline(block, number, body) for number, block in enumerate(body[:3]))
    if dateline:
        scales.add("press_release", 1.6, "dateline")
        if any(_says_posted(block) for block in body[:2]):
            scales.add("press_release", 2.5, "day of posting over the dateline")
    if any(found.any_within("contact", block.start, block.end) for block in blocks[-8:]):
        scales.add("press_release", 1.2, "press contact")
    if dateline and any(found.any_within("contact", block.start, block.end) for block in body[_CONTACT:]):
        scales.add("press_release", 1.5, "press contact below a dateline")
    if any(_starts_with(found, "kind_speech", block) for block in body[:3]):
        scales.add("other", 4, "address of a speech")
    lead = [block for block in body if len(block.text) > 60][:4]
    if any(_both(found, block, "kind_event", "kind_held") for block in lead):
        scales.add("event", 1.6, "introduction tells of a meeting held")
    if _says_who_opens(found, body):
        scales.add("event", 0.5, "says who opens or moderates")


def _names_event(found: Cues, block: Block) -> bool:
    """Whether a title names a meeting, or something open to everybody: a fair, an exhibition."""
    span = block.start, block.end
    public = found.any_within("kind_public", *span) and not found.any_within("kind_not_public", *span)
    return public or found.any_within("kind_event", *span)


def _weigh_days(page: Page, blocks: list[Block], found: Cues, scales: _Scales) -> None:
    """Days in the first paragraphs below a title that names an event, on a page that nothing else tells the kind of."""
    title = next((number for number, block in enumerate(blocks[:_TITLE]) if block.text == page.title), None)
    if title is None or not _names_event(found, blocks[title]):
        return
    long = [block for block in blocks[title + 1 :] if len(block.text) > _LEAD][:_LEADS]
    lead = [block for block in long if block.kind == "paragraph" and block.text[-1] in ".!?؟…)”»"]
    if any(mention.names_days and not mention.published_hint for block in lead for mention in find_dates(block.text)):
        scales.add("event", 1.0, "days below a title that names an event")


def _weigh_posting(page: Page, blocks: list[Block], found: Cues, scales: _Scales) -> None:
    """A day of posting over running text that tells what somebody did or said, on a page that nothing else tells the
    kind of; not over questions and answers, nor over somebody's own story.
    """
    running = [block for block in blocks if block.kind in _PROSE and len(block.text) >= _PARAGRAPH]
    tells = any(
        found.any_within(group, block.start, block.end) for block in running for group in ("say", "meeting_held")
    )
    asks = sum(block.text.endswith(("?", "؟")) for block in blocks) > 1
    if len(running) < _RUNNING or not tells or asks or sum(map(_tells_of_myself, running)) >= _OWN_STORY:
        return
    if published_on(page, "press_release") is not None:
        scales.add("press_release", 1.5, "day of posting over running text")


def _tells_of_myself(block: Block) -> bool:
    """Whether somebody tells of themself in a paragraph, quotations aside."""
    return _myself().search(_QUOTED.sub(" ", block.text)) is not None


_COLON_ALONE = re.compile(r"[^\d:]+:\s*")  # "Nairobi: Hotel of the Lions" may be a line of any list
_OWN_STORY = 2  # paragraphs in which somebody tells of themself
_QUOTED = re.compile(r"[“«„].*?(?:[”»]|$)|\"[^\"]*(?:\"|$)", re.DOTALL)


@functools.cache
def _myself() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-]){_WORDS.any_of('lines.myself')}|(?<![\w’'-]){_WORDS.any_of('lines.myself', opening=True)}"
    )


def _says_posted(block: Block) -> bool:
    """Whether a line says when the page was posted: "Created: Friday, 3 May 2019"."""
    return len(block.text) < _LONGEST_HEAD and any(mention.published_hint for mention in find_dates(block.text))


def _starts_with(found: Cues, group: str, block: Block) -> bool:
    return found.any_within(group, block.start, min(block.end, block.start + 40)) and any(
        match.start <= block.start + 2 for match in found.within(group, block.start, block.end)
    )


def _both(found: Cues, block: Block, *groups: str) -> bool:
    return all(found.any_within(group, block.start, block.end) for group in groups)


def _says_who_opens(found: Cues, body: list[Block]) -> bool:
    return any(
        match.payload.place == "by" and match.payload.role in ("opening", "moderator", "chair")
        for block in body
        for match in found.within("role", block.start, block.end)
    )


def _has_dateline(block: Block, number: int, body: list[Block]) -> bool:
    """Whether a first paragraph starts with a dateline; a text capture may have it broken into short lines."""
    if len(block.text) <= 100 and not (number == 0 and len(body) > 1 and body[1].text[:1].isalpha()):
        return False
    where = location_of_dateline(block.text) if _label(block) is None else None
    return where is not None and not _COLON_ALONE.fullmatch(block.text, 0, where.end)
