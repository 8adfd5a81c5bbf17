"""From what people type to an expression of SQLite's full-text search (FTS5) that can never be a syntax error.

    labour migration        both words, in any form that the stemmer knows
    "labour migration"      the phrase
    migra*                  any word that begins so
    kenya OR uganda         either
    migration -covid        the first without the second

Every word is quoted, so ``al-masri`` and ``o'neill`` are words, not operators. A word that the index may hold in
another form (without apostrophe, without accent or stroke, without the Arabic article) is looked for in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.names import arabic_forms, ascii_form, fold

MOST_WORDS = 16
MOST_LETTERS = 200
_TOKEN = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_LETTERS = re.compile(r"\w")
_APOSTROPHES = re.compile("['’‘ʼʻ`´′]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word, phrase or beginning of a word; ``either`` joins it to the one before with OR."""

    text: str
    prefix: bool = False
    without: bool = False
    either: bool = False

    @property
    def shown(self) -> str:
        """As one would type it."""
        quoted = f'"{self.text}"' if " " in self.text else self.text
        return quoted + ("*" if self.prefix else "")

    @property
    def expression(self) -> str:
        """FTS5 for this term in all its forms."""
        forms = dict.fromkeys(filter(_LETTERS.search, (self.text, *_other_forms(self.text))))
        said = [f'"{form.replace(chr(34), "")}"' + (" *" if self.prefix else "") for form in forms]
        return said[0] if len(said) == 1 else f"({' OR '.join(said)})"


def terms(typed: str) -> list[Term]:
    """What was typed, taken apart. At most `MOST_WORDS` terms of the first `MOST_LETTERS` letters."""
    found: list[Term] = []
    either = False
    for match in _TOKEN.finditer(typed[:MOST_LETTERS].replace("\0", " ")):
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        if match["word"] == "OR" and not match["not"]:
            either = bool(found)
            continue
        prefix = match["phrase"] is None and text.endswith("*")
        text = " ".join(text.rstrip("*").split())
        if _LETTERS.search(text):
            found.append(Term(text, prefix, bool(match["not"]), either and not match["not"]))
        either = False
    return found[:MOST_WORDS]


def expression(found: list[Term]) -> str | None:
    """FTS5 for all terms together; None where nothing is looked for."""
    groups: list[list[str]] = []
    for term in found:
        if term.without:
            continue
        if term.either and groups:
            groups[-1].append(term.expression)
        else:
            groups.append([term.expression])
    if not groups:
        return None
    wanted = " AND ".join(f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in groups)
    unwanted = [term.expression for term in found if term.without]
    return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted


def _other_forms(text: str) -> list[str]:
    """The forms under which the index may hold the same word."""
    forms = [ascii_form(text), fold(text)]
    if _APOSTROPHES.search(text):
        forms.append(_APOSTROPHES.sub(" ", text))
    if " " not in text:
        forms += arabic_forms(text).split()
    return [form for form in forms if form != text]
