"""The day in a release's first sentence: its event's, whatever the verb, unless words make it that of the background.

"La OIM donó este jueves …": as a newspaper's, a release's first sentence says what happened and when. Its day counts if
it lies close to the day of publication and nothing says that it is another's: a verb of saying, "since", "after", a
clause on a noun ("the floods that hit the coast on Monday"), the days in which people were counted.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable

from parsers.dates.event_candidates import EventDates
from parsers.dates.event_prose.sentence import Sentence
from parsers.dates.finding import DateMention
from parsers.prose.cues import Cues
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import LANGUAGES, load

_BEFORE, _AHEAD, _AHEAD_SEVERAL = 10, 7, 45  # days between publication and what a first sentence tells of
_SPEAKING = 18  # characters beside a day in which a verb of saying makes it that of a quotation
_SINCE = 12  # characters before a range in which the "since" stands that belongs to it
_OF_ANOTHER = ("meeting_other", "meeting_background", "meeting_deplored")
_AT_ONCE, _MAIN_CLAUSE = 3, 15  # characters before a sentence's first clause; characters of a main clause
_WHOLE_CLAUSE = 40  # characters of a clause on a noun with the sentence's own verb behind it
_NOUN = 30  # characters before a clause in which its noun stands
_COMMA = re.compile(r"[,،]")
_LEAD = 24  # characters before a day in which "until", "as of" stand


def is_headline_day(sentence: Sentence, dates: EventDates, mention: DateMention, clause: int) -> bool:
    """Whether the first day of a release's first sentence is its event's; ``clause`` is where its clause begins."""
    several = mention.is_range or len(mention.days) > 1
    if not _is_near(dates, mention, sentence.years.published, several=several):
        return False
    cues, page = sentence.cues, sentence.page
    # Nobody says a thing for days.
    spoken = min(mention.end + _SPEAKING, sentence.block.end)
    speaking = (max(clause, mention.start - _SPEAKING), mention.start if several else spoken)
    if any(_is_verb_of_saying(page.quote(said.start, said.end)) for said in cues.within("say", *speaking)):
        return False
    if not several and issues_statement(sentence):
        return False
    if several and cues.any_overlap("meeting_counted", sentence.start, sentence.end):
        return False
    if _is_background(sentence, clause, begins(mention, cues)):
        return False
    before = _set_off().sub("", page.quote(clause, mention.start))
    limited = not several and _limit().search(before[-_LEAD:]) is not None
    return not limited and (
        not _ends_in_clause_on_a_noun(before) or (several and _is_on_event(sentence, clause, before))
    )


def issues_statement(sentence: Sentence) -> bool:
    """Whether a sentence tells that somebody issued a statement, at no meeting: "issued this statement today"."""
    if _statement().search(sentence.text) is None:
        return False
    return not sentence.cues.any_within("kind_event", sentence.words_start, sentence.end)


def _is_on_event(sentence: Sentence, clause: int, before: str) -> bool:
    """Whether the clause that words before a day end in is on an event: "announced job fairs that will reach ten towns
    between …".
    """
    relative = _clause_on_a_noun().search(before)
    if relative is None:
        return False
    at = clause + relative.start()
    noun = (max(clause, at - _NOUN), at)
    singular = any(sentence.cues.any_within(group, *noun) for group in ("kind_event", "kind_public"))
    return singular or _events().search(sentence.page.quote(*noun)) is not None


def _is_background(sentence: Sentence, clause: int, day: int) -> bool:
    """Whether words before a day make it that of what came before; not where the title tells of such a thing itself:
    "Shipwreck off Sfax", and words of a first clause that a comma ends: "After a night on the bus, 230 people".
    """
    cues, page = sentence.cues, sentence.page
    found = [match for group in _OF_ANOTHER for match in sentence.governing(group, clause, day)]
    if not found:
        return False
    title = page.text.find(page.title) if page.title else -1
    if title >= 0 and cues.any_overlap("meeting_background", title, title + len(page.title or "")):
        return cues.any_overlap("meeting_deplored", sentence.start, sentence.end)
    return any(
        match.start - sentence.words_start > _AT_ONCE or not _COMMA.search(page.text, match.end, day - _MAIN_CLAUSE)
        for match in found
    )


def _ends_in_clause_on_a_noun(before: str) -> bool:
    """Whether the words before a day end in a clause on a noun: "help those who fled on"; not where that clause stands
    before the sentence's own verb: "People who had fled the river arrived back on".
    """
    relative = _clause_on_a_noun().search(before)
    if relative is None:
        return False
    if relative.group().lower() in _verb_first():
        return True
    return (
        len(before) - relative.end() < _WHOLE_CLAUSE or _finite_verb().search(before, 0, relative.start()) is not None
    )


def is_until(sentence: Sentence, mention: DateMention) -> bool:
    """Whether words right before a day say that something goes on up to it: "open until", "by", "hasta el"."""
    lead = max(sentence.start, mention.start - _LEAD)
    return _until().search(sentence.page.text, lead, mention.start) is not None


def begins(mention: DateMention, found: Cues) -> int:
    """Where a date begins, the "since" before a range too: "desde el lunes hasta ayer"."""
    since = found.within("meeting_since", mention.start - _SINCE, mention.start) if mention.is_range else []
    return since[-1].start if since else mention.start


def _is_verb_of_saying(word: str) -> bool:
    """Whether a verb tells that somebody spoke: not "agreed", nor the "States" of a name."""
    return not word[:1].isupper() and word not in _acts()


def _is_near(dates: EventDates, mention: DateMention, published: str | None, *, several: bool) -> bool:
    if dates.start is None:
        return False
    if published is None:
        return mention.days[-1].year is not None or mention.weekday is not None
    if dates.start == dates.end == published and mention.days and mention.days[0].year is not None:
        return mention.rule == "weekday"  # else a dateline's
    known = datetime.date.fromisoformat(published)
    first, last = datetime.date.fromisoformat(dates.start), datetime.date.fromisoformat(dates.end or dates.start)
    return (
        -_BEFORE <= (first - known).days <= (_AHEAD_SEVERAL if several else _AHEAD)
        and (last - first).days <= _AHEAD_SEVERAL
    )


def _words(key: str) -> list[str]:
    return [word for code in LANGUAGES for word in load("event_dates")["headline"][code][key]]


@functools.cache
def _statement() -> re.Pattern[str]:
    """Both orders of a verb of issuing and a statement, up to nine words between them."""
    issues, texts = (rf"(?<!\w)(?:{alternatives(_words(key))})(?!\w)" for key in ("issues", "statements"))
    between = r"(?:[\s“”\"«:]+[^\s.;]+){0,9}?[\s“”\"«:]+"
    return re.compile(rf"{issues}{between}{texts}|{texts}{between}{issues}", re.IGNORECASE)


@functools.cache
def _events() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_words('events'))})(?!\w)", re.IGNORECASE)


@functools.cache
def _clause_on_a_noun() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_words('relative'))})(?!\w)", re.IGNORECASE)


@functools.cache
def _verb_first() -> frozenset[str]:
    """The words of a language in which a sentence's own verb stands at its head, before any clause on a noun."""
    tables = [load("event_dates")["headline"][code] for code in LANGUAGES]
    return frozenset(word for table in tables if not table["verbs"] for word in table["relative"])


@functools.cache
def _finite_verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives(_words('verbs'))}|\w{{2,}}(?:{alternatives(_words('endings'))}))(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def _set_off() -> re.Pattern[str]:
    """A clause on a noun between commas: ", whose borders had been closed, "."""
    return re.compile(
        rf"[,،]\s+(?:[^\W\d_]+\s+)?(?:{alternatives(_words('relative'))})(?!\w)[^,،;]*[,،]", re.IGNORECASE
    )


@functools.cache
def _acts() -> frozenset[str]:
    return frozenset(_words("acts"))


@functools.cache
def _limit() -> re.Pattern[str]:
    return _leading([*_words("until"), *_words("limits")])


@functools.cache
def _until() -> re.Pattern[str]:
    return _leading(_words("until"))


def _leading(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words right before a day."""
    article = alternatives(_words("article"))
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:\s+(?:{article}))?\s+\Z", re.IGNORECASE)
