"""What kind of item an agenda's title names: break, panel, plenary ... (data/vocab/session_kinds.toml)."""

from __future__ import annotations

import functools
import re

from parsers.phrases import fold
from parsers.record import Role, SessionKind
from parsers.vocabulary import load

_LEADING = re.compile(
    r"^(?:[a-z]\)|\d{1,2}[.)]|[-–—•*]|high-level|special|short|brief|morning|afternoon|first|second|third|final|virtual|joint|inaugural)\s+"
)


def _pattern(words: list[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


@functools.cache
def _rules() -> list[tuple[SessionKind, re.Pattern[str] | None, re.Pattern[str] | None]]:
    rules: list[tuple[SessionKind, re.Pattern[str] | None, re.Pattern[str] | None]] = []
    for entry in load("session_kinds")["kind"]:
        starts = re.compile(rf"(?:{_pattern(entry['starts'])})(?!\w)") if entry.get("starts") else None
        words = re.compile(rf"(?<!\w)(?:{_pattern(entry['words'])})(?!\w)") if entry.get("words") else None
        rules.append((entry["name"], starts, words))
    return rules


def session_kind(title: str) -> SessionKind:
    """The kind of an agenda item with this title; ``other`` where no word of it says."""
    return _named_kind(title) or "other"


def names_session(title: str) -> bool:
    """Whether the title's words name an agenda item of some kind."""
    return _named_kind(title) is not None


def _named_kind(title: str) -> SessionKind | None:
    folded = fold(title).replace("’", "'").strip()
    head = _LEADING.sub("", folded)
    # What stands before a colon or dash names the item ("Panel 2: Dialogue between ..."), the rest is its subject.
    front = re.split(r"[:–—]| - ", head, maxsplit=1)[0].strip() or head
    for part in (front, head) if front != head else (head,):
        for kind, starts, words in _rules():
            if (starts and starts.match(part)) or (words and words.search(part)):
                return kind
    return None


_OPENING = re.compile(
    r"^(?:opening|welcom|introductory|inaugura|allocutions? d'ouverture|ouverture|mots? de bienvenue|mots? d'ouverture|discours d'ouverture"
    r"|remarques liminaires|apertura|palabras de (?:bienvenida|apertura)|bienvenida|sesion (?:de apertura|inaugural)|seance d'ouverture|ceremonie d'ouverture"
    r"|ceremonia de apertura|acto de apertura|acto inaugural|الافتتاح|الجلسه الافتتاحيه|كلمات? (?:افتتاحيه|ترحيبيه)|الكلمات? (?:الافتتاحيه|الترحيبيه)|حفل الافتتاح)"
)
_CLOSING = re.compile(
    r"^(?:closing|concluding|closure|conclusions? and closing|final remarks|wrap-up and closing|cloture|allocutions? de cloture|seance de cloture|ceremonie de cloture|discours de cloture"
    r"|mots? de cloture|clausura|cierre|palabras de (?:cierre|clausura)|sesion de (?:clausura|cierre)|ceremonia de (?:clausura|cierre)|acto de clausura|الختام|الجلسه الختاميه|كلمات? ختاميه|الكلمات? الختاميه|حفل الختام)"
)


def role_in_session(title: str) -> Role:
    """The role of those who are listed under a title without a role of their own."""
    folded = _LEADING.sub("", fold(title).replace("’", "'").strip())
    if _OPENING.match(folded):
        return "opening"
    if _CLOSING.match(folded):
        return "closing"
    return "panellist"


_BARE_NUMBER = re.compile(
    r"^(?:(?:thematic|parallel|special|technical|plenary|working) )?(?:session|panel|part|module|segment|theme|workshop|round ?table|séance|sesión"
    r"|mesa|bloque|módulo|atelier|table ronde|taller|الجلسة|جلسة|حلقة)\s*(?:no\.?\s*|n°\s*)?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two|three|four|five|six|first|second|third|première|الأولى|الثانية|الثالثة|الرابعة)?\s*[:.]?$",
    re.IGNORECASE,
)
_UNTIMED = re.compile(
    r"^(?:setting the scene|scene[- ]setting|mise en contexte|special panel|high-level (?:segment|plenary|panel)"
    r"|(?:(?:special|high-level|parallel|thematic) )?(?:panel|session|round ?table|segment|workstream|breakout(?: session| group)?|side event)\s*"
    r"(?:\d|[ivx]+\b|[a-h]\b|:|–|-)|(?:séance|sesión|panel|mesa(?: redonda)?|table ronde|atelier)\s+(?:\d|[ivx]+\b)"
    r"|الجلسة (?:الأولى|الثانية|الثالثة|الرابعة|\d))",
    re.IGNORECASE,
)


def is_bare_number(title: str) -> bool:
    """Whether a title only counts ("Session 1"), so that its subject stands on the next line."""
    return bool(_BARE_NUMBER.match(title))


def heads_untimed(text: str) -> bool:
    """Whether a line heads an item even without a time of its own."""
    return bool(_UNTIMED.match(text))
