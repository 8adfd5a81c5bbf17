"""What the people of a sentence do: each cue goes to the person at it, and to those enumerated with that person.

by     the person right behind: "moderated by A B"
verb   the person before it: "A B opened"; in Arabic, and in Spanish and French where nobody stands before, behind it
talk   who is named behind "by" or "of", else the person before: "opening remarks by A B", "A B in his opening remarks"
       where "were" stands behind it, everybody behind that: "Opening the session were A B and C D"
done   a participle; who stands behind "by", with other words between: "opened on Monday in Lund by A B"
group  everybody enumerated behind it: "the panellists A B and C D"
lead   the subject behind the comma: "Closing the meeting, A B …"
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.agenda.labels import names_one
from parsers.places.countries import country_of
from parsers.prose.cues import RoleCue
from parsers.prose.named import Named, advised_post
from parsers.prose.passage import Passage, Span
from parsers.prose.pronouns import has_pronoun_before
from parsers.prose.subjects import before_subject, goes_on_with, in_clause_of, in_lead, subject_of_panel
from parsers.record import Role
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_ARTICLE = leading("definite", "indefinite", "possessive")
_JOINED = any_of("and", "with", "by")
_AGAIN = leading("and") + leading("again_to")  # "tribute to A B and to C D": said again
_LINK = re.compile(
    r"(?:\s*\([A-Z][\w&-]{1,14}\))?"  # the acronym of the body before
    rf"[\s,،;]*(?:{_AGAIN}|(?:(?:{_JOINED}|{any_of('also_en')})(?:\b|(?<=['’]))\s*,?\s*|و)*){_ARTICLE}?\s*"
)
# "… A B, and civil society by C D"
_ALSO_BY = re.compile(rf",?\s*{leading('and')}(?:[^\W\dA-ZÀ-Þ]\w*\s+){{1,4}}{any_of('by_whom')}\s+{_ARTICLE}?")
_AND_BY = re.compile(
    rf"\b{leading('and')}{leading('also_en')}?{any_of('by_whom')}\s+$"
)  # "led by trainers from the port, and by A B"
_BREAK = re.compile(rf"[“”\"«»;؛:!?]|\.\s|\b{any_of('but')}\b|\b{leading('when')}(?!{any_of('he')}\b)")
_BY = re.compile(rf"(?:\b{any_of('by', 'is')}(?:\b|(?<=['’]))|[:—–])\s*{_ARTICLE}?$")
_POSSESSIVE = re.compile(rf"['’]s?\s+{leading('own')}?$")
_OF_ANOTHER = re.compile(rf"\b{any_of('other_clause')}\b")
_WITH_WHOM = re.compile(rf"\b{any_of('with_whom')}\s")
_SOON = 45  # characters between a cue and the person that it is about
_FAR = 160
_ALONE: frozenset[Role] = frozenset(["moderator", "chair"])  # "chaired by A B, with C D": one of them does
_WITH_ALONE = re.compile(rf"\b{any_of('with')}\b")
_WEAK: frozenset[Role] = frozenset(["speaker", "panellist"])


def give_roles(passage: Passage, people: list[Named], *, panel: bool) -> None:
    """Set ``roles`` of the people of a sentence. ``panel``: it is about a panel, whose speakers are panellists."""
    linked = links(passage, people)
    for number, link in enumerate(linked):
        if link and people[number].sure and people[number + 1].end - people[number + 1].start > 5:
            people[number + 1].sure = True  # "A B, Director of X, and C D"
    spoken_of: set[int] = set()
    for span in passage.spans("role"):
        cue: RoleCue = span.payload
        found = _FINDERS[cue.place](passage, span, people, spoken_of)
        if found is None or (cue.role == "chair" and _heads_body(passage, span)):
            continue
        forward = cue.place not in ("verb", "talk") or people[found].start > span.start
        if cue.place == "talk" and not forward and _OWN.search(passage.text, 0, span.start):
            forward = True  # "…, and A B in her opening remarks": hers alone
        members = list(_enumerated(found, linked, forward=forward, alone=cue.role in _ALONE))
        if not forward:
            members = in_clause_of(passage, people, members)
        if cue.place in ("group", "by") and cue.role in _ALONE and (noun := _announced_one(passage, span)):
            members = _joined_by_and(passage, people, members, noun)
        if cue.place == "by" and cue.role in _ALONE and in_lead(passage, span):
            members = before_subject(passage, people, members)
            subject = subject_of_panel(passage, people, span, members[-1] + 1) if panel else None
            if subject is not None:
                _add(subject, "panellist", direct=True)
        if cue.place in ("by", "done"):
            spoken_of.update(members)
        in_panel = panel and (cue.role == "speaker" or (cue.role == "mentioned" and cue.place == "verb"))
        role: Role = "panellist" if in_panel else cue.role
        if cue.place == "verb":
            members += _joined_by_with(passage, span, people, linked, weak=role in _WEAK)
        for number in members:
            _add(people[number], role, direct=number == found)
    for speaker, following in goes_on_with(passage, people):
        _add(following, speaker.roles[0], direct=False)
    for span in passage.spans("panel"):
        first = _next(people, span.end)
        if first is not None and _PANEL_WITH.fullmatch(passage.text, span.end, people[first].before):
            for number in _enumerated(first, linked, forward=True):
                if not people[number].roles:
                    _add(people[number], "panellist", direct=True)


_IS = f"(?:{alternatives(load('roles')['sentence']['verbs'])})"
_NAMES_ONE = re.compile(rf"\s*:\s|\s+{_IS}\s")
_IS_AT_END = re.compile(rf"\s+{_IS}$")
_AND_ONE = re.compile(rf"(?<!\w){any_of('and')}(?!\w)|\sو")


def _announced_one(passage: Passage, span: Span) -> str | None:
    """The noun behind which a colon or "is" announces people: "Moderator: A B, Tide Radio", "the moderator is A B"."""
    words = passage.text[span.start : span.end]
    copula = _IS_AT_END.search(words)
    if copula is not None:
        return words[: copula.start()]
    return words if _NAMES_ONE.match(passage.text, span.end) else None


def _joined_by_and(passage: Passage, people: list[Named], members: list[int], label: str) -> list[int]:
    """Of those behind a label in the singular the first, and others only where "and" joins them: what stands behind a
    comma is the body.
    """
    if not names_one(label):
        return members
    last = next(
        (
            number
            for number, (one, following) in enumerate(pairwise(members))
            if _AND_ONE.search(passage.text, people[one].after, people[following].before) is None
        ),
        len(members) - 1,
    )
    return members[: last + 1]


_PANEL_WITH = re.compile(rf"[^.;:]{{0,120}}(?<!\w){leading('panel_with')}{_ARTICLE}?")
_RELATIVE_BEFORE = re.compile(rf"{leading('relative')}$")


@functools.cache
def _held_often() -> frozenset[str]:
    return frozenset(WordLists("prose").forms("verb.heads"))


def _heads_body(passage: Passage, span: Span) -> bool:
    """Whether a verb tells what somebody is at the head of and not what they did: "A B, who chairs the Board"."""
    if passage.text[span.start : span.end].casefold() not in _held_often():
        return False
    if _RELATIVE_BEFORE.search(passage.text, max(0, span.start - 10), span.start) is None:
        return False
    return not any(span.end <= head.start < span.end + _SOON for head in passage.spans("head"))


_WITH = re.compile(rf"[^.;“”\"«»]{{0,60}}\b{leading('with')}{_ARTICLE}?")


# "A B spoke with C D": one of them; "A B will speak after the play, as well as C D": both
_AS_WELL = re.compile(rf"[^.;“”\"«»]{{0,60}},?\s{any_of('as_well')}\s+{_ARTICLE}?")


def _joined_by_with(
    passage: Passage, span: Span, people: list[Named], linked: list[str], *, weak: bool = False
) -> list[int]:
    """Those behind "together with" after a verb: "A B opened the session together with C D and E F".

    ``weak``: the verb may have them as its object, so that only "as well as" joins them.
    """
    number = _next(people, span.end)
    joint = _AS_WELL if weak else _WITH
    if number is None or not joint.fullmatch(passage.text, span.end, people[number].before):
        return []
    return list(_enumerated(number, linked, forward=True))


def _add(person: Named, role: Role, *, direct: bool) -> None:
    """A role; a plain one ("speaker") gives way to a special one, an enumeration's to the person's own."""
    if role in person.roles or (role == "mentioned" and person.roles):
        return
    if "mentioned" in person.roles:
        person.roles.remove("mentioned")
    if role in _WEAK and any(known not in _WEAK for known in person.roles):
        return
    if role not in _WEAK and direct:
        person.roles = [known for known in person.roles if known not in _WEAK]
    if role == "speaker" and "panellist" in person.roles:
        return
    if role == "panellist" and "speaker" in person.roles:
        person.roles.remove("speaker")
    person.roles.append(role)


_OF_STATE = re.compile(
    rf",?\s{leading('of', 'from')}{leading('definite')}?([{CAPITALS}][^,;.()]{{2,30}}?)(?=,|\s{leading('and')})"
)


def links(passage: Passage, people: list[Named]) -> list[str]:
    """For each person what joins the next one to them: "and" (or a comma), "with", or nothing."""
    found: list[str] = []
    for person, following in pairwise(people):
        between = passage.text[person.after : following.before]
        origin = _OF_STATE.match(between)
        if origin is not None and country_of(origin[1]) is not None:
            between = between[origin.end() :]  # "A B, of Chile, and C D"
        joined = _LINK.fullmatch(between) is not None or (
            bool(";" in between or _ALSO_BY.fullmatch(between))
            and len(between) < _FAR
            and not _cue_between(passage, person.after, following.before)
        )
        joined = joined and advised_post(passage, person, following.before) is None
        found.append("" if not joined else "with" if _WITH_ALONE.search(between) else "and")
    return found


def _cue_between(passage: Passage, start: int, end: int) -> bool:
    return any(start <= span.start < end for span in passage.spans("role") if span.payload.place != "talk")


def _enumerated(first: int, linked: list[str], *, forward: bool, alone: bool = False) -> Iterator[int]:
    """The numbers of the people enumerated with one, on one side of it, that one first; ``alone``: not over "with"."""
    yield first
    if forward:
        while first < len(linked) and linked[first] and not (alone and linked[first] == "with"):
            first += 1
            yield first
    else:
        while first > 0 and linked[first - 1] and not (alone and linked[first - 1] == "with"):
            first -= 1
            yield first


def _next(people: list[Named], position: int) -> int | None:
    return next((number for number, person in enumerate(people) if person.start >= position), None)


def _before(people: list[Named], position: int) -> int | None:
    return next((number for number in range(len(people) - 1, -1, -1) if people[number].end <= position), None)


_PLAIN = re.compile(r"[\s,:،]*(?:[^\W\d_]['’]?[^\WA-ZÀ-Þ]*[\s,:،]*){0,6}")


def _behind_by(passage: Passage, span: Span, people: list[Named], _taken: set[int]) -> int | None:
    number = _next(people, span.end)
    if number is None or people[number].before - span.end > _FAR:
        return None
    gap = passage.text[span.end : people[number].before]
    if len(gap) > _SOON:
        return number if _AND_BY.search(gap) and not _BREAK.search(gap) else None
    return number if _PLAIN.fullmatch(gap) and not _BREAK.search(gap) else None


def _behind_group(passage: Passage, span: Span, people: list[Named], _taken: set[int]) -> int | None:
    number = _next(people, span.end)
    if number is None or people[number].before - span.end > _FAR:
        return None
    gap = passage.text[span.end : people[number].before]
    return None if re.search(r"[“”\"«»;]|\.\s", gap) else number


def _done_by(passage: Passage, span: Span, people: list[Named], _taken: set[int]) -> int | None:
    number = _next(people, span.end)
    if number is None:
        return None
    by = _DONE_BY.fullmatch(passage.text, span.end, people[number].before)
    return number if by is not None and not _PARTICIPLE.search(by["when"] or "") else None


# When and where, up to the only "by".
_DONE_BY = re.compile(
    rf"(?P<when>,?\s(?:{any_of('when_done')}|\d)"
    rf"(?:(?!\s{any_of('by_whom')}\s)(?:[^.;:“”\"«»()]|\.(?=\S|\s[a-zß-ÿ]))){{0,{_FAR}}})?,?\s{leading('by_whom')}{_ARTICLE}?"
)
# "opened with photos taken by", "inaugurée dans un lieu géré par": what somebody else did
_PARTICIPLE = re.compile(r"\s[^\W\dA-ZÀ-Þ]\w+(?:ed|en|wn|é|és|ée|ées|[ai]d[oa]s?)$")
_INVERTED = re.compile(rf"(?:\s[^.,;:“”\"«»]{{1,90}})?\s(?:{any_of('is', 'was', 'will_be')})\s+{_ARTICLE}?")
# "Also ", "On Monday, officially ", nothing
_BEFORE_PARTICIPLE = re.compile(r"\W*(?:[^.,;:]{1,40},\s+)?(?:\w+\s+){0,2}")


def _inverted(passage: Passage, span: Span, people: list[Named]) -> int | None:
    """The first of those whom a sentence names behind "were": "Opening the session were A B and C D"."""
    if not people or people[0].start < span.end or not _takes_object(passage, span):
        return None
    return 0 if _INVERTED.fullmatch(passage.text, span.end, people[0].before) else None


def _takes_object(passage: Passage, span: Span) -> bool:
    """Whether words are a participle that begins the sentence ("Opening", "Also moderating")."""
    first = passage.text[span.start : span.end].split(" ")[0]
    return first.endswith("ing") and _BEFORE_PARTICIPLE.fullmatch(passage.text[: span.start]) is not None


def _behind_comma(passage: Passage, span: Span, people: list[Named], taken: set[int]) -> int | None:
    inverted = _inverted(passage, span, people)
    if inverted is not None:
        return inverted
    if _ALSO_FIRST.sub("", passage.text[: span.start].strip(' “"«')) or not people:
        return _subject(passage, span, people, taken) if people else None
    gap = passage.text[span.end : people[0].before]
    return 0 if len(gap) < _FAR and _COMMA_THE.search(gap) else None


def _subject(passage: Passage, span: Span, people: list[Named], taken: set[int]) -> int | None:
    """The person before a verb, in the same clause; the one behind it where the language may put it there."""
    text = passage.text
    cue: RoleCue = span.payload
    number = _before(people, span.start)
    if number is None and (inverted := _inverted(passage, span, people)) is not None:
        return inverted
    if number is not None and (_led_by_another(text, people[number], span) or _owned(text, people[number], span)):
        return None
    if number is not None and _met(passage, people, span):
        return None
    if (
        number == 0
        and _AND_VERB.fullmatch(text, people[0].after, span.start)
        and has_pronoun_before(passage, people[0])
    ):
        return None  # "she met A B and spoke with teachers"
    if cue.language == "ar":
        behind = _after_verb(passage, span, people)
        return behind if behind is not None or number is None or _far(passage, people[number], span) else number
    if cue.language in ("es", "fr"):
        behind = _next(people, span.end)
        if behind is not None and not passage.text[span.end : people[behind].before].strip(" elaou"):
            return behind  # "y moderó A B"
    if number is not None and not _far(passage, people[number], span):
        if number in taken and cue.role in _WEAK and not _OF_ANOTHER.search(text[people[number].after : span.start]):
            return None
        behind = (
            _after_verb(passage, span, people) if cue.language in ("es", "fr") and not people[number].sure else None
        )
        return behind if behind is not None and people[behind].sure else number
    if number is None and not text[: span.start].strip(' “"«') and people:
        gap = text[span.end : people[0].before]
        if len(gap) < _FAR and gap.rstrip(" thelaé'’").endswith(","):
            return 0  # "Closing the meeting, A B announced"
    return _after_verb(passage, span, people) if cue.language in ("es", "fr") else None


_OF = re.compile(rf"(?:[^\W\d_]{{4,}}\s+{leading('of')}|\sd['’]){leading('definite')}?$")
_RELATIVE = re.compile(rf"[,،]?\s*{leading('relative')}")


def _owned(text: str, person: Named, span: Span) -> bool:
    """Whether the subject of a verb is a thing of the person's: "An exhibition of A B's, baker, closed the evening"."""
    return (
        person.position is None
        and not person.titled
        and _OF.search(text, max(0, person.before - 40), person.before) is not None
        and _RELATIVE.match(text, person.after) is None
        and _RELATIVE.search(text, person.after, span.start) is None
    )


_TO = re.compile(rf",?\s*(?:{any_of('in_order_to')}\s+)$")


def _met(passage: Passage, people: list[Named], span: Span) -> bool:
    """Whether a verb tells why a pronoun met somebody: "She met the Mayor, A B, and C D, to discuss nets"."""
    text = passage.text
    before = [person for person in people if person.end <= span.start]
    return (
        bool(before)
        and _TO.search(text, before[-1].after, span.start) is not None
        and has_pronoun_before(passage, before[0])
    )


_AND_VERB = re.compile(rf"[^.;:,“”\"«»]{{0,60}}\s{leading('and')}(?:\w+\s+)?")


def _led_by_another(text: str, person: Named, span: Span) -> bool:
    """Whether the verb's subject is a pronoun behind the person's part of the sentence: "With A B, she spoke of …"."""
    return _WITH_FIRST.match(text) is not None and _PRONOUN_ONLY.fullmatch(text, person.after, span.start) is not None


_WITH_FIRST = re.compile(rf"{leading('with')}", re.IGNORECASE)
_PRONOUN_ONLY = re.compile(rf"[\s,،]*{any_of('he')}\s+")


def _far(passage: Passage, person: Named, span: Span) -> bool:
    gap = passage.text[person.after : span.start]
    if len(gap) > 90 or _BREAK.search(gap) or (span.payload.language == "ar" and _THAT_AR.search(gap)):
        return True
    # "A B said the centre will open"
    said = next((cue for cue in passage.spans("say") if person.after <= cue.start < span.start), None)
    return said is not None and _NOUN.search(passage.text, said.end, span.start) is not None


# "وأكدت سلمى حداد أن الوزارة ستفتتح مركزاً": what another does
_THAT_AR = re.compile(rf"(?<!\w){WordLists('prose').plain('verb.that', languages=['ar'])}\s+\w")
_NOUN = re.compile(rf"\b{leading('definite', 'indefinite')}")


def _after_verb(passage: Passage, span: Span, people: list[Named]) -> int | None:
    number = _next(people, span.end)
    if number is None or people[number].before - span.end > 70:
        return None
    gap = passage.text[span.end : people[number].before]
    return None if _BREAK.search(gap.replace(":", " ")) or _WITH_WHOM.search(gap) else number


def _speaker_of(passage: Passage, span: Span, people: list[Named], taken: set[int]) -> int | None:
    """Whose words a talk is: behind "by", before "'s", or before it as the subject."""
    text = passage.text
    number = _next(people, span.end)
    if number is not None and people[number].before - span.end <= _FAR:
        gap = text[span.end : people[number].before]
        if span.payload.language == "ar" and len(gap) <= _SOON and not _BREAK.search(gap):
            return number
        if _BY.search(gap) and not re.search(r"[“”\"«»;]|\.\s", gap):
            return number
        if _COMMA_OR_THE.fullmatch(gap) and _OWN.search(text, 0, span.start):
            return number
    number = _before(people, span.start)
    if number is None:
        return None
    gap = text[people[number].end : span.start]
    if _POSSESSIVE.fullmatch(gap):
        return number
    if span.payload.role in _WEAK:
        return None
    return None if _far(passage, people[number], span) else number


_COMMA_THE = re.compile(rf",\s*{leading('the')}?(?:[A-Z]{{2,8}}\s)?$")  # "…, the GFMD Chair A B"
_ALSO_FIRST = re.compile(rf"^{any_of('also')}$", re.IGNORECASE)
_COMMA_OR_THE = re.compile(rf"[^.;“”\"«»]{{0,60}},\s*{leading('the')}?|\s*(?:{any_of('chair_the')} )?")
_OWN = re.compile(rf"(?<!\w){any_of('in_his')}\s+$", re.IGNORECASE)
_FINDERS = {
    "by": _behind_by,
    "done": _done_by,
    "group": _behind_group,
    "lead": _behind_comma,
    "verb": _subject,
    "talk": _speaker_of,
}
