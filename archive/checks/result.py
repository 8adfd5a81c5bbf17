"""What a check says, and the report of all of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Status = Literal["passed", "failed", "warning", "accepted"]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``notes`` are sentences for people: what is wrong, or why it could not be checked."""

    name: str
    why: str
    required: bool
    passed: bool
    figures: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    accepted: str | None = None  # why an operator lets it pass all the same

    @property
    def status(self) -> Status:
        """How it went. Only ``failed`` stops a snapshot."""
        if self.passed:
            return "passed"
        if not self.required:
            return "warning"
        return "failed" if self.accepted is None else "accepted"


@dataclass(frozen=True, slots=True)
class Report:
    """All checks of one archive. ``against`` names the snapshot that it was compared with."""

    checks: tuple[Check, ...]
    against: str | None

    @property
    def passed(self) -> bool:
        """Whether nothing stands against publishing."""
        return not self.failed

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that stop the snapshot."""
        return tuple(check for check in self.checks if check.status == "failed")

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON has it."""
        return {
            "passed": self.passed,
            "against": self.against,
            "checks": [{"status": check.status, **asdict(check)} for check in self.checks],
        }
