"""Where somebody's affiliation ends in a list: at the next one's post, at others who are not named, at what is no post.

In "the Minister of Ports, A B, the Prefect, C D" each has the post before the name.
"""

from __future__ import annotations

import functools
import re

from parsers.organizations.names import looks_like_organization
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.places.countries import country_of
from parsers.prose.passage import Passage
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_NEXT = re.compile(rf"\s*[,;]\s*{leading('and')}?{leading('definite')}(?=\w)")
_COMMA_BEFORE = re.compile(r",\s*$")
_WORDS = re.compile(r"[^,;:.()“”\"«»]{3,120},\s+")
_OF = re.compile(rf"{leading('of', 'from')}{leading('definite')}?(?=[{CAPITALS}])")


def next_has_post_before(passage: Passage, before: int, end: int) -> bool:
    """Whether the post that stands behind a name is that of the next one: "…, A B, the Prefect of Kolda, C D".

    ``before`` is where the name with its titles starts, ``end`` where it ends. The name must have a post of its own
    before it, with a comma between.
    """
    text = passage.text
    if _COMMA_BEFORE.search(text, max(0, before - 3), before) is None:
        return False
    joint = _NEXT.match(text, end)
    if joint is None or not any(span.start == joint.end() for span in passage.spans("post")):
        return False
    words = _WORDS.match(text, joint.end())
    if words is None:
        return False
    start, titles = strip_honorifics(text, words.end())
    name = match_name(text, start)
    if name is None or not looks_like_name(name.group(), single=bool(titles)):
        return False
    return looks_like_organization(name.group()) < 0.5 and country_of(name.group()) is None


def is_no_affiliation(segment: str, *, first: bool) -> bool:
    """Whether a segment behind a name goes on with something else; ``first``: it stands right behind the name.

    With somebody else ("en présence de M. A B, Préfet, de S.E. l'Ambassadeur de Chine", "وممثلون عن …"), with what is
    opened or spoken ("افتتح أ ب، وزير العدل، الورشة", "ألقت أ ب، مديرة المرفأ، كلمة"), or with how to reach somebody.
    """
    if _other().match(segment):
        return True
    of = _OF.match(segment) if not first else None
    return of is not None and bool(strip_honorifics(segment, of.end())[1])


@functools.cache
def _other() -> re.Pattern[str]:
    words, details = WordLists("prose"), WordLists("contact_details")
    opened = words.plain("verb.opened", languages=["ar"])
    given = words.any_of("verb.given", languages=["ar"])
    others = words.any_of("person.others")
    return re.compile(rf"{opened}|{given}|{others}|(?i:{details.any_of('phone.label', 'phone.word', 'email.label')})$")
