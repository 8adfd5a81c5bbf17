"""The words behind a fact, marked where they stand; two revisions side by side; a report filled in."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import Site
from web.differences import side_by_side
from web.highlight import marked_lines, quotation

TEXTS = st.text(st.sampled_from("ab \nй"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5)


@given(TEXTS, SPANS)
def test_marking_changes_no_letter(text: str, spans: list[tuple[int, int]]) -> None:
    lines = marked_lines(text, spans)
    assert "\n".join("".join(piece.text for piece in line or []) for line in lines) == text
    wanted = {place for start, end in spans for place in range(max(start, 0), min(end, len(text)))}
    place = 0
    for line in lines:
        for piece in line or []:
            for letter in piece.text:
                assert letter == text[place]
                assert piece.marked == (place in wanted)
                place += 1
        place += 1
    firsts = [piece for line in lines for piece in line or [] if piece.first]
    assert len(firsts) <= 1


def test_a_long_text_is_shown_where_it_is_marked() -> None:
    text = "\n".join(f"line {number}" for number in range(9_000))
    start = text.index("line 5000")
    lines = marked_lines(text, [(start, start + 9)])
    assert len(lines) < 60
    assert any(piece.marked for line in lines for piece in line or [])
    assert None in lines


def test_a_quotation_says_what_stands_around() -> None:
    text = "The meeting in Geneva began on Monday with a welcome."
    start = text.index("Geneva")
    assert quotation(text, (start, start + 6), around=12) == ("…meeting in ", "Geneva", " began on…")
    assert quotation("Geneva", (0, 6)) == ("", "Geneva", "")


@given(TEXTS, TEXTS)
def test_a_comparison_shows_both_texts_as_they_are(before: str, after: str) -> None:
    rows = side_by_side(before, after)
    if before == after:
        assert rows == []
        return
    old, new = before.split("\n"), after.split("\n")
    for row in rows:
        if row.before is not None and row.before_number is not None:
            assert "".join(text for text, _ in row.before) == old[row.before_number - 1]
        if row.after is not None and row.after_number is not None:
            assert "".join(text for text, _ in row.after) == new[row.after_number - 1]
    counted = sum(row.gap for row in rows)
    assert counted + sum(row.before_number is not None for row in rows) == len(old)
    assert counted + sum(row.after_number is not None for row in rows) == len(new)


_TWICE = """
    select whole.id from involvements as whole join involvements as part using (event_id, organization_id, role)
    where event_id = ? and whole.session_id is null and part.session_id is not null
"""
_FIELDS = "select distinct field from evidence where table_name = 'events' and row_id = ?"


def test_every_fact_opens_its_words(sample: Site) -> None:
    """Follow the facts of each event to their words, and find these marked in the text."""
    followed = 0
    for (event,) in sample.rows("select id from events order by id"):
        page = sample.text(f"/event/{event}")
        addresses = re.findall(r'class="fact" href="([^"]+)"', page)
        addresses += re.findall(r'class="source" href="(/evidence/events/[^"]+)"', page)  # beside its country
        fields = {str(one) for (one,) in sample.rows(_FIELDS, event)}
        assert {one.partition("field=")[2].partition("#")[0] for one in addresses} == fields - {"end_date", "published"}
        for address in addresses:
            path, _, fragment = html.unescape(address).partition("#")
            text = sample.text(path)
            field = re.search(r"field=(\w+)", path)
            assert field
            words = sample.value(
                "select words from evidence where row_id = ? and table_name = 'events' and field = ? order by span_start",
                event,
                field[1],
            )
            assert f'<mark id="{fragment}">' in text
            first_line = str(words).split("\n")[0]
            assert f"{html.escape(first_line, quote=False)}" in html.unescape(text).replace(
                "&amp;", "&"
            ) or first_line in html.unescape(text)
            followed += 1
    assert followed >= 20


def test_evidence_of_people_names_them(sample: Site) -> None:
    for row, words in sample.rows(
        "select row_id, words from evidence where table_name = 'appearances' and field = 'name_text' order by id limit 20"
    ):
        text = html.unescape(sample.text(f"/evidence/appearances/{row}"))
        assert f">{str(words).splitlines()[0]}" in text


def test_a_comparison_of_two_revisions_of_the_sample(sample: Site) -> None:
    for page, number in sample.rows("select page_id, number from revisions where previous_id is not null order by id"):
        text = sample.text(f"/page/{page}/changes/{number}")
        assert "<ins>" in text or "<del>" in text
        assert f"/page/{page}/changes/{number}" in sample.text("/changes")


def test_a_report_is_filled_in(sample: Site) -> None:
    evidence, event, words = sample.rows(
        "select id, row_id, words from evidence where table_name = 'events' and field = 'start_date' order by id limit 1"
    )[0]
    text = html.unescape(sample.text(f"/correct?of=/event/{event}&evidence={evidence}"))
    assert f"Page: {sample.base}/event/{event}" in text
    assert f"Words that it was read from: “{words}”" in text


def test_a_report_of_a_row_quotes_what_it_rests_on(sample: Site) -> None:
    """From the link at the foot of the page of an event, of Datasette's row, of a person."""
    event, address, words = sample.rows(
        """
        select events.id, events.address, words from events join evidence on row_id = events.id
        where table_name = 'events' and field = 'start_date' order by evidence.id limit 1
        """
    )[0]
    for path in (f"/event/{event}", f"/archive/events/{event}", f"/evidence/events/{event}"):
        link = re.search(r'<a href="(/correct\?of=[^"]+)">Suggest a correction', sample.text(path))
        assert link, path
        report = html.unescape(sample.text(html.unescape(link[1])))
        assert f"Page: {sample.base}{path}" in report
        assert f"Row: events {event}" in report
        assert f"Source: {address}" in report
        assert f", from “{' '.join(str(words).split())}”" in report
    person, words, address = sample.rows(
        """
        select person_id, words, pages.address from appearances join pages on pages.id = page_id
        join evidence on row_id = appearances.id and table_name = 'appearances' and field = 'name_text'
        order by appearances.year desc, appearances.id limit 1
        """
    )[0]
    assert f"Named “{words}” on {address}" in html.unescape(sample.text(f"/correct?of=/person/{person}"))


@pytest.mark.parametrize("of", ["/archive/none/1", "/event/1", "/archive/sqlite_master/1", "/nothing", "/event/1x"])
def test_a_report_of_anything_else_is_filled_in_as_far_as_it_can_be(sample: Site, of: str) -> None:
    report = html.unescape(sample.get("/correct", params={"of": of}).text)
    assert f"Page: {sample.base}{of}\nArchive as of: " in report


def test_a_report_leads_nowhere_else(sample: Site) -> None:
    for of in ("//evil.example", "https://evil.example", "javascript:alert(1)"):
        text = sample.get("/correct", params={"of": of}).text
        assert f'href="{of}' not in text
    assert sample.get("/correct", params={"evidence": "9" * 30}).status_code == 200


def test_the_text_of_a_revision(sample: Site) -> None:
    revision, text = sample.rows("select id, text from revision_texts order by id limit 1")[0]
    assert sample.get(f"/text/{revision}.txt").text == text


@pytest.mark.parametrize("table", ["sessions", "appearances", "involvements", "documents", "taggings"])
def test_every_row_of_an_event_leads_to_its_words(sample: Site, table: str) -> None:
    event = sample.value(
        f"select event_id from {table} where event_id is not null group by 1 order by count(*) desc limit 1"
    )
    page = sample.text(f"/event/{event}")
    rows = sample.rows(
        f"select id from {table} where event_id = ? and id in (select row_id from evidence where table_name = ?)",
        event,
        table,
    )
    told = {row for (row,) in rows if f'href="/evidence/{table}/{row}' in page}
    assert told
    # A body that a session names in the same role is not named a second time.
    left_out = {row for (row,) in rows} - told
    assert left_out <= {row for (row,) in sample.rows(_TWICE, event)} if table == "involvements" else not left_out


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("events", "name start_date end_date venue city country mode status series published"),
        ("press_releases", "headline published city event_start_date event_end_date series"),
        ("sessions", "title date start_time end_time timezone venue"),
        ("appearances", "name_text role position organization_text country"),
        ("involvements", "name_text role"),
        ("documents", "label owner_text"),
    ],
)
def test_every_fact_of_the_sample_has_words(sample: Site, table: str, columns: str) -> None:
    for column in columns.split():
        lacking = sample.rows(
            f"select id, {column} from {table} where {column} is not null and not exists ("
            f" select 1 from evidence where table_name = '{table}' and row_id = {table}.id and field = '{column}')"
        )
        assert lacking == [], column


@pytest.mark.parametrize("table", ["sessions", "documents"])
def test_a_kind_is_told_by_words_or_is_other(sample: Site, table: str) -> None:
    told = f"select 1 from evidence where table_name = '{table}' and row_id = {table}.id and field = 'kind'"
    assert sample.value(f"select count(*) from {table} where kind != 'other' and exists ({told})")
    assert not sample.rows(f"select id, kind from {table} where (kind = 'other') = exists ({told})")
