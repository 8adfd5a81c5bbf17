"""Generated pages of 80 to 120 kB: heavy menus round an agenda of ten sessions, as a theme of Drupal 10 prints them.

A mega menu of three levels, two lists of countries (wide and narrow screens), 4 to 30 related teasers and a page's usual
settings and icons stand round 4 to 8 kB of prose that names people, days and places, and the agenda with its thirty-odd
people. ``page(n)`` depends on ``n`` alone. Every third page holds its agenda in an accordion, every third in a table, every
third in tabs with definition lists; the words are this project's own. Names, posts and bodies are put together from
parts, thousands of each, so that few come back on another page.
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
_COMMON = (
    "many several years first both half three early late new wide small long clear open common local public own same next"
    " groups days weeks visits rooms words tables notes lists maps hands roads stories questions answers ideas lessons steps"
    " took gave made met found shared showed asked told brought kept grew built opened moved changed learned wrote agreed"
    " planned began together again already often still also while where when then there here each every other most some"
    " more less than about around along against during within without toward since until because though although however"
).split()
_SMALL = "the of and to in for with on from by as at that which into between among over under after before".split()
_GIVEN = (
    "Amina Björn Chipo Dalia Emeka Farida Goran Hawa Ines Jorge Kemal Leila Marta Nuno Olga Paolo Rosa Samir Tariq Yuki"
    " Adaeze Bénédicte Carlos Dmytro Elena Fatou Guðrún Hussein Ingrid Joaquín Khadija Lucía Mehmet Noor Ousmane Priya"
    " Quentin Rania Sofía Thandiwe Uchenna Valérie Wanjiru Ximena Yasmin Zoltán"
).split()
_SYLLABLES = (
    "ba ben da del fo ga gor ha ka kam la lin ma mbe mo na ndi no or pa ra ri ro sa sen ta to va ve wa zi".split()
)
_ENDS = "n r s ski t va wa dze ez i in itz ngo o ová sen šić ye".split()
_RANKS = (
    "Director|Deputy Director|Head|Chief|Programme Manager|Senior Adviser|Coordinator|Policy Officer|Team Leader"
    "|Minister of Labour|Minister of Foreign Affairs|Permanent Representative|Chief of Mission|Ambassador|Professor"
).split("|")
_KINDS = (
    "Ministry of {}, {place}|University of {place}|Institute for {}|{} Network|Centre for {} and {}|City of {place}"
    "|Department of {}, {place}|{} Foundation|Office for {}|IOM|UNHCR|ILO|Permanent Mission of {place}"
).split("|")
_PLACES = (
    "Kenya|Bangladesh|Colombia|Ghana|Morocco|the Philippines|Portugal|Ukraine|Ecuador|Nepal|Senegal|Türkiye|Viet Nam"
    "|Costa Rica|Ethiopia|Jordan|Moldova|Niger|Peru|Sri Lanka|Tunisia|Zambia"
).split("|")
_CITIES = (
    "Nairobi, Kenya|Dhaka|Bogotá, Colombia|Accra|Rabat|Manila|Lisbon|Kyiv|Quito|Kathmandu|Dakar|Ankara|Geneva".split(
        "|"
    )
)
_MONTHS = "January February March April May June July August September October November December".split()


def _phrase(random: Random, least: int, most: int) -> str:
    words = []
    for _ in range(random.randint(least, most)):
        words.append(random.choice(random.choices((_WORDS, _COMMON, _SMALL), (2, 4, 4))[0]))
    return " ".join(words)


def _sentence(random: Random) -> str:
    return _phrase(random, 9, 26).capitalize() + "."


def _paragraph(random: Random) -> str:
    """Three to six sentences, a third of them with names."""
    return " ".join((_news if random.random() < 0.33 else _sentence)(random) for _ in range(random.randint(3, 6)))


def _title(random: Random, least: int = 3, most: int = 8) -> str:
    return f"{random.choice(_WORDS)} {_phrase(random, least - 1, most - 1)}".strip().title()


def _name(random: Random) -> str:
    family = "".join(random.choices(_SYLLABLES, k=random.randint(1, 3))) + random.choice(_ENDS)
    return f"{random.choice(_GIVEN)} {family.capitalize()}"


def _post(random: Random) -> str:
    rank = random.choice(_RANKS)
    return rank if " of " in rank or random.random() < 0.4 else f"{rank}, {_title(random, 1, 2)}"


def _body(random: Random) -> str:
    kind = random.choice(_KINDS)
    return kind.format(*(random.choice(_WORDS).title() for _ in range(2)), place=random.choice(_PLACES))


def _person(random: Random) -> str:
    title = random.choice(("Mr. ", "Ms. ", "H.E. Ms. ", "Dr. ", ""))
    return f"{title}{_name(random)}, {_post(random)}, {_body(random)}"


def _news(random: Random) -> str:
    """A sentence that names a person, a day or a place."""
    day = f"{random.randint(1, 28)} {random.choice(_MONTHS)} {random.randint(2012, 2025)}"
    return random.choice(
        (
            f"“{_sentence(random)[:-1]},” said {_name(random)}, {_post(random)} at {_body(random)}.",
            f"The meeting in {random.choice(_CITIES)} on {day} {_phrase(random, 6, 14)}.",
            f"Since {day}, {_body(random)} and {_body(random)} {_phrase(random, 5, 12)}.",
            f"{_name(random)} of {_body(random)} spoke of {_phrase(random, 6, 12)}.",
        )
    )


def _menu(random: Random, level: int, name: str) -> str:
    """One list of the mega menu with the lists below it."""
    items = []
    for number in range((6, random.randint(2, 5), random.randint(1, 4))[level - 1]):
        below = _menu(random, level + 1, f"{name}-{number}") if level < 3 else ""
        items.append(
            f'\n<li class="mega__item mega__item--level-{level} menu-item menu-item--{"expanded" if below else "leaf"}">'
            f'<a href="/{name}/{number}" class="mega__link" data-drupal-link-system-path="node/{random.randint(10, 99999)}"'
            f' aria-controls="{name}-{number}">{_title(random, 1, 3)}</a>{below}</li>'
        )
    return f'\n<ul class="mega mega--level-{level}" id="{name}">{"".join(items)}</ul>'


def _countries(kind: str) -> str:
    random = Random("countries")
    return "".join(
        f'\n<div class="views-row"><div class="{kind}__country"><span class="field-content">'
        f'<a href="/countries/{number}" hreflang="en">{_title(random, 1, 2)}</a></span></div></div>'
        for number in range(170)
    )


@cache
def _menus() -> tuple[str, str]:
    """Header and footer, the same on every page."""
    random = Random("menus")
    sprites = "".join(
        f'<symbol id="icon-{number}" viewBox="0 0 24 24"><path d="M{" ".join(f"{random.uniform(0, 24):.2f}" for _ in range(24))}z"/></symbol>'
        for number in range(20)
    )
    header = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="visually-hidden" aria-hidden="true">{sprites}</svg>'
        f'<header class="site-header" role="banner"><nav role="navigation" class="menu--main">{_menu(random, 1, "m")}</nav>'
        f'<div class="views-element-container block-countries">{_countries("mega")}</div>'
        f'<nav class="mobile-nav d-lg-none">{_countries("mobile")}</nav></header>'
    )
    footer = (
        f'<footer class="site-footer" role="contentinfo"><nav class="menu--footer">{_menu(random, 2, "f")}</nav>'
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


def _teaser(random: Random) -> str:
    picture = f"/sites/files/styles/teaser/public/{random.getrandbits(64):x}"
    return (
        f'\n<div class="views-row"><article class="node node--type-news node--view-mode-teaser card"><picture>'
        f'<source srcset="{picture}.webp?itok={random.getrandbits(32):x} 1x"><img loading="lazy" width="480" height="320"'
        f' src="{picture}.jpg" alt="{_title(random)}"></picture><div class="tag">News Global</div>'
        f'<h5 class="title"><a href="/news/{random.randint(1, 99999)}" rel="bookmark"><span class="field field--name-title">'
        f'{_title(random, 5, 12)}</span></a></h5><div class="date">{random.randint(1, 28)} May 2025</div></article></div>'
    )


def page(number: int) -> bytes:
    """One page, UTF-8."""
    random = Random(number)
    header, footer = _menus()
    title, year = _title(random, 5, 10), 2014 + number % 12
    address = f"{ORIGIN}/{title.lower().replace(' ', '-')}-{year}"
    agenda = (_accordion, _table, _tabs)[number % 3](random, year)
    prose = "".join(f"<p>{escape(_paragraph(random), quote=False)}</p>" for _ in range(random.randint(5, 9)))
    related = "".join(_teaser(random) for _ in range(random.randint(4, 30)))
    settings = {
        "path": {"baseUrl": "/", "currentPath": f"node/{1000 + number}", "isFront": False, "currentLanguage": "en"},
        "ajaxPageState": {
            "libraries": "".join(random.choices("abcdefghijklmnopqrstuvwxyz/,._", k=2_500)),
            "theme": "un",
        },
        "eu_cookie_compliance": {"popup_html_info": f"<div>{_paragraph(random)}</div>"},
        "user": {"uid": 0, "permissionsHash": f"{random.getrandbits(256):064x}"},
    }
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8">
<title>{escape(title)} {year} | Example Organization</title>
<link rel="canonical" href="{address}"><link rel="shortlink" href="{ORIGIN}/node/{1000 + number}">
<meta property="og:title" content="{escape(title)} {year}"><meta property="og:url" content="{address}">
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">
<link rel="alternate" hreflang="en" href="{address}"><link rel="alternate" hreflang="fr" href="{ORIGIN}/fr/node/{1000 + number}">
{"".join(f'<link rel="stylesheet" media="all" href="/css/css_{random.getrandbits(160):x}.css">' for _ in range(8))}</head>
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


def release(number: int) -> bytes:
    """One press release, UTF-8: a headline, a day and 4 to 9 paragraphs, two of which name somebody, in the same menus."""
    random = Random(f"release {number}")
    header, footer = _menus()
    title, day = _title(random, 6, 12), f"{2014 + number % 12}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    kinds = [_news, _news, *(_sentence for _ in range(random.randint(2, 7)))]
    prose = "".join(f"<p>{escape(kind(random), quote=False)} {escape(_sentence(random))}</p>" for kind in kinds)
    related = "".join(_teaser(random) for _ in range(random.randint(4, 12)))
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>{escape(title)} | Example Organization</title>
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><meta property="article:published_time" content="{day}T09:00:00Z">
</head><body class="path-node page-node-type-press-release"><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>{header}
<main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content">
<article data-history-node-id="{1_000_000 + number}" class="node node--type-press-release node--view-mode-full">
<h1><span class="field field--name-title">{escape(title)}</span></h1><time datetime="{day}T09:00:00Z">{day}</time>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item"><p>{random.choice(_CITIES)} – {escape(_sentence(random))}</p>{prose}</div>
</article></div><aside class="region region-sidebar-second"><h2>Related items</h2><div class="view view-related-content">{related}</div></aside></main>
{footer}</div></body></html>""".encode()


@cache
def pages(count: int = 40) -> tuple[bytes, ...]:
    """The first ``count`` pages."""
    return tuple(page(number) for number in range(count))
