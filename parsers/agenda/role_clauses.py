"""Lines under an item that say in a clause who does what: "Led by A B, IOM, with C D (Guild of Cooks)".

The words are data: ``by``, ``begins`` and ``clauses`` of data/vocab/roles.toml.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.people.lines import PersonReading, read_enumerated
from parsers.people.names import strip_honorifics
from parsers.people.person_starts import is_full_name_at, starts_person
from parsers.record import Role
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

_LONGEST = 700  # characters
_FIRST = re.compile(r"\W*(\w+)")
_OF = rf"(?:{leading('of')}{leading('definite')}?)"
_SAYS_BY = 60  # characters in which a line says by whom something is done
_END = re.compile(r"[\s,;.،؛–—-]*$")


@dataclass(frozen=True, slots=True)
class RoleClause:
    """The people of one clause, offsets in the line, and the role that it gives them; None where it says none."""

    role: Role | None
    people: list[PersonReading]


def role_clauses(text: str) -> list[RoleClause]:
    """The clauses of a line that begins with one; empty for other lines."""
    first = _FIRST.match(text)
    if first is None or len(text) > _LONGEST:
        return []
    plain = text.replace("’", "'")
    if fold(first[1]) not in _first_words():
        return _done_by(text, plain)
    cues = [cue for cue in _cues().finditer(plain) if _leads_to_person(text, cue)]
    return _read(text, cues) if cues and cues[0].start() == 0 else _done_by(text, plain)


def clauses_behind(text: str) -> tuple[int, list[RoleClause]]:
    """Where clauses begin behind the people of a label ("A B, IOM. With C D, baker"), and the clauses."""
    if len(text) <= _LONGEST:
        cues = [cue for cue in _cues().finditer(text.replace("’", "'")) if cue.start() and _leads_to_person(text, cue)]
        found = _read(text, cues)
        if found:
            return cues[0].start(), found
    return len(text), []


def _read(text: str, cues: list[re.Match[str]]) -> list[RoleClause]:
    ends = [*(cue.start() for cue in cues[1:]), len(text)]
    found = [
        RoleClause(_roles()[fold(cue["by"] or cue["direct"])], _people(text, cue.end(), end))
        for cue, end in zip(cues, ends, strict=False)
    ]
    return found if all(clause.people for clause in found) else []


def _done_by(text: str, plain: str) -> list[RoleClause]:
    head = plain[:_SAYS_BY].lower()
    done = _done().match(plain) if any(f"{word} " in head for word in _done_words()) else None
    if done is None:
        return []
    role = _role_of_participle(done["last"] or "")
    if not strip_honorifics(text, done.end())[1] and (role is None or not starts_person(text, done.end())):
        return []
    people = _people(text, done.end(), len(text))
    return [RoleClause(role, people)] if people else []


def _role_of_participle(word: str) -> Role | None:
    """The role that "moderated" or "conduits" gives before "by", in whatever number."""
    folded = fold(word)
    role = _roles().get(folded) or _roles().get(folded.removesuffix("s"))
    return role if role in _LEADERS else None


def _leads_to_person(text: str, cue: re.Match[str]) -> bool:
    if strip_honorifics(text, cue.end())[1] or starts_person(text, cue.end(), after_and=True):
        return True
    return cue["direct"] is not None and _roles()[fold(cue["direct"])] in _LEADERS and is_full_name_at(text, cue.end())


_LEADERS: tuple[Role, ...] = ("moderator", "chair")


def _people(text: str, start: int, end: int) -> list[PersonReading]:
    stop = start + _END.search(text[start:end]).start()  # type: ignore[union-attr]  # matches everywhere
    people = read_enumerated(text[start:stop])
    if not people or people[0].start > _FARTHEST:
        return []
    for person in people:
        person.start, person.end = person.start + start, person.end + start
        person.documents = [(label, a + start, b + start) for label, a, b in person.documents]
    return people


_FARTHEST = 30  # characters of titles before the first name


@functools.cache
def _done_words() -> list[str]:
    words: list[str] = load("roles")["done"]["by"]
    return words


@functools.cache
def _done() -> re.Pattern[str]:
    words = r"(?:[^\W\d_]+\s){0,2}?(?:(?P<last>[^\W\d_]+)\s)?"
    return re.compile(rf"\W{{0,3}}{words}(?:{alternatives(_done_words())})\s+", re.IGNORECASE)


@functools.cache
def _roles() -> dict[str, Role]:
    roles = load("roles")
    forms: dict[str, Role] = {}
    for table in ("by", "begins", "clauses"):
        for role, words in roles[table].items():
            for word in words:
                forms.setdefault(fold(word), role)
    return forms


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0].partition("'")[0] for form in _roles())


@functools.cache
def _cues() -> re.Pattern[str]:
    roles = load("roles")
    by = alternatives(word for words in roles["by"].values() for word in words)
    direct = alternatives(word for table in ("begins", "clauses") for words in roles[table].values() for word in words)
    joined = rf"(?:{any_of('and', 'with')}\s+)?"
    begin = rf"(?:^\W{{0,3}}|[,;.،؛)]\s+|\s(?={any_of('and')}\s)){joined}(?:{leading('definite', 'indefinite')})?"
    return re.compile(
        rf"{begin}(?:(?P<by>{by})\s+(?:{any_of('by')}\s+|{_OF})|(?P<direct>{direct})\s*:?\s+)(?=\S)", re.IGNORECASE
    )
