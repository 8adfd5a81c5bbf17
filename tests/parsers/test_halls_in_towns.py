"""Venues of an event whose town is told elsewhere: in an early sentence, in brackets behind the town; whole names."""

import pytest

from parsers import read_record
from parsers.record import Location

EN = "The fourth Forum on Lamps took place in Nairobi, Kenya, on 3 and 4 May 2021, and it was a long one."
FR = "Le quatrième Forum des lampes s'est tenu à Dakar, au Sénégal, les 3 et 4 mai 2021, et il a été long."
ES = "El cuarto Foro de las lámparas tuvo lugar en Quito, Ecuador, los días 3 y 4 de mayo de 2021."


def place(title: str, when: str, text: str) -> Location:
    body = f"URL: https://www.iom.int/events/x-y\n\n{title}\n\n{when}\n\n{text}\n\nMore lamps.\n"
    return read_record(body.encode(), None, "text/plain").record.location


@pytest.mark.parametrize(
    ("title", "when", "text", "venue"),
    [
        (
            "Forum on Lamps",
            "Nairobi, 3-4 May 2021",
            "The Ministry of Lamps hosts this dialogue at the Hotel of the Lions in Nairobi and organizes it with IOM.",
            "Hotel of the Lions",
        ),
        (
            "Forum on Lamps",
            "Cairo, 3-4 May 2021",
            "It takes place at the Nile Congress Centre in New Cairo.",
            "Nile Congress Centre",
        ),
        (
            "Forum des lampes",
            "3-5 mai 2021",
            "Le Forum aura lieu à Dakar (Hôtel du Phare, Corniche Ouest) du 3 au 5 mai 2021.",
            "Hôtel du Phare",
        ),
        (
            "Foro de las lámparas",
            "3 de mayo de 2021",
            "El Foro tendrá lugar en Bogotá (Hotel del Faro) el 3 de mayo de 2021.",
            "Hotel del Faro",
        ),
        (
            "حوار المصابيح",
            "بغداد، 19 - 20 شباط 2025",
            "تستضيف وزارة البيئة هذا الحوار في فندق المنارة في بغداد، وتنظمه مع شركائها.",
            "فندق المنارة",
        ),
        ("حوار المصابيح", "القاهرة، 19 شباط 2025", "مكان الانعقاد: فندق المنارة، كورنيش النيل", "فندق المنارة"),
        (
            "Launch of the Report on Lamps",
            "30 January 2020",
            "IOM invites you to the launch of the Lamp Report on 30 January 2020 at the Senate Hall of the University of Dhaka.",
            "Senate Hall of the University of Dhaka",
        ),
    ],
)
def test_the_house_of_an_event(title: str, when: str, text: str, venue: str) -> None:
    assert place(title, when, text).venue == venue


@pytest.mark.parametrize(
    ("title", "when", "text"),
    [
        ("Forum on Lamps", "Nairobi, 3-4 May 2021", "Last year the forum met at the Hotel of the Lions in Nairobi."),
        ("Forum on Lamps", "Nairobi, 3-4 May 2021", "Nine lamps burnt all night at the Hotel of the Lions in Nairobi."),
        ("Forum on Lamps", "Nairobi, 3-4 May 2021", "The forum will be held in Nairobi (3 and 4 May, by invitation)."),
        (
            "Lamps and Bells",
            "Second Forum on Lamps and Bells\n3-4 May 2021, Nairobi, Kenya",
            "Nine lamps burn all night.",
        ),
    ],
)
def test_what_is_no_house_of_the_event(title: str, when: str, text: str) -> None:
    location = place(title, when, text)
    assert location.city == "Nairobi"
    assert location.venue is None


@pytest.mark.parametrize(
    ("title", "lead", "told", "venue"),
    [
        ("Forum on Lamps", EN, "Delegates met in the Hotel Azur.", "Hotel Azur"),
        (
            "Forum on Lamps",
            EN,
            "The participants gathered at the Blue Whale Hotel, which has a lamp.",
            "Blue Whale Hotel",
        ),
        ("Forum on Lamps", EN, "It was held at the Museum of Lamps.", "Museum of Lamps"),
        ("Forum on Lamps", EN, "The Hotel Azur was the venue of the talks.", "Hotel Azur"),
        ("Forum des lampes", FR, "Les délégués se sont réunis à l'hôtel Azur.", "hôtel Azur"),
        ("Forum des lampes", FR, "Les travaux se sont déroulés au Palais du Phare.", "Palais du Phare"),
        ("Foro de las lámparas", ES, "Las delegaciones se reunieron en el Hotel Azur.", "Hotel Azur"),
        ("Foro de las lámparas", ES, "El Hotel Azur fue la sede del encuentro.", "Hotel Azur"),
        # What is beside the meeting, or another's.
        (
            "Forum on Lamps",
            EN,
            "Delegates are asked to fetch their lamps at Door 3 of the Hotel Azur before it is held.",
            None,
        ),
        ("Forum on Lamps", EN, "The delegates had met at the Hotel Azur the year before.", None),
        ("Forum on Lamps", EN, "Delegates met at the Hotel Azur on 9 June 2018.", None),
        ("Forum on Lamps", EN, "A film on lamps is shown at the Teatro Azur.", None),
        ("Forum on Lamps", EN, "Delegates met with the staff of the Ministry of Lamps.", None),
    ],
)
def test_a_house_that_all_of_a_meeting_met_in(title: str, lead: str, told: str, venue: str | None) -> None:
    assert place(title, lead, f"{told} They spoke of lamps, and of all that lamps can do.").venue == venue


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        ("The ceremony was hosted by the Lamp Museum and gathered twenty guilds.", "Lamp Museum"),
        ("The ceremony, hosted by the Museum of Lamps, gathered twenty guilds.", "Museum of Lamps"),
        ("La cérémonie a été accueillie par le Musée de la Lampe et a réuni vingt guildes.", "Musée de la Lampe"),
        ("El acto, acogido por el Museo de la Lámpara, reunió a veinte gremios.", "Museo de la Lámpara"),
        ("The ceremony was hosted by the Ministry of Lamps and gathered twenty guilds.", None),
        ("The ceremony was hosted by the University of Lamps and gathered twenty guilds.", None),
    ],
)
def test_a_house_that_a_release_says_to_have_hosted(told: str, venue: str | None) -> None:
    lead = "Nairobi – On 3 May 2021 the Ministry of Lamps and the International Organization for Migration lit a lamp."
    body = f"URL: https://www.iom.int/news/x-y\n\nKenya Lights a Lamp\n\n{lead}\n\n{told} It was lit for an hour.\n"
    assert read_record(body.encode(), None, "text/plain").record.location.venue == venue
