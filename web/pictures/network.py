"""Who shared panels: people as dots, shared sessions as lines.

Both layouts are worked out without chance, so the same data gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt

from markupsafe import Markup, escape

from web.pictures.drawing import svg

Pair = tuple[int, int]
_LONGEST = 26  # letters of a name that are shown
_LETTER = 6.3  # width of a letter, about
_LINE = 3  # how much a line through a name harms, as the width of what it hides
_Segment = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(frozen=True, slots=True)
class Node:
    """One person. ``weight`` sets the size of the dot."""

    id: int
    name: str
    weight: int


def ring(name: str, title: str, centre: Node, others: Sequence[Node], ties: Mapping[Pair, int]) -> Markup:
    """One person in the middle, the others round it; thicker lines for more shared sessions."""
    width, height, radius = 720, 420, 150
    middle_x, middle_y = width / 2, height / 2
    most = max((node.weight for node in others), default=1)
    places: dict[int, tuple[float, float, float]] = {}
    for number, node in enumerate(others):
        angle = 2 * pi * number / len(others) - pi / 2
        places[node.id] = (middle_x + radius * 1.25 * cos(angle), middle_y + radius * sin(angle), angle)
    parts = ["<g>"]
    for (one, other), times in sorted(ties.items()):
        if one in places and other in places:
            (x1, y1, _), (x2, y2, _) = places[one], places[other]
            parts.append(_line(x1, y1, x2, y2, 0.8, f"{times}"))
    for node in others:
        x, y, _ = places[node.id]
        parts.append(_line(middle_x, middle_y, x, y, 1 + 5 * node.weight / most, f"{node.weight}", "tie strong"))
    parts.append("</g>")
    for node in others:
        x, y, angle = places[node.id]
        anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
        out_x, out_y = x + 11 * cos(angle), y + 16 * sin(angle) + 4
        parts.append(_dot(node, x, y, 4 + 4 * sqrt(node.weight / most), out_x, out_y, anchor))
    parts.append(
        f'<circle cx="{middle_x}" cy="{middle_y}" r="11" class="ink2" fill="#b4622d"/>'
        f'<text x="{middle_x}" y="{middle_y + 28}" text-anchor="middle" class="label strong halo" fill="#222">'
        f"{escape(centre.name)}</text>"
    )
    return svg("".join(parts), width, height, title, name, role="group")


def web(name: str, title: str, nodes: Sequence[Node], ties: Mapping[Pair, int]) -> Markup:
    """Many people; those who shared many sessions stand near each other."""
    if not nodes or not ties:
        return Markup("")
    width, height = 720.0, 560.0
    places = _settled(nodes, ties, width, height)
    most, heaviest = max(ties.values()), max(node.weight for node in nodes)
    parts = ["<g>"]
    for (one, other), times in sorted(ties.items(), key=lambda item: (item[1], item[0])):
        (x1, y1), (x2, y2) = places[one], places[other]
        parts.append(_line(x1, y1, x2, y2, 0.6 + 4 * times / most, f"{times}"))
    parts.append("</g>")
    sizes = {node.id: 4 + 7 * sqrt(node.weight / heaviest) for node in nodes}
    lines = [(*places[one], *places[other]) for one, other in ties]
    taken = [_Box(x - sizes[one], y - sizes[one], x + sizes[one], y + sizes[one]) for one, (x, y) in places.items()]
    for node in nodes:
        x, y = places[node.id]
        label, box = _free(_labels(node, x, y, sizes[node.id]), taken, lines, width)
        taken.append(box)
        parts.append(_dot(node, x, y, sizes[node.id], *label))
    return svg("".join(parts), width, height, title, name, role="group")


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def common(self, other: _Box) -> float:
        """The area that two boxes share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)

    def length_of(self, line: _Segment) -> float:
        """How much of a line lies in the box (Liang and Barsky 1984)."""
        x, y, end_x, end_y = line
        across, down = end_x - x, end_y - y
        first, last = 0.0, 1.0
        for step, room in (
            (-across, x - self.left), (across, self.right - x), (-down, y - self.top), (down, self.bottom - y),
        ):  # fmt: skip
            if step == 0:
                if room < 0:
                    return 0.0
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return max(0.0, last - first) * hypot(across, down)


_Label = tuple[float, float, str]  # x, y, text-anchor


def _labels(node: Node, x: float, y: float, size: float) -> list[tuple[_Label, _Box]]:
    """Where a name may stand: right, left, below, above its dot."""
    wide, high = _LETTER * min(len(node.name), _LONGEST), 12
    return [
        ((x + size + 3, y + 4, "start"), _Box(x + size + 3, y - 7, x + size + 3 + wide, y + 6)),
        ((x - size - 3, y + 4, "end"), _Box(x - size - 3 - wide, y - 7, x - size - 3, y + 6)),
        ((x, y + size + high, "middle"), _Box(x - wide / 2, y + size + 1, x + wide / 2, y + size + high + 3)),
        ((x, y - size - 4, "middle"), _Box(x - wide / 2, y - size - high - 3, x + wide / 2, y - size - 1)),
    ]


def _free(
    labels: Sequence[tuple[_Label, _Box]], taken: Sequence[_Box], lines: Sequence[_Segment], width: float
) -> tuple[_Label, _Box]:
    """The first of these places that covers least of dots, names drawn so far and lines, inside the picture."""
    edges = (_Box(-width, -width, 0, 2 * width), _Box(width, -width, 2 * width, 2 * width))

    def covered(box: _Box) -> float:
        return sum(box.common(other) for other in (*taken, *edges)) + sum(_LINE * box.length_of(one) for one in lines)

    return min(labels, key=lambda one: covered(one[1]))


def _line(x1: float, y1: float, x2: float, y2: float, wide: float, times: str, kind: str = "tie") -> str:
    return (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke-width="{wide:.1f}" class="{kind}" '
        f'stroke="#9ab" stroke-opacity="0.5"><title>{times} shared</title></line>'
    )


def _dot(node: Node, x: float, y: float, size: float, text_x: float, text_y: float, anchor: str) -> str:
    shown = node.name if len(node.name) <= _LONGEST else node.name[: _LONGEST - 1].rstrip() + "…"
    return (
        f'<a href="/person/{node.id}"><title>{escape(node.name)}: {node.weight:,}</title>'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" class="ink1" fill="#0b5a73"/>'
        f'<text x="{text_x:.0f}" y="{text_y:.0f}" text-anchor="{anchor}" class="label halo" fill="#222" '
        f'font-size="11.5">{escape(shown)}</text></a>'
    )


def _settled(
    nodes: Sequence[Node], ties: Mapping[Pair, int], width: float, height: float
) -> dict[int, tuple[float, float]]:
    """Springs along the ties, repulsion between all (Fruchterman and Reingold 1991), from a ring, without chance."""
    count = len(nodes)
    places = [
        [width / 2 + width * 0.35 * cos(2 * pi * n * 0.618), height / 2 + height * 0.35 * sin(2 * pi * n * 0.618)]
        for n in range(count)
    ]
    index = {node.id: number for number, node in enumerate(nodes)}
    springs = [(index[one], index[other], times) for (one, other), times in ties.items()]
    most = max(ties.values())
    ideal = 0.8 * sqrt(width * height / count)
    heat = width / 8
    for _ in range(160):
        moves = [[0.0, 0.0] for _ in range(count)]
        for one in range(count):
            for other in range(one):
                dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
                force = ideal * ideal / max(hypot(dx, dy), 0.5) ** 2
                moves[one][0] += dx * force
                moves[one][1] += dy * force
                moves[other][0] -= dx * force
                moves[other][1] -= dy * force
        for one, other, times in springs:
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            force = hypot(dx, dy) / ideal * (0.1 + times / most)
            moves[one][0] -= dx * force
            moves[one][1] -= dy * force
            moves[other][0] += dx * force
            moves[other][1] += dy * force
        for place, (dx, dy) in zip(places, moves, strict=True):
            dx += (width / 2 - place[0]) * 0.1 * count
            dy += (height / 2 - place[1]) * 0.13 * count
            far, angle = min(hypot(dx, dy), heat), atan2(dy, dx)
            place[0] = min(width - 30, max(30, place[0] + far * cos(angle)))
            place[1] = min(height - 16, max(16, place[1] + far * sin(angle)))
        heat *= 0.97
    across = _spread([place[0] for place in places], 60, width - 60)
    down = _spread([place[1] for place in places], 24, height - 24)
    return {node.id: (across[number], down[number]) for number, node in enumerate(nodes)}


def _spread(values: Sequence[float], low: float, high: float) -> list[float]:
    """Values stretched to fill the room between two edges, half by size and half by rank, so that none crowd."""
    least, most = min(values), max(values)
    ranks = {value: place for place, value in enumerate(sorted(set(values)))}
    return [
        low + (high - low) * ((value - least) / max(most - least, 1) + ranks[value] / max(len(ranks) - 1, 1)) / 2
        for value in values
    ]
