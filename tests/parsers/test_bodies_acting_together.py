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
