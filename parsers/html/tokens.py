"""Markup to tokens: text, tag, text, tag, ..., text, every start tag with its end.

``split`` takes markup that lexbor has written, which is balanced, quotes every attribute and holds no ``<`` or ``>``
but those of tags. ``balanced`` makes the same of markup as it came, in one pass whose time is linear whatever the
markup, for the pages that lexbor would take too long over (it takes quadratic time where elements nest deep, or where a
tag has very many attributes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.html.elements import VOID_NAMES

MAX_DEPTH = 400
MAX_TAGS = 250_000

_TAG = re.compile(r"<([^<>]*)>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NAME = re.compile(r"(/?)([a-zA-Z][\w:.-]*)")
_RAW = re.compile(r"<!--|<(script|style|noscript|template|textarea|xmp|svg|iframe)\b", re.IGNORECASE)
# How controls name their panels. Each begins with a word of its own, so that the search is quick.
_NAMING = {
    sign: re.compile(re.escape(sign) + r'([^"\s<>]+)"')
    for sign in ('aria-controls="', 'data-bs-target="#', 'data-target="#', 'href="#')
}
_LABELLED = re.compile(r'aria-labelledby="([^"\s<>]+)"')
_QUICKTABS = re.compile(r'id="(quicktabs-tabpage-[^"]+)"')
_CONTAINERS = ("<div", "<section", "<article", "<fieldset")
_MAX_PANELS = 300
_JUMP = re.compile(r'<a\b[^<>]*\shref="#([^"<>]+)"[^<>]*>')
_MARKUP = re.compile(r"<[^<>]*>")

# Formatting elements: where they are left open, a browser opens them again in every paragraph that follows.
_FORMATTING = re.compile(r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>])", re.IGNORECASE)

_NESTING = re.compile(
    r"<(/?)((?!(?:p|li|td|th|tr|dt|dd|option|script|style|textarea|noscript)\b)[a-z][a-z0-9]*)", re.IGNORECASE
)
_DEEP = 2_500

# Elements that an opening tag ends: name -> (what it ends, where the search stops).
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "table"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tbody": (frozenset(("tbody", "thead", "tfoot")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
_ENDS_PARAGRAPH = frozenset(
    [
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "main",
        "blockquote",
        "pre",
        "form",
        "hr",
        "header",
        "footer",
        "aside",
        "nav",
        "details",
        "fieldset",
        "address",
        "center",
    ]
)


def split(markup: str) -> list[str]:
    """Tokens of markup that lexbor wrote."""
    if "<!--" in markup:
        markup = _COMMENT.sub("", markup)
    return _TAG.split(markup)


def is_hostile(text: str) -> bool:
    """Whether lexbor must not be given a page: too large, nested too deep, or with too much left open.

    A look at the counts answers for ordinary pages.
    """
    tags = text.count("<")
    if tags > 150_000 or len(text) > 2_000_000:
        return True
    if tags > 8_000 and _nests_deep(text):
        return True
    if len(text) > 300_000 and any(len(tag) > 50_000 and tag.count("=") > 2_000 for tag in text.split("<")):
        return True
    if tags - 2 * text.count("</") > 200:
        left_open = sum(-1 if slash else 1 for slash in _FORMATTING.findall(text))
        return left_open > 60
    return False


def _nests_deep(text: str) -> bool:
    """Whether elements nest deeper than the parser takes in its stride. Elements that end by themselves don't count."""
    depth = 0
    for slash, name in _NESTING.findall(text):
        if slash:
            depth -= 1
        elif name not in VOID_NAMES:
            depth += 1
            if depth > _DEEP:
                return True
    return False


def balanced(text: str) -> tuple[list[str], list[str]]:
    """Tokens of markup as it came, without comments and scripts, and what was too much to follow (problems)."""
    parts = _TAG.split(_without_raw_text(text), MAX_TAGS)
    out: list[str] = [parts[0]]
    open_names: list[str] = []
    counts: dict[str, int] = {}
    flaws = []
    too_deep = False
    if len(parts) > 2 * MAX_TAGS:
        parts[-1] = ""
        flaws.append(f"too many tags: the first {MAX_TAGS} were read")

    def close(name: str) -> None:
        while open_names:
            top = open_names.pop()
            counts[top] -= 1
            out.append("/" + top)
            out.append("")
            if top == name:
                return

    for index in range(1, len(parts), 2):
        tag, text_after = parts[index], parts[index + 1]
        match = _NAME.match(tag)
        if match is None:
            # No tag: a bracket in running text, or a declaration.
            out += ("!", text_after if tag[:1] in ("!", "?", "/") else f"<{tag}>{text_after}")
            continue
        name = match[2].lower()
        if match[1]:
            if counts.get(name):
                close(name)
                out[-1] = text_after
            elif name == "p" or name == "br":
                out += ("br", text_after)
            else:
                out += ("!", text_after)
            continue
        if name in _ENDS_PARAGRAPH and open_names and open_names[-1] == "p":
            close("p")
        rule = _ENDS.get(name)
        if rule is not None:
            ends, stops = rule
            for open_name in reversed(open_names[-40:]):
                if open_name in ends:
                    close(open_name)
                    break
                if open_name in stops:
                    break
        rest = tag[match.end() :]
        written = name + (" " + rest.strip().rstrip("/") if rest.strip("/ \t\r\n") else "")
        if name in VOID_NAMES:
            out += (written, text_after)
        elif len(open_names) >= MAX_DEPTH:
            too_deep = True
            out += ("br", text_after)
        else:
            open_names.append(name)
            counts[name] = counts.get(name, 0) + 1
            out += (written, text_after)
            if rest.endswith("/") and name in ("svg", "path", "use"):
                close(name)
    while open_names:
        close(open_names[-1])
    if too_deep:
        flaws.append(f"too deep: elements nested deeper than {MAX_DEPTH} were read without their place")
    return out, flaws


def _without_raw_text(text: str) -> str:
    """``text`` without comments and the elements whose content is no markup. Linear: nothing is searched for twice."""
    kept = []
    position = 0
    missing: set[str] = set()
    lowered = ""
    for match in _RAW.finditer(text):
        start = match.start()
        if start < position:
            continue
        end_mark = "-->" if match[1] is None else f"</{match[1].lower()}"
        if end_mark in missing:
            continue
        lowered = lowered or text.lower()
        if len(lowered) != len(text):  # a letter whose lower case is longer: the places would be wrong
            lowered = text
        end = lowered.find(end_mark, match.end())
        if end < 0:
            missing.add(end_mark)
            continue
        kept.append(text[position:start])
        position = end + 3 if match[1] is None else lowered.find(">", end) + 1 or len(text)
    kept.append(text[position:])
    return " ".join(kept)


@dataclass(slots=True, frozen=True)
class Panels:
    """What ties captions to panels in a markup.

    ``ids`` are the panels that controls name; ``tabs`` those that a row of links opens: at least two links within the
    page with nothing but markup between them, all to containers, in themes without classes too; ``labelling`` the ids
    of captions that panels name (``aria-labelledby``).
    """

    ids: frozenset[str] = frozenset()
    tabs: frozenset[str] = frozenset()
    labelling: frozenset[str] = frozenset()


NO_PANELS = Panels()


def find_panels(markup: str) -> Panels:
    """The panels of tabs and accordions in markup that lexbor wrote."""
    named: set[str] = set()
    for sign, naming in _NAMING.items():
        if sign in markup:
            named.update(naming.findall(markup))
    if "quicktabs" in markup:
        named.update(_QUICKTABS.findall(markup))
    labelling = frozenset(_LABELLED.findall(markup)) if "aria-labelledby" in markup else frozenset()
    if not named and not labelling:
        return NO_PANELS
    found = {name: at for name in sorted(named)[:_MAX_PANELS] if (at := _place_of(markup, name)) >= 0}
    tabs = frozenset(_tab_rows(markup, found)) if 'href="#' in markup and found else frozenset()
    return Panels(frozenset(found), tabs, labelling)


def _place_of(markup: str, own_id: str) -> int:
    """Where the element with an id starts, -1 where there is none."""
    at = markup.find(f' id="{own_id}"')
    return markup.rfind("<", 0, at) if at >= 0 else -1


def _tab_rows(markup: str, places: dict[str, int]) -> set[str]:
    tabs: set[str] = set()
    row: list[str] = []
    row_end = -1
    for match in _JUMP.finditer(markup):
        target = match[1]
        caption_end = markup.find("</a>", match.end())
        if caption_end < 0:
            break
        place = places.get(target, -1)
        if place < 0 or not markup.startswith(_CONTAINERS, place):
            row_end = -1
            continue
        gap = markup[row_end : match.start()]
        if row_end >= 0 and len(gap) < 400 and not _MARKUP.sub("", gap).strip():
            row.append(target)
        else:
            row = [target]
        row_end = caption_end
        if len(row) > 1:
            tabs.update(row)
    return tabs
