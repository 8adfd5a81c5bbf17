"""The gate that an archive passes before it is published.

    archive.db ─┐
                ├─▶ gate.judge ─▶ one Check each (result): soundness, amounts, filling, drift, losses, labels, pages,
    last snapshot ┘                                        sample

Each check is a small function that takes a `subject.Subject` and gives a `Check`: its name, why it is made, figures,
and whether it passed. A required check that fails stops the snapshot; a warning does not. What cannot be checked here
is never taken for passed: it says so, as a warning.
"""
