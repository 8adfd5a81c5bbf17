"""A page of the site that is neither event nor release, or was never read."""

from __future__ import annotations

from web.asking import Answer, Ask, Moved, Page
from web.citations import source_author
from web.pages import programme, shared
from web.shell import citation_of


def page(ask: Ask) -> Answer:
    """What the archive knows of the page; an event or release has a page of its own."""
    page_id = ask.number("id")
    row = ask.read.row("select * from pages where id = ?", page_id)
    if row is None:
        return shared.moved(ask, page_id, "page")
    if row["kind"] in ("event", "press_release"):
        return Moved(shared.path_of_page(row["kind"], page_id))
    title = row["title"] or row["address"]
    return Page(
        "page.html",
        title,
        {
            "row": row,
            "content": programme.load(ask.read, page_id),
            "text": ask.read.value("select text from revision_texts where id = ?", row["revision_id"]) or "",
            "evidence": shared.fields_with_evidence(ask.read, "pages", page_id),
            "source": shared.source_of(ask.read, page_id),
        },
        cite=citation_of(
            ask,
            title,
            f"/page/{page_id}",
            author=source_author(row["address"]),
            source=row["address"],
            captured=row["last_seen"],
            language=row["language"],
        ),
        canonical=f"/page/{page_id}",
    )
