import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.places.countries import country_in_body, country_of, country_of_demonym, find_countries
from parsers.places.dateline import location_of_dateline
from parsers.places.forms import Where, country_beside
from parsers.places.held_at import find_held_at
from parsers.places.venue_line import read_venue_line


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        ("Republic of the Philippines", "PH"),
        ("Philippines", "PH"),
        ("The Philippines", "PH"),
        ("(Ethiopia)", "ET"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Swaziland", "SZ"),
        ("The former Yugoslav Republic of Macedonia", "MK"),
        ("FYROM", "MK"),
        ("Libyan Arab Jamahiriya", "LY"),
        ("Cape Verde", "CV"),
        ("Zaire", "CD"),
        ("Burma", "MM"),
        ("US", "US"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Kosovo*", "XK"),
        ("State of Palestine", "PS"),
        ("Holy See", "VA"),
        ("DRC", "CD"),
        ("Congo (Democratic Republic of the)", "CD"),
        ("Congo", "CG"),
        ("Republic of Korea", "KR"),
        ("DPRK", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("Côte d’Ivoire", "CI"),
        ("COTE d'IVOIRE", "CI"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("the Netherlands (Kingdom of the)", "NL"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Papua New Guinea", "PG"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Serbia and Montenegro", "RS"),
        ("United Arab Emirates (UAE)", "AE"),
        ("Türkiye (Turkey)", "TR"),
        ("République du Sénégal", "SN"),
        ("l’Ouganda", "UG"),
        ("Suiza", "CH"),
        ("Gobierno de México", "MX"),
        ("جمهورية مصر العربية", "EG"),
        ("حكومة الأردن", "JO"),
        ("لبنان", "LB"),
        ("Government of Namibia", "NA"),
        # not countries
        ("European Union", None),
        ("African Union", None),
        ("Geneva", None),
        ("Somaliland", None),
        ("Taiwan", None),
        ("Puntland", None),
        ("Crimea", None),
        ("us", None),
        ("chad", None),
        ("Kenya (Uganda)", None),
        ("", None),
    ],
)
def test_a_slot_names_a_country(slot: str, code: str | None) -> None:
    assert country_of(slot) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Michael Jordan met Georgia Meloni and Chad Smith", []),
        ("in Georgia, Jordan and Chad", ["GE", "JO", "TD"]),
        ("IOM Georgia and the Government of Jordan", ["GE", "JO"]),
        ("Niger and Nigeria, Mali and Malian, autogol in Togo", ["NE", "NG", "ML", "TG"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GN", "GW", "GQ", "PG"]),
        ("the Gulf of Guinea, Lake Chad, New Mexico and the Niger Delta", []),
        ("Dominica and the Dominican Republic", ["DM", "DO"]),
        ("DRC and the Republic of the Congo", ["CD", "CG"]),
        ("DRC, the Danish Refugee Council", []),
        ("help us, the U.S. and the UK; US AND EU PAY", ["US", "GB"]),
        ("La réunion annuelle. Réunion annuelle à la Barbade", ["BB"]),
        ("عقد الاجتماع بالأردن وفي مالي والدعم المالي", ["JO", "ML"]),
        ("Taiwan and Somaliland", [None, None]),
    ],
)
def test_countries_in_running_text(text: str, codes: list[str | None]) -> None:
    places = find_countries(text)
    assert [place.code for place in places] == codes
    for place in places:
        assert text[place.start : place.end] == place.name


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Government of Namibia", "NA"),
        ("Ministry of Agriculture, Poland", "PL"),
        ("Ecuadoran Secretary of State for Migration", "EC"),
        ("French President", "FR"),
        ("Permanent Mission of Mexico", "MX"),
        ("Ministre tunisien des affaires sociales", "TN"),
        ("Governments of Bangladesh and Fiji", None),
        ("Chief Executive", None),
    ],
)
def test_the_country_in_a_body_or_post(body: str, code: str | None) -> None:
    assert country_in_body(body) == code


def test_adjectives() -> None:
    assert country_of_demonym("Malian") == "ML"
    assert country_of_demonym("nigérien") == "NE"
    assert country_of_demonym("nigériane") == "NG"
    assert country_of_demonym("french") is None


def place(where: Where | None) -> tuple[str | None, str | None, str | None, bool] | None:
    return None if where is None else (where.venue, where.city, where.country, where.online)


@pytest.mark.parametrize(
    ("text", "city", "country", "rest"),
    [
        ("Geneva/Rome – The ", "Geneva", "CH", "The "),
        ("New York, 23 May – The", "New York", "US", "The"),
        ("Switzerland - Chiefs", None, "CH", "Chiefs"),
        ("Tapachula (México) / Tecún Umán (Guatemala). - Los", "Tapachula", "MX", "Los"),
        ("Geneva –A plan", "Geneva", "CH", "A plan"),
        ("Beira — Cyclone", "Beira", "MZ", "Cyclone"),
        ("GENEVA - All", "GENEVA", "CH", "All"),
        ("30 نوفمبر 2021، القاهرة - اجتمعت", "القاهرة", "EG", "اجتمعت"),
        ("أنقرة، 5 فبراير - قالت", "أنقرة", "TR", "قالت"),
        ("طرابلس - 17 مارس 2022", "طرابلس", "LY", "17 مارس 2022"),
        ("12 أكتوبر 2021، عمّان - عقدت", "عمّان", "JO", "عقدت"),
        ("مسقط، عُمان - عقدت", "مسقط", "OM", "عقدت"),
        ("Tripoli, Lebanon – The", "Tripoli", "LB", "The"),
        ("Almaty, June 9, 2018 – Staff", "Almaty", "KZ", "Staff"),
        ("(16 October 2017, Geneva/New York): More", "Geneva", "CH", "More"),
        ("Ginebra – En", "Ginebra", "CH", "En"),
        ("Quito, 3 de octubre de 2022. Con", "Quito", "EC", "Con"),
        ("Bogotá D.C., 4 de mayo de 2021. Los", "Bogotá D.C.", "CO", "Los"),
        ("(عمّان - 2 مارس 2020). عقدت", "عمّان", "JO", "2 مارس 2020). عقدت"),
        ("Port-au-Prince, le 3 mars - L'OIM", "Port-au-Prince", "HT", "L'OIM"),
        ("COTE D'IVOIRE - IOM", None, "CI", "IOM"),
        ("Cox’s Bazar – One", "Cox’s Bazar", "BD", "One"),
        # unknown to any vocabulary
        ("Ouadane - Les", "Ouadane", None, "Les"),
        ("Marsabelle, Kenya – The", "Marsabelle", "KE", "The"),
        ("Marsabelle, 3 March 2020 – The", "Marsabelle", None, "The"),
        ("Lisbon, Oct. 10 – Nets", "Lisbon", "PT", "Nets"),
        ("Lisbon, Sept. 3, 2019 – Nets", "Lisbon", "PT", "Nets"),
        ("لشبونة، البرتغال، 10 تشرين الأول/أكتوبر 2023 – شباك", "لشبونة", "PT", "شباك"),
        ("لشبونة، 3 كانون الثاني/يناير 2023 – شباك", "لشبونة", "PT", "شباك"),
        ("تونس، 5 جويلية 2021 – شباك", None, "TN", "شباك"),
        # a state or a further town behind the first one, which no vocabulary needs to have
        ("Miami, Florida – Nets", "Miami", "US", "Nets"),
        ("Lisbon/Vilarinho – Nets", "Lisbon", "PT", "Nets"),
        ("Tijuana, Baja California, 3 de mayo – Redes", "Tijuana", "MX", "Redes"),
        ("Marsabelle (Kenya), 3 de mayo de 2020 – Redes", "Marsabelle", "KE", "Redes"),
        # brackets, colons, full stops
        ("(Lisbon, 10 October 2023) Nets", "Lisbon", "PT", "Nets"),
        ("[Lisboa, 10 de octubre de 2023] Redes", "Lisboa", "PT", "Redes"),
        ("Lisbon: Nets", "Lisbon", "PT", "Nets"),
        ("Lisbonne, le 10 octobre 2023 : Filets", "Lisbonne", "PT", "Filets"),
        ("لشبونة: شباك", "لشبونة", "PT", "شباك"),
        ("لشبونة (المنظمة الدولية للهجرة) – شباك", "لشبونة", "PT", "شباك"),
        ("Lisboa. 10 de octubre de 2023. Redes", "Lisboa", "PT", "Redes"),
        ("Lisboa, Portugal. 10 de octubre de 2023 – Redes", "Lisboa", "PT", "Redes"),
    ],
)
def test_datelines(text: str, city: str | None, country: str | None, rest: str) -> None:
    where = location_of_dateline(text)
    assert where is not None
    assert (where.city, where.country, text[where.end :]) == (city, country, rest)
    if city:
        assert text[slice(*where.city_span)] == city


@pytest.mark.parametrize(
    "text",
    [
        "IOM – the UN Migration Agency – met",
        "Panel 1 – Ways home",
        "UN agencies – IOM and others",
        "Migration – a story",
        "People fled Mali for Niger – and back",
        "No dash at all",
        "Somebody, 3 May",
        "Lisbon: a port of nets",
        "Nice: The port",
        "Portugal: Nets for all",
        "Lisbon, UNHCR – The nets",
        "(Lisbon, with its port) Nets",
        "Nets: Ten of them",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    assert location_of_dateline(text) is None


def test_unknown_cities_can_be_left_alone() -> None:
    assert location_of_dateline("Ouadane - Les", unknown=False) is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Maison des Arts, 12 rue du Port, 75014 Paris", ("Maison des Arts", "Paris", "FR", False)),
        ("Hôtel Grand Large, boulevard du Port, Cotonou", ("Hôtel Grand Large", "Cotonou", "BJ", False)),
        ("Admiral Kino, Seilergasse 119, 1070 Vienna", ("Admiral Kino", "Vienna", "AT", False)),
        ("Ciudad de Georgetown, Guyana", (None, "Georgetown", "GY", False)),
        ("City of Freetown, Sierra Leone", (None, "Freetown", "SL", False)),
        ("Venue: Hall of the Two Towers, Geneva", ("Hall of the Two Towers", "Geneva", "CH", False)),
        (
            "Geneva, Switzerland | Centre International de Conférences Genève (CICG)",
            ("Centre International de Conférences Genève (CICG)", "Geneva", "CH", False),
        ),
        ("Baobab Conference Centre, Nairobi, Kenya (hybrid)", ("Baobab Conference Centre", "Nairobi", "KE", True)),
        ("Conference Room 6, UNHQ New York", ("Conference Room 6, UNHQ", "New York", "US", False)),
        ("Blue Zone | 13:30-15:00", ("Blue Zone", None, None, False)),
        ("Zoom", (None, None, None, True)),
        ("online", (None, None, None, True)),
        ("Virtual event", (None, None, None, True)),
        ("en ligne", (None, None, None, True)),
        ("en línea", (None, None, None, True)),
        ("عبر الإنترنت", (None, None, None, True)),
        ("25-27 May 2021, Zoom, 9:00-12:00 EST", (None, None, None, True)),
        ("Kisumu, Kenya", (None, "Kisumu", "KE", False)),
        ("Marsabelle, Kenya", (None, "Marsabelle", "KE", False)),
        ("Ocean Pavilion, Panama City", ("Ocean Pavilion", "Panama City", "PA", False)),
        ("Venue: Ocean Pavilion, Hall 2 at 14:00-15:15 Panama Time", ("Ocean Pavilion, Hall 2", None, None, False)),
        (
            "14 June 2018, Riverside Hall, Phnom Penh, Cambodia",
            ("Riverside Hall", "Phnom Penh", "KH", False),
        ),
        ("3, quai des Essais, Geneva, Switzerland", (None, "Geneva", "CH", False)),
        ("Old Mill, 12 Harbour Street, Valletta Malta", ("Old Mill", "Valletta", "MT", False)),
        (
            "UN HQ conference room 12, New York - Thursday 28 February 2019, 13:15-14:45",
            ("UN HQ conference room 12", "New York", "US", False),
        ),
        ("Conference Room 7, UN Headquarters", ("Conference Room 7, UN Headquarters", "New York", "US", False)),
        ("Palais des Nations, Room XX", ("Palais des Nations, Room XX", "Geneva", "CH", False)),
        ("Singapore", (None, "Singapore", "SG", False)),
        ("القاهرة، مصر", (None, "القاهرة", "EG", False)),
        ("عمّان، الأردن", (None, "عمّان", "JO", False)),
        ("The seminar was called by IOM. It was held in San José, Costa Rica", (None, "San José", "CR", False)),
        ("Lieu : Hôtel du Lac, Dakar, Sénégal", ("Hôtel du Lac", "Dakar", "SN", False)),
        ("Venue: To be confirmed", None),
        ("", None),
        ("Hotel Quito, Av. González Suárez, Quito, Ecuador", ("Hotel Quito", "Quito", "EC", False)),
        ("Ciudad de México, del    al", (None, "Ciudad de México", "MX", False)),
        ("Kampala, Uganda / Mbarara, Uganda / Kigali, Rwanda", (None, "Kampala", "UG", False)),
        ("The Forum in Accra, has been postponed", (None, "Accra", "GH", False)),
        ("Les assises à Bruxelles, sont reportées", (None, "Bruxelles", "BE", False)),
        ("de Madrid a Cochabamba, siete", (None, "Cochabamba", "BO", False)),
        ("salle des fêtes, Dakar", ("salle des fêtes", "Dakar", "SN", False)),
    ],
)
def test_venue_lines(line: str, wanted: tuple[str | None, str | None, str | None, bool] | None) -> None:
    where = read_venue_line(line)
    assert place(where) == wanted
    if where is not None and where.venue:
        assert line[slice(*where.venue_span)] == where.venue
    if where is not None and where.city and where.city_basis is None:
        assert line[slice(*where.city_span)] == where.city


def test_what_is_inferred_says_so() -> None:
    room = read_venue_line("Conference Room 7, UN Headquarters")
    assert room is not None and (room.city_basis, room.country_basis) == ("city of the venue", "country of the city")
    geneva = read_venue_line("Geneva")
    assert geneva is not None and (geneva.city_basis, geneva.country_basis) == (None, "country of the city")
    both = read_venue_line("Geneva, Switzerland")
    assert both is not None and both.country_basis is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The meeting was held in Windhoek on 3 June.", [(None, "Windhoek", "NA")]),
        (
            "La jornada se celebró del 2 al 4 en el Centro Cultural La Noria.",
            [("Centro Cultural La Noria", None, None)],
        ),
        ("L'atelier s'est tenu à l'Institut national des arts.", [("Institut national des arts", None, None)]),
        ("Il se tiendra le 9 à l'hôtel Grand Lac, Kinshasa.", [("hôtel Grand Lac", "Kinshasa", "CD")]),
        ("It was held at the end of a long day.", []),
        ("Awards are given at the Cinéma Royal in Tunis, Tunisia.", [("Cinéma Royal", "Tunis", "TN")]),
        ("They hold the meeting at the Blue Star Conakry, Conakry, Guinea.", [("Blue Star Conakry", "Conakry", "GN")]),
        ("L'OIM a tenu un forum au Palais des Arts à Bruxelles.", [("Palais des Arts", "Bruxelles", "BE")]),
        ("It is in progress at the Palais des Nations in Geneva.", [("Palais des Nations", "Geneva", "CH")]),
        ("El taller se celebró en Montevideo, Uruguay, el 8.", [(None, "Montevideo", "UY")]),
        ("L'atelier s'est tenu à Dakar (Sénégal) les 12 et 13 mai.", [(None, "Dakar", "SN")]),
        ("States come next week to Gaborone, the capital of Botswana, to talk.", [(None, "Gaborone", "BW")]),
        ("عقد الاجتماع بالقاهرة يوم الثلاثاء", [(None, "القاهرة", "EG")]),
        ("Botswana Hosts Global Meeting", [(None, None, "BW")]),
        ("La República Dominicana acoge esta semana una reunión", [(None, None, "DO")]),
        ("It was held in Kenya.", [(None, None, "KE")]),
        ("La conférence s'est tenue à Évorelle du 28 septembre au 1er octobre.", [(None, "Évorelle", None)]),
        ("It was held in Marsabelle, Kenya, on 3 May.", [(None, "Marsabelle", "KE")]),
        ("It was held in March. It took place in Europe on Monday. It is held in English on Tuesday.", []),
        ("He lives in Nairobi. It rains in Uganda.", []),
        ("El foro tuvo lugar en la ciudad de Lima los días 4 y 5.", [(None, "Lima", "PE")]),
        ("The fair took place in the town of Kisumu.", [(None, "Kisumu", "KE")]),
        ("L'atelier s'est tenu dans la ville d'Oran.", [(None, "Oran", "DZ")]),
        ("وتنعقد الدورة بمدينة الرباط من 3 إلى 5 مايو.", [(None, "الرباط", "MA")]),
        ("The workshop was closed by the mayor of the city of Lima.", []),
        (
            "La fête aura lieu dans la grande cour et le foyer de la Bibliothèque du Lac, avenue des Pins, Rabat.",
            [(None, "Rabat", "MA")],
        ),
        (
            "La fête aura lieu dans la salle de la Maison du Lac, avenue des Pins, Rabat.",
            [("salle de la Maison du Lac", "Rabat", "MA")],
        ),
        (
            "The talks take place in the library of the Tide Observatory, Lindenstraße 4-6, Berlin.",
            [("library of the Tide Observatory", "Berlin", "DE")],
        ),
        ("It was held by the owners, Elm Street, Berlin.", [(None, "Berlin", "DE")]),
        ("The forum was held with friends, colleagues, Berlin and Paris among them.", []),
        (
            "El acto se realizará en la explanada del antiguo molino de Tarqui.",
            [("explanada del antiguo molino de Tarqui", None, None)],
        ),
        ("Ambas realizarán en el Hotel Miramar un taller.", [("Hotel Miramar", None, None)]),
        (
            "Ils se réuniront jeudi à la Bibliothèque du Phare pour parler de papiers.",
            [("Bibliothèque du Phare", None, None)],
        ),
        ("They will convene at the Harbour Conference Centre to ask why.", [("Harbour Conference Centre", None, None)]),
        ("معرض يقام في مركز النخيل الثقافي من 18 إلى 22 ديسمبر.", [("مركز النخيل الثقافي", None, None)]),
        (
            "The Coral Fund organised, for officers of the eight islands, whatever their rank and language, the course on sea"
            " charts from 4 to 6 May 2019 at the Pearl Lagoon Hotel.",
            [("Pearl Lagoon Hotel", None, None)],
        ),
        (
            "The Coral Fund organised, for officers of the eight islands, whatever their rank and language, the course on sea"
            " charts, which draws on what was learned at the Pearl Lagoon Hotel.",
            [],
        ),
        ("The meeting was held\nin Nairobi", []),
        (
            "It is held over two mornings in Conference Room 11, United Nations Headquarters, New York.",
            [("Conference Room 11, United Nations Headquarters", "New York", "US")],
        ),
    ],
)
def test_sentences_that_say_where(text: str, wanted: list[tuple[str | None, str | None, str | None]]) -> None:
    found = find_held_at(text)
    assert [(held.where.venue, held.where.city, held.where.country) for held in found] == wanted
    for held in found:
        assert held.sentence[0] <= held.where.start < held.where.end <= held.sentence[1]


def test_another_meeting_is_marked() -> None:
    found = find_held_at("The first meeting took place in Mogadishu last year. It now meets in Nairobi.")
    assert [(held.where.city, held.other) for held in found] == [("Mogadishu", True), ("Nairobi", False)]


def test_the_country_beside_an_unknown_city() -> None:
    text = "Ouadane - Les experts ont été reçus à Ouadane, en Mauritanie, hier."
    code, start, end = country_beside(text, "Ouadane") or ("", 0, 0)
    assert (code, text[start:end]) == ("MR", "Mauritanie")
    assert country_beside("Ouadane - Les", "Ouadane") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Knots – Menders are in the Belgian city of Tidewick today.", "BE"),
        ("Knots – Menders are in the Kenyan coastal town of Tidewick today.", "KE"),
        ("Nœuds – Ils sont dans la ville sénégalaise de Tidewick.", "SN"),
        ("Nœuds – Ils sont dans la ville côtière sénégalaise de Tidewick.", "SN"),
        ("Nudos – Están en la ciudad peruana de Tidewick.", "PE"),
        ("عقد – هم في مدينة Tidewick اللبنانية اليوم.", "LB"),
        ("The Belgian mayor of Tidewick is here.", None),
        ("The old city of Tidewick is here.", None),
    ],
)
def test_the_country_in_an_adjective_beside_a_town(text: str, code: str | None) -> None:
    found = country_beside(text, "Tidewick")
    assert (found[0] if found else None) == code


@given(st.text(max_size=120))
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    wheres = [location_of_dateline(text), read_venue_line(text), *(held.where for held in find_held_at(text))]
    for where in wheres:
        if where is not None:
            for start, end in (where.venue_span, where.city_span, where.country_span, where.online_span):
                assert 0 <= start <= end <= len(text)
            assert where.city is None or where.city_basis or text[slice(*where.city_span)] == where.city
    for country in find_countries(text):
        assert text[country.start : country.end] == country.name
    country_of(text)


@pytest.mark.parametrize(
    ("line", "venue", "city", "country"),
    [
        ("Casa del Faro, Buenos Aires y en línea", "Casa del Faro", "Buenos Aires", "AR"),
        ("Old Mill, Nairobi and online", "Old Mill", "Nairobi", "KE"),
        ("Accra et en ligne", None, "Accra", "GH"),
        ("Busia, Mutukula, Elegu and Mpondwe, Uganda", None, "Busia", "UG"),
        ("Arua, Kampala, Gulu and Mbarara, Uganda", None, "Arua", "UG"),
        ("Ombeyi, Sirunga and Takwelo, Kenya", None, "Ombeyi", "KE"),
        ("المكان: فندق الميناء، عمّان", "فندق الميناء", "عمّان", "JO"),
        ("Hotel Mar, Cork, Ireland", "Hotel Mar", "Cork", "IE"),
    ],
)
def test_towns_in_a_row_and_online_behind_a_town(line: str, venue: str | None, city: str, country: str) -> None:
    where = read_venue_line(line)
    assert where is not None
    assert (where.venue, where.city, where.country) == (venue, city, country)


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("Last week Nairobi hosted a meeting on nets.", "Nairobi"),
        ("En mars, Bamako a accueilli la Conférence des puits.", "Bamako"),
        ("En mayo Lima acogió la reunión de faros.", "Lima"),
        ("Nairobi welcomed many refugees.", None),
        ("Bamako a accueilli des milliers de déplacés.", None),
    ],
)
def test_towns_that_host_a_meeting(sentence: str, city: str | None) -> None:
    assert next((found.where.city for found in find_held_at(sentence)), None) == city


def test_a_minus_sign_ends_a_dateline() -> None:
    where = location_of_dateline("Djibouti, 29 novembre − La République a adopté sa stratégie")
    assert where is not None
    assert (where.city, where.country) == ("Djibouti", "DJ")


def test_oman_is_not_amman() -> None:
    assert (country_of("عُمان"), country_of("عمّان")) == ("OM", None)
