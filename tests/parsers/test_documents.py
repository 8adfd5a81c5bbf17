"""Documents: links to files, and labels that stand alone in text captures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.documents import document_kind, document_language, is_file, linked_documents, printed_documents
from parsers.page import Block, Link, Page, assemble
from tests.parsers.prose_pages import page_of


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://www.iom.int/sites/g/files/x/files/agenda.pdf", True),
        ("https://www.iom.int/a%20b.PDF?x=1", True),
        ("https://www.iom.int/slides.pptx#page=2", True),
        ("https://www.iom.int/news/agenda", False),
        ("https://www.iom.int", False),
        ("https://www.iom.int/v1.2/agenda", False),
        ("mailto:a@example.org", False),
    ],
)
def test_files(url: str, file: bool) -> None:
    assert is_file(url) is file


@pytest.mark.parametrize(
    ("label", "kind", "language"),
    [
        ("Concept note (FR)", "concept_note", "fr"),
        ("Ordre du jour provisoire", "agenda", None),
        ("Leer la transcripción oficial", "transcript", None),
        ("Remarks", "statement", None),
        ("Presentation", "presentation", None),
        ("List of participants", "other", None),
        ("Liste des délégués", "other", None),
        ("Logistics note", "other", None),
        ("Full text", "other", None),
        ("Official transcript", "transcript", None),
        ("Note de présentation", "concept_note", None),
        ("agenda_elmina.pdf", "agenda", None),
        ("المذكرة المفاهيمية", "concept_note", None),
        ("Read the appeal", "other", None),
    ],
)
def test_kinds_and_languages(label: str, kind: str, language: str | None) -> None:
    assert (document_kind(label), document_language(label)) == (kind, language)


def test_a_video_is_told_by_its_host() -> None:
    assert document_kind("Watch", "https://www.youtube.com/watch?v=1") == "video"


def linked(*links: tuple[str, str]) -> list[tuple[str, str | None]]:
    page = Page("https://www.iom.int/x", "html")
    text, spans = "", []
    for label, url in links:
        spans.append(Link(len(text), len(text) + len(label), url))
        text += label + " "
    page.blocks = [Block("paragraph", text.strip(), links=tuple(spans))]
    return [(document.label, document.url) for document in linked_documents(assemble(page))]


def test_a_label_keeps_the_brackets_that_it_opens() -> None:
    url = "https://www.iom.int/a.pdf"
    assert [label for label, _ in linked(("Agenda (C/99/1)", url), ("(Remarks)", url), ("[Slides", url))] == [
        "Agenda (C/99/1)",
        "Remarks",
        "Slides",
    ]


def test_links_keep_their_own_labels() -> None:
    pdf, other = "https://www.iom.int/a.pdf", "https://www.iom.int/b.pdf"
    assert linked(("ici", pdf), ("(Remarks)", other), ("(Remarks)", other)) == [("ici", pdf), ("Remarks", other)]


def test_pages_and_pictures_are_no_documents() -> None:
    assert linked(("A page", "https://www.iom.int/news/a"), ("A picture", "https://www.iom.int/a.jpg?h=1")) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Background paper\nDraft agenda\nAdministrative note",
            ["Background paper", "Draft agenda", "Administrative note"],
        ),
        ("Note d'information\nOrdre du jour provisoire", ["Note d'information", "Ordre du jour provisoire"]),
        (
            "Documents: Agenda | List of participants | Chair's summary",
            ["Agenda", "List of participants", "Chair's summary"],
        ),
        ("Documents connexes\nProgramme de la foire", ["Programme de la foire"]),
        ("Related documents\nKey messages\nCalendar of side events", ["Key messages", "Calendar of side events"]),
        ("Related documents\nKey messages\nThe meeting was long.\nShare this page", ["Key messages"]),
        ("Annexes\nAgreed Minutes\nStandard Contract", ["Agreed Minutes", "Standard Contract"]),
        ("Pièce jointe : Tableau des marées", ["Tableau des marées"]),
        ("Biographies", ["Biographies"]),
        ("Key messages\nCalendar of side events", []),
        ("Related Links | |\nRegional Consultative Processes | |", ["Regional Consultative Processes"]),
        (
            "The remarks can be accessed here: Watch video | Read official transcript",
            ["Watch video", "Read official transcript"],
        ),
        (
            "Las palabras están aquí: Ver video Leer la transcripción oficial",
            ["Ver video", "Leer la transcripción oficial"],
        ),
        ("Documents de la conférence\nOrdre du jour", ["Ordre du jour"]),
        ("Documents for download:\nAgenda", ["Agenda"]),
        ("Documentos del taller\nProtocolo de Manta", ["Protocolo de Manta"]),
        ("وثائق للتنزيل\nنشرة البرنامج\nاستمارة الطلب", ["نشرة البرنامج", "استمارة الطلب"]),
        ("Documents de voyage\nOrdre du jour", []),
        ("Note de présentation\nFiche d'inscription", ["Note de présentation", "Fiche d'inscription"]),
        ("Meeting report\nPresentation: Boats in the dunes", ["Meeting report", "Presentation: Boats in the dunes"]),
        ("It was long.\nPresentation: Boats in the dunes", []),
        ("Meeting report\nNote: The hall is cold.", ["Meeting report"]),
        ("Présentation :\nNeuf femmes ont quitté la ville.", []),
        ("Download the concept note", ["Download the concept note"]),
        ("Descargar el manual", ["Descargar el manual"]),
        ("PROVISIONAL AGENDA\n9:00 Registration", []),
        ("Final report now available", ["Final report"]),
        ("Agenda\n9:00 Registration", []),
        ("Read the press release", []),
        ("The agenda was long and the report was short.", []),
    ],
)
def test_labels_in_text(text: str, labels: list[str]) -> None:
    page = page_of(text)
    found = printed_documents(page, set())
    assert [document.label for document in found] == labels
    for document in found:
        assert page.text[document.start : document.end] == document.label


def test_labels_below_an_agenda_that_claims_them() -> None:
    page = page_of("10:00 Opening\nConcept note\nPresentation\nاستمارة التسجيل")
    claimed = set(range(4))
    assert printed_documents(page, claimed) == []
    for block in page.blocks:
        block.gap = True  # a presentation is an item of agendas, too
    assert [document.label for document in printed_documents(page, claimed)] == ["Concept note", "استمارة التسجيل"]


@given(st.text(max_size=150))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_labels_that_it_prints(text: str) -> None:
    page = page_of(text)
    for document in printed_documents(page, set()):
        assert page.text[document.start : document.end] == document.label != ""
