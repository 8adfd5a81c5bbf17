"""When a page was published: a posting field, a date line at the title, a dated dateline; never a feed's stamp."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass

from parsers.dates.event_candidates import date_in_card, posting_field
from parsers.dates.event_prose.sentence import is_day_of_dateline
from parsers.dates.event_prose.walk import prose_dates
from parsers.dates.events import Years, resolve
from parsers.dates.finding import DateMention, find_dates
from parsers.dates.years import only_year
from parsers.page import Block, Page
from parsers.places.dateline import location_of_dateline
from parsers.record import Kind
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.vocabulary import load

_TOP = 14  # blocks at whose top a posting field stands
_LINE = 60  # characters of a lone date line
_SURE = 2.5  # weight of a date that the first paragraph gives for a meeting
_REPORTED = 60  # days after a meeting in which a report of it appears
REPORT = "date line over a report"
_TOLD = 4  # blocks behind a title that tell when its event is
_CLOCK = re.compile(r"^[\s,–-]*\d{1,2}[:.hH]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NAMES = r"(?-i:[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:[a-zß-ÿ]{1,3}\s+)?[A-ZÀ-Þ][\w’'.-]*){0,3})"
_NAME_ALONE = re.compile(rf"{_NAMES}\s*[|,–-]?\s*")
_AGE = 4  # words of "3 days ago"
_WEEKDAY = re.compile(r"[^\W\d_]{2,9}\.?")


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication with its words; ``basis`` says how it was inferred, None where it is printed."""

    date: str
    span: tuple[int, int]
    rule: str
    basis: str | None = None


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("published")[key])


@functools.cache
def _number() -> re.Pattern[str]:
    """A release's number: "No. 912", "Press release PR-912/04"."""
    releases, numbers = (alternatives(load("published")[key]) for key in ("numbered", "number"))
    return re.compile(
        rf"(?:(?:{releases})\s+)?(?:(?:{numbers})[.°º]{{0,2}}:?[\s-]*)?\d{{1,4}}(?:/\d{{2,4}})?", re.IGNORECASE
    )


@functools.cache
def _author() -> re.Pattern[str]:
    """Who wrote or posted a release, beside its day: "By Ana Brix |", "Submitted by admin on", "| Par Ana Brix"."""
    by, posted = (alternatives(load("published")[key], r"\s+") for key in ("author", "posted_by"))
    day = alternatives(load("published")["before_day"])
    return re.compile(
        rf"(?:(?:{by})\s*:?\s+{_NAMES}\s*[|,،–—-]\s*|(?:{posted})\s*:?\s+[^|,،–—\d]{{2,40}}?(?:\s*[|,،–—-]\s*|\s+(?:{day})(?!\w)\s*))\Z"
        rf"|(?:\A|[|–—-]\s*)(?:(?:{by})\s*:?\s+{_NAMES}|(?:{posted})\s*:?\s+[^|,،–—\d]{{2,40}})\Z",
        re.IGNORECASE,
    )


@functools.cache
def _before_day() -> tuple[str, ...]:
    """What stands between a dateline's place and its day: "Dakar, le 3 mai"."""
    return tuple(f"{comma} {word}" for comma in ",،" for word in load("published")["dateline_day"])


def published_on(page: Page, kind: Kind, tokens: Tokens | None = None, *, agenda: bool = False) -> Published | None:
    """The day on which the page says it was published, or None.

    ``tokens`` are those of ``page.text``; ``agenda`` says whether the page has one, and so is no report of a meeting.
    """
    release = kind == "press_release"
    return (
        _post_field(page, release)
        or (_field_over_event(page) if kind == "event" else None)
        or _date_line(page, kind)
        or (_over_report(page, tokens or tokenise(page.text)) if kind == "event" and not agenda else None)
        or (_digest(page) if release else None)
        or (_dated_dateline(page) if release else None)
        or (_head(page) if release else None)
    )


# --- fields and lines -----------------------------------------------------------------------------------------------


def _post_field(page: Page, release: bool) -> Published | None:
    """The value of a field for the day of posting; on a release also of the "date" that stands by its title."""
    for block in page.blocks[:_TOP]:
        name = fold(block.field or "").replace("_", "-").replace(" ", "-")
        if not name or block.kind == "field_label" or name == "body":
            continue
        posted = any(part in name for part in load("published")["fields"])
        if posted or (release and name in _words("release_fields")):
            value = _day_of(block)
            if value is not None:
                return value
    return None


def _field_over_event(page: Page) -> Published | None:
    at = posting_field(page)
    return _day_of(page.blocks[at]) if at is not None else None


def _day_of(block: Block) -> Published | None:
    for mention in find_dates(block.text):
        if mention.days and mention.days[0].year is not None and mention.days[0].day is not None:
            days, _basis = resolve(mention, Years(None, None))
            if days:
                return Published(days[0], (block.start + mention.start, block.start + mention.end), "post date")
    if block.datetime and _ISO.match(block.datetime):
        return Published(block.datetime[:10], (block.start, block.end), "post date")
    return None


def _date_line(page: Page, kind: Kind) -> Published | None:
    """A lone date before or behind the title; on event pages before it, where the event has a date field of its own."""
    title_at = next((number for number, block in enumerate(page.blocks[:6]) if block.text == page.title), None)
    for index, block in enumerate(page.blocks[:7]):
        below = kind == "press_release" and title_at is not None and title_at < index <= title_at + 3
        if below and block.datetime and _ISO.match(block.datetime) and _is_age(block.text):
            return Published(block.datetime[:10], (block.start, block.end), "date line", "the line's datetime")
        if (
            block.kind in ("field_label", "field_value", *(() if below else ("item",)))
            or len(block.text) > _LINE
            or block.field not in (None, "body")
        ):
            continue
        over = kind == "event" and title_at is not None and index < title_at  # "Mar, 03/06/2018 - 11:24"
        mention = _lone_day(block.text, release=kind == "press_release", clock=over) or (
            _day_of_author(block) if below else None
        )
        if mention is None:
            continue
        days, _basis = resolve(mention, Years(None, None))
        posted = (
            mention.published_hint
            or _over_card(page, index, title_at)
            or _over_event(page, index, title_at, days)
            or (kind == "event" and date_in_card(page, index) is not None)
        )
        if kind == "event" and not posted:
            continue
        if days and (kind != "press_release" or title_at is None or index <= title_at + 3):
            return Published(days[0], (block.start + mention.start, block.start + mention.end), "date line")
    return None


def _lone_day(text: str, *, release: bool = False, clock: bool = False) -> DateMention | None:
    """The one day that a line prints, with its year, where hardly anything else stands on the line.

    With ``clock`` an hour may stand behind it; on a release too, and the place before it: "Lima, jueves 18 de octubre
    de 2007".
    """
    mentions = find_dates(text) if any(c.isdigit() for c in text) else []
    if not mentions or (mentions[0].clock_follows and not mentions[0].published_hint and not (release or clock)):
        return None
    mention = next((one for one in mentions if one.published_hint), mentions[0])  # "Updated: … | Published: …"
    if mention.is_range or len(mention.days) != 1 or mention.days[0].year is None or mention.days[0].day is None:
        return None
    behind = _CLOCK.sub("", text[mention.end :]) if release or clock else text[mention.end :]
    rest = (text[: mention.start] + " " + behind).strip(" |,:–—-.")
    rest = _author().sub("", rest).strip(" |,:–—-.") if release else rest
    lone = (
        not rest
        or (
            release
            and mention.start > 0
            and not behind.strip(" .")
            and location_of_dateline(f"{text} – ", unknown=False)
        )
        or _WEEKDAY.fullmatch(rest)
        or _number().fullmatch(rest)
        or fold(rest).strip(" :.") in _words("labels")
    )
    stated = mention.published_hint and not mention.bracketed and "(" not in text[: mention.start]
    return mention if lone or stated else None  # "Report (published 8 February 2016)" dates the report


def _is_age(text: str) -> bool:
    """Whether a line says how long ago a day is, or nothing: "3 days ago"."""
    return len(text) <= _LINE and not find_dates(text) and len(text.split()) <= _AGE


def _day_of_author(block: Block) -> DateMention | None:
    """The day in a ``<time>`` behind a name: "Ana Brix 3 May 2011"."""
    mentions = find_dates(block.text) if block.datetime else []
    if len(mentions) != 1 or mentions[0].end < len(block.text) or not mentions[0].names_days:
        return None
    return mentions[0] if _NAME_ALONE.fullmatch(block.text, 0, mentions[0].start) else None


def _over_card(page: Page, index: int, title_at: int | None) -> bool:
    """Whether a date line stands over an event's title, or is a ``<time>``, and the event's own date has a field."""
    has_field = any(
        block.kind == "field_label" or (block.field is not None and "date" in block.field) for block in page.blocks[:10]
    )
    return has_field and (title_at is None or index < title_at or page.blocks[index].datetime is not None)


def _over_event(page: Page, index: int, title_at: int | None, days: list[str]) -> bool:
    """Whether a date line over an event's title is its posting: the first paragraphs tell of later days, or, below the
    page's kind and the day, the lines of the event's own do.
    """
    if title_at is None or index >= title_at or not days:
        return False
    for block in page.blocks[title_at + 1 : title_at + _TOLD]:
        for mention in find_dates(block.text) if len(block.text) > _LINE or page.tag else ():
            told, _basis = resolve(mention, Years(None, None)) if mention.names_days else ([], None)
            if told and days[0] < told[0]:
                return True
    return False


def _over_report(page: Page, tokens: Tokens) -> Published | None:
    """The lone date beside an event's title where the first paragraph reports on a meeting of the weeks before."""
    title_at = next((number for number, block in enumerate(page.blocks[:6]) if block.text == page.title), None)
    if title_at is None:
        return None
    for index in (title_at + 1, title_at - 1):
        block = page.blocks[index] if 0 <= index < len(page.blocks) else None
        if block is None or block.kind in ("field_label", "field_value", "item") or len(block.text) > _LINE:
            continue
        mention = _lone_day(block.text)
        days = resolve(mention, Years(None, None))[0] if mention is not None else []
        if mention is not None and days and _tells_of_before(page, days[0], title_at, index, tokens):
            return Published(days[0], (block.start + mention.start, block.start + mention.end), REPORT)
    return None


def _tells_of_before(page: Page, day: str, title_at: int, line_at: int, tokens: Tokens) -> bool:
    """Whether the first paragraph tells of a meeting that ended in the weeks before a day."""
    lead = next((block for block in page.blocks[max(title_at, line_at) + 1 :] if len(block.text) > _LINE), None)
    if lead is None:
        return False
    told = [
        candidate
        for candidate in prose_dates(page, "event", Years(page, None), set(), tokens)
        if lead.start <= candidate.span[0] < lead.end
    ]
    best = max(told, key=lambda candidate: candidate.weight, default=None)
    if best is None or best.start is None or best.weight < _SURE:
        return False
    ago = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(best.end or best.start)
    return 0 < ago.days <= _REPORTED


def _digest(page: Page) -> Published | None:
    """The day in the title of a digest: "IOM press briefing notes 18 Jan 2008"."""
    if not page.title or not any(word in fold(page.title) for word in _words("digests")):
        return None
    block = next((block for block in page.blocks if block.text == page.title), None)
    for mention in find_dates(page.title):
        days, _basis = resolve(mention, Years(None, None))
        if days and block is not None:
            span = (block.start + mention.start, block.start + mention.end)
            return Published(days[0], span, "title of briefing notes")
    return None


# --- datelines --------------------------------------------------------------------------------------------------------

_DATELINE_BLOCKS = 9
_DATELINE_REACH = 60  # characters before the date of a dateline
_CLOSED = re.compile(r"\s*[)\]]?\s*(?:\([A-Z]{2,8}\)\s*)?\.?\s*(?:[–—−|-]|:|\.-)")
_BRACKET = re.compile(r"\s*[)\]]\s")
_FULL_STOP = re.compile(r"\s*\)?\s*\.\s")
_PLACE_BEHIND = re.compile(r"\s*[،,|]\s*[^\d.!?]{2,40}?\s*(?:[–—-]|\)\s*[.:])")
_DASH = re.compile(r"[–—]\s|\s-\s")
_BEHIND_DASH = re.compile(r"\s*(?::|\)\s*[.:]|[–—-]\s)")
_PLACE_AND_DASH = re.compile(r"\(?[^\d.!?;:–—]{2,40}\s[–—-]\s*")


def _dated_dateline(page: Page) -> Published | None:
    """ "Almaty, June 9, 2018 – …", "(16 October 2017, Geneva/New York): …", "طرابلس - 17 مارس 2022:" and the like."""
    for block in page.blocks[:_DATELINE_BLOCKS]:
        if block.kind != "paragraph" or len(block.text) < _DATELINE_REACH:
            continue
        mentions = [mention for mention in find_dates(block.text[:110]) if mention.days]
        if not mentions or mentions[0].start > _DATELINE_REACH or not _closes(block.text, mentions[0]):
            continue
        mention = mentions[0]
        days, basis = _with_year(page, block, mention)
        if days:
            return Published(days[0], (block.start + mention.start, block.start + mention.end), "dateline", basis)
        return None
    return None


def _with_year(page: Page, block: Block, mention: DateMention) -> tuple[list[str], str | None]:
    """The days of a dateline; a missing year from the page's evidence, or the only year that the page prints at all."""
    days, basis = resolve(mention, Years(page, None), block.start + mention.start)
    if days:
        return days, basis
    year, day = only_year(page.text), mention.days[0]
    only = day.in_year(year) if year is not None else None
    return ([only.isoformat()], "the only year on the page") if only is not None else ([], None)


def _closes(text: str, mention: DateMention) -> bool:
    """Whether a date stands in a dateline: behind a place, before the dash or colon that ends it."""
    if mention.is_range or len(mention.days) > 1 or mention.relative:
        return False
    before, behind = text[: mention.start], text[mention.end : mention.end + 40]
    if mention.start <= 1:
        return bool(_PLACE_BEHIND.match(behind)) or is_day_of_dateline(text, mention)
    words = fold(before).split()
    if words and words[-1] in _words("no_place") and not before.rstrip().endswith(_before_day()):
        where = location_of_dateline(text, unknown=False)  # "Dakar le 3 mai – "
        return where is not None and mention.end < where.end <= mention.end + 4
    if _DASH.search(before):
        return bool(_PLACE_AND_DASH.fullmatch(before)) and bool(_BEHIND_DASH.match(behind))
    if _CLOSED.match(behind) or (before[:1] in ("(", "[") and _BRACKET.match(behind)):
        return True
    if mention.days[0].year is None or not _FULL_STOP.match(behind):
        return False
    where = location_of_dateline(text)
    return where is not None and mention.end < where.end <= mention.end + 4


def _head(page: Page) -> Published | None:
    """``article:published_time`` of the page's head, where the body prints no date."""
    if not page.published_time or not _ISO.match(page.published_time):
        return None
    at = page.blocks[0].start if page.blocks else 0
    return Published(page.published_time[:10], (at, at), "article:published_time", "the page's head")
