"""Documents that a page links to: files, recordings and transcripts; `printed` has those of text captures."""

from __future__ import annotations

import re

from parsers.documents.kinds import document_kind, document_language, is_file
from parsers.page import Page
from parsers.record import Document

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif)$", re.IGNORECASE)
_FRAME = re.compile(r"^\(([^()]*)\)$|^\[([^\[\]]*)\]$")


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
