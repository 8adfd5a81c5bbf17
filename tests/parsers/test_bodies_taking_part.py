"""Bodies said to take part, and where their names end."""

import pytest

from parsers.organizations.names import same_office
from parsers.page import Block
from parsers.record import Kind
from tests.parsers.test_involvement import involved


def names(text: str, kind: Kind = "event") -> list[str]:
    return [name for name, _ in involved(text, kind=kind)]


@pytest.mark.parametrize("label", ["Organizer", "Organisateur", "Organizador", "المنظم"])
def test_the_line_below_a_field_label(label: str) -> None:
    field = Block("field_label", label)
    assert involved(field, "Harbour Trust, UNICEF Kenya", "The fair is about boats and their crews.") == [
        ("Harbour Trust", "organizer"),
        ("UNICEF Kenya", "organizer"),
    ]
    assert involved(field, "The fair is about boats and their crews.") == []
    assert involved(field, Block("heading", "Harbour Trust")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The course was held by the Harbour Pilots Service (HPS) deployed along the coast.", ["Harbour Pilots Service (HPS)"]),
        ("Trente agents de la Direction des Quais (DDQ) suivent cette semaine un cours.", ["Direction des Quais (DDQ)"]),
        ("Un vol organisé par la Fondation des Marées (FDM) depuis Sfax.", ["Fondation des Marées (FDM)"]),
        ("Un vuelo organizado por la Fundación Marea (FUMA) desde Quito.", ["Fundación Marea (FUMA)"]),
        ("Held by the Harbour Board (HB) of Ghana and the Tide Service (TS).", ["Harbour Board (HB) of Ghana", "Tide Service (TS)"]),
        ("Organisé par le Comité des quais (CDQ) du Togo ainsi que la Mairie de Lomé.", ["Comité des quais (CDQ) du Togo", "Mairie de Lomé"]),
        ("Organizado por la Fundación Marea (FUMA), la OIM y la Alcaldía de Lima.", ["Fundación Marea (FUMA)", "OIM", "Alcaldía de Lima"]),
        ("Joint Statement by UNHCR and UNICEF on the Latest Storm at Sea", ["UNHCR", "UNICEF"]),
        ("Déclaration conjointe de l'OIM et du HCR sur la Tempête en mer", ["OIM", "HCR"]),
        ("Declaración conjunta de la OIM y ACNUR sobre la Tormenta", ["OIM", "ACNUR"]),
        ("Held by the Harbour Board as well as UNICEF and the Tide Network.", ["Harbour Board", "UNICEF", "Tide Network"]),
        ("Organisé par le HCR ainsi que la Croix-Rouge malienne.", ["HCR", "Croix-Rouge malienne"]),
        ("Organizado por la Alcaldía de Lima, así como la Cruz Roja.", ["Alcaldía de Lima", "Cruz Roja"]),
        ("A course held by the Harbour Board and UNICEF taught forty sailors.", ["Harbour Board", "UNICEF"]),
        ("They visit the centres together with UNICEF staff twice a year.", []),
        ("رحلة نظمتها المنظمة الدولية للهجرة ضمن برنامج المرافئ.", ["المنظمة الدولية للهجرة"]),
        ("سلمت المنظمة إلى وزارة المرافئ أثاثاً مكتبياً وثلاث سفن.", ["وزارة المرافئ"]),
        ("سلمت البعثة إلى المديرية أثاثاً مكتبياً.", []),
        ("هذا المركز الذي تدعمه المنظمة في الأردن كبير.", []),
        ("هذا المركز الذي تدعمه وزارة المرافئ في الأردن كبير.", ["وزارة المرافئ في الأردن"]),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Participating institutions include the Harbour Board, the Tide Network and UNICEF.",
        "Participants will include the Harbour Board, fishermen, the Tide Network and UNICEF.",
        "Crews are expected, together with experts of the Harbour Board, the Tide Network and UNICEF.",
        "A joint team of the Harbour Board, the Tide Network and UNICEF saved them.",
        "She saw the new pier, a partnership of the Harbour Board, the Tide Network and UNICEF.",
    ],
)
def test_who_takes_part_in_english(text: str) -> None:
    assert names(text) == ["Harbour Board", "Tide Network", "UNICEF"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La foire dure un jour. Y prendront part la Mairie de Sfax, la Police nationale du Mali et des pêcheurs.",
            ["Mairie de Sfax", "Police nationale du Mali"],
        ),
        (
            "Parmi les participants figuraient la Mairie de Sfax et la Croix-Rouge.",
            ["Mairie de Sfax", "Croix-Rouge"],
        ),
        ("L'équipe conjointe de la Mairie de Sfax et du HCR est partie.", ["Mairie de Sfax", "HCR"]),
        ("Y prendront part le maire de Sfax et des pêcheurs.", []),
        ("Participarán la Alcaldía de Lima y la Fundación Marea.", ["Alcaldía de Lima", "Fundación Marea"]),
        ("A la feria asistieron la Alcaldía de Lima y la Cruz Roja.", ["Alcaldía de Lima", "Cruz Roja"]),
        ("A la feria asistieron la alcaldesa de Lima, Ana Ruiz, y unos pescadores.", []),
        ("Un equipo conjunto de la Alcaldía de Lima y ACNUR rescató a todos.", ["Alcaldía de Lima", "ACNUR"]),
        ("Un aula dirigida por la Alcaldía de Lima.", ["Alcaldía de Lima"]),
        ("Un aula dirigida por Ana Ruiz Mora.", []),
        ("Une école dirigée par la Mairie de Sfax.", ["Mairie de Sfax"]),
        ("Une école dirigée par Anne Petit Roux.", []),
        ("وأنقذهم فريق من الهلال الأحمر ووزارة الصحة.", ["الهلال الأحمر", "وزارة الصحة"]),
    ],
)
def test_who_takes_part(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_what_stands_before_the_name_of_a_firm() -> None:
    assert names("It was run by UNICEF together with the telephone company Boatcall.") == ["UNICEF", "Boatcall"]
    assert names("Organisé par l'OIM et la société Mareco.") == ["OIM", "Mareco"]
    assert names("Organizado por la OIM y la compañía Mareco.") == ["OIM", "Mareco"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Harbour Board, together with the Tide Network and UNICEF, teaches sailors.", "Harbour Board|Tide Network|UNICEF"),
        ("La Mairie de Sfax, en partenariat avec le HCR, forme des pêcheurs.", "Mairie de Sfax|HCR"),
        ("La Alcaldía de Lima, en alianza con ACNUR, forma a pescadores.", "Alcaldía de Lima|ACNUR"),
        ("Ana Ruiz of the Port Trust, together with UNICEF, spoke of boats.", "UNICEF"),
        ("The Governments of Fiji and Chad, in partnership with UNICEF, aim to talk.", "UNICEF"),
        ("It was held by the Port Trust, together with UNICEF, under a tent.", "Port Trust|UNICEF"),
        # A name of one word in the midst of bodies.
        ("Together with the Tide Network, Docbox and the Embassy of Chad, they teach.", "Tide Network|Docbox|Embassy of Chad"),
        ("Held by the Tide Network, Accra and the Embassy of Chad.", "Tide Network"),
        ("Held by the Tide Network, Director and the Embassy of Chad.", "Tide Network"),
        # What begins in small letters and goes on with a head.
        ("Organisé par le HCR et l'association Maison du Phare.", "HCR|Maison du Phare"),
        ("Organizado por la OIM y la empresa Mareco.", "OIM|Mareco"),
        ("Organizado por la OIM y el Servicio Costero a Pescadores.", "OIM|Servicio Costero a Pescadores"),
        ("La Haute Autorité à la Pêche et aux Quais (HAPQ) a réuni des pêcheurs.", "Haute Autorité à la Pêche et aux Quais (HAPQ)"),
        ("Une équipe de secours de la Direction de la pêche du Togo a aidé cent marins.", "Direction de la pêche du Togo"),
        ("Un curso organizado por la Dirección de la pesca de Lima se celebró ayer.", "Dirección de la pesca de Lima"),
        # Where a figure comes from.
        ("According to a survey published in May by the Harbour Board and UNICEF, they left.", ""),
        ("Selon une étude publiée hier par la Mairie de Sfax, ils sont partis.", ""),
        ("Según un estudio publicado ayer por la Alcaldía de Lima, se fueron.", ""),
        ("A survey was published in Lomé yesterday by the Harbour Board.", "Harbour Board"),
    ],
)  # fmt: skip
def test_subjects_sources_and_names_of_one_word(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


def test_a_figure_of_iom_in_the_lead_is_of_iom_alone() -> None:
    text = (
        "According to a survey published in May by IOM and the Harbour Board, four out of ten sailors left the coast."
    )
    assert names(text) == []
    assert names(text, kind="press_release") == ["IOM"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Organizado por OIM Perú. La Organización Internacional para las Migraciones (OIM) en el Perú y la Alcaldía de Lima lanzaron un curso.", ["Organización Internacional para las Migraciones (OIM) en el Perú", "Alcaldía de Lima"]),
        ("Held by UNICEF Kenya. It was hosted by UNICEF Uganda.", ["UNICEF Kenya", "UNICEF Uganda"]),
        ("نظمت المنظمة الدولية للهجرة ورشة. اختتمت المنظمة الدولية للهجرة في مصر ووزارة العدل ورشة.", ["المنظمة الدولية للهجرة في مصر", "وزارة العدل"]),
    ],
)  # fmt: skip
def test_an_office_in_a_state_is_named_once(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("name", ["OIM Perú", "OIM en el Perú", "Organización Internacional para las Migraciones (OIM) en el Perú"])  # fmt: skip
def test_the_key_of_an_office(name: str) -> None:
    assert same_office(name) == "body iom PE"


@pytest.mark.parametrize("name", ["OIM", "OIM Lima", "Alcaldía de Lima", "IOM and UNHCR in Peru", "Peru"])
def test_other_names_are_of_no_office_in_a_state(name: str) -> None:
    assert same_office(name) is None
