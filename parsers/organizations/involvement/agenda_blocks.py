"""What is read in blocks that the agenda has claimed.

* who holds an item, in brackets behind its title: "Side event: Harvest (organized by the FAO)";
* the sentences of a session's description that are about a meeting.
"""

from __future__ import annotations

from parsers.organizations.prose_lists import LONGEST_LIST, SENTENCE, accepted, involvement_of
from parsers.page import Block
from parsers.prose.body_names import meetings, prose_words
from parsers.record import Involvement
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match, tokenise

_REACH = 300  # characters before a place in which its sentence begins


def in_bracket(block: Block, cues: list[Match[Cue]]) -> list[Involvement]:
    """Who holds an item of the agenda, in brackets behind its title: "Side event: Harvest (organized by the FAO)"."""
    for cue in cues:
        start = cue.start - block.start
        close = block.text.find(")", start)
        if (
            cue.payload.follows
            and cue.payload.role != "participant"
            and block.text[start - 1 : start] == "("
            and close > 0
        ):
            end = cue.end - block.start
            bodies = accepted(block.text[end:close], lenient=True)
            return [involvement_of(body, cue.end, cue.payload.role, "words before bodies") for body in bodies]
    return []


def speaks_of_meeting(block: Block, place: int) -> bool:
    """Whether the sentence around a place is about a meeting: session descriptions tell of much else."""
    begin = max(0, place - _REACH)
    start = max((match.end() for match in SENTENCE.finditer(block.text, begin, place)), default=begin)
    stop = SENTENCE.search(block.text, place, place + LONGEST_LIST)
    words = tokenise(block.text[start : stop.start() if stop else place + LONGEST_LIST]).folded
    return not meetings().isdisjoint(words) or not prose_words("gathering").isdisjoint(words)
