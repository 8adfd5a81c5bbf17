"""Pictures as SVG, drawn on the server: no script, no library, nothing from another host.

Colours stand in the elements for a picture on its own (`/pictures/....svg`); inside a page the stylesheet replaces
them, so that they follow light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, log10

from markupsafe import Markup, escape

INKS = ("#0b5a73", "#b4622d", "#5d6f2a", "#7a4b8a", "#8a6d1d", "#4d6480", "#9c3d54")
_WIDTH = 720


@dataclass(slots=True)
class Picture:
    """A picture and the table behind it. ``svg`` may be empty where there is nothing to draw."""

    key: str
    title: str
    summary: str  # what the picture shows, for those who do not see it and as its caption
    svg: Markup
    head: tuple[str, ...]
    rows: list[tuple[object, ...]]
    links: dict[str, str] = field(default_factory=dict)  # first cell of a row -> address
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bar: its name and its value for each place on the axis."""

    name: str
    values: Mapping[int, int]


def attribute(value: object) -> Markup:
    """A value inside an attribute."""
    return escape(str(value))


def svg(content: str, width: float, height: float, title: str, name: str, role: str = "img") -> Markup:
    """The element round a picture. ``name`` makes its ids its own on a page with several pictures.

    ``content`` is made by the functions of this package, which escape every stored text.
    """
    return Markup(  # noqa: S704
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" class="picture picture-{name}" '
        f'role="{role}" aria-labelledby="picture-{name}-title" font-family="system-ui, sans-serif" font-size="12">'
        f'<title id="picture-{name}-title">{escape(title)}</title>{content}</svg>'
    )


def ink(number: int) -> str:
    """Fill of the n-th kind of thing."""
    return f'class="ink{number % len(INKS) + 1}" fill="{INKS[number % len(INKS)]}"'


def bars(name: str, title: str, series: Sequence[Series], *, height: int = 230) -> Markup:
    """Bars by year, the kinds stacked. Years without anything are shown as gaps. Empty without data."""
    years = [year for one in series for year, value in one.values.items() if value]
    if not years:
        return Markup("")
    first, last = min(years), max(years)
    top = _ceiling(max(sum(one.values.get(year, 0) for one in series) for year in range(first, last + 1)))
    left, bottom, above = 46, 26, 26 if len(series) > 1 else 10
    step = (_WIDTH - left) / (last - first + 1)
    room = height - bottom - above
    parts = list(_grid(top, left, above, room))
    for year in range(first, last + 1):
        x, y = left + (year - first) * step, float(above + room)
        drawn = []
        for number, one in enumerate(series):
            if value := one.values.get(year, 0):
                tall = room * value / top
                y -= tall
                wide = min(step * 0.76, 40)
                drawn.append(
                    f'<rect x="{x + (step - wide) / 2:.1f}" y="{y:.1f}" width="{wide:.1f}" '
                    f'height="{tall:.1f}" {ink(number)}/>'
                )
        if drawn:
            said = ", ".join(f"{one.name.lower()} {one.values.get(year, 0):,}" for one in series)
            parts.append(f"<g><title>{year}: {escape(said)}</title>{''.join(drawn)}</g>")
    parts += _years(first, last, left, step, height - 8)
    if len(series) > 1:
        parts += _legend([one.name for one in series], left)
    return svg("".join(parts), _WIDTH, height, title, name)


def rows_of_bars(name: str, title: str, series: Sequence[Series]) -> Markup:
    """One row of small bars for each kind, all on one scale of years, each row on its own scale of height."""
    years = [year for one in series for year, value in one.values.items() if value]
    if not years:
        return Markup("")
    first, last = min(years), max(years)
    left, tall = 236, 40
    step = (_WIDTH - left - 44) / (last - first + 1)
    parts: list[str] = []
    for number, one in enumerate(series):
        base, top = (number + 1) * tall - 6, max(one.values.values(), default=0) or 1
        parts.append(
            f'<text x="{left - 12}" y="{base - 5}" text-anchor="end" class="label" fill="#333">'
            f"{escape(_cut(one.name, 34))}</text>"
            f'<line x1="{left}" x2="{_WIDTH - 44}" y1="{base}" y2="{base}" class="rule" stroke="#ccc"/>'
            f'<text x="{_WIDTH}" y="{base - 5}" text-anchor="end" class="quiet" fill="#666">'
            f"{sum(one.values.values()):,}</text>"
        )
        for year, value in sorted(one.values.items()):
            if value:
                high = max(1.0, (tall - 12) * value / top)
                parts.append(
                    f'<rect x="{left + (year - first) * step + step * 0.1:.1f}" y="{base - high:.1f}" '
                    f'width="{step * 0.8:.1f}" height="{high:.1f}" {ink(0)}>'
                    f"<title>{escape(one.name)}, {year}: {value:,}</title></rect>"
                )
    height = len(series) * tall + 24
    parts += _years(first, last, left, step, height - 6)
    return svg("".join(parts), _WIDTH, height, title, name)


def _grid(top: int, left: float, above: float, room: float) -> Iterable[str]:
    for part in range(5):
        value, y = top * part / 4, above + room * (1 - part / 4)
        if value == int(value):
            yield (
                f'<line x1="{left}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}" class="rule" stroke="#ddd"/>'
                f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end" class="quiet" fill="#666">'
                f"{int(value):,}</text>"
            )


def _years(first: int, last: int, left: float, step: float, y: float) -> list[str]:
    every = max(1, ceil(44 / step))
    return [
        f'<text x="{left + (year - first + 0.5) * step:.1f}" y="{y}" text-anchor="middle" class="quiet" fill="#666">'
        f"{year}</text>"
        for year in range(first, last + 1)
        if (year - first) % every == 0
    ]


def _legend(names: Sequence[str], left: float) -> list[str]:
    parts, x = [], left
    for number, name in enumerate(names):
        parts.append(
            f'<rect x="{x:.0f}" y="2" width="12" height="12" {ink(number)}/>'
            f'<text x="{x + 18:.0f}" y="13" class="label" fill="#333">{escape(name)}</text>'
        )
        x += 42 + 7.4 * len(name)
    return parts


def _ceiling(value: int) -> int:
    """A round number at or above a value, that four parts."""
    if value <= 4:
        return 4
    unit = 10 ** floor(log10(value))
    return next(int(unit * step) for step in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12) if unit * step >= value)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def from_to(years: Sequence[int]) -> str:
    """ " from 2001 to 2024", or nothing where there are no years."""
    return f" from {years[0]} to {years[-1]}" if years else ""
