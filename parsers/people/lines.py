"""People as programmes print them: one line or bullet becomes one or two readings of name, post, body and country.

``read_people(text)`` reads a whole line ("H.E. Mr. A B, Minister of Labour, Kenya (Remarks)"); `parsers.prose` finds
people in running text and uses the same pieces. What is taken off a name (titles, degrees, document labels, "(tbc)") is
never lost: spans always cover the words as printed.

How a line is read
    1. brackets are sorted: document labels, role tails, "(tbc)", a country, an affiliation;
    2. the name is the run of name words at the start, titles off, or stands behind the post;
    3. what follows is cut at commas, and each segment is told apart by its head word: post, unit, body, country;
    4. clauses after that ("will be moderating", "delivered by X", "on behalf of Y") give role and proxy.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.document_labels import is_document_label
from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.clauses import is_unsure, role_tails, starts_clause
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.named_states import state_of_post
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.reading import affiliation
from parsers.people.affiliation.segments import BRACKET, Segment, blank_brackets, segments_of
from parsers.people.affiliation.sorting import Affiliation, sort_segments
from parsers.people.affiliation.split_post import split_post
from parsers.people.names import (
    arabic_title_inside,
    head_words,
    is_degree,
    looks_like_name,
    match_name,
    post_titles,
    strip_honorifics,
)
from parsers.people.not_yet import is_not_yet_named
from parsers.places.countries import country_of
from parsers.record import Role
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load

_SENTENCES = re.compile(rf"\.(?:(?<=[^\W\d_]{{3}}\.)|(?<=\)\.))\s+(?=[{CAPITALS}])")
_MAY_JOIN = (";", "؛", " and ", " et ", " y ", " e ", " & ", " و ")
# The words before the first of several may stand before the next as well: "Palabras de A B y de C D".
_AGAIN = r"(?:(?:de(?! l[aeo]s? )|del|by|of|from|par|por)\s+|d['’](?=\w))?"
_JOINERS = re.compile(rf"[;؛]\s*(?:(?:and|et|y|و)\s+{_AGAIN})?|[,،]?\s+(?:and|et|y|e|&|و)\s+{_AGAIN}")
_BEHIND_PERSON = re.compile(r"\s*(?:[,،]\s*|\(|\s[–—-]\s)")
_SEGMENT_END = re.compile(r"[,،;(]")
_AND = re.compile(r"\s+(?:and|et|y|e|&|و)\s+", re.IGNORECASE)


@dataclass(slots=True)
class PersonReading:
    """One person as a line names them. All spans are offsets in the text that was read.

    ``role`` is set only where the line itself states it. ``proxy`` marks the one who was listed but for whom another
    spoke. ``sure`` is False where nothing but capital letters speaks for a name.
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
    documents: list[tuple[str, int, int]] = field(default_factory=list)


@functools.cache
def _delivered() -> re.Pattern[str]:
    return re.compile(rf"[,;]?\s*\(?\b(?:{alternatives(load('people')['delivered'])})\s+", re.IGNORECASE)


@functools.cache
def _on_behalf() -> re.Pattern[str]:
    return re.compile(rf"[,;]?\s*\(?\b(?:{alternatives(load('people')['on_behalf'])})\b\)?", re.IGNORECASE)


@functools.cache
def _for_others() -> re.Pattern[str]:
    return re.compile(rf"[,;،]?\s*\(?\b(?:{alternatives(load('people')['for_others'])})\s+", re.IGNORECASE)


@functools.cache
def _proxy_signs() -> tuple[str, ...]:
    return tuple(load("people")["proxy_signs"])


def _mask(text: str, start: int, end: int) -> str:
    """``text`` with one span blanked out, offsets kept."""
    return text[:start] + " " * (end - start) + text[end:]


def read_people(text: str, *, single: bool = False, linked: Sequence[tuple[int, int]] = ()) -> list[PersonReading]:
    """Every person that a programme's line names, in order; empty where the line does not start with a person.

    ``single`` accepts names of one word, as a line in a list of speakers may have them. ``linked`` are spans of links
    in the text: a bracket that is a link names a document, whatever its words.
    """
    readings: list[PersonReading] = []
    for start, end in _clauses(text):
        readings.extend(_read_clause(text, start, end, single, linked))
    return readings


def _clauses(text: str) -> list[tuple[int, int]]:
    """Spans that name one person each: parted at sentences, semicolons, "and", commas where another person starts."""
    edges = [0]
    for match in _SENTENCES.finditer(text):
        if strip_honorifics(text, edges[-1])[0] >= match.end():
            continue  # "Prof. Emerita A B"
        if starts_person(text, match.end()):
            edges += [match.start() + 1, match.end()]
    for match in _JOINERS.finditer(blank_brackets(text, "\0")) if any(word in text for word in _MAY_JOIN) else ():
        joined = ";" not in match.group() and "؛" not in match.group()
        starts = starts_person(text, match.end(), after_and=joined)
        if joined:
            starts = starts and not _is_bare_name(text[edges[-1] : match.start()])
        if starts or (not joined and (_is_listed_name(text, match.end()) or _is_nobody_yet(text, match.end()))):
            edges += [match.start(), match.end()]
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


_COMMAS = re.compile(r"[,،]\s+")


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
        if (bracketed or titled) and starts_person(text, comma.end(), after_and=True) and starts_person(text, begun):
            found += [comma.start(), comma.end()]
    return found


def read_enumerated(text: str) -> list[PersonReading]:
    """The people of a list in a title, where commas part them too: "A B, Director of X, C D, baker, and E F, Y"."""
    found: list[PersonReading] = []
    for start, end in _clauses(text):
        edges = [start]
        for comma in _COMMAS.finditer(blank_brackets(text, "\0"), start, end):
            affiliated = _COMMAS.search(text, edges[-1], comma.start()) is not None
            if affiliated and starts_person(text, comma.end(), after_and=True):
                edges.append(comma.end())
        for begin, stop in zip(edges, [*edges[1:], end], strict=True):
            piece = text[begin:stop].rstrip(" ,،")
            for person in read_people(piece):
                person.start, person.end = person.start + begin, person.end + begin
                found.append(person)
    return found


def _is_listed_name(text: str, position: int) -> bool:
    """Whether nothing but a name stands up to the next semicolon: "A B; C D; E F"."""
    end = min((at for mark in ";؛" if (at := text.find(mark, position)) >= 0), default=len(text))
    name = text[position:end].strip(" .")
    return " " in name and _is_bare_name(name) and looks_like_organization(name) <= 0.5


def _is_nobody_yet(text: str, position: int) -> bool:
    """Whether what stands up to the next semicolon is still to be named: "third speaker tbc"."""
    end = min((at for mark in ";؛" if (at := text.find(mark, position)) >= 0), default=len(text))
    return is_not_yet_named(text[position:end])


def _is_bare_name(text: str) -> bool:
    """Whether the words are a name and nothing else, so that what follows the next name is said of both."""
    start, _titles = strip_honorifics(text, len(text) - len(text.lstrip()))
    return looks_like_name(text[start:].strip())


def is_full_name_at(text: str, position: int) -> bool:
    """Whether a name of two words or more, and no body's or place's, stands at ``position`` up to a sign or the end."""
    match = match_name(text, position)
    if match is None:
        return False
    name = _SENTENCE_IN_NAME.split(match.group(), maxsplit=1)[0]
    if text[position + len(name) :][:1] not in ("", *".;,،؛("):
        return False
    return looks_like_name(name) and looks_like_organization(name) < _LIKE_A_BODY and country_of(name) is None


_LIKE_A_BODY = 0.4
_SENTENCE_IN_NAME = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s|$)")


def starts_person(text: str, position: int, *, after_and: bool = False) -> bool:
    """Whether a person with post or body starts at ``position``: a name, then a comma, bracket or dash."""
    name_start, titles = strip_honorifics(text, position)
    match = match_name(text, name_start)
    if match is None or not looks_like_name(match.group(), single=bool(titles)):
        return False
    if titles:
        return True
    rest = text[match.end() :]
    if looks_like_organization(match.group()) > 0.5:
        return False
    following = _BEHIND_PERSON.match(rest)
    if not following:
        return False
    segment = _SEGMENT_END.split(rest[following.end() :], maxsplit=1)[0]
    return not after_and or "(" in following.group() or kind_of_segment(segment) in ("post", "body", "unit")


def _read_clause(
    text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]
) -> list[PersonReading]:
    """One person, or two where one speaks for the other."""
    clause = text[start:end]
    lowered = clause.lower()
    if not any(sign in lowered for sign in _proxy_signs()):
        return _read_one(text, start, end, single, linked)
    others = _for_others().search(clause)
    if others is not None:
        for_whom = _read_one(text, start + others.end(), end, False, linked)
        for person in for_whom:
            person.proxy = True
        return _read_one(text, start, start + others.start(), single, linked) + for_whom
    behalf = _on_behalf().search(clause)
    if behalf:
        listed = _read_one(text, start, start + behalf.start(), single, linked)
        for person in listed:
            person.proxy = True
        return listed
    delivered = _delivered().search(clause)
    if delivered and delivered.start() > 2:
        listed = _read_one(text, start, start + delivered.start(), single, linked)
        spoken = _read_one(text, start + delivered.end(), end, True, linked)
        if spoken:
            for person in listed:
                person.proxy = True
            return listed + spoken
    return _read_one(text, start, end, single, linked)


@dataclass(slots=True)
class _Brackets:
    """A clause's brackets sorted, and the clause with them blanked out (offsets kept)."""

    masked: str
    documents: list[tuple[str, int, int]] = field(default_factory=list)
    role: Role | None = None
    affiliations: list[Segment] = field(default_factory=list)


def _sort_brackets(text: str, start: int, end: int, linked: Sequence[tuple[int, int]]) -> _Brackets:
    sorted_out = _Brackets(text[:end])
    if "(" not in text and "[" not in text:
        return sorted_out
    for match in BRACKET.finditer(text, start, end):
        content = (match.group(1) or match.group(2) or "").strip()
        tail = role_tails().get(fold(content))
        if tail is not None:
            sorted_out.role = tail
        elif is_document_label(content) or any(a < match.end() and b > match.start() for a, b in linked):
            sorted_out.documents.append((content, match.start(), match.end()))
        elif not is_unsure(content):
            masked = sorted_out.masked
            before = masked[start : match.start()]
            if _is_acronym_of(before, content) or _goes_on_behind(masked, match.end()) or _is_field(before, content):
                continue
            sorted_out.affiliations.append(Segment(content, match.start() + 1, match.end() - 1))
        sorted_out.masked = _mask(sorted_out.masked, match.start(), match.end())
    return sorted_out


_LEADING = " -–—•·.,;:\u2022"
_BEHIND_NAME = re.compile(r"\s*(?:[,،;؛:()|/\]]|[-–—]|$)")


def _read_one(text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    """One clause: its brackets, titles and name (or two names), and the affiliation that follows."""
    brackets = _sort_brackets(text, start, end, linked)
    masked = brackets.masked
    name_start = end - len(masked[start:].lstrip(_LEADING))
    name_start, titles = strip_honorifics(masked, name_start)
    arabic_post = _arabic_post_end(masked, name_start)
    printed_post = masked[name_start:arabic_post]
    if printed_post:
        name_start, more = strip_honorifics(masked, arabic_post)
        titles += more
    match = match_name(masked, name_start)
    spans, after = _names_at(masked, match) if match is not None else ([], name_start)
    one_word = single or bool(titles)
    spans = [(a, b) for a, b in spans if looks_like_name(masked[a:b], single=one_word)]
    if any(arabic_title_inside(masked[a:b]) for a, b in spans):
        return []  # "تدير الورشة السيدة ريم": a sentence
    if len(spans) == 1 and not titles and _LABELS.match(masked, after) and _may_label(masked[slice(*spans[0])]):
        return []  # "Quota: 35 places"
    post: Affiliation = (printed_post.strip() or None, None, None)
    if not spans:
        found = None if printed_post else _behind_post(masked, name_start)
        if found is None:
            return []
        a, after, post, behind = found
        spans, titles = [(a, after)], [*titles, *behind]
    if not _ends_name(masked[after:]):
        return []
    (position, organization, country), clause_role = affiliation(masked, after, brackets.affiliations)
    if post[0] is not None:
        position, organization, country = post[0], post[1] or organization, post[2] or country
    if position is None:
        position = next((title for title in titles if title.casefold() in post_titles()), None)
    role = brackets.role or clause_role
    readings = []
    for a, b in spans:
        name = _tidy(masked[a:b])
        if is_not_yet_named(name):
            continue
        # "Ana de la Cruz, Minister of ..."
        if not titles and (
            looks_like_organization(name) > (0.6 if position is None else 0.9) or country_of(name) is not None
        ):
            continue
        printed = start + len(text[start:]) - len(text[start:].lstrip()) if a == spans[0][0] else a
        reading = PersonReading(name, a, b, " ".join(text[printed:b].lstrip("-–—•· ").split()))
        reading.position, reading.organization, reading.country = position, organization, country
        reading.role = role
        reading.honorific = bool(titles)
        reading.sure = bool(titles or position or brackets.documents or role)
        reading.documents = brackets.documents if len(spans) == 1 else []
        readings.append(reading)
    return readings


@functools.cache
def _arabic_fields() -> re.Pattern[str]:
    ends = alternatives(load("people")["name_ends_ar"])
    return re.compile(rf"\w+(?:\s+(?:و?ال|لل)(?!(?:{ends})\b)\w{{3,}})*\s*")


def _arabic_post_end(text: str, start: int) -> int:
    """Where a post ends that stands right before a name or alone: "وزير العمل محمد علي"; ``start`` where none does.

    Its first word heads a post, with the article or before a word that has it; an article is no part of a first name.
    """
    if not "\u0620" <= text[start : start + 1] <= "\u06d3":
        return start
    fields = _arabic_fields().match(text, start)
    words = fields.group().split() if fields is not None else []
    if fields is None or (len(words) < 2 and not words[0].startswith("ال")) or words[0] in _arabic_first_names():
        return start
    head = head_of_post(text[start : fields.end()])
    return fields.end() if head is not None and head[0] == 0 else start


@functools.cache
def _arabic_first_names() -> frozenset[str]:
    """Heads of posts that are first names as well."""
    return frozenset(load("cues")["affiliation"]["names_ar"])


_LABELS = re.compile(r"\s*:")


def _may_label(words: str) -> bool:
    """Whether words before a colon can be its label: a single one, and any where no capitals tell a name."""
    return " " not in words or "\u0620" <= words[0] <= "\u06d3"


_ARTICLE = re.compile(leading("definite"), re.IGNORECASE)
_COMMA = re.compile(r"[,،:]\s+")


def _behind_post(text: str, start: int) -> tuple[int, int, Affiliation, list[str]] | None:
    """A person behind their post: "Chef de mission de l'OIM, M. A B", "Mayor C D".

    Span of the name, what the post says and the titles between; None where the words at ``start`` are no post.
    """
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    for comma in _COMMA.finditer(text, begin):
        name_start, titles = strip_honorifics(text, comma.end())
        name = match_name(text, name_start) if titles else None
        if name is not None and looks_like_name(name.group(), single=True):
            segments = segments_of(text[: comma.start()], begin)
            if not segments or not _starts_with_post(text, begin) or kind_of_segment(segments[0].text) != "post":
                return None
            return name.start(), _without_degree(text, *name.span()), sort_segments(segments), titles
    return _right_behind_post(text, begin)


def _starts_with_post(text: str, begin: int) -> bool:
    head = head_of_post(text[begin : begin + _POST_HEAD])
    return head is not None and (head[0] == 0 or text[begin].isupper())


def _right_behind_post(text: str, begin: int) -> tuple[int, int, Affiliation, list[str]] | None:
    """A name without title or comma behind a post: "IOM Director General A B", "la periodista C D"."""
    small = _SMALL_POST.match(text, begin)
    if small is not None:
        return _behind_small_post(text, small)
    run = match_name(text, begin)
    words = list(re.finditer(r"\S+", run.group())) if run is not None and run.group().count(" ") > 1 else []
    for number in range(len(words) - 2, 0, -1):
        if run is None or words[number - 1].group().casefold() not in head_words():
            continue
        if words[number].group() in word_set("of"):
            return None  # "Gerente de Sistemas de Pago"
        name_start, post = begin + words[number].start(), text[begin : begin + words[number - 1].end()]
        name = text[name_start : run.end()]
        known = looks_like_organization(name) >= 0.4 or country_of(name) is not None
        if known or not looks_like_name(name) or kind_of_segment(post) != "post":
            return None
        return name_start, run.end(), (*split_post(post), state_of_post(post)), []
    return None


_SMALL_POST = re.compile(rf"((?:[^\W\d_{CAPITALS}]{{2,}}[\s-]){{1,4}})(?=[{CAPITALS}])(?<=\s)")
_LEADS_ON = re.compile(rf"\b{any_of('of', 'at', 'for', 'from', 'by', 'with', 'and', 'definite')}$")


def _behind_small_post(text: str, post: re.Match[str]) -> tuple[int, int, Affiliation, list[str]] | None:
    """A full name right behind a trade in small letters: "journaliste A B"."""
    words = post[1].strip()
    name = match_name(text, post.end())
    if name is None or _LEADS_ON.search(words) or kind_of_segment(words) != "post":
        return None
    if not looks_like_name(name.group()) or looks_like_organization(name.group()) >= 0.4 or country_of(name.group()):
        return None
    head = head_of_post(words)
    return (name.start(), name.end(), (words, None, None), []) if head is None or head[0] == 0 else None


_POST_HEAD = 60  # characters in which a post names what it is


def _ends_name(rest: str) -> bool:
    """Whether a name ends where ``rest`` starts: at a sign, a clause, or a post without a comma before it."""
    stripped = rest.strip()
    if not stripped.strip(".") or _BEHIND_NAME.match(rest) or starts_clause(stripped):
        return True
    head = head_of_post(stripped[:40])
    return head is not None and head[0] == 0


_INITIAL_AT_END = re.compile(r"\b[A-Z]\.$")


def _tidy(name: str) -> str:
    """A name without double blanks and closing signs; the full stop of an initial stays."""
    name = " ".join(name.split())
    return name.rstrip(".,") if name.endswith((".", ",")) and not _INITIAL_AT_END.search(name) else name


def _is_acronym_of(before: str, content: str) -> bool:
    """Whether a bracket is the acronym of the body printed before it: "Global Migration Group (GMG)"."""
    if not re.fullmatch(r"[^\W\d_a-zß-ÿ][\w&/. -]{1,14}", content) or sum(c.isupper() for c in content) < 2:
        return False
    segment = re.split(r"[,،;(]", before)
    return len(segment) > 1 and len(segment[-1].split()) >= 2


_PARTS = re.compile(r"[,،;]\s|\s[–—-]\s")


def _is_field(before: str, content: str) -> bool:
    """Whether a bracket behind a post holds its field: "Technical Officer (Occupational Health)"."""
    parts = _PARTS.split(before)
    return len(parts) > 1 and kind_of_segment(parts[-1].strip()) == "post" and kind_of_segment(content) == "unknown"


def _goes_on_behind(text: str, end: int) -> bool:
    """Whether a body's name goes on behind a bracket inside it: "Pegasus Health (charitable) Ltd"."""
    following = re.match(r"\s+([^\W\d_][\w.’'-]*)", text[end:])
    return (
        following is not None
        and not starts_clause(text[end:].strip())
        and "," in text[:end]
        and following.group(1).casefold() not in ("and", "et", "y", "on", "will", "for", "who")
    )


_PAIR = re.compile(r"\s+[ye]\s+")  # "y" is a particle of names as well: "José Ortega y Gasset"


def _names_at(text: str, match: re.Match[str]) -> tuple[list[tuple[int, int]], int]:
    """The name, or two names joined by "and" that share what follows ("A B and C D, co-editors")."""
    first = (match.start(), _without_degree(text, match.start(), match.end()))
    joiner = _AND.match(text, match.end())
    pair = _PAIR.search(text, match.start(), match.end())
    if pair is not None and all(
        " " in text[a:b].strip() for a, b in ((match.start(), pair.start()), (pair.end(), match.end()))
    ):
        return [(match.start(), pair.start()), (pair.end(), match.end())], match.end()  # "Ana Ruiz y Luis Gil"
    if joiner:
        second_start, _titles = strip_honorifics(text, joiner.end())
        second = match_name(text, second_start)
        if second and looks_like_name(second.group()) and looks_like_name(text[first[0] : first[1]]):
            return [first, (second.start(), second.end())], second.end()
    return [first], match.end()


def _without_degree(text: str, start: int, end: int) -> int:
    words = text[start:end].split()
    while len(words) > 2 and is_degree(words[-1]):
        end = start + text[start:end].rstrip().rfind(words.pop())
    return start + len(text[start:end].rstrip())
