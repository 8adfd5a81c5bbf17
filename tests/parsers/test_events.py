"""First and last day of a page's event, from running text, fields, lines and agenda."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.agenda.items import Agenda
from parsers.dates.events import AgendaDay, EventDates, Years, event_dates
from parsers.page import Block, Page, assemble
from parsers.record import Kind
from tests.parsers.prose_pages import page_of

Days = tuple[str | None, str | None]


def dates(page: Page, kind: Kind, published: str | None = None) -> EventDates:
    found = event_dates(page, kind, Agenda(), [], Years(page, published), set())
    if found.start is not None:
        assert page.text[slice(*found.span)] == found.text or found.rule == "field"
    return found


def days(text: str, kind: Kind, published: str | None = None, title: str | None = "A Title") -> Days:
    found = dates(page_of(text, title=title), kind, published)
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Addis Ababa – Since the conflict began on 4 November 2020 IOM has assessed 39 sites between 1 and 23 January.",
            "2021-02-03",
            (None, None),
        ),
        (
            "Lodwar – Officers sat down on Monday for a course on how to spot a sick traveller.\nThe course closed today with a drill.",
            "2023-03-24",
            ("2023-03-20", "2023-03-24"),
        ),
        (
            "Freetown – Two ambulances changed hands this morning in the yard of the hospital. An agreement signed on 15 May covers fuel.",
            "2020-07-09",
            ("2020-07-09", "2020-07-09"),
        ),
        (
            "Cox's Bazar – IOM trained them in three rounds at its hub, on 8–10, 15–17 and 22–24 November.",
            "2022-11-30",
            ("2022-11-08", "2022-11-24"),
        ),
        (
            "Suva – The Forum, which was to meet from 24 to 26 March, has been put off. It will now be held on 22–24 September 2020.",
            "2020-03-06",
            ("2020-09-22", "2020-09-24"),
        ),
        (
            "N'Djaména – L'OIM a remis lundi aux autorités les clés d'un forage. Les travaux avaient commencé le 10 janvier.",
            "2022-06-07",
            ("2022-06-06", "2022-06-06"),
        ),
        (
            "Rabat – Le président et la cheffe de mission signeront demain un accord. Les inscriptions seront ouvertes le 9 octobre.",
            "2017-09-25",
            ("2017-09-26", "2017-09-26"),
        ),
        (
            "Buenos Aires – Concluyó ayer el encuentro de alcaldes, que sesionaba desde el miércoles 29 de noviembre de 2017.",
            "2017-12-01",
            ("2017-11-29", "2017-11-30"),
        ),
        (
            "Lima – La Directora llegó a Lima el lunes 12 y fue recibida por el Canciller.\nLa visita terminó ayer en Tumbes.",
            "2016-09-15",
            ("2016-09-12", "2016-09-14"),
        ),
        (
            "Dili – Durante el encuentro se recordó a las víctimas del incendio del 5 de octubre de 2017.",
            "2017-12-01",
            (None, None),
        ),
        (
            "Kinshasa – Soixante agents formés les 11 et 12 mars 2019 par l'OIM attendent chaque passager avec un thermomètre.",
            "2019-03-20",
            ("2019-03-11", "2019-03-12"),
        ),
        (
            "Tapachula. - La tarjeta se entrega en una ventanilla abierta el 22 de noviembre de 2018 por el INM y la OIM.",
            "2018-11-23",
            ("2018-11-22", "2018-11-22"),
        ),
        (
            "Bamako – Le Ministère a convié des officiers à une rencontre de deux jours, ouverte jeudi et close vendredi.",
            "2022-03-21",
            ("2022-03-17", "2022-03-18"),
        ),
        (
            "Suva – Chiefs of nine island states sat down from 3 to 5 of this month. The talks took place at the Holiday Inn.",
            "2014-11-18",
            ("2014-11-03", "2014-11-05"),
        ),
        (
            "San José – Una fila daba la vuelta: hoy abrió en la Antigua Aduana la feria, que sigue hasta el viernes 7 de junio.",
            "2024-06-05",
            ("2024-06-05", "2024-06-07"),
        ),
        (
            "Accra – A fair for returnees opened today at the Trade Centre and runs until Saturday, 14 March.",
            "2020-03-12",
            ("2020-03-12", "2020-03-14"),
        ),
        (
            "Vienna – They have been at it since Monday and go home tomorrow: officers of 22 states are here for a course on visas.",
            "2018-11-15",
            ("2018-11-12", "2018-11-16"),
        ),
        (
            "Accra – IOM has helped 300 people since Monday and will fly 200 more home tomorrow.",
            "2020-03-12",
            (None, None),
        ),
        (
            "Lima – Trescientas personas se sentaron el viernes pasado con un psicólogo. La jornada la llevó adelante la OIM.",
            "2019-08-26",
            ("2019-08-23", "2019-08-23"),
        ),
        (
            "Accra – The Ministry said on Tuesday that 300 had returned. The workshop held in Tamale on 3 and 4 March asked for more.",
            "2020-03-12",
            ("2020-03-03", "2020-03-04"),
        ),
        ("Cox's Bazar – The monsoon began on 1 June. IOM needs 59 million dollars.", "2018-06-03", (None, None)),
        ("La temporada de lluvias comenzó el 1 de junio y la OIM necesita 59 millones.", "2018-06-03", (None, None)),
        (
            "Seventy years ago today, on 10 December 1948, the Universal Declaration of Human Rights was adopted.",
            "2018-12-10",
            (None, None),
        ),
        (
            "Kampala, 5 avril 2013 – Du 25 au 29 mars derniers, quarante policiers ont été formés à Kampala.",
            "2013-04-05",
            ("2013-03-25", "2013-03-29"),
        ),
        (
            "Quito, 5 de abril de 2013 – Del 25 al 29 de marzo, cuarenta policías fueron capacitados en Quito.",
            "2013-04-05",
            ("2013-03-25", "2013-03-29"),
        ),
        (
            "Tegucigalpa, 8 de junio de 2022.- Con cuarenta funcionarios culminó ayer el taller sobre trata.",
            "2022-06-08",
            ("2022-06-07", "2022-06-07"),
        ),
        (
            "Bamako – Un atelier de validation s'est tenu du lundi 6 au mardi 7 à Bamako avec l'appui de l'OIM.",
            "2022-06-08",
            ("2022-06-06", "2022-06-07"),
        ),
        (
            "Almaty, June 9, 2018 – Consular staff met in Almaty on June 6-7, 2018 for a regional workshop.",
            "2018-06-09",
            ("2018-06-06", "2018-06-07"),
        ),
        (
            "Geneva – The member states met in Council this week (27-30/11) for the first time under him.",
            "2018-11-30",
            ("2018-11-27", "2018-11-30"),
        ),
        (
            "La Paz.- El pasado jueves 6 de abril de 2017 fue presentado el protocolo.\nAnunció talleres en Villa (25 y 26 de abril).",
            "2017-04-20",
            ("2017-04-06", "2017-04-06"),
        ),
        (
            "Nairobi – Border chiefs agreed so at a workshop that began on Tuesday and ended yesterday in town.",
            "2022-07-01",
            ("2022-06-28", "2022-06-30"),
        ),
        (
            "Bangkok, 12 March 2024 – A regional meeting of attachés opened today.\nIt will close on Thursday with a plan.",
            "2024-03-12",
            ("2024-03-12", "2024-03-14"),
        ),
        (
            "San José, 26 de agosto de 2019.- Las dos inauguraron hoy un encuentro, que concluirá el miércoles.",
            "2019-08-26",
            ("2019-08-26", "2019-08-28"),
        ),
        (
            "Rabat – Nine migrants, whose boat drifted on Tuesday, are glad of it and told their kin of the sea.",
            "2022-07-01",
            (None, None),
        ),
        (
            "Bogotá – The Director saw a school this year; the two signed a first agreement on 8 May 1996 in town.",
            "2020-03-03",
            (None, None),
        ),
        (
            "Niamey – Les opérations ont commencé le mardi 21 février et se sont achevées samedi (25/02) au nord.",
            "2023-02-28",
            ("2023-02-21", "2023-02-25"),
        ),
        (
            "Geneva – Seven million people were displaced by the fighting that began on 15 April, says the organization.",
            "2023-12-19",
            (None, None),
        ),
        (
            "Geneva – The session of the Council opened today (29/11) at the Palais. It runs until 2 December.",
            "2022-11-29",
            ("2022-11-29", "2022-12-02"),
        ),
        (
            "Geneva – The session of 2021 closed yesterday (8/12) after two days of talk.\nIt was opened on Tuesday (7/12) by her.",
            "2021-12-09",
            ("2021-12-07", "2021-12-08"),
        ),
        (
            "Switzerland - Chiefs of Mission began three days of meeting yesterday (05/09) in Geneva.",
            "2016-09-06",
            ("2016-09-05", None),
        ),
        (
            "Nairobi, 12 March – IOM appeals for help.\nThe plan, launched today in Nairobi, pays for water.",
            "2025-03-12",
            ("2025-03-12", "2025-03-12"),
        ),
        (
            "Cúcuta, 26 de agosto de 2024.- La Alcaldía y la OIM abrieron hoy la primera ventanilla única.",
            "2024-08-26",
            ("2024-08-26", "2024-08-26"),
        ),
        (
            "Agadez – Quinze communes ont adopté hier (23/06) un plan commun lors d'une réunion.",
            "2022-06-24",
            ("2022-06-23", "2022-06-23"),
        ),
        (
            "طرابلس - 17 مارس 2022: اختتمت المنظمة أمس دورة تدريبية استمرت من 14 إلى 16 مارس 2022 لعشرين ضابطا.",
            "2022-03-17",
            ("2022-03-14", "2022-03-16"),
        ),
        (
            "New York, 8 July – Migration does good, says IOM on the day on which the Forum convenes.",
            "2024-07-08",
            ("2024-07-08", None),
        ),
        (
            "(16 October 2017, Geneva): More than half a million fled after the violence of 25 August.",
            "2017-10-16",
            (None, None),
        ),
        (
            "Geneva – Boats with children were turned away three times since 9 August by the coast.",
            "2023-08-17",
            (None, None),
        ),
        (
            "Geneva – We will report to the Security Council on 21 June on what the people need.",
            "2018-06-18",
            (None, None),
        ),
        (
            "Kabul, 30 June – IOM needs money to house families before the first snow of 2022.",
            "2022-06-30",
            (None, None),
        ),
    ],
)
def test_releases(text: str, published: str, expected: Days) -> None:
    assert days(text, "press_release", published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the first paragraph tells of "yesterday" is what the release is about, whatever the verb.
        (
            "Kinshasa – Hier à la mi-journée, la barge a largué les amarres au port, cap sur le nord.",
            ("2023-03-22", "2023-03-22"),
        ),
        (
            "Quito – Más de 800 personas corrieron ayer cinco kilómetros por el centro de la capital.",
            ("2023-03-22", "2023-03-22"),
        ),
        (
            "Beirut – A plane took 214 nurses home yesterday, with a plastic bag each on their knees.",
            ("2023-03-22", "2023-03-22"),
        ),
        (
            "Accra – Last night, under a mango tree, the first of seven films drew a crowd of children.",
            ("2023-03-22", "2023-03-22"),
        ),
        (
            "Lima – La cifra sale de la encuesta que anteayer dieron a conocer las dos entidades aliadas.",
            ("2023-03-21", "2023-03-21"),
        ),
        (
            "Tunis – C'est l'objet de la convention paraphée avant-hier dans la capitale par trois parties.",
            ("2023-03-21", "2023-03-21"),
        ),
        (
            "عمّان – ركض أكثر من ثمانمئة شخص أمس خمسة كيلومترات في شوارع وسط المدينة القديمة.",
            ("2023-03-22", "2023-03-22"),
        ),
        # Words said on the day are no event, nor is what happened before or below the first paragraph.
        (
            "Beirut – “The wells are dry and nobody asks why,” the engineer said today of the three valleys.",
            (None, None),
        ),
        ("Beirut – Rents have doubled in the three valleys since the earthquake of yesterday evening.", (None, None)),
        (
            "Beirut – Rents have doubled in the three valleys, and nobody can say why it is so.\nBread, too, cost more yesterday than the year before.",
            (None, None),
        ),
        # From a day of the week until another day.
        (
            "Goma – Since Monday, 46 nurses have gone from house to house. They mean to be done by Saturday.",
            ("2023-03-20", "2023-03-25"),
        ),
        (
            "Gitega – Depuis lundi et jusqu'à ce soir, quarante officiers apprennent à tenir un registre.",
            ("2023-03-20", "2023-03-23"),
        ),
        (
            "Tacna – Desde el lunes hay una mesa junto al puente. Atenderá todos los días hasta el 15 de abril.",
            ("2023-03-20", "2023-04-15"),
        ),
        (
            "Accra – Last night seven films drew a crowd. The festival goes on until 2 April in the garden.",
            ("2023-03-22", "2023-04-02"),
        ),
        (
            "Goma – Since Monday, 46 nurses have gone from house to house. The roads have been bad for years.",
            (None, None),
        ),
        # A close that tells when it had begun.
        (
            "Rundu – Twenty clerks went home yesterday at the end of a course on forged papers which had kept them since Monday.",
            ("2023-03-20", "2023-03-22"),
        ),
        (
            "Semera – The Director flew home on Tuesday at the end of a visit that had brought her to the north on Friday.",
            ("2023-03-17", "2023-03-21"),
        ),
        # "Three days ago" is no length.
        (
            "Quibdó – Hace tres días, el lunes 20, cuarenta bordadoras recibieron las llaves del taller.",
            ("2023-03-20", "2023-03-20"),
        ),
        # What comes next, elsewhere.
        (
            "Rome – By the count of the office 183 boats have come so far this year, fewer than last year.\nMany of them came at night, and nobody on the quay could say from where."
            "\nMost were small boats of wood that had been built in a week on the beach.\nMinisters of forty states meet in New York on 19 September to speak of large boats.",
            (None, None),
        ),
    ],
)
def test_releases_of_thursday_23_march_2023(text: str, expected: Days) -> None:
    assert days(text, "press_release", "2023-03-23") == expected


@pytest.mark.parametrize(
    "text",
    [
        "You are invited to see it on Thursday, 5 December 2019, at the Picture House."
        "\nThe evening belongs to the Film Festival, which runs in a hundred towns from 28 November to 18 December 2019.",
        "À l'occasion de la journée du 18 décembre, le ciné-club montre un film.\nLa séance a lieu le jeudi 5 décembre 2019.",
        "El encuentro tendrá lugar el jueves 5 de diciembre de 2019."
        "\nSe enmarca en la Semana del Migrante, que se celebra del 2 al 18 de diciembre de 2019.",
        "تُعقد الجلسة يوم الخميس 5 ديسمبر 2019.\nوتندرج في إطار الأسبوع الدولي الذي يقام من 2 إلى 18 ديسمبر 2019.",
    ],
)
def test_what_an_event_is_a_part_of_has_days_of_its_own(text: str) -> None:
    assert days(text, "event") == ("2019-12-05", "2019-12-05")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The course that ended on its last day has its first one in the same sentence.
        ("Lomé – L'OIM a clôturé dimanche 19 juin 2022 une formation qui s'est tenue du 16 au 19 juin 2022.", 4),
        ("Tripoli – IOM closed on Sunday, 19 June 2022 a course for nurses, held from 16 to 19 June 2022.", 4),
        ("مصراتة - اختتمت المنظمة يوم الأحد 19 يونيو 2022 دورة تدريبية استمرت أربعة أيام، من 16 إلى 19 يونيو 2022.", 4),
        # A range that does not hold the day is of something else.
        ("Tripoli – IOM held a course for nurses on 19 June 2022, after the fair of 2 to 5 May 2022.", 1),
    ],
)
def test_the_range_around_the_day_on_which_a_course_ended(text: str, expected: int) -> None:
    first, last = days(text, "press_release", "2022-06-21")
    assert (first, last) == (("2022-06-16", "2022-06-19") if expected == 4 else ("2022-06-19", "2022-06-19"))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Mombasa – A Resource Centre for workers was opened in Mombasa yesterday (12/06) by the State.", "2023-06-12"),
        ("Mombasa – The annual forum was opened in Mombasa yesterday (12/06) by the State.", None),
    ],
)
def test_a_house_that_was_opened(text: str, end: str | None) -> None:
    assert days(text, "press_release", "2023-06-13") == ("2023-06-12", end)


def test_what_was_inaugurated_on_the_day_of_writing() -> None:
    text = "Tapachula, 4 de septiembre de 2024 – Quienes esperan podrán buscar trabajo en una ventanilla, inaugurada hoy por la Secretaría."
    assert days(text, "press_release", "2024-09-04") == ("2024-09-04", "2024-09-04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accra – IOM and the city on Tuesday (14 March 2023) opened the first centre for weavers.", "2023-03-14"),
        ("Quito – Abrió sus puertas este martes 14 de marzo de 2023 la Oficina de Atención al Vecino.", "2023-03-14"),
        ("Dakar – L'OIM et la ville ont démarré mardi (14 mars 2023) le guichet unique des pêcheurs.", "2023-03-14"),
        ("مأرب – افتتحت المنظمة الدولية للهجرة يوم الثلاثاء 14 مارس 2023 مركزاً صحياً جديداً للنازحين.", "2023-03-14"),
        ("Accra – IOM on Tuesday (14 March 2023) opened a training for guards at the centre for weavers.", None),
        ("Accra – A course for forty teachers of the town began on Tuesday (14 March 2023) in a hall.", None),
    ],
)
def test_a_house_is_opened_on_one_day_a_meeting_goes_on(text: str, expected: str | None) -> None:
    assert days(text, "press_release") == ("2023-03-14", expected)


FAR = "\nSome paragraph of sixty characters or more that tells of other things, and not of when." * 4


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            f"Baku – A course began on Monday (9 July 2018) in Baku.{FAR}\nThe course ends on Thursday with a test.",
            "2018-07-12",
        ),
        (
            f"Agadez – Un atelier s'est ouvert lundi (9 juillet 2018).{FAR}\nL'atelier s'achève mercredi par un repas.",
            "2018-07-11",
        ),
        (
            f"Lima – El taller comenzó el lunes (9 de julio de 2018).{FAR}\nEl taller concluye el jueves con una prueba.",
            "2018-07-12",
        ),
        (
            f"Baku – A course began on Monday (9 July 2018) in Baku.{FAR}\nThe shop of the town is open until Thursday.",
            None,
        ),
        (f"Baku – A course began on Monday (9 July 2018) in Baku.{FAR}\nThe course was paid for by Poland.", None),
    ],
)
def test_the_last_day_told_by_a_weekday_further_down(text: str, end: str | None) -> None:
    assert days(text, "press_release", "2018-07-10") == ("2018-07-09", end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Accra – Ninety guards were taught how to ask in Tamale (6-8 June), Kumasi (13-15 June) and Accra (20-22 June).",
            ("2018-06-06", "2018-06-22"),
        ),
        (
            "Lalitpur – From 11 to 15 June, twenty clerks sat with their books. The five-day training was paid for by IOM.",
            ("2018-06-11", "2018-06-15"),
        ),
        (
            "Tecún Umán – Durante dos días, el 11 y 12 de junio, las médicas vieron a cien vecinos. La jornada fue gratuita.",
            ("2018-06-11", "2018-06-12"),
        ),
        (
            "Abuja – The workshops took place in Kano on 11-12 June, in Jos on 14-15 June and in Lagos on 18-19 June.",
            ("2018-06-11", "2018-06-19"),
        ),
        (
            "Lomé – Les ateliers ont eu lieu à Lomé les 11 et 12 juin, puis à Kara les 14 et 15 juin.",
            ("2018-06-11", "2018-06-15"),
        ),
        (
            "Cali – Los talleres se realizaron en Cali el 11 y 12 de junio y en Pasto el 14 y 15 de junio.",
            ("2018-06-11", "2018-06-15"),
        ),
        (
            "Cali – The workshop was held in Cali on 11-12 June and worked on the plan that towns made on 18-19 June.",
            ("2018-06-11", "2018-06-12"),
        ),
        (
            "Tunis – Du 11 au 15 juin, vingt agents ont bénéficié d'une formation sur les faux papiers.",
            ("2018-06-11", "2018-06-15"),
        ),
        ("عدن – تلقى 25 موظفا تدريبا على إدارة الحدود بين 11 و15 يونيو 2018.", ("2018-06-11", "2018-06-15")),
        ("Beira – Between 11 and 15 June, nine hundred families had to leave their houses by the river.", (None, None)),
        (
            "Jacmel – L'OIM a remis hier au Ministère dix pirogues.",
            ("2018-06-24", "2018-06-24"),
        ),
        (
            "Abidjan – L'OIM et l'Agence ont signé ce lundi un accord. La cérémonie a eu lieu à l'Agence.",
            ("2018-06-25", "2018-06-25"),
        ),
        (
            "Bogotá – La OIM y la ciudad presentaron hoy un plan. Se conoce antes de la Conferencia que Quito acogerá"
            " el 29 de junio.",
            ("2018-06-25", "2018-06-25"),
        ),
    ],
)
def test_releases_of_monday_25_june_2018(text: str, expected: Days) -> None:
    assert days(text, "press_release", "2018-06-25") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Meeting of Islands was held in Port Vila on 17 and 18 May 2011 and followed a round in 2009.",
            ("2011-05-17", "2011-05-18"),
        ),
        (
            "It takes place on 20 and 21 October 2022 at the Palais. An earlier one met on 3 May 2021.",
            ("2022-10-20", "2022-10-21"),
        ),
        (
            "L'atelier s'est tenu à Dakar les 12 et 13 mai 2014. Un premier avait eu lieu le 2 mai 2012.",
            ("2014-05-12", "2014-05-13"),
        ),
        ("El taller se celebró en Montevideo, Uruguay, el 8 y 9 de abril de 2008.", ("2008-04-08", "2008-04-09")),
        ("تعقد المنظمة الدولية للهجرة حلقة عمل في القاهرة، مصر، يومي 14 و15 يونيو 2022.", ("2022-06-14", "2022-06-15")),
        (
            "The week, first planned for 20 to 24 April 2020, will now be held from 5 to 9 October 2020.",
            ("2020-10-05", "2020-10-09"),
        ),
        ("16-17 March 2021, Zoom, 9:00-11:00 EST\nWork can now live in one country.", ("2021-03-16", "2021-03-17")),
        ("Draft agenda as of 3 May 2021\nThe meeting is held on 9 May 2021 in Geneva.", ("2021-05-09", "2021-05-09")),
        (
            "UNGA 79 opens on10th September with a week that runs from 20th of September to 28 of September 2024.",
            ("2024-09-10", "2024-09-28"),
        ),
        ("Please reply by 12 June 2017. The breakfast is held on 20 June 2017.", ("2017-06-20", "2017-06-20")),
        (
            "Prévu initialement du 16 au 18 mars 2020, le séminaire a été reporté au 5-7 octobre 2021.",
            ("2021-10-05", "2021-10-07"),
        ),
        (
            "Previsto inicialmente para el 16 de marzo de 2020, el foro se celebrará el 5 de octubre de 2021 en Lima.",
            ("2021-10-05", "2021-10-05"),
        ),
        ("Situation au 3 mai 2021. L'atelier se tient à Dakar le 9 mai 2021.", ("2021-05-09", "2021-05-09")),
        ("El taller arrancó el lunes 5 de junio de 2023 y concluirá el viernes 9.", ("2023-06-05", "2023-06-09")),
        ("The course opens on Monday 29 May 2023 and ends on Friday 2.", ("2023-05-29", "2023-06-02")),
        ("The course opens on Monday 5 June 2023 and ends on Friday 10.", ("2023-06-05", "2023-06-05")),  # a Saturday
        ("The two-day workshop opened in Dakar on 6 October 2022.", ("2022-10-06", None)),
        (
            "The forum opens in Dakar on 6 October 2022 and closes on the evening of the next day.",
            ("2022-10-06", "2022-10-07"),
        ),
        ("Le forum s'ouvre à Dakar le 6 octobre 2022 et s'achève le lendemain.", ("2022-10-06", "2022-10-07")),
        (
            "El foro comienza en Quito el 6 de octubre de 2022 y concluye al día siguiente.",
            ("2022-10-06", "2022-10-07"),
        ),
        ("تنطلق أعمال المؤتمر يوم 6 أكتوبر 2022 وتُختتم مساء اليوم التالي.", ("2022-10-06", "2022-10-07")),
        ("The forum is held in Dakar on 6 October 2022. The next day is free for walks.", ("2022-10-06", "2022-10-06")),
        ("The two-day workshop was held in Dakar on 6 and 7 October 2022.", ("2022-10-06", "2022-10-07")),
        (
            "The first workshop was held in Kigali on 3-4 May 2016 and the second in Musanze on 6-7 May 2016.",
            ("2016-05-03", "2016-05-07"),
        ),
        (
            "El primer taller se realizó en Tarija del 3 al 4 de mayo de 2016 y el segundo en Oruro, el 6 de mayo de 2016.",
            ("2016-05-03", "2016-05-06"),
        ),
    ],
)
def test_events(text: str, expected: Days) -> None:
    assert days(text, "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Each Tuesday we talk for an hour.\n6 October 2020: Papers\n13 October: Roofs\n20 October: Wells and pumps",
            ("2020-10-06", "2020-10-20"),
        ),
        (
            "Programme\nLundi 11 mai 2015 : exposition\nMardi 12 mai : projection et débat avec la salle\nJeudi 14 mai : tournoi",
            ("2015-05-11", "2015-05-14"),
        ),
        (
            "• 3 de marzo de 2021: Los barcos\n• 10 de marzo: Los puertos\n• 17 al 18 de marzo: Las redes",
            ("2021-03-03", "2021-03-18"),
        ),
        (
            "الأحد 5 مارس 2023: لقاء في الفيوم\nالأحد 12 مارس: لقاء في المنصورة\nالأحد 19 مارس: لقاء في أسيوط",
            ("2023-03-05", "2023-03-19"),
        ),
        (
            "Workshop, 9-10 June 2019, Suva: officials draft.\nMinisterial meeting, 12 June 2019, Nadi: ministers sign.",
            ("2019-06-09", "2019-06-12"),
        ),
        (  # two lines of the same kind, but of what happened
            "9 June 2019: a storm\n12 June 2019: a flood",
            ("2019-06-09", "2019-06-09"),
        ),
        (  # not in order: what else is on the site
            "8 June 2020, Geneva\nSome words about it.\n9 May 2021: Bread\n8 April 2021: Wool\n17 May 2021: Salt",
            ("2020-06-08", "2020-06-08"),
        ),
        (  # what is to be handed in before
            "The fair is held on 20 June 2020.\n1 May 2020: deadline for films\n15 May 2020: submission of scripts\n20 June 2020: the fair",
            ("2020-06-20", "2020-06-20"),
        ),
    ],
)
def test_lists_of_dated_lines(text: str, expected: Days) -> None:
    assert days(text, "event") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Registration closes 5 July 2024",
        "Inscription avant le 5 juillet 2024",
        "Fecha límite: 5 de julio de 2024",
        "آخر أجل للتسجيل: 5 جويلية 2024",
    ],
)
def test_the_last_day_to_register_is_no_day_of_the_event(line: str) -> None:
    assert days(f"We meet in Rabat and the dialogue is held on 10 July 2024.\n{line}", "event") == (
        "2024-07-10",
        "2024-07-10",
    )


def test_a_date_line_with_the_first_day_ends_with_the_range_that_begins_on_it() -> None:
    told = "It runs from 18 December 2024 to 22 January 2025 in four towns."
    assert days(f"{told}\nWednesday 18 December 2024, Cairo", "event") == ("2024-12-18", "2025-01-22")
    until = "We held the festival until 22 December 2024 in four towns."
    assert days(f"{until}\nWednesday 18 December 2024, Cairo", "event") == ("2024-12-18", "2024-12-18")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tide Week runs from 16 to 26 May 2026, with the Rope Summit on 18 and 19 May.",
            ("2026-05-16", "2026-05-26"),
        ),
        (
            "La Semana se celebra del 16 al 26 de mayo de 2026, con la cumbre de las redes el 18 y 19 de mayo.",
            ("2026-05-16", "2026-05-26"),
        ),
    ],
)
def test_a_part_that_a_comma_sets_off_takes_no_days_from_the_whole(text: str, expected: Days) -> None:
    assert days(text, "event") == expected


def test_the_agendas_own_range_counts_beside_a_wider_one() -> None:
    told = "The COP is held from 11 to 22 November 2024; our own events run from 12 to 20 November 2024."
    page = page_of(told)
    agenda_days = [AgendaDay(day, (0, 1)) for day in ("2024-11-12", "2024-11-20")]
    found = event_dates(page, "event", Agenda(), agenda_days, Years(page, None), set())
    assert (found.start, found.end) == ("2024-11-12", "2024-11-20")
    agenda_days = [AgendaDay(day, (0, 1)) for day in ("2024-11-12", "2024-11-19")]
    found = event_dates(page, "event", Agenda(), agenda_days, Years(page, None), set())
    assert (found.start, found.end) == ("2024-11-11", "2024-11-22")


def test_a_digest_gives_no_dates() -> None:
    assert days(
        "HAITI - A clinic was opened on 17 January 2008.",
        "press_release",
        "2008-01-18",
        "IOM press briefing notes 18 Jan 2008",
    ) == (
        None,
        None,
    )


def with_field(name: str, text: str, *, start: str | None = None, end: str | None = None, body: str = "") -> Page:
    page = Page("https://www.iom.int/events/x", "html", title="A Title")
    page.blocks = [
        Block("heading", "A Title", level=1),
        Block("field_value", text, field=name, datetime=start, datetime_end=end),
        Block("paragraph", body or "Some words about it.", field="body"),
    ]
    return assemble(page)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (with_field("field-event-date", "21 May 2024"), ("2024-05-21", "2024-05-21")),
        (
            with_field("field-event-date", "21 May 2024", start="2024-05-21", end="2024-05-22T21:00:00Z"),
            ("2024-05-21", "2024-05-22"),
        ),
        (with_field("field-event-date", "soon", start="2024-05-21T13:00:00Z"), ("2024-05-21", "2024-05-21")),
        (with_field("node-post-date", "21 May 2024"), (None, None)),
        (
            with_field(
                "field-event-date", "25 May 2021", body="The session will be held from 25 to 27 May 2021 online."
            ),
            ("2021-05-25", "2021-05-27"),
        ),
    ],
)
def test_fields(page: Page, expected: Days) -> None:
    found = dates(page, "event")
    assert (found.start, found.end) == expected


def test_the_agenda_widens_a_stated_day_and_overrules_a_title() -> None:
    page = page_of("25 May 2021, Geneva\nDay 1\nDay 2", title="Forum of 3 June 2021")
    at = page.text.index("25 May")
    agenda_days = [AgendaDay("2021-05-25", (at, at + 11)), AgendaDay("2021-05-26", (at, at + 11))]
    found = event_dates(page, "event", Agenda(), agenda_days, Years(page, None), set())
    assert (found.start, found.end) == ("2021-05-25", "2021-05-26")


@given(st.text(max_size=200), st.sampled_from(["event", "press_release"]))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_ordered_days(text: str, kind: Kind) -> None:
    found = dates(page_of(text, title=None), kind, "2020-05-05")
    assert found.end is None or (found.start is not None and found.start <= found.end)


@pytest.mark.parametrize(
    "text",
    [
        "Applications for rope money closed on 3 May 2019.\nThe course on knots starts on 20 May 2019 and ends on 24 May 2019 in the boat house by the lake.",
        "The congress on lamps takes place from 20 to 24 May 2019 in the boat house by the lake.\nImportant dates\nAbstracts: 3 May 2019\nNotification: 6 May 2019",
        "Le congrès des lampes se tiendra du 20 au 24 mai 2019 dans la maison des bateaux.\nDates importantes\nRéponse aux auteurs : 6 mai 2019",
        "El congreso de las lámparas tendrá lugar del 20 al 24 de mayo de 2019 en la casa de los botes.\nFechas importantes\nComunicación de aceptación: 6 de mayo de 2019",
    ],
)
def test_the_days_of_a_call_are_none_of_the_event(text: str) -> None:
    assert days(text, "event") == ("2019-05-20", "2019-05-24")


@pytest.mark.parametrize(
    "line",
    [
        "Timetable (as at 6 May)",
        "Programme (situation au 6 mai)",
        "Programa (versión del 6 de mayo)",
        "Annual report, 6 May 2019",
    ],
)
def test_a_document_s_day_before_the_agenda_is_none_of_the_event(line: str) -> None:
    page = page_of(f"The boats meet in 2019.\n{line}", title="Boats 2019")
    span = (page.blocks[1].start, page.blocks[1].start + 5)
    found = event_dates(
        page,
        "event",
        Agenda(),
        [AgendaDay("2019-05-20", span), AgendaDay("2019-05-24", span)],
        Years(page, None),
        set(),
    )
    assert (found.start, found.end) == ("2019-05-20", "2019-05-24")
