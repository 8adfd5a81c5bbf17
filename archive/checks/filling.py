"""Whether as much is read from a page as before: fill rates of fields, and what nothing claimed."""

from __future__ import annotations

from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.schema import TABLES

_TABLES = ("pages", "events", "sessions", "press_releases", "appearances", "involvements", "documents")
_PARTS = {  # what a page should have at least one of -> column that counts or holds it
    "events": ("session_count", "appearance_count"),
    "press_releases": ("appearance_count", "mention_count"),
    "sessions": ("appearance_count",),
}

Rates = dict[str, tuple[int, float]]  # field -> rows, share of rows that have it


def fill_rates(subject: Subject) -> Check:
    """No field is filled much less often than before, for each kind of page."""
    why = "When a site changes its form, a field falls silent long before pages vanish."
    now = _rates(subject, "main")
    figures = {name: round(rate, 4) for name, (_, rate) in now.items()}
    if not subject.has_before:
        return Check("fill rates", why, True, True, figures, ("no snapshot before this one",))
    limits = subject.limits
    notes = []
    for name, (rows, rate) in _rates(subject, "before").items():
        rows_now, rate_now = now.get(name, (0, 0.0))
        if min(rows, rows_now) >= limits.least_rows and rate - rate_now > limits.fill_drop:
            notes.append(f"{name}: filled in {rate_now:.0%} of {rows_now:,} rows, {rate:.0%} before")
    return Check("fill rates", why, True, not notes, figures, tuple(notes))


def _rates(subject: Subject, file: str) -> Rates:
    found: Rates = {}
    for table in _TABLES:
        columns = subject.columns(table, file)
        fields = [column.name for column in TABLES[table].columns if column.null and column.name in columns]
        parts = [name for name in _PARTS.get(table, ()) if name in columns]
        if not columns:
            continue
        counted = [f'count(t."{name}")' for name in fields] + [f"sum(t.{name} > 0)" for name in parts]
        join = f"JOIN {file}.pages p ON p.id = t.page_id" if "page_id" in columns else ""
        kind = "t.kind" if table == "pages" else "p.kind" if join else "'event'"
        query = f"SELECT {kind}, count(*), {', '.join(counted)} FROM {file}.{table} t {join} GROUP BY 1"  # noqa: S608
        for of_kind, rows, *filled in subject.connection.execute(query):
            for name, number in zip((*fields, *parts), filled, strict=True):
                found[f"{table}.{name} ({of_kind or 'never read'})"] = (rows, number / rows)
    return found


def leftovers(subject: Subject) -> Check:
    """The share of read pages on which a line of the agenda was claimed by nothing."""
    pages, share = _leftovers(subject, "main")
    figures: dict[str, float] = {"pages": pages, "share": round(share, 4)}
    notes = []
    limits = subject.limits
    if pages >= limits.least_rows and share > limits.leftovers:
        notes.append(f"{share:.0%} of the pages have lines that nothing claimed")
    if subject.has_before:
        pages_before, before = _leftovers(subject, "before")
        figures["share before"] = round(before, 4)
        if min(pages, pages_before) >= limits.least_rows and share - before > limits.leftovers_rise:
            notes.append(f"{share:.0%} of the pages have lines that nothing claimed, {before:.0%} before")
    why = "Lines that no rule understands are the first sign of a new layout."
    return Check("leftovers", why, True, not notes, figures, tuple(notes))


def _leftovers(subject: Subject, file: str) -> tuple[int, float]:
    pages, with_leftovers = subject.connection.execute(
        f"""
        SELECT count(*), count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM {file}.problems WHERE problems.revision_id = pages.revision_id AND code = 'leftover'))
        FROM {file}.pages WHERE revision_id IS NOT NULL
        """  # noqa: S608
    ).fetchone()
    return pages, with_leftovers / pages if pages else 0.0
