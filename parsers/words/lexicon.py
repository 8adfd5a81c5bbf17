"""All vocabularies of names and phrases in one matcher: a page's words are walked once, whatever is asked of them.

``found(tokens, group)`` gives the matches of one vocabulary; the first call on a page's tokens finds those of all of
them. The groups and what their matches carry:

================  ===================  ============================================================
``country``       `CountryName`        countries.tsv, country_names.tsv
``demonym``       `CountryName`        demonyms.tsv
``city``          `City`               cities.tsv
``venue``         `Venue`              venues.tsv
``online``        bool: hybrid         places.toml, "online" and "hybrid"
``held``          SCENE, HELD, …        places.toml, "held", "meets", "other_meeting"; location.toml, "scene"
``organization``  `Organization`       organizations.tsv
``cue``           `Cue`                involvement.toml
``anchor``        tuple of lists       involvement_prose.toml and romance_bodies.toml, the lists of `ANCHORED`
``iom-archive``   tuple of `Theme`     themes.toml
``gcm``           tuple of `Theme`     gcm.toml
``sdg``           tuple of `Theme`     sdg.toml
``gcm-name`` …    str: the scheme      gcm.toml and sdg.toml, "names"
``series``        str: its code        series.toml
================  ===================  ============================================================
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from parsers.record import InvolvementRole
from parsers.words.phrases import How, Match, Phrase, PhraseMatcher, Tokens, fold, tokenise
from parsers.words.vocabulary import LANGUAGES, load, load_table
from parsers.words.word_lists import WordLists

ROLES: tuple[InvolvementRole, ...] = ("organizer", "co_organizer", "host", "partner", "sponsor", "participant")


@dataclass(slots=True, frozen=True)
class CountryName:
    """A printed name of a state or territory.

    ``code`` is the ISO 3166-1 alpha-2 code; None for a name that is mapped to nothing ("Somaliland") or that only looks
    like a country's ("Gulf of Guinea"). ``ambiguous``: the name means other things too ("Georgia", "Jordan"). The kind
    ``slot`` is for names that are words or persons' names too often to be read in running text ("Réunion", "Maurice").
    """

    code: str | None
    kind: str
    ambiguous: bool = False


def _countries() -> Iterator[Phrase[Any]]:
    """Names of states: the labels of countries.tsv in four languages, and every other form of country_names.tsv.

    The rows "ambiguous" and "slot" say how far a name may be trusted, in whatever language it is spelt like that.
    """
    rows = load_table("country_names")
    trust = {(row["alpha2"], fold(row["name"])): row["kind"] for row in rows if row["kind"] in ("ambiguous", "slot")}
    names = [
        (row["alpha2"], row[language], "short", "any" if language == "ar" else "capital")
        for row in load_table("countries")
        for language in LANGUAGES
    ]
    names += [(row["alpha2"], row["name"], row["kind"], row["match"]) for row in rows]
    seen = set()
    for code, name, kind, how in names:
        key = code, fold(name)
        if key not in seen:
            seen.add(key)
            kind = trust.get(key, kind)
            yield Phrase(name, CountryName(code or None, kind, kind == "ambiguous"), "country", _HOW[how])


_HOW: dict[str, How] = {"any": "any", "capital": "capital", "exact": "exact", "word": "word"}


def _demonyms() -> Iterator[Phrase[Any]]:
    for row in load_table("demonyms"):
        for word in row["words"].split("|"):
            how: How = "capital" if row["language"] == "en" else "any"
            for form in (word, *_plural(word, row["language"])):
                yield Phrase(form, CountryName(row["alpha2"], "demonym"), "demonym", how)


def _plural(word: str, language: str) -> tuple[str, ...]:
    """The plural of an adjective of nationality, where it is another word: "Maliens", "Senegaleses"."""
    if language == "ar" or word[-1] in "sxzh" or word.endswith("ese"):
        return ()
    return (word + ("es" if language == "es" and word[-1] not in "aeiouáéíóú" else "s"),)


@dataclass(slots=True, frozen=True)
class City:
    """A city's name in any language; ``name`` is the English one.

    ``countries``: where there is one of this name, the likeliest first; empty for a city that the archive maps to no
    country (Jerusalem). ``ambiguous``: the name is a word or a person's name as well ("Nice", "Victoria"). ``state``: a
    country has the same name (Singapore).
    """

    name: str
    countries: tuple[str, ...]
    ambiguous: bool = False
    state: bool = False


@dataclass(slots=True, frozen=True)
class Venue:
    """A building whose city is known."""

    city: str
    country: str


def _cities() -> Iterator[Phrase[Any]]:
    """Names of cities, one phrase for one spelling: rows further down add their country to it.

    A spelling that is its country's too ("Túnez") is the country's, unless the row says that they are one (Singapore);
    one that is another country's ("عمان": Amman, Oman) is ambiguous.
    """
    states = {fold(row[language]): row["alpha2"] for row in load_table("countries") for language in LANGUAGES}
    cities: dict[str, tuple[str, str, list[str], str]] = {}
    for row in load_table("cities"):
        for language in LANGUAGES:
            for name in row[language].split("|"):
                key = fold(name)
                state = states.get(key)
                if not name or (state == row["country"] and row["note"] != "state"):
                    continue
                note = "ambiguous" if state not in (None, row["country"]) else row["note"]
                known = cities.setdefault(key, (name, row["en"].partition("|")[0], [], note))
                if row["country"] and row["country"] not in known[2]:
                    known[2].append(row["country"])
    for name, english, countries, note in cities.values():
        yield Phrase(name, City(english, tuple(countries), note == "ambiguous", note == "state"), "city", "capital")


def _venues() -> Iterator[Phrase[Any]]:
    for row in load_table("venues"):
        yield Phrase(row["name"], Venue(row["city"], row["country"]), "venue", "capital")


# What a word of a sentence that says where a meeting is held tells: that its scene follows, that it is held, that it
# perhaps is, or that it is another meeting.
SCENE, HELD, MEETS, ELSEWHERE = 3, 2, 1, 0


def _place_words() -> Iterator[Phrase[Any]]:
    words = load("places")
    for group, key, payload in (
        ("online", "online", False),
        ("online", "hybrid", True),
        ("held", "held", HELD),
        ("held", "meets", MEETS),
        ("held", "other_meeting", ELSEWHERE),
    ):
        for word in words[key]:
            yield Phrase(word, payload, group)
    for word in load("location")["scene"]:
        yield Phrase(word, SCENE, "held")


@dataclass(slots=True, frozen=True)
class Organization:
    """A name or an acronym of a body that the archive knows.

    ``kind`` is un, igo, ngo, government, process, university or company. ``ambiguous``: an acronym that stands for
    other things too; it counts only where the long name stands on the page or the slot is one for bodies.
    """

    id: str
    kind: str
    acronym: bool = False
    ambiguous: bool = False


def _organizations() -> Iterator[Phrase[Any]]:
    for row in load_table("organizations"):
        name = Organization(row["id"], row["kind"])
        acronym = Organization(row["id"], row["kind"], acronym=True)
        unsure = Organization(row["id"], row["kind"], acronym=True, ambiguous=True)
        for word in row["acronyms"].split():
            yield Phrase(word, acronym, "organization", "exact")
        for word in row["words"].split():
            yield Phrase(word, acronym, "organization", "word")
        for word in row["ambiguous"].split():
            yield Phrase(word, unsure, "organization", "exact")
        seen = set()
        for language in LANGUAGES:
            for long in row[language].split("|"):
                if long and fold(long) not in seen:
                    seen.add(fold(long))
                    yield Phrase(long, name, "organization", "any" if language == "ar" else "capital")


@dataclass(slots=True, frozen=True)
class Cue:
    """Words that give bodies a role: those that follow ("organised by"), or those before ("A and B hosted")."""

    role: InvolvementRole
    follows: bool


def _cues() -> Iterator[Phrase[Any]]:
    for role in ROLES:
        for side, languages in load("involvement").get(role, {}).items():
            for phrases in languages.values():
                for phrase in phrases:
                    yield Phrase(phrase, Cue(role, side == "after"), "cue")


# Lists of involvement_prose.toml: patterns with their phrases are searched for only near one of their words.
ANCHORED = (
    "joint.shared",
    "invitation.nouns",
    "first.hold",
    "first.come",
    "come.verbs",
    "come.makes",
    "come.came_from",
    "come.nouns",
    "come.also",
    "come.drew",
    "come.persons",
    "come.counted",
    "joined.verbs",
    "issuing.say",
    "behind.phrases",
    "handed.verbs",
    "arabic.hosts",
    "arabic.holds",
    "part.co_organizer",
    "part.host",
    "part.organizer",
    "part.partner",
    "part.sponsor",
    "several.nouns",
    "thanks.verbs",
)
# Likewise of romance_bodies.toml.
ANCHORED_APART = (
    "signed.verbs",
    "witnesses.words",
    "trades.nouns",
    "such.as",
    "drawn.verbs",
    "arabic.made_up",
    "arabic.runs",
    "arabic.each",
    "arabic.given",
)


def _anchors() -> Iterator[Phrase[Any]]:
    lists: dict[str, tuple[str, ...]] = {}
    for vocabulary, keys in (("involvement_prose", ANCHORED), ("romance_bodies", ANCHORED_APART)):
        for key in keys:
            for word in WordLists(vocabulary).anchors(key):
                lists[word] = (*lists.get(word, ()), key)
    yield from (Phrase(word, keys, "anchor") for word, keys in lists.items())


@dataclass(slots=True, frozen=True)
class Theme:
    """A phrase's vote for a theme, objective or goal; ``weight`` is 1 to 5, ``languages`` have the phrase."""

    code: str
    weight: int
    languages: frozenset[str] = frozenset()


def _themes() -> Iterator[Phrase[Any]]:
    """Phrases of the three schemes; one that several codes have votes for all of them.

    Acronyms of up to three letters are found in capitals only ("AI": "ai" is a French verb), and words that mean no
    theme when they are spelt letter for letter like that ("Sida") count for nothing.
    """
    shared: dict[Theme, Theme] = {}  # a few hundred votes over fifteen thousand phrases
    for scheme, name in (("iom-archive", "themes"), ("gcm", "gcm"), ("sdg", "sdg")):
        votes: dict[str, dict[str, int]] = {}
        spoken: dict[str, set[str]] = defaultdict(set)
        written: dict[str, str] = {}
        for code, entry in load(name).items():
            if code in ("legacy", "posts", "pull"):
                continue
            yield from (Phrase(word, (), scheme, "exact") for word in entry.get("exact", []))
            for language in LANGUAGES:
                for weight, phrase in weighted_phrases(entry[language], language):
                    if code == "names":
                        yield Phrase(phrase, scheme, f"{scheme}-name")
                    else:
                        folded = fold(phrase)
                        codes = votes.setdefault(folded, {})
                        codes[code] = max(weight, codes.get(code, 0))
                        spoken[folded].add(language)
                        if _SHORT_ACRONYM.fullmatch(phrase):  # the same in all languages
                            written[folded] = phrase
                            spoken[folded].update(LANGUAGES)
        for folded, codes in votes.items():
            languages = frozenset(spoken[folded])
            cast = [Theme(code, weight, languages) for code, weight in codes.items() if code != "none"]
            payload = tuple([shared.setdefault(vote, vote) for vote in cast])
            yield Phrase(written.get(folded, folded), payload, scheme, "exact" if folded in written else "any")


_SHORT_ACRONYM = re.compile(r"[A-Z]{2,3}s?")


_CHOICE = re.compile(r"\((\w+)(?:/(\w+))?\)")
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")


def weighted_phrases(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The phrases of lines "weight: phrase; phrase", optional letters and choices spelt out.

    "labo(u)r migrant(s)" gives four phrases, "organi(s/z)ation" two. A line without a weight has weight 4. Arabic
    phrases come with and without the articles of their words. Raises ValueError for a weight that is not 1 to 5.
    """
    for line in text.splitlines():
        head, colon, tail = line.partition(":")
        weight, phrases = (int(head), tail) if colon and head.strip().isdigit() else (4, line)
        if not 1 <= weight <= 5:
            raise ValueError(f"a weight that is not 1 to 5: {line!r}")
        for phrase in phrases.split(";"):
            if phrase.strip():
                for spelt in _spelt_out(phrase.strip()):
                    yield weight, spelt
                    if language == "ar" and "ال" in spelt:
                        yield weight, _ARTICLE.sub("", spelt)


def _spelt_out(phrase: str) -> list[str]:
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [phrase]
    ways = (choice[1], choice[2]) if choice[2] else (choice[1], "")
    return [spelt for way in ways for spelt in _spelt_out(phrase[: choice.start()] + way + phrase[choice.end() :])]


def _series() -> Iterator[Phrase[Any]]:
    for code, entry in load("series").items():
        for language in LANGUAGES:
            for name in entry.get(language, []):
                yield Phrase(name, code, "series")
        for name in entry.get("acronyms", []):
            yield Phrase(name, code, "series", "exact")


@cache
def matcher() -> PhraseMatcher[Any]:
    """The matcher over all vocabularies, built at the first call."""
    return PhraseMatcher(
        phrase
        for source in (
            _countries,
            _demonyms,
            _cities,
            _venues,
            _place_words,
            _organizations,
            _cues,
            _anchors,
            _themes,
            _series,
        )
        for phrase in source()
    )


def found(tokens: Tokens, group: str) -> list[Match[Any]]:
    """The matches of one group in a text, in their order."""
    groups: dict[str, list[Match[Any]]] | None = tokens.memo.get("lexicon")
    if groups is None:
        groups = tokens.memo["lexicon"] = matcher().find_groups(tokens)
    return groups[group]


def whole(text: str, group: str) -> Any | None:
    """What the whole text stands for in one group, None where it is no phrase of it."""
    return next((payload for name, payload in _whole(text) if name == group), None)


@lru_cache(maxsize=1024)  # asked of the same words for a country, a body and an adjective
def _whole(text: str) -> list[tuple[str, Any]]:
    known = matcher()
    return known.whole(tokenise(text)) if known.may_be_whole(text) else []
