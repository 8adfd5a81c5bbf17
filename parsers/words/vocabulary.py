"""The vocabularies in ``data/vocab``: reviewed word lists, each read once; TOML files, and TSV where rows are many.

A vocabulary is data, so that a new word needs no code; what each file holds is said in ``data/vocab/README.md``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "es", "ar")  # those of every vocabulary of words
FOLDER = Path(__file__).parents[2] / "data" / "vocab"


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary ``data/vocab/<name>.toml`` as its tables. The result is shared: read it, never change it.

    Raises FileNotFoundError where there is no such vocabulary, ValueError (with the file's name) where it is not TOML.
    """
    path = FOLDER / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error


@cache
def load_table(name: str) -> tuple[dict[str, str], ...]:
    """The vocabulary ``data/vocab/<name>.tsv`` as its rows, keyed by the file's first line.

    Tables are read quickly, TOML slowly, so the long lists are tables. Empty lines and lines that begin with ``#`` are
    skipped. Raises FileNotFoundError where there is no such table, ValueError (with file and line) for a row of another
    width than the header.
    """
    path = FOLDER / f"{name}.tsv"
    rows = []
    header: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise ValueError(f"{path}, line {number}: {len(cells)} cells, {len(header)} wanted")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)
