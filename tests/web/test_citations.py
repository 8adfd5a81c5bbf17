"""Citations in all their forms, and things as data for programs."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import Site, page_types
from web import citations
from web.citations import FORMS, Citation
from web.structured import embedded

TITLES = st.text(min_size=1, max_size=60)
CITED = Citation(
    "Migration & “Development”: 50 % {more}",
    "https://archive.example.org/event/12",
    "2026-09-27T02:59:00Z",
    kind="Event",
    author="International Organization for Migration",
    issued="2024-10-07",
    source="https://www.iom.int/a_b",
    captured="2026-09-01T02:00:00Z",
    language="en",
)


def test_plain_text() -> None:
    assert citations.plain(CITED) == (
        "International Organization for Migration (7 October 2024). Migration & “Development”: 50 % {more}. Event. "
        "In: IOM events archive, as of 27 September 2026. https://archive.example.org/event/12 "
        "(captured 1 September 2026 from https://www.iom.int/a_b)"
    )


def test_bibtex() -> None:
    text = citations.bibtex(CITED)
    assert text.startswith("@misc{iom-migration-development-50-more-event-12,\n")
    assert r"  title = {{Migration \& “Development”: 50 \% \{more\}}}," in text
    assert "  url = {https://archive.example.org/event/12}," in text
    assert "  urldate = {2026-09-27}," in text
    assert text.endswith("}\n")


def test_ris() -> None:
    lines = citations.ris(CITED).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "DA  - 2024/10/07" in lines
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_csl() -> None:
    (item,) = json.loads(citations.csl(CITED))
    assert item["type"] == "webpage"
    assert item["issued"] == {"date-parts": [[2024, 10, 7]]}
    assert item["author"] == [{"literal": "International Organization for Migration"}]


@given(TITLES, st.one_of(st.none(), TITLES))
def test_no_title_breaks_a_form(title: str, author: str | None) -> None:
    cited = Citation(title, "https://a.example/event/1?q={x}", None, author=author)
    bibtex = citations.bibtex(cited)
    bare = re.sub(r"\\[\\{}&%$#_]|\\text\w+\{\}", "", bibtex)
    assert bare.count("{") == bare.count("}")
    assert re.fullmatch(r"[A-Za-z0-9-]+", cited.key)
    ris = citations.ris(cited)
    assert ris.count("\r\n") == len(ris.splitlines())
    assert len(json.loads(citations.csl(cited))) == 1
    assert citations.plain(cited)


def test_every_page_has_its_citation_in_every_form(sample: Site) -> None:
    for name, path in page_types(sample).items():
        if path.startswith(("/archive", "/correct")) or name == "name that is not known":  # cited without that name
            continue
        text = sample.text(path)
        plain, _, query = path.partition("?")
        for suffix, (_, content_type, _) in FORMS.items():
            address = f"{'/home' if plain == '/' else plain}.{suffix}" + (f"?{query}" if query else "")
            answer = sample.get(address)
            assert answer.status_code == 200, f"{name}: {address}"
            assert answer.headers["content-type"] == content_type
            assert sample.base + plain in answer.text.replace("\\_", "_"), address
            assert address.replace("&", "&amp;") in text, f"{name} does not link {address}"


def test_a_citation_names_the_source_and_when_it_was_captured(sample: Site) -> None:
    types = page_types(sample)
    address, captured = sample.rows(
        "select address, captured_at from events where id = ?", types["event"].split("/")[-1]
    )[0]
    text = sample.text(types["event"] + ".ris")
    assert f"L2  - {address}" in text
    assert str(captured) in text


@given(st.recursive(st.text(max_size=20), lambda inner: st.dictionaries(st.text(max_size=5), inner, max_size=3)))
def test_embedded_data_cannot_end_its_element(data: object) -> None:
    text = str(embedded(data))
    assert "<" not in text and ">" not in text
    assert json.loads(text) == data


def test_an_event_in_the_words_of_schema_org(sample: Site, made: Site) -> None:
    for site in (sample, made):
        path = page_types(site)["event"]
        data = site.get(f"{path}.jsonld").json()
        assert data["@type"] == "Event"
        assert data["url"] == site.base + path
        number = path.split("/")[-1]
        sessions = site.value("select count(*) from sessions where event_id = ? and kind != 'break'", number)
        assert len(data["subEvent"]) == sessions
        people = {name for (name,) in site.rows("select name from appearances where event_id = ?", number)}
        performers = {one["name"] for part in (data, *data["subEvent"]) for one in part.get("performer", [])}
        assert performers == people
        inside = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.text(path), flags=re.DOTALL)
        assert inside
        assert json.loads(inside[1]) == data


def test_a_release_in_the_words_of_schema_org(sample: Site) -> None:
    path = page_types(sample)["release"]
    data = sample.get(f"{path}.jsonld").json()
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == sample.value("select headline from press_releases where id = ?", path.split("/")[-1])


@pytest.mark.parametrize("kind", ["event", "release", "person", "organization"])
def test_things_as_json_hold_everything(sample: Site, kind: str) -> None:
    path = page_types(sample)[kind]
    number = int(path.split("/")[-1])
    data = sample.get(f"{path}.json").json()
    assert data["id"] == number
    if kind == "event":
        assert len(data["sessions"]) == data["session_count"]
        people = len(data["people"]) + sum(len(one["people"]) for one in data["sessions"])
        assert people == data["appearance_count"]
    if kind == "person":
        assert len(data["appearances"]) == data["appearance_count"]
