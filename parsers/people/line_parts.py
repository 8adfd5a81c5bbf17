"""A line that names several people, parted so that each part names one, or two who share what follows.

It is parted at full stops, semicolons and "and" where another person starts: "Ms. A B, Minister of Ports; C D, IOM".
Commas part people too, but only where the next one has a title or follows a bracket ("A B (ODI), C D (MPI)"), or where
the line holds nothing but names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.segments import blank_brackets
from parsers.people.behind_posts import right_behind_post
from parsers.people.names import looks_like_name, strip_honorifics
from parsers.people.not_yet import is_not_yet_named
from parsers.people.person_starts import is_arabic_post, is_full_name_at, starts_person
from parsers.people.plain_names import name_edges
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import any_of, word_set

_SENTENCES = re.compile(rf"\.(?:(?<=[^\W\d_]{{3}}\.)|(?<=\)\.))\s+(?=[{CAPITALS}])")
_MAY_JOIN = (";", "؛", *(f" {word} " for word in sorted(word_set("and_alone"))), " و ", " / ")
# The words before the first of several may stand before the next as well: "Palabras de A B y de C D".
_AGAIN = rf"(?:(?:de(?! l[aeo]s? )|{any_of('again')})\s+|d['’](?=\w))?"
_JOINERS = re.compile(
    rf"\s/\s|[;؛]\s*(?:(?:{any_of('joint_and')}|و)\s+{_AGAIN})?|[,،]?\s+(?:{any_of('and_alone')}|و)\s+{_AGAIN}"
)
_ARABIC_AND = re.compile("[,،؛]?\\s+و(?=[\u0620-\u064a])")
_ARABIC_TITLE = 3  # letters at least: "ود" is a name
_BULLETS = " -–—•·"
_DASH = re.compile(r"\s[|–—-]\s+(?=\S)")
_COMMAS = re.compile(r"[,،]\s+")


def parts_of_line(text: str) -> list[tuple[int, int]]:
    """Spans that name one person each: parted at sentences, semicolons, "and", commas where another person starts."""
    if (names := name_edges(text)) is not None:
        return list(zip([0, *names[1::2]], [*names[::2], len(text.rstrip(" ."))], strict=True))
    edges = [0]
    for match in _SENTENCES.finditer(text):
        begin = edges[-1] + len(text[edges[-1] :]) - len(text[edges[-1] :].lstrip(_BULLETS))
        word = text.rfind(" ", begin, match.start()) + 1
        if any(strip_honorifics(text, title)[0] >= match.end() for title in {begin, max(word, begin)}):
            continue  # "Prof. Emerita A B", "Director – Excmo. Sr. A B"
        if starts_person(text, match.end()):
            edges += [match.start() + 1, match.end()]
    for match in _JOINERS.finditer(blank_brackets(text, "\0")) if any(word in text for word in _MAY_JOIN) else ():
        joined = ";" not in match.group() and "؛" not in match.group()
        starts = starts_person(text, match.end(), after_and=joined)
        if "/" in match.group():
            starts = starts and (
                all(strip_honorifics(text, at)[1] for at in (edges[-1], match.end()))
                or _both_told(text, edges[-1], match.span())
            )
        elif joined:
            starts = starts and not _is_bare_name(text[edges[-1] : match.start()])
        if starts or (
            not joined
            and (
                _is_listed_name(text, match.end())
                or _is_nobody_yet(text, match.end())
                or right_behind_post(text, match.end()) is not None
            )
        ):
            edges += [match.start(), match.end()]
    edges += _arabic_ands(text, edges)
    edges += _dashes_between_people(text, edges)
    edges += _commas_between_people(text, edges)
    edges.append(len(text))
    if len(edges) == 2:
        return [(0, len(text))]
    spans = []
    ordered = sorted(edges)
    for a, b in zip(ordered[::2], ordered[1::2], strict=False):
        if text[a:b].strip():
            spans.append((a, b))
    return spans


def _arabic_ands(text: str, edges: list[int]) -> list[int]:
    """Edges where "and", written with the title behind it, joins the next person: "السيد أ ب، مدير، والسيدة ج د"."""
    if " و" not in text:
        return []
    found: list[int] = []
    for match in _ARABIC_AND.finditer(blank_brackets(text, "\0")):
        titles = strip_honorifics(text, match.end())[1]
        if match.start() in edges or not titles or len(titles[0]) < _ARABIC_TITLE:
            continue
        if starts_person(text, match.end(), after_and=True):
            found += [match.start(), match.end()]
    return found


def _both_told(text: str, begun: int, joint: tuple[int, int]) -> bool:
    """Whether people with post or body stand on both sides of a sign: "A B, ODI / C D, Director, MPI"."""
    told = "," in text[begun : joint[0]] or "،" in text[begun : joint[0]] or text[: joint[0]].endswith(")")
    begun += len(text[begun:]) - len(text[begun:].lstrip(_BULLETS))
    return told and all(
        starts_person(text, at, after_and=True) or (starts_person(text, at) and _before_acronym(text, at))
        for at in (begun, joint[1])
    )


_TO_ACRONYM = re.compile(rf"[^,;()|–—]{{5,50}}[,،]\s[{CAPITALS}][{CAPITALS}\d&/.-]+\s*(?=[,;|–—)-]|$)")


def _before_acronym(text: str, at: int) -> bool:
    """Whether nothing but a name and an acronym stands at a place: "A B, CELADE"."""
    return _TO_ACRONYM.match(text, at) is not None


def _dashes_between_people(text: str, edges: list[int]) -> list[int]:
    """Edges where a dash or bar parts people with post or body: "A B, ODI - C D, MPI", "A B (ODI) | C D (MPI)"."""
    found: list[int] = []
    begun = [0, *edges[2::2]]
    for dash in _DASH.finditer(blank_brackets(text, "\0")) if _DASH.search(text) else ():
        start = max(at for at in [*begun, *found[1::2]] if at <= dash.start())
        if dash.start() > start and _both_told(text, start, dash.span()):
            found += [dash.start(), dash.end()]
    return found


def _commas_between_people(text: str, edges: list[int]) -> list[int]:
    """Edges at the commas that part one person from the next: "A B (ODI), C D (MPI)", "Ms. A B, ODI, Mr. C D, MPI".

    Commas also part a person from post and body, so the next one has to have a title, or to follow a bracket.
    """
    if text.count(",") + text.count("،") < 1 + (")" not in text):
        return []
    found: list[int] = []
    starts = sorted([0, *edges[2::2]])
    for comma in _COMMAS.finditer(blank_brackets(text, "\0")):
        begun = max(start for start in [*starts, *found[1::2]] if start <= comma.start())
        bracketed = text[begun : comma.start()].rstrip().endswith(")")
        if not bracketed and "," not in text[begun : comma.start()] and "،" not in text[begun : comma.start()]:
            continue
        titled = strip_honorifics(text, comma.end())[1]
        follows = starts_person(text, comma.end(), after_and=True) or (
            bracketed and _ends_line(text, begun, comma.end())
        )
        if (bracketed or titled) and follows and starts_person(text, begun):
            found += [comma.start(), comma.end()]
    return found


def _ends_line(text: str, begun: int, position: int) -> bool:
    """Whether a full name alone ends the line behind one with a bracket: "A B (ODI), C D"."""
    if not _is_bare_name(text[begun : text.find("(", begun)]):
        return False
    return _is_bare_name(text[position:].rstrip(" .")) and is_full_name_at(text, position)


def enumerated_parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans as `parts_of_line` gives them, parted at commas too where another person starts behind an affiliation."""
    for start, end in parts_of_line(text):
        edges = [start]
        for comma in _COMMAS.finditer(blank_brackets(text, "\0"), start, end):
            affiliated = _COMMAS.search(text, edges[-1], comma.start()) is not None
            if affiliated and starts_person(text, comma.end(), after_and=True):
                edges.append(comma.end())
        yield from zip(edges, [*edges[1:], end], strict=True)


def _is_listed_name(text: str, position: int) -> bool:
    """Whether nothing but a name stands up to the next semicolon: "A B; C D; E F"."""
    end = min((at for mark in ";؛" if (at := text.find(mark, position)) >= 0), default=len(text))
    name = text[position:end].strip(" .")
    if " " not in name or not _is_bare_name(name):
        return False
    if max(looks_like_organization(name), looks_like_organization(name[strip_honorifics(name)[0] :])) > 0.5:
        return False
    return name.isascii() or not is_arabic_post(name)


def _is_nobody_yet(text: str, position: int) -> bool:
    """Whether what stands up to the next semicolon is still to be named: "third speaker tbc"."""
    end = min((at for mark in ";؛" if (at := text.find(mark, position)) >= 0), default=len(text))
    return is_not_yet_named(text[position:end])


def _is_bare_name(text: str) -> bool:
    """Whether the words are a name and nothing else, so that what follows the next name is said of both."""
    start, _titles = strip_honorifics(text, len(text) - len(text.lstrip()))
    return "," not in text and "،" not in text and looks_like_name(text[start:].strip())
