"""Years: those a text prints, and what a page yields for a date without one."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.dates.finding import PartialDate, find_dates
from parsers.dates.years import (
    CompletedDates,
    YearEvidence,
    collect_evidence,
    complete_dates,
    find_years,
    infer_year,
    only_year,
    year_evidence,
)
from parsers.page import Block, Page, assemble


def completed(
    text: str,
    words: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str = "",
    near: bool = True,
) -> CompletedDates | None:
    """The days of the date that stands as ``words`` in ``text``."""
    mentions = find_dates(text)
    mention = next(m for m in mentions if text[m.start : m.end] == words)
    evidence = collect_evidence(text, mentions, title=title, url=url)
    return complete_dates(mention, evidence, published, at=mention.start if near else None)


# --- years that are printed ---


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 2018 and 2019", [2018, 2019]),
        ("(2008)", [2008]),
        ("2008Venue", [2008]),
        ("the 2024-2028 plan", [2024, 2028]),
        ("عام ٢٠٢١", [2021]),
        ("25 May 2021", [2021]),
        ("since 1951.", [1951]),
        ("the 1980s and 2010s", []),
        ("2018 % and 2018%", [2018]),
        ("12018, 20181, 2.2018, 2018.5", []),
        ("USD 2000, $2018, € 1999", []),
        ("SVN/2018/TEST", []),
        ("+41 22 717 2018", []),
        ("1899 and 2100", []),
    ],
)
def test_years_are_found_as_printed(text: str, years: list[int]) -> None:
    found = find_years(text)
    assert [year for year, _, _ in found] == years
    assert all(int(text[start:end]) == year for year, start, end in found)


# --- the year of a date without one ---


@pytest.mark.parametrize(
    ("text", "words", "days", "basis"),
    [
        # the same day with its year elsewhere on the page
        ("30 November 2021, Lima - They met on 30 November.", "30 November", "2021-11-30", "same day"),
        # a dated day close to it
        ("A dinner on 4 September 2016 came first. It began yesterday (05/09).", "yesterday (05/09)", "2016-09-05", "dated"),
        ("From 5 December: the show of 18 December 2016.", "5 December", "2016-12-05", "dated"),
        # a month to come, later in the year
        ("They met (17/06) in Lima. It will be told to the guild in January 2020.", "17/06", "2019-06-17", "to come"),
        ("Ils ont siégé (17/06) à Dakar. Il sera présenté à la guilde en mars 2020.", "17/06", "2019-06-17", "to come"),
        ("Se reunieron (17/06) en Lima. Se presentará al gremio en enero de 2020.", "17/06", "2019-06-17", "to come"),
        ("اجتمعوا (17/06) في عمان. وسيعرض على النقابة في يناير 2020.", "17/06", "2019-06-17", "to come"),
        ("They met (17/06) in Lima. It will be told to the guild in November 2020.", "17/06", "2020-06-17", "dated"),
        ("They met (17/06) in Lima. It was told to the guild in January 2020.", "17/06", "2020-06-17", "dated"),
        ("They met (17/06). The book comes later in 2019, the show in January 2020.", "17/06", "2019-06-17", "later in"),
        ("Ils ont siégé (17/06). Le livre paraît plus tard en 2019, le film en mai 2020.", "17/06", "2019-06-17", "plus tard"),
        ("Sesionaron (17/06). El libro sale más adelante en 2019, el cine en mayo de 2020.", "17/06", "2019-06-17", "adelante"),
        # over the turn of the year
        ("It ran on 29 December 2019. It goes on (03/01) in Lima.", "03/01", "2020-01-03", "dated"),
        ("It ends on 3 January 2020. It began (29/12) in Lima.", "29/12", "2019-12-29", "dated"),
        # a range that holds the day, against a year of another time
        ("Dhaka, 20-22 June 2023. Water came on 16 June 2022. The second day, 21 June, is long.", "21 June", "2023-06-21", "range"),
        # a year in prose
        ("They met in Lima in 2019 on 5 October.", "5 October", "2019-10-05", "in 2019"),
        ("The first session in 2022 runs from 28 February to 2 March.", "28 February to 2 March", "2022-02-28 2022-03-02", "session in 2022"),
        ("The second session of the 2023 talks met on 5-6 October.", "5-6 October", "2023-10-05 2023-10-06", "2023"),
        ("Lima, 8 July – as the 2024 HLPF opened.", "8 July", "2024-07-08", "2024 HLPF"),
        ("They met (27-30/11). Already in 2018 it helped.", "27-30/11", "2018-11-27 2018-11-30", "already in 2018"),
        ("They met (4-6/10). So far in 2017 it helped 900; 300 in May 2016.", "4-6/10", "2017-10-04 2017-10-06", "2017"),
        ("Ils ont appris (13-15/03). Depuis le début de l'année 2018, 110 agents.", "13-15/03", "2018-03-13 2018-03-15", ""),
        ("El 5 de junio entregaron un pozo. En lo que va de 2019 son once.", "5 de junio", "2019-06-05", "lo que va"),
        ("اجتمعوا (4-6/10) في المدينة. حتى الآن في عام 2017 عاد ألف شخص.", "4-6/10", "2017-10-04 2017-10-06", "2017"),
        ("Se vieron (27-30/11). La próxima cita será en marzo de este 2018.", "27-30/11", "2018-11-27 2018-11-30", "2018"),
        ("اجتمعوا (27-30/11) وسيجتمعون ثانية في نهاية العام الجاري 2018.", "27-30/11", "2018-11-27 2018-11-30", "2018"),
        ("Ils se sont réunis (27-30/11). Déjà en 2018, elle aidait.", "27-30/11", "2018-11-27 2018-11-30", "2018"),
        ("La segunda sesión de 2023 fue el 5 de octubre.", "5 de octubre", "2023-10-05", "2023"),
        ("عقدت الدورة في عام 2021 يوم 5 أكتوبر", "5 أكتوبر", "2021-10-05", "2021"),
        # the nearer words win
        ("The session in 2022 is on 28 February; the last one, on 14-15 October at the 2021 Forum, was long.", "14-15 October", "2021-10-14 2021-10-15", "2021"),
        # a day of another time does not count beside one of the page's own
        ("Adopted on 18 December 1998. The 2019 Forum is on 4 March.", "4 March", "2019-03-04", "2019"),
    ],
)  # fmt: skip
def test_the_page_yields_the_year(text: str, words: str, days: str, basis: str) -> None:
    reading = completed(text, words)
    assert reading is not None
    assert " ".join(reading.days) == days
    assert basis in (reading.basis or "").lower() or basis in (reading.basis or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Council began yesterday (27/11).", "yesterday (27/11)"),
        ("The 2030 Agenda and (27/11).", "27/11"),
        ("Since 1951 and by 2030 (27/11).", "27/11"),
        ("The World Migration Report 2020 is out (27/11).", "27/11"),
        ("El Informe sobre Migración Mundial 2020 (27/11).", "27/11"),
        ("Le Rapport mondial 2020 (27/11).", "27/11"),
        ("founded in 2000 by a minister (27/11).", "27/11"),
        (
            "The meeting is set for 14-16 June. It was called by the League, and a count made in 2005 found one attaché in three untrained.",
            "14-16 June",
        ),
        ("the third, after those of 2009 and 2005, from 25 October.", "25 October"),
        ("Photo: IOM/2019 (27/11)", "27/11"),
        ("Este foro sigue al de Quito en 2005" + ", y luego otro" * 20 + ", según dijeron (27/11).", "27/11"),
        ("the 2019-2023 strategy (27/11)", "27/11"),
        ("adopted on 18 December 1990 (27/11)", "27/11"),
        ("adopted on 18 December 2000 (27/11)", "27/11"),
        ("since the war broke out in April 2023, more than a million have fled to the east (27/11)", "27/11"),
        ("desde que estalló la guerra en abril de 2023 han huido muchas familias hacia el este (27/11)", "27/11"),
    ],
)
def test_a_page_that_yields_no_year_gives_none(text: str, words: str) -> None:
    assert completed(text, words) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("before the first snow of 2022", 2022),
        ("the 2022 budget, and 14 more in 2022", 2022),
        ("on 03/12/2022 in Lagos", 2022),
        ("between 2021 and the snow of 2022", None),
        ("Since January 2022 they have moved", None),
        ("En 2022 cruzaron más de mil", None),
        ("depuis 2022, et en août 2022", None),
        ("منذ عام 2022", None),
        ("no year at all", None),
    ],
)
def test_the_only_year_of_a_page_counts_unless_it_is_of_the_past(text: str, year: int | None) -> None:
    assert only_year(text) == year


def test_two_years_that_are_as_good_give_none() -> None:
    assert completed("The Forum in 2018. The Forum in 2019. It met (27/11).", "27/11", near=False) is None


@pytest.mark.parametrize(
    ("words", "published", "days"),
    [
        ("yesterday (08/12)", "2018-12-09", "2018-12-08"),
        ("yesterday (31/12)", "2019-01-01", "2018-12-31"),
        ("next week (02/01)", "2018-12-28", "2019-01-02"),
        ("on 25 November", "2024-10-04", "2024-11-25"),
        ("on 14 May", "2018-11-30", "2018-05-14"),
        ("on 29 February", "2024-03-01", "2024-02-29"),
    ],
)
def test_the_date_of_publication_gives_the_nearest_year(words: str, published: str, days: str) -> None:
    reading = completed(f"They met {words}.", words.removeprefix("on "), published=published)
    assert reading is not None
    assert reading.days == (days,)
    assert reading.basis == f"published date {published}"


def test_a_day_that_the_year_lacks_gives_none() -> None:
    assert completed("The 2023 Forum is on 29 February.", "29 February") is None


def test_the_weekday_decides_between_years() -> None:
    text = "The Forum in 2018. The Forum in 2019. It met on Wednesday 27 November."
    reading = completed(text, "Wednesday 27 November")
    assert reading is not None
    assert reading.days == ("2019-11-27",)
    assert "weekday fits" in (reading.basis or "")
    assert completed(text.replace("Wednesday", "Monday"), "Monday 27 November") is None


def test_the_year_of_the_address_needs_the_weekday_beside_it() -> None:
    url = "https://www.example.org/dialogue-2018"
    assert completed("It met on 27 November.", "27 November", url=url) is None
    reading = completed("It met on Tuesday 27 November.", "Tuesday 27 November", url=url)
    assert reading is not None
    assert reading.days == ("2018-11-27",)
    assert "address" in (reading.basis or "")
    assert completed("It met on Monday 27 November.", "Monday 27 November", url=url) is None


@pytest.mark.parametrize("in_text", [True, False])
def test_the_title_gives_the_year(in_text: bool) -> None:
    title = "Dialogue on Towns (2008)"
    text = (f"{title}\n" if in_text else "") + "It met on 27 November. Its report came out in 2010."
    reading = completed(text, "27 November", title=title)
    assert reading is not None
    assert reading.days == ("2008-11-27",)
    assert reading.basis == "year from the title"


def test_a_doubtful_pair_is_settled_by_the_weekday() -> None:
    text = "The 2018 Forum met on Thursday (11/10) and Saturday (11/10)."
    first = completed(text, "Thursday (11/10)")
    assert first is not None
    assert first.days == ("2018-10-11",)
    second = completed(text, "Saturday (11/10)")
    assert second is not None
    assert second.days == ("2018-11-10",)
    assert "month" in second.rule


def test_a_doubtful_pair_is_settled_by_the_date_of_publication() -> None:
    for published, days in (("2018-10-12", "2018-10-11"), ("2018-11-11", "2018-11-10")):
        reading = completed("They met yesterday (11/10).", "yesterday (11/10)", published=published)
        assert reading is not None
        assert reading.days == (days,)


def test_a_range_may_run_into_the_next_year() -> None:
    reading = completed("The 2019 Forum: 28 December to 2 January.", "28 December to 2 January")
    assert reading is not None
    assert reading.days == ("2019-12-28", "2020-01-02")


def test_a_date_with_its_year_needs_no_evidence() -> None:
    [mention] = find_dates("13 and 14 September 2012")
    assert complete_dates(mention, []) == CompletedDates(("2012-09-13", "2012-09-14"), None, "day month, list")


@pytest.mark.parametrize("text", ["May 2024", "Day 2", "this week", "31 November 2020"])
def test_what_names_no_day_stays_open(text: str) -> None:
    [mention] = find_dates(text)
    assert complete_dates(mention, [], "2024-05-05") is None


def test_a_word_for_a_day_is_counted_from_the_date_of_publication() -> None:
    for word, day in (("yesterday", "2024-02-29"), ("Today", "2024-03-01"), ("mañana", "2024-03-02")):
        [mention] = find_dates(word)
        reading = complete_dates(mention, [], "2024-03-01")
        assert reading is not None
        assert reading.days == (day,)
        assert "2024-03-01" in (reading.basis or "")
        assert complete_dates(mention, []) is None


def test_infer_year_says_which_words_it_rests_on() -> None:
    evidence = [YearEvidence(2018, 4, 12, 3.0, "'the 2018 Forum'")]
    reading = infer_year(PartialDate(None, 11, 27), None, evidence)
    assert reading is not None
    assert (reading.year, reading.start, reading.end, reading.basis) == (2018, 4, 12, "year from 'the 2018 Forum'")
    assert infer_year(PartialDate(None, 11, 27), None, []) is None


def test_evidence_of_a_page_quotes_it() -> None:
    blocks = [
        Block("heading", "Dialogue on Towns 2008"),
        Block("paragraph", "In 2008 the session was held. Draft agenda 25/09/2008. Posted on 4 March 2009."),
        Block("paragraph", "It has its place since 1951 and serves the 2030 Agenda."),
    ]
    page = assemble(Page("https://www.example.org/towns-2008", "html", blocks=blocks, title="Dialogue on Towns 2008"))
    evidence = year_evidence(page)
    assert [(item.year, item.source) for item in evidence] == [
        (2008, "the title"),
        (2008, "'In 2008'"),
        (2008, "a dated draft on the page"),
        (2009, "the date of publication on the page"),
        (2008, "the address"),
    ]
    for item in evidence[:-1]:
        assert str(item.year) in page.quote(item.start, item.end)


# --- years that weekdays tell ---


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The Council met this week (24-27/11), the only time in 2020. On Tuesday (24/11) it elected its officers. "
            "A panel is left to the Committee of 1 July 2021.",
            "this week (24-27/11)",
            ("2020-11-24", "2020-11-27"),
        ),
        (
            "Masons left on Tuesday (9/2). The houses fell on 25 April 2015. All must be up before the 2016 monsoon; "
            "the project ends on 30 June 2017.",
            "Tuesday (9/2)",
            ("2016-02-09",),
        ),
        (
            "Manille, 3 septembre – La revue de 2024 dure jusqu'au jeudi 5 septembre. La première date de mars 2021.",
            "3 septembre",
            ("2024-09-03",),
        ),
        # Two printed years fit: 24 November was a Tuesday in 2015 and in 2020.
        ("The Council met in 2015 and in 2020. On Tuesday, 24 November it rose late.", "Tuesday, 24 November", None),
        # The Agenda's year is no year of this page, although the weekday fits it: 5 March 2030 is a Tuesday.
        (
            "By the 2030 Agenda all is well. The hall of 3 May 2012 is gone. On Tuesday, 5 March a door opened.",
            "Tuesday, 5 March",
            None,
        ),
    ],
)
def test_the_weekdays_of_a_page_tell_its_year(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    found = completed(text, words)
    assert (found.days if found else None) == expected


@pytest.mark.parametrize(
    ("title", "picture", "published"),
    [
        ("Rope Report 2024 Tells of Knots", "Ana Vela shows the report. Photo: IOM/2024", "2024-05-07"),
        ("Rope Report 2024 Tells of Knots", "Photo credit: Ana Vela, 2024", "2024-05-07"),
        ("Rope Report 2024 Tells of Knots", "© IOM 2024/Ana Vela", "2024-05-07"),
        ("El Informe de las cuerdas 2024 habla de nudos", "Foto: OIM 2024", "2024-05-07"),
        ("Le Rapport 2024 parle des cordes", "Crédit photo : OIM/2024", "2024-05-07"),
        # Either alone, a later year, whoever owns the site.
        ("Rope Report 2024 Tells of Knots", "Photo: IOM/2023", None),
        ("Rope Report Tells of Knots", "Photo: IOM/2024", None),
        ("Rope Report 2024 Tells of Knots", "Photo: IOM", None),
        ("Rope Report 2024 Tells of Knots", "© IOM 2024", None),
    ],
)
def test_the_year_of_a_report_and_of_a_picture(title: str, picture: str, published: str | None) -> None:
    lead = "Geneva, 7 May – The International Organization for Migration (IOM) launched its report on ropes and knots."
    body = f"URL: https://www.iom.int/news/ropes\n\n{title}\n\n{picture}\n\n{lead}\n\nMany knots were tied at the end of 2022.\n"
    assert parse(body.encode(), None, "text/plain").published == published
