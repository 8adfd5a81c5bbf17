"""Names in running text: runs of words that can be names, and the affiliation printed behind one."""

from __future__ import annotations

import functools
import re

from parsers.affiliation import (
    Segment,
    blank_brackets,
    head_of_post,
    kind_of_segment,
    segments_of,
    sort_segments,
    starts_clause,
)
from parsers.countries import country_of
from parsers.names import PARTICLES, RUN, looks_like_name, match_name, not_names, strip_honorifics
from parsers.organizations import looks_like_organization
from parsers.phrases import fold
from parsers.vocabulary import load


@functools.lru_cache(maxsize=8192)
def _is_head(word: str) -> bool:
    """Whether one word heads a post."""
    head = head_of_post(word)
    return head is not None and head == (0, len(fold(word)))


def name_runs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of words that can be names: runs of capitalised words, cut where a body's, post's or menu's word stands."""
    stop = len(text) if end is None else end
    hard, soft = not_names()
    runs: list[tuple[int, int]] = []
    for match in RUN.finditer(text, start, stop):
        piece_start: int | None = None
        piece_end = match.start()
        words = list(re.finditer(r"\S+", match.group()))
        for word in words:
            bare = re.sub(r"['’]s$", "", word.group()).strip(".,").casefold()
            particle = bare in PARTICLES and word.group()[0].islower()
            breaks = (bare in hard and not particle) or (_is_head(bare) and word.group()[0].isupper())
            if breaks or (
                piece_start is None
                and (bare in soft or bare in PARTICLES)
                and len(words) < 3
                and word is words[0]
                and match.start() == start
            ):
                if piece_start is not None:
                    runs.append((piece_start, piece_end))
                piece_start = None
                continue
            if piece_start is None:
                if (
                    bare in PARTICLES
                    and word.group()[0].islower()
                    and bare not in ("al", "el", "bin", "ibn", "van", "von", "de", "di", "da", "le")
                ):
                    continue
                piece_start = match.start() + word.start()
            piece_end = match.start() + word.end()
        if piece_start is not None:
            runs.append((piece_start, piece_end))
    return [(a, _rstrip_particles(text, a, b)) for a, b in runs]


def _rstrip_particles(text: str, a: int, b: int) -> int:
    words = text[a:b].split()
    while words and words[-1].casefold() in PARTICLES and words[-1][0].islower():
        b = a + text[a:b].rstrip().rfind(words[-1])
        b = a + len(text[a:b].rstrip())
        words.pop()
    if words and words[-1].endswith(".") and len(words[-1].rstrip(".")) > 2:
        b -= 1
    return b


_AFFILIATION_END = re.compile(
    r"[;.!?“”\"«»:]|\b(?:said|says|told|stressed|added|noted|explained|will|has|had|have|was|were|is|are|who|which|that"
    r"|when|while|participated|opened|moderated|spoke|presented|gave|delivered|joined|took|met|described|announced"
    r"|attended|called|urged|a déclaré|a|ont|dijo|afirmó|señaló|declaró|قال|قالت)\b"
)


@functools.cache
def _leaves() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("people")["leaves"]))
    return re.compile(rf"(?:{words})\b(?! [A-ZÀ-Þ]\w+ (?:of|for)\b)")


def read_affiliation(text: str, start: int, end: int) -> tuple[str | None, str | None, str | None, int]:
    """Position, body, country printed behind a name in running text, and the offset behind them."""
    opener = re.match(r"\s*(?:[,،]\s*(?:who is\s+|the\s+|l['’]|le\s+|la\s+|el\s+)?|\(|\s[–—-]\s)", text[start:end])
    if opener is None:
        return None, None, None, start
    begin = start + opener.end()
    if "(" in opener.group():
        close = text.find(")", begin, end)
        if close < 0:
            return None, None, None, start
        inner = text[begin:close]
        position, organization, country = sort_segments(segments_of(inner, 0))
        if position is None and organization is None and country is None:
            return None, None, None, start
        return position, organization, country, close + 1
    limit = end
    blanked = blank_brackets(text[:end])
    stop = _AFFILIATION_END.search(blanked, begin, end)
    if stop:
        limit = stop.start()
    for match in re.finditer(r",\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y|with|in|along with)\s+", blanked[begin:limit]):
        candidate, titles = strip_honorifics(text, begin + match.end())
        following = match_name(text, candidate)
        if following is None or following.end() > limit + 60:
            continue
        runs = name_runs(text, candidate, min(following.end(), end))
        if runs and runs[0][0] == candidate and looks_like_name(text[runs[0][0] : runs[0][1]]):
            name = text[runs[0][0] : runs[0][1]]
            if titles or (
                looks_like_organization(name) < 0.4
                and country_of(name) is None
                and _has_person_after(text, runs[0][1], end)
            ):
                limit = begin + match.start()
                break
    words = text[begin:limit].rstrip(" ,")
    if not words:
        return None, None, None, start
    segments = segments_of(text[: begin + len(words)], begin)
    if not segments:
        return None, None, None, start
    kinds = [kind_of_segment(segment.text) for segment in segments]
    kept: list[Segment] = []
    for segment, kind in zip(segments, kinds, strict=True):
        if kind == "unknown" and not kept:
            return None, None, None, start
        if (
            _leaves().match(segment.text)
            or starts_clause(segment.text)
            or (kind == "unknown" and segment.text[0].islower())
        ):
            break
        kept.append(segment)
    position, organization, country = sort_segments(kept)
    return position, organization, country, kept[-1].end if kept else start


def _has_person_after(text: str, after: int, end: int) -> bool:
    following = re.match(r"\s*(?:,\s*(?:who is\s+)?|\()([^,;()]{3,120})", text[after:end])
    return following is not None and kind_of_segment(re.sub(r"^(?:the|who is)\s+", "", following.group(1))) in (
        "post",
        "unit",
        "body",
    )
