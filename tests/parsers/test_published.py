"""The day of publication: fields, date lines, datelines, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.assembly import assemble_record
from parsers.dates.published import published_on
from parsers.page import Block, Page, assemble
from parsers.record import Kind
from tests.parsers.prose_pages import page_of

BODY = "IOM and the carpenters of the town finished the last house of the first hundred, and a widow moved in that evening."


def day_of(page: Page, kind: Kind) -> str | None:
    found = published_on(page, kind)
    if found is None:
        return None
    assert 0 <= found.span[0] <= found.span[1] <= len(page.text)
    return found.date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("21 June 2019", "2019-06-21"),
        ("Tuesday, 3 August 2004", "2004-08-03"),
        ("Posted on 8 March 2018", "2018-03-08"),
        ("Publié le 17 mars 2023", "2023-03-17"),
        ("Fecha: 26 de agosto de 2019", "2019-08-26"),
        ("Press release | 16 November 2022", "2022-11-16"),
        ("No. 912 – 16 November 2004", "2004-11-16"),
        ("Communiqué N° 87/04, 16 novembre 2004", "2004-11-16"),
        ("Room 912 – 16 November 2004", None),
        ("Report (published 8 February 2016)", None),
        ("Communiqué de presse, 16 novembre 2022", "2022-11-16"),
        ("بيان صحفي - 16 نوفمبر 2022", "2022-11-16"),
        ("Posted: Wed, 11/16/2022 - 10:12", "2022-11-16"),
        ("12 أكتوبر 2021", "2021-10-12"),
        ("Vendredi, 13 Mars 2009 08:31", "2009-03-13"),
        ("Ciudad de Guatemala, jueves 18 de octubre de 2007", "2007-10-18"),
        ("Tbilisi, 3 May 2011", "2011-05-03"),
        ("Annex to the report, 3 May 2011", None),
        ("By Ana Brix | 3 May 2011", "2011-05-03"),
        ("3 mai 2011 | Par Ana de Brix", "2011-05-03"),
        ("Por Ana Brix – 3 de mayo de 2011", "2011-05-03"),
        ("Submitted by admin on Tue, 05/03/2011 - 14:30", "2011-05-03"),
        ("Posted by: IOM Portugal, 3 May 2011", "2011-05-03"),
        ("Updated: 5 May 2011 | Published: 3 May 2011", "2011-05-03"),
        ("Mise en ligne le 3 mai 2011", "2011-05-03"),
        ("نشر بتاريخ 3 مايو 2011", "2011-05-03"),
        ("صدر في 3 مايو 2011", "2011-05-03"),
        ("By bus on 3 May 2011", None),
        ("Nets mended by hand | 3 May 2011", None),
        ("IOM - News - Tue, 06/19/2018 - 09:14", None),
        ("25 to 27 June 2019", None),
        ("June 2019", None),
        ("On 21 June 2019 the ministers met", None),
    ],
)
def test_a_line_under_the_title(line: str, day: str | None) -> None:
    assert day_of(page_of(f"{line}\n{BODY}", title="First Hundred Roofs"), "press_release") == day


@pytest.mark.parametrize(
    ("over", "text", "day"),
    [
        (
            "7 September 2021",
            "On Wednesday 22 September 2021 three nurses compare notes for an hour and a half.",
            "2021-09-07",
        ),
        (
            "7 September 2021",
            "Three nurses compare notes for an hour and a half, and one who counts them does too.",
            None,
        ),
        (
            "22 September 2021",
            "On 22 September 2021 three nurses compare notes, as they did on 3 March 2021 before.",
            None,
        ),
    ],
)
def test_a_day_over_an_events_title_that_its_text_lies_behind(over: str, text: str, day: str | None) -> None:
    page = Page("https://www.iom.int/events/x", "text", title="Who Nurses the Nurses?")
    page.blocks = [
        Block("paragraph", over),
        Block("heading", "Who Nurses the Nurses?", level=1),
        Block("paragraph", text),
    ]
    assert day_of(assemble(page), "event") == day


@pytest.mark.parametrize(
    ("tag", "line", "day"),
    [
        ("Event", "Date: 20 May 2022", "2022-05-14"),
        ("Événement", "20 et 21 mai 2022, Dakar", "2022-05-14"),
        ("Evento", "Fecha: 14 de mayo de 2022", None),
        (None, "Date: 20 May 2022", None),
    ],
)
def test_a_day_over_an_events_title_below_the_pages_kind(tag: str | None, line: str, day: str | None) -> None:
    page = Page("https://www.iom.int/events/x", "text", title="Who Nurses the Nurses?", tag=tag)
    texts = "14 May 2022", "Who Nurses the Nurses?", line, "Three nurses compare notes, and one who counts them too."
    page.blocks = [Block("heading" if text == page.title else "paragraph", text) for text in texts]
    assert day_of(assemble(page), "event") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Almaty, June 9, 2018 – Consular staff and leaders of the diaspora met for two days in a hall.", "2018-06-09"),
        (
            "Quito, 3 de octubre de 2022. Con la presencia de todos abrió sus puertas un centro para vecinos.",
            "2022-10-03",
        ),
        ("Some of them, in all of May 2022. And more than that came of it in the long run of the year.", None),
        ("New York, 23 May 2024 – Migration does good to every community, says the organization.", "2024-05-23"),
        ("(16 October 2017, Geneva/New York): More than half a million people fled across the river.", "2017-10-16"),
        (
            "Bruxelles, le 5 mai 2023 – Le Bureau de l'OIM a tenu les 3 et 4 mai un forum sur les familles.",
            "2023-05-05",
        ),
        ("Cúcuta, 26 de agosto de 2024.- La Alcaldía y la OIM abrieron hoy la primera ventanilla única.", "2024-08-26"),
        (
            "30 نوفمبر 2021، القاهرة - اجتمعت دول المنطقة العربية يوم الثلاثاء في جلسة تعريفية دعت إليها الشبكة.",
            "2021-11-30",
        ),
        (
            "طرابلس - 17 مارس 2022: اختتمت المنظمة الدولية للهجرة أمس دورة تدريبية لعشرين ضابطا من خفر السواحل.",
            "2022-03-17",
        ),
        (
            "Lomé – 4 juin 2021 – Vingt agents des douanes ont appris hier à reconnaître une fausse signature.",
            "2021-06-04",
        ),
        ("تونس - 9 مايو 2019 – افتتحت المنظمة الدولية للهجرة أمس دورة تدريبية لعشرين من موظفي الحدود.", "2019-05-09"),
        ("بيروت، لبنان – 9 مايو 2019 – افتتحت المنظمة الدولية للهجرة أمس دورة تدريبية لموظفي الحدود.", "2019-05-09"),
        (
            "Bogotá, 16 de noviembre de 2022 (OIM) – Vecinos de dos barrios aprendieron a leer un contrato.",
            "2022-11-16",
        ),
        (
            "[Nairobi, 16 November 2022] Neighbours of two quarters of the town learned to read a contract.",
            "2022-11-16",
        ),
        (
            "Nairobi | 16 November 2022 | Neighbours of two quarters of the town learned to read a contract.",
            "2022-11-16",
        ),
        ("In Nairobi (on 16 November 2022) neighbours of two quarters of the town learned to read.", None),
        ("Lomé – 4 juin 2021, vingt agents des douanes ont appris à reconnaître une fausse signature.", None),
        ("Kabul, 30 June – IOM needs USD 14 million to house families before the first snow of 2022.", "2022-06-30"),
        ("Kabul, 30 June – IOM needs USD 14 million to house families before the first snow falls there.", None),
        ("Geneva – The Council opened today (29/11) at the Palais des Nations and runs until 2 December.", None),
        ("Jakarta – On February 9th, 2023, the ministers of the region met to speak about fishing crews.", None),
        ("Dakar – Du 10 au 13 avril 2019, trente journalistes ont suivi un cours donné par l'organisation.", None),
    ],
)
def test_datelines(text: str, day: str | None) -> None:
    assert day_of(page_of(text, title="A Release"), "press_release") == day


REPORTS = [
    "On 4 and 5 November 2010 ninety judges met in Budapest for a conference on guardians.",
    "Les 4 et 5 novembre derniers, Bamako a accueilli la Conférence sur le retour des migrants.",
    "El 4 y 5 de noviembre de 2010 se celebró en Quito la Conferencia sobre las familias de acogida.",
    "عقدت المنظمة الدولية للهجرة يومي 4 و5 نوفمبر 2010 مؤتمرا في تونس حول حماية الأطفال في المدن.",
]


@pytest.mark.parametrize("lead", REPORTS)
def test_the_date_over_a_report_of_a_meeting_is_the_pages_own(lead: str) -> None:
    page = page_of(f"11 November 2010\n{lead}", title="A Conference")
    assert day_of(page, "event") == "2010-11-11"
    record = assemble_record(page).record
    if record.kind == "event":
        assert (record.start_date, record.end_date) == ("2010-11-04", "2010-11-05")
    assert published_on(page, "event", agenda=True) is None


@pytest.mark.parametrize(
    "lead",
    [
        "The conference is held in Budapest and brings ninety judges to one table for the day.",
        "After a round in May 2010 ninety judges met on 4 and 5 November 2008 for a conference on guardians.",
        "The conference will take place on 11 and 12 November 2010 in the town hall of Budapest.",
    ],
)
def test_the_date_over_an_announcement_is_the_events(lead: str) -> None:
    assert day_of(page_of(f"11 November 2010\n{lead}", title="A Conference"), "event") is None


def with_field(name: str, text: str, datetime: str | None = None) -> Page:
    page = Page("https://www.iom.int/news/x", "html", title="A Title")
    page.blocks = [
        Block("heading", "A Title", level=1),
        Block("field_value", text, field=name, datetime=datetime),
        Block("paragraph", BODY, field="body"),
    ]
    return assemble(page)


@pytest.mark.parametrize(
    ("name", "text", "kind", "day"),
    [
        ("date", "24 juin 2022", "press_release", "2022-06-24"),
        ("field-posted", "Miércoles, Noviembre 20, 2013 - 08:12", "press_release", "2013-11-20"),
        ("node-post-date", "20 Dic 2021", "event", "2021-12-20"),
        ("date", "24 juin 2022", "event", None),
        ("submitted", "Posted on Wed. Mar-04-2015", "event", "2015-03-04"),
        ("submitted", "Fri, 09/11/2015 - 08:20", "press_release", "2015-09-11"),
        ("field-event-date", "24 juin 2022", "press_release", None),
        ("body", "24 juin 2022", "event", None),
    ],
)
def test_fields(name: str, text: str, kind: Kind, day: str | None) -> None:
    assert day_of(with_field(name, text), kind) == day


def test_the_attribute_counts_where_nothing_is_printed() -> None:
    assert day_of(with_field("node-post-date", "today", "2021-12-09T12:00:00Z"), "press_release") == "2021-12-09"


def test_the_day_of_a_digest_stands_in_its_title() -> None:
    page = page_of("CHAD - Wells - IOM has dug seven wells.", title="IOM press briefing notes 18 Jan 2008: Chad, Haiti")
    assert day_of(page, "press_release") == "2008-01-18"


def test_the_head_counts_last() -> None:
    page = page_of(BODY, title="A Release")
    page.published_time = "2022-11-29T14:05:00+01:00"
    assert day_of(page, "press_release") == "2022-11-29"
    assert day_of(page, "event") is None


@given(
    st.text(max_size=200),
    st.sampled_from(["event", "press_release"]),
)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_day_or_none(text: str, kind: Kind) -> None:
    day = day_of(page_of(text, title=text[:20] or None), kind)
    assert day is None or len(day) == 10


@pytest.mark.parametrize("label", ["Date", "Fecha", "التاريخ"])
def test_a_day_over_the_card_of_an_event_is_that_of_its_posting(label: str) -> None:
    card = (
        f"14 Nov 2016\nAt a glance\n{label}\n01 Dec 2016 - 18 Dec 2016\nLocation\nPier Gallery, Cardiff, United Kingdom"
    )
    record = assemble_record(page_of(card, title="Hands That Built", url="https://www.iom.int/events/hands")).record
    assert (record.published, record.start_date, record.end_date) == ("2016-11-14", "2016-12-01", "2016-12-18")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("3 days ago", "press_release", "2011-05-03"),
        ("hace 3 días", "press_release", "2011-05-03"),
        ("Ana Brix May 3, 2011", "press_release", "2011-05-03"),
        ("3 days ago", "event", None),
        ("The guild of Ana Brix mends nets for ten boats, as it did", "press_release", None),
        ("Nets and boats for Ana Brix 3 May 2011 and later", "press_release", None),
    ],
)
def test_a_time_below_the_title(text: str, kind: Kind, day: str | None) -> None:
    page = Page(url="https://example.org/", source="html", title="First Hundred Roofs")
    line = Block("paragraph", text)
    line.datetime = "2011-05-03T09:00:00Z"
    page.blocks = [Block("heading", "First Hundred Roofs"), line, Block("paragraph", BODY)]
    assert day_of(assemble(page), kind) == day


@pytest.mark.parametrize(("kind", "day"), [("press_release", "2011-05-03"), ("event", None)])
def test_a_list_below_the_title_of_a_release(kind: Kind, day: str | None) -> None:
    page = Page(url="https://example.org/", source="html", title="First Hundred Roofs")
    items = [Block("item", "Press Release"), Block("item", "3 May 2011")]
    page.blocks = [Block("heading", "First Hundred Roofs"), *items, Block("paragraph", BODY)]
    assert day_of(assemble(page), kind) == day


def card(posting: tuple[str, str], event: tuple[str, str]) -> Page:
    """A page with a line over its title and a field below it, each with the name of its field."""
    page = Page("https://www.iom.int/events/x", "html", title="A Day of Ropes")
    page.blocks = [
        Block("field_value", posting[1], field=posting[0]),
        Block("heading", "A Day of Ropes", level=1),
        Block("field_label", "When", field=event[0]),
        Block("field_value", event[1], field=event[0]),
        Block("paragraph", BODY),
    ]
    return assemble(page)


@pytest.mark.parametrize(
    ("page", "published", "start"),
    [
        (card(("date", "18 Oct 2024"), ("field-event-date", "12 Nov 2024")), "2024-10-18", "2024-11-12"),
        (card(("date", "18 octobre 2024"), ("field-date", "12 novembre 2024")), "2024-10-18", "2024-11-12"),
        (card(("date", "18 de octubre de 2024"), ("field-fecha", "12 de noviembre de 2024")), "2024-10-18", "2024-11-12"),
        (card(("date", "18 أكتوبر 2024"), ("التاريخ", "12 نوفمبر 2024")), "2024-10-18", "2024-11-12"),
        # No other field dates the event: the one over the title does.
        (card(("date", "18 Oct 2024"), ("field-location", "Lima")), None, "2024-10-18"),
        (card(("field-event-date", "18 Oct 2024"), ("field-event-date", "18 Oct 2024")), None, "2024-10-18"),
    ],
)  # fmt: skip
def test_a_day_over_an_events_title_is_its_posting(page: Page, published: str | None, start: str) -> None:
    assert day_of(page, "event") == published
    assert assemble_record(page).record.start_date == start


def test_created_is_posted() -> None:
    page = page_of(f"Created: Friday, 16 June 2017 10:22\n{BODY}", title="A Day of Ropes")
    assert day_of(page, "press_release") == "2017-06-16"


def programme(posted: str, *days: str) -> Page:
    """A page with a line of a plain field over its title and the labels of a programme's days."""
    page = Page("https://www.iom.int/events/x", "html", title="A Day of Ropes")
    page.blocks = [
        Block("field_value", posted, field="date"),
        Block("heading", "A Day of Ropes", level=1),
        Block("paragraph", BODY),
        *(Block("label", day) for day in days),
    ]
    return assemble(page)


@pytest.mark.parametrize(
    ("page", "published"),
    [
        (programme("20 Sep 2024", "Day 1: 9 October 2024", "Day 2: 10 October 2024"), "2024-09-20"),
        (programme("20 Sep 2024", "Día 1: 9 de octubre de 2024"), "2024-09-20"),
        (programme("20 sept. 2024", "Jour 1 : 9 octobre 2024"), "2024-09-20"),
        (programme("9 Oct 2024", "Day 1: 9 October 2024", "Day 2: 10 October 2024"), None),
        (programme("9 Oct 2024", "Documents"), None),
    ],
)
def test_a_day_over_an_event_s_title_before_those_of_its_programme(page: Page, published: str | None) -> None:
    assert day_of(page, "event") == published


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("Tue, 03/06/2018 - 11:24", "2018-03-06"),
        ("Mar, 03/06/2018 - 11:24", "2018-03-06"),
        ("6 mars 2018 - 11:24", "2018-03-06"),
        ("24 October 2018, 09:00", None),  # the event's own
    ],
)
def test_a_stamp_with_an_hour_over_an_event_to_come(stamp: str, published: str | None) -> None:
    page = page_of(
        f"{stamp}\nA Congress of Ropes\nThe congress takes place from 24 to 26 October 2018 in the old boat house by the lake."
    )
    page.title = "A Congress of Ropes"
    assert day_of(page, "event") == published
