"""Towns that gave a street, a quarter or a house its name: the place is the other one."""

from __future__ import annotations

import pytest

from parsers import parse_capture
from parsers.places.venue_line import read_venue_line


@pytest.mark.parametrize(
    ("line", "venue", "city"),
    [
        ("12 rue de Nairobi, Bruxelles", None, "Bruxelles"),
        ("rue de Nairobi, 12, 1000 Bruxelles", None, "Bruxelles"),
        ("Avenue d'Oslo, Dakar", None, "Dakar"),
        ("Maison des Filets, avenue d’Oslo, Dakar", "Maison des Filets", "Dakar"),
        ("Paris Street, Accra", None, "Accra"),
        ("Kampala Road, Nairobi, Kenya", None, "Nairobi"),
        ("Cairo Square, Dhaka", "Cairo Square", "Dhaka"),
        ("Barrio Lima, Quito", None, "Quito"),
        ("Calle Génova, 12, Madrid", None, "Madrid"),
        ("Avenida Bogotá, La Paz, Bolivia", None, "La Paz"),
        ("Plaza París, Caracas", "Plaza París", "Caracas"),
        ("Hotel Geneva, Rome", "Hotel Geneva", "Rome"),
        ("شارع القاهرة، الخرطوم، السودان", None, "الخرطوم"),
        ("حي بغداد، عمّان", None, "عمّان"),
        # The town is the place's own.
        ("UN Office in Geneva", "UN Office", "Geneva"),
        ("Hotel Geneva", "Hotel", "Geneva"),
        ("Hotel Quito, Quito", "Hotel Quito", "Quito"),
        ("Tide House, Geneva", "Tide House", "Geneva"),
    ],
)
def test_the_town_of_an_address(line: str, venue: str | None, city: str) -> None:
    where = read_venue_line(line)
    assert where is not None
    assert (where.venue, where.city) == (venue, city)


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("The workshop will be held at Kampala Road in Nairobi on 4 May 2014.", "Nairobi"),
        ("L'atelier se tiendra au 12 rue de Nairobi, à Bruxelles, le 4 mai 2014.", "Bruxelles"),
        ("El taller tendrá lugar en la calle Quito, en Lima, el 4 de mayo de 2014.", "Lima"),
        ("تعقد ورشة العمل في حي بغداد بمدينة عمّان يوم 4 مايو 2014.", "عمّان"),
        ("L'atelier aura lieu dans une rue de Nairobi le 4 mai 2014.", None),
        ("The workshop will be held in Nairobi on 4 May 2014.", "Nairobi"),
    ],
)
def test_the_town_of_a_sentence(sentence: str, city: str | None) -> None:
    body = f"<html><body><main><h1>Workshop on nets</h1><p>{sentence}</p></main></body></html>".encode()
    assert parse_capture(body, "https://www.iom.int/events/nets", "text/html")[1].location.city == city
