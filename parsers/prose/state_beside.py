"""The state that an official is said to be of, beside the person: "Minister of Labour A B of Fiji", "…, from Chile".

It is the one that the person speaks for, whatever state the page is about. Where anybody else is from says nothing of
that kind: "baker A B from Fiji".
"""

from __future__ import annotations

import re

from parsers.people.affiliation.post_words import holds_state_post
from parsers.people.posts import is_former
from parsers.people.states import is_official
from parsers.prose.passage import Passage
from parsers.words.small_words import leading

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


def _serves_state(position: str | None, organization: str | None) -> bool:
    if is_official(position, organization):
        return True
    return organization is None and position is not None and holds_state_post(position) and not is_former(position)
