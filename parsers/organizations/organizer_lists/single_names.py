"""A piece of a list as a body's name, without what stands around it.

"And", articles, remarks such as "(TBC)" go, and words that say what a body is: "the NGO *La Strada*".
"""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists.body import Body
from parsers.words import lexicon
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_EDGE = " \t\u00a0,;:–—-•|*،"


def body_in(text: str, start: int, end: int) -> Body | None:
    """One name, its span trimmed of blanks, "and", an article in lower case, remarks and a closing full stop."""
    remark = _remark().search(text, start, end)
    if remark:
        end = remark.start() if not text[remark.end() : end].strip(_EDGE + ".") else end
        start = remark.end() if not text[start : remark.start()].strip() else start
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _and_the().match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
        if lead["owner"] and not any(map(str.isupper, text[start:end])):
            return None  # "the country's civil protection service": no name
    run_by = _run_by().match(text, start, end)
    start = run_by.end() if run_by else start
    paid = _PAID_BY.match(text, start, end)
    start = paid.end() if paid else start
    tail = _trailing_and().search(text, start, end)
    end = tail.start() if tail else end
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    staff = _trailing_staff().search(text, start, end)
    end = staff.end("last") if staff else end
    start, end = _without_kind(text, start, end)
    called = _called(text, start, end)
    start = called or start
    name = text[start:end]
    if not any(letter.isalpha() for letter in name) or fold(name) in _nothing():
        return None
    if name[0].islower() and not any(letter.isupper() for letter in name.split()[0]) and len(name.split()) > 6:
        return None  # a clause, no name: "meeting was held in Windhoek on 3 June"
    return Body(name, start, end, said=bool(called))


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\s*\(\s*{_WORDS.any_of('names.remark')}\s*\.?\s*\)", re.I)


@cache
def _and_the() -> re.Pattern[str]:
    """ "And", the preposition that a list repeats ("and of the", "et par l’", "y de la"), an article."""
    joins, repeated = (
        _WORDS.leading("names.and", "names.adds"),
        _WORDS.leading("names.repeated", "with", languages=("en", "fr", "es")),
    )
    owner = rf"(?P<owner>{leading('definite', 'possessive')}[a-z]+['’]s\s+)"  # "the country's"
    return re.compile(rf"(?:{joins})?(?:{repeated})?(?:{owner}|{leading('definite')}|L['’])?")


# "the *EU-funded border programme* BOMCA": what it is, in small letters, before its name
_PAID_BY = re.compile(rf"[A-Z]\w*-(?:co-)?{any_of('paid')}\s(?:[a-z-]+\s)+(?=[A-Z])")


@cache
def _run_by() -> re.Pattern[str]:
    """ "The Belén Centre, *managed by the* Harbour Board": a participle in small letters before another name."""
    return re.compile(
        rf"[a-zà-ÿ]+(?:ed|run|ée?s?|[ai]d[oa]s?)\s+{_WORDS.leading('names.by')}(?:{leading('definite')})?(?=[A-ZÀ-Þ])"
    )


@cache
def _trailing_and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_WORDS.any_of('names.and')}|و)\s*$")


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to the name: "Inc.", "U.S.", "Ltd."."""
    return _shortened().search(text, start, end) is not None


@cache
def _trailing_staff() -> re.Pattern[str]:
    """ "With Chad Army *engineers*": whose people come is named, not they."""
    return re.compile(rf"(?<=\s[A-Z])(?P<last>[\w-]+)\s{_WORDS.any_of('names.staff')}$")


@cache
def _shortened() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[A-Z]|{_WORDS.any_of('names.legal')})\.$")


@cache
def _nothing() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("names.nothing")))


def _without_kind(text: str, start: int, end: int) -> tuple[int, int]:
    """A known body's name without "agency" beside it: "the *Frontex* agency", "l'agence *Frontex*"."""
    kind = _agency().match(text, start, end)
    if kind is None:
        return start, end
    begin, stop = kind.span(1) if kind[1] else kind.span(2)
    known = lexicon.whole(text[begin:stop], "organization")
    return (start, end) if known is None or known.id in _WITH_AGENCIES else (begin, stop)


_WITH_AGENCIES = frozenset(("un", "eu", "au"))  # "the UN agency" is one of theirs


@cache
def _agency() -> re.Pattern[str]:
    """ "Agency", in small letters, before a name or behind it, and the name."""
    begins = rf"(?:{leading('definite')})?{_WORDS.leading('names.agency')}"
    return re.compile(rf"{begins}([^\W\d].*)$|(\S.*?)\s+{_WORDS.any_of('names.agency', languages=['en'])}$", re.S)


def begins_with_kind(text: str) -> bool:
    """Whether a text says what a body is and then its name: "the NGO La Strada", "la empresa Faros"."""
    lead = _and_the().match(text)
    return _called(text, lead.end() if lead else 0, len(text)) > 0


def _called(text: str, start: int, end: int) -> int:
    """Where the name begins behind a word that says what the body is; 0 where none does ("NGO Forum" is all name)."""
    called = _what_it_is().match(text, start, end)
    if called is None:
        return 0
    following = _WORD.search(text, called.end(), end)
    heads = head_words()
    if following is None:
        return 0
    of_name = text[: called.end()].split()[-1][0].isupper()  # "l'association Maison des Quais" is a house all the same
    if of_name and fold(following.group()) in heads["sure"] | heads["likely"]:
        return 0
    return called.end()


_WORD = re.compile(r"\w+")


@cache
def _what_it_is() -> re.Pattern[str]:
    """ "the Ukrainian NGO La Strada", "l'association Les Amis du Phare", "la red Faros": before its name."""
    begins = r"(?=[A-ZÀ-Þ\"“«])"
    article = r"(?:(?:La|El|Le|Les|Las|Los)\s|L['’])?"
    name = r"(?=[^\s.]+[a-zà-ÿ]|[A-Z]{3,}\s[A-Z][a-zà-ÿ])"
    describes = rf"(?:(?!{any_of('of', 'for', 'and', 'at', 'by', 'topic', 'definite')}\s)[a-zà-ÿ]{{4,}}\s){{0,2}}?"
    return re.compile(
        rf"(?:(?!{any_of('no_of')}\b)[\w-]+['’]?\s){{0,3}}?{_WORDS.leading('names.called', languages=['en'])}{begins}"
        rf"|{article}{_WORDS.leading('names.called', languages=['fr', 'es'])}{describes}{begins}{name}"
    )
