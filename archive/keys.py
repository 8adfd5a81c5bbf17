"""Ids of what stands for itself: people, bodies, places, themes.

The same name gives the same id on every page.
"""

from __future__ import annotations

from archive.ids import hash_id
from archive.names import name_key


def person_id(name: str) -> int:
    """Id of the person of that name."""
    return hash_id("person", name_key(name))


def organization_id(name: str | None) -> int | None:
    """Id of the body of that name; None without a name."""
    key = name_key(name) if name else ""
    return hash_id("organization", key) if key else None


def place_id(city: str | None, country: str | None) -> int | None:
    """Id of a city in a country, or of either alone; None without both."""
    if not city and not country:
        return None
    return hash_id("place", name_key(city or ""), country or "")


def theme_id(scheme: str, code: str) -> int:
    """Id of a theme of a scheme."""
    return hash_id("theme", scheme, code)
