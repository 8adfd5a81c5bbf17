"""Days counted from the day of publication: "on Monday and Tuesday", "el viernes 9", "the 5th of this month".

The words that point back or ahead are in calendar.toml (``[<language>.weekday]``). A bare weekday is the nearest one:
before the day of publication or on it, behind a verb of the future on it or after it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from parsers.dates.forms import DateMention, PartialDate
from parsers.dates.words import alternation, leading, month_names, words_of
from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import ARABIC_AND

_WEEK = timedelta(days=7)
_WEEK_LEAD = 45  # characters before a weekday in which "last week, from" may stand
_LONG = 4  # letters; shorter names ("Sun", "Mar") are other words too
_FUTURE_LEAD = 30  # characters between a meeting's verb in the present and its day
_LONGEST_VERB = 30  # characters of such a verb
_ARABIC_FUTURE = r"(?<!\w)[وف]?س[يت]\w{3}"  # "ستعقد"


@cache
def _names() -> dict[str, int]:
    return {
        name.lower(): number
        for code in LANGUAGES
        for number, names in enumerate(load("calendar")[code]["weekdays"])
        for name in names
        if len(name) > _LONG
    }


def _listed(key: str) -> list[str]:
    return [word for code in LANGUAGES for word in load("calendar")[code]["weekday"].get(key, ())]


def _forms(key: str) -> str:
    return alternatives(_listed(key))


@cache
def _future() -> re.Pattern[str]:
    """Words before a day that set it in the future: "will", "se réuniront", "se celebrará"."""
    words = alternatives(_listed("future"), r"\s+")
    no_noun = "".join(rf"(?<!\b{word} )" for word in _listed("no_verb_after"))
    # No names ("Ankara") and no nouns ("la gira", "una manera"); "para que pudiera" is no future.
    verb = (
        rf"(?-i:(?<![\w’'-]){no_noun}"
        rf"[a-zà-ÿ]{{1,15}}(?<!i)(?:{alternatives(_listed('future_endings'))})\b)"
    )
    return re.compile(rf"\b(?:{words})\b|{verb}|{_ARABIC_FUTURE}", re.IGNORECASE)


def tells_of_future(text: str) -> bool:
    """Whether words of a sentence tell of what is still to come: "will be shown", "sera présenté"."""
    return _future().search(text) is not None


@cache
def _opens() -> re.Pattern[str]:
    """A meeting's verb in the present right before a day: "opens in Dakar on"."""
    opens = alternatives(_listed("opens"), r"\s+", ANY_APOSTROPHE)
    # Behind a day of its own the verb says nothing of another one: "opens on 15 May, IOM on Friday trained".
    return re.compile(rf"\b(?:{opens})\b\D{{0,{_FUTURE_LEAD}}}\Z", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """One or several weekdays with what leads and follows them, no number of a day beside them."""
    names = alternatives(_names())
    lead = f"(?:(?:{_forms('before')})\\s+)?"
    return re.compile(
        rf"(?<![\w-])(?P<last_lead>(?:{_forms('last_before')})\s+)?(?P<next_lead>(?:{_forms('next_before')})\s+)?"
        rf"(?P<days>(?:{names})(?:(?:,\s+|\s*[–—-]\s*|\s+(?:{_forms('join')})\s+(?:(?:{_forms('between')})\s+)?|\s+{ARABIC_AND}){lead}(?:{names}))*)"
        rf"(?![\w-])(?!,?\s+{leading('article')}?(?:[0-2]?\d|3[01])(?!\d|{_quantity()}))(?!\s*\(\d)"
        rf"(?P<tail>\s+(?:(?P<last_week>{_forms('last_week')})|(?P<this_week>{_forms('this_week')})|(?P<next_week>{_forms('next_week')})"
        rf"|(?P<last>{_forms('last_after')})|(?P<next>{_forms('next_after')}))(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _quantity() -> str:
    """A plural behind a number, which is no day's then: "vendredi 30 filets"; in Arabic what is counted: "30 عاملا"."""
    no_thing = alternation((*words_of("function"), *month_names()))
    return rf"\s+(?!(?:{no_thing})(?!\w))(?:[^\W\d_]{{2,}}[sx]|[ء-ي]{{2,}}[اة])(?!\w)"


@cache
def _name() -> re.Pattern[str]:
    return re.compile(alternatives(_names()), re.IGNORECASE)


@cache
def _quick() -> re.Pattern[str]:
    # In a text in small letters; the pattern that minds no case takes four times as long.
    weekends = {_last_words(form) for form in _listed("weekend") + _listed("next_weekend")}
    return re.compile(
        alternatives({name[:4] for name in _names()} | {_last_words(form) for form in _month_forms()} | weekends)
    )


def only_weekday(text: str) -> int | None:
    """The one weekday that a text names; None for none, or several."""
    found = {_names()[match.group().lower()] for match in _name().finditer(text)}
    return found.pop() if len(found) == 1 else None


def joins(gap: str) -> bool:
    """Whether the words between two days make them the first and the last, or two of a list: " to ", " et "."""
    return _join().fullmatch(gap) is not None


@cache
def _join() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_forms('join')})\s+|\s+{ARABIC_AND}", re.IGNORECASE)


def counts_from_here(text: str) -> bool:
    """Whether a weekday, or a day of this month, may stand in the text: a quick look."""
    return _quick().search(text.lower()) is not None


def find_counted(text: str, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """Every day of a sentence that is counted from the ISO day ``seen_from``; with ``ahead``, all lie after it."""
    return [
        *find_numbered(text, seen_from, ahead=ahead),
        *find_weekdays(text, seen_from, ahead=ahead),
        *find_in_month(text, seen_from),
        *find_weekends(text, seen_from, ahead=ahead),
    ]


def find_weekdays(text: str, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """The weekdays of a sentence as days, counted from the ISO day ``seen_from``; with ``ahead``, all lie after it."""
    base = date.fromisoformat(seen_from)
    matches = list(_pattern().finditer(text))
    verb = _future().search(text) if matches and not ahead else None
    return [
        _mention(
            match,
            base,
            ahead or (verb is not None and verb.end() <= match.start()) or _opens_before(text, match.start()),
            week=_week_before(text, match.start()),
        )
        for match in matches
    ]


def _opens_before(text: str, position: int) -> bool:
    return _opens().search(text, max(0, position - _FUTURE_LEAD - _LONGEST_VERB), position) is not None


def find_numbered(text: str, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """Weekdays with the day's number and no month, "Friday 9", "du lundi 5 au vendredi 9", as days near ``seen_from``.

    The day is the nearest one of that number and weekday; with ``ahead``, the next after ``seen_from``. Three months
    around are looked at: none may fit.
    """
    base = date.fromisoformat(seen_from)
    return [mention for match in _numbered().finditer(text) if (mention := _numbered_mention(match, base, ahead))]


def find_in_month(text: str, seen_from: str) -> list[DateMention]:
    """Days without a month, "from 3 to 5 of this month", "el 12 del corriente", as days of the month that is meant."""
    base = date.fromisoformat(seen_from)
    found = []
    for match in _in_month().finditer(text):
        month = base.year * 12 + base.month - 1 + _month_forms()[match["month"].lower()]
        days = [PartialDate(month // 12, month % 12 + 1, int(match[name])) for name in ("first", "last") if match[name]]
        if all(day.possible() for day in days) and (len(days) == 1 or int(match["first"]) < int(match["last"])):
            span = (match.start("first"), match.end())
            found.append(DateMention(*span, tuple(days), is_range=len(days) == 2, rule="weekday"))
    return found


def find_weekends(text: str, seen_from: str, *, ahead: bool = False) -> list[DateMention]:
    """ "Over the weekend", "le week-end prochain" as a Saturday and a Sunday; "this weekend" is the one to come only
    behind a verb of the future.
    """
    base = date.fromisoformat(seen_from)
    found = []
    for match in _weekends().finditer(text):
        verb = _future().search(text, 0, match.start()) if not (ahead or match["next"]) else None
        to_come = ahead or match["next"] is not None or verb is not None
        days = _after([5, 6], base, same=True) if to_come else _before([5, 6], base, same=True)
        parts = tuple(PartialDate(day.year, day.month, day.day) for day in days)
        found.append(
            DateMention(
                *match.span(), parts, is_range=True, weekday=days[0].weekday(), weekday_fits=True, rule="weekday"
            )
        )
    return found


@cache
def _weekends() -> re.Pattern[str]:
    # "The weekend of 4 May" prints its day, "this weekend's fair" and "weekend classes" are other things.
    return re.compile(
        rf"(?<![\w-])(?:(?P<next>{_forms('next_weekend')})|{_forms('weekend')})(?![\w-]|['’]s|\s+{leading('month_of')})",
        re.IGNORECASE,
    )


@cache
def _month_forms() -> dict[str, int]:
    """What stands behind the number of a day of this month or one beside it, with the number of months ahead."""
    steps = (("month", 0), ("last_month", -1), ("next_month", 1))
    return {
        form.lower(): step
        for key, step in steps
        for code in LANGUAGES
        for form in load("calendar")[code]["weekday"][key]
    }


def _last_words(form: str) -> str:
    """The end of such a form, by which it is found quickly: "this month" is in few texts, "dernier" in many."""
    return " ".join(form.split()[-2:])


@cache
def _in_month() -> re.Pattern[str]:
    ordinal = rf"(?:{alternation(words_of('ordinal'))})?"
    words = alternation((*words_of("range"), *words_of("and")))
    joins = rf"(?:\s*[–—-]\s*|\s+(?:{words})\s+{leading('article')}?|\s+{ARABIC_AND})"
    return re.compile(
        rf"(?<![\w.,:/-])(?P<first>\d{{1,2}}){ordinal}(?:{joins}(?P<last>\d{{1,2}}){ordinal})?\s+"
        rf"(?P<month>{alternatives(_month_forms())})(?!\w)",
        re.IGNORECASE,
    )


def _numbered_mention(match: re.Match[str], base: date, ahead: bool) -> DateMention | None:
    weekdays = [_names()[match[name].lower()] for name in ("first", "last") if match[name]]
    numbers = [int(match[name]) for name in ("day", "last_day") if match[name]]
    days: list[date] = []
    for weekday, number in zip(weekdays, numbers, strict=True):
        near = _nearest(weekday, number, days[0] if days else base, ahead=ahead or bool(days))
        if near is None:
            return None
        days.append(near)
    return DateMention(
        match.start(),
        match.end(),
        tuple(PartialDate(day.year, day.month, day.day) for day in days),
        is_range=len(days) == 2,
        weekday=weekdays[0],
        weekday_fits=True,
        rule="weekday",
    )


def _nearest(weekday: int, number: int, base: date, *, ahead: bool) -> date | None:
    """The day of that number and weekday nearest to ``base``, in its month or the ones beside it."""
    found = []
    for step in (-1, 0, 1):
        month = base.year * 12 + base.month - 1 + step
        day = PartialDate(month // 12, month % 12 + 1, number).in_year(month // 12)
        if day is not None and day.weekday() == weekday and (day > base or not ahead):
            found.append(day)
    return min(found, key=lambda day: abs(day - base), default=None)


@cache
def _numbered() -> re.Pattern[str]:
    names = alternatives(_names())
    before, ordinal = leading("article"), rf"(?:{alternation(words_of('ordinal'))})?"
    article = rf"(?:,?\s+{before}?)"
    hours = alternation(words_of("hours"))
    ends = rf"(?!\d|[.:/hH]\d|\s?(?:[ap]\.?m\b|(?:h|{hours})\b|%)|\s*(?:[–—-]|/)\s*\d)"
    ends += f"(?!{_quantity()})"
    joins = rf"(?:\s*[–—-]\s*|\s+(?:{_forms('join')})\s+(?:{_forms('between')})?\s*)"
    return re.compile(
        rf"(?<![\w-])(?P<first>{names}){article}(?P<day>\d{{1,2}}){ordinal}{ends}"
        rf"(?:{joins}{before}?(?P<last>{names}){article}(?P<last_day>\d{{1,2}}){ordinal}{ends})?",
        re.IGNORECASE,
    )


@cache
def _week_leads() -> re.Pattern[str]:
    """ "Last week, from", "la semana que viene, de" right before the days."""
    return re.compile(
        rf"(?<!\w)(?:(?P<last>{_forms('last_week')})|(?P<this>{_forms('this_week')})|{_forms('next_week')})[,،]?"
        rf"(?:\s+(?:{_forms('week_from')}))?\s+\Z",
        re.IGNORECASE,
    )


def _week_before(text: str, position: int) -> int | None:
    """Which week the words right before the days name: 1 for next week, 0 for this one, -1 for last week; else None."""
    lead = _week_leads().search(text, max(0, position - _WEEK_LEAD), position)
    return None if lead is None else -1 if lead["last"] else 0 if lead["this"] else 1


def _mention(match: re.Match[str], base: date, future: bool, *, week: int | None) -> DateMention:
    numbers = [_names()[name.group().lower()] for name in _name().finditer(match["days"])]
    monday = base - timedelta(days=base.weekday())
    for name, step in (("last_week", -1), ("this_week", 0), ("next_week", 1)):
        week = step if match[name] else week
    if week is not None:
        days = [monday + week * _WEEK + timedelta(days=number) for number in numbers]
    elif match["next_lead"] or match["next"] or (future and not (match["last_lead"] or match["last"])):
        days = _after(numbers, base, same=not (match["next_lead"] or match["next"]))
    else:
        days = _before(numbers, base, same=not (match["last_lead"] or match["last"]))
    return DateMention(
        match.start(),
        match.end(),
        tuple(PartialDate(day.year, day.month, day.day) for day in days),
        is_range=len(days) == 2,
        weekday=numbers[0],
        weekday_fits=True,
        rule="weekday",
    )


def _after(numbers: list[int], base: date, *, same: bool) -> list[date]:
    """The next days with these weekdays, in their order; the first may be ``base`` itself with ``same``."""
    days: list[date] = []
    for number in numbers:
        from_day = days[-1] if days else base
        step = (number - from_day.weekday()) % 7
        days.append(from_day + timedelta(days=step or (0 if same and not days else 7)))
    return days


def _before(numbers: list[int], base: date, *, same: bool) -> list[date]:
    """The latest days with these weekdays, in their order."""
    days: list[date] = []
    for number in reversed(numbers):
        from_day = days[-1] if days else base
        step = (from_day.weekday() - number) % 7
        days.append(from_day - timedelta(days=step or (0 if same and not days else 7)))
    return days[::-1]
