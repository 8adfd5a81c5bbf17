"""Lists of words by language beside those of bodies: they are sound, and a word that is added is found without code."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from parsers.agenda.labels import by_line, label_at
from parsers.agenda.lines import lines_of
from parsers.agenda.reading import read_agenda
from parsers.agenda.table_cells import _column_header
from parsers.documents.printed import printed_documents
from parsers.html.head import without_site_name
from parsers.html.words import site_names
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.split_post import split_post
from parsers.people.names import arabic_title_inside, strip_honorifics
from parsers.people.posts import body_in_post, is_former
from parsers.places.buildings import venue_before
from parsers.places.countries import country_of
from parsers.places.forms import country_beside, date_words
from parsers.places.held_at import find_held_at
from parsers.places.venue_line import read_venue_line
from parsers.prose.body_names import acceptable, begins_in_small_letters
from parsers.prose.bylines import _byline
from parsers.prose.named import _age, _for_body
from parsers.prose.quotes import _PASSIVE
from parsers.prose.reading import read_prose
from parsers.prose.roles import _ALSO_BY
from parsers.themes import tag_page
from parsers.words.vocabulary import FOLDER, LANGUAGES, load
from parsers.words.word_lists import WordLists
from tests.parsers.prose_pages import page_of as prose_page
from tests.parsers.test_contacts import contacts
from tests.parsers.test_involvement import involved
from tests.parsers.test_kinds import AWAY, kind
from tests.parsers.test_themes import cited, page_of

# The tables of each vocabulary that hold lists by language.
TABLES = {
    "ages": ("age",),
    "agenda": tuple(load("agenda")),
    "citations": ("before", "between", "topics"),
    "contact_details": ("phone", "email", "document"),
    "series_mentions": ("mention",),
    "contacts": ("reached", "entry", "place"),
    "issuers": ("meeting", "acting", "release", "post"),
    "post_words": tuple(load("post_words")),
    "venue_lines": ("line", "building", "held"),
    "kinds": ("lines", "fields", "names"),
    "event_dates": ("prose", "next"),
    "english_turns": tuple(load("english_turns")),
    "places": ("style", "capital"),
    "prose": ("verb", "person", "body"),
}


@pytest.mark.parametrize(("name", "table"), [(name, table) for name, tables in TABLES.items() for table in tables])
def test_lists_are_sound(name: str, table: str) -> None:
    lists = WordLists(name)
    for key, languages in load(name)[table].items():
        assert languages and set(languages) <= set(LANGUAGES), key
        for language in languages:
            forms = lists.forms(f"{table}.{key}", language)
            assert forms and len(set(forms)) == len(forms), (key, language)
            assert all(re.fullmatch(r"[\w\u064b '’.*…/-]+", form) and "_" not in form for form in forms), (
                key,
                language,
            )


def test_signs_of_proxies_stand_in_their_phrases() -> None:
    people = load("people")
    for key in ("delivered", "on_behalf", "for_others"):
        for phrase in people[key]:
            assert any(sign in f" {phrase} " for sign in people["proxy_signs"]), phrase


class Added(NamedTuple):
    """A word that a list does not hold, and what is read with it."""

    vocabulary: str
    list: str
    word: str
    read: Callable[[], object]
    expected: object


def agenda(*lines: str) -> list[str]:
    return [item.session.title for item in read_agenda(page_of(*lines)).items]


def venue(text: str) -> tuple[str | None, str | None]:
    where = read_venue_line(text)
    return (where.venue, where.city) if where is not None else (None, None)


def documents(text: str) -> list[str]:
    return [document.label for document in printed_documents(page_of(text), set())]


def speakers(text: str) -> list[str]:
    people = read_prose(prose_page(text), set(), release=True, language="fr").people
    return list(dict.fromkeys(person.name for person in people))


def meaning(text: str) -> str | None:
    label = label_at(text)
    return label.meaning if label is not None else None


def by(text: str) -> str | None:
    label = by_line(text)
    return label.meaning if label is not None else None


SPEAKERS = ("9:00 Apertura", "10:00 Debate", "Sobrantes", "Sra. Ana Ruiz, Directora, Casa del Mar")
HALL = ("9:00 Apertura", "Galpón Azul", "10:00 Debate")
FIFTH = page_of("Cinquième jour")
DATED = ("Para 3 mayo 2019: Barcos y redes", "Para 4 mayo 2019: Puertos del sur", "Para 5 mayo 2019: Luces y boyas")
ADDED = [
    Added("agenda", "before.fr", "valeureux", lambda: meaning("Valeureux modérateurs :"), "moderator"),
    Added("agenda", "and.es", "más", lambda: meaning("Moderadores más ponentes:"), "moderator"),
    Added(
        "agenda",
        "headings.es",
        "sobrantes",
        lambda: [len(item.readings) for item in read_agenda(page_of(*SPEAKERS)).items],
        [0, 0],
    ),
    Added(
        "agenda",
        "with.en",
        "courtesy of",
        lambda: agenda("9:00 Boats and ports courtesy of Ms. Ana Ruiz, Director", "10:00 Nets"),
        ["Boats and ports", "Nets"],
    ),
    Added("agenda", "ordinals.fr", "cinquième", lambda: [line.day() is None for line in lines_of(FIFTH)], [False]),
    Added(
        "agenda",
        "before_time.fr",
        "dès",
        lambda: agenda("Dès 9h00 Ouverture", "Dès 10h00 Nasses"),
        ["Ouverture", "Nasses"],
    ),
    Added(
        "agenda",
        "before_day.es",
        "para",
        lambda: agenda(*DATED),
        ["Barcos y redes", "Puertos del sur", "Luces y boyas"],
    ),
    Added("agenda", "column_names.fr", "rubrique", lambda: _column_header().match("Rubrique") is not None, True),
    Added(
        "agenda",
        "room_begins.es",
        "galpón",
        lambda: [item.session.venue for item in read_agenda(page_of(*HALL)).items],
        ["Galpón Azul", None],
    ),
    Added("agenda", "by_somebody.en", "courtesy of", lambda: by("Opening remarks courtesy of Ana Ruiz"), "opening"),
    Added(
        "citations",
        "objectives.fr",
        "jalon",
        lambda: cited(page_of("Le jalon 5 du Pacte mondial pour des migrations sûres"), "gcm"),
        ["5"],
    ),
    Added(
        "citations",
        "and.es",
        "más",
        lambda: cited(page_of("Los ODS 5 más 9"), "sdg"),
        ["5", "9"],
    ),
    Added(
        "citations",
        "label.fr",
        "matière",
        lambda: [tag.code for tag in tag_page(page_of("Matière : Border Management")) if tag.basis == "site"],
        ["border-management"],
    ),
    Added(
        "issuers",
        "beside.en",
        "fringes",
        lambda: involved("They met in the fringes of a meeting of the Budapest Process."),
        [],
    ),
    Added(
        "issuers",
        "notes.fr",
        "brèves du jour",
        lambda: involved(
            "Brèves du jour",
            "L’OIM a rouvert lundi la route du col, sur laquelle les camions restaient bloqués depuis six jours de neige.",
            kind="press_release",
        ),
        [],
    ),
    Added(
        "involvement_prose",
        "legal.es",
        "SAC",
        lambda: [body.name for body in split_organizer_list("Barcos Azules, SAC")],
        ["Barcos Azules, SAC"],
    ),
    Added(
        "involvement_prose",
        "titles.es",
        "Lic",
        lambda: [body.person for body in split_organizer_list("Lic. Ana Ruiz, Directora, Casa del Mar")],
        ["Ana Ruiz"],
    ),
    Added(
        "venue_lines",
        "not_yet.en",
        "wait for it",
        lambda: venue("Wait for it, Lima"),
        (None, "Lima"),
    ),
    Added(
        "venue_lines",
        "city_of.en",
        "the port of",
        lambda: venue("Pier House, the port of Lima"),
        ("Pier House", "Lima"),
    ),
    Added(
        "venue_lines",
        "before.en",
        "beside",
        lambda: venue_before("They met beside the Pier Hotel in Lima", 34),
        (20, 30),
    ),
    Added("venue_lines", "months.fr", "vendémiaire", lambda: date_words().match("vendémiaire") is not None, True),
    Added(
        "venue_lines",
        "after_town.es",
        "durante",
        lambda: [one.where.city for one in find_held_at("El taller se celebró en Puertomar durante dos días.")],
        ["Puertomar"],
    ),
    Added(
        "venue_lines",
        "rooms.en",
        "Lounge",
        lambda: [one.where.venue for one in find_held_at("It was held in Lounge 11, Palais des Nations in Geneva.")],
        ["Lounge 11, Palais des Nations"],
    ),
    Added("places", "states.es", "virreinato", lambda: country_of("Virreinato del Perú"), "PE"),
    Added(
        "places",
        "capital_of.es",
        "capital administrativa de",
        lambda: country_beside("La Mar, capital administrativa de Chile", "La Mar"),
        ("CL", 34, 39),
    ),
    Added(
        "page",
        "[title_sites]\nen",
        "Pier Union",
        lambda: without_site_name("Boats and nets – Pier Union"),
        "Boats and nets",
    ),
    Added("page", "[site_names]\nen", "Pier Union", lambda: "pier union" in site_names(), True),
    Added(
        "documents", "available", "obtainable", lambda: documents("Concept note is now obtainable"), ["Concept note"]
    ),
    Added("documents", "before_label", "fresh", lambda: documents("Fresh agenda is available"), ["Fresh agenda"]),
    Added(
        "contacts",
        "number.es",
        "interno",
        lambda: contacts("La sala está llena; con Luz Mar (OIM Chile), interno 560000000.", "es"),
        [("Luz Mar", None, "OIM Chile")],
    ),
    Added(
        "contacts",
        "or.en",
        "otherwise",
        lambda: len(
            contacts("For more information, please contact Ida Vik, IOM Accra otherwise Odd Lie, IOM Lima", "en")
        ),
        2,
    ),
    Added(
        "post_words",
        "nouns.en",
        "Wrangler",
        lambda: split_post("Harbour Agency Wrangler"),
        ("Wrangler", "Harbour Agency"),
    ),
    Added(
        "post_words", "officers.en", "Envoy", lambda: body_in_post("UN Envoy for Ports"), ("UN Envoy for Ports", None)
    ),
    Added(
        "post_words", "secretariats.es", "Viceconsejería", lambda: kind_of_segment("Viceconsejería de Puertos"), "body"
    ),
    Added(
        "post_words", "short.en", "Sea Crew", lambda: split_post("Sea Crew’s Coordinator"), ("Coordinator", "Sea Crew")
    ),
    Added("posts", "prefixes", "arch", lambda: head_of_post("arch-director"), (0, 13)),
    Added("honorifics", "kept", "King", lambda: strip_honorifics("King Ali Musa")[1], []),
    Added("honorifics", "never_names_ar", "سعا", lambda: arabic_title_inside("تدير سعادة ريم"), True),
    Added("post_words", "former.fr", "naguère", lambda: is_former("naguère ministre"), True),
    Added(
        "ages",
        "years.fr",
        "printemps",
        lambda: speakers("Ana Ruiz, 41 printemps, a perdu son toit. « Nous comptons les barques », dit-elle."),
        ["Ana Ruiz"],
    ),
    Added("ages", "year_old.en", "winters old", lambda: _age().search("41-winters old") is not None, True),
    Added("prose", "uncapitalised.es", "cabildo", lambda: begins_in_small_letters("cabildo de Lima", 0), True),
    Added("prose", "one_of_state.es", "consejo", lambda: acceptable("Consejo", lenient=True), True),
    Added("prose", "byline.es", "Letra de", lambda: _byline().fullmatch("Letra de: ") is not None, True),
    Added("prose", "speaks_for.fr", "Côté", lambda: _for_body().match("Côté OIM, Ana Ruiz a parlé") is not None, True),
    Added("prose", "passive.fr", "fut", lambda: _PASSIVE.search("Le port fut ") is not None, True),
    Added("small_words", "by_whom", "durch", lambda: _ALSO_BY.match(", and nets durch ") is not None, True),
    Added(
        "kinds",
        "stamp.es",
        "función",
        lambda: kind(page_of("3 Mayo 2019 - Función", url=AWAY)).kind,
        "event",
    ),
]
PROGRAM = """
import sys
from pathlib import Path
from parsers.words import vocabulary
vocabulary.FOLDER = Path(sys.argv[1])
from tests.parsers.test_listed_words import ADDED
print([added.read() for added in ADDED])
"""


def test_a_word_that_is_added_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "vocab"
    shutil.copytree(FOLDER, folder)
    for added in ADDED:
        assert added.read() != added.expected, added.word
        path = folder / f"{added.vocabulary}.toml"
        lists = path.read_text(encoding="utf-8")
        start = f"\n{added.list} = ["
        assert lists.count(start) == 1, added.list
        path.write_text(lists.replace(start, f'{start}"{added.word}", '), encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    paths = str(FOLDER.parents[1])
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": paths, "PYTHONUTF8": "1"}
    )
    assert done.stdout.strip() == str([added.expected for added in ADDED])
