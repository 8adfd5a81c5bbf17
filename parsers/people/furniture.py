"""Lines of furniture in a page's text: share bars, pagers, heads of lists of other pages and what stands under them.

HTML loses them by its markup (`parsers.html`); text captures keep them, and a line of capitals such as "Facebook
LinkedIn" under a contact or a list of speakers looks like a name. Words are those of ``data/vocab/page.toml``.
"""

from __future__ import annotations

import functools
import re
from itertools import takewhile

from parsers.html.words import folded, lines, sections
from parsers.page import Page
from parsers.people.contacts import announces_contacts
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_LONGEST = 120  # characters of a share bar
_TEASER = 160  # characters of the title of another page
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?:؟][”\"»)]*\s*$")


@functools.cache
def _words(key: str) -> frozenset[str]:
    forms = (form for forms in load("page")["shares"][key].values() for form in forms)
    return frozenset(word for form in forms for word in _WORD.findall(fold(form)))


@functools.cache
def _heads() -> frozenset[str]:
    return sections() | lines()


@functools.cache
def _first_words() -> frozenset[str]:
    forms = {*_heads(), *_latest()}
    heads = (words[0] for form in forms if (words := _WORD.findall(fold(form))))
    return frozenset(heads) | _words("networks") | _words("beside") | _words("pagers")


def is_furniture(text: str) -> bool:
    """Whether a line names nothing but networks, pagers or what the page offers: "Share this page via: Facebook"."""
    if "|" in text and len(text) <= _LONGEST and any(folded(part.strip()) in _tools() for part in text.split("|")):
        return True  # "Back to Briefing Notes | Print this page"
    first = _WORD.search(text) if len(text) <= _LONGEST else None
    if first is None or fold(first.group()) not in _first_words() or "@" in text:
        return False
    if folded(text.strip("•*- ")) in _heads() or _heads_others(text):
        return True
    words = _WORD.findall(fold(text))
    if not words or re.search(r"\d{2}", text):
        return False
    if set(words) <= _words("pagers"):
        return len(words) > 1
    small = _words("networks") | _words("beside") | _words("via")
    behind = list(takewhile(lambda word: word in small, reversed(words)))
    rest = len(words) - len(behind)
    if not rest:
        return not _words("networks").isdisjoint(behind)
    return any(" ".join(words[:end]) in _share_heads() for end in range(rest, len(words)))


@functools.cache
def _share_heads() -> frozenset[str]:
    """Words before networks, folded and with blanks alone between them."""
    return frozenset(" ".join(_WORD.findall(fold(form))) for form in _heads())


def furniture(page: Page) -> set[int]:
    """The numbers of the blocks that are furniture, and of the titles of other pages under its heads."""
    found: set[int] = set()
    under = False
    for index, block in enumerate(page.blocks):
        text = block.text
        if block.text == page.title:
            continue
        if is_furniture(text):
            found.add(index)
            under = folded(text.strip("•*- ")) in _others() or _heads_others(text)
        elif under and len(text) <= _TEASER and not _SENTENCE_END.search(text) and not announces_contacts(text):
            found.add(index)
        else:
            under = False
    return found


_LONGEST_HEAD = 50  # characters


def _heads_others(text: str) -> bool:
    """Whether a short line begins as a head of other pages does: "Latest from Asia", "Otros comunicados"."""
    line = folded(text.strip("•*- :"))
    return len(line) <= _LONGEST_HEAD and line.startswith(_latest()) and not _SENTENCE_END.search(text.rstrip(" :"))


@functools.cache
def _latest() -> tuple[str, ...]:
    return tuple(folded(form) for forms in load("page")["shares"]["latest"].values() for form in forms)


@functools.cache
def _tools() -> frozenset[str]:
    return frozenset(folded(form) for forms in load("page")["shares"]["tools"].values() for form in forms)


@functools.cache
def _others() -> frozenset[str]:
    """Heads of lists of other pages."""
    return frozenset(folded(form) for forms in load("page")["shares"]["others"].values() for form in forms)
