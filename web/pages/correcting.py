"""Suggest a correction: a report that is filled in with the address of what it is about and the words it rests on."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from web.asking import Answer, Ask, Page
from web.citations import ARCHIVE
from web.pages.evidence import THINGS, value_of
from web.reading import Row
from web.shell import about_file
from web.wording import field_name, field_place, shortened

_LONGEST_REPORT = 1_500  # characters of an address's query that mail programs and trackers take
_FACTS = 8
_QUOTED = 120  # characters of each quotation
_ADDRESSES = {"event": "events", "release": "press_releases", "page": "pages"}
_NAMED = {"person": ("appearances", "person_id"), "organization": ("involvements", "organization_id")}
_THING = re.compile(r"/(?P<kind>event|release|page|person|organization)/(?P<id>\d{1,18})(?=[/?]|$)")
_ROW = re.compile(r"/(?:evidence|[a-z_]+)/(?P<table>[a-z_]+)/(?P<id>\d{1,18})(?=[/?]|$)")


def correct(ask: Ask) -> Answer:
    """A prefilled report: which page, which facts, which words; with ``?evidence=`` one fact alone."""
    path = ask.args.get("of", "/")
    path = path if path.startswith("/") and not path.startswith("//") else "/"
    found = _evidence(ask)
    lines = [f"Page: {ask.base}{path}", *(_of_fact(found) if found else _of_row(ask, path))]
    lines += [
        f"Archive as of: {about_file(ask.site, ask.read).get('as_of')}",
        "",
        "What is wrong:",
        "",
        "What is right, and where it says so:",
        "",
    ]
    report, subject = "\n".join(lines), f"Correction: {path}"
    return Page(
        "correct.html",
        "Suggest a correction",
        {"report": report, "of": path, "found": found, "send": _send(ask.site.settings.corrections, subject, report)},
        description=f"Say what is wrong in the {ARCHIVE}.",
        cite=False,
        index=False,
    )


def _evidence(ask: Ask) -> Row | None:
    number = ask.args.get("evidence", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    return ask.read.row(
        """
        select evidence.*, pages.address from evidence join revisions on revisions.id = evidence.revision_id
        join pages on pages.id = revisions.page_id where evidence.id = ?
        """,
        int(number),
    )


def _of_fact(found: Row) -> list[str]:
    return [
        f"Fact: {field_name(found['field'])} ({found['table_name']} {found['row_id']})",
        f"Words that it was read from: “{found['words'] or ''}”",
        f"Source: {found['address']}",
    ]


def _of_row(ask: Ask, path: str) -> list[str]:
    """What the archive says of the thing at an address, with the words that say it; nothing for lists and the like."""
    if thing := _THING.match(path):
        kind, number = thing["kind"], int(thing["id"])
        return _of_name(ask, *_NAMED[kind], number) if kind in _NAMED else _facts(ask, _ADDRESSES[kind], number)
    if row := _ROW.match(path):
        return _facts(ask, row["table"], int(row["id"])) if row["table"] in THINGS else []
    return []


def _facts(ask: Ask, table: str, number: int) -> list[str]:
    row = ask.read.row(f"select * from {table} where id = ?", number)
    if row is None:
        return []
    evidence = ask.read.rows(
        "select field, min(words) as words from evidence where table_name = ? and row_id = ? group by field",
        table,
        number,
    )
    page = row["id"] if table == "pages" else row["page_id"]
    source = ask.read.value("select address from pages where id = ?", page)
    told = sorted(evidence, key=lambda one: field_place(one["field"]))[:_FACTS]
    return [
        f"Row: {table} {number}",
        *(f"{field_name(one['field'])}: {value_of(ask, row, one['field'])}{_words(one['words'])}" for one in told),
        f"Source: {source}",
    ]


def _of_name(ask: Ask, table: str, column: str, number: int) -> list[str]:
    """Where a person or body was last named."""
    named = ask.read.rows(
        f"""
        with latest as (select id, page_id from {table} where {column} = ? order by year desc, id limit 3)
        select distinct evidence.words, pages.address from latest join pages on pages.id = latest.page_id
        join evidence on evidence.row_id = latest.id and table_name = '{table}' and field = 'name_text'
        """,
        number,
    )
    return [f"Named “{shortened(one['words'], _QUOTED)}” on {one['address']}" for one in named]


def _words(words: str | None) -> str:
    return f", from “{shortened(words, _QUOTED)}”" if words else ""


def _send(to: str | None, subject: str, report: str) -> tuple[str, str] | None:
    """Label and address of the way to send a report; None where the operator has set none."""
    if not to:
        return None
    report = report[:_LONGEST_REPORT]
    if to.startswith(("https://", "http://")):
        return (
            "Open a report with this text",
            f"{to}{'&' if '?' in to else '?'}{urlencode({'title': subject, 'body': report})}",
        )
    mail = to.removeprefix("mailto:")
    return f"Write to {mail}", f"mailto:{quote(mail, safe='@')}?subject={quote(subject)}&body={quote(report)}"
