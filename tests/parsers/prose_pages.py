"""Pages of a few lines for the tests of what is read from running text."""

from __future__ import annotations

from parsers.page import Block, Page, assemble


def page_of(text: str, *, title: str | None = None, url: str = "https://www.iom.int/news/x") -> Page:
    """A page whose paragraphs are the lines of ``text``, behind its title."""
    page = Page(url, "text", title=title)
    page.blocks = [Block("heading", title, level=1)] if title else []
    page.blocks += [Block("paragraph", line) for line in text.split("\n")]
    return assemble(page)
