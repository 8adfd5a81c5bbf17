"""People as programmes print them: one line or bullet becomes one or two readings of name, post, body and country.

``read_people(text)`` reads a whole line ("H.E. Mr. A B, Minister of Labour, Kenya (Remarks)"); `parsers.prose` finds
people in running text and uses the same pieces. What is taken off a name (titles, degrees, document labels, "(tbc)") is
never lost: spans always cover the words as printed.

How a line is read
    1. it is parted where another person starts (`line_parts`), and at "delivered by X", "on behalf of Y", which part
       the one who speaks from the one who is listed;
    2. brackets are sorted: document labels, role tails, "(tbc)", a country, an affiliation (`line_brackets`);
    3. the name (`line_names`) is the run of name words at the start, titles off, or two such runs (`joint_names`), or
       it stands behind post or body (`behind_posts`);
    4. what follows is cut at commas, and each segment is told apart by its head word: post, unit, body, country; a
       clause after that ("will be moderating") gives the role (`affiliation`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.clauses import starts_clause
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.reading import affiliation
from parsers.people.affiliation.segments import Segment
from parsers.people.in_brackets import names_in_brackets
from parsers.people.line_brackets import sort_brackets
from parsers.people.line_names import name_of_line
from parsers.people.line_parts import enumerated_parts, parts_of_line
from parsers.people.names import post_titles
from parsers.people.not_yet import is_not_yet_named
from parsers.places.countries import country_of
from parsers.record import Role
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load

# "1. Ms. A B", "(a) Ms. A B", "2- Ms. A B"
_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\s?(?:\.-|[.\-–])|[a-z]\.)\s+(?=[^\W\da-z_])")
_BEHIND_NAME = re.compile(r"\s*(?:[,،;؛:()|•/\]]|[-–—]|$)")
_INITIAL_AT_END = re.compile(r"\b[A-Z]\.$")


@dataclass(slots=True)
class PersonReading:
    """One person as a line names them. All spans are offsets in the text that was read.

    ``role`` is set only where the line itself states it. ``proxy`` marks the one who was listed but for whom another
    spoke. ``sure`` is False where nothing but capital letters speaks for a name. ``begin`` is where what is said of the
    person starts: at the name, or at the post or body before it. ``titled`` marks a position that is a mere title.
    """

    name: str
    start: int
    end: int
    name_text: str
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    role: Role | None = None
    proxy: bool = False
    honorific: bool = False
    sure: bool = False
    begin: int = 0
    titled: bool = False
    documents: list[tuple[str, int, int]] = field(default_factory=list)


def read_people(text: str, *, single: bool = False, linked: Sequence[tuple[int, int]] = ()) -> list[PersonReading]:
    """Every person that a programme's line names, in order; empty where the line does not start with a person.

    ``single`` accepts names of one word, as a line in a list of speakers may have them. ``linked`` are spans of links
    in the text: a bracket that is a link names a document, whatever its words.
    """
    number = _NUMBER.match(text) if text[:3].strip("( ")[:1].isalnum() else None
    if number is not None:
        return _numbered(text, number.end(), single, linked)
    readings: list[PersonReading] = []
    for start, end in parts_of_line(text):
        readings.extend(_read_part(text, start, end, single, linked))
    if not readings and text.count("(") > 1:
        readings = [
            PersonReading(text[a:b], a, b, text[a:b], None, body, state, honorific=True, sure=True, begin=a)
            for a, b, body, state in names_in_brackets(text)
        ]
    return readings


def _numbered(text: str, offset: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    """The people of a line behind its number, which items of a programme have as well: titles or posts tell them."""
    found = read_people(text[offset:], single=single, linked=[(a - offset, b - offset) for a, b in linked])
    for person in found:
        person.start, person.end, person.begin = person.start + offset, person.end + offset, person.begin + offset
        person.documents = [(label, a + offset, b + offset) for label, a, b in person.documents]
    return found if single or (found and found[0].sure) else []


def read_enumerated(text: str) -> list[PersonReading]:
    """The people of a list in a title, where commas part them too: "A B, Director of X, C D, baker, and E F, Y"."""
    found: list[PersonReading] = []
    for start, end in enumerated_parts(text):
        for person in read_people(text[start:end].rstrip(" ,،")):
            person.start, person.end, person.begin = person.start + start, person.end + start, person.begin + start
            found.append(person)
    return found


def _read_part(text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    """One person, or two where one speaks for the other."""
    part = text[start:end]
    lowered = part.lower()
    if not any(sign in lowered for sign in _proxy_signs()):
        return _read_one(text, start, end, single, linked)
    others = _for_others().search(part)
    if others is not None:
        for_whom = _read_one(text, start + others.end(), end, False, linked)
        for person in for_whom:
            person.proxy = True
        return _read_one(text, start, start + others.start(), single, linked) + for_whom
    behalf = _on_behalf().search(part)
    if behalf:
        listed = _read_one(text, start, start + behalf.start(), single, linked)
        for person in listed:
            person.proxy = True
        return listed
    delivered = _delivered().search(part)
    if delivered and delivered.start() > 2:
        listed = _read_one(text, start, start + delivered.start(), single, linked)
        spoken = _read_one(text, start + delivered.end(), end, True, linked)
        if spoken:
            for person in listed:
                person.proxy = True
            return listed + spoken
    return _read_one(text, start, end, single, linked)


@functools.cache
def _delivered() -> re.Pattern[str]:
    """Before the one who speaks: "A B, Minister of Ports, delivered by C D"."""
    return re.compile(rf"[,;]?\s*\(?\b(?:{alternatives(load('people')['delivered'])})\s+", re.IGNORECASE)


@functools.cache
def _on_behalf() -> re.Pattern[str]:
    """Behind the one who does not speak, where nobody is named instead: "delivered on her behalf"."""
    return re.compile(rf"[,;]?\s*\(?\b(?:{alternatives(load('people')['on_behalf'])})\b\)?", re.IGNORECASE)


@functools.cache
def _for_others() -> re.Pattern[str]:
    """Before the one who does not speak: "C D, on behalf of A B"."""
    return re.compile(rf"[,;،]?\s*\(?\b(?:{alternatives(load('people')['for_others'])})\s+", re.IGNORECASE)


@functools.cache
def _proxy_signs() -> tuple[str, ...]:
    """Pieces of those words: most lines have none."""
    return tuple(load("people")["proxy_signs"])


def _read_one(text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    """One name, or two that share an affiliation, with the brackets, titles and words around them."""
    brackets = sort_brackets(text, start, end, linked)
    masked = brackets.masked
    named = name_of_line(masked, start, end, _name_end(brackets.affiliations, end), listed=single)
    if named is None:
        return []
    spans, after, titles, post = named.spans, named.after, named.titles, named.told
    if not named.ended and after != _name_end(brackets.affiliations, end) and not _ends_name(masked[after:]):
        return []
    (position, organization, country), clause_role = affiliation(masked, after, brackets.affiliations)
    bare = position is not None and post[0] is not None and post[0].islower() and " " not in post[0]
    if post[0] is not None and not (bare and post[1] is None):  # "the representative, Ms. A B, Chair of the Tide Guild"
        position, organization, country = post[0], post[1] or organization, post[2] or country
    else:
        organization, country = organization or post[1], country or post[2]
    titled = position is None
    if titled:
        position = next((title for title in titles if title.casefold() in post_titles()), None)
    role = brackets.role or clause_role
    readings = []
    for a, b in spans:
        name = _tidy(masked[a:b])
        if is_not_yet_named(name):
            continue
        name = name.replace(",", "") if named.swapped else name
        # "Ana de la Cruz, Minister of ..."
        if not titles and (
            looks_like_organization(name) > (0.6 if position is None else 0.9) or country_of(name) is not None
        ):
            continue
        printed = start + len(text[start:]) - len(text[start:].lstrip()) if a == spans[0][0] else a
        printed = printed if named.printed is None else named.printed
        reading = PersonReading(name, a, b, " ".join(text[printed:b].lstrip("-–—•· ").split()))
        reading.begin = min(named.begin, a)
        reading.titled = titled and position is not None
        reading.position, reading.organization, reading.country = position, organization, country
        reading.role = role
        reading.honorific = bool(titles)
        reading.sure = bool(titles or position or brackets.documents or role)
        if named.printed is not None and not titles:
            reading.sure = organization is not None or country is not None  # "Coordinator: Green Coast"
        reading.documents = brackets.documents if len(spans) == 1 else []
        readings.append(reading)
    return readings


def _ends_name(rest: str) -> bool:
    """Whether a name ends where ``rest`` starts: at a sign, a clause, or a post without a comma before it."""
    stripped = rest.strip()
    if not stripped.strip(".") or _BEHIND_NAME.match(rest) or starts_clause(stripped):
        return True
    head = head_of_post(stripped[:40])
    return head is not None and head[0] == 0


def _name_end(inside: list[Segment], end: int) -> int:
    """Where a name ends at the latest: at a bracket with post, body or state in it: "A B (Director) Tide Guild"."""
    told = bool(inside) and kind_of_segment(inside[0].text) in ("post", "body", "country")
    return inside[0].start - 2 if told else end


def _tidy(name: str) -> str:
    """A name without double blanks and closing signs; the full stop of an initial stays."""
    name = " ".join(name.split())
    return name.rstrip(".,") if name.endswith((".", ",")) and not _INITIAL_AT_END.search(name) else name
