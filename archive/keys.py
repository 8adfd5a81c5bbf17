"""Ids of what stands for itself: people, places, themes (bodies: `archive.bodies`).

The same name gives the same id on every page.
"""

from __future__ import annotations

from archive.ids import hash_id
from archive.names import name_key
from archive.towns import town


def person_id(name: str) -> int:
    """Id of the person of that name."""
    return hash_id("person", name_key(name))


def place_id(city: str | None, country: str | None) -> int | None:
    """Id of a city in a country, or of either alone; None without both. A town's names in all languages have one."""
    if not city and not country:
        return None
    return hash_id("place", name_key(town(city, country) if city else ""), country or "")


def theme_id(scheme: str, code: str) -> int:
    """Id of a theme of a scheme."""
    return hash_id("theme", scheme, code)
