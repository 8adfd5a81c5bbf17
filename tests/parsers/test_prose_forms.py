"""Forms in which running text names people: nicknames, by-lines, nouns in apposition, acronyms, captions, single names."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of


def roles(text: str, language: str, *, release: bool = True) -> list[tuple[str, str]]:
    people = read_prose(page_of(text), set(), release=release, language=language).people
    return sorted({(person.name, person.role) for person in people})


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "At the oars sits Rosa “Tita” Vikson, 52, who used to sell nets.",
            "en",
            [("Rosa “Tita” Vikson", "mentioned")],
        ),
        (
            "There a net mending volunteer, Jun-jun Vik, gave her a needle.",
            "en",
            [("Jun-jun Vik", "mentioned")],
        ),
        ("C'est là qu'une enseignante, Aline Onda, lui a parlé.", "fr", [("Aline Onda", "mentioned")]),
        ("Allí la esperaba una vendedora de redes, Ana Ruiz, con su hija.", "es", [("Ana Ruiz", "mentioned")]),
        ("They set up a trade school, Green Coast, in Tide.", "en", []),
        ("By Ida Vik and Ola Lund", "en", [("Ida Vik", "mentioned"), ("Ola Lund", "mentioned")]),
        ("By Ida Vik | 21 March 2016", "en", [("Ida Vik", "mentioned")]),
        ("Par Aline Onda et Marc Vague", "fr", [("Aline Onda", "mentioned"), ("Marc Vague", "mentioned")]),
        ("Por Ana Ruiz y Eva Sol", "es", [("Ana Ruiz", "mentioned"), ("Eva Sol", "mentioned")]),
        ("By Tide Bay and Green Coast Fund", "en", []),
        ("By Friday Ida Vik had mended the nets", "en", []),
        (
            "Un film d'Aline Onda, elle-même née dans le port, a clôturé la soirée.",
            "fr",
            [("Aline Onda", "mentioned")],
        ),
        ("A song by Ida Vik, herself born in Tide, ended the day.", "en", [("Ida Vik", "mentioned")]),
        ("A Call to Local Action adopted at the close will be presented in Tide.", "en", []),
        ("El foro sobre Trabajadores Agrícolas Temporales, organizado por la OIM, fue inaugurado.", "es", []),
        (
            "La entrega la hizo el viceministro de Asuntos Consulares y Migratorios, Luis Paz Mora.",
            "es",
            [("Luis Paz Mora", "mentioned")],
        ),
        ("The port was visited by Norway's Ambassador, Ida Vik.", "en", [("Ida Vik", "mentioned")]),
    ],
)
def test_who_is_named(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("“I looked at the photo and at the nets for long,” said Ida Vik, one of the trainees.", "en", "Ida Vik"),
        ("“Miré la foto y miré las redes mucho tiempo”, dijo Ana Ruiz, una de las alumnas.", "es", "Ana Ruiz"),
        ("« Vous êtes chez vous dans ce port », leur a dit Mme Aline Onda sur le quai.", "fr", "Aline Onda"),
        ("« Vous êtes chez vous dans ce port », lui a dit Mme Aline Onda sur le quai.", "fr", "Aline Onda"),
        ("Cuenta Karla, madre de dos niñas: «Quiero volver pronto a mi casa».", "es", "Karla"),
        ("وقالت بليندا، وهي أم لطفلين: «أريد أن أعود إلى بيتي قريبا».", "ar", "بليندا"),
    ],
)
def test_who_is_quoted(text: str, language: str, name: str) -> None:
    assert roles(text, language) == [(name, "quoted")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Photo: Ida Vik looks at “the nets of the whole bay”, said Ola Lund, a baker.", "en"),
        ("Ida Vik mends “nets of the whole bay”, said Ola Lund. © Tide Photo", "en"),
        ("وقالت المنظمة، في بيان لها: «نحن نعمل على ذلك منذ مدة».", "ar"),
        ("Explica la OIM, en un informe: «Trabajamos en ello desde hace tiempo».", "es"),
    ],
)
def test_nobody_is_quoted(text: str, language: str) -> None:
    assert not [row for row in roles(text, language) if row[1] == "quoted"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Entre los panelistas estuvieron el alcalde de Marea, Rigo Luna Sol; la investigadora de MAREASUR Ana Ruiz-Mar; "
            "el presidente de la Unión de Pescadores, Luis Paz Coronel, y la asesora del puerto, Eva Sol Paz.",
            "es",
            ["Ana Ruiz-Mar", "Eva Sol Paz", "Luis Paz Coronel", "Rigo Luna Sol"],
        ),
        ("La représentante du RESOMARE Aline Onda a participé au panel.", "fr", ["Aline Onda"]),
        ("The panel was joined by the researcher at MAREA Ida Vik.", "en", ["Ida Vik"]),
    ],
)
def test_panellists_behind_acronyms_and_posts_that_are_surnames(text: str, language: str, expected: list[str]) -> None:
    assert [name for name, role in roles(text, language) if role in ("panellist", "speaker")] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In Tide, she met the Mayor, Ida Vik, and the Minister, Ola Lund, to discuss nets.", "en", "mentioned"),
        (
            "La délégation conduite par Mme Ida Vik, directrice, a vu le port avec M. Ola Lund, maire.",
            "fr",
            "mentioned",
        ),
        ("The delegation was led by Ms. Ida Vik, Director, and Mr. Ola Lund, Mayor.", "en", "mentioned"),
        ("زار الميناء السيد علي كريم، العمدة، مع وفد برئاسة السيدة ريم صالح.", "ar", "mentioned"),
        ("Mme Ida Vik, directrice, et M. Ola Lund, maire, prendront également la parole.", "fr", "speaker"),
        ("Prendront ensuite la parole Mme Ida Vik, directrice, et M. Ola Lund, maire.", "fr", "speaker"),
        (
            "Also speaking in Tide, the IOM Mayors Chair, Ambassador Ida Vik, and Mr. Ola Lund invited towns.",
            "en",
            "speaker",
        ),
    ],
)
def test_what_people_do(text: str, language: str, expected: str) -> None:
    found = roles(text, language, release=False)
    assert len(found) == 2 and {role for _name, role in found} == {expected}


def test_an_arabic_name_that_is_a_small_word_but_for_one_letter() -> None:
    assert roles("وقال السيد علي كريم: «الشباك للجميع في هذا الميناء».", "ar") == [("علي كريم", "quoted")]
    assert roles("وقال السيد سالم كريم إنه اطلع على الميناء.", "ar") == [("سالم كريم", "quoted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ahead sits Rosa “Tita” Vikson, 52, who used to sell nets.\n“I never finished grade six,” Rosa says.",
            {"Rosa “Tita” Vikson"},
        ),
        (
            "“We mend nets for all,” said Rosa Vikson, a baker.\n“I had no boat at all,” said Rosa, a mother of two.",
            {"Rosa Vikson", "Rosa"},
        ),
        (
            "“We mend nets,” said Rosa Vikson, a baker. “We mend nets,” said Rosa Lund, a cook.\n“I had no boat,” Rosa said.",
            {"Rosa Vikson", "Rosa Lund", "Rosa"},
        ),
    ],
)
def test_a_first_name_alone(text: str, expected: set[str]) -> None:
    assert {name for name, _role in roles(text, "en")} == expected


def test_a_thing_of_somebodys_is_the_subject() -> None:
    text = "Une exposition de photographies de Youssef Onda, lui-même ancien pêcheur, a clôturé l'après-midi."
    assert roles(text, "fr") == [("Youssef Onda", "mentioned")]
    assert roles("Le discours de M. Youssef Onda a ouvert la réunion.", "fr") == [("Youssef Onda", "opening")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("السيد سالم كريم، وزير الصيد، والسيدة ريم صالح، مديرة الميناء", ["سالم كريم", "ريم صالح"]),
        ("السيد سالم كريم والسيدة ريم صالح، منظمة الميناء", ["سالم كريم", "ريم صالح"]),
        ("السيد سالم كريم، وزير الصيد والشؤون البحرية", ["سالم كريم"]),
        ("السيد أحمد ود المينا، مدرسة الميناء", ["أحمد ود المينا"]),
    ],
)
def test_arabic_and_before_the_next_title(text: str, names: list[str]) -> None:
    assert [person.name for person in read_people(text)] == names


def test_a_surname_in_a_programme_gets_the_whole_name_from_the_text() -> None:
    lines = [
        "The delegation will be led by the Deputy Director, Mr. Olaf Vik-Lund.",
        "Monday, 18 September 2023",
        "8:00–9:15 am Breakfast meeting: Nets for all",
        "Mr. Vik-Lund to deliver welcoming remarks",
        "3:00–4:30 pm Side event: Weirs",
    ]
    body = "\n\n".join(["URL: https://www.iom.int/events/nets", "Nets", *lines])
    record = parse(body.encode(), None, "text/plain")
    assert [(person.name, person.role) for person in record.people] == [("Olaf Vik-Lund", "opening")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "You are invited to the launch of the book “Nets”, by Ida Vik and Ola Lund.",
            "en",
            [("Ida Vik", "mentioned"), ("Ola Lund", "mentioned")],
        ),
        ("The film “Nets” by Ida Vik is shown at six.", "en", [("Ida Vik", "mentioned")]),
        ("La presentación del libro «Redes», de Ana Luz, será el lunes.", "es", [("Ana Luz", "mentioned")]),
        ("La projection du film « Filets » d'Aline Onda aura lieu lundi.", "fr", [("Aline Onda", "mentioned")]),
        ("The session “Nets” by Green Coast is on Monday.", "en", []),
        ("The film “Nets” by the Guild of Bakers is on Monday.", "en", []),
        ("The book “Nets” of Tide Bay is sold out.", "en", []),
        # told, and no words of theirs
        ("The photographer Ida Vik has asked 24 families to let her in.", "en", [("Ida Vik", "mentioned")]),
        ("After the play the director, Ida Vik, takes questions.", "en", [("Ida Vik", "speaker")]),
        ("La realizadora, Ana Luz, responderá preguntas del público.", "es", [("Ana Luz", "speaker")]),
        ("Discussion with teachers. Moderator: Ida Vik, Tide Waves", "en", [("Ida Vik", "moderator")]),
        (
            "Moderators: Ms. Ida Vik, Ms. Ana Luz",
            "en",
            [("Ana Luz", "moderator"), ("Ida Vik", "moderator")],
        ),
        # welcomed
        ("Delegates were welcomed this morning by Port Director Ida Vik.", "en", [("Ida Vik", "opening")]),
        ("The teams will be welcomed on Friday by Ms. Ida Vik.", "en", [("Ida Vik", "opening")]),
        ("Les participants ont été accueillis par Mme Aline Onda.", "fr", [("Aline Onda", "opening")]),
        ("Los asistentes fueron recibidos ayer por la alcaldesa, Ana Luz.", "es", [("Ana Luz", "opening")]),
        ("كانت في استقبال المشاركين السيدة آنا لوز.", "ar", [("آنا لوز", "opening")]),
        ("The agreement was welcomed by Ms. Ida Vik.", "en", [("Ida Vik", "mentioned")]),
        ("The families were welcomed at the port by Ms. Ida Vik.", "en", [("Ida Vik", "mentioned")]),
        ("تنشئ الجمعية خطاً ساخناً لتلقي شكاوى العاملات في الميناء.", "ar", []),
    ],
)
def test_authors_hosts_and_those_who_answer_at_events(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(text, language, release=False) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ida Vik, Director of Nets, issued this statement today:\n“It holds.”", "en", [("Ida Vik", "quoted")]),
        ("Port Director Ida Vik made the following statement on the storm:\nIt holds.", "en", [("Ida Vik", "quoted")]),
        ("The following statement was issued today by Ms. Ida Vik:\nIt holds.", "en", [("Ida Vik", "quoted")]),
        ("Mme Aline Onda a publié la déclaration suivante :\nIl tient.", "fr", [("Aline Onda", "quoted")]),
        ("La Sra. Ana Luz emitió hoy la siguiente declaración:\nResiste.", "es", [("Ana Luz", "quoted")]),
        ("Ms. Ida Vik praised a statement of the port.", "en", [("Ida Vik", "mentioned")]),
        # words told without marks, by whoever spoke
        ("Port Director Ida Vik told those present that the wall would hold.", "en", [("Ida Vik", "quoted")]),
        ("Speaking for the port, Ms. Ida Vik noted that the wall would hold.", "en", [("Ida Vik", "quoted")]),
        ("Port Director Ida Vik told delegates that the wall would hold.", "en", [("Ida Vik", "speaker")]),
        ("Ms. Ida Vik spoke on walls.", "en", [("Ida Vik", "speaker")]),
        (
            "Intervino también la Prefecta Subrogante de Marea, Ana Luz Vik, antes de la cena.",
            "es",
            [("Ana Luz Vik", "speaker")],
        ),
    ],
)
def test_issuers_of_statements_and_told_words(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text, language) == expected
