"""Programmes without hours: "Programme" over "Opening remarks", "Panel discussion", "Questions from the floor".

Below a head that calls it a programme, lines that name sessions are its items, those who speak in them stand below or
behind. Without such a head "Opening remarks" over a name may be no more than who opens: there it takes several such
lines, one of them a panel or the like, and people below, or panels with their numbers.
"""

from __future__ import annotations

import functools
import re
from itertools import islice

from parsers.agenda.labels import by_line, label_at
from parsers.agenda.lines import Line
from parsers.agenda.session_kinds import is_numbered, names_session, session_kind
from parsers.agenda.shapes import is_prose
from parsers.documents.kinds import document_kind
from parsers.documents.labels import is_document_label
from parsers.people.contacts import announces_contacts
from parsers.people.lines import read_people
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_LONGEST = 160  # characters of an item's line
_LONGEST_HEAD = 60
_FEWEST, _FEWEST_ALONE = 2, 3
_LONGEST_GAP = 16  # lines between two items
_NEAR = 14  # characters of titles before a name
_BESIDE = re.compile(r"\s*:\s+(?=\S)|\s+[–—-]\s+(?=\S)|\s+\((?=\S)")
_MARKS = re.compile(r"^[\s•·*–—-]*(?:\d{1,2}[.)]|[a-h][.)]|[IVX]{1,4}\.)?\s*")
_PEOPLE_BELOW = 3  # lines


@functools.cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('end.headings')}\s*:?\s*$", re.IGNORECASE)


def untimed_items(lines: list[Line]) -> dict[int, bool]:
    """The places of the lines that are items of such a programme; whether they stand below a head that calls it one."""
    if len(list(islice((line for line in lines if line.leading_time() is not None), 2))) == 2:
        return {}
    candidates = [place for place, line in enumerate(lines) if may_be_item(line)]
    if len(candidates) < _FEWEST:
        return {}
    heads = [place for place in range(max(0, candidates[-1])) if heads_programme(lines[place])]
    for head in heads:
        below = _run(lines, [place for place in candidates if place > head], head)
        people = sum(_has_people(lines, place) for place in below)
        if len(below) >= _FEWEST and (people or len(below) >= _FEWEST_ALONE):
            return dict.fromkeys(_with_neighbours(lines, below), True)
    run = _run(lines, candidates, candidates[0])
    held = [place for place in run if _has_people(lines, place)]
    if len(held) < _FEWEST:
        return {}
    if sum(_is_counted(lines[place].text) for place in held) >= _FEWEST:
        return dict.fromkeys((place for place in run if _is_counted(lines[place].text)), False)
    of_several = any(session_kind(_title(lines[place].text)) in ("panel", "dialogue") for place in held)
    alone = all(_stands_alone(lines[place]) for place in run)
    return dict.fromkeys(run, False) if of_several and alone and len(run) >= _FEWEST_ALONE else {}


def heads_programme(line: Line) -> bool:
    """Whether a line is the heading of a programme and nothing else: "Draft agenda", "Déroulement de la journée"."""
    text = line.text.strip(" :")
    if not text or len(text) > _LONGEST_HEAD or line.block.kind.startswith("field_"):
        return False
    return (is_document_label(text) and document_kind(text) == "agenda") or _outline().fullmatch(
        text.replace("’", "'")
    ) is not None


@functools.cache
def _outline() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("outline.heads"), re.IGNORECASE)


def _title(text: str) -> str:
    """What a line names before the people beside it: "Welcome" of "• Welcome – Mr. A B, Director of Ports"."""
    return text[_MARKS.match(text).end() :]  # type: ignore[union-attr]  # matches any text


def _is_counted(text: str) -> bool:
    return is_numbered(text) and session_kind(text) in ("panel", "dialogue")


def may_be_item(line: Line) -> bool:
    """Whether a line names a session, not those who speak or what there is to read."""
    text = line.text
    if len(text) > _LONGEST or len(text) < 3 or line.block.kind.startswith("field_") or line.block.table is not None:
        return False
    title = _title(text)
    if not title or (title[0].isascii() and not title[0].isupper()):
        return False
    front = _BESIDE.split(title, maxsplit=1)[0].rstrip(" :")
    if not names_session(front) or is_prose(text) or line.dates or line.times:
        return False
    label = label_at(front)
    if label is not None and (label.kind != "role" or label.meaning not in ("opening", "closing")):
        if label.kind != "role":
            return False
        return session_kind(front) in ("panel", "dialogue") or _talk().match(_without_minutes(front)) is not None
    if by_line(title) is not None:
        return False
    people = read_people(front)
    return not (people and people[0].start < _NEAR and (people[0].honorific or people[0].sure))


@functools.cache
def _talk() -> re.Pattern[str]:
    """A role's label that is the name of a talk: "Keynote address", not "Keynote speaker"."""
    return re.compile(rf"{_WORDS.any_of('outline.talks')}\W*$", re.IGNORECASE)


@functools.cache
def _minutes() -> re.Pattern[str]:
    """How long an item lasts, in brackets behind its title: "(15 minutes)"."""
    return re.compile(rf"\s*[(\[]\s?\d{{1,3}}\s?(?:{_WORDS.any_of('outline.minutes')}|['’′])\s?[)\]]", re.IGNORECASE)


def _without_minutes(text: str) -> str:
    return _minutes().sub("", text)


def _run(lines: list[Line], candidates: list[int], start: int) -> list[int]:
    """The items from ``start`` on, up to where a programme ends."""
    run: list[int] = []
    before = start
    for place in candidates:
        between = lines[before + 1 : place]
        if len(between) > _LONGEST_GAP or any(ends_programme(line) for line in between):
            break
        run.append(place)
        before = place
    return run


def ends_programme(line: Line) -> bool:
    """Whether a line ends a programme: a heading that names no session, words for what comes behind one."""
    if line.block.kind == "heading" and not names_session(line.text):
        return True
    return _ends().match(line.text) is not None or announces_contacts(line.text)


def _stands_alone(line: Line) -> bool:
    return not line.text.rstrip().endswith(":") and _BESIDE.search(line.text) is None


def _has_people(lines: list[Line], place: int) -> bool:
    """Whether people stand beside or below an item: a name with a title or a post, or the label of a role."""
    beside = _BESIDE.search(_title(lines[place].text))
    if beside is not None and _names_people(_title(lines[place].text)[beside.end() :]):
        return True
    for line in lines[place + 1 : place + 1 + _PEOPLE_BELOW]:
        if may_be_item(line):
            return False
        if line.label is not None and line.label.kind == "role":
            return True
        if _names_people(line.text):
            return True
    return False


def _names_people(text: str) -> bool:
    people = read_people(text)
    return bool(people) and people[0].start < _NEAR and bool(people[0].honorific or people[0].sure)


def _with_neighbours(lines: list[Line], items: list[int]) -> list[int]:
    """The items, and what stands between them as they do, whatever its name: "Presentation of the atlas".

    In a list most of whose lines name sessions so do the others that are no people. Elsewhere what has its people
    behind a colon is one, or what is set apart as all items are, with people right below.
    """
    marks = {_mark(lines[place]) for place in items}
    between = [place for place in range(items[0], items[-1]) if place not in items and _is_short(lines[place])]
    if len(marks) == 1 and marks != {""}:
        others = [place for place in between if _mark(lines[place]) in marks]
        if len(others) > len(items) or any(_names_people(_title(lines[place].text)) for place in others):
            return items
        return sorted([*items, *others])
    apart = all(lines[place].block.gap for place in items[1:])
    return sorted([*items, *(place for place in between if _is_beside(lines, place, apart=apart))])


def title_of(text: str) -> tuple[str, int | None]:
    """The title on an item's line, and where people begin behind its colon that no word of it announces.

    "Presentation of the atlas: Ms. A B" → "Presentation of the atlas", 27; "Keynote (5 min)" → "Keynote", None.
    """
    beside = _people_beside(text)
    if beside is not None:
        return _without_minutes(text[: beside[0]]), beside[1]
    return _without_minutes(text), None


def _people_beside(text: str) -> tuple[int, int] | None:
    beside = _BESIDE.search(text)
    if beside is None or ":" not in beside.group() or names_session(_title(text[: beside.start()])):
        return None
    people = read_people(text[beside.end() :])
    return beside.span() if people and people[0].start < _NEAR and people[0].honorific else None


def _is_short(line: Line) -> bool:
    return 3 <= len(line.text) <= _LONGEST and not is_prose(line.text) and line.label is None


def _is_beside(lines: list[Line], place: int, *, apart: bool) -> bool:
    line = lines[place]
    if _names_people(line.text) or by_line(line.text) is not None or line.block.kind == "item":
        return False
    if _people_beside(line.text) is not None:
        return True
    below = lines[place + 1]
    if not apart or not line.block.gap or line.text.endswith((".", ":", ",")) or line.text[0].islower():
        return False
    return may_be_item(below) if below.block.gap else _names_people(below.text)


def _mark(line: Line) -> str:
    """What a line of a list begins with: a bullet, a number."""
    if line.block.kind == "item":
        return "item"
    mark = _MARKS.match(line.text)
    return re.sub(r"[\dIVXa-h]+", "1", mark.group().strip()) if mark is not None else ""
