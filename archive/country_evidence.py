"""Where a line says which state somebody speaks for."""

from __future__ import annotations

from parsers.words import lexicon
from parsers.words.phrases import tokenise

Span = tuple[int, int]
OF_BODY_OR_POST = "the state of the body or post"


def state_in_line(
    text: str, line: Span, name_end: int, code: str, holders: list[Span]
) -> tuple[Span, str | None] | None:
    """The words of a line that name a person's state, and how it was inferred from them; None where none do.

    ``name_end`` is where the person's name ends, ``holders`` are the spans of post and body. A state that is named
    beside them is stated ("Syndicat des gens de mer, Maroc"); one in the name of a body or a post is that one's.
    """
    tokens = tokenise(text[line[0] : line[1]])
    for group in ("country", "demonym"):
        named = [
            (line[0] + match.start, line[0] + match.end)
            for match in lexicon.found(tokens, group)
            if match.payload.code == code
        ]
        behind = [span for span in named if span[0] >= name_end]
        span = behind[0] if behind else named[-1] if named else None
        if span is not None:
            holder = next((one for one in holders if one != line and one[0] <= span[0] and span[1] <= one[1]), None)
            return (holder, OF_BODY_OR_POST) if holder else (span, None)
    return None
