"""Where a list of bodies begins that phrases of involvement.toml cannot announce, as other words stand in between.

* what several do together: "a joint appeal by …", "un projet conjoint de …";
* who invites: "The invitation comes from …", "L'invitation émane de …";
* a verb that begins its sentence: "Invitan la Alcaldía y …", "Taking part are …";
* who stands behind something: "Behind the fair stand …", "Detrás del curso están …", "يقف وراء الدورة …";
* to whom something is handed over: "handed over the post at Rosso to …", "ont remis dix ambulances à la …";
* Arabic hosts, where what they host comes last: "تستضيف وزارة الصحة اللقاء".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from parsers.record import InvolvementRole
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load

_MOST = 60  # that one page is read for
_BEFORE_STEM, _BEHIND_STEM = 20, 100  # characters around a stem in which what it belongs to stands
_HANDED_WITHIN = 240  # characters behind "handed over" in which it is said to whom

_JOINT = re.compile(
    r"\bjoint\s+(?:in\w*|event|project|effort|conference|workshop|statement|plan|programme?|campaign|operation|appeal"
    r"|response|mission|assessment|survey|study|report)s?\s+(?:between|of|by)\s+"
    r"|\b(?:joint|common|shared)\s+(?:work|undertaking|effort|venture|production|enterprise)\s+(?:between|of|by)\s+"
    r"|\b(?:plan|programme|projet|opération|appel|campagne|mission|évaluation|enquête|étude|rapport|œuvre|entreprise|action"
    r"|production)\s+(?:conjointe?|commune)\s+(?:entre|d[eu]s?)\s+"
    r"|\b(?:plan|programa|proyecto|operación|llamamiento|campaña|misión|evaluación|encuesta|estudio|informe|obra|labor"
    r"|empresa|actividad)\s+(?:conjunt[oa]|común)\s+(?:entre|del?)\s+",
    re.I,
)
_INVITED = re.compile(
    r"\binvitations?\s+(?:(?:is|was|were|comes?|came|goes|went|sent|out)\s+){1,3}(?:from|by)\s+"
    r"|\binvitation\s+(?:émane|vient|est\s+lancée|a\s+été\s+lancée)\s+(?:par|d[eu]s?)\s+"
    r"|\binvitación\s+(?:es|viene|parte)\s+del?\s+",
    re.I,
)
_OPENS = r"(?:^|(?<=[.!?:;]\s)|(?<=\n))"
_VERB_FIRST = re.compile(
    _OPENS + r"(?:(?:Organiz|Convoc|Invit|Impuls)an?\s+(?=(?:el\s|la\s|los\s|las\s)?[A-ZÀ-Þ])"
    r"|(?:Running|Organi[sz]ing)\s+(?:\w+\s+){1,3}(?:is|are|was|were)\s+)",
    re.M,
)
_COMERS_FIRST = re.compile(
    _OPENS + r"(?:(?:(?:Particip|Acompañ|Apoy|Auspici)an?|Asisten|Se\s+suman?)\s+(?:también\s+|además\s+)?"
    r"|Y\s+(?:participent|prennent\s+part|sont\s+associée?s)\s+(?:aussi\s+|également\s+)?"
    r"|(?:Also\s+)?(?:[Tt]aking\s+part|[Jj]oining\s+(?:them|in|it)|[Ss]upporting\s+(?:it|them))\s+(?:is|are|was|were)\s+(?:also\s+)?)"
    r"(?=(?:the\s|l['’]|le\s|la\s|les\s|el\s|los\s|las\s)?[A-ZÀ-Þ])",
    re.M,
)
_BEHIND = re.compile(
    r"\bBehind\s+(?:[\w'’-]+\s+){1,6}?(?:stands?|stood|is|are|was|were)\s+"
    r"|\bDerrière\s+(?:[\w'’-]+\s+){1,6}?(?:se\s+trouve(?:nt)?|se\s+tiennent|on\s+trouve|il\s+y\s+a)\s+"
    r"|\bDetrás\s+del?\s+(?:[\w-]+\s+){1,6}?(?:se\s+encuentran?|est[áa]n?|hay)\s+"
    r"|(?<!\w)و?[يت]قف\s+(?:وراء|خلف)\s+(?:هذ[اه]\s+)?\w+\s+(?:كل\s+من\s+)?"
)
# A capital follows: goods are handed to families and villages as well.
_HANDED = re.compile(
    r"\bhand(?:s|ed|ing)?\s+over\b[^.;:]{0,160}?\sto\s+(?=(?:the\s+)?[A-ZÀ-Þ])"
    r"|\b(?:remis(?:es?)?|remet(?:tent)?|remettra)\b[^.;:]{0,160}?\s(?:à\s+la\s+|à\s+l['’]|aux?\s+|à\s+)(?=[A-ZÀ-Þ])"
    r"|\b(?:entreg(?:an?|ó|aron|ará|ad[oa]s?)|hizo\s+entrega|hicieron\s+entrega)\b[^.;:]{0,160}?\s(?:al|a\s+la|a)\s+(?=[A-ZÀ-Þ])"
)
_KINDS: tuple[tuple[tuple[str, ...], re.Pattern[str], InvolvementRole], ...] = (
    # Words near whose place alone the pattern is worth a search.
    (
        ("joint", "Joint", "onjunt", "shared ", "Shared ", "common ", "Common ", " commune ", " común "),
        _JOINT,
        "organizer",
    ),
    (("nvitation", "nvitación"), _INVITED, "organizer"),
    (
        (
            "Organiza ",
            "Organizan ",
            "Convoca",
            "Invita ",
            "Invitan ",
            "Impulsa",
            "Running ",
            "Organizing ",
            "Organising ",
        ),
        _VERB_FIRST,
        "organizer",
    ),
    (
        (
            "Particip",
            "Acompañ",
            "Apoy",
            "Auspici",
            "Asisten",
            "Se suma",
            "Y p",
            "Y s",
            "aking part",
            "oining ",
            "upporting ",
        ),
        _COMERS_FIRST,
        "participant",
    ),
    (("Behind", "Derrière", "Detrás", "قف"), _BEHIND, "organizer"),
    (("hand over", "hands over", "handed over", "handing over", "remis", "remet", "ntreg"), _HANDED, "participant"),
)


def lists_begin(text: str) -> Iterator[tuple[int, InvolvementRole]]:
    """Where in a page's text such lists begin, and what the bodies of each do."""
    for stems, pattern, role in _KINDS:
        reach = _HANDED_WITHIN if pattern is _HANDED else _BEHIND_STEM
        ends = {
            match.end()
            for at in _places(text, stems)
            for match in pattern.finditer(text, max(0, at - _BEFORE_STEM), at + reach)
        }
        for end in islice(sorted(ends), _MOST):
            yield end, role
    if any(stem in text for stem in ("ستضيف", "استضاف", "حتضن")):
        for match in islice(_arabic_hosts().finditer(text), _MOST):
            yield match.end(), "host"
    if any(stem in text for stem in ("نظم", "عقد", "قيم", "أقام")):
        for match in islice(_arabic_object_first().finditer(text), _MOST):
            yield match.end(), "organizer"


def _places(text: str, stems: tuple[str, ...]) -> Iterator[int]:
    """Where the stems stand in a text."""
    for stem in stems:
        at = text.find(stem)
        for _ in range(_MOST):
            if at < 0:
                break
            yield at
            at = text.find(stem, at + 1)


@cache
def _arabic_hosts() -> re.Pattern[str]:
    nouns = alternatives(load("involvement")["meetings"]["ar"].split())
    return re.compile(
        r"(?<!\w)و?(?:[تي]ستضيف|استضافت?|[تي]حتضن|احتضنت?)\s+(?!(?:هذ[اه]\s+)?(?:ال)?(?:" + nouns + r")\b)"
        r"(?=(?:\w+\s+){1,9}?(?:هذ[اه]\s+)?(?:ال)?(?:" + nouns + r")(?:[\s.،]|$))"
    )


@cache
def _arabic_object_first() -> re.Pattern[str]:
    """ "تنظم الورشة …": what is held stands between the verb and who holds it."""
    nouns = alternatives(load("involvement")["meetings"]["ar"].split())
    return re.compile(
        rf"(?<!\w)و?(?:[تي]نظم|نظمت?|[تي]عقد|عقدت?|[تي]قيم|أقامت?)\s+(?:هذ[اه]\s+)?ال(?:{nouns})\s+(?:كل\s+من\s+)?"
    )
