"""Forms of dates in four languages: the words, the days they name, and what must not be read as a date."""

from __future__ import annotations

import pytest

from parsers.dates import finding as dates
from parsers.dates.finding import DateMention, PartialDate, find_dates


def days_of(mention: DateMention) -> str:
    """ "2024-05-02..04", short enough for a table: days with ``/`` for ranges and ``+`` for lists."""
    return ("/" if mention.is_range else "+").join(printed(day) for day in mention.days)


def printed(day: PartialDate) -> str:
    year = f"{day.year:04d}" if day.year else "????"
    return f"{year}-{day.month:02d}" + (f"-{day.day:02d}" if day.day else "")


# Text with the date's words between « and », and its days.
SINGLE_ENGLISH = [
    ("«4 March 2019»", "2019-03-04"),
    ("«04 March 2019»", "2019-03-04"),
    ("«4 MARCH 2019»", "2019-03-04"),
    ("«4 Mar 2019»", "2019-03-04"),
    ("«4 Mar. 2019»", "2019-03-04"),
    ("«4 Sept. 2019»", "2019-09-04"),
    ("«4th March 2019»", "2019-03-04"),
    ("«4 th March 2019»", "2019-03-04"),
    ("«1st of June 2020»", "2020-06-01"),
    ("«22nd of June, 2020»", "2020-06-22"),
    ("the «23rd June»", "????-06-23"),
    ("it opens on«11th June» here", "????-06-11"),
    ("It was on «4 March, 2019».", "2019-03-04"),
    ("It was on «4 March». 2019 was dry.", "????-03-04"),
    ("«March 4, 2019»", "2019-03-04"),
    ("«March 4 2019»", "2019-03-04"),
    ("«March 4th, 2019»", "2019-03-04"),
    ("«March the 4th, 2019»", "2019-03-04"),
    ("«Mar. 4, 2019»", "2019-03-04"),
    ("«Mar-04-2019»", "2019-03-04"),
    ("«04-Mar-2019»", "2019-03-04"),
    ("«4/March/2019»", "2019-03-04"),
    ("«21March 2019»", "2019-03-21"),
    ("«4 March 2019»Venue: the old mill", "2019-03-04"),
    ("The doors open on «4 March 2019»10:00 - 11:00", "2019-03-04"),
    ("«4\u00a0March\u00a02019»", "2019-03-04"),
    ("«4\u202fMarch\u20092019»", "2019-03-04"),
    ("Seats for «May 5» are gone", "????-05-05"),
    ("the «May 5» workshop", "????-05-05"),
    ("on «May 5», delegates met", "????-05-05"),
    ("see the «September 19» Summit of Towns", "????-09-19"),
    ("Bamako, «8 July» – A fair", "????-07-08"),
    ("(«8 July 2019», Bamako):", "2019-07-08"),
    ("Geneva «24 June, 2023» –", "2023-06-24"),
    ("«29 February 2024»", "2024-02-29"),
    ("on «29 February»", "????-02-29"),
    ("World Tailors Day «18 December 2014»", "2014-12-18"),
    ("on Tailors Day («18 December 2014»)", "2014-12-18"),
    ("COP26, «1 November 2021»", "2021-11-01"),
    ("Room 12, Lima - «28 February 2019», 13:15-14:45", "2019-02-28"),
]
SINGLE_FRENCH = [
    ("le «4 mars 2019»", "2019-03-04"),
    ("le «1er mars 2019»", "2019-03-01"),
    ("le «1 er mars 2019»", "2019-03-01"),
    ("le «1ᵉʳ mars 2019»", "2019-03-01"),
    ("«4 MARS 2019»", "2019-03-04"),
    ("le «4 février 2019»", "2019-02-04"),
    ("le «4 fevrier 2019»", "2019-02-04"),
    ("le «4 FÉVRIER 2019»", "2019-02-04"),
    ("le «15 août 2019»", "2019-08-15"),
    ("le «15 aout»", "????-08-15"),
    ("le «4 déc. 2019»", "2019-12-04"),
    ("«15 janv. 2026»", "2026-01-15"),
    ("Le «4 juillet», à Bamako", "????-07-04"),
    ("jusqu'au «4 avril 2019»", "2019-04-04"),
    ("Bamako − «3 mai 2016»", "2016-05-03"),
]
SINGLE_SPANISH = [
    ("el «4 de marzo de 2019»", "2019-03-04"),
    ("el «4 de marzo del 2019»", "2019-03-04"),
    ("el «4 marzo 2019»", "2019-03-04"),
    ("el «1º de mayo de 2019»", "2019-05-01"),
    ("el «1.º de mayo»", "????-05-01"),
    ("EL «4 DE DICIEMBRE DE 2019»", "2019-12-04"),
    ("el «4 de setiembre»", "????-09-04"),
    ("«abril 5 de 2019»", "2019-04-05"),
    ("«Abril 5, 2019»", "2019-04-05"),
    ("«4 dic. 2019»", "2019-12-04"),
    ("«14 ene 2026»", "2026-01-14"),
    ("Quito «26 de agosto de 2019».- La feria", "2019-08-26"),
    ("el próximo «5 de mayo»", "????-05-05"),
]
SINGLE_ARABIC = [
    ("«30 نوفمبر 2021»، القاهرة", "2021-11-30"),
    ("في «30 نوفمبر»", "????-11-30"),
    ("«٣٠ نوفمبر ٢٠٢١»", "2021-11-30"),
    ("(طرابلس - «15 مارس 2023»).", "2023-03-15"),
    ("«30 من نوفمبر 2021»", "2021-11-30"),
    ("«5 شباط 2020»", "2020-02-05"),
    ("«5 آذار 2020»", "2020-03-05"),
    ("«5 تشرين الثاني 2020»", "2020-11-05"),
    ("«5 كانون الأول 2020»", "2020-12-05"),
    ("«5 كانون الثاني/يناير 2020»", "2020-01-05"),
    ("«5 كانون الثاني (يناير) 2020»", "2020-01-05"),
    ("«5 جويلية 2020»", "2020-07-05"),
    ("«5 غشت 2020»", "2020-08-05"),
    ("«5 ابريل 2020»", "2020-04-05"),
    ("«5 إبريل، 2020»", "2020-04-05"),
    ("\u200f«5 أكتوبر 2020»\u200f", "2020-10-05"),
]
NUMERIC = [
    ("«2019-03-04»", "2019-03-04"),
    ("«2019/03/04»", "2019-03-04"),
    ("«2019-03-04T12:00:00Z»", "2019-03-04"),
    ("«2019-03-04T09:30:00+02:00»", "2019-03-04"),
    ("«25/12/2019»", "2019-12-25"),
    ("«25.12.2019»", "2019-12-25"),
    ("«25-12-2019»", "2019-12-25"),
    ("«12/25/2019»", "2019-12-25"),
    ("«4.3.2019»", "2019-03-04"),
    ("«25/12/19»", "2019-12-25"),
    ("«٢٥/١٢/٢٠١٩»", "2019-12-25"),
    ("(Draft agenda September «25/09/2024»)", "2024-09-25"),
]
RANGES = [
    ("«25-27 May 2021», Zoom, 9:00-12:00 EST", "2021-05-25/2021-05-27"),
    ("«25 - 27 May 2021»", "2021-05-25/2021-05-27"),
    ("«25–27 May 2021»", "2021-05-25/2021-05-27"),
    ("«25—27 May 2021»", "2021-05-25/2021-05-27"),
    ("«25−27 May 2021»", "2021-05-25/2021-05-27"),
    ("«25‑27 May 2021»", "2021-05-25/2021-05-27"),
    ("«26 TO 28 NOVEMBER 2024»", "2024-11-26/2024-11-28"),
    ("From «19th to 22nd March»", "????-03-19/????-03-22"),
    ("from the «19th to the 22nd of March 2018»", "2018-03-19/2018-03-22"),
    ("from «28 February to 2 March», 9:00 to 12:00 EST", "????-02-28/????-03-02"),
    ("runs from «20th of June to 28 of June»", "????-06-20/????-06-28"),
    ("between «27-30 November»", "????-11-27/????-11-30"),
    ("between «5 and 7 May 2019»", "2019-05-05/2019-05-07"),
    ("«28 December 2019 to 2 January»", "2019-12-28/2020-01-02"),
    ("«28 December to 2 January 2020»", "2019-12-28/2020-01-02"),
    ("«28 December 2019 – 2 January 2020»", "2019-12-28/2020-01-02"),
    ("«September 6 – 8, 2017»", "2017-09-06/2017-09-08"),
    ("on «June 6-7, 2018» for a workshop", "2018-06-06/2018-06-07"),
    ("«October 30 - November 2, 2019»", "2019-10-30/2019-11-02"),
    ("«October 30 - 2 November 2019»", "2019-10-30/2019-11-02"),
    ("«December 28, 2019 - January 2, 2020»", "2019-12-28/2020-01-02"),
    ("«Tuesday 2 - Friday 5 December 2008»", "2008-12-02/2008-12-05"),
    ("«Monday to Wednesday, 5-7 May 2014»", "2014-05-05/2014-05-07"),
    ("du «10 au 13 avril 2019»", "2019-04-10/2019-04-13"),
    ("du «1er au 3 avril 2019»", "2019-04-01/2019-04-03"),
    ("du «28 février au 2 mars 2022»", "2022-02-28/2022-03-02"),
    ("les «14-16 mars 2023»", "2023-03-14/2023-03-16"),
    ("du «14 jusqu'au 16 mars 2023»", "2023-03-14/2023-03-16"),
    ("del «10 al 13 de abril de 2019»", "2019-04-10/2019-04-13"),
    ("del «28 de febrero al 2 de marzo de 2022»", "2022-02-28/2022-03-02"),
    ("entre el «8 y el 10 de abril»", "????-04-08/????-04-10"),
    ("entre le «8 et le 10 avril»", "????-04-08/????-04-10"),
    ("من «8 إلى 10 أبريل 2019»", "2019-04-08/2019-04-10"),
    ("بين «8 و10 أبريل 2019»", "2019-04-08/2019-04-10"),
    ("من «28 شباط/فبراير إلى 2 آذار/مارس 2022»", "2022-02-28/2022-03-02"),
    ("«25-27/05/2021»", "2021-05-25/2021-05-27"),
    ("du «10/04/2019 au 13/04/2019»", "2019-04-10/2019-04-13"),
    ("from «September 6th to 8th, 2017»", "2017-09-06/2017-09-08"),
    ("«Monday, 30 September - Friday, 4 October 2019»", "2019-09-30/2019-10-04"),
    ("«Thursday, June 6th - Friday June 7th, 2019»", "2019-06-06/2019-06-07"),
    ("«30 Sept.–4 Oct. 2019»", "2019-09-30/2019-10-04"),
    ("«May 31-June 2, 2019»", "2019-05-31/2019-06-02"),
    ("«31 May-2 June 2019»", "2019-05-31/2019-06-02"),
    ("«Dec. 5-7, 2018»", "2018-12-05/2018-12-07"),
    ("«5th–7th of June»", "????-06-05/????-06-07"),
    ("«2019/06/05 – 2019/06/07»", "2019-06-05/2019-06-07"),
    ("«05.-07.06.2019»", "2019-06-05/2019-06-07"),
    ("«28.02.-01.03.2019», Berlin", "2019-02-28/2019-03-01"),
    ("from «28.02 to 01.03.2019»", "2019-02-28/2019-03-01"),
    ("du «28/02 au 01/03/2019»", "2019-02-28/2019-03-01"),
    ("«02/28 - 03/01/2019»", "2019-02-28/2019-03-01"),
    ("«30/12-02/01/2020»", "2019-12-30/2020-01-02"),
    ("«29 September 2020, 9:00 a.m. - 1 October 2020», 5:00 p.m.", "2020-09-29/2020-10-01"),
    ("«29 Sep 2020 - 9:00am to 1 Oct 2020» - 5:00pm", "2020-09-29/2020-10-01"),
    ("«12 mars 2021 à 9h30 au 14 mars 2021»", "2021-03-12/2021-03-14"),
    ("«14/06/2022 10:00 - 15/06/2022» 13:00", "2022-06-14/2022-06-15"),
    ("del «26 al 28 de noviembre, 2024»", "2024-11-26/2024-11-28"),
    ("من «5 حتى 7 يونيو 2019»", "2019-06-05/2019-06-07"),
    ("World Tailors Day «10-12 December 2014»", "2014-12-10/2014-12-12"),
    ("«March – April 2019»", "2019-03/2019-04"),
    ("«December 2019 to January 2020»", "2019-12/2020-01"),
]
LISTS = [
    ("«13 and 14 September 2012»", "2012-09-13+2012-09-14"),
    ("«13 & 14 September 2012»", "2012-09-13+2012-09-14"),
    ("«8, 9 and 10 April 2008»", "2008-04-08+2008-04-09+2008-04-10"),
    ("«8, 9, and 10 April 2008»", "2008-04-08+2008-04-09+2008-04-10"),
    ("«21st and 22nd February» are the days", "????-02-21+????-02-22"),
    ("the «31st of January and 1st of February 2023»", "2023-01-31+2023-02-01"),
    ("«Wednesday 5th & Thursday 6th June 2019»", "2019-06-05+2019-06-06"),
    ("«28th, 29th and 30th of May 2019»", "2019-05-28+2019-05-29+2019-05-30"),
    ("«12/13 June 2019»", "2019-06-12+2019-06-13"),
    ("el «miércoles 5 y jueves 6 de junio de 2019»", "2019-06-05+2019-06-06"),
    ("في «5 و6 و7 يونيو 2019»", "2019-06-05+2019-06-06+2019-06-07"),
    ("«May 5 and 6, 2018»", "2018-05-05+2018-05-06"),
    ("«May 5, 6 and 7, 2018»", "2018-05-05+2018-05-06+2018-05-07"),
    ("«May 5 and June 6, 2018»", "2018-05-05+2018-06-06"),
    ("para el «4 y 5 de noviembre de 2021»", "2021-11-04+2021-11-05"),
    ("desde el «29 de noviembre y hasta el 3 de diciembre de 2010»", "2010-11-29/2010-12-03"),
    ("«5/6 May 2018»", "2018-05-05+2018-05-06"),
    ("les «12 et 13 mai 2014»", "2014-05-12+2014-05-13"),
    ("les «lundi 12 et mardi 13 mai 2014»", "2014-05-12+2014-05-13"),
    ("el «8 y 9 de abril de 2008»", "2008-04-08+2008-04-09"),
    ("los días «8, 9 y 10 de abril»", "????-04-08+????-04-09+????-04-10"),
    ("يومي «8 و 9 أبريل 2008»", "2008-04-08+2008-04-09"),
    ("(«9/11 and 14/11»)", "????-11-09+????-11-14"),
]
SLASHED = [
    ("on «Tuesday and Wednesday (6-7/6)»", "????-06-06/????-06-07"),
    ("del «lunes al miércoles (3-5/6)»", "????-06-03/????-06-05"),
    ("(«27-30/11»)", "????-11-27/????-11-30"),
    ("(«27 - 30/11»)", "????-11-27/????-11-30"),
    ("(«08/10»)", "????-10-08"),
    ("(«8/12»)", "????-12-08"),
    ("(«11/29»)", "????-11-29"),
    ("(«11/27-30»)", "????-11-27/????-11-30"),
    ("(«30/11-2/12»)", "????-11-30/????-12-02"),
    ("le «26/11», à Lomé", "????-11-26"),
    ("on «26/11» in Lomé", "????-11-26"),
    ("el «26/11» en Lima", "????-11-26"),
    ("du «26/11 au 29/11»", "????-11-26/????-11-29"),
    ("(«٢٧-٣٠/١١»)", "????-11-27/????-11-30"),
]
MONTHS = [
    ("in «May 2024», in Lima", "2024-05"),
    ("of «March of 2006»", "2006-03"),
    ("«Sept. 2020»", "2020-09"),
    ("en «mars 2014»", "2014-03"),
    ("en «octubre de 2023»", "2023-10"),
    ("في «نوفمبر 2021»", "2021-11"),
    ("في «تشرين الثاني/نوفمبر 2021»", "2021-11"),
    ("early «November 2019»", "2019-11"),
]
TABLE = [
    *SINGLE_ENGLISH,
    *SINGLE_FRENCH,
    *SINGLE_SPANISH,
    *SINGLE_ARABIC,
    *NUMERIC,
    *RANGES,
    *LISTS,
    *SLASHED,
    *MONTHS,
]


def unmarked(text: str) -> tuple[str, str]:
    """The text without its marks, and the words that stood between them."""
    return text.replace("«", "").replace("»", ""), text[text.index("«") + 1 : text.index("»")]


@pytest.mark.parametrize(("marked", "days"), TABLE)
def test_a_date_is_read_with_its_exact_words(marked: str, days: str) -> None:
    text, words = unmarked(marked)
    mentions = [mention for mention in find_dates(text) if mention.days]
    assert [(text[m.start : m.end], days_of(m)) for m in mentions] == [(words, days)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_months_are_read_in_every_language_whatever_the_hint(language: str) -> None:
    for text in ("4 March 2019", "4 mars 2019", "4 de marzo de 2019", "4 مارس 2019"):
        assert [days_of(m) for m in find_dates(text, language)] == ["2019-03-04"]


TRAPS = [
    "The hall opens at 10:00 - 13:00",
    "Call +41 22 717 91 11 or 022/717.91.11",
    "SDG target 10.7 and target 16.9",
    "A/RES/73/195 and document C/115/7, S/2019/5, ST/IC/2010/12/05",
    "The 2030 Agenda and the year 2018 and since 1951",
    "17 per cent, 17 % may leave, 5 %",
    "USD 1.35 billion, $5 May",
    "pages 12-14, paragraphs 5 and 6",
    "You may 5 times or 12 may not",
    "they march 3 km and march 12 more",
    "Juin Elles and April Showers, May Ling",
    "part (1/2) and (2/3)",
    "in May 15 countries joined",
    "24/7 service on 24/7 basis",
    "10 years ago, 10 ago",
    "the COP26 March of the young",
    "Covid19 March",
    "a 3D map, a 5G mast",
    "25.09 and 10.12",
    "1/2 cup, 3/4 of them",
    "scores of 3-1 and 10-12 points",
    "Tel. 254.0.000.000",
    "IP 192.168.10.12",
    "version 2.10.4",
    "Monday",
    "en mars, en avril, en mayo",
    "la deuxième séance",
    "8 a 10 participantes",
    "entre 8 y 10 países",
    "de 8 à 10 pays",
    "من 8 إلى 10 دول",
    "30 دولة و 12 منظمة",
    "2024-2028 strategy, 2018-19",
    "Session 5, 10 people",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text) if m.days or m.problem] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Session 2 – 10 May 2019", ["10 May 2019"]),
        ("Panel 3, 10 May 2019", ["10 May 2019"]),
        ("séance 2 - 10 mai 2019", ["10 mai 2019"]),
        ("Agenda item 5, 10 May 2019", ["10 May 2019"]),
        ("on 5 May, 10 people came", ["5 May"]),
        ("on May 5 and 20 people came", ["May 5"]),
        ("10 May - 12:30", ["10 May"]),
        ("May 10 - 12 noon", ["May 10"]),
        ("May 10 - 9am", ["May 10"]),
        ("10 May 2021, 09:00am", ["10 May 2021"]),
        ("5 May 6 June", ["5 May", "6 June"]),
        ("5 May 2018, 6 June 2019", ["5 May 2018", "6 June 2019"]),
        ("27-28 and 30 November 2020", ["27-28", "30 November 2020"]),
        ("from 20th to 28 June and 30th June 2024", ["20th to 28 June", "30th June 2024"]),
        ("26-29 March and 2-4 April 2019", ["26-29 March", "2-4 April 2019"]),
        ("From 5 December until 18 December 2016", ["5 December until 18 December 2016"]),
        ("2 December 2008\n3 December 2008", ["2 December 2008", "3 December 2008"]),
        ("on 5\nMay 2019", ["May 2019"]),
    ],
)
def test_neighbouring_numbers_are_kept_apart(text: str, expected: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == expected


def test_days_of_one_phrase_share_the_year_that_is_printed_once() -> None:
    assert [days_of(m) for m in find_dates("27-28 and 30 November 2020")] == ["2020-11-27/2020-11-28", "2020-11-30"]
    assert [days_of(m) for m in find_dates("26-29 March and 2-4 April 2019")] == [
        "2019-03-26/2019-03-29",
        "2019-04-02/2019-04-04",
    ]


# --- weekdays ---


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Tuesday, 2 December 2008", 1),
        ("Tue 2 December 2008", 1),
        ("Tue. Dec-02-2008", 1),
        ("TUESDAY 2 DECEMBER 2008", 1),
        ("Tuesday the 2nd of December 2008", 1),
        ("mardi 2 décembre 2008", 1),
        ("Mardi, le 2 décembre 2008", 1),
        ("mar. 2 décembre 2008", 1),
        ("martes 2 de diciembre de 2008", 1),
        ("miércoles, 3 de diciembre de 2008", 2),
        ("miercoles 3 de diciembre de 2008", 2),
        ("الثلاثاء 2 ديسمبر 2008", 1),
        ("الاربعاء، 3 ديسمبر 2008", 2),
        ("الأربعاء الموافق 3 ديسمبر 2008", 2),
        ("2 December 2008 (Tuesday)", 1),
        ("2 December 2008, Tuesday", 1),
        ("Tuesday (2 December 2008)", 1),
        ("Ven, 12/05/2008", 4),
        ("Di, 12/02/2008 - 09:10", 1),
    ],
)
def test_a_weekday_belongs_to_the_date_and_is_checked(text: str, weekday: int) -> None:
    [mention] = find_dates(text)
    assert (mention.weekday, mention.weekday_fits) == (weekday, True)
    assert text[mention.start : mention.end] == text.removesuffix(" - 09:10")


def test_a_word_that_is_no_weekday_does_not_count_as_one() -> None:
    assert find_dates("They sat 5 May 2018 in")[0].weekday is None
    assert find_dates("SAT 5 May 2018")[0].weekday == 5


def test_a_wrong_weekday_is_told() -> None:
    [mention] = find_dates("Monday, 2 December 2008")
    assert mention.weekday_fits is False
    [mention] = find_dates("Monday, 2 December")
    assert mention.weekday_fits is None


@pytest.mark.parametrize(
    ("text", "days", "rule", "doubtful"),
    [
        ("Ven, 05/18/2018 - 10:08", "2018-05-18", "month/day/year", False),
        ("Tue, 07/10/2018 - 09:26", "2018-07-10", "month/day/year", False),
        ("Fri, 08/03/2018 - 09:20", "2018-08-03", "month/day/year", False),
        ("Tuesday, 10/07/2018", "2018-07-10", "day/month/year", False),
        ("Sat, 02/12/2000 - 09:20", "2000-02-12", "month/day/year", True),  # 2 December is a Saturday as well
        ("Sat, 02/12/2000", "2000-12-02", "day/month/year", True),
        ("07/10/2018", "2018-10-07", "day/month/year", True),
        ("07.07.2018", "2018-07-07", "day/month/year", False),
        ("13/07/2018", "2018-07-13", "day/month/year", False),
        ("2018-07-10", "2018-07-10", "year-month-day", False),
    ],
)
def test_the_order_of_numbers_is_told_by_the_calendar_and_the_weekday(
    text: str, days: str, rule: str, doubtful: bool
) -> None:
    [mention] = find_dates(text)
    assert (days_of(mention), mention.rule, bool(mention.alternatives)) == (days, rule, doubtful)


def test_a_doubtful_pair_keeps_its_other_reading() -> None:
    [mention] = find_dates("began yesterday (08/10) in Lima")
    assert days_of(mention) == "????-10-08"
    assert mention.alternatives == ((PartialDate(None, 8, 10),),)


# --- what stands beside a date ---


@pytest.mark.parametrize(
    ("text", "words", "number", "days"),
    [
        ("24 April 2012|Day 1", "24 April 2012|Day 1", 1, "2012-04-24"),
        ("Day One October 15th, 2020", "Day One October 15th, 2020", 1, "2020-10-15"),
        ("Day 1, October 15th, 2020", "Day 1, October 15th, 2020", 1, "2020-10-15"),
        ("DAY ONE- 8 October 2018", "DAY ONE- 8 October 2018", 1, "2018-10-08"),
        ("Day 1 – 11 October 2016", "Day 1 – 11 October 2016", 1, "2016-10-11"),
        ("Day 2 (12 October 2016)", "Day 2 (12 October 2016)", 2, "2016-10-12"),
        ("Agenda Day 1 – 11 October 2016", "Day 1 – 11 October 2016", 1, "2016-10-11"),
        ("12 October 2016 (Day 2)", "12 October 2016 (Day 2)", 2, "2016-10-12"),
        ("Day 1 - Monday 31 January", "Day 1 - Monday 31 January", 1, "????-01-31"),
        ("Day 2", "Day 2", 2, ""),
        ("DAY TWO:", "DAY TWO", 2, ""),
        ("Day II – 12 October 2016", "Day II – 12 October 2016", 2, "2016-10-12"),
        ("DAY 1: WEDNESDAY, 5 JUNE 2019", "DAY 1: WEDNESDAY, 5 JUNE 2019", 1, "2019-06-05"),
        ("First Day – 11 October 2016", "First Day – 11 October 2016", 1, "2016-10-11"),
        ("Second day", "Second day", 2, ""),
        ("Jour 2 – 12 mai 2014", "Jour 2 – 12 mai 2014", 2, "2014-05-12"),
        ("Premier jour : 12 mai 2014", "Premier jour : 12 mai 2014", 1, "2014-05-12"),
        ("Journée 3", "Journée 3", 3, ""),
        ("Día 1: 8 de abril de 2008", "Día 1: 8 de abril de 2008", 1, "2008-04-08"),
        ("DÍA 2", "DÍA 2", 2, ""),
        ("Segundo día, 9 de abril", "Segundo día, 9 de abril", 2, "????-04-09"),
        ("اليوم الأول: 5 مايو 2021", "اليوم الأول: 5 مايو 2021", 1, "2021-05-05"),
        ("اليوم 2", "اليوم 2", 2, ""),
    ],
)
def test_the_days_of_an_agenda_are_counted(text: str, words: str, number: int, days: str) -> None:
    [mention] = find_dates(text)
    assert (text[mention.start : mention.end], mention.day_number, days_of(mention)) == (words, number, days)


def test_days_that_follow_each_other_keep_their_own_numbers() -> None:
    mentions = find_dates("Day 1 – 5 May 2020, Day 2 – 6 May 2020")
    assert [(m.day_number, days_of(m)) for m in mentions] == [(1, "2020-05-05"), (2, "2020-05-06")]


@pytest.mark.parametrize(
    "text",
    [
        "International Tailors Day 18",
        "a day 1:10 ratio",
        "Monday 2",
        "on the second day of talks",
        "Day 45",
        "the Day I came",
    ],
)
def test_what_does_not_count_days(text: str) -> None:
    if text.endswith("18"):
        text += " December"
    assert [m.day_number for m in find_dates(text) if m.day_number is not None] == []


@pytest.mark.parametrize(
    ("text", "relative", "words", "days"),
    [
        ("began yesterday (05/09) here", "yesterday", "yesterday (05/09)", "????-09-05"),
        ("Today (18/05), they", "today", "Today (18/05)", "????-05-18"),
        ("this week (27-30/11) met", "this_week", "this week (27-30/11)", "????-11-27/????-11-30"),
        ("tomorrow (October 24th) and", "tomorrow", "tomorrow (October 24th)", "????-10-24"),
        ("today, 18 May 2018, they", "today", "today, 18 May 2018", "2018-05-18"),
        ("yesterday 08/10 they", "yesterday", "yesterday 08/10", "????-10-08"),
        ("opens next week in", "next_week", "next week", ""),
        ("opens today in", "today", "today", ""),
        ("hier (8/12) à Lomé", "yesterday", "hier (8/12)", "????-12-08"),
        ("aujourd’hui (18/05)", "today", "aujourd’hui (18/05)", "????-05-18"),
        ("cette semaine à Lomé", "this_week", "cette semaine", ""),
        ("la semaine prochaine", "next_week", "la semaine prochaine", ""),
        ("ayer (8/12) en Lima", "yesterday", "ayer (8/12)", "????-12-08"),
        ("hoy, 18 de mayo, se", "today", "hoy, 18 de mayo", "????-05-18"),
        ("esta semana en Lima", "this_week", "esta semana", ""),
        ("أمس (8/12)", "yesterday", "أمس (8/12)", "????-12-08"),
        ("هذا الأسبوع", "this_week", "هذا الأسبوع", ""),
    ],
)
def test_words_seen_from_the_day_of_publication(text: str, relative: str, words: str, days: str) -> None:
    [mention] = find_dates(text)
    assert (mention.relative, text[mention.start : mention.end], days_of(mention)) == (relative, words, days)


@pytest.mark.parametrize("text", ["por la mañana", "de la mañana", "اليوم العالمي للعمل", "todaying", "Bellhier"])
def test_what_is_no_word_for_a_day(text: str) -> None:
    assert find_dates(text) == []


def test_the_language_narrows_the_words_for_days() -> None:
    assert find_dates("Hier (8/12)", "en")[0].relative is None
    assert find_dates("Hier (8/12)", "fr")[0].relative == "yesterday"


@pytest.mark.parametrize(
    ("text", "bracketed"),
    [
        ("Monday (30 March) in", True),
        ("this week (27-30/11)", True),
        ("(8 July 2019)", True),
        ("(8 July 2019, Lima)", False),
        ("8 July 2019", False),
    ],
)
def test_brackets_around_a_date(text: str, bracketed: bool) -> None:
    [mention] = find_dates(text)
    assert mention.bracketed is bracketed


@pytest.mark.parametrize(
    ("text", "published", "stamp"),
    [
        ("Posted on Tue. Nov-24-2015", True, False),
        ("Posted: Wednesday, September 19, 2018 - 17:11", True, False),
        ("Published: 4 March 2019", True, False),
        ("Publié le 4 mars 2019", True, False),
        ("Publicado el 4 de marzo de 2019", True, False),
        ("Fecha de publicación: 4/3/2019", True, False),
        ("تاريخ النشر: 4 مارس 2019", True, False),
        ("(Draft agenda September 25/09/2024)", False, True),
        ("Last updated on 4 March 2019", False, True),
        ("Dernière mise à jour : 4 mars 2019", False, True),
        ("It was held on 4 March 2019", False, False),
        ("Publications: 4 March 2019", False, False),
    ],
)
def test_what_stands_before_a_date(text: str, published: bool, stamp: bool) -> None:
    [mention] = find_dates(text)
    assert (mention.published_hint, mention.stamp_hint) == (published, stamp)


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Fri, 08/03/2018 - 09:20", True),
        ("Friday, February 20, 2009 - 10:12", True),
        ("20 February 2009, 10:12", False),
        ("20 February 2009 - 10:12-11:00", False),
    ],
)
def test_a_stamp_has_its_clock_behind_a_dash(text: str, follows: bool) -> None:
    [mention] = find_dates(text)
    assert mention.clock_follows is follows


# --- impossible dates ---


@pytest.mark.parametrize(
    "text",
    [
        "31 November 2020",
        "30 February",
        "29 February 2023",
        "31/02/2018",
        "Thursday (31/31)",
        "0 May 2020",
        "32 May 2020",
    ],
)
def test_an_impossible_date_is_a_problem_and_no_day(text: str) -> None:
    [mention] = find_dates(text)
    assert mention.days == ()
    assert mention.problem is not None
    assert text[mention.start : mention.end] in mention.problem


def test_a_range_that_runs_backwards_is_a_problem() -> None:
    [mention] = find_dates("30-5 May 2020")
    assert mention.days == ()
    assert "backwards" in (mention.problem or "")
    [mention] = find_dates("5 June 2020 to 3 May 2020")
    assert mention.problem is not None


def test_a_page_without_end_is_read_so_far() -> None:
    assert [m.start for m in find_dates("1 May 2019" + " " * dates.LONGEST + "2 May 2019")] == [0]
