"""What the stand-in site says: press releases, events with agendas, speeches, in three languages, all invented.

`make_pages` is deterministic: the same seed gives the same pages on any machine. Names of people, towns and events are
made up; nothing is copied from a real page.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

Kind = Literal["press_release", "event", "speech", "page"]
LANGUAGES = ("en", "fr", "es")
START = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)  # the stand-in's first morning

_TOWNS = ["Geneva", "Nairobi", "Dakar", "Quito", "Tunis", "Manila", "Beira", "Tapachula", "Amman", "Almaty", "Valletta"]
_THEMES = {
    "en": [
        "fair recruitment",
        "migration data",
        "safe return",
        "diaspora savings",
        "border health",
        "climate mobility",
    ],
    "fr": ["le recrutement équitable", "les données migratoires", "le retour sûr", "l’épargne de la diaspora"],
    "es": ["la contratación justa", "los datos migratorios", "el retorno seguro", "el ahorro de la diáspora"],
}
_ACTS = {
    "en": ["opens", "reviews", "takes stock of", "agrees on", "calls for", "reports on", "trains officials in"],
    "fr": ["ouvre une réunion sur", "fait le point sur", "appelle à", "forme des agents à"],
    "es": ["abre una reunión sobre", "pasa revista a", "pide", "capacita a funcionarios en"],
}
_SENTENCES = {
    "en": [
        "Delegates from {a} states compared what works and what does not.",
        "Some {b} households took part, most of them in rural districts.",
        "A desk in {town} will answer questions until the end of the season.",
        "The figures were gathered over {a} months and are open to all.",
        "Two thirds of those asked said that they would rather stay near home.",
        "Officials from {town} and {town2} will meet again in spring.",
    ],
    "fr": [
        "Des délégués de {a} États ont comparé leurs expériences.",
        "Quelque {b} ménages y ont pris part, surtout à la campagne.",
        "Un bureau à {town} répondra aux questions jusqu’à la fin de la saison.",
        "Les chiffres ont été réunis en {a} mois et sont ouverts à tous.",
    ],
    "es": [
        "Delegados de {a} Estados compararon sus experiencias.",
        "Unos {b} hogares participaron, la mayoría en zonas rurales.",
        "Una oficina en {town} responderá preguntas hasta el fin de la temporada.",
        "Las cifras se reunieron en {a} meses y están abiertas a todos.",
    ],
}
_FIRST = ["Amina", "Jorge", "Mei", "Lucía", "Kwame", "Ingrid", "Farid", "Oksana", "Tomás", "Adaeze", "Ravi", "Hélène"]
_LAST = ["Okafor", "Benali", "Lindqvist", "Morales", "Castillo", "Haddad", "Tanaka", "Ferreira", "Nowak", "Diop", "Roy"]
_POSTS = ["Director of Migration", "Minister of Labour", "Head of Research", "Permanent Representative", "Coordinator"]
_BODIES = ["Ministry of the Interior", "Mayors Forum", "University of Lomar", "Red Lantern Trust", "IOM"]


@dataclass(frozen=True)
class Page:
    """One page of the stand-in. ``path`` is its alias, ``body`` its HTML inside the content field."""

    host: str
    path: str
    node_id: int
    language: str
    kind: Kind
    title: str
    body: str
    created: datetime
    changed: datetime
    fields: dict[str, str] = field(default_factory=dict)  # event fields: date, location
    links: tuple[str, ...] = ()  # further links in the content

    def edited(self, addition: str, at: datetime) -> Page:
        """The page with one more paragraph, changed at that moment."""
        return replace(self, body=f"{self.body}<p>{addition}</p>", changed=at)


def make_pages(count: int, seed: int = 7, *, host: str = "www.iom.int", now: datetime = START) -> list[Page]:
    """``count`` pages, newest first: three press releases to one event, a speech now and then, twins in fr and es."""
    dice = random.Random(seed)
    pages: list[Page] = []
    number = 0
    while len(pages) < count:
        number += 1
        node_id = 200_000 - number
        created = now - timedelta(hours=31 * number)
        kind: Kind = "event" if number % 4 == 0 else "speech" if number % 25 == 0 else "press_release"
        for language in _languages(number):
            if len(pages) < count:
                pages.append(_page(dice, host, node_id, number, kind, language, created))
    return pages


def _languages(number: int) -> tuple[str, ...]:
    return LANGUAGES if number % 10 == 0 else ("en", "fr") if number % 7 == 0 else ("en",)


def _page(
    dice: random.Random, host: str, node_id: int, number: int, kind: Kind, language: str, created: datetime
) -> Page:
    town, theme = dice.choice(_TOWNS), dice.choice(_THEMES[language])
    title = (
        f"IOM {dice.choice(_ACTS[language])} {theme} {number}"
        if kind != "event"
        else _event_title(language, theme, number)
    )
    prefix = "" if language == "en" else f"/{language}"
    folder = {"press_release": "/news", "event": "/events", "speech": "/speeches", "page": ""}[kind]
    slug = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in title.lower()).split())
    body, fields = (_agenda(dice, number, created) if kind == "event" else "", {})
    if kind == "event":
        day = created.date() + timedelta(days=20)
        fields = {"Date": f"{day:%d %B %Y}", "Location": town, "datetime": f"{day}T12:00:00Z"}
    lead = f"<p>{town} – {_sentences(dice, language, 3)}</p>" if kind == "press_release" else ""
    prose = "".join(f"<p>{_sentences(dice, language, 4)}</p>" for _ in range(3))
    quote = f"<p>“{_sentences(dice, language, 1)}” said {_person(dice)}.</p>" if kind == "press_release" else ""
    return Page(
        host=host,
        path=f"{prefix}{folder}/{slug}",
        node_id=node_id,
        language=language,
        kind=kind,
        title=title,
        body=lead + prose + quote + body,
        created=created,
        changed=created,
        fields=fields,
    )


def _event_title(language: str, theme: str, number: int) -> str:
    return {
        "en": f"Dialogue {number} on {theme}",
        "fr": f"Dialogue {number} sur {theme}",
        "es": f"Diálogo {number} sobre {theme}",
    }[language]


def _sentences(dice: random.Random, language: str, count: int) -> str:
    chosen = dice.sample(_SENTENCES[language], min(count, len(_SENTENCES[language])))
    return " ".join(
        sentence.format(a=dice.randint(3, 60), b=dice.randint(100, 9000), town=dice.choice(_TOWNS), town2="Lomar")
        for sentence in chosen
    )


def _person(dice: random.Random) -> str:
    return f"{dice.choice(_FIRST)} {dice.choice(_LAST)}, {dice.choice(_POSTS)}, {dice.choice(_BODIES)}"


def _agenda(dice: random.Random, number: int, created: datetime) -> str:
    """An agenda in one of four shapes: list, table, accordion, tabs."""
    day = created.date() + timedelta(days=20)
    items = []
    for index in range(4):
        start, end = f"{9 + 2 * index:02d}:00", f"{10 + 2 * index:02d}:30"
        people = [_person(dice) for _ in range(2)]
        items.append((start, end, f"Panel {index + 1}: question {number}.{index + 1}", people))
    heading = f"Day 1 – {day.day} {day:%B %Y}"
    shape = number // 4 % 4
    if shape == 1:
        rows = "".join(
            f"<tr><td>{start} – {end}</td><td><strong>{title}</strong><br>{'<br>'.join(people)}</td></tr>"
            for start, end, title, people in items
        )
        return f"<h3>{heading}</h3><table><tbody>{rows}</tbody></table>"
    panels = "".join(
        f"<p><strong>{start} – {end} {title}</strong></p><ul>{''.join(f'<li>{p}</li>' for p in people)}</ul>"
        for start, end, title, people in items
    )
    if shape == 2:
        return (
            '<div class="field field--name-field-accordion-item field__items"><div class="field__item">'
            '<div class="paragraph paragraph--type--accordion-item">'
            f'<button class="accordion-button" data-bs-target="#c1">{heading}</button>'
            f'<div id="c1" class="accordion-collapse collapse">{panels}</div></div></div></div>'
        )
    if shape == 3:
        return (
            '<ul class="nav nav-tabs" role="tablist"><li><a data-bs-toggle="tab" href="#d1" aria-controls="d1">'
            f'{heading}</a></li></ul><div class="tab-content"><div role="tabpanel" id="d1" class="tab-pane">'
            f"{panels}</div></div>"
        )
    return f"<h3>{heading}</h3>{panels}"
