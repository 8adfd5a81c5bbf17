"""``iom-archive update``: the whole night's work, and either a sound snapshot or a clear word why not.

    crawl ──▶ build ──▶ snapshot (copy, check, publish)          one lock around all, one report (`archive.nights`)

- What the sites did to the crawl (a block, an outage, a redesign) does not keep the rest from being done: captures are
  only ever added, and the gate decides whether what was built may be published. The exit code still tells of it.
- What went wrong with us (a full disk, a damaged ledger, a failed gate) ends the night; the snapshot of before stays.
- A run that was cut short is taken up where it was: a crawl that was done is not done again within hours, a build reads
  no page twice, and a snapshot is there whole or not at all.
"""

from __future__ import annotations

import resource
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from importlib.metadata import version
from typing import Any, TypeVar

import click

from archive import exit_codes, nights
from archive.build import build
from archive.errors import ArchiveError, is_full_disk
from archive.nights import Incident, Night, Reports, Step
from archive.opening import open_store
from archive.progress import Progress, Silent
from archive.settings import DataFolder
from archive.snapshots.shelf import Shelf
from archive.snapshots.taking import Refused, Unchanged, Wishes, take
from archive.stopping import Deadline, SignalledError, TimeUpError, stoppable
from scraper.clock import Clock, to_text
from scraper.report import peak_memory

_HARMLESS = ("taken_up", "repaired", "check_warning")  # incidents that need no place in the summary
_RESUME = timedelta(hours=6)
_ENDS_THE_NIGHT = (exit_codes.DISK, exit_codes.INTERRUPTED)  # of a crawl's codes
_RESERVE_FACTOR, _RESERVE_SHARE = 2.0, 0.5  # time kept for the steps after the crawl, against that of the last night
_LEAST_RESERVE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl came to: its exit code, its counts, and what it has to tell."""

    exit_code: int
    figures: dict[str, Any]
    incidents: list[Incident] = field(default_factory=list)


_Result = TypeVar("_Result")
CrawlStep = Callable[[float | None], Crawled]  # given the seconds that it may take


def update(
    data: DataFolder,
    crawl: CrawlStep,
    *,
    wishes: Wishes | None = None,
    clock: Clock | None = None,
    max_seconds: float | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Night:
    """Do the night's work in ``data``; whatever happens in it stands in the report that is returned.

    ``wishes`` are those of the snapshot, ``workers`` the processes that read pages. ``max_seconds`` bounds all: the
    crawl leaves the other steps as long as they took the night before, and at the limit whatever is at work is ended.

    Raises:
        ArchiveError: another run holds the folder: then nothing was begun.
    """
    night = _Night(data, wishes or Wishes(), clock or Clock(), max_seconds, workers, progress or Silent())
    try:
        with open_store(data, "update", write=True) as store:
            night.incidents("open", "repaired", store.repairs)
            store.start_run("update")
            night.run(crawl)
            store.finish_run(night.report.exit_code or exit_codes.OK, _counts(night.report))
    except ArchiveError as error:
        if error.exit_code == exit_codes.LOCKED:
            raise
        # A ledger that cannot be used, or a disk too full to write down that a run began or ended.
        night.incidents("open", exit_codes.name_of(error.exit_code), [f"{error.message}. {error.hint or ''}".strip()])
        night.end(nights.FAILED, night.report.exit_code or error.exit_code)
    return night.report


def _counts(night: Night) -> dict[str, object]:
    return {
        "outcome": night.outcome,
        "snapshot": night.snapshot,
        "seconds": {step.name: step.seconds for step in night.steps},
        "incidents": [incident.code for incident in night.incidents],
    }


class _Night:
    """One night. ``run`` is its table of contents."""

    def __init__(
        self,
        data: DataFolder,
        wishes: Wishes,
        clock: Clock,
        max_seconds: float | None,
        workers: int | None,
        progress: Progress,
    ) -> None:
        self._data = data
        self._wishes = wishes
        self._clock = clock
        self._deadline = Deadline(max_seconds)
        self._max_seconds = max_seconds
        self._workers = workers
        self._progress = progress
        self._reports = Reports(data.reports)
        self._last = next(self._reports.latest_first(), None)
        self._begun = time.monotonic()
        self.report = Night(started_at=to_text(clock.now()), version=version("iom-archive"))

    def incidents(self, step: str, code: str, messages: Iterable[str]) -> None:
        """Write down what an operator should know of."""
        self.report.incidents += [Incident(step, code, message) for message in messages]

    def run(self, crawl: CrawlStep) -> None:
        """Do the steps in their order; end at the first that may not be followed by another."""
        self._tell_of_the_last()
        self._reports.hold_room()
        try:
            code = self._crawl(crawl)
            if code in _ENDS_THE_NIGHT:
                self.end(nights.INTERRUPTED if code == exit_codes.INTERRUPTED else nights.FAILED, code)
                return
            self._step("build", self._build)
            outcome = self._step("snapshot", self._snapshot)
            self.end(outcome, exit_codes.CHECK_FAILED if outcome == nights.REFUSED else code)
        except _StepFailedError as failed:
            self.end(failed.outcome, failed.exit_code)

    # steps

    def _crawl(self, crawl: CrawlStep) -> int:
        before = nights.begun_crawl(self._last, self._clock.now(), _RESUME)
        if before is not None:
            step = before.step("crawl")
            assert step is not None  # noqa: S101 - begun_crawl looked
            self.report.steps.append(step)
            self.report.incidents += [incident for incident in before.incidents if incident.step == "crawl"]
            self.incidents("crawl", "taken_up", [f"the crawl of the run of {before.started_at} was whole and stands"])
            return step.exit_code or exit_codes.OK

        def work() -> int:
            done = crawl(self._crawl_seconds())
            self.report.steps[-1].figures = done.figures
            self.report.incidents += done.incidents
            self.report.steps[-1].exit_code = done.exit_code
            return done.exit_code

        return self._step("crawl", work, guarded=False)

    def _crawl_seconds(self) -> float | None:
        """What is left for the crawl once the other steps have their share."""
        left = self._deadline.left()
        if left is None or self._max_seconds is None:
            return None
        needed = sum(step.seconds for step in self._last.steps if step.name != "crawl") if self._last else 0.0
        reserve = max(needed * _RESERVE_FACTOR, self._max_seconds * _LEAST_RESERVE_SHARE)
        return max(0.0, left - min(reserve, self._max_seconds * _RESERVE_SHARE))

    def _build(self) -> None:
        made = build(self._data, progress=self._progress, workers=self._workers)
        self._figures(changed=made.changed, parsed=made.parsed, rows=made.rows, problems=made.problems)

    def _snapshot(self) -> str:
        """Check the archive and publish it; which outcome of the night that is."""
        taken = take(self._data, self._wishes, now=self._clock.now(), progress=self._progress)
        if isinstance(taken, Unchanged):
            return nights.UNCHANGED
        self._figures(against=taken.report.against, checks={check.name: check.status for check in taken.report.checks})
        for check in taken.report.checks:
            if check.status in ("failed", "warning"):
                message = f"{check.name}: {'; '.join(check.notes) or check.why}"
                self.incidents("check", f"check_{check.status}", [message])
        if isinstance(taken, Refused):
            self.report.steps[-1].exit_code = exit_codes.CHECK_FAILED
            return nights.REFUSED
        if taken.delta is not None:
            tables = {name: asdict(table) for name, table in taken.delta.of_the_pages.items()}
            self.report.delta = {"previous": taken.delta.previous, "tables": tables}
        self._figures(thinned=list(taken.thinned))
        return nights.PUBLISHED

    # around them

    def _step(self, name: str, work: Callable[[], _Result], *, guarded: bool = True) -> _Result:
        """Run one step, time it, and turn whatever ends it into a word in the report."""
        step = Step(name, to_text(self._clock.now()))
        self.report.steps.append(step)
        self._write()
        begun = time.monotonic()
        try:
            return self._within_bounds(work) if guarded else work()
        except ArchiveError as error:
            raise self._failed(step, nights.FAILED, error.exit_code, error.message, hint=error.hint) from error
        except TimeUpError as error:
            message = "the time limit ended it: give the run more --max-seconds"
            raise self._failed(step, nights.INTERRUPTED, exit_codes.TIME_LIMIT, message) from error
        except (SignalledError, KeyboardInterrupt) as error:
            raise self._failed(step, nights.INTERRUPTED, exit_codes.INTERRUPTED, "a signal ended it") from error
        except Exception as error:
            code = exit_codes.DISK if is_full_disk(error) else exit_codes.ERROR
            message = "the disk is full" if code == exit_codes.DISK else f"{type(error).__name__}: {error}"
            step.figures["traceback"] = traceback.format_exception(error)[-6:]
            raise self._failed(step, nights.FAILED, code, message) from error
        finally:
            step.seconds = round(time.monotonic() - begun, 3)
            step.exit_code = exit_codes.OK if step.exit_code is None else step.exit_code
            self._write()

    def _within_bounds(self, work: Callable[[], _Result]) -> _Result:
        with stoppable(self._deadline):
            return work()

    def _failed(
        self, step: Step, outcome: str, exit_code: int, message: str, *, hint: str | None = None
    ) -> _StepFailedError:
        step.exit_code = exit_code
        self.incidents(step.name, exit_codes.name_of(exit_code), [f"{message}. {hint}" if hint else message])
        return _StepFailedError(outcome, exit_code)

    def _figures(self, **figures: Any) -> None:
        self.report.steps[-1].figures.update(figures)

    def _tell_of_the_last(self) -> None:
        """A run that was killed could not say so itself."""
        if self._last is not None and self._last.ended_at is None:
            step = self._last.steps[-1].name if self._last.steps else "open"
            self.incidents(step, "killed", [f"the run of {self._last.started_at} was killed in its step {step}"])

    def end(self, outcome: str, exit_code: int) -> None:
        """Write down how it ended."""
        report = self.report
        report.outcome, report.exit_code, report.ended_at = outcome, exit_code, to_text(self._clock.now())
        standing = Shelf(self._data.snapshots).latest()
        report.snapshot = standing.name if standing else None
        report.peak_memory_bytes = max(peak_memory(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
        report.summary = summary(report, time.monotonic() - self._begun)
        self._write()
        self._reports.prune()

    def _write(self) -> None:
        try:
            self._reports.write(self.report)
        except OSError as error:
            # Work goes on: it is done for the archive, not for its diary. The exit code and the summary still tell.
            click.echo(f"iom-archive: the report could not be written: {error}", err=True)


class _StepFailedError(Exception):
    """A step ended the night; the report says why."""

    def __init__(self, outcome: str, exit_code: int) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.exit_code = exit_code


def summary(night: Night, seconds: float) -> str:
    """One line: what came of the night, what is new, what needs a look."""
    parts = [f"{night.outcome}"]
    if night.snapshot:
        parts[0] += f" {night.snapshot}" if night.outcome == nights.PUBLISHED else f", {night.snapshot} stands"
    crawl = night.step("crawl")
    if crawl and "pages" in crawl.figures:
        figures = crawl.figures
        parts.append(
            f"crawled {figures['pages']} pages ({figures['new']} new, {figures['changed']} changed, "
            f"{figures['gone']} gone)"
        )
    told = sorted((one for one in night.incidents if one.code not in _HARMLESS), key=lambda one: _gravity(night, one))
    if told:
        more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
        parts.append(f"{told[0].step}: {told[0].message}{more}")
    parts.append(f"{seconds:.0f} s, exit code {night.exit_code}")
    return "; ".join(parts)


def _gravity(night: Night, incident: Incident) -> int:
    """What ended the night comes first."""
    ended = exit_codes.name_of(night.exit_code or exit_codes.OK)
    return 0 if incident.code == "check_failed" or ended in incident.code else 1
