"""Lines about calls: last days, openings, results; and lines that only sound like them."""

import pytest

from parsers.dates.deadlines import heads_deadlines, is_day_of_call, is_deadline, is_last_day_of_call

LAST_DAYS = [
    "Registration closes: 3 May 2024",
    "Date limite : 3 mai 2024",
    "3 de mayo de 2024: Cierre de inscripciones",
    "آخر أجل: 3 مايو 2024",
]


@pytest.mark.parametrize("line", LAST_DAYS)
def test_last_days_are_no_day_of_an_event_and_no_item(line: str) -> None:
    assert is_deadline(line) and is_day_of_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "RSVP by 3 May",
        "Au plus tard le 3 mai",
        "A más tardar el 3 de mayo",
        "التسجيل قبل 3 مايو",
        "Sign up by 3 May",
        "Inscrivez-vous d'ici le 3 mai",
        "Inscríbase antes del 3 de mayo",
        "سجلوا قبل 3 مايو",
    ],
)
def test_limits_date_no_event(line: str) -> None:
    assert is_deadline(line)


@pytest.mark.parametrize(
    "line",
    ["3 May: Registration opens", "Annonce des résultats", "Apertura de la convocatoria", "إعلان النتائج"],
)
def test_steps_of_a_call_are_no_items(line: str) -> None:
    assert is_day_of_call(line) and not is_deadline(line)


@pytest.mark.parametrize(
    "line", ["3 May: Papers from the port", "Clôture du séminaire", "Cierre", "3 مايو: لقاء الصيادين"]
)
def test_other_lines_are_about_no_call(line: str) -> None:
    assert not is_deadline(line) and not is_day_of_call(line)


@pytest.mark.parametrize(
    "words",
    [
        "Registration for the boat fair closes on",
        "Applications for rope money closed on",
        "Names of candidates are due by",
        "Abstracts are expected by",
        "Les résumés sont attendus jusqu’au",
        "Les inscriptions des capitaines sont ouvertes jusqu’au",
        "Las inscripciones para el taller de nudos cierran el",
        "Recepción de resúmenes: hasta el",
        "ينتهي التسجيل حتى",
    ],
)
def test_words_before_the_last_day_of_a_call(words: str) -> None:
    assert is_last_day_of_call(words)


@pytest.mark.parametrize(
    "words",
    [
        "The registration of boats began on",
        "The captains talked about papers on",
        "The fair closes on",
        "Le colloque se tiendra le",
        "El foro tendrá lugar hasta el",
    ],
)
def test_other_words_before_a_day(words: str) -> None:
    assert not is_last_day_of_call(words)


@pytest.mark.parametrize("line", ["Important dates", "Dates à retenir :", "Fechas importantes", "تواريخ مهمة"])
def test_heads_of_lists_of_such_days(line: str) -> None:
    assert heads_deadlines(line)
    assert not heads_deadlines(f"{line} 2019")
