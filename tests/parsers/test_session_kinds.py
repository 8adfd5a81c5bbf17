"""What the title of an agenda item names, in four languages, and words that only look like a kind."""

from __future__ import annotations

import pytest

from parsers.agenda.session_kinds import role_in_session, session_kind

KINDS = {
    "break": [
        "Snack break",
        "Tea and biscuits",
        "Pause-café",
        "Refrigerio",
        "استراحة صلاة وغداء",
        "Welcome coffee",
        "Comfort break",
        "Accueil café",
        "Descanso",
    ],
    "press_briefing": ["News conference", "Point presse", "Rueda de prensa", "مؤتمر صحافي"],
    "ceremony": [
        "Inauguration of the photo exhibition",
        "Distribution of certificates and closing",
        "Remise des attestations",
        "Remise du prix de la meilleure barque",
        "Entrega de certificados y cierre",
        "توزيع الشهادات واختتام الدورة",
        "Wreath-laying at the mole",
        "Dépôt de gerbes",
        "Signature de la charte des ports",
        "Firma del convenio",
        "توقيع مذكرة التفاهم",
        "Minuto de silencio",
        "دقيقة صمت",
    ],
    "procedural": [
        "Group photograph",
        "Arrivée des participants",
        "Llegada de participantes",
        "صورة جماعية",
        "Aprobación del temario",
        "Official photograph",
        "Prise de photo de famille",
        "Séance photo",
        "Foto de familia",
        "Toma de la foto oficial",
        "التقاط صورة تذكارية",
        "Approbation de l'ordre du jour",
        "Bienvenida y registro",
        "Départ des participants",
        "مغادرة المشاركين",
    ],
    "dialogue": [
        "Round tables by region",
        "Table ronde : le prix du puits",
        "Mesas redondas",
        "مائدة مستديرة",
        "جلسة حوارية: قصتي",
    ],
    "panel": [
        "Table ronde 2 : Les frais du voyage",
        "Sessions parallèles par port",
        "Sesiones paralelas",
        "المحور الأول: كلفة السفر",
        "جلسات متوازية",
    ],
    "plenary": [
        "Conclusions and closing",
        "Inaugural session",
        "Séance inaugurale",
        "Synthèse et clôture",
        "Lectura de conclusiones y clausura",
        "التوصيات والختام",
        "Observations finales",
        "Official opening",
        "First words",
        "Final remarks",
        "Recommendations and close",
        "Récapitulation du jour 1",
        "Rappel des travaux de la veille",
        "Recapitulación",
        "ملخص اليوم الأول",
    ],
    "other": [
        "Module 3 – Tide tables",
        "Módulo 1: Los faros",
        "Visit to the lighthouse",
        "Lectura de cuentos",
        "Group work in breakout rooms",
        "Travaux de groupe",
        "عمل المجموعات: الأسئلة",
        "Trabajo en grupos",
        "Question and answer session",
        "Q&A",
        "Séance de questions-réponses",
        "Sesión de preguntas y respuestas",
        "جلسة أسئلة وأجوبة",
        "Welcome reception",
        "Closing cocktail",
        "Vin d’honneur",
        "Cóctel de clausura",
        "حفل استقبال",
        "Visite de terrain",
        "Field visit to the quay",
        "Film screening: The Long Mole",
        "Debate",
    ],
}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Recap of the breakout groups", "plenary"),
        ("Restitution des tables rondes", "plenary"),
        ("Síntesis de las mesas", "plenary"),
        ("ملخص الجلسات", "plenary"),
        ("Closure of the session", "plenary"),
        ("Remarks by the Chief Guest", "plenary"),
        ("I. Opening of the meeting", "plenary"),
        ("Item 3: Coffee break", "break"),
        ("2B. Round table on nets", "dialogue"),
        ("Questions from the floor", "other"),
        ("Panel on summaries of nets", "panel"),
        ("Workshop A. Nets", "other"),
    ],
)
def test_what_goes_over_sessions_and_numbers_before_them(title: str, kind: str) -> None:
    assert session_kind(title) == kind


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in KINDS.items() for title in titles])
def test_the_kind_that_a_title_names(kind: str, title: str) -> None:
    assert session_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Panel 2: El cierre de los puertos", "panel"),
        ("The cost of closing borders", "other"),
        ("Session 3: Round tables of the past", "panel"),
        ("Panel 1: El sello y la firma del contrato", "panel"),
        ("Session 2: Reception on the quays", "panel"),
        ("Photographs of the harbour", "other"),
        ("General debate", "plenary"),
        ("Registration and welcome coffee", "procedural"),
        ("Session 2 – Travaux de groupe", "other"),
        ("Sesión 3: Trabajo en grupos por puerto", "other"),
        ("Session 4: The group work of nets", "panel"),
        ("Panel on ropes – Group work", "panel"),
        ("Lectura de la Declaración de Puerto Azul", "plenary"),
        ("Key takeaways", "plenary"),
        ("Breakout groups", "other"),
        ("Break-out groups by harbour", "other"),
        ("Break-out session 2: Nets", "panel"),
        ("Breakout session", "panel"),
        ("Break", "break"),
        ("Photo de famille et pause-café", "break"),
        ("Foto oficial y receso", "break"),
        ("صورة جماعية واستراحة", "break"),
        ("Registration and welcome tea", "procedural"),
        ("Introduction of participants and rules", "procedural"),
        ("Présentation des participants", "procedural"),
        ("Ronda de presentaciones", "procedural"),
        ("التعارف", "procedural"),
        ("Introduction to nets", "other"),
        ("Introduction", "plenary"),
        ("Introduction to the workshop", "plenary"),
        ("Introduction à l’atelier", "plenary"),
        ("Introduction au droit des ports", "other"),
        ("Introducción al derecho de los puertos", "other"),
        ("Book signing and drinks", "other"),
        ("Séance de dédicaces", "other"),
        ("Firma de libros", "other"),
        ("Signing of the harbour charter", "ceremony"),
        ("Sesión de trabajo de los prácticos", "other"),
        ("Working session 2: Nets", "panel"),
        ("Policy debate", "plenary"),
        ("Débat d’orientation", "plenary"),
        ("Technical opening", "plenary"),
        ("Technical session: Nets", "panel"),
        ("Manifestation parallèle : Les filets", "side_event"),
        ("Événement en marge : Les filets", "side_event"),
        ("Actividad paralela: Las redes", "side_event"),
        ("حدث جانبي: الشباك", "side_event"),
        ("Manifestation culturelle", "other"),
        ("Lectura y aprobación del acta", "procedural"),
        ("Lecture et adoption du procès-verbal", "procedural"),
        ("Lectura de cuentos", "other"),
    ],
)
def test_words_of_a_subject_do_not_tell_the_kind(title: str, kind: str) -> None:
    assert session_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Ceremonia de inauguración", "opening"),
        ("Séance inaugurale", "opening"),
        ("Inaugural session", "opening"),
        ("Inaugural panel: Nets and ropes", "panellist"),
        ("Allocution de bienvenue", "opening"),
        ("Saludo de bienvenida", "opening"),
        ("كلمات الافتتاح", "opening"),
        ("كلمة الختام", "closing"),
        ("Mots d’accueil", "opening"),
        ("مراسم الافتتاح", "opening"),
        ("Award of certificates and closing", "closing"),
        ("Remise des attestations et clôture", "closing"),
        ("Entrega de certificados y clausura", "closing"),
        ("توزيع الشهادات والختام", "closing"),
        ("Summing up and closing remarks", "closing"),
        ("Synthèse et mots de clôture", "closing"),
        ("Conclusiones y palabras de clausura", "closing"),
        ("التوصيات والكلمة الختامية", "closing"),
        ("Opening and closing", "opening"),
        ("Panel 4: Between opening and closing", "panellist"),
        ("Award of certificates", "panellist"),
        ("Welcome coffee", "panellist"),
        ("Closing reception", "panellist"),
        ("Welcome and opening reception", "opening"),
    ],
)
def test_what_those_do_who_are_listed_under_a_title(title: str, role: str) -> None:
    assert role_in_session(title) == role


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Repas et prière", "break"),
        ("Prayer break", "break"),
        ("صلاة وغداء", "break"),
        ("Prayer and opening remarks", "plenary"),
        ("خلاصة اليوم الأول", "plenary"),
        ("Síntesis del primer día", "plenary"),
    ],
)
def test_meals_with_prayers_and_recaps(title: str, kind: str) -> None:
    assert session_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tour de table II: the northern moles", "dialogue"),
        ("Tour de table (suite)", "dialogue"),
        ("Discusión interactiva", "dialogue"),
        ("نقاش تفاعلي", "dialogue"),
        ("Tour de table et présentation des participants", "procedural"),
        ("Acto de cierre", "ceremony"),
        ("Acto oficial de inauguración", "ceremony"),
        ("Sesión inaugural", "plenary"),
        ("Actores del puerto", "other"),
        ("Aprobación y firma de la Carta de los Muelles", "procedural"),
        ("Adoption of the Net Charter and press conference", "procedural"),
        ("اعتماد وتوقيع الميثاق", "procedural"),
        ("Press conference: adoption of the Net Charter", "press_briefing"),
        ("Family photo followed by lunch", "break"),
        ("Photo de groupe et café", "break"),
        ("صورة جماعية واستراحة قهوة", "break"),
        ("Group photo and departure", "procedural"),
        ("Registration and coffee", "procedural"),
        ("Country statements (cont'd)", "plenary"),
        ("Interventions des chefs de délégation", "plenary"),
        ("Intervenciones de los países", "plenary"),
        ("كلمات رؤساء الوفود", "plenary"),
        ("Discussion générale", "plenary"),
        ("Country presentations", "other"),
        ("Taller a bordo", "other"),
        ("Atelier à mi-parcours", "other"),
        ("Workshop 1: Ropes", "other"),
        ("Thematic working group sessions", "other"),
        ("Grupos temáticos", "other"),
        ("Part 1. The ropes", "other"),
    ],
)
def test_acts_statements_and_photographs_with_coffee(title: str, kind: str) -> None:
    assert session_kind(title) == kind
