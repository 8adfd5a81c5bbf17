"""Where a list of bodies begins that phrases of involvement.toml cannot announce, as other words stand in between.

* who takes part, by the words of `come`;
* what several do together: "a joint appeal by …", "un projet conjoint de …";
* who invites: "The invitation comes from …", "L'invitation émane de …";
* a verb that begins its sentence: "Invitan la Alcaldía y …", "Taking part are …";
* who stands behind something: "Behind the fair stand …", "Detrás del curso están …", "يقف وراء الدورة …";
* to whom something is handed over: "handed over the post at Rosso to …", "ont remis dix ambulances à la …";
* several that are counted first: "the work of three partners: …";
* Arabic hosts, where what they host comes last: "تستضيف وزارة الصحة اللقاء".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from parsers.organizations.involvement.come import (
    behind_makes,
    behind_meetings,
    behind_nouns,
    behind_numbers,
    behind_origins,
    behind_verbs,
    joined,
    likewise,
    told_by,
)
from parsers.organizations.involvement.romance_parts import romance_announcements
from parsers.record import InvolvementRole
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_MOST = 60  # that one page is read for
_BEFORE_ANCHOR, _BEHIND_ANCHOR = 24, 100  # characters around a word in which what it belongs to stands
_HANDED_WITHIN = 240  # characters behind "handed over" in which it is said to whom

_WORDS = WordLists("involvement_prose")
_SHORT = r"(?-i:[A-Z][\w&/-]{1,14})"  # a short form in brackets is no list: "its partners, the Reef Board (RB)"
_OPENS = r"(?:^|(?<=[.!?:;؟]\s)|(?<=\n))"
_CAPITAL = r"(?=[A-ZÀ-Þ\u0621-\u064a])"


def lists_begin(tokens: Tokens) -> Iterator[tuple[int, InvolvementRole]]:
    """Where in a page's text such lists begin, and what the bodies of each do."""
    places: dict[str, list[int]] = {}
    for anchor in lexicon.found(tokens, "anchor"):
        for key in anchor.payload:
            places.setdefault(key, []).append(anchor.start)
    if not places:
        return
    for key, (pattern, role, reach) in _announcements().items():
        ends = {
            match.end()
            for at in places.get(key, ())[:_MOST]
            for match in pattern.finditer(tokens.text, max(0, at - _BEFORE_ANCHOR), at + reach)
        }
        for end in islice(sorted(ends), _MOST):
            yield end, role


@cache
def _announcements() -> dict[str, tuple[re.Pattern[str], InvolvementRole, int]]:
    """By the list whose words are looked for first: a pattern that ends where bodies begin, what they do, and how far
    behind such a word it may reach.
    """
    return {
        "joint.shared": (_joint(), "organizer", _BEHIND_ANCHOR),
        "invitation.nouns": (_invited(), "organizer", _BEHIND_ANCHOR),
        "first.hold": (_opening("first.hold"), "organizer", _BEHIND_ANCHOR),
        "first.come": (_opening("first.come"), "participant", _BEHIND_ANCHOR),
        "come.verbs": (behind_verbs(), "participant", _BEHIND_ANCHOR),
        "come.makes": (behind_makes(), "participant", _BEHIND_ANCHOR),
        "come.came_from": (behind_origins(), "participant", _BEHIND_ANCHOR),
        "come.nouns": (behind_nouns(), "participant", _BEHIND_ANCHOR),
        "come.also": (behind_nouns(), "participant", _BEHIND_ANCHOR),
        "come.drew": (behind_meetings(), "participant", _BEHIND_ANCHOR),
        "come.persons": (behind_numbers(), "participant", _BEHIND_ANCHOR),
        "come.counted": (likewise(), "participant", _HANDED_WITHIN),
        "joined.verbs": (joined(), "partner", _HANDED_WITHIN),
        "issuing.say": (told_by(), "organizer", _BEHIND_ANCHOR),
        "behind.phrases": (_behind(), "organizer", _BEHIND_ANCHOR),
        "handed.verbs": (_handed(), "participant", _HANDED_WITHIN),
        "several.nouns": (_several(), "organizer", _BEHIND_ANCHOR),
        "part.partner": (_own_partners(), "partner", _BEHIND_ANCHOR),
        "arabic.hosts": (_arabic_hosts(), "host", _HANDED_WITHIN),
        "arabic.holds": (_arabic_object_first(), "organizer", _BEHIND_ANCHOR),
        **romance_announcements(),
    }


def _joint() -> re.Pattern[str]:
    """ "joint appeal by", "projet commun de": the adjective stands before its noun in English only."""
    ways = [rf"{_WORDS.leading('joint.shared', languages=['en'])}{_WORDS.leading('joint.things', languages=['en'])}"]
    ways += [
        rf"{_WORDS.leading('joint.things', languages=[language])}{_WORDS.leading('joint.shared', languages=[language])}"
        for language in ("fr", "es", "ar")
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)}){_WORDS.leading('joint.of')}", re.I)


def _invited() -> re.Pattern[str]:
    words = _WORDS.leading
    return re.compile(
        rf"(?<!\w){words('invitation.nouns')}{words('invitation.comes')}{{1,3}}{words('invitation.by')}", re.I
    )


def _opening(key: str) -> re.Pattern[str]:
    name = rf"(?={leading('definite')}?{_CAPITAL})"
    return re.compile(
        rf"{_OPENS}(?:{_WORDS.any_of(key, opening=True)}|{_WORDS.any_of(key)})\s+{name}",
        re.M,
    )


def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('behind.phrases', opening=True)}\s+")


def _handed() -> re.Pattern[str]:
    # A capital follows: goods are handed to families and villages as well.
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('handed.verbs')}[^.;:]{{0,160}}?\s{_WORDS.leading('handed.to')}"
        rf"(?=(?:{leading('definite')})?{_CAPITAL})"
    )


def _several() -> re.Pattern[str]:
    """ "the work of three partners: A, B and C"."""
    return re.compile(
        rf"(?<!\w){_WORDS.leading('several.numbers')}(?:[\w-]+\s+){{0,2}}?{_WORDS.any_of('several.nouns')}[^.;:\n(]{{0,60}}(?::\s+|\s[–—]\s+|\s\((?!{_SHORT}\)))"
        rf"(?={leading('definite')}?{_CAPITAL})",
        re.I,
    )


def _own_partners() -> re.Pattern[str]:
    """ "IOM and its partners, A and B", "sus socios, la A y el B": only whose they are may be told so."""
    partners = _WORDS.any_of("part.partner", languages=("en", "fr", "es"))
    return re.compile(
        rf"(?<!\w){leading('possessive')}(?:[a-zà-ÿ-]+\s+){{0,2}}?{partners},\s+(?={leading('definite')}?{_CAPITAL})"
    )


@cache
def _arabic_meetings() -> str:
    return alternatives(load("involvement")["meetings"]["ar"].split())


def _arabic_hosts() -> re.Pattern[str]:
    nouns = _arabic_meetings()
    return re.compile(
        rf"(?<!\w){_WORDS.leading('arabic.hosts')}(?!{leading('this_ar')}?(?:ال)?(?:{nouns})\b)"
        rf"(?=(?:\w+\s+){{1,9}}?{leading('this_ar')}?(?:ال)?(?:{nouns})(?:[\s.،]|$))"
    )


def _arabic_object_first() -> re.Pattern[str]:
    """ "تنظم الورشة …": what is held stands between the verb and who holds it."""
    return re.compile(
        rf"(?<!\w){_WORDS.leading('arabic.holds')}{leading('this_ar')}?ال(?:{_arabic_meetings()})\s+{leading('each_one_ar')}?"
    )
