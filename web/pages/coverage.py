"""What is in the archive and what is not, and how well it was read: so that a gap of the source can be told from a gap
of ours."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from web.asking import Answer, Ask, Page
from web.reading import Reader, Row
from web.wording import field_place

_OF_KINDS = "sum(kind = 'event') as events, sum(kind = 'press_release') as releases"
_COUNTS = """
    count(*) as known, sum(capture_count > 0) as tried, sum(last_seen is not null) as captured,
    sum(revision_id is not null) as read, sum(last_seen is not null and revision_id is null) as unread,
    sum(gone_at is not null) as gone
"""


@dataclass(frozen=True, slots=True)
class Filled:
    """How many events or releases state something."""

    name: str
    stated: int
    of: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.stated / self.of if self.of else None


def page(ask: Ask) -> Answer:
    """The coverage page. Worked out once for the file."""
    return Page(
        "coverage.html",
        "Coverage",
        ask.site.once("coverage", lambda: _coverage(ask.read)),
        description="Pages known, captured, read and failed, by year, language and site; open problems.",
        formats=(
            ("Pages as CSV", "/exports/pages.csv", "text/csv"),
            ("Problems as CSV", "/exports/problems.csv", "text/csv"),
        ),
    )


def quality(ask: Ask) -> Answer:
    """Precision and recall of each field, as measured on labelled pages."""
    by_set: dict[str, dict[str | None, list[Row]]] = defaultdict(lambda: defaultdict(list))
    found = ask.read.rows("select * from quality order by labels")
    for row in sorted(found, key=lambda row: field_place(row["field"])):
        by_set[row["labels"]][row["language"]].append(row)
    return Page(
        "quality.html",
        "Quality",
        {"sets": {labels: _all_first(languages) for labels, languages in by_set.items()}},
        description="How well each field is read, measured against pages that people have labelled.",
        formats=(("CSV", "/exports/quality.csv", "text/csv"),),
    )


def _all_first(languages: dict[str | None, list[Row]]) -> dict[str | None, list[Row]]:
    return dict(sorted(languages.items(), key=lambda item: item[0] or ""))


def _coverage(read: Reader) -> dict[str, Any]:
    events = read.row(
        """
        select count(*) as of, sum(start_date is not null) as dated, sum(country is not null) as placed,
          sum(session_count > 0) as with_sessions, sum(appearance_count > 0) as with_people,
          sum(name is not null) as named
        from events
        """
    )
    releases = read.row(
        """
        select count(*) as of, sum(published is not null) as dated, sum(country is not null) as placed,
          sum(appearance_count > 0) as with_people, sum(headline is not null) as named
        from press_releases
        """
    )
    assert events is not None and releases is not None  # noqa: S101  counts always have a row
    return {
        "whole": read.row(f"select {_OF_KINDS}, {_COUNTS} from pages"),
        "years": read.rows(
            f"""
            select year, {_OF_KINDS}, {_COUNTS}
            from pages group by year order by year is null, year desc
            """
        ),
        "languages": read.rows(f"select language, {_COUNTS} from pages group by language order by known desc"),
        "hosts": read.rows(f"select host, {_COUNTS} from pages group by host order by known desc limit 60"),
        "events": [
            Filled(name, events[column] or 0, events["of"])
            for name, column in (
                ("a name", "named"),
                ("a date", "dated"),
                ("a country", "placed"),
                ("sessions", "with_sessions"),
                ("people", "with_people"),
            )
        ],
        "releases": [
            Filled(name, releases[column] or 0, releases["of"])
            for name, column in (
                ("a headline", "named"),
                ("a date", "dated"),
                ("a country", "placed"),
                ("people", "with_people"),
            )
        ],
        "verdicts": read.rows("select verdict, count(*) as times from captures group by verdict order by times desc"),
        "problems": read.rows(
            """
            select stage, code, count(*) as times, count(distinct page_id) as pages, min(message) as example
            from problems group by stage, code order by times desc limit 60
            """
        ),
        "runs": read.rows("select * from runs order by started_at desc limit 12"),
    }
