"""The documents of a page and of its sessions, and whose they are."""

from __future__ import annotations

from bisect import bisect_left

from parsers.assembly.reading import Reading
from parsers.documents.kinds import document_kind, document_language
from parsers.documents.linked import linked_documents
from parsers.documents.printed import printed_documents
from parsers.record import Document, Evidence, Record


def read_documents(reading: Reading) -> None:
    """List linked files of an HTML page, or the labels that a text capture prints on their own."""
    page, record = reading.page, reading.record
    if page.source == "html":
        record.documents = linked_documents(page)
        _give_owners(record)
    else:
        record.documents = printed_documents(page, reading.agenda.claimed)
        listed = {document.start for document in record.documents}
        for session in record.sessions:
            for document in session.documents:
                if (
                    document.owner is None
                    and document.start not in listed
                    and page.text[document.start - 1 : document.start] not in "(["
                ):
                    record.documents.append(document)
    for session in record.sessions:
        for document in session.documents:
            document.kind = document_kind(document.label, document.url)
            document.language = document_language(document.label)
    for number, document in enumerate(record.documents):
        record.evidence.append(Evidence(f"documents/{number}", document.start, document.end, "document"))


def _give_owners(record: Record) -> None:
    """A linked document belongs to whom the agenda's document at its place belongs to."""
    printed = sorted((one for session in record.sessions for one in session.documents), key=_start_of)
    for document in record.documents:
        first = max(0, bisect_left(printed, document.start, key=_start_of) - 1)
        for number in range(first, len(printed)):
            one = printed[number]
            if one.start >= max(document.end, document.start + 1):
                break
            if one.end > document.start or one.start == document.start:
                document.owner = one.owner


def _start_of(document: Document) -> int:
    return document.start
