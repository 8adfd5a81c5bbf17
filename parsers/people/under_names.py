"""Post, body or life on the lines under a name of a list: "A B" / "Director of Ports" / "Port of Tide"."""

from __future__ import annotations

from parsers.agenda.labels import label_at
from parsers.page import Block
from parsers.people.affiliation.reading import post_above_life, post_line
from parsers.people.lives import life_under_name, tells_of
from parsers.record import Appearance

_LONGEST_POST = 120  # characters
_SHORTEST_LIFE = 30  # characters


def is_bare(person: Appearance) -> bool:
    """Whether nothing is known of somebody but the name."""
    return person.position is None and person.organization is None and person.country is None


def take_line_below(person: Appearance, block: Block) -> bool:
    """Give ``person`` what the line under the name says of them; False where it is a line of another kind."""
    if block.kind not in ("paragraph", "definition", "cell") or block.all_bold:
        return False
    text = block.text.strip()
    if _take_life(person, text, paragraph=block.kind == "paragraph"):
        return True
    if len(text) > _LONGEST_POST or person.organization is not None:
        return False
    if person.position is None:
        return _take_post(person, text, joined=block.joined)
    return _take_body(person, text, joined=block.joined)


def _take_life(person: Appearance, text: str, *, paragraph: bool) -> bool:
    """Take a line as a note on somebody's life, with the post that it states: "Ann is Head of Ports. She …"."""
    may_state = len(text) > _SHORTEST_LIFE and is_bare(person)
    told = life_under_name(person.name, text) if may_state else None
    if told is not None:
        person.position, person.organization, person.country = told.position, told.organization, told.country
        return True
    if paragraph and tells_of(person.name, text):
        return True
    post = post_above_life(text) if may_state and paragraph else None
    if post is None:
        return False
    person.position, person.organization, person.country = post
    return True


def _take_post(person: Appearance, text: str, *, joined: bool) -> bool:
    """Take a line as the post, or as the body where it stands in the same element as the name."""
    post = post_line(text) if label_at(text) is None else None
    if post is None or (post[0] is None and not joined):
        return False
    person.position, person.organization, country = post
    person.country = person.country or country
    return True


def _take_body(person: Appearance, text: str, *, joined: bool) -> bool:
    """Take a line under a post as the body."""
    post = post_line(text) if label_at(text) is None else None
    position, body, country = post or (None, None, None)
    if position is not None or (body is None and not joined) or text.endswith((".", ":")):
        return False
    person.organization = body if body is not None else text
    person.country = person.country or country
    return True
