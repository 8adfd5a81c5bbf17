"""People named in a sentence, each with the post before the name and the post and body behind it.

In prose nothing but the words around a name says that it is one. `Named.sure` is set where a title ("Mr. A B"), a post
before the name ("IOM Director General A B") or one behind it ("A B, Director of X") says so; names without any are
kept for `parsers.prose.roles`, which may find that somebody of that name speaks.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from parsers.organizations.names import head_words as body_words
from parsers.organizations.names import looks_like_organization
from parsers.people.affiliation.offices import without_place
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.arabic_names import arabic_names
from parsers.people.name_runs import name_runs
from parsers.people.names import looks_like_name, match_name, strip_honorifics, without_degree
from parsers.people.posts import body_in_post, is_former, post_before, state_of
from parsers.places.countries import country_of
from parsers.prose.appositions import next_has_post_before
from parsers.prose.authors import is_author, near_title
from parsers.prose.behind_names import affiliation_behind, is_body
from parsers.prose.bylines import is_byline, may_be_byline
from parsers.prose.described import ARTICLE_BEFORE, appositive, describe
from parsers.prose.field_words import past_fields, past_post_first
from parsers.prose.no_names import is_of_post, names_body
from parsers.prose.passage import Passage, Span
from parsers.prose.said import is_said
from parsers.prose.state_beside import state_beside, state_of_side
from parsers.prose.titles_before import may_be_other, title_start
from parsers.record import Role
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")
_AGES = WordLists("ages")


@dataclass(slots=True)
class Named:
    """One person in a sentence; all offsets are those of the sentence, or of ``passage`` where that is another."""

    name: str
    start: int  # of the name
    end: int
    before: int  # where titles and post before it start
    after: int  # behind the affiliation that follows it
    titles: int  # where titles before it start, without a post before these
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    titled: bool = False
    sure: bool = False
    again: bool = False  # named before on the page, here by a part of the name or a pronoun
    roles: list[Role] = field(default_factory=list)
    passage: Passage | None = None  # the sentence that names them


# Two capitalised words in a row, small words between them allowed, or a title: no person without one of them.
_TWO = re.compile(r"[^\W\d_a-zß-ÿ][\w’'.-]{0,60}\s(?:[\w’']{1,5}\s){0,2}[“\"«„]?[^\W\d_a-zß-ÿ]")
_ARABIC = re.compile("[\u0620-\u064a]{3}")
_AFTER = re.compile(rf"\s*[,،(]|\s[–—-]\s|\s+{leading('from', 'as')}")
_POST_REACH = 150  # characters


def may_name(text: str) -> bool:
    """Whether the text can name anybody at all: a quick look that spares most sentences the work."""
    return bool(_TWO.search(text)) or bool(_ARABIC.search(text))


def people_in(passage: Passage) -> list[Named]:
    """Everybody whom a sentence may name, in its order."""
    text = passage.text
    people: list[Named] = []
    runs = arabic_names(passage) if _ARABIC.search(text) else []
    said = bool(passage.spans("say"))
    if said or _TWO.search(text):
        # A single word can be a name only where a verb of saying or a title stands at it.
        runs = sorted(runs + name_runs(text, single=said))
    for start, end in runs:
        verb = next((span for span in passage.spans("say") if span.start == start and span.end < end), None)
        start = verb.end + 1 if verb is not None else start  # "Cuenta Karla, madre de dos: “…”"
        start = past_post_first(passage, start, end)
        span = _without_places(passage, start, end)
        if span is None:
            continue
        if _in_longer_name(passage, *span):
            continue
        person = _read(passage, *span, people[-1] if people else None)
        if person is not None:
            people.append(person)
    return people


def _without_places(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """The run without the bodies and places in it: "in Geneva Amy Pope"; None where nothing is left."""
    for span in passage.spans("organization"):
        if span.start < end and start < span.end:
            if span.start <= start:
                start = span.end + 2 * passage.text.startswith(("'s ", "’s "), span.end)
            elif span.end >= end:
                end = span.start
            else:
                return None
    left = passage.text[start:end]
    for span in passage.places():
        if span.start < end and start < span.end:
            if span.start <= start and span.end >= end:
                return None
            left = left.replace(passage.text[span.start : span.end], "")
            if span.start == start and _IN.search(passage.text, max(0, start - 12), start):
                start = span.end
            elif span.end == end and isinstance(span.payload, str):
                of = _OF_STATE.search(passage.text, start, span.start)  # "Ministro de Desarrollo Laboral de Panamá"
                end = of.start() if of is not None else end
    if not any(word[0].isupper() for word in left.split()) and left.isascii() and len(left) < end - start:
        return None  # "Paraguay y Uruguay"
    while start < end and not passage.text[start].isalpha():
        start += 1
    words = passage.text[start:end].rstrip()
    return (start, start + len(words)) if words else None


_OF_STATE = re.compile(rf"\s+{leading('of')}{leading('definite')}?$")
_IN = re.compile(rf"\b{leading('city')}$")
_NEXT_WORD = re.compile(r"\s([^\W\da-zß-ÿ_][\w-]+)")


_OF_FIELD = re.compile(rf"\s{leading('of', 'for')}")


def _in_longer_name(passage: Passage, start: int, end: int) -> bool:
    """Whether a run goes on as a body's name or a state's post: "Royal Thai Government", "Greek Alternate Minister"."""
    following = _NEXT_WORD.match(passage.text, end)
    if following is None:
        return False
    word, heads = fold(following.group(1)), body_words()
    if word in heads["sure"] or word in heads["state"]:
        return True
    of_state = any(span.start == start and span.end < end for span in passage.spans("demonym"))
    if word in heads["likely"] and (of_state or _OF_FIELD.match(passage.text, following.end())):
        return True  # "Swiss Federal Office", "the Lower Delta Office for Fisheries"
    return of_state and any(span.start == following.start(1) for span in passage.spans("post"))


def _read(passage: Passage, start: int, end: int, previous: Named | None) -> Named | None:
    """The person of one run of name words; None where it is no person's name."""
    text = passage.text
    least = previous.end if previous else 0
    start = past_fields(passage, start, end)
    name_start, titles = strip_honorifics(text, start)
    if name_start >= end:
        return None
    before = title_start(passage, start, least)
    titled = bool(titles) or before < start
    if before < start and not titles and " " not in text[start:end] and may_be_other(text[before:start]):
        before, titled = start, False
    if previous and start < previous.after:
        if not titled:
            return None
        previous.after = before
    elif not titled and not _worth_reading(passage, start, end):
        return None
    match = match_name(text, name_start)
    if match is None:
        return None
    name = text[name_start : min(end, match.end())]
    name = re.sub(r"['’]s$", "", name).rstrip(" ,.") if not re.search(r"\b\w\.$", name) else name
    end = name_start + len(name)
    bare = text[name_start : without_degree(text, name_start, end)]
    if bare != name:  # "A B Jr., Mayor of X": the printed name keeps it
        name, end = bare, end + text.startswith(".,", end)
    said = is_said(passage, before, end)
    if not _is_name(text, name, before, end, single=titled or said, titled=titled):
        return None
    if not titled and any(
        span.end < before and (gap := text[span.end : before]).strip() and _OF_POST.fullmatch(gap)
        for span in passage.spans("post")
    ):
        return None  # "the Minister of Movilidad Humana"
    person = Named(name, name_start, end, before, end, before, titled=titled)
    _affiliate(passage, person, previous)
    person.sure = person.sure or titled or (said and " " not in name)
    if not person.sure and names_body(text, name, person.before):
        return None
    if not person.sure and person.organization is None and _among_bodies(passage, start):
        return None
    if not person.sure and (looks_like_organization(name) > 0.5 or is_body(text, person.before, end)):
        return None
    return person


_AFTER_BODY = re.compile(
    rf"(?:\s\([A-Z][\w&-]{{1,14}}\))?(?:\s{leading('at')}[{CAPITALS}]\w+)?,?\s{leading('and')}{leading('definite')}?"
)


def _among_bodies(passage: Passage, start: int) -> bool:
    """Whether "and" joins bare words to a known body before them, so that they are one too: "UNHCR and Blue Tide"."""
    return any(
        span.end < start and start - span.end < _SOON and _AFTER_BODY.fullmatch(passage.text, span.end, start)
        for span in passage.spans("organization")
    )


def _worth_reading(passage: Passage, start: int, end: int) -> bool:
    """Whether anything near a name without title could say what it is: a post, a verb, an affiliation."""
    return (
        any(start - _POST_REACH < span.end <= start for span in passage.spans("post"))
        or any(0 < start - span.end <= 2 for span in passage.spans("other"))
        or any(0 < start - span.end <= _SOON for span in passage.spans("many"))
        or bool(_AFTER.match(passage.text, end))
        or may_be_byline(passage.text)
        or near_title(passage.text, start)
        or (_OWNED_BEFORE.match(passage.text, start - 3) is not None and _minds().match(passage.text, end) is not None)
        or bool(passage.spans("say"))
        or bool(passage.spans("role"))
        or bool(passage.spans("contact"))
    )


_NOT_BEFORE = re.compile(rf"\b{leading('no_name_after')}{leading('definite')}?$", re.IGNORECASE)
_OF_NAME = re.compile(rf"[^\W\da-zß-ÿ][\w’'-]+\s+{leading('of', 'for')}{leading('definite')}?$")
_PROPER_ARTICLE = re.compile(
    rf"[^\W\d{CAPITALS}_],? (?:{alternatives(word.capitalize() for word in word_set('of_them'))})\s$"
)
_OF_POST = re.compile(rf"\s*{leading('of', 'for', 'at')}?{leading('definite')}?\s*")
_POSSESSED = re.compile(r"['’](?!s\b)\w")


@functools.cache
def _house_before() -> re.Pattern[str]:
    words = [word for key in ("houses", "groups", "works") for word in load("posts")[key]]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s$")


_ARTICLE_A = re.compile(rf"(?:{alternatives(word.capitalize() for word in word_set('a_en'))})\s\S+$")


def _is_name(text: str, name: str, before: int, end: int, *, single: bool, titled: bool) -> bool:
    if not titled and before == 0 and _ARTICLE_A.match(name):
        return False  # "A Call adopted at the close"
    if not looks_like_name(name, single=single) or (" " not in name and name.isupper()):
        return False
    if not titled and (country_of(name) is not None or is_of_post(text, name, before)):
        return False
    if not titled and (_OF_NAME.search(text, max(0, before - 40), before) or re.search(r"(?:^|\s)\w$", name)):
        return False
    if not titled and _house_before().search(text, max(0, before - 25), before):
        return False  # "the shelter Jesús del Camino": a house that bears somebody's name
    if not titled and _PROPER_ARTICLE.search(text, max(0, before - 7), before):
        return False  # "the group Les Ateliers du Port"
    preposition = _NOT_BEFORE.search(text, max(0, before - 20), before)
    frames = preposition is not None and preposition.start() == 0  # "Pour A B, « … »"
    return titled or not ((preposition is not None and not frames) or _POSSESSED.match(text, end))


def _affiliate(passage: Passage, person: Named, previous: Named | None) -> None:
    """Read the post before the name and what stands behind it."""
    post = post_before(passage, previous.after if previous else 0, person.before)
    behind = affiliation_behind(passage, person.end)
    if behind is not None and post is not None and next_has_post_before(passage, person.before, person.end):
        behind = None
    if behind is not None:
        person.position, person.organization, person.country = behind.position, behind.organization, behind.country
        person.after, person.sure = behind.end, behind.post
        if person.position and person.organization is None:
            person.position, person.organization = body_in_post(person.position)
        elif person.position and person.organization:
            person.organization = without_place(person.organization)
        if person.country is None:
            person.country = state_of(passage, person.end, behind.end, person.position, person.organization)
        elif person.position and is_former(person.position):
            person.country = None
    if post is not None and not _only_title(post.position):
        person.before, person.sure = post.start, True
        if behind is None or not behind.post or person.position is None:
            person.position = post.position
            person.organization = post.organization or (person.organization if behind and not behind.post else None)
            person.country = post.country or person.country
    elif post is not None:
        person.before, person.titled = post.start, True
        if "," in passage.text[post.start : person.titles] or post.country is not None:  # "Tideland's Ambassador, A B"
            person.sure = True
            person.position, person.country = person.position or post.position, person.country or post.country
    if person.position is not None and _age().search(person.position) and head_of_post(person.position) is None:
        person.position = None
    if previous is not None and (held := advised_post(passage, previous, person.before)) is not None:
        person.position, person.country, person.sure = passage.text[held : previous.after], previous.country, True
    if post is None:
        describe(passage, person)
    title = passage.text[person.titles : person.start].strip() or None
    for start in (person.after, person.end):
        beside = state_beside(passage, start, person.position or title, person.organization)
        if beside is None:
            continue
        person.country, person.after = person.country or beside[0], beside[1]
    if person.country is None:
        person.country = state_of_side(passage, person.before)
    if person.organization is None:
        _owner(passage, person)
    if person.organization is None and previous is None:
        _spoken_for(passage, person)
    if not person.sure and _WHO.match(passage.text, _past_origin(passage, person.end)):
        person.sure = not _names_many(passage, person)
    if not person.sure:
        person.sure = is_author(passage.text, person.before) and looks_like_organization(person.name) < 0.4
    if not person.sure and may_be_byline(passage.text):
        person.sure = is_byline(passage.text, person.name, person.before, person.after)
    if not person.sure and (noun := appositive(passage.text, person.before, person.after)) is not None:
        person.before, person.sure = noun.start(1), True
        person.position = person.position or noun.group("noun")


def advised_post(passage: Passage, person: Named, following: int) -> int | None:
    """Where the post starts that a person's own ends in, and that whoever stands at ``following`` behind a comma holds:
    "A B, Advisor to the French President, C D". None where it is another's.
    """
    if passage.text[person.after : following].strip() not in (",", "،"):
        return None
    for span in passage.spans("post"):
        to = _TO_POST.search(passage.text, person.end, span.start) if span.end == person.after else None
        if to is not None:
            return to.end(1)
    return None


_TO_POST = re.compile(rf"(\s{WordLists('post_words').leading('at.to')}{leading('definite')}?)(?:\w+\s+)?$")
# ", 52, who", ", herself a baker", ", 24 ans, ": of people only
_WHO = re.compile(
    rf",\s(?:(?:{_AGES.plain('age.of', languages=['en'])}\s)?\d{{1,2}}"
    rf"(?:\s{_AGES.plain('age.years', languages=['es'])})?,\s)?"
    rf"(?:{any_of('who_is')}|{_WORDS.plain('person.oneself')})\s"
    rf"|(?:,\s|\s\()\d{{1,2}}\s{_AGES.any_of('age.years')}[,)]\s"
)
_LETTERS = re.compile(r"[^\W\d_]")
_ORIGIN = re.compile(rf"\s{leading('of', 'origin')}{leading('definite')}?")


def _past_origin(passage: Passage, end: int) -> int:
    """Past the state that somebody is said to be of: "A B of the United States, who"."""
    of = _ORIGIN.match(passage.text, end)
    states = passage.spans("country") if of is not None else []
    return next((state.end for state in states if of is not None and state.start == of.end()), end)


def _owner(passage: Passage, person: Named) -> None:
    """The body that a name stands behind as its own: "IOM's A B"."""
    span = _owner_of(passage, person.before)
    if span is not None:
        person.organization, person.before = passage.text[span.start : span.end], span.start
        person.sure = True


_OWNED_BEFORE = re.compile(r"['’]s ")
_OWNS = re.compile(r"['’]s |(?<=s)['’] ")  # "IOM's", "IOM Athens'"


@functools.cache
def _minds() -> re.Pattern[str]:
    """Verbs of the mind, which people do and no plan or report of a body's: "IOM's A B expects"."""
    return re.compile(rf"\s(?:{alternatives(load('cues')['mind']['verbs'])})(?!\w)")


def _owner_of(passage: Passage, position: int) -> Span | None:
    """The body that owns what stands at ``position``."""
    owners = (span for span in passage.spans("organization") if span.end < position)
    return next((span for span in owners if _OWNS.fullmatch(passage.text, span.end, position)), None)


def _names_many(passage: Passage, person: Named) -> bool:
    """Whether words before "who" are a body's or a people's name: "the Latin Americans, who came in June"."""
    if looks_like_organization(person.name) >= 0.4 or person.name.endswith(_peoples()):
        return True
    return ARTICLE_BEFORE.search(passage.text, max(0, person.before - 6), person.before) is not None


@functools.cache
def _peoples() -> tuple[str, ...]:
    return tuple(_WORDS.forms("person.peoples"))


@functools.cache
def _for_body() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.plain('person.speaks_for')}\s+")


def _spoken_for(passage: Passage, person: Named) -> None:
    """The body for which the sentence says that its first person acts: "Por la OIM participó A B, Director"."""
    begins = _for_body().match(passage.text)
    if begins is None or person.before - begins.end() > _SOON:
        return
    article = re.compile(leading("definite")).match(passage.text, begins.end())
    start = article.end() if article else begins.end()
    for span in passage.spans("organization"):
        if span.start == start and span.end <= person.before:
            person.organization, person.sure = passage.text[span.start : span.end], True


_SOON = 60  # characters between the body and the person who acts for it


@functools.cache
def _age() -> re.Pattern[str]:
    """An age that stands where a post may: "41-year-old", "diez años"."""
    years = _AGES.plain("age.years", languages=["fr", "es"])
    old = _AGES.plain("age.year_old", "age.in_words", languages=["en"])
    in_words = rf"(?:[^\W\d_]+[ -]){{1,3}}(?:{_AGES.plain('age.in_words')}|{years})"
    return re.compile(rf"^\d{{1,3}}[- ]{old}\b|^\d{{1,3}} {years}\b|^{in_words}$")


def _only_title(position: str | None) -> bool:
    """Whether a "post" is a form of address only: "Ambassador A B"."""
    return position is None or fold(position) in _forms_of_address()


@functools.cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(map(fold, load("honorifics")["address_only"]))
