"""What lists and labelled lines give: the people and the bodies behind a label ("Moderator: A B", "Partners: C, D")."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.agenda.items import appearance
from parsers.agenda.labels import announcement_end, role_sentence
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.page import Block
from parsers.people.lines import read_people
from parsers.record import Appearance, Involvement, InvolvementRole, Role


@dataclass(slots=True)
class ListedPeople:
    """What lists and labelled lines outside of the agenda give; ``claimed`` are the indexes of their blocks."""

    people: list[Appearance] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)

    def take_people(self, block: Block, index: int, offset: int, role: Role) -> None:
        """Take the people behind a label, from ``offset`` on.

        A sentence in the line may give a role of its own ("Moderator was A B").
        """
        text = block.text[offset:]
        sentence = role_sentence(text)
        if sentence is not None:
            start, end, own_role = sentence
            self.take_people(block, index, offset + end, own_role)
            text = text[:start]
        announced = announcement_end(text)
        for person in read_people(text[announced:], single=True):
            person.start += offset + announced
            person.end += offset + announced
            given: Role = "mentioned" if person.proxy else person.role or role
            self.people.append(appearance(person, given, block.start, block.end, "labelled line"))
            self.claimed.add(index)

    def take_bodies(self, block: Block, index: int, offset: int, meaning: str, told: tuple[int, int] = (0, 0)) -> None:
        """Take the bodies behind a label, from ``offset`` on, or those of a field whose label stands at ``told``."""
        role: InvolvementRole = meaning  # type: ignore[assignment]  # only called with those of BODY_LABELS
        base = block.start + offset
        for body in split_organizer_list(block.text[offset:]):
            start, end = base + body.start, base + body.end
            self.involvements.append(Involvement(body.name, body.role or role, start, end, "labelled line", *told))
            self.claimed.add(index)
