"""Where a venue's name begins and ends: towns inside and behind it, letters in brackets, sentences on all sessions."""

import pytest

from parsers import read_record
from parsers.places.forms import Where
from parsers.places.venue_names import without_own_town


def place(text: str, path: str = "events/x-y", title: str = "Forum on ropes") -> tuple[str | None, str | None]:
    body = f"URL: https://www.iom.int/{path}\n\n{title}\n\n{text}\n"
    location = read_record(body.encode(), None, "text/plain").record.location
    return location.venue, location.city


@pytest.mark.parametrize(
    "venue", ["UN Office in Geneva", "Hotel in Geneva", "Hotel de Geneva", "Oficina Regional en Geneva"]
)
def test_towns_that_are_a_part_of_the_name(venue: str) -> None:
    where = Where(venue, "Geneva", venue_span=(0, len(venue)))
    assert without_own_town(where) == where


THEN = "and then the boats left for their home in the south."


@pytest.mark.parametrize(
    ("text", "venue", "city"),
    [
        (f"It was held on 3 May 2018 at the Oslo Plaza Hotel in Nairobi, {THEN}", "Oslo Plaza Hotel", "Nairobi"),
        (f"It took place on 3 May 2018 at Lima House, Accra, {THEN}", "Lima House", "Accra"),
        (f"It took place on 3 May 2018 in Accra, {THEN}", None, "Accra"),
        (
            "Le forum se tient du 3 au 5 mai 2018 à l'hôtel Azur de Dakar, sous le patronage du Ministre des ports.",
            "hôtel Azur",
            "Dakar",
        ),
        (
            "El foro se celebra del 3 al 5 de mayo de 2018 en el Hotel Azul de Lima, con el apoyo de la Alcaldía.",
            "Hotel Azul",
            "Lima",
        ),
        (
            "El foro se celebra el 3 de mayo de 2018 en la Facultad de Letras de la Universidad de Lima, con todos.",
            "Facultad de Letras de la Universidad de Lima",
            "Lima",
        ),
        (
            "The Forum meets at United Nations Headquarters in New York from 3 to 5 May 2018. It is convened by IOM.",
            "United Nations Headquarters",
            "New York",
        ),
        (
            f"It took place on 3 May 2018 at the African Rope Making Centre (ARMC) in Moshi, Tanzania, {THEN}",
            "African Rope Making Centre (ARMC)",
            "Moshi",
        ),
        (
            "IOM convenes the forum in Geneva, at the Centre des Cordes Genève (CCG), on 3 and 4 May 2018.",
            "Centre des Cordes Genève (CCG)",
            "Geneva",
        ),
        ("Venue: Radisson Blu Dakar\n\nDate: 3 May 2018\n\nIt is about ropes.", "Radisson Blu Dakar", "Dakar"),
        (
            "Lugar: Marriott Bogotá, Colombia\n\nFecha: 3 de mayo de 2018\n\nTrata de cuerdas.",
            "Marriott Bogotá",
            "Bogotá",
        ),
        ("Venue: UNHQ New York\n\nDate: 3 May 2018\n\nIt is about ropes.", "UNHQ", "New York"),
        ("Venue: Azure Hotel (Hall 2), Dakar, Senegal\n\nDate: 3 May 2018\n\nRopes.", "Azure Hotel (Hall 2)", "Dakar"),
    ],
)
def test_names_of_venues(text: str, venue: str | None, city: str) -> None:
    assert place(text) == (venue, city)


LISTED = "18:30 - 19:00 Opening\n19:00 - 20:45 Film: The rope"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            f"The festival is held in Accra from 5 to 8 December 2018.\n\nWednesday 5 December\n{LISTED}\n\n"
            "All screenings take place at the Lamp Theatre, Third Circle.",
            "Lamp Theatre",
        ),
        (
            f"Le festival se tient à Dakar du 5 au 8 décembre 2018.\n\nMercredi 5 décembre\n{LISTED}\n\n"
            "Toutes les projections ont lieu au Théâtre de la Lampe, troisième rond-point.",
            "Théâtre de la Lampe",
        ),
        (
            f"El festival se celebra en Lima del 5 al 8 de diciembre de 2018.\n\nMiércoles 5 de diciembre\n{LISTED}\n\n"
            "Todas las funciones se realizan en el Teatro de la Lámpara, Miraflores.",
            "Teatro de la Lámpara",
        ),
        (
            f"يقام المهرجان في القاهرة من 5 إلى 8 ديسمبر 2018.\n\nالأربعاء 5 ديسمبر\n{LISTED}\n\n"
            "تقام جميع العروض في مسرح القنديل، الدوار الأول.",
            "مسرح القنديل",
        ),
        (
            f"The festival is held in Accra from 5 to 8 December 2018.\n\nWednesday 5 December\n{LISTED}\n\n"
            "The closing party takes place at the Lamp Theatre, Third Circle.",
            None,
        ),
    ],
)
def test_a_sentence_on_all_sessions_says_where_they_are(text: str, venue: str | None) -> None:
    assert place(text)[0] == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "Accra, 28 June 2022 – IOM in Ghana held a workshop today on ropes and on those who make them.\n\nSome 90 people came to the Lamp Hotel in Accra, from all the harbours of the coast.",
            "Lamp Hotel",
        ),
        (
            "Lima, 28 de junio de 2022 – La OIM realizó hoy un taller sobre las cuerdas del puerto.\n\nMás de 90 personas acudieron al Hotel Lámpara de Lima desde los puertos de la costa.",
            "Hotel Lámpara",
        ),
        (
            "Accra, 28 June 2022 – IOM in Ghana held a workshop today on ropes and on those who make them.\n\nSome 90 people came to the lamps of Accra by night, from all the harbours of the coast.",
            None,
        ),
    ],
)
def test_the_house_that_people_came_to(text: str, venue: str | None) -> None:
    assert place(text, "news/x-y", "New ropes")[0] == venue


@pytest.mark.parametrize(
    "text",
    [
        "IOM convened the workshop at the Palais des Nations in Geneva, three months after the Dakar session of 3-4 April 2017.",
        "L'OIM a organisé l'atelier au Palais des Nations à Genève, trois mois après la session de Dakar des 3 et 4 avril 2017.",
    ],
)
def test_days_behind_a_length_and_after_are_those_of_another_meeting(text: str) -> None:
    agenda = "Tuesday, 18 July 2017\n09:00 – 10:00 Registration\n10:00 – 11:00 Opening session"
    assert place(f"{text}\n\n{agenda}")[0] == "Palais des Nations"
