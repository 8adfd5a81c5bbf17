"""Labels of documents: words in a bracket behind a name or title that name a recording, not an affiliation.

The words are data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.words.phrases import fold
from parsers.words.vocabulary import load


@functools.cache
def document_words() -> frozenset[str]:
    """Every word sequence that names a document, folded."""
    documents = load("documents")
    return frozenset(fold(word) for words in documents["kind"].values() for word in words)


@functools.cache
def _document_glue() -> frozenset[str]:
    return frozenset(fold(word) for word in load("documents")["glue"])


@functools.lru_cache(maxsize=1024)  # the same brackets stand behind many names
def is_document_label(text: str) -> bool:
    """Whether a bracket's words name documents only: "Bio | Presentation", "Video of the session", "Remarks (EN)"."""
    parts = [part for part in re.split(r"[|/,;&]| and | et | y ", text) if part.strip()]
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
