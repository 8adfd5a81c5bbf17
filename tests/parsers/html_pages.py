"""Frames round a piece of content, in four forms, and a short notation for blocks. All wording is this project's own."""

from parsers.html import read_html
from parsers.page import Block, Page

URL = "https://www.iom.int/forum-on-ferries-2024"
TITLE = "Forum on Ferries 2024"

_MENU = "".join(
    f'<li class="menu-item"><a href="/{name.lower().replace(" ", "-")}">{name}</a></li>'
    for name in (
        "Who we are",
        "Our work",
        "Where we work",
        "Take action",
        "Data and research",
        "2030 Agenda",
        "Speakers bureau",
    )
)
_RELATED = "".join(
    f'<div class="views-row"><div class="card"><a href="/news/{n}"><img alt="" src="/x.jpg"></a><div class="article-detail">'
    f'<div class="tag">News Global</div><h5 class="title"><a href="/news/{n}">Ferry story number {n} of many</a></h5>'
    f'<div class="date">0{n} May 2023</div></div></div></div>'
    for n in range(1, 5)
)
_COMING = (
    "<h2>Coming up</h2><ul><li><time datetime='2026-04-09T07:00:00Z'>09 Apr 2026, 09:00am</time> "
    "<a href='/webinar'>Webinar: reading the tide tables</a></li></ul>"
)

DRUPAL_10 = f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><link rel="canonical" href="{URL}">
<meta property="og:title" content="{TITLE}"><title>{TITLE} | International Organization for Migration</title></head>
<body class="path-node page-node-type-event"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="eu-cookie-compliance"><p>We use cookies to count visits.</p><button>Accept all</button></div>
<header role="banner"><nav role="navigation"><ul>{_MENU}</ul></nav></header>
<nav aria-label="breadcrumb"><ol class="breadcrumb"><li><a href="/">Home</a></li><li>{TITLE}</li></ol></nav>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content">
<article data-history-node-id="77" class="node node--type-event node--view-mode-full"><h1>{TITLE}</h1>
<div class="text-formatted field field--name-body field--type-text-with-summary">%s</div></article></div>
<div class="social-share"><span>Share this page</span><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></div>
<aside class="region region-sidebar-second"><h2>Related items</h2>{_RELATED}{_COMING}</aside></main>
<footer class="site-footer"><ul>{_MENU}</ul><p>© 2025 International Organization for Migration. All rights reserved.</p></footer>
</body></html>"""

DRUPAL_7 = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xml:lang="en"><head><link rel="canonical" href="{URL}" /><title>{TITLE} | International Organization for Migration</title></head>
<body class="html not-front page-node page-node-77 node-type-event"><div id="skip-link"><a href="#main-content" class="element-invisible">Skip</a></div>
<div id="page"><div id="header"><ul class="links language-switcher"><li><a href="/fr">Français</a></li></ul></div>
<div id="navigation"><ul class="menu">{_MENU}</ul></div>
<div id="main"><div id="content" class="column"><a id="main-content"></a><div class="breadcrumb"><a href="/">Home</a> » {TITLE}</div>
<h1 class="title" id="page-title">{TITLE}</h1><div class="region region-content"><div id="node-77" class="node node-event node-full clearfix">
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items">
<div class="field-item even">%s</div></div></div></div></div></div>
<div id="sidebar-second" class="column sidebar"><h2>Related items</h2>{_RELATED}{_COMING}</div></div>
<div id="footer"><ul class="menu">{_MENU}</ul><p>© 2013 International Organization for Migration</p></div></div></body></html>"""

CLASSLESS = f"""<!doctype html><html lang="en"><head><title>{TITLE} | International Organization for Migration</title></head><body>
<div class="a1"><a href="#c">Skip to main content</a><div class="b7"><a href="/">IOM</a><ul>{_MENU}</ul></div></div>
<div class="ck"><div>This site keeps small files on your device.</div><button>Accept all</button></div>
<div class="w"><div class="w2" id="c"><div class="e4">News</div><h1>{TITLE}</h1>%s</div>
<div class="w3"><div class="t5">Related items</div><a class="k1" href="/1"><b>Ferry story one</b><i>23 Jan 2026</i></a>
<a class="k2" href="/2"><b>Ferry story two</b><i>24 Jan 2026</i></a>{_COMING}</div></div>
<div class="z1"><ul>{_MENU}</ul><div>All rights reserved © 1951-2026 International Organization for Migration</div></div></body></html>"""

STATIC = f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"><TITLE>{TITLE}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=2><IMG SRC="banner.gif"></TD></TR>
<TR><TD WIDTH=150 VALIGN=top><FONT SIZE=1><A HREF="a.html">Who we are</A><BR><A HREF="b.html">Our work</A><BR><A HREF="c.html">News</A><BR>
<A HREF="d.html">Publications</A><BR><A HREF="e.html">Contact</A><BR><A HREF="f.html">Site map</A><BR></FONT></TD>
<TD VALIGN=top><FONT SIZE=4><B>{TITLE}</B></FONT><P>%s</TD></TR>
<TR><TD COLSPAN=2><FONT SIZE=1>© 2005 IOM. All rights reserved.</FONT></TD></TR></TABLE></BODY></HTML>"""

FORMS = {"drupal 10": DRUPAL_10, "drupal 7": DRUPAL_7, "classless": CLASSLESS, "static": STATIC}


def page_of(content: str, form: str = "drupal 10", **options: str) -> Page:
    """The page that a piece of content gives in one of the forms."""
    encoding = "cp1252" if form == "static" else "utf-8"
    return read_html((FORMS[form] % content).encode(encoding), options.get("url", URL))


def notation(block: Block) -> str:
    """A block in one line: ``td1,0 10:00``, ``+p joined line``, ``[Label]``, ``li2 item ‹Day 1›`` for its panel."""
    if block.kind == "label":
        return f"[{block.text}]"
    name = {
        "heading": f"h{block.level}",
        "paragraph": "p",
        "item": f"li{block.level}",
        "cell": "th" if block.header else "td",
        "term": "dt",
        "definition": "dd",
        "field_label": "label",
        "field_value": "value",
        "caption": "caption",
    }[block.kind]
    place = "" if block.table is None else f"{block.row},{block.column}"
    if block.kind != "cell" and place:
        place = f"@{place}"
    wide = f"x{block.colspan}" if block.colspan > 1 else ""
    panel = f" ‹{block.label}›" if block.label else ""
    return f"{'+' if block.joined else ''}{name}{place}{wide} {block.text}{panel}"


def content_of(page: Page) -> list[str]:
    """The blocks of a page's content in short notation, without its title."""
    return [notation(block) for block in page.blocks if block.text != TITLE]
