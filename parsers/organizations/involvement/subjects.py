"""Verbs that bodies stand before: "A and B are hosts of …", "l'A et la B ont tenu un atelier".

The list of bodies reaches up to the verb, or up to what commas put in between; `subject_lists` reads it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice

from parsers.organizations.involvement.part_nouns import ROLES
from parsers.organizations.involvement.subject_lists import of_another, subject_list
from parsers.organizations.names import body_key
from parsers.organizations.prose_lists import SENTENCE
from parsers.page import Block
from parsers.record import Involvement
from parsers.words.lexicon import Cue, Organization
from parsers.words.phrases import Match
from parsers.words.small_words import leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_TURNS = WordLists("english_turns")
_CAPITAL = r"[A-ZÀ-Þ]"
_LONGEST_SUBJECT = 300  # characters before its verb in which a subject may begin


def bodies_before(
    block: Block, cue: Match[Cue], names: list[Match[Organization]], cues: list[Match[Cue]]
) -> list[Involvement]:
    """The bodies of the subject before a verb of holding or hosting: a list that reaches up to the verb.

    "IOM, in cooperation with the Government of Kenya, held": what is put in between commas is no part of it; of
    "IOM, with the help of UNICEF, held" UNICEF is a partner. "It was IOM that held": the subject ends before "that".
    """
    if _only_figures().match(block.text, cue.end - block.start):
        return []
    found = _subject(block, cue, names, cues)
    if found and _meets().match(block.text, cue.start - block.start) is not None:
        return [body for body in found if body_key(body.name).startswith("body ")]
    verbs = [verb.start for verb in cues if not verb.payload.follows and verb.last > verb.first]
    return [body for body in found if not any(body.start < verb < body.end for verb in verbs)]


def parted_verbs(block: Block) -> list[Match[Cue]]:
    """Verbs that a day or an adverb parts, which bodies stand before: "la Fondation *a hier (12/3) ouvert*"."""
    if _auxiliary_first().search(block.text) is None:
        return []
    found = islice(_parted().finditer(block.text), _MOST)
    return [
        Match(block.start + verb.start(1), block.start + verb.end(), Cue("organizer", follows=False), 0, 0)
        for verb in found
    ]


def put_in(block: Block, cue: Match[Cue], end: int) -> Match[Cue] | None:
    """What stands between commas as a verb that bodies stand before: "the Port Trust, *together with A*, brings".

    ``end`` is where the bodies behind the words end. None where no small letters go on behind a comma: "…, *A, and B*".
    """
    start = cue.start - block.start
    if cue.payload.role not in ("partner", "co_organizer") or not block.text[:start].endswith(", "):
        return None
    if _GOES_ON.match(block.text, end) is None:
        return None
    return Match(cue.start, cue.end, Cue("organizer", follows=False), cue.first, cue.first)


_GOES_ON = re.compile(
    rf",\s(?!{leading('and', 'with', 'of', 'at', 'for', 'relative', 'definite', 'indefinite', 'as')})(?=[a-zà-ÿ]{{3}})"
)

_MOST = 60  # that one block is read for
_LATER = ("fr", "es")  # in English the subject's fillers hold the auxiliary too


@cache
def _auxiliary_first() -> re.Pattern[str]:
    auxiliary = _WORDS.any_of("part.auxiliary", languages=_LATER)
    return re.compile(rf"\s{auxiliary},?\s{_WORDS.any_of('subject.filler', languages=_LATER)}")


@cache
def _parted() -> re.Pattern[str]:
    auxiliary = _WORDS.any_of("part.auxiliary", languages=_LATER)
    fillers = rf"(?:,?\s+{_WORDS.any_of('subject.filler', languages=_LATER)})+(?:\s+\([^()]*\d[^()]*\))?,?"
    return re.compile(rf"\s({auxiliary}{fillers}\s+{_WORDS.any_of('passive.verbs', languages=_LATER)})")


@cache
def _only_figures() -> re.Pattern[str]:
    """ "The Port Trust supplied *many of the figures*": a source takes no part."""
    return re.compile(rf"\s{_TURNS.any_of('subjects.figures')}")


@cache
def _meets() -> re.Pattern[str]:
    """ "The Joint Commission convened at": without an object it is what meets."""
    return re.compile(rf"{_WORDS.any_of('subject.meets')}\s{_WORDS.any_of('subject.preposition')}\s")


def _subject(
    block: Block, cue: Match[Cue], names: list[Match[Organization]], cues: list[Match[Cue]]
) -> list[Involvement]:
    """The list before the verb, without what stands between it and the verb."""
    stop = cue.start - block.start
    if block.text[stop].isupper() and _passive().match(block.text, cue.end - block.start):
        return []
    begin = max(0, stop - _LONGEST_SUBJECT)
    cleft = _cleft().search(block.text, begin, stop)
    if cleft is not None:
        return subject_list(block, cue, begin, cleft.end(1), names)
    which = _which().search(block.text, begin, stop)
    if which is not None and cue.payload.role != "participant":
        found = subject_list(block, cue, begin, which.start(), names)
        if found and of_another(block.text, begin, found[0].start - block.start):
            return []  # "a committee of Mercosur, which held"
        return found
    if not block.text[begin:stop].rstrip().endswith(","):
        return subject_list(block, cue, begin, stop, names) or _subject_of_two(block, cue, begin, stop, names)
    put_in = (other.start - block.start for other in cues if other.payload.follows and other.end <= cue.start)
    known = next((at for at in put_in if at > begin and block.text[begin:at].rstrip().endswith(",")), None)
    if known is not None:
        return subject_list(block, cue, begin, known, names)
    for put_between in (_relative_clause, _placed, _apposed, _in_its_part, _through_its_organ, _asked):
        between = put_between().search(block.text, begin, stop)
        if between is not None:
            return subject_list(block, cue, begin, between.start(), names)
    found = subject_list(block, cue, begin, stop, names)
    helped = _helped().search(block.text, begin, stop)
    if helped is not None:
        own = subject_list(block, cue, begin, helped.start(), names)
        found = [*own, *(replace(body, role="partner") for body in found)] if own else found
    return found


@cache
def _passive() -> re.Pattern[str]:
    """ "Network Launched in Geneva": a headline's participle, whose subject is what was launched."""
    return re.compile(rf"\s+{_WORDS.any_of('subject.preposition')}", re.I)


@cache
def _cleft() -> re.Pattern[str]:
    """ "It was the Harbour Board that" held."""
    it_is = _WORDS.any_of("subject.it_is", opening=True)
    return re.compile(rf"(?<!\w){it_is}\s([^.;:]{{3,200}}?)\s{_WORDS.any_of('subject.that')}\s$")


@cache
def _which() -> re.Pattern[str]:
    """ "The Harbour Board, which" acted as secretariat."""
    return re.compile(rf",\s{_WORDS.any_of('subject.relative')}\s$")


@cache
def _relative_clause() -> re.Pattern[str]:
    """ "The Harbour Board, which runs the pier, held": between the subject and its verb."""
    return re.compile(rf",\s{_WORDS.any_of('subject.relative')}\s[^,;.]{{3,120}},\s*$")


@cache
def _placed() -> re.Pattern[str]:
    """ "The Harbour Board, in Lomé, held"."""
    return re.compile(rf",\s{leading('at')}(?:{_CAPITAL}[\w’'-]+\s?){{1,3}},\s*$")


@cache
def _apposed() -> re.Pattern[str]:
    """ "The Harbour Board and UNICEF, *partners of the fair*, were represented"."""
    nouns = "|".join(_WORDS.any_of(f"part.{role}", languages=("en", "fr", "es")) for role in ROLES)
    article = leading("definite", "indefinite", "possessive")
    return re.compile(rf",\s(?:{article})?(?:[a-zà-ÿ]+\s)?(?:{nouns})(?:\s[^,;.]{{2,80}})?,\s*$")


@cache
def _in_its_part() -> re.Pattern[str]:
    """ "The Government of Fiji, *as chair of the forum*, is hosting"."""
    return re.compile(rf",\s{_WORDS.any_of('part.as', 'subject.capacity')}\s[^,;.]{{3,120}},\s*$")


@cache
def _through_its_organ() -> re.Pattern[str]:
    """ "The Harbour Board, *through its Bay Office*, organizes"."""
    through = _WORDS.any_of("announced.through", languages=("en", "fr", "es"))
    return re.compile(rf",\s{through}\s[^,;.]{{3,120}},\s*$")


@cache
def _asked() -> re.Pattern[str]:
    """ "The Harbour Board, *invited to speak of its tests*, gave a lecture"."""
    return re.compile(rf",\s(?:also\s|first\s)?[a-z]+ed\s{_TURNS.any_of('subjects.asked')}\s[^,;.]{{2,120}},\s*$")


@cache
def _helped() -> re.Pattern[str]:
    """ "UNHCR, with the help of the Harbour Board, held"."""
    return re.compile(rf",\s{_WORDS.any_of('subject.helped_by')}\s[^,;.]{{3,120}},\s*$")


def _subject_of_two(
    block: Block, cue: Match[Cue], begin: int, stop: int, names: list[Match[Organization]]
) -> list[Involvement]:
    """The bodies that begin a sentence whose second verb the cue is: "The Port Trust received them and organized …"."""
    if not _and_at_end().search(block.text, begin, stop):
        return []
    sentence = max((match.end() for match in SENTENCE.finditer(block.text, begin, stop)), default=begin)
    verb = _FIRST_VERB.search(block.text, sentence, stop)
    if verb is None or "," in block.text[sentence:stop]:
        return []
    with_mark = max(0, sentence - 1)  # the one that ends the sentence before
    return subject_list(block, cue, with_mark, verb.start(), names)


_FIRST_VERB = re.compile(rf"\s(?=[a-zà-ÿ])(?!{leading('of', 'for', 'and', 'topic', 'definite')})")


@cache
def _and_at_end() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.any_of('subject.and')}\s$")
