"""What stands behind a name in running text: post, body and country, up to the next verb, person or mark."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.organizations.names import find_organizations, head_words, looks_like_organization
from parsers.people.affiliation.clauses import starts_clause
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.named_states import state_spoken_for
from parsers.people.affiliation.post_fields import is_ministerial, with_all_places
from parsers.people.affiliation.post_words import holds_state_post
from parsers.people.affiliation.segments import Segment, blank_brackets, segments_of
from parsers.people.affiliation.sorting import body_behind_of, sort_segments
from parsers.people.arabic_names import arabic_titles
from parsers.places.countries import country_of
from parsers.prose.appositions import is_no_affiliation
from parsers.prose.next_person import BEHIND_OF, ENDS_IN_OF, OF_BODY, described_person, posted_subject, starts_person
from parsers.prose.passage import Passage, Span
from parsers.prose.trades import age_behind, bare_trade, begins_with_trade
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists, spelt_out

_AGES = WordLists("ages")


@dataclass(slots=True, frozen=True)
class Behind:
    """Post, body and country behind a name, the offset behind them, and whether a post's noun is among the words."""

    position: str | None
    organization: str | None
    country: str | None
    end: int
    post: bool = False


def _any(key: str) -> str:
    forms = {form for phrase in load("cues")["affiliation"][key] for form in spelt_out(phrase)}
    return alternatives(forms, r"\s+")


@functools.cache
def _opener() -> re.Pattern[str]:
    inside = rf"(?:(?:{_any('opens')})(?:\s+|['’]))*"
    age = rf"(?:\(?\d{{1,3}}(?:\s{_AGES.any_of('age.years')})?\)?\s*[,،]\s*)?"
    return re.compile(rf"\s*(?:[,،]\s*{age}{inside}|\((?!\d{{1,3}}\))|\s[–—-]\s)")


@functools.cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"[;؛!?؟“”\"«»:]|\.(?=\s|$)(?<=\w\w\.)|(?<!\w)(?:{_any('ends')}|{any_of('has_fr')}\s\w+é)(?!\w)")


@functools.cache
def _leaves() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load('people')['leaves'])})\b(?! [{CAPITALS}]\w+ {any_of('of_or_for')}\b)")


@functools.cache
def _holds() -> re.Pattern[str]:
    return re.compile(rf"\s*[,،]\s*{leading('relative')}(?:{_any('holds')})\s+{leading('definite', 'possessive')}?")


_OF_AT_START = re.compile(OF_BODY)
_JOINT = re.compile(rf"[,،]\s*{leading('and')}?|\s+(?:{leading('and', 'with', 'in_en')}|و\s+)")
_COMMA = re.compile(r"[,،]")
_ACRONYM = re.compile(r"[A-Z][\w&/.-]{1,14}")


def affiliation_behind(passage: Passage, start: int) -> Behind | None:
    """Post, body and country behind a name that ends at ``start``; None where nothing of that sort follows."""
    text = passage.text
    opener = _opener().match(text, start)
    if opener is None or _behind_state(text, start) > start:
        return _as_post(passage, start) or _of_state(passage, start) or _of_body(passage, start)
    held = _holds().match(text, start)
    if held is not None:
        return _held_body(passage, held.end())
    if opener.group().endswith("("):
        inside = _in_brackets(text, start, opener.end())
        named = inside is not None and inside.position is None and inside.organization is None
        held_as = _as_post(passage, inside.end) if inside is not None and named else None
        if inside is not None and held_as is not None:  # "A B (Norway) continues as Rapporteur"
            return Behind(held_as.position, held_as.organization, inside.country, held_as.end, True)
        return inside
    of = _OF_AT_START.match(text, opener.end())
    if of is not None and opener.group().strip() in (",", "،"):
        if starts_person(passage, of.end(), len(text)):
            return None  # "A B, with C D of the Port Office"
        return _held_body(passage, of.end())  # "A B, de la Red de Retornados"
    begin = opener.end()
    relative = _RELATIVE.match(opener.group()) is not None
    mark = opener.start() + len(opener.group()) - len(opener.group().lstrip(" ,،–—-0123456789()"))
    cued = any(span.start == mark for group in ("say", "role") for span in passage.spans(group))
    if not relative and (
        cued or _end().match(text, mark) or described_person(passage, mark) or posted_subject(passage, mark)
    ):
        return None  # ", a promis": the name's own clause goes on
    limit = _limit(passage, begin)
    words = _DANGLING.sub("", text[begin:limit])
    if not words:
        return None
    kept = _kept(
        passage, _whole_fields(with_all_places(segments_of(text[: begin + len(words)], begin))), opener.group()
    )
    if not kept:
        return None
    position, organization, country = sort_segments(kept)
    end = kept[-1].end
    post = any(begin <= span.start and span.end <= end for span in passage.spans("post"))
    if not post and end == begin + len(words) and text[limit : limit + 1].isalpha() and _THE.search(opener.group()):
        return None  # "A B, l'atlas sera présenté": the sentence goes on with its own subject
    if position is None and organization and _DEFINES.search(opener.group()):
        position, organization = organization, None
    if position and not post:
        # "a mother of four", "أم لخمسة أطفال"
        of_life = any(span.start == kept[0].start for span in passage.spans("other"))
        if of_life or _PARENT.match(position):
            position = None
    if (
        position
        and position[0].islower()
        and not (post or begins_with_trade(position))
        and (len(position.split()) > 2 or _THE.search(opener.group()))
        and not _DEFINES.search(opener.group())
    ):
        position = None  # "revenu de Libye en 2017", "according to A B, the wall holds"
    if position and (owner := _OWNER.match(position)) and (state := country_of(owner.group(1))):
        position, country = position[owner.end() :], country or state
    if position and (bracket := _COUNTRY_END.search(position)) and (code := country_of(bracket.group(1))):
        position, country = position[: bracket.start()], country or code
    if position and _DEFINES.search(opener.group()):
        origin = next((span for span in passage.spans("demonym") if span.start == kept[0].start), None)
        behind = passage.text[origin.end : kept[0].end].strip() if origin is not None else ""
        if behind[:1].islower() and position.endswith(behind) and not holds_state_post(behind):
            position = age_behind().sub("", behind)  # "a Venezuelan nurse aged 29"
    if position and (position[0].islower() or _AND_IS.search(opener.group())):
        position = bare_trade(passage, position, kept[0].start)
    return Behind(position, organization, country, end, post)


_AND_IS = re.compile(any_of("and_is"))
_PARENT = re.compile(rf"{WordLists('prose').plain('person.parents')}\s+ل")
_OWNER = re.compile(rf"([{CAPITALS}][^,]{{2,40}}?)['’]s?\s+(?=\w)")
_DANGLING = re.compile(rf"(?:[\s,،]+(?:{any_of('definite', 'possessive', 'and')}|و)?)*$")
_RELATIVE = re.compile(rf"[\s,،]*{leading('relative')}")
_COUNTRY_END = re.compile(r"\s*\(([^()]{3,40})\)$")
_THE = re.compile(rf"[\s,،]{leading('definite')}$")
_DEFINES = re.compile(rf"\b{leading('indefinite')}|{any_of('and_is')}")
_PLAIN_NOUN = re.compile(rf"{leading('definite', 'possessive')}[^\W\d{CAPITALS}_]")
_FIELD_OF = re.compile(rf"\b{leading('for', 'of')}{leading('definite')}?[{CAPITALS}][\w-]+$")
_FIELDS_GO_ON = re.compile(rf"[{CAPITALS}][\w-]*(?: [\w-]+){{0,3}} {leading('and')}{leading('definite')}?[{CAPITALS}]")


def _kept(passage: Passage, segments: list[Segment], opener: str) -> list[Segment]:
    """The segments that are an affiliation, up to the first that is something else."""
    kept: list[Segment] = []
    for number, segment in enumerate(segments):
        kind = kind_of_segment(segment.text)
        clause = not segment.text[0].isupper() and starts_clause(segment.text)
        if clause or segment.text[0].isdigit() or _leaves().match(segment.text) or _TOPIC.match(segment.text):
            break
        if is_no_affiliation(segment.text, first=not number):
            break
        if kind in ("body", "unit") and segment.text[0].islower() and not _names_small_body(segment.text):
            break  # "A B, who is Director of Ports, takes office in October"
        if kind == "body" and _DOING.match(segment.text):
            break  # "A B, waiting at the Tide College for her test"
        if (
            kind == "unknown"
            and (segment.text[0].islower() or not number)
            and not (_DEFINES.search(opener) and not number)
        ):
            break
        plain = _PLAIN_NOUN.match(segment.text) or (kind == "post" and segment.text[0].islower())
        if number and plain and not _names_post(passage, segment) and not _goes_on_with_of(kept, segment):
            break
        kept.append(segment)
    return kept


def _names_small_body(words: str) -> bool:
    """Whether words in small letters begin as a body or unit does: "réseau Mains de Mer", "the youth club".

    Others are what somebody does in one: "visits the Centre".
    """
    begins = _SMALL_WORDS.match(words)
    words = words[begins.end() :] if begins is not None else words
    if not words[:1].islower():
        return True
    first, heads = [fold(word.strip("'’(),")) for word in words.split()[:3]], head_words()
    known = heads["sure"] | heads["likely"] | heads["state"] | heads["lists"] | heads["places"]
    return any(word in known for word in first[:1]) or (begins is not None and any(word in known for word in first))


_SMALL_WORDS = re.compile(rf"(?:{leading('of', 'at', 'definite', 'indefinite', 'possessive', 'for')})+")


_DOING = re.compile(rf"[a-z]{{2,}}{WordLists('prose').plain('verb.doing')}\s")


def _goes_on_with_of(kept: list[Segment], segment: Segment) -> bool:
    """Whether a segment behind "of" belongs to the post before it: a body, or a minister's next field."""
    if body_behind_of(segment.text) is not None:
        return True
    return _OF_FIELD.match(segment.text) is not None and is_ministerial([part.text for part in kept])


_OF_FIELD = re.compile(rf"{leading('of')}{leading('definite')}?[{CAPITALS}]")
_TOPIC = re.compile(leading("topic"), re.IGNORECASE)


def _names_post(passage: Passage, segment: Segment) -> bool:
    """Whether a segment in small letters is a post, and no verb with its object: "gave the keys to Colonel A B"."""
    post = next((span for span in passage.spans("post") if segment.start <= span.start < segment.end), None)
    return post is not None and not _OBJECT.search(passage.text, segment.start, post.start)


_OBJECT = re.compile(rf"(?<!\w){any_of('no_noun', 'object')}\s")


def _whole_fields(segments: list[Segment]) -> list[Segment]:
    """Segments with those joined that are one list of fields: "Director for East, Horn and Southern Africa"."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and _FIELD_OF.search(joined[-1].text) and _FIELDS_GO_ON.match(segment.text) and not joined[1:]:
            first = joined.pop()
            segment = Segment(f"{first.text}, {segment.text}", first.start, segment.end)
        joined.append(segment)
    return joined


_LONGEST = 300  # characters of an affiliation; a list of names without end has none


def _limit(passage: Passage, begin: int) -> int:
    """Where an affiliation that begins at ``begin`` ends: at a verb, at the next person, at the end of the sentence."""
    text = passage.text
    blanked = blank_brackets(text) if "(" in text or "[" in text else text
    stop = _end().search(blanked, begin)
    limit = min(stop.start() if stop else len(text), begin + _LONGEST)
    for span in (*passage.spans("say"), *passage.spans("role")):
        if begin < span.start < limit and _ends_affiliation(text, span):
            limit = span.start
    titles = [start for start in arabic_titles(text) if begin < start < limit]
    limit = min([limit, *titles])
    if not text.isascii():
        limit = min([limit, *_next_posts(passage, begin, limit)])
    for joint in _JOINT.finditer(blanked, begin, limit):
        if starts_person(passage, joint.end(), limit):
            return joint.start()
    return limit


_AND_POST = re.compile("،\\s*و$")


def _next_posts(passage: Passage, begin: int, limit: int) -> list[int]:
    """Where the posts of further people start in Arabic, "and" written with them: "، ورئيس البعثة، أ ب"."""
    found = []
    for span in passage.spans("post"):
        if begin < span.start < limit and _AND_POST.search(passage.text, begin - 3, span.start):
            found.append(span.start)
    return found


def _ends_affiliation(text: str, span: Span) -> bool:
    """Whether a cue can stand in no affiliation: a verb; a noun ("speakers") that begins a new part of the sentence."""
    place = getattr(span.payload, "place", "verb")
    if place in ("verb", "by", "lead"):
        return True
    return place == "group" and (
        " " in text[span.start : span.end] or text[: span.start].endswith((", ", ", the ", "with "))
    )


def _in_brackets(text: str, start: int, begin: int) -> Behind | None:
    """What stands in brackets behind a name; an acronym of the very words before it makes a body of them."""
    close = text.find(")", begin)
    if close < 0:
        return None
    inner = text[begin:close]
    if (state := country_of(inner)) is not None:
        return Behind(None, None, state, close + 1)  # "A B (Norway)"
    if _ACRONYM.fullmatch(inner):
        known = looks_like_organization(inner) >= 0.5 and not _is_acronym_of(text[:start], inner)
        return Behind(None, inner, None, close + 1) if known else None
    position, organization, country = sort_segments(segments_of(inner, 0))
    if position is None and organization is None and country is None:
        return None
    return Behind(position, organization, country, close + 1, position is not None)


def is_body(text: str, start: int, end: int) -> bool:
    """Whether a run of capitalised words is a body's name: its acronym stands behind it, a name's word before it."""
    bracket = _BRACKETED.match(text, end)
    if bracket is not None and _is_acronym_of(text[:end], bracket.group(1)):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return before is not None and bool(text[: before.start()].strip(' “"«'))


_BRACKETED = re.compile(r"\s*\(([A-Z][\w&/.-]{1,14})\)")
_CAPITAL_BEFORE = re.compile(r"(?<![\w’'])[^\W\d_a-zß-ÿ\u0600-\u06ff][\w’'-]*\s+$")


def _is_acronym_of(words: str, acronym: str) -> bool:
    """Whether an acronym is made of the first letters of the words before it."""
    letters = [c for c in acronym if c.isupper()]
    initials = [word[0] for word in words.split()[-len(letters) - 2 :] if word[0].isupper()]
    return len(initials) >= 2 and initials[-len(letters) :] == letters


_AS = re.compile(
    rf"\s+(?:{leading('as')}{leading('definite', 'possessive')}?|{leading('is')}{leading('definite', 'indefinite')}"
    rf"|{leading('becomes')}{leading('definite', 'possessive')}?)"
)
# "A B, of the United States, becomes …", "A B of Norway as …"
_OF_STATE = re.compile(
    rf"[,،]\s{leading('of')}{leading('definite')}?([^,،.;]{{3,40}})[,،](?=\s)"
    rf"|\s{leading('of')}{leading('definite')}?([{CAPITALS}][^,،.;]{{2,40}}?)(?=\s{leading('as', 'becomes')})"
)


def _post_at(passage: Passage, start: int) -> bool:
    """Whether a post stands at an offset, words such as "new" before its noun allowed."""
    posts = {span.start for span in passage.spans("post")}
    for span in passage.spans("former"):
        if span.start == start and start not in posts:
            start = span.end + 1
    return start in posts


def _behind_state(text: str, start: int) -> int:
    """The offset behind the state that somebody comes from: "A B, of the United States, becomes …"."""
    of_state = _OF_STATE.match(text, start)
    if of_state is None or country_of(of_state[1] or of_state[2]) is None:
        return start
    return of_state.end()


def _as_post(passage: Passage, start: int) -> Behind | None:
    """A post behind "as" or "becomes": "con A B como Director General de la OIM"."""
    start = _behind_state(passage.text, start)
    opener = _AS.match(passage.text, start)
    if opener is None or not _post_at(passage, opener.end()):
        return None
    limit = _limit(passage, opener.end())
    comma = _COMMA.search(passage.text, opener.end(), limit)
    words = passage.text[opener.end() : comma.start() if comma else limit].rstrip(" .")
    words = _SINCE.sub("", _DANGLING.sub("", words))
    position, organization, country = sort_segments(segments_of(words, 0))
    return Behind(position, organization, country, opener.end() + len(words), True)


# "as Director of Ports on 18 June", "como Directora desde junio de 2020", but no "of Section 5"
_SINCE = re.compile(
    rf"\s(?!{leading('of', 'for')})[^\W\d{CAPITALS}_]{{1,7}}\s(?:{leading('of', 'definite')}|du\s)?"
    rf"(?:[^\W\d_]{{3,10}}\s(?:{leading('of')})?)?\d.*$"
)


def _of_state(passage: Passage, start: int) -> Behind | None:
    """A post behind a state: "A B of Norway, Chair of the Tide Council, spoke"."""
    opener = BEHIND_OF.match(passage.text, start)
    state = next((span for span in passage.spans("country") if opener and span.start == opener.end()), None)
    comma = _POST_COMMA.match(passage.text, state.end) if state is not None else None
    if state is None or comma is None or not _post_at(passage, comma.end()):
        return None
    if starts_person(passage, comma.end(), len(passage.text)):
        return None  # "A B of Peru, Ambassador C D of Japan"
    held = affiliation_behind(passage, state.end)
    if held is None or not held.post:
        return None
    country = held.country or state_spoken_for(state.payload, held.position, held.organization)
    return Behind(held.position, held.organization, country, held.end, True)


_POST_COMMA = re.compile(rf"\s?[,،]\s{leading('definite', 'relative')}?")


def _of_body(passage: Passage, start: int) -> Behind | None:
    """A body behind "of": "A B of the Harbour Chaplaincy", "C D de la Red de Retornados"."""
    opener = BEHIND_OF.match(passage.text, start)
    if opener is None:
        return None
    return _held_body(passage, opener.end())


_BODY_END = re.compile(
    rf"[,،]|\s\(|\s{leading('and')}{leading('by')}|\s{leading('at', 'for', 'as', 'topic')}(?![^\W\da-zß-ÿ])"
    rf"|\s{any_of('behind_body')}\s"
)


_OWNED = re.compile(r"(.{2,40}?)['’]s\s+(?=[^\W\d_])")  # "IOM's visa team"
_POSSESSOR = re.compile(rf"(.{{3,40}}?)['’]s\s+(?=[{CAPITALS}])")


def _held_body(passage: Passage, begin: int) -> Behind | None:
    text = passage.text
    limit = _limit(passage, begin)
    comma = _BODY_END.search(text, begin, limit)
    if comma is not None:
        limit = comma.start()
    words = _DANGLING.sub("", text[begin:limit]).rstrip(" .")
    town = next((span for span in passage.places() if span.start == begin and span.end >= begin + len(words)), None)
    if town is not None:
        return Behind(None, None, None, town.end)  # "A B of Montréal"
    if looks_like_organization(words) < 0.5 and not _many_capitals(words):
        return None
    possessor = _POSSESSOR.match(words)
    owned = _OWNED.match(words)
    if owned is not None and lexicon.whole(owned.group(1), "organization") is not None:
        return Behind(None, owned.group(1), None, begin + len(words))
    part_of = _body_of_part(words)
    if part_of is not None:
        return Behind(None, part_of, None, begin + len(words))
    if _PROJECT.search(words):
        return None  # "who coordinates the Blue Tide project"
    country = country_of(possessor.group(1)) if possessor else None
    end = begin + len(words)
    if possessor and country:
        words = words[possessor.end() :]
    return Behind(None, words, country, end)


def _body_of_part(words: str) -> str | None:
    """The known body of its part in small letters: "IOM sub-office in Mopti", "ferry team at IOM"."""
    known = find_organizations(words, slot=True)
    if len(known) != 1:
        return None
    behind = words[known[0].end :].lstrip()
    if not known[0].start:
        return known[0].name if behind[:1].islower() and _SMALL_PART.match(behind) is not None else None
    before = words[: known[0].start]
    return known[0].name if before.islower() and ENDS_IN_OF.search(before) is not None else None


# "sub-office in", but no "de Colombia", no "in Mopti"
_SMALL_PART = re.compile(rf"(?!{any_of('of', 'at', 'for', 'and')}\s)[^\W\d_{CAPITALS}]{{3,}}")


_PROJECT = re.compile(rf"(?:^|\s){WordLists('prose').any_of('body.projects')}")


@functools.cache
def _place_beginnings() -> frozenset[str]:
    return frozenset(load("posts")["place_names"]) | frozenset(load("posts")["saints"])


def _many_capitals(words: str) -> bool:
    """Whether most words are capitalised, and more than one: the name of a body that nobody knows."""
    listed = words.split()
    if listed and listed[0].casefold() in _place_beginnings():
        return False  # "Eva Lima, of San Marcos"
    return len(listed) > 1 and sum(word[0].isupper() for word in listed) * 2 > len(listed) and country_of(words) is None
