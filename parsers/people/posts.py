"""The post printed right before a name: "IOM Director General A B", "the heat officer of the City of Ahvaz, Ms C D"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.dates.words import EITHER, MONTH, SHORT_WEEKDAY, WEEKDAY, level, look_up
from parsers.organizations.names import find_organizations, head_words, looks_like_organization
from parsers.people.advisers import is_advised
from parsers.people.affiliation.at_body import post_of_house
from parsers.people.affiliation.body_first import office_then_post
from parsers.people.affiliation.named_states import is_post_place, state_of_post
from parsers.people.affiliation.offices import names_united_nations, without_place
from parsers.people.affiliation.post_words import head_of_post, holds_state_post, is_private
from parsers.people.affiliation.split_post import is_joint, split_post
from parsers.people.affiliation.unlisted import post_of_ministry
from parsers.people.names import not_names, strip_honorifics
from parsers.people.regions import and_the_region
from parsers.places.countries import country_of, country_of_demonym
from parsers.prose.passage import Passage
from parsers.prose.trades import without_origin
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS, alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists


@dataclass(slots=True, frozen=True)
class Post:
    """A post before a name. ``start`` is where its words start."""

    start: int
    position: str | None
    organization: str | None
    country: str | None


_REACH = 150  # characters between a post's noun and the name
_LETTERS = re.compile(r"\w")
_ACRONYM = re.compile(r"\s*\([A-Z][\w&/.-]{1,14}\)")
_STATE = re.compile(r"\s*\(([^()]{3,40})\)")
_OWN_PLACE = re.compile(rf"\s+{leading('of')}{leading('definite')}?{any_of('own_place')}$")  # "alcalde de la ciudad"
_WORDS = WordLists("post_words")


@functools.cache
def _mark() -> re.Pattern[str]:
    """ "Alcaldesa (e)", "Directeur (a.i.)" """
    return re.compile(rf"\s*\((?:\w|a\.\s?i\.?|{_WORDS.any_of('mark.interim')})\)")


_PARTICIPLES = _WORDS.plain("verb.participles")
_BREAK = re.compile(
    rf"[“”\"«»;؛:!?|()\[\]]|\s[–—-]\s|\.\s|\b{any_of('no_post')}\b"
    rf"|\band (?!{and_the_region()})(?={leading('definite', 'possessive', 'indefinite')})|\ba (?:\w+é|{_PARTICIPLES})\b"
)
_AND_THE = re.compile(rf"\s{any_of('and')}\s+{leading('definite', 'possessive', 'indefinite')}$")
_COPULA = re.compile(rf"\s+{any_of('is')}\s*$")
_JOINT_ONLY = re.compile(rf"[\s,،]*(?:{any_of('and')}|و)?[\s,،]*")
_FIELDS = re.compile(rf"(?:[^,]*,\s*)+[^,]*\b{any_of('and')}\b[^,]*,?\s*")
_BEFORE = re.compile(r"(\S+)\s+$")
_ARTICLES = re.compile(rf"^(?!UN\b){leading('definite', 'indefinite', 'of')}*", re.IGNORECASE)
_DETERMINERS = word_set("definite", "indefinite", "possessive", "contracted")
_LOWER = re.compile(rf"[^\W\d{CAPITALS}_][\w-]{{2,}}")


def post_before(passage: Passage, least: int, name: int) -> Post | None:
    """The post whose words reach up to a name (with its titles) at ``name``; nothing before ``least`` belongs to it."""
    text = passage.text
    heads = [span for span in passage.spans("post") if max(least, name - _REACH) <= span.start and span.end <= name]
    start: int | None = None
    reach = name
    for head in reversed(heads):
        between = text[head.end : reach]
        if start is None and strip_honorifics(text, name)[1]:
            between = _TITLED.sub("", between)
        if _broken(passage, between, first=start is None, at=head.end):
            break
        if start is not None and is_advised(text, head.start, start, name):
            break
        start = reach = head.start
    if start is None:
        return None
    start = _with_words_before(passage, least, start)
    if _addressed(text, start, name):
        return None
    words = _COPULA.sub("", _TITLED.sub("", text[start:name]).strip(" ,،:"))
    words = _OWN_PLACE.sub("", words)
    bracket = _STATE.search(words) if words.endswith(")") else None  # "la Ministra de Trabajo (El Salvador), A B"
    if bracket is not None and holds_state_post(words) and (own := country_of(bracket[1])) is not None:
        position, organization, country = _read(words[: bracket.start()])
        country = own if organization is None and not is_former(words) else country
    else:
        position, organization, country = _read(words)
    country = country or state_of(passage, start, name, position, organization)
    return Post(start, position, organization, country)


_TITLED = re.compile(rf"[,،]\s+{leading('definite')}$")  # "le Gouverneur de la Région, le Colonel A B"
_AND_ARTICLE = re.compile(rf"\s(?:{leading('and')})(?:{leading('definite')})$")
_ARTICLE_BEFORE = re.compile(rf"(?i:\b{leading('definite', 'indefinite', 'possessive')})$")
_ONE_NAME = re.compile(rf"[{CAPITALS}][\w-]+ (?P<name>[{CAPITALS}][\w’'-]+),\s")


def _addressed(text: str, start: int, name: int) -> bool:
    """Whether the words are a title and the name of somebody else, in a list of those who are addressed: "Mayor Vik,
    Ambassador A B, dear friends".
    """
    other = _ONE_NAME.fullmatch(text, start, name)
    if other is None or _ARTICLE_BEFORE.search(text, 0, start) or not strip_honorifics(text, name)[1]:
        return False
    word = fold(other["name"])
    if head_of_post(other["name"]) is not None or word in head_words()["fields"] or word in not_names()[0]:
        return False
    return country_of(other["name"]) is None and country_of_demonym(other["name"]) is None


def _broken(passage: Passage, words: str, *, first: bool, at: int) -> bool:
    """Whether the words between a post's noun and what follows show that they do not belong together."""
    end = at + len(words)
    words = _STATE.sub(lambda match: "" if country_of(match[1]) else match[0], _mark().sub("", _ACRONYM.sub("", words)))
    if first:
        words = _COPULA.sub(" ", words.rstrip(" ,:"))
    if first and _AND_ARTICLE.search(passage.text, at, end) and not strip_honorifics(passage.text, end)[1]:
        return True  # "el Alto Comisionado y el Instituto A B"
    if first and _JOINT_ONLY.fullmatch(words) and _LETTERS.search(words):
        return True  # "the Director and A B"
    if not first and _AND_THE.search(words):
        return True  # "la Secretaría de Puertos y la alcaldesa A B"
    verbs = [span for span in passage.spans("role") if span.payload.place == "verb"]
    if _BREAK.search(words) or any(at <= span.start < at + len(words) for span in (*passage.spans("say"), *verbs)):
        return True
    inner = words.rstrip(" ,،")
    return bool(re.search("[,،]", inner)) and not _FIELDS.fullmatch(words)


@functools.cache
def _own_words() -> frozenset[str]:
    return frozenset(fold(word) for words in load("cues")["former"].values() for word in words)


def _with_words_before(passage: Passage, least: int, start: int) -> int:
    """The start of the post with what stands before its noun: "former", "IOM's", "Norway's", the body's name."""
    text = passage.text
    while True:
        found = _span_ending(passage, least, start)
        if found is not None:
            start = found
            continue
        word = _BEFORE.search(text, least, start)
        if word is not None and word.group(1) in ("and", "&") and (begin := _field_before(text, least, word, start)):
            start = begin
            continue
        if word is None or not _belongs(passage, word, first=not text[: word.start()].strip(' “"«')):
            break
        start = word.start()
    field = _FIELD_BEFORE.search(text, max(least, start - 90), start)
    joined = field is not None and _AND_AT_END.search(text, field.end(1), start)  # "UNHCR and Director A B"
    if field is not None and not joined and any(span.end == field.end(1) for span in passage.spans("organization")):
        return next(span.start for span in passage.spans("organization") if span.end == field.end(1))
    return _determined(text, least, start)


def _field_before(text: str, least: int, joint: re.Match[str], start: int) -> int | None:
    """Where a field starts that "and" joins to a post's own: "Relief and Repatriation Commissioner"; None for names."""
    field = _BEFORE.search(text, least, joint.start())
    own = text[start:].split(maxsplit=1)[0]
    if field is None or not field.group(1)[0].isupper() or not own[0].isupper() or fold(own) in _own_words():
        return None
    if head_of_post(own) is not None or head_of_post(field.group(1)) is not None:
        return None  # "Ministry of Relief and Director A B"
    return field.start() if fold(field.group(1)) in head_words()["fields"] | not_names()[0] else None


# "IOM immigration and border management specialist A B"
_FIELD_BEFORE = re.compile(rf"([^\W\da-zß-ÿ_]\S*?)(?:['’]s)?\s+(?:[^\W\d{CAPITALS}_][\w-]*\s+){{1,6}}$")


_AND_AT_END = re.compile(rf"\s{any_of('and')}\s+$")


def _determined(text: str, least: int, start: int) -> int:
    """The start of a post with the one or two plain words between an article and it: "the heat officer"."""
    words = list(re.finditer(r"\S+", text[max(least, start - 45) : start]))
    for number, word in enumerate(reversed(words[-3:])):
        if word.group().casefold() in _DETERMINERS:
            return start if not number else max(least, start - 45) + words[-number].start()
        if not _LOWER.fullmatch(word.group()) or word.group() in _PREPOSITIONS:
            return start
    return start


_PREPOSITIONS = word_set("no_noun", "and", "with", "as", "relative") | frozenset(_WORDS.forms("verb.said"))


def _span_ending(passage: Passage, least: int, start: int) -> int | None:
    """Where a body, state or its adjective starts that ends right before ``start``."""
    before = passage.text[least:start]
    reach = least + len(re.sub(r"(?:['’]s)?\s*(?:\([A-Z][\w&/.-]{1,14}\)\s*)?$", "", before))
    for group in ("organization", "country", "demonym"):
        for span in passage.spans(group):
            if least <= span.start and reach <= span.end <= start and span.end > span.start and span.start < start:
                return span.start
    return None


def _names_day(word: str) -> bool:
    """Whether a word is a month or weekday: "On Tuesday Director A B said"."""
    found = look_up(level(word))
    return found is not None and found[0] in (MONTH, WEEKDAY, EITHER, SHORT_WEEKDAY)


def _belongs(passage: Passage, match: re.Match[str], *, first: bool) -> bool:
    """Whether a word before a post's noun is a part of the post."""
    word = match.group(1)
    if fold(word) in _own_words():
        return True
    bare = word.strip("(),.")
    if word[-1] in ",;:.)”»" or not bare or _names_day(bare) or (bare != "UN" and bare.lower() in _DETERMINERS):
        return False
    if bare.isupper() and len(bare) > 1:
        return True
    if first or not bare[0].isupper():
        return False
    # A capitalised word: "the UN Resident Coordinator", but not the town in "In Geneva Director A B".
    return not any(match.start(1) < span.end and span.start < match.end(1) for span in passage.spans("city"))


@functools.lru_cache(maxsize=1024)  # the same few posts are named on page after page
def _read(words: str) -> tuple[str | None, str | None, str | None]:
    words = _ARTICLES.sub("", words, count=1)
    office = office_then_post(words)
    if office is not None:
        return office[0], office[1], None
    position, organization = split_post(words)
    if organization is not None and _UN_OFFICER.fullmatch(organization):
        position, organization = words, None  # "UN Resident Coordinator"
    if organization is None:
        position, organization = body_in_post(position)
    else:
        organization = without_place(organization)
    owner = re.match(rf"([{CAPITALS}][^,]{{2,40}}?)['’]s?\s+(?=\w)", position)
    owner = owner if owner is not None and country_of(owner.group(1)) is not None else None
    if owner is not None:
        position = position[owner.end() :]
    country = None if organization or is_former(words) else state_of_post(words)
    if (
        country is None
        and owner is not None
        and organization is None
        and not (is_private(position) or is_former(position))
    ):
        country = country_of(owner.group(1))  # "Fiji's Ferries Director": whom a state's possessive names serves it
    return without_origin(position), organization, country


@functools.cache
def _state_only() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{alternatives({fold(form) for form in _WORDS.forms('stem.state')})})")


@functools.cache
def _of() -> re.Pattern[str]:
    within = _WORDS.leading("at.within")
    return re.compile(rf"\b(?:{leading('of', 'at', 'for')}|{within})(?:{leading('definite')})?$", re.IGNORECASE)


_PLACE_BEHIND = re.compile(rf"\s+{any_of('at', 'and', 'posted')}\s.*|\s*", re.IGNORECASE)
_UNITED = _WORDS.plain("united.names", languages=["en"])
_UN_OFFICER = re.compile(rf"(?:{_UNITED}|{_WORDS.plain('united.unions')})\s\w+")


@functools.cache
def _field_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.any_of('field.begins')}\s.+")


_OF_TOWN = re.compile(rf"^(.{{3,}}?)\s+{leading('of')}{leading('definite')}?(?=[{CAPITALS}])(.+)$")
# What belongs to the title stays with it alone: "UN High Commissioner for Refugees".
_UN_POST = re.compile(rf"^({_UNITED})\s(?!{_WORDS.plain('united.officers')})")
# "مدير الإدارة العامة للجوازات": a post right before the body; "رئيسة البعثة" has none.
_ARABIC_HELD = re.compile(
    rf"(\S+(?: {_WORDS.plain('arabic.general')})?) ((?:{alternatives(load('posts')['bodies_ar'])}) ال.+)"
)
# "مديرة مركز الأمل في صفاقس": a house with its name, and where it is
_ARABIC_HOUSE = re.compile(
    rf"(\S+) ((?:{alternatives(load('posts')['houses_ar'])}) ال\S+"
    rf"(?: (?!{any_of('in_ar')}\s)\S+)*)(?: {any_of('in_ar')} \S.*)?"
)
_AT_END = re.compile(rf"\s+(?:{any_of('at_end_ar')}|ل)?$")
_AT_BODY = re.compile(rf"^(.{{3,}}?)\s+{leading('at', 'at_fr')}{leading('definite')}?(?=[{CAPITALS}])(.+)$")


def bare_post(position: str) -> str:
    """A post without the words that tell since when it is held, or that its holder sits somewhere: "new Director"."""
    recent = _recent().match(position)
    return _seated().sub("", position[recent.end() :] if recent is not None else position)


@functools.cache
def _recent() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.leading('held.recent')}(?=\S)", re.IGNORECASE)


@functools.cache
def _seated() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s+{_WORDS.any_of('held.seated')}$")


@functools.lru_cache(maxsize=1024)
def body_in_post(position: str) -> tuple[str, str | None]:
    """A known body named at the end of a post: "Jefa de Misión de la OIM en Colombia"."""
    if is_joint(position):
        return position, None
    ministry = post_of_ministry(position)
    if ministry is not None:
        return ministry
    if _state_only().search(fold(position)):
        return position, None
    for body in find_organizations(position, slot=True):
        bracket = _ACRONYM.match(position, body.end)
        end = bracket.end() if bracket else body.end
        before = position[: body.start]
        field = _field_behind().fullmatch(position, end) if not names_united_nations(body.name) else None
        if field is None and not _PLACE_BEHIND.fullmatch(position, end):
            continue
        if "\u0620" <= position[body.start] <= "\u06d3":
            post = _AT_END.sub("", before)
            name = f"ا{body.name}" if before.endswith("ل") else body.name
        else:
            of = _of().search(before)
            post, name = before[: of.start()].strip(" ,") if of else "", position[body.start : end]
        if post.strip():
            return post + (field.group().rstrip() if field else ""), name
    held = _ARABIC_HELD.match(position)
    if held is not None and looks_like_organization(held.group(2)) >= 0.7:
        return held.group(1), held.group(2)
    arabic = _ARABIC_HOUSE.fullmatch(position)
    if arabic is not None and head_of_post(arabic.group(1)) is not None:
        return arabic.group(1), arabic.group(2)
    united = _UN_POST.match(position)
    if united is not None:
        return position, united.group(1)
    if position[0].islower():
        of_town = _OF_TOWN.match(position)
        if of_town is not None and looks_like_organization(of_town.group(2)) >= 0.7:
            return of_town.group(1), of_town.group(2)
        if of_town is not None and _heads_unknown_body(of_town.group(1), of_town.group(2)):
            return of_town.group(1), of_town.group(2)
        house = post_of_house(position)
        if house is not None:
            return house
    at = _AT_BODY.match(position)
    if at is not None and looks_like_organization(at.group(2)) >= 0.7:
        return at.group(1), at.group(2)
    return position, None


@functools.cache
def _posts_of_bodies() -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")["of_bodies"])


@functools.cache
def _ranks_behind() -> re.Pattern[str]:
    """ "coordonnateur régional" """
    return re.compile(rf"(?: (?:{alternatives(map(fold, load('posts')['ranks']))}))+$")


@functools.cache
def _has_field() -> re.Pattern[str]:
    """ "Director of Labour Migration" """
    return re.compile(alternatives(map(fold, _WORDS.forms("stem.field"))))


@functools.cache
def _joining() -> frozenset[str]:
    return word_set("and", "of", "for", "with", "definite") | frozenset(_WORDS.forms("join.without"))


def _heads_unknown_body(post: str, name: str) -> bool:
    """Whether a post is always one of a body and the words behind it a name: "founder of Hope and Help"."""
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    return (
        _ranks_behind().sub("", fold(post)) in _posts_of_bodies()
        and len(capitals) > 1
        and all(word[0].isupper() or word.casefold() in _joining() for word in words)
        and not (_has_field().search(fold(post)) and head_words()["fields"] & {fold(word) for word in capitals})
        and country_of(name) is None
        and not any(lexicon.whole(name, group) for group in ("city", "venue"))
    )


@functools.cache
def _state_posts() -> re.Pattern[str]:
    return whole_words(load("posts")["state"])


@functools.cache
def _state_bodies() -> re.Pattern[str]:
    keys = ("home_bodies_in_prose", "named_bodies_in_prose", "bodies_in_prose")
    return whole_words(word for key in keys for word in load("states")[key])


@functools.cache
def _former() -> re.Pattern[str]:
    words, beginnings = (alternatives(map(fold, _WORDS.forms(f"stem.{key}"))) for key in ("former", "former_begins"))
    return re.compile(rf"(?:{words})\b|{beginnings}")


def is_former(position: str) -> bool:
    """Whether a post is one that the person held before: nobody speaks for a state in it."""
    return _former().match(fold(position)) is not None


def state_of(passage: Passage, start: int, end: int, position: str | None, organization: str | None) -> str | None:
    """The state that somebody speaks for: of a post ("Ecuadoran Secretary of State") or body ("Hellenic Coast Guard").

    ``start``:``end`` are the words that name post and body. None for former posts, and where no state is named.
    """
    if position and is_former(position):
        return None
    if position and organization is None and _state_posts().search(fold(position)):
        words = position
    elif organization and _state_bodies().search(fold(organization)) and not find_organizations(organization):
        words = organization
    else:
        return None
    at = passage.text.find(words, start, end)
    if at < 0:
        return None
    for group in ("demonym", "country"):
        codes = {
            span.payload
            for span in passage.spans(group)
            if at <= span.start
            and span.end <= at + len(words)
            and span.payload
            and not (group == "country" and is_post_place(passage.text[at : span.start]))
        }
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None
