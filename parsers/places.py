"""Places as printed: countries, and the place that a dateline, a venue line or a sentence gives.

``location_of_dateline`` (`parsers.dateline`), ``read_venue_line`` (`parsers.venue_line`) and ``find_held_at``
(`parsers.held_at`) give a `Where`, with the spans of its parts; what a venue or a city only implies (the city of the
Palais des Nations, the country of Geneva) is marked as an inference. Names of cities stay as printed. Countries are
read by `parsers.countries`.
"""

from parsers.countries import PlaceMatch, country_in_body, country_of, country_of_demonym, find_countries
from parsers.dateline import location_of_dateline
from parsers.held_at import HeldAt, find_held_at
from parsers.venue_line import read_venue_line
from parsers.where import Where, country_beside

__all__ = [
    "HeldAt",
    "PlaceMatch",
    "Where",
    "country_beside",
    "country_in_body",
    "country_of",
    "country_of_demonym",
    "find_countries",
    "find_held_at",
    "location_of_dateline",
    "read_venue_line",
]
