"""Labels of documents: words in a bracket behind a name or title that name a recording, not an affiliation.

The words are data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.page import Block
from parsers.words.phrases import fold
from parsers.words.small_words import any_of
from parsers.words.vocabulary import load

# "C/113/6 Status of contributions", "S/25/1/Rev.1 - Provisional agenda", "Doc. A/RES/73/195: Global Compact"
_SYMBOL = re.compile(
    r"(?:[Dd]oc(?:ument[oe]?)?\.?\s+)?(?=\S*\d)[A-Z]{1,6}(?:\.\d+)?(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,6}(?:\*|\s?[,;:.–—|-])*\s*"
    r"(?=(?:[\"“«‘']|l['’])?[^\W\d_]{2})"
)


@functools.lru_cache(maxsize=1024)
def symbol_end(text: str) -> int:
    """Where the title begins behind the symbol of an official document, 0 for other lines: "C/113/6 Status of …"."""
    match = _SYMBOL.match(text) if "/" in text[:30] else None
    if match is None or len(text) > _LONGEST or (text[match.end()].islower() and text[match.end() + 1] not in "'’"):
        return 0
    return 0 if text.endswith((".", ":", ";")) else match.end()


_LONGEST = 250  # characters


def among_symbols(blocks: list[Block], index: int) -> bool:
    """Whether the block before or behind one that begins with a symbol does so too."""
    beside = [*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]]
    return any(symbol_end(block.text.strip()) for block in beside)


_LONE_SYMBOL = re.compile(
    r"(?:[Dd]oc(?:ument[oe]?)?\.?\s+)?(?=\S*\d)[A-Z]{1,6}(?:\.\d+)?(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,6}\*?"
)


def is_symbol(text: str) -> bool:
    """Whether a line is the symbol of an official document and nothing else: "C/114/1/Rev.1"."""
    return "/" in text[:30] and _LONE_SYMBOL.fullmatch(text) is not None


def is_symbol_of_title(blocks: list[Block], index: int) -> bool:
    """Whether a line is only the symbol of the document whose title stands right above or below it."""
    if not is_symbol(blocks[index].text.strip()):
        return False
    beside = [block.text.strip() for block in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])]
    return not any(map(is_symbol, beside)) and any(map(_LETTERS.search, beside))


_LETTERS = re.compile(r"[^\W\d_]{3}")


@functools.cache
def document_words() -> frozenset[str]:
    """Every word sequence that names a document, folded."""
    documents = load("documents")
    return frozenset(fold(word) for words in documents["kind"].values() for word in words)


@functools.cache
def _document_glue() -> frozenset[str]:
    return frozenset(fold(word) for word in load("documents")["glue"])


_BETWEEN = re.compile(rf"[|/,;&]| {any_of('joint_and')} ")


@functools.lru_cache(maxsize=1024)  # the same brackets stand behind many names
def is_document_label(text: str) -> bool:
    """Whether a bracket's words name documents only: "Bio | Presentation", "Video of the session", "Remarks (EN)"."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    return bool(parts) and all(_is_one_document(part) for part in parts)


def _is_one_document(text: str) -> bool:
    words = fold(text).replace("’", "'").strip(" ()[].:").split()
    if not words or len(words) > 7:
        return False
    known = document_words()
    glue = _document_glue()
    found = False
    index = 0
    while index < len(words):
        for size in (3, 2, 1):
            if " ".join(words[index : index + size]) in known:
                found = True
                index += size
                break
        else:
            if words[index].strip("()") not in glue:
                return False
            index += 1
    return found
