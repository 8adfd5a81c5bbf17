"""Documents: links to files, and labels that stand alone in text captures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.documents.kinds import document_kind, document_language, is_file
from parsers.documents.linked import linked_documents
from parsers.documents.printed import printed_documents
from parsers.page import Block, Link, Page, assemble
from tests.parsers.agenda_records import text_record
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
        # What stands below documents on their pages
        ("Related documents\nKey messages\nShare this page\nFacebook X LinkedIn\nTide line", ["Key messages"]),
        ("Documents\nCarnet de bord\nPartager cette page\nFacebook LinkedIn", ["Carnet de bord"]),
        ("Documentos\nCuaderno de mareas\nSíganos en nuestras redes\nMás del puerto", ["Cuaderno de mareas"]),
        ("الوثائق\nدفتر المرفأ\nشارك هذه الصفحة\nصفحة أخرى", ["دفتر المرفأ"]),
        ("Documents\nHarbour notes\nSDGs\nSDG 14 - Life Below Water", ["Harbour notes"]),
        ("Documents\nNotes du port\nODD 14 : Vie aquatique\nVie du port", ["Notes du port"]),
        ("Documents\nHarbour notes\nFollow the boats #TideWeek", ["Harbour notes"]),
        ("Documents\nHarbour notes\nGuild of Lamps, Pier 9, Rope Street 4, Tidewick 1212", ["Harbour notes"]),
        ("Documents\nSharing the catch\nThe followers of the tide", ["Sharing the catch", "The followers of the tide"]),
        # A word of the menu over others, above the text
        (
            f"About\nResources\nHarbour Hub\n{'The nets were mended by hand. ' * 5}\nAgenda of the workshop",
            ["Agenda of the workshop"],
        ),
        (f"{'The nets were mended by hand. ' * 5}\nResources\nHarbour Handbook", ["Harbour Handbook"]),
        # What is downloaded is a document, whatever it is; other verbs need its kind
        ("Download the almanac", ["Download the almanac"]),
        ("Télécharger l’almanach", ["Télécharger l’almanach"]),
        ("Téléchargez notre almanach", ["Téléchargez notre almanach"]),
        ("Descarga el almanaque", ["Descarga el almanaque"]),
        ("تحميل الدفتر", ["تحميل الدفتر"]),
        ("Download the app", []),
        ("Descargar la aplicación", []),
        ("Download PDF", []),
        ("Read the almanac", []),
        ("Descarga de barcos en el muelle", []),
        # Words that head a part of the page, beside a document that says what it is
        ("Agenda\nBackground paper", ["Agenda", "Background paper"]),
        ("Note conceptuelle\nProgramme", ["Note conceptuelle", "Programme"]),
        ("Nota conceptual EN | ES\nGuiding questions", ["Nota conceptual", "Guiding questions"]),
        ("Background\nThe nets are old.", []),
        ("Agenda\nPresentation", []),
        # Titles of what a body has written, one of them over the others
        (
            "Key messages\nGuild submission to the Forum\nHarbour Master's report",
            ["Key messages", "Guild submission to the Forum", "Harbour Master's report"],
        ),
        (
            "Messages clés\nContribution de la guilde au Forum\nRapport du Capitaine",
            ["Messages clés", "Contribution de la guilde au Forum", "Rapport du Capitaine"],
        ),
        (
            "Mensajes clave\nContribución del gremio al Foro\nInforme del Capitán",
            ["Mensajes clave", "Contribución del gremio al Foro", "Informe del Capitán"],
        ),
        (
            "الرسائل الرئيسية\nمساهمة النقابة إلى المنتدى\nتقرير القبطان",
            ["الرسائل الرئيسية", "مساهمة النقابة إلى المنتدى", "تقرير القبطان"],
        ),
        ("Key messages\nNets are old.", []),
        ("Background\nHarbour Master's report", []),
        ("Programa de mano", ["Programa de mano"]),
        # Symbols beside the titles that they are of, and pictures, are none
        ("Documents\nAgenda\nC/14/1/Rev.1\nReport on nets\nDoc. S/3/2", ["Agenda", "Report on nets"]),
        ("Documentos\nC/14/1\nOrden del día\nC/14/2\nInforme sobre redes", ["Orden del día", "Informe sobre redes"]),
        ("Documents\nC/14/1\nC/14/2", ["C/14/1", "C/14/2"]),
        ("Documents\nMeeting report\nPhotos", ["Meeting report"]),
        ("Documents\nRapport de la réunion\nGalerie photos", ["Rapport de la réunion"]),
        ("Documentos\nInforme del taller\nGalería de fotos", ["Informe del taller"]),
        ("الوثائق\nدفتر المرفأ\nمعرض الصور", ["دفتر المرفأ"]),
        # Languages in brackets say that it is a text
        ("Charter of the Harbours (EN/FR)", ["Charter of the Harbours"]),
        ("Appel de Manta (FR | ES | EN)", ["Appel de Manta"]),
        ("Interpretation (EN/FR)", []),
        ("Regional webinar (EN/ES)", []),
        ("The herring (clupea) of the bay", []),
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


@pytest.mark.parametrize("label", ["Tentative programme", "Programme provisoire", "Agenda preliminar"])
def test_an_agendas_heading_is_no_document(label: str) -> None:
    page = page_of(f"{label}\n9:00 Registration")
    assert printed_documents(page, {1}) == []
    page = page_of(f"Concept note\n{label}\n9:00 Registration")
    assert [document.label for document in printed_documents(page, {2})] == ["Concept note", label]


def test_labels_below_an_agenda_that_claims_them() -> None:
    page = page_of("10:00 Opening\nConcept note\nPresentation\nاستمارة التسجيل")
    claimed = set(range(4))
    assert printed_documents(page, claimed) == []
    for block in page.blocks:
        block.gap = True  # a presentation is an item of agendas, too
    assert [document.label for document in printed_documents(page, claimed)] == ["Concept note", "استمارة التسجيل"]


def test_a_head_word_below_an_agenda_stands_with_the_label_above_it() -> None:
    page = page_of("10:00 Opening\nNote conceptuelle FR | EN\nGuiding questions\nTea")
    page.blocks[1].gap = True
    claimed = set(range(4))
    assert [one.label for one in printed_documents(page, claimed)] == ["Note conceptuelle", "Guiding questions"]
    page.blocks[2].gap = True
    assert [one.label for one in printed_documents(page, claimed)] == ["Note conceptuelle"]


@given(st.text(max_size=150))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_labels_that_it_prints(text: str) -> None:
    page = page_of(text)
    for document in printed_documents(page, set()):
        assert page.text[document.start : document.end] == document.label != ""


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (
            "Documents\n\nC/113/6 Status of nets and of those who mend them, with the voting rights of Member Ports\n"
            "C/113/9 Programme and Budget for 2023 EN FR ES\n\nInformation documents\n\nC/113/INF/1 Schedule of tides\n\n• Harbour Guild",
            [
                "C/113/6 Status of nets and of those who mend them, with the voting rights of Member Ports",
                "C/113/9 Programme and Budget for 2023",
                "C/113/INF/1 Schedule of tides",
            ],
        ),
        (
            "Documentos\n\nS/25/1/Rev.1 - Programa provisional\nS/25/2 — Informe sobre las redes",
            ["S/25/1/Rev.1 - Programa provisional", "S/25/2 — Informe sobre las redes"],
        ),
        ("Documents de la session\n\n• MC/2368 – Les filets du port", ["MC/2368 – Les filets du port"]),
        ("الوثائق\n\nC/113/6 حالة الشباك", ["C/113/6 حالة الشباك"]),
        (
            "Document C/113/6: Status of nets\nDoc. S/25/2 Report on ropes",
            ["Document C/113/6: Status of nets", "Doc. S/25/2 Report on ropes"],
        ),
        ("C/113/6 was adopted by consensus\nC/113/7 was not", []),
        ("IC/2019/12 Draft\nThe room is 12/A", []),
        ("N/A Nets\n24/7 Hotline for menders", []),
        ("Useful links\nHarbour Commission on Nets\nNet Hall\nConcept note", ["Concept note"]),
        ("Liens utiles\nCommission des filets\nNote conceptuelle", ["Note conceptuelle"]),
        ("Enlaces de interés\nComisión de redes", []),
        (
            "Documents\nCall for nets\nAbstract template\n\nFor questions please contact Rita Elm, Net Offi",
            ["Call for nets", "Abstract template"],
        ),
        (
            "Descargas:\nCircular N.º 1\nPlanilla de resumen\n\nLos mejores trabajos serán publi",
            ["Circular N.º 1", "Planilla de resumen"],
        ),
        ("Related news\nCommuniqué\nQuatre cents bateaux au port", []),
        ("Read the full appeal", ["Read the full appeal"]),
        ("Consulter le rapport complet", ["Consulter le rapport complet"]),
        ("Lea el informe completo", ["Lea el informe completo"]),
    ],
)
def test_lists_of_documents_with_symbols_and_what_ends_lists(lines: str, labels: list[str]) -> None:
    text = f"Net Forum\n\n4 March 2019, Oslo\n\n{'The guild and its friends mend nets in Port Town. ' * 4}\n\n{lines}\n"
    record = text_record(text)
    assert [document.label for document in record.documents] == labels
