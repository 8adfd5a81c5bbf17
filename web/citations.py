"""How a page of the archive is cited: plain text, BibTeX, RIS and CSL-JSON.

A citation names the thing, the archive with the day up to which it holds what was published, the permanent address, and
for what was read from a page also that page and when it was captured.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from web.wording import day

ARCHIVE = "IOM events archive"
IOM = "International Organization for Migration"
_LATEX = {letter: "\\" + letter for letter in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited. Days are ISO 8601; ``as_of`` is the archive's own, None for an archive without captures."""

    title: str
    address: str  # permanent, in the archive
    as_of: str | None
    kind: str = "Page"  # Event, Press release ...
    author: str | None = None
    issued: str | None = None
    source: str | None = None  # address of the page it was read from
    captured: str | None = None  # instant
    language: str | None = None

    @property
    def key(self) -> str:
        """A key for BibTeX: letters, digits and hyphens."""
        plain = unicodedata.normalize("NFKD", self.title).encode("ascii", "ignore").decode().lower()
        words = re.findall(r"[a-z0-9]+", plain)[:4]
        tail = re.sub(r"[^A-Za-z0-9]+", "-", self.address.split("://")[-1].partition("/")[2]).strip("-")
        return "-".join(filter(None, ["iom", *words, tail]))[:80]

    @property
    def _year(self) -> str | None:
        return self.issued[:4] if self.issued else None


def plain(cited: Citation) -> str:
    """One paragraph. No full stop touches an address: it would be copied with it."""
    who = f"{cited.author} " if cited.author else ""
    when = f"({day(cited.issued)}). " if cited.issued else ("" if not cited.author else "(n.d.). ")
    as_of = f", as of {day(cited.as_of[:10])}" if cited.as_of else ""
    if cited.title == ARCHIVE:
        return f"{ARCHIVE}{as_of}. {cited.address}"
    archive = f"In: {ARCHIVE}{as_of}"
    source = ""
    if cited.source:
        captured = f"captured {day(cited.captured[:10])} from " if cited.captured else "read from "
        source = f" ({captured}{cited.source})"
    title = cited.title if cited.title.endswith((".", "?", "!", "…")) else f"{cited.title}."
    return f"{who}{when}{title} {cited.kind}. {archive}. {cited.address}{source}"


def bibtex(cited: Citation) -> str:
    """A ``@misc`` entry. Values are escaped for LaTeX, addresses are not."""
    fields: dict[str, str | None] = {
        "title": f"{{{_latex(cited.title)}}}",
        "author": f"{{{_latex(cited.author)}}}" if cited.author else None,
        "year": cited._year,
        "date": cited.issued,
        "howpublished": _latex(f"{cited.kind}, {ARCHIVE}"),
        "url": _braced(cited.address),
        "urldate": cited.as_of[:10] if cited.as_of else None,
        "note": _latex(_note(cited)) or None,
        "langid": cited.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}", ""])


def ris(cited: Citation) -> str:
    """One record, with the line ends that RIS asks for."""
    fields: list[tuple[str, str | None]] = [
        ("TY", "ELEC"),
        ("TI", cited.title),
        ("AU", f"{cited.author}," if cited.author else None),
        ("PY", cited._year),
        ("DA", cited.issued.replace("-", "/") if cited.issued else None),
        ("T2", ARCHIVE),
        ("M3", cited.kind),
        ("LA", cited.language),
        ("UR", cited.address),
        ("L2", cited.source),
        ("Y2", cited.as_of[:10].replace("-", "/") if cited.as_of else None),
        ("N1", _note(cited) or None),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(cited: Citation) -> str:
    """A list with one item of CSL-JSON 1.0.2."""
    item: dict[str, object | None] = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "genre": cited.kind,
        "container-title": ARCHIVE,
        "author": [{"literal": cited.author}] if cited.author else None,
        "issued": _parts(cited.issued),
        "URL": cited.address,
        "accessed": _parts(cited.as_of[:10]) if cited.as_of else None,
        "note": _note(cited) or None,
        "language": cited.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1)


# suffix of the page's address -> what writes it, its media type, its name for people
FORMS: dict[str, tuple[Callable[[Citation], str], str, str]] = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8", "BibTeX"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8", "RIS"),
    "csl.json": (csl, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
    "cite.txt": (plain, "text/plain; charset=utf-8", "Plain text"),
}


def source_author(address: str) -> str | None:
    """IOM, for a page of its own sites; of another's page the author is not known."""
    host = address.partition("://")[2].partition("/")[0]
    return IOM if host == "iom.int" or host.endswith(".iom.int") else None


def _note(cited: Citation) -> str:
    if not cited.source:
        return ""
    return f"Read from {cited.source}" + (f", captured {cited.captured}" if cited.captured else "")


def _parts(text: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in text.split("-")]]} if text else None


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in " ".join(text.split()))


def _braced(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D")
