"""The same programme, or the same list of side events, in every form that pages give it, in four languages.

A page is composed of independent choices: how the event's date stands, how a day is headed, how hours are written, on
which side of them the title stands, in which markup. What it says is always the same, so what must be read is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

ADDRESS = "https://www.iom.int/events/nets-and-boats"
DAYS = ("2023-10-10", "2023-10-11")
_HOURS = (
    (("09:00", "09:30"), ("09:30", "10:30"), ("10:30", "12:00"), ("12:00", "13:30")),
    (("09:00", "10:30"), ("10:30", "11:00")),
)


@dataclass(frozen=True)
class Language:
    """The words of one language: each field lists the ways to say one thing."""

    code: Literal["en", "fr", "es", "ar"]
    title: str
    dates: Sequence[str]
    places: Sequence[str]
    headings: Sequence[tuple[str, str]]
    hours: Sequence[str]
    titles: tuple[Sequence[str], Sequence[str]]
    people: Sequence[tuple[str, str, str]]
    columns: tuple[str, str, str]
    labels: Sequence[str]  # date, hours, venue, organizers
    room: str
    bodies: Sequence[str]
    side_events: str
    entries: Sequence[str]


EN = Language(
    "en",
    "Workshop on Nets and Boats",
    [
        "10 - 11 October 2023",
        "October 10-11, 2023",
        "10 and 11 October 2023",
        "Tuesday 10 to Wednesday 11 October 2023",
    ],
    ["{}, Lisbon", "Date: {}", "{} | Lisbon, Portugal", "The workshop takes place in Lisbon on {}."],
    [
        ("Tuesday 10 October 2023", "Wednesday 11 October 2023"),
        ("TUESDAY, 10 OCTOBER", "WEDNESDAY, 11 OCTOBER"),
        ("Day 1", "Day 2"),
        ("Day One – 10 October", "Day Two – 11 October"),
        ("October 10, 2023", "October 11, 2023"),
        ("Tuesday", "Wednesday"),
        ("Tuesday 10th", "Wednesday 11th"),
        ("10.10.2023", "11.10.2023"),
        ("Programme – Tuesday 10 October", "Programme – Wednesday 11 October"),
    ],
    [
        "{} - {}",
        "{}–{}",
        "{} to {}",
        "{dots[0]} – {dots[1]}",
        "{noon[0]} - {noon[1]}",
        "{h[0]} - {h[1]}",
        "{} – {} hrs",
        "{} - {} (CET)",
    ],
    (
        ["Registration", "Opening session", "Panel 1: Boats that come home", "Lunch"],
        ["Panel 2: Nets that last", "Closing remarks"],
    ),
    [("Ada Lindqvist", "Harbour Master", "Boat Trust"), ("Olaf Brekke", "Director", "Net Guild")],
    ("Time", "Session", "Speakers"),
    ["Date", "Time", "Venue", "Organizers"],
    "Room 7",
    ["IOM", "Government of Portugal", "UNHCR"],
    "IOM Side Events at the Harbour Forum",
    ["10 October 2023", "11 October 2023"],
)
FR = Language(
    "fr",
    "Atelier sur les filets et les bateaux",
    [
        "10 - 11 octobre 2023",
        "10 et 11 octobre 2023",
        "du 10 au 11 octobre 2023",
        "mardi 10 et mercredi 11 octobre 2023",
    ],
    ["{}, Lisbonne", "Date : {}", "Lisbonne (Portugal), {}", "L'atelier a lieu à Lisbonne, {}."],
    [
        ("Mardi 10 octobre 2023", "Mercredi 11 octobre 2023"),
        ("MARDI 10 OCTOBRE", "MERCREDI 11 OCTOBRE"),
        ("Jour 1 : mardi 10 octobre", "Jour 2 : mercredi 11 octobre"),
        ("1re journée : mardi 10 octobre", "2e journée : mercredi 11 octobre"),
        ("Première journée – 10 octobre 2023", "Deuxième journée – 11 octobre 2023"),
        ("Mardi", "Mercredi"),
        ("Programme du mardi 10 octobre", "Programme du mercredi 11 octobre"),
    ],
    ["{} - {}", "{h[0]} - {h[1]}", "{h[0]} à {h[1]}", "De {h[0]} à {h[1]}", "{} à {}"],
    (
        ["Inscription", "Séance d'ouverture", "Panel 1 : Des bateaux qui rentrent", "Déjeuner"],
        ["Panel 2 : Des filets qui durent", "Clôture"],
    ),
    [("Ada Lindqvist", "cheffe de port", "Boat Trust"), ("Olaf Brekke", "directeur", "Net Guild")],
    ("Horaire", "Séance", "Intervenants"),
    ["Date", "Heure", "Lieu", "Organisateurs"],
    "Salle 7",
    ["OIM", "Gouvernement du Portugal", "HCR"],
    "Événements parallèles de l'OIM au Forum des ports",
    ["10 octobre 2023", "11 octobre 2023"],
)
ES = Language(
    "es",
    "Taller sobre redes y barcos",
    ["10 y 11 de octubre de 2023", "del 10 al 11 de octubre de 2023", "martes 10 y miércoles 11 de octubre de 2023"],
    ["{}, Lisboa", "Fecha: {}", "Lisboa (Portugal), {}", "El taller se celebra en Lisboa, {}."],
    [
        ("Martes 10 de octubre de 2023", "Miércoles 11 de octubre de 2023"),
        ("MARTES 10 DE OCTUBRE", "MIÉRCOLES 11 DE OCTUBRE"),
        ("Día 1: martes 10 de octubre", "Día 2: miércoles 11 de octubre"),
        ("Primera jornada", "Segunda jornada"),
        ("Martes 10", "Miércoles 11"),
        ("Programa del martes 10 de octubre", "Programa del miércoles 11 de octubre"),
    ],
    ["{} - {}", "{} a {}", "{} - {} hrs.", "De {} a {}", "{dots[0]} - {dots[1]}", "{}-{} h"],
    (
        ["Inscripción", "Sesión de apertura", "Panel 1: Barcos que vuelven", "Almuerzo"],
        ["Panel 2: Redes que duran", "Clausura"],
    ),
    [("Ada Lindqvist", "jefa de puerto", "Boat Trust"), ("Olaf Brekke", "director", "Net Guild")],
    ("Hora", "Sesión", "Ponentes"),
    ["Fecha", "Hora", "Lugar", "Organizadores"],
    "Sala 7",
    ["OIM", "Gobierno de Portugal", "ACNUR"],
    "Eventos paralelos de la OIM en el Foro de Puertos",
    ["10 de octubre de 2023", "11 de octubre de 2023"],
)
AR = Language(
    "ar",
    "ورشة عمل حول الشباك والقوارب",
    ["10 - 11 أكتوبر 2023", "10-11 تشرين الأول/أكتوبر 2023", "من 10 إلى 11 أكتوبر 2023", "١٠ - ١١ أكتوبر ٢٠٢٣"],
    ["{}، لشبونة", "التاريخ: {}", "لشبونة، {}"],
    [
        ("الثلاثاء 10 أكتوبر 2023", "الأربعاء 11 أكتوبر 2023"),
        ("الثلاثاء، 10 تشرين الأول/أكتوبر", "الأربعاء، 11 تشرين الأول/أكتوبر"),
        ("اليوم الأول", "اليوم الثاني"),
        ("اليوم الأول – 10 أكتوبر 2023", "اليوم الثاني – 11 أكتوبر 2023"),
        ("يوم الثلاثاء 10 أكتوبر", "يوم الأربعاء 11 أكتوبر"),
        ("الثلاثاء", "الأربعاء"),
    ],
    ["{} - {}", "{} إلى {}", "من {} إلى {}", "الساعة {} - {}", "{arabic[0]} - {arabic[1]}"],
    (["التسجيل", "الجلسة الافتتاحية", "الجلسة الأولى: قوارب تعود", "الغداء"], ["الجلسة الثانية: شباك تدوم", "الختام"]),
    [("سامي الحداد", "مدير الميناء", "جمعية الصيادين"), ("ليلى منصور", "باحثة", "جامعة الميناء")],
    ("الوقت", "الجلسة", "المتحدثون"),
    ["التاريخ", "الوقت", "المكان", "المنظمون"],
    "القاعة 7",
    ["المنظمة الدولية للهجرة", "حكومة البرتغال", "اليونيسف"],
    "الفعاليات الجانبية في منتدى الموانئ",
    ["10 أكتوبر 2023", "11 أكتوبر 2023"],
)
LANGUAGES = (EN, FR, ES, AR)

# Where a title stands beside its hours.
ITEMS = (
    "{t} {x}",
    "{t}: {x}",
    "{t} | {x}",
    "{t}\n\n{x}",
    "{t}\n{x}",
    "{x} ({t})",
    "• {t} {x}",
    "- {t} {x}",
    "{x}\n\n{t}",
)
ENTRIES = ("labels", "numbered", "title over", "title under", "bars")


@dataclass(frozen=True)
class Expected:
    """One item as it must be read: title, day, hours and the names of its people."""

    title: str
    date: str
    start: str
    end: str
    people: tuple[str, ...] = ()


def _clock(language: Language, form: str, begin: str, end: str) -> str:
    hours = [tuple(map(int, clock.split(":"))) for clock in (begin, end)]
    figures = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    return form.format(
        begin,
        end,
        h=[f"{hour:02}h{minute:02}" for hour, minute in hours],
        dots=[f"{hour}.{minute:02}" for hour, minute in hours],
        noon=[f"{(hour - 1) % 12 + 1}:{minute:02} {'a' if hour < 12 else 'p'}.m." for hour, minute in hours],
        arabic=[clock.translate(figures) for clock in (begin, end)],
    )


def items_of(language: Language, hours: str, *, people: bool) -> list[list[tuple[str, Expected]]]:
    """The items of each day: their hours as printed, and what must be read."""
    names = tuple(name for name, _post, _body in language.people) if people else ()
    return [
        [
            (_clock(language, hours, *clock), Expected(title, day, *clock, people=names if ":" in title else ()))
            for title, clock in zip(titles, clocks, strict=True)
        ]
        for day, titles, clocks in zip(DAYS, language.titles, _HOURS, strict=True)
    ]


def _person(language: Language, person: tuple[str, str, str]) -> str:
    return ("، " if language is AR else ", ").join(person)


def text_programme(
    language: Language, place: str, heading: tuple[str, str], hours: str, item: str, *, people: bool
) -> tuple[bytes, list[Expected]]:
    """A text capture; ``place`` is the line of the event's date."""
    lines = [f"URL: {ADDRESS}", language.title, place]
    expected: list[Expected] = []
    for head, items in zip(heading, items_of(language, hours, people=people), strict=True):
        lines.append(head)
        for clock, one in items:
            lines.append(item.format(t=clock, x=one.title))
            lines += [f"• {_person(language, person)}" for person in language.people if one.people]
            expected.append(one)
    return "\n\n".join(lines).encode(), expected


Days = Sequence[tuple[str, Sequence[tuple[str, Expected]]]]


def _people(language: Language, one: Expected, tag: str) -> str:
    named = language.people if one.people else ()
    return "".join(f"<{tag}>{escape(_person(language, person))}</{tag}>" for person in named)


def _lines(language: Language, one: Expected) -> str:
    named = language.people if one.people else ()
    return "".join(f"<br>{escape(_person(language, person))}" for person in named)


def _table(language: Language, days: Days) -> str:
    head = "".join(f"<th>{name}</th>" for name in language.columns[:2])
    return "".join(
        f"<h3>{day}</h3><table><tr>{head}</tr>"
        + "".join(
            f"<tr><td>{hours}</td><td><strong>{escape(one.title)}</strong><ul>{_people(language, one, 'li')}</ul></td></tr>"
            for hours, one in items
        )
        + "</table>"
        for day, items in days
    )


def _table_of_days(language: Language, days: Days) -> str:
    return (
        "<table>"
        + "".join(
            f"<tr><td colspan=2><strong>{day}</strong></td></tr>"
            + "".join(
                f"<tr><td>{hours}</td><td>{escape(one.title)}{_lines(language, one)}</td></tr>" for hours, one in items
            )
            for day, items in days
        )
        + "</table>"
    )


def _table_of_three_columns(language: Language, days: Days) -> str:
    head = "".join(f"<td>{name}</td>" for name in language.columns)
    return "".join(
        f"<h3>{day}</h3><table><tr>{head}</tr>"
        + "".join(
            f"<tr><td>{hours}</td><td>{escape(one.title)}</td><td>{_people(language, one, 'p')}</td></tr>"
            for hours, one in items
        )
        + "</table>"
        for day, items in days
    )


def _list(language: Language, days: Days) -> str:
    return "".join(
        f"<h3>{day}</h3><ul>"
        + "".join(
            f"<li><b>{hours}</b> {escape(one.title)}<ul>{_people(language, one, 'li')}</ul></li>"
            for hours, one in items
        )
        + "</ul>"
        for day, items in days
    )


def _lines_in_paragraphs(language: Language, days: Days) -> str:
    return "".join(
        f"<p><b>{day}</b></p>"
        + "".join(f"<p><b>{hours}</b><br>{escape(one.title)}{_lines(language, one)}</p>" for hours, one in items)
        for day, items in days
    )


def _one_paragraph(language: Language, days: Days) -> str:
    return "".join(
        f"<p><u>{day}</u>"
        + "".join(f"<br>{hours} {escape(one.title)}{_lines(language, one)}" for hours, one in items)
        + "</p>"
        for day, items in days
    )


def _definitions(language: Language, days: Days) -> str:
    return "".join(
        f"<h3>{day}</h3><dl>"
        + "".join(f"<dt>{hours}</dt><dd>{escape(one.title)}{_lines(language, one)}</dd>" for hours, one in items)
        + "</dl>"
        for day, items in days
    )


def _paragraphs(language: Language, items: Sequence[tuple[str, Expected]]) -> str:
    return "".join(f"<p><b>{hours}</b> {escape(one.title)}</p>{_people(language, one, 'p')}" for hours, one in items)


def _accordion(language: Language, days: Days) -> str:
    return "".join(f"<details><summary>{day}</summary>{_paragraphs(language, items)}</details>" for day, items in days)


def _tabs(language: Language, days: Days) -> str:
    tabs = "".join(f"<li><a href='#t{n}' data-bs-toggle=tab>{day}</a></li>" for n, (day, _items) in enumerate(days))
    panes = "".join(
        f"<div class=tab-pane id=t{n}>{_paragraphs(language, items)}</div>" for n, (_day, items) in enumerate(days)
    )
    return f"<ul class='nav nav-tabs'>{tabs}</ul><div class=tab-content>{panes}</div>"


def _headings_with_hours(language: Language, days: Days) -> str:
    return "".join(
        f"<h2>{day}</h2>"
        + "".join(
            f"<h4>{hours} {escape(one.title)}</h4><ul>{_people(language, one, 'li')}</ul>" for hours, one in items
        )
        for day, items in days
    )


def _headings_over_hours(language: Language, days: Days) -> str:
    return "".join(
        f"<h2>{day}</h2>"
        + "".join(
            f"<h4>{escape(one.title)}</h4><p>{hours}</p><ul>{_people(language, one, 'li')}</ul>" for hours, one in items
        )
        for day, items in days
    )


def _divisions(language: Language, days: Days) -> str:
    return "".join(
        f"<div><div>{day}</div>"
        + "".join(
            f"<div><div>{hours}</div><div><div>{escape(one.title)}</div>{_people(language, one, 'div')}</div></div>"
            for hours, one in items
        )
        + "</div>"
        for day, items in days
    )


def _fields(language: Language, days: Days) -> str:
    def field(name: str, inner: str) -> str:
        return f"<div class='field field--name-field-{name}'>{inner}</div>"

    return "".join(
        field("day", day)
        + "".join(
            field("time", hours) + field("title", escape(one.title)) + field("text", _people(language, one, "p"))
            for hours, one in items
        )
        for day, items in days
    )


MARKUP: dict[str, Callable[[Language, Days], str]] = {
    "table": _table,
    "table of days": _table_of_days,
    "table of three columns": _table_of_three_columns,
    "list": _list,
    "lines in paragraphs": _lines_in_paragraphs,
    "one paragraph": _one_paragraph,
    "definitions": _definitions,
    "accordion": _accordion,
    "tabs": _tabs,
    "headings with hours": _headings_with_hours,
    "headings over hours": _headings_over_hours,
    "divisions": _divisions,
    "fields": _fields,
}


def html_programme(
    language: Language, place: str, heading: tuple[str, str], hours: str, markup: str, *, people: bool
) -> tuple[bytes, list[Expected]]:
    """An HTML page whose programme is in a form of `MARKUP`."""
    days = list(zip(heading, items_of(language, hours, people=people), strict=True))
    body = f"<p>{escape(place)}</p>" + MARKUP[markup](language, days)
    page = f"<html lang={language.code}><head><link rel=canonical href={ADDRESS}></head><body><main><h1>{escape(language.title)}</h1><div class=field--name-body>{body}</div></main></body></html>"
    return page.encode(), [one for _head, items in days for _clock, one in items]


def side_event_list(
    language: Language, hours: str, form: str, *, room: bool, bodies: bool
) -> tuple[bytes, list[Expected]]:
    """A text capture of a list of side events, a day each, in a form of `ENTRIES`."""
    date, time, venue, organizers = language.labels
    expected = [
        Expected(title, day, "13:15", "14:30")
        for title, day in zip((language.titles[0][2], language.titles[1][0]), DAYS, strict=True)
    ]
    clock = _clock(language, hours, "13:15", "14:30")
    lines = [f"URL: {ADDRESS}", language.side_events]
    for number, (one, day) in enumerate(zip(expected, language.entries, strict=True), start=1):
        place, bar = ([f"{venue}: {language.room}"], f" | {language.room}") if room else ([], "")
        lines += {
            "labels": [one.title, f"{date}: {day}", f"{time}: {clock}", *place],
            "numbered": [f"{number}. {one.title}", f"{date}: {day}", f"{time}: {clock}", *place],
            "title over": [one.title, f"{day}, {clock}{bar}"],
            "title under": [f"{day} | {clock}{bar}", one.title],
            "bars": [day, f"{clock} | {one.title}{bar}"],
        }[form]
        if bodies:
            lines.append(f"{organizers}: " + ("، " if language is AR else ", ").join(language.bodies))
    return "\n\n".join(lines).encode(), expected
