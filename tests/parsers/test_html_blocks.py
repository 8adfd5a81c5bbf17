"""Each construct of the pages becomes the blocks that say the same, in four forms of page."""

import pytest

from parsers.page import Block, Page
from tests.parsers.html_pages import FORMS, TITLE, content_of, notation, page_of

# Constructs that must read alike whatever the theme: content, blocks in short notation.
ALIKE = {
    "table with rowspan, colspan and a header row": (
        "<table><thead><tr><th>Time</th><th>Session</th></tr></thead><tbody>"
        "<tr><td colspan='2'>Tuesday, 3 December</td></tr>"
        "<tr><td>09:00</td><td>Opening<br>Speaker: Ada Byron</td></tr>"
        "<tr><td rowspan='2'>10:00</td><td><p>Panel 1</p><p>Moderator: Bea Cole</p><ul><li>Cid Dunn, IOM</li></ul></td></tr>"
        "<tr><td>Panel 2</td></tr></tbody></table>",
        [
            "th0,0 Time",
            "th0,1 Session",
            "td1,0x2 Tuesday, 3 December",
            "td2,0 09:00",
            "td2,1 Opening",
            "+td2,1 Speaker: Ada Byron",
            "td3,0 10:00",
            "td3,1 Panel 1",
            "+td3,1 Moderator: Bea Cole",
            "li1@3,1 Cid Dunn, IOM",
            "td4,1 Panel 2",
        ],
    ),
    "unclosed rows and cells": (
        "<TABLE><TR><TD>9.30 a.m.<TD>Registration<TR><TD>10.00 a.m.<TD><B>Opening</B><BR>Mr. Elio Faro</TABLE>",
        ["td0,0 9.30 a.m.", "td0,1 Registration", "td1,0 10.00 a.m.", "td1,1 Opening", "+td1,1 Mr. Elio Faro"],
    ),
    "header row among the cells, bold": (
        "<table><tbody><tr><td><strong>Time</strong></td><td><strong>Session</strong></td></tr>"
        "<tr><td>09:00</td><td>Opening</td></tr></tbody></table>",
        ["th0,0 Time", "th0,1 Session", "td1,0 09:00", "td1,1 Opening"],
    ),
    "header row among the cells, plain, French": (
        "<table><tr><td>Heure</td><td>Séance</td></tr><tr><td>9h00</td><td>Ouverture</td></tr></table>",
        ["th0,0 Heure", "th0,1 Séance", "td1,0 9h00", "td1,1 Ouverture"],
    ),
    "bold first row that is no header": (
        "<table><tr><td><b>09:00</b></td><td><b>Opening</b></td></tr><tr><td>10:00</td><td>Panel</td></tr></table>",
        ["td0,0 09:00", "td0,1 Opening", "td1,0 10:00", "td1,1 Panel"],
    ),
    "times in th, a day in a wide th": (
        "<table><tr><th colspan='2'>Tuesday</th></tr><tr><th>09:00</th><td>Opening</td></tr></table>",
        ["td0,0x2 Tuesday", "td1,0 09:00", "td1,1 Opening"],
    ),
    "table whose item cell is empty": (
        "<div class='table-responsive'><table><tr><td>08:30 - 09:00</td><td>&nbsp;</td></tr><tr><td>09:00</td><td>Tea</td></tr></table></div>",
        ["td0,0 08:30 - 09:00", "td1,0 09:00", "td1,1 Tea"],
    ),
    "caption of a table": (
        "<table><caption>Day 1 – 3 June</caption><tr><td>09:00</td><td>Opening</td></tr></table>",
        ["h6 Day 1 – 3 June", "td0,0 09:00", "td0,1 Opening"],
    ),
    "agenda split over two columns of a layout table": (
        "<table><tr><td><p>09:00 Opening</p><p>10:00 Panel</p><p>11:00 Break</p></td>"
        "<td><p>14:00 Panel 2</p><p>15:00 Panel 3</p><p>16:00 Closing</p></td></tr></table>",
        ["p 09:00 Opening", "p 10:00 Panel", "p 11:00 Break", "p 14:00 Panel 2", "p 15:00 Panel 3", "p 16:00 Closing"],
    ),
    "data table in a layout table": (
        "<table><tr><td>Programme:<table><tr><td>09:00</td><td>Opening</td></tr><tr><td>10:00</td><td>Panel</td></tr></table></td></tr></table>",
        ["p Programme:", "td0,0 09:00", "td0,1 Opening", "td1,0 10:00", "td1,1 Panel"],
    ),
    "lists in lists": (
        "<ul><li>One<ul><li>Inner</li></ul>tail</li><li><p>Two</p><p>Three</p></li></ul>",
        ["li1 One", "li2 Inner", "+li1 tail", "li1 Two", "+li1 Three"],
    ),
    "definition list": (
        "<dl><dt>09:00</dt><dd>Opening<br>Ada Byron</dd><dd><p>Two</p><p>Three</p></dd></dl>",
        ["dt 09:00", "dd Opening", "+dd Ada Byron", "dd Two", "+dd Three"],
    ),
    "lines parted by br": (
        "<p>First<br>Second<br /><br/>Third</p><p>Fourth</p>",
        ["p First", "+p Second", "+p Third", "p Fourth"],
    ),
    "headings with their lines": ("<h3>Day 1<br>3 June</h3><h4>09:00</h4><p>Opening</p>", ["h3 Day 1", "+h3 3 June", "h4 09:00", "p Opening"]),
    "heading in a list item": ("<ul><li><h3>Session</h3><p>Ada Byron</p></li></ul>", ["h3 Session", "li1 Ada Byron"]),
    "details": (
        "<details open><summary><strong>Day 1</strong></summary><h4>09:00</h4><p>Opening</p></details><p>After</p>",
        ["[Day 1]", "h4 09:00 ‹Day 1›", "p Opening ‹Day 1›", "p After"],
    ),
    "details in details": (
        "<details><summary>Day 1</summary><details><summary>Panel 1</summary><p>Ada</p></details><p>Bea</p></details><p>Cid</p>",
        ["[Day 1]", "[Panel 1]", "p Ada ‹Panel 1›", "p Bea ‹Day 1›", "p Cid"],
    ),
    "tabs, Bootstrap 5": (
        '<nav><div class="nav nav-tabs" role="tablist">'
        '<button class="nav-link active" data-bs-toggle="tab" data-bs-target="#d1" role="tab">Day 1 – 3 June</button>'
        '<button class="nav-link" data-bs-toggle="tab" data-bs-target="#d2" role="tab">Day 2 – 4 June</button></div></nav>'
        '<div class="tab-content"><div class="tab-pane fade show active" id="d1" role="tabpanel"><p>09:00 Opening</p></div>'
        '<div class="tab-pane fade" id="d2" role="tabpanel" hidden><p>09:00 Closing</p></div></div><p>After</p>',
        ["[Day 1 – 3 June]", "p 09:00 Opening ‹Day 1 – 3 June›", "[Day 2 – 4 June]", "p 09:00 Closing ‹Day 2 – 4 June›", "p After"],
    ),
    "tabs, Bootstrap 3": (
        '<ul class="nav nav-tabs"><li class="active"><a data-toggle="tab" href="#d1">Day 1</a></li>'
        '<li><a data-toggle="tab" href="#d2">Day 2</a></li></ul><div class="tab-content">'
        '<div id="d1" class="tab-pane active"><p>Ada</p></div><div id="d2" class="tab-pane"><p>Bea</p></div></div>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›"],
    ),
    "tabs without classes": (
        '<ul><li><a href="#p1">Day 1</a></li><li><a href="#p2">Day 2</a></li></ul>'
        '<div id="p1"><p>Ada</p></div><div id="p2"><p>Bea</p></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›", "p After"],
    ),
    "tabs named by their panels": (
        '<ul role="tablist"><li role="presentation"><a id="t1" role="tab" href="#">Day 1</a></li><li><a id="t2" role="tab" href="#">Day 2</a></li></ul>'
        '<div role="tabpanel" aria-labelledby="t1"><p>Ada</p></div><div role="tabpanel" aria-labelledby="t2"><p>Bea</p></div>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›"],
    ),
    "quicktabs": (
        '<ul class="quicktabs-tabs"><li><a href="/x?qt=0#qt" id="quicktabs-tab-a-0">Day 1</a></li><li><a href="/x?qt=1#qt" id="quicktabs-tab-a-1">Day 2</a></li></ul>'
        '<div><div id="quicktabs-tabpage-a-0" class="quicktabs-tabpage"><p>Ada</p></div>'
        '<div id="quicktabs-tabpage-a-1" class="quicktabs-tabpage quicktabs-hide"><p>Bea</p></div></div>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›"],
    ),
    "accordion, Bootstrap 5": (
        '<div class="accordion-item"><h2 class="accordion-header" id="h"><button class="accordion-button" data-bs-toggle="collapse" data-bs-target="#c">'
        'Day 1 – <span>3 June</span></button></h2><div id="c" class="accordion-collapse collapse"><div class="accordion-body"><p>Ada</p></div></div></div><p>After</p>',
        ["[Day 1 – 3 June]", "p Ada ‹Day 1 – 3 June›", "p After"],
    ),
    "accordion, Bootstrap 4 cards": (
        '<div class="card"><div class="card-header" id="h1"><h5><button data-toggle="collapse" data-target="#c1" aria-controls="c1">Day 1</button></h5></div>'
        '<div id="c1" class="collapse show" aria-labelledby="h1"><div class="card-body"><p>Ada</p></div></div></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "p After"],
    ),
    "accordion, Bootstrap 3 panels": (
        '<div class="panel-group"><div class="panel"><div class="panel-heading"><h4 class="panel-title"><a data-toggle="collapse" href="#c1">Day 1</a></h4></div>'
        '<div id="c1" class="panel-collapse collapse"><div class="panel-body"><p>Ada</p></div></div></div></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "p After"],
    ),
    "accordion of Drupal paragraphs": (
        '<div class="field field--name-field-accordion field__items"><div class="field__item"><div class="paragraph paragraph--type--accordion-item">'
        '<div class="field field--name-field-title field__item">Day 1</div><div class="field field--name-field-text field__item"><p>Ada</p></div></div></div>'
        '<div class="field__item"><div class="paragraph paragraph--type--accordion-item"><div class="field field--name-field-title field__item">Day 2</div>'
        '<div class="field field--name-field-text field__item"><p>Bea</p></div></div></div></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›", "p After"],
    ),
    "accordion without ids": (
        '<div class="accordion"><button class="toggle-all" aria-expanded="false">Expand all</button><div class="accordion-item"><h3><button class="accordion-button">Day 1</button></h3>'
        '<div class="accordion-body"><p>Ada</p></div></div><div class="accordion-item"><h3><button class="accordion-button">Day 2</button></h3>'
        '<div class="accordion-body"><p>Bea</p></div></div></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›", "p After"],
    ),
    "accordion of headings, jQuery UI": (
        '<div class="ui-accordion"><h3 class="ui-accordion-header">Day 1</h3><div><p>Ada</p></div><h3 class="ui-accordion-header">Day 2</h3><div><p>Bea</p></div></div><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›", "p After"],
    ),
    "fieldset of Drupal 7": (
        '<fieldset class="collapsible"><legend><span class="fieldset-legend">Day 1</span></legend><div class="fieldset-wrapper"><p>Ada</p></div></fieldset><p>After</p>',
        ["[Day 1]", "p Ada ‹Day 1›", "p After"],
    ),
    "panel that repeats its caption": (
        '<details><summary>Day 1</summary><h3>Day 1</h3><p>Ada</p></details>',
        ["[Day 1]", "p Ada ‹Day 1›"],
    ),
    "panel that repeats the page's title": (
        f"<details><summary>{TITLE}</summary><p>Ada</p></details><h2>{TITLE.upper()}</h2><p>Bea</p>",
        ["p Ada", "p Bea"],
    ),
    "label and value, one after the other": (
        "<ul><li><div>Date</div><div>3 June 2024</div></li><li><span>Location</span> <span>Geneva</span></li><li><strong>Organizer</strong> IOM, FAO</li></ul>",
        ["label Date", "value 3 June 2024", "label Location", "value Geneva", "label Organizer", "value IOM, FAO"],
    ),
    "label and value by class": (
        '<div><span class="m__label">Date</span><span class="m__value">3 June 2024</span></div><div><span class="label">Venue</span>Geneva</div><p>Text</p>',
        ["label Date", "value 3 June 2024", "label Venue", "value Geneva", "p Text"],
    ),
    "label in an attribute": (
        '<ul><li><span class="data" data-preamble="Closing Date">2026-06-24</span></li><li>Other</li></ul>',
        ["label Closing Date", "value 2026-06-24", "li1 Other"],
    ),
    "label and value in neighbouring boxes": (
        '<div><span>Date</span><span>3 June 2024</span></div><p><a href="/e1"><b>Talk on tides</b><i>4 June 2024</i></a></p>'
        "<p>mi<b>gra</b><b>tion</b> CO<sub>2</sub> <strong>10:</strong><strong>00</strong></p>",
        ["label Date", "value 3 June 2024", "p Talk on tides 4 June 2024", "p migration CO2 10:00"],
    ),
    "labels and values in a table": (
        "<table><tr><th>Date</th><td>3 June 2024</td></tr><tr><th>Venue</th><td>Geneva</td></tr></table><p>Text</p>",
        ["label Date", "value 3 June 2024", "label Venue", "value Geneva", "p Text"],
    ),
    "plain buttons over panels": (
        "<h3><button>Day 1 +</button></h3><div><p>Ada</p></div><h3><button>Day 2 &#9662;</button></h3><div><p>Bea</p></div><button>Register</button>",
        ["[Day 1]", "p Ada ‹Day 1›", "[Day 2]", "p Bea ‹Day 2›"],
    ),
    "side events as cards": (
        '<div class="x"><h3>Side event one</h3><div class="date">3 June 2024</div><p>13:15, Room 2</p></div>'
        '<div class="x"><h3><a href="/e2">Side event two</a></h3><div class="date">4 June 2024</div><p>Room 3</p></div>',
        ["h3 Side event one", "p 3 June 2024", "p 13:15, Room 2", "h3 Side event two", "p 4 June 2024", "p Room 3"],
    ),
    "figure": (
        '<figure><img src="a.jpg" alt="no text"><figcaption>Ferry at dawn. © IOM 2024</figcaption></figure><div class="image-caption">Photo: IOM</div><p>Text</p>',
        ["caption Ferry at dawn. © IOM 2024", "caption Photo: IOM", "p Text"],
    ),
    "what stays hidden and what a script shows": (
        "<p>Seen<span class='visually-hidden'> not seen</span></p><div hidden id='z'><p>Panel</p></div><div style='display:none'><p>Another panel</p></div>",
        ["p Seen", "p Panel", "p Another panel"],
    ),
    "scripts, styles and drawings": (
        'A<script>var x="<p>no</p>";</script><svg><text>no</text></svg>B<style>p{}</style><!-- <p>no</p> --><noscript>no</noscript>',
        ["p AB"],
    ),
    "a page in a form, and a form in a page": (
        '<form action="/forum" method="post"><p>Text</p></form><form class="search-form" action="/search"><label>Find</label><button>Go</button></form>',
        ["p Text"],
    ),
    "preformatted lines": ("<pre>09:00 Opening\n10:00 Panel\n\nTea</pre>", ["p 09:00 Opening", "+p 10:00 Panel", "p Tea"]),
    "preformatted prose": (
        "<pre>The forum of ferries and those who cross on them met for the second\ntime in a town that has no bridge, and said so.</pre>",
        ["p The forum of ferries and those who cross on them met for the second time in a town that has no bridge, and said so."],
    ),
    "entities and blanks": ("<p>mi&shy;gra&shy;tion&nbsp;&nbsp;now &amp; then &lt;b&gt; caf&eacute;\n\t x</p>", ["p migration now & then <b> café x"]),
    "text outside paragraphs": ("loose text<p>para</p>more <i>loose</i> text", ["p loose text", "p para", "p more loose text"]),
    "address and rule": ("<p>A</p><hr><address>Line<br>two</address>x<hr class='y'>z", ["p A", "p Line", "+p two", "p x", "p z"]),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("construct", ALIKE)
def test_constructs_read_alike_in_every_form(construct: str, form: str) -> None:
    content, expected = ALIKE[construct]
    lines = content_of(page_of(content, form))
    assert [line for line in lines if line != "value News"] == expected  # the classless form prints a tag


def block_of(page: Page, text: str) -> Block:
    return next(block for block in page.blocks if block.text == text)


def words(page: Page, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [page.quote(start, end) for start, end in spans]


def test_bold_runs_that_tags_part_are_joined() -> None:
    page = page_of(
        "<p><strong>10:</strong><strong>00</strong> <b>– 11:00</b><strong> Panel</strong> plain <b>x</b></p>"
        "<p><b>All</b>&nbsp;<strong>bold</strong></p><p><span style='font-weight: 700'>Styled</span> not</p>"
    )
    line = block_of(page, "10:00 – 11:00 Panel plain x")
    assert words(page, line.bold) == ["10:00 – 11:00 Panel", "x"]
    assert not line.all_bold
    assert block_of(page, "All bold").all_bold
    assert words(page, block_of(page, "Styled not").bold) == ["Styled"]


def test_bold_goes_on_over_lines() -> None:
    page = page_of("<p><b>One<br>Two</b> rest</p>")
    assert block_of(page, "One").all_bold
    assert words(page, block_of(page, "Two rest").bold) == ["Two"]


def test_links_are_absolute_and_quote_their_words() -> None:
    page = page_of(
        "<ul><li>Ada Byron, IOM (<a href='/files/ada.pdf'>Remarks</a> | <a href='https://youtu.be/x?a=1&amp;b=2'> Video</a>)</li></ul>"
        "<p><a href='../y z.doc'>Up</a> <a href='mailto:a@example.org'>mail</a> <a href='#z'>down</a> <a href='javascript:void(0)'>no</a></p>"
        "<a href='/card'><h3>Whole card</h3><p>Text of it</p></a>"
    )
    line = block_of(page, "Ada Byron, IOM (Remarks | Video)")
    assert [(page.quote(link.start, link.end), link.url) for link in line.links] == [
        ("Remarks", "https://www.iom.int/files/ada.pdf"),
        ("Video", "https://youtu.be/x?a=1&b=2"),
    ]
    line = block_of(page, "Up mail down no")
    assert [(page.quote(link.start, link.end), link.url) for link in line.links] == [
        ("Up", "https://www.iom.int/y%20z.doc")
    ]
    assert [link.url for link in block_of(page, "Whole card").links] == ["https://www.iom.int/card"]
    assert [link.url for link in block_of(page, "Text of it").links] == ["https://www.iom.int/card"]


def test_a_file_linked_by_an_image_keeps_its_name() -> None:
    page = page_of(
        "<p>Get <a href='/agenda.pdf'><img src='pdf.png' alt='the agenda'></a> or <a href='/b.docx'><img src='x.png'></a>"
        " <a href='/c.pdf'><img alt='icon'>List</a> <a href='/page'><img alt='no'></a></p>"
    )
    line = page.blocks[-1]
    assert line.text == "Get the agenda or b.docx List"
    assert [page.quote(link.start, link.end) for link in line.links] == ["the agenda", "b.docx", "List"]


def test_letters_parted_by_a_tag_are_composed_and_spans_follow() -> None:
    page = page_of("<p>Jose<b>\u0301 Vega</b>, <a href='/x.pdf'>no\u0301te</a></p>")
    line = page.blocks[-1]
    assert line.text == "José Vega, nóte"
    assert [page.quote(link.start, link.end) for link in line.links] == ["nóte"]


def test_drupal_10_fields() -> None:
    page = page_of(
        '<ul class="event-meta"><li class="field field--name-field-event-date field--type-daterange"><div class="field__label">Date</div><div class="field__item">'
        '<time datetime="2024-05-21T13:00:00Z">21 May 2024, 09:00</time> - <time datetime="2024-05-22T21:00:00Z">22 May 2024, 17:00</time></div></li>'
        '<li class="field field--name-field-people"><div class="field__label visually-hidden">People</div><div class="field__items">'
        '<div class="field__item">Ada</div><div class="field__item">Bea</div></div></li></ul>'
        '<div class="field--name-field-location"><div>Location</div><div>New York</div></div>'
    )
    assert [(block.kind, block.text, block.field) for block in page.blocks[1:]] == [
        ("field_label", "Date", "field-event-date"),
        ("field_value", "21 May 2024, 09:00 - 22 May 2024, 17:00", "field-event-date"),
        ("field_value", "Ada", "field-people"),
        ("field_value", "Bea", "field-people"),
        ("field_label", "Location", "field-location"),
        ("field_value", "New York", "field-location"),
    ]
    value = page.blocks[2]
    assert (value.datetime, value.datetime_end) == ("2024-05-21T13:00:00Z", "2024-05-22T21:00:00Z")


def test_drupal_7_fields() -> None:
    page = page_of(
        '<div class="field field-name-field-when field-type-datetime field-label-inline"><div class="field-label">When:&nbsp;</div><div class="field-items"><div class="field-item even">'
        '<span class="date-display-range"><span class="date-display-start" content="2012-04-24T09:00:00+02:00">24 April 2012</span> to '
        '<span class="date-display-end" content="2012-04-25T17:00:00+02:00">25 April 2012</span></span></div></div></div>'
        '<div class="field field-name-field-posted"><div class="field-label">Posted:</div><div class="field-items"><div class="field-item even">'
        '<span class="date-display-single" content="2012-03-01T10:12:00+01:00">Thu, 03/01/2012 - 10:12</span></div></div></div>',
        "drupal 7",
    )
    assert [(block.kind, block.text, block.field, block.datetime, block.datetime_end) for block in page.blocks[1:]] == [
        ("field_label", "When:", "field-when", None, None),
        ("field_value", "24 April 2012 to 25 April 2012", "field-when", "2012-04-24T09:00:00+02:00", "2012-04-25T17:00:00+02:00"),
        ("field_label", "Posted:", "field-posted", None, None),
        ("field_value", "Thu, 03/01/2012 - 10:12", "field-posted", "2012-03-01T10:12:00+01:00", None),
    ]  # fmt: skip


def test_gaps_show_where_a_paragraph_begins() -> None:
    page = page_of("<p>A<br>B<br><br>C</p><ul><li>D</li><li>E<p>F</p></li></ul>")
    assert [(block.text, block.joined, block.gap) for block in page.blocks[1:]] == [
        ("A", False, True),
        ("B", True, False),
        ("C", True, True),
        ("D", False, False),
        ("E", False, False),
        ("F", True, True),
    ]


def test_tables_are_numbered_in_their_order() -> None:
    row = "<tr><td>09:00</td><td>Opening</td></tr><tr><td>10:00</td><td>Panel</td></tr>"
    page = page_of(f"<table>{row}</table><p>Day 2</p><table>{row}</table>")
    numbers = [block.table for block in page.blocks if block.kind == "cell"]
    assert numbers[0] != numbers[-1]
    assert numbers == sorted(numbers)  # type: ignore[type-var]


def test_large_letters_are_a_heading() -> None:
    page = page_of(
        "<FONT SIZE=4>Programme</FONT><BR>Text <FONT SIZE=5>large</FONT> only in part<P><U>Friday</U></P>", "static"
    )
    assert [notation(block) for block in page.blocks[1:]] == ["h3 Programme", "+p Text large only in part", "p Friday"]
    assert page.blocks[-1].all_bold
