"""Words of running text that say what people do (data/vocab/cues.toml), found in one walk over a page's words.

`cues(tokens)` gives what stands where, by group:

=================  ============  ======================================================================================
``role``           `RoleCue`     words that give a role: "moderated by", "opening remarks", "panellists"
``say``            str           verbs of saying; the payload is their language, or `PRONOUN`; None: no verb of saying
``say_beside``     str           words that are such verbs only beside a quotation: "shared"; the language
``pronoun``        None          "he", "elle": the person named last
``post``           None          nouns of posts (posts.toml, "heads", less the weak ones)
``other``          None          nouns before a name that are no posts ("survivor")
``many``           None          nouns before several names ("researchers")
``former``         None          words before a post that belong to it ("former", "regional")
``contact``        None          "for more information, please contact"
``contact_label``  None          "renseignements", a label before a contact's name
``address_to``     None          "applications should reach"
``attributed``     None          "to whom quoted text may be attributed"
``caption``        None          "photo", "credit"
``head``           None          what a session is called: "panel", "mesa redonda"
``titled``         None          "entitled", "bajo el lema"
``panel``          None          those of ``head`` whose speakers are panellists
``kind_…``         str           words of kinds.toml
``meeting_…``      None          words about a meeting's date
=================  ============  ======================================================================================
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from parsers.record import Role
from parsers.words.phrases import Match, Phrase, PhraseMatcher, Tokens, fold
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import spelt_out

ROLES: tuple[Role, ...] = ("moderator", "chair", "opening", "closing", "panellist", "speaker", "host", "mentioned")
Place = Literal["by", "done", "verb", "talk", "group", "lead"]
_PLACES: tuple[Place, ...] = ("by", "done", "verb", "talk", "group", "lead")
PRONOUN = "pronoun"  # payload of a verb that has its pronoun inside: "a-t-il ajouté"


@dataclass(slots=True, frozen=True)
class RoleCue:
    """Words that give a role. ``place`` says where the person stands: see the head of cues.toml."""

    role: Role
    place: Place
    language: str


def _role_phrases() -> Iterator[Phrase[Any]]:
    table = load("cues")
    for role in ROLES:
        for language, places in table[role].items():
            for place in _PLACES:
                cue = RoleCue(role, place, language)
                for phrase in places.get(place, ()):
                    for form in spelt_out(phrase):
                        yield Phrase(form, cue, "role")


def _plain_phrases() -> Iterator[Phrase[Any]]:
    table = load("cues")
    for language in LANGUAGES:
        for phrase in table["say"][language]:
            for form in spelt_out(phrase):
                yield Phrase(form, language, "say")
                if language == "fr" and form.startswith("a "):
                    # The inverted form, "a-t-il ajouté", has its pronoun inside.
                    yield from (Phrase(f"a t {who} {form[2:]}", PRONOUN, "say") for who in ("il", "elle"))
                    yield Phrase(f"ont {form[2:]}", language, "say")
        for phrase in table["say"]["beside"].get(language, ()):
            yield from (Phrase(form, language, "say_beside") for form in spelt_out(phrase))
        for group, lists in (
            ("contact", (table["contact"].get(language, ()),)),
            ("contact_label", (table["contact_label"][language],)),
            ("address_to", (table["address_to"][language],)),
            ("attributed", (table["attributed"][language],)),
            ("former", (table["former"].get(language, ()),)),
            ("other", [phrases for key, phrases in table["person"].get(language, {}).items() if key != "many"]),
            ("many", (table["person"].get(language, {}).get("many", ()),)),
            ("head", (table["panel"][language]["head"],)),
            ("titled", (table["panel"][language]["titled"],)),
            ("panel", (table["panel"][language]["panel"],)),
        ):
            for phrase in itertools.chain.from_iterable(lists):
                yield from (Phrase(form, None, group) for form in spelt_out(phrase))
    yield from (Phrase(phrase, None, "say") for phrase in table["say"]["not"])
    for phrase in table["no_role"]["words"]:
        yield from (Phrase(form, None, "role") for form in spelt_out(phrase))
    yield from (Phrase(word, None, "pronoun", "exact") for word in table["pronoun"]["words"])
    yield from (Phrase(word, None, "caption") for word in table["caption"]["words"])
    weak = frozenset(fold(word) for word in table["post"]["weak"])
    yield from (Phrase(word, None, "post") for word in load("posts")["heads"] if fold(word) not in weak)


MEETING = (
    "held",
    "margins",
    "self",
    "other",
    "other_behind",
    "background",
    "deplored",
    "counted",
    "ongoing",
    "closed",
    "span",
    "until",
    "since",
    "few_days",
    "umbrella",
    "next_day",
    "at_close",
    "had",
    "house",
    "another",
)


_NONE = "none"  # payload of longer words in which one of the group's says nothing
_NONE_OF = {
    "ago": ("few_days",),
    "not_held": ("held", "ongoing"),
    "aim": ("ongoing",),
}  # "three days ago" is no length, "close to" closes nothing


def _meeting_phrases() -> Iterator[Phrase[Any]]:
    """Words about a meeting's date in the groups ``meeting_held``, ``meeting_other`` …"""
    for lists in load("cues")["meeting"].values():
        for key in MEETING:
            for phrase in lists[key]:
                yield from (Phrase(form, None, f"meeting_{key}") for form in spelt_out(phrase))
        for key, groups in _NONE_OF.items():
            forms = [form for phrase in lists[key] for form in spelt_out(phrase)]
            yield from (Phrase(form, _NONE, f"meeting_{group}") for group in groups for form in forms)


def _kind_phrases() -> Iterator[Phrase[Any]]:
    """Words of kinds.toml in the groups ``kind_press_release``, ``kind_event``, ``kind_invitation`` …"""
    for table in ("words", "phrases"):
        for key, words in load("kinds")[table].items():
            yield from (Phrase(word, word, f"kind_{key}") for word in words)


@cache
def _matcher() -> PhraseMatcher[Any]:
    return PhraseMatcher([*_role_phrases(), *_plain_phrases(), *_kind_phrases(), *_meeting_phrases()])


@dataclass(slots=True, frozen=True)
class Cues:
    """What was found in a text, by group, each list in the order of the text."""

    groups: dict[str, list[Match[Any]]]
    starts: dict[str, list[int]]

    def within(self, group: str, start: int, end: int) -> list[Match[Any]]:
        """The matches of a group that lie between two offsets."""
        matches = self.groups[group]
        if not matches:
            return matches
        starts = self.starts[group]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return [match for match in matches[first:last] if match.end <= end]

    def any_overlap(self, group: str, start: int, end: int) -> bool:
        """Whether a match of the group begins between two offsets."""
        starts = self.starts[group]
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end

    def any_within(self, group: str, start: int, end: int) -> bool:
        """Whether a match of the group lies between two offsets."""
        starts = self.starts[group]
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end and self.groups[group][first].end <= end


def cues(tokens: Tokens) -> Cues:
    """The cues of a text; those of a page's tokens are found once."""
    known: Cues | None = tokens.memo.get("cues")
    if known is None:
        groups = _matcher().find_groups(tokens)
        if "role" in groups:  # longer words that give no role have kept the shorter ones in them from counting
            groups["role"] = [match for match in groups["role"] if match.payload is not None]
        for name in itertools.chain.from_iterable(_NONE_OF.values()):
            group = f"meeting_{name}"
            if group in groups:
                groups[group] = [match for match in groups[group] if match.payload != _NONE]
        known = Cues(groups, {group: [match.start for match in matches] for group, matches in groups.items()})
        tokens.memo["cues"] = known
    return known
