"""The bodies that a line calls a text's joint issuers: "Joint A/B Press Release", "Comunicado conjunto A y B".

The line holds their names, known ones only and two at least, what the text is and that it is joint, and nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.page import Block
from parsers.record import Involvement
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("issuers")
_ALONG = WordLists("involvement_prose")
_LONGEST = 160  # characters of such a line


def joint_issuers(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """The bodies of a block that is such a line, or the beginning of one: "A-B Joint Statement on the Floods"."""
    if len(names) < 2 or len(block.text) > _LONGEST or _joint().search(block.text) is None:
        return []
    for last in range(len(names), 1, -1):
        rest = block.text
        for name in reversed(names[:last]):
            rest = rest[: name.start - block.start] + "@" + rest[name.end - block.start :]
        if _line().match(rest) is not None:
            return [
                Involvement(
                    block.text[name.start - block.start : name.end - block.start],
                    "co_organizer" if at else "organizer",
                    name.start,
                    name.end,
                    "issuer",
                )
                for at, name in enumerate(names[:last])
            ]
    return []


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_ALONG.any_of('joint.shared')})(?!\w)", re.I)


@cache
def _line() -> re.Pattern[str]:
    """Such a line, with "@" for each name."""
    texts, shared = _WORDS.any_of("joint_text.nouns"), _ALONG.any_of("joint.shared")
    article = rf"(?:{leading('definite')}|[dl]['’]|{leading('of')}{leading('definite')}?)?"
    between = rf"\s*(?:[,/–—&-]|,?\s{_ALONG.any_of('subject.and')}\s|\sو\s*|\sو(?=@))\s*"
    names = rf"{article}@(?:\s\([^()]+\))?(?:{between}{article}@(?:\s\([^()]+\))?)+"
    joint = rf"(?:{shared}\s+{texts}|{texts}\s+{shared})"
    by = rf"\s*(?:[:–—-]\s*|(?:{_ALONG.any_of('joint.of')})\s+)?"
    ends = rf"\s*(?:[.:–—-]|$|{leading('topic', 'at')}|\()"
    return re.compile(
        rf"\W*(?:(?:{names}[\s:–—-]+{joint}|{shared}\s+{names}\s+{texts}|{names}\s+{texts}\s+{shared}){ends}"
        rf"|{joint}{by}{names}{ends})",
        re.I,
    )
