"""Posts before "at" and their body, or before a body that begins in small letters or in Arabic.

* "Manager at Tide Ltd", "consultante auprès de l'UNESCO": a name in capitals behind a word for "at";
* "directora del albergue Casa Sur", "founder of the youth group Blue Tide": a house or group in small letters with a
  name of its own;
* "adviser to the Tide Institute": whom somebody advises;
* "avocate au barreau de Pau": small letters behind "at", where the words look like a body;
* "رئيسة بعثة المنظمة الدولية للهجرة": a known body right behind the post, as Arabic says "of";
* "منسقة شبكة الصيادين", "أمين عام وزارة العمل": any body's word and its name there.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.people.affiliation.offices import ends_in_place, names_place, without_place
from parsers.people.affiliation.post_words import has_state_stem, head_of_post, holds_state_post, is_trade
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("post_words")


def post_at_name(position: str) -> tuple[str, str] | None:
    """Post and body of "Manager at Tide Ltd"; None for other words, and where what is held there is a state's post."""
    at = _at().match(position)
    if at is None or has_state_stem(at.group(1)) or names_place(at.group(2)):
        return None
    return at.group(1), without_place(at.group(2))


@functools.cache
def _at() -> re.Pattern[str]:
    """Where a post is held; behind "Bureau for Relations with the" stands what a body deals with, and "en el Exterior"
    is no body.
    """
    deals = "".join(rf"(?<!\b(?i:{form}))" for form in _WORDS.forms("at.deals"))
    with_ = rf"{deals}\s+{_WORDS.leading('at.with')}"
    body = rf"{leading('definite')}?(?!{_WORDS.any_of('at.abroad')})(?=[{CAPITALS}])(.+)"
    return re.compile(rf"^(.{{3,}}?)(?:\s+(?:{_WORDS.leading('at.at')}|bei\s+)|{with_}){body}$")


def post_of_adviser(position: str) -> tuple[str, str] | None:
    """Post and body of "adviser to the Tide Institute"; None for other words, and where an officer is advised."""
    to = _advises().match(position)
    if to is None or looks_like_organization(to.group(2)) < 0.7 or head_of_post(to.group(2)) is not None:
        return None
    return to.group(1), to.group(2)


@functools.cache
def _advises() -> re.Pattern[str]:
    return re.compile(
        rf"^(.*\b(?i:{_WORDS.any_of('at.advisers')}))\s+{_WORDS.leading('at.to')}(?:{leading('definite')})?(.+)$"
    )


_OF_HOUSE = re.compile(
    rf"^(.{{3,}}?)\s+{leading('of', 'at')}{leading('definite')}?"
    rf"((?:{alternatives(load('posts')['houses'])})\s(?:[^\W\d{CAPITALS}_]\w*\s)*[{CAPITALS}].+)$"
)


def post_of_house(position: str) -> tuple[str, str] | None:
    """Post and house of "directora del albergue Casa Sur", "maçon de l'association Le Mur": a house in small letters
    with a name of its own. None for other words.
    """
    of = _OF_HOUSE.match(position)
    if of is None or looks_like_organization(of.group(2)) < 0.7:
        return None
    return (of.group(1), of.group(2)) if head_of_post(of.group(1)) is not None or is_trade(of.group(1)) else None


def post_of_group(position: str) -> tuple[str, str] | None:
    """Post and body of "founder of the youth group Blue Tide", "coordinatrice du réseau Mains de Mer": the word for a
    body in small letters, before or behind it what sort, and a name of its own. None for other words.
    """
    of = _of_group().match(position)
    if of is None or head_of_post(of.group(1)) is None or names_place(of.group(3)):
        return None
    return of.group(1), of.group(2)


@functools.cache
def _of_group() -> re.Pattern[str]:
    posts = load("posts")
    plain = rf"(?!{any_of('of', 'at', 'for', 'and', 'with', 'definite')}\s)[^\W\d{CAPITALS}_][\w’'-]*\s"
    behind = rf"(?:{leading('of')}?{plain}){{0,2}}"
    return re.compile(
        rf"^(.{{3,}}?)\s+{leading('of', 'at')}{leading('definite', 'indefinite')}?"
        rf"((?:{plain}){{0,2}}(?:{alternatives(posts['groups'])})\s{behind}([{CAPITALS}].+))$"
    )


def post_at_small_name(position: str) -> tuple[str, str] | None:
    """A post and the body that it is held at, in languages where a body may begin with a small letter."""
    for at in _at_body().finditer(position):
        post, body = position[: at.start()], position[at.end() :]
        known = head_of_post(post) is not None or is_trade(post)
        if known and looks_like_organization(body) >= 0.7 and not has_state_stem(post):
            return post, body
    return None


@functools.cache
def _at_body() -> re.Pattern[str]:
    """ "Directeur à l'Institut de la mer", "avocate au barreau de Pau", "médica en el hospital San Roque" """
    bodies = alternatives(load("posts")["bodies_ar"])
    return re.compile(
        rf"\s+(?:{_WORDS.leading('at.small')}|{_WORDS.leading('at.bare')}(?=[{CAPITALS}])|[بل](?={_WORDS.any_of('at.houses')}\s)|ب(?=(?:{bodies})\s))(?=[^\W\d_])"
    )


def post_before_arabic_body(position: str) -> tuple[str, str] | None:
    """A post right before a known body, as Arabic says "of": "رئيسة بعثة المنظمة الدولية للهجرة في الأردن"."""
    if not "\u0620" <= position[0] <= "\u06d3" or holds_state_post(position):
        return None
    for body in find_organizations(position, slot=True):
        post, name = position[: body.start].rstrip(), body.name
        parted = position[: body.start] != post
        if post.endswith(" ل") and name.startswith("ل"):
            post, name, parted = post[:-2], f"ا{name}", True  # "for" swallows a letter of the article
        region = _for_region().match(position, body.end)
        behind = region is not None or not position[body.end :] or ends_in_place(position, body.end)
        if behind and parted and head_of_post(post) is not None:
            return post + (region.group() if region is not None else ""), name
    return None


@functools.cache
def _for_region() -> re.Pattern[str]:
    """ "المدير الإقليمي للمنظمة لمنطقة البحر": what the holder deals with, behind the body."""
    return re.compile(rf"\s+{_WORDS.plain('at.regions')}\s\S.*$")


def post_before_arabic_word(position: str) -> tuple[str, str] | None:
    """A post right before the word for a body, without its article: "منسقة شبكة الصيادين", "أمين عام وزارة العمل"."""
    if not "\u0620" <= position[0] <= "\u06d3":
        return None
    held = _held_arabic().fullmatch(position)
    if held is None or (head := head_of_post(position)) is None or head[0]:
        return None
    body = held["body"] if held["the"] is None else f"ا{held['body']}"  # "for" swallows a letter of the article
    if any(known.start for known in find_organizations(body, slot=True)) or _is_of_officer(body):
        return None  # "رئيسة لجنة شؤون المنظمة الدولية للهجرة"
    return held["post"] or held["general"] or held["the"], body


def _is_of_officer(body: str) -> bool:
    """Whether what looks like a body is the cabinet of an officer: "ديوان الوزير"."""
    _word, _blank, rest = body.partition(" ")
    head = head_of_post(rest)
    return head is not None and head[0] == 0


@functools.cache
def _held_arabic() -> re.Pattern[str]:
    posts = load("posts")
    ranks = rf"(?: (?:{alternatives(posts['ranks_ar'])}))*"
    whole = rf"(?:{alternatives(posts['bodies_ar'])}) ال\S+ \S"  # "الهيئة العامة للموانئ"
    held = rf"\S+{ranks}(?= (?:(?:{alternatives(posts['held_ar'])})\s|{whole}))"
    ministries = alternatives(posts["ministries_ar"])
    # "المدير العام لجهاز الموانئ", "الرئيسة التنفيذية لمؤسسة البحر"
    held_for = rf"ال\S+(?: ال\S+)?(?= ل(?:{alternatives(posts['held_ar'])})\s)"
    of_ministry = rf"(?:{alternatives(posts['ministry_posts_ar'])}){ranks}(?= (?:{ministries})\s)"
    body = rf"(?P<body>\S+(?: (?!{any_of('in_ar')}\s)\S+)+)(?: {any_of('in_ar')} \S.*)?"
    bare = alternatives(word.removeprefix("ال") for word in posts["bodies_ar"])
    held_for_the = rf"ال\S+(?: ال\S+)?(?= لل(?:{bare}) ال\S)"  # "المديرة العامة للهيئة العامة للموانئ"
    posts_before = rf"(?P<post>{held}|{of_ministry}) |(?P<general>{held_for}) ل|(?P<the>{held_for_the}) ل"
    return re.compile(rf"(?:{posts_before}){body}")
