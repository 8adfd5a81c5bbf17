"""Lines of text captures that head documents, and which of the lines below them are documents.

All words are those of data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from parsers.agenda.labels import label_at
from parsers.documents.kinds import begins_with_kind
from parsers.documents.labels import is_document_label
from parsers.page import Block
from parsers.record import Document
from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_HEAD = 60  # characters of a head of documents
_BELOW_HEAD = 100  # characters of one right below a head of documents
_AROUND = 3  # words beside labels: "À télécharger : Note conceptuelle"


def _any(key: str) -> str:
    return alternatives(load("documents")["lines"][key])


def heads_documents(text: str) -> bool:
    """Whether a line is nothing but the head of documents: "Related documents:", "Documents de la conférence"."""
    if len(text) >= _HEAD:
        return False
    label = label_at(text)
    if label is not None and label.meaning == "documents" and label.rest >= len(text.rstrip()):
        return True
    return _longer_head().match(text) is not None


@functools.cache
def _longer_head() -> re.Pattern[str]:
    """ "Documents de la conférence", "Documents for download"."""
    meetings = alternatives(word for words in load("involvement")["meetings"].values() for word in words.split())
    before = alternatives(load("documents")["lines"]["of_meeting"], r"\s+", ANY_APOSTROPHE)
    of = rf"(?:(?:{before})(?:\s+|(?<={ANY_APOSTROPHE})))"
    return re.compile(
        rf"(?:{_any('lists')})\s+(?:(?:{_any('for_download')})|{of}?"
        rf"(?:ال)?(?:{meetings}))\s*:?$",
        re.IGNORECASE,
    )


def heads_table(text: str) -> bool:
    """Whether a line is the first row of a table of links."""
    return "|" in text and _table_pattern().match(text) is not None


@functools.cache
def _table_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('link_tables')})\s*\|", re.IGNORECASE)


def is_head_word(text: str) -> bool:
    """Whether a line alone can head a part of the page as well as name a document: "Agenda", "Guiding questions"."""
    return len(text) <= _HEAD and fold(text.strip(" .")) in head_words()


@functools.cache
def head_words() -> frozenset[str]:
    """The words of such lines, folded."""
    return frozenset(map(fold, load("documents")["lines"]["heads"]))


def is_under(block: Block, text: str, *, links: bool) -> bool:
    """Whether a line belongs to the head above it: an item, a cell's end, a document's label, or a short line.

    ``links``: below the head of a table of links, where a short line has to be a label.
    """
    if block.kind == "item" or text.endswith("|"):
        return True
    short = len(text) < 90 and not text.endswith((".", ":", "?", "!")) and block.kind == "paragraph"
    return short and (is_document_label(text) or (not links and begins_with_kind(text)))


def is_title(block: Block, text: str) -> bool:
    """Whether a line right below a head of documents can be the title of one that says not what it is."""
    named = (
        block.kind == "paragraph"
        and text[:1].isalpha()
        and not text[0].islower()
        and not text.endswith((".", ":", "?", "!", ","))
    )
    return named and len(text) <= _BELOW_HEAD and text.count("@") + text.count("|") == 0


def names_documents_only(block: Block, documents: Iterable[Document]) -> bool:
    """Whether a line heads documents, or is made of the labels of these and a word or two around them."""
    if heads_documents(block.text.strip()):
        return True
    left = list(block.text)
    inside = [one for one in documents if block.start <= one.start and one.end <= block.end]
    for one in inside:
        left[one.start - block.start : one.end - block.start] = " " * (one.end - one.start)
    return bool(inside) and len("".join(left).split()) <= _AROUND
