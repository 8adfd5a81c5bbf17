"""Time zones as printed: which label stands after a time (`labels_after`), which of several counts (`label_of`), and
what it makes of the time (`to_utc`).

Labels are data (``data/vocab/zones.toml``). "EST", "EDT" and "ET" are all the clock of New York on that day, "CET" and
"CEST" that of Geneva: pages print the winter label in summer, and the clock on the wall is what people keep. A label
that stands for several zones (BST, CST, IST) is kept as printed and never turned into UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from parsers.dates.words import BLANK, DIGIT, alternation, words_of
from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.vocabulary import load

_SIGN = "[-+−–±]"
_OFFSET = re.compile(rf"(?:UTC|GMT)?{BLANK}*({_SIGN}){BLANK}*({DIGIT}{{1,2}})(?::?([03]0|[14]5))?\Z")
_LONGEST = 60


def to_utc(day: str, hhmm: str, label: str) -> str | None:
    """The moment as ``YYYY-MM-DDTHH:MM:SSZ``; None where the label names no single zone.

    ``day`` is an ISO day, ``hhmm`` a 24-hour time on it, ``label`` a zone as printed. Raises ValueError for a day or
    time that is none.
    """
    zone = zone_of(label)
    if zone is None:
        return None
    hour, minute = (int(part) for part in hhmm.split(":"))
    moment = datetime.fromisoformat(day).replace(tzinfo=zone) + timedelta(hours=hour, minutes=minute)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def compare(day: str, first: tuple[str, str], second: tuple[str, str]) -> str | None:
    """What is wrong with one moment given in two zones, as ``(HH:MM, label)`` each; None where they agree.

    None as well where one of the labels names no single zone: then nothing can be said.
    """
    one, other = to_utc(day, *first), to_utc(day, *second)
    if one is None or other is None or one[11:] == other[11:]:
        return None
    return (
        f"{first[0]} {first[1]} and {second[0]} {second[1]} are given for one time, "
        f"but on {day} they are {one[11:16]} and {other[11:16]} UTC"
    )


def remark(day: str, label: str) -> str | None:
    """What is odd about a label on a day: "EST" in summer, "CEST" in winter. None where nothing is."""
    zone = zone_of(label)
    season = _season(label)
    if zone is None or season is None:
        return None
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=zone)
    summer = bool(noon.dst())
    if summer == (season == "daylight"):
        return None
    return f"{label} is not in use on {day}; read as the clock of {zone}"


@cache
def zone_of(label: str) -> tzinfo | None:
    """The zone that a printed label names; None for labels unknown, ambiguous or local."""
    label = " ".join(label.split()).strip("()[]")
    known = load("zones")["labels"].get(label)
    if known is None:
        known = _names().get(_fold(label)) or _places().get(label, "")
    if known[:1] in ("+", "-"):
        return _fixed(known[0], known[1:3], known[4:6])
    if known:
        return ZoneInfo(known)
    offset = _OFFSET.match(label)
    return _fixed(offset[1], offset[2], offset[3] or "0") if offset else None


def labels_after(text: str, position: int, *, places: bool = False) -> tuple[tuple[str, ...], int]:
    """The zone labels that stand at ``position``, in brackets or not, and the offset after them.

    ``((), position)`` where there are none. Several: "CET/CEST", "(EST, UTC-5)", "CEST (Geneva time)". ``places``: a
    place alone in brackets is one too, as behind a time: "10:00 (Lima)".
    """
    labels: list[str] = []
    end = position
    while (hit := _OPENING.match(text, end)) is not None:
        found = _label_at(text, hit.end())
        if found is None and places and hit[1]:
            place = _places_in_brackets().match(text, hit.end())
            found = place.end() if place else None
        if found is None:
            break
        inside, stop = [text[hit.end() : found]], found
        while (more := _INNER.match(text, stop)) and (found := _label_at(text, more.end())):
            inside.append(text[more.end() : found])
            stop = found
        if hit[1]:
            closing = _CLOSING.match(text, stop)
            if closing is None:
                break
            stop = closing.end()
        labels += inside
        end = stop
    return tuple(labels), end


def label_of(labels: tuple[str, ...]) -> str | None:
    """The one of several labels of a time that counts: the first, or the short one of the same clock behind it: "Geneva
    time (CET)" is CET.
    """
    if not labels:
        return None
    clock = zone_of(labels[0])
    short = (label for label in labels if _SHORT.fullmatch(label) and zone_of(label) is not None)
    return next((label for label in short if _agree(clock, zone_of(label))), labels[0])


def _agree(clock: tzinfo | None, other: tzinfo | None) -> bool:
    """Whether two zones are one clock at some time of the year, as far as is known: "hora de Bogotá", "UTC-5"."""
    if clock is None or other is None:
        return True  # "local time (CET)"
    days = [datetime.fromisoformat(day) for day in ("2024-01-01", "2024-07-01")]
    return any(clock.utcoffset(day) == other.utcoffset(day) for day in days)


def stated_zone(text: str) -> tuple[str, int, int] | None:
    """The zone that a page states for all of its times ("Times are in EAT", "Todas las horas corresponden a San José
    (UTC-6)"): the label and its span.
    """
    openings, between = _statements()
    for opening in openings:
        key = opening[1:]  # its first letter may be a capital
        position = text.find(key)
        while position >= 0:
            end = position + len(key)
            begins = text[max(0, position - 2) : position].lower().lstrip(" \n(") == opening[0].lower()
            found = _stated_behind(text, end, between) if begins else None
            if found is not None:
                return found
            position = text.find(key, end)
    return None


def _stated_behind(text: str, position: int, between: re.Pattern[str]) -> tuple[str, int, int] | None:
    """The label that a statement gives behind the words that open it."""
    words = between.match(text, position)
    found = _label_at(text, words.end()) if words else None
    if words is None or found is None:
        bracket = _IN_BRACKETS.match(text, position)
        found = _label_at(text, bracket.end()) if bracket else None
        if bracket is None or found is None or text[found : found + 1] not in (")", "]"):
            return None
        return text[bracket.end() : found], bracket.end(), found
    label = text[words.end() : found]
    behind, end = labels_after(text, found)
    short = label_of((label, *behind))
    if short is None or short == label:
        return label, words.end(), found
    start = text.index(short, found, end)
    return short, start, start + len(short)


# What stands between "All times" and a label in brackets: the place whose clock it is.
_IN_BRACKETS = re.compile(r"(?:(?!\d)[^()\[\].;:\n]){1,50}[(\[](?=[^\W\d])")
_OPENING = re.compile(rf"{BLANK}*,?{BLANK}*([(\[]?){BLANK}*")
_INNER = re.compile(rf"{BLANK}*(?:[/,;]|{alternation(words_of('or'))}){BLANK}*(?=[^\W\d])")
_CLOSING = re.compile(r"[^()\[\]\d\n]{0,30}[)\]]")  # "(EST)", "(EST, New York)"
_SHORT = re.compile(
    rf"(?P<offset>(?:UTC|GMT){BLANK}?{_SIGN}{BLANK}?{DIGIT}{{1,2}}(?::?(?:[03]0|[14]5))?(?!{DIGIT}))"
    rf"|(?P<label>[A-Z]{{2,5}})(?:(?![^\W_])|(?=[A-Z][a-z]))(?P<time>{BLANK}(?:[tT]ime)\b)?"
)
_GLUED = re.compile(r"([A-Z]{2,5}?)(?=[A-Z][a-z])")
_CAPITALS_FOLLOW = re.compile(rf"{BLANK}[A-Z]{{2,}}")


def _label_at(text: str, position: int) -> int | None:
    """The end of the zone label that begins at ``position``."""
    first = text[position : position + 1]
    if not first.isalpha():
        return None
    if first.isascii() and first.isupper():
        short = _SHORT.match(text, position)
        if short is not None:
            if short["offset"]:
                return short.end()
            if short["label"] in load("zones")["labels"] and not _is_word(text, short):
                return short.end("label") if short["time"] is None else short.end()
        glued = _GLUED.match(text, position)
        if glued is not None and glued[1] in load("zones")["labels"]:
            return glued.end(1)
    ahead = text[position : position + _LONGEST].lower()
    if not any(word in ahead for word in load("zones")["long"]["words"]):
        return None
    name = _long_labels().match(text, position)
    return name.end() if name else None


def _is_word(text: str, hit: re.Match[str]) -> bool:
    return hit["label"] in load("zones")["words"]["labels"] and _CAPITALS_FOLLOW.match(text, hit.end()) is not None


def _fixed(sign: str, hours: str, minutes: str) -> tzinfo | None:
    delta = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if delta > timedelta(hours=14):
        return None
    return timezone(delta if sign in "+±" else -delta)


def _season(label: str) -> str | None:
    zones = load("zones")
    folded = _fold(label.strip("()"))
    for season in ("standard", "daylight"):
        if label in zones[season]["labels"] or folded in {_fold(name) for name in zones[season]["names"]}:
            return season
    return None


def _fold(label: str) -> str:
    return " ".join(label.lower().replace("’", "'").replace("-", " ").split())


@cache
def _names() -> dict[str, str]:
    """Every long label, folded, with its zone: stated names, and "<place> time" in four languages."""
    zones = load("zones")
    names = {_fold(name): zone for name, zone in zones["names"].items()}
    names |= {_fold(f"{label} time"): zone for label, zone in zones["labels"].items()}
    for zone, *places in zones["places"]["list"]:
        for place in places:
            elided = zones["long"]["before_vowels"] if place[0] in "AEIOUYHÉ" else []
            for form in (*zones["long"]["forms"], *elided):
                names.setdefault(_fold(form.replace("…", place)), zone)
    return names


@cache
def _places() -> dict[str, str]:
    """Every place's name, as printed, with its zone."""
    return {place: zone for zone, *places in load("zones")["places"]["list"] for place in places}


@cache
def _places_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_places())})(?={BLANK}*[)\]])")


@cache
def _long_labels() -> re.Pattern[str]:
    local = [_fold(name) for name in load("zones")["local"]["names"]]
    forms = alternatives({*_names(), *local}, rf"(?:{BLANK}|-)+", ANY_APOSTROPHE)
    return re.compile(rf"(?:{forms})(?![^\W_])", re.IGNORECASE)


@cache
def _statements() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The words that open a statement, and a pattern for what may stand between them and the label."""
    statements = load("zones")["statements"]
    words = alternatives(statements["between"])
    between = re.compile(
        rf"(?:{BLANK}*(?:[:(]|(?:{words})(?:(?![^\W_])|(?<=['’]))))*{BLANK}*(?:(?<=[\s:(\xa0])|(?<=['’]))",
        re.IGNORECASE,
    )
    return tuple(statements["openings"]), between
