"""``iom-archive parse`` and ``iom-archive evaluate``: once as a user runs them, then in this process, which has the
vocabularies at hand.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main_group
from archive.evaluation import PageScore, alike, labelled_pages, rates, summarise

PAGE = """<html lang=en><head><link rel=canonical href="https://www.iom.int/a-workshop-2014"></head><body><main>
<h1>Workshop on Harbours</h1><p>3 March 2014</p><p>09:00-10:00 Opening remarks</p>
<ul><li>Ms. Ada Obi, Director, IOM</li></ul></main></body></html>"""
TEXT = "URL: https://www.iom.int/news/a-release\n\nNews\nGlobal\n\nA Release\n\nGeneva – The meeting opened on 4 March 2014.\n"


def run(*args: object, cwd: Path) -> Result:
    with chdir(cwd):
        done = CliRunner().invoke(main_group, [*map(str, args)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "release.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_json_is_one_object_a_line_and_nothing_is_written(pages: Path) -> None:
    before = sorted(pages.iterdir())
    program = [sys.executable, "-c", "from archive.cli import main; main()"]
    done = subprocess.run(
        [*program, "parse", "--json", pages / "page.html", pages / "release.txt"],
        capture_output=True,
        text=True,
        cwd=pages,
        timeout=60,
        check=False,
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["url"] for record in records] == [
        "https://www.iom.int/a-workshop-2014",
        "https://www.iom.int/news/a-release",
    ]
    assert [record["kind"] for record in records] == ["event", "press_release"]
    assert records[0]["sessions"][0]["people"][0]["name"] == "Ada Obi"
    assert sorted(pages.iterdir()) == before


def test_a_folder_and_the_words_of_the_evidence(pages: Path) -> None:
    done = run("parse", pages, cwd=pages)
    assert done.exit_code == 0
    assert '"quote": "3 March 2014"' in done.stdout


def test_explain_shows_what_was_claimed(pages: Path) -> None:
    done = run("parse", "--explain", pages / "page.html", cwd=pages)
    assert done.exit_code == 0
    assert "agenda" in done.stdout
    assert "session 2014-03-03 09:00-10:00  [plenary] Opening remarks" in done.stdout


def test_bad_files_are_named_and_the_rest_goes_on(pages: Path) -> None:
    (pages / "empty.html").write_bytes(b"")
    (pages / "picture.html").write_bytes(b"\x89PNG\r\n\0\0\0\0")
    (pages / "nowhere.html").write_text("<p>No address</p>", encoding="utf-8")
    (pages / "report.pdf").write_bytes(b"%PDF-1.4\n")
    (pages / "crawl.warc").write_bytes(b"WARC/1.1\r\n")
    done = run("parse", "--json", pages / "gone.html", pages, pages / "report.pdf", pages / "crawl.warc", cwd=pages)
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 2
    for words in (
        "gone.html: cannot be read",
        "empty.html: is empty",
        "picture.html: is no page",
        "give it with --url",
        "report.pdf: foreign: a PDF document",
        "crawl.warc: is a WARC file of captures; bring it in with: iom-archive import",
    ):
        assert words in done.stderr


def test_url_gives_the_address_of_one_file_only(pages: Path) -> None:
    (pages / "nowhere.html").write_text("<h1>Title of it</h1>", encoding="utf-8")
    one = run("parse", "--json", "--url", "https://www.iom.int/x", pages / "nowhere.html", cwd=pages)
    assert json.loads(one.stdout)["url"] == "https://www.iom.int/x"
    two = run("parse", "--url", "https://www.iom.int/x", pages / "nowhere.html", pages / "page.html", cwd=pages)
    assert two.exit_code == 2
    assert "--url names one page" in two.stderr


def test_evaluate_counts_what_is_right(pages: Path) -> None:
    record = json.loads(run("parse", "--json", pages / "page.html", cwd=pages).stdout)
    record["sessions"][0]["people"].append({"name": "Missing Person", "role": "opening"})
    (pages / "page.json").write_text(json.dumps(record), encoding="utf-8")
    (pages / "release.txt").unlink()
    done = run("evaluate", "--json", pages, cwd=pages)
    fields = {field["field"]: field for field in json.loads(done.stdout)["fields"]}
    assert fields["sessions"]["f1"] == 1
    assert (fields["session people"]["expected"], fields["session people"]["correct"]) == (2, 1)
    assert "session people: missed missing person" in run("evaluate", "--misses", pages, cwd=pages).stdout


def test_a_label_without_its_page_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lost.json").write_text("{}", encoding="utf-8")
    done = run("evaluate", tmp_path, cwd=tmp_path)
    assert done.exit_code == 2
    assert "lost.json has no page beside it" in done.stderr


def test_a_folder_without_labelled_pages_gives_no_figures(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html></html>", encoding="utf-8")
    done = run("evaluate", tmp_path, cwd=tmp_path)
    assert done.exit_code == 5
    assert f"There are no labelled pages below {tmp_path}" in done.stderr
    assert "field" not in done.stdout


def test_labelled_pages_of_this_project_are_found() -> None:
    folder = Path(__file__).parent.parent / "fixtures" / "pages"
    assert len(labelled_pages([folder])) >= 60


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Panel 1: Régular Pathways", "panel 1 – regular pathways", True),
        ("Director, Migration Policy", "Director", False),
        ("Global Migration Group", "Global Migration Group (GMG)", True),
        ("", "", True),
        ("Niger", "Nigeria", True),
        ("Kenya", "Ghana", False),
    ],
)
def test_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_rates_and_intervals() -> None:
    assert rates(4, 5, 3) == (0.6, 0.75, pytest.approx(2 * 3 / 9))
    assert rates(0, 0, 0) == (None, None, None)
    scores = []
    for number in range(8):
        score = PageScore(page=None)  # type: ignore[arg-type]  # the page is not looked at
        score.add("title", 1, 1, int(number > 0))
        scores.append(score)
    (row,) = summarise(scores)
    assert (row.pages, row.correct) == (8, 7)
    assert row.f1_low is not None and row.f1 is not None and row.f1_high is not None
    assert row.f1_low <= row.f1 <= row.f1_high
