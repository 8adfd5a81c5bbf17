"""Press contacts on one line and on several, in four languages; phone numbers and addresses stay out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Contact = tuple[str, str | None, str | None]  # name, position, organization


def contacts(text: str, language: str) -> list[Contact]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    assert all(person.role == "contact" for person in found.people)
    return [(person.name, person.position, person.organization) for person in found.people]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Prensa: Inés Paz – OIM Perú – (01) 000 0000", "es", [("Inés Paz", None, "OIM Perú")]),
        (
            "Questions from the press: Ida Vik at IOM Headquarters, Tel: +41 00 000 0000",
            "en",
            [("Ida Vik", None, "IOM")],
        ),
        (
            "For more information, please contact IOM Libya: Ida Vik, Tel: +216 00 000 000 or Ola Lund, Tel: +216 00 000 001",
            "en",
            [("Ida Vik", None, "IOM Libya"), ("Ola Lund", None, "IOM Libya")],
        ),
        ("Media enquiries to Ida Vik, ISCG, Tel: +88 00 000 00 02", "en", [("Ida Vik", None, "ISCG")]),
        ("Media enquiries to Ida Vik (PDF), Tel: +88 00 000 00 02", "en", [("Ida Vik", None, None)]),
        ("Tema: Kofi Adu, IGAD Secretariat, +233 00 00 00 00", "en", [("Kofi Adu", None, "IGAD Secretariat")]),
        (
            "The hall is full; seats until Monday noon with Luz Mar (OIM Chile), tel. +56 00 000 000.",
            "en",
            [("Luz Mar", None, "OIM Chile")],
        ),
        ("Media enquiries to Odd Lie, IOM Accra, Email: a@example.org", "en", [("Odd Lie", None, "IOM Accra")]),
        (
            "Más información: Luz Mar, OIM Chile, Tel. 0000 0000. También puede escribir a b@example.org",
            "es",
            [("Luz Mar", None, "OIM Chile")],
        ),
        (
            "للتواصل الإعلامي: رنا البدوي، المنظمة الدولية للهجرة، هاتف 0000000",
            "ar",
            [("رنا البدوي", None, "المنظمة الدولية للهجرة")],
        ),
        (
            "Contacts presse : à Tunis, Léa Roux (OIM)\nÀ Genève, Yao Kéita (OIM)",
            "fr",
            [("Léa Roux", None, "OIM"), ("Yao Kéita", None, "OIM")],
        ),
        (
            "For more information, please contact Sana Mesli, Tel: +41 00 000 0000, Email: a@example.org or Yasmin Guerrin at"
            " IOM Cox's Bazar, Tel: +880 000, Email: b@example.org",
            "en",
            [("Sana Mesli", None, None), ("Yasmin Guerrin", None, "IOM Cox's Bazar")],
        ),
        (
            "Questions? Contact Sana Mesli, Project Assistant, IOM Arica, at +63 000 000 0000.",
            "en",
            [("Sana Mesli", "Project Assistant", "IOM Arica")],
        ),
        (
            "Pour s'inscrire, écrire à Sana Mesli, Assistante de projet, OIM Dakar, avant mardi.",
            "fr",
            [("Sana Mesli", "Assistante de projet", "OIM Dakar")],
        ),
        ("Applications must be sent to Port Louis, Mauritius, before Monday.", "en", []),
        ("Las solicitudes deben enviarse a San Luis, Oficina 4, antes del lunes.", "es", []),
        (
            "لمزيد من المعلومات: نورهان فتحي، مساعدة إعلام، المنظمة الدولية للهجرة، هاتف: 000 000 02",
            "ar",
            [("نورهان فتحي", "مساعدة إعلام", "المنظمة الدولية للهجرة")],
        ),
        (
            "For further information, please contact:\nJumbe Omari\nIOM Geneva\nTel: +41 00 000 0000\nE-mail: a@example.org",
            "en",
            [("Jumbe Omari", None, "IOM Geneva")],
        ),
        (
            "Media contacts:\nIn Geneva: Kennedy Okal, Regional Spokesperson, a@example.org\n"
            "In Nairobi: Yvonne Ndegwa, Spokesperson for East and Horn of Africa, Tel. +254 000000000",
            "en",
            [
                ("Kennedy Okal", "Regional Spokesperson", None),
                ("Yvonne Ndegwa", "Spokesperson for East and Horn of Africa", None),
            ],
        ),
        (
            "For media queries:\nIOM: Tamsin Achterberg, a@example.org\nUNHCR: Luca Ferrantelli, b@example.org",
            "en",
            [("Tamsin Achterberg", None, "IOM"), ("Luca Ferrantelli", None, "UNHCR")],
        ),
        (
            "For further information, please contact:\nNiurka Holm, Media and Public Information, IOM Geneva. Tel: +41 00 00",
            "en",
            [("Niurka Holm", "Media and Public Information", "IOM Geneva")],
        ),
        (
            "Media contacts:\nIOM – Tamsin Achterberg, a@example.org\nUNICEF – Luca Ferrantelli, b@example.org",
            "en",
            [("Tamsin Achterberg", None, "IOM"), ("Luca Ferrantelli", None, "UNICEF")],
        ),
        (
            "Abstracts should be sent to Ms. Lone Vester, Course Assistant.",
            "en",
            [("Lone Vester", "Course Assistant", None)],
        ),
        (
            "Les dossiers sont à transmettre à M. Ali Nadir, avec la mention « Centre ».",
            "fr",
            [("Ali Nadir", None, None)],
        ),
        (
            "Las propuestas deben enviarse a la Sra. Pía Lonco, Asistente de Programa.",
            "es",
            [("Pía Lonco", "Asistente de Programa", None)],
        ),
        (
            "For more information, please contact Joel Mill at IOM Headquarters in Geneva, Tel: +41 00 000 0000",
            "en",
            [("Joel Mill", None, "IOM")],
        ),
        ("For more information, please contact the press desk: press@example.org", "en", []),
        (
            "Contact\nIlda Moreau-Lind, Project Manager, IOM Fiji, a@example.org\nSDG 8 - Decent Work and Economic Growth",
            "en",
            [("Ilda Moreau-Lind", "Project Manager", "IOM Fiji")],
        ),
        (
            "For more information please contact:\nIOM\nIlda Moreau, Tel: +39 00 000 0000\nUNHCR\nLuca Ferrantelli, Tel: +39 00",
            "en",
            [("Ilda Moreau", None, "IOM"), ("Luca Ferrantelli", None, "UNHCR")],
        ),
        ("Renseignements : Odile Lisiak, OIM Togo, a@example.org", "fr", [("Odile Lisiak", None, "OIM Togo")]),
        ("Mayor información: Eva Luzón, OIM Chile, a@example.org", "es", [("Eva Luzón", None, "OIM Chile")]),
        (
            "Para más información, contactar a Eva Luzón, Oficial de Prensa de la OIM Chile, correo: a@example.org",
            "es",
            [("Eva Luzón", "Oficial de Prensa", "OIM Chile")],
        ),
        ("Más información: Eva Luzón Press", "es", []),
        ("Information: Green Harbour Fund, Tema", "en", []),
        (
            "للاستفسارات الإعلامية: رامي البدوي، المنظمة الدولية للهجرة، a@example.org؛ سلوى حنا، منظمة الصحة العالمية، b@example.org",
            "ar",
            [("رامي البدوي", None, "المنظمة الدولية للهجرة"), ("سلوى حنا", None, "منظمة الصحة العالمية")],
        ),
        (
            "Contact: Jorge Galván, National Media and Communications Officer, IOM Nigeria.",
            "en",
            [("Jorge Galván", "National Media and Communications Officer", "IOM Nigeria")],
        ),
        (
            "Pour plus d'informations, veuillez contacter Alpha Bah, OIM Dakar, Tél : +221 000000000, ou Aïssatou Sylla au"
            " Bureau régional de l'OIM, Tél. +221 00 000 00 00.",
            "fr",
            [("Alpha Bah", None, "OIM Dakar"), ("Aïssatou Sylla", None, "Bureau régional de l'OIM")],
        ),
        (
            "Para más información, por favor contactar a Juliana Quintana, Oficial de Comunicación Regional, al correo"
            " a@example.org",
            "es",
            [("Juliana Quintana", "Oficial de Comunicación Regional", None)],
        ),
        (
            "Para más información por favor contactar a Leonardo Dolz en la Sede de la OIM en Ginebra, Tel: +41 00 000 0000",
            "es",
            [("Leonardo Dolz", None, "OIM")],
        ),
        (
            "للمزيد من المعلومات يرجى التواصل مع محمد أبو نجيلة، المنظمة الدولية للهجرة في اليمن، البريد الإلكتروني: a@example.org",
            "ar",
            [("محمد أبو نجيلة", None, "المنظمة الدولية للهجرة في اليمن")],
        ),
        (
            "لمزيد من المعلومات يرجى الاتصال بـ:\nجان فيليب موريتي\nالمنظمة الدولية للهجرة، جنيف\nهاتف: +41 00 000 0000",
            "ar",
            [("جان فيليب موريتي", None, "المنظمة الدولية للهجرة، جنيف")],
        ),
    ],
)
def test_contacts(text: str, language: str, expected: list[Contact]) -> None:
    assert contacts(text, language) == expected


def test_a_contact_ends_where_the_text_goes_on() -> None:
    text = (
        "For more information, please contact Wairimu Dunn, IOM Nairobi, Tel: +254 000 000 000\n"
        "SRI LANKA - Boats Return to Batticaloa - Some 300 fishing families, moved inland in 2006, went back to the lagoon"
        " this week with new boats, nets and a song that Mr. Anura Silva wrote.\nIOM Colombo"
    )
    found = read_prose(page_of(text), set(), release=True, language="en")
    assert [(p.role, p.name, p.organization) for p in found.people] == [
        ("mentioned", "Anura Silva", None),
        ("contact", "Wairimu Dunn", "IOM Nairobi"),
    ]


def test_what_stands_before_a_contact_in_its_block_is_read() -> None:
    found = read_prose(
        page_of(
            "Se abrirá el puerto. Hablará la Ministra, Sra. Luz Paillán. Informes: Eva Luzón, OIM Chile, a@example.org"
        ),
        set(),
        release=False,
        language="es",
    )
    assert [(p.role, p.name) for p in found.people] == [("speaker", "Luz Paillán"), ("contact", "Eva Luzón")]


def test_a_contact_behind_an_agenda_is_no_part_of_it() -> None:
    page = page_of("Ms. Ida Vik, Baker\nFor more information, please contact Ana Lund, IOM Fiji.")
    found = read_prose(page, {0, 1}, release=False, language="en")
    assert [(p.role, p.name) for p in found.people] == [("contact", "Ana Lund")]


def test_a_title_makes_a_name_of_words_that_could_be_a_bodys() -> None:
    page = page_of("For more information, please contact Mr. Ivo Cruz-Hilario, IOM Fiji, by e-mail at x@example.org.")
    found = read_prose(page, set(), release=False, language="en")
    assert [(p.role, p.name) for p in found.people] == [("contact", "Ivo Cruz-Hilario")]


def test_with_is_no_part_of_an_arabic_name() -> None:
    def names(text: str) -> list[str]:
        return [p.name for p in read_prose(page_of(text), set(), release=True, language="ar").people]

    assert names("للمزيد من المعلومات، يرجى الاتصال بـ:\nمعتصم بن ناجي\nهاتف: 0000 000") == ["معتصم بن ناجي"]
    assert names("يرجى التواصل مع: سلمى ناجي، هاتف: 0000 000") == ["سلمى ناجي"]


@given(st.text(alphabet="Contact: ABcd@example.org +41 (0)79, ;|\nor and au", max_size=120))
@settings(max_examples=100, deadline=None)
def test_no_number_and_no_address_is_read(text: str) -> None:
    page = page_of(f"For more information, please contact {text}")
    for person in read_prose(page, set(), release=True, language="en").people:
        for value in (person.name, person.position or "", person.organization or ""):
            assert "@" not in value
            assert not re.search(r"\d{4}", value)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("للاستفسار يرجى الاتصال بالسيد نبيل توما، المنظمة الدولية للهجرة، هاتف: 0000", "نبيل توما"),
        ("For more information please contact Mr. Nabil Toma, IOM, Tel: 000 000 0000", "Nabil Toma"),
        ("Pour plus d'informations, contacter M. Nabil Toma, OIM, Tél : 000 000 0000", "Nabil Toma"),
        ("Para más información, contactar a Nabil Toma, OIM, correo: prensa@example.org", "Nabil Toma"),
    ],
)
def test_a_line_of_contact_below_a_programme_names_no_speaker(line: str, name: str) -> None:
    lines = [
        "Workshop on Nets",
        "5 February 2020",
        "10:00 - 13:00 Visit to the camp",
        "13:30 - 14:00 Closing session",
        line,
    ]
    body = "\n\n".join(["URL: https://www.iom.int/events/nets", *lines])
    record = parse(body.encode(), None, "text/plain")
    assert [session.people for session in record.sessions] == [[], []]
    assert [(person.name, person.role) for person in record.people] == [(name, "contact")]


def test_a_role_is_nobodys_name() -> None:
    text = "ويأتي المؤتمر بعد قمة غلاسكو وقبل قمة شرم الشيخ المقررة من 6 إلى 18 نوفمبر."
    body = f"URL: https://www.iom.int/ar/news/a\n\nمؤتمر في القاهرة\n\nالقاهرة – 3 أكتوبر 2022 - {text}"
    assert parse(body.encode(), None, "text/plain").people == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Pour plus d’informations, veuillez contacter :\nMona Aube-Roy à l’OIM Marée, Tél : +509 00 00 0000, "
            "Email : mar@example.org ou Tobias Onda-Vik au bureau régional de l’OIM à Port-Bleu, tov@example.org",
            "fr",
            [("Mona Aube-Roy", None, "OIM Marée"), ("Tobias Onda-Vik", None, "bureau régional de l’OIM à Port-Bleu")],
        ),
        (
            "لمزيد من المعلومات، يرجى التواصل مع:\nريم صالح النخلة، مسؤولة الإعلام والاتصال في المنظمة الدولية للهجرة في "
            "اليمن، البريد الإلكتروني: reem.al-nakhla@example.org، هاتف: 000 000 000 967+",
            "ar",
            [("ريم صالح النخلة", "مسؤولة الإعلام والاتصال", "المنظمة الدولية للهجرة في اليمن")],
        ),
        (
            "Pour plus d'informations, veuillez contacter\nJean Onda\nOIM Marée\nTel : +243 00 00 00\nou\nIda Vik\nOIM Baie",
            "fr",
            [("Jean Onda", None, "OIM Marée"), ("Ida Vik", None, "OIM Baie")],
        ),
        (
            "For more information, please contact:\nIda Vik\nIOM Tide\nTel: +243 00 00 00\nor:\nOla Lund\nIOM Bay",
            "en",
            [("Ida Vik", None, "IOM Tide"), ("Ola Lund", None, "IOM Bay")],
        ),
        (
            "For more information, please contact IOM Media Centre\nIn Tide: Ida Vik, iv@example.org\nIn Bay: Ola Lund, ol@example.org",
            "en",
            [("Ida Vik", None, "IOM Media Centre"), ("Ola Lund", None, "IOM Media Centre")],
        ),
        (
            "Para más información, contactar a la Oficina de Prensa de la OIM\nEn Marea: Ana Ruiz, ar@example.org",
            "es",
            [("Ana Ruiz", None, "Oficina de Prensa de la OIM")],
        ),
        ("Kindly confirm your attendance to Ida Vik by 13 December.", "en", [("Ida Vik", None, None)]),
        (
            "Merci de confirmer votre présence auprès de Mme Aline Onda avant le 13 mai.",
            "fr",
            [("Aline Onda", None, None)],
        ),
        (
            "Favor de confirmar su asistencia a Ana Ruiz Mora antes del 13 de mayo.",
            "es",
            [("Ana Ruiz Mora", None, None)],
        ),
        ("Please confirm your participation with the Secretariat by 13 December.", "en", []),
        ("Kindly RSVP to nets@example.org by 15 May.", "en", []),
        ("For more information please contact the Port Authority.\nIda Vik was born in Tide Bay.", "en", []),
    ],
)
def test_lines_behind_an_announcement(text: str, language: str, expected: list[Contact]) -> None:
    assert contacts(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Pour plus d'informations, veuillez contacter\nAline Onda\nOIM Marée\nTél: +41 00 000 00 00\nou\n"
            "Eva Sol, OIM Genève, Tél: +41 00 000 00 01.",
            "fr",
            [("Aline Onda", None, "OIM Marée"), ("Eva Sol", None, "OIM Genève")],
        ),
        ("After the storm they asked for more nets from the Ida V. and Ola T. Lund Fund.", "en", []),
        ("لمزيد من المعلومات: آنا لوز، هاتف: 000\nالمذكرة المفاهيمية", "ar", [("آنا لوز", None, None)]),
    ],
)
def test_where_contacts_begin_and_end(text: str, language: str, expected: list[Contact]) -> None:
    assert contacts(text, language) == expected


def test_questions_that_a_sentence_tells_of_announce_nobody() -> None:
    text = '"Nobody put the right questions to them," says Ida Vik, IOM Chief of Mission in Tide. "They waited."'
    found = read_prose(page_of(text), set(), release=True, language="en")
    assert [(person.name, person.role) for person in found.people] == [("Ida Vik", "quoted")]
