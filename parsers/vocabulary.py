"""The vocabularies in ``data/vocab``: reviewed word lists as TOML files, each read once.

A vocabulary is data, so that a new word needs no code; what each file holds is said at its head.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "data" / "vocab"


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
