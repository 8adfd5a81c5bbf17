"""Lines of text captures that end a list of documents: buttons to share a page, goals, addresses, words of menus."""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.vocabulary import load

_HASHTAG = re.compile(r"(?:^|\s)[#@]\w|©")
_ADDRESS_COMMAS = 2
_COMMA = re.compile(r"[,،]\s")
_DIGIT = re.compile(r"\d")
_NAMES = re.compile(r"[\w-]+")


@functools.cache
def _furniture() -> frozenset[str]:
    """Whole lines that stand round the content of pages, folded."""
    page = load("page")
    tables = (page["sections"], page["listings"], page["lines"], page["home"], load("menus")["labels"])
    return frozenset(fold(form).strip(" :.") for table in tables for forms in table.values() for form in forms)


@functools.cache
def _invites() -> re.Pattern[str]:
    words = alternatives(fold(word) for word in load("documents")["ends"]["invitations"])
    return re.compile(rf"(?:{words})(?!\w)")


@functools.cache
def _goals() -> re.Pattern[str]:
    names = [name for forms in load("sdg")["names"].values() for name in forms.split("; ")]
    return re.compile(rf"(?:{alternatives(map(fold, names))})(?:\s*\d.*)?\W*")


@functools.cache
def _networks() -> frozenset[str]:
    names = (name for forms in load("page")["shares"]["networks"].values() for name in forms)
    return frozenset(map(fold, (*names, *load("documents")["ends"]["beside_networks"])))


@functools.cache
def _links() -> frozenset[str]:
    return frozenset(map(fold, load("documents")["lines"]["link_heads"]))


def heads_links(text: str) -> bool:
    """Whether a line heads links to pages as well as to documents: below it a document is what is called one."""
    return fold(text).strip(" :.|") in _links()


def ends_documents(text: str) -> bool:
    """Whether a short line below a document is none, so that none follows: "Share this page", "SDG 8 - Decent work"."""
    folded = fold(text).strip(" :.|•")
    if folded in _furniture() or _HASHTAG.search(text) or _invites().match(folded) or _goals().fullmatch(folded):
        return True
    if _networks().issuperset(_NAMES.findall(folded)):
        return True
    return len(_COMMA.findall(text)) >= _ADDRESS_COMMAS and _DIGIT.search(text) is not None
