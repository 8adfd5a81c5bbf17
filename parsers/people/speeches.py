"""Who gives the speech that a page holds, as the lines under its title say: "Delivered by A B"."""

from __future__ import annotations

import re

from parsers.agenda.items import appearance
from parsers.agenda.labels import names_talk
from parsers.page import Page
from parsers.people.lines import read_people
from parsers.record import Appearance
from parsers.words.patterns import alternatives
from parsers.words.vocabulary import load

_FIRST_BLOCKS = 8  # in which a speech says who gives it
_LONGEST_LINE = 200  # characters of such a line
_NEAR = 20  # characters before the name

# "Delivered by A B", "As delivered by A B": the line says no more than who speaks.
_DELIVERED = re.compile(rf"(?:\w+\s+){{0,2}}(?:{alternatives(load('people')['delivered'])})\s*:?\s+", re.IGNORECASE)


def speech_giver(page: Page) -> list[Appearance]:
    """Who gives the speech that a page holds, as far as a line under its title says so: "Ms A B, Director, IOM".

    A line that ends in a comma addresses somebody ("Your Excellency Mr C D,") and ends the search.
    """
    talk = names_talk(page.title or "")
    for block in page.blocks[:_FIRST_BLOCKS]:
        if not talk and _DELIVERED.match(block.text) is None:
            continue
        line = _DELIVERED.sub("", block.text, count=1)
        people = read_people(line) if block.text != page.title and len(block.text) < _LONGEST_LINE else []
        if len(people) == 1 and (people[0].position or people[0].organization) and people[0].begin < _NEAR:
            if block.text.endswith((",", "،")):
                return []
            return [appearance(people[0], "speaker", block.start, block.end, "speech")]
    return []
