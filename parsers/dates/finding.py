"""Dates in running text and in headings: `find_dates`.

The way of a date: `_CANDIDATE` finds the places where a date may stand, `parsers.dates.tokens` turns the surroundings
into tokens, `parsers.dates.grammar` reads phrases of tokens. Words that count the days of an agenda ("Day 2") and words
as seen from the day of publication ("yesterday") are found apart (`parsers.dates.day_words`) and joined to the date
beside them here.

Nothing is guessed: a year that is not printed is None (see `parsers.dates.years`), and a doubtful numeric date keeps
its other reading. No date is read over a line end, so a block and a whole page give the same mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.dates import day_words
from parsers.dates.forms import DateMention, PartialDate
from parsers.dates.grammar import Phrase
from parsers.dates.tokens import Token, tokens
from parsers.dates.words import (
    BLANK,
    DASH,
    DIGIT,
    MONTH_TAILS,
    OF,
    WORD_PARTS,
    WORDS,
    alternation,
    leading,
    level,
    month_names,
    words_of,
)

__all__ = ["DateMention", "PartialDate", "find_calendar_dates", "find_dates"]


def find_dates(text: str, language: str | None = None) -> list[DateMention]:
    """Every date in ``text``, in order, not overlapping; ``text[mention.start:mention.end]`` are its words.

    ``language`` (en, fr, es, ar) narrows the words for "yesterday" and "Day One" to one language; months, weekdays and
    numeric dates are read in all of them whatever it is. Text beyond `LONGEST` is not read.
    """
    return list(_cached(text, language) if len(text) < _SHORT else _found(text[:LONGEST], language))


def _found(text: str, language: str | None) -> list[DateMention]:
    numbers = day_words.find_day_numbers(text, language)
    relatives = day_words.find_relatives(text, language)
    mentions = _over_clocks(text, _calendar_dates(text, numbers, relatives))
    if numbers or relatives:
        mentions = _join(text, mentions, numbers, relatives)
    return [_with_hints(text, mention) for mention in mentions]


def _over_clocks(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, two whole days with times of day and a dash between them as one range: from when to when."""
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        gap = text[last.end : mention.start] if last else ""
        if last is None or not 3 < len(gap) < _CLOCK_GAP or not _runs(last, mention) or not _CLOCK_TO.fullmatch(gap):
            joined.append(mention)
            continue
        days = (last.days[0], mention.days[0])
        joined[-1] = replace(
            last, end=mention.end, days=days, is_range=True, alternatives=(), rule=f"{last.rule}, range"
        )
    return joined


def _runs(first: DateMention, last: DateMention) -> bool:
    """Whether two single days with their years can be the first and the last of a range."""
    if len(first.days) != 1 or len(last.days) != 1 or first.alternatives or last.alternatives:
        return False
    begin, end = first.days[0].iso(), last.days[0].iso()
    return begin is not None and end is not None and begin < end


def find_calendar_dates(text: str) -> list[DateMention]:
    """The dates of `find_dates` that name days or months, "Day 2" and "yesterday" aside: what tells a page's years."""
    text = text[:LONGEST]
    mentions = _calendar_dates(text, day_words.find_day_numbers(text), ())
    return [_with_hints(text, mention) for mention in mentions]


LONGEST = 200_000  # characters that are read; no page of people's words is longer
_SHORT = 2000
_cached = lru_cache(maxsize=1024)(_found)  # a page's readers ask for the same block again and again


# --- places where a date may stand ---


def _letters(letters: Iterable[str]) -> str:
    """The letters in both cases, with and without accents, for a class of characters."""
    forms = {form for letter in letters for form in (letter, level(letter))}
    return "".join(sorted({case for form in forms for case in (form.lower(), form.upper())}))


_NAMES = tuple(name for name in month_names() if name[0].isascii())
_STEMS = alternation(name[:3] for name in _NAMES)
_FIRSTS = _letters(name[0] for name in _NAMES)
_SECONDS, _THIRDS = _letters(name[1] for name in _NAMES), _letters(name[2] for name in _NAMES)
_ANY = DIGIT[1:-1]
_ORDINALS, _ORDINAL_FIRSTS = alternation(words_of("ordinal")), _letters(word[0] for word in words_of("ordinal"))
_ORDINAL = rf"(?:(?=[.{_ORDINAL_FIRSTS} ])\.?{BLANK}?(?i:{_ORDINALS}))?+"
_GAP = f"(?:{BLANK}|[.,/(]|{DASH}){{0,3}}+"
_CONNECTIVE = f"(?i:{leading('month_of')})?+"
# One class of first characters, then cheap tests first: a page has hundreds of numbers and a dozen dates.
_CANDIDATE = re.compile(
    rf"""[{_ANY}{_FIRSTS.upper()}](?:
        (?<={DIGIT})(?<!{DIGIT}{{2}})(?<!{DIGIT}[:.]{DIGIT})(?:
            {DIGIT}?(?!{DIGIT})(?:
                [-./]{DIGIT}{{1,2}}[-./]{DIGIT}
                |/{DIGIT}{{1,2}}(?![{_ANY}/])
                |{_ORDINAL}{_GAP}{_CONNECTIVE}(?:(?=[{_FIRSTS}])(?i:{_STEMS})|[ء-ي])
            )
            |(?P<year>{DIGIT}{{3}})(?:(?!{DIGIT})|(?={DIGIT}{{1,2}}[:.h]{DIGIT}))
        )
        |[{_SECONDS}][{_THIRDS}](?<=[{_FIRSTS.upper()}]..)[^\W\d_]{{0,7}}+{_GAP}{_CONNECTIVE}{DIGIT}
    )""",
    re.VERBOSE,
)
_BEHIND, _AHEAD = 160, 400  # characters around a candidate in which its phrase may begin and end


def _calendar_dates(
    text: str, numbers: Sequence[day_words.Hit], relatives: Sequence[day_words.Hit]
) -> list[DateMention]:
    mentions: list[DateMention] = []
    relative_ends = [hit.end for hit in relatives]
    coming = [*numbers, day_words.Hit(len(text), len(text), 0)]  # no phrase runs over "Day 2"
    read_to = 0
    for candidate in _CANDIDATE.finditer(text):
        position = candidate.start()
        while coming and coming[0].end <= position:
            read_to = max(read_to, coming.pop(0).end)
        if position < read_to or (coming and coming[0].start <= position):
            continue
        if candidate["year"] and not _may_end_a_date(text, position, candidate.end()):
            continue
        border = coming[0].start if coming else len(text)
        found, first = _tokens_around(text, position, read_to, min(border, position + _AHEAD))
        if not found:
            continue
        mentions.extend(Phrase(text, found, relative_ends).mentions(first))
        read_to = max(found[-1].start, position + 1, mentions[-1].end if mentions else 0)
    return mentions


def _may_end_a_date(text: str, position: int, end: int) -> bool:
    """Whether a month stands before a year's number, or it begins "2018-11-30"."""
    if text[end : end + 1] in ("-", "/", ".") and text[end + 1 : end + 2].isdecimal():
        return True
    words = text[max(0, position - 24) : position].lower().replace("-", " ").replace("/", " ").split()
    if words and WORDS.get(words[-1], ("", None))[0] == OF:
        words.pop()
    if words and words[-1].rstrip(".,").isdecimal():
        words.pop()
    return bool(words) and level(words[-1]).strip(".,،()") in MONTH_TAILS


def _tokens_around(text: str, position: int, low: int, high: int) -> tuple[list[Token], int]:
    """The tokens of a candidate's phrase, with the word before it, and the phrase's first."""
    found = tokens(text, _phrase_start(text, position, low), high, position)
    first = 0
    for index, token in enumerate(found):
        if token.start >= position:
            break
        if token.kind == "x":
            first = index + 1
    return found, first


def _phrase_start(text: str, position: int, low: int) -> int:
    """Where the last word before a candidate begins that is no word of dates: nothing before it matters."""
    low = max(low, text.rfind("\n", max(low, position - _BEHIND), position) + 1, position - _BEHIND)
    start = position
    while start > low:
        border = max(low, start - 40)
        blank = text.rfind(" ", border, start - 1) + 1
        if not blank and border > low:  # no word is that long
            break
        word = text[blank or low : start]
        start = blank or low
        word = word.strip(" ,،.:(|/–—-").lower()
        if not word or word[0].isdecimal() or word[-1].isdecimal() or word in WORDS:
            continue
        if not all(part in WORD_PARTS for part in level(word).split("/")):
            break
    return start


# --- what stands beside a date ---

_AFTER_RELATIVE = re.compile(rf"(?:{BLANK}|,){{0,2}}(\(?){BLANK}?{leading('on', 'article')}?\Z")
_CLOCK_GAP = 40  # characters between two days that are one range
_CLOCK_TO = re.compile(
    rf"{BLANK}*(?:[,–—|(-]|(?:{alternation(words_of('at_clock'))})(?![^\W\d_]))?{BLANK}*{DIGIT}{{1,2}}{BLANK}?(?:[:.hH]{BLANK}?{DIGIT}{{0,2}})?(?::{DIGIT}{{2}})?"
    rf"{BLANK}?(?:[apAP]\.?[mM]\.?|{alternation(words_of('hours'))}|h)?{BLANK}*(?:\(?[A-Z]{{2,5}}\)?(?:[+-]{DIGIT}{{1,2}})?)?{BLANK}*"
    rf"(?:{DASH}|(?:{alternation(words_of('range'))})(?![^\W\d_])){BLANK}*",
)
_BESIDE_NUMBER = re.compile(rf"(?:{BLANK}|[:,.|/]|{DASH}){{0,4}}(\(?){BLANK}?\Z")
_HINT = re.compile(
    rf"(?<![^\W\d_])(?:(?P<published>{alternation(words_of('published'))})|{alternation(words_of('stamped'))})"
    rf"(?:{BLANK}|[:.,(]|{DASH}|(?:{alternation(words_of('on_day'))})(?![^\W\d_])){{0,4}}(?:(?:{alternation(month_names())}){BLANK})?\Z",
    re.IGNORECASE,
)
_HINT_WORDS = frozenset(level(words.split()[-1]) for words in (*words_of("published"), *words_of("stamped")))


def _join(
    text: str,
    mentions: Sequence[DateMention],
    numbers: Sequence[day_words.Hit],
    relatives: Sequence[day_words.Hit],
) -> list[DateMention]:
    """The mentions with "Day 2" and "yesterday" joined to the date beside them, or as mentions of their own."""
    counted = [DateMention(h.start, h.end, day_number=int(h.value), rule="day number") for h in numbers]
    seen = [DateMention(h.start, h.end, relative=str(h.value), rule="relative day") for h in relatives]
    waiting = sorted([*mentions, *counted, *seen], key=lambda mention: (mention.start, -mention.end))
    joined: list[DateMention] = []
    for index, mention in enumerate(waiting):
        if joined and mention.start < joined[-1].end:
            continue
        both = _joined(text, joined[-1], mention) if joined else None
        following = waiting[index + 1] if mention.day_number is not None and index + 1 < len(waiting) else None
        if following is not None and _joined(text, mention, following) is not None:
            both = None  # "24 April 2012|Day 1" is one day, "7 May" before "Day 1 – 8 May" another
        if both is None:
            joined.append(mention)
        else:
            joined[-1] = both
    return joined


def _joined(text: str, left: DateMention, right: DateMention) -> DateMention | None:
    """One mention of a date and the word for a day beside it; None where they do not belong together."""
    if right.start - left.end > 12:
        return None
    gap = text[left.end : right.start]
    if left.rule == "relative day" and _is_calendar(right):
        between, date, word = _AFTER_RELATIVE.match(gap), right, left
    elif left.rule == "day number" and _is_calendar(right):
        between, date, word = _BESIDE_NUMBER.match(gap), right, left
    elif right.rule == "day number" and _is_calendar(left) and left.day_number is None:
        between, date, word = _BESIDE_NUMBER.match(gap), left, right
    else:
        return None
    if between is None:
        return None
    end = right.end
    bracketed = date.bracketed
    if between[1]:
        if text[end : end + 1] == ")":
            end += 1
            bracketed = bracketed or date is right
        elif word is left and not bracketed:
            return None
    return replace(
        date,
        start=left.start,
        end=end,
        bracketed=bracketed,
        relative=date.relative or word.relative,
        day_number=date.day_number or word.day_number,
    )


def _is_calendar(mention: DateMention) -> bool:
    return bool(mention.days) or mention.problem is not None


def _with_hints(text: str, mention: DateMention) -> DateMention:
    """The mention with what the words before it say about it: "Posted on", "Draft agenda"."""
    before = text[max(0, mention.start - 32) : mention.start]
    before = before[before.rfind("\n") + 1 :]
    words = before.lower().split()
    if not any(level(bare) in _HINT_WORDS for word in words[-2:] if (bare := word.strip(":.,-–("))):
        return mention
    hint = _HINT.search(before)
    if hint is None:
        return mention
    return replace(mention, published_hint=bool(hint["published"]), stamp_hint=not hint["published"])
