"""Whether the archive holds pages of the bundled sample, which nobody may cite."""

from __future__ import annotations

from archive.checks.result import Check
from archive.checks.subject import Subject
from archive.sample import sample_in


def no_sample_pages(subject: Subject) -> Check:
    """No page is of the bundled sample (`archive.sample`)."""
    sample = sample_in(subject.connection)
    return Check(
        "sample pages",
        "Pages of the bundled sample are reconstructed: a snapshot of them is to be tried out, not to be cited.",
        False,
        sample is None,
        {"pages": sample.pages if sample else 0},
        (sample.notice,) if sample else (),
    )
