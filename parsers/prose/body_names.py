"""Whether words of running prose are a body's name.

A slot for bodies may be trusted, a sentence may not: names are cut out of it by their capitals and the words of
organization_heads.toml, and what is a post, a meeting or half a sentence is turned down.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.organizations.names import body_key, head_words, looks_like_organization, without_bracket
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.romance_names import is_aid_of_a_state, says_whose
from parsers.people.names import arabic_title_inside
from parsers.places.countries import country_of, country_of_demonym
from parsers.words import lexicon
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_LONGEST_NAME = 160
_ARTICLES = frozenset(word.rstrip("'") for word in word_set("definite"))
_WORDS = WordLists("prose")


@cache
def prose_words(key: str) -> frozenset[str]:
    """A word list of involvement.toml, folded."""
    return frozenset(fold(word) for word in load("involvement")["words"][key].split())


@cache
def meetings() -> frozenset[str]:
    """What meetings are called, folded."""
    return frozenset(fold(word) for words in load("involvement")["meetings"].values() for word in words.split())


@cache
def _posts() -> frozenset[str]:
    return head_words()["posts"] - prose_words("adjectives")


def has_post(words: list[str]) -> bool:
    """Whether one of the folded words is of a person's post; adjectives ("general", "regional") do not count."""
    return not _posts().isdisjoint(words)


@lru_cache(maxsize=1024)
def acceptable(name: str, *, lenient: bool) -> bool:
    """Whether a text may be the name of a body in prose; ``lenient``: a list of bodies is expected here."""
    if len(name) > _LONGEST_NAME:
        return False
    if not (name[0].isupper() or name[0].isdigit() or name[0] > "\u0600" or _lower_head().match(name)):
        return False
    if country_of(name) is not None:
        return True
    if arabic_title_inside(name) or _SEVERAL.search(name):
        return False
    words = name.split()
    folded = [fold(word) for word in words]
    bare = [fold(word) for word in without_bracket(name).split()]
    if _is_bare_head(bare) or "or" in folded or folded[0] in _NEVER_FIRST:
        return False
    post = has_post([word for word, behind in zip(folded, [*folded[1:], ""], strict=True) if not _is_organ(behind)])
    if post and not _is_head(folded[0]) and not body_key(name).startswith("body "):
        return False
    looks = looks_like_organization(name)
    if _of_a_person(words) or _OWN_THING.search(name):
        return False
    if looks >= 0.7 or (lenient and looks >= 0.5 and all_capital(words)):
        return True
    # "Femmes Africa Solidarité", "Africa Recruit": capitals throughout, two words at least.
    return lenient and 2 <= len(words) <= 6 and all_capital(words) and not post


def begins_in_small_letters(text: str, position: int) -> bool:
    """Whether a body's name that French and Spanish print without a capital stands at a place of a text."""
    return _lower_head().match(text, position) is not None


@cache
def _lower_head() -> re.Pattern[str]:
    """ "le gouvernement du Niger", "la mairie de Kayes": French and Spanish print these without a capital."""
    return re.compile(
        rf"{_WORDS.plain('body.uncapitalised')}\s+(?:d['’]|{leading('of_uncapitalised')}(?:{leading('the_uncapitalised')}|l['’])?)(?=[A-ZÀ-Þ])"
    )


def _is_head(word: str) -> bool:
    return word in head_words()["sure"] or word in head_words()["likely"]


def _is_organ(word: str) -> bool:
    """Whether a word makes the one before it say which body it is: "Expert *Council*", "Interim *Administration's*"."""
    return _POSSESSIVE.sub("", word) in _ORGANS


_ORGANS = frozenset(("council", "committee", "commission", "administration", "institute", "network", "union", "board"))


# "IOM's principal forum": what a body has, in small letters
_OWN_THING = re.compile(r"['’]s\s(?:[a-z]+\s)*[a-z]+$")


_NEVER_FIRST = frozenset(
    ("con", "avec", "with", "dans", "desde", "segun", "selon", "durante", "pendant", "tras", "sous")
)
_POSSESSIVE = re.compile("['’]s$")
_WHOSE = frozenset(("of", "from", "at", "de", "du", "del"))


def _of_a_person(words: list[str]) -> bool:
    """Whether a name and "of the" stand before the body: "Ama Owusu of the Harbour Board"."""
    size = next((at for at, word in enumerate(words) if word in _WHOSE), 0)
    if size not in (2, 3) or words[size + 1 : size + 2] not in (["the"], ["la"]):
        return False
    name = " ".join(words[:size])
    folded = [fold(word) for word in words[:size]]
    return all_capital(words[:size]) and not any(map(_is_head, folded)) and looks_like_organization(name) == 0.0


@cache
def _folded(key: str) -> frozenset[str]:
    """A word list of prose.toml, folded."""
    return frozenset(map(fold, _WORDS.forms(key)))


def _names_agencies(words: list[str]) -> bool:
    return any(agency in "".join(words) for agency in _folded("body.agencies"))


# "Regional Consultative Processes (RCPs)": of several, none is named
_SEVERAL = re.compile(r"\([A-Z][A-Z-]+s\)$")


def _is_group(words: list[str]) -> bool:
    """Whether Arabic words are of groups and of nobody: "الحكومات والقطاع الخاص", "جمعية أهلية"."""
    groups = _folded("body.groups")
    first, rest = words[0], words[1:]
    if first in _folded("body.one_of"):
        return bool(rest) and groups.issuperset(rest)
    return all(not groups.isdisjoint(_without_prefix(word)) for word in words)


def _without_prefix(word: str) -> tuple[str, ...]:
    """An Arabic word as it stands, without "and", without the article."""
    joined = word.removeprefix("و")
    return word, joined, word.removeprefix("ال"), joined.removeprefix("ال")


def _is_bare_head(words: list[str]) -> bool:
    """Whether a text is a body's word and nothing more: "the Council", "le Ministère"."""
    bare = [_POSSESSIVE.sub("", word) for word in words if word not in _ARTICLES]
    if bare and bare[0][0] > "\u0600" and _is_group(bare):
        return True
    if " ".join(bare) in _folded("body.of_any_state"):
        return True
    if len(bare) > 2 and bare[0].startswith("ال") and bare[1] in word_set("in_ar"):
        bare = bare[:1]  # "المنظمة في العراق": the one that the text speaks of, in a state
    if len(bare) == 2 and not _folded("body.united_nations").isdisjoint(bare) and _names_agencies(bare):
        return True  # "UN Agencies": several, of which none is named
    if len(bare) != 1 or bare[0] in _folded("body.one_of_state"):
        return False
    return _is_head(bare[0]) or _is_head(bare[0].removeprefix("ال"))  # "البعثة": the mission


def is_bare_state(name: str) -> bool:
    """Whether a name is a state's and not its government's: "Ghana", not "Government of Ghana"."""
    return country_of(name) is not None and head_words()["state"].isdisjoint(tokenise(name).folded)


def all_capital(words: list[str]) -> bool:
    """Whether all words begin with a capital letter, small words of names aside."""
    return all(word.lstrip("(")[:1].isupper() or word.casefold() in prose_words("small") for word in words)


def reads_as_name(name: str) -> bool:
    """Whether a text is all name and no sentence: known, in capitals throughout, or led by a body's word."""
    words = name.split()
    if all_capital(words) or lexicon.whole(without_bracket(name), "organization") is not None:
        return True
    last = words[-1].strip("().")
    first = fold(words[0])
    if first in _HIGH and len(words) > 1:
        first = fold(words[1])  # "Haute Autorité à la pêche (HAP)"
    if _WITH_ACRONYM.search(name) and len(words) <= _MOST_WORDS and _is_head(first):
        return True  # "Union nationale des femmes djiboutiennes (UNFD)": all up to the acronym is the name
    if _lower_head().match(name) and last[:1].isupper():
        return True
    if len(words) > 1 and all_capital(words[:-1]) and country_of_demonym(last) is not None:
        return True  # "Croix-Rouge nigérienne", "Embajada argentina"
    if 1 < len(words) <= _FEW_WORDS and _is_head(first) and all_capital(words[:-1]) and says_whose(last):
        return True  # "Gendarmerie nationale"
    if len(words) > 2 and _is_head(first) and says_whose(words[1]) and _ROMANCE_NAME.fullmatch(name):
        return True  # "École nationale de police"
    if is_aid_of_a_state(name) and len(words) <= _FEW_WORDS:
        return True  # "Coopération suisse (DDC)"
    closed = last[:1].isupper() or fold(last) in head_words()["fields"]
    if first in head_words()["likely"] and last[:1].isupper() and _ROMANCE_NAME.fullmatch(name):
        return True  # "Chambre de commerce de Sfax"
    if first not in head_words()["sure"]:
        return False
    if len(words) <= _MOST_WORDS and _ABROAD.search(name):
        return True
    return (len(words) <= 12 and closed) or _ROMANCE_NAME.fullmatch(name) is not None


_MOST_WORDS = 18
_FEW_WORDS = 4
# "Ministère du Port et des Marins résidant à l'étranger"
_ABROAD = re.compile(rf"\s{_WORDS.plain('body.abroad', 'body.outside')}$")
_HIGH = frozenset(_WORDS.forms("body.high"))
# "Direction régionale de la santé", "Fondation Amina pour l’école": after a capital, words and what joins them.
_ROMANCE_NAME = re.compile(
    rf"[A-ZÀ-Þ]\w+(?:\s[\w’'-]{{3,}}){{0,2}}(?:\s(?:d['’]|{any_of('joins_name')}\s(?:{any_of('the_joined')}\s|l['’])?)"
    rf"[\w-]{{3,}}(?:\s(?!{any_of('not_joined')}\s)[\w’'-]{{4,}})?){{1,3}}"
    rf"(?:\s{_WORDS.plain('body.abroad')})?"
)
_WITH_ACRONYM = re.compile(rf"\([A-Z][\w&/-]{{1,14}}\)(?:\s+{any_of('of_name')}\s*[A-ZÀ-Þ][\w’' -]*)?$")


def is_a_meeting(name: str) -> bool:
    """Whether a name is that of a meeting ("High-Level Political Forum"), which does not organise anything."""
    if lexicon.whole(without_bracket(name), "organization") is not None:
        return False
    return any(word in meetings() and word not in head_words()["sure"] for word in tokenise(name).folded)


_ARTICLE_FIRST = re.compile(rf"{any_of('romance_the')}\s*", re.I)


_NAME_GOES_ON = re.compile(rf"\b{leading('in_name')}{leading('the_in_name')}?$")


def without_lead(body: Body) -> Body | None:
    """The body's name without words of the sentence before it: "Last week IOM" → "IOM"; None where none is left."""
    if body.said:
        return body
    if _of_a_person(body.name.split()):
        return None  # "Ama Owusu of the Harbour Board" came; "Owusu of the …" is no body either
    starts = [0, *(match.start() for match in re.finditer(r"(?:(?<=\s)|(?<=['’]))(?=[A-ZÀ-Þ])", body.name))]
    article = _ARTICLE_FIRST.match(body.name)
    if article and _lower_head().match(body.name, article.end()):
        starts[0] = article.end()
    whole = _WITH_ACRONYM.search(body.name) is not None
    known = lexicon.found(tokenise(body.name), "organization") if len(starts) > 1 else []
    for start in starts:
        if any(name.start < start < name.end for name in known):
            continue  # "Organization for Migration" of "the Council of the International Organization for Migration"
        if whole and _NAME_GOES_ON.search(body.name, 0, start):
            continue  # "Sustainable Development (HLPF)" of "Forum for Sustainable Development (HLPF)"
        name = body.name[start:]
        if reads_as_name(name) and acceptable(name, lenient=False) and not is_a_meeting(name):
            return Body(name, body.start + start, body.end)
    return None
