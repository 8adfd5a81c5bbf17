"""The labelled pages are complete and well-formed: `tests/fixtures/README.md` tells their form.

Every page has a reviewed record beside it, and every record says only what its page can have said: known kinds, roles and
themes, real dates, names that stand in the text. How well the parsers read the pages is `iom-archive evaluate`'s business.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLE = ROOT / "data" / "sample"

KINDS = {"event", "press_release", "other"}
SESSION_KINDS = {
    *("plenary", "panel", "dialogue", "side_event", "ceremony", "break", "procedural", "press_briefing", "other"),
}
ROLES = {
    *("chair", "moderator", "panellist", "speaker", "opening", "closing", "host", "quoted", "mentioned", "contact"),
}
THEMES = {
    *("labour-migration", "migration-and-development", "remittances-and-diaspora", "regular-pathways"),
    *("migration-governance", "global-compact", "forced-displacement", "internal-displacement"),
    *("refugees-and-asylum", "resettlement", "humanitarian-response", "return-and-reintegration"),
    *("counter-trafficking", "smuggling", "border-management", "irregular-migration"),
    *("missing-migrants-and-search-and-rescue", "climate-and-environment", "disaster-risk", "health"),
    *("mental-health", "gender", "children-and-youth", "integration-and-inclusion"),
    *("human-rights-and-protection", "migration-data", "digital-and-innovation", "funding-and-partnerships"),
    *("cities-and-local-authorities", "peace-and-security", "ethical-recruitment"),
    *("statelessness-and-identity", "xenophobia-and-narratives", "education-and-skills", "covid-19"),
}
KEYS = {
    *("url", "kind", "title", "language", "published", "start_date", "end_date", "location", "sessions", "people"),
    *("organizations", "documents", "themes", "origin", "reviewed"),
}
OPTIONAL_KEYS = {"date_note", "status"}
LARGEST_PAGE = 40_000  # bytes


def folders() -> Iterator[tuple[Path, Path]]:
    """Folders of pages, each with the folder of its records."""
    for folder in sorted(path for path in FIXTURES.iterdir() if path.is_dir() and path.name != "sample"):
        if any(folder.glob("*.html")) or any(folder.glob("*.txt")):
            yield folder, folder
    yield SAMPLE / "pages", FIXTURES / "sample"


def pairs() -> list[tuple[Path, Path]]:
    """Every page with the path of its record."""
    return [
        (page, records / f"{page.stem}.json")
        for pages, records in folders()
        for page in sorted(pages.iterdir())
        if page.suffix in {".html", ".txt"}
    ]


def name(path: object) -> str:
    return f"{path.parent.name}/{path.stem}" if isinstance(path, Path) and path.suffix != ".json" else ""


each_page = pytest.mark.parametrize(("page", "record_path"), pairs(), ids=name)


# --- a page and its words ---------------------------------------------------------------------------------------------


def decoded(page: Path) -> str:
    """The page's characters; the few pages in another charset than UTF-8 name it."""
    data = page.read_bytes()
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    return data.decode(declared.group(1).decode() if declared else "utf-8")


def plain(text: str) -> str:
    """Letters and digits of ``text`` without case, one blank between words, nothing invisible."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", "")).casefold()
    return " ".join(re.sub(r"[^\w]+|_", " ", text).split())


def text_of(page: Path) -> str:
    """The page's text, as `plain` leaves it: all of it, menus included."""
    source = decoded(page)
    if page.suffix == ".txt":
        return plain(source)
    tree = LexborHTMLParser(source)
    tree.strip_tags(["script", "style"])
    body = tree.body
    # Inline tags may part a word's letters, so they are dropped without leaving a blank; all others leave one.
    tree.unwrap_tags(["b", "i", "em", "strong", "span", "font", "a", "abbr", "sup"])
    return plain(body.text(separator=" ") if body else "") + " " + plain(body.text(separator="") if body else "")


def address_of(page: Path) -> str | None:
    """The address that the page gives itself."""
    source = decoded(page)
    if page.suffix == ".txt":
        first = source.split("\n", 1)[0]
        return first.removeprefix("URL: ").strip() if first.startswith("URL: ") else None
    link = LexborHTMLParser(source).css_first('link[rel="canonical"]')
    return link.attributes.get("href") if link else None


# --- what may be wrong with a record ----------------------------------------------------------------------------------


def wrong_shape(record: dict[str, Any]) -> Iterator[str]:
    """Keys and closed lists."""
    if missing := KEYS - record.keys():
        yield f"keys missing: {sorted(missing)}"
        return
    if unknown := record.keys() - KEYS - OPTIONAL_KEYS:
        yield f"unknown keys: {sorted(unknown)}"
    if record["kind"] not in KINDS:
        yield f"kind {record['kind']!r}"
    if record["language"] not in {"en", "fr", "es", "ar"}:
        yield f"language {record['language']!r}"
    if set(record["location"]) != {"venue", "city", "country", "online"}:
        yield f"location has {sorted(record['location'])}"
    if unknown := set(record["themes"]) - THEMES:
        yield f"unknown themes: {sorted(unknown)}"
    if len(record["themes"]) > 4 or len(set(record["themes"])) < len(record["themes"]):
        yield "more than four themes, or one twice"
    if not isinstance(record["origin"], str) or len(record["origin"]) < 10:
        yield "origin does not say how the page came about"
    for country in [record["location"]["country"], *(person["country"] for person in record["people"])]:
        if country is not None and not re.fullmatch(r"[A-Z]{2}", country):
            yield f"country {country!r}"
    if len(set(record["organizations"])) < len(record["organizations"]):
        yield "an organization stands twice"


def wrong_dates(record: dict[str, Any]) -> Iterator[str]:
    """Days that do not exist, ends before starts, hours that are none."""
    start, end = record["start_date"], record["end_date"]
    for label in ("published", "start_date", "end_date"):
        if record[label] is not None and not _is_day(record[label]):
            yield f"{label} {record[label]!r}"
    if end and not start:
        yield "an end without a start"
    if start and end and end < start:
        yield "the event ends before it starts"
    for session in record["sessions"]:
        day, first, last = session["date"], session["start"], session["end"]
        where = f"session {session['title'][:30]!r}"
        if day is not None and not _is_day(day):
            yield f"{where}: date {day!r}"
        if day and start and not start <= day <= (end or start):
            yield f"{where}: {day} is outside the event"
        if any(clock is not None and not _is_clock(clock) for clock in (first, last)):
            yield f"{where}: hours {first!r} - {last!r}"
        elif first and last and last <= first:
            yield f"{where}: ends at {last}, before {first}"
        elif last and not first:
            yield f"{where}: an end without a start"


def wrong_people(record: dict[str, Any]) -> Iterator[str]:
    """Unknown roles, people twice, people of a session whom the page's list does not have in that role."""
    listed = Counter((person["name"], person["role"]) for person in record["people"])
    for (who, role), times in listed.items():
        if role not in ROLES:
            yield f"{who}: role {role!r}"
        if times > 1:
            yield f"{who} stands {times} times as {role}"
        if re.match(r"(Mr|Mrs|Ms|Dr|Prof|Amb|Hon|H\.E|S\.E|Sr|Sra|Mme|M)\.?\s", who):
            yield f"{who}: the title is not part of the name"
    for session in record["sessions"]:
        if session["kind"] not in SESSION_KINDS:
            yield f"session {session['title'][:30]!r}: kind {session['kind']!r}"
        if set(session) != {"title", "kind", "date", "start", "end", "timezone", "organizers", "people"}:
            yield f"session {session['title'][:30]!r}: has {sorted(session)}"
        for person in session["people"]:
            if (person["name"], person["role"]) not in listed:
                yield f"{person['name']} is {person['role']} of a session, not among the page's people"
    for body in {body for session in record["sessions"] for body in session["organizers"]}:
        if re.fullmatch(r"\W*", body):
            yield "a session's organizer without a name"


def wrong_other(record: dict[str, Any]) -> Iterator[str]:
    """A page that is neither event nor release has no dates, place, sessions or organizations."""
    if record["kind"] != "other":
        return
    filled = [key for key in ("published", "start_date", "end_date", "sessions", "organizations") if record[key]]
    if any(record["location"].values()):
        filled.append("location")
    if filled:
        yield f"kind is other, yet these are filled: {filled}"


def not_on_page(record: dict[str, Any], text: str) -> Iterator[str]:
    """Names and titles that the page does not have; posts and bodies with a word that it does not have."""
    whole = [person["name"] for person in record["people"]]
    whole += [session["title"] for session in record["sessions"]]
    whole += [document["label"] for document in record["documents"]]
    whole += [value for value in (record["title"], record["location"]["venue"], record["location"]["city"]) if value]
    for value in whole:
        if plain(value) not in text:
            yield f"not on the page: {value!r}"
    parts = [value for person in record["people"] for value in (person["position"], person["organization"]) if value]
    parts += record["organizations"]
    parts += [body for session in record["sessions"] for body in session["organizers"]]
    parts += [session["timezone"] for session in record["sessions"] if session["timezone"]]
    for value in parts:
        # Words may be glued to their neighbours: by a lost table, by an Arabic "and".
        if lost := [word for word in plain(value).split() if word not in text]:
            yield f"not on the page: {' '.join(lost)!r} of {value!r}"


def wrong_documents(record: dict[str, Any], page: Path) -> Iterator[str]:
    """In HTML every document has the address of a link of the page that leads to a file; in text none has one."""
    if page.suffix == ".txt":
        yield from (f"a text cannot know {document['url']}" for document in record["documents"] if document["url"])
        return
    links = {
        urljoin(record["url"], link.attributes.get("href") or "") for link in LexborHTMLParser(decoded(page)).css("a")
    }
    for document in record["documents"]:
        if document["url"] not in links:
            yield f"no link of the page leads to {document['url']}"
        elif not re.search(r"\.(pdf|docx?|xlsx?|pptx?|zip|odt|rtf)$", urlsplit(document["url"]).path, re.IGNORECASE):
            yield f"not a file: {document['url']}"


def problems(page: Path, record: dict[str, Any]) -> list[str]:
    """All that is wrong with the record of one page."""
    if shape := list(wrong_shape(record)):
        return shape
    found = [*wrong_dates(record), *wrong_people(record), *wrong_other(record)]
    found += [*not_on_page(record, text_of(page)), *wrong_documents(record, page)]
    if record["url"] != address_of(page):
        found.append(f"the record is of {record['url']}, the page says {address_of(page)}")
    if record["reviewed"] is not True:
        found.append(
            "the record has not been reviewed: compare it with the page, line by line, then set reviewed to true"
        )
    return found


def load_or_draft(page: Path, record_path: Path) -> dict[str, Any]:
    """The page's record; a missing one is drafted from the page, written and left for review."""
    if not record_path.exists():
        record_path.write_text(json.dumps(draft(page), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    record: dict[str, Any] = json.loads(record_path.read_text(encoding="utf-8"))
    return record


def draft(page: Path) -> dict[str, Any]:
    """What the parsers make of the page, in the form of a record: a start for whoever reviews it."""
    command = [sys.executable, "-c", "from archive.cli import main; main()", "parse", "--json", str(page)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    parsed = json.loads(lines[0]) if lines else {}
    return {
        "url": address_of(page),
        "kind": parsed.get("kind", "other"),
        **{key: parsed.get(key) for key in ("title", "language", "published", "start_date", "end_date")},
        "location": parsed.get("location") or {"venue": None, "city": None, "country": None, "online": False},
        "sessions": [
            {
                **{key: session.get(key) for key in ("title", "kind", "date", "start", "end", "timezone")},
                "organizers": session.get("organizers", []),
                "people": [{"name": p["name"], "role": p["role"]} for p in session.get("people", [])],
            }
            for session in parsed.get("sessions", [])
        ],
        "people": [
            {key: person.get(key) for key in ("name", "role", "position", "organization", "country")}
            for person in parsed.get("people", [])
        ],
        "organizations": parsed.get("organizations", []),
        "documents": [{"label": d["label"], "url": d["url"]} for d in parsed.get("documents", [])],
        "themes": parsed.get("themes", []),
        "origin": "",
        "reviewed": False,
    }


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_clock(value: str) -> bool:
    try:
        return re.fullmatch(r"\d\d:\d\d", value) is not None and time.fromisoformat(value) is not None
    except ValueError:
        return False


# --- the tests --------------------------------------------------------------------------------------------------------


@each_page
def test_every_page_has_a_sound_record(page: Path, record_path: Path) -> None:
    found = problems(page, load_or_draft(page, record_path))
    assert not found, f"{record_path.relative_to(ROOT)}:\n  " + "\n  ".join(found)


@each_page
def test_nobody_can_be_rung_up_or_written_to(page: Path, record_path: Path) -> None:
    source = decoded(page)
    addresses = re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", source)
    assert all(address.endswith("example.org") for address in addresses), addresses
    numbers = re.findall(r"\+\d[\d .()-]{6,}\d", source)
    assert all(set(re.sub(r"\D", "", number)[3:]) <= {"0"} for number in numbers), numbers


@each_page
def test_pages_stay_small(page: Path, record_path: Path) -> None:
    assert page.stat().st_size <= LARGEST_PAGE


def test_no_record_has_lost_its_page() -> None:
    expected = {record for _, record in pairs()}
    for _, records in folders():
        assert set(records.glob("*.json")) <= expected


def test_an_address_is_labelled_once_in_each_folder() -> None:
    """The sample alone holds two states of one address."""
    for pages, records in folders():
        if pages.parent == SAMPLE:
            continue
        addresses = Counter(json.loads(path.read_text(encoding="utf-8"))["url"] for path in records.glob("*.json"))
        assert [address for address, times in addresses.items() if times > 1] == []


def test_sample_pages_say_that_they_are_reconstructed() -> None:
    for page in (SAMPLE / "pages").glob("*.html"):
        assert "<!-- reconstructed: " in decoded(page).split("</title>")[0].split("</TITLE>")[0], page.name


def test_the_sample_file_is_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, str(SAMPLE / "build_sample.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_a_missing_record_is_drafted_and_fails_until_reviewed(tmp_path: Path) -> None:
    page, record_path = tmp_path / "page.txt", tmp_path / "page.json"
    page.write_text("URL: https://www.iom.int/news/x\n\nGeneva – IOM met today.\n", encoding="utf-8")
    first = problems(page, load_or_draft(page, record_path))
    assert record_path.exists()
    assert first == problems(page, load_or_draft(page, record_path)) != []
    drafted = json.loads(record_path.read_text(encoding="utf-8"))
    assert drafted.keys() == KEYS
    assert drafted["url"] == "https://www.iom.int/news/x"
    assert drafted["reviewed"] is False


SOUND_RECORD = """
{
  "url": "https://www.iom.int/x", "kind": "event", "title": null, "language": "en", "published": null,
  "start_date": "2024-02-29", "end_date": "2024-02-29",
  "location": {"venue": null, "city": null, "country": null, "online": false},
  "sessions": [
    {"title": "Panel 1", "kind": "panel", "date": "2024-02-29", "start": "09:00", "end": "10:00", "timezone": null,
     "organizers": [], "people": [{"name": "Ana Souza", "role": "moderator"}]}
  ],
  "people": [{"name": "Ana Souza", "role": "moderator", "position": "Head", "organization": null, "country": "BR"}],
  "organizations": [], "documents": [], "themes": ["health"], "origin": "written for a test", "reviewed": true
}
"""


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["kind"], "meeting"),
        (["start_date"], "2023-02-29"),
        (["end_date"], "2024-02-28"),
        (["themes"], ["healthy"]),
        (["reviewed"], False),
        (["sessions", 0, "start"], "24:10"),
        (["sessions", 0, "end"], "08:00"),
        (["sessions", 0, "date"], "2024-03-01"),
        (["sessions", 0, "title"], "Panel 2"),
        (["sessions", 0, "kind"], "talk"),
        (["sessions", 0, "people", 0, "role"], "panellist"),
        (["people", 0, "role"], "boss"),
        (["people", 0, "name"], "Ms. Ana Souza"),
        (["people", 0, "name"], "Ana Sousa"),
        (["people", 0, "position"], "Head cook"),
        (["people", 0, "country"], "Brazil"),
        (["documents"], [{"label": "Head", "url": "https://www.iom.int/a.pdf"}]),
        (["url"], "https://www.iom.int/y"),
    ],
    ids=str,
)
def test_a_wrong_record_is_found_out(tmp_path: Path, path: list[str | int], value: object) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "URL: https://www.iom.int/x\n\n29 February 2024\n9:00 Panel 1\nMs. Ana Souza, Head\n", encoding="utf-8"
    )
    record = json.loads(SOUND_RECORD)
    assert problems(page, record) == []
    target: Any = record
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert problems(page, record) != []
