"""Where the titles before a name begin: "the Right Honourable A B", "السيدة أ ب", "the US Ambassador A B" (a post)."""

from __future__ import annotations

import functools
import re

from parsers.people.names import post_titles
from parsers.prose.passage import Passage
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists


@functools.cache
def _titles() -> frozenset[str]:
    words = (title.rstrip(".").casefold() for title in load("honorifics")["before"])
    return frozenset(word for word in words if len(word) < 30)


@functools.cache
def _last_words() -> frozenset[str]:
    """The last words of all titles, with the forms that they take behind an article or "and"."""
    last = {title.split()[-1] for title in _titles()}
    arabic = {f"و{word}" for word in last if "\u0620" <= word[0] <= "\u064a"}
    return frozenset(last | arabic | {f"{elision}{word}" for word in last for elision in ("l'", "l’")})


@functools.lru_cache(maxsize=1024)
def may_be_other(title: str) -> bool:
    """Whether a title is a word of posts or a name as well, so that a lone word behind it may be no name: "Chief"."""
    return title.strip(" .,").casefold() in {word.rstrip(".").casefold() for word in load("honorifics")["name_like"]}


@functools.cache
def _qualified() -> re.Pattern[str]:
    owners = WordLists("post_words").plain("title.owners")
    return re.compile(rf"[^\W\d_]\S*\s+[^\W\da-zß-ÿ_]\S*[^\s,.;:]\s+$|^{owners}\s+$")


_WORDS_BEFORE = re.compile(r"((?:\S+\s+){0,2}\S+)\s+$")


def title_start(passage: Passage, start: int, least: int) -> int:
    """Where the titles that stand before a run of name words start; ``start`` where none do."""
    while True:
        before = passage.text[max(least, start - 24) : start].rstrip()
        if before.rpartition(" ")[2].strip('(“"«').rstrip(".,").casefold() not in _last_words():
            return start
        match = _WORDS_BEFORE.search(passage.text, max(least, start - 60), start)
        if match is None:
            return start
        words = match.group(1).split()
        for number in range(len(words)):
            printed = " ".join(words[number:])
            title = printed.rstrip(".,").casefold().removeprefix("l'").removeprefix("l’")
            begin = match.start(1) + match.group(1).rfind(printed)
            if title.startswith("و") and title[1:] in _titles():
                title, begin = title[1:], begin + 1  # "and" is written with the word in Arabic
            if printed.endswith(",") and may_be_other(title):
                continue  # "Ministère de la Justice, M. A B"
            if title in post_titles() and _qualified().search(passage.text, max(least, begin - 30), begin):
                continue  # "the US Ambassador A B"
            if title in _titles() and not _in_post(passage, begin):
                start = begin
                break
        else:
            return start


def _in_post(passage: Passage, position: int) -> bool:
    """Whether a word stands inside a post of several words: "General" in "Director General"."""
    return any(span.start < position < span.end for span in passage.spans("post"))
