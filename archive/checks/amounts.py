"""Whether there is as much as there should be: floors per site and kind, rows per table, size of the file."""

from __future__ import annotations

from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.schema import TABLES

# Counts of these follow from the work done and the program, not from what the sites say.
_NOT_COMPARED = {"problems", "quality", "described_tables", "described_columns", "archive_info"}


def floors(subject: Subject) -> Check:
    """Each site has at least as many read pages of each kind as its floor in data/sites.toml says."""
    counts = {
        (host, kind): number
        for host, kind, number in subject.connection.execute(
            "SELECT host, kind, count(*) FROM pages WHERE kind IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
        )
    }
    notes = [
        f"{host}: {counts.get((host, kind), 0):,} pages of kind {kind}, at least {least:,} expected"
        for (host, kind), least in sorted(subject.limits.floors.items())
        if counts.get((host, kind), 0) < least
    ]
    if not counts:
        notes.append("no page was read at all")
    return Check(
        "floors",
        "A site that fell silent or changed its form gives few pages, and no error.",
        True,
        not notes,
        {f"{host} {kind}": number for (host, kind), number in counts.items()},
        tuple(notes),
    )


def rows(subject: Subject) -> Check:
    """No table lost a large share of its rows, and no site its pages of a kind."""
    why = "What was read once is not read no more without a reason."
    if not subject.has_before:
        return Check("rows", why, True, True, {}, ("no snapshot before this one",))
    figures, notes = {}, []
    for name in TABLES:
        if name in _NOT_COMPARED or not subject.common(name):
            continue
        then, now = (_count(subject, f"{file}.{name}") for file in ("before", "main"))
        figures[name] = [then, now]
        notes += _shrunk(subject, name, then, now)
    then_by, now_by = _by_site(subject, "before"), _by_site(subject, "main")
    for group, then in then_by.items():
        notes += _shrunk(subject, f"pages of {group}", then, now_by.get(group, 0))
    return Check("rows", why, True, not notes, figures, tuple(notes))


def _count(subject: Subject, table: str) -> int:
    return int(subject.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def _shrunk(subject: Subject, name: str, then: int, now: int) -> list[str]:
    limits = subject.limits
    if then < limits.least_rows or now >= then * (1 - limits.rows_shrink):
        return []
    return [f"{name}: {now:,} instead of {then:,}, {1 - now / then:.0%} less"]


def _by_site(subject: Subject, file: str) -> dict[str, int]:
    query = f"SELECT host || ', ' || kind, count(*) FROM {file}.pages WHERE kind IS NOT NULL GROUP BY 1"  # noqa: S608
    return dict(subject.connection.execute(query).fetchall())


def size(subject: Subject) -> Check:
    """The file is about as large as the one before, as SQLite counts its used pages."""
    why = "A file that shrank lost something; one that grew much took in what it should not."
    now = _used_bytes(subject, "main")
    if not subject.has_before:
        return Check("size", why, True, True, {"bytes": now}, ("no snapshot before this one",))
    then = _used_bytes(subject, "before")
    change = now / then - 1
    figures = {"bytes": now, "bytes before": then, "change": round(change, 4)}
    shrunk, grown = change < -subject.limits.size_shrink, change > subject.limits.size_growth
    note = f"{now:,} bytes instead of {then:,}, {change:+.0%}"
    return Check("size", why, not grown, not (shrunk or grown), figures, (note,) * (shrunk or grown))


def _used_bytes(subject: Subject, file: str) -> int:
    pages, free, page_size = (
        subject.connection.execute(f"PRAGMA {file}.{name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * page_size)
