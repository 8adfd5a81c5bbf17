"""Venues of an event whose town is told elsewhere: in an early sentence, in brackets behind the town; whole names."""

import pytest

from parsers import read_record
from parsers.record import Location


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
