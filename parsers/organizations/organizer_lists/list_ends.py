"""What follows a list and is no part of it: another sentence, a clause on what the bodies hold."""

from __future__ import annotations

import re
from functools import cache

from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def without_sequel(text: str) -> str:
    """The list's text up to the first sentence or clause that goes on behind it."""
    for border in (_sentence_end(), _clause(), meeting_clause()):
        end = border.search(text)
        text = text[: end.start()] if end else text
    return text


@cache
def _sentence_end() -> re.Pattern[str]:
    """What follows a list as a sentence of its own is no part of it."""
    shortened = "".join(rf"(?<!\b{form}\.\s)" for form in _WORDS.forms("names.titles") + _WORDS.forms("names.legal"))
    return re.compile(rf"(?:(?<=[a-z)\d])|(?<=[A-ZÀ-Þ]{{3}}))[.!?]\s+(?=[A-ZÀ-Þ]){shortened}")


@cache
def _clause() -> re.Pattern[str]:
    """ "…, the meeting was held in": what a list's own sentence goes on with."""
    verbs = _WORDS.any_of("list_end.clause")
    # no verb before a capital: "la Comisión de Ayuda *a* Refugiados"
    return re.compile(rf",\s{_WORDS.leading('names.subject')}(?=(?:[\w’'-]+\s+){{1,9}}?{verbs}\s(?![A-ZÀ-Þ]))")


@cache
def meeting_clause() -> re.Pattern[str]:
    """ ", le Forum veut aboutir à", ", the fair opens the season": behind a list, a clause on the meeting itself.

    A verb has an object behind it; the adjective of "le Forum économique mondial" has none.
    """
    words = {word for words in load("involvement")["meetings"].values() for word in words.split()}
    nouns = alternatives(words - {"council", "conseil", "consejo"})
    return re.compile(
        rf",\s{_WORDS.leading('names.subject')}(?=(?:{nouns})\s+[a-zà-ÿ]{{3,}}\s+"
        r"(?:(?:à|an?|the|to|une?|les?|la|el|los|las|una)\s|l['’]|[a-zà-ÿ]{2,}(?:er|ir|re)\s))",
        re.I,
    )
