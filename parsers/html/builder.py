"""Markup to blocks: one walk over the tags, a line at a time.

The builder keeps the context that decides what kind of block a line becomes (item, cell, field value ...), and for each
open element that changed something how to change it back. Elements that mean nothing by themselves only count towards
the depth. The line itself is kept by `Lines`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from parsers.clean import clean
from parsers.html.elements import (
    ASIDE,
    BLOCK,
    BOLD,
    BREAK,
    BUTTON,
    CAPTION,
    CELL,
    CODES,
    DEFINITION,
    HEADING,
    INLINE,
    ITEM,
    LINK,
    LIST,
    NAV,
    PRE,
    ROW,
    RULE,
    SKIP,
    SUMMARY,
    TABLE,
    TABLE_CAPTION,
    TABLE_HEAD,
    TERM,
    TIME,
    Element,
    classify,
)
from parsers.html.lines import BOLD_ON, Capture, Context, Lines
from parsers.html.links import is_file
from parsers.html.tables import Table
from parsers.html.tokens import NO_PANELS, Panels
from parsers.html.words import controls, field_labels, folded
from parsers.page import Block, BlockKind

_SPECIAL_LINK = re.compile(
    r"""\b(?:role|data-(?:bs-)?(?:toggle|target)|aria-(?:controls|hidden)|class=["'][^"']*(?:accordion|hidden|sr-only|skip|tab|share"""
    r"""|toggle|invisible|quicktabs))|\bid=["']?quicktabs"""
)
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_DATETIME = re.compile(r"""\sdatetime\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

_ARROWS = " +−▼▲▾▴▸►›»⌄∨"  # printed beside captions to show that they open something

_START = {name: code for name, code in CODES.items() if code != INLINE}
_END = {f"/{name}": code for name, code in _START.items() if code < BREAK}


@dataclass(slots=True)
class Builder(Lines):
    """Builds the blocks of one page. ``feed`` it the page's parts in their order; ``blocks`` grow."""

    panels: Panels = NO_PANELS
    has_node: bool = False
    inside: bool = False  # in the page's node, where furniture needs stronger evidence
    shapes: set[str] = field(default_factory=set)

    _depth: int = 0
    _undos: list[tuple[int, Callable[[Any], None], Any]] = field(default_factory=list)  # by depth, innermost last
    _list_depth: int = 0
    _table: Table | None = None
    _tables: int = 0
    _labels: dict[str, str] = field(default_factory=dict)  # panel's id -> caption read before the panel
    _captions: dict[str, str] = field(default_factory=dict)  # id of the caption's element -> caption
    _accordion_items: list[int] = field(default_factory=list)
    _pre: int = 0

    def feed(self, parts: list[str]) -> None:
        """Read markup that is split into text, tag, text, tag, ..., text (`parsers.html.tokens`)."""
        starts, ends, whole, undos, line = _START, _END, _WHOLE, self._undos, self._line
        size = len(parts)
        i = 0
        while not self.cut:
            text = parts[i]
            if text:
                if self._pre:
                    self._preformatted(text)
                elif self._has_text:
                    line.append(text)
                elif not text.isspace():
                    line.append(text)
                    self._has_text = True
            i += 1
            if i >= size:
                break
            tag = parts[i]
            i += 1
            if tag[:1] == "/":
                code = ends.get(tag, INLINE)
                if code == BOLD:
                    self._bold_off()
                elif code == LINK:
                    self._link_off()
                elif code >= BLOCK and (self._has_text or not self._fresh):
                    self._boundary()
                if code <= TIME and i + 2 < size and not parts[i]:
                    self._part_boxes(parts[i + 1], parts[i + 2])
                depth = self._depth
                while undos and undos[-1][0] == depth:
                    _, undo, argument = undos.pop()
                    undo(argument)
                if depth:
                    self._depth = depth - 1
                continue
            code = starts.get(tag, -1)
            if code == BOLD:
                self._depth += 1
                self._bold += 1
                if self._bold == 1:
                    line.append(BOLD_ON)
            elif code < 0:
                i = self._read_attributes(tag, parts, i)
            elif tag in whole and i + 1 < size and parts[i + 1] == whole[tag] and not self._pre:
                self._read_whole(code, parts[i])
                i += 2
            elif code == BLOCK:
                self._depth += 1
                if self._has_text or not self._fresh:
                    self._boundary()
            elif code == BREAK:
                self._break()
            elif code >= BREAK:
                if code == RULE:
                    self._boundary()
            elif code in _MAYBE_SKIPPED:
                i = self._read_attributes(tag, parts, i)
            else:
                self._depth += 1
                self._start(code, _PLAIN[tag])

    def _part_boxes(self, tag: str, following: str) -> None:
        """Part what two neighbouring inline elements print, where only the style sheet sets them apart.

        So "<b>Title</b><i>23 Jan 2026</i>" and "<span>Date</span><span>3 June</span>", but not a word that is bold in
        part.
        """
        if tag.split(" ", 1)[0] not in _BOXES or not self._line or not following:
            return
        before = next((piece for piece in reversed(self._line) if type(piece) is str), "")
        last, first = before[-1:], following[0]
        if folded(before) in field_labels():
            self._break()
            self._breaks = 0
        elif (last.isalpha() and first.isdigit()) or (last.islower() and first.isupper()):
            self._line.append(" ")

    def _read_whole(self, code: int, text: str) -> None:
        """Read a paragraph, an item or a cell that holds nothing but text: most are so, and need no context."""
        if self._has_text or not self._fresh or self._capture is not None:
            self._boundary()
        if self._capture is not None:
            self._line.append(text)
            return
        outside = self._context
        if code == CELL:
            self._context = self._cell(_PLAIN["td"])
        elif code == ITEM:
            self._context = self._item()
        if text and not text.isspace():
            self._line.append(text)
            self._has_text = True
            self._flush()
        self._context = outside
        self._fresh = True
        self._breaks = 0

    def _read_attributes(self, tag: str, parts: list[str], i: int) -> int:
        """Read a start tag that needs a closer look; returns the index at which reading goes on."""
        if tag[:2] == "a ":
            if (tag.count('"') == 2 and tag[2:6] == "href") or _SPECIAL_LINK.search(tag) is None:
                self._depth += 1
                self._link_on(tag)
                return i
        elif tag[:4] == "img ":
            self._image(tag)
            return i
        elif tag[:5] == "time ":
            self._depth += 1
            self._time(tag)
            return i
        elif not "a" <= tag[:1] <= "z":
            return i
        element = classify(tag)
        code = element.code
        if (element.noise or code in _MAYBE_DROPPED) and self._is_dropped(code, element, parts, i):
            return self._skip(parts, i, element) if code < BREAK else i
        if code < BREAK:
            self._depth += 1
            if code != INLINE:
                self.shapes.add(element.shape)
        if code == LINK:
            self._link_on(tag)
        elif code != INLINE:
            self._start(code, element)
        if element.special:
            self._special(code, element)
        return i

    def _is_dropped(self, code: int, element: Element, parts: list[str], i: int) -> bool:
        if code == NAV:
            return not self._opens_tabs(parts, i)
        if code == BUTTON:
            return not (element.control or self._heads_panel(parts, i))
        noise = element.noise
        return bool(noise) and (
            noise == "always" or (noise == "outside" and not self.inside) or (noise == "teaser" and self.has_node)
        )

    def close(self) -> None:
        """End the part: close what is open, so that the next part begins anew."""
        self._flush()
        while self._undos:
            _, undo, argument = self._undos.pop()
            undo(argument)
        self._depth = self._bold = self._pre = 0
        self._link = None
        self._fresh = True
        self._reset_line()

    # Elements

    def _start(self, code: int, element: Element) -> None:
        """Do what an element's start does to lines and context; `_STARTS` says what that is for each code."""
        if (BLOCK <= code < BREAK or code == RULE) and (self._has_text or not self._fresh or self._line):
            self._boundary()
        start = _STARTS.get(code)
        if start is not None:
            start(self, element)

    def _start_item(self, _: Element) -> None:
        self._enter(self._item())

    def _start_list(self, _: Element) -> None:
        self._list_depth += 1
        self._on_exit(self._end_list, None)

    def _start_heading(self, element: Element) -> None:
        self._push("heading", level=int(element.name[1]))

    def _start_cell(self, element: Element) -> None:
        self._enter(self._cell(element))

    def _start_row(self, _: Element) -> None:
        if self._table is not None:
            self._table.start_row()

    def _start_table_head(self, _: Element) -> None:
        if self._table is not None:
            self._table.in_head = True
            self._on_exit(self._end_head, self._table)

    def _start_table_caption(self, _: Element) -> None:
        self._push("heading", level=6)

    def _start_term(self, _: Element) -> None:
        self._push("term")

    def _start_definition(self, _: Element) -> None:
        self._push("definition")

    def _start_caption(self, _: Element) -> None:
        self._push("caption")

    def _start_summary(self, element: Element) -> None:
        self._start_capture(element, self._depth - 1)

    def _start_pre(self, _: Element) -> None:
        self._pre += 1
        self._on_exit(self._end_pre, None)

    def _start_button(self, element: Element) -> None:
        if not element.control:  # it heads a panel all the same
            self._start_capture(element, self._scope(BUTTON))

    def _start_bold(self, _: Element) -> None:
        self._bold_on()

    def _start_break(self, _: Element) -> None:
        self._break()

    def _special(self, code: int, element: Element) -> None:
        if element.id and (self._labels or element.id in self.panels.tabs):
            self._open_panel(element)
        elif element.labelled_by and element.labelled_by in self._captions and code == BLOCK:
            self._emit_label(self._captions.pop(element.labelled_by), self._depth)
        if element.accordion_item:
            self._accordion_items.append(self._depth)
            self._on_exit(self._end_accordion_item, None)
        if element.control and self._is_control(code, element):
            self._start_capture(element, self._scope(code))
            return
        if element.bold:
            self._bold_on()
            self._on_exit(self._end_bold, None)
        if element.large:
            self._start_large(element.large)
        if element.datetime:
            self._times.append((element.datetime, element.end))
        if code in (HEADING, LIST):
            return
        if element.loose_control and self._accordion_items and not self._capture:
            self._start_capture(element, self._accordion_items[-1])
        elif element.field:
            self._start_field(code, element)
        elif element.part:
            self._start_part(code, element)
        elif element.preamble:
            self._start_pair(element.preamble)
        elif element.column_label and code != CELL and folded(element.column_label) in field_labels():
            self._start_pair(element.column_label)

    def _start_field(self, code: int, element: Element) -> None:
        if code == INLINE and self._context.kind == "heading":
            return
        if code != INLINE or not element.long:
            self._boundary()
        context = self._push("paragraph" if element.long else "field_value")
        context.field, context.long = element.field, element.long
        if element.part == "caption":
            context.kind = "caption"

    def _start_part(self, code: int, element: Element) -> None:
        context = self._context
        if element.part == "label":
            self._boundary()
            self._push("field_label")
        elif element.part == "caption":
            self._boundary()
            self._push("caption")
        elif element.part == "item":
            self._boundary()
            if context.field is not None and not context.long:
                self._push("field_value")
            elif code == ITEM:
                self._push("paragraph")
        elif element.part == "printed_label" and context.kind not in ("heading", "field_label"):
            self._on_exit(self._end_printed_label, None)

    def _start_pair(self, label: str) -> None:
        """A label that only an attribute holds, and its value."""
        self._boundary()
        text = clean(unescape(label))
        if not text:
            return
        context = self._push("field_value")
        context.field, context.long = folded(text), False
        self._emit(Block("field_label", text, label=self._label, field=context.field, gap=True))

    def _end_printed_label(self, _: None) -> None:
        """After the element that prints a field's label: what follows in its parent is the value."""
        text = clean(unescape("".join(piece for piece in self._line if type(piece) is str)))
        if folded(text) not in field_labels():
            return
        self._reset_line()
        self._emit(Block("field_label", text, label=self._label, field=folded(text), gap=self._fresh))
        self._fresh = True
        parent = max(self._depth - 1, 0)
        context = replace(self._context, kind="field_value", field=folded(text), long=False, depth=parent, lines=0)
        self._on_exit_of(parent, self._restore, self._context)
        self._context = context

    def _inner(self, kind: BlockKind, level: int = 0) -> Context:
        """A context like the one around it, for lines of another kind."""
        old = self._context
        return Context(kind, level, old.field, old.long, old.table, old.row, old.column, old.colspan, self._depth)

    def _item(self) -> Context:
        context = self._inner("item", self._list_depth or 1)
        context.long = True
        return context

    def _push(self, kind: BlockKind, level: int = 0) -> Context:
        """A context of its own for the element just opened."""
        context = self._inner(kind, level)
        self._enter(context)
        return context

    def _enter(self, context: Context) -> None:
        self._undos.append((self._depth, self._restore, self._context))
        self._context = context

    def _restore(self, context: Context) -> None:
        if self._has_text:
            self._flush()
        self._context = context
        self._fresh = True

    def _on_exit(self, undo: Callable[[Any], None], argument: Any) -> None:
        """Have something undone when the element just opened ends."""
        self._undos.append((self._depth, undo, argument))

    def _on_exit_of(self, depth: int, undo: Callable[[Any], None], argument: Any) -> None:
        """Have something undone when an element further out ends."""
        at = len(self._undos)
        while at and self._undos[at - 1][0] > depth:
            at -= 1
        self._undos.insert(at, (depth, undo, argument))

    def _end_list(self, _: None) -> None:
        self._list_depth -= 1

    def _end_bold(self, _: None) -> None:
        self._bold_off()

    def _start_large(self, level: int) -> None:
        self._large.append(level)
        if not self._has_text:
            self._line_large, self._large_until = level, None
        self._on_exit(self._end_large, None)

    def _end_large(self, _: None) -> None:
        self._large.pop()
        if not self._large:
            self._large_until = len(self._line)

    def _end_pre(self, _: None) -> None:
        self._boundary()
        self._pre -= 1

    def _end_accordion_item(self, _: None) -> None:
        self._accordion_items.pop()

    # Tables

    def _start_table(self, element: Element) -> None:
        table = Table(self._tables, len(self.blocks), element.presentation)
        self._tables += 1
        outer = self._table
        self._table = table
        old = self._context
        self._context = Context("paragraph", 0, old.field, True, None, depth=self._depth)
        self._on_exit(self._end_table, (table, outer, old))

    def _end_table(self, state: tuple[Table, Table | None, Context]) -> None:
        table, outer, context = state
        self._flush()
        table.finish(self.blocks)
        if outer is not None and len(self.blocks) > table.first_block:
            outer.nested = True
        self._table = outer
        self._context = context
        self._fresh = True

    def _end_head(self, table: Table) -> None:
        table.in_head = False

    def _cell(self, element: Element) -> Context:
        table = self._table
        if table is None:
            return self._inner("paragraph")
        column = table.place_cell(element.colspan, element.rowspan, element.th)
        field = self._context.field
        return Context("cell", 0, field, True, table, table.row, column, element.colspan, self._depth)

    # Tabs and accordions

    def _heads_panel(self, parts: list[str], i: int) -> bool:
        """Whether the plain button just opened stands right over a panel, in a theme that has no accordions."""
        if parts[i + 1 : i + 2] != ["/button"] or not 3 <= len(parts[i].strip()) <= 120:
            return False
        after = parts[i + 2 : i + 6]
        while len(after) > 1 and not after[0].strip():
            if after[1][:2] != "/h":
                return after[1].split(" ", 1)[0] in ("div", "section") and folded(parts[i]) not in controls()
            after = after[2:]
        return False

    def _opens_tabs(self, parts: list[str], i: int) -> bool:
        """Whether the nav just opened holds the captions of tabs and no menu."""
        tags = parts[i + 1 : i + 12 : 2]
        return any(
            "tablist" in tag
            or "nav-tabs" in tag
            or 'role="tab"' in tag
            or ("href=" in tag and any(f'"#{name}"' in tag for name in self.panels.tabs))
            for tag in tags
        )

    def _is_control(self, code: int, element: Element) -> bool:
        if self._capture is not None:  # a button in the header that is being read
            if element.target and not self._capture.target:
                self._capture.target = element.target
            return False
        return True

    def _scope(self, code: int) -> int:
        """Depth of the element whose content a control labels: its parent, or its heading's parent."""
        if self._accordion_items:
            return self._accordion_items[-1]
        if self._context.kind == "heading" and code != HEADING:
            return self._context.depth - 1
        return self._depth - 1

    def _start_capture(self, element: Element, scope: int) -> None:
        if self._capture is not None:
            return
        self._boundary()
        self._capture = Capture(self._depth, scope, element.target, element.id)
        self._on_exit(self._end_capture, None)

    def _end_capture(self, _: None) -> None:
        capture = self._capture
        assert capture is not None  # noqa: S101
        self._capture = None
        text = clean(unescape("".join(piece for piece in self._line if type(piece) is str))).strip(_ARROWS)
        self._reset_line()
        self._fresh = True
        if folded(text) in controls():
            return
        if capture.target and capture.target in self.panels.ids:
            self._labels[capture.target] = text
        elif capture.own_id in self.panels.labelling:
            self._captions[capture.own_id] = text
        else:
            self._emit_label(text, max(capture.scope, 0))

    def _open_panel(self, element: Element) -> None:
        label = self._labels.pop(element.id, None)
        if label is not None:
            self._boundary()
            self._emit_label(label, self._depth)

    def _emit_label(self, text: str, scope: int) -> None:
        """A block with the caption; what follows within ``scope`` carries it."""
        self._flush()
        if not any(depth == scope and undo == self._restore_label for depth, undo, _ in self._undos):
            self._on_exit_of(scope, self._restore_label, self._label)
        self._label = text
        self._emit(Block("label", text, label=text, gap=True))

    def _restore_label(self, label: str | None) -> None:
        self._flush()
        self._label = label

    # Links, images, times

    def _link_on(self, tag: str) -> None:
        if tag[:8] == 'a href="':
            href = tag[8 : tag.find('"', 8)]
        else:
            match = _HREF.search(tag)
            if match is None:
                return
            href = match[1] or match[2] or match[3] or ""
        if href[:1] == "#":
            if href[1:] in self.panels.tabs and self._capture is None:
                self._start_capture(Element("a", LINK, target=href[1:]), self._depth - 1)
            return
        self._link = self.addresses.absolute(href)
        if self._link is not None:
            self._line.append((self._link,))

    def _image(self, tag: str) -> None:
        """An image is no text, but where it alone shows a linked file its alternative text names the file."""
        if self._link is None or not is_file(self._link):
            return
        match = _ALT.search(tag)
        text = (match[1] or match[2] or "").strip() if match else ""
        self._alternative = text or unescape(self._link).rsplit("/", 1)[-1]

    def _time(self, tag: str) -> None:
        match = _DATETIME.search(tag)
        if match is not None:
            self._times.append((unescape(match[1] or match[2] or match[3] or ""), False))

    def _skip(self, parts: list[str], i: int, element: Element) -> int:
        """The index after the element's end; nothing of it is read."""
        name = element.name
        end, depth = f"/{name}", 1
        if element.code not in _IN_LINE and not self._capture:
            self._boundary()
        size = len(parts)
        while i + 1 < size:
            tag = parts[i + 1]
            i += 2
            if tag == end:
                depth -= 1
                if not depth:
                    break
            elif tag.startswith(name) and (tag == name or tag[len(name)] in " \n\t"):
                depth += 1
        return i


_PLAIN = {name: classify(name) for name, code in _START.items()}
_STARTS: dict[int, Callable[[Builder, Element], None]] = {
    BOLD: Builder._start_bold,
    LIST: Builder._start_list,
    ITEM: Builder._start_item,
    HEADING: Builder._start_heading,
    TABLE: Builder._start_table,
    ROW: Builder._start_row,
    CELL: Builder._start_cell,
    TERM: Builder._start_term,
    DEFINITION: Builder._start_definition,
    SUMMARY: Builder._start_summary,
    CAPTION: Builder._start_caption,
    TABLE_HEAD: Builder._start_table_head,
    TABLE_CAPTION: Builder._start_table_caption,
    PRE: Builder._start_pre,
    BUTTON: Builder._start_button,
    BREAK: Builder._start_break,
}
_WHOLE = {name: f"/{name}" for name in ("p", "li", "td")}
_MAYBE_SKIPPED = frozenset((SKIP, NAV, ASIDE, BUTTON, LINK, TIME))
_MAYBE_DROPPED = frozenset((NAV, BUTTON))
_BOXES = frozenset(("span", "b", "strong", "i", "em", "small", "time", "a", "font"))
_IN_LINE = frozenset((INLINE, SKIP, BUTTON))
