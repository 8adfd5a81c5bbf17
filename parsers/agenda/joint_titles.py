"""What a settled title still holds beside the session's name: a second session of the same hours, a body that hosts."""

from __future__ import annotations

import copy
import dataclasses
import functools
import re

from parsers.agenda.items import Agenda, AgendaItem
from parsers.agenda.session_kinds import heads_untimed, is_bare_number, session_kind
from parsers.organizations.prose_lists import bodies_of_clause
from parsers.record import Involvement
from parsers.words import lexicon
from parsers.words.word_lists import WordLists

_WORDS = WordLists("agenda")
_BORDER = re.compile(r"\s*(?://+|[|;؛])\s*|\s+/\s+")
HOST_IN_TITLE = "host in a session's title"
_MEALS_AND_THE_LIKE = ("break", "other")


def part_parallel_sessions(agenda: Agenda) -> None:
    """Part titles that are two sessions of the same hours, "Session A: Nets / Session B: Ropes".

    Each part must begin with a word that counts and its number or letter. Where people stand below, nobody knows to
    which session they belong, so that the title stays whole.
    """
    agenda.items = [part for item in agenda.items for part in _parts(item)]


def _parts(item: AgendaItem) -> list[AgendaItem]:
    title, (start, end) = item.session.title, item.session.title_span
    if not _BORDER.search(title) or end - start != len(title) or item.readings or item.session.organizers:
        return [item]
    borders = [match.span() for match in _BORDER.finditer(title)]
    ends = [at for at, _behind in borders]
    spans = list(zip([0, *(behind for _at, behind in borders)], [*ends, len(title)], strict=True))
    names = [title[first:last] for first, last in spans]
    if len(set(names)) < len(names) or not all(_is_counted(name) for name in names):
        return [item]
    return [_part(item, first, last) for first, last in spans]


def _is_counted(name: str) -> bool:
    return heads_untimed(name) and (is_bare_number(name) or is_bare_number(name.partition(":")[0]) or _dashed(name))


def _dashed(name: str) -> bool:
    return is_bare_number(re.split(r"\s[–—-]\s", name, maxsplit=1)[0])


def _part(item: AgendaItem, first: int, last: int) -> AgendaItem:
    session = copy.copy(item.session)
    start = item.session.title_span[0]
    session.title, session.title_span = item.session.title[first:last], (start + first, start + last)
    session.organizers, session.people = [], []
    session.documents = [] if first else session.documents
    return dataclasses.replace(item, session=session, readings=[], lines=list(item.lines))


def take_host(item: AgendaItem) -> None:
    """Make the body an organiser that a meal's or reception's title names: "Dinner hosted by IOM"."""
    session = item.session
    start, end = session.title_span
    if (
        session.organizers
        or end - start != len(session.title)
        or session_kind(session.title) not in _MEALS_AND_THE_LIKE
    ):
        return
    by = _hosted_by().search(session.title)
    if by is None:
        return
    for body in bodies_of_clause(session.title, by.end()):
        if " " not in body.name and not (body.name.isupper() or lexicon.whole(body.name, "organization")):
            continue  # "the Chancellery"
        at = start + by.end() + body.start
        session.organizers.append(Involvement(body.name, "host", at, at + body.end - body.start, rule=HOST_IN_TITLE))


@functools.cache
def _hosted_by() -> re.Pattern[str]:
    verbs, by = _WORDS.any_of("verbs.host"), _WORDS.leading("title.by")
    return re.compile(rf"(?<!\w){verbs}\s+{by}", re.IGNORECASE)
