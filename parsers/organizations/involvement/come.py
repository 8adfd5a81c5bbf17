"""Who takes part, named behind the words that say so, with other words of the sentence in between.

* behind a verb, as in French and Spanish: "Asisten como observadores *la A y la B*", "Ont aussi pris part à la
  cérémonie *la A et la B*";
* behind what they make up: "Integran la mesa *la A y la B*";
* behind those that have no name: "participants from governments, *the A*", "venus de dix ministères, *du A*";
* behind what several of them say: "…, informaron hoy *la A y la B*";
* behind what they are called: "Observers came from *A and B*", "Parmi les observateurs figurent *la A et la B*".
"""

from __future__ import annotations

import re
from functools import cache

from parsers.words.patterns import alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_LATER = ("fr", "es")
_CAPITAL = r"(?-i:[A-ZÀ-Þ])"  # in patterns whose other letters may be either
_SMALL = r"(?-i:[a-zà-ÿ’'-]+)"


@cache
def behind_numbers() -> re.Pattern[str]:
    """ "Some 46 people from *the A, the B* and five shelters took part", "80 people attended, on behalf of *the A*"."""
    number = rf"(?:\d[\d.,]*\s+|{_WORDS.leading('come.numbers', languages=['en'])})"
    who = rf"{number}(?:{_SMALL}\s+){{0,2}}?{_WORDS.any_of('come.persons')}"
    counted = _WORDS.any_of("come.counted")
    came = rf"\s+{leading('from_or_of')}(?={leading('definite')}?{_CAPITAL})(?=[^.;:\n]{{3,200}}?\s{counted})"
    for_them = rf"\s+{counted}(?:\s[a-z]+){{0,4}}?,?\s+{_WORDS.any_of('come.behalf')}\s+(?:\d+\s[\w-]+,\s+)?"
    return re.compile(rf"(?<!\w){who}(?:{came}|{for_them}(?={leading('definite')}?{_CAPITAL}))", re.I)


@cache
def likewise() -> re.Pattern[str]:
    """ "The Harbour Board took part too, and so did *the porters' association KELMA*", "…, with *the Tide Trust*".

    "Eighty persons attended: mayors from ten States, *the Tide Trust* and …" too, if somebody stands before the verb.
    """
    counted, did = _WORDS.any_of("come.counted"), _WORDS.any_of("come.likewise")
    with_ = rf"{_WORDS.any_of('fronted.with', languages=['en'])}\s+(?={leading('definite')}?{_CAPITAL})"
    listed = rf"(?<=\w\s){counted}(?:\s{_SMALL}){{0,3}}?\s?:\s+(?:{unnamed()})?{_name()}"
    likewise = rf"{counted}(?:(?:\s{_SMALL}){{0,2}}?,?\s+{did}\s+|,\s+(?:together\s)?{with_})"
    return re.compile(rf"(?<!\w)(?:{likewise}|{listed})", re.I)


@cache
def joined() -> re.Pattern[str]:
    """ "IOM joins *A and B* in calling for", "L'OIM se joint à *l'A* pour demander"."""
    purpose = rf"(?=[^.;:\n]{{2,160}}?\s{_WORDS.any_of('joined.purpose')})"
    return re.compile(rf"(?<!\w){_WORDS.any_of('joined.verbs')}\s+(?={leading('definite')}?{_CAPITAL}){purpose}", re.I)


@cache
def told_by() -> re.Pattern[str]:
    """ "…, informaron hoy *la A y la B*": several say what stands before the comma."""
    say = _WORDS.any_of("issuing.say", languages=_LATER)
    fillers = rf"(?:\s+{_WORDS.any_of('subject.filler', 'list_end.today', languages=_LATER)})*"
    joined = rf"(?=[^.;:\n]{{2,160}}?\s{_WORDS.any_of('subject.and', languages=_LATER)}\s)"
    return re.compile(rf",\s+{say}{fillers}\s+(?={leading('definite')}?{_CAPITAL}){joined}", re.I)


@cache
def behind_verbs() -> re.Pattern[str]:
    """A verb, what it says of where and how, and the article of its subject.

    Small letters stand in between, no preposition last: "asistieron al acto *en* la Casa" names a place.
    """
    how = rf"(?:,?\s+{_WORDS.any_of('come.how', languages=_LATER)},?)"
    last = any_of("of", "at", "for", "with", "by", "and", "relative", "from", "topic", "definite", "indefinite")
    where = rf"(?:\s+{_WORDS.any_of('come.to', languages=_LATER)}(?:[\s’']+{_SMALL}){{1,7}}?(?<![\s’'])(?!\w))"
    not_last = rf"(?!(?:[\s’']+{_SMALL}){{0,7}}?[\s’']{last}\s+{leading('definite')}{_CAPITAL})"
    verbs = _WORDS.any_of("come.verbs", languages=_LATER)
    name = (
        rf"(?={leading('definite')}{_CAPITAL}|{leading('definite')}{_WORDS.any_of('names.public', languages=_LATER)}\s)"
    )
    # "Asisten como observadores México, el ACNUR y la Liga": behind what they come as the first may have no article
    observers = rf"{verbs}\s+(?:{leading('as')}){_WORDS.any_of('come.observers')}\s+(?={_CAPITAL})"
    # "Allí trabajan además ACNUR y la Liga"
    told = rf"{verbs}{how}\s+(?={_CAPITAL})"
    number = rf"(?:\d[\d.,]*\s+|{_WORDS.leading('come.numbers', languages=_LATER)})"
    many = rf"(?:{_SMALL}\s+){{0,2}}{number}(?:{_SMALL}\s+){{1,4}}?{leading('of')}(?={_CAPITAL})"
    return re.compile(
        rf"(?<![\w’']){verbs}{how}{{0,2}}(?:{not_last}{where})?{how}?\s*:?\s+(?:(?:{unnamed()})?{name}|{many})"
        rf"|(?<!\w)(?:{observers}|{told})",
        re.I,
    )


@cache
def behind_makes() -> re.Pattern[str]:
    """ "Integran el espacio *la A, el B*", "Composent le comité *la A*": behind the verb and what they make up."""
    them = rf"{leading('definite', 'possessive', 'indefinite')}(?:{_SMALL}[\s’']+){{1,5}}?"
    name = rf"(?={leading('definite')}{_CAPITAL})"
    return re.compile(rf"(?<![\w’']){_WORDS.any_of('come.makes', languages=_LATER)}\s+{them}{name}", re.I)


@cache
def behind_origins() -> re.Pattern[str]:
    """ "Venus de douze ministères, *de la Commission*": behind a comma, after those that have no name."""
    name = rf"(?={leading('of')}?{leading('definite')}{_CAPITAL}|(?:du|del)\s{_CAPITAL})"
    return re.compile(rf"(?<!\w){_WORDS.any_of('come.came_from')}\s+(?:{leading('of')})?{unnamed()}{name}", re.I)


@cache
def behind_nouns() -> re.Pattern[str]:
    """ "Observers included", "Among those at the table were representatives of", "Los observadores son"."""
    nouns = _WORDS.any_of("come.nouns")
    present = rf"(?:\s+{_WORDS.any_of('come.present')})?"
    them = rf"(?:{_SMALL}\s+){{0,2}}?{nouns}(?:\s+{_SMALL}){{0,5}}?"
    among = rf"{_WORDS.leading('come.among')}{them},?\s+{_WORDS.any_of('come.be_among')}"
    are = rf"{nouns}{present}\s+{_WORDS.any_of('come.are')}"
    be = _WORDS.any_of("come.be_among", languages=["en"])
    also = rf"{_WORDS.leading('come.also')}(?:{_SMALL}\s+){{0,4}}?{be}"
    return re.compile(rf"(?<!\w)(?:{among}|{are}|{also}){_people()}\s*:?\s+(?:{unnamed()})?{_name()}", re.I)


@cache
def behind_meetings() -> re.Pattern[str]:
    """ "The workshop gathered", "La réunion a rassemblé des représentants de"."""
    nouns = alternatives({word for words in load("involvement")["meetings"].values() for word in words.split()})
    return re.compile(
        rf"(?<!\w)(?:{nouns})\s+{_WORDS.any_of('come.drew')}{_people()}\s+(?:{unnamed()})?{_name()}", re.I
    )


def unnamed() -> str:
    """What is listed before names and has none: "mayors, port authorities, ", "douze ministères, la société civile, ".

    Each is several, or as good as several.
    """
    several = rf"(?:\w{{3,}}s|{_WORDS.any_of('come.as_many')})"
    word = rf"(?!{leading('relative', 'when', 'with')})(?:{_SMALL}|\d+|{_WORDS.any_of('come.states')})"
    return rf"(?:(?=[^,.;:\n]*\b{several}[\s,])(?:{word}[\s’']+){{0,5}}?{word}(?:\s\([A-Z]+s?\))?,\s+){{1,4}}"


def _people() -> str:
    """ "Representatives of"."""
    article = rf"(?:{leading('definite', 'indefinite')}|d['’]|des\s)"
    return rf"(?:\s+{article}?{_WORDS.any_of('come.people')}\s+{any_of('of', 'from')})?"


def _name() -> str:
    """What stands at the beginning of a list."""
    lead = rf"(?:{leading('definite', 'of')}|[dl]['’]){{0,2}}"
    small = rf"{leading('definite')}{_WORDS.any_of('names.public', languages=_LATER)}\s"
    return rf"(?={lead}{_CAPITAL}|{small})"
