"""The menu of a mission's site over a text capture's page: its labels come twice, or glued to a blurb the second time.

    Skip to main content / Ghana / Ghana / IOM Global / IOM Global / Who we are / Who we areIOM has worked in Ghana …

Nobody can list such labels, for each site has its own (its country, its programmes), but nothing else says each line
twice. What may stand between two of them and behind the last is a label that comes once ("- Events"), known to the
menus' list or behind a bullet, and the codes of languages ("RO").
"""

from __future__ import annotations

import re

from parsers.text.site_lines import is_label, is_menu_line

_MOST = 160  # lines among which such a menu stands
_LABEL, _WORDS = 60, 8  # characters and words of a label
_BLURB = 600  # characters of a label with the blurb glued to it
_LEAST = 3  # labels that come twice
_APART = 12  # labels that come once between two that come twice
_MARKS = "-–—•*"
_CODE = re.compile(r"[A-Z]{2}(?:\s*[|/·]\s*[A-Z]{2})*")
_NO_LABEL = re.compile(r"[.!?;:…»”\"]$|\d")


def menu_end(lines: list[str]) -> int:
    """The number of the first line behind a menu at the top whose labels come twice; 0 where there is none."""
    end = pairs = apart = 0
    index = 0
    while index < min(len(lines) - 1, _MOST):
        words = _label(lines[index])
        if not words or is_menu_line(lines[index]):
            twice = bool(words) and _comes_twice(words, lines[index + 1])
        elif len(words) > _LABEL or len(words.split()) > _WORDS or _NO_LABEL.search(words):
            break
        else:
            twice = _comes_twice(words, lines[index + 1])
            apart += not twice
        if twice and not _is_title(lines, index):
            pairs, apart = pairs + 1, 0
            index += 1
            end = index + 1
        if apart > _APART:
            break
        index += 1
    return _past_labels(lines, end) if pairs >= _LEAST else 0


def _label(line: str) -> str:
    return line.strip().lstrip(_MARKS).strip()


def _comes_twice(words: str, below: str) -> bool:
    """Whether the line below says a label again, alone or with a blurb glued to it that begins with a capital."""
    again = _label(below)
    if len(again) > _BLURB or again[: len(words)].casefold() != words.casefold():
        return False
    rest = again[len(words) :]
    return not rest or (rest[0].isalpha() and not rest[0].islower())


def _is_title(lines: list[str], index: int) -> bool:
    """Whether two like lines stand apart from all others: those of a page's title."""
    over, below = index == 0 or not lines[index - 1].strip(), lines[index + 2 : index + 3]
    return over and not any(line.strip() for line in below) and index > 1


def _past_labels(lines: list[str], end: int) -> int:
    """Past the labels that come once behind the menu's last."""
    while end < len(lines):
        line = lines[end].strip()
        marked = line[:1] in _MARKS and len(_label(line)) <= _LABEL and not _NO_LABEL.search(_label(line))
        if line and not (marked or is_menu_line(line) or is_label(line) or _CODE.fullmatch(line)):
            break
        end += 1
    return end
