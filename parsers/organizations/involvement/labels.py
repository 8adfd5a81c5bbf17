"""Bodies that a page's fields and labels name.

* a field of its own: "field-partners";
* a label over names: "Organizer" and a line below it, "Partners" and list items;
* a line that begins with labels: "Organizer: IOM; Partners: UNICEF and the City of Geneva".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import accepted, involvement_of
from parsers.page import Block, Page
from parsers.prose.body_names import acceptable
from parsers.record import Involvement, InvolvementRole
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_LABEL = re.compile(r"(?:^|(?<=[;|])\s*)([^\W\d][^:;|.\n]{3,40}?)\s*:\s+(?=\S)")  # before names, in a line of theirs
_MOST_LABELS, _LONGEST_LABEL = 8, 45  # of such a line
_LONGEST_LABEL_LINE, _LABEL_WORDS = 28, 2  # of a label with a line of its own
_LONGEST_NAMES, _MOST_ITEMS = 160, 25  # of what stands below it


def labelled(page: Page, index: int, *, in_agenda: bool) -> list[Involvement]:
    """The bodies of a block that is a page's field for them, or of those below one that is a label for them."""
    block = page.blocks[index]
    if block.kind == "field_value" and block.field:
        return _in_field(page, index)
    if not in_agenda and _is_label_line(block):
        return _below_label_line(page, index)
    if block.kind == "field_label":
        return _under_label(page, index)
    return []


def _in_field(page: Page, index: int) -> list[Involvement]:
    """The bodies of a page's own field for them: "Organizer", "field-partners"."""
    block = page.blocks[index]
    role = _field_role(block.field or "")
    if role is None:
        return []
    told = page.label_of_field(index)
    return [involvement_of(body, block.start, role, "field", told) for body in split_organizer_list(block.text)]


def _under_label(page: Page, index: int) -> list[Involvement]:
    """The bodies of the list items right under a label of its own for them, or of one line."""
    label = page.blocks[index]
    role = _field_role(label.text)
    found: list[Involvement] = []
    if role is None:
        return found
    if page.blocks[index + 1 : index + 2] and page.blocks[index + 1].kind == "paragraph":
        return _below_label_line(page, index)
    for block in page.blocks[index + 1 : index + 1 + _MOST_ITEMS]:
        if block.kind != "item":
            break
        bodies = accepted(block.text, lenient=True)
        found += [involvement_of(body, block.start, role, "field", (label.start, label.end)) for body in bodies]
    return found


def _is_label_line(block: Block) -> bool:
    """Whether a line of few words is a label for bodies, as text captures print a page's fields: "Organizer"."""
    return (
        len(block.text) <= _LONGEST_LABEL_LINE
        and block.kind in ("paragraph", "heading", "label", "term")
        and len(block.text.split()) <= _LABEL_WORDS
        and block.text[0].isalpha()
        and _field_role(block.text) is not None
    )


def _below_label_line(page: Page, index: int) -> list[Involvement]:
    """The bodies of the line below a label, where it holds names of bodies and nothing else."""
    block = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    if block is None or len(block.text) > _LONGEST_NAMES or block.text[-1] in ".:!?":
        return []
    label = page.blocks[index]
    role = _field_role(label.text)
    bodies = split_organizer_list(block.text)
    if role is None or not bodies or not all(acceptable(body.name, lenient=True) for body in bodies):
        return []
    covered = bodies[0].start == 0 and len(block.text) - bodies[-1].end <= 1
    told = label.start, label.end
    return [involvement_of(body, block.start, role, "field", told) for body in bodies] if covered else []


def behind_label(block: Block) -> list[Involvement]:
    """The bodies of a line that begins with a label for them: "Partners: UNICEF and the City of Geneva"."""
    if ":" not in block.text[:_LONGEST_LABEL]:
        return []
    found = []
    labels = list(islice(_LABEL.finditer(block.text), _MOST_LABELS))
    if not labels or labels[0].start() > 0:
        return []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        role = _field_role(label[1])
        if role is not None:
            end = following.start() if following else len(block.text)
            bodies = accepted(block.text[label.end() : end], lenient=True)
            found += [involvement_of(body, block.start + label.end(), role, "field") for body in bodies]
    return found


def _field_role(label: str) -> InvolvementRole | None:
    """What the bodies under a label do, if it is one for them."""
    folded = label.casefold()
    return next((role for pattern, role in _labels() if pattern.search(folded)), None)


_LABELLED: tuple[InvolvementRole, ...] = ("co_organizer", "organizer", "host", "partner", "sponsor")


@cache
def _labels() -> tuple[tuple[re.Pattern[str], InvolvementRole], ...]:
    return tuple((re.compile(rf"(?<!\w){_WORDS.any_of(f'labels.{role}')}"), role) for role in _LABELLED)
