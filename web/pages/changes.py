"""What changed: one revision against the one before, and the latest changes of all pages."""

from __future__ import annotations

from web import feeds
from web.asking import Answer, Ask, File, Missing, Page
from web.citations import source_author
from web.differences import side_by_side
from web.pages.shared import path_of_page
from web.reading import Row
from web.shell import citation_of

SIZE = 50
_MOST_PAGES = 200
_CHANGES = """
    select revisions.*, pages.kind, pages.address from revisions join pages on pages.id = revisions.page_id
    where revisions.previous_id is not null
    order by revisions.first_captured_at desc, revisions.id limit ? offset ?
"""


def page(ask: Ask) -> Answer:
    """Two revisions of a page side by side."""
    page_id, number = ask.number("id"), ask.number("number")
    after = _revision(ask, page_id, number)
    before = _revision(ask, page_id, number - 1)
    if after is None or before is None:
        raise Missing("The archive has no such two revisions of that page.")
    title = after["title"] or after["address"]
    path = f"/page/{page_id}/changes/{number}"
    return Page(
        "differences.html",
        f"What changed: {title}",
        {
            "title": title,
            "before": before,
            "after": after,
            "rows": side_by_side(before["text"], after["text"]),
            "path_back": path_of_page(after["kind"], page_id),
        },
        cite=citation_of(
            ask,
            f"What changed between revision {number - 1} and {number}: {title}",
            path,
            kind="Comparison",
            author=source_author(after["address"]),
            source=after["address"],
            captured=after["last_captured_at"],
        ),
        index=False,
        canonical=path,
    )


def latest(ask: Ask) -> Answer:
    """Pages whose text changed, the latest first."""
    number = ask.page_number(_MOST_PAGES)
    rows = ask.read.rows(_CHANGES, SIZE + 1, (number - 1) * SIZE)
    if not rows and number > 1:
        raise Missing("The list of changes ends before that.")
    return Page(
        "changes.html",
        "Changes",
        {
            "rows": [(row, path_of_page(row["kind"], row["page_id"])) for row in rows[:SIZE]],
            "gone": ask.read.rows("select * from pages where gone_at is not null order by gone_at desc limit 30"),
            "number": number,
            "before": ask.with_args(page=number - 1) if number > 1 else None,
            "after": ask.with_args(page=number + 1) if len(rows) > SIZE and number < _MOST_PAGES else None,
        },
        formats=(("Atom", "/feeds/changes.atom", "application/atom+xml"),),
    )


def atom(ask: Ask) -> Answer:
    """The latest changes as a feed."""
    entries = [
        feeds.Item(
            id=f"{ask.base}/page/{row['page_id']}/changes/{row['number']}",
            title=row["title"] or row["address"],
            address=f"{ask.base}/page/{row['page_id']}/changes/{row['number']}",
            updated=row["first_captured_at"],
            summary=f"{row['lines_added']} lines added, {row['lines_removed']} removed.",
            language=row["language"],
        )
        for row in ask.read.rows(_CHANGES, SIZE, 0)
    ]
    return File(
        feeds.write("Changed pages", f"{ask.base}/feeds/changes.atom", f"{ask.base}/changes", entries), feeds.TYPE
    )


def _revision(ask: Ask, page_id: int, number: int) -> Row | None:
    return ask.read.row(
        """
        select revisions.*, revision_texts.text, pages.address, pages.kind
        from revisions join revision_texts using (id) join pages on pages.id = revisions.page_id
        where revisions.page_id = ? and revisions.number = ?
        """,
        page_id,
        number,
    )
