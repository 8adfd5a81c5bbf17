"""Generated pages of 80 to 120 kB: heavy menus round an agenda of ten sessions, as a theme of Drupal 10 prints them.

``page(n)`` depends on ``n`` alone. Every third page holds its agenda in an accordion, every third in a table, every third
in tabs with definition lists; the words are this project's own.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from random import Random

ORIGIN = "https://www.example.int"
_WORDS = (
    "ferry harbour lantern orchard ledger compass valley bridge river market clinic teacher sailor permit border pathway"
    " shelter season harvest village council charter measure record figure letter window garden engine signal census"
    " welcome return journey partner member state region climate labour health family youth women city data fund report"
    " policy dialogue practice support rights protection access service training skill language school water land work"
    " people crossing arrival departure registration consular diaspora remittance mobility resilience recovery response"
).split()
_SMALL = "the of and to in for with on from by as at that which into between among over under after before".split()
_GIVEN = "Amina Björn Chipo Dalia Emeka Farida Goran Hawa Ines Jorge Kemal Leila Marta Nuno Olga Paolo Rosa Samir Tariq Yuki".split()
_FAMILY = "Abdi Brandt Chikwanha Duarte Eriksen Fofana Girma Haddad Ionescu Jovanović Kamau Larsen Mbacké Nkemelu Ortiz".split()
_POSTS = "Director|Minister of Labour|Chief of Mission|Permanent Representative|Programme Manager|Senior Adviser".split(
    "|"
)
_BODIES = "IOM|Ministry of Interior, Kenya|University of the Strait|Harbour Workers’ Union|City of Lisbon|UNHCR".split(
    "|"
)


def _phrase(random: Random, least: int, most: int) -> str:
    words = []
    for _ in range(random.randint(least, most)):
        words.append(random.choice(_WORDS if not words or random.random() < 0.6 else _SMALL))
    return " ".join(words)


def _sentence(random: Random) -> str:
    return _phrase(random, 9, 26).capitalize() + "."


def _paragraph(random: Random) -> str:
    return " ".join(_sentence(random) for _ in range(random.randint(2, 5)))


def _title(random: Random, least: int = 3, most: int = 8) -> str:
    return _phrase(random, least, most).title()


def _person(random: Random) -> str:
    return (
        f"{random.choice(('Mr.', 'Ms.', 'H.E. Ms.', 'Dr.', ''))} {random.choice(_GIVEN)} {random.choice(_FAMILY)},"
        f" {random.choice(_POSTS)}, {random.choice(_BODIES)}"
    ).strip()


@cache
def _menus() -> tuple[str, str]:
    """Header and footer, the same on every page."""
    random = Random("menus")
    entries = []
    for top in range(7):
        links = "".join(
            f'\n<li class="mega__item mega__item--level-2 menu-item"><a href="/{top}/{entry}" class="mega__link"'
            f' data-drupal-link-system-path="node/{random.randint(10, 99999)}">{_title(random, 1, 3)}</a></li>'
            for entry in range(22)
        )
        entries.append(
            f'\n<li class="mega__item mega__item--level-1 has-children"><a href="/{top}" aria-expanded="false">{_title(random, 1, 2)}</a>'
            f'<div class="mega__panel"><p class="mega__intro">{_sentence(random)}</p><ul class="mega__list">{links}</ul></div></li>'
        )
    countries = "".join(
        f'\n<div class="views-row"><span class="field-content"><a href="/countries/{number}" hreflang="en">{_title(random, 1, 2)}</a></span></div>'
        for number in range(170)
    )
    sprites = "".join(
        f'<symbol id="icon-{number}" viewBox="0 0 24 24"><path d="M{" ".join(f"{random.uniform(0, 24):.2f}" for _ in range(24))}z"/></symbol>'
        for number in range(20)
    )
    header = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="visually-hidden" aria-hidden="true">{sprites}</svg>'
        f'<header class="site-header" role="banner"><nav role="navigation" class="mega"><ul>{"".join(entries)}</ul></nav>'
        f'<div class="views-element-container block-countries">{countries}</div></header>'
    )
    footer = (
        f'<footer class="site-footer" role="contentinfo"><ul>{"".join(f"<li><a href=/f/{n}>{_title(random, 1, 3)}</a></li>" for n in range(60))}</ul>'
        "<p>© 2025 Example Organization. All rights reserved.</p></footer>"
    )
    return header, footer


def _sessions(random: Random) -> list[tuple[str, str, list[str]]]:
    """Ten sessions of two days: time, title, speakers."""
    sessions = []
    for number in range(10):
        hour = 9 + number % 5 * 2
        time = f"{hour:02d}:00 – {hour + 1:02d}:30"
        title = f"Panel {number + 1}: {_title(random)}" if number % 5 else "Opening remarks"
        sessions.append((time, title, [_person(random) for _ in range(random.randint(2, 5))]))
    return sessions


def _items(random: Random, people: list[str]) -> str:
    return "".join(
        f'<li>{escape(person)} (<a href="/sites/files/idm/{random.randint(1, 999)}.pdf">Remarks</a>)</li>'
        for person in people
    )


def _accordion(random: Random, year: int) -> str:
    out = []
    for day, sessions in enumerate((_sessions(random)[:5], _sessions(random)[5:])):
        body = "".join(
            f"<p><strong>{time} </strong><strong>{escape(title)}</strong></p><p>Moderator: {escape(people[0])}</p><ul>{_items(random, people[1:])}</ul>"
            for time, title, people in sessions
        )
        out.append(
            f'<div class="field__item"><div class="paragraph paragraph--type--accordion-item accordion-item"><h2 class="accordion-header">'
            f'<button class="accordion-button" type="button" data-bs-toggle="collapse" data-bs-target="#c{day}">Day {day + 1} – {20 + day} May {year}</button></h2>'
            f'<div id="c{day}" class="accordion-collapse collapse"><div class="accordion-body"><div class="field field--name-field-text">{body}</div></div></div></div></div>'
        )
    return f'<div class="field field--name-field-accordion-item field__items">{"".join(out)}</div>'


def _table(random: Random, year: int) -> str:
    rows = ["<tr><th>Time</th><th>Session</th></tr>"]
    for number, (time, title, people) in enumerate(_sessions(random)):
        if number % 5 == 0:
            rows.append(f'<tr><td colspan="2"><strong>{20 + number // 5} May {year}</strong></td></tr>')
        rows.append(
            f"<tr><td>{time}</td><td><p><strong>{escape(title)}</strong></p><p>Moderator: {escape(people[0])}</p><ul>{_items(random, people[1:])}</ul></td></tr>"
        )
    return f'<div class="table-responsive"><table class="table"><tbody>{"".join(rows)}</tbody></table></div>'


def _tabs(random: Random, year: int) -> str:
    tabs = "".join(
        f'<li class="nav-item"><a class="nav-link" data-bs-toggle="tab" href="#d{day}" role="tab">{20 + day} May {year}</a></li>'
        for day in range(2)
    )
    sessions = _sessions(random)
    panels = "".join(
        f'<div class="tab-pane" role="tabpanel" id="d{day}"><dl>'
        + "".join(
            f"<dt>{time}</dt><dd><strong>{escape(title)}</strong><br>{'<br>'.join(map(escape, people))}</dd>"
            for time, title, people in sessions[5 * day : 5 * day + 5]
        )
        + "</dl></div>"
        for day in range(2)
    )
    return f'<ul class="nav nav-tabs" role="tablist">{tabs}</ul><div class="tab-content">{panels}</div>'


def page(number: int) -> bytes:
    """One page, UTF-8."""
    random = Random(number)
    header, footer = _menus()
    title, year = _title(random, 5, 10), 2014 + number % 12
    address = f"{ORIGIN}/{title.lower().replace(' ', '-')}-{year}"
    agenda = (_accordion, _table, _tabs)[number % 3](random, year)
    prose = "".join(f"<p>{escape(_paragraph(random))}</p>" for _ in range(random.randint(3, 9)))
    related = "".join(
        f'<div class="views-row"><div class="card"><a href="/news/{n}"><img alt="" loading="lazy" src="/sites/files/styles/teaser/{random.getrandbits(64):x}.jpg"></a>'
        f'<div class="article-detail"><div class="tag">News Global</div><h5 class="title"><a href="/news/{n}">{_title(random)}</a></h5>'
        f'<div class="date">{random.randint(1, 28)} May 2025</div></div></div></div>'
        for n in range(random.randint(6, 16))
    )
    settings = {
        "path": {"currentPath": f"node/{1000 + number}", "currentLanguage": "en"},
        "libraries": "".join(random.choices("abcdefghijklmnopqrstuvwxyz/,._", k=9_000)),
        "mapbox": [
            {"id": f"adm{n}", "c": [random.random(), random.random()], "t": random.choice(_WORDS)} for n in range(120)
        ],
    }
    styles = "".join(
        f".u-{random.getrandbits(24):06x}{{margin:{random.randint(1, 40)}px;background-position:-{random.randint(1, 900)}px}}\n"
        for _ in range(120)
    )
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8">
<title>{escape(title)} {year} | Example Organization</title>
<link rel="canonical" href="{address}"><link rel="shortlink" href="{ORIGIN}/node/{1000 + number}">
<meta property="og:title" content="{escape(title)} {year}"><meta property="og:url" content="{address}">
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">
<link rel="alternate" hreflang="en" href="{address}"><link rel="alternate" hreflang="fr" href="{ORIGIN}/fr/node/{1000 + number}">
{"".join(f'<link rel="stylesheet" media="all" href="/css/css_{random.getrandbits(160):x}.css">' for _ in range(8))}<style>{styles}</style></head>
<body class="path-node page-node-type-event"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>{header}
<main role="main"><a id="main-content" tabindex="-1"></a><nav class="breadcrumb" aria-label="breadcrumb"><ol><li><a href="/">Home</a></li><li>{escape(title)}</li></ol></nav>
<div class="region region-content"><article data-history-node-id="{1000 + number}" class="node node--type-event node--view-mode-full">
<h1><span class="field field--name-title">{escape(title)} {year}</span></h1>
<ul class="event-meta"><li class="field field--name-field-date"><div class="field__label">Date</div><div class="field__item"><time datetime="{year}-05-20T12:00:00Z">20 May {year}</time> - <time datetime="{year}-05-21T12:00:00Z">21 May {year}</time></div></li>
<li class="field field--name-field-location"><div class="field__label">Location</div><div class="field__item">Geneva, Switzerland</div></li></ul>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{prose}</div>
{agenda}</article></div>
<aside class="region region-sidebar-second"><h2>Related items</h2><div class="view view-related-content"><div class="view-content">{related}</div></div></aside></main>
{footer}</div><script type="application/json" data-drupal-selector="drupal-settings-json">{json.dumps(settings)}</script></body></html>""".encode()


@cache
def pages(count: int = 40) -> tuple[bytes, ...]:
    """The first ``count`` pages."""
    return tuple(page(number) for number in range(count))
