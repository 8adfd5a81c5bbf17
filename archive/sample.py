"""Which pages are of the bundled sample. They are reconstructed: none may be cited as a page of IOM."""

from __future__ import annotations

import sqlite3
import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "sample"


@dataclass(frozen=True, slots=True)
class Sample:
    """How many of all pages are the sample's."""

    pages: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether there is nothing else."""
        return self.pages == self.of

    @property
    def notice(self) -> str:
        """What whoever takes the archive's data away must know."""
        which = f"All {self.of:,} pages" if self.whole else f"{self.pages:,} of {self.of:,} pages"
        return (
            f"{which} are of the bundled sample, reconstructed to try the archive with: not to be cited. "
            "Cite the page of IOM that a row names, once you have read it there."
        )


def sample_in(connection: sqlite3.Connection) -> Sample | None:
    """The sample's pages in an archive, by address and body: the page itself may have been fetched since."""
    addresses, bodies = _sample()
    pages = connection.execute(
        f"""
        SELECT count(*) FROM pages
        WHERE id IN (SELECT page_id FROM page_addresses WHERE address IN ({_marks(addresses)}))
          AND EXISTS (SELECT 1 FROM captures
            WHERE captures.revision_id = pages.revision_id AND body_sha256 IN ({_marks(bodies)}))
        """,  # noqa: S608
        (*addresses, *bodies),
    ).fetchone()[0]
    return Sample(pages, connection.execute("SELECT count(*) FROM pages").fetchone()[0]) if pages else None


@cache
def _sample() -> tuple[tuple[str, ...], tuple[str, ...]]:
    captures = FOLDER / "captures.toml"
    if not captures.exists():
        return (), ()
    listed = tomllib.loads(captures.read_text(encoding="utf-8"))["capture"]
    # The archive knows pages by https, however they were asked for.
    addresses = sorted({one["url"].replace("http://", "https://", 1) for one in listed})
    bodies = sorted(sha256(page.read_bytes()).hexdigest() for page in (FOLDER / "pages").glob("*.html"))
    return tuple(addresses), tuple(bodies)


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
