"""Whether a verb of saying and a quotation stand beside a name, which may then be one of a single word."""

from __future__ import annotations

import functools
import re

from parsers.prose.described import CLOSED
from parsers.prose.passage import Passage
from parsers.words.patterns import CAPITALS
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_AGES = WordLists("ages")


def is_said(passage: Passage, before: int, end: int) -> bool:
    """Whether a verb of saying stands right beside the name and a quotation beside that."""
    text = passage.text
    return any(
        (
            span.end < before
            and (_aged().fullmatch(text, span.end, before) or _behind_post(passage, span.end, before))
            and CLOSED.search(text, max(0, span.start - 8), span.start)
        )
        or (span.start == end + 1 and _OPENED.match(text, span.end))
        or (_of_age().fullmatch(text, end, span.start) and _QUOTED_BEFORE.search(text, 0, before))
        or (before == 0 and _APPOSITION.fullmatch(text, end, span.start) and _OPENED.match(text, span.end))
        or (
            span.payload in ("es", "ar")
            and 0 < before - span.end <= 1
            and not text[: span.start].strip(" وف")
            and _SAYS_AND_OPENS.match(text, end)
        )
        for span in passage.spans("say")
    )


_POST_WORDS = re.compile(rf"\s+{leading('definite')}?[^.,;:“”\"«»()]{{0,60}}\s+")


def _behind_post(passage: Passage, verb: int, name: int) -> bool:
    """Whether a post alone stands between a verb and a name: "said Director General Vik"."""
    return any(name - post.end == 1 for post in passage.spans("post")) and bool(
        _POST_WORDS.fullmatch(passage.text, verb, name)
    )


@functools.cache
def _aged() -> re.Pattern[str]:
    """ "said 19-year-old", "said the baker"; behind a bare article stands no name."""
    age = rf"\d{{1,3}}[- ]{_AGES.plain('age.year_old')}\s+"
    return re.compile(rf"\s+(?!{leading('definite')}$){leading('definite')}?(?:{age})?(?:[^\W\d{CAPITALS}_]\w+\s+)?")


_QUOTED_BEFORE = re.compile(r"[”\"»]\s*[,،]?\s*$")


@functools.cache
def _of_age() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,،(]\s*\d{{1,3}}(?:\s{_AGES.any_of('age.years')})?\s*[,،)])?\s*")


_APPOSITION = re.compile(r"\s*[,،][^,،.;:“”\"«»]{3,80}[,،]\s*")  # "Karla, una joven de Copán, recuerda: “…”"
# "وتقول كارلا، وهي أم لطفلين: “…”", "Cuenta Karla, madre de dos: «…»"
_SAYS_AND_OPENS = re.compile(r"\s*[,،][^.;:“”\"«»]{3,90}[:،]\s*[“\"«]")
_OPENED = re.compile(r"\s*[,:]?\s*[“\"«]")
