"""Ids that stay: whole numbers that a rebuild, a parser change or a later capture does not move.

- A page keeps the number that the ledger gave it when it was first seen. Its event or press release has the same one.
- What stands on a page (a session, an appearance, a document) is keyed from its parent and its **printed words**, and
  from its place among the ones that print the very same words there. Never from a date, a status, a cleaned value or a
  row number, so a corrected year or a new rule for names moves nothing.
- What stands for itself (a person, a body, a place, a theme) is keyed from its normalised name (`archive.names`), which
  is why that normalisation is frozen by tests; a known body from its id in organizations.tsv, a state's organ from its
  name and state (`archive.bodies`), a known town from its English name.

All ids fit into 53 bits: JSON readers, R and JavaScript keep them exactly.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import blake2b

BITS = 53
LOCAL_BITS = 30


def hash_id(*key: str | int) -> int:
    """A 53-bit number, never 0, for a key of words and numbers. The same key gives the same number for ever."""
    return _hash(key, BITS) or 1


def bucket_of(page_id: int) -> int:
    """Pages with the same bucket share the upper bits of their rows' ids, so only these can meet in one id."""
    return page_id >> LOCAL_BITS


def _hash(key: tuple[str | int, ...], bits: int) -> int:
    text = "\x1f".join(map(str, key))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - bits)


class PageIds:
    """Gives ids to what stands on one page: the page's upper bits, then a hash of the page and the printed words.

    So all rows of a page lie side by side in their table, which keeps the load sequential and a page's rows in a few
    disk blocks. Should two rows of one page meet in a number (once in a billion pairs), the later one moves on by one;
    should rows of two pages meet, the later page is numbered again with another ``salt``.
    """

    def __init__(self, page_id: int, salt: int = 0) -> None:
        self._page: tuple[int, ...] = (page_id, salt) if salt else (page_id,)
        self._base = bucket_of(page_id) << LOCAL_BITS
        self._twins: Counter[tuple[str | int, ...]] = Counter()
        self._given: dict[str, set[int]] = {}

    def give(self, kind: str, *words: str | int) -> int:
        """The id of the next thing of ``kind`` with these printed words: the first such, the second, ..."""
        key = (kind, *words)
        ordinal = self._twins[key]
        self._twins[key] += 1
        local = _hash((*self._page, *key, ordinal), LOCAL_BITS)
        given = self._given.setdefault(kind, set())
        while local in given or not self._base | local:
            local = (local + 1) % (1 << LOCAL_BITS)
        given.add(local)
        return self._base | local
