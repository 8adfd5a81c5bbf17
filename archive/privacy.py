"""What is kept out of the published database: contact details, press contacts, and people who asked to be left out.

E-mail addresses and phone numbers are blotted out of every text with as many █ as they had characters or digits, so
that spans still hold; `archive.contact_details` finds them. A number that a page says to be somebody's is blotted out
wherever it stands on it. Rows for press contacts are not published at all: a contact is a service of a release, no
public role; who is named as contact and quoted as well keeps the row for the quotation. A blocked person has no rows,
and the name is blotted out of every text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from archive.contact_details import contact_details, label_before
from archive.names import name_key
from parsers.record import Appearance, Involvement, Record

BLOT = "█"
CONTACT_ROLE = "contact"


def blot(text: str) -> str:
    """``text`` without e-mail addresses and phone numbers; as long as before."""
    details = contact_details(text)
    if not details:
        return text
    letters = list(text)
    for detail in details:
        for place in range(detail.start, detail.end):
            if detail.kind == "email" or letters[place].isdigit():
                letters[place] = BLOT
    return "".join(letters)


def phone_numbers(text: str) -> frozenset[str]:
    """The digits of the phone numbers in a text."""
    found = (_digits(text[detail.start : detail.end]) for detail in contact_details(text) if detail.kind == "phone")
    return frozenset(digits for digits in found if len(digits) >= _FEWEST_KNOWN)


def leads_to_somebody(address: str) -> bool:
    """Whether a link opens a call or a message, or holds an e-mail address."""
    return _TO_SOMEBODY.match(address) is not None or any(
        detail.kind == "email" for detail in contact_details(unquote(address))
    )


_TO_SOMEBODY = re.compile(
    r"\s*(?:(?:mailto|tel|callto|sms|smsto|whatsapp|viber|skype|facetime):|https?://(?:wa\.me|api\.whatsapp\.com)/)",
    re.IGNORECASE,
)
_FEWEST_KNOWN = 7  # digits of a number that is told from others by its digits alone


@dataclass(frozen=True, slots=True)
class Numbers:
    """Phone numbers that a page is known to hold: blotted out wherever they stand on it, also without their label."""

    digits: frozenset[str] = frozenset()

    def blot(self, text: str) -> str:
        """``text`` without the digits of these numbers, in any grouping; as long as before."""
        if not self.digits:
            return text
        letters = list(text)
        for run in _RUN.finditer(text):
            places = [place for place in range(*run.span()) if text[place].isdecimal()]
            digits = _digits(run[0])
            for length in {len(number) for number in self.digits}:
                for first in range(len(digits) - length + 1):
                    own = places[first : first + length]
                    inside = text[own[0] - 1 : own[0]].isdecimal() or text[own[-1] + 1 : own[-1] + 2].isdecimal()
                    if digits[first : first + length] in self.digits and not inside:
                        for place in own:
                            letters[place] = BLOT
        return "".join(letters)

    def without_contact(self, text: str) -> str:
        """The words before the first contact detail and its label: what is left of a body's name or a post."""
        begins = [detail.begin for detail in contact_details(text)]
        known = self.blot(text).find(BLOT)
        first = min([*begins, known] if known >= 0 else begins, default=None)
        return text if first is None else text[: label_before(text, first)].strip()


def without_contacts(record: Record, numbers: Numbers) -> Record:
    """The record with no contact detail in a person's name, post or body, nor in a body's name.

    A line that ends in "…, IOM, Tel. 000" is read in parts, whose punctuation is not the line's.
    """

    cut = numbers.without_contact

    def person(read: Appearance) -> Appearance:
        return replace(
            read,
            name=cut(read.name),
            name_text=cut(read.name_text) if read.name_text else None,
            position=(cut(read.position) or None) if read.position else None,
            organization=(cut(read.organization) or None) if read.organization else None,
        )

    def body(read: Involvement) -> Involvement:
        return replace(read, name=cut(read.name))

    return replace(
        record,
        people=list(map(person, record.people)),
        organizations=list(map(body, record.organizations)),
        sessions=[
            replace(session, people=list(map(person, session.people)), organizers=list(map(body, session.organizers)))
            for session in record.sessions
        ],
    )


_RUN = re.compile(r"\d(?:[^\w\n]{0,3}\d){6,}")


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdecimal())


def _all_gone(found: re.Match[str]) -> str:
    return BLOT * len(found[0])


@dataclass(frozen=True, slots=True)
class Blocked:
    """The people who are left out, from data/corrections."""

    keys: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = field(default=None)

    @classmethod
    def of(cls, names: Iterable[str]) -> Blocked:
        """Leave out everyone whose name is one of ``names``, in any case and accents; in texts, as it is spelt here."""
        kept = sorted({" ".join(name.split()) for name in names}, key=len, reverse=True)
        if not kept:
            return cls()
        forms = "|".join(r"\s+".join(map(re.escape, name.split())) for name in kept)
        return cls(frozenset(map(name_key, kept)), re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE))

    def names(self, name: str) -> bool:
        """Whether ``name`` is a blocked person's."""
        return name_key(name) in self.keys

    def finds(self, text: str) -> bool:
        """Whether `blot` would blot out a blocked name in ``text``."""
        return self.pattern is not None and self.pattern.search(text) is not None

    def blot(self, text: str) -> str:
        """``text`` with blocked names, e-mail addresses and phone numbers blotted out; as long as before."""
        if self.pattern is not None:
            text = self.pattern.sub(_all_gone, text)
        return blot(text)
