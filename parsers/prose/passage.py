"""One sentence of running text with everything that the vocabularies found in it, at offsets of the sentence itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from parsers.organizations.names import find_organizations
from parsers.page import Page
from parsers.places.countries import find_countries
from parsers.prose.cues import PRONOUN, Cues, cues
from parsers.words import lexicon
from parsers.words.phrases import Tokens


class Span(NamedTuple):
    """Words found: ``text[start:end]`` of the passage, and what they stand for."""

    start: int
    end: int
    payload: Any


_UNQUOTED = ("say", "role", "pronoun")  # groups that count outside of quotation marks only
_QUOTED = re.compile(r"[“«][^”»]*[”»]?|(?<!\w)\"[^\"]*\"|(?<!\w)‘[^’]*[’](?!\w)")
_MARK = re.compile('[“”«»"‘]')
_CLOSING = re.compile(r"[”»]")
_OPENING = re.compile(r"[“«]")
_QUOTE_ENDS = re.compile(r"(?:[,.!?…]\s?[”»\"]|[”»\"]\s?[,.])\s$")
_QUOTE_BEGINS = re.compile(r"\s?[,:]\s[“«\"]")
_NAME_BEFORE = re.compile(r"[^\W\da-zß-ÿ_][\w’'-]+\s$")  # "“…,” A B shared."


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans in quotation marks; a mark that closes without one that opens closes a quotation from before the text."""
    if not _MARK.search(text):
        return []
    spans = [match.span() for match in _QUOTED.finditer(text)]
    closing, opening = _CLOSING.search(text), _OPENING.search(text)
    if closing is not None and (opening is None or closing.start() < opening.start()):
        spans.insert(0, (-1, closing.end()))
    return spans


_PLACES = ("country", "demonym", "city", "venue")


class Findings:
    """What the vocabularies found on a page, to be asked for by sentence."""

    def __init__(self, page: Page, tokens: Tokens, language: str | None = None) -> None:
        self.page = page
        self.cues: Cues = cues(tokens)
        self._language = language
        self._tokens = tokens
        self._found: dict[str, tuple[list[int], list[Span]]] = {}  # by group: where the spans start, and they

    def within(self, group: str, start: int, end: int) -> list[Span]:
        """The matches of a group between two offsets of the page, at offsets from ``start``.

        The payload of a country or demonym is its ISO code.
        """
        starts, spans = self._found.get(group) or self._find(group)
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return [
            Span(span.start - start, span.end - start, span.payload)
            for span in spans[first : bisect_left(starts, end, first)]
            if span.end <= end
        ]

    def _find(self, group: str) -> tuple[list[int], list[Span]]:
        """All matches of a group on the page, once."""
        if group in self.cues.groups:
            cued = self.cues.groups[group]
            spans = [Span(m.start, m.end, m.payload) for m in cued if self._fits(group, m.payload)]
        elif group == "organization":
            spans = [Span(m.start, m.end, m) for m in find_organizations(self._tokens)]
        elif group == "country":
            spans = [Span(m.start, m.end, m.code) for m in find_countries(self._tokens)]
        else:
            other = lexicon.found(self._tokens, group)
            spans = [Span(m.start, m.end, getattr(m.payload, "code", m.payload)) for m in other]
        known = self._found[group] = ([span.start for span in spans], spans)
        return known

    def _fits(self, group: str, payload: Any) -> bool:
        """Whether a cue is one of the page's language: "note" says nothing in English, "présent" nothing in French."""
        if group in ("say", "say_beside"):
            return payload is not None and (self._language is None or payload in (self._language, PRONOUN))
        return group != "role" or self._language is None or bool(payload.language == self._language)


def _start(span: Span) -> int:
    return span.start


@dataclass(slots=True)
class Passage:
    """A sentence: ``text`` is ``page.text[base:base + len(text)]``, ``block`` the number of its block."""

    text: str
    base: int
    block: int
    findings: Findings
    _found: dict[str, list[Span]] = field(default_factory=dict)

    def spans(self, group: str) -> list[Span]:
        """The matches of a group of `parsers.prose.cues` or `parsers.words.lexicon` in this sentence."""
        known = self._found.get(group)
        if known is None:
            known = self.findings.within(group, self.base, self.base + len(self.text))
            if known and group in _UNQUOTED:
                quotes = quotations(self.text)
                known = [
                    span for span in known if self._counts(span) and not any(a < span.start < b for a, b in quotes)
                ]
            if group == "say" and _MARK.search(self.text):
                known = self._with_verbs_beside_quotations(known)
            self._found[group] = known
        return known

    def _with_verbs_beside_quotations(self, verbs: list[Span]) -> list[Span]:
        """Verbs of saying with those that are such only right behind a quotation, or right before or behind a mark."""
        others = self.findings.within("say_beside", self.base, self.base + len(self.text))
        quotes = quotations(self.text) if others else []
        counted = [
            span
            for span in others
            if self._is_beside_quotation(span) and not any(a < span.start < b for a, b in quotes)
        ]
        return sorted(verbs + counted, key=_start) if counted else verbs

    def _is_beside_quotation(self, verb: Span) -> bool:
        if _QUOTE_ENDS.search(self.text, 0, verb.start) or _QUOTE_BEGINS.match(self.text, verb.end):
            return True
        return self.text[verb.end :] == "." and _NAME_BEFORE.search(self.text, 0, verb.start) is not None

    def _counts(self, span: Span) -> bool:
        """Whether a cue is what it seems: a verb in capitals inside a sentence is a part of a name."""
        if not self.text[span.start].isupper() or getattr(span.payload, "place", "verb") in ("group", "talk"):
            return True
        return not any(c.isalnum() for c in self.text[: span.start])

    def places(self) -> list[Span]:
        """Names of countries, cities and venues."""
        known = self._found.get("places")
        if known is None:
            known = self._found["places"] = sorted(
                (span for group in _PLACES for span in self.spans(group)), key=_start
            )
        return known
