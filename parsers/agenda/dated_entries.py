"""Lists of events whose every entry has a line of its hours, with its day or its room, and its title above or below.

"Boats that come home" / "Tuesday 10 October | 13:15 – 14:30 | Room 7". One such line is the page's own date. Two or
more of them, all with a title on the same side, are the entries of a list. Below a heading of the day the hours need a
room to be such a line ("13:15 – 14:30 | Harbour Pavilion"), as the words behind them are a title otherwise.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from parsers.agenda.day_hours import LONGEST, SEPARATORS, DatedEntry, day_and_hours, is_where
from parsers.agenda.labels import BODY_LABELS
from parsers.agenda.lines import Line
from parsers.agenda.rooms import names_only_places, names_place, room_pattern, says_where
from parsers.agenda.session_kinds import names_session
from parsers.agenda.shapes import SENTENCE, is_somebody
from parsers.agenda.title_first import may_be_title
from parsers.dates.times import TimeMention
from parsers.documents.kinds import document_kind
from parsers.documents.labels import is_document_label
from parsers.words import lexicon
from parsers.words.phrases import tokenise
from parsers.words.small_words import leading

_FEWEST = 2
_FEWEST_BEGUN = 3
_ABOVE = 2  # lines over the first entry
_LONGEST_PLACE = 90
_ZONE = re.compile(r"\s*(?:\([A-Z][^()\d]{1,30}\)|[A-Z]{2,4}\b)(?=\s*[|/,;:·•–—-])")


def dated_entries(lines: list[Line]) -> dict[int, DatedEntry]:
    """The entries of such lists by the places of the lines of their hours."""
    entries = _with_days(lines) or _begun(lines)
    return entries | _below_days(lines, entries)


def _begun(lines: list[Line]) -> dict[int, DatedEntry]:
    """The entries that say only when they begin, each over its title: "Wed 28 Nov, 6:00pm" / "Nets, a film".

    Their days have no year, as those of teasers of other pages have, or a head says that it is a programme.
    """
    found = {place: hit for place, line in enumerate(lines) if (hit := day_and_hours(line, begins=True)) is not None}
    days = [day for day, _time, _room in found.values()]
    if len(found) < _FEWEST_BEGUN or len({day.days for day in days}) < _FEWEST:
        return {}
    above = lines[max(0, min(found) - _ABOVE) : min(found)]
    of_programme = any(is_document_label(line.text) and document_kind(line.text) == "agenda" for line in above)
    if any(day.days[0].year is not None for day in days) and not of_programme:
        return {}
    if _side_of_titles(lines, found) != 1:
        return {}
    venues = _venues(lines, [place + 2 for place in found])
    return {
        place: DatedEntry(place + 1, day, time, None, begun=True, venue=place + 2 if place + 2 in venues else None)
        for place, (day, time, _room) in found.items()
    }


def _venues(lines: list[Line], places: list[int]) -> set[int]:
    """The lines below titles that say where each is held, where most of them do: "Harbour Park, Kumasi"."""
    below = {
        place: lines[place].text
        for place in places
        if place < len(lines) and lines[place].label is None and len(lines[place].text) <= _LONGEST_PLACE
    }
    told = [text for text in below.values() if says_where(text) or lexicon.found(tokenise(text), "city")]
    if len(told) < _FEWEST or 2 * len(told) < len(places):
        return set()
    return {place for place, text in below.items() if not SENTENCE.search(text) and not lines[place].shows_time()}


def _with_days(lines: list[Line]) -> dict[int, DatedEntry]:
    """The entries whose line has a day and hours; beside two of them one may say only when it begins."""
    found = {place: hit for place, line in enumerate(lines) if (hit := day_and_hours(line)) is not None}
    if len(found) < _FEWEST or len({hit[0].days for hit in found.values()} | {hit[1] for hit in found.values()}) < 2:
        return {}
    rooms = [lines[place].text[room:] for place, (_day, _time, room) in found.items() if room is not None]
    if 2 * sum(room_pattern().search(room) is not None or says_where(room) for room in rooms) < len(rooms):
        return {}  # titles
    side = _side_of_titles(lines, found)
    if side is None or _are_places(lines, [place + side for place in found], len(rooms)):
        return {}
    for place, line in enumerate(lines):
        begun = day_and_hours(line, begins=True) if place not in found and _is_title(lines, place + side) else None
        if begun is not None and place + side not in found:
            found[place] = begun
    return {place: DatedEntry(place + side, *found[place]) for place in sorted(found)}


def _side_of_titles(lines: list[Line], places: Collection[int]) -> int | None:
    """Whether all titles stand below (1) or above (-1) the lines at these places; None for neither."""
    if all(_is_title(lines, place + 1) for place in places):
        return 1
    return -1 if all(_is_title(lines, place - 1) for place in places) else None


def _are_places(lines: list[Line], titles: list[int], rooms: int) -> bool:
    """Whether as many titles are places as words behind hours are: then those are the titles, over their places."""
    if all(names_only_places(lines[place].text) for place in titles):
        return True
    return 0 < rooms <= sum(names_place(lines[place].text) for place in titles)


def _is_title(lines: list[Line], place: int) -> bool:
    return place < len(lines) and may_be_title(lines, place)


def _below_days(lines: list[Line], dated: Collection[int]) -> dict[int, DatedEntry]:
    """The entries whose line has hours and a room, where most hours of the page stand so and all titles on one side."""
    found: dict[int, tuple[TimeMention, int]] = {}
    alone: dict[int, TimeMention] = {}
    others = 0
    for place, line in enumerate(lines):
        hit = line.leading_time() if line.block.table is None and place not in dated else None
        if hit is None or line.block.kind.startswith("field_") or len(line.text) > LONGEST or line.dates:
            continue
        room = _room_behind(line, hit[1])
        if room is not None:
            found[place] = hit[0], room
        elif line.text[hit[1] :].strip(SEPARATORS):
            others += 1
        else:
            alone[place] = hit[0]
    rooms = sum(names_place(lines[place].text[room:]) for place, (_time, room) in found.items())
    fewest = _FEWEST if others or not _is_labelled(lines, found) else 1
    if rooms < fewest or len(found) <= others or 2 * rooms < len(found):
        return _under_titles(lines, found, alone, others)
    if _side_of_titles(lines, found) != 1 or _are_places(lines, [place + 1 for place in found], rooms):
        return _under_titles(lines, found, alone, others)
    if all(_is_title(lines, place - 1) and not _begins_group(lines[place]) for place in found):
        return {}  # their titles stand above
    return {place: DatedEntry(place + 1, None, *found[place]) for place in found}


def _under_titles(
    lines: list[Line], found: dict[int, tuple[TimeMention, int]], alone: dict[int, TimeMention], others: int
) -> dict[int, DatedEntry]:
    """The entries below days whose titles stand over the hours; one or two may give no room."""
    under: dict[int, tuple[TimeMention, int | None]] = {
        place: hit for place, hit in found.items() if _is_above(lines, place) and not _names_item(lines, place, hit[1])
    }
    rooms = sum(is_where(lines[place].text[room:]) for place, (_time, room) in under.items() if room is not None)
    if rooms < _FEWEST or len(under) < len(found) or len(under) <= others or 2 * rooms < len(under):
        return {}
    below = sum(_is_title(lines, place + 1) for place in under)  # the last one may stand over the next heading
    if 2 * below >= len(under):
        return {}
    under |= {
        place: (time, None)
        for place, time in alone.items()
        if _is_above(lines, place) and not _is_title(lines, place + 1)
    }
    return {place: DatedEntry(place - 1, None, *under[place]) for place in sorted(under)}


def _is_above(lines: list[Line], place: int) -> bool:
    """Whether the line over hours can be their title."""
    return place > 0 and _is_title(lines, place - 1) and not is_somebody(lines[place - 1].text)


def _names_item(lines: list[Line], place: int, room: int) -> bool:
    """Whether what stands behind hours is an item, no room."""
    words = lines[place].text[room:]
    return names_session(words) and not names_place(words)


def _room_behind(line: Line, end: int) -> int | None:
    """Where a room can stand that is set off from the hours; None where none can."""
    zone = _ZONE.match(line.text, end)
    end = zone.end() if zone is not None else end
    at = _at_place().match(line.text, end)
    if at is not None:
        return at.end() if names_place(line.text[at.end() :]) else None
    room = line.text[end:].strip(SEPARATORS + ".")
    mark = line.text[end:].lstrip()[:1]
    if not 3 <= len(room) <= _LONGEST_PLACE or mark not in SEPARATORS:
        return None
    return line.text.index(room, end)


@functools.cache
def _at_place() -> re.Pattern[str]:
    """ "10:00 – 11:00 at the Tide Pavilion", "10h00 à la salle 5" """
    return re.compile(rf"[\s,]+{leading('at')}{leading('definite')}?(?=[^\W\d_])", re.IGNORECASE)


def _is_labelled(lines: list[Line], places: Collection[int]) -> bool:
    """Whether who organizes or leads stands below the title that is below the first of such lines."""
    place = min(places, default=len(lines)) + 2
    label = lines[place].label if place < len(lines) else None
    return label is not None and (label.kind == "role" or label.meaning in BODY_LABELS)


def _begins_group(line: Line) -> bool:
    return line.block.gap or line.block.kind in ("item", "heading") or line.block.all_bold
