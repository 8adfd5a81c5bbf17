"""The bodies whose heads sign a text: the lines of persons below "Signed:" at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from parsers.page import Page
from parsers.record import Appearance, Involvement
from parsers.words.word_lists import WordLists

_WORDS = WordLists("issuers")
_MOST = 30  # lines below the label
_LONGEST_LABEL = 40


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('signed.labels')}\s?:?", re.I)


def signatories(page: Page, people: Iterable[Appearance]) -> list[Involvement]:
    """The bodies of those who sign, each as its line prints it; empty where no label says that they do."""
    labels = [
        index
        for index, block in enumerate(page.blocks)
        if len(block.text) < _LONGEST_LABEL and _label().fullmatch(block.text.strip()) is not None
    ]
    if not labels:
        return []
    signers = [person for person in people if person.organization and person.line_end]
    found: list[Involvement] = []
    for label in labels:
        for block in islice(page.blocks, label + 1, label + 1 + _MOST):
            here = [person for person in signers if block.start <= person.start < block.end]
            if not here:
                break
            for person in here:
                name = person.organization or ""
                at = page.text.find(name, person.start, block.end)
                if at >= 0:
                    found.append(Involvement(name, "co_organizer", at, at + len(name), "signature"))
    return found
