"""Documents told by their titles: "Concept note: Nets of the north", "Tide Report 2020" below another document.

The words are ``papers`` and ``publications`` of data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_LONGEST = 110  # characters
_MOST_WORDS = 8  # of a publication's title


@functools.cache
def _paper() -> re.Pattern[str]:
    words = alternatives(load("documents")["lines"]["papers"])
    return re.compile(rf"\W{{0,3}}(?P<label>(?:{words})\s?:\s(?=\S)[^:]{{3,90}}(?<![.?!]))$", re.IGNORECASE)


def titled_paper(text: str) -> tuple[str, int] | None:
    """A paper with its title, and its offset in a line under a session: "Concept note: Nets of the north"."""
    paper = _paper().match(text.rstrip()) if ":" in text and len(text) <= _LONGEST else None
    return (paper["label"], paper.start("label")) if paper is not None else None


@functools.cache
def _publication() -> re.Pattern[str]:
    """Folded words that end in a publication's noun and perhaps its year, or begin with it: "Informe sobre redes 2020";
    and a noun with the body that it is of or for: "Guild submission to the Forum", "Rapport du Secrétaire général".
    """
    words = load("documents")["lines"]
    nouns, of, behind, before = (
        alternatives(map(fold, words[key])) for key in ("publications", "of", "publication_goes_on", "publication_year")
    )
    year = rf"(?:\s(?:(?:{before})\s)?\d{{4}})?"
    return re.compile(
        rf"(?:.*\s)?(?:{nouns}){year}$|(?:{nouns})\s(?:{behind})\s.*\d{{4}}$"
        rf"|(?:\S+\s){{0,2}}(?:{nouns})\s(?:{of})(?!\w).*$|(?:{nouns})\sال\S+(?:\s\S+){{0,3}}$"
    )


def is_picture(text: str) -> bool:
    """Whether a line among documents names pictures, which are none: "Photo gallery"."""
    return fold(text.strip(" :.|•")) in _pictures()


@functools.cache
def _pictures() -> frozenset[str]:
    return frozenset(map(fold, load("documents")["lines"]["pictures"]))


def may_open_list(text: str, following: str) -> bool:
    """Whether a line opens a list of documents told by their titles: "Key messages" over "Tide Report 2020"."""
    return fold(text.strip(" :.")) in _messages() and is_publication(following)


@functools.cache
def _messages() -> frozenset[str]:
    return frozenset(map(fold, load("documents")["lines"]["messages"]))


def is_publication(text: str) -> bool:
    """Whether a short line is the title of a publication: "Tide Report 2020"."""
    named = 2 <= len(text.split()) <= _MOST_WORDS and not text[0].islower() and not text.endswith((".", ":", "?", "!"))
    return named and _publication().match(fold(text)) is not None
