"""Whether the newest pages are read as well as those of the weeks before: a site's new form shows there first."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import sqrt

from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.schema import TABLES

_NEWEST, _BEFORE = timedelta(days=7), timedelta(days=30)
_LEAST_BEFORE = 5  # times the least rows: what is compared with must be firm
_SURE = 3.0  # standard errors by which a rate must have fallen: a handful of pages varies by chance
_FIELDS = {  # table -> fields that pages of that kind mostly have, beside its own columns: counts of what hangs on them
    "events": ("session_count", "appearance_count"),
    "press_releases": ("appearance_count", "mention_count"),
}


def newest_pages(subject: Subject) -> Check:
    """No field is filled much less often on texts of the last week than on those of the thirty days before it."""
    why = "A redesign reaches new pages first; against the whole archive their silence would show after months only."
    newest = subject.connection.execute("SELECT max(first_captured_at) FROM revisions").fetchone()[0]
    if newest is None:
        return Check("newest pages", why, True, True, {"pages": 0}, ("nothing was captured yet",))
    end = datetime.fromisoformat(newest.replace("Z", "+00:00"))
    week, month = _text(end - _NEWEST), _text(end - _NEWEST - _BEFORE)
    figures: dict[str, float] = {}
    notes = []
    for table, counts in _FIELDS.items():
        fields = [column.name for column in TABLES[table].columns if column.null]
        filled = [f'count(t."{name}")' for name in fields] + [f"coalesce(sum(t.{name} > 0), 0)" for name in counts]
        groups = [_counted(subject, table, filled, *span) for span in ((week, "9999"), (month, week))]
        (now, *have_now), (before, *had) = groups
        figures[table], figures[f"{table} before"] = now, before
        if now < subject.limits.least_rows or before < _LEAST_BEFORE * subject.limits.least_rows:
            continue
        for name, here, there in zip((*fields, *counts), have_now, had, strict=True):
            if _fell(here / now, there / before, now, before, subject.limits.fill_drop):
                notes.append(
                    f"{table}.{name}: filled on {here / now:.0%} of the {now:,} texts of the last week,"
                    f" {there / before:.0%} in the thirty days before"
                )
    return Check("newest pages", why, True, not notes, figures, tuple(notes))


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _counted(subject: Subject, table: str, filled: list[str], after: str, until: str) -> tuple[int, ...]:
    """Rows of a table whose present text came in a span of time, and how many of them have each field."""
    row: tuple[int, ...] = subject.connection.execute(
        f"""
        SELECT count(*), {", ".join(filled)} FROM {table} t
        JOIN pages p ON p.id = t.page_id JOIN revisions r ON r.id = p.revision_id
        WHERE r.first_captured_at > ? AND r.first_captured_at <= ?
        """,  # noqa: S608
        (after, until),
    ).fetchone()
    return row


def _fell(now: float, before: float, rows_now: int, rows_before: int, limit: float) -> bool:
    """Whether a share fell by more than the limit, and by more than chance explains."""
    spread = sqrt(max(before * (1 - before), 0.01) * (1 / rows_now + 1 / rows_before))
    return before - now > limit and before - now > _SURE * spread
