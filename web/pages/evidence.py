"""The words that say a fact: quoted, and marked in the page's text. And the text of a revision by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from web.asking import Answer, Ask, File, Missing, Page
from web.citations import source_author
from web.highlight import marked_lines, quotation
from web.pages.shared import path_of_page
from web.reading import Reader, Row
from web.shell import citation_of
from web.vocabulary import vocabulary
from web.wording import day, field_place, role, theme_label, words

# Tables whose rows carry evidence, and what one row of them is called.
THINGS = {
    "pages": "page",
    "events": "event",
    "press_releases": "press release",
    "sessions": "session",
    "appearances": "appearance",
    "involvements": "organisation's part",
    "documents": "document",
    "taggings": "theme",
}


@dataclass(slots=True)
class Fact:
    """One field of a row with the words that say it."""

    field: str
    value: str
    evidence: list[tuple[Row, tuple[str, str, str] | None, str]]  # row, quotation, address to suggest a correction


def page(ask: Ask) -> Answer:
    """All facts of one row; ``?field=`` picks one."""
    table, row_id = ask.parts["table"], ask.number("id")
    if table not in THINGS:
        raise Missing("There is no evidence of such things.")
    row = ask.read.row(f"select * from {table} where id = ?", row_id)
    if row is None:
        raise Missing(f"The archive has no {THINGS[table]} with the number {row_id}.")
    found = ask.read.rows(
        "select * from evidence where row_id = ? and table_name = ? order by field, span_start, id limit 300",
        row_id,
        table,
    )
    chosen = ask.args.get("field")
    if chosen not in {one["field"] for one in found}:
        chosen = None
    about, path = _about(ask, table, row)
    shown = [one for one in found if chosen in (None, one["field"])]
    revision = _revision(ask.read, shown[0]["revision_id"] if shown else None)
    text = (revision["text"] if revision else None) or ""  # an archive may be published without its texts
    spans = [(one["span_start"], one["span_end"]) for one in shown if one["span_start"] is not None]
    return Page(
        "evidence.html",
        f"Evidence: {about}",
        {
            "about": about,
            "thing": THINGS[table],
            "path_back": path,
            "table": table,
            "row_id": row_id,
            "chosen": chosen,
            "facts": _facts(ask, row, shown, text, path),
            "others": sorted({one["field"] for one in found} - {one["field"] for one in shown}, key=field_place),
            "revision": revision,
            "lines": marked_lines(text, spans) if spans and text else [],
        },
        cite=citation_of(
            ask,
            f"Evidence: {about}",
            f"/evidence/{table}/{row_id}",
            kind="Evidence",
            author=source_author(revision["address"]) if revision else None,
            source=revision["address"] if revision else None,
            captured=revision["last_captured_at"] if revision else None,
        ),
        index=False,
        canonical=f"/evidence/{table}/{row_id}" + (f"?field={chosen}" if chosen else ""),
    )


def text(ask: Ask) -> Answer:
    """The text of one revision, as it was captured."""
    revision = _revision(ask.read, ask.number("id"))
    if revision is None or revision["text"] is None:
        raise Missing("The archive has no such text.")
    path = f"/text/{revision['id']}"
    title = revision["title"] or revision["address"]
    return Page(
        "text.html",
        f"Text: {title}",
        {"revision": revision, "title": title, "path_back": path_of_page(revision["kind"], revision["page_id"])},
        cite=citation_of(
            ask,
            title,
            path,
            kind=f"Text of revision {revision['number']}",
            author=source_author(revision["address"]),
            source=revision["address"],
            captured=revision["last_captured_at"],
            language=revision["language"],
        ),
        index=False,
        formats=(("Plain text", f"{path}.txt", "text/plain"),),
        canonical=path,
    )


def plain_text(ask: Ask) -> Answer:
    """The same as a file."""
    revision = _revision(ask.read, ask.number("id"))
    if revision is None or revision["text"] is None:
        raise Missing("The archive has no such text.")
    return File(revision["text"], "text/plain; charset=utf-8")


def _revision(read: Reader, revision_id: int | None) -> Row | None:
    return read.row(
        """
        select revisions.*, revision_texts.text, pages.address, pages.kind, pages.revision_count
        from revisions left join revision_texts using (id) join pages on pages.id = revisions.page_id
        where revisions.id = ?
        """,
        revision_id,
    )


def _facts(ask: Ask, row: Row, evidence: list[Row], text: str, path: str) -> list[Fact]:
    facts: dict[str, Fact] = {}
    for one in evidence:
        name = one["field"]
        span = (one["span_start"], one["span_end"])
        said = None if None in span else quotation(text, span) if text else ("", one["words"] or "", "")
        report = "/correct?" + urlencode({"of": path, "evidence": one["id"]})
        facts.setdefault(name, Fact(name, value_of(ask, row, name), [])).evidence.append((one, said, report))
    return sorted(facts.values(), key=lambda fact: field_place(fact.field))


def value_of(ask: Ask, row: Row, name: str) -> str:
    """A field's value for people."""
    value: Any = row[name] if name in row.keys() else None  # noqa: SIM118  a row is no dictionary
    if value is None:
        return ""
    if name == "country":
        return vocabulary(ask.site, ask.read).countries.get(str(value), str(value))
    if name == "theme_id":
        theme = ask.read.row("select * from themes where id = ?", value)
        return theme_label(theme["scheme"], theme["code"], theme["label"]) if theme else str(value)
    if name == "role":
        return role(str(value))
    if name == "kind":
        return words(value)
    return day(str(value)) if name.endswith("date") or name == "published" else str(value)


def _about(ask: Ask, table: str, row: Row) -> tuple[str, str]:
    """What the row is called, and where it is shown."""
    if table in ("events", "press_releases", "pages"):
        kind = {"events": "event", "press_releases": "press_release"}.get(table) or row["kind"]
        name = row[{"events": "name", "press_releases": "headline", "pages": "title"}[table]]
        return name or row["address"], path_of_page(kind, row["id"])
    path = path_of_page(
        "event" if row["event_id"] else "press_release" if row["press_release_id"] else None, row["page_id"]
    )
    if table == "sessions":
        return row["title"], f"{path}#session-{row['id']}"
    session = row["session_id"] if table != "taggings" else None
    path += f"#session-{session}" if session else ""
    if table == "taggings":
        return value_of(ask, row, "theme_id"), path
    return row["label" if table == "documents" else "name_text"], path
