"""Who holds a session, as the text under its title tells."""

import pytest

from parsers import parse
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import WordLists

AGENDAS = {
    "en": ("Dialogue of the Council", "Monday, 4 November 2024"),
    "fr": ("Dialogue du Conseil", "Lundi 4 novembre 2024"),
    "es": ("Diálogo del Consejo", "Lunes 4 de noviembre de 2024"),
    "ar": ("حوار المجلس", "الاثنين 4 نوفمبر 2024"),
}
LATER = {"en": "Cities and Rivers", "fr": "Villes et fleuves", "es": "Ciudades y ríos", "ar": "المدن والأنهار"}


def session_bodies(
    text: str, language: str, *, title: str = "Ships and Nets", last: bool = False
) -> list[tuple[str, str]]:
    """The bodies of a session under whose title a text stands, with what they do; another follows, if it is not ``last``."""
    name, day = AGENDAS[language]
    lines = [f"URL: https://www.iom.int/{language}/events/x", name, day]
    other = f"08:30 - 09:30 {LATER[language]}" if last else f"11:30 - 12:30 {LATER[language]}"
    here = [f"10:00 - 11:00 {title}", text]
    lines += [other, *here] if last else [*here, other]
    record = parse("\n\n".join(lines).encode(), None, "text/plain")
    session = next(session for session in record.sessions if session.title == title)
    assert all(body.name in text for body in session.organizers)
    assert not [body for other in record.sessions if other is not session for body in other.organizers]
    assert {body.name for body in session.organizers} <= {body.name for body in record.organizations}
    return [(body.name, body.role) for body in session.organizers]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "The event is organised by the Permanent Mission of Kenya together with IOM and looks at villages on the coast.",
            [("Permanent Mission of Kenya", "organizer"), ("IOM", "co_organizer")],
        ),
        ("en", "Organized by the Harbour Board and UNICEF.", [("Harbour Board", "organizer"), ("UNICEF", "organizer")]),
        ("en", "The Harbour Board and UNHCR host this side event, which deals with fees.", [("Harbour Board", "host"), ("UNHCR", "host")]),
        ("en", "This session, co-organized by the Harbour Board, asks what rest is worth.", [("Harbour Board", "co_organizer")]),
        (
            "fr",
            "L’événement est organisé par la Mairie de Kayes avec l’OIM et traite des crues du fleuve.",
            [("Mairie de Kayes", "organizer"), ("OIM", "partner")],
        ),
        ("fr", "La discussion, que coorganisent l’OIM et la Mairie de Kayes, traite des crues.", [("OIM", "co_organizer"), ("Mairie de Kayes", "co_organizer")]),
        ("es", "El evento es organizado por la Alcaldía de Lima junto con la OIM.", [("Alcaldía de Lima", "organizer"), ("OIM", "co_organizer")]),
        ("es", "Este acto, coorganizado por la Alcaldía de Lima, trata de las redes.", [("Alcaldía de Lima", "co_organizer")]),
        ("ar", "تنظم الفعالية جمعية المنارة وتتناول قرى الصيادين.", [("جمعية المنارة", "organizer")]),
        ("ar", "هذه الجلسة التي تنظمها جمعية المنارة تتناول الفيضانات.", [("جمعية المنارة", "organizer")]),
        # of something else
        ("en", "The panel tells of a fund launched by UNICEF and of the work done by the Harbour Board.", []),
        ("en", "The film shows a camp run by UNHCR.", []),
        ("en", "The discussion deals with a conference organized by the Harbour Board.", []),
        ("en", "The event follows that organised by UNICEF last year.", []),
        ("fr", "La discussion porte sur un projet lancé par la Mairie de Kayes.", []),
        ("es", "La charla cuenta la historia de una red creada por la Alcaldía de Lima.", []),
    ],
)  # fmt: skip
def test_who_holds_a_session(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert session_bodies(text, language) == wanted


def test_a_text_behind_the_last_title_may_be_about_the_whole_meeting() -> None:
    assert session_bodies("The event is organised by the Harbour Board.", "en", last=True) == []
    assert session_bodies("It is organised by the Harbour Board.", "en", last=True) == []
    assert session_bodies("The panel is organised by the Harbour Board.", "en", last=True)
    text = "The workshop is organised by the Harbour Board."
    assert session_bodies(text, "en", title="Workshop on Nets", last=True)
    assert not session_bodies(text, "en", title="Closing Session", last=True)


BODY = {"en": "Harbour Board", "fr": "Mairie de Kayes", "es": "Alcaldía de Lima", "ar": "جمعية المنارة"}
# "{}" is the word, "@" the body, one sentence for each language.
SENTENCES = {
    "this": "{} panel is organised by the @.|{} débat est organisé par la @.|{} panel es organizado por la @.|{} الجلسة التي تنظمها @.",
    "it": "{} is organised by the @.|{} est organisé par la @.||",
    "nouns": "The {} is organised by the @.|La {}, organisée par la @.|La {}, organizada por la @.|ال{} التي تنظمها @.",
    "events": "The {} is organised by the @.|La {}, organisée par la @.|La {}, organizada por la @.|ال{} التي تنظمها @.",
    "between": "The event, {} organised by the @.|La rencontre, {} organisée par la @.|El acto {} organizado por la @.|الفعالية {} تنظمها @.",
}


@pytest.mark.parametrize("key", SENTENCES)
def test_each_word_tells_of_a_session(key: str) -> None:
    words = WordLists("involvement_prose")
    assert set(load("involvement_prose")["session"]) == set(SENTENCES)
    for language, line in zip(LANGUAGES, SENTENCES[key].split("|"), strict=True):
        forms = words.forms(f"session.{key}", language)
        assert bool(forms) == bool(line)
        for form in forms:
            text = line.format(form).replace("@", BODY[language])
            assert [name for name, _ in session_bodies(text, language)] == [BODY[language]], text
