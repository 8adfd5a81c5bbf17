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
