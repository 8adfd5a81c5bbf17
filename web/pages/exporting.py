"""Whole tables as files, and the list of them."""

from __future__ import annotations

from archive.schema import TABLES, VIEWS
from web.asking import Answer, Ask, Missing, Page, Rows

_HIDDEN = {name for name, view in VIEWS.items() if view.hidden}


def every(ask: Ask) -> Answer:
    """All tables and views with their files."""
    return Page(
        "exports.html",
        "Exports",
        {
            "tables": [
                row
                for row in ask.read.rows("select * from described_tables order by rowid")
                if row["name"] not in _HIDDEN
            ],
            "download": ask.site.setting("allow_download"),
            "size": ask.site.size,
        },
        description="Every table of the archive in full, as CSV, NDJSON and JSON; and the whole archive as one file.",
    )


def is_exported(name: str | None) -> bool:
    """Whether a table or view of this name can be had as a whole file."""
    return name in TABLES or (name in VIEWS and name not in _HIDDEN)


def table(ask: Ask) -> Answer:
    """One table or view in full."""
    name = ask.parts["table"]
    if not is_exported(name):
        raise Missing(f"The archive has no table “{name}”.")
    return Rows(f'select * from "{name}"', (), ask.parts["form"], name)
