"""Documents: linked files, recordings and transcripts; in text captures, labels that stand alone."""

from __future__ import annotations

import functools
import re
from urllib.parse import unquote, urlsplit

from parsers.document_labels import is_document_label
from parsers.page import Block, Page
from parsers.phrases import fold
from parsers.record import Document
from parsers.vocabulary import load

_LANGUAGE = re.compile(
    r"(?:^|[\s(/|_-])(EN|FR|ES|AR|RU|ZH|English|French|Spanish|Arabic|Français|Anglais|Español|Inglés|Francés|العربية)(?=[\s)/|._-]|$)"
)
_CODES = {
    "english": "en",
    "anglais": "en",
    "inglés": "en",
    "french": "fr",
    "français": "fr",
    "francés": "fr",
    "spanish": "es",
    "español": "es",
    "arabic": "ar",
    "العربية": "ar",
}
_CLICK = re.compile(
    r"^(?:new\s+)?(?P<label>[A-ZÀ-Þ][^.:]{3,60}?)(?:\s+(?:is\s+)?now)?\s+(?:is\s+)?available\b.{0,30}$", re.IGNORECASE
)
_DOWNLOAD = re.compile(
    r"^(?:download|read|see|watch|télécharger|descargar|lire|leer|voir|ver)\s+(?:the |la |le |el )?(?P<label>[^.:]{3,60}?)(?:\s+here)?\.?$",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"^(?:documents?|downloads?|documentos|téléchargements|descargas|related documents?|documents? connexes|الوثائق)\s*:\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LINKS_TABLE = re.compile(r"^Related Links\s*\|", re.IGNORECASE)


@functools.cache
def _extensions() -> frozenset[str]:
    return frozenset(load("documents")["files"]["extensions"])


@functools.cache
def _kinds() -> list[tuple[str, str]]:
    return sorted(
        ((fold(word), kind) for kind, words in load("documents")["kind"].items() for word in words),
        key=lambda pair: -len(pair[0]),
    )


def is_file(url: str) -> bool:
    """Whether an address is that of a file (by its extension), not of a page."""
    path = urlsplit(url).path
    name = unquote(path.rsplit("/", 1)[-1])
    return "." in name and name.rsplit(".", 1)[-1].casefold() in _extensions()


@functools.cache
def _kind_words() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = dict(reversed(_kinds()))
    forms = "|".join(re.escape(word) for word, _kind in _kinds())
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)"), kinds


@functools.lru_cache(maxsize=4096)  # the same few labels stand on every page
def document_kind(label: str, url: str | None = None) -> str:
    """What a document is, by its label, then its file: a kind of documents.toml, or ``other``.

    The longest word of the vocabulary that the label holds decides.
    """
    pattern, kinds = _kind_words()
    found = max(pattern.findall(fold(label)), key=len, default=None)
    if found is not None:
        return kinds[found]
    parts = urlsplit(url or "")
    address = f"{parts.hostname or ''}{parts.path}".removeprefix("www.")
    return "video" if address.startswith(tuple(load("documents")["files"]["video_hosts"])) else "other"


def document_language(label: str) -> str | None:
    """Language that a label names ("Concept note (FR)"), as ISO code."""
    match = _LANGUAGE.search(label)
    if match is None:
        return None
    word = match.group(1).casefold()
    return _CODES.get(word, word if len(word) == 2 else None)


def linked_documents(page: Page) -> list[Document]:
    """Every link of the content whose target is a file, once for each address and label."""
    found: list[Document] = []
    seen: set[tuple[str, str]] = set()
    for block in page.blocks:
        for link in block.links:
            if not is_file(link.url):
                continue
            label = page.text[link.start : link.end].strip(" ()[]|")
            if not label or re.fullmatch(
                r"(?:click )?here|ici|aquí|download|télécharger|descargar|pdf|هنا", label, re.IGNORECASE
            ):
                label = _label_around(block, link.start - block.start) or label
            if not label or re.search(r"\.(?:jpe?g|png|gif)$", urlsplit(link.url).path, re.IGNORECASE):
                continue
            if (link.url, label) in seen:
                continue
            seen.add((link.url, label))
            found.append(
                Document(
                    label,
                    link.url,
                    document_kind(label, link.url),
                    document_language(label),
                    None,
                    link.start,
                    link.end,
                )
            )
    return found


def _label_around(block: Block, offset: int) -> str | None:
    """The words before a link that says "here": what it is a link to."""
    before = block.text[:offset].rstrip(" :–—-(")
    match = re.search(
        r"(?:download|read|see|access|consult|find)?\s*(?:the |la |le |el )?([^.;:()]{3,80})$", before, re.IGNORECASE
    )
    return match.group(1).strip() if match else None


def printed_documents(page: Page, skip: set[int]) -> list[Document]:
    """In a text capture: labels of documents that stand alone on a line, or under a head that announces them."""
    found: list[Document] = []
    under_head = 0
    for index, block in enumerate(page.blocks):
        text = block.text.strip()
        head = _is_head(text)
        if head:
            under_head = 8
            continue
        rest = _LIST_HEAD.match(text)
        if rest:
            found.extend(_split(rest.group("rest"), block, rest.start("rest"), strict=False))
            continue
        if index in skip:
            continue
        if _LINKS_TABLE.match(text):
            under_head = 8
            continue
        if under_head and (
            block.kind == "item" or re.search(r"\|\s*$", text) or (len(text) < 90 and is_document_label(text))
        ):
            under_head -= 1
            label = text.strip(" |•")
            if len(label) > 3 and not re.match(r"^(?:https?:|www\.)", label):
                found.append(_document(label, block, block.text.find(label)))
            continue
        under_head = 0 if len(text) > 120 else max(0, under_head - 1)
        if len(text) <= 110:
            found.extend(_alone(text, block))
        elif re.search(r"\|", text[-80:]):
            found.extend(_piped_tail(text, block))
    return found


def _is_head(text: str) -> bool:
    from parsers.labels import label_at

    label = label_at(text) if len(text) < 60 else None
    return label is not None and label.meaning == "documents" and label.rest >= len(text.rstrip())


def _alone(text: str, block: Block) -> list[Document]:
    click = _CLICK.match(text)
    if click and is_document_label(re.sub(r"^(?:new|final|the)\s+", "", click.group("label"), flags=re.IGNORECASE)):
        label = re.sub(r"^new\s+", "", click.group("label"), flags=re.IGNORECASE)
        return [_document(label, block, text.find(label))]
    bare = re.sub(r"\s*\((?:[A-Z]{2}(?:\s*[|/,]\s*)?)+\)\s*$", "", text).strip(" .")
    if len(bare.split()) <= 6 and is_document_label(bare) and not _heads_section(bare):
        return [_document(bare, block, block.text.find(bare))]
    download = _DOWNLOAD.match(text)
    if (
        download
        and is_document_label(download.group("label"))
        and not re.match(r"^(?:watch|ver|voir)", text, re.IGNORECASE)
    ):
        return [_document(download.group("label"), block, download.start("label"))]
    if "|" in text and all(is_document_label(part) for part in text.split("|") if part.strip()):
        return _split(text, block, 0, strict=True)
    return []


def _heads_section(text: str) -> bool:
    """Words that head a part of the page rather than name a document ("Agenda", "Background", "Programme")."""
    return fold(text).rstrip(":") in {
        "agenda", "programme", "program", "programa", "ordre du jour", "background", "video", "videos", "conclusions", "report", "summary", "welcome", "keynote", "keynote address", "message", "remarks", "statements", "notes", "presentation", "presentations", "opening remarks", "closing remarks", "welcome remarks", "intervention", "discours", "جدول الاعمال", "البرنامج", "address", "press release", "publication", "palabras", "closing", "opening", "concluding remarks", "welcoming remarks", "introductory remarks",
    }  # fmt: skip


def _piped_tail(text: str, block: Block) -> list[Document]:
    """ "... can be accessed here: Watch video | Read official transcript"."""
    match = re.search(r"(?::|\bhere|aquí|ici)\s*:?\s*([^:.|]{3,50}(?:\|[^:.|]{3,50})+)\s*$", text)
    if match is None:
        return []
    return _split(match.group(1), block, match.start(1), strict=True)


def _split(text: str, block: Block, offset: int, *, strict: bool) -> list[Document]:
    found = []
    for match in re.finditer(r"[^|;]+", text):
        label = match.group().strip(" .,")
        if len(label) > 2 and (not strict or is_document_label(label)):
            found.append(
                _document(label, block, offset + match.start() + (len(match.group()) - len(match.group().lstrip())))
            )
    return found


def _document(label: str, block: Block, offset: int) -> Document:
    start = block.start + max(0, offset)
    return Document(label, None, document_kind(label), document_language(label), None, start, start + len(label))
