"""What makes a body's name of French and Spanish words that alone make none.

* an adjective in small letters that says whose it is: "Gendarmerie *royale*", "Policía *nacional*";
* the legal form of an association behind its name: "Puertas Abiertas *AC*";
* an office whose states follow: "*Bureau* du HCR *pour le Tchad* et le Soudan";
* a short form behind a name, of its words' letters: "*Agence pour* l'emploi et *le port (AEP)*" is one;
* a state's aid, called after the state: "*Coopération belge* (Enabel)", "*Cooperación Suiza*".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.places.countries import country_of, country_of_demonym
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("romance_bodies")
_CAPITAL = r"[A-ZÀ-Þ]"


@cache
def _whose() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("names.whose")))


def says_whose(word: str) -> bool:
    """Whether a word is an adjective that tells one body from others of its kind: "nationale", "royale", "civil"."""
    return fold(word) in _whose()


def has_legal_form(text: str) -> bool:
    """Whether a name ends in an association's legal form, of which none but a body has one: "Olas Azules, A.C."."""
    return _legal_form().search(text) is not None


@cache
def _legal_form() -> re.Pattern[str]:
    forms = alternatives(_WORDS.forms("names.legal_forms"))
    return re.compile(rf"{_CAPITAL}[\w’'-]+(?:\s[\w’'-]+)*,?\s(?:{forms})\.?(?:\s\([^()]*\))?$")


def is_aid_of_a_state(text: str) -> bool:
    """Whether a name is a state's aid: "Coopération suisse", "la Cooperación Alemana (GIZ)"."""
    aid = _aid().match(text)
    return aid is not None and country_of_demonym(aid[1]) is not None


@cache
def _aid() -> re.Pattern[str]:
    lead = leading("definite", "of")
    nouns = _WORDS.any_of("names.aid")
    return re.compile(rf"(?i:\s*{lead}{{0,2}}){nouns}\s([A-ZÀ-Þa-zà-ÿ-]{{4,}})(?:\s\([^()]*\)|\s(?=[a-zà-ÿ])|$)")


def is_office_for_states(text: str) -> bool:
    """Whether a name is an office's and ends in the first state that it is for: "Oficina del ACNUR para Panamá"."""
    office = _office_for().search(text)
    return office is not None and country_of(office[1].strip(" .,;:")) is not None


@cache
def _office_for() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('names.offices')}\s[^,;]*?\s(?:{_WORDS.any_of('names.for_states')})\s+((?:{leading('definite')})?{_CAPITAL}[^,;]*)$"
    )


@lru_cache(maxsize=256)
def spelt_names(text: str) -> tuple[tuple[int, int], ...]:
    """Where names stand whose short form in brackets has the first letters of their words, all in their order:
    "Institut pour *la pêche* et *le travail* (IPT)". Nothing parts them.
    """
    spans = []
    for short in _SHORT.finditer(text):
        words = list(_WORD.finditer(text, max(0, short.start() - _LONGEST), short.start()))
        for place in range(len(words) - 2, max(-1, len(words) - _MOST_WORDS), -1):
            if _BORDER.search(text, words[place].end(), words[place + 1].start()):
                break
            word = words[place].group()
            if word == "and" and words[place + 1].group() == "the":
                break  # "Statistics Fiji *and the* Port Council (SPC)"
            if word[0] != short[1][0]:
                continue
            if _initials(short[1], [fold(one.group())[0] for one in words[place:]]):
                spans.append((words[place].start(), short.end()))
                break
    return tuple(spans)


def _initials(short: str, initials: list[str]) -> bool:
    """Whether the letters of a short form are some of the initials, in their order."""
    left = iter(initials)
    return all(letter in left for letter in fold(short))


_SHORT = re.compile(r"\s\(([A-Z]{3,9})\)")
_WORD = re.compile(r"[^\W\d_]+")
_BORDER = re.compile(r"[,;.:()]")
_LONGEST, _MOST_WORDS = 140, 16


def is_office_of(text: str, place: int, behind: int) -> bool:
    """Whether an office stands before a place, and whose it is behind its state: "Oficina *en Fiyi* de A"."""
    return _office_before().search(text, 0, place) is not None and _of_whom().match(text, behind) is not None


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('names.offices')}$")


@cache
def _of_whom() -> re.Pattern[str]:
    return re.compile(rf"\s{leading('of')}(?:{leading('definite')})?(?={_CAPITAL})")


def is_titled(name: str) -> bool:
    """Whether an Arabic person's title begins a name: "السيدة ليلى طعمة من المنظمة"."""
    return name[0] > "\u0600" and _titled().match(name) is not None


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(_WORDS.any_of("arabic.titles"))
