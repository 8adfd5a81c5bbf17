"""A text capture that ends in the middle of a word or bracket: its last field is not all that the page said.

What somebody is or works for is shortened, a body's name that is half there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.page import Page
from parsers.places.countries import country_of
from parsers.record import Appearance, Involvement
from parsers.words import lexicon
from parsers.words.phrases import fold
from parsers.words.vocabulary import load_table

_LAST_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]+\Z")  # not that of an address
_LEAST_MISSING = 3  # "Officer" is no cut "Officers"


def cut_word(page: Page) -> tuple[int, int] | None:
    """Where the word stands that a text capture's end cuts; None where it ends as texts end.

    The last bracket is open, or the last word stands once on the page and is the beginning of longer ones there.
    """
    if page.source != "text" or not page.blocks:
        return None
    text = page.text
    last = _LAST_WORD.search(text, max(page.blocks[-1].start, len(text) - 40))
    if last is None:
        return None
    line = page.blocks[-1].text
    if line.rfind("(") > line.rfind(")"):
        return last.span()
    word = re.escape(last.group())
    whole = re.search(rf"(?<!\w){word}(?!\w)", text[: last.start()])
    longer = re.search(rf"(?<!\w){word}[^\W\d_]{{{_LEAST_MISSING},}}", text[: last.start()])
    return last.span() if whole is None and longer is not None else None


def without_cut_people(people: list[Appearance], page: Page) -> list[Appearance]:
    """The people without one of whom the end of a text capture leaves a single word: "Ms. Chari"."""
    if page.source != "text" or not people:
        return people
    end = len(page.text.rstrip())
    return [
        person
        for person in people
        if person.end != end or " " in person.name or person.position or person.organization or person.role == "quoted"
    ]


def without_cut_name(bodies: list[Involvement], page: Page) -> list[Involvement]:
    """The bodies without one whose name the end of a text capture cuts: "Union europ"."""
    end = len(page.text.rstrip())
    last = next((body for body in bodies if body.end == end), None)
    if last is None or page.source != "text" or lexicon.whole(last.name, "organization") is not None:
        return bodies
    cut = cut_word(page)
    if (cut is None or cut[1] != end) and not _begins_a_name(fold(last.name)):
        return bodies
    return [body for body in bodies if body is not last]


def _begins_a_name(text: str) -> bool:
    """Whether a folded text is the beginning of a known body's name, up to the middle of one of its words."""
    names = (fold(name) for row in load_table("organizations") for key in _NAMES for name in row[key].split("|"))
    return any(name.startswith(text) and name[len(text) : len(text) + 1].isalpha() for name in names)


_NAMES = ("en", "fr", "es", "ar")


def mend_cut_fields(people: Iterable[Appearance], page: Page, span: tuple[int, int]) -> None:
    """For those in the cut line: post and body as elsewhere on the page, else as printed less an open bracket."""
    people = list(people)
    tail = page.text[span[0] : span[1]]
    line = page.blocks[-1]
    for person in people:
        cut = [name for name in ("organization", "position") if (getattr(person, name) or "").endswith(tail)]
        if not cut or person.start < line.start:
            continue
        whole = next(
            (one for one in people if one.name == person.name and one.start < line.start and one.position), None
        )
        if whole is not None:
            person.organization, person.position = whole.organization, whole.position
        else:
            for name in cut:
                _shorten(person, name)


def _shorten(person: Appearance, name: str) -> None:
    """Keep what stands before the bracket that the cut leaves open, without the state behind it."""
    before, bracket, _ = (getattr(person, name) or "").rpartition("(")
    if not bracket:
        return
    head, comma, state = before.strip().rpartition(", ")
    code = country_of(state)
    if code is not None and comma:
        person.country = person.country or code
        before = head
    setattr(person, name, before.strip() or None)
