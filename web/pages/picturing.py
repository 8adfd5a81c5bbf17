"""The pictures of the archive, each with its numbers as a table and as a file."""

from __future__ import annotations

from web.asking import Answer, Ask, File, Missing, Page
from web.exports import csv_text
from web.pictures.drawing import Picture
from web.pictures.whole import PICTURES
from web.structured import dumps


def every(ask: Ask) -> Answer:
    """All pictures on one page."""
    return Page(
        "pictures.html",
        "Pictures",
        {"pictures": [_picture(ask, key) for key in PICTURES]},
        description="Events and speakers by year, themes and regions over time, a map, and who shared panels.",
    )


def page(ask: Ask) -> Answer:
    """One picture by itself, to cite."""
    picture = _asked(ask)
    path = f"/pictures/{picture.key}"
    return Page(
        "picture.html",
        picture.title,
        {"picture": picture},
        description=picture.summary,
        formats=(
            ("SVG", f"{path}.svg", "image/svg+xml"),
            ("CSV", f"{path}.csv", "text/csv"),
            ("JSON", f"{path}.json", "application/json"),
        ),
    )


def as_csv(ask: Ask) -> Answer:
    """The numbers behind a picture."""
    picture = _asked(ask)
    return File(csv_text(picture.head, picture.rows), "text/csv; charset=utf-8", f"iom-{picture.key}.csv")  # type: ignore[arg-type]


def as_json(ask: Ask) -> Answer:
    """The same as JSON objects."""
    picture = _asked(ask)
    return File(
        dumps([dict(zip(picture.head, row, strict=True)) for row in picture.rows]), "application/json; charset=utf-8"
    )


def as_svg(ask: Ask) -> Answer:
    """The picture by itself."""
    return File(str(_asked(ask).svg), "image/svg+xml; charset=utf-8")


def _asked(ask: Ask) -> Picture:
    if ask.parts["key"] not in PICTURES:
        raise Missing("There is no such picture.")
    return _picture(ask, ask.parts["key"])


def _picture(ask: Ask, key: str) -> Picture:
    return ask.site.once(f"picture {key}", lambda: PICTURES[key](ask.read))
