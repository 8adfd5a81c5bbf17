"""How well the parsers read labelled pages: precision, recall and F1 for each field, with an interval.

A labelled page is a pair ``STEM.html`` or ``STEM.txt`` and ``STEM.json``, the record that a careful archivist wrote
from the page alone (tests/fixtures/README.md). For each field it is counted how many values are expected, how many
were found and how many of those are right. Names and titles count as right where they are the same but for case,
diacritics and punctuation, or nearly so (`alike`); dates, times, kinds and codes must be equal.

The interval is a bootstrap over pages (values of one page are not independent): the pages are drawn anew, with
replacement, a thousand times, always with the same seed.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from parsers import parse

_NEARLY = 0.82  # similarity from which two titles or names of bodies count as one
_LOOSELY = 0.7  # the same for posts and venues, which labels cut in more than one right way
_RESAMPLES = 1000
_SEED = 2018

Values = dict[str, Any]
Counts = tuple[int, int, int]  # expected, found, correct


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and the record it must give."""

    path: Path
    record: Values


@dataclass(slots=True)
class PageScore:
    """Counts of one page by field, and in words what was missed or invented."""

    page: LabelledPage
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, expected: int, found: int, correct: int) -> None:
        """Count values of a field."""
        for place, number in enumerate((expected, found, correct)):
            self.counts[name][place] += number


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field over all pages. ``pages`` is the number of pages on which it is expected or found."""

    field: str
    pages: int
    expected: int
    found: int
    correct: int
    precision: float | None
    recall: float | None
    f1: float | None
    f1_low: float | None
    f1_high: float | None


def labelled_pages(folders: Iterable[Path]) -> list[LabelledPage]:
    """The labelled pages below the folders, in order of their paths. Raises ValueError for a label without a page."""
    pages = []
    for folder in folders:
        for label in sorted(folder.rglob("*.json")):
            path = next(
                (label.with_suffix(suffix) for suffix in (".html", ".txt") if label.with_suffix(suffix).exists()), None
            )
            if path is None:
                raise ValueError(f"{label} has no page beside it")
            pages.append(LabelledPage(path, json.loads(label.read_text(encoding="utf-8"))))
    return pages


def score_page(page: LabelledPage) -> PageScore:
    """Parse a page and compare it with its label."""
    content_type = "text/plain" if page.path.suffix == ".txt" else None
    record = parse(page.path.read_bytes(), page.record.get("url"), content_type).to_dict()
    score = PageScore(page)
    _scalars(score, page.record, record)
    _sessions(score, page.record.get("sessions") or [], record["sessions"])
    _people(score, page.record.get("people") or [], record["people"])
    for name, label in (("organizations", "organizations"), ("documents", "documents")):
        _rows(score, name, _texts(page.record.get(label)), _texts(record[label]), alike)
    _rows(score, "themes", _texts(page.record.get("themes")), record["themes"], _equal)
    return score


def summarise(scores: Sequence[PageScore]) -> list[FieldScore]:
    """Each field over all pages, in the order in which the fields were first met."""
    names = list(dict.fromkeys(name for score in scores for name in score.counts))
    summary = []
    for name in names:
        rows = [tuple(score.counts[name]) for score in scores if name in score.counts and any(score.counts[name])]
        if not rows:
            continue
        expected, found, correct = (sum(row[place] for row in rows) for place in range(3))
        low, high = _interval(rows)
        precision, recall, f1 = rates(expected, found, correct)
        summary.append(FieldScore(name, len(rows), expected, found, correct, precision, recall, f1, low, high))
    return summary


def rates(expected: int, found: int, correct: int) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1; None where there is nothing to divide by."""
    precision = correct / found if found else None
    recall = correct / expected if expected else None
    f1 = 2 * correct / (expected + found) if expected + found else None
    return precision, recall, f1


def _interval(rows: Sequence[Any]) -> tuple[float | None, float | None]:
    """95 % bootstrap interval of F1 over pages; None for fewer than five pages."""
    if len(rows) < 5:
        return None, None
    draw = random.Random(_SEED)  # noqa: S311  # a resampling, not a secret
    values = []
    for _ in range(_RESAMPLES):
        sample = draw.choices(rows, k=len(rows))
        expected, found, correct = (sum(row[place] for row in sample) for place in range(3))
        values.append(2 * correct / (expected + found))
    values.sort()
    return values[int(0.025 * _RESAMPLES)], values[int(0.975 * _RESAMPLES) - 1]


# --- comparing ----------------------------------------------------------------------------------------------------


def plain(text: object) -> str:
    """Case, diacritics, punctuation and double blanks away."""
    decomposed = unicodedata.normalize("NFKD", str(text or "")).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", letters).strip()


def alike(one: object, other: object, least: float = _NEARLY) -> bool:
    """Whether two printed texts are the same, nearly so, or one a good part of the other."""
    a, b = plain(one), plain(other)
    if not a or not b or a == b:
        return a == b
    return (min(len(a), len(b)) > 12 and (a in b or b in a)) or SequenceMatcher(None, a, b).ratio() >= least


def _loosely(one: object, other: object) -> bool:
    return alike(one, other, _LOOSELY)


def _equal(one: object, other: object) -> bool:
    return one == other


def _texts(values: Any) -> list[str]:
    return [value if isinstance(value, str) else value.get("label") or value.get("name") for value in values or []]


def _scalar(score: PageScore, name: str, expected: Any, found: Any, same: Callable[[Any, Any], bool] = _equal) -> None:
    right = expected is not None and found is not None and same(expected, found)
    score.add(name, int(expected is not None), int(found is not None), int(right))
    if not right and (expected is not None or found is not None):
        score.misses.append(f"{name}: expected {expected!r}, found {found!r}")


def _pairs(expected: list[Any], found: list[Any], tests: Sequence[Callable[[Any, Any], bool]]) -> list[tuple[Any, Any]]:
    """One-to-one pairs, the stricter tests first."""
    pairs = []
    open_expected, open_found = list(expected), list(found)
    for test in tests:
        for one in list(open_expected):
            other = next((candidate for candidate in open_found if test(one, candidate)), None)
            if other is not None:
                pairs.append((one, other))
                open_expected.remove(one)
                open_found.remove(other)
    return pairs


def _rows(
    score: PageScore, name: str, expected: list[Any], found: list[Any], *tests: Callable[[Any, Any], bool]
) -> list[tuple[Any, Any]]:
    pairs = _pairs(expected, found, tests)
    score.add(name, len(expected), len(found), len(pairs))
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    score.misses += [f"{name}: missed {_shown(value)}" for value in expected if value not in left]
    score.misses += [f"{name}: invented {_shown(value)}" for value in found if value not in right]
    return pairs


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value.get('date') or ''} {value.get('start') or ''} {value.get('title') or value.get('name')}".strip()
    return str(value)


# --- fields -------------------------------------------------------------------------------------------------------


def _scalars(score: PageScore, label: Values, record: Values) -> None:
    _scalar(score, "kind", label["kind"], record["kind"], lambda one, other: other in str(one).split("|"))
    if label.get("title"):
        _scalar(score, "title", label["title"], record["title"], alike)
    for name in ("language", "published", "start_date", "end_date"):
        _scalar(score, name, label.get(name), record[name])
    place, found = label.get("location") or {}, record["location"]
    _scalar(score, "city", place.get("city"), found["city"], alike)
    _scalar(score, "country", place.get("country"), found["country"])
    if place.get("venue"):
        _scalar(score, "venue", place["venue"], found["venue"], _loosely)


def _sessions(score: PageScore, expected: list[Values], found: list[Values]) -> None:
    def same_time(one: Values, other: Values) -> bool:
        times = (one.get("date"), one.get("start")) == (other["date"], other["start"])
        return bool(one.get("start")) and times and alike(one["title"], other["title"], 0.5)

    def same_title(one: Values, other: Values) -> bool:
        return alike(one["title"], other["title"])

    for one, other in _rows(score, "sessions", expected, found, same_time, same_title):
        _scalar(score, "session title", one["title"], other["title"], alike)
        for name in ("date", "start", "end", "kind", "timezone"):
            _scalar(score, f"session {name}", one.get(name), other[name])
        names = [plain(person["name"]) for person in one.get("people") or []]
        _rows(score, "session people", names, [plain(person["name"]) for person in other["people"]], _equal)
        _rows(score, "session organizers", _texts(one.get("organizers")), other["organizers"], alike)


def _people(score: PageScore, expected: list[Values], found: list[Values]) -> None:
    """People by name; for each who was found, whether one of their roles, their post, body and country are right."""
    wanted, given = _by_name(expected), _by_name(found)
    _rows(score, "people", list(wanted), list(given), _equal)
    roles_wanted = [name for name, entries in wanted.items() if any(entry["role"] != "mentioned" for entry in entries)]
    roles_given = [name for name, entries in given.items() if any(entry["role"] != "mentioned" for entry in entries)]
    correct = sum(name in given for name in roles_wanted)
    score.add(
        "people with a role", len(roles_wanted), len({*roles_given, *(n for n in roles_wanted if n in given)}), correct
    )
    for name in wanted:
        if name not in given:
            continue
        roles = {entry["role"] for entry in wanted[name]}
        role = next((entry["role"] for entry in given[name] if entry["role"] in roles), given[name][0]["role"])
        _scalar(score, "person role", wanted[name][0]["role"], role, lambda _one, other, roles=roles: other in roles)  # type: ignore[misc]
        _scalar(score, "person position", _first(wanted[name], "position"), _first(given[name], "position"), _loosely)
        bodies = _first(wanted[name], "organization"), _first(given[name], "organization")
        _scalar(score, "person organization", *bodies, _loosely)
        _scalar(score, "person country", _first(wanted[name], "country"), _first(given[name], "country"))


def _by_name(people: list[Values]) -> dict[str, list[Values]]:
    grouped: dict[str, list[Values]] = {}
    for person in people:
        grouped.setdefault(plain(person["name"]), []).append(person)
    return grouped


def _first(entries: list[Values], key: str) -> Any:
    return next((entry[key] for entry in entries if entry.get(key)), None)
