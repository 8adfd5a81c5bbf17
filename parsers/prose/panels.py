"""Panels that running text reports on: "a high-level panel entitled “Rescue Is Not a Crime”"."""

from __future__ import annotations

import re

from parsers.agenda.session_kinds import session_kind
from parsers.prose.passage import Passage, Span
from parsers.record import Session

_TITLE = re.compile(r"[“«\"‘]\s?([^“”«»\"]{5,200}?)\s?[,.]?[”»\"’](?!\w)")
_GAP = 60  # characters between what the session is called and its title
_BETWEEN = re.compile(r"[^“”«»\".;:]*")


def panel_in(passage: Passage, *, panels_before: bool) -> Session | None:
    """The session that a sentence names by its title. ``panels_before``: the sentence before spoke of panels."""
    text = passage.text
    heads = passage.spans("head")
    if not heads and not panels_before:
        return None
    for title in _TITLE.finditer(text):
        head = _head(passage, heads, title.start())
        if head is not None:
            return _session(passage, head, title)
        if panels_before and not text[: title.start()].strip() and _is_subject(passage, title.end()):
            return _session(passage, None, title)
    return None


def names_panel(passage: Passage) -> bool:
    """Whether the sentence speaks of a panel, so that its speakers are panellists."""
    return bool(passage.spans("panel"))


def _head(passage: Passage, heads: list[Span], title: int) -> Span | None:
    """What the session is called before its title, with "entitled", a date or nothing between them."""
    span: Span
    for span in reversed(heads):
        gap = passage.text[span.end : title]
        if span.end > title or len(gap) > _GAP or not _BETWEEN.fullmatch(gap):
            continue
        titled = any(span.end <= word.start and title - word.end <= 4 for word in passage.spans("titled"))
        if titled or not gap.strip() or re.fullmatch(r"[^,]*,\s*", gap):
            return span
    return None


def _is_subject(passage: Passage, position: int) -> bool:
    return any(0 <= span.start - position < 12 for span in passage.spans("role"))


def _session(passage: Passage, head: Span | None, title: re.Match[str]) -> Session:
    kind = session_kind(passage.text[head.start : head.end]) if head else "panel"
    session = Session(title.group(1).strip(), kind="other" if kind == "plenary" else kind)
    start = passage.base + (head.start if head else title.start())
    session.span = (start, passage.base + title.end())
    session.title_span = (passage.base + title.start(1), passage.base + title.end(1))
    return session
