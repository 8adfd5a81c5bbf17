"""Parts of a state's administration, and posts in it, told by the field that they deal with.

"Department of Skill Development", "Diaspora Relations Bureau", "Direction de l'Emploi", "دائرة الهجرة"; and posts that
name the field alone: "Directeur des Affaires consulaires". Words: `field_*`, `state_fields` and `unit_fields` of
states.toml.
"""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load

_OF = rf"(?:{leading('of', 'for', 'at')})?{leading('definite')}?"


def is_state_unit(words: str) -> bool:
    """Whether words name a part of an administration with a field that states deal with."""
    return _units().search(fold(words)) is not None


def is_state_field_post(position: str) -> bool:
    """Whether a post is one of an administration by its field, which nothing but a further field stands behind."""
    return _posts().match(fold(position)) is not None


def is_academic(position: str) -> bool:
    """Whether a post is one of those who teach: their department is a university's."""
    return _teachers().search(fold(position)) is not None


def _words(*keys: str) -> str:
    return alternatives(fold(word) for key in keys for word in load("states")[key])


@functools.cache
def _units() -> re.Pattern[str]:
    """The unit before its field, or in English behind it: "Department of Ports", "Ports Department"."""
    fields = _words("state_fields", "unit_fields")
    others = rf"(?:{_words('field_others')})(?!\w)"
    ranks = rf"(?: (?:{_words('field_ranks')}))*"
    before = rf"(?:{_words('field_units')}){ranks}\s{_OF}(?:{_words('field_leads')})?(?:{fields})(?![\w-])"
    behind = rf"(?:{_words('state_fields')})(?: (?:and )?(?!{others})\w+)?\s(?:{_words('field_unit_ends')})(?![\w-])"
    return re.compile(rf"(?<![\w-])(?:{before}|{behind})(?!\s{others})")


@functools.cache
def _posts() -> re.Pattern[str]:
    ranks = rf"(?: (?:{_words('field_ranks')}))*"
    held = rf"(?:\w+ ){{0,2}}(?:{_words('field_posts')}){ranks}\s"
    unit = rf"(?:(?:{_words('field_units')})\s)?"
    further = rf"(?:(?:,|\s{any_of('and_field')}|\s(?=و))\s?.{{2,60}})?"
    return re.compile(rf"{held}{_OF}{unit}(?:{_words('field_leads')})?(?:{_words('state_fields')}){further}$")


@functools.cache
def _teachers() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(map(fold, load('posts')['teachers']))})(?!\w)")
