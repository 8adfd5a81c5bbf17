"""Capitalised words of a post that look like a name: "Estatal del SNEP" in "la Coordinadora Estatal del SNEP"."""

from __future__ import annotations

import re

from parsers.organizations.names import looks_like_organization
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import leading

# "Estatal del SNEP" of "Coordinadora Estatal del SNEP"
_ENDS_IN_ACRONYM = re.compile(rf"[^\W\d{CAPITALS}_]\s{leading('of')}{leading('definite')}?[A-Z]{{2,}}$")
_PREFIXED = "لب"  # Arabic "for" and "at", written in one with the word behind them
_JOINT_WORDS = re.compile(rf"\s{leading('and')}")
_AFTER_FIELD = re.compile(rf"\s{leading('of')}{leading('definite')}?[^\W\da-zß-ÿ_]\w+\s$")  # "… de Asuntos "
_REACH = 40  # characters before the name


def is_of_post(text: str, name: str, before: int) -> bool:
    """Whether the words of a name that starts at ``before`` are those of the post that stands there."""
    if _ENDS_IN_ACRONYM.search(name):
        return True
    if name[0] in _PREFIXED and looks_like_organization(name[1:]) > 0.5:
        return True  # "المديرة لجمعية المرفأ"
    return bool(_JOINT_WORDS.search(name) and _AFTER_FIELD.search(text, max(0, before - _REACH), before))


_ARTICLE = re.compile(rf"(?<!\w){leading('definite')}$", re.IGNORECASE)
_ACRONYM_FIRST = re.compile(r"[A-ZÀ-Þ]{3,10}\s(?=.*[^\W\d_A-ZÀ-Þ])")  # "EUMAR Golfe Bleu"
_THE_THING = re.compile(rf"(?<!\w)(?i:{leading('definite')})[^\W\d{CAPITALS}_]\w+\s$")  # "la mission "


def names_body(text: str, name: str, before: int) -> bool:
    """Whether the words before a name that nothing else says to be one show that it is a body's or a group's.

    An article stands before no name of a person ("las Hermanas Josefinas", "the Blue Tide"), and before what an acronym
    begins stands its noun with one ("la mission EUMAR Golfe Bleu").
    """
    if _ARTICLE.search(text, max(0, before - 6), before) is not None:
        return True
    return (
        _ACRONYM_FIRST.match(name) is not None and _THE_THING.search(text, max(0, before - _REACH), before) is not None
    )
