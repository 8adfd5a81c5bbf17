"""Fields of the entries of a list: cards that are marked up like that of the page's event, but come more than once.

"Time" / "11:30 – 13:00" under the head of each entry reads like the line "Time: 11:30 – 13:00". Cards without a field
for the hours ("Date" / "14 Mar 2024, 10:30am") are teasers of other pages.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import pairwise

from parsers.agenda.labels import Label, label_at
from parsers.page import Page

_FEWEST = 2  # cards
_LONGEST = 40  # characters of a label
_PAIRS = {"field_label": "field_value", "term": "definition"}


def entry_fields(page: Page) -> dict[int, Label]:
    """The labels of such fields by the block numbers of their values; empty where cards have none for the hours."""
    pairs: list[tuple[int, Label]] = []
    for index, (name, value) in enumerate(pairwise(page.blocks)):
        if _PAIRS.get(name.kind) != value.kind or len(name.text) > _LONGEST:
            continue
        label = label_at(f"{name.text.strip(' :|')}:")
        if label is not None:
            pairs.append((index + 1, dataclasses.replace(label, rest=0)))
    printed = Counter(label.text for _index, label in pairs)
    fields = {index: label for index, label in pairs if printed[label.text] >= _FEWEST}
    return fields if any(label.meaning == "time" for label in fields.values()) else {}
