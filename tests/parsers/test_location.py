"""Where a page's event is, or where a release was issued."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.dates.finding import find_dates
from parsers.page import Block, Page, assemble
from parsers.places.event_days import event_days
from parsers.places.location import locate
from parsers.record import Kind, Location
from parsers.words.phrases import tokenise
from tests.parsers.prose_pages import page_of

Place = tuple[str | None, str | None, str | None]  # venue, city, country


def where(page: Page, kind: Kind) -> Location:
    """The place of a page; the first day that it prints stands for the event's."""
    mention = next((mention for mention in find_dates(page.text) if mention.days), None)
    span = (mention.start, mention.end) if mention else (0, 0)
    day = mention.days[0].iso() if mention else None
    last = mention.days[-1].iso() if mention else None
    location, evidence = locate(page, kind, tokenise(page.text), span, set(), event_days(day, last))
    for entry in evidence:
        value = getattr(location, entry.fact.removeprefix("location/"))
        if entry.basis is None and entry.fact in ("location/venue", "location/city"):
            assert page.text[entry.start : entry.end] == value
    return location


def place(page: Page, kind: Kind) -> Place:
    location = where(page, kind)
    return location.venue, location.city, location.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Geneva – IOM's Council began yesterday with delegates from all over the world in the hall.",
            (None, "Geneva", "CH"),
        ),
        (
            "Geneva – The Council began yesterday (27/11) in Geneva, Switzerland, at the United Nations Office.",
            ("United Nations Office", "Geneva", "CH"),
        ),
        (
            "Vienna – Officers of 22 states came on 12 November 2018 to learn at the Diplomatic Academy of Vienna, and in pairs.",
            ("Diplomatic Academy of Vienna", "Vienna", "AT"),
        ),
        (
            "Vienna – Thirty nurses got their papers on 12 November 2018 at Lake University from the hands of the minister.",
            ("Lake University", "Vienna", "AT"),
        ),
        (
            "San José – El 5 de junio de 2024 abrió en la Antigua Aduana la feria de empleo para personas migrantes.",
            ("Antigua Aduana", "San José", "CR"),
        ),
        (
            "Geneva – At the Palais des Nations in Geneva, IOM's forum for open debate is in progress today.",
            ("Palais des Nations", "Geneva", "CH"),
        ),
        ("Switzerland - Chiefs of Mission from all of IOM began three days of meeting yesterday.", (None, None, "CH")),
        (
            "Ecuador: Las cancillerías de Ecuador y Colombia pusieron en marcha el lunes un registro.",
            (None, None, "EC"),
        ),
        ("Sénégal − Soixante piroguiers de Saint-Louis ont suivi un cours de signalement en mer.", (None, None, "SN")),
        (
            "النيجر - نقلت المنظمة الدولية للهجرة يوم الاثنين ألفي عامل من بلدة ديركو إلى غانا ومالي.",
            (None, None, "NE"),
        ),
        (
            "Bruxelles, le 5 mai 2023 – Le Bureau a tenu les 3 et 4 mai un forum au Palais d'Egmont à Bruxelles.",
            ("Palais d'Egmont", "Bruxelles", "BE"),
        ),
        (
            "Chad – IOM trained judges last week (12-14/05).\nThe course, held at the National School of Justice, was long.",
            ("National School of Justice", None, "TD"),
        ),
    ],
)
def test_releases(text: str, expected: Place) -> None:
    assert place(page_of(text, title="A Release"), "press_release") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Accra", (None, "Accra", "GH")),
        ("Ciudad de Guatemala, jueves 18 de octubre de 2007", (None, "Ciudad de Guatemala", "GT")),
        (
            "Douala. Two lorries, a stage that folds out, a comedian and a doctor: there goes the caravan.",
            (None, "Douala", "CM"),
        ),
        (
            "Bogotá | Hace tres días cuarenta bordadoras recibieron las llaves de una casa de madera.",
            (None, "Bogotá", "CO"),
        ),
        ("Chad", (None, None, None)),
        ("Home | About us | Projects | Links to other pages of the office in the capital", (None, None, None)),
        ("Nice. That is what they say of the new road, which is wide and has a place for carts.", (None, None, None)),
    ],
)
def test_other_forms_of_a_dateline(line: str, expected: Place) -> None:
    text = f"{line}\nThe carpenters finished the last house of the first hundred, and a widow moved in."
    assert place(page_of(text, title="First Hundred Roofs"), "press_release") == expected


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "The talks go on until Friday.\nThe Government is host to all of them, at the Blue Anchor Conference Hall.",
            "Blue Anchor Conference Hall",
        ),
        (
            "La cita es en el Gran Hotel del Lago y reúne a quienes dirigen los servicios de veintidós países.",
            "Gran Hotel del Lago",
        ),
        (
            "ويلتقي الشباب يومين كاملين للحديث عن الماء في مكتبة الميناء العامة، ثم يعودون إلى مدنهم.",
            "مكتبة الميناء العامة",
        ),
        (
            "“It had cost us a winter,” said Ana Brix at the ceremony held in the BELLCO central warehouse.",
            "BELLCO central warehouse",
        ),
        ("The agreement was signed at the BELLCO headquarters by Ana Brix and Ifeoma Lund.", "BELLCO headquarters"),
        ("L'accord a été signé au siège de la BELLCO par Ana Brix et Ifeoma Lund.", "siège de la BELLCO"),
        ("El acuerdo fue firmado en la sede de la BELLCO por Ana Brix e Ifeoma Lund.", "sede de la BELLCO"),
        ("L’atelier, tenu à l’Auberge d’Ormeaux, a permis aux captains de parler de cordes.", "Auberge d’Ormeaux"),
        ("Les lampes ont été remises au Ministère de la Mer par Ana Brix et Ifeoma Lund.", None),
        ("The lamps were handed over to the BELLCO headquarters by Ana Brix and Ifeoma Lund.", None),
        ("The nurses waited in front of the Palace of the Nine Winds until the doors were opened for them.", None),
        ("The nurses waited in a hotel by the road until the doors of the clinic were opened for them.", None),
        ("A first round was held last year at the Blue Anchor Conference Hall, with far fewer nurses in it.", None),
        ("A first round took them in May 2019 to the talks at the Blue Anchor Conference Hall and back.", None),
    ],
)
def test_the_hall_of_a_release(text: str, venue: str | None) -> None:
    page = page_of(
        f"Lima – On 3 and 4 May 2021 they compared notes on the price of rope and bells.\n{text}", title="Bells"
    )
    assert where(page, "press_release").venue == venue


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Venue: Garrison Chapel, Castille Place, Valletta", "Garrison Chapel"),
        (
            "Lugar: Biblioteca del Faro, Sala Juan Ortiz, Agüero 2502, Buenos Aires",
            "Biblioteca del Faro, Sala Juan Ortiz",
        ),
        ("Sede: Centro Cultural del Lago, 24 calle 3-81, Ciudad de Guatemala", "Centro Cultural del Lago"),
        ("Venue: Anchor Picture House on Smithfield Square, Dublin", "Anchor Picture House"),
        ("Venue: Ocean Pavilion, Hall 2, Lisbon", "Ocean Pavilion, Hall 2"),
        ("Venue: Garrison Cinema, 15 Bell Foundry Street, Downtown Cairo", "Garrison Cinema"),
        (
            "Venue: Garrison Cinema, 15 Bell Foundry Street, Hall 2, Cairo",
            "Garrison Cinema, 15 Bell Foundry Street, Hall 2",
        ),
        ("Lieu : Palais des Nations, salle XIX, Genève", "Palais des Nations, salle XIX"),
    ],
)
def test_the_address_is_no_part_of_the_venue(line: str, venue: str) -> None:
    assert where(page_of(line, title="An Event"), "event").venue == venue


@pytest.mark.parametrize(
    ("title", "url", "country"),
    [
        ("Burundi: First Buses Home from Tanzania", "https://www.iom.int/news/x", "BI"),
        ("Wells Dug in Chad", "https://www.iom.int/news/x", "TD"),
        ("Ambassadors Visit Farms", "https://georgia.iom.int/news/x", "GE"),
        ("Ambassadors Visit Farms", "https://www.iom.int/news/x", None),
    ],
)
def test_a_release_without_a_dateline(title: str, url: str, country: str | None) -> None:
    page = page_of("Six buses crossed the border on Monday in the first convoy of the year.", title=title, url=url)
    assert place(page, "press_release") == (None, None, country)


def test_a_plan_that_a_later_paragraph_says_was_launched_elsewhere_gives_no_town() -> None:
    first = "The guild asks for two thousand nets, because the storms at the end of June have torn all others."
    later = "The appeal is a part of the Rope Plan, launched in New York, through which ten million are sought."
    page = page_of(f"{first}\n{later}", title="Nets for Chad's Fishermen")
    assert place(page, "press_release") == (None, None, "TD")
    turned = page_of(f"{later}\n{first}", title="Nets for Chad's Fishermen")
    assert place(turned, "press_release")[1] == "New York"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lisbon Castle, Portugal | 4-5 April 2022", ("Lisbon Castle", "Lisbon", "PT")),
        ("Nairobi University, Kenya | 4-5 April 2022", ("Nairobi University", "Nairobi", "KE")),
        ("Lisbon Castle, Kenya | 4-5 April 2022", ("Lisbon Castle", None, "KE")),
        ("Florida Castle, Portugal | 4-5 April 2022", ("Florida Castle", None, "PT")),
    ],
)
def test_a_house_whose_name_begins_with_its_town(line: str, expected: Place) -> None:
    page = page_of(f"{line}\nThe Fair brings the guilds of all ports together.", title="Fair of Knots")
    assert place(page, "event") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Port Workers Mend Nets in Lisbon", (None, "Lisbon", "PT")),
        ("Trabajadores remiendan redes en Lisboa", (None, "Lisboa", "PT")),
        ("Nets Mended in Lisbon and in Genoa", (None, None, None)),
        ("Nets of Lisbon", (None, None, None)),
    ],
)
def test_a_release_that_only_its_title_places(title: str, expected: Place) -> None:
    page = page_of("Six buses crossed the border on Monday in the first convoy of the year.", title=title)
    assert place(page, "press_release") == expected


def test_a_digest_has_no_place() -> None:
    text = "HAITI - Clinic Opens - A small clinic was opened yesterday at Port-au-Prince's airport by the minister."
    assert place(page_of(text, title="IOM press briefing notes 18 Jan 2008"), "press_release") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "IOM calls together those who look after travellers at crossings. Venue: Hotel Mirador, Panama City, Panama.",
            ("Hotel Mirador", "Panama City", "PA"),
        ),
        (
            "El taller tendrá lugar en Villamonte, Paraguay, del 30 al 31 de octubre de 2017.\nDra. Ana Ruiz, Fiscal, Paraguay",
            (None, "Villamonte", "PY"),
        ),
        (
            "You are invited to a breakfast on Tuesday, 20 June, 2017 at the Garrison Chapel, Valletta.",
            ("Garrison Chapel", "Valletta", "MT"),
        ),
        (
            "IOM and the Institute hold the meeting at the Sheraton Grand Conakry, Conakry, Guinea.",
            ("Sheraton Grand Conakry", "Conakry", "GN"),
        ),
        (
            "Dakar, 11 et 12 octobre 2006\nHôtel Téranga\nCeux qui sont partis bâtissent.",
            ("Hôtel Téranga", "Dakar", "SN"),
        ),
        ("Sede: Casa de la Cultura, La Paz, de 10:00 a 12:30, hora de Bolivia", ("Casa de la Cultura", "La Paz", "BO")),
        (
            "Auditorio del Banco Central, La Paz. Habrá traducción al aymara.",
            ("Auditorio del Banco Central", "La Paz", "BO"),
        ),
        (
            "La session se tient à Dakar, au Centre international de conférences Abdou Diouf, le mardi 6 juin 2023.",
            ("Centre international de conférences Abdou Diouf", "Dakar", "SN"),
        ),
        (
            "Estos son los actos paralelos que la OIM organiza o acompaña en Dubái, Emiratos Árabes Unidos.",
            (None, "Dubái", "AE"),
        ),
        (
            "The workshop takes place in Addis Ababa, Ethiopia, at the United Nations Conference Centre. It is in English.",
            ("United Nations Conference Centre", "Addis Ababa", "ET"),
        ),
        (
            "Lugar y fecha: Tulcán, auditorio de la Escuela del Faro, del 28 al 30 de noviembre de 2018",
            ("auditorio de la Escuela del Faro", "Tulcán", "EC"),
        ),
        ("المكان: فندق الميناء، عمّان. التوقيت المحلي لمدينة عمّان.", ("فندق الميناء", "عمّان", "JO")),
        ("On 21 March 2019 IOM briefs its Member States in Geneva on dust and displacement.", (None, "Geneva", "CH")),
        (
            "The consul general of Chile in Geneva will moderate the discussion of the handbook online.",
            (None, None, None),
        ),
        (
            "Usually the United Nations in New York houses the opening; the session takes place online on 2 March 2022.",
            (None, None, None),
        ),
        ("Une première réunion avait eu lieu à Nouakchott. On y parle de puits et de sel.", (None, None, None)),
        (
            "Location: Cebu City, Philippines, 20 Sep 2024\nThe lab draws on much work."
            "\nIt will take place on 20-21 September 2024 at the Tamarind Hall.",
            ("Tamarind Hall", "Cebu City", "PH"),
        ),
        (
            "Location: Cebu City, Philippines, 20 Sep 2024\nThe lab draws on much work."
            "\nIt was announced at a lunch held in 2024 at the Tamarind Hall.",
            (None, "Cebu City", "PH"),
        ),
        (
            "Fête du conte, mardi 4 mai 2021\nLa manifestation aura lieu à la Maison du Lac, avenue des Pins, Rabat.",
            ("Maison du Lac", "Rabat", "MA"),
        ),
        (
            "L'OIM et l'Agence nationale ouvrent, à l'Hôtel Africa de Tunis, un atelier de réflexion sur les contrats d'été.",
            ("Hôtel Africa", "Tunis", "TN"),
        ),
        (
            "Over two mornings in Conference Room 11, United Nations Headquarters, New York, officials meet to compare registers.",
            ("Conference Room 11, United Nations Headquarters", "New York", "US"),
        ),
        (
            "Foro sobre trabajo\nCiudad de México, del 30 de octubre al 1 de noviembre de 2017\nCentro Cultural Tlatelolco",
            ("Centro Cultural Tlatelolco", "Ciudad de México", "MX"),
        ),
        (
            "Thirty officers train for three days, 6 to 8 March 2023, under one roof – that of the Hotel Bellevue Gardens in Geneva "
            "– the evenings count as well.",
            ("Hotel Bellevue Gardens", "Geneva", "CH"),
        ),
        (
            "Delegates will meet at the Palais des Nations in Geneva on Thursday, 6 October 2022.",
            ("Palais des Nations", "Geneva", "CH"),
        ),
        (
            "L'atelier se tiendra le 10 juillet 2024 à Rabat.\nIl prolonge les rencontres tenues à Beni Mellal (7 mai) et à Oujda "
            "(4 juin) et prépare une feuille de route qui sera présentée le 10 août, Journée nationale des ports.",
            (None, "Rabat", "MA"),
        ),
        (
            "En ligne, le 8 octobre 2020\nLes assises, prévues d'abord le 2 avril 2020 à Bruxelles, sont reportées.",
            (None, None, None),
        ),
        (
            "El seminario web del 19 de noviembre de 2020 busca la respuesta entre las 10:00 y las 11:30, hora de Quito "
            "(16:00 – 17:30 en Madrid).",
            (None, None, None),
        ),
        (
            "21 February 2017\nIOM organized the second Consultation in Colombo, Sri Lanka, seven years after the first, which met in "
            "Madrid in March 2010.",
            (None, "Colombo", "LK"),
        ),
        (
            "The rights of nurses will be at the centre of a global consultation that takes place in Madrid on 3 March 2010.",
            (None, "Madrid", "ES"),
        ),
    ],
)
def test_events(text: str, expected: Place) -> None:
    assert place(page_of(text, title="An Event"), "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "3 May 2021\nTwo days go to it, 3 and 4 May 2021, and under one roof, that of the Hotel Blue Anchor in Durban."
            "\nA first run was given in Maputo in October 2019.",
            ("Hotel Blue Anchor", "Durban", "ZA"),
        ),
        (
            "Le 3 mai 2021\nLa séance aura pour cadre la Villa Corail, 4 rue du Puits, Kribi (Cameroun).",
            ("Villa Corail", "Kribi", "CM"),
        ),
        (
            "3 de mayo de 2021\nLa jornada tendrá por escenario el Auditorio de la Casa del Faro, en Guápiles, Costa Rica.",
            ("Auditorio de la Casa del Faro", "Guápiles", "CR"),
        ),
        (
            "Del 3 al 4 de mayo de 2021\nLos alcaldes ocuparon la Sala de los Mapas del 3 al 4 de mayo de 2021, en Quito.",
            ("Sala de los Mapas", "Quito", "EC"),
        ),
        (
            "3 mai 2021\nPendant deux jours, la salle de bal du Grand Cerf, à Dakar, servira de parlement à cent délégués.",
            ("salle de bal du Grand Cerf", "Dakar", "SN"),
        ),
        (
            "3 أيار 2021\nينطلق اللقاء صباح الاثنين 3 أيار 2021 وتحتضنه مكتبة الميناء العامة في عمّان.",
            ("مكتبة الميناء العامة", "عمّان", "JO"),
        ),
        (
            "3 أيار 2021\nتجري الدورة يوم 3 أيار 2021 في قاعة الكروم بالمركز الثقافي لمدينة أربيل في العراق.",
            ("قاعة الكروم بالمركز الثقافي", "أربيل", "IQ"),
        ),
        (
            "3 May 2021\nAbout forty growers found their way to Room C of the Harbour Theatre in Geneva to talk it over.",
            ("Room C of the Harbour Theatre", "Geneva", "CH"),
        ),
        (
            "3 May 2021\nIt meets on 3 and 4 May 2021 in Geneva, at the CICG; the last one ended with a vote.",
            ("CICG", "Geneva", "CH"),
        ),
        ("Venue: Hotel Azul, Panamá, Panamá", ("Hotel Azul", "Panamá", "PA")),
        # A meeting of another year, an office in a speaker's post and a sentence with commas say nothing.
        (
            "3 May 2021\nThe first one was held in Geneva in October 2018 and found much interest there.",
            (None, None, None),
        ),
        (
            "3 May 2021\nProfessor Ana Ruiz of the Museum of Boats in Lisbon speaks of knots and of ropes.",
            (None, None, None),
        ),
        (
            "3 mai 2021\nDakar, en mars, avait donné la parole aux bergers. C'est maintenant au tour des pêcheurs.",
            (None, None, None),
        ),
    ],
)
def test_halls_scenes_and_days(text: str, expected: Place) -> None:
    assert place(page_of(text, title="An Event"), "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 June 2024\n\nSpeakers:\nAna Santoro, University of Vienna\nJohn Petersen, IOM", (None, None, None)),
        ("3 juin 2024\n\nIntervenants :\nAnne Moreau, Université de Genève", (None, None, None)),
        ("3 de junio de 2024\n\nPanelistas:\nAna Ríos, Universidad de Lima", (None, None, None)),
        ("3 June 2024\nLake Hotel, Nairobi, Kenya", ("Lake Hotel", "Nairobi", "KE")),
        (
            "3 juin 2024\n\nLa réunion fait suite au Processus de Khartoum et à la Déclaration de Marrakech. Elle se"
            " tiendra en ligne.",
            (None, None, None),
        ),
    ],
)
def test_where_people_belong_and_what_towns_gave_their_names_is_no_place(text: str, expected: Place) -> None:
    assert place(page_of(text, title="An Event"), "event") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Forum on Ferries in Lisbon", "Lisbon"),
        ("Festival del Faro – programación en Lima", "Lima"),
        ("Atelier régional à Dakar", "Dakar"),
        ("ورشة عمل في عمّان حول القوارب", "عمّان"),
        ("The Lisbon Treaty and the ferries", None),
        ("From Lisbon to Dakar in five days", None),
        ("Seguimiento del Proceso de Lima", None),
    ],
)
def test_town_in_the_title(title: str, expected: str | None) -> None:
    assert (
        place(page_of("Seventy captains speak of bells and of the price of rope.", title=title), "event")[1] == expected
    )


def test_a_field_with_a_label_that_names_the_venue() -> None:
    page = Page("https://www.iom.int/events/x", "html", title="Conversatorio")
    page.blocks = [
        Block("heading", "Conversatorio", level=1),
        Block("field_value", "Tumaco, Colombia", field="field-location"),
        Block("paragraph", "Sede: Casa de la Cultura, Tumaco, de 10:00 a 12:30", field="body"),
        Block("paragraph", "Participan:", field="body"),
    ]
    venue, city, country = place(assemble(page), "event")
    assert (city, country) == ("Tumaco", "CO")
    assert (venue or "").startswith("Casa de la Cultura")


@pytest.mark.parametrize(
    ("text", "online"),
    [
        ("The session is held online on 3 May 2021.", True),
        ("La conférence s'est tenue en mode hybride le 3 mai 2021.", True),
        ("El seminario web se realizará el 3 de mayo de 2021.", True),
        ("تعقد الجلسة عبر الإنترنت يوم 3 مايو 2021.", True),
        ("The meeting launches an online course on 3 May 2021 in Geneva.", False),
        ("The meeting takes place in Geneva on 3 May 2021.", False),
    ],
)
def test_online(text: str, online: bool) -> None:
    assert where(page_of(text, title="An Event"), "event").online is online


@given(st.text(max_size=200), st.sampled_from(["event", "press_release"]))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_a_place_or_none(text: str, kind: Kind) -> None:
    location = where(page_of(text, title=text[:15] or None), kind)
    assert location.country is None or len(location.country) == 2


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "The ferry tied up in Benghazi on 18 April 2011 and put ashore 978 people from Misrata and from Sirte.",
            "Benghazi",
        ),
        (
            "A chartered plane with 248 maids on board took off from Damascus on 9 August 2006, the first of many.",
            "Damascus",
        ),
        (
            "Un avion de retour a décollé de Tripoli le 9 août 2006 avec 248 passagers et leurs valises à bord.",
            "Tripoli",
        ),
        (
            "The 248 maids said on 9 August 2006 that they had not been paid for years, and came home from Damascus.",
            None,
        ),
        (
            "IOM and the Postal Union signed an agreement today in Berne to give the maids better access to money transfers.",
            "Berne",
        ),
        (
            "L'OIM et l'Union postale ont signé hier à Berne un accord qui ouvre à ces femmes les guichets de la poste.",
            "Berne",
        ),
        (
            "The maids were paid today after the offices in Berne and in Geneva had sent the papers that the court wanted.",
            None,
        ),
        (
            "The embassy in Damascus gave each of the maids papers and 20 dollars. On 9 August 2006 a plane took all of them home.",
            None,
        ),
    ],
)
def test_a_release_without_a_dateline_is_from_the_town_of_its_day(text: str, town: str | None) -> None:
    page = page_of(
        f"Maids come home\n{text}\nMore of them wait, and will follow in the weeks to come.", title="Maids come home"
    )
    assert where(page, "press_release").city == town


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Tapachula, Chiapas (México), 22 y 23 de julio de 2010", "Hotel Loma Alta, salón Tacaná"],
            ("Hotel Loma Alta, salón Tacaná", "Tapachula", "MX"),
        ),
        (["Geneva, 18 - 19 October 2004", "Seminar convened by IOM and the World Bank"], (None, "Geneva", "CH")),
        (
            [
                "Abbaye des Trois Fontaines, Val-de-Brie (France), les 7 et 8 octobre 2021. Une pièce d'identité est exigée."
            ],
            ("Abbaye des Trois Fontaines", "Val-de-Brie", "FR"),
        ),
        (
            [
                "Some 20,000 visitors come on 18 May 2024.",
                "For IOM: Ana Wiradharma, Head of Office in Kupang, as moderator",
            ],
            (None, None, None),
        ),
    ],
)
def test_lines_beside_the_date_of_an_event(lines: list[str], expected: Place) -> None:
    assert place(page_of("\n".join(lines), title="Wells and wires"), "event") == expected


def test_a_cell_of_a_programme_gives_no_house() -> None:
    page = page_of("Fair in Choloma\n17 June 2022", title="Job fairs")
    page.blocks[1].kind = "cell"
    span = (page.text.index("17"), len(page.text))
    location, _evidence = locate(page, "event", tokenise(page.text), span, {1, 2})
    assert (location.venue, location.city) == (None, "Choloma")


def test_what_had_a_house_for_its_scene_is_here() -> None:
    text = "Rabat – Ils se sont vus du 7 au 9 décembre 2009.\nLe colloque avait pour cadre la Bibliothèque nationale du Royaume."
    assert where(page_of(text, title="Récits"), "press_release").venue == "Bibliothèque nationale du Royaume"


def test_a_release_with_a_venue_alone_has_the_country_of_its_title() -> None:
    text = (
        "Ils se sont vus du 7 au 9 décembre 2009.\nLe colloque avait pour cadre la Bibliothèque nationale du Royaume."
    )
    page = page_of(f"Maroc - La mer racontée\n{text}", title="Maroc - La mer racontée")
    assert place(page, "press_release") == ("Bibliothèque nationale du Royaume", None, "MA")


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "Lima – El cartel luce desde ayer (22/05). Los dueños firmaron en la Casa de la Mujer de Comas un acuerdo.",
            True,
        ),
        (
            "Lima – El cartel luce mucho. Los dueños firmaron en la Casa de la Mujer de Comas un acuerdo con la OIM.",
            False,
        ),
    ],
)
def test_a_house_counts_behind_a_day_whose_year_nobody_knows(text: str, venue: bool) -> None:
    page = page_of(text, title="Carteles")
    location, _evidence = locate(page, "press_release", tokenise(page.text), (0, 0), set(), None)
    assert location.venue == ("Casa de la Mujer de Comas" if venue else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Week on Towns\nLisbon, Portugal, 7 to 13 February 2018. Five talks on rents.", (None, "Lisbon", "PT")),
        (
            "A Week on Towns\nThe week is on 7 February 2018.\nLisbon, Portugal, 3 May 2017. Five talks on rents were given.",
            (None, None, None),
        ),
    ],
)
def test_a_first_sentence_of_a_place_and_a_day_holds_the_events_own_day(text: str, expected: Place) -> None:
    assert place(page_of(text, title="A Week on Towns"), "event") == expected


@pytest.mark.parametrize("heading", ["Agenda", "Programme", "Concept note", "Opening session", "Ordre du jour"])
def test_a_heading_below_place_and_day_is_no_venue(heading: str) -> None:
    page = page_of(f"Forum on Wells\nAccra, 14 August 2019\n{heading}\nFive talks on wells.", title="Forum on Wells")
    assert place(page, "event") == (None, "Accra", "GH")


def test_a_house_needs_a_meeting_where_no_day_of_an_event_is_known() -> None:
    page = page_of(
        "Goma – IOM trucks water to the displaced in the grounds of the Catholic Church, it said on 5 February 2025."
    )
    location, _evidence = locate(page, "press_release", tokenise(page.text), (0, 0), set(), None)
    assert location.venue is None
    page = page_of(
        "Goma – A meeting on water was held in the grounds of the Catholic Church, it said on 5 February 2025."
    )
    location, _evidence = locate(page, "press_release", tokenise(page.text), (0, 0), set(), None)
    assert location.venue is not None


def test_the_address_of_a_house_that_has_a_persons_name() -> None:
    text = "12-13 June 2019\nAna Brix Stiftung, Mill Street 32, Berlin\nThe captains of nine ferries will talk about ropes for two days."
    assert place(page_of(text, title="Workshop on Ropes"), "event") == ("Ana Brix Stiftung", "Berlin", "DE")
    text = "12-13 June 2019\nAna Brix, Harbour Board, Berlin\nThe captains of nine ferries will talk about ropes for two days."
    assert place(page_of(text, title="Workshop on Ropes"), "event") != ("Ana Brix", "Berlin", "DE")


def test_or_between_two_addresses_is_no_label() -> None:
    text = "Des captaines participent cette semaine à une formation sur les cordes et les cloches du port.\nou\nAna Brix\nOIM Genève"
    assert where(page_of(text, title="Les cordes"), "press_release").city is None
    assert (
        where(page_of("Une formation sur les cordes.\nOù\nHôtel du Port, Dakar", title="Les cordes"), "event").city
        == "Dakar"
    )


def test_a_town_behind_an_arabic_and_is_not_in_it() -> None:
    text = "تنظم المنظمة الدولية للهجرة ورشة عمل لموظفي محافظات نينوى والبصرة وأربيل، وذلك من 6 إلى 8 مارس 2023 في فندق المرساة، بغداد."
    assert place(page_of(text, title="ورشة الحبال"), "event") == ("فندق المرساة", "بغداد", "IQ")


def test_a_field_and_a_sentence_may_name_a_city_in_two_languages() -> None:
    text = "Lugar: Ciudad de Panamá, Panamá\nEl taller se celebrará los días 14 y 15 de abril de 2026 en la Ciudad del Saber y reunirá a diez capitanes."
    assert place(page_of(text, title="Taller de cuerdas"), "event") == ("Ciudad del Saber", "Ciudad de Panamá", "PA")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 12 March 2020 some forty firms will set up stands in the sports hall of Dakar for a fair of knots and ropes.",
            ("sports hall of Dakar", "Dakar", "SN"),
        ),
        (
            "El miércoles 18 de diciembre de 2019 los músicos tocarán en el Teatro Nacional de Quito desde las siete.",
            ("Teatro Nacional", "Quito", "EC"),
        ),
        (
            "La foire des cordes aura lieu le 18 décembre 2019 au Palais de la Culture d’Abidjan à partir de dix heures.",
            ("Palais de la Culture", "Abidjan", "CI"),
        ),
        (
            "La fiesta de las cuerdas se celebró el sábado 14 de mayo de 2022 en el Malecón de los Botes de Guayaquil.",
            ("Malecón de los Botes", "Guayaquil", "EC"),
        ),
    ],
)
def test_the_town_in_which_a_building_s_name_ends(text: str, expected: Place) -> None:
    assert place(page_of(text, title="Fair of Knots"), "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The caravan of knots will leave Kumasi on 9 November 2019 and will end in Accra on 1 December 2019.",
            "Kumasi",
        ),
        (
            "La caravane, organisée par le port, partira de Cotonou le 9 novembre 2019 et s’achèvera à Parakou le 1er décembre 2019.",
            "Cotonou",
        ),
        (
            "La caravana saldrá de Tegucigalpa el 9 de noviembre de 2019 y terminará en San Pedro Sula el 1 de diciembre de 2019.",
            "Tegucigalpa",
        ),
        ("The knots will leave Kumasi on 9 November 2019, and the fair takes place in Accra on the same day.", "Accra"),
    ],
)
def test_a_travelling_event_is_where_it_sets_out(text: str, expected: str) -> None:
    assert place(page_of(text, title="Knots on the Road"), "event")[1] == expected


def test_a_button_below_a_venue_is_no_town() -> None:
    page = page_of(
        "Date: 14 June 2017\nVenue: Webinar (WebEx). Free of charge.\nRegister here\nThe knots are many.", title="Knots"
    )
    assert place(page, "event")[1] is None
    assert (
        place(page_of("Date: 14 June 2017\nVenue: Lake Hotel\nKampala\nThe knots are many.", title="Knots"), "event")[1]
        == "Kampala"
    )


def test_a_quarter_in_a_house_s_name_is_not_its_town() -> None:
    page = page_of("Date: 14 June 2017\nVenue: Lake Resort Bonn, Kampala, Uganda", title="Knots")
    assert place(page, "event") == ("Lake Resort Bonn", "Kampala", "UG")


KNOTS = "As the water keeps spreading, the agencies bring ropes to people on the embankments of the lake."


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            f"{KNOTS}\nThey have nothing, says Ann Roe, who is in charge of knots and ropes in Pakistan.\nLorries leave this week in an operation run with the army of Pakistan.",
            "PK",
        ),
        (
            f"{KNOTS}\nIl n’y a plus de cordes, dit Ann Roe, qui est chargée des nœuds et des cordes au Tchad.\nLes camions partent cette semaine avec l’armée du Tchad et ses cordes.",
            "TD",
        ),
        (f"{KNOTS}\nThey have nothing, says Ann Roe, who is in charge of knots and ropes in Pakistan.", None),
        (
            f"{KNOTS}\nThey have nothing in Pakistan, says Ann Roe, who is in charge of knots.\nNeither have they in Pakistan’s neighbour India, as she adds by telephone.",
            None,
        ),
    ],
)
def test_the_only_country_that_a_release_names(text: str, country: str | None) -> None:
    assert (
        place(page_of(text, title="Ropes for the Lake", url="https://www.iom.int/news/x"), "press_release")[2]
        == country
    )
