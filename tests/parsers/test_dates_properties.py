"""What holds for any text: spans lie inside it, never overlap, nothing raises; and what is printed is read back."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from parsers.dates.finding import find_dates
from parsers.dates.times import find_times
from parsers.dates.years import collect_evidence, complete_dates, find_years
from parsers.dates.zones import labels_after, stated_zone
from parsers.words.vocabulary import load

_WORDS = [
    *(
        "2",
        "11",
        "31",
        "99",
        "2019",
        "1951",
        "05/06",
        "5/13/2019",
        "2019-02-30",
        "9:00",
        "10.30",
        "14h30",
        "25:99",
        "3",
    ),
    *(
        "May",
        "may",
        "mars",
        "Mar",
        "de",
        "of",
        "the",
        "th",
        "er",
        "to",
        "al",
        "au",
        "and",
        "y",
        "et",
        "between",
        "from",
    ),
    *(
        "Monday",
        "martes",
        "sat",
        "Day",
        "One",
        "yesterday",
        "hoy",
        "today",
        "noon",
        "midi",
        "am",
        "p.m.",
        "EST",
        "(EDT)",
    ),
    *(
        "مايو",
        "كانون الثاني",
        "و",
        "إلى",
        "٣",
        "٢٠٢١",
        "اليوم",
        "ص",
        "Posted on",
        "GMT+3",
        "Geneva time",
        "heures",
        "h",
    ),
    *("-", "–", "/", ",", ".", "(", ")", ":", "|", "\n", "\u00a0", "\u200f", "&", "%", "$", "'", "’", "T", "Z"),
]
_TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(_WORDS), max_size=24).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=24).map("".join),
)
_DAYS = st.dates(date(1996, 1, 1), date(2049, 12, 31))


@settings(max_examples=400, deadline=None)
@given(_TEXTS, st.sampled_from([None, "en", "fr", "es", "ar", "xx"]))
@example("1/1/2000TO1/1/2000TO1/1/2000", None)
def test_dates_of_any_text_lie_inside_it_in_order(text: str, language: str | None) -> None:
    position = 0
    for mention in find_dates(text, language):
        assert position <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        position = mention.end
        assert mention.days or mention.day_number or mention.relative or mention.problem
        assert not (mention.days and mention.problem)
        assert mention.rule
        for days in (mention.days, *mention.alternatives):
            assert all(day.possible() for day in days)
        assert not mention.is_range or len(mention.days) == 2


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_times_of_any_text_lie_inside_it_in_order(text: str) -> None:
    position = 0
    for mention in find_times(text):
        assert position <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        position = mention.end
        for hhmm in (mention.begin, mention.finish):
            if hhmm is not None:
                assert len(hhmm) == 5
                assert int(hhmm[:2]) < 24
                assert int(hhmm[3:]) < 60


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.one_of(st.none(), _DAYS.map(date.isoformat)))
def test_years_of_any_text_can_be_asked_for(text: str, published: str | None) -> None:
    for year, start, end in find_years(text):
        assert int(text[start:end]) == year
    mentions = find_dates(text)
    evidence = collect_evidence(text, mentions, title=text[:20], url=f"https://example.org/{text[:20]}")
    for mention in mentions:
        completed = complete_dates(mention, evidence, published, at=mention.start)
        if completed is not None:
            assert len(completed.days) == (len(mention.days) or 1)
            assert all(date.fromisoformat(day) for day in completed.days)
    stated_zone(text)
    for position in range(0, len(text), 7):
        labels, end = labels_after(text, position)
        assert position <= end <= len(text)
        assert bool(labels) == (end > position)


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_a_page_and_its_lines_give_the_same_mentions(text: str) -> None:
    lines, position = [], 0
    for line in text.split("\n"):
        lines += [(m.start + position, m.end + position, m.days) for m in find_dates(line)]
        position += len(line) + 1
    assert [(m.start, m.end, m.days) for m in find_dates(text)] == lines


# --- printing a date and reading it back ---


def _name(language: str, kind: str, number: int, form: int = 0) -> str:
    names = load("calendar")[language][kind][number]
    return str(names[min(form, len(names) - 1)])


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _forms(day: date) -> list[str]:
    d, m, y, w = day.day, day.month - 1, day.year, day.weekday()
    english, french, spanish, arabic = (_name(code, "months", m) for code in ("en", "fr", "es", "ar"))
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    return [
        f"{d} {english} {y}",
        f"{d:02d} {english[:3]} {y}",
        f"{english} {d}, {y}",
        f"{english} {_ordinal(d)}, {y}",
        f"{_ordinal(d)} of {english}, {y}",
        f"{d} {english.upper()} {y}",
        f"{_name('en', 'weekdays', w)}, {d} {english} {y}",
        f"{_name('en', 'weekdays', w, 1)}. {english[:3]}-{d:02d}-{y}",
        f"{_name('en', 'weekdays', w)}, {english} {d}, {y}",
        f"{'1er' if d == 1 else d} {french} {y}",
        f"{_name('fr', 'weekdays', w)} {d} {french} {y}",
        f"{d} de {spanish} de {y}",
        f"{_name('es', 'weekdays', w)}, {d} de {spanish} del {y}",
        f"{d} {arabic} {y}",
        f"{d} {_name('ar', 'months', m, 1)} {y}".translate(eastern),
        f"{_name('ar', 'weekdays', w)} {d} {arabic} {y}",
        day.isoformat(),
        f"{_name('en', 'weekdays', w, 1)}, {day:%m/%d/%Y}",
        f"{_name('en', 'weekdays', w, 1)}, {day:%d/%m/%Y}",
        f"{_name('it', 'weekdays', w, 1)}, {day:%m/%d/%Y}",
        f"Day 2 – {d} {english} {y}",
    ]


@settings(max_examples=150, deadline=None)
@given(_DAYS, st.data())
def test_a_printed_date_is_read_back(day: date, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(_forms(day)))
    before = data.draw(st.sampled_from(["", "on ", "Lima, ", "(", "le ", "el ", "في ", "held: "]))
    after = data.draw(st.sampled_from(["", ".", ", in Lima", " – A fair", ")", "|Day 1", " in Lima"]))
    assume(not (form.startswith("Day") and after == "|Day 1"))
    text = f"{before}{form}{after}"
    mentions = find_dates(text)
    readings = [[each.iso() for each in days] for m in mentions for days in (m.days, *m.alternatives)]
    assert len(mentions) == 1, text
    assert [day.isoformat()] in readings
    if readings[0] != [day.isoformat()]:  # both readings fall on the weekday: the date is doubtful, and said to be
        assert mentions[0].weekday_fits
        assert day.month != day.day
    assert text[mentions[0].start : mentions[0].end].startswith(form)


@settings(max_examples=150, deadline=None)
@given(_DAYS, st.integers(1, 40), st.data())
def test_a_printed_range_is_read_back(first: date, length: int, data: st.DataObject) -> None:
    last = first + timedelta(days=length)
    assume(last.year <= 2049)
    month, next_month = calendar.month_name[first.month], calendar.month_name[last.month]
    forms = [
        f"{first.day} {month} {first.year} - {last.day} {next_month} {last.year}",
        f"from {first.day} {month} to {last.day} {next_month} {last.year}",
        f"{month} {first.day}, {first.year} – {next_month} {last.day}, {last.year}",
        f"del {first.day} de {_name('es', 'months', first.month - 1)} al {last.day} de {_name('es', 'months', last.month - 1)} de {last.year}",
        f"du {first.day} {_name('fr', 'months', first.month - 1)} au {last.day} {_name('fr', 'months', last.month - 1)} {last.year}",
    ]
    if first.month == last.month:
        forms += [
            f"{first.day}-{last.day} {month} {first.year}",
            f"{first.day} – {last.day} {month} {first.year}",
            f"{month} {first.day}-{last.day}, {first.year}",
            f"{first.day} to {last.day} {month} {first.year}",
        ]
    text = data.draw(st.sampled_from(forms))
    [mention] = find_dates(text)
    assert mention.is_range, text
    assert [day.iso() for day in mention.days] == [first.isoformat(), last.isoformat()]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 22), st.integers(0, 59), st.integers(1, 60), st.data())
def test_a_printed_time_is_read_back(hour: int, minute: int, length: int, data: st.DataObject) -> None:
    end_hour, end_minute = divmod(hour * 60 + minute + length, 60)
    begin, finish = f"{hour:02d}:{minute:02d}", f"{end_hour:02d}:{end_minute:02d}"
    forms = [
        f"{begin} - {finish}",
        f"{hour}:{minute:02d}–{end_hour}:{end_minute:02d}",
        f"{hour}h{minute:02d} à {end_hour}h{end_minute:02d}",
        f"{begin} to {finish} EST",
        f"{begin}-{finish}Opening",
        f"de {begin} a {finish} horas",
        f"{_twelve(hour, minute)} - {_twelve(end_hour, end_minute)}",
        f"{begin} - {finish} Opening",
    ]
    text = data.draw(st.sampled_from(forms))
    [mention] = find_times(text)
    assert (mention.begin, mention.finish) == (begin, finish), text


def _twelve(hour: int, minute: int) -> str:
    return f"{hour % 12 or 12}:{minute:02d} {'am' if hour < 12 else 'pm'}"
