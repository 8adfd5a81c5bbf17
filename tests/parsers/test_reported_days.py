"""Days in brackets and "today" in releases: of something held, or of what was seen, mourned or said."""

import pytest

from parsers import read_record
from parsers.record import Record


def read(text: str, path: str = "news/x-y", title: str = "New ropes") -> Record:
    body = f"URL: https://www.iom.int/{path}\n\n{title}\n\n{text}\n"
    return read_record(body.encode(), None, "text/plain").record


@pytest.mark.parametrize(
    "text",
    [
        "13 January 2014\n\nMali − IOM needs ropes for thousands of people whom the flood cut off from their homes.\n\n"
        "A first barge left Mopti on Saturday (11/01) with 265 passengers, most of them women and children.",
        "13 janvier 2014\n\nMali − L'OIM demande des cordes pour des milliers de personnes que la crue a isolées.\n\n"
        "Une première barge a quitté Mopti samedi (11/01) avec 265 passagers, des femmes pour la plupart.",
        "13 de enero de 2014\n\nPerú − La OIM pide cuerdas para miles de personas que la crecida dejó aisladas.\n\n"
        "Una primera barca dejó Iquitos el sábado (11/01) con 265 pasajeros, en su mayoría mujeres.",
        "3 October 2013\n\nMalta - It is with great sadness that IOM learned of the fire on a ferry this morning (3/10), "
        "when many people were still asleep.",
    ],
)
def test_what_was_seen_or_mourned_on_a_day_is_no_event(text: str) -> None:
    assert read(text).start_date is None


@pytest.mark.parametrize(
    "text",
    [
        "15 January 2014\n\nMali − People whom the flood cut off from their homes have got new ropes.\n\n"
        "The ropes were handed over on Monday (13/01) in the harbour of Mopti, where the boats lie.",
        "15 janvier 2014\n\nMali − Des personnes que la crue a isolées ont de nouvelles cordes.\n\n"
        "Un atelier sur les nœuds a réuni lundi (13/01) dans le port de Mopti ceux qui ont des barques.",
        "15 de enero de 2014\n\nPerú − Las personas que la crecida dejó aisladas tienen cuerdas nuevas.\n\n"
        "Las cuerdas fueron entregadas el lunes (13/01) en el puerto de Iquitos, donde están las barcas.",
    ],
)
def test_what_was_held_or_handed_over_on_a_day_is_one(text: str) -> None:
    assert read(text).start_date == "2014-01-13"


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("At a donors' conference in Rome today, States promised more ropes for the harbours.", "2017-10-23"),
        ("At a forum held in Rome today, the Minister of Ropes said that the harbours need knots.", "2017-10-23"),
        ("The Minister of Ropes said today in Rome that no harbour should go without knots.", None),
    ],
)
def test_the_meeting_that_a_sentence_begins_with(lead: str, day: str | None) -> None:
    assert read(f"23 October 2017\n\nRome, 23 October 2017 – {lead} It was a long way.").start_date == day


CONTACT = "For more information please contact\nAna Vela\nIOM Rome\nTel: +39 00 000 0000\n"
FOOTER = "\n".join(f"Footer {word}" for word in "abcdefghij")


def test_a_statement_with_a_dateline_and_a_press_contact_is_one_for_the_press() -> None:
    lead = "Italy - IOM has learned with anger of the fire on a ferry off the coast, on which hundreds of people slept."
    rest = "Over a hundred people were pulled out of the water by those who had come to fish there in the morning."
    record = read(
        f"03 October 2013\n\n{lead}\n\n{rest}\n\n{CONTACT}\n{FOOTER}", "statements/x-y", "Statement on a fire"
    )
    assert (record.kind, record.published) == ("press_release", "2013-10-03")


def test_a_speech_is_none() -> None:
    lead = "Excellencies, it is an honour to speak to you here in Rome about ropes and about those who make them."
    record = read(f"03 October 2013\n\nRome\n\n{lead}\n\n{CONTACT}\n{FOOTER}", "statements/x-y", "Remarks on ropes")
    assert record.kind == "other"
