"""Agendas: each layout habit as a small text capture or HTML page, and what the agenda must say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse_capture, read
from parsers.agenda.walk import Walk
from tests.parsers.agenda_records import html_record, text_record, when, who


def test_time_and_title_on_one_line_and_on_two() -> None:
    record = text_record(
        "Agenda\n\nMonday, 24 November 2014\n\n10:00 - 11:00\n\nOpening of the session\n\n"
        "11:00-12:30 Keynote Address\nH.E. Annika Løvgren, Commissioner for Regional Affairs, Nordic Bureau (Video)\n\n"
        "Tuesday, 25 November 2014\n\n15:00 - 18:00 General Debate (continued)\n"
    )
    assert when(record) == [
        ("2014-11-24", "10:00", "11:00", "Opening of the session"),
        ("2014-11-24", "11:00", "12:30", "Keynote Address"),
        ("2014-11-25", "15:00", "18:00", "General Debate (continued)"),
    ]
    assert who(record.sessions[1]) == [("Annika Løvgren", "panellist")]
    assert (record.start_date, record.end_date) == ("2014-11-24", "2014-11-25")


def test_dotted_times_and_bare_hours_count_in_a_row() -> None:
    record = text_record(
        "Monday, 24 November 2014\n\n09.30  Adoption of the Agenda\nin the chair: Mr. Odd Lie, Harbour Master, Port of Tide\n\n"
        "10.15 h Panel: Nets\n15 h : Clôture\n\nTuesday, 25 November 2014\n\n09.00 Welcome\n"
    )
    assert when(record) == [
        ("2014-11-24", "09:30", None, "Adoption of the Agenda"),
        ("2014-11-24", "10:15", None, "Panel: Nets"),
        ("2014-11-24", "15:00", None, "Clôture"),
        ("2014-11-25", "09:00", None, "Welcome"),
    ]
    assert who(record.sessions[0]) == [("Odd Lie", "chair")]


@pytest.mark.parametrize(
    "lines",
    [
        "1.05 Scope\n1.10 Terms\n2.05 Nets\n2.10 Boats",  # sections
        "12.50 Soup\n9.75 Bread\n8.20 Tea",  # prices, in no order
        "9.30 Tea",
        "10.30 kilometres from the port\n11.30 kilometres from the pier\n12.30 kilometres in all",
    ],
)
def test_numbers_that_are_no_times(lines: str) -> None:
    assert text_record(f"Monday, 24 November 2014\n\n{lines}\n").sessions == []


@pytest.mark.parametrize(
    "head",
    [
        "Senior officials | 24 November 2014",
        "Premier jour, lundi 24 novembre 2014",
        "اليوم الأول – الاثنين 24 نوفمبر 2014",
    ],
)
def test_a_days_heading_may_end_in_the_day(head: str) -> None:
    record = text_record(f"{head}\n\n10:00 - 11:00 Panel: Nets\n\n11:00 - 12:00 Panel: Boats\n")
    assert [(s.date, s.start) for s in record.sessions] == [("2014-11-24", "10:00"), ("2014-11-24", "11:00")]


def test_a_deadline_over_a_programme_is_no_day_of_it() -> None:
    record = text_record("24 November 2014\n\nRegistration closes: 3 November 2014\n10:00 - 11:00 Panel: Nets\n")
    assert [(s.date, s.start) for s in record.sessions] == [("2014-11-24", "10:00")]


def test_a_days_heading_with_a_subject_is_no_item() -> None:
    record = html_record(
        "<h3>Monday 24 November 2014: The nets</h3><p>09:00 – 10:00</p><p>Welcome</p><p>10:00 – 11:00</p><p>Panel: Knots</p>"
        "<h3>Tuesday 25 November 2014: The boats</h3><p>09:00 – 10:00</p><p>Panel: Keels</p><p>10:00 – 11:00</p><p>Tea</p>"
    )
    assert [(s.date, s.title) for s in record.sessions] == [
        ("2014-11-24", "Welcome"),
        ("2014-11-24", "Panel: Knots"),
        ("2014-11-25", "Panel: Keels"),
        ("2014-11-25", "Tea"),
    ]


def test_items_of_a_list_with_their_own_days_and_notices_of_cancellation() -> None:
    record = text_record(
        "Mon 24 Nov 2014, 10:00–11:00 | Who mends the nets?\nLeads: Harbour Institute, IOM\n\n"
        "Tue 25 Nov 2014, 10:00–11:00 | Boats from the delta\nCANCELLED – with apologies\n\n"
        "Wed 26 Nov 2014, 12:00–13:00 | Lamps at sea (new time, previously 27 November)\nLead: Guild of Lamps\n"
        "Two ferries were cancelled in the storm.\n"
    )
    assert [(*when, s.kind) for when, s in zip(when(record), record.sessions, strict=True)] == [
        ("2014-11-24", "10:00", "11:00", "Who mends the nets?", "side_event"),
        ("2014-11-26", "12:00", "13:00", "Lamps at sea", "side_event"),
    ]
    assert [[body.name for body in s.organizers] for s in record.sessions] == [
        ["Harbour Institute", "IOM"],
        ["Guild of Lamps"],
    ]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Taking the floor:", "panellist"),
        ("On the dais:", "panellist"),
        ("Led by:", "moderator"),
        ("Presiding:", "chair"),
        ("Last words:", "closing"),
        ("Sous la conduite de :", "moderator"),
        ("Prennent la parole :", "panellist"),
        ("Toman la palabra:", "panellist"),
        ("Presiden:", "chair"),
        ("برئاسة:", "chair"),
        ("على المنصة:", "panellist"),
    ],
)
def test_labels_of_people_in_other_words(label: str, role: str) -> None:
    record = text_record(f"Monday, 24 November 2014\n\n10:00 - 11:00 Nets and boats\n{label} Sra. Inga Lund, CEPAL\n")
    assert who(record.sessions[0]) == [("Inga Lund", role)]


def test_one_who_chairs_is_followed_by_others_and_posts_stand_below_names() -> None:
    record = text_record(
        "Monday, 24 November 2014\n\n10:00 - 10:30\n\nIntroductory Presentation by Mr. Odd Lie\nDirector, Tide Port Authority\n"
        "10:30 - 11:00\n\nSpecial Panel: Who pays for the nets?\n\nChairperson:\n\nH.E. Mrs. Awa Diatta\n"
        "Permanent Representative of Senegal\n  • Mr. Luc Adjovi\n    Mayor, City of Tema\n\n"
        "11:00 - 12:00 Panel: Knots\nCo-chairs:\n  • Ms. Ida Vik, IOM\n  • Ms. Inga Lund, IOM\n\n"
        "12:00 - 12:30 Statement by the IOM Director General, Ms. Luz Mar\n"
    )
    assert [who(session) for session in record.sessions] == [
        [("Odd Lie", "opening")],
        [("Awa Diatta", "chair"), ("Luc Adjovi", "panellist")],
        [("Ida Vik", "chair"), ("Inga Lund", "chair")],
        [("Luz Mar", "panellist")],
    ]
    people = {person.name: (person.position, person.organization) for person in record.people}
    assert people["Odd Lie"] == ("Director", "Tide Port Authority")
    assert people["Luz Mar"] == ("Director General", "IOM")


def test_cards_of_speakers_have_post_and_body_below_the_name() -> None:
    record = html_record(
        "<p>3 June 2014.</p><h3>Panelistas</h3><p><b>Inés Huaraca Soto</b><br>Gerente de Sistemas de Pesca<br>RedAbierta</p>"
        "<p><b>Luis Prado</b><br>Fundador<br>Cooperativa del Puerto</p><p>Entrada libre.</p>"
    )
    assert [(p.name, p.position, p.organization) for p in record.people] == [
        ("Inés Huaraca Soto", "Gerente de Sistemas de Pesca", "RedAbierta"),
        ("Luis Prado", "Fundador", "Cooperativa del Puerto"),
    ]


@pytest.mark.parametrize(
    ("printed", "title", "venue"),
    [
        ("Welcome (Grand Hall)", "Welcome", "Grand Hall"),
        ("Panel 1 : Filets (Salle des Actes)", "Panel 1 : Filets", "Salle des Actes"),
        ("Adoption of the agenda (S/33/1)", "Adoption of the agenda", None),
        ("Panel: Boats (and their crews)", "Panel: Boats (and their crews)", None),
        ("Film: Nets (2014)", "Film: Nets (2014)", None),
    ],
)
def test_rooms_and_symbols_in_brackets_are_no_part_of_a_title(printed: str, title: str, venue: str | None) -> None:
    (session,) = text_record(f"Monday, 24 November 2014\n\n10:00 - 11:00 {printed}\n").sessions
    assert (session.title, session.venue) == (title, venue)


def test_a_slot_that_lost_its_title_is_no_session() -> None:
    record = text_record(
        "24 April 2014|Day 1\n\n9:00 - 10:00\n10:00 – 11:00\nWelcome Remarks\n  • Ada Obi, Director, IOM (Bio)\n"
    )
    assert when(record) == [("2014-04-24", "10:00", "11:00", "Welcome Remarks")]
    assert who(record.sessions[0]) == [("Ada Obi", "opening")]


def test_a_zone_in_a_days_heading_is_that_of_the_times_below_it() -> None:
    record = text_record(
        "Agenda – jueves 26 de octubre de 2023 (hora de Lima)\n\n8:30 - 9:00 Registro\n9:00 - 10:00 Panel 1: Puertos\n"
        "10:00 - 11:00 EST Clausura\n"
    )
    assert [(s.date, s.start, s.timezone) for s in record.sessions] == [
        ("2023-10-26", "08:30", "hora de Lima"),
        ("2023-10-26", "09:00", "hora de Lima"),
        ("2023-10-26", "10:00", "EST"),
    ]
    assert record.sessions[0].start_utc == "2023-10-26T13:30:00Z"


def test_a_place_behind_the_time_is_no_title() -> None:
    record = html_record(
        "<h3>Friday, 15 November 2024</h3>"
        "<p><strong>Pastures Without Fences</strong><br>15:00 – 16:00 AZT, Herders' Tent<br>"
        "Organizers: IOM, Union of Herders</p>"
        "<p><strong>Early Nets</strong><br>08:30 AZT, Green café<br>Hosted by the Union of Herders</p>"
    )
    assert [(s.start, s.end, s.timezone, s.title, s.venue) for s in record.sessions] == [
        ("15:00", "16:00", "AZT", "Pastures Without Fences", "Herders' Tent"),
        ("08:30", None, "AZT", "Early Nets", "Green café"),
    ]
    record = text_record(
        "Programme\n\nMonday, 3 June 2024\n\n10:00, Arrival of the boats\n11:00, Blessing of the nets\n"
    )
    assert [session.title for session in record.sessions] == ["Arrival of the boats", "Blessing of the nets"]


def test_labels_give_roles_to_the_lines_below() -> None:
    record = text_record(
        "Day One September 23rd, 2014\n\n10:15-11:15 Panel 1: Open doors\n\nModerator: Awa Diatta, Regional Adviser,  IOM\n\n"
        "Speakers:\n\n  • Gabriel Okot, Deputy Minister of Labour, South Sudan (Remarks)\n  • Dr. Chen Yi-hsuan, Harbour University\n\n"
        "11:15-11:30 Coffee break\n"
    )
    panel, coffee = record.sessions
    assert who(panel) == [("Awa Diatta", "moderator"), ("Gabriel Okot", "panellist"), ("Chen Yi-hsuan", "panellist")]
    assert (panel.kind, coffee.kind) == ("panel", "break")
    assert [document.label for document in panel.documents] == ["Remarks"]


def test_who_takes_part_in_a_round_table_is_on_its_panel() -> None:
    record = text_record(
        "Programa\n\nLunes 24 de noviembre de 2014\n\n10:00 - 11:00 Mesa redonda: redes y puertos\n"
        "Participan: Sra. Eva Luzón, Directora, Puerto de Tema; Sr. Ciro Vera, panadero\n\n"
        "11:00 - 12:00 Visita al faro\nParticipan: Sra. Luz Paillán, farera\n"
    )
    assert [who(session) for session in record.sessions] == [
        [("Eva Luzón", "panellist"), ("Ciro Vera", "panellist")],
        [("Luz Paillán", "speaker")],
    ]


def test_talks_name_their_speakers_behind_of() -> None:
    record = text_record(
        "Programme\n\nLundi 3 mars 2014\n\n09:00-09:30 Cérémonie d'ouverture\n\nMot de bienvenue de Mme Awa Diatta, OIM\n"
        "Allocution du Ministre des Ports, M. Luc Adjovi\nPalabras de la Sra. Inés Huaraca, CEPAL\nكلمة السيد سامي البدوي\n"
        "09:30-10:00 Pause\n"
    )
    assert who(record.sessions[0]) == [
        ("Awa Diatta", "opening"),
        ("Luc Adjovi", "opening"),
        ("Inés Huaraca", "opening"),
        ("سامي البدوي", "opening"),
    ]
    assert record.sessions[0].people[1].position == "Ministre des Ports"


def test_lists_outside_of_a_programme() -> None:
    record = html_record(
        "<p>Join the workshop on 3 June 2014.</p><p>Speakers</p><ul><li>Ms. Awa Diatta, Engineer, Port of Dakar</li></ul>"
        "<p>Opening</p><ul><li>Mr. Luc Adjovi, IOM</li></ul><p>Panel discussion</p><p>Speakers:</p>"
        "<ul><li>Ms. Inés Huaraca, CEPAL</li></ul><p>Quota: 35 places</p><p>Facilita: Sr. Saúl Mamani</p>"
    )
    assert [(p.name, p.role) for p in record.people] == [
        ("Awa Diatta", "speaker"),
        ("Luc Adjovi", "opening"),
        ("Inés Huaraca", "panellist"),
        ("Saúl Mamani", "moderator"),
    ]


@pytest.mark.parametrize(
    ("announced", "line", "person"),
    [
        ("Panelistas:", "Modera la Sra. Jimena Tlapa, Especialista en Puertos, OIM.", ("Jimena Tlapa", "moderator")),
        ("Intervenants :", "Préside M. Yao Kéita, maire de Grand-Port", ("Yao Kéita", "chair")),
        ("المتحدثون:", "تدير الحوار السيدة ليلى صبّاغ، باحثة، جامعة المرفأ", ("ليلى صبّاغ", "moderator")),
        ("Prendront notamment la parole :", "Mme Léa Roux, Présidente, Fédération du Port", ("Léa Roux", "speaker")),
        ("Tomarán la palabra:", "Sr. Luis Prado, Gerente, Caja del Puerto", ("Luis Prado", "speaker")),
        ("Speakers:", "Welcome words by Inga Lund, Alderwoman, City of Tide", ("Inga Lund", "opening")),
    ],
)
def test_lines_that_begin_with_what_somebody_does(announced: str, line: str, person: tuple[str, str]) -> None:
    record = html_record(f"<p>3 June 2014.</p><p>{announced}</p><ul><li>{line}</li></ul>")
    assert [(p.name, p.role) for p in record.people] == [person]


def test_who_gives_a_talk_stands_in_brackets_behind_it() -> None:
    record = text_record(
        "Agenda\n\n3 June 2014\n\n09:00 - 10:00 Keynote: Nets (Prof. Ola Vik, Tide University)\n"
        "10:00 - 11:00 Panel 1: Ropes (Harbour Room)\nWith: Ana Ruiz, ILO; Luc Petit, Port of Dakar\n"
    )
    assert [(s.title, who(s)) for s in record.sessions] == [
        ("Keynote: Nets", [("Ola Vik", "panellist")]),
        ("Panel 1: Ropes", [("Ana Ruiz", "panellist"), ("Luc Petit", "panellist")]),
    ]


def test_a_verb_before_a_name_without_title_is_no_label() -> None:
    record = html_record("<p>3 June 2014.</p><p>Abre Puerto Nuevo, sede de la feria, en mayo.</p>")
    assert record.people == []


def test_a_document_below_a_list_of_speakers_is_none_of_them() -> None:
    record = text_record(
        "البرنامج\n\n5 ديسمبر 2014\n\n09:00 - 10:00 كلمات الافتتاح\n  • السيدة أمل سالم، مديرة، وزارة الصيد\n\n"
        "10:00 - 11:00 الجلسة الأولى: المرفأ\nالمتحدثون:\n  • السيد عمر با، صياد\n\nالمذكرة المفاهيمية\n"
    )
    assert [who(session) for session in record.sessions] == [[("أمل سالم", "opening")], [("عمر با", "panellist")]]


def test_what_a_field_holds_is_no_title_of_a_session() -> None:
    record = html_record(
        '<ul><li><div class="field__label">Date</div><div class="field__item">14 Jun 2014, 15:00pm</div></li>'
        '<li><div class="field__label">Organizer</div><div class="field__item">Harbour Institute</div></li></ul>'
        "<p>15:00 to 16:30 CEST / 9:00 to 10:30 EDT</p><p>The harbour sinks a little every year, and so do its sheds.</p>"
    )
    assert record.sessions == []


def test_discussants_are_announced() -> None:
    record = html_record(
        "<p>On 3 June 2014 Ms. Ida Vik presents her study. The study will be discussed by:</p>"
        "<p>-Mr. Luc Adjovi – Technical Officer (Harbour Health), WHO</p>"
    )
    assert [(p.name, p.role, p.position, p.organization) for p in record.people] == [
        ("Luc Adjovi", "panellist", "Technical Officer (Harbour Health)", "WHO"),
        ("Ida Vik", "speaker", None, None),
    ]


def test_a_speech_is_given_by_the_person_under_its_title() -> None:
    page = (
        "<html lang=en><body><main><h1>Keynote Address to the Harbour Council, Oslo</h1><p>Ms. Ida Vik, Director, IOM</p>"
        "<p>Your Excellency Mr. Luc Adjovi, Minister of Ports,</p><p>The assembly was opened by Ms. Inga Lund in 2003.</p>"
        "</main></body></html>"
    )
    record = parse_capture(
        page.encode(), "https://www.iom.int/speeches-and-talks/keynote-harbour-council", "text/html"
    )[1]
    assert record.kind == "other"
    assert {p.name: p.role for p in record.people} == {
        "Ida Vik": "speaker",
        "Luc Adjovi": "mentioned",
        "Inga Lund": "opening",
    }


def test_a_contact_ends_the_programme() -> None:
    record = text_record("Agenda\n\n3 June 2014\n\n10:00 - 11:00 Panel 1: Tides\n\nContact: Ms. Ida Vik, IOM Oslo\n")
    assert who(record.sessions[0]) == []
    assert [(p.name, p.role, p.organization) for p in record.people] == [("Ida Vik", "contact", "IOM Oslo")]


@pytest.mark.parametrize(
    "announced",
    [
        "For more information, please contact:",
        "Pour plus d'informations, veuillez contacter :",
        "Para mayor información, por favor contactar a:",
        "للمزيد من المعلومات، يرجى الاتصال بـ:",
    ],
)
def test_a_line_that_announces_contacts_ends_the_programme(announced: str) -> None:
    record = text_record(
        f"Agenda\n\n3 June 2014\n\n10:00 - 11:00 Closing remarks\n- Mr. Luc Adjovi, Baker\n{announced}\nMs. Ida Vik\nIOM Oslo\n"
    )
    assert [name for name, _role in who(record.sessions[0])] == ["Luc Adjovi"]
    assert ("Ida Vik", "contact") in [(p.name, p.role) for p in record.people]


def test_a_session_on_questions_does_not_end_the_programme() -> None:
    record = text_record("Agenda\n\n3 June 2014\n\n10:00 - 11:00 Time for questions:\n- Mr. Luc Adjovi, Baker\n")
    assert [name for name, _role in who(record.sessions[0])] == ["Luc Adjovi"]


def test_side_events_headed_by_day_and_title() -> None:
    record = text_record(
        "Side events\n\n19 September 2014 | Guarding the Future\nTime: 10.30-12.00 EDT\n"
        "IOM Speaker: Ada Obi, IOM Deputy Director General, will speak on a panel\n"
        "Co-organizers: Finland, Uganda, IOM, Relief Trust Fund (RTF)\nThe event will consist of two dialogues.\n"
        "22 September 2014 | Round table on Peace\nTime: 13.15 – 14.30 (EDT)\nOrganizer: IOM\n"
    )
    first, second = record.sessions
    assert (first.date, first.start, first.end, first.timezone, first.kind) == (
        "2014-09-19",
        "10:30",
        "12:00",
        "EDT",
        "side_event",
    )
    assert first.start_utc == "2014-09-19T14:30:00Z"
    assert [body.name for body in first.organizers] == ["Finland", "Uganda", "IOM", "Relief Trust Fund (RTF)"]
    assert (second.title, second.end) == ("Round table on Peace", "14:30")


def test_side_events_whose_title_stands_before_the_time() -> None:
    record = text_record(
        "IOM at the high-level week 2014\n\nTuesday 16 September\n\nA Bridge Not a Wall: Twinning Towns\n"
        "1:15 – 2:30 pm EDT | Conference Room 7, UN Headquarters\nOrganizers: Permanent Mission of Mexico, IOM\n"
        "Moderator: Claire Oduya, IOM\n\nThursday 18 September\n\nBreakfast Briefing on Floods\n8.00 a.m. - 9.15 a.m. EDT\n"
        "Co-hosted by the Governments of Bangladesh and Fiji\n"
    )
    assert when(record) == [
        ("2014-09-16", "13:15", "14:30", "A Bridge Not a Wall: Twinning Towns"),
        ("2014-09-18", "08:00", "09:15", "Breakfast Briefing on Floods"),
    ]
    assert record.sessions[0].venue == "Conference Room 7, UN Headquarters"


def test_times_glued_to_titles_in_a_lost_table() -> None:
    record = text_record(
        "Workshop on Papers\n14 June 2014, Riverside Hall, Phnom Penh, Cambodia\nTimeProgram\n09:00 - 09:30Registration\n"
        "09:30 - 10:00Opening remarksMs. Delphine Akin, Regional Director, IOMH.E. Mr. Sok Vann, Secretary of State, Cambodia\n"
        "10:00 - 11:15Panel 1: BirthsModerator: Ms. Hanh Tran, UNICEFPanellists: Mr. Arif Bud, Civil Registry, Indonesia\n"
    )
    assert [title for *_rest, title in when(record)] == ["Registration", "Opening remarks", "Panel 1: Births"]
    assert who(record.sessions[1]) == [("Delphine Akin", "opening"), ("Sok Vann", "opening")]
    assert who(record.sessions[2]) == [("Hanh Tran", "moderator"), ("Arif Bud", "panellist")]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Speakers: Ms. Anita Rao, World Bank; Mr. Peter Lund, UNCDF. Moderated by Ms. Julia Weber, IOM",
            [
                ("Anita Rao", "panellist", "World Bank"),
                ("Peter Lund", "panellist", "UNCDF"),
                ("Julia Weber", "moderator", "IOM"),
            ],
        ),
        (
            "Intervenants : Mme Awa Sow, OIM. Animé par Mme Rita Kone, PNUD",
            [("Awa Sow", "panellist", "OIM"), ("Rita Kone", "moderator", "PNUD")],
        ),
        (
            "Ponentes: Sr. Luis Mora, OIM; Moderado por Sra. Eva Paz, PNUD",
            [("Luis Mora", "panellist", "OIM"), ("Eva Paz", "moderator", "PNUD")],
        ),
        (
            "Speakers: Ms. Anita Rao, Office of Talks Moderated by Youth",
            [("Anita Rao", "panellist", "Office of Talks Moderated by Youth")],
        ),
    ],
)
def test_who_moderates_stands_behind_the_speakers(line: str, people: list[tuple[str, str, str]]) -> None:
    record = text_record(f"12 May 2014\n\n10:00 – 11:30 Panel 1: Costs of sending money\n{line}\n")
    [session] = record.sessions
    assert [(person.name, person.role, person.organization) for person in session.people] == people


def test_reverse_order_keeps_the_order_of_the_page() -> None:
    record = text_record(
        "12 April 2014\n\n10:00-10:30 Opening Session\n\n17:50-18:00 Closing Session\n\nEnd of Session\n\n"
        "15:00-16:30 Session 2: Safe placements\n\n10:30-13:00 Session 1: Why they go\n"
    )
    assert [start for _date, start, *_rest in when(record)] == ["10:00", "17:50", "15:00", "10:30"]


def test_tabs_and_accordions_hold_their_day() -> None:
    record = html_record(
        "<details><summary>Tuesday, 2 December 2014</summary><h4>09:00 – 10:00</h4><p><strong>Opening ceremony</strong></p>"
        "<p>Hon. Wambui Njoki, Cabinet Secretary for Arid Lands, Kenya</p></details>"
        "<details><summary>Wednesday, 3 December 2014</summary><h4>09:00 – 10:30</h4><p><strong>Panel 2: Camps</strong></p>"
        "<ul><li>Ms. Hodan Ismail, Councillor, Town of Buulo</li></ul></details>"
    )
    assert when(record) == [
        ("2014-12-02", "09:00", "10:00", "Opening ceremony"),
        ("2014-12-03", "09:00", "10:30", "Panel 2: Camps"),
    ]
    assert who(record.sessions[0]) == [("Wambui Njoki", "opening")]


def test_a_day_heads_its_part_of_a_table() -> None:
    record = html_record(
        "<p>Lima, del 30 de octubre al 1 de noviembre de 2017</p>"
        "<table><tr><td><b>Hora</b></td><td><b>Lunes 30 de octubre</b></td></tr><tr><td>10:00 - 10:30</td><td>Apertura</td></tr>"
        "<tr><td><b>Hora</b></td><td><b>Martes 31 de octubre</b></td></tr><tr><td>10:00 - 12:00</td><td>Panel 1: Salario</td></tr>"
        "</table>"
    )
    assert when(record) == [
        ("2017-10-30", "10:00", "10:30", "Apertura"),
        ("2017-10-31", "10:00", "12:00", "Panel 1: Salario"),
    ]


def test_a_day_in_brackets_behind_its_number_and_inside_the_events_days() -> None:
    record = text_record(
        "Workshop on Floods\nDhaka, 20-22 June 2023\n\nThe water came on 16 June 2022.\n\nDay 1 (20 June)\n09:00 - 10:00 Opening\n"
        "10:00 - 11:00 Panel 1: Counting\nDay 2 (21 June)\n09:30 - 11:00 Panel 2: Villages\n"
    )
    assert [(date, title) for date, _start, _end, title in when(record)] == [
        ("2023-06-20", "Opening"), ("2023-06-20", "Panel 1: Counting"), ("2023-06-21", "Panel 2: Villages"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"), [("Day 1 – Thursday", "Day 2 – Friday"), ("Primer día – jueves", "Segundo día – viernes")]
)
def test_a_second_day_that_only_its_weekday_names(first: str, second: str) -> None:
    record = text_record(
        f"{first} 9/6/2022\n13:00 – 13:20 Opening remarks\n{second}\n13:00 – 14:30 Panel II: Who pays?\n"
    )
    assert [(date, title) for date, _start, _end, title in when(record)] == [
        ("2022-06-09", "Opening remarks"), ("2022-06-10", "Panel II: Who pays?"),
    ]  # fmt: skip
    assert (record.start_date, record.end_date) == ("2022-06-09", "2022-06-10")


def test_a_side_events_own_day_inside_that_of_a_forum() -> None:
    record = text_record(
        "Side Event: Data for Dignity\nOn the margins of the Review Forum, New York, 17–20 May 2022\n"
        "When: Wednesday 18 May, 13:15–14:30 EDT\nWhere: Conference Room 9\n"
        "Speakers: Fernanda Olazábal; Lamin Touray; Dr. Hyacinth Peart\nModerator: Ana Ruiz, ODI; Harbour University\n"
    )
    assert (record.start_date, record.end_date, record.location.city) == ("2022-05-18", "2022-05-18", "New York")
    assert [person.name for person in record.people] == [
        "Fernanda Olazábal",
        "Lamin Touray",
        "Hyacinth Peart",
        "Ana Ruiz",
    ]


def test_a_card_gives_day_and_hours_on_one_line() -> None:
    record = html_record(
        "<h3>Loss and the right to stay</h3><p>When: 12 November 2024, 11:30–12:45 (GMT+4)<br>Where: Blue Pavilion</p>"
        "<p>Moderator: Ms. Vaimoana Leuta, IOM</p>"
        "<h3>Paying early</h3><p>When: 14 November 2024, 16:45–18:15 (GMT+4)<br>Where: Room 4</p><p>Moderator: Mr. Ali Abera, IOM</p>"
    )
    assert when(record) == [
        ("2024-11-12", "11:30", "12:45", "Loss and the right to stay"), ("2024-11-14", "16:45", "18:15", "Paying early"),
    ]  # fmt: skip


def test_table_with_a_day_in_each_column() -> None:
    record = html_record(
        "<table><tr><th>Time</th><th>Tuesday 9 September 2014</th><th>Wednesday 10 September 2014</th></tr>"
        "<tr><td>09:00 – 09:30</td><td>Opening<br>Ms. Hadja Kéita, Chief of Mission, IOM Guinea</td><td>Recap of day one</td></tr>"
        "<tr><td>09:30 – 11:00</td><td>Panel 1: Who looks after the old?</td><td>Panel 2: Nurses who come back</td></tr></table>"
    )
    assert when(record) == [
        ("2014-09-09", "09:00", "09:30", "Opening"),
        ("2014-09-10", "09:00", "09:30", "Recap of day one"),
        ("2014-09-09", "09:30", "11:00", "Panel 1: Who looks after the old?"),
        ("2014-09-10", "09:30", "11:00", "Panel 2: Nurses who come back"),
    ]


def test_table_with_columns_of_speakers_and_full_width_days() -> None:
    record = html_record(
        "<table><tr><td>Time</td><td>Session</td><td>Speakers</td></tr><tr><td colspan=3>DAY ONE – 12 September 2014</td></tr>"
        "<tr><td>9:00-9:30</td><td>Welcome</td><td>Ms. Ingibjörg Sól, Director, IOM</td></tr>"
        "<tr><td>9:30-11:00</td><td>Session 1: Thermometers</td><td>Chair: Dr. Leilani Akana<br>Dr. Zhou Min, Epidemiologist</td></tr></table>"
    )
    welcome, session = record.sessions
    assert (welcome.date, welcome.title, who(welcome)) == ("2014-09-12", "Welcome", [("Ingibjörg Sól", "opening")])
    assert who(session) == [("Leilani Akana", "chair"), ("Zhou Min", "panellist")]


def test_days_named_by_weekday_and_number_only() -> None:
    record = text_record(
        "Taller sobre retorno\n\nLugar: Hotel Dann, Pasto, Colombia\nFecha: 22 y 23 de noviembre de 2005\n\nMartes 22\n\n"
        "8:00 - 8:30 Inscripciones\n8:30 - 9:00 Bienvenida, Monseñor Enrique Prado, Obispo de Pasto\n\nMiércoles 23\n\n"
        "12:00 - 12:30 Clausura, Sr. Diego Benalcázar, Jefe de Misión, OIM\n"
    )
    assert when(record) == [
        ("2005-11-22", "08:00", "08:30", "Inscripciones"),
        ("2005-11-22", "08:30", "09:00", "Bienvenida"),
        ("2005-11-23", "12:00", "12:30", "Clausura"),
    ]
    assert who(record.sessions[2]) == [("Diego Benalcázar", "closing")]


def test_cancelled_items_are_not_listed_and_leftovers_are_named() -> None:
    record = text_record(
        "3 March 2014\n\n09:00-10:00 Opening remarks\n\nStatements by delegations\n\n10:00-11:00 CANCELLED: Panel on storms\n\n"
        "11:00-12:00 Session 2: Rivers\n"
    )
    assert [title for *_rest, title in when(record)] == ["Opening remarks", "Session 2: Rivers"]
    assert any(p.code == "leftover" and "Statements by delegations" in p.message for p in record.problems)


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Monday, 3 March 2014", "09:00 - 10:00", "10:00-11:00 Panel 1: X", "Speakers:", "Moderator: Ada Obi, IOM", "  • Ada Obi, Director, IOM",
             "Coffee break", "", "Day 2", "Venue: Room 3", "End of Session", "- Agenda", "-"]
        ),
        st.text(max_size=60),
    ),
    max_size=25,
)  # fmt: skip


@given(_LINES)
@settings(max_examples=120, deadline=None)
def test_any_lines_give_a_valid_record(lines: list[str]) -> None:
    page, record = parse_capture(("URL: https://www.iom.int/x\n\n" + "\n".join(lines)).encode(), None, "text/plain")
    for session in record.sessions:
        start, end = session.title_span
        assert session.title
        assert 0 <= start <= end <= len(page.text)
    for person in record.people:
        assert 0 <= person.start <= person.end <= len(page.text)
    for evidence in record.evidence:
        assert 0 <= evidence.start <= evidence.end <= len(page.text)


def test_a_surname_behind_a_title_is_completed_from_the_programme() -> None:
    record = html_record(
        "<table><tr><td>Time</td><td>Activity</td><td>Presenter</td></tr>"
        "<tr><td>09:00 - 10:00</td><td>Knots</td><td>Ms. Luz van der Berg, Rigger, Harbour Institute<br>Mr. Per Vik, Rigger</td></tr>"
        "<tr><td>10:00 - 11:00</td><td>Nets</td><td>Ms. van der Berg</td></tr>"
        "<tr><td>11:00 - 12:00</td><td>Sails</td><td>Mr. Ola Vik, Sailmaker</td></tr>"
        "<tr><td>12:00 - 13:00</td><td>Oars</td><td>Mr. Vik</td></tr></table>"
    )
    assert who(record.sessions[1]) == [("Luz van der Berg", "panellist")]
    assert who(record.sessions[3]) == [("Vik", "panellist")]  # two of that name


def test_an_abbreviation_behind_the_time_is_no_part_of_the_title() -> None:
    record = text_record(
        "Programa\n\nJueves 16 de octubre de 2014\n\n9:30 - 10:00 hrs. Ceremonia de inauguración\n\n"
        "  • Luz Paillán, Directora, Instituto del Puerto\n\n11:30 - 11:45 hrs. Café\n"
    )
    assert [(s.title, s.kind) for s in record.sessions] == [
        ("Ceremonia de inauguración", "ceremony"),
        ("Café", "break"),
    ]
    assert who(record.sessions[0]) == [("Luz Paillán", "opening")]


@pytest.mark.parametrize(
    "line",
    ["Discours d’ouverture de Mme Inès Lô", "Discours d'ouverture de Mme Inès Lô", "Mot d’ouverture par Inès Lô"],
)
def test_a_role_before_of_with_either_apostrophe(line: str) -> None:
    record = text_record(f"Programme\n\nLundi 3 juin 2024\n\n09:00 - 10:00 Ouverture\n  • {line}, Ministre du Port\n")
    assert who(record.sessions[0]) == [("Inès Lô", "opening")]


def test_a_long_title_with_its_people_behind_a_single_time() -> None:
    record = text_record(
        "Programme\n\nMardi 18 décembre 2018\n\n15h00 : Vernissage des filets\n\n"
        "16h00 : Table ronde « Au lendemain de la tempête, que faire des filets du port ? », avec Inès Lô, Cheffe de "
        "mission de l’OIM au Maroc, Adama Sy, sociologue à l’Université du Port, et Awa Ba, présidente de l’Association "
        "des marins. Modération : Luz Paillán, journaliste\n\n"
        "17h00 : Les bateaux rentrent à la marée, et qui le veut les attend sur le quai avec les enfants et les vieux du "
        "village, qui racontent la tempête et les filets perdus, comme chaque année depuis la grande tempête de la mer.\n"
    )
    assert [session.title for session in record.sessions] == [
        "Vernissage des filets",
        "Table ronde « Au lendemain de la tempête, que faire des filets du port ? »",
    ]
    assert who(record.sessions[1]) == [
        ("Inès Lô", "panellist"),
        ("Adama Sy", "panellist"),
        ("Awa Ba", "panellist"),
        ("Luz Paillán", "moderator"),
    ]


def test_the_post_of_a_labelled_person_may_stand_on_the_next_line() -> None:
    record = text_record(
        "Workshop on Nets\n\n10 October 2023, Lisbon\n\n09:00 - 10:00 Panel 1: Boats\n\nModerator: Ms. Ada Lindqvist\n"
        "Harbour Master, Boat Trust\n\n10:00 - 11:00 Panel 2: Nets\n\nModérateur : M. Olaf Brekke\n"
        "Professeur, Université de Lomé\n\n11:00 - 12:00 Panel 3: Oars"
    )
    people = [[(p.name, p.role, p.position, p.organization) for p in s.people] for s in record.sessions]
    assert people == [
        [("Ada Lindqvist", "moderator", "Harbour Master", "Boat Trust")],
        [("Olaf Brekke", "moderator", "Professeur", "Université de Lomé")],
        [],
    ]


@pytest.mark.parametrize(
    ("line", "title", "person"),
    [
        (
            "Presentation of the report by Ada Lindqvist, Harbour Master, Boat Trust",
            "Presentation of the report",
            ("Ada Lindqvist", "Harbour Master", "Boat Trust"),
        ),
        (
            "Présentation du rapport par Ada Lindqvist, cheffe de port, Boat Trust",
            "Présentation du rapport",
            ("Ada Lindqvist", "cheffe de port", "Boat Trust"),
        ),
        (
            "Presentación del informe por Ada Lindqvist, jefa de puerto, Boat Trust",
            "Presentación del informe",
            ("Ada Lindqvist", "jefa de puerto", "Boat Trust"),
        ),
        ("Boats lost by Night, Fog, Rain", "Boats lost by Night, Fog, Rain", None),
        ("Steps taken by the Ministry of Ports, Chile", "Steps taken by the Ministry of Ports, Chile", None),
    ],
)
def test_who_gives_an_item_without_a_title_before_the_name(
    line: str, title: str, person: tuple[str, str, str] | None
) -> None:
    record = text_record(f"Workshop on Nets\n\n10 October 2023, Lisbon\n\n09:00 - 10:00 {line}\n\n10:00 - 11:00 Lunch")
    assert record.sessions[0].title == title
    told = [(p.name, p.position, p.organization) for p in record.sessions[0].people]
    assert told == ([person] if person else [])


def test_only_titles_over_labelled_days_are_kept_from_other_readers() -> None:
    entries = "\n\n".join(f"{{}}\n\nDate: {day} October 2023\n\nTime: 13:15 - 14:30" for day in (10, 11))
    for above, places in (("Boats that come home", {1, 4}), ("The boats come home.", set[int]())):
        body = f"URL: https://www.iom.int/a\n\nSide events\n\n{entries.replace('{}', above)}"
        entries_read = Walk(read(body.encode(), None, "text/plain")).titles_over_labels.values()
        assert {entry.title for entry in entries_read} == places
