"""A map of the world with countries and dots: own outlines, no tiles, no request to anybody.

Outlines are Natural Earth's (public domain, 1:110m), projected and rounded beforehand by ``make_world.py``; cities have
their coordinates from GeoNames (CC BY 4.0). Projection: Equal Earth (Šavrič, Patterson and Jenny 2018), so that no
continent looks larger than it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from markupsafe import Markup, escape

from archive.names import name_key
from web.pictures.drawing import svg

HERE = Path(__file__).parent
WIDTH, HEIGHT = 1000.0, 470.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2
_SCALE = WIDTH / 5.41  # the equator's length in the projection's own units
_NORTH = 1.29  # upper edge of the map in the same units; the Antarctic is cut off


@dataclass(frozen=True, slots=True)
class Dot:
    """One place. ``size`` sets the area of the dot."""

    longitude: float
    latitude: float
    size: int
    label: str
    address: str


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to the map's own units."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    width = _M * (_A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square))
    x = radians(longitude) * cos(theta) / width
    y = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    return WIDTH / 2 + x * _SCALE, (_NORTH - y) * _SCALE


def city(name: str | None, country: str | None) -> tuple[float, float] | None:
    """Longitude and latitude of a city as printed, in any of the vocabulary's spellings; None if it is not known."""
    return _cities().get((name_key(name or ""), country or ""))


def capital(country: str | None) -> tuple[float, float] | None:
    """Longitude and latitude of a country's capital."""
    return _cities().get(("", country or ""))


def draw(name: str, title: str, shades: Mapping[str, int], dots: Iterable[Dot]) -> Markup:
    """Countries shaded by the rank of their number, in four steps; dots by size above them.

    Hundreds of dots are no stops for Tab: the table below the picture has the same links.
    """
    steps = _steps(shades)
    parts = ['<g class="land" stroke="#fff" stroke-width="0.6">']
    for code, outline in _outlines().items():
        step = steps.get(code, 0)
        parts.append(f'<path class="shade{step}" fill="{_SHADES[step]}" d="{outline}"/>')
    parts.append('</g><g class="dots">')
    listed = sorted(dots, key=lambda dot: -dot.size)
    most = max((dot.size for dot in listed), default=1)
    for dot in listed:
        x, y = projected(dot.longitude, dot.latitude)
        radius = 2 + 13 * sqrt(dot.size / most)
        parts.append(
            f'<a href="{escape(dot.address)}" tabindex="-1"><circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}" '
            f'class="dot" fill="#b4622d" fill-opacity="0.6"><title>{escape(dot.label)}</title></circle></a>'
        )
    parts.append("</g>")
    return svg("".join(parts), WIDTH, HEIGHT, title, name, role="group")


_SHADES = ("#e6e3d8", "#cfdcdd", "#a9c6cc", "#7fabb6", "#4d8b9c")


def _steps(shades: Mapping[str, int]) -> dict[str, int]:
    """Which quarter of the ranks each country is in; 0 for those without anything."""
    ranked = sorted((number, code) for code, number in shades.items() if number)
    return {code: 1 + 4 * place // len(ranked) for place, (_, code) in enumerate(ranked)}


@cache
def _outlines() -> dict[str, str]:
    found: dict[str, str] = json.loads((HERE / "world.json").read_text(encoding="utf-8"))
    return found


@cache
def _cities() -> dict[tuple[str, str], tuple[float, float]]:
    found = {}
    for line in (HERE / "cities.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        country, longitude, latitude, names = line.split("\t")
        for name in names.split("|"):
            found[(name, country)] = (float(longitude), float(latitude))
    return found
