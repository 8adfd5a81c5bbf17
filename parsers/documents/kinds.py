"""What a document is by its label or address: a file, of which kind, in which language.

All words are those of data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.addresses import split_address
from parsers.words.patterns import alternatives, whole_words
from parsers.words.phrases import fold
from parsers.words.vocabulary import load


@functools.cache
def _extensions() -> frozenset[str]:
    return frozenset(load("documents")["files"]["extensions"])


_EXTENSION = re.compile(r"[^/]\.([A-Za-z0-9]{2,5})(?:[?#].*)?$")


def is_file(url: str) -> bool:
    """Whether an address is that of a file (by its extension), not of a page."""
    match = _EXTENSION.search(url, url.find("//") + 2)
    return match is not None and match.group(1).casefold() in _extensions() and "/" in url[url.find("//") + 2 :]


@functools.cache
def _kind_words() -> tuple[re.Pattern[str], dict[str, str]]:
    # The first kind that lists a word has it.
    kinds: dict[str, str] = {}
    for kind, words in load("documents")["kind"].items():
        for word in words:
            kinds.setdefault(fold(word), kind)
    return whole_words(kinds), kinds


def begins_with_kind(text: str) -> bool:
    """Whether a text begins with a word for a document: "Concept note of the meeting"."""
    pattern, _kinds = _kind_words()
    return pattern.match(fold(text)) is not None


_FILE_END = re.compile(r"\.[a-z]{3,4}$")


@functools.lru_cache(maxsize=1024)  # the same few labels stand on every page
def document_kind(label: str, url: str | None = None) -> str:
    """What a document is, by its label, then its file: a kind of documents.toml, or ``other``.

    The longest word of the vocabulary that the label holds decides.
    """
    pattern, kinds = _kind_words()
    words = _FILE_END.sub("", fold(label)).replace("_", " ")  # "agenda_2014.pdf"
    found = max(pattern.findall(words), key=len, default=None)
    if found is not None:
        return kinds[found]
    parts = split_address(url)
    address = f"{parts.hostname or ''}{parts.path}".removeprefix("www.")
    return "video" if address.startswith(tuple(load("documents")["files"]["video_hosts"])) else "other"


@functools.cache
def _language_names() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {name.casefold(): code for code, names in load("documents")["languages"].items() for name in names}
    names = alternatives(name for listed in load("documents")["languages"].values() for name in listed)
    return re.compile(rf"(?:^|[\s(/|_-])({names})(?=[\s)/|._-]|$)"), codes


def document_language(label: str) -> str | None:
    """Language that a label names ("Concept note (FR)"), as ISO code."""
    pattern, codes = _language_names()
    match = pattern.search(label)
    return codes[match.group(1).casefold()] if match else None
