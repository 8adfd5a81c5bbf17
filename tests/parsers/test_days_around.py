"""An event's days beside those of a page's lists: side events before it, a cut agenda, a call's days, a posting date."""

import pytest

from parsers import read_record
from parsers.record import Record

SPEAKERS = "Speakers\n\nAna Vela, Director, Harbour Office\nLiu Zhen, Professor, University of Quay"


def read(text: str, title: str = "Second Forum on Nets") -> Record:
    body = f"URL: https://www.iom.int/events/x-y\n\n{title}\n\n{text}\n"
    return read_record(body.encode(), None, "text/plain").record


def days(text: str, title: str = "Second Forum on Nets") -> tuple[str | None, str | None]:
    record = read(text, title)
    return record.start_date, record.end_date


ENTRY = "Time: 13:15 – 14:30\nVenue: Room 12\nSpeakers: Ana Vela, IOM"


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("The Rope Forum takes place from 17 to 20 May 2022 in Accra. These are its side events.", "SIDE EVENTS"),
        (
            "Le Forum des cordes se tient du 17 au 20 mai 2022 à Accra. Voici ses événements.",
            "ÉVÉNEMENTS PARALLÈLES",
        ),
        ("El Foro de las cuerdas se celebra del 17 al 20 de mayo de 2022 en Lima.", "EVENTOS PARALELOS"),
    ],
)
def test_side_events_before_an_event_are_not_its_first_day(told: str, head: str) -> None:
    text = f"{told}\n\n{head}\n\nMonday, 16 May 2022\n\nRopes\n{ENTRY}\n\nTuesday, 17 May 2022\n\nKnots\n{ENTRY}"
    assert days(text) == ("2022-05-17", "2022-05-20")


@pytest.mark.parametrize("eve", ["Reception of the rope makers", "Film: The Long Rope", "Side event: Eve"])
def test_what_people_come_together_for_on_the_eve(eve: str) -> None:
    told = "The Rope Forum takes place from 17 to 20 May 2022 in Accra. These are its side events."
    entries = (("16", eve), ("17", "Side event: Ropes"), ("18", "Side event: Knots"), ("19", "Side event: Bends"))
    lines = "\n".join(f"{day} May 2022 | {title}\n{ENTRY}" for day, title in entries)
    assert days(f"{told}\n\nIOM side events at the Forum\n{lines}") == ("2022-05-17", "2022-05-20")


def test_days_that_go_on_far_behind_their_verb() -> None:
    bodies = "وزارة المرافئ ووزارة الحبال والهيئة الإقليمية للسفن والقوارب والمنائر واتحاد البحارة وصيادي الأسماك في البلدان المطلة"
    told = f"تنظم {bodies} على البحر لقاءها الأول للنظر في أمر الحبال، وذلك من 17 إلى 20 مايو 2022 في المرفأ."
    agenda = "الثلاثاء 17 مايو 2022\n10:00 - 11:00 الجلسة الافتتاحية\nالأربعاء 18 مايو 2022\n10:00 - 11:00 الجلسة الأولى: الحبال"
    assert days(f"{told}\n\nجدول الأعمال\n\n{agenda}", "لقاء الحبال") == ("2022-05-17", "2022-05-20")


def test_sessions_before_the_days_told_are_its_first_day() -> None:
    text = (
        "The Rope Forum takes place from 17 to 20 May 2022 in Accra.\n\nMonday, 16 May 2022\n\n"
        "09:00 – 10:00 Registration\n10:00 – 11:00 Opening session\n\nTuesday, 17 May 2022\n\n09:00 – 10:00 Panel 1: Knots"
    )
    assert days(text)[0] == "2022-05-16"


CUT = "9:00 – 10:00 Registration\n10:00 – 11:00 Panel 1: Boa"


@pytest.mark.parametrize(
    "text",
    [
        f"The first workshop of 2007, held in Geneva on 18-19 June, was on ropes.\n\nMonday 18 June 2007\n{CUT}",
        f"L'atelier de 2007, tenu à Genève les 18 et 19 juin, portait sur les cordes.\n\nLundi 18 juin 2007\n{CUT}",
        f"El taller, realizado en Lima los días 18 y 19 de junio, trató de cuerdas.\n\nLunes 18 de junio de 2007\n{CUT}",
        f"عقدت ورشة الحبال في تونس يومي 18 و19 يونيو.\n\nالاثنين 18 يونيو 2007\n{CUT}",
    ],
)
def test_days_told_that_go_on_behind_a_cut_agenda(text: str) -> None:
    assert days(text, "Overview") == ("2007-06-18", "2007-06-19")


def test_days_of_another_meeting_do_not_go_on_behind_the_agenda() -> None:
    text = f"The workshop is held on the margins of the Assembly of 18-22 June.\n\nMonday 18 June 2007\n{CUT}"
    assert days(text, "Overview") == ("2007-06-18", "2007-06-18")


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("Key dates", "15 May 2019 – call opens\n31 July 2019 – call closes\n1 December 2019 – registration closes"),
        ("Important deadlines", "15 May 2019 | Opening\n31 July 2019 | Texts\n1 December 2019 | Grants"),
        ("Timeline", "15 May 2019: portal opens\n1 December 2019: grants told"),
        ("Dates clés", "15 mai 2019 – ouverture\n31 juillet 2019 – clôture\n1er décembre 2019 – fin des inscriptions"),
        ("Calendrier de l'appel", "15 mai 2019 : lancement\n31 juillet 2019 : réception des textes"),
        ("Fechas clave", "15 de mayo de 2019 – apertura\n1 de diciembre de 2019 – fin de la inscripción"),
        ("Plazos importantes", "15 de mayo de 2019: resúmenes\n1 de diciembre de 2019: inscripción"),
        ("مواعيد مهمة", "15 مايو 2019 – فتح باب التقديم\n1 ديسمبر 2019 – إغلاق التسجيل"),
    ],
)
def test_the_days_of_a_call_over_a_list_of_people_are_no_items(head: str, lines: str) -> None:
    record = read(
        f"19-21 January 2020 | Cairo, Egypt\n\nThe Forum is organised by IOM.\n\n{head}\n\n{lines}\n\n{SPEAKERS}"
    )
    assert (record.start_date, record.end_date, record.sessions) == ("2020-01-19", "2020-01-21", [])


def test_a_programme_below_a_calendar_is_one() -> None:
    lines = "Lundi 4 mai 2020\n9:00 – 10:00 Ouverture\n10:00 – 11:00 Panel 1 : Cordes\nMardi 5 mai 2020\n9:00 – 10:00 Panel 2"
    record = read(f"Le forum se réunit à Dakar.\n\nCalendrier\n\n{lines}")
    assert (record.start_date, record.end_date, len(record.sessions)) == ("2020-05-04", "2020-05-05", 3)


CARD = (
    '<html lang="{}"><head><title>Ropes</title><link rel="canonical" href="https://www.iom.int/events/ropes"/></head><body>'
    '<main><article class="node--type-event"><div class="tag">{}</div><div class="date">{}</div><h1>Ropes of the North</h1>'
    '<ul><li><div class="field__label">{}</div><div class="field__item">{}</div></li><li><div class="field__label">{}</div>'
    '<div class="field__item">Praia, Cabo Verde</div></li></ul><div class="field--name-body"><p>Fifteen harbours talk.</p>'
    "</div></article></main></body></html>"
)


@pytest.mark.parametrize(
    ("values", "published"),
    [
        (("en", "Event", "20 Sep 2022", "Date", "04 Oct 2022, 09:00am", "Location"), "2022-09-20"),
        (("fr", "Événement", "20 sep 2022", "Date", "04 oct 2022, 09:00am", "Lieu"), "2022-09-20"),
        (("es", "Evento", "20 sep 2022", "Fecha", "04 oct 2022, 09:00am", "Lugar"), "2022-09-20"),
        (("ar", "فعالية", "20 سبتمبر 2022", "التاريخ", "04 أكتوبر 2022, 09:00am", "المكان"), "2022-09-20"),
        (("en", "Event", "04 Oct 2022", "Closing date", "20 Sep 2022", "Location"), None),
    ],
)
def test_a_date_over_the_title_of_a_card_with_a_labelled_date(values: tuple[str, ...], published: str | None) -> None:
    record = read_record(CARD.format(*values).encode(), None, "text/html").record
    assert (record.published, record.start_date) == (published, "2022-10-04")
