"""Clock times: `find_times`.

A time is anchored at its digits: `_CANDIDATE` finds numbers that are written like one, `_clock` reads one clock time,
and `_mention` the range, the zone, and the same time in a second zone. What could be a decimal, a share or a duration
("10.30", "9h") counts only where something beside it says that it is a time: a second time, a.m. or p.m., a zone, "at".
No time is read over a line end, so a block and a whole page give the same mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.dates import zones
from parsers.dates.words import BLANK, DASH, DIGIT, alternation, leading, level, words_of


@dataclass(frozen=True, slots=True)
class SecondClock:
    """The same time in another zone: "9:00 to 12:00 EST / 15:00 to 18:00 CEST"."""

    begin: str
    finish: str | None
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One clock time or range as it stands in the text, zone and all: what follows ``end`` is a title or the like.

    ``begin`` and ``finish`` are 24-hour ``HH:MM``; ``finish`` is None where no end is printed, "00:00" for midnight.
    ``zones`` are the labels printed beside the time, ``also`` is the same time in a second zone. ``problem`` says what
    is wrong with the words ("the end is cut off"); what can be read is given all the same.
    """

    start: int
    end: int
    begin: str
    finish: str | None = None
    zones: tuple[str, ...] = ()
    also: SecondClock | None = None
    rule: str = ""
    problem: str | None = None


def find_times(text: str) -> list[TimeMention]:
    """Every clock time in ``text``, in order, not overlapping; ``text[mention.start:mention.end]`` are its words.

    Text beyond `LONGEST` is not read.
    """
    return list(_cached(text) if len(text) < _SHORT else _found(text[:LONGEST]))


def _found(text: str) -> list[TimeMention]:
    mentions: list[TimeMention] = []
    read_to = 0
    for position in _candidates(text):
        if position < read_to:
            continue
        mention = _mention(text, position)
        if mention is not None:
            mentions.append(mention)
            read_to = mention.end
    return mentions


LONGEST = 200_000  # characters that are read; no page of people's words is longer
_SHORT = 2000
_cached = lru_cache(maxsize=1024)(_found)  # a page's readers ask for the same block again and again


# --- places where a time may stand ---

_ANY = DIGIT[1:-1]
_AM, _PM = alternation(words_of("am")), alternation(words_of("pm"))
_NOON, _MIDNIGHT = alternation(words_of("noon")), alternation(words_of("midnight"))
_MERIDIEM = alternation(words_of("meridiem"))
_UNITS = alternation(words_of("hours"))
_TO = alternation(words_of("range"))
_TO_CLOCK = f"(?i:{leading('to_clock')})?"
_WORD_END = r"(?:(?![^\W\d_])|(?<=[a-z.])(?=[A-Z][a-z]))"  # "pm" in "12:00pmLunch", not in "10:00 amanda"
_SUFFIX = rf"(?:[hH](?![^\W\d_])|(?i:{_AM}|{_PM}|{_NOON}|{_MIDNIGHT}|{_UNITS}){_WORD_END})"
_CANDIDATE = re.compile(
    rf"""[{_ANY}](?<![{_ANY}][:.,].)(?<![+$€£¥@#].)(?:(?<![{_ANY}].)|(?<=19{DIGIT}{{2}}.)|(?<=20{DIGIT}{{2}}.)
        |(?<={BLANK}{DIGIT}.)(?={DIGIT}:{DIGIT}{{2}}{BLANK}?{DASH}{BLANK}?{DIGIT}{{1,2}}:{DIGIT}))(?:
        {DIGIT}?(?:[:.]{DIGIT}{{2}}(?!{DIGIT})
            |{BLANK}?{_SUFFIX}
            |{BLANK}?(?:{DASH}|(?i:{_TO})(?![^\W\d_])){BLANK}?{_TO_CLOCK}{DIGIT}{{1,2}}(?:[:.]{DIGIT}{{2}})?{BLANK}?{_SUFFIX})
        |{DIGIT}{{3}}(?:{BLANK}?{DASH}{BLANK}?{DIGIT}{{4}})?{BLANK}?(?:[hH](?![^\W\d_])|(?i:{_UNITS}){_WORD_END})
    )""",
    re.VERBOSE,
)
_NOON_WORD = re.compile(rf"(?<![\w-])(?:{_NOON}|{_MIDNIGHT})(?![\w-])", re.IGNORECASE)
_NOON_KEYS = tuple({form[1:] for word in (*words_of("noon"), *words_of("midnight")) for form in (word, level(word))})


def _candidates(text: str) -> list[int]:
    positions = [hit.start() for hit in _CANDIDATE.finditer(text)]
    if not positions:  # "noon" alone is no time, "noon - 2 pm" is
        return positions
    noons: set[int] = set()
    for key in _NOON_KEYS:  # words without their first letter, which may be a capital
        position = text.find(key)
        while position >= 0:
            for start in (position - 1, position):
                if start >= 0 and _NOON_WORD.match(text, start):
                    noons.add(start)
            position = text.find(key, position + 1)
    return sorted([*positions, *noons]) if noons else positions


# --- one clock time ---

# "10:00 heure de Genève", "10:00 hora local": the unit's word begins the zone's label
_ZONE_GOES_ON = rf"{BLANK}(?:(?i:{alternation(words_of('clock_of'))}){BLANK}?|[dDlL]['’])"
# A lost table has glued the number of a title to its hours: "11:30-13:001A. Nets", "9:00-9:302. Knots".
_GLUED_NUMBER = rf"{DIGIT}(?:[A-Za-z]|{DIGIT})?[.):]{BLANK}?[^\W\d_]"
_CLOCK = re.compile(
    rf"""(?:(?P<hour>{DIGIT}{{1,2}})(?:
            :(?P<colon>{DIGIT}{{2}})(?::{DIGIT}{{2}}|(?={_GLUED_NUMBER}))?
            |\.(?P<dot>{DIGIT}{{2}})
            |{BLANK}?(?:[hH]|(?i:{alternation(words_of("hour_and"))})){BLANK}?(?P<after_h>[0-5٠-٥۰-۵]{DIGIT})(?!{BLANK}?[hH]|:{DIGIT})
            |(?P<military>{DIGIT}{{2}})
        )?(?:(?!{DIGIT}|[:.,]{DIGIT})|(?<=:{DIGIT}{{2}})(?={_GLUED_NUMBER}))
        (?:{BLANK}?(?:(?P<am>(?i:{_AM}))|(?P<pm>(?i:{_PM}))|(?P<noon>(?i:{_NOON}))|(?P<meridiem>(?i:{_MERIDIEM}))|(?P<midnight>(?i:{_MIDNIGHT}))){_WORD_END})?
        (?:(?P<h>{BLANK}?[hH](?:s|rs)?(?![^\W\d_]))|(?P<unit>{BLANK}?(?i:{_UNITS}){_WORD_END}(?!{_ZONE_GOES_ON})))?
    |(?P<word>(?i:{_NOON}|{_MIDNIGHT}))(?!\w))""",
    re.VERBOSE,
)
_SINGLE_LETTERS = frozenset("صم")  # too short to stand without minutes


@dataclass(slots=True, frozen=True)
class _Clock:
    """One clock time as printed. ``half`` is "am", "pm" or None; ``form`` is how its minutes are written."""

    hour: int
    minute: int
    half: str | None
    form: str  # colon, dot, h (14h00), hour (14h), military, word, bare
    unit: bool
    start: int
    end: int

    @property
    def possible(self) -> bool:
        return (self.hour < 24 and self.minute < 60) or (self.hour, self.minute) == (24, 0)

    @property
    def ignores_half(self) -> bool:
        """Whether the hour alone proves a 24-hour clock: "16:30pm", "00:30am"."""
        return self.half is not None and (self.hour > 12 or self.hour == 0)

    def minutes(self, half: str | None) -> int:
        """Minutes since midnight, in the given half of the day."""
        hour = self.hour
        if half is not None and 0 < hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        return hour * 60 + self.minute


def _clock(text: str, position: int) -> _Clock | None:
    """The clock time at ``position``; None where the words there are none."""
    hit = _CLOCK.match(text, position)
    if hit is None:
        return None
    if hit["word"]:
        noon = re.fullmatch(_NOON, hit["word"], re.IGNORECASE)
        return _Clock(12 if noon else 0, 0, None, "word", False, position, hit.end())
    half = "am" if hit["am"] or hit["midnight"] else "pm" if hit["pm"] or hit["noon"] or hit["meridiem"] else None
    minute, form = _minutes(hit)
    if form == "bare" and ((hit["am"] or hit["pm"]) in _SINGLE_LETTERS or hit["meridiem"]):
        return None
    if form == "military" and not (hit["h"] or hit["unit"]) and not _MILITARY_RANGE.match(text, hit.end()):
        return None
    hour = int(hit["hour"])
    if (hit["midnight"] or hit["noon"] or hit["meridiem"]) and hour != 12:
        if form == "bare":
            return None
        half = None  # "11:30 noon": the word says nothing
    return _Clock(hour, minute, half, form, bool(hit["unit"] or hit["h"]), position, hit.end())


_MILITARY_RANGE = re.compile(
    rf"{BLANK}?{DASH}{BLANK}?{DIGIT}{{4}}{BLANK}?(?:[hH](?![^\W\d_])|(?i:{_UNITS}){_WORD_END})"
)


def _minutes(hit: re.Match[str]) -> tuple[int, str]:
    if hit["colon"]:
        return int(hit["colon"]), "colon"
    if hit["dot"]:
        return int(hit["dot"]), "dot"
    if hit["after_h"]:
        return int(hit["after_h"]), "h"
    if hit["military"]:
        return int(hit["military"]), "military"
    return 0, "hour" if hit["h"] else "bare"


# --- a time or range, its zone, the same in a second zone ---

_RANGE = re.compile(rf"\.?{BLANK}*(?:{DASH}{{1,2}}|(?i:{_TO})(?![^\W\d_])){BLANK}*{_TO_CLOCK}")
_AND = re.compile(rf"{BLANK}+(?i:{alternation(words_of('and'))})(?![^\W\d_]){BLANK}*{_TO_CLOCK}")
_BETWEEN_BEFORE = re.compile(rf"(?<![^\W\d_])(?i:{alternation(words_of('between'))}){BLANK}+{_TO_CLOCK}\Z")
_AT_BEFORE = re.compile(rf"(?<![^\W\d_])(?i:{alternation(words_of('at'))}){BLANK}*:?{BLANK}*\Z")
_FROM_BEFORE = re.compile(rf"(?<![^\W\d_])(?i:{alternation(words_of('from_clock'))}){BLANK}+\Z")
_CUT_OFF = re.compile(rf"{BLANK}*{DASH}{BLANK}*(?:{DIGIT}{{1,2}}[:.]{DIGIT}?(?=\n|\Z)|{DIGIT}{{1,2}}\Z)")
_SECOND_ZONE = re.compile(rf"{BLANK}*(?:[/|(,;=]|(?i:{alternation(words_of('or'))}){BLANK}){BLANK}*(?={DIGIT})")
_AMOUNT_AFTER = re.compile(rf"{BLANK}*(?:%|€|\$|(?i:{alternation(words_of('amounts'))}|km|kg|ha|usd|eur|chf)(?!\w))")
_AMOUNT_BEFORE = re.compile(rf"(?:[$€£]|(?<!\w)(?:USD|EUR|CHF|US\$)){BLANK}?\Z")
_LABEL_BEFORE = re.compile(rf"(?<!\w)([A-Z]{{2,5}}):?{BLANK}\Z")
_OFFSET_BEFORE = ("UTC", "GMT")


_PLAIN = re.compile(
    r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?: ?[-–] ?([01]?[0-9]|2[0-3]):([0-5][0-9]))?(?=\n|\Z|\)| ?(?![AP]m\b)[A-Z][a-z])"
)


def _plain(text: str, position: int) -> TimeMention | None:
    """The commonest form, "10:00 - 13:00" before a title or a line's end, by one pattern; None for all others."""
    hit = _PLAIN.match(text, position)
    if hit is None or (position and text[position - 1] not in " \n(") or "ime" in text[hit.end() : hit.end() + 40]:
        return None
    hour, minute, last_hour, last_minute = hit.groups()
    if position and _LABEL_BEFORE.search(text, max(0, position - 8), position):
        return None
    begin = f"{int(hour):02d}:{minute}"
    finish = f"{int(last_hour):02d}:{last_minute}" if last_hour else None
    if finish is not None and finish <= begin:
        return None
    return TimeMention(position, hit.end(), begin, finish, rule="range" if finish else "time")


def _mention(text: str, position: int) -> TimeMention | None:
    plain = _plain(text, position)
    if plain is not None:
        return plain
    before = text[max(0, position - 16) : position]
    if _is_part_of_something_else(before):
        return None
    first = _clock(text, position)
    if first is None:
        return None
    between = first.form != "word" and before[-1:].isspace() and _BETWEEN_BEFORE.search(before) is not None
    labels, end = zones.labels_after(text, first.end, places=True)
    second = _second(text, end, between) or (_second(text, first.end, between) if labels else None)
    if second is not None:
        labels_of_second, end = zones.labels_after(text, second.end, places=True)
        labels = tuple(dict.fromkeys((*labels, *labels_of_second)))
    if not _is_time(text, first, second, labels, before) or not first.possible:
        return None
    if not labels and (label := _LABEL_BEFORE.search(before)) and zones.zone_of(label[1]) is not None:
        labels = (label[1],)
    mention = _valued(first, second, end, labels)
    if labels:
        mention = _with_second_zone(text, mention)
    return _cut_off(text, mention) if second is None and mention.also is None else mention


def _second(text: str, position: int, between: bool) -> _Clock | None:
    """The clock time that ends a range."""
    join = _RANGE.match(text, position) or (_AND.match(text, position) if between else None)
    second = _clock(text, join.end()) if join else None
    if second is None or (second.form == "bare" and second.half is None and not second.unit):
        return None
    return second


def _is_part_of_something_else(before: str) -> bool:
    """Whether a number belongs to an ISO moment ("2024-05-21T12:00") or an offset ("UTC-05:00")."""
    if not before:
        return False
    last = before[-1]
    if last == "T":
        return before[-2:-1].isdecimal()
    return last in "-−–" and before[:-1].rstrip().endswith(_OFFSET_BEFORE)


def _is_time(text: str, first: _Clock, second: _Clock | None, labels: tuple[str, ...], before: str) -> bool:
    """Whether the words say that a number is a clock time; a colon, "14h00", "9 a.m." do so by themselves."""
    if first.form in ("colon", "h", "military") or (first.half is not None and first.form != "dot"):
        return True
    end = second.end if second else first.end
    if first.form == "dot":
        if _AMOUNT_AFTER.match(text, end) or _AMOUNT_BEFORE.search(before) or first.minute > 59:
            return False
        if first.half or labels or _AT_BEFORE.search(before):
            return True
        return second is not None and _dotted_range(first, second)
    if first.form == "word":
        return second is not None
    at = _AT_BEFORE.search(before) is not None
    if second is None:
        return at and first.unit and first.hour <= 24
    if second.half is not None or (second.form in ("hour", "h") and first.hour < 24):
        return second.form != "dot" or not _AMOUNT_AFTER.match(text, end)
    return (first.unit and second.form != "bare") or (second.unit and _FROM_BEFORE.search(before) is not None)


def _dotted_range(first: _Clock, second: _Clock) -> bool:
    """Whether "10.30-12.00" is a range of times, not of decimals: full five minutes, in order, from the morning on."""
    if second.half is not None or second.form in ("colon", "word"):
        return True
    if second.form != "dot" or first.minute % 5 or second.minute % 5 or not second.possible:
        return False
    return first.minutes(None) < second.minutes(None) and second.hour >= 8


def _valued(first: _Clock, second: _Clock | None, end: int, labels: tuple[str, ...]) -> TimeMention:
    """The mention with its times on the 24-hour clock."""
    if second is None:
        rule = "24-hour clock, am/pm ignored" if first.ignores_half else "time"
        return TimeMention(first.start, end, _hhmm(first.minutes(first.half)), zones=labels, rule=rule)
    if not second.possible:
        begin = _hhmm(first.minutes(first.half))
        return TimeMention(first.start, end, begin, None, labels, rule="range", problem="the end is no time of day")
    start, finish, rule = _settle_halves(first, second)
    late = start >= 18 * 60 and finish <= 6 * 60
    problem = "the range ends before it begins" if finish <= start and not late and finish % 1440 else None
    return TimeMention(first.start, end, _hhmm(start), _hhmm(finish), labels, rule=rule, problem=problem)


def _settle_halves(first: _Clock, second: _Clock) -> tuple[int, int, str]:
    """Begin and end in minutes since midnight, and the rule: which half of the day an end without one is in."""
    start, finish = first.minutes(first.half), second.minutes(second.half)
    if first.ignores_half or second.ignores_half:
        return start, finish, "range, 24-hour clock, am/pm ignored"
    if first.half is None and second.half is not None and first.hour <= 12 and first.form != "word":
        same = first.minutes(second.half)
        if same < finish:
            return same, finish, f"range, {second.half} carried over"
        return first.minutes("am" if second.half == "pm" else "pm"), finish, "range, halves told by the order"
    if first.half is not None and second.half is None and second.hour <= 12 and second.form != "word":
        finish = second.minutes(first.half)
        if finish <= start:
            finish = second.minutes("pm" if first.half == "am" else "am")
        return start, finish, f"range, {first.half} carried over"
    by_day = 7 <= first.hour <= 12 and 1 <= second.hour <= 7 and second.form != "word"
    if first.half is None and second.half is None and finish <= start and by_day:
        return start, finish + 720, "range, 12-hour clock"
    return start, finish, "range"


def _hhmm(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _cut_off(text: str, mention: TimeMention) -> TimeMention:
    """The mention with the rest of an end that a cut page has lost: "10:00 - 11:0"."""
    rest = _CUT_OFF.match(text, mention.end)
    return replace(mention, end=rest.end(), problem="the end is cut off") if rest else mention


def _with_second_zone(text: str, mention: TimeMention) -> TimeMention:
    """The mention with the same time in a second zone, where that stands behind a slash or in brackets."""
    join = _SECOND_ZONE.match(text, mention.end)
    if join is None:
        return mention
    first = _clock(text, join.end())
    if first is None or not first.possible:
        return mention
    end = first.end
    labels, end = zones.labels_after(text, first.end)
    second = _second(text, end, between=False)
    if second is not None:
        labels, end = zones.labels_after(text, second.end)
    if not labels or set(labels) <= set(mention.zones):
        return mention
    if "(" in join.group():
        if text[end : end + 1] != ")":
            return mention
        end += 1
    other = _valued(first, second, end, labels)
    return replace(mention, end=end, also=SecondClock(other.begin, other.finish, labels))
