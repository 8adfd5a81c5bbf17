"""A page with what each rule claimed of it, line by line, for a maintainer's eyes."""

from __future__ import annotations

from parsers.assembly import Reading
from parsers.record import Record, Tagging


def explain(reading: Reading) -> str:
    """The page's blocks, each with its kind and what claimed it; then the record's facts and problems.

    A line that nothing claimed has ``-`` in the second column; a leftover of the agenda has ``LEFT``.
    """
    page, record = reading.page, reading.record
    lines = [f"{page.url}", f"kind: {record.kind}   language: {record.language}   source: {page.source}"]
    lines += [f"    {reason}" for reason in reading.kind.reasons]
    lines.append("")
    leftovers = set(reading.agenda.leftovers) - reading.agenda.claimed
    for index, block in enumerate(page.blocks):
        claim = "LEFT" if index in leftovers else reading.claimed.get(index, "-")
        where = block.kind + (f"{block.level}" if block.level else "")
        if block.table is not None:
            where += f" {block.table}.{block.row}.{block.column}"
        lines.append(f"{index:4} {claim[:12]:12} {where[:18]:18} {'' if block.gap else '| '}{block.text}")
    lines.append("")
    lines += _facts(record)
    lines += [f"theme {_theme(tag)} {page.quote(tag.start, tag.end)!r}" for tag in record.taggings]
    lines += [f"problem {problem.code}: {problem.message}" for problem in record.problems]
    return "\n".join(lines)


def _facts(record: Record) -> list[str]:
    place = record.location
    when = f"event {record.start_date} to {record.end_date} ({record.date_basis or 'stated'})"
    lines = [
        f"title {record.title!r}   published {record.published}   {when}",
        f"place {place.venue!r} {place.city!r} {place.country} {'online' if place.online else ''}",
    ]
    for session in record.sessions:
        times = f"{session.date} {session.start}-{session.end} {session.timezone or ''}"
        lines.append(f"session {times} [{session.kind}] {session.title}")
        lines += [f"    {person.role}: {person.name}" for person in session.people]
        lines += [f"    {body.role}: {body.name}" for body in session.organizers]
    lines += [f"{p.role}: {p.name} | {p.position} | {p.organization} | {p.country}" for p in record.people]
    lines += [f"{body.role}: {body.name}  ({body.rule})" for body in record.organizations]
    lines += [f"document [{document.kind}]: {document.label} {document.url or ''}" for document in record.documents]
    return lines


def _theme(tag: Tagging) -> str:
    return f"{tag.scheme}/{tag.code} {tag.score:.2f} {'main' if tag.main else ''}"
