"""Ranked search over events, sessions, releases, people, bodies and other pages, quick also for words on nearly every
page.

Ranking by BM25 costs time for every hit, so it is used where the hits are few (`_RANKED_MOST`). Where they are many, no
formula tells the best twenty of a hundred thousand either: then what has the words in its title comes first, and the
newest first. Filters are words of the index (see the view ``search_texts`` in `archive.schema`), not joins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from archive.names import fold
from web.reading import Reader, Row
from web.search_words import Term, expression, terms

TYPES = ("event", "session", "press_release", "person", "organization", "page")
FILTERS = ("type", "year", "language", "country", "theme")
_RANKED_MOST = 3_000
_NEWEST_YEARS = 4
_OF_EACH = 1_000  # candidates from each of: titles of the newest, the newest, all
_WEIGHTS = "10, 4, 1, 3, 0"  # title, names, text, other forms, filters
_MARK = ("\ue000", "\ue001")  # private characters round what matched: no page prints them


@dataclass(slots=True)
class Hit:
    """One result. ``snippet`` are pieces of text with whether each matched."""

    row: Row
    snippet: list[tuple[str, bool]]
    page_kind: str | None = None  # of the page that a session stands on


@dataclass(slots=True)
class Found:
    """What a search found: ``total`` is None for more than can be counted quickly."""

    hits: list[Hit] = field(default_factory=list)
    total: int | None = 0
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)

    @property
    def more_than(self) -> int:
        """Where counting stopped."""
        return _RANKED_MOST


def search(read: Reader, typed: str, chosen: Mapping[str, str], *, size: int = 20, number: int = 1) -> Found:
    """One page of results for what was typed, narrowed by ``chosen`` (names of `FILTERS`)."""
    wanted = terms(typed)
    words = expression(wanted)
    filters = filter_words(chosen)
    if words is None and not filters:
        return Found(terms=wanted)
    match = _together(words, filters)
    ids = _ids(read, match)
    first = (number - 1) * size
    if len(ids) <= _RANKED_MOST:
        rows = _ranked(read, match, wanted) if words else _entries(read, ids)
        shown = rows[first : first + size]
        return Found(_hits(read, match, shown, words), len(rows), _facets(rows), wanted)
    rows = _by_title(_entries(read, _candidates(read, wanted, filters, ids)), wanted)
    return Found(_hits(read, match, rows[first : first + size], words), None, {}, wanted)


def filter_words(chosen: Mapping[str, str]) -> list[str]:
    """The words of the index that stand for the chosen filters. What no filter can be is ignored."""
    found = []
    for name in FILTERS:
        plain = "".join(letter for letter in chosen.get(name, "") if letter.isascii() and letter.isalnum()).lower()
        if plain:
            found.append(f"z{'lang' if name == 'language' else name}{plain}")
    return found


def counts_alone(read: Reader, found: Iterable[Term]) -> list[tuple[Term, int, str]]:
    """For each term by itself how many entries have it, and a wider form to try; for a search that found nothing."""
    said = []
    for term in found:
        wider = term.text if " " not in term.text else " OR ".join(term.text.split())
        wider = f"{wider[: max(3, len(wider) * 2 // 3)]}*" if wider == term.text and not term.prefix else wider
        said.append((term, len(_ids(read, term.expression)), wider))
    return said


def _together(words: str | None, filters: list[str]) -> str:
    narrowed = f"filters : ({' AND '.join(filters)})" if filters else None
    return " AND ".join(filter(None, (f"({words})" if words else None, narrowed)))


def _ids(read: Reader, match: str, most: int = 0) -> list[int]:
    rows = read.rows(
        "select rowid from search_index_fts where search_index_fts match ? limit ?", match, most or _RANKED_MOST + 1
    )
    return [row[0] for row in rows]


def _candidates(read: Reader, wanted: list[Term], filters: list[str], ids: list[int]) -> Iterable[int]:
    """Some of very many hits, among them the best: the newest with the words in their title, the newest, any."""
    words = expression(wanted)
    last = read.value("select max(year) from search_index") or 0
    years = " OR ".join(f"zyear{year}" for year in range(last - _NEWEST_YEARS + 1, last + 1))
    newest = filters if any(one.startswith("zyear") for one in filters) else [*filters, f"({years})"]
    found = _ids(read, _together(words, newest), _OF_EACH)
    if words and not any(term.prefix for term in wanted):
        found = [*_ids(read, _together(f"title : ({words})", newest), _OF_EACH), *found]
    return dict.fromkeys([*found, *ids[:_OF_EACH]])


def _ranked(read: Reader, match: str, wanted: list[Term]) -> list[Row]:
    """All hits by relevance. Beginnings of words are costly to rank and say little, so titles and days order those."""
    if any(term.prefix for term in wanted):
        return _by_title(_entries(read, _ids(read, match)), wanted)
    return read.rows(
        f"""
        select search_index.* from search_index_fts cross join search_index on search_index.id = search_index_fts.rowid
        where search_index_fts match ? order by bm25(search_index_fts, {_WEIGHTS}), search_index.id
        """,
        match,
    )


def _entries(read: Reader, ids: Iterable[int]) -> list[Row]:
    """Entries, the newest first."""
    listed = ",".join(map(str, ids))
    return read.rows(f"select * from search_index where id in ({listed}) order by date desc, id")


def _by_title(rows: list[Row], wanted: list[Term]) -> list[Row]:
    """Those with all words in their title first; each part keeps its order."""
    words = [fold(term.text).casefold() for term in wanted if not term.without]
    return sorted(rows, key=lambda row: sum(word not in fold(row["title"]).casefold() for word in words))


def _facets(rows: list[Row]) -> dict[str, list[tuple[str, int]]]:
    """How many results each filter would leave; types and years in their order, the rest by number."""
    counted = {
        name: Counter(str(row[name]) for row in rows if row[name] is not None)
        for name in ("type", "year", "language", "country")
    }
    return {
        "type": [(one, counted["type"][one]) for one in TYPES if one in counted["type"]],
        "year": sorted(counted["year"].items(), reverse=True),
        "language": counted["language"].most_common(),
        "country": counted["country"].most_common(300),
    }


def _hits(read: Reader, match: str, rows: list[Row], words: str | None) -> list[Hit]:
    if not rows:
        return []
    snippets: dict[int, str] = {}
    if words:
        listed = ",".join(str(row["id"]) for row in rows if row["type"] not in ("person", "organization"))
        found = read.rows(
            f"select rowid, snippet(search_index_fts, 2, ?, ?, '…', 28) as words from search_index_fts "
            f"where search_index_fts match ? and rowid in ({listed})",
            *_MARK,
            match,
        )
        snippets = {row["rowid"]: row["words"] or "" for row in found}
    kinds = _kinds(read, (row["page_id"] for row in rows if row["type"] == "session"))
    return [Hit(row, _pieces(snippets.get(row["id"], "")), kinds.get(row["page_id"])) for row in rows]


def _kinds(read: Reader, pages: Iterable[int]) -> dict[int, str]:
    listed = ",".join(map(str, pages))
    return {row["id"]: row["kind"] for row in read.rows(f"select id, kind from pages where id in ({listed})")}


def _pieces(snippet: str) -> list[tuple[str, bool]]:
    """A snippet taken apart at its marks."""
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(snippet.replace("\n", " · ").split(_MARK[0])):
        inside, mark, after = part.partition(_MARK[1])
        if number and mark:
            pieces += [(inside, True), (after, False)]
        else:
            pieces.append((part, False))
    return [(text, marked) for text, marked in pieces if text]
