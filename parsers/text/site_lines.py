"""Lines over a page that name the site and its parts, not the page: "IOM Georgia", "Home » News", "Publications".

Words are in ``data/vocab/site_lines.toml``, ``menus.toml`` and ``page.toml``. A site's own name is told by its words (a
body, an office, a country or region, and nothing else) or by the host of the page's address, which holds the name's
words or first letters: ``environmentalmigration.iom.int`` and "Environmental Migration Portal".
"""

from __future__ import annotations

import functools
import re

from parsers.html.words import folded
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold, tokenise
from parsers.words.vocabulary import load

_MOST_WORDS = 14  # of a site's name
_LEAST_INITIALS = 4
_LONGEST = 90  # characters of a site's name
_CRUMB = re.compile(r"\s+(?:»|›|>|→|/|::|\||\\)\s+|\s*[»›→]\s*")
_NO_HOST_WORDS = frozenset({"www", "iom", "int", "un", "org", "com", "net", "info", "ch", "eu", "fr", "es", "en", "ar"})


@functools.cache
def menu_labels() -> frozenset[str]:
    """Labels of the menus of iom.int and lines that are no content anywhere, lower case."""
    tables = load("menus")["labels"], load("page")["lines"]
    return frozenset(label.casefold() for table in tables for labels in table.values() for label in labels)


def is_menu_line(line: str) -> bool:
    """Whether a line is blank, a label of a menu, or a row of such labels between bars."""
    labels = menu_labels()
    words = line.strip().lstrip("-–•").strip().casefold()
    return not words or words in labels or ("|" in words and all(word.strip() in labels for word in words.split("|")))


@functools.cache
def _labels() -> frozenset[str]:
    page, sites = load("page"), load("site_lines")
    tables = (
        *(page[name] for name in ("lines", "home", "languages", "site_names", "sections", "listings")),
        sites["sections"],
    )
    return frozenset({folded(form) for table in tables for forms in table.values() for form in forms} | menu_labels())


def is_label(text: str) -> bool:
    """Whether a line is one label of a menu, of a site's section or of the buttons beside a page."""
    return len(text) < _LONGEST and folded(text) in _labels()


def crumbs(text: str) -> list[str] | None:
    """The parts of a breadcrumb ("Home » News » Title"), None where a line is none.

    It begins with the word for the first page, or all of it but the last part is labels.
    """
    parts = _CRUMB.split(text) if len(text) < 4 * _LONGEST else []
    if len(parts) < 2:
        return None
    if is_home(parts[0]) or all(is_label(part) for part in parts[:-1]):
        return parts
    return None


def is_region(text: str) -> bool:
    """Whether a line names regions of the world and nothing else: "Asia and the Pacific"."""
    if len(text) > _LONGEST:
        return False
    spaced = f" {_spaced(text)} "
    shorter = _taken_out(spaced, "regions")
    return shorter != spaced and not _taken_out(shorter, "small").strip()


def is_home(text: str) -> bool:
    """Whether a line is the label of a site's first page: "Home", "Inicio"."""
    return folded(text) in _homes()


@functools.cache
def _homes() -> frozenset[str]:
    return frozenset(folded(form) for forms in load("page")["home"].values() for form in forms)


def is_site_name(text: str, host: str) -> bool:
    """Whether a line is nothing but the name of the site on ``host``, or of an office."""
    if len(text) > _LONGEST or any(letter.isdigit() for letter in text):
        return False
    words = fold(text).split()
    if len(words) > _MOST_WORDS:
        return False
    if _is_hosts(text, host) or _names_an_office(text):
        return True
    own = host == _OWN or host.endswith(f".{_OWN}")  # there another body's name is a process that a page is about
    return not own and lexicon.whole(_ACRONYM.sub("", text), "organization") is not None


_OWN = "iom.int"


_ACRONYM = re.compile(r"\s*\([^()\s]{2,12}\)$")


def _is_hosts(text: str, host: str) -> bool:
    """Whether the host is made of the name's words or of their first letters."""
    tokens = [word for word in re.split(r"[^\w]+", fold(text)) if word]
    small = _forms("small")
    for label in host.split("."):
        if len(label) < _LEAST_INITIALS or label in _NO_HOST_WORDS:
            continue
        plain = label.replace("-", "")
        if plain in ("".join(tokens), "".join(word for word in tokens if word not in small)):
            return True
        initials = "".join(word[0] for word in tokens if word not in small)
        if len(tokens) >= _LEAST_INITIALS - 1 and plain in (initials, "".join(word[0] for word in tokens)):
            return True
        if any(folded(text).endswith(" " + office) for office in _forms("offices")) and plain == "".join(tokens[:-1]):
            return True
    return False


def _names_an_office(text: str) -> bool:
    """Whether a line holds a body or an office, countries, cities and regions, and nothing else."""
    rest = f" {_spaced(text)} "
    shorter = _taken_out(rest, "bodies")
    shorter = _taken_out(shorter, "offices")
    if shorter == rest:
        return False
    shorter = _taken_out(_taken_out(shorter, "regions"), "small")
    if not shorter.strip():
        return True
    return _only_places(text, shorter)


def _only_places(text: str, rest: str) -> bool:
    """Whether the words that are left are all in names of countries and cities."""
    tokens = tokenise(text)
    left = rest.split()
    for group in ("country", "city", "demonym"):
        for match in lexicon.found(tokens, group):
            for word in _spaced(text[match.start : match.end]).split():
                if word in left:
                    left.remove(word)
    return not left


def _taken_out(text: str, table: str) -> str:
    return re.sub(r"\s+", " ", _any_of(table).sub(" ", text))


@functools.cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= )(?:{alternatives(_forms(table))})(?= )")


@functools.cache
def _forms(table: str) -> frozenset[str]:
    return frozenset(_spaced(form) for forms in load("site_lines")[table].values() for form in forms)


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
