"""Whether pages of the bundled sample are served. They are reconstructed: none may be cited as a page of IOM."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from web.reading import Reader

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


def sample_in(read: Reader) -> Sample | None:
    """The sample's pages in this archive, by address and body: the page itself may have been fetched since."""
    addresses, bodies = _sample()
    pages = read.value(
        f"""
        select count(*) from pages
        where id in (select page_id from page_addresses where address in ({_marks(addresses)}))
          and exists (select 1 from captures
            where captures.revision_id = pages.revision_id and body_sha256 in ({_marks(bodies)}))
        """,
        *addresses,
        *bodies,
    )
    return Sample(pages, read.value("select count(*) from pages")) if pages else None


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
