"""Why a date of a sentence is the event's, and why not: each reason where its words say it, the weight from the table."""

from __future__ import annotations

import pytest

from parsers.dates.event_candidates import Years
from parsers.dates.event_prose.candidates import candidate_of
from parsers.dates.event_prose.day_mentions import days_told
from parsers.dates.event_prose.reasons import DateInSentence, Reason, reasons, weight_of
from parsers.dates.event_prose.sentence import Sentence, sentences_of
from parsers.prose.cues import cues
from parsers.record import Kind
from parsers.words.phrases import tokenise
from tests.parsers.prose_pages import page_of

RELEASE: Kind = "press_release"
PUBLISHED = "2018-05-17"  # a Thursday
FURTHER = {"lead": False, "first": False}


def sentence_of(text: str, kind: Kind = RELEASE, *, title: str = "Boats", **flags: bool) -> Sentence:
    """The first sentence of a page's one paragraph, a release's lead unless it is said otherwise."""
    page = page_of(text, title=title)
    where = {"first": True, "lead": kind == RELEASE} | flags
    years = Years(page, PUBLISHED if kind == RELEASE else None)
    return sentences_of(page, page.blocks[1], kind, years, cues(tokenise(page.text)), **where)[0]


def reasons_of(text: str, kind: Kind = RELEASE, *, title: str = "Boats", **flags: bool) -> list[Reason]:
    """The reasons of the last date of the first sentence."""
    sentence = sentence_of(text, kind, title=title, **flags)
    mentions = days_told(sentence)
    number, mention = len(mentions) - 1, mentions[-1]
    behind = mentions[-2].end if number else sentence.start
    dates = candidate_of(sentence, mention)
    assert dates is not None
    return list(reasons(DateInSentence(sentence, mention, dates, number, behind, behind)))


@pytest.mark.parametrize(
    ("text", "kind", "flags", "expected"),
    [
        ("The pier was painted on 3 May 2018.", "event", {}, []),
        ("A course was held in Accra on 3 May 2018.", "event", {}, ["HELD"]),
        ("Another workshop in Thiès: 3 May 2018.", "event", {}, ["MEETING"]),
        ("The talks lasted two days and ended well on 3 May 2018.", "event", {}, ["HELD", "THE_EVENT"]),
        ("The harbour is full from 3 to 5 May 2018.", "event", {}, ["SEVERAL_DAYS"]),
        ("The harbour was full last night (3 May 2018).", "event", {}, ["BRACKETED"]),
        ("The harbour was full yesterday (16 May 2018).", RELEASE, FURTHER, ["BRACKETED"]),
        ("The harbour was full yesterday (16 May 2018).", RELEASE, {}, ["BESIDE_YESTERDAY"]),
        (
            "The talks in the harbour ended yesterday (16 May 2018).",
            RELEASE,
            FURTHER,
            ["HELD", "THE_EVENT", "BESIDE_YESTERDAY"],
        ),
        ("The harbour was full on 3 May 2012.", RELEASE, FURTHER, ["FAR"]),
        ("The harbour will be full again on 3 July 2018.", RELEASE, FURTHER, ["AHEAD"]),
        ("The boats left the harbour of Accra on Tuesday.", RELEASE, FURTHER, ["WEEKDAY_OF_NOTHING"]),
        ("Accra – IOM donated ten motorcycles to the police of the port on Tuesday.", RELEASE, {}, ["HEADLINE"]),
        ("The harbour stays full until 3 May 2018.", RELEASE, FURTHER, ["UNTIL"]),
        ("The harbour has been full of boats since 3 May 2018.", "event", {}, ["OTHER_TIME"]),
    ],
)
def test_reasons(text: str, kind: Kind, flags: dict[str, bool], expected: list[str]) -> None:
    assert [reason.name for reason in reasons_of(text, kind, **flags)] == ["A_DATE", *expected]


def test_a_later_date_weighs_less() -> None:
    found = reasons_of("The boats left on 3 May 2018 for the north and for the islands on 9 May 2018.", "event")
    assert found[:2] == [Reason.A_DATE, Reason.A_LATER_ONE]


def test_the_weight_is_the_sum() -> None:
    assert weight_of([Reason.A_DATE, Reason.A_LATER_ONE, Reason.MEETING]) == pytest.approx(1.1)
    assert weight_of([]) == 0


def test_a_headline_weighs_at_least_its_own() -> None:
    assert weight_of([Reason.A_DATE, Reason.HEADLINE]) == Reason.HEADLINE.weight
    assert weight_of([Reason.A_DATE, Reason.HELD, Reason.HEADLINE]) == pytest.approx(2.6)
    assert weight_of([Reason.A_DATE, Reason.HEADLINE, Reason.FAR]) < 0


def test_everything_in_a_sentence_stands_where_the_page_has_it() -> None:
    sentence = sentence_of("Accra – The boats left on Tuesday (15 May), came back yesterday and leave on 3 July 2018.")
    printed = [sentence.page.quote(mention.start, mention.end) for mention in sentence.mentions]
    assert printed == ["Tuesday (15 May)", "yesterday", "3 July 2018"]
    assert sentence.page.quote(sentence.words_start, sentence.words_start + 5).strip(" –").startswith("The")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The side event, held in the margins of the Lake Forum (10-19 July 2018), looked at ropes.", True),
        ("El evento paralelo, al margen del Foro del Lago del 10 al 19 de julio de 2018, trató de cuerdas.", True),
        ("L’événement, tenu en marge du Forum du lac du 10 au 19 juillet 2018, a parlé de cordes.", True),
        ("The side event, held in the margins of the Lake Forum on 18 July 2018, looked at ropes.", False),
    ],
)
def test_days_of_what_a_meeting_is_held_beside(text: str, expected: bool) -> None:
    assert (Reason.UMBRELLA in reasons_of(text, "event")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registration for the workshop on knots closes on 3 May 2018.", True),
        ("Les inscriptions à l’atelier sont ouvertes jusqu’au 3 mai 2018.", True),
        ("Las inscripciones para el taller cierran el 3 de mayo de 2018.", True),
        ("The workshop on knots closes on 3 May 2018.", False),
    ],
)
def test_the_last_day_of_a_call(text: str, expected: bool) -> None:
    assert (Reason.CALL in reasons_of(text, "event")) is expected
