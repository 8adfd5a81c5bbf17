"""Fields of a post before a name, without a mark: "Minister of Water A B", "Secretary for Citizen Services A B"."""

from __future__ import annotations

import re

from parsers.organizations.names import head_words as body_words
from parsers.people.regions import is_region_word, past_region
from parsers.prose.passage import Passage
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading, word_set

_REACH = 150  # characters between a post and the region that it is held for
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9]{2,9}")
_OF_BODY = re.compile(rf"\s[\w ]{{0,40}}?{leading('of', 'at')}{leading('definite')}?")
_FIELDS = re.compile(rf"(?:\s*{any_of('of', 'for', 'and', 'definite')})+\s*|\s[\w ,]{{0,60}}{leading('and')}")


_ARTICLE_FIRST = re.compile(leading("definite"), re.IGNORECASE)


def past_post_first(passage: Passage, start: int, end: int) -> int:
    """The start of a run of name words without the article and post that begin it: "El Alcalde A B"."""
    article = _ARTICLE_FIRST.match(passage.text, start, end)
    if article is None:
        return start
    post = next((span for span in passage.spans("post") if span.start == article.end() and span.end < end), None)
    return start if post is None else post.end + 1


def past_fields(passage: Passage, start: int, end: int) -> int:
    """The start of a run of name words without the fields of the post before it ("Minister of Water A B"), without the
    region that it is held for, or the acronym of the body that it is held in ("la investigadora de MAREA A B").
    """
    fields = body_words()["fields"]
    words = passage.text[start:end].split(" ")
    first = words[0]
    if len(words) > 2 and is_region_word(first):
        held = max((span.end for span in passage.spans("post") if start - _REACH < span.end <= start), default=None)
        return start if held is None else past_region(passage.text, held, start, end)
    acronym = len(words) > 2 and _ACRONYM.fullmatch(first) is not None and not words[-1].isupper()
    if acronym and any(_OF_BODY.fullmatch(passage.text, span.end, start) for span in passage.spans("post")):
        return start + len(first) + 1
    nouns = fields | body_words()["likely"]
    inner = max((number for number in range(1, len(words) - 2) if fold(words[number]) in nouns), default=None)
    if inner is not None and _behind_post(passage, start):
        return start + len(" ".join(words[: inner + 1])) + 1
    joins = first in word_set("and") and len(words) > 1 and fold(words[1]) in fields
    if len(words) < 3 or (fold(first) not in fields and not joins):
        return start
    if not _behind_post(passage, start):
        return start
    return past_fields(passage, start + len(first) + 1, end)


def _behind_post(passage: Passage, start: int) -> bool:
    """Whether a post and its fields stand right before a place: "Secretary for Immigration and "."""
    return any(_FIELDS.fullmatch(passage.text, span.end, start) for span in passage.spans("post"))
