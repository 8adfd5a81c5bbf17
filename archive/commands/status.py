"""``iom-archive status``: what the archive holds, how fresh it is, what is wrong."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from archive import exit_codes
from archive.holdings import UNKNOWN, Holdings, days_since, holdings
from archive.settings import DataFolder

_LAST_YEARS = 10
_KINDS = (("event", "events"), ("press_release", "press releases"), ("other", "other"))


@click.command()
@click.option(
    "--max-age",
    type=click.FloatRange(min=0),
    metavar="DAYS",
    help="Exit with 7 if the last good night (without nights: the last good capture) is older.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")
@click.pass_context
def command(ctx: click.Context, max_age: float | None, as_json: bool) -> None:
    """Say what the archive holds, how fresh it is, and what is wrong."""
    data: DataFolder = ctx.obj
    found = holdings(data)
    age = found.age_days()
    stale = max_age is not None and (age is None or age > max_age)
    if as_json:
        click.echo(json.dumps({**asdict(found), "age_days": age, "stale": stale}))
    else:
        click.echo("\n".join(_lines(data, found, age)))
    if stale:
        if not as_json:
            what = "night" if found.nights else "capture"
            click.echo(f"iom-archive: {_stale(what, age, max_age)}", err=True)
        ctx.exit(exit_codes.STALE)


def _stale(what: str, age: float | None, max_age: float | None) -> str:
    if age is None:
        return f"there was no good {what} yet"
    return f"the last good {what} was {age:.1f} days ago, more than {max_age:g}"


def _lines(data: DataFolder, found: Holdings, age: float | None) -> list[str]:
    return [
        *_captures(data, found),
        *_nights(found),
        "",
        *(_archive(found) if found.archive else ["No archive yet. Make it: iom-archive build"]),
        *_problems(found),
    ]


def _captures(data: DataFolder, found: Holdings) -> list[str]:
    lines = [f"Captures in {data.root}: {found.captures_in_ledger:,} of {found.pages_in_ledger:,} pages"]
    if found.verdicts:
        lines.append("  " + ", ".join(f"{count:,} {verdict}" for verdict, count in found.verdicts.items()))
    if found.last_good_capture is not None:
        lines.append(f"  last good capture {found.last_good_capture}, {_days(days_since(found.last_good_capture))} ago")
    if found.last_run:
        run = found.last_run
        ended = "cut off, or still at work" if run["ended_at"] is None else f"ended with exit code {run['exit_code']}"
        lines.append(f"  last run: {run['command']} of {run['started_at']}, {run['captures']:,} captures, {ended}")
    return lines


def _nights(found: Holdings) -> list[str]:
    """The last night, the last good one, and what happened in the last ten."""
    if not found.nights:
        return []
    last = found.nights[0]
    code = "" if last["exit_code"] is None else f" (exit code {last['exit_code']})"
    step = "" if last["ended_at"] else f", in step {last['step']}"
    lines = ["", f"Nights: the last of {last['started_at'][:16]}, {last['outcome']}{code}{step}"]
    if found.last_success:
        lines.append(f"  last good night {found.last_success[:16]}, {_days(days_since(found.last_success))} ago")
    else:
        lines.append("  no good night yet")
    for night in found.nights:
        if night["ended_at"] is None and night is not last:
            lines.append(f"  {night['started_at'][:16]}  {night['step']}: killed")
        for code, one in {one["code"]: one for one in reversed(night["incidents"])}.items():
            lines.append(f"  {night['started_at'][:16]}  {one['step']}: {code}: {one['message']}")
    return lines


def _days(age: float) -> str:
    return f"{age:.0f} days" if age >= 2 else f"{age * 24:.0f} hours"


def _archive(found: Holdings) -> list[str]:
    counts = found.counts
    lines = [
        f"Archive {found.archive}, built {found.built_at}",
        f"  {counts['events']:,} events with {counts['sessions']:,} sessions, "
        f"{counts['press_releases']:,} press releases",
        f"  {counts['people']:,} people in {counts['appearances']:,} appearances, "
        f"{counts['organizations']:,} organisations, {counts['documents']:,} documents",
        f"  {counts['revisions']:,} texts of {counts['pages']:,} pages, {found.gone:,} of them gone",
    ]
    if found.captures_not_built:
        lines.append(f"  {found.captures_not_built:,} captures are newer than it: iom-archive build")
    return [*lines, *_table("year", found.by_year, _LAST_YEARS), *_table("language", found.by_language)]


def _table(name: str, rows: dict[str, dict[str, int]], last: int | None = None) -> list[str]:
    known = [(value, counts) for value, counts in rows.items() if value != UNKNOWN]
    shown = known[-last:] if last else known
    lines = ["", f"  {name:>10}" + "".join(f"{title:>16}" for _, title in _KINDS)]
    if len(shown) < len(known):
        lines.append(f"  {'earlier':>10}" + _cells([counts for _, counts in known[: -len(shown)]]))
    lines += [f"  {value:>10}" + _cells([counts]) for value, counts in shown]
    if UNKNOWN in rows:
        lines.append(f"  {UNKNOWN:>10}" + _cells([rows[UNKNOWN]]))
    return lines


def _cells(rows: list[dict[str, int]]) -> str:
    return "".join(f"{sum(row.get(kind, 0) for row in rows):>16,}" for kind, _ in _KINDS)


def _problems(found: Holdings) -> list[str]:
    if not found.archive:
        return []
    if not found.problems:
        return ["", "No problems recorded."]
    lines = ["", "Problems (table problems):"]
    lines += [f"  {count:>8,}  {code}" for code, count in found.problems.items()]
    if found.unreadable:
        lines += ["", "Captures that could not be read, the newest:", *(f"  {line}" for line in found.unreadable)]
    return lines
