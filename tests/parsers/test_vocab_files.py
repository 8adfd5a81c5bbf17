"""Every file of data/vocab that names places, bodies, themes and series: whole, without doubles, with codes that exist."""

import re
from collections import Counter

import pytest

from parsers.words import lexicon
from parsers.words.phrases import fold, tokenise
from parsers.words.vocabulary import FOLDER, load, load_table
from parsers.words.word_lists import WordLists, anchor

# The archive's own themes: their codes are part of its published data and do not change.
THEMES = """
labour-migration migration-and-development remittances-and-diaspora regular-pathways migration-governance global-compact
forced-displacement internal-displacement refugees-and-asylum resettlement humanitarian-response return-and-reintegration
counter-trafficking smuggling border-management irregular-migration missing-migrants-and-search-and-rescue
climate-and-environment disaster-risk health mental-health gender children-and-youth integration-and-inclusion
human-rights-and-protection migration-data digital-and-innovation funding-and-partnerships cities-and-local-authorities
peace-and-security ethical-recruitment statelessness-and-identity xenophobia-and-narratives education-and-skills covid-19
"""
# Territories without a city in the list.
WITHOUT_CITY = "AI AQ AS AX BL BQ BV CC CX FK GG GI GS HM IM IO JE KY MF MS NF PM PN SH SJ TC TF TK UM VG VI WF"
LANGUAGES = ("en", "fr", "es", "ar")
CODES = {row["alpha2"] for row in load_table("countries")}


def doubles(values: list[str]) -> list[str]:
    return [value for value, number in Counter(values).items() if number > 1]


def test_countries() -> None:
    rows = load_table("countries")
    assert not doubles([row["alpha2"] for row in rows])
    assert not doubles([row["alpha3"] for row in rows])
    for language in LANGUAGES:
        assert not doubles([row[language] for row in rows]), language
    for row in rows:
        assert len(row["alpha2"]) == 2 and len(row["alpha3"]) == 3, row
        assert all(row[key].strip() for key in row), row
    codes = {row["alpha2"]: row["alpha3"] for row in rows}
    assert len(codes) == 249
    assert (codes["XK"], codes["CD"], codes["TL"], codes["VA"], codes["PS"]) == ("XKX", "COD", "TLS", "VAT", "PSE")
    assert "TW" not in codes


def test_country_names() -> None:
    rows = load_table("country_names")
    assert not doubles([f"{row['alpha2']} {row['language']} {row['name']}" for row in rows])
    kinds = {"long", "short", "abbreviation", "historic", "part", "ambiguous", "slot", "unmapped", "blocker"}
    for row in rows:
        assert row["language"] in LANGUAGES, row
        assert row["kind"] in kinds, row
        assert row["match"] in ("any", "capital", "exact", "word"), row
        assert (row["alpha2"] in CODES) != (row["kind"] in ("unmapped", "blocker")), row
        assert tokenise(row["name"]).folded, row
        if row["match"] == "capital" and row["language"] != "ar":
            assert row["name"][0].isupper(), row


def test_no_name_stands_for_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for row in load_table("country_names"):
        if row["alpha2"] and row["kind"] not in ("ambiguous", "slot"):
            owners.setdefault(fold(row["name"]), set()).add(row["alpha2"])
    for row in load_table("countries"):
        for language in LANGUAGES:
            owners.setdefault(fold(row[language]), set()).add(row["alpha2"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_demonyms() -> None:
    words: list[str] = []
    for row in load_table("demonyms"):
        assert row["alpha2"] in CODES and row["language"] in LANGUAGES, row
        here = row["words"].split("|")
        assert all(word.strip() == word and word for word in here) and not doubles(here), row
        words += [f"{row['language']} {word}" for word in here]
    assert not doubles(words)


def test_cities() -> None:
    rows = load_table("cities")
    assert len(rows) > 700
    assert not doubles([f"{row['en']} {row['country']}" for row in rows])
    for row in rows:
        assert row["note"] in ("", "ambiguous", "state", "second", "unmapped"), row
        assert (row["country"] in CODES) or (row["country"] == "" and row["note"] == "unmapped"), row
        for language in LANGUAGES:
            names = row[language].split("|")
            assert names == [name.strip() for name in names] and not doubles(names), row
    first = {fold(row["en"].partition("|")[0]): row["note"] for row in reversed(rows)}
    lone = [name for name, note in first.items() if note == "second"]
    assert lone == [], "a second city of a name without a first one"


def test_every_member_state_has_a_city() -> None:
    countries = {row["country"] for row in load_table("cities")}
    assert sorted(CODES - countries - set(WITHOUT_CITY.split())) == []


def test_venues() -> None:
    rows = load_table("venues")
    assert not doubles([row["name"] for row in rows])
    cities = {(row["en"].partition("|")[0], row["country"]) for row in load_table("cities")}
    for row in rows:
        assert (row["city"], row["country"]) in cities, row


def test_organizations() -> None:
    rows = load_table("organizations")
    assert not doubles([row["id"] for row in rows])
    acronyms: list[str] = []
    names: list[str] = []
    for row in rows:
        assert row["kind"] in ("un", "igo", "ngo", "government", "process", "university", "company"), row
        assert any(row[language] for language in LANGUAGES) or row["acronyms"], row
        own = [*row["acronyms"].split(), *row["words"].split(), *row["ambiguous"].split()]
        assert not doubles(own), row
        acronyms += [*row["acronyms"].split(), *row["words"].split()]
        names += {fold(name) for language in LANGUAGES for name in row[language].split("|") if name}
        for language in LANGUAGES:
            assert not doubles(row[language].split("|")), row
    assert not doubles(acronyms), "one acronym, two bodies: mark it as ambiguous in both"
    assert not doubles(names)
    ambiguous = {word for row in rows for word in row["ambiguous"].split()}
    assert {"DRC", "IDC", "PDD", "CMS", "MMC", "RCM"} <= ambiguous
    assert not ambiguous & set(acronyms)


@pytest.mark.parametrize(
    "name", ["organization_heads", "involvement", "involvement_prose", "places", "themes", "gcm", "sdg", "series"]
)
def test_toml_files_load(name: str) -> None:
    assert load(name)


def test_heads_stand_once() -> None:
    for language, lists in load("organization_heads").items():
        for key, words in lists.items():
            assert key in ("places", "sure", "likely", "state", "lists", "posts", "fields"), (language, key)
            assert not doubles([fold(word) for word in words.split()]), (language, key)


def test_involvement() -> None:
    involvement = load("involvement")
    assert set(involvement) == {*lexicon.ROLES, "meetings", "words"}
    phrases = []
    for role in lexicon.ROLES:
        for side, languages in involvement[role].items():
            assert side in ("after", "before") and set(languages) <= set(LANGUAGES), role
            phrases += [fold(phrase) for words in languages.values() for phrase in words]
    assert not doubles(phrases)


# Lists of which some languages have no use, see the head of the file.
LACKING = {
    "subject.headline": {"fr", "es", "ar"},  # no capitals throughout
    "session.it": {"es", "ar"},  # the verb says it
    "subject.meets": {"fr", "es", "ar"},  # there it takes a pronoun
    "arabic": {"en", "fr", "es"},
    "verb_first": {"en", "fr", "ar"},
    "subject": {"ar"},
    "joint_subject": {"ar"},  # there the verb comes first
    "part.be": {"ar"},
    "part.others": {"ar"},
    "part.closes": {"ar"},
    "help.kinds": {"en"},
    "passive.between": {"ar"},
    "come": {"ar"},  # there the phrases of `first.come` say it
    **{
        key: {"en", "ar"} for key in ("come.verbs", "come.makes", "come.how", "come.to", "come.observers", "issuing")
    },  # the subject comes first
    **{
        key: {"fr", "es", "ar"} for key in ("come.also", "come.persons", "come.counted", "come.behalf", "come.likewise")
    },
    **{key: {"ar"} for key in ("come.came_from", "come.as_many", "joined", "fronted")},
    "announced.auxiliary": {"ar"},
}


def test_words_around_bodies() -> None:
    lists = WordLists("involvement_prose")
    for table, keys in load("involvement_prose").items():
        for key, languages in {"": keys}.items() if table == "with" else keys.items():
            name = f"{table}.{key}" if key else table
            lacking = LACKING.get(name, LACKING.get(table, set()))
            assert table in ("list_end", "names") or set(languages) == set(LANGUAGES) - lacking, name
            for language, phrases in languages.items():
                assert phrases and not doubles(phrases), (name, language)
                forms = lists.forms(name, language)
                assert not doubles(forms), (name, language)
                assert all(re.fullmatch(r"[\w '’.*…/-]+", form) and "_" not in form for form in forms), (name, language)
    for key in lexicon.ANCHORED:
        assert all(map(anchor, lists.forms(key))), key


def test_themes_are_the_known_ones_in_four_languages() -> None:
    themes = load("themes")
    assert set(themes) == {*THEMES.split(), "none", "posts", "legacy", "pull"}
    for code in (*THEMES.split(), "none"):
        for language in LANGUAGES:
            phrases = list(lexicon.weighted_phrases(themes[code][language], language))
            assert phrases, (code, language)
        if code != "none":
            assert set(themes[code]["label"]) == set(LANGUAGES), code
    assert set(themes["legacy"].values()) <= set(THEMES.split())
    assert set(themes["pull"]) <= set(THEMES.split())
    assert all(0.5 <= pull <= 2 for pull in themes["pull"].values())


@pytest.mark.parametrize(("name", "last"), [("gcm", 23), ("sdg", 17)])
def test_frameworks_are_complete(name: str, last: int) -> None:
    framework = load(name)
    assert set(framework) == {"names", *map(str, range(1, last + 1))}
    for code, entry in framework.items():
        for language in LANGUAGES:
            assert list(lexicon.weighted_phrases(entry[language], language)), (code, language)
        assert code == "names" or set(entry["label"]) == set(LANGUAGES), code


def test_series() -> None:
    names: list[str] = []
    for code, entry in load("series").items():
        assert set(entry) <= {"label", "acronyms", "title_only", *LANGUAGES}, code
        assert entry["label"] and entry["en"], code
        names += {fold(name) for key in (*LANGUAGES, "acronyms") for name in entry.get(key, [])}
    assert not doubles(names)


def test_all_phrases_make_one_matcher() -> None:
    assert lexicon.matcher() is lexicon.matcher()
    tokens = tokenise("IOM met in Geneva")
    assert [match.payload.id for match in lexicon.found(tokens, "organization")] == ["iom"]
    assert [match.payload.countries for match in lexicon.found(tokens, "city")] == [("CH",)]


@pytest.mark.parametrize(("name", "kind"), [("deadlines", ""), ("states", "bodies"), ("states", "no_")])
def test_a_word_stands_in_one_list(name: str, kind: str) -> None:
    assert not doubles([fold(word) for key, words in load(name).items() if kind in key for word in words])


def test_every_vocabulary_is_described() -> None:
    described = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FOLDER.iterdir():
        if path.suffix in (".toml", ".tsv", ".py"):
            assert f"`{path.name}`" in described, f"{path.name} is not described in data/vocab/README.md"
