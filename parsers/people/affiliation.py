"""Affiliations: what stands behind a name, cut at commas, each segment told apart by its head word.

A segment is a post ("Deputy Minister of Labour"), a unit ("Office of European Affairs"), a body ("Ministry of the
Interior"), a country, or unknown; unknown ones go with their neighbours. `split_post` finds the body inside a post
("IOM Director General"), `state_of_post` the state that it is held for.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.organizations.names import (
    OrganizationMatch,
    find_organizations,
    looks_like_organization,
    without_bracket,
)
from parsers.organizations.names import head_words as organization_words
from parsers.people.names import is_degree
from parsers.people.not_yet import is_not_yet_named
from parsers.places.countries import country_of, find_countries
from parsers.record import Role
from parsers.words import lexicon
from parsers.words.patterns import CAPITALS, alternatives, by_first_letter, whole_words
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

Affiliation = tuple[str | None, str | None, str | None]  # position, body, country

BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\[\]]*)\]")


@dataclass(slots=True)
class Segment:
    """A part of an affiliation, with its span in the text."""

    text: str
    start: int
    end: int


def _words_pattern(words: list[str]) -> re.Pattern[str]:
    forms = by_first_letter(map(fold, words))
    prefixes = alternatives(load("posts")["prefixes"])
    return re.compile(rf"(?<![\w-])(?:(?:{prefixes})-)?(?:{forms})(?![\w])")


def _starting(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(words)})(?=\s|$|['’])", re.IGNORECASE)


@functools.cache
def _clause() -> re.Pattern[str]:
    return _starting(load("people")["clause"])


@functools.cache
def _topic() -> re.Pattern[str]:
    return _starting(load("people")["topic"])


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].replace("’", "'").partition("'")[0].lower()


@functools.cache
def _first_words() -> frozenset[str]:
    """The first words of clauses and topics: most segments begin with none of them."""
    return frozenset(_first_word(form) for key in ("clause", "topic") for form in load("people")[key])


@functools.cache
def _unsure() -> frozenset[str]:
    return frozenset(fold(word) for word in load("people")["unsure"])


def is_unsure(text: str) -> bool:
    """Whether a bracket says nothing of the person: "(tbc)", "(virtual)", "(Ms.)"."""
    return fold(text).strip(" .") in _unsure() or is_not_yet_named(text) or _group().fullmatch(fold(text)) is not None


@functools.cache
def _group() -> re.Pattern[str]:
    """Where somebody sits in a programme: "(group A)", "(mesa 2)"."""
    return re.compile(rf"(?:{alternatives(map(fold, load('people')['groups']))}) (?:[a-z]|\d{{1,2}}|[ivx]{{1,4}})")


def starts_clause(text: str) -> bool:
    """Whether the words start a clause on what the person does: "will be moderating"; not the acronym "WHO"."""
    match = _clause().match(text)
    return match is not None and not (match.end() > 1 and match.group().isupper())


@functools.cache
def _clause_roles() -> list[tuple[Role, re.Pattern[str]]]:
    return [
        (role, re.compile(rf"(?<!\w)(?:{alternatives(stems)})", re.IGNORECASE))
        for role, stems in load("people")["clause_role"].items()
    ]


@functools.cache
def role_tails() -> dict[str, Role]:
    """What stands behind somebody and says the role, folded: "(Moderator)", "– introductory remarks"."""
    return {fold(form): role for role, forms in load("roles")["tail"].items() for form in forms}


@functools.cache
def _heads() -> re.Pattern[str]:
    return _words_pattern(load("posts")["heads"])


@functools.cache
def _state_posts() -> re.Pattern[str]:
    return _words_pattern(load("posts")["state"])


def _speaks_for_no_state(organization: str) -> bool:
    """Whether a body is a university, firm, association or of many states: the country behind it is where it sits."""
    known = lexicon.whole(without_bracket(organization), "organization")
    if known is not None:
        return known.kind in ("un", "igo", "ngo", "university", "company")
    return _no_state_bodies().search(fold(organization)) is not None


@functools.cache
def _no_state_bodies() -> re.Pattern[str]:
    return whole_words(word for key in ("no_state", "no_state_in_lines") for word in load("states")[key])


@functools.cache
def _missions() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(map(fold, load('posts')['missions']))})(?!\w)")


def _state_of_body(organization: str) -> str | None:
    """The state of "Permanent Mission of Japan", "Embassy of Chile"; None for other bodies."""
    if not _missions().match(fold(organization)):
        return None
    codes = [found.code for found in find_countries(organization)]
    return codes[0] if codes else None


def holds_state_post(position: str) -> bool:
    """Whether a post is one that is held for a state: "ministre", "ambassador"."""
    return _state_posts().search(fold(position)) is not None


@functools.cache
def _private() -> re.Pattern[str]:
    return _words_pattern(load("posts")["private"])


@functools.cache
def _official() -> re.Pattern[str]:
    """ "Secretary of Migrant Workers": what an official deals with is not what one is."""
    return re.compile(rf"(?:{_folded('official.posts')})\b")


_WORDS = WordLists("post_words")


def _folded(key: str) -> str:
    """Any of a list's words in a folded text, to be put into a group."""
    return alternatives({fold(form) for form in _WORDS.forms(key)})


def _is_private(post: str) -> bool:
    """Whether a folded post is a trade or a state of life, that nobody holds for a state."""
    private = _private().search(post)
    if private is None:
        return False
    return _official().match(post) is None or re.search(rf"\s{leading('of', 'for')}", post[: private.start()]) is None


@functools.cache
def _bare_posts() -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")["bare"])


@functools.cache
def _institutional() -> re.Pattern[str]:
    heads, ranks = (alternatives(map(fold, load("posts")[key])) for key in ("institutional", "ranks"))
    return re.compile(rf"(?:.*\b)?(?:{heads})(?: (?:{ranks}))*$")


@functools.cache
def _units() -> re.Pattern[str]:
    forms = alternatives(map(fold, load("posts")["units"]))
    return re.compile(rf"^(?:the |la |le |el |l')?(?:[\w-]+ )?(?:{forms})\b")


def blank_brackets(text: str, fill: str = " ") -> str:
    """The text with what stands in brackets blanked out, offsets kept."""
    if "(" not in text and "[" not in text:
        return text
    return BRACKET.sub(lambda match: fill * len(match.group()), text)


def affiliation(text: str, start: int, inside: list[Segment]) -> tuple[Affiliation, Role | None]:
    """Position, body, country and stated role from what stands after a name, and from the brackets behind it."""
    return _affiliation(text, start, inside) if inside else _bare_affiliation(text[start:])


@functools.lru_cache(maxsize=4096)  # the same people come back on other pages
def _bare_affiliation(text: str) -> tuple[Affiliation, Role | None]:
    return _affiliation(text, 0, [])


def _affiliation(text: str, start: int, inside: list[Segment]) -> tuple[Affiliation, Role | None]:
    segments: list[Segment] = []
    role: Role | None = None
    for segment in segments_of(text, start):
        if (not segments and is_degree(segment.text)) or is_unsure(segment.text):
            continue
        tail = role_tails().get(fold(segment.text))
        if tail is not None and segment.start > start and segment.text[0].islower():
            role = tail  # "A B, Minister of Ports – introductory remarks"
            continue
        clause = segment.text
        begins = _first_word(clause) in _first_words()
        if begins and _topic().match(clause):
            break
        if begins and starts_clause(clause):
            role = _role_of_clause(text[segment.start :])
            break
        segments.append(segment)
    for bracket in inside:
        segments.extend(segments_of(text[: bracket.start] + bracket.text, bracket.start))
    return sort_segments(segments), role


def _role_of_clause(text: str) -> Role | None:
    return next((role for role, stems in _clause_roles() if stems.search(text)), "speaker")


_ACRONYM = re.compile(r"[\s,]*[A-Z]{2,8}\s*")
_SEPARATOR = re.compile(r"[,،;؛|:/\s–—](?:(?<=[–—])|(?<!\s)(?=\s|$)|(?<=\s)[-–—](?=\s))")


def segments_of(text: str, start: int) -> list[Segment]:
    """Parts between commas, semicolons, dashes and bars, brackets kept whole."""
    found: list[Segment] = []
    blanked = text[:start] + blank_brackets(text[start:])
    position = start
    for match in _SEPARATOR.finditer(blanked, start):
        if match.group()[-1] in "-–—" and _is_office(blanked[position : match.start()], blanked[match.end() :]):
            continue
        _add_segment(found, text, position, match.start())
        position = match.end()
    _add_segment(found, text, position, len(text))
    return found


def _add_segment(found: list[Segment], text: str, start: int, end: int) -> None:
    piece = text[start:end].strip(" .,;:|")
    piece = piece.rstrip(")").rstrip() if piece.endswith(")") and "(" not in piece else piece
    if piece:
        offset = text.find(piece, start)
        found.append(Segment(" ".join(piece.split()), offset, offset + len(piece)))


def _is_office(left: str, right: str) -> bool:
    """Whether a dash stands inside the name of an office: "OIM - Spain", "UNICEF – Kenya"."""
    if not _ACRONYM.fullmatch(left):
        return False
    return country_of(re.split(r"[,;)]", right, maxsplit=1)[0].strip()) is not None


@functools.cache
def _of_members() -> re.Pattern[str]:
    """What a body's members are, before its head word: "Migrant Forum", "Student Union"."""
    return re.compile(rf"(?:{_folded('head.members')})s?['’]?s? \S")


@functools.cache
def _secretariats() -> tuple[str, ...]:
    return tuple(f"{form} " for form in _WORDS.forms("head.secretariats"))


@functools.lru_cache(maxsize=4096)  # posts and bodies come back on other pages
def kind_of_segment(segment: str) -> str:
    """post, unit, body, country or unknown: what the head word of a segment says."""
    folded = fold(segment)
    if not folded:
        return "unknown"
    if country_of(segment):
        return "country"
    if segment.startswith(_secretariats()):
        return "body"  # without its accent it is a post
    head = _heads().search(folded)
    if _units().match(folded) and not (head and (head.start() == 0 or head.end() == len(folded))):  # "Desk Officer"
        return "unit"
    body = looks_like_organization(segment)
    if head and head.start() == 0 and _names_general_body(segment, folded):
        return "body"
    if head and folded[head.end() : head.end() + 2] in ("'s", "’s"):
        heads = organization_words()
        ends_in_body = folded.split()[-1] in heads["sure"] | heads["likely"]
        return "body" if ends_in_body and segment[0].isupper() else "post"  # "State Inspector's Service"
    if head and head.start() == 0:
        return "body" if body > 0.5 and _of_members().match(folded) and not segment.split()[1][0].islower() else "post"
    if head is None:
        if body > 0.5:
            return "body"
        words = folded.split()
        if len(words) == 1 and words[0].endswith(tuple(load("posts")["suffixes"])) and not segment.isupper():
            return "post"
        if segment[0].islower():
            return "post"
        return "unknown"
    # "IOM Director General", "heat officer", "Youth Delegate" are posts; "Office of the High Commissioner" is a body.
    before = segment[: head.start()]
    named = folded.split()[0] in organization_words()["sure"]  # "Prefectura General Naval"
    if body > 0.5 and _private().search(folded) and folded.split()[-1] in organization_words()["sure"]:
        return "body"  # "Horn Pastoralist Council"
    if body > 0.5 and (named or re.search(r"\b(?:of|for|de|des|du|del|para|pour)\b", before)):
        return "body"
    if re.search(r"\b(?:of|of the|de|des|du|del|de la)\s$", before.casefold()):
        return "body" if body > 0.3 else "post"
    return "post"


def _names_general_body(segment: str, folded: str) -> bool:
    """Whether "general" at the start is a body's word and no officer's: "General Statistics Office of Ghana"."""
    words = folded.split()
    if words[0] not in _general() or len(words) < _SHORTEST_GENERAL or head_of_post(words[1]) is not None:
        return False
    rest = segment.partition(" ")[2]
    return rest[0].isupper() and looks_like_organization(rest) >= 0.7


@functools.cache
def _general() -> frozenset[str]:
    return frozenset(_WORDS.forms("head.general"))


_SHORTEST_GENERAL = 3  # words


def sort_segments(segments: list[Segment]) -> Affiliation:
    """Position, body and country of a person from the segments of the affiliation."""
    positions: list[str] = []
    bodies: list[str] = []
    country: str | None = None
    kinds = [kind_of_segment(segment.text) for segment in segments]
    for index, (segment, kind) in enumerate(zip(segments, kinds, strict=True)):
        if kind == "country":
            country = country or country_of(segment.text)
        elif positions and not bodies and (body := body_behind_of(segment.text)) and not is_ministerial(positions):
            bodies.append(body)
        elif _belongs_to_post(segment.text, kind, positions, bodies, kinds[index + 1 :]):
            positions.append(segment.text)
        else:
            bodies.append(segment.text if bodies or positions else _without_of(segment.text))
    position = ", ".join(positions) or None
    organization = ", ".join(bodies) or None
    if position and len(positions) == 1:
        if not bodies:
            position, organization = split_post(position)
        elif _own().match(position):
            position = split_post(position)[0]
    if position:
        country = country or state_of_post(position)
    if country is None:
        country = _state_of_body(organization) if organization is not None else None
    elif organization is not None:
        country = None if _speaks_for_no_state(organization) else country
    elif position and _is_private(fold(position)) and not holds_state_post(position):
        country = None  # "youth advocate, Tonga": from there, not for it
    return position, organization, country


@functools.cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.plain('own.acronyms')}\s+\S")


def _without_of(body: str) -> str:
    """A body right behind a name: "A B, de la Unión de Mujeres"."""
    of = _OF_AT_START.match(body)
    return body[of.end() :] if of is not None and body[0].islower() else body


def body_behind_of(segment: str) -> str | None:
    """The body of a segment that goes on with "of": "Directora de Salud, del MSPAS"."""
    of = _OF_AT_START.match(segment)
    if of is None:
        return None
    body = segment[of.end() :]
    return body if looks_like_organization(body) > 0.5 or _ACRONYM.fullmatch(body) else None


def _belongs_to_post(text: str, kind: str, positions: list[str], bodies: list[str], later: list[str]) -> bool:
    """Whether a segment is the post or goes on with it; else it is the body or goes on with that."""
    if kind == "post":
        return not (bodies and not text[0].isupper())
    if bodies or not positions:
        return False
    if _OF_AT_START.match(text) and is_ministerial(positions):
        return True  # "Ministre du Travail, de l'Emploi et de la Formation"
    bare = fold(positions[-1]) in _bare_posts()  # "Director, Migration Policy and Research"
    if kind == "unit" and bare and later == ["country"]:
        return False  # "Director, Bureau of Ports, Chile"
    if kind == "unit":
        return bare or "body" in later or "unknown" in later
    if kind == "body" and bare and _unit_end().search(text) and "body" in later:
        return True  # "Head, Labour Mobility Division, IOM"
    if kind == "body":
        return _list_goes_on(", ".join(positions), text, later)
    if len(positions) > 1 and fold(positions[0]) in _bare_posts() and "body" in later and _AND.search(text):
        return True  # "Director, Policy, Research and Communications, IOM"
    if kind == "unknown" and _OF_STATE.search(text) and _list_goes_on(", ".join(positions), text, later):
        return True
    if kind == "unknown" and bare and _owned().search(text):
        return False  # "Coordinator, Domestic Workers' Helpline"
    return bare or (is_ministerial(positions) and "country" in later)


@functools.cache
def _owned() -> re.Pattern[str]:
    """Whose a body is: a field of work is nobody's."""
    return re.compile(rf"[^\W\d_](?:s['’]|['’]s)\s+[{CAPITALS}]")


_AND = re.compile(rf"\s{any_of('and')}\s")
_OF_AT_START = re.compile(rf"{leading('of')}{leading('definite')}?(?=[{CAPITALS}])")


@functools.cache
def _unit_end() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('unit.end')}$")


_OF_STATE = re.compile(rf"\s{leading('of')}{leading('definite')}?([{CAPITALS}][^,]+)$")


def _list_goes_on(post: str, segment: str, later: list[str]) -> bool:
    """Whether a minister's fields go on: "Minister of the Interior, Public Administration and Decentralization"."""
    of_state = _OF_STATE.search(segment)
    if of_state is not None and country_of(of_state[1]) is not None:
        segment = segment[: of_state.start()]  # "Minister of Ports, Ferries and Piers of Chile"
    return (
        _minister_of().search(fold(post)) is not None
        and bool(re.search(r"\b(?:and|et|y|e)\b", segment))
        and not re.search(r"\b(?:of|for|de|du|des|del)\b", segment)
        and ("country" in later or not later)
    )


@functools.cache
def _minister_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{_folded('stem.minister')})\w* (?:of|for|de|du|des|del|d')")


def is_ministerial(positions: list[str]) -> bool:
    """Whether a post is a minister's or secretary's, whose fields are listed behind it."""
    return _ministerial().search(fold(", ".join(positions))) is not None


@functools.cache
def _ministerial() -> re.Pattern[str]:
    return re.compile(rf"(?<!ad)(?:{_folded('stem.ministerial')})")


@functools.cache
def _at() -> re.Pattern[str]:
    """Where a post is held; behind "Bureau for Relations with the" stands what a body deals with."""
    deals = "".join(rf"(?<!\b(?i:{form}))" for form in _WORDS.forms("at.deals"))
    return re.compile(
        rf"^(.{{3,}}?){deals}\s+(?:{_WORDS.leading('at.at')}|bei\s+)(?:{leading('definite')})?(?=[{CAPITALS}])(.+)$"
    )


@functools.cache
def _at_body() -> re.Pattern[str]:
    """ "Directeur à l'Institut de la mer", "avocate au barreau de Pau", "médica en el hospital San Roque" """
    bodies = alternatives(load("posts")["bodies_ar"])
    return re.compile(
        rf"\s+(?:{_WORDS.leading('at.small')}|[بل](?={_WORDS.any_of('at.houses')}\s)|ب(?=(?:{bodies})\s))(?=[^\W\d_])"
    )


_OF = r"(?:of|de|du|des|de la|de l['’]|del|de los|de las)"
_OF_BODY = re.compile(rf"^(.{{3,}}?)\s+{_OF}\s*(?:the\s+)?(?=[{CAPITALS}])(.+)$")
_ACRONYM_FIRST = re.compile(
    rf"^((?:[A-Z][A-Za-z]*[A-Z][A-Za-z-]*|{_WORDS.plain('united.short')})(?:['’]s)?)\s+(.{{4,}})$"
)


@functools.cache
def _before_post() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.leading('english.before')}", re.IGNORECASE)


@functools.cache
def _post_at_end() -> str:
    return rf"({_WORDS.leading('english.ranks')}*{_WORDS.any_of('english.nouns')})$"


@functools.cache
def _body_then_post() -> re.Pattern[str]:
    body = _WORDS.any_of("unit.body")
    return re.compile(rf"^(?:the\s+)?([A-Z].*?\b{body}(?:\s+\([A-Z]+\))?)(?:['’]s)?\s+{_post_at_end()}")


@functools.cache
def _name_then_post() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s+)?([{CAPITALS}].{{6,}}?(?:\s\([A-Z][\w-]+\))?)(?:['’]s)?\s+{_post_at_end()}")


@functools.cache
def _field_then_post() -> re.Pattern[str]:
    return re.compile(rf"((?:[A-Z][\w-]+ (?:(?:and|&) )?){{1,4}}){_post_at_end()}")


@functools.cache
def _cut_post() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('english.cut')}$")


@functools.cache
def _no_body() -> frozenset[str]:
    return frozenset(_WORDS.forms("united.acronyms"))


@functools.lru_cache(maxsize=4096)
def split_post(position: str) -> tuple[str, str | None]:
    """A post and the body named in the same words: "IOM Director General", "Manager at X", "President of the X"."""
    prefix = _ACRONYM_FIRST.match(position)
    if prefix:
        bare = re.sub(r"['’]s$", "", prefix.group(1))
        owned = bare != prefix.group(1) and head_of_post(prefix.group(2)) is not None  # "IOM’s Emergency Coordinator"
        if bare not in _no_body() and (owned or _heads().match(fold(_before_post().sub("", prefix.group(2))))):
            return prefix.group(2), bare
        field = _field_then_post().fullmatch(prefix.group(2))  # "IOM Media Officer"
        if field is not None and bare not in _no_body() and looks_like_organization(field.group(1)) < 0.5:
            return prefix.group(2), bare
        if bare not in _no_body() and _is_post_with_field(prefix.group(2)) and find_organizations(bare, slot=True):
            return prefix.group(2), bare
    body_first = _body_then_post().match(position)
    if body_first:
        return body_first.group(2), body_first.group(1)
    named_first = _name_then_post().match(position)
    if (
        named_first
        and not _is_field(named_first.group(1))
        and not _cut_post().search(named_first.group(1))
        and looks_like_organization(named_first.group(1)) > 0.5
    ):
        return named_first.group(2), named_first.group(1)
    office = office_then_post(position)
    if office is not None:
        return office
    at = _at().match(position)
    if at and not _state_only(at.group(1)) and not _names_place(at.group(2)):
        return at.group(1), at.group(2)
    post, body = _post_of_body(position)
    if body is None:
        return post_of_house(position) or _post_at_body(position)
    owner = _owner_of_office(body) if _heads_office().fullmatch(fold(post)) else None
    return (position, owner) if owner is not None else (post, without_place(body))


_ELSEWHERE = re.compile(rf"\s{leading('at', 'for')}")
_AND_INSIDE = frozenset(("and", "&", "et", "y"))


def _is_post_with_field(words: str) -> bool:
    """Whether words in capitals are a post behind its field: "Project Manager", "Health Coordinator in Ouallam"."""
    *field, noun = _ELSEWHERE.split(words, maxsplit=1)[0].split() or [""]
    if not field or len(field) > _LONGEST_FIELD or head_of_post(noun) != (0, len(fold(noun))):
        return False
    if not all(word[0].isupper() or word in _AND_INSIDE for word in (*field, noun)):
        return False
    named = " ".join(field)
    if _project().search(named):
        return True
    return _is_field(named) or looks_like_organization(named) < 0.5


_LONGEST_FIELD = 4  # words


@functools.cache
def _project() -> re.Pattern[str]:
    """ "Counter-Trafficking Project Officer": a project is what an officer of a body works for."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('english.projects')}$")


@functools.cache
def _heads_office() -> re.Pattern[str]:
    """ "Head" alone is no post: what somebody is is "Head of Office"."""
    return re.compile(_folded("head.heads"))


@functools.cache
def _office_word() -> re.Pattern[str]:
    return re.compile(_folded("head.office"))


def _owner_of_office(body: str) -> str | None:
    """The body whose office the words name: "IOM" of "IOM Regional Office in Cairo"; None for other words."""
    if not _office_word().search(fold(body)):
        return None
    known = find_organizations(body, slot=True)
    if not known or names_united_nations(known[0].name) or _office_word().search(fold(known[0].name)):
        return None
    return known[0].name


def _is_field(words: str) -> bool:
    """Whether a single word before a post is its field and no body: "Project" in "Project Manager"."""
    return " " not in words and fold(words) not in organization_words()["sure"] and not find_organizations(words)


def _names_place(words: str) -> bool:
    return country_of(words) is not None or lexicon.whole(words, "city") is not None


def office_then_post(words: str) -> tuple[str, str] | None:
    """Post and office of "IOM Iraq Chief of Mission", "IOM border management specialist"; None for other words."""
    known = find_organizations(words, slot=True)
    if not known or known[0].start or names_united_nations(known[0].name):
        return None
    rest = words[known[0].end :].removeprefix("'s").removeprefix("’s").strip()
    if not rest or rest[0] in ",(":
        return None
    if rest[0].islower():
        return (rest, known[0].name) if head_of_post(rest) is not None else None
    for size in (1, 2, 3):
        place = " ".join(rest.split()[:size])
        if _names_place(place):
            post = rest[len(place) :].strip()
            if post and head_of_post(post) is not None:
                return post, f"{known[0].name} {place}"
    return None


@functools.cache
def _united() -> re.Pattern[str]:
    return re.compile(f"{_WORDS.any_of('united.names')}$")


def names_united_nations(body: str) -> bool:
    """Whether a body is the United Nations as a whole, whose name belongs to titles: "UN Resident Coordinator"."""
    return _united().match(body) is not None


@functools.lru_cache(maxsize=4096)
def without_place(organization: str) -> str:
    """A known body without the country behind it: "OIM" of "OIM en Colombia"."""
    known = find_organizations(organization, slot=True)
    if known and known[0].start == 0 and _PLACE_ONLY.fullmatch(organization, known[0].end):
        return organization[: known[0].end]
    return organization


_PLACE_ONLY = re.compile(rf"\s+{leading('at')}.*")


_OF_HOUSE = re.compile(
    rf"^(.{{3,}}?)\s+{leading('of', 'at')}{leading('definite')}?"
    rf"((?:{alternatives(load('posts')['houses'])})\s(?:[^\W\d{CAPITALS}_]\w*\s)*[{CAPITALS}].+)$"
)


def post_of_house(position: str) -> tuple[str, str] | None:
    """Post and house of "directora del albergue Casa Sur", "maçon de l'association Le Mur": a house in small letters
    with a name of its own. None for other words.
    """
    of = _OF_HOUSE.match(position)
    if of is None or looks_like_organization(of.group(2)) < 0.7 or head_of_post(of.group(1)) is None:
        return None
    return of.group(1), of.group(2)


def _post_at_body(position: str) -> tuple[str, str | None]:
    """A post and the body that it is held at, in languages where a body may begin with a small letter."""
    for at in _at_body().finditer(position):
        post, body = position[: at.start()], position[at.end() :]
        if looks_like_organization(body) >= 0.7 and head_of_post(post) is not None and not _state_only(post):
            return post, body
    return _post_before_arabic_body(position)


def _post_before_arabic_body(position: str) -> tuple[str, str | None]:
    """A post right before a known body, as Arabic says "of": "رئيسة بعثة المنظمة الدولية للهجرة في الأردن"."""
    if not "\u0620" <= position[0] <= "\u06d3" or holds_state_post(position):
        return position, None
    for body in find_organizations(position, slot=True):
        post = position[: body.start].rstrip()
        behind = not position[body.end :] or _PLACE_ONLY.fullmatch(position, body.end) is not None
        if behind and position[: body.start] != post and head_of_post(post) is not None:
            return post, body.name
    return position, None


def _post_of_body(position: str) -> tuple[str, str | None]:
    """ "President of the X": parted at the first "of" behind which a body stands."""
    of = _OF_BODY.match(position)
    while of:
        post, body = of.group(1), of.group(2)
        named = looks_like_organization(body) > 0.5 or _ACRONYM_AND_PLACE.fullmatch(body)
        known = find_organizations(body)
        # "Bureau de l'OIM en France", "Office for Relations with Emigrants"
        office = bool(_OFFICE.match(body)) and (bool(known) or _names_office(body))
        plain = office or (not _units().match(fold(body)) and head_of_post(body) is None and country_of(body) is None)
        whole = not _cuts_head(position, post) and not _field_before_body(body, known)
        begins = known[0].end if known and known[0].start == 0 and head_of_post(post) is not None else 0
        field = _FIELD.fullmatch(body, begins) if begins else None  # "Director Regional de la OIM para América del Sur"
        if field is not None and not names_united_nations(body):
            return post + field.group(), body[:begins]
        of_office = begins == len(without_place(body)) or (begins > 0 and _names_place(body[begins:].strip()))
        held = _institutional().match(fold(post)) or of_office or _of_unit(post, body)
        if named and plain and whole and held and not _state_only(post):
            return post, body
        of = re.match(
            rf"^({re.escape(post)}\s+{_OF}\s*(?:the\s+)?.+?)\s+{_OF}\s*(?:the\s+)?(?=[{CAPITALS}])(.+)$", position
        )
    return position, None


# "DIRESA Puno"
_ACRONYM_AND_PLACE = re.compile(rf"[A-Z][A-Z&-]{{1,9}}|[A-Z][A-Z&-]{{3,9}}(?: [{CAPITALS}][\w-]+){{1,3}}")
_OF_AT_END = re.compile(rf"\s{leading('of')}{leading('definite')}?$")


def _field_before_body(words: str, known: list[OrganizationMatch]) -> bool:
    """Whether words are a field and the body behind it: "Salud de la OIM" in "Coordinadora de Salud de la OIM"."""
    if not known or not known[0].start or _OFFICE.match(words):
        return False
    of = _OF_AT_END.search(words, 0, known[0].start)
    return of is not None and looks_like_organization(words[: of.start()]) < 0.5


def _of_unit(post: str, body: str) -> bool:
    """Whether a post is that of a unit, and a body stands behind that: "Head of the Visa Unit of the Ministry"."""
    of = _OF_BODY.match(post)
    if of is None or head_of_post(of.group(1)) is None or fold(body).split()[0] not in organization_words()["sure"]:
        return False
    unit = of.group(2)
    return _units().match(fold(unit)) is not None or _unit_end().search(unit) is not None


_FIELD = re.compile(rf"\s+{leading('for')}.+")
_OFFICES = _WORDS.forms("head.office")
_CAPITAL_OFFICES = [form.capitalize() for form in _OFFICES]
_OFFICE = re.compile(rf"(?:\w+ )?(?:{alternatives([*_OFFICES, *_CAPITAL_OFFICES])})\b")
_OFFICE_FOR = re.compile(rf"(?:{alternatives(_CAPITAL_OFFICES)})\s{leading('of', 'for')}{leading('definite')}?")


def _names_office(words: str) -> bool:
    """Whether words are an office with its field, and not with its place: "Bureau for Relations with Emigrants"."""
    named = _OFFICE_FOR.match(words)
    return named is not None and not _names_place(words[named.end() :])


def _cuts_head(position: str, post: str) -> bool:
    """Whether ``post`` ends inside a post of several words: "new Chief" of "new Chief of Mission"."""
    cut = len(fold(post))
    return any(head.start() < cut < head.end() for head in _heads().finditer(fold(position)))


def _state_only(post: str) -> bool:
    return _state_stems().search(fold(post)) is not None


@functools.cache
def _state_stems() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!ad)(?:{alternatives({fold(form) for form in _WORDS.forms('stem.state', 'en', 'fr', 'es')})})"
    )


@functools.lru_cache(maxsize=4096)
def state_of_post(position: str) -> str | None:
    """The state that a post is held for, where the post names it: "Ambassador of Norway to Ukraine" gives NO."""
    folded = fold(position)
    if not _state_posts().search(folded):
        return None
    return next((found.code for found in find_countries(position) if not is_post_place(position[: found.start])), None)


def is_post_place(before: str) -> bool:
    """Whether a country behind these words is where a post is held and not for whom: "Ambassador of Norway to …"."""
    return _post_place().search(fold(before)) is not None


@functools.cache
def _post_place() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_folded('at.place')})\s+(?:the |la |el |l')?(?:\w+ of (?:the )?)?$")


def post_line(text: str) -> Affiliation | None:
    """Position, body and country of a line that is an affiliation without a name; None where it is none."""
    if len(text) > 220 or text.endswith("."):
        return None
    segments = segments_of(text, 0)
    if not segments or kind_of_segment(segments[0].text) not in ("post", "body", "unit"):
        return None
    return sort_segments(segments)


def head_of_post(text: str) -> tuple[int, int] | None:
    """Span of the first word that heads a post, in the folded text; None where the words name none."""
    match = _heads().search(fold(text))
    return match.span() if match else None
