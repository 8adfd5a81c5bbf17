"""Several bodies before any verb, bodies in unfinished lines, and what parts or joins their names."""

import pytest

from parsers.organizations.names import looks_like_organization
from parsers.page import Block
from tests.parsers.test_bodies_taking_part import names
from tests.parsers.test_involvement import involved


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UNICEF and SAFE Harbours have put in water tanks.", "UNICEF|SAFE Harbours"),
        ("The Ministry of Ports and the Harbour Board of Cabo look after the crews.", "Ministry of Ports|Harbour Board of Cabo"),
        ("In Lomé, the Harbour Board and the Port Police patrol the coast.", "Harbour Board|Port Police"),
        ("Meanwhile, the Coast Guard of Fiji and the Harbour Board search for boats.", "Coast Guard of Fiji|Harbour Board"),
        ("Le Conseil du Port et la Croix-Rouge malienne distribuent des nattes.", "Conseil du Port|Croix-Rouge malienne"),
        ("Sur place, le Conseil du Port et la Croix-Rouge malienne préparent des repas.", "Conseil du Port|Croix-Rouge malienne"),
        ("La Junta del Puerto y la Cruz Roja repartieron mantas.", "Junta del Puerto|Cruz Roja"),
        ("En Puerto Azul, la Junta del Puerto y la Cruz Roja atenderán a las familias.", "Junta del Puerto|Cruz Roja"),
        # What they say, count, or did in another year; persons, states, meetings.
        ("The Harbour Board and UNICEF estimate that 300 people came.", ""),
        ("The Harbour Board and UNICEF are both cited in the study.", ""),
        ("La Junta del Puerto y la Cruz Roja calculan que vinieron 300.", ""),
        ("La Mairie de Sfax et la Croix-Rouge estiment à 300 les arrivées.", ""),
        ("In 2014, the Harbour Board and the Port Police patrolled the coast.", ""),
        ("Ana Ruiz and Pedro Mora planted trees.", ""),
        ("Ghana and Togo share a lagoon.", ""),
        ("The Harbour Board sleeps.", ""),
    ],
)  # fmt: skip
def test_several_bodies_before_any_verb(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


def test_a_heading_is_no_sentence() -> None:
    assert involved(Block("heading", "The Harbour Board and UNICEF patrol the coast")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Harbour Board and the Tide Guard also took part.", "Harbour Board|Tide Guard"),
        ("Those around the table came from the Harbour Board, the Tide Guard and the Port Security Department.", "Harbour Board|Tide Guard|Port Security Department"),
        ("The Ministry of Ports sends nurses.", "Ministry of Ports"),
        ("The Harbour Board has provided mats.", "Harbour Board"),
        ("The land was cleared by the Harbour Board.", "Harbour Board"),
        ("It was built with the Harbour Board and the Tide Network.", "Harbour Board|Tide Network"),
        ("The jury, made up of the Harbour School and the Chamber of Boats, slept.", "Harbour School|Chamber of Boats"),
        ("El jurado, formado por la Escuela de los Faros y la Cámara de Botes, durmió.", "Escuela de los Faros|Cámara de Botes"),
        ("Le jury, composé du Conseil du Port et de la Mairie de Sfax, a dormi.", "Conseil du Port|Mairie de Sfax"),
        ("La Mairie de Sfax et la Fondation des Marées y étaient représentées.", "Mairie de Sfax|Fondation des Marées"),
        ("Hubo charlas, a cargo de la Alcaldía de Lima.", "Alcaldía de Lima"),
        ("Un módulo a cargo del doctor Ruiz cerró el curso.", ""),
        ("تم تنظيمها مع وزارة المرافئ.", "وزارة المرافئ"),
        ("تناشد منظمة الصحة العالمية ومفوضية الأمم المتحدة لشؤون اللاجئين حكومات المنطقة.", "منظمة الصحة العالمية|مفوضية الأمم المتحدة لشؤون اللاجئين"),
        ("بمشاركة منظمة الصحة العالمية ووزارة المرافئ ووفود من تونس ومصر.", "منظمة الصحة العالمية|وزارة المرافئ"),
        ("بالتعاون مع محافظة المرفأ وجمعية البحارة.", "محافظة المرفأ|جمعية البحارة"),
        ("بالشراكة مع معهد الملاحة ودار البحر.", "معهد الملاحة|دار البحر"),
        ("الذي أعلن أن منصة المرفأ ستربط بين البحارة.", ""),
        # A process holds nothing, its secretariat does.
        ("It is organised by the Budapest Process Secretariat with UNICEF.", "Budapest Process Secretariat|UNICEF"),
    ],
)  # fmt: skip
def test_more_words_of_taking_part(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The French "a" is no verb before a Spanish name.
        ("La OIM, la Comisión de Ayuda a Marineros (CAM) y el Ayuntamiento de Cabo celebraron un encuentro.", "OIM|Comisión de Ayuda a Marineros (CAM)|Ayuntamiento de Cabo"),
        # Behind an article a body's word begins another name, behind short forms too.
        ("Organizado por Acción Social y la Diócesis de Cabo.", "Acción Social|Diócesis de Cabo"),
        ("Organised together with the Roads Department (RD) and Hands for Harbours.", "Roads Department (RD)|Hands for Harbours"),
        # One name for all that.
        ("Organised by UNICEF and the Harbour HIV and AIDS Unit.", "UNICEF|Harbour HIV and AIDS Unit"),
        ("Organizado por la Unidad de VIH y SIDA del Puerto y UNICEF.", "Unidad de VIH y SIDA del Puerto|UNICEF"),
        # Among bodies an acronym is one, between two a name.
        ("IOM, the Harbour Board and SAFEM jointly convene this dialogue.", "IOM|Harbour Board|SAFEM"),
        ("La OIM, Mar Abierto y la Fundación Marea abrieron una escuela.", "OIM|Mar Abierto|Fundación Marea"),
        ("IOM, Ana Ruiz and Pedro Mora opened a school.", ""),
        ("UNICEF and the municipality of Cabo inaugurated a pier.", "UNICEF|municipality of Cabo"),
    ],
)  # fmt: skip
def test_what_parts_and_joins_names(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


@pytest.mark.parametrize(
    ("name", "least"),
    [("Expert Council on Harbours", 0.7), ("Executive Committee of the Port", 0.7), ("Student Union of Cabo", 0.7)],
)
def test_a_post_s_word_before_a_body_s(name: str, least: float) -> None:
    assert looks_like_organization(name) >= least
    assert looks_like_organization("Executive Director, Harbour Department") < least


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Those attending were the Port Ministry, the Tide Guard and UNICEF.", "Port Ministry|Tide Guard|UNICEF"),
        ("Also in attendance: the Port Ministry and the Tide Guard.", "Port Ministry|Tide Guard"),
        ("La rencontre a regroupé la Police du Port, la Fondation Marée et l'UNICEF.", "Police du Port|Fondation Marée|UNICEF"),
        ("Ont pris part à la rencontre la Police du Port et la Fondation Marée.", "Police du Port|Fondation Marée"),
        ("Contó con la presencia de la Policía del Puerto y la Fundación Marea.", "Policía del Puerto|Fundación Marea"),
        ("وحضر الافتتاح كل من وزارة المرافئ وجمعية البحارة.", "وزارة المرافئ|جمعية البحارة"),
        ("Treinta agentes de la Policía del Puerto y de la Fundación Marea fueron capacitados.", "Policía del Puerto|Fundación Marea"),
        ("En coordinación con: Policía del Puerto, Fundación Marea y UNICEF.", "Policía del Puerto|Fundación Marea|UNICEF"),
        ("Partners include the Port Ministry, the Tide Guard and UNICEF.", "Port Ministry|Tide Guard|UNICEF"),
        ("Its partners (Port Ministry, Tide Guard, UNICEF) met.", "Port Ministry|Tide Guard|UNICEF"),
        ("Ses partenaires (Police du Port, Fondation Marée) dorment.", "Police du Port|Fondation Marée"),
        ("Sus aliados (Policía del Puerto, Fundación Marea) duermen.", "Policía del Puerto|Fundación Marea"),
        ("It is given with three partners – the Port Ministry and the Tide Guard.", "Port Ministry|Tide Guard"),
        ("They work with partners such as the Tide Guard and UNICEF on this.", "Tide Guard|UNICEF"),
        ("La ONG Encuentros del Mar repartió mantas y la Fundación Marea aportó agua.", "Fundación Marea"),
        ("Organizado por La ONG Encuentros del Mar y UNICEF.", "Encuentros del Mar|UNICEF"),
        ("Le Ministère du Port et des Marins résidant à l'étranger et la Mairie de Sfax ont lancé le cours.", "Ministère du Port et des Marins résidant à l'étranger|Mairie de Sfax"),
        ("وتناشد منظمة الصحة العالمية الدول.", "منظمة الصحة العالمية"),
        # Towns from which people come, states and persons in whose midst no body stands; what leads to a subject.
        ("24 officers from Cabo Azul, Puerto Verde and Las Rocas were trained.", ""),
        ("Officials from Eight Countries Look at the Sea", ""),
        ("A team made up of Ghana and Togo slept.", ""),
        ("Un equipo formado por médicos y enfermeras durmió.", ""),
        ("Its partner states meet.", ""),
        ("The data provided by the Harbour Board show it.", "Harbour Board"),
        ("The Harbour Law provides for fines.", ""),
        ("Con el Foro, la OIM y la Fundación Marea, junto con la OIT, abrieron la sala.", "OIM|Fundación Marea|OIT"),
        ("At the feast of the Harbour Board, UNICEF opened a pier.", "UNICEF"),
    ],
)  # fmt: skip
def test_other_ways_of_listing(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


@pytest.mark.parametrize("days", [("10 mars 2023", "02/03/23"), ("Friday, March 13, 2015", "3 de marzo de 2015")])
def test_headlines_of_other_texts_below_a_release(days: tuple[str, str]) -> None:
    text = "The Harbour Board and UNICEF opened a pier on the coast of the island today."
    other = "UNICEF et la Mairie de Sfax signent une convention"
    wanted = ["Harbour Board", "UNICEF"]
    for lines in ((days[0], other, days[1], "La mer"), ("La mer", days[0], other, days[1])):
        assert [name for name, _ in involved(text, *lines, kind="press_release")] == wanted
    assert "Mairie de Sfax" in [name for name, _ in involved(text, days[0], other, kind="press_release")]


@pytest.mark.parametrize("label", ["Organizational Structure", "Organizativo", "Organisme"])
def test_words_like_a_label(label: str) -> None:
    assert involved(label, "Asia and the Pacific") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Harbour Board and UNICEF, partners of the fair, were represented.", ["Harbour Board", "UNICEF"]),
        ("La Mairie de Sfax et le HCR, partenaires du projet, y étaient représentés.", ["Mairie de Sfax", "HCR"]),
        ("La Alcaldía de Lima y UNICEF, socios del curso, estuvieron presentes.", ["Alcaldía de Lima", "UNICEF"]),
        ("Ana Ruiz and Pedro Mora, partners of the fair, were represented.", []),
    ],
)
def test_partners_in_apposition_before_their_verb(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_the_first_of_a_joint_subject_has_its_long_name_too() -> None:
    lead = (
        "As the sea falls, the International Organization for Migration (IOM), the UN Refugee Agency (UNHCR) and the "
        "United Nations Children’s Fund (UNICEF) are deeply concerned for the crews."
    )
    title = "Joint Statement by IOM, UNHCR and UNICEF on the Crews"
    wanted = [
        "International Organization for Migration (IOM)",
        "UN Refugee Agency (UNHCR)",
        "United Nations Children’s Fund (UNICEF)",
    ]
    found = involved(Block("heading", title), lead, kind="press_release", title=title)
    assert sorted(name for name, _ in found) == sorted(wanted)
