"""What people take away: lists and tables in full, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.schema import TABLES, VIEWS
from tests.web.conftest import Site, served
from web.csv_guard import CsvGuard
from web.exports import csv_text, json_chunks, ndjson_chunks, safe
from web.listings import LISTINGS
from web.pictures.drawing import Series, bars
from web.pictures.network import Node, _Box, _free, _labels

FORMULA = ("=", "+", "-", "@", "\t", "\r")
CELLS = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_comes_whole(made: Site, table: str) -> None:
    number = made.value(f"select count(*) from {table}")
    answer = made.get(f"/exports/{table}.ndjson")
    assert answer.status_code == 200
    assert len(answer.text.splitlines()) == number
    assert f'filename="{table}.ndjson"' in answer.headers["content-disposition"]


def test_only_what_can_be_had_whole_is_offered_whole(made: Site) -> None:
    database = made.get("/-/databases.json").json()[0]["name"]
    for name in (*TABLES, *VIEWS):
        offered = f"/exports/{name}.csv" in made.text(f"/{database}/{name}")
        assert offered == (made.get(f"/exports/{name}.json").status_code == 200), name


def test_a_table_is_the_same_in_every_form(made: Site) -> None:
    rows = made.rows("select * from people")
    as_json = made.get("/exports/people.json").json()
    as_lines = [json.loads(line) for line in made.get("/exports/people.ndjson").text.splitlines()]
    as_csv = read_csv(made.get("/exports/people.csv").text)
    assert [tuple(one.values()) for one in as_json] == rows
    assert as_lines == as_json
    assert [one["name"] for one in as_csv] == [one["name"] for one in as_json]


def test_a_narrowed_list_comes_whole(made: Site) -> None:
    """Far more rows than a page shows, and the same ones that the database has."""
    number = made.value("select count(*) from appearances where role = 'panellist'")
    rows = read_csv(made.get("/speakers.csv?role=panellist").text)
    assert isinstance(number, int)
    assert len(rows) == number > 1_000
    assert {row["role"] for row in rows} == {"panellist"}
    days = [row["date"] for row in rows]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("key", sorted(LISTINGS))
@pytest.mark.parametrize("form", ["csv", "json", "ndjson"])
def test_every_list_is_there_in_every_form(sample: Site, key: str, form: str) -> None:
    answer = sample.get(f"/{key}.{form}")
    assert answer.status_code == 200
    source = LISTINGS[key].source
    number = sample.value(f"select count(*) from {source}")
    if form == "json":
        assert len(answer.json()) == number
    elif form == "ndjson":
        assert len(answer.text.splitlines()) == number
    else:
        assert len(read_csv(answer.text)) == number


def test_no_cell_of_any_csv_is_a_formula(made: Site) -> None:
    """The made-up archive has a body that is called like a formula."""
    body = "=SUM(A1:A9) Institute"
    assert made.value("select count(*) from organizations where name = ?", body) == 1
    for path in (
        "/exports/organizations.csv",
        "/organizations.csv",
        "/archive/organizations.csv?_stream=1",
        "/archive/organizations.csv?name=%3DSUM(A1%3AA9)+Institute",
    ):
        answer = made.get(path)
        assert answer.status_code == 200
        assert f"'{body}" in answer.text, path
        cells = [cell for row in csv.reader(io.StringIO(answer.text, newline="")) for cell in row]
        assert not any(cell.startswith(FORMULA) for cell in cells), path
    assert body in made.get("/exports/organizations.json").text


def test_datasettes_csv_is_not_cut_and_keeps_its_values(made: Site) -> None:
    rows = read_csv(made.get("/archive/appearances.csv?_stream=1&_sort=id").text)
    assert len(rows) == made.value("select count(*) from appearances")
    mine = {row["id"]: row["name_text"] for row in rows}
    theirs = {str(key): name for key, name in made.rows("select id, name_text from appearances")}
    assert mine == theirs


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8))
def test_csv_reads_back_what_went_in(rows: list[list[object]]) -> None:
    text = csv_text(["a", "b"], rows)  # type: ignore[arg-type]
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[0] == ["a", "b"]
    for row, read in zip(rows, back[1:], strict=True):
        for cell, got in zip(row, read, strict=True):
            expected = "" if cell is None else str(cell)
            assert got == (f"'{expected}" if isinstance(cell, str) and cell.startswith(FORMULA) else expected)


@given(st.lists(st.lists(st.text(max_size=10), min_size=2, max_size=2), max_size=6), st.integers(1, 7))
def test_the_guard_may_get_its_csv_in_any_pieces(rows: list[list[str]], size: int) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    body = text.getvalue().encode()
    pieces = [body[start : start + size] for start in range(0, len(body), size)] or [b""]
    guard = CsvGuard()
    out = b"".join(guard.feed(piece, last=number == len(pieces) - 1) for number, piece in enumerate(pieces))
    back = list(csv.reader(io.StringIO(out.decode(), newline="")))
    assert [[cell.removeprefix("'") if cell.startswith("'") else cell for cell in row] for row in back] == [
        [cell.removeprefix("'") if cell.startswith("'") else cell for cell in row] for row in rows
    ]
    for row in back:
        for cell in row:
            assert not cell.startswith(("=", "@", "\t", "\r"))


def test_numbers_below_zero_stay_numbers() -> None:
    assert safe(-5) == -5
    assert safe("-5") == "'-5"
    assert CsvGuard().feed(b"a\r\n-5\r\n-x\r\n", last=True) == b"a\r\n-5\r\n'-x\r\n"


@pytest.mark.parametrize("rows", [[], [(1, "a")], [(n, str(n)) for n in range(4_500)]])
def test_json_is_whole_however_long(rows: list[tuple[int, str]]) -> None:
    assert json.loads("".join(json_chunks(["n", "s"], rows))) == [{"n": n, "s": s} for n, s in rows]
    lines = "".join(ndjson_chunks(["n", "s"], rows)).splitlines()
    assert [json.loads(line)["n"] for line in lines] == [n for n, _ in rows]


def test_pictures_bring_their_numbers(made: Site) -> None:
    rows = read_csv(made.get("/pictures/by-year.csv").text)
    assert sum(int(row["Events"]) for row in rows) == made.value("select count(*) from events where year is not null")
    pairs = made.get("/pictures/network.json").json()
    one = pairs[0]
    together = made.value(
        """
        select count(distinct a.session_id) from appearances a join appearances b on b.session_id = a.session_id
        join people x on x.id = a.person_id join people y on y.id = b.person_id where x.name = ? and y.name = ?
        """,
        one["Person"],
        one["With"],
    )
    assert together == one["Shared sessions"]
    assert made.get("/pictures/map.svg").text.startswith("<svg xmlns=")


def test_years_are_no_amounts_in_the_numbers_of_a_picture(sample: Site) -> None:
    text = sample.text("/pictures/themes-over-time")
    assert '<td class="number">2024</td>' in text
    assert "2,024" not in text


def test_no_name_in_a_picture_of_people_lies_on_another(sample: Site) -> None:
    """Names are placed by their length; each keeps clear of all others."""
    drawn = re.findall(
        r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]+)</text>', sample.text("/pictures/network.svg")
    )
    assert len(drawn) >= 10
    boxes = []
    for x, y, anchor, name in drawn:
        wide = 6 * len(html.unescape(name))
        left = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        boxes.append((name, left, left + wide, float(y) - 9, float(y) + 2))
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[1] or other[2] <= one[1] or one[4] <= other[3] or other[4] <= one[3]
        assert apart, (one, other)


def test_the_network_is_of_those_who_sat_together_most(made: Site, made_file: Path, tmp_path: Path) -> None:
    """Also where those who are seen most never sat with each other."""
    file = Path(shutil.copy(made_file, tmp_path / "archive.db"))
    with closing(sqlite3.connect(file)) as connection, connection:
        most = [
            row[0] for row in connection.execute("select id from people order by appearance_count desc, id limit 60")
        ]
        connection.execute(
            f"update appearances set session_id = null where person_id in ({', '.join('?' * 50)})", most[:50]
        )
    with served(file) as site:
        expected = site.rows(
            """
            with seen as (select id from people order by appearance_count desc, id limit 400)
            select count(distinct a.session_id) as together from appearances a
            join appearances b on b.session_id = a.session_id and b.person_id > a.person_id
            where a.person_id in (select id from seen) and b.person_id in (select id from seen)
            group by a.person_id, b.person_id order by 1 desc limit 5
            """
        )
        pairs = site.get("/pictures/network.json").json()
        assert [one["Shared sessions"] for one in pairs[:5]] == [row[0] for row in expected]
        assert len({one[key] for one in pairs for key in ("Person", "With")}) > 10
        said = re.search(r"The (\d+) people who sat in most sessions together", site.text("/pictures/network"))
        assert said
        assert int(said[1]) == site.get("/pictures/network.svg").text.count("<circle")


def test_a_name_stands_where_no_line_runs_through_it() -> None:
    """The first place for a name is right of its dot; with a line to the right it is another one."""
    places = _labels(Node(1, "Ana Ruiz", 3), 100, 100, 5)
    assert _free(places, [], [], 720)[0] == places[0][0]
    assert _free(places, [], [(100, 100, 300, 102)], 720)[0] == places[1][0]
    box = _Box(10, 10, 30, 20)
    assert box.length_of((0, 15, 40, 15)) == 20
    assert box.length_of((20, 15, 20, 100)) == 5
    assert box.length_of((0, 0, 40, 0)) == box.length_of((0, 15, 9, 15)) == 0


@pytest.mark.parametrize("years", [1, 2, 5, 40])
def test_a_bar_stands_over_its_year(years: int) -> None:
    picture = bars("by-year", "By year", [Series("Events", {2000 + year: 1 for year in range(years)})])
    middles = [
        float(x) + float(wide) / 2 for x, wide in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', picture)
    ]
    labels = {int(year): float(x) for x, year in re.findall(r'<text x="([\d.]+)"[^>]*>(2\d{3})</text>', picture)}
    assert len(middles) == years
    for year, x in labels.items():
        assert abs(middles[year - 2000] - x) < 0.2
