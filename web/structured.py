"""Things as data for programs: schema.org in JSON-LD, and nested records as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from web.citations import source_author
from web.reading import Row

if TYPE_CHECKING:
    from web.pages.events import Event
    from web.pages.programme import Content, Meeting
    from web.pages.releases import Release

_CONTEXT = "https://schema.org"
_STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed", "rescheduled": "EventRescheduled"}
_MODES = {"online": "OnlineEventAttendanceMode", "hybrid": "MixedEventAttendanceMode"}
_SHOWN = ("id", "name", "name_text", "role", "position", "organization_text", "country", "person_id", "organization_id")


def dumps(data: Any) -> str:
    """JSON for people and programs."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def embedded(data: Any) -> Markup:
    """JSON that can stand inside ``<script type="application/ld+json">``: no stored text can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


# schema.org


def event(found: Event, base: str) -> dict[str, Any]:
    """An Event with its sessions as subEvent."""
    row, bodies = found.row, found.content.bodies
    return _clean(
        {
            "@context": _CONTEXT,
            "@type": "Event",
            "@id": base + found.path,
            "url": base + found.path,
            "name": found.name,
            "startDate": row["start_date"],
            "endDate": _end(row["start_date"], row["end_date"]),
            "eventStatus": _schema(_STATUS.get(row["status"])),
            "eventAttendanceMode": _schema(_MODES.get(row["mode"])),
            "inLanguage": row["language"],
            "location": _location(row),
            "organizer": [
                _body(body, base) for body in bodies if body["role"] in ("organizer", "co_organizer", "host")
            ],
            "sponsor": [_body(body, base) for body in bodies if body["role"] == "sponsor"],
            "performer": _people(found.content.people, base),
            "superEvent": {"@type": "EventSeries", "name": row["series_name"]} if row["series"] else None,
            "subEvent": [
                _session(one, base + found.path, base) for one in found.content.sessions if one.row["kind"] != "break"
            ],
            "subjectOf": {"@type": "WebPage", "url": row["address"], "dateModified": row["captured_at"]},
        }
    )


def _session(one: Meeting, page: str, base: str) -> dict[str, Any]:
    row = one.row
    start = row["start_utc"] or _joined(row["date"], row["start_time"])
    end = row["end_utc"] or _joined(row["date"], row["end_time"])
    return _clean(
        {
            "@type": "Event",
            "@id": f"{page}#session-{row['id']}",
            "name": row["title"],
            "startDate": start,
            "endDate": _end(start, end),
            "location": {"@type": "Place", "name": row["venue"]} if row["venue"] else None,
            "organizer": [_body(body, base) for body in one.bodies],
            "performer": _people(one.people, base),
        }
    )


def release(found: Release, base: str) -> dict[str, Any]:
    """A NewsArticle."""
    row = found.row
    everybody = [*found.content.people, *(person for one in found.content.sessions for person in one.people)]
    return _clean(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "@id": base + found.path,
            "mainEntityOfPage": row["address"],
            "url": base + found.path,
            "headline": found.name,
            "datePublished": row["published"],
            "author": _publisher(row["address"]),
            "publisher": _publisher(row["address"]),
            "inLanguage": row["language"],
            "locationCreated": _location(row),
            "mentions": _people(everybody, base),
            "about": [
                {"@type": "Event", "name": one["name"], "url": f"{base}/event/{one['id']}"} for one in found.events
            ],
        }
    )


def person(row: Row, base: str) -> dict[str, Any]:
    """A Person in a public role."""
    return _clean(
        {
            "@context": _CONTEXT,
            "@type": "Person",
            "@id": f"{base}/person/{row['id']}",
            "name": row["name"],
            "alternateName": (row["other_names"] or "").split("; ") if row["other_names"] else None,
            "jobTitle": row["position"],
            "affiliation": {"@type": "Organization", "name": row["organization"]} if row["organization"] else None,
        }
    )


def _location(row: Row) -> dict[str, Any] | None:
    keys = row.keys()
    venue = row["venue"] if "venue" in keys else None
    if "mode" in keys and row["mode"] == "online":
        return {"@type": "VirtualLocation", "url": row["address"]}
    if not (venue or row["city"] or row["country"]):
        return None
    address = _clean({"@type": "PostalAddress", "addressLocality": row["city"], "addressCountry": row["country"]})
    return _clean({"@type": "Place", "name": venue or row["city"], "address": address})


def _people(people: Iterable[Row], base: str) -> list[dict[str, Any]]:
    return [
        _clean(
            {
                "@type": "Person",
                "@id": f"{base}/person/{person['person_id']}",
                "name": person["name"],
                "jobTitle": person["position"],
                "affiliation": {"@type": "Organization", "name": person["organization_text"]}
                if person["organization_text"]
                else None,
            }
        )
        for person in people
    ]


def _body(body: Row, base: str) -> dict[str, Any]:
    return {
        "@type": "Organization",
        "@id": f"{base}/organization/{body['organization_id']}",
        "name": body["name_text"],
    }


def _publisher(address: str) -> dict[str, str] | None:
    name = source_author(address)
    return {"@type": "Organization", "name": name} if name else None


def _schema(word: str | None) -> str | None:
    return f"{_CONTEXT}/{word}" if word else None


def _joined(date: str | None, clock: str | None) -> str | None:
    return f"{date}T{clock}" if date and clock else date


def _end(start: str | None, end: str | None) -> str | None:
    """An end before the start is a slip on the page; a calendar or a search engine would refuse it."""
    return end if start and end and end >= start else None


def _clean(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in (None, [], {}, "")}


# nested records


def event_record(found: Event) -> dict[str, Any]:
    """One event with everything in it, under the names of the tables' columns."""
    return {**dict(found.row), **_content(found.content)}


def release_record(found: Release) -> dict[str, Any]:
    """One release with everything in it."""
    return {**dict(found.row), **_content(found.content), "events": _rows(found.events)}


def _content(content: Content) -> dict[str, Any]:
    return {
        "organizations": _rows(content.bodies),
        "documents": _rows(content.documents),
        "themes": [dict(row) for _, rows in content.themes for row in rows],
        "people": _shown(content.people),
        "sessions": [
            {
                **dict(one.row),
                "organizations": _rows(one.bodies),
                "documents": _rows(one.documents),
                "people": _shown(one.people),
            }
            for one in content.sessions
        ],
    }


def _rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [dict(row) for row in rows]


def _shown(people: Iterable[Row]) -> list[dict[str, Any]]:
    return [{name: person[name] for name in _SHOWN} for person in people]
