"""How a session's title is taken off its line.

A title's line often holds more than the title: an item letter, a bracket that names a recording, the one who gives the
opening remarks. `take_title` parts them.
"""

from __future__ import annotations

import functools
import re

from parsers.agenda.bare_labels import bare_label
from parsers.agenda.items import AgendaItem, add_people, document_at
from parsers.agenda.labels import Label, by_line, label_at
from parsers.agenda.lines import Line
from parsers.agenda.role_clauses import role_clauses
from parsers.agenda.rooms import room_at_end
from parsers.agenda.session_kinds import names_session, role_in_session, session_kind
from parsers.documents.labels import is_document_label
from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.reading import post_line
from parsers.people.lines import PersonReading, read_enumerated, read_people
from parsers.people.names import strip_honorifics
from parsers.people.person_starts import is_full_name_at, starts_person
from parsers.record import Role
from parsers.words import lexicon
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.word_lists import WordLists

_BRACKET_TAIL = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_PERSON_TAIL = re.compile(r"\s+\(([^()]{8,200})\)\s*$")  # "Keynote: Nets (Prof. A B, Tide University)"
_WORDS = WordLists("agenda")
_ITEM_LETTER = re.compile(r"^\s*(?:[a-h]\)|[ivx]{1,4}\)|\d{1,2}[.)])\s+(?=\S)")
_MAY_HEAD = re.compile(r"[:–—-]")
_NAMED_HEAD = re.compile(r"^([^:–—]{4,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_BEHIND_HEAD = re.compile(r"(?<=\S{4})\s?:\s+(?=\S)|(?<=\S{4})\s[–—-]\s+(?=\S)")
_CLAUSE = re.compile(r"(?:[,;.،؛]|(?<=[»”]))\s+(?=\w)|\s[–—-]\s+(?=\w)")
_COMMA = re.compile(r"[,،]\s+(?=\S)|\s[–—|/-]\s+(?=\S)")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})[.؟?!»”]\s+(?=\S)")
_LAST_WORD = re.compile(r"\S+$")
_TITLE_ROLES: tuple[Role, ...] = ("host", "moderator", "chair")


@functools.cache
def _continued() -> re.Pattern[str]:
    return re.compile(rf"\(\s*{_WORDS.any_of('title.continued')}\s*\)$", re.IGNORECASE)


@functools.cache
def _by() -> re.Pattern[str]:
    by = _WORDS.any_of("title.by", "title.with")
    en, es = (_WORDS.leading("title.article", languages=[language]) for language in ("en", "es"))
    return re.compile(rf",?\s+(?:(?P<verb>\w+)\s+)?{by}[,:]?\s+(?:{en}[a-z]+\s+|{en}|{es}\w+\s+)?(?=\S)")


@functools.cache
def _says_by() -> tuple[str, ...]:
    """What is cheaper to look for than `_by`."""
    forms = _WORDS.forms("title.by") + _WORDS.forms("title.with")
    return tuple({" " + " ".join(form.split()[:2]) for form in forms})


@functools.cache
def _verb_roles() -> dict[str, Role]:
    return {form: role for role in _TITLE_ROLES for form in _WORDS.forms(f"verbs.{role}")}


def take_title(item: AgendaItem, words: str, line: Line, offset: int) -> None:
    """Make ``words`` (at ``offset`` of the line) the item's title, less what they hold beside it."""
    text = words if words.startswith("..") else words.lstrip(".:;, ")  # "9:30 - 10:00 hrs. Opening"
    offset += len(words) - len(text)
    letter = _ITEM_LETTER.match(text)
    if letter:
        text, offset = text[letter.end() :], offset + letter.end()
    while (
        text.rstrip().endswith((")", "]"))
        and (tail := _BRACKET_TAIL.search(text))
        and not _continued().search(text)
        and is_document_label(tail.group(1))
    ):
        item.session.documents.append(document_at(tail.group(1), line, offset + tail.start(1)))
        text = text[: tail.start()]
    text = _without_place_and_symbol(item, text, line, offset)
    item.default_role = role_in_session(text)
    text = _without_place_and_symbol(item, _without_people(item, text, line, offset), line, offset)
    text = text.strip(" |–—-•")
    text = text if text.startswith("..") else text.lstrip(".:;, ")
    text = text if text.endswith("...") else text.rstrip(":.;, ")
    item.session.title = text
    start = line.start + max(0, line.text.find(text, max(0, offset)))
    item.session.title_span = (start, start + len(text))
    item.session.span = (min(item.session.span[0], start), max(item.session.span[1], start + len(text)))
    item.default_role = role_in_session(text)
    item.lines.append(line)


_SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z0-9][\w.]*){1,5}")  # of a document: "S/33/1"


def _without_place_and_symbol(item: AgendaItem, text: str, line: Line, offset: int) -> str:
    """A title without its room, or the document's symbol in brackets at its end: "Welcome (Grand Hall)"."""
    tail = _BRACKET_TAIL.search(text) if text.rstrip().endswith(")") else None
    if tail is not None and tail.start() > 0 and _SYMBOL.fullmatch(tail[1]):
        return text[: tail.start()]
    found = room_at_end(text)
    if found is None:
        return text
    if item.session.venue is None:
        item.take_venue(found.room, line, offset)
    return text[: found.title_end]


def join_title(item: AgendaItem, line: Line) -> None:
    """ "Session 1" and its subject on the next line become one title."""
    tail = _BRACKET_TAIL.search(line.text)
    words = line.text[: tail.start()] if tail and is_document_label(tail.group(1)) else line.text
    head = item.session.title.rstrip(":. ")
    item.session.title = f"{head}: {words.strip(' :–—-')}"
    item.session.title_span = (item.session.title_span[0], line.end)
    item.session.span = (item.session.span[0], line.end)


def _without_people(item: AgendaItem, text: str, line: Line, offset: int) -> str:
    """The title without the people that its line names, by the first form that fits."""
    for without in (
        _without_those_by,
        _without_labelled,
        _without_bracketed,
        _without_those_of_head,
        _without_people_behind,
        _without_person_behind_colon,
        _without_clauses,
        _without_those_announced,
        _without_those_behind_comma,
        _without_those_behind_full_stop,
    ):
        kept = without(item, text, line, offset)
        if kept is not None:
            return kept
    return _without_glued_person(item, text, line, offset)


def _without_those_by(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Chaired by A B, Rector"."""
    by = by_line(text)
    people = read_people(text[by.rest :], single=True) if by is not None else []
    if by is None or not people or people[0].start >= _FARTHEST:
        return None
    if " " not in people[0].name and _the().match(text, by.rest):
        return None
    role = _role_at_end(text[: by.rest + people[0].start].rstrip(" ,،")) or by.role
    add_people(item, line, people, role, offset + by.rest)
    return text[: text.casefold().find(by.text.casefold()) + len(by.text)]


def _without_labelled(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Paper and ink - trainer: Ms. A B", "Nets (chair A B)"."""
    labelled = (_labelled_tail(text) if ":" in text else None) or _bare_tail(text)
    if labelled is None:
        return None
    at, label = labelled
    people = read_enumerated(text[at + label.rest :])
    if not people or people[0].start >= _FARTHEST:
        return None
    add_people(item, line, people, label.role, offset + at + label.rest)
    return text[:at].rstrip(" (–—-|/,;.")


def _without_bracketed(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Welcome (Ms. A B, Rector)"."""
    tail = _PERSON_TAIL.search(text) if text.rstrip().endswith(")") else None
    people = read_people(tail.group(1)) if tail else []
    if tail is None or not people:
        return None
    title = text[: tail.start()]
    if not (_titled_person(text, tail.start(1)) or _have_posts(people) or _is_who_gives(title, tail.group(1), people)):
        return None
    add_people(item, line, people, role_in_session(text), offset + tail.start(1))
    return title


def _without_those_of_head(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Welcome: Ms. A B", behind a head that names a session or a label."""
    head = _NAMED_HEAD.match(text) if _MAY_HEAD.search(text) else None
    if head is None or not (names_session(head.group(1)) or label_at(head.group(1)) is not None):
        return None
    people = read_people(text[head.end() :])
    titled = people and people[0].start < _NEAR_HEAD and (people[0].honorific or people[0].position)
    if not people or not (titled or _is_who_gives(head.group(1), text[head.end() :], people)):
        return None
    add_people(item, line, people, role_in_session(head.group(1)), offset + head.end())
    return head.group(1)


def _without_people_behind(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """Nobody but people with their posts and bodies behind a title."""
    for match in _BEHIND_HEAD.finditer(text) if "," in text or "،" in text else ():
        people = read_people(text[match.end() :]) if starts_person(text, match.end(), after_and=True) else []
        if _have_posts(people):
            add_people(item, line, people, role_in_session(text[: match.start()]), offset + match.end())
            return text[: match.start()]
    return None


def _without_person_behind_colon(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Presentation of the study: A B, Director, X"."""
    colon = _COLON.search(text)
    if colon is None or not _person_with_post(text, colon.end()):
        return None
    title = text[: colon.start()]
    add_people(item, line, read_people(text[colon.end() :]), role_in_session(title), offset + colon.end())
    return title


def _without_clauses(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """Clauses that give roles: "…, led by A B, with C D"."""
    for match in _CLAUSE.finditer(text):
        clauses = role_clauses(text[match.end() :])
        if clauses and clauses[0].role is not None:
            for clause in clauses:
                add_people(item, line, clause.people, clause.role, offset + match.end())
            return _without_people(item, text[: match.start()], line, offset)
    return None


def _without_those_announced(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "Remarks by Ms. A B", "… moderated by the Rector, A B": a verb of the title's own stays in it."""
    for match in _by().finditer(text) if any(word in text for word in _says_by()) else ():
        titled = _titled_person(text, match.end())
        announced = None if titled else _announced(text, match)
        if announced is not None:
            role, people = announced
            add_people(item, line, people, role, offset + match.end())
            return text[: match.start()]
        people = read_people(text[match.end() :]) if titled or _person_with_post(text, match.end()) else []
        if people:
            verb = match.group("verb")
            role = _verb_roles().get((verb or "").casefold()) or role_in_session(text)
            add_people(item, line, people, role, offset + match.end())
            if verb in _verb_roles():
                return text[: match.start("verb")]
            return text[: match.end("verb")] if verb else text[: match.start()]
    return None


def _without_those_behind_comma(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "The nets of the north, Ms. A B, Rector"."""
    for match in _COMMA.finditer(text):
        title = text[: match.start()]
        if not (
            _titled_person(text, match.end())
            or _opener_with_post(text, match)
            or _only_full_names(title, text, match.end())
            or (starts_person(text, match.end(), after_and=True) and _person_with_post(text, match.end()))
        ):
            continue
        people = read_people(text[match.end() :])
        if people:
            _take_post(people[0], title)
            add_people(item, line, people, _role_at_end(title) or role_in_session(text), offset + match.end())
            return title
    return None


def _without_those_behind_full_stop(item: AgendaItem, text: str, line: Line, offset: int) -> str | None:
    """ "The nets of the north. Ms. A B"."""
    for match in _FULL_STOP.finditer(text):
        people = _behind_full_stop(text, match)
        if people:
            add_people(item, line, people, role_in_session(text), offset + match.end())
            return text[: match.start()] + match.group().strip(" .")
    return None


@functools.cache
def _the() -> re.Pattern[str]:
    """ "Address by *the* Chief Guest": nobody's name."""
    return re.compile(leading("definite"), re.IGNORECASE)


def _person_with_post(text: str, start: int) -> bool:
    """Whether one person with a post and a body or state stands at a place: "by A B, Rector, University of Lomé"."""
    people = read_people(text[start:]) if "," in text[start:] or "،" in text[start:] else []
    if (
        len(people) != 1
        or people[0].begin > 0
        or "," in text[start : start + people[0].start]
        or len(people[0].name.split()) < 2
    ):
        return False
    return people[0].position is not None and (people[0].organization or people[0].country) is not None


def _have_posts(people: list[PersonReading]) -> bool:
    """Whether words are nobody but people with their posts and bodies: "A B, project officer, IOM Nigeria"."""
    return (
        bool(people)
        and people[0].start == 0
        and all(
            " " in person.name and person.position is not None and (person.organization or person.country) is not None
            for person in people
        )
    )


_COLON = re.compile(r"(?<=\w{4})\s?:\s+(?=[^\W\d_a-zß-ÿ])")  # "Presentation of the study: A B, Director, X"
_FARTHEST, _NEAR_HEAD = 20, 14  # characters of titles before a name, and behind a head
# "Workshop 1. Paper and ink - trainer: Ms. A B": what a label gives behind the title of an item.
_TAIL = re.compile(r"(?:\s[–—|/-]\s+|[,;.؛،]\s+|\s\()(?=[^:]{3,40}:\s)")


def _labelled_tail(text: str) -> tuple[int, Label] | None:
    """Where the title ends and people with a label begin, and that label."""
    for match in _TAIL.finditer(text):
        label = label_at(text[match.end() :])
        if match.start() > 3 and label is not None and label.role is not None and label.rest < len(text) - match.end():
            return match.end(), label
    return None


# "Nets (chair A B)", "Reading of passports. Trainer A B, IOM"
_BARE = re.compile(r"\s\((?=[^\W\d_])|(?:[.,;?!؟]\s+|\s+(?=[–—|/-]\s))(?:[–—|/-]\s+)?(?=[^\W\d_]{4})")


def _bare_tail(text: str) -> tuple[int, Label] | None:
    """The same for a role right before a name: "Methods (chair A B)"."""
    for match in _BARE.finditer(text):
        if match.start() <= 3 or not match.group().strip():
            continue
        rest = text[match.end() :]
        label = bare_label(rest.partition(")")[0] if "(" in match.group() else rest)
        if label is not None:
            return match.end(), label
    return None


_BLANK = re.compile(r"\s+(?=\S)")
_LEADS_ON = re.compile(
    rf"(?:{any_of('and', 'with', 'by', 'of', 'at', 'for', 'from', 'to', 'as', 'definite', 'indefinite')}|[,;:(–—-])$",
    re.IGNORECASE,
)


def _without_glued_person(item: AgendaItem, text: str, line: Line, offset: int) -> str:
    """A title without the people that a lost line end has put right behind it: "Closing remarks Ms. A B, Mayor"."""
    for blank in _BLANK.finditer(text):
        title = text[: blank.start()]
        if not _titled_person(text, blank.end()) or _LEADS_ON.search(title) or not names_session(title):
            continue
        people = read_enumerated(text[blank.end() :])
        if people and people[0].start < _FARTHEST and people[0].honorific and " " in people[0].name:
            add_people(item, line, people, role_in_session(title), offset + blank.end())
            return title
    return text


def _is_who_gives(title: str, rest: str, people: list[PersonReading]) -> bool:
    """Whether nothing but people without titles stands behind words of one: "Keynote: A B (IOM)", "Closing – A B, IOM".

    What stands there can as well be a subject, so that one with a body alone needs a known one.
    """
    if people[0].start > 0 or _BRACKETS_AND_SIGNS.sub("", rest[people[-1].end :]).count(" ") > _LONGEST_BODY:
        return False
    label = label_at(f"{title}:")
    if role_in_session(title) not in ("opening", "closing") and (label is None or label.role != "panellist"):
        return False
    if session_kind(title) != "plenary" or not starts_person(rest, 0, after_and=True):
        return False
    first = people[0]
    return first.position is not None or (
        first.organization is not None and lexicon.whole(first.organization, "organization") is not None
    )


_LONGEST_BODY = 8  # blanks
_BRACKETS_AND_SIGNS = re.compile(r"[^\w\s]")


@functools.cache
def _by_post() -> re.Pattern[str]:
    by = _WORDS.leading("title.by")
    return re.compile(rf"\s(?:{by}|{leading('of')}){leading('definite')}?(?=\S)", re.IGNORECASE)


def _take_post(person: PersonReading, title: str) -> None:
    """Give a person the post that ends the title: "Statement by the IOM Director General, Ms. A B"."""
    rests = (title[by.end() :] for by in _by_post().finditer(title))
    rest = next((words for words in rests if not names_session(words)), None)  # "Mot de *bienvenue du* Maire"
    post = post_line(rest) if rest is not None else None
    if post is not None and post[0] is not None and person.position is None:
        person.position, person.organization, country = post[0], person.organization or post[1], post[2]
        person.country = person.country or country


def _role_at_end(title: str) -> Role | None:
    """The role of whom a title ends with: "Introduction by the moderator"."""
    by = next(iter(_by_post().finditer(title)), None)
    label = label_at(f"{title[by.end() :]}:") if by is not None else None
    return label.role if label is not None and label.role in ("moderator", "chair") else None


def _announced(text: str, by: re.Match[str]) -> tuple[Role, list[PersonReading]] | None:
    """People without titles behind ", moderated by", or with their posts behind "with": "Causerie, animée par A B"."""
    label = label_at(f"{by.group().strip(' ,')}:") if by.group("verb") else None
    role = label.role if label is not None else None
    people = read_enumerated(text[by.end() :])
    if not people or people[0].start:
        return None
    if role is not None:
        return role, people
    return ("panellist", people) if by.group("verb") is None and people[0].position is not None else None


def _opener_with_post(text: str, comma: re.Match[str]) -> bool:
    """Whether somebody with a post stands behind what opens, closes or sums up: "Closing remarks, A B, Rector"."""
    return starts_person(text, comma.end(), after_and=True) and session_kind(text[: comma.start()]) in _OF_ONE


_JOINTS = tuple(f" {word} " for word in sorted(word_set("and_alone", "from")))
_BODY = 0.4


def _only_full_names(title: str, text: str, start: int) -> bool:
    """Whether nothing but full names stands behind what opens or closes: "Farewell - A B", "Wrap-up, A B and C D"."""
    if role_in_session(title) not in ("opening", "closing") or not (
        is_full_name_at(text, start) or any(joint in text for joint in _JOINTS)
    ):
        return False
    people = read_people(text[start:], single=True)
    named = bool(people) and people[0].start == 0 and all(" " in person.name for person in people)
    return named and not text[start + people[-1].end :].strip(" .") and looks_like_organization(people[0].name) < _BODY


_OF_ONE = ("plenary", "ceremony")


def _behind_full_stop(text: str, stop: re.Match[str]) -> list[PersonReading]:
    """Somebody with a title behind the end of a title: "Nets and their menders. Ms. A B, Guild of Ropes"."""
    word = _LAST_WORD.search(text, 0, stop.start())
    if not _titled_person(text, stop.end()) or (word is not None and _titled_person(text, word.start())):
        return []
    people = read_people(text[stop.end() :])
    return people if people and people[0].start < _FARTHEST else []


def _titled_person(text: str, position: int) -> bool:
    """Whether a name with a title before it stands at ``position``."""
    _start, titles = strip_honorifics(text, position)
    return bool(titles)
