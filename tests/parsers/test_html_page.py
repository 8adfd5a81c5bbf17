"""A page's head, its region, its title, and what of it is no content."""

import pytest

from parsers.html import read_html
from parsers.page import Page
from tests.parsers.html_pages import FORMS, TITLE, URL, content_of, page_of

PROSE = "<p>People on ferries have always carried more than luggage, and this year the forum asks who counts them and how.</p>"
FURNITURE = [
    "Skip", "cookies", "small files", "Who we are", "2030 Agenda", "Speakers bureau", "Home", "Share this page", "Facebook",
    "Related items", "Ferry story", "Coming up", "Webinar", "09 Apr 2026", "rights reserved", "Accept", "Français", "Site map",
]  # fmt: skip


def read(markup: str, url: str | None = None, content_type: str | None = None) -> Page:
    return read_html(markup.encode(), url, content_type)


@pytest.mark.parametrize("form", FORMS)
def test_no_furniture_leaks_and_no_content_is_lost(form: str) -> None:
    page = page_of(
        PROSE
        + "<p>The <a href='/x'>second paragraph</a> has a link.</p><ul><li><a href='/files/a.pdf'>Agenda</a></li></ul>",
        form,
    )
    assert [word for word in FURNITURE if word in page.text] == []
    assert page.title == TITLE
    lines = [line for line in content_of(page) if line != "value News"]
    assert [line[:20] for line in lines] == ["p People on ferries ", "p The second paragra", "li1 Agenda"]


def test_head_of_a_drupal_10_page() -> None:
    page = read(
        """<!DOCTYPE html><html lang="fr" dir="ltr"><head><meta charset="utf-8">
        <link rel="canonical" href="https://www.iom.int/fr/forum"><link rel="shortlink" href="https://www.iom.int/fr/node/4711">
        <meta property="og:title" content="Forum &amp; f&ecirc;te"><meta property="og:site_name" content="OIM">
        <meta name="Generator" content="Drupal 10 (https://www.drupal.org)">
        <meta property="article:published_time" content="2024-03-02T10:00:00+0100">
        <meta property="article:modified_time" content="2024-03-05T10:00:00+0100">
        <link rel="alternate" hreflang="en" href="/forum"><link rel="alternate" hreflang="es" href="https://www.iom.int/es/foro">
        <title>Forum &amp; fête | Organisation internationale pour les migrations</title></head>
        <body class="path-node page-node-type-press-release"><main><p>Du texte, assez long pour être une page entière de texte.</p></main></body></html>""",
        "http://iom.int/fr/node/4711?utm_source=x",
    )
    assert page.url == "https://www.iom.int/fr/forum"
    assert page.declared_language == "fr"
    assert (page.title, page.title_rule) == ("Forum & fête", "og:title")
    assert (page.node_id, page.node_type) == (4711, "press-release")
    assert page.generator == "Drupal 10 (https://www.drupal.org)"
    assert page.published_time == "2024-03-02T10:00:00+0100"
    assert page.modified_time == "2024-03-05T10:00:00+0100"
    assert page.alternates == {"en": "https://www.iom.int/forum", "es": "https://www.iom.int/es/foro"}


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ('<link rel="canonical" href="https://a.int/x"><meta property="og:url" content="https://b.int/">', None, "https://a.int/x"),
        ('<meta property="og:url" content="https://b.int/y">', "https://c.int/z", "https://b.int/y"),
        ("<!-- saved from url=(0042)https://d.int/saved -->", None, "https://d.int/saved"),
        ("<!--\n Page saved with SingleFile \n url: https://d.int/single \n saved date: x -->", None, "https://d.int/single"),
        ('<link rel="canonical" href="https://web.archive.org/web/20190101000000/https://a.int/x">', None, "https://a.int/x"),
        ('<link rel="canonical" href="/x">', "https://a.int/y", "https://a.int/x"),
        ('<link rel=canonical href="node/5">', None, ""),
        ("", "https://c.int/z", "https://c.int/z"),
        ("", None, ""),
        ("<LINK REL='CANONICAL' HREF='https://a.int/x'>", None, "https://a.int/x"),
    ],
)  # fmt: skip
def test_address(head: str, url: str | None, expected: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>text</p></body></html>", url).url == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<body class="page-node-99 page-node-type-idm"><main><p>text</p></main>', (99, "idm")),
        ('<body><main><div data-history-node-id="7" class="node node--type-press_release node--view-mode-full"><p>text</p></div></main>', (7, "press-release")),
        ('<body class="page-node-5 node-type-press-release"><div id="content"><div id="node-5" class="node node-press-release node-full"><p>text</p></div></div>', (5, "press-release")),
        ('<body><main><p>text</p></main><script type="application/json">{"path":{"currentPath":"node\\/12"}}</script>', (12, None)),
        ("<body><main><p>text</p></main>", (None, None)),
    ],
)  # fmt: skip
def test_node(body: str, expected: tuple[int | None, str | None]) -> None:
    page = read(f"<html><head></head>{body}</body></html>")
    assert (page.node_id, page.node_type) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", f"<main><h1> {TITLE} </h1>{PROSE}</main>", (TITLE, "h1")),
        ("", f"<header><h1>International Organization for Migration</h1></header><main><h1>{TITLE}</h1>{PROSE}</main>", (TITLE, "h1")),
        ("<title>Forum | International Organization for Migration</title>", f"<main>{PROSE}</main>", ("Forum", "title")),
        ("<title>Forum - IOM Kazakhstan</title>", f"<main>{PROSE}</main>", ("Forum", "title")),
        ("<title>International Organization for Migration</title>", f"<main>{PROSE}</main>", (None, None)),
        (f'<meta property="og:title" content="{TITLE}">', f"<main><h1>Events</h1><h2>{TITLE}</h2>{PROSE}</main>", (TITLE, "og:title")),
        (f'<meta property="og:title" content="{TITLE}">', f"<div class='hero'><h1>{TITLE}</h1></div><main>{PROSE}</main>", (TITLE, "h1")),
        ("<title>Ferries</title>", f"<table><tr><td><p><b>{TITLE}: a day on the water</b></p>{PROSE}{PROSE}</td></tr></table>", (f"{TITLE}: a day on the water", "heading")),
        (f"<title>.:: OIM Malta ::. {TITLE}</title>", f"<table><tr><td><p>{TITLE}</p><p><u>Monday 3 June</u></p>{PROSE}{PROSE}</td></tr></table>", (TITLE, "title")),
        ("<title>IOM - Harbour Series No. 4</title>", f"<table><tr><td><p><b>{TITLE}: a study</b></p><p>Harbour Series No. 4</p>{PROSE}{PROSE}</td></tr></table>", (f"{TITLE}: a study", "heading")),
        ("", f"<main>{PROSE}</main>", (None, None)),
    ],
)  # fmt: skip
def test_title(head: str, body: str, expected: tuple[str | None, str | None]) -> None:
    page = read(f"<html><head>{head}</head><body>{body}</body></html>")
    assert (page.title, page.title_rule) == expected
    if page.title_rule in ("h1", "heading"):
        assert sum(block.text == page.title for block in page.blocks) == 1


def test_links_respect_the_base() -> None:
    page = read(
        "<html><head><base href='https://b.int/dir/'></head><body><main><p><a href='x.pdf'>x</a> <a href='/y.pdf'>y</a></p></main></body></html>",
        "https://a.int/page",
    )
    assert [link.url for link in page.blocks[0].links] == ["https://b.int/dir/x.pdf", "https://b.int/y.pdf"]


def test_links_are_relative_to_where_the_page_was_found() -> None:
    page = read(
        "<html><head><link rel=canonical href='https://b.int/x'></head><body><main><p><a href='/y.pdf'>y</a>"
        " <a href='/web/20190101000000/https://c.int/z.pdf'>z</a></p></main></body></html>",
        "https://a.int/page",
    )
    assert page.url == "https://b.int/x"
    assert [link.url for link in page.blocks[0].links] == ["https://a.int/y.pdf", "https://c.int/z.pdf"]


def test_goals_are_read_beside_the_node_but_not_in_the_menu() -> None:
    icon = '<img src="/sites/files/styles/s/public/sdgs-icon/e_web_%02d.png?itok=a">'
    page = read(
        f"<html><body><header><nav>{icon % 4}</nav></header><main><div class='region-content'>"
        f"<article data-history-node-id='1' class='node node--type-event node--view-mode-full'><h1>{TITLE}</h1>{PROSE}</article>"
        f"<div class='field field--name-dynamic-block-fieldnode-sdg-sorted'><div class='field__label'>SDGs</div>{icon % 13}{icon % 1}{icon % 13}</div>"
        f"<aside class='sidebar'>{icon % 5}</aside></div></main></body></html>"
    )
    assert page.sdg_icons == [13, 1]
    assert "SDGs" not in page.text


def test_what_stands_beside_the_node_in_main() -> None:
    page = read(
        f"<html><body><main><div class='block-page-title'><h1>{TITLE}</h1></div><div class='tag'>News - <span>Global</span></div>"
        f"<div class='region-content'><article data-history-node-id='1' class='node node--view-mode-full'>{PROSE}</article>"
        "<div class='block-agenda'><h2>Agenda</h2><p>09:00 – 10:00 Opening of the forum by the harbour master of the host town</p></div>"
        "<div class='views-element-container'><h2>More news</h2><div class='views-row'><a href='/a'>Another page</a></div></div>"
        "<div class='cards'><a href='/b'>One more page</a><a href='/c'>And one more</a></div></div></main></body></html>"
    )
    assert page.tag == "News - Global"
    assert [line[:14] for line in content_of(page)] == [
        "value News - G",
        "p People on fe",
        "h2 Agenda",
        "p 09:00 – 10:0",
    ]


def test_tag_and_date_beside_a_title_outside_main() -> None:
    page = read(
        f"<html><body><header role='banner'><nav><a href='/'>Home</a></nav></header><div class='hero'><div class='tag'>News - <span>Local</span></div>"
        f"<h1>{TITLE}</h1><div class='date'><time datetime='2024-01-02T12:00:00Z'>2 Jan 2024</time></div></div><main>{PROSE}</main></body></html>"
    )
    assert (page.title, page.tag) == (TITLE, "News - Local")
    assert [line[:16] for line in content_of(page)] == ["value News - Loc", "value 2 Jan 2024", "p People on ferr"]
    assert page.blocks[2].datetime == "2024-01-02T12:00:00Z"


def test_a_list_of_other_pages_at_the_end_needs_no_known_heading() -> None:
    page = read(
        f"<html><body><main><h1>{TITLE}</h1>{PROSE}{PROSE}<div>Stories from our decks</div>"
        "<a href='/1'><b>Ferry story one</b><i>23 Jan 2026</i></a><a href='/2'><b>Ferry story two</b><i>24 Jan 2026</i></a>"
        "<div>Next on the calendar</div><ul><li><time>9 Apr 2026</time> <a href='/3'>Webinar on tides</a></li></ul></main></body></html>"
    )
    assert [line[:10] for line in content_of(page)] == ["p People o", "p People o"]


def test_teasers_are_the_content_of_a_listing_only() -> None:
    teaser = (
        "<article data-history-node-id='{0}' class='node node--type-event node--view-mode-teaser'>"
        "<h3><a href='/e{0}'>Side event {0}</a></h3><p>3 June 2024, 13:15</p></article>"
    )
    teasers = "".join(teaser.format(number) for number in range(1, 6))
    listing = read(f"<html><body><main><h1>Side events</h1>{teasers}</main></body></html>")
    assert [block.text for block in listing.blocks if block.kind == "heading"][1:] == [
        f"Side event {n}" for n in range(1, 6)
    ]
    node = read(
        f"<html><body><main><article data-history-node-id='9' class='node node--view-mode-full'><h1>{TITLE}</h1>{PROSE}{teasers}</article></main></body></html>"
    )
    assert "Side event" not in node.text


def test_a_page_of_links_alone_keeps_them() -> None:
    links = "".join(f"<li><a href='/r/{number}'>Release number {number} of the year</a></li>" for number in range(9))
    page = read(f"<html><body><ul>{links}</ul></body></html>")
    assert len(page.blocks) == 9


def test_breadcrumbs_without_classes() -> None:
    page = read(
        f"<html><body><main><div><a href='/'>Home</a> » <a href='/events'>Events</a> » {TITLE}</div><h1>{TITLE}</h1>{PROSE}</main></body></html>"
    )
    assert [block.text[:16] for block in page.blocks] == [TITLE[:16], "People on ferrie"]


def test_a_node_outside_what_the_theme_calls_content() -> None:
    page = read(
        f"<html><body><div id='content'><p>{'Words of welcome that stand in a banner. ' * 3}</p></div>"
        f"<div data-history-node-id='5' class='node node--type-event node--view-mode-full'><h1>{TITLE}</h1>{PROSE}</div></body></html>"
    )
    assert page.node_type == "event"
    assert [block.text[:16] for block in page.blocks] == [TITLE[:16], "People on ferrie"]


def test_related_documents_stay_and_related_pages_go() -> None:
    page = page_of(
        PROSE + "<h2>Related documents</h2><ul><li><a href='/a.pdf'>Agenda</a></li></ul>"
        "<h3>Read also</h3><ul><li><a href='/n/1'>News one</a> 3 May 2024</li><li><a href='/n/2'>News two</a></li></ul><h2>Contact</h2><p>Ada Byron</p>"
    )
    assert content_of(page)[1:] == ["h2 Related documents", "li1 Agenda", "h2 Contact", "p Ada Byron"]


def test_an_old_page_in_windows_1252() -> None:
    page = page_of("<P>Genève – “l’eau”, 9h00</P>", "static")
    assert page.blocks[-1].text == "Genève – “l’eau”, 9h00"
    assert page.problems == []


def test_an_arabic_page_in_windows_1256() -> None:
    markup = (
        "<html dir=rtl lang=ar><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'>"
        "<title>منتدى | المنظمة الدولية للهجرة</title></head><body><main><h1>منتدى العبّارات</h1><p>أنقرة، 5 فبراير 2024</p></main></body></html>"
    )
    page = read_html(markup.encode("cp1256"), URL)
    assert (page.title, page.declared_language) == ("منتدى العبّارات", "ar")
    assert page.blocks[-1].text == "أنقرة، 5 فبراير 2024"


def test_lost_letters_are_a_problem() -> None:
    assert read_html(
        b"<main><p>caf\xe9 caf\xc3\xa9 \xc3\xa9\xc3\xa9\xc3\xa9 and more than sixty characters of text here</p></main>",
        URL,
    ).problems == ["bad characters: 1"]


def test_pages_of_one_layout_have_one_fingerprint() -> None:
    one, two = page_of(PROSE), page_of("<p>Other words.</p><p>More of them.</p>")
    other = page_of('<div class="agenda-table">' + PROSE + "</div>")
    assert one.fingerprint == two.fingerprint != other.fingerprint
    assert page_of(PROSE, "drupal 7").fingerprint != one.fingerprint


ROPES = (
    "<p>The crews of nine ferries met for two days and talked about lamps, bells, ropes and the price of paint.</p>" * 6
)
MENU_CELL = "<td>" + "".join(f'<a href="/p{n}">Lamps of the {n} seas</a><br>' for n in range(12)) + "</td>"


@pytest.mark.parametrize(
    ("above", "first"),
    [
        # A title in a row of its own, above the row or the table of the text.
        ("<tr><td class='t'><font size='3'><b>Ferry Captains Talk of Bells</b></font></td></tr><tr><td>{}</td></tr>", 0),
        ("<tr><td><b>PRESS RELEASE</b></td><td>18 March 2011</td></tr><tr><td><h2>Ferry Captains Talk of Bells</h2><table><tr><td>{}</td></tr></table></td></tr>", 2),
        ("<tr><td><h3>Ferry Captains Talk of Bells</h3><table><tr><td>{}</td></tr></table></td></tr>", 0),
        # Behind its day and a <br>.
        ("<tr><td><font>Posted on Friday, 08-09-2006</font><br><font size='4'><b>Ferry Captains Talk of Bells</b></font><p><b>Related Lamps</b></p>{}</td></tr>", 1),
        # Behind its kind and number and its day.
        ("<tr><td><font>PRESS RELEASE No. 853<br>24 October 2003</font><br><br><font size='3'><b>Ferry Captains Talk of Bells</b></font><br><br>{}</td></tr>", 2),
        ("<tr><td><font>Comunicado de prensa<br>24 de octubre de 2003</font><br><font size='3'><b>Ferry Captains Talk of Bells</b></font><br>{}</td></tr>", 2),
    ],
)  # fmt: skip
def test_a_title_above_the_text_of_an_old_page(above: str, first: int) -> None:
    layout = (
        "<html><head><title>IOM Palau</title></head><body><table><tr><td colspan='2'><b>IOM Palau and its Lamps</b></td></tr>"
        f"<tr>{MENU_CELL}<td><table>{above.format(ROPES)}</table></td></tr></table></body></html>"
    )
    page = read_html(layout.encode(), "http://www.palau.example/x.htm")
    assert page.blocks[first].text == "Ferry Captains Talk of Bells"
    assert page.title == "Ferry Captains Talk of Bells"
    assert not any("Palau" in block.text or "seas" in block.text for block in page.blocks)


def test_the_head_of_a_menu_beside_the_text_of_an_old_page_is_no_title() -> None:
    menu = "<table><tr><td><b>Our lamp programmes</b><br><a href='/a'>Bells</a><br><a href='/b'>Ropes</a></td></tr></table>"
    content = f"<p><b>Ferry Captains Talk of Bells</b></p>{ROPES}"
    page = read_html(
        "<html><head><title>IOM Palau</title></head><body><table><tr><td colspan='2'>Lamps</td></tr>"
        f"<tr><td>{menu}</td><td><table><tr><td>{content}</td></tr></table></td></tr></table></body></html>".encode(),
        "http://www.palau.example/x.htm",
    )
    assert page.title == "Ferry Captains Talk of Bells"
    assert page.blocks[0].text == "Ferry Captains Talk of Bells"
