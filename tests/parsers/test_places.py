import pytest

from parsers.places import country_in_body, country_of, country_of_demonym, find_countries


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
