"""Names of bodies: whether a slot holds one, and which ones that the archive knows stand in a text.

The words that tell a body's name are data: organization_heads.toml; the bodies that the archive knows are in
organizations.tsv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.organizations.romance_names import has_legal_form, is_aid_of_a_state
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load


@dataclass(slots=True, frozen=True)
class OrganizationMatch:
    """A known body named in a text: ``text[start:end]``; ``id`` is its key in organizations.tsv."""

    start: int
    end: int
    id: str
    kind: str
    name: str


@cache
def head_words() -> dict[str, frozenset[str]]:
    """The word lists of organization_heads.toml, those of all languages together."""
    lists: dict[str, set[str]] = {}
    for words in load("organization_heads").values():
        for key, value in words.items():
            lists.setdefault(key, set()).update(fold(word) for word in value.split())
    return {key: frozenset(words) for key, words in lists.items()}


_ACRONYM = re.compile(r"^[A-Z][A-Za-z]?[A-Z0-9&/-]{1,9}$")
_TAIL_ACRONYM = re.compile(rf"\(\s*{leading('the_en')}?[\"“']?[A-Z][\w&./-]{{1,14}}[\"”']?\s*\)\s*$")


@lru_cache(maxsize=1024)
def looks_like_organization(text: str) -> float:
    """How far a slot reads like the name of a body, from 0 (no) to 1 (a known body).

    Rests on the words of organization_heads.toml: 0.9 for a sure head ("Ministry", "Universidad", "وزارة") and
    for a known body's branch ("UNICEF Kenya"), 0.7 for a likely head ("Office", "Centre", "Group"), 0.8 for "City of
    …", 0.75 for a name with an acronym in brackets, 0.6 for a name with a known body in it, 0.5 for a lone acronym. A
    text that begins with a post's word ("Director, Department of …") is at most 0.2. Countries are not bodies here: 0.
    """
    text = text.strip(" .,;:*")
    if not text or len(text) > 250:
        return 0.0
    if lexicon.whole(without_bracket(text), "organization") is not None:
        return 1.0
    if country_of(text) is not None:
        return 0.0
    tokens = tokenise(text)
    words = [word for word in tokens.folded if word]
    if not words:
        return 0.0
    heads = head_words()
    named = words[1:] if words[0] in _ARTICLES and len(words) > 1 else words
    first = named[0]
    if first in heads["posts"] and first not in heads["sure"] and not _is_adjective(named, heads):
        return 0.2 if any(word in heads["sure"] for word in words) else 0.0
    score = 0.0
    capital = text != text.lower() or not text.isascii()
    if _holds_head(words, "sure", heads):
        score = 0.9
    elif words[0] in heads["places"] and len(words) > 2 and words[1] in _OF:
        score = 0.8
    elif _holds_head(words, "likely", heads):
        score = 0.7
    elif (_TAIL_ACRONYM.search(text) and len(words) > 2) or has_legal_form(text) or is_aid_of_a_state(text):
        score = 0.75
    elif _is_branch(tokens):
        score = 0.9
    elif _ACRONYM.match(text):
        score = 0.5
    elif any(not match.payload.ambiguous for match in lexicon.found(tokens, "organization")):
        score = 0.6
    return score if capital else min(score, 0.3)


def _is_adjective(words: list[str], heads: dict[str, frozenset[str]]) -> bool:
    """Whether the first word only tells which body ("Permanent Mission", "National Police", not "Regional Director")
    or is the body's own: "Programme national …", not "Programme Coordinator".
    """
    if words[0] in heads["likely"]:
        return len(words) > 2 and (heads["posts"] - _ADJECTIVES).isdisjoint(words[1:])
    if len(words) < 2 or words[0] not in _ADJECTIVES or words[1] in heads["posts"]:
        return False
    if words[1] in heads["sure"] or words[1] in heads["likely"]:
        return True
    # "National Statistics Office": its field stands between, and no post does
    field = words[1] in heads["fields"] and (heads["posts"] - _ADJECTIVES).isdisjoint(words[1:])
    return field and not (heads["sure"] | heads["likely"]).isdisjoint(words[2:])


_ADJECTIVES = frozenset(("permanent", "regional", "national", "expert", "executive", "policy", "student", "special"))


def _is_branch(tokens: Tokens) -> bool:
    """Whether a text is a known body's name and a place: "UNICEF Kenya", "Caritas Lima"."""
    if (
        tokens.folded
        and tokens.folded[0] in word_set("statistics_of")
        and country_of(_place_behind(tokens.text, len(tokens.folded[0])))
    ):
        return True  # "Statistics Norway"
    bodies = lexicon.found(tokens, "organization")
    if not bodies or bodies[0].first > 0:
        return False
    place = _place_behind(tokens.text, bodies[0].end)
    both = _AND.split(place)
    if len(both) == 2 and all(map(country_of, both)):
        return True  # "UNICEF Fiji and Tonga"
    return country_of(place) is not None or lexicon.whole(place, "city") is not None


_AND = re.compile(rf"\s+{any_of('and')}\s+")


def _place_behind(text: str, end: int) -> str:
    """What stands behind a name, less its short form and "in the": "Kenya", "(OIM) en el Perú", "في مصر"."""
    lead = _BEFORE_PLACE.match(text, end)
    return text[lead.end() if lead else end :].strip()


_BEFORE_PLACE = re.compile(rf"\s*(?:\([A-Z]{{2,9}}\)\s*)?{leading('body_in')}?{leading('chair_the')}?")


def _holds_head(words: list[str], key: str, heads: dict[str, frozenset[str]]) -> bool:
    return not heads[key].isdisjoint(words) or any(word[0] >= "ء" and _is_head(word, key, heads) for word in words)


def _is_head(word: str, key: str, heads: dict[str, frozenset[str]]) -> bool:
    """Whether a folded word is in the list; Arabic words with or without their article and particles."""
    if word in heads[key]:
        return True
    if word[0] < "ء":
        return False
    bare = word.lstrip("وفبكل") if word[0] in "وفبكل" else word
    return bare in heads[key] or bare.removeprefix("ال") in heads[key] or word.removeprefix("ال") in heads[key]


_ARTICLES = word_set("articles")
_OF = word_set("branch")
_LEADING_ARTICLE = re.compile(rf"^(?:{leading('definite')})", re.I)
_BRACKETS_END = re.compile(r"\s*\([^()]*\)\s*$")


def without_bracket(text: str) -> str:
    """A name without the bracket behind it: "Mayors Migration Council (MMC)" → "Mayors Migration Council"."""
    return (_BRACKETS_END.sub("", text) or text) if ")" in text else text


def find_organizations(text: str | Tokens, *, slot: bool = False) -> list[OrganizationMatch]:
    """Every body of organizations.tsv that a text names, in its order.

    An ambiguous acronym ("DRC", "CMS", "PDD") counts only where the body's long name stands in the text too or, with
    ``slot``, always: a slot for bodies settles it.
    """
    tokens = tokenise(text) if isinstance(text, str) else text
    matches: list[Match[Organization]] = lexicon.found(tokens, "organization")
    named = {match.payload.id for match in matches if not match.payload.ambiguous}
    return [
        OrganizationMatch(m.start, m.end, m.payload.id, m.payload.kind, tokens.text[m.start : m.end])
        for m in matches
        if slot or not m.payload.ambiguous or m.payload.id in named
    ]


@lru_cache(maxsize=1024)
def office_of(name: str) -> str | None:
    """The key of the body whose office a name is, where the archive knows it: "IOM Uganda", "OIM Oficina Regional"."""
    if body_key(name).startswith("body "):
        return None
    tokens = tokenise(without_bracket(name))
    bodies = lexicon.found(tokens, "organization")
    if len({one.payload.id for one in bodies}) != 1 or not (
        _is_branch(tokens) or not _OFFICES.isdisjoint(tokens.folded)
    ):
        return None
    return f"body {bodies[0].payload.id}"


def same_office(name: str) -> str | None:
    """A key of such an office in a state, however it is printed: "OIM Perú", "OIM en el Perú"; None for others."""
    body = office_of(name)
    if body is None:
        return None
    tokens = tokenise(without_bracket(name))
    state = country_of(_place_behind(tokens.text, lexicon.found(tokens, "organization")[0].end))
    return state and f"{body} {state}"


_OFFICES = word_set("office")


@lru_cache(maxsize=1024)  # asked of each mention of a body
def body_key(name: str) -> str:
    """A key under which a body's printed names are one: its id where the archive knows it, else its folded words.

    "IOM", "International Organization for Migration (IOM)" and "OIM" share one, "Red Costera" has its own.
    """
    bare = _LEADING_ARTICLE.sub("", without_bracket(name.strip(" .,;:")))
    known = lexicon.whole(bare, "organization")
    if known is not None:
        return f"body {known.id}"
    return country_of(bare) or fold(" ".join(word for word in tokenise(bare).folded if word not in _ARTICLES))
