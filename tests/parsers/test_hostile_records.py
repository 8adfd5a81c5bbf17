"""Pages made to break a parser: every one gives a valid record, in bounded time and memory, and says what was cut."""

import subprocess
import sys
import time
from itertools import cycle, islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import parse_capture
from parsers.budget import LONGEST_LINE, MOST_BLOCKS, MOST_TEXT, keep_within
from parsers.page import Block, Link, Page, assemble
from parsers.words.sentences import sentences
from tests.parsers.records import check_blocks, check_record

EVENT = "https://www.iom.int/events/hostile"
RELEASE = "https://www.iom.int/news/hostile"
SECONDS = 4  # twice what a page may take, so that a slow machine proves nothing

_NAMES = (
    "Maria Santos", "Ugochi Daniels", "António Vitorino", "Amy E. Pope", "Nguyen Thi Lan", "Mohammed Abdiker",
    "Ola Henrikson", "Jean-Pierre de la Croix",
)  # fmt: skip
_AGENDA = (
    "09:00 - 10:00 Opening session",
    "Moderator: Maria Santos, Minister of Labour, Kenya",
    "Speakers:",
    "H.E. Mr. Jean-Pierre de la Croix, Ambassador, Permanent Mission of France",
    "10:00 – 11:30 Panel 1: Climate and migration",
    "The panel will discuss how migration and climate are linked in the region.",
    "Tuesday, 4 June 2024",
)


def _repeated(words: tuple[str, ...], count: int, joint: str) -> str:
    return joint.join(islice(cycle(words), count))


def _text(words: str) -> bytes:
    return f"URL: {EVENT}\n\nA meeting on migration\n3 June 2024\n\n{words}".encode()


def _html(words: str) -> bytes:
    start = "<html><head><title>A meeting</title></head><body><main><h1>A meeting</h1><p>Geneva, 3 June 2024 – IOM met."
    return f"{start}</p>{words}</main></body></html>".encode()


def _invented(number: int) -> str:
    """A name that no other number has."""
    letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
    return f"{_NAMES[number % 8].split()[0]} {letters.capitalize()}son"


# Each: the body, its type, the words that one of its problems must hold.
LARGE, LONG, MANY, NONE = "too large", "too long a line", "too many names", ""
HOSTILE = {
    "nested tags": (_html("<div>" * 100_000 + "heart"), "html", "too deep"),
    "20 MB of one line": (b"<p>" + b"heart " * 3_400_000, "html", LARGE),
    "a text of one line": (_text("heart " * 1_000_000), "plain", LARGE),
    "null bytes": (b"\x00" * 1_000_000 + b"<p>he\x00art</p>", "html", NONE),
    "null bytes in a text": (_text("Maria\x00 Santos\x00\n" * 50_000), "plain", LARGE),
    "broken encodings": (b"\xe2\x82 caf\xe9 \xff\xfe \xd9 Maria Santos, Kenya<p>" * 20_000, "html", NONE),
    "a script in every attribute": (
        _html("<p onclick='<script>alert(1)</script>' title=\"</p><script>\">Maria Santos, Kenya</p>" * 20_000),
        "html",
        LARGE,
    ),
    "capitalised words": (_text(_repeated(("Santos", "Maria", "Geneva", "Minister"), 1_000_000, " ")), "plain", LARGE),
    "capitals": (_text("A" * 2_000_000), "plain", LARGE),
    "dates": (_text("3 June 2024 " * 200_000), "plain", LARGE),
    "dates without years": (_html("<p>3-5 June, 7 and 12-14 May, " * 20_000), "html", LARGE),
    "times": (_text("09:00 - 10:30 " * 200_000), "plain", LARGE),
    "lines of times": (_html("<p>09:00 - 10:30 CET</p>" * 60_000), "html", LARGE),
    "brackets": (_text("Maria Santos (Kenya " * 100_000), "plain", LARGE),
    "open brackets": (_text("(" * 1_000_000), "plain", LARGE),
    "and": (_text("and " * 1_000_000), "plain", LARGE),
    "commas": (_text(", " * 1_000_000), "plain", LARGE),
    "full stops": (_text("." * 1_000_000), "plain", LARGE),
    "quotes": (_text("“ " * 1_000_000), "plain", LARGE),
    "a sentence of 2 MB": (_html("<p>The panel said that " + "migration is a fact of life and " * 62_000), "html", LARGE),
    "bullets": (_html("<ul>" + "<li>Maria Santos, Minister of Labour, Kenya</li>" * 50_000 + "</ul>"), "html", LARGE),
    "cells": (_html("<table>" + "<tr><td>09:00</td><td>Opening</td></tr>" * 100_000 + "</table>"), "html", LARGE),
    "lines of an agenda": (_text(_repeated(_AGENDA, 100_000, "\n")), "plain", LARGE),
    "an agenda with links": (
        _html("".join(f'<p>09:00 - 10:00 Opening</p><li>Maria Santos, IOM <a href="/{n}.pdf">Paper</a>' for n in range(15_000))),
        "html",
        LARGE,
    ),
    "digits behind words of hosts": (_html(("<p>Organized by " + "1" * 3_900 + "</p>") * 60), "html", LARGE),
    "names with commas": (_html("<p>" + _repeated(_NAMES, 60_000, ", ")), "html", LARGE),
    "names without end": (_text("\n".join(f"Speaker: {_invented(n)}, Kenya" for n in range(40_000))), "plain", LARGE),
    "quoted": (_html("".join(f"<p>“We act,” said {_invented(n)} of IOM." for n in range(20_000))), "html", MANY),
    "organisers": (_text("Organized by " + _repeated(("IOM", "UNHCR", "Government of Ghana"), 100_000, ", ")), "plain", LARGE),
    "a release's credits": (_html("<p>Photo: IOM<br>A " * 30_000), "html", LARGE),
    "towns": (_text("in Geneva, Switzerland, " * 50_000), "plain", LARGE),
    "Arabic": (_text("قالت المديرة العامة للمنظمة الدولية للهجرة إن الهجرة حقيقة في القاهرة يوم 3 يونيو 2024 " * 30_000), "plain", LARGE),
    "Arabic names": (_text("السيد محمد علي، وزير العمل، " * 50_000), "plain", LARGE),
    "a text of 5 MB": (_text(_repeated((*_AGENDA, "“We must act,” said Amy Pope in Geneva."), 120_000, "\n")), "plain", LARGE),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_give_a_valid_record_in_bounded_time(name: str) -> None:
    body, kind, problem = HOSTILE[name]
    url = RELEASE if kind == "html" else EVENT
    before = time.process_time()
    page, record = parse_capture(body, url, f"text/{kind}")
    assert time.process_time() - before < SECONDS
    check_record(page, record)
    assert len(page.text) <= MOST_TEXT
    assert len(page.blocks) <= MOST_BLOCKS
    assert max(len(block.text) for block in page.blocks) <= LONGEST_LINE
    problems = [found for found in record.problems if found.code in ("reading", "too_large")]
    assert any(problem in found.message for found in problems) or not problem


def test_what_stands_first_on_a_hostile_page_is_read() -> None:
    _, record = parse_capture(HOSTILE["a text of 5 MB"][0], EVENT, "text/plain")
    assert record.title == "A meeting on migration"
    assert record.start_date is not None
    assert len(record.sessions) > 100
    assert {"Maria Santos", "Jean-Pierre de la Croix"} <= {person.name for person in record.people}


def test_hostile_pages_take_little_memory() -> None:
    names = ("20 MB of one line", "a text of 5 MB", "cells", "bullets", "names without end", "Arabic", "nested tags")
    lines = (
        "import resource",
        "from parsers import parse_capture",
        "from tests.parsers.test_hostile_records import EVENT, HOSTILE",
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss",
        f"for name in {names}:",
        "    parse_capture(HOSTILE[name][0], EVENT, 'text/' + HOSTILE[name][1])",
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300  # megabytes above the pages themselves, the grammar's vocabularies included


@pytest.mark.parametrize("body", [b"", b"   ", b"<!DOCTYPE html>", b"<main></main>", b"\xff\xfe", b"URL: x", b"\x00"])
def test_pages_without_a_body_give_a_valid_record(body: bytes) -> None:
    page, record = parse_capture(body, EVENT)
    check_record(page, record)
    assert record.people == []
    assert record.problems != []


@pytest.mark.parametrize(
    ("hours", "utc"),
    [
        ("22:30 - 23:30 CEST", ("2024-06-03T20:30:00Z", "2024-06-03T21:30:00Z")),
        ("23:30 - 01:00 CEST", ("2024-06-03T21:30:00Z", "2024-06-03T23:00:00Z")),
        ("16:30 - 12:00 CEST", ("2024-06-03T14:30:00Z", None)),
    ],
)
def test_an_item_never_ends_before_it_starts(hours: str, utc: tuple[str, str | None]) -> None:
    agenda = f"3 June 2024\n09:00 - 10:00 CEST Opening\n{hours} Reception"
    page, record = parse_capture(_text(agenda), EVENT, "text/plain")
    check_record(page, record)
    assert (record.sessions[-1].start_utc, record.sessions[-1].end_utc) == utc


# --- the budget itself ------------------------------------------------------------------------------------------------


def test_an_ordinary_page_is_left_as_it_is() -> None:
    blocks = [Block("paragraph", "x" * LONGEST_LINE), Block("item", "short")]
    page = assemble(Page(url=EVENT, source="html", blocks=list(blocks)))
    assert keep_within(page).blocks == blocks
    assert page.problems == []


def test_a_long_line_is_parted_at_blanks_and_keeps_its_marks() -> None:
    words = "Maria Santos spoke. " * 1_000
    link = Link(LONGEST_LINE - 10, LONGEST_LINE + 10, "https://www.iom.int/x.pdf")
    block = Block("item", words.rstrip(), level=2, gap=True, bold=((0, len(words) - 1),), links=(link,))
    page = keep_within(assemble(Page(url=EVENT, source="html", blocks=[block, Block("paragraph", "last")])))
    check_blocks(page)
    *parts, last = page.blocks
    assert " ".join(part.text for part in parts) == words.rstrip()
    assert all(part.text.endswith("spoke.") and part.kind == "item" and part.level == 2 for part in parts)
    assert [part.joined for part in parts] == [False] + [True] * (len(parts) - 1)
    assert [part.gap for part in parts] == [True] + [False] * (len(parts) - 1)
    assert all(part.all_bold for part in parts)
    linked = [page.quote(found.start, found.end) for part in parts for found in part.links]
    assert " ".join(linked) == words[link.start : link.end].strip()
    assert last.text == "last"


def test_a_page_of_many_lines_keeps_the_first() -> None:
    page = assemble(Page(url=EVENT, source="html", blocks=[Block("item", f"line {n}") for n in range(MOST_BLOCKS + 5)]))
    keep_within(page)
    check_blocks(page)
    assert [page.blocks[0].text, page.blocks[-1].text] == ["line 0", f"line {MOST_BLOCKS - 1}"]
    assert page.problems[0].startswith("too large: kept ")


@given(st.lists(st.sampled_from(("word", "Mr.", "a.", "…", "«", "x" * 1_000, " ", "end. ")), max_size=60))
def test_sentences_are_bounded_and_lose_no_word(parts: list[str]) -> None:
    text = " ".join(" ".join(parts).split())
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert all(0 < end - start <= 1_500 for start, end in spans)
    assert spans == sorted(spans)


# --- anything at all --------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    (
        "Maria Santos", "H.E. Mr. José de la Cruz", "Amy POPE", "Ban Ki-moon", "السيد محمد علي", "U Thant", "Mme Léa d’Arc", "Dr.",
        "Minister of Labour", "Director General", "Ministre de l’Intérieur", "Embajadora", "وزير العمل", "former", "Kenya", "Côte d’Ivoire",
        "IOM", "UNHCR", "Ministry of Health and Sport", "Government of Ghana", "المنظمة الدولية للهجرة", "Geneva", "جنيف", "Palais des Nations",
        "3 June 2024", "31 April 2023", "30-31 March 2023", "(27-30/11)", "yesterday (8/12)", "12 et 13 mai", "الثلاثاء 4 يونيو 2024", "29/02/2023",
        "Tuesday", "Day 2", "2024", "١٢ مارس ٢٠٢٣", "today", "09:00", "10:30 - 12:00", "9.30 a.m.", "16:30pm", "14h00", "noon", "25:61", "23:30 – 01:00",
        "EST", "GMT+1", "CEST (UTC+2)", "Moderator:", "Speakers:", "Modérateur :", "Panelistas:", "المتحدثون:", "Venue:", "Time:", "Date:", "Organizers:",
        "Organized by", "co-hosted by", "with the support of", "en partenariat avec", "on behalf of", "moderated by", "said", "told", "dijo", "a déclaré",
        "قالت", "in her opening remarks", "delivered by", "Session 1:", "Panel discussion", "Coffee break", "Side event", "Opening remarks", "Clôture",
        "was held in", "s’est tenu à", "se celebró en", "Online", "hybrid", "For more information contact", "a@b.org", "+41 22 717 9111", "Photo: IOM",
        "Concept note (PDF)", "Agenda | English | Français", "Statement", "cancelled", "postponed to", "(tbc)", "[", "(", ")", ",", ";", ":", "|", "/", "–", "-",
        "“", "”", "«", "»", "’s", ".", "...", "?", "and", "et", "y", "و", "of", "the", "de la", "a", "É", "\u0301", "\u200b", "\u00ad", "\u00a0", "\u2028", "\x00",
        "1.", "•", "- ", "*", "<", "&amp;", "https://www.iom.int/x.pdf", "URL: x",
    )
)  # fmt: skip
JOINTS = st.sampled_from((" ", " ", " ", "", "\n", "\n", "\n\n", "\n- ", ", ", ". ", " | ", "\n    ", "\t", " – "))
TAGS = ("p", "li", "h1", "h2", "td", "th", "tr", "table", "ul", "strong", "b", "br", "dt", "dd", "details", "summary", "div", "time", "a", "main", "span")  # fmt: skip
ATTRIBUTES = st.sampled_from(
    (
        "", "", ' href="/x.pdf"', ' href="http://[x"', ' datetime="2024-02-30"', ' datetime="2024-06-03T12:00:00Z"', ' class="date-display-range"',
        ' class="field field--name-field-event-date"', ' class="field__label"', ' class="field__item"', ' class="accordion-button"', ' rowspan="3"',
        ' colspan="2"', ' class="node node--type-event" data-history-node-id="1"', ' class="node node--type-press-release"', ' class="tab-pane" id="a"',
        ' href="#a" data-bs-toggle="tab"',
    )
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of agendas and releases in any order, with anything between them."""
    return "".join(draw(WORDS | st.text(max_size=6)) + draw(JOINTS) for _ in range(draw(st.integers(0, 30))))


@st.composite
def markup(draw: st.DrawFn) -> str:
    """The same words inside of tags that open, close and nest anyhow."""
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(st.sampled_from(TAGS))
        opening = f"<{tag}{draw(ATTRIBUTES)}>" if draw(st.booleans()) else ""
        words = " ".join(draw(st.lists(WORDS | st.text(max_size=6), max_size=5)))
        parts.append(f"{opening}{words}{draw(st.sampled_from((f'</{tag}>', '', '')))}")
    return "".join(parts)


ADDRESSES = st.sampled_from((EVENT, RELEASE, "https://www.iom.int/x", "http://[x", "iom"))
_QUICKLY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_QUICKLY
@given(texts(), ADDRESSES)
def test_any_text_gives_a_valid_record(text: str, url: str) -> None:
    check_record(*parse_capture(text.encode("utf-8", "surrogatepass"), url, "text/plain"))


@_QUICKLY
@given(markup(), ADDRESSES)
def test_any_markup_gives_a_valid_record(text: str, url: str) -> None:
    check_record(*parse_capture(text.encode("utf-8", "surrogatepass"), url, "text/html"))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300), st.none() | st.sampled_from(("text/html", "text/plain", "text/html; charset=utf-16", "x"))
)
def test_any_bytes_give_a_valid_record(body: bytes, content_type: str | None) -> None:
    check_record(*parse_capture(body, EVENT, content_type))
