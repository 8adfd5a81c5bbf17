"""A made-up archive of any size, the same on every run, to measure and develop the pages with.

    python -m benchmarks.archive_generator out.db --pages 100000 --appearances 1000000

Pages are invented as a text and the record that a parser would give of it, spans and all; from there on the rows are
made by the build's own code (`archive.rows`, `archive.derive`, `archive.ddl`), so the file has the form of a real one.
It holds what real pages hold now and then: no date, an end before the start, cancelled meetings, Arabic, names with
apostrophes and stacked accents, words that look like markup or like a formula, pages that vanished.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TypeVar

from archive import ddl, info, schema
from archive.corrections import Corrections
from archive.derive import derive
from archive.dictionary import describe
from archive.ids import hash_id
from archive.page_context import KnownOfPage, PageRows
from archive.readings import Reading
from archive.rows import page_rows
from archive.tables import table_of
from parsers.record import Appearance, Document, Evidence, Involvement, Location, Problem, Record, Session, Tagging
from parsers.words.vocabulary import load_table
from scraper.capture import Capture, KnownAddress, KnownPage

PARSER_VERSION = "generated"
_AT_ONCE = 200  # pages that one task of a worker makes
_T = TypeVar("_T")

_GIVEN = (
    "António Amina Aïcha Ahmed Alexandra Ana Björn Carmen Chidi Claire Dana Đorđe Elena Fatoumata Filip Françoise "
    "Gabriela Grace Hassan Helena Hồ Ibrahim Inés Ioana Jean-Marc John José Kateryna Khadija Kofi Laura Leïla Lucía "
    "Łukasz Mariam Marta Maty Michael Mohamed Nadia Nguyễn Niamh Olga Óscar Paul Peter Rania Renée Rosa Salma Samuel "
    "Seán Siobhán Sofia Søren Tesfaye Ugochi Valérie Vincent Wanjiru William Xóchitl Yasmin Yuki Yusuf Zeynep Zsófia"
).split()
_FAMILY = (
    "Abebe Aguilar al-Masri Andersson Arbour Bâ Barry Benítez Bianchi Castellanos Chanda Chukwu Cissé Conteh Costa "
    "d'Almeida Danso De-la-Cruz Diallo Dlamini Dupont Echeverría El-Sayed Eriksen Fernández Fischer Garcia García "
    "Gómez Grandi Haddad Hakizimana Hernández Hoàng Hussein Ibáñez Iyer Jansen Jiménez Kamau Kassa Kim Kovács "
    "Kowalski Kumar Łukaszewicz Mbeki Mendoza Mensah Müller Mwangi Nakamura Ndiaye Njoroge Novák Núñez O'Brien O’Neill "
    "Oduya Okafor Ortega Ospina Ouédraogo Pérez Petrović Quispe Rahman Ramírez Rossi Sánchez Santos Sato Schmidt "
    "Silva Sørensen Swing Tekle Thompson Trần Traoré Usman Vargas Verbeek Vitorino Wałęsa Weber Yılmaz Zhang Zoltán"
).split()
_ARABIC_NAMES = ("سارة المنصوري", "أحمد الخطيب", "ليلى حداد", "يوسف العمري", "هدى بن علي")
_HONORIFICS = ("", "", "", "Mr. ", "Ms. ", "Dr. ", "H.E. Mr. ", "Prof. ")
_POSTS = (
    "Director General",
    "Deputy Director General",
    "Regional Director",
    "Chief of Mission",
    "Minister of Labour",
    "Permanent Representative",
    "Ambassador",
    "State Secretary for Migration",
    "Head of Unit",
    "Senior Researcher",
    "Professor of Law",
    "Programme Manager",
    "Mayor",
    "Executive Secretary",
    "Policy Adviser",
)
_STATE_POSTS = {"Minister of Labour", "Permanent Representative", "Ambassador", "State Secretary for Migration"}
_BODIES = (
    "International Organization for Migration (IOM)",
    "IOM",
    "UNHCR",
    "International Labour Organization",
    "World Bank",
    "African Union Commission",
    "European Commission",
    "Economic Community of West African States",
    "Organisation for Economic Co-operation and Development",
    "International Committee of the Red Cross",
    "Migration Policy Institute",
    "Université de Genève",
    "Universidad Nacional de Colombia",
    "Ministerio de Relaciones Exteriores",
    "Caritas Internationalis",
    "United Nations Network on Migration",
    "Global Forum on Migration and Development",
    "Save the Children",
    "Mixed Migration Centre",
    "City of Kampala",
    "<b>Bold</b> & Sons Foundation",
    "=SUM(A1:A9) Institute",
)
_TOPICS = (
    ("labour-migration", "labour migration", "recruitment agencies and decent work for migrant workers"),
    ("migration-data", "migration data", "statistics offices that count migrants in censuses and registers"),
    ("climate-and-environment", "climate mobility", "villages that moved away from drought, floods and rising seas"),
    ("internal-displacement", "internal displacement", "families displaced inside their own country by conflict"),
    ("counter-trafficking", "counter-trafficking", "survivors of trafficking and those who help them"),
    ("return-and-reintegration", "return and reintegration", "returnees who start again at home"),
    ("remittances-and-diaspora", "diaspora engagement", "remittances that diasporas send to their towns"),
    ("health", "migration health", "clinics at borders and the health of migrants"),
    ("gender", "gender and migration", "women who migrate on their own"),
    ("regular-pathways", "regular pathways", "visas, permits and other regular pathways"),
    ("migration-governance", "migration governance", "ministries that share the work of migration policy"),
    ("cities-and-local-authorities", "cities and migration", "mayors who welcome newcomers"),
    ("education-and-skills", "skills partnerships", "schools that train migrants for work at home and abroad"),
    ("human-rights-and-protection", "protection of migrants", "the rights of migrants in transit"),
)
_FORMS = (
    "International Dialogue on Migration: {topic}",
    "Regional consultation on {topic} in {country}",
    "Workshop: {topic} in practice",
    "{country} conference on {topic}",
    "Side event: {topic} and the Global Compact",
    "Expert meeting on {topic}, {city}",
)
_HEADLINES = (
    "IOM and {country} agree on {topic}",
    "{country}: new project on {topic} begins in {city}",
    "Ministers meet in {city} to discuss {topic}",
    "IOM appeals for {topic} in {country}",
    "{city} hosts a forum on {topic}",
)
_SESSIONS = (
    ("procedural", "Registration"),
    ("plenary", "Opening remarks"),
    ("panel", "Panel {n}: {topic} in the region"),
    ("break", "Coffee break"),
    ("panel", "Panel {n}: Partnerships for {topic}"),
    ("dialogue", "Round table {n}: what cities need"),
    ("break", "Lunch"),
    ("side_event", "Side event: voices of migrants"),
    ("plenary", "General debate"),
    ("ceremony", "Closing ceremony"),
)
_SERIES = ("idm", "council", "gfmd", "imrf", "rcp")
_DOCUMENTS = (("Concept note", "concept_note"), ("Agenda", "agenda"), ("Summary report", "report"), ("Video", "video"))
_ARABIC_EVENT = "ورشة عمل حول الهجرة والتنمية في {city}"
_ARABIC_BODY = "ناقش المشاركون حماية المهاجرين والمسارات النظامية للهجرة وحقوق العائدين."


@dataclass(frozen=True, slots=True)
class Size:
    """How large an archive is: pages, appearances of people, people that they are drawn from."""

    pages: int
    appearances: int
    people: int

    @classmethod
    def of(cls, pages: int, appearances: int) -> Size:
        """People grow with appearances, as they do on the site: about twelve appearances each."""
        return cls(pages, appearances, max(20, appearances // 12))


class _Text:
    """A page's text that tells where each piece of it stands."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def say(self, words: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return start, self.length

    def line(self) -> None:
        self.say("\n")

    def __str__(self) -> str:
        return "".join(self.parts).rstrip("\n")


class _World:
    """Places, from the project's vocabularies."""

    def __init__(self) -> None:
        self.countries = {row["alpha2"]: row["en"] for row in load_table("countries")}
        self.cities = [
            (row["en"].split("|")[0], row["country"])
            for row in load_table("cities")
            if row["country"] in self.countries
        ]


class _PageMaker:
    """Invents one page from its number. The same number gives the same page."""

    def __init__(self, number: int, size: Size, world: _World) -> None:
        self.number = number
        self.size = size
        self.world = world
        self.random = random.Random(number)
        self.text = _Text()
        self.city, self.country = self._zipf(world.cities)
        self.topic, self.topic_words, self.prose = self._zipf(_TOPICS)
        self.people_left = self.random.choices((0, 1), (1, 9))[0] * round(
            self.random.expovariate(1) * size.appearances / size.pages / 0.9 + 0.05
        )
        self.record = Record(url="", language="en", parser_version=PARSER_VERSION)

    def _zipf(self, things: list[_T] | tuple[_T, ...]) -> _T:
        """One of them, the first ones often."""
        return things[int(len(things) * self.random.random() ** 2.2)]

    def make(self) -> tuple[KnownOfPage, dict[int, Reading]]:
        """The page as the ledger knows it, and what its captures say."""
        if self.number % 50 == 49:
            kind, slug = "other", "about"
        elif self.number % 5 < 3:
            kind, slug = "event", "events"
        else:
            kind, slug = "press_release", "news"
        self.record.kind = kind  # type: ignore[assignment]
        self.record.url = f"https://www.iom.int/{slug}/{self.topic}-{self.number}"
        if kind == "event":
            self._event()
        elif kind == "press_release":
            self._release()
        else:
            self._other()
        return self._known()

    # the three kinds of page

    def _event(self) -> None:
        record, text = self.record, self.text
        topic = self.topic_words
        name = self.random.choice(_FORMS).format(
            topic=topic, country=self.world.countries[self.country], city=self.city
        )
        if self.number % 23 == 3:
            name, record.language = _ARABIC_EVENT.format(city=self.city), "ar"
        elif self.number % 11 == 2:
            name, record.language = f"Dialogue sur les migrations à {self.city}: {topic}", "fr"
        elif self.number % 13 == 1:
            name, record.language = f"Diálogo sobre migración en {self.city}: {topic}", "es"
        if self.number % 997 == 1:
            name = f'<script>alert({self.number})</script> & "friends"'
        self._title(name)
        first = date(2004, 1, 5) + timedelta(days=self.random.randrange(8300))
        if self.number % 41:
            self._date(first)
        self._place()
        if self.number % 67 == 2:
            record.status = self.random.choice(("cancelled", "postponed"))
            self._fact("status", text.say(record.status.capitalize()))
            text.line()
        if "International Dialogue" in name or self.number % 17 == 0:
            record.series = self.random.choice(_SERIES)
        self._prose(2)
        text.say("Agenda")
        text.line()
        self._agenda(first)
        self._bodies()
        self._documents()
        self._themes()

    def _release(self) -> None:
        record, text = self.record, self.text
        headline = self.random.choice(_HEADLINES).format(
            topic=self.topic_words, country=self.world.countries[self.country], city=self.city
        )
        self._title(headline)
        day = date(2004, 1, 5) + timedelta(days=self.random.randrange(8300))
        if self.number % 53:
            record.published = day.isoformat()
            self._fact("published", text.say(f"{day.day} {day:%B %Y}"))
            text.line()
        record.location = Location(city=self.city, country=self.country)
        self._fact("location/city", text.say(self.city))
        text.say(" – ")
        self._prose(3)
        for _ in range(self.people_left):
            person = self._person(
                "quoted" if self.random.random() < 0.6 else "mentioned", line="“We must act together,” said "
            )
            if all((other.name, other.role) != (person.name, person.role) for other in record.people):
                record.people.append(person)
        self._bodies()
        self._themes()

    def _other(self) -> None:
        self._title(f"Where we work: {self.city}")
        self._prose(4)
        self._themes()

    # pieces of a page

    def _fact(self, fact: str, span: tuple[int, int], rule: str = "generated", basis: str | None = None) -> None:
        self.record.evidence.append(Evidence(fact, *span, rule, basis))

    def _title(self, words: str) -> None:
        self.record.title = words
        self._fact("title", self.text.say(words), "heading")
        self.text.line()

    def _date(self, first: date) -> None:
        last = first + timedelta(days=self.random.choice((0, 0, 0, 1, 1, 2, 4)))
        if self.number % 211 == 2:
            last = first - timedelta(days=1)  # a slip on the page
        printed = f"{first.day} {first:%B %Y}" if first == last else f"{first.day} {first:%B} – {last.day} {last:%B %Y}"
        span = self.text.say(printed)
        self.text.line()
        self.record.start_date, self.record.end_date = first.isoformat(), last.isoformat()
        self.record.date_text = printed
        for fact in ("start_date", "end_date", "date_text"):
            self._fact(fact, span, "day-month-year")

    def _place(self) -> None:
        place = Location(online=self.number % 9 == 0)
        self.record.location = place
        if self.number % 29:
            place.venue, place.city, place.country = "Palais des Congrès", self.city, self.country
            self._fact("location/venue", self.text.say(place.venue))
            self.text.say(", ")
            span = self.text.say(self.city)
            self._fact("location/city", span)
            self._fact("location/country", span, basis="country of the city")
        self.text.line()

    def _prose(self, paragraphs: int) -> None:
        country = self.world.countries[self.country]
        for _ in range(paragraphs):
            if self.record.language == "ar":
                self.text.say(_ARABIC_BODY)
            else:
                self.text.say(
                    f"Migration brings people from {country} together to talk about {self.prose}. The meeting in "
                    f"{self.city} looked at {self.topic_words} and at {self._zipf(_TOPICS)[2]}. Participants asked for "
                    f"{self._zipf(_TOPICS)[1]}, better cooperation and more attention to {self._zipf(_TOPICS)[2]}."
                )
            self.text.line()

    def _agenda(self, first: date) -> None:
        count = min(2 + self.people_left // 3, 60)
        clock = 9 * 60
        share = self.people_left / max(
            1, sum(_SESSIONS[n % 10][0] not in ("break", "procedural") for n in range(count))
        )
        owed = 0.0
        for number in range(count):
            kind, form = _SESSIONS[number % len(_SESSIONS)]
            day = first + timedelta(days=number // 10)
            length = self.random.choice((15, 30, 60, 90))
            if clock + length > 18 * 60:
                clock = 9 * 60
            start = f"{clock // 60:02d}:{clock % 60:02d}"
            span_start = self.text.length
            time_span = self.text.say(start)
            self.text.say("  ")
            title = form.format(n=number, topic=self.topic_words)
            title_span = self.text.say(title)
            self.text.line()
            clock += length
            session = Session(
                title=title,
                kind=kind,  # type: ignore[arg-type]
                date=day.isoformat() if self.record.start_date else None,
                start=start,
                end=f"{clock // 60:02d}:{clock % 60:02d}" if self.random.random() < 0.7 else None,
                timezone="CET" if number % 3 == 0 else None,
                span=(span_start, title_span[1]),
                title_span=title_span,
            )
            if session.timezone and session.date:
                session.start_utc = f"{session.date}T{max(0, int(start[:2]) - 1):02d}{start[2:]}:00Z"
            if kind not in ("break", "procedural"):
                owed += share
                roles = ["moderator"] + ["panellist"] * 400
                taken: set[str] = set()
                for role in roles[: int(owed)]:
                    person = self._person(role)
                    if person.name not in taken:
                        taken.add(person.name)
                        session.people.append(person)
                owed -= int(owed)
            self.record.sessions.append(session)
            path = f"sessions/{number}"
            self._fact(f"{path}/title", title_span, "agenda line")
            self._fact(f"{path}/start", time_span, "clock")

    def _person(self, role: str, line: str = "") -> Appearance:
        """One person on a line of their own."""
        index = int(self.size.people * self.random.random() ** 2.5)
        name, honorific = _name_of(index), self.random.choice(_HONORIFICS)
        if self.record.language == "ar" and index % 3 == 0:
            name, honorific = _ARABIC_NAMES[index % len(_ARABIC_NAMES)], ""
        post = _POSTS[(index * 7 + (self.number % 3 == 0)) % len(_POSTS)]
        speaks_for_state = post in _STATE_POSTS
        country = self.world.cities[index % len(self.world.cities)][1] if speaks_for_state else None
        body = None if speaks_for_state else _BODIES[index % len(_BODIES)]
        self.text.say(line)
        start = self.text.length
        span = self.text.say(honorific + name)
        self.text.say(f", {post}, {self.world.countries[country] if country else body}")
        end = self.text.length
        self.text.line()
        return Appearance(
            name=name,
            role=role,  # type: ignore[arg-type]
            position=post,
            organization=body,
            country=country,
            name_text=honorific + name,
            start=span[0],
            end=span[1],
            line_start=start,
            line_end=end,
            rule="person line",
        )

    def _bodies(self) -> None:
        for role, chance in (("organizer", 0.9), ("co_organizer", 0.3), ("sponsor", 0.15)):
            if self.random.random() < chance:
                self.text.say("Organized by: ")
                name = self._zipf(_BODIES)
                span = self.text.say(name)
                self.text.line()
                self.record.organizations.append(Involvement(name, role, *span, "organizer line"))  # type: ignore[arg-type]

    def _documents(self) -> None:
        for label, kind in _DOCUMENTS:
            if self.random.random() < 0.3:
                span = self.text.say(label)
                self.text.line()
                url = f"https://www.iom.int/files/{self.number}-{kind}.pdf"
                self.record.documents.append(Document(label, url, kind, "en", None, *span))

    def _themes(self) -> None:
        chosen = dict.fromkeys([self.topic, *(self._zipf(_TOPICS)[0] for _ in range(2))])
        text = str(self.text)
        for place, code in enumerate(chosen):
            words = next(words for topic, words, _ in _TOPICS if topic == code)
            at = text.find(words)
            self.record.taggings.append(
                Tagging("iom-archive", code, "rule", 9.0 - place, place == 0, max(at, 0), max(at, 0) + len(words))
            )
        self.record.taggings.append(Tagging("gcm", str(1 + self.number % 23), "rule", 1.0))
        if self.number % 4 == 0:
            self.record.taggings.append(Tagging("sdg", str(1 + self.random.randrange(17)), "site"))
        if self.number % 31 == 0:
            self.record.problems.append(Problem("unknown_label", "a label that no rule knows", 0, 12))

    # what the ledger knows

    def _known(self) -> tuple[KnownOfPage, dict[int, Reading]]:
        text = str(self.text)
        page_id = _page_id(self.number)
        reading = Reading(text=text, layout=f"layout-{self.number % 7}", record=self.record, links=self._links())
        times = [f"2026-{1 + self.number % 9:02d}-{1 + self.number % 27:02d}T02:{self.number % 60:02d}:00Z"]
        readings = [reading]
        if self.number % 8 == 0:  # an earlier text, without the last lines
            earlier = "\n".join(text.split("\n")[:-2]) + "\nThe programme will follow."
            times.insert(0, "2025-11-03T02:00:00Z")
            readings.insert(
                0, replace(reading, text=earlier, record=Record(url=self.record.url, title=self.record.title))
            )
        captures = tuple(
            self._capture(page_id, place, captured_at, one.text)
            for place, (captured_at, one) in enumerate(zip(times, readings, strict=True))
        )
        address = self.record.url
        gone = "2026-10-01T00:00:00Z" if self.number % 301 == 300 else None
        page = KnownPage(
            page_id,
            address,
            "www.iom.int",
            None,
            self.record.language,
            self.record.kind,
            times[0],
            times[-1],
            times[-1],
            gone,
        )
        known = KnownOfPage(page, (KnownAddress(address, page_id, "listing", times[0]),), captures)
        return known, {capture.id: one for capture, one in zip(captures, readings, strict=True)}

    def _links(self) -> list[str]:
        """Every third release links to an event of a page nearby."""
        if self.record.kind != "press_release" or self.number % 3:
            return []
        other = _PageMaker(self.number - self.number % 5, self.size, self.world)
        return [f"https://www.iom.int/events/{other.topic}-{other.number}"]

    def _capture(self, page_id: int, place: int, captured_at: str, text: str) -> Capture:
        digest = sha256(text.encode()).hexdigest()
        return Capture(
            id=self.number * 2 + place + 1,
            page_id=page_id,
            address=self.record.url,
            final_address=self.record.url,
            captured_at=captured_at,
            status=200,
            via="live",
            verdict="ok",
            content_type="text/html",
            etag=None,
            last_modified=None,
            server_date=None,
            body_sha256=digest,
            text_sha256=digest,
            body_length=len(text),
            payload_digest=None,
            warc_file="generated.warc.gz",
            warc_offset=self.number,
            warc_length=1,
            record_id=None,
            record_sha256=None,
            run_id=1,
            refers_to=None,
            redirects=(),
            note=None,
        )


def _page_id(number: int) -> int:
    return hash_id("generated page", number)


def _name_of(index: int) -> str:
    given, rest = _GIVEN[index % len(_GIVEN)], index // len(_GIVEN)
    family, rest = _FAMILY[(rest + index) % len(_FAMILY)], rest // len(_FAMILY)
    return f"{given} {family}" if not rest else f"{given} {family} {_FAMILY[(rest * 31 + index) % len(_FAMILY)]}"


def _some_pages(task: tuple[list[int], Size]) -> list[PageRows]:
    numbers, size = task
    world = _World()
    corrections = Corrections()
    made = (_PageMaker(number, size, world).make() for number in numbers)
    return [page_rows(known, readings, corrections, PARSER_VERSION) for known, readings in made]


def generate(path: Path, size: Size, *, workers: int = 1, say: Callable[[str], None] = lambda _: None) -> None:
    """Write a made-up archive to ``path``, in place of what lies there."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"application_id = {info.APPLICATION_ID}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION:d}")
        connection.execute("BEGIN")
        for statement in ddl.create_tables():
            connection.execute(statement)
        connection.execute("CREATE TEMP TABLE links (page_id INTEGER, address TEXT)")
        _insert(
            connection, schema.Run(1, "crawl", "2026-10-01T02:00:00Z", "2026-10-01T04:00:00Z", 0, "generated", 0, "{}")
        )
        say("pages")
        themes = _load(connection, size, workers)
        say("indexes")
        for statement in ddl.create_indexes():
            connection.execute(statement)
        say("people, bodies, places")
        derive(connection, themes)
        say("full-text search")
        for statement in ddl.create_search():
            connection.execute(statement)
        for row in info.statements(connection, info.Made("generated", PARSER_VERSION, "2026-10-02T00:00:00Z")):
            _insert(connection, row)
        for described in list(describe(connection)):
            _insert(connection, described)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    part.replace(path)


def _load(connection: sqlite3.Connection, size: Size, workers: int) -> set[tuple[str, str]]:
    inserts = {table.name: ddl.insert(table) for table in schema.TABLES.values()}
    themes: set[tuple[str, str]] = set()
    for pages in _batches(size, workers):
        for page in pages:
            for name, rows in page.tables.items():
                connection.executemany(inserts[name], rows)
            connection.executemany("INSERT INTO links VALUES (?, ?)", [(page.page_id, link) for link in page.links])
            themes.update(page.themes)
    return themes


def _batches(size: Size, workers: int) -> Iterator[list[PageRows]]:
    numbers = sorted(range(size.pages), key=_page_id)  # as the build writes them: each table in the order of its key
    tasks = ((numbers[first : first + _AT_ONCE], size) for first in range(0, size.pages, _AT_ONCE))
    if workers < 2:
        yield from map(_some_pages, tasks)
        return
    with multiprocessing.get_context("forkserver").Pool(workers) as pool:
        while chunk := list(islice(tasks, 4 * workers)):  # few at a time, or finished pages pile up in memory
            yield from pool.imap(_some_pages, chunk)


def _insert(connection: sqlite3.Connection, row: object) -> None:
    table = table_of(type(row))
    connection.execute(ddl.insert(table), table.values(row))


def main() -> None:
    """Write one from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--appearances", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    generate(chosen.path, Size.of(chosen.pages, chosen.appearances), workers=chosen.workers, say=print)


if __name__ == "__main__":
    main()
