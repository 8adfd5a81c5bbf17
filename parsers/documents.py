"""Documents: linked files, recordings and transcripts; in text captures, labels that stand alone.

All words are those of data/vocab/documents.toml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from parsers.agenda.labels import label_at
from parsers.document_ends import ends_documents, heads_links
from parsers.document_kinds import begins_with_kind, document_kind, document_language, is_file
from parsers.document_labels import among_symbols, is_document_label, is_symbol_of_title, symbol_end
from parsers.document_titles import is_picture, is_publication, may_open_list
from parsers.page import Block, Page
from parsers.record import Document
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif)$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?:|www\.)")
_LANGUAGES_END = re.compile(
    r"\s*\((?:[A-Z]{2}(?:\s*[|/,]\s*)?)+\)\s*$|\s+(?:EN|FR|ES|AR|PT|RU|ZH)(?:\s*[ |/,]\s*(?:EN|FR|ES|AR|PT|RU|ZH))*\s*$"
)
_IN_LANGUAGES = re.compile(r"\s*\((?:EN|FR|ES|AR|PT|RU|ZH)(?:\s*[|/,]\s*(?:EN|FR|ES|AR|PT|RU|ZH))+\)\s*$")
_LINE = 110  # characters of a line that may be a label
_TITLE = 70  # characters of a document's title
_BELOW_HEAD = 100  # characters of one right below a head of documents
_TOGETHER = 2  # lines without a gap between them that are a list
_HEAD = 60  # characters of a head of documents
_UNDER_HEAD = 8  # lines under a head of documents
_RUNNING_TEXT = 120  # characters
_DOWNLOAD = 6  # words of a line that says what to download
_AROUND = 3  # words beside labels: "À télécharger : Note conceptuelle"


def _words(key: str) -> list[str]:
    words: list[str] = load("documents")["lines"][key]
    return words


def _any(key: str) -> str:
    return alternatives(_words(key))


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


# --- links ----------------------------------------------------------------------------------------------------------


def linked_documents(page: Page) -> list[Document]:
    """Every link of the content whose target is a file, once for each address and label; pictures are none."""
    found: list[Document] = []
    seen: set[tuple[str, str]] = set()
    for block in page.blocks:
        for link in block.links:
            if not is_file(link.url) or _PICTURE.search(link.url.partition("?")[0]):
                continue
            label = _without_frame(page.text[link.start : link.end])
            if label and (link.url, label) not in seen:
                seen.add((link.url, label))
                kind, language = document_kind(label, link.url), document_language(label)
                found.append(Document(label, link.url, kind, language, None, link.start, link.end))
    return found


_FRAME = re.compile(r"^\(([^()]*)\)$|^\[([^\[\]]*)\]$")


def _without_frame(text: str) -> str:
    """A link's words without the brackets around them: "(Remarks)" → "Remarks"; those of "Agenda (C/105/1)" stay."""
    bare = text.strip(" |")
    frame = _FRAME.match(bare)
    if frame:
        bare = frame[1] or frame[2] or ""
    for opening, closing in ("()", "[]"):
        if opening not in bare:
            bare = bare.rstrip(f"{closing} ")
        if closing not in bare:
            bare = bare.lstrip(f"{opening} ")
    return bare.strip(" |")


# --- labels in text captures ----------------------------------------------------------------------------------------


def printed_documents(page: Page, skip: set[int]) -> list[Document]:
    """In a text capture: labels of documents that stand alone on a line, or under a head that announces them.

    ``skip`` are the numbers of the blocks that the agenda claims.
    """
    found: list[Document] = []
    under: str | None = None  # the head above: of documents, or of a table of links
    left = 0
    close = False  # nothing but its documents since a head of documents
    kinds: set[str] = set()  # of the blocks below the head that are documents
    together = 0  # lines since the last gap below a head
    begin = _begin_of_content(page, skip)
    for index, block in enumerate(page.blocks):
        text = block.text.strip()
        if _is_head(text):
            under, left, close = (
                ("documents", _UNDER_HEAD, not heads_links(text)) if index >= begin else (None, 0, False)
            )
            together, kinds = 0, set()
            continue
        symbol = symbol_end(text) if index not in skip else 0
        if symbol and (left or among_symbols(page.blocks, index)):
            left, close = max(0, left - 1), False
            kinds.add(block.kind)
            label = _LANGUAGES_END.sub("", text).strip(" |•")
            found.append(_document(label, block, block.text.find(label)))
            continue
        listed = _list_pattern().match(text)
        if listed is not None:
            found.extend(_split(listed.group("rest"), block, listed.start("rest"), strict=False))
            continue
        if index in skip:
            left, close = 0, False
            below = bool(found) and not block.gap and found[-1].start >= page.blocks[index - 1].start
            if block.gap or below:
                found.extend(_below_agenda(text, block, with_another=below))
            continue
        if _table_pattern().match(text):
            under, left = "links", _UNDER_HEAD
            continue
        other_list = block.gap and block.kind == "item" and kinds == {"paragraph"} and not begins_with_kind(text)
        if left and ((len(text) <= _LINE and ends_documents(text)) or other_list):
            left, close = 0, False
            continue
        together = 0 if block.gap and together < _TOGETHER else together + 1
        close = close and not (block.gap and together > _TOGETHER)
        if left and (_is_under(under, block, text) or (close and _is_title(block, text))):
            left -= 1
            kinds.add(block.kind)
            label = text.strip(" |•")
            none = is_picture(label) or is_symbol_of_title(page.blocks, index)
            if len(label) > 3 and not none and not _ADDRESS.match(label):
                found.append(_document(label, block, block.text.find(label)))
            continue
        left, close = 0 if len(text) > _RUNNING_TEXT else max(0, left - 1), False
        below_another = bool(found) and found[-1].start >= page.blocks[index - 1].start
        # Over the agenda itself, where it stands in no list of documents.
        heads_agenda = text.isupper() or (index + 1 in skip and not below_another and not _LANGUAGES_END.search(text))
        headline = heads_agenda and document_kind(text) == "agenda"
        together_with = below_another and not block.gap and block.kind == "paragraph"
        if (
            below_another
            and block.kind != "heading"
            and (_titled().match(text) or (together_with and is_publication(text)))
        ):
            found.append(_document(text, block, block.text.find(text)))
        elif _is_head_word(text) and not headline:
            if _stands_with_another(page, index, below_another, skip):
                label = text.strip(" .")
                found.append(_document(label, block, block.text.find(label)))
        elif len(text) <= _LINE and not headline:
            found.extend(_alone(text, block))
        if ":" in text[-120:]:
            found.extend(_tail(block))
    return list({document.start: document for document in found}.values())


def _begin_of_content(page: Page, skip: set[int]) -> int:
    """The number of the first block of running text or of the agenda; 0 where there is none.

    Above it "Resources" is a word of the menu, over other words of the menu.
    """
    blocks = enumerate(page.blocks)
    return next((index for index, block in blocks if index in skip or len(block.text) > _RUNNING_TEXT), 0)


def _is_head_word(text: str) -> bool:
    """Whether a line alone can head a part of the page as well as name a document: "Agenda", "Guiding questions"."""
    return len(text) <= _HEAD and fold(text.strip(" .")) in _folded("heads")


def _stands_with_another(page: Page, index: int, below_another: bool, skip: set[int]) -> bool:
    """Whether such a line stands in one list with a document that says what it is: "Agenda" over "Background paper"."""
    block = page.blocks[index]
    if block.kind == "heading":
        return False
    if below_another and not block.gap:
        return True
    following = page.blocks[index + 1 : index + 3]
    if not following or following[0].gap or following[0].kind == "heading" or skip.intersection((index + 1, index + 2)):
        return False
    text = following[0].text.strip()
    last = len(following) == 1 or following[1].gap or len(following[1].text) <= _LINE
    if last and may_open_list(block.text, text):
        return True
    return last and not _is_head_word(text) and bool(_alone(text, following[0]))


def names_documents_only(block: Block, documents: Iterable[Document]) -> bool:
    """Whether a line heads documents, or is made of the labels of these and a word or two around them."""
    if _is_head(block.text.strip()):
        return True
    left = list(block.text)
    inside = [one for one in documents if block.start <= one.start and one.end <= block.end]
    for one in inside:
        left[one.start - block.start : one.end - block.start] = " " * (one.end - one.start)
    return bool(inside) and len("".join(left).split()) <= _AROUND


def _is_head(text: str) -> bool:
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
    return re.compile(
        rf"(?:{_any('lists')})\s+(?:(?:{_any('for_download')})|(?:(?:of|from|for)\s+(?:the\s+)?|de\s+(?:la\s+|l['’])?|d[ue]l?\s+)?"
        rf"(?:ال)?(?:{meetings}))\s*:?$",
        re.IGNORECASE,
    )


@functools.cache
def _titled() -> re.Pattern[str]:
    """ "Presentation: Mixed flows in the region": a document's kind and its own title."""
    words = alternatives(word for words in load("documents")["kind"].values() for word in words)
    return re.compile(rf"(?:{words})\s?:\s(?=\S)[^:]{{3,80}}(?<![.?!])$", re.IGNORECASE)


# What an agenda has no items of.
_NO_ITEMS = frozenset(("concept_note", "other"))


def _below_agenda(text: str, block: Block, *, with_another: bool) -> list[Document]:
    """A label that stands apart below an agenda, which claims all short lines: "Concept note", "Registration form".

    ``with_another``: right below one that does, where it may be one that heads a part of the page elsewhere.
    """
    bare = _LANGUAGES_END.sub("", text)
    if len(text) > _LINE or text.endswith(":") or not is_document_label(bare) or document_kind(bare) not in _NO_ITEMS:
        return []
    if with_another and _is_head_word(text):
        label = text.strip(" .")
        return [_document(label, block, block.text.find(label))]
    return _alone(text, block)


@functools.cache
def _list_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('lists')})\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE)


@functools.cache
def _table_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('link_tables')})\s*\|", re.IGNORECASE)


def _is_under(head: str | None, block: Block, text: str) -> bool:
    """Whether a line belongs to the head above it: an item, a cell's end, a document's label, or a short line."""
    if block.kind == "item" or text.endswith("|"):
        return True
    short = len(text) < 90 and not text.endswith((".", ":", "?", "!")) and block.kind == "paragraph"
    return short and (is_document_label(text) or (head == "documents" and begins_with_kind(text)))


def _is_title(block: Block, text: str) -> bool:
    """Whether a line right below a head of documents can be the title of one that says not what it is."""
    named = (
        block.kind == "paragraph"
        and text[:1].isalpha()
        and not text[0].islower()
        and not text.endswith((".", ":", "?", "!", ","))
    )
    return named and len(text) <= _BELOW_HEAD and text.count("@") + text.count("|") == 0


def _alone(text: str, block: Block) -> list[Document]:
    """A line that is nothing but the label of a document."""
    available = _available().match(text)
    if available and is_document_label(_before("before_label").sub("", available.group("label"))):
        label = _before("new").sub("", available.group("label"))
        return [_document(label, block, text.find(label))]
    if text.endswith(":"):
        return []  # it heads what follows
    bare = _LANGUAGES_END.sub("", text).strip(" .")
    download = _download().match(text)
    label = download.group("label") if download else bare
    if fold(label) in _folded("pages"):
        return []
    if len(bare.split()) <= 6 and is_document_label(bare) and fold(bare) not in _folded("heads"):
        return [_document(bare, block, block.text.find(bare))]
    if download and (is_document_label(label) or _names_file(text, bare)):
        return [_document(bare, block, block.text.find(bare))]
    if _IN_LANGUAGES.search(text) and _may_be_titled(bare):
        return [_document(bare, block, block.text.find(bare))]
    if "|" in text and all(is_document_label(part) for part in text.split("|") if part.strip()):
        return _split(text, block, 0, strict=True)
    return []


@functools.cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _words(key))


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


@functools.cache
def _no_titles() -> frozenset[str]:
    meetings = " ".join(load("involvement")["meetings"].values()).split()
    return frozenset(map(fold, [*meetings, *load("documents")["spoken"]["words"]]))


def _may_be_titled(words: str) -> bool:
    """Whether words before languages in brackets can be a document's title: no meeting held in them."""
    folded = fold(words)
    ends = {folded, folded.split()[0].strip(":"), folded.split()[-1]} if folded else {folded}
    return len(words) <= _TITLE and words[:1].isupper() and _no_titles().isdisjoint(ends)


@functools.cache
def _tail_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = alternatives(verb.capitalize() for verb in _words("verbs"))
    return (
        re.compile(rf"(?::|(?<!\w)(?:{_any('here')}))\s*:?\s*([^:.]{{3,160}})\s*$"),
        re.compile(rf"\s*[|;]\s*|\s+(?=(?:{verbs})\s)"),
    )


def _tail(block: Block) -> list[Document]:
    """Several labels at the end: "… can be accessed here: Watch video | Read official transcript"."""
    tail_pattern, border = _tail_patterns()
    tail = tail_pattern.search(block.text.rstrip())
    if tail is None:
        return []
    pieces = list(_pieces(tail.group(1), border))
    if len(pieces) < 2 or not all(is_document_label(label) for _offset, label in pieces):
        return []
    return [_document(label, block, tail.start(1) + offset) for offset, label in pieces]


def _pieces(text: str, border: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for match in [*border.finditer(text), None]:
        end = match.start() if match else len(text)
        label = text[start:end].strip(" .,")
        if label:
            yield start + text[start:end].find(label), label
        start = match.end() if match else end


def _split(text: str, block: Block, offset: int, *, strict: bool) -> list[Document]:
    """The labels between bars and semicolons; with ``strict`` only what names a document."""
    return [
        _document(label, block, offset + at)
        for at, label in _pieces(text, re.compile(r"[|;]"))
        if len(label) > 2 and (not strict or is_document_label(label))
    ]


def _document(label: str, block: Block, offset: int) -> Document:
    start = block.start + max(0, offset)
    return Document(label, None, document_kind(label), document_language(label), None, start, start + len(label))
