"""Bodies with whom another one acts, that come among those who have no name, that issue a text with others."""

import pytest

from parsers.record import Kind
from tests.parsers.test_involvement import involved


def names(text: str, *, kind: Kind = "event") -> list[str]:
    return [name for name, _ in involved(text, kind=kind)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("With UNICEF, the Tide Trust (TT), the Reef Compact and other members of the Alliance for Calm Bays, IOM wants wells.", ["UNICEF", "Tide Trust (TT)", "Reef Compact", "Alliance for Calm Bays", "IOM"]),
        ("Avec l’UNICEF, la Croix-Rouge malienne et le Conseil des quais, l’OIM enregistre les familles.", ["UNICEF", "Croix-Rouge malienne", "Conseil des quais", "OIM"]),
        ("Con ACNUR, la Cruz Roja Hondureña y el Consejo de Muelles, la OIM registra a las familias.", ["ACNUR", "Cruz Roja Hondureña", "Consejo de Muelles", "OIM"]),
        ("IOM, which has worked on the isle since 2003 with UNHCR, the Maltese Red Cross and Save the Children, runs a centre.", ["IOM", "UNHCR", "Maltese Red Cross", "Save the Children"]),
        ("L’OIM, qui travaille sur l’île depuis 2003 avec le HCR et la Croix-Rouge maltaise, gère un centre.", ["OIM", "HCR", "Croix-Rouge maltaise"]),
        ("La OIM, que trabaja en la isla desde 2003 con ACNUR y la Cruz Roja Maltesa, lleva un centro.", ["OIM", "ACNUR", "Cruz Roja Maltesa"]),
        ("Together with the members of the Advisory Group on Reefs, IOM wants wells.", ["Advisory Group on Reefs", "IOM"]),
        ("Il pleut. L’OIM et ses partenaires, le Conseil danois (CD) et le HCR, visitent chaque mois l’île avec la Grille des Vents.", ["OIM", "Conseil danois (CD)", "HCR"]),
        # nobody does it with IOM
        ("With Hurricane Ada near the Bay of Reefs, IOM moved the families.", ["IOM"]),
        ("With Ada Roe, Minister of Quays, IOM opened the centre.", ["IOM"]),
        ("With Ghana and Togo, IOM has trained pilots.", ["IOM"]),
    ],
)  # fmt: skip
def test_with_whom(text: str, wanted: list[str]) -> None:
    assert names(text, kind="press_release") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Participants are expected from governments, @.",
        "The forum brings together mayors, port authorities, @.",
        "The meeting was attended by mayors, civil society, @.",
        "It was held with the participation of mayors, @.",
        "Fifty officials from nine states took part, with @.",
        "Members of the task force are @.",
        "Also working there are @.",
    ],
)
def test_bodies_among_others_in_english(text: str) -> None:
    assert names(text.replace("@", "the Tide Trust, UNICEF and the Quay Council")) == [
        "Tide Trust",
        "UNICEF",
        "Quay Council",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Forty cadres venus de dix ports, @.",
        "Étaient attendus des cadres issus de dix ministères, @.",
        "L’atelier s’est tenu avec la participation de maires, de pêcheurs, @.",
    ],
)
def test_bodies_among_others_in_french(text: str) -> None:
    listed = "de la Direction des quais, de l’UNICEF et de la Banque mondiale"
    assert names(text.replace("@", listed)) == ["Direction des quais", "UNICEF", "Banque mondiale"]


@pytest.mark.parametrize(
    "text",
    [
        "Y travaillent aussi @.",
        "Font partie du comité @.",
        "Composent le comité @.",
        "Participent à l’atelier des maires, des pêcheurs, @.",
        "Les pluies durent, ont annoncé hier @.",
    ],
)
def test_bodies_behind_french_verbs(text: str) -> None:
    listed = "la Direction des quais, l’UNICEF et la Banque mondiale"
    assert names(text.replace("@", listed)) == ["Direction des quais", "UNICEF", "Banque mondiale"]


@pytest.mark.parametrize(
    "text",
    [
        "Integran el espacio @.",
        "Conforman el comité @.",
        "Forman parte de la mesa @.",
        "Llegaron peritos venidos de diez puertos, @.",
        "El taller contó con la participación de alcaldes, pescadores, @.",
        "Las lluvias siguen, informaron hoy @.",
    ],
)
def test_bodies_behind_spanish_verbs(text: str) -> None:
    listed = "la Dirección de Muelles, UNICEF y el Banco Mundial"
    assert names(text.replace("@", listed)) == ["Dirección de Muelles", "UNICEF", "Banco Mundial"]


def test_no_article_behind_also() -> None:
    assert names("Allí trabajan además ACNUR, UNICEF y la Cruz Roja Hondureña.") == [
        "ACNUR",
        "UNICEF",
        "Cruz Roja Hondureña",
    ]
    assert names("Allí trabajan además Ana Ruiz y Juan Soto.") == []
    assert names("Llueve, dijeron Ana Ruiz y Juan Soto.") == []


def test_what_is_gone_by_is_no_help() -> None:
    assert names("Families stay at home, in line with the advice of the World Health Organization.") == []
    assert names("The wells were dug with the advice of the World Health Organization.") == [
        "World Health Organization"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Joint UNHCR/UNICEF Press Release",
        "UNHCR-UNICEF Joint Statement on the Floods",
        "Joint Statement – UNHCR and UNICEF",
        "Joint News Release: UNHCR, UNICEF",
        "Comunicado conjunto UNHCR/UNICEF",
        "Comunicado conjunto de UNHCR y UNICEF",
        "Nota de prensa conjunta UNHCR – UNICEF",
        "Communiqué conjoint UNHCR/UNICEF",
        "Déclaration conjointe du UNHCR et de l’UNICEF",
        "The heads of UNHCR and UNICEF today called for boats.",
        "Les chefs du UNHCR et de l’UNICEF ont appelé hier à envoyer des bateaux.",
        "Los máximos responsables de UNHCR y UNICEF pidieron hoy barcos.",
    ],
)
def test_joint_issuers(line: str) -> None:
    assert names(line, kind="press_release") == ["UNHCR", "UNICEF"]


def test_joint_issuers_in_arabic() -> None:
    assert names("بيان مشترك بين المنظمة الدولية للهجرة واليونيسف", kind="press_release") == [
        "المنظمة الدولية للهجرة",
        "اليونيسف",
    ]


@pytest.mark.parametrize(
    "line",
    ["A joint press release on UNHCR boats is due.", "The heads of delegations of Ghana and Togo signed.", "The head of UNICEF came with UNHCR."],
)  # fmt: skip
def test_no_joint_issuers(line: str) -> None:
    assert names(line, kind="press_release") == []


def test_states_of_iom_alone_are_the_body() -> None:
    text = "Member States of @ today elected Ada Roe."
    assert names(text.replace("@", "the International Organization for Migration (IOM)"), kind="press_release") == ["International Organization for Migration (IOM)"]  # fmt: skip
    assert names(text.replace("@", "the African Union"), kind="press_release") == []


def test_an_opinion_is_nobodys() -> None:
    lines = (
        "By Ada Roe, who writes on boats",
        "Nine vessels sank off the southern coast in one week of spring, IOM found.",
    )
    assert [name for name, _ in involved("Op-Ed", *lines, kind="press_release")] == []
    assert [name for name, _ in involved("News", *lines, kind="press_release")] == ["IOM"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UNICEF Fiji and Tonga invites you to the fair.", ["UNICEF Fiji and Tonga"]),
        ("The fair is organised by UNICEF Chad and Niger and UNHCR Niger.", ["UNICEF Chad and Niger", "UNHCR Niger"]),
        ("La foire est organisée par l’UNICEF Tchad et le Niger.", ["UNICEF Tchad", "Niger"]),
        ("Organizers: UNICEF - Chad, UNHCR - Chad", ["UNICEF - Chad", "UNHCR - Chad"]),
        ("Host: Ghana – Togo", ["Ghana", "Togo"]),
        ("The Ministry of Quays, Veterans and Youth (MOQVY) and UNICEF held a fair.", ["Ministry of Quays, Veterans and Youth (MOQVY)", "UNICEF"]),
        ("La foire est organisée par l’Agence de Lutte contre la Pêche des Récifs et le Trafic de Nasses (ALPR/TN) et l’UNICEF.", ["Agence de Lutte contre la Pêche des Récifs et le Trafic de Nasses (ALPR/TN)", "UNICEF"]),
        ("The University of Gdynia, Lagos, and UNICEF, through its Reef Office, organize, for the ninth year, the fair.", ["University of Gdynia", "UNICEF"]),
        # several, of which none is named
        ("The meeting gathered Regional Reef Processes on Boats (RRPs), United Nations agencies and the Tide Trust.", ["Tide Trust"]),
        ("تنظم اليونيسف المؤتمر، ويشارك فيه ممثلون عن الحكومات والمنظمات غير الحكومية والقطاع الخاص.", ["اليونيسف"]),
        ("تنظم اليونيسف المؤتمر، ويدير المأوى جمعية أهلية.", ["اليونيسف"]),
        ("تتشرف اليونيسف ووزارة البحار بدعوتكم إلى حضور الحفل.", ["اليونيسف", "وزارة البحار"]),
    ],
)  # fmt: skip
def test_where_such_names_end(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
