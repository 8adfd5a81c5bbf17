"""Ranked search over events, sessions, releases, people, bodies and other pages, quick also for words on nearly every
page.

Ranking by BM25 costs time for every hit, so it is used where the hits are few (`_RANKED_MOST`). Where they are many, no
formula tells the best twenty of a hundred thousand either: then what has the words in its title comes first, and the
newest first. Filters are words of the index (see the view ``search_texts`` in `archive.schema`), not joins.
"""

from __future__ import annotations

import re
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
_SESSION = 0.7
_WHOLE_NAME = 2.0  # of a body, one of whose names was typed whole
_NAMES = re.compile(r"[;()]")  # parts the names of a body, the acronym in brackets among them
_NO_LETTERS = re.compile(r"\W+")
_MARK = ("\ue000", "\ue001")  # private characters round what matched: no page prints them


@dataclass(slots=True)
class Hit:
    """One result. ``snippet`` are pieces of text with whether each matched."""

    row: Row
    snippet: list[tuple[str, bool]]
    page: Row | None = None  # that a session stands on
    counts: Row | None = None  # of a person or body: how often it appears, and when


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


def counts_alone(read: Reader, found: Iterable[Term]) -> list[tuple[Term, int, str | None]]:
    """For a search that found nothing: for each term how many entries have it alone.

    For a term that none has also a wider form, if that finds something.
    """
    said = []
    for term in found:
        times = len(_ids(read, term.expression))
        said.append((term, times, None if times else _wider(read, term)))
    return said


def _wider(read: Reader, term: Term) -> str | None:
    """The words of a phrase one by one, or the beginning of a word; None if that finds nothing either."""
    if " " in term.text:
        typed = " OR ".join(term.text.split())
    else:
        typed = f"{term.text[: max(3, len(term.text) * 2 // 3)]}*"
    words = expression(terms(typed))
    return typed if words and _ids(read, words, 1) else None


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
    rows = read.rows(
        f"""
        select search_index.*, bm25(search_index_fts, {_WEIGHTS}) as score
        from search_index_fts cross join search_index on search_index.id = search_index_fts.rowid
        where search_index_fts match ? order by score, search_index.id
        """,
        match,
    )
    starts = [word[: max(3, len(word) - 2)] for term in wanted if not term.without for word in _words(term.text)]
    return sorted(rows, key=lambda row: row["score"] * _share(row, starts))


def _share(row: Row, starts: list[str]) -> float:
    """How much a result counts for its kind: short texts would outweigh whole pages.

    A body counts by how much of its name was typed, and most where one of its names was typed whole; a session is but
    a part of its page.
    """
    if row["type"] != "organization":
        return _SESSION if row["type"] == "session" else 1.0
    if any(_typed(name, starts) == 1 for name in _NAMES.split(f"{row['title']};{row['names'] or ''}") if name):
        return _WHOLE_NAME
    return _typed(row["title"], starts)


def _typed(name: str, starts: list[str]) -> float:
    """How much of a name was typed, from 0 to 1."""
    words = _words(name) or [""]
    return sum(word.startswith(tuple(starts)) for word in words) / len(words)


def _words(text: str) -> list[str]:
    return [word for word in _NO_LETTERS.split(fold(text).casefold()) if word]


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
    snippets = {}
    if words:
        # Of a session the people say most, of all else its text; people and bodies have none.
        pages = [row["id"] for row in rows if row["type"] not in ("session", "person", "organization")]
        snippets = _snippets(read, match, pages, column=2)
        snippets |= _snippets(read, match, (row["id"] for row in rows if row["type"] == "session"), column=1)
    on = _by_id(read, "id, kind, title, address, language", "pages", rows, "session", "page_id")
    people = _by_id(read, "id, appearance_count, first_date, last_date", "people", rows, "person", "item_id")
    bodies = _by_id(read, "id, appearance_count, involvement_count", "organizations", rows, "organization", "item_id")
    counts = {"person": people, "organization": bodies}
    return [
        Hit(
            row,
            _pieces(snippets.get(row["id"], "")),
            on.get(row["page_id"]) if row["type"] == "session" else None,
            counts.get(row["type"], {}).get(row["item_id"]),
        )
        for row in rows
    ]


def _snippets(read: Reader, match: str, ids: Iterable[int], *, column: int) -> dict[int, str]:
    found = read.rows(
        f"select rowid, snippet(search_index_fts, {column:d}, ?, ?, '…', 28) as words from search_index_fts "
        f"where search_index_fts match ? and rowid in ({','.join(map(str, ids))})",
        *_MARK,
        match,
    )
    return {row["rowid"]: row["words"] or "" for row in found}


def _by_id(read: Reader, columns: str, table: str, rows: list[Row], kind: str, key: str) -> dict[int, Row]:
    """Rows of another table that the results of one kind belong to."""
    listed = ",".join(str(row[key]) for row in rows if row["type"] == kind)
    return {row["id"]: row for row in read.rows(f"select {columns} from {table} where id in ({listed})")}


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
