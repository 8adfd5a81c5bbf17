"""Several people who say something together: "said A B and C D", "dijeron los coautores A B y C D".

They stand on the same side of the verb and are joined by "and". The verb is of a number that fits, and what stands
beside their names shows that nobody of them begins or ends a clause of their own: "“…,” said A B, and C D listened".
"""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.prose.named import Named
from parsers.prose.passage import Passage, Span
from parsers.prose.roles import links
from parsers.words.patterns import alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_AND = re.compile(rf"(?<!\w){any_of('and')}(?!\w)|(?<!\w)و")
_THAT = WordLists("prose").plain("verb.that")
# A clause goes on behind a comma only with "who".
_PLACE = rf"(?:{any_of('at', 'topic', 'of')}|{_THAT})\s"
_CLAUSE_ENDS = re.compile(
    rf"\s*(?:$|[.:؛!?)“”«»\"]|[,،]\s*(?:{leading('relative')}|{_PLACE}|[^\s\w]|[^\W\da-zß-ÿ_])|{_PLACE})"
)
_BEFORE = alternatives(load("cues")["several"]["before"])
_CLAUSE_BEGINS = re.compile(rf"(?:^|[.,،:;؛“”«»\"]|(?<!\w)(?:{_BEFORE}))['’]?\s*$", re.IGNORECASE)


def speaking_together(passage: Passage, verb: Span, person: Named, people: list[Named]) -> list[Named]:
    """Those who are the subject of a verb of saying together with ``person``, who is it in any case; in their order."""
    if len(people) < 2 or person not in people or not _of_several(passage, verb):
        return [person]
    joined = [
        link if ";" not in passage.text[one.after : following.before] else ""
        for link, (one, following) in zip(links(passage, people), pairwise(people), strict=True)
    ]
    number = people.index(person)
    first = last = number
    if person.start >= verb.end:
        while last < len(joined) and joined[last] == "and":
            last += 1
        ends = _CLAUSE_ENDS.match(passage.text, people[last].after) is not None
        final = passage.text[people[last - 1].after : people[last].before] if last > number else ""
    else:
        while first > 0 and joined[first - 1] == "and":
            first -= 1
        ends = _CLAUSE_BEGINS.search(passage.text, 0, people[first].before) is not None
        final = passage.text[people[number - 1].after : person.before] if first < number else ""
    return people[first : last + 1] if ends and _AND.search(final) else [person]


def _of_several(passage: Passage, verb: Span) -> bool:
    """Whether a verb may have several subjects: "said", "ont dit", "dijeron", not "says", "a dit", "dijo"."""
    words = passage.text[verb.start : verb.end].casefold()
    first = words.split()[0]
    told = load("cues")["several"]
    if first.endswith(tuple(told["single"].get(verb.payload, ()))):
        return False
    begins, ends = told["begins"].get(verb.payload), told["ends"].get(verb.payload)
    if begins is not None:
        return any(words == form or words.startswith(f"{form} ") for form in begins)
    return ends is None or first.endswith(tuple(ends))
