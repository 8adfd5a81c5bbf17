"""What is kept out of the published database: contact details, press contacts, and people who asked to be left out.

E-mail addresses and phone numbers are blotted out of every text with as many █ as they had characters or digits, so
that spans still hold. Rows for press contacts are not published at all: a contact is a service of a release, no public
role; who is named as contact and quoted as well keeps the row for the quotation. A blocked person has no rows, and the
name is blotted out of every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.names import name_key

BLOT = "█"
CONTACT_ROLE = "contact"

_LOCAL, _LABEL = r"(?<![\w.+%-])[\w.+%-]{1,64}", r"[\w-]{1,63}"
_EMAIL = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL}){{1,8}}")
_EMAIL_IN_WORDS = re.compile(
    rf"{_LOCAL} ?[\[({{] ?(?:at|arobase|arroba) ?[\])}}] ?{_LABEL}(?: ?(?:\.|[\[({{] ?dot ?[\])}}]) ?{_LABEL}){{1,8}}",
    re.IGNORECASE,
)
_NUMBER = r"[+(\d][\d ().\-–/]{5,30}\d"
_ANY_NUMBER = re.compile(r"\d[\d ().\-–/]{5,30}\d")
_LABELLED_PHONE = re.compile(
    r"\b(?:tele?phones?|telf?|tél(?:éphones?)?|teléfonos?|tfno|phone|mobile|m[óo]vil|cell(?:ulare?|phone)?|mob|fax"
    rf"|whatsapp|gsm|hotline|هاتف|جوال)\b[ .:()]{{0,8}}({_NUMBER})",
    re.IGNORECASE,
)
_INTERNATIONAL_PHONE = re.compile(r"(?<![\w,.])\(?(?:\+|00) ?\(? ?\d[\d ().\-–/]{6,30}\d")
_LEAST_DIGITS = 7


def blot(text: str) -> str:
    """``text`` without e-mail addresses and phone numbers; as long as before."""
    if "@" in text:
        text = _EMAIL.sub(_all_gone, text)
    if "at)" in text or "at]" in text or "arroba" in text or "arobase" in text:
        text = _EMAIL_IN_WORDS.sub(_all_gone, text)
    if _ANY_NUMBER.search(text):
        text = _INTERNATIONAL_PHONE.sub(lambda found: _digits_gone(found[0]), text)
        text = _LABELLED_PHONE.sub(_number_gone, text)
    return text


def _all_gone(found: re.Match[str]) -> str:
    return BLOT * len(found[0])


def _number_gone(found: re.Match[str]) -> str:
    return found[0][: found.start(1) - found.start()] + _digits_gone(found[1])


def _digits_gone(number: str) -> str:
    if sum(letter.isdigit() for letter in number) < _LEAST_DIGITS:
        return number
    return re.sub(r"\d", BLOT, number)


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
