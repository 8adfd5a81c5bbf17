"""Houses and open places that running text names, and which of them is a release's venue."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse
from parsers.places.houses import named_houses


def houses(text: str) -> list[str]:
    return [text[house.start : house.end] for house in named_houses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They put their names to it in the ministry's Amina D. Okello Building.", "Amina D. Okello Building"),
        ("A tent stood on Linden Square in Riga last week.", "Linden Square"),
        ("Eight teams played on the pitch of the Al-Noor Sports Centre.", "Al-Noor Sports Centre"),
        ("Everyone sat down in the House of Chiefs, its seat.", "House of Chiefs"),
        ("Clerks were trained at the Sheraton Grand in Conakry.", "Sheraton Grand"),
        ("They danced inside the Old Mill Theatre of Port Louis.", "Old Mill Theatre of Port Louis"),
        ("La formation avait débuté dans les locaux de la Maison de la Radio.", "Maison de la Radio"),
        ("Les motards ont quitté l'esplanade du Palais des Sports.", "esplanade du Palais des Sports"),
        ("La foule a dansé sur la place de l'Indépendance.", "place de l'Indépendance"),
        ("Tout s'est joué au Palais de la musique.", "Palais de la musique"),
        ("À la salle polyvalente de Goma, on a planté un manguier.", "salle polyvalente de Goma"),
        ("Firmaron en la Casa de la Mujer de Comas un acuerdo.", "Casa de la Mujer de Comas"),
        ("La sala del Hotel Izote está decorada como un aula.", "Hotel Izote"),
        (
            "Une cérémonie dans l'enceinte de l'École nationale de police a réuni les cadets.",
            "École nationale de police",
        ),
        ("L'hôtel Bravia a abrité, ce 3 mai, le lancement.", "hôtel Bravia"),
        ("The Serena Garden Hotel, in Kisumu, hosted the launch.", "Serena Garden Hotel"),
        ("La Casa de la Cultura de Tumaco fue el escenario de la feria.", "Casa de la Cultura de Tumaco"),
        ("احتضن فندق النخيل في 3 مايو ورشة عمل.", "فندق النخيل"),
        ("Hicieron fila en el Parque Morazán.", "Parque Morazán"),
        ("سلّمت المنظمة ثلاث سيارات في ساحة مستشفى الأمل.", "ساحة مستشفى الأمل"),
        ("جلس الصيادون في قاعة بلدية صيدا أمس.", "قاعة بلدية صيدا"),
    ],
)
def test_a_house_is_named_behind_a_preposition_of_place_or_its_part(text: str, name: str) -> None:
    assert houses(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The work goes on at the centre of Conakry and in the square.",
        "He is the director of the National Museum of Mali.",
        "They waited in front of the Palace of the Nine Winds.",
        "They came at the invitation of the House of Representatives.",
        "New beds reached the Transit Centre of Agadez; a nurse works at the Transit Centre of Agadez.",
        "Some 900 families are sheltering in the Delmas Stadium.",
        "Two guards were killed in Liberty Square.",
        "La mise en place de la Stratégie nationale avance.",
        "Des repas sont servis au Centre de transit de Bosso.",
        "Viven en el centro de Lima y en el Parque Kennedy.",
        "Duermen en el Estadio Nacional de Tegucigalpa.",
        "نازحون في مدرسة الأمل.",
        "The Serena Garden Hotel employs forty cooks from Kisumu.",
        "They rebuilt the roof of the Old Mill Theatre.",
        "L'OIM a remis au Centre culturel Oumarou Ganda des livres et des chaises.",
        "Comenzaron las obras en el Estadio Municipal de Tumaco.",
    ],
)
def test_no_house_without_a_name_or_where_people_stay(text: str) -> None:
    assert houses(text) == []


@pytest.mark.parametrize(
    ("body", "venue"),
    [
        (
            "Riga – A tunnel of cardboard stood on Linden Square on 4 May 2018 when the city and IOM began their campaign.",
            "Linden Square",
        ),
        (
            "Niamey – Trente animateurs ont fini le 5 mars 2019. Ils ont appris dans les locaux de la Maison de la Radio à vérifier.",
            "Maison de la Radio",
        ),
        (
            "Lima – El 22 de mayo de 2019 sus dueños firmaron en la Casa de la Mujer de Comas un acuerdo con la OIM y su red.",
            "Casa de la Mujer de Comas",
        ),
        (
            "Lagos – On 4 May 2018 nurses of four states began to learn. Eva Moe, lecturer at Harbour University, watched them.",
            None,
        ),
        (
            "Lagos – On 4 May 2018 IOM began a course. The year before, nurses met on 3 May 2017 in the Old Mill Theatre instead.",
            None,
        ),
        (
            "Lagos – IOM asks for more money for those who were seen at the Old Mill Theatre by our nurses and doctors.",
            None,
        ),
    ],
)
def test_a_release_takes_place_in_the_house_of_its_first_paragraphs(body: str, venue: str | None) -> None:
    page = f"<html><body><main><h1>A release</h1><p>{body}</p><p>Contact: press@example.org</p></main></body></html>"
    record = parse(page.encode(), "https://www.iom.int/news/a-release")
    assert record.location.venue == venue


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(["in ", "the ", "Hotel ", "of ", "Xa ", "de ", "la ", "l'", "Palais ", "في ", "قاعة ", ". "]),
        max_size=60,
    )
)
def test_a_name_lies_within_its_text(words: list[str]) -> None:
    text = "".join(words)
    for house in named_houses(text, 0, len(text)):
        assert 0 <= house.start < house.end <= len(text)
        assert text[house.start : house.end].strip() == text[house.start : house.end]
