"""Names in a query that nothing answers to. A filter that is left out without a word would be taken for met."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches

from web.asking import Ask, Refused
from web.wording import shortened

_NAMED = 5  # of many strays
# What newsletters, networks and feed readers hang on to any address: nobody asked for it, so nobody need hear of it.
_CAMPAIGN = re.compile(r"utm_\w*|mc_[ce]id|fbclid|gclid|msclkid|_", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stray:
    """A name that the page does not know, and the address with the name that was probably meant."""

    name: str
    meant: str | None
    address: str | None


def sorted_out(ask: Ask, known: Collection[str]) -> tuple[Ask, list[Stray]]:
    """The request with names that are known alone, and the others."""
    kept = {name: value for name, value in ask.args.items() if name in known}
    clean = replace(ask, args=kept)
    free = [name for name in known if name not in kept]
    strays = []
    for name in [name for name in ask.args if name not in known and not _CAMPAIGN.fullmatch(name)][:_NAMED]:
        meant = next(iter(get_close_matches(name.lower(), free, 1, 0.75)), None)
        address = clean.with_args(**{meant: ask.args[name]}) if meant else None
        strays.append(Stray(shortened(name, 40), meant, address))
    return clean, strays


def refuse_others(ask: Ask, known: Collection[str]) -> None:
    """A program does not read notices: raise Refused for a name that is not known."""
    _, strays = sorted_out(ask, known)
    if strays:
        names = ", ".join(stray.name for stray in strays)
        raise Refused(f"Unknown parameter: {names}. Known here: {', '.join(known)}.")
