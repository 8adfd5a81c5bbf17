"""The state that an official is said to be of, beside the person: "Minister of Labour A B of Fiji", "…, from Chile".

So is the state whose side or delegation somebody leads: "the Fijian side was headed by A B".

It is the one that the person speaks for, whatever state the page is about. Where anybody else is from says nothing of
that kind: "baker A B from Fiji".
"""

from __future__ import annotations

import functools
import re

from parsers.people.affiliation.post_words import holds_state_post
from parsers.people.posts import is_former
from parsers.people.states import is_official
from parsers.places.countries import country_of, country_of_demonym
from parsers.prose.passage import Passage
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("prose")
_BY = re.compile(rf"\s{leading('by_whom')}{leading('definite')}?$")
_OF = re.compile(rf"\s*[,،]?\s*{leading('of', 'origin')}{leading('definite')}?")
# "of Fiji's ports", "of Fiji Airways", "of Fiji-based lines"
_NO_END = re.compile(r"['’-]|\s[^\W\da-zß-ÿ\u0600-\u06ff_]")


def state_beside(
    passage: Passage, start: int, position: str | None, organization: str | None
) -> tuple[str, int] | None:
    """The state named at ``start``, behind somebody of that post and body, and the offset behind its name.

    None where no state stands there, or the person serves none.
    """
    of = _OF.match(passage.text, start)
    if of is None:
        return None
    for span in passage.spans("country"):
        if span.start == of.end() and span.payload and _NO_END.match(passage.text, span.end) is None:
            return (span.payload, span.end) if _serves_state(position, organization) else None
    return None


@functools.cache
def _leads_side() -> re.Pattern[str]:
    """What stands before a name: "the Fijian delegation, headed by", "de la délégation du Tchad, conduite par"."""
    side, state = _WORDS.any_of("delegation.sides"), r"(?P<{}>[^\W\d_][\w’'-]*)"
    of_state = rf"{leading('of')}{leading('definite')}?(?P<of>[^,.;:]{{3,30}}?)"
    led = rf"[,\s]\s*(?:{_WORDS.any_of('delegation.led')}\s+)?{leading('by_whom')}{leading('definite')}?"
    return re.compile(
        rf"(?<!\w)(?:{state.format('before')}\s+{side}|{side}\s+(?:{of_state}|{state.format('behind')})){led}$"
    )


def state_of_side(passage: Passage, before: int) -> str | None:
    """The state whose side at a meeting is led by whom a name with its titles at ``before`` names."""
    if _BY.search(passage.text, max(0, before - 9), before) is None:
        return None
    side = _leads_side().search(passage.text, max(0, before - 90), before)
    if side is None:
        return None
    if side["of"] is not None:
        return country_of(side["of"])
    return country_of_demonym(side["before"] or side["behind"])


def _serves_state(position: str | None, organization: str | None) -> bool:
    if is_official(position, organization):
        return True
    return organization is None and position is not None and holds_state_post(position) and not is_former(position)
