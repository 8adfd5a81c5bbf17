"""People listed outside of an agenda, and the lines of a page's furniture that stand among and behind them."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.people.furniture import is_furniture


def rows(*lines: str, language: str = "", folder: str = "events") -> list[tuple[str, str]]:
    body = "\n\n".join([f"URL: https://www.iom.int/{language}{folder}/nets", *lines])
    return [(person.name, person.role) for person in parse(body.encode(), None, "text/plain").people]


@pytest.mark.parametrize(
    "text",
    [
        "Share this page via: Facebook Twitter LinkedIn",
        "Share on X",
        "Follow us on Twitter",
        "Share this story on Facebook, X and LinkedIn",
        "Facebook | Twitter | Email",
        "WhatsApp Telegram",
        "Prev | Next",
        "Compartir en Facebook",
        "Anterior / Siguiente",
        "Partager : Facebook | X | Courriel",
        "Partagez cette page sur Twitter",
        "Related news",
        "شارك هذه الصفحة عبر: فيسبوك تويتر",
        "شارك عبر واتساب",
        "تابعونا على: فيسبوك | تويتر",
        "أخبار ذات صلة",
        "السابق | التالي",
    ],
)
def test_share_bars_and_pagers(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share of herders in towns",
        "Facebook and the nets of Tide Bay",
        "WhatsApp: +50 0000 0000",
        "Email: ida@example.org",
        "Email",
        "Next",
        "Ida Vik",
        "Compartir saberes en Marea",
        "Partager les savoirs",
        "شارك في الورشة ممثلون عن الصيادين",
        "",
    ],
)
def test_words_that_are_no_furniture(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    ("language", "contact", "name", "bar", "head", "teaser"),
    [
        (
            "",
            "For more information please contact Ida Vik, IOM Tideland, Tel: +50 0000 0000",
            "Ida Vik",
            "Share this page via: Facebook Twitter LinkedIn",
            "Related news",
            "Nets for Tide Bay, Says Director Ola Lund",
        ),
        (
            "fr/",
            "Pour plus d'informations, veuillez contacter : Ida Vik, OIM Marée, Tél : +50 0000 0000",
            "Ida Vik",
            "Partager : Facebook Twitter LinkedIn",
            "Articles liés",
            "Des filets pour la baie, selon la directrice Ola Lund",
        ),
        (
            "es/",
            "Para más información, por favor contactar a: Ida Vik, OIM Marea, Tel: +50 0000 0000",
            "Ida Vik",
            "Compartir en Facebook Twitter",
            "Noticias relacionadas",
            "Redes para la bahía: la directora Ola Lund",
        ),
        (
            "ar/",
            "للمزيد من المعلومات يرجى الاتصال بـ: ريم صالح النخلة، المنظمة الدولية للهجرة، reem@example.org",
            "ريم صالح النخلة",
            "شارك هذه الصفحة عبر: فيسبوك تويتر",
            "أخبار ذات صلة",
            "توزيع الشباك على الصيادين",
        ),
    ],
)
def test_a_share_bar_is_no_contact(language: str, contact: str, name: str, bar: str, head: str, teaser: str) -> None:
    assert rows("Nets", contact, bar, head, teaser, language=language, folder="news") == [(name, "contact")]


def test_people_behind_a_head_of_other_pages_that_says_more() -> None:
    lines = (
        "Nets",
        "Related news",
        "Nets for Tide Bay",
        "For more information, contact: Ida Vik, IOM, Tel: 000 000 000",
    )
    assert rows(*lines, folder="news") == [("Ida Vik", "contact")]


@pytest.mark.parametrize(
    "line", ["*Borders as shown on the map are no opinion of the Guild (1999).", "Prev | Next", "Facebook Twitter"]
)
def test_a_line_behind_a_list_of_speakers_that_is_nobody(line: str) -> None:
    assert rows("Nets", "Speakers:", "- Ms. Ida Vik, Director, Tide Guild", line) == [("Ida Vik", "speaker")]


def test_a_lone_name_in_a_list() -> None:
    assert rows("Nets", "Speakers:", "- Idara, baker", "- Olamide (Tide Guild)")[0] == ("Idara", "speaker")


@pytest.mark.parametrize(
    ("language", "label", "welcome", "moderator"),
    [
        ("", "Panellists", "Welcome: Ida Vik, IOM", "Moderator: Ola Lund, IOM"),
        ("es/", "Panelistas", "Bienvenida: Ida Vik, OIM", "Modera: Ola Lund, OIM"),
        ("fr/", "Panélistes", "Mot de bienvenue : Ida Vik, OIM", "Modérateur : Ola Lund, OIM"),
    ],
)
def test_a_label_with_a_name_does_not_spread_to_those_below(
    language: str, label: str, welcome: str, moderator: str
) -> None:
    lines = ("Nets", label, welcome, "Ana Ruiz Mora, baker, Tide Guild", "Eva Sol Paz, Ministry of Ports", moderator)
    assert rows(*lines, "Ben Carter Moss, Port of Tide", language=language)[:4] == [
        ("Ida Vik", "opening"),
        ("Ana Ruiz Mora", "panellist"),
        ("Eva Sol Paz", "panellist"),
        ("Ola Lund", "moderator"),
    ]


@pytest.mark.parametrize(
    ("language", "line", "role"),
    [
        (
            "",
            "The first panel, “Nets and weirs”, was moderated by Ms. Ida Vik, IOM, with the following speakers:",
            "panellist",
        ),
        ("", "The meeting was moderated by Ms. Ida Vik, IOM, with the following speakers:", "speaker"),
        (
            "es/",
            "La mesa redonda fue moderada por la Sra. Ida Vik, de la OIM, con los siguientes ponentes:",
            "panellist",
        ),
        (
            "fr/",
            "La table ronde a été modérée par Mme Ida Vik, de l'OIM, avec les intervenants suivants :",
            "panellist",
        ),
        ("fr/", "L'atelier a été modéré par Mme Ida Vik, de l'OIM, avec les intervenants suivants :", "speaker"),
    ],
)
def test_a_sentence_that_announces_a_list_names_its_moderator(language: str, line: str, role: str) -> None:
    found = rows("Nets", line, "- Mr. Ola Lund (Tide Guild)", "- Ms. Ana Ruiz (Port of Tide)", language=language)
    assert sorted(found) == [("Ana Ruiz", role), ("Ida Vik", "moderator"), ("Ola Lund", role)]


@pytest.mark.parametrize(
    ("language", "label"), [("es/", "Participan en la mesa:"), ("fr/", "Participent à la table ronde :")]
)
def test_those_who_sit_on_a_panel(language: str, label: str) -> None:
    assert rows("Nets", label, "Dra. Ana Ruiz, OIM", language=language) == [("Ana Ruiz", "panellist")]


@pytest.mark.parametrize(
    "text",
    [
        "Back to Briefing Notes | Print this page | Send to a friend",
        "Latest from Tide and Coast",
        "Otros comunicados",
        "Derniers communiqués :",
    ],
)
def test_lines_under_a_text_of_an_old_site(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "The latest from the port is that nobody was hurt.",
        "Print workers | Tide Guild",
        "Latest from Tide: the port is open and nobody was hurt, its master said.",
    ],
)
def test_lines_that_only_begin_so(text: str) -> None:
    assert not is_furniture(text)


def test_titles_of_other_pages_are_no_contacts() -> None:
    lines = (
        "Families move to the coast.",
        "For further information, please contact:",
        "Ida Vik",
        "IOM Tide",
        "Tel: +00 00 000 0000",
    )
    tail = (
        "Back to Press Briefing Notes | Print this page",
        "Latest from Tide and Coast",
        "Tideland - Radio Play Takes on Net Theft - 05-09-2006",
    )
    assert rows(*lines, *tail, folder="news") == [("Ida Vik", "contact")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "Panellists:",
                "Dr. Ida Vik is a Professor of Law at the University of Tide. She has written on the law of the sea.",
                "Ola Lund works as Deputy Director of Ports at the Department of Tide. He joined in 2003.",
                "Moderator",
                "Eva Strand is Coordinator of the Net Secretariat, IOM Tide. She worked in Lund before.",
            ),
            [("Ida Vik", "panellist"), ("Ola Lund", "panellist"), ("Eva Strand", "moderator")],
        ),
        (
            (
                "Panelistas",
                "Ana Ruiz es cónsul general de México en Lyon. Ingresó en 1998.",
                "Luis Paz se desempeña como director adjunto del Departamento de Redes.",
            ),
            [("Ana Ruiz", "panellist"), ("Luis Paz", "panellist")],
        ),
        (
            ("Panélistes", "Aline Onda est consule générale à Lyon. Elle a rejoint le service en 1998."),
            [("Aline Onda", "panellist")],
        ),
        (
            ("Scientific committee", "Ida Vik, Tide University", "Ola Lund, IOM"),
            [("Ida Vik", "mentioned"), ("Ola Lund", "mentioned")],
        ),
        (
            ("Jurado: Ana Ruiz, Luis Paz y Eva Sol",),
            [("Ana Ruiz", "mentioned"), ("Luis Paz", "mentioned"), ("Eva Sol", "mentioned")],
        ),
        (
            ("لجنة التحكيم: سامي كريم، هالة ناصر وخالد البيرة",),
            [("سامي كريم", "mentioned"), ("هالة ناصر", "mentioned"), ("خالد البيرة", "mentioned")],
        ),
    ],
)
def test_notes_on_lives_and_committees(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert rows("Nets and ports", "Date: 12 May 2021", *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Speakers", "Ida Vik-Moana", "Ida is Head of Nets at the Port of Tide. She joined in 2003.", "Ola Lund"),
            [("Ida Vik-Moana", "Head of Nets", "Port of Tide"), ("Ola Lund", None, None)],
        ),
        (
            ("Speakers", "Dr. Ida Vik", "Dr. Vik will show how nets are mended and what they cost."),
            [("Ida Vik", None, None)],
        ),
        (
            ("Intervenants", "Awa Luz", "Awa est démographe à l'Université de Marée. Elle a compté les filets."),
            [("Awa Luz", "démographe", "Université de Marée")],
        ),
        (
            ("Ponentes", "Rosa Luz", "Rosa es directora del Instituto de Redes. Antes vivía en Lima."),
            [("Rosa Luz", "directora", "Instituto de Redes")],
        ),
        # a first name that the page gives nobody else
        (("Speakers", "Ida Vik", "Ola Lund, baker"), [("Ida Vik", None, None), ("Ola Lund", "baker", None)]),
    ],
)
def test_a_first_name_in_a_life_is_that_of_the_line_above(
    lines: tuple[str, ...], expected: list[tuple[str, str | None, str | None]]
) -> None:
    body = "\n\n".join(["URL: https://www.iom.int/events/nets", "Webinar on Nets", "10 March 2021, Zoom", *lines])
    people = parse(body.encode(), None, "text/plain").people
    assert [(person.name, person.position, person.organization) for person in people] == expected


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (("Side Event: Nets and Tides", "10 May 2021", "Speakers", "Ms. Ida Vik, Port of Tide"), "panellist"),
        (("Evento paralelo: Redes y mareas", "10 de mayo de 2021", "Ponentes", "Sra. Ida Vik, Marea"), "panellist"),
        (("Nets", "10 May 2021", "Panel: Who mends?", "Speakers:", "Ms. Ida Vik, Port of Tide"), "panellist"),
        (("Redes", "10 de mayo de 2021", "Panel: ¿Quién?", "Participan:", "Sra. Ida Vik, Marea"), "panellist"),
        (("Nets", "10 May 2021", "Speakers:", "Ms. Ida Vik, Port of Tide"), "speaker"),
    ],
)
def test_who_speaks_at_a_side_event_or_under_a_panel_is_on_a_panel(lines: tuple[str, ...], role: str) -> None:
    assert ("Ida Vik", role) in rows(*lines)


def test_the_heading_of_a_panel_ends_the_opening() -> None:
    found = rows(
        "Nets and Tides",
        "10 May 2021, Lund",
        "Opening remarks",
        "Ms. Ida Vik, Minister of Nets, Norway",
        "Panel discussion",
        "Mr. Ola Lund, Port of Tide",
        "Ms. Ana Luz, Guild of Bakers",
    )
    assert found == [("Ida Vik", "opening"), ("Ola Lund", "panellist"), ("Ana Luz", "panellist")]


@pytest.mark.parametrize("line", ["Delivered by", "As delivered by", "Prononcé par", "Discours prononcé par"])
def test_a_line_under_its_title_says_who_gives_a_speech(line: str) -> None:
    found = rows(
        "Remarks on Nets", "10 May 2021", f"{line} Ida Vik, Director, Port of Tide", "Thank you.", folder="speeches"
    )
    assert found == [("Ida Vik", "speaker")]


def test_a_body_ends_behind_and() -> None:
    found = rows(
        "Nets",
        "10 May 2021",
        "Panellists:",
        "Ms. Ida Vik, Director, National Agency for Nets and Loose Sails (ARVAL), Chile",
        "Ms. Ana Luz, Director, Port Authority and Ola Lund (IOM)",
    )
    assert [name for name, _role in found] == ["Ida Vik", "Ana Luz", "Ola Lund"]
