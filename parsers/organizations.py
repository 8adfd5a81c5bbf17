"""Bodies as printed: whether a text names one, which ones a list of organisers names, who is said to be involved.

``looks_like_organization`` judges a slot and ``find_organizations`` finds the bodies that the archive knows
(`parsers.organization_names`); ``split_organizer_list`` cuts the value of a label such as "Organizers:"
(`parsers.organizer_lists`); ``find_involved`` reads "organised by A and B, with the support of C" in prose
(`parsers.involvement`). Names stay as printed.
"""

from parsers.involvement import find_involved
from parsers.organization_names import OrganizationMatch, body_key, find_organizations, looks_like_organization
from parsers.organizer_lists import Body, split_organizer_list

__all__ = [
    "Body",
    "OrganizationMatch",
    "body_key",
    "find_involved",
    "find_organizations",
    "looks_like_organization",
    "split_organizer_list",
]
