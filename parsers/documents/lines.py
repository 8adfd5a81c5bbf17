"""Labels of documents that a line of a text capture names on its own: all of it, its parts or its end.

All words are those of data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from parsers.documents.heads import head_words, is_head_word
from parsers.documents.kinds import document_kind, document_language
from parsers.documents.labels import is_document_label
from parsers.documents.names import names_one
from parsers.page import Block
from parsers.record import Document
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

LINE = 110  # characters of a line that may be a label
_TITLE = 70  # characters of a document's title
_DOWNLOAD = 6  # words of a line that says what to download
_LANGUAGES_END = re.compile(
    r"\s*\((?:[A-Z]{2}(?:\s*[|/,]\s*)?)+\)\s*$|\s+(?:EN|FR|ES|AR|PT|RU|ZH)(?:\s*[ |/,]\s*(?:EN|FR|ES|AR|PT|RU|ZH))*\s*$"
)
_IN_LANGUAGES = re.compile(r"\s*\((?:EN|FR|ES|AR|PT|RU|ZH)(?:\s*[|/,]\s*(?:EN|FR|ES|AR|PT|RU|ZH))+\)\s*$")
_BORDER = re.compile(r"[|;]")
# What an agenda has no items of.
_NO_ITEMS = frozenset(("concept_note", "other"))


def _words(key: str) -> list[str]:
    words: list[str] = load("documents")["lines"][key]
    return words


def _any(key: str) -> str:
    return alternatives(_words(key))


@functools.cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _words(key))


def document_of(label: str, block: Block) -> Document:
    """The document that a line names by a label."""
    return _document(label, block, block.text.find(label))


def _document(label: str, block: Block, offset: int) -> Document:
    start = block.start + max(0, offset)
    return Document(label, None, document_kind(label), document_language(label), None, start, start + len(label))


def without_languages(text: str) -> str:
    """A line without the languages at its end: "Agenda (EN | FR)" → "Agenda"."""
    return _LANGUAGES_END.sub("", text)


def names_languages(text: str) -> bool:
    """Whether a line ends in languages: "Agenda EN | FR"."""
    return _LANGUAGES_END.search(text) is not None


def label_alone(text: str, block: Block) -> list[Document]:
    """A line that is nothing but the label of a document."""
    available = _available().match(text)
    if available and is_document_label(_before("before_label").sub("", available.group("label"))):
        label = _before("new").sub("", available.group("label"))
        return [_document(label, block, text.find(label))]
    if text.endswith(":"):
        return []  # it heads what follows
    bare = without_languages(text).strip(" .")
    download = _download().match(text)
    label = download.group("label") if download else bare
    if fold(label) in _folded("pages"):
        return []
    if len(bare.split()) <= 6 and is_document_label(bare) and fold(bare) not in head_words():
        return [document_of(bare, block)]
    if (download and (is_document_label(label) or _names_file(text, bare))) or names_one(bare):
        return [document_of(bare, block)]
    if "(" in text and _IN_LANGUAGES.search(text) and _may_be_titled(bare):
        return [document_of(bare, block)]
    if "|" in text and all(is_document_label(part) for part in text.split("|") if part.strip()):
        return _split(text, block, 0, strict=True)
    return []


@functools.cache
def _available() -> re.Pattern[str]:
    """ "New concept note is now available" """
    new, now, available = _any("new"), _any("now"), _any("available")
    return re.compile(
        rf"^(?:(?:{new})\s+)?(?P<label>[A-ZÀ-Þ][^.:]{{3,60}}?)(?:\s+(?:is\s+)?(?:{now}))?\s+(?:is\s+)?(?:{available})\b.{{0,30}}$",
        re.IGNORECASE,
    )


@functools.cache
def _before(key: str) -> re.Pattern[str]:
    """Words of a list before a label."""
    return re.compile(rf"^(?:{_any(key)})\s+", re.IGNORECASE)


@functools.cache
def _download() -> re.Pattern[str]:
    here = _any("here")
    return re.compile(
        rf"^(?:{_any('verbs')})\s+{leading('the')}?(?P<label>[^.:]{{3,60}}?)(?:\s+(?:{here}))?\.?$",
        re.IGNORECASE,
    )


@functools.cache
def _file() -> re.Pattern[str]:
    """What is downloaded, behind its article: "Download the book", "Télécharger l'appel", "تحميل الكتاب"."""
    return re.compile(
        rf"(?:{_any('downloads')})\s+(?:{leading('definite', 'possessive')}|(?=ال))(?P<noun>[^\W\d_]\S*)", re.IGNORECASE
    )


def _names_file(text: str, bare: str) -> bool:
    file = _file().match(text)
    return file is not None and len(bare.split()) <= _DOWNLOAD and fold(file["noun"]) not in _folded("programs")


def _may_be_titled(words: str) -> bool:
    """Whether words before languages in brackets can be a document's title: no meeting held in them."""
    folded = fold(words)
    ends = {folded, folded.split()[0].strip(":"), folded.split()[-1]} if folded else {folded}
    return len(words) <= _TITLE and words[:1].isupper() and _no_titles().isdisjoint(ends)


@functools.cache
def _no_titles() -> frozenset[str]:
    meetings = " ".join(load("involvement")["meetings"].values()).split()
    return frozenset(map(fold, [*meetings, *load("documents")["spoken"]["words"]]))


def label_below_agenda(text: str, block: Block, *, with_another: bool) -> list[Document]:
    """A label that stands apart below an agenda, which claims all short lines: "Concept note", "Registration form".

    ``with_another``: right below one that does, where it may be one that heads a part of the page elsewhere.
    """
    bare = without_languages(text)
    if len(text) > LINE or text.endswith(":") or not is_document_label(bare) or document_kind(bare) not in _NO_ITEMS:
        return []
    if with_another and is_head_word(text):
        label = text.strip(" .")
        return [document_of(label, block)]
    return label_alone(text, block)


def has_own_title(text: str) -> bool:
    """Whether a line is a document's kind and its own title: "Presentation: Mixed flows in the region"."""
    return ":" in text and _titled().match(text) is not None


@functools.cache
def _titled() -> re.Pattern[str]:
    words = alternatives(word for words in load("documents")["kind"].values() for word in words)
    return re.compile(rf"(?:{words})\s?:\s(?=\S)[^:]{{3,80}}(?<![.?!])$", re.IGNORECASE)


def listed_behind_head(text: str, block: Block) -> list[Document] | None:
    """The documents of a line that has their head in front: "Documents: Agenda | Remarks"; None for other lines."""
    listed = _list_pattern().match(text) if ":" in text else None
    return _split(listed["rest"], block, listed.start("rest"), strict=False) if listed is not None else None


@functools.cache
def _list_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('lists')})\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE)


def _split(text: str, block: Block, offset: int, *, strict: bool) -> list[Document]:
    """The labels between bars and semicolons; with ``strict`` only what names a document."""
    return [
        _document(label, block, offset + at)
        for at, label in _pieces(text, _BORDER)
        if len(label) > 2 and (not strict or is_document_label(label))
    ]


def labels_at_end(block: Block) -> list[Document]:
    """Several labels at the end: "… can be accessed here: Watch video | Read official transcript"."""
    tail_pattern, border = _tail_patterns()
    tail = tail_pattern.search(block.text.rstrip())
    if tail is None:
        return []
    pieces = list(_pieces(tail.group(1), border))
    if len(pieces) < 2 or not all(is_document_label(label) for _offset, label in pieces):
        return []
    return [_document(label, block, tail.start(1) + offset) for offset, label in pieces]


@functools.cache
def _tail_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = alternatives(verb.capitalize() for verb in _words("verbs"))
    return (
        re.compile(rf"(?::|(?<!\w)(?:{_any('here')}))\s*:?\s*([^:.]{{3,160}})\s*$"),
        re.compile(rf"\s*[|;]\s*|\s+(?=(?:{verbs})\s)"),
    )


def _pieces(text: str, border: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for match in [*border.finditer(text), None]:
        end = match.start() if match else len(text)
        label = text[start:end].strip(" .,")
        if label:
            yield start + text[start:end].find(label), label
        start = match.end() if match else end
