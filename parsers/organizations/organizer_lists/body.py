"""A body as a list prints it."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.record import InvolvementRole


@dataclass(slots=True, frozen=True)
class Body:
    """One body of a list: ``name`` is as printed and stands at ``start``:``end`` of the text that was given.

    ``role`` is None where the list's own label says it, else what the text says ("hosted by", "in partnership with").
    Where a person stands for the body, ``person`` and ``post`` are theirs. ``said``: the text calls it a body ("the NGO
    La Strada"), whatever its name says.
    """

    name: str
    start: int
    end: int
    role: InvolvementRole | None = None
    person: str | None = None
    post: str | None = None
    said: bool = False
