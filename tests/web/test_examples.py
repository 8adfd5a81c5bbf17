"""What the page on the API, README.md and docs/ tell people to type runs as it stands."""

from __future__ import annotations

import contextlib
import html
import io
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import duckdb
import pandas
import pytest
from click import Context

from archive.cli import main_group
from tests.web.conftest import ROOT, Site

RSCRIPT = shutil.which("Rscript")
needs_r = pytest.mark.skipif(RSCRIPT is None, reason="R is not installed; on Debian: apt-get install r-cran-rsqlite")


def api_example(site: Site, name: str) -> str:
    """An example of the page on the API."""
    found = re.search(rf"<h3>{re.escape(name)}</h3>\n<pre[^>]*><code>(.*?)</code></pre>", site.text("/api"), re.DOTALL)
    assert found, name
    return html.unescape(found[1])


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documented(path: str, language: str) -> str:
    """The first example in a language in a document."""
    found = re.search(
        rf"^```{language}\n(.*?)^```$", (ROOT / path).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found, (path, language)
    return found[1]


def printed_by_python(code: str) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code, "example", "exec"), {})  # runs what we print for others to run
    return said.getvalue()


def printed_by_r(code: str, folder: Path) -> str:
    assert RSCRIPT
    script = folder / "example.R"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([RSCRIPT, str(script)], cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def asked_of_sqlite(statement: str, archive: Path, name: str) -> list[tuple[object, ...]]:
    """The rows of a statement that DuckDB's extension would read from the archive: SQLite knows the same words."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"attach ? as {name}", (f"file:{archive}?mode=ro",))
        return connection.execute(statement).fetchall()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed; on Debian: apt-get install curl")
def test_curl(sample: Site) -> None:
    commands = [line for line in api_example(sample, "curl").splitlines() if not line.startswith("#")]
    assert len(commands) == 3
    for command in commands:
        done = subprocess.run(["bash", "-c", f"{command} --fail --silent"], capture_output=True, text=True, timeout=30)
        assert done.returncode == 0, command
        lines = done.stdout.strip().splitlines()
        assert len(lines) > (".csv" in command), command  # a list without rows would have its head alone


def test_pandas(sample: Site) -> None:
    years = printed_by_python(api_example(sample, "Python, pandas"))
    for year, events in sample.rows("select year, count(*) from events where year is not null group by year"):
        assert re.search(rf"^{year}\s+{events}$", years, re.MULTILINE)


@needs_r
def test_r(sample: Site, tmp_path: Path) -> None:
    said = printed_by_r(api_example(sample, "R"), tmp_path)
    assert str(sample.value("select max(year) from events")) in said


def test_duckdb(sample: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_list, of_file = api_example(sample, "DuckDB").split("\n\n")
    fetched = re.search(r'curl -o (\S+) "([^"]+)"', of_list)
    assert fetched
    monkeypatch.chdir(tmp_path)
    Path(fetched[1]).write_bytes(sample.client.get(fetched[2]).content)
    with duckdb.connect() as connection:
        rows = connection.execute(of_list).fetchall()
    assert dict(rows) == dict(
        sample.rows("select country, count(*) from appearances where role = 'panellist' group by country")
    )
    downloaded = re.search(r'curl -O "([^"]+)"', of_file)
    assert downloaded
    assert sample.client.get(downloaded[1]).content[:15] == b"SQLite format 3"
    people = asked_of_sqlite(of_file[of_file.index("SELECT") :], sample.archive, "iom")
    assert people[0][1] == sample.value("select max(appearance_count) from people")


def test_examples_of_the_readme_in_python_and_duckdb(sample_file: Path) -> None:
    code = documented("README.md", "python")
    assert code.rstrip().splitlines()[-1].startswith("pd.read_sql(")
    shown = code.replace("data/archive.db", str(sample_file)).replace("pd.read_sql(", "found = pd.read_sql(")
    assert int(printed_by_python(f"{shown}\nprint(len(found))")) > 0
    statements = documented("README.md", "sql")
    assert "as iom (type sqlite)" in statements
    assert asked_of_sqlite(statements[statements.index("select") :], sample_file, "iom")


def test_examples_on_querying(sample_file: Path) -> None:
    code = documented("docs/query.md", "python").replace("data/archive.db", str(sample_file))
    printed = printed_by_python(code)
    assert "date" in printed
    assert "Empty DataFrame" not in printed
    statements = documented("docs/query.md", "sql")
    assert "AS archive (TYPE sqlite" in statements
    assert asked_of_sqlite(statements[statements.index("SELECT") :], sample_file, "archive")
    with closing(sqlite3.connect(sample_file)) as archive:
        for statement in re.findall(r'(?s)```sql\n(select.*?)```|"(select date.*?)"', text_of("docs/query.md")):
            assert archive.execute("".join(statement)).fetchall(), statement


def test_the_sample_is_as_large_as_its_documents_say(sample: Site) -> None:
    pages, captures = (sample.value(f"select count(*) from {table}") for table in ("pages", "captures"))
    assert f"The sample is {captures} captures of {pages} reconstructed pages" in text_of("README.md")
    assert text_of("data/sample/README.md").startswith(
        f"# The bundled sample\n\n{pages} small pages in a WARC file of {captures} captures"
    )


@needs_r
@pytest.mark.parametrize("path", ["README.md", "docs/query.md"])
def test_examples_in_r(sample_file: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "archive.db").symlink_to(sample_file)
    assert printed_by_r(documented(path, "r"), tmp_path).strip()


def test_the_commands_of_the_readme_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = [line.split(" | ")[0] for line in text.partition("| command |")[2].partition("\n\n")[0].splitlines()[2:]]
    named = {name for cell in told for name in re.findall(r"`(?:iom-archive )?([a-z]+)[^`]*`", cell)}
    assert {"crawl", "build", "serve"} <= named <= set(main_group.list_commands(Context(main_group)))
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^ {4}make (\w+)|`make (\w+)", text, re.MULTILINE)):
        assert re.search(rf"^{''.join(target)}:", targets, re.MULTILINE), target


def test_what_is_said_of_csv_files_keeps_namibia(tmp_path: Path) -> None:
    """Its code is NA, which pandas takes for a missing value unless told."""
    file = tmp_path / "speakers.csv"
    file.write_text("person,country\nA,NA\nB,\n", encoding="utf-8")
    said = re.search(r"`pandas\.(read_csv\(.*?\))`", (ROOT / "docs/query.md").read_text(encoding="utf-8"))
    assert said
    assert said[1].partition(",")[2] in (ROOT / "web/templates/api.html").read_text(encoding="utf-8")
    found = eval(f"pandas.{said[1]}", {"pandas": pandas, "FILE": file})  # what we print for others to run
    assert found["country"].fillna("missing").tolist() == ["NA", "missing"]
