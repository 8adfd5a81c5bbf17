"""The notice that pages of the bundled sample are not to be cited."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.web.conftest import Site, page_types, served


def notice(text: str) -> str | None:
    found = re.search(r'<p class="sample">(.*?)</p>', text, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]) if found else None


def test_every_page_of_the_sample_says_so(sample: Site) -> None:
    pages = sample.value("select count(*) from pages")
    expected = f"Sample of {pages} pages, reconstructed to try the archive with: not to be cited. What the sample is"
    for name, path in page_types(sample).items():
        text = sample.text(path)
        assert notice(text) == expected, name
        if 'id="cite"' in text:
            assert "This is the sample: cite the page of IOM that it names" in text, name
    assert notice(sample.get("/event/1").text) == notice(sample.get("/archive/none").text) == expected
    assert 'id="sample"' in sample.text("/about")


def test_other_pages_are_none(made: Site) -> None:
    for path in ("/", "/about", "/archive/events"):
        assert notice(made.text(path)) is None
    assert 'id="sample"' not in made.text("/about")


def test_pages_that_were_fetched_since_are_none(sample_file: Path, tmp_path: Path) -> None:
    """What counts is the text that holds now."""
    mixed = tmp_path / "archive.db"
    shutil.copy(sample_file, mixed)
    with closing(sqlite3.connect(mixed)) as connection, connection:
        kept = connection.execute("select id, revision_id from pages order by id limit 2").fetchall()
        others = "page_id not in (?, ?)"
        connection.execute(f"update captures set body_sha256 = 'fetched' where {others}", [one[0] for one in kept])
        pages = connection.execute("select count(*) from pages").fetchone()[0]
    with served(mixed) as site:
        home = site.text("/")
        assert str(notice(home)).startswith(f"2 of {pages} pages are of the reconstructed sample: not to be cited.")
        assert "This is the sample" not in home
    with closing(sqlite3.connect(mixed)) as connection, connection:
        connection.execute("update captures set body_sha256 = 'fetched' where page_id = ?", [kept[0][0]])
    with served(mixed) as site:
        assert str(notice(site.text("/"))).startswith(f"1 of {pages} pages is of the reconstructed sample")
