"""Where lists of bodies begin in French, Spanish and Arabic sentences, beside what `announcing` finds.

* those between or with whom something is signed: "une convention signée hier entre *l'A et le B*";
* witnesses: "Como testigos de honor firmaron *la A y el B*";
* people of a trade: "vingt chercheurs de *l'Université de A*", "magistradas del *Tribunal de A*";
* those drawn by a meeting: "La remise, présidée par le maire, a réuni *l'A et le B*";
* examples of those who take part or work along: "avec des associations telles que *A*", "sus socios, entre ellos *A*";
* Arabic: each of several, whom a committee is made up of, who runs what stands before them, to whom "ل" it is given.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.record import InvolvementRole
from parsers.words.patterns import alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("romance_bodies")
_CAPITAL = r"(?-i:[A-ZÀ-Þ])"
_SMALL = r"(?-i:[a-zà-ÿ’'-]+)"
_REACH, _FAR = 100, 240  # characters behind a word in which what it belongs to stands


@cache
def romance_announcements() -> dict[str, tuple[re.Pattern[str], InvolvementRole, int]]:
    """As those of `announcing`: by the list whose words are looked for first."""
    return {
        "signed.verbs": (_signed(), "co_organizer", _REACH),
        "witnesses.words": (_witnesses(), "participant", _REACH),
        "trades.nouns": (_trades(), "participant", _REACH),
        "drawn.verbs": (_drawn(), "participant", _REACH),
        "such.as": (_such_as(), "participant", _REACH),
        "arabic.made_up": (_made_up(), "participant", _REACH),
        "arabic.runs": (_runs(), "organizer", _REACH),
        "arabic.each": (_each(), "participant", _REACH),
        "arabic.given": (_given(), "participant", _FAR),
    }


def _name() -> str:
    small = rf"{leading('definite')}?(?:{_WORDS.any_of('names.public')}|{_WORDS.any_of('names.kinds')})\s"
    return rf"(?=(?:{leading('definite')})?{_CAPITAL}|{small}|[\u0621-\u064a])"


def _signed() -> re.Pattern[str]:
    """ "Signé aujourd'hui à Nice entre": no year, that is another time's matter."""
    words = r"(?:\s(?!\d{4})[\w’'-]+){0,5}?"
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('signed.verbs')}{words}\s+{_WORDS.any_of('signed.between')}\s+{_name()}", re.I
    )


def _witnesses() -> re.Pattern[str]:
    words = rf"(?:[\s,]+{_SMALL}){{0,5}}?"
    return re.compile(rf"(?<!\w){_WORDS.any_of('witnesses.words')}{words}\s*:?\s+{_name()}", re.I)


def _trades() -> re.Pattern[str]:
    """No source of what is known: "selon des chercheurs de l'Université de A"."""
    of = leading("state_of_fr", "state_of_es")
    no_kind = rf"(?:{any_of('of', 'and', 'at', 'with', 'for')}|{_WORDS.any_of('trades.no_kind')})"
    kinds = rf"(?:\s(?!{no_kind}\s){_SMALL}){{0,2}}?"
    return re.compile(
        rf"(?<![\w’']){_WORDS.any_of('trades.nouns')}{kinds}\s+(?={of}(?:{_CAPITAL}|{_WORDS.any_of('names.kinds')}\s))",
        re.I,
    )


def _drawn() -> re.Pattern[str]:
    """ "La remise, présidée par le maire, a réuni": whoever draws them, they come."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('drawn.verbs')}\s+{_name()}", re.I)


def _such_as() -> re.Pattern[str]:
    """Behind several of a kind: "plusieurs institutions, dont", "des ONG telles que"."""
    kinds = rf"{_WORDS.any_of('such.kinds')}(?:\s{_SMALL}){{0,3}}?"
    return re.compile(rf"(?<!\w){kinds},?\s+{_WORDS.any_of('such.as')}\s+{_name()}", re.I)


def _made_up() -> re.Pattern[str]:
    """ "تتألف اللجنة من"."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('arabic.made_up')}\s+(?:\w+\s+){{1,3}}?{_WORDS.any_of('arabic.of')}\s+")


def _each() -> re.Pattern[str]:
    """ "حضر أيضا الافتتاح كل من": whatever they do, who is named so does it."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('arabic.each')}\s+(?!{_WORDS.any_of('arabic.titles')})")


def _runs() -> re.Pattern[str]:
    """ "تدير المركز", "ينفذ المشروع كل من": what is run stands before those who run it."""
    meetings = load("involvement")["meetings"]["ar"].split()
    things = alternatives([*meetings, *_WORDS.forms("arabic.things")])
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('arabic.runs')}\s+{leading('this_ar')}?ال(?:{things})\s+(?:ال\w+ية?\s+)?{leading('each_one_ar')}?"
    )


def _given() -> re.Pattern[str]:
    """ "سلمت المنظمة معدات ل": the preposition is written in one with the body's first word."""
    heads = load("organization_heads")["ar"]
    first = alternatives(word for key in ("sure", "likely") for word in heads[key].split() if not word.startswith("ال"))
    spelt = first.replace("ه", "[هة]").replace("ا", "[اأإآ]").replace("ي", "[يئى]").replace("و", "[وؤ]")
    return re.compile(rf"(?<!\w){_WORDS.any_of('arabic.given')}\s[^.؛:]{{3,160}}?\sل(?=(?:{spelt})\s)")
