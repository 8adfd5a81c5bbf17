"""Documents that a text capture prints: labels that stand alone on a line, or below a head that announces them.

A walk over the lines. `heads` says which head documents and which are documents below these, `ends`
which end their list, `lines` what a line names that stands in none.
"""

from __future__ import annotations

import re

from parsers.documents.ends import ends_documents, heads_links
from parsers.documents.heads import heads_documents, heads_table, is_head_word, is_title, is_under
from parsers.documents.kinds import begins_with_kind, document_kind
from parsers.documents.labels import among_symbols, is_symbol_of_title, symbol_end
from parsers.documents.lines import (
    LINE,
    document_of,
    has_own_title,
    label_alone,
    label_below_agenda,
    labels_at_end,
    listed_behind_head,
    names_languages,
    without_languages,
)
from parsers.documents.names import listed_in_one, without_several_languages
from parsers.documents.titles import is_picture, is_publication, may_open_list
from parsers.page import Block, Page
from parsers.record import Document

_ADDRESS = re.compile(r"^(?:https?:|www\.)")
_TOGETHER = 2  # lines without a gap between them that are a list
_UNDER_HEAD = 8  # lines under a head of documents
_RUNNING_TEXT = 120  # characters


def printed_documents(page: Page, skip: set[int]) -> list[Document]:
    """In a text capture: labels of documents that stand alone on a line, or under a head that announces them.

    ``skip`` are the numbers of the blocks that the agenda claims.
    """
    found = _Walk(page, skip).documents()
    return list({document.start: document for document in found}.values())


class _Walk:
    """One page on the way: the line at hand, and the list of documents that it may stand in."""

    def __init__(self, page: Page, skip: set[int]) -> None:
        self.blocks = page.blocks
        self.skip = skip
        self.begin = _begin_of_content(page.blocks, skip)
        self.found: list[Document] = []
        self.index: int  # of the line at hand
        self.block: Block
        self.text: str
        self.left = 0  # lines that may still belong to the head above
        self.links = False  # that head is one of a table of links
        self.close = False  # nothing but its documents since a head of documents
        self.kinds: set[str] = set()  # of the blocks below the head that are documents
        self.together = 0  # lines since the last gap below a head

    def documents(self) -> list[Document]:
        """What the lines name, in their order."""
        for index, block in enumerate(self.blocks):
            self.index, self.block, self.text = index, block, block.text.strip()
            self._read_line()
        return self.found

    def _read_line(self) -> None:
        if heads_documents(self.text):
            self._open_list()
        elif self._is_official():
            self._take_official()
        elif (listed := listed_behind_head(self.text, self.block)) is not None:
            self.found += listed
        elif self.index in self.skip:
            self._read_agenda()
        elif heads_table(self.text):
            self.links, self.left = True, _UNDER_HEAD
        elif self.left and self._ends_list():
            self._leave_list()
        else:
            self._count_together()
            if self.left and self._is_listed():
                self._take_listed()
            else:
                self._read_unlisted()

    def _open_list(self) -> None:
        self.together, self.kinds = 0, set()
        if self.index < self.begin:
            self._leave_list()
        else:
            self.links, self.left, self.close = False, _UNDER_HEAD, not heads_links(self.text)

    def _leave_list(self) -> None:
        self.left, self.close = 0, False

    def _ends_list(self) -> bool:
        """Whether a line below a head is of something else: what ends lists, or the first item of another list."""
        if len(self.text) <= LINE and ends_documents(self.text):
            return True
        other_list = self.block.gap and self.block.kind == "item" and self.kinds == {"paragraph"}
        return other_list and not begins_with_kind(self.text)

    def _count_together(self) -> None:
        self.together = 0 if self.block.gap and self.together < _TOGETHER else self.together + 1
        self.close = self.close and not (self.block.gap and self.together > _TOGETHER)

    def _is_listed(self) -> bool:
        """Whether a line below a head is one of its documents, or of what stands in their list."""
        return is_under(self.block, self.text, links=self.links) or (self.close and is_title(self.block, self.text))

    def _take_listed(self) -> None:
        self.left -= 1
        self.kinds.add(self.block.kind)
        label = without_several_languages(self.text.strip(" |•"))
        none = is_picture(label) or is_symbol_of_title(self.blocks, self.index)
        if len(label) > 3 and not none and not _ADDRESS.match(label):
            for one in listed_in_one(label):
                self._take(one)

    def _is_official(self) -> bool:
        """Whether a line is the symbol and title of an official document, below a head or beside another such line."""
        if self.index in self.skip or not symbol_end(self.text):
            return False
        return self.left > 0 or among_symbols(self.blocks, self.index)

    def _take_official(self) -> None:
        self.left, self.close = max(0, self.left - 1), False
        self.kinds.add(self.block.kind)
        self._take(without_languages(self.text).strip(" |•"))

    def _read_agenda(self) -> None:
        """A line that the agenda claims names a document where it stands apart, or right below one that does."""
        self._leave_list()
        below = not self.block.gap and self._is_below_document()
        if self.block.gap or below:
            self.found += label_below_agenda(self.text, self.block, with_another=below)

    def _read_unlisted(self) -> None:
        self.left, self.close = 0 if len(self.text) > _RUNNING_TEXT else max(0, self.left - 1), False
        if self._is_titled_below_document():
            self._take(self.text)
        elif not self._heads_agenda():
            self._read_label()
        if ":" in self.text[-120:]:
            self.found += labels_at_end(self.block)

    def _is_titled_below_document(self) -> bool:
        """Whether a line below a document has a title of its own: "Presentation: Nets", "Tide Report 2020"."""
        if self.block.kind == "heading" or not self._is_below_document():
            return False
        if has_own_title(self.text):
            return True
        return not self.block.gap and self.block.kind == "paragraph" and is_publication(self.text)

    def _heads_agenda(self) -> bool:
        """Whether "Agenda" stands over the agenda itself, and in no list of documents."""
        over = self.text.isupper() or (
            self.index + 1 in self.skip and not self._is_below_document() and not names_languages(self.text)
        )
        return over and document_kind(self.text) == "agenda"

    def _read_label(self) -> None:
        if is_head_word(self.text):
            if self._stands_with_another():
                self._take(self.text.strip(" ."))
        elif len(self.text) <= LINE:
            self.found += label_alone(self.text, self.block)

    def _stands_with_another(self) -> bool:
        """Whether a word of heads stands in one list with a document that says what it is: "Agenda" below "Remarks"."""
        if self.block.kind == "heading":
            return False
        return (not self.block.gap and self._is_below_document()) or self._stands_over_another()

    def _stands_over_another(self) -> bool:
        """Whether the line below is such a document, and no running text follows: "Agenda" over "Background paper"."""
        behind = self.index + 1
        following = self.blocks[behind : behind + 2]
        if not following or following[0].gap or following[0].kind == "heading":
            return False
        if behind in self.skip or behind + 1 in self.skip:
            return False
        if len(following) > 1 and not following[1].gap and len(following[1].text) > LINE:
            return False
        text = following[0].text.strip()
        if may_open_list(self.block.text, text):
            return True
        return not is_head_word(text) and bool(label_alone(text, following[0]))

    def _is_below_document(self) -> bool:
        """Whether the line right above is a document, or holds one."""
        return bool(self.found) and self.found[-1].start >= self.blocks[self.index - 1].start

    def _take(self, label: str) -> None:
        self.found.append(document_of(label, self.block))


def _begin_of_content(blocks: list[Block], skip: set[int]) -> int:
    """The number of the first block of running text or of the agenda; 0 where there is none.

    Above it "Resources" is a word of the menu, over other words of the menu.
    """
    begins = (index for index, block in enumerate(blocks) if index in skip or len(block.text) > _RUNNING_TEXT)
    return next(begins, 0)
