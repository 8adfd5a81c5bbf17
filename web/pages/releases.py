"""One press release: what it says of whom, and the events that it names."""

from __future__ import annotations

from dataclasses import dataclass

from web import structured
from web.asking import Answer, Ask, File, Page
from web.citations import source_author
from web.pages import programme, shared
from web.pages.events import JSON
from web.pages.programme import Content
from web.reading import Reader, Row
from web.shell import citation_of
from web.wording import day, days, shortened


@dataclass(slots=True)
class Release:
    """One release with all that is known of it."""

    row: Row
    content: Content
    events: list[Row]

    @property
    def name(self) -> str:
        """Headline, or the address where the page prints none."""
        return str(self.row["headline"] or self.row["address"])

    @property
    def path(self) -> str:
        """Permanent address."""
        return f"/release/{self.row['id']}"


def load(read: Reader, release_id: int) -> Release | None:
    """One release, or None."""
    row = read.row(
        """
        select press_releases.*, countries.name as country_name, series.name as series_name
        from press_releases left join countries on countries.code = press_releases.country
        left join series on series.code = press_releases.series
        where press_releases.id = ?
        """,
        release_id,
    )
    if row is None:
        return None
    return Release(
        row,
        programme.load(read, release_id),
        read.rows(
            """
            select events.id, name, events.address, start_date, end_date, city, events.language, basis, words, days
            from event_mentions join events on events.id = event_id
            where press_release_id = ? order by start_date limit 50
            """,
            release_id,
        ),
    )


def page(ask: Ask) -> Answer:
    """The page of one release."""
    release = load(ask.read, ask.number("id"))
    if release is None:
        return shared.moved(ask, ask.number("id"), "press release")
    row = release.row
    return Page(
        "release.html",
        release.name,
        {
            "release": row,
            "content": release.content,
            "events": release.events,
            "event_days": days(row["event_start_date"], row["event_end_date"]),
            "text": ask.read.value("select text from revision_texts where id = ?", row["revision_id"]) or "",
            "evidence": shared.fields_with_evidence(ask.read, "press_releases", row["id"]),
            "source": shared.source_of(ask.read, row["id"]),
            "jsonld": structured.embedded(structured.release(release, ask.base)),
        },
        description=shortened(f"{release.name}. {day(row['published'])}".strip(". "), 200),
        cite=citation_of(
            ask,
            release.name,
            release.path,
            kind="Press release",
            author=source_author(row["address"]),
            issued=row["published"],
            source=row["address"],
            captured=row["captured_at"],
            language=row["language"],
        ),
        formats=(
            ("JSON", f"{release.path}.json", "application/json"),
            ("JSON-LD", f"{release.path}.jsonld", "application/ld+json"),
        ),
        canonical=release.path,
    )


def as_json(ask: Ask) -> Answer:
    """All that is known of one release, nested."""
    release = load(ask.read, ask.number("id"))
    if release is None:
        return shared.moved(ask, ask.number("id"), "press release")
    return File(structured.dumps(structured.release_record(release)), JSON)


def as_jsonld(ask: Ask) -> Answer:
    """The release in the words of schema.org."""
    release = load(ask.read, ask.number("id"))
    if release is None:
        return shared.moved(ask, ask.number("id"), "press release")
    return File(structured.dumps(structured.release(release, ask.base)), "application/ld+json")
