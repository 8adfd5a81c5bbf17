import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.organizations.organizer_lists.splitting import split_organizer_list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Finland, Uganda, IOM, International Human Rights Commission Relief Trust Fund (IHRC)",
            ["Finland", "Uganda", "IOM", "International Human Rights Commission Relief Trust Fund (IHRC)"],
        ),
        ("WHO, Egypt and Saudi Arabia, IOM", ["WHO", "Egypt", "Saudi Arabia", "IOM"]),
        ("WHO, UNFPA, UNHCR, IOM and IMC", ["WHO", "UNFPA", "UNHCR", "IOM", "IMC"]),
        (
            "King Salman Humanitarian Aid and Relief Center (KSrelief) – Kingdom of Saudi Arabia",
            ["King Salman Humanitarian Aid and Relief Center (KSrelief)", "Kingdom of Saudi Arabia"],
        ),
        ("Democratic Republic of the Congo, Save the Children", ["Democratic Republic of the Congo", "Save the Children"]),
        ("Co-hosted by the Governments of Bangladesh and Fiji", ["Governments of Bangladesh and Fiji"]),
        ("Angola (TBC), Brazil (to be confirmed) and IOM (lead).", ["Angola", "Brazil", "IOM"]),
        (
            "Food and Agriculture Organization; Ministry of Labour, Employment and Social Security",
            ["Food and Agriculture Organization", "Ministry of Labour, Employment and Social Security"],
        ),
        (
            "IOM, Ministry of Labour, Employment and Social Security and UNHCR",
            ["IOM", "Ministry of Labour, Employment and Social Security", "UNHCR"],
        ),
        ("The Lighthouse Foundation, Slovenia, and IOM", ["The Lighthouse Foundation", "Slovenia", "IOM"]),
        ("Harbour Collective and Town Makers", ["Harbour Collective", "Town Makers"]),
        ("Ministry of Interior, Cambodia, and UNICEF", ["Ministry of Interior, Cambodia", "UNICEF"]),
        ("IOM, River Authority of the Delta, Government of Kenya", ["IOM", "River Authority of the Delta", "Government of Kenya"]),
        ("IOM – UN Migration, UNHCR", ["IOM", "UNHCR"]),
        ("Foreign, Commonwealth and Development Office, Women and Girls Network", ["Foreign, Commonwealth and Development Office", "Women and Girls Network"]),
        (
            "OIM, Ministerio de Trabajo, Migraciones y Seguridad Social y ACNUR",
            ["OIM", "Ministerio de Trabajo, Migraciones y Seguridad Social", "ACNUR"],
        ),
        (
            "l’OIM, le Ministère de l’Intérieur et de la Sécurité publique et l’UE",
            ["OIM", "Ministère de l’Intérieur et de la Sécurité publique", "UE"],
        ),
        ("وزارة الداخلية، حكومة البرتغال", ["وزارة الداخلية", "حكومة البرتغال"]),
        ("وزارة الداخلية، البرتغال", ["وزارة الداخلية، البرتغال"]),
        ("المنظمة الدولية للهجرة واليونيسف، ومنظمة الصحة العالمية", ["المنظمة الدولية للهجرة", "اليونيسف", "منظمة الصحة العالمية"]),
        ("Asociación Mar y Tierra, OIM y de la Cruz Roja", ["Asociación Mar y Tierra", "OIM", "Cruz Roja"]),
        (
            "IOM, Statistics for Harbours and the ECOWAS Commission",
            ["IOM", "Statistics for Harbours", "ECOWAS Commission"],
        ),
        (
            "IOM, the National Institute for Disaster Management of Eastmark and the Bay Society",
            ["IOM", "National Institute for Disaster Management of Eastmark", "Bay Society"],
        ),
        (
            "l’Unité de construction de quais et de bâtiments publics (UCQB) et du Gouvernement du Niger",
            ["Unité de construction de quais et de bâtiments publics (UCQB)", "Gouvernement du Niger"],
        ),
        (
            "Dirección de puertos y de obras públicas y el Instituto de Costas",
            ["Dirección de puertos y de obras públicas", "Instituto de Costas"],
        ),
        ("UNICEF et de la mairie de Kayes", ["UNICEF", "mairie de Kayes"]),
        ("Directorate of Nationality, Passports and Borders", ["Directorate of Nationality, Passports and Borders"]),
        ("la Mancomunidad Sur y la OIM", ["Mancomunidad Sur", "OIM"]),
        ("les Amis du Phare et le Ministère de la Pêche", ["Amis du Phare", "Ministère de la Pêche"]),
        # "with" joins names, but stands inside of some
        ("the Tidal Youth Coalition with IOM", ["Tidal Youth Coalition", "IOM"]),
        ("Harbour Trust with UNICEF and the Bay Society", ["Harbour Trust", "UNICEF", "Bay Society"]),
        ("la Mairie de Kayes avec l’OIM", ["Mairie de Kayes", "OIM"]),
        ("la Alcaldía de Lima con la OIM", ["Alcaldía de Lima", "OIM"]),
        ("بلدية طرابلس مع اليونيسف", ["بلدية طرابلس", "اليونيسف"]),
        ("Office for Cooperation with UNESCO", ["Office for Cooperation with UNESCO"]),
        ("Federation of Persons with Disabilities", ["Federation of Persons with Disabilities"]),
        ("Blue Boats with Red Sails", ["Blue Boats with Red Sails"]),
        ("la OIM junto al Instituto del Mar", ["OIM", "Instituto del Mar"]),
        ("la OIM de la mano con la Red Sur", ["OIM", "Red Sur"]),
        # two acronyms that a stroke joins
        ("IOM/UNHCR, the Harbour Trust", ["IOM", "UNHCR", "Harbour Trust"]),
        ("OIM + ACNUR y la Red Sur", ["OIM", "ACNUR", "Red Sur"]),
        ("AUDA-NEPAD and Office J/TIP", ["AUDA-NEPAD", "Office J/TIP"]),
        # a head at the end takes no fields
        ("Coast Protection Directorate, Food for All Eastmark", ["Coast Protection Directorate", "Food for All Eastmark"]),
        ("Coast Protection Directorate (CPD), Food for All", ["Coast Protection Directorate (CPD)", "Food for All"]),
        # what a list tells of without a name
        ("UNICEF, the Bay Society and the country's lifeboat service, the Harbour Trust", ["UNICEF", "Bay Society", "Harbour Trust"]),
        # what a known body is
        ("IOM and the Frontex agency", ["IOM", "Frontex"]),
        ("l’agence Frontex et l’OIM", ["Frontex", "OIM"]),
        ("la OIM y la agencia Frontex", ["OIM", "Frontex"]),
        ("وكالة فرونتكس", ["فرونتكس"]),
        ("the UN agency", ["UN agency"]),
        ("Harbour Agency", ["Harbour Agency"]),
        ("To be confirmed", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_list_of_organisers(text: str, names: list[str]) -> None:
    bodies = split_organizer_list(text)
    assert [body.name for body in bodies] == names
    for body in bodies:
        assert text[body.start : body.end] == body.name


def test_what_a_list_says_of_roles() -> None:
    text = "IOM, Mayors Migration Council (MMC); sponsored by Harbour Foundation, in partnership with UNDP."
    assert [(body.name, body.role) for body in split_organizer_list(text)] == [
        ("IOM", None),
        ("Mayors Migration Council (MMC)", None),
        ("Harbour Foundation", "sponsor"),
        ("UNDP", "partner"),
    ]


def test_persons_stand_for_bodies() -> None:
    text = (
        "Rosa Quill, UN High Commissioner for Refugees; Mr. Tom Reed, Director General, International Organization for "
        "Migration"
    )
    assert [(body.name, body.person, body.post) for body in split_organizer_list(text)] == [
        ("UN High Commissioner for Refugees", "Rosa Quill", "UN High Commissioner for Refugees"),
        ("International Organization for Migration", "Tom Reed", "Director General"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Department of International Cooperation and Partnerships",
        "Bureau for Consular Affairs",
        "Nordic Cooperation Bureau",
        "Growers and Pickers Union",
        "Ministère de la pêche",
        "Universidad del Plata",
        "وزارة الخارجية",
        "City of Gdynia",
        "Great Lakes Round Table (GLRT)",
        "IOM Regional Office in Vienna",
        "UNICEF Kenya",
        "Caritas Lima",
        "IOM",
        "Pegasus Health (charitable) Ltd",
        "the National Institute for Harbours",
    ],
)
def test_bodies(name: str) -> None:
    assert looks_like_organization(name) >= 0.6


@pytest.mark.parametrize(
    "text",
    ["the National Director", "Director, Department of Migration", "Head of Unit", "Minister of Labour", "John Smith", "Coffee break", "Finland", "", "group work"],
)  # fmt: skip
def test_not_bodies(text: str) -> None:
    assert looks_like_organization(text) < 0.4


def test_ambiguous_acronyms_need_their_long_form_or_a_slot() -> None:
    assert [match.id for match in find_organizations("DRC and UNHCR")] == ["unhcr"]
    assert [match.id for match in find_organizations("DRC and UNHCR", slot=True)] == ["drc", "unhcr"]
    both = find_organizations("the Danish Refugee Council and, later, DRC")
    assert [match.name for match in both] == ["Danish Refugee Council", "DRC"]
    assert find_organizations("those who care; a pace apart") == []


@given(st.text(max_size=80))
def test_any_text_gives_bodies_that_it_quotes(text: str) -> None:
    assert 0 <= looks_like_organization(text) <= 1
    last = 0
    for body in split_organizer_list(text):
        assert body.name
        assert last <= body.start < body.end <= len(text)
        assert text[body.start : body.end] == body.name
        last = body.end
