"""Houses and open places that text names: "the department's Blas Building", "sur l'esplanade du Palais du Peuple",
"on the pitch of the Al-Noor Sports Centre".

`buildings` reads a name up to the end of its clause, in sentences that say of a meeting that it is held. Here a name is
read by its own form, capitals and the small words between them, so that the sentence may say anything.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of as any_of_small
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("houses")
_UP = rf"(?:[{CAPITALS}]\.(?=\s[{CAPITALS}])|[{CAPITALS}][\w’'-]*|\d+[-\s](?=[{CAPITALS}])[\w-]+)"
_SMALL = "[a-zß-ÿ][a-zß-ÿ-]+"


@dataclass(slots=True, frozen=True)
class House:
    """A house's name in a text. ``learned``: a school or the like, which is a body as well."""

    start: int
    end: int
    learned: bool


def named_houses(text: str, start: int, end: int) -> Iterator[House]:
    """The houses and open places that a sentence names behind a preposition of place, or of which it names a part."""
    if _stay().search(text, start, end):
        return
    given = _given().search(text, start, end) is not None
    for match in _hosting().finditer(text, start, end):
        if not _no_venue().search(match.group()):
            yield House(*match.span("house"), learned=_is_learned(match["house"]))
    for match in _hosted_by().finditer(text, start, end):
        yield House(*match.span("house"), learned=False)
    for match in _house().finditer(text, start, end):
        name, part = match["house"], match["part"]
        if given and match["place"] is not None and _to_whom().match(match["place"]):
            continue
        if _no_venue().search(match.group()) or (name[0].islower() and not _behind_article(text, match.start("house"))):
            continue
        learned = _is_learned(name)
        if match["place"] is None and learned:
            continue
        begin = match.start("part") if part is not None and _is_open(part) else match.start("house")
        yield House(begin, match.end("house"), learned)
    for match in _arabic_house().finditer(text, start, end):
        if not _no_venue().search(match["house"]):
            yield House(*match.span("house"), learned=_is_learned(match["house"]))


def name_end(text: str, start: int, end: int) -> int | None:
    """Where a house's name ends that begins at ``start``; None where none does."""
    match = _whole_name().match(text, start, end)
    return match.end() if match is not None else None


@functools.cache
def _whole_name() -> re.Pattern[str]:
    return re.compile(_name())


def _behind_article(text: str, place: int) -> bool:
    return _article().search(text, max(0, place - _LONGEST_ARTICLE), place) is not None


_LONGEST_ARTICLE = 6


@functools.cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{leading('definite')}|{_WORDS.leading('before.with_article')})$", re.IGNORECASE)


@functools.cache
def _opens() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("before.open"))


def _is_open(part: str) -> bool:
    return _opens().match(part) is not None


def _is_learned(name: str) -> bool:
    words = name.split()
    return not _compound().search(name) and not _learned().isdisjoint((words[0], words[-1]))


@functools.cache
def _learned() -> frozenset[str]:
    return frozenset(_WORDS.forms("noun.learned"))


@functools.cache
def _compound() -> re.Pattern[str]:
    """The nouns of several words: a "Sports Centre" is no body as a "Centre" is."""
    forms = [form for form in _WORDS.forms("noun.last") if " " in form]
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)")


@functools.cache
def _stay() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('other.stay', 'other.work')}", re.IGNORECASE)


@functools.cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('other.give')}", re.IGNORECASE)


@functools.cache
def _to_whom() -> re.Pattern[str]:
    return re.compile(_WORDS.leading("other.before_whom"), re.IGNORECASE)


@functools.cache
def _no_venue() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('other.kinds')}")


@functools.cache
def _hosting() -> re.Pattern[str]:
    """A name before a verb of hosting: "L'hôtel du Fleuve a abrité", "el Hotel Mirador, en Tela, acogió"."""
    verbs = alternatives(load("location")["hosting"], r"\s+")
    return re.compile(
        rf"(?<![\w-])(?i:{leading('definite')})(?P<house>{_name()})(?=(?:,\s[^,.;]{{2,40}},)?\s+(?:{verbs})(?!\w))"
    )


@functools.cache
def _hosted_by() -> re.Pattern[str]:
    """A house that is open to all behind who it is hosted by: "hosted by the National Library", "accueillie par le
    Musée de la Mer".
    """
    by = _WORDS.any_of("before.hosted_by")
    house = rf"(?=[^,.;:()\n]{{0,60}}?(?<![\w-])(?i:{_WORDS.any_of('noun.open_to_all')})(?!\w))(?P<house>{_name()})"
    return re.compile(rf"(?<![\w-]){by}\s+(?i:{leading('definite')})?{house}")


@functools.cache
def _house() -> re.Pattern[str]:
    """A name (``house``) behind a preposition (``place``) or a ``part`` of it."""
    the = leading("definite")
    owner = rf"(?:(?:{any_of_small('possessive')}\s+)|[\w-]+['’]s\s+)?"
    before = _WORDS.any_of("before.place", languages=("en", "fr", "es"))
    place = rf"(?P<place>(?i:{before})\s+{the}?{owner})"
    part = rf"{_WORDS.leading('before.part')}{the}?"
    return re.compile(rf"(?<![\w-])(?:{place}|(?={part}))(?P<part>{part})?(?P<house>{_name()})")


@functools.cache
def _name() -> str:
    """A name by its form: English nouns end it, French and Spanish ones begin it."""
    any_of, ahead = _WORDS.any_of, _WORDS.leading
    joint = rf"(?:{ahead('before.name')}){{0,2}}+"
    more = rf"(?:\s+{joint}{_UP})"
    of = rf"{leading('of_en')}{leading('the_en')}?"
    english = rf"(?:{_UP}\s+{joint}){{1,6}}{any_of('noun.last')}(?:\s+{of}{_UP}(?:\s+{_UP}){{0,3}})?"
    first = any_of("noun.first")
    opening = any_of("noun.first_any", languages=("fr", "es"), opening=True)
    any_of_behind = WordLists("venue_lines").any_of("building.behind", "held.behind")
    no_name = rf"(?!{any_of_behind})"
    romance = rf"(?:\s+{no_name}{_SMALL}){{0,3}}?{more}{{1,6}}"
    ends = rf"(?=\s*(?:[,.;:)»]|$)|\s+(?:{any_of_behind}|{any_of('before.ends', languages=('fr', 'es'))}|\d))"
    small = rf"(?:\s+{no_name}{_SMALL}){{0,2}}?\s+{ahead('before.name')}{_SMALL}(?:{more}{{1,3}}|{ends})"
    plain = rf"(?:{first}|{opening})(?:{romance}|{small})"
    brand = rf"(?:{_UP}\s+){{0,3}}{any_of('brand')}{more}{{0,3}}"
    lower = any_of("noun.first_any", languages=("fr", "es"))
    return rf"{english}|{brand}|{plain}|{lower}{romance}"


@functools.cache
def _arabic_house() -> re.Pattern[str]:
    nouns = _WORDS.any_of("noun.first_any", languages=("ar",))
    behind = WordLists("venue_lines").any_of("building.behind", languages=("ar",))
    ends = _WORDS.any_of("before.ends", languages=("ar",))
    place = _WORDS.any_of("before.place", languages=("ar",))
    return re.compile(
        rf"(?<!\w)(?P<place>{place}\s+|[وف]?ب)(?P<house>{nouns}\s[^,.،؛:()\n\"“”«»–—]{{2,50}}?)"
        rf"(?=\s*(?:[,.،؛:()\n\"“”«»–—]|$)|\s+(?:{behind}|{ends}|{place})|\s+ب\w)"
    )
