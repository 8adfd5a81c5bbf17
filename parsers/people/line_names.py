"""Where the name stands in a line: at its start, behind a post or a body, or at both ends of "and"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.segments import segments_of
from parsers.people.affiliation.sorting import Affiliation
from parsers.people.affiliation.split_post import split_post
from parsers.people.behind_posts import NameBehind, arabic_post_end, may_stand_behind, name_behind_post
from parsers.people.cut_names import body_behind_name, cut_before_post, surname_first
from parsers.people.joint_names import names_at
from parsers.people.names import arabic_title_inside, looks_like_name, match_name, strip_honorifics
from parsers.people.person_starts import is_arabic_post

_LEADING = " -–—•·.,;:*→»➢►✓■▪●○◦‣"
_LABELS = re.compile(r"\s*:")
_NOTHING: Affiliation = (None, None, None)


@dataclass(slots=True)
class LineName:
    """The names that a line is about, and what stands before them.

    ``told`` is what the words before a name say of its bearer, ``begin`` where those words or the name start,
    ``printed`` where a name with its titles starts behind a sign. ``ended`` says that the name ends at ``after``
    whatever stands there, ``swapped`` that its surname stands first, with a comma.
    """

    spans: list[tuple[int, int]]
    after: int
    titles: list[str]
    begin: int
    told: Affiliation = _NOTHING
    printed: int | None = None
    ended: bool = False
    swapped: bool = False


def name_of_line(text: str, start: int, end: int, limit: int, *, listed: bool) -> LineName | None:
    """The name in ``text[start:end]``, or two that share what follows; None where the line starts with nobody.

    A name ends at ``limit`` at the latest. ``listed``: in a list of people, where one word can be a name.
    """
    begin = end - len(text[start:].lstrip(_LEADING))
    name_start, titles = strip_honorifics(text, begin)
    if not titles and may_stand_behind(text, name_start):
        behind = name_behind_post(text, name_start, listed=listed)
        if behind is not None:
            return _named_behind(behind, begin, [])
    arabic_post = arabic_post_end(text, name_start)
    printed_post = text[name_start:arabic_post]
    if printed_post:
        name_start, more = strip_honorifics(text, arabic_post)
        titles += more
    named = _name_at(text, name_start, limit, titles, one_word=listed or bool(titles))
    if named is not None:
        if any(arabic_title_inside(text[a:b]) for a, b in named.spans):
            return None  # "تدير الورشة السيدة ريم": a sentence
        labels = len(named.spans) == 1 and not titles and _LABELS.match(text, named.after)
        if labels and _may_label(text, *named.spans[0]):
            return None  # "Quota: 35 places"
        if printed_post:
            named.told = (*split_post(printed_post.strip(" ،,")), None)
        return named
    if printed_post:
        return None
    # "Professor" and "Chief" are titles, and posts as well.
    is_post = bool(titles) and head_of_post(titles[0]) == (0, len(titles[0]))
    behind = name_behind_post(text, begin if is_post else name_start, listed=listed)
    return _named_behind(behind, begin, [] if is_post else titles) if behind is not None else None


def _named_behind(behind: NameBehind, begin: int, titles: list[str]) -> LineName:
    span = (behind.start, behind.end)
    return LineName([span], behind.end, [*titles, *behind.titles], begin, behind.told, behind.printed)


def _name_at(text: str, start: int, limit: int, titles: list[str], *, one_word: bool) -> LineName | None:
    """The name right at ``start``, or two with "and" between."""
    match = match_name(text[:limit], start)
    if match is None:
        return None
    swapped = surname_first(text, start)
    if swapped is not None:
        return LineName([(start, swapped)], swapped, titles, start, swapped=True)
    spans, after = names_at(text, match)
    spans = [(a, b) for a, b in spans if looks_like_name(text[a:b], single=one_word)]
    body = body_behind_name(text, match) if titles or one_word else None
    if body is not None:
        return LineName([(match.start(), body[0])], body[1], titles, start, ended=True)
    cut = cut_before_post(match) if one_word and (not spans or not text[start].isascii()) else None
    if cut is not None:
        return LineName([(match.start(), cut[0])], cut[1], titles, start, ended=True)
    return LineName(spans, after, titles, spans[0][0]) if spans else None


def _may_label(text: str, start: int, end: int) -> bool:
    """Whether words before a colon can be its label: a single one, and any where no capitals tell a name and no post
    stands behind the colon.
    """
    if " " not in text[start:end]:
        return True
    if not "\u0620" <= text[start] <= "\u06d3":
        return False
    behind = segments_of(text, text.find(":", end) + 1)
    return not behind or is_arabic_post(text[start:end]) or kind_of_segment(behind[0].text) != "post"
