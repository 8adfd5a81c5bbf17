"""Facets of table pages: the same as Datasette's own, counted once for each file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from datasette.plugins import pm
from pluggy import HookimplMarker

from archive.schema import TABLES
from tests.web.conftest import ROOT, Site, served

hookimpl = HookimplMarker("datasette")
FACETED = [name for name, table in TABLES.items() if table.facets]
_STOCK = """
import asyncio, json, sys
from pathlib import Path
from archive.serving import make_datasette

async def main():
    datasette = make_datasette(Path(sys.argv[1]), web=None)
    answers = {}
    for path in json.load(sys.stdin):
        answer = await datasette.client.get(path)
        answers[path] = answer.json()
    print(json.dumps(answers))

asyncio.run(main())
"""


def of_datasette(archive: Path, paths: list[str]) -> dict[str, Any]:
    """What Datasette answers without our pages, in a process that never loads them."""
    done = subprocess.run(
        [sys.executable, "-c", _STOCK, str(archive)],
        input=json.dumps(paths),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def questions(site: Site) -> Iterator[str]:
    """Every table that has facets: whole, narrowed to values of each facet, sorted, with more or fewer values."""
    for name in FACETED:
        facets = TABLES[name].facets
        yield f"/archive/{name}.json"
        yield f"/archive/{name}.json?_sort={TABLES[name].key}&_size=3&_labels=on"
        yield f"/archive/{name}.json?_facet_size=2"
        yield f"/archive/{name}.json?_facet_size=max&_nocount=1"
        for facet in facets:
            order = f"select {facet} from {name} where {facet} is not null group by 1 order by count(*) desc, 1"
            for (value,) in site.rows(f"{order} limit 2"):
                yield f"/archive/{name}.json?{facet}={value}"
                yield f"/archive/{name}.json?{facet}__exact={value}&_facet_size=1"
            yield f"/archive/{name}.json?{facet}__notnull=1&_facet={facet}"
            yield f"/archive/{name}.json?{facet}=no+such+value"


CHOSEN = [
    "role=panellist&year=2019",
    "role=panellist&role=moderator",
    "year=02019",
    "year__gt=2015&role=panellist",
    "country__isnull=1",
    "country=KE&_facet=organization_id",
    "_facet=role",
    "_facet=organization_id&_facet_size=5",
    "_facet=person_id&_facet=year&year=2019",
    "_facet_date=date&role=quoted",
    "organization_id__notnull=1",
    "_search=maria",
    "_search=maria&role=panellist",
    "_where=sequence=1&role=panellist",
    "_where=sequence=1",
    "_col=name&role=panellist",
    "_shape=objects&role=quoted&_sort_desc=year",
    "_shape=array&role=quoted",
    "_nofacet=1",
]


def test_they_are_those_of_datasette(made: Site) -> None:
    paths = [*questions(made), *(f"/archive/appearances.json?{asked}" for asked in CHOSEN)]
    paths.append('/archive/events.json?_through={"table":"appearances","column":"role","value":"panellist"}')
    expected = of_datasette(made.archive, paths)
    narrowed = 0
    for path in paths:
        answer = made.get(path)
        assert answer.status_code == 200, path
        mine, theirs = answer.json(), expected[path]
        if isinstance(theirs, list):
            assert mine == theirs, path
            continue
        facets = json.loads(json.dumps(mine["facet_results"]).replace(made.base, "http://localhost"))
        assert facets == theirs["facet_results"], path
        assert list(facets) == list(theirs["facet_results"]), path
        assert mine.get("facets_timed_out") == theirs.get("facets_timed_out"), path
        assert mine["filtered_table_rows_count"] == theirs["filtered_table_rows_count"], path
        narrowed += any(one["results"] for one in facets.values())
    assert narrowed > len(paths) / 2


def test_they_tell_what_is_in_the_file(made: Site) -> None:
    for narrowed, condition in (("", "1"), ("?role=moderator", "role = 'moderator'"), ("?year=2019", "year = 2019")):
        facets = made.get(f"/archive/appearances.json{narrowed}").json()["facet_results"]
        assert list(facets) == ["role", "country", "year"]
        for facet, shown in facets.items():
            counted = made.rows(
                f"select {facet}, count(*) from appearances where {condition} and {facet} is not null "
                "group by 1 order by 2 desc, 1 limit 30"
            )
            assert [(value["value"], value["count"]) for value in shown["results"]] == counted


def test_a_page_shows_them_and_leads_to_them(made: Site) -> None:
    role, count = made.rows("select role, count(*) from appearances group by 1 order by 2 desc")[0]
    text = made.text("/archive/appearances")
    link = re.search(
        rf'<a rel="nofollow" href="([^"]+)"><bdi>{role}</bdi></a>&nbsp;<span class="quiet">{count:,}<', text
    )
    assert link
    narrowed = made.text(link[1].replace(made.base, ""))
    assert f"<strong>{count:,} rows</strong>" in narrowed
    assert f"<bdi>{role}</bdi> <span aria-hidden" in narrowed  # chosen, and can be taken back
    assert "Counting took too long" not in text + narrowed


def test_a_column_stands_once(made: Site) -> None:
    """Also where the address asks for one that the table's metadata names."""
    for narrowed in ("?_facet=year", "?role=moderator&_facet=year", "?_facet=year&_sort=year"):
        text = made.text(f"/archive/appearances{narrowed}")
        assert len(re.findall(r'<h2 id="facet-\d+">year\b', text)) == 1, narrowed
    assert re.search(r'id="facet-\d">sequence\b', made.text("/archive/appearances?_facet=sequence"))


def test_later_pages_count_all_rows_and_lead_to_the_first(made: Site) -> None:
    for narrowed in ("?_size=5", "?_size=5&role=moderator", "?_size=5&_sort=year"):
        first = made.get(f"/archive/appearances.json{narrowed}").json()
        second = made.get(first["next_url"].replace(made.base, "")).json()
        assert second["rows"] != first["rows"]
        for facet, shown in second["facet_results"].items():
            before = first["facet_results"][facet]["results"]
            assert [(one["value"], one["count"]) for one in shown["results"]] == [
                (one["value"], one["count"]) for one in before
            ]
            for one in shown["results"]:
                assert "_next" not in one["toggle_url"]
                if not one["selected"]:
                    led = made.get(one["toggle_url"].replace(made.base, "")).json()
                    assert led["filtered_table_rows_count"] == one["count"]
                    break


class Listener:
    """Hears every statement that is run."""

    __name__ = "listener"  # Datasette asks for it, as of a module

    def __init__(self) -> None:
        self.heard: list[str] = []

    @hookimpl
    def prepare_connection(self, conn: Any) -> None:
        conn.set_trace_callback(self.heard.append)

    def counted(self, by: str = "group by") -> list[str]:
        """Statements that count, by columns or with other words, since this was last asked."""
        found = [" ".join(one.split()) for one in self.heard if by in one]
        self.heard.clear()
        return found


@pytest.fixture
def listener() -> Iterator[Listener]:
    added = Listener()
    pm.register(added, name="test-listener")
    yield added
    pm.unregister(added)


def test_a_table_is_counted_once(listener: Listener, made_file: Path) -> None:
    with served(made_file) as site:
        site.text("/archive/appearances")
        assert len(listener.counted()) == 1
        country = site.value("select country from appearances where country is not null")
        both = "?year={}&role={}".format(*site.rows("select year, role from appearances where year is not null")[0])
        for asked in ("", "?role=panellist", f"?country={country}", both, "?_sort=year", "?_facet=role"):
            site.text(f"/archive/appearances{asked}")
            site.get(f"/archive/appearances.json{asked}").raise_for_status()
        assert listener.counted() == []
        site.text("/archive/appearances?_facet=sequence")
        assert len(listener.counted()) == 1  # Datasette's own, for what the metadata does not name


def test_rows_with_counted_values_are_not_counted_anew(listener: Listener, made_file: Path) -> None:
    with served(made_file) as site:
        site.text("/archive/appearances")
        both = "role = 'panellist' and year = 2019"
        number = site.value(f"select count(*) from appearances where {both}")
        rows = re.compile(r"<strong>([\d,]+) rows?</strong>")
        listener.heard.clear()
        found = rows.search(site.text("/archive/appearances?role=panellist&year=2019"))
        assert found
        assert found[1] == f"{number:,}"
        assert listener.counted("count(*)") == []
        for asked in ("role=panellist&sequence=1", "year=02019", "role=no+such+role", "year__gt=2018"):
            site.text(f"/archive/appearances?{asked}")
            assert any(one.startswith("select count(*) from") for one in listener.counted("count(*)")), asked


class Narrowing:
    """A plugin that hides rows."""

    __name__ = "narrowing"

    @hookimpl
    def filters_from_request(self) -> Any:
        from datasette.filters import FilterArguments

        return FilterArguments(["sequence = 1"])


def test_rows_that_another_plugin_hides_are_not_counted(made_file: Path) -> None:
    added = Narrowing()
    pm.register(added, name="test-narrowing")
    try:
        with served(made_file) as site:
            visible = site.value("select count(*) from appearances where sequence = 1")
            panellists = "select count(*) from appearances where sequence = 1 and role = 'panellist'"
            narrowed = site.get("/archive/appearances.json?role=panellist").json()
            assert narrowed["filtered_table_rows_count"] == site.value(panellists)
            for asked in ("", "?_size=5", "?_size=5&_sort=year"):
                answer = site.get(f"/archive/appearances.json{asked}").json()
                later = site.get(answer["next_url"].replace(site.base, "")).json()
                for one in (answer, later):
                    roles = one["facet_results"]["role"]["results"]
                    assert 0 < sum(value["count"] for value in roles) <= visible
    finally:
        pm.unregister(added)
