"""What the title of an agenda item names, in four languages, and words that only look like a kind."""

from __future__ import annotations

import pytest

from parsers.agenda.session_kinds import role_in_session, session_kind

KINDS = {
    "break": ["Snack break", "Tea and biscuits", "Pause-café", "Refrigerio", "استراحة صلاة وغداء"],
    "press_briefing": ["News conference", "Point presse", "Rueda de prensa", "مؤتمر صحافي"],
    "ceremony": [
        "Inauguration of the photo exhibition",
        "Distribution of certificates and closing",
        "Remise des attestations",
        "Remise du prix de la meilleure barque",
        "Entrega de certificados y cierre",
        "توزيع الشهادات واختتام الدورة",
    ],
    "procedural": [
        "Group photograph",
        "Arrivée des participants",
        "Llegada de participantes",
        "صورة جماعية",
        "Aprobación del temario",
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
    ],
    "other": [
        "Module 3 – Tide tables",
        "Módulo 1: Los faros",
        "Visit to the lighthouse",
        "Lectura de cuentos",
        "Group work in breakout rooms",
        "Travaux de groupe",
        "عمل المجموعات: الأسئلة",
    ],
}


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in KINDS.items() for title in titles])
def test_the_kind_that_a_title_names(kind: str, title: str) -> None:
    assert session_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Panel 2: El cierre de los puertos", "panel"),
        ("The cost of closing borders", "other"),
        ("Session 3: Round tables of the past", "panel"),
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
        ("Opening and closing", "opening"),
        ("Panel 4: Between opening and closing", "panellist"),
        ("Award of certificates", "panellist"),
    ],
)
def test_what_those_do_who_are_listed_under_a_title(title: str, role: str) -> None:
    assert role_in_session(title) == role
