"""Whether a release is a digest: briefing notes, of which each item has a date and place of its own."""

from __future__ import annotations

import functools
import re

from parsers.page import Page
from parsers.words.patterns import whole_words
from parsers.words.phrases import fold
from parsers.words.vocabulary import load


@functools.cache
def _titles() -> re.Pattern[str]:
    return whole_words(load("published")["digests"])


def is_digest(page: Page) -> bool:
    """Whether the page's title is that of a digest: "IOM press briefing notes 18 Jan 2008: Chad, Sri Lanka"."""
    return page.title is not None and _titles().search(fold(page.title)) is not None
