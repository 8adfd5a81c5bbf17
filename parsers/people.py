"""People as programmes print them: one line or bullet becomes one or two readings of name, post, body and country.

``read_people(text)`` reads a whole line ("H.E. Mr. A B, Minister of Labour, Kenya (Remarks)"); `parsers.prose` finds
people in running text and uses the same pieces. What is taken off a name (titles, degrees, document labels, "(tbc)") is
never lost: spans always cover the words as printed.

How a line is read
    1. brackets are sorted: document labels, role tails, "(tbc)", a country, an affiliation;
    2. the name is the run of name words at the start, titles off;
    3. what follows is cut at commas, and each segment is told apart by its head word: post, unit, body, country;
    4. clauses after that ("will be moderating", "delivered by X", "on behalf of Y") give role and proxy.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.organizations import looks_like_organization
from parsers.phrases import fold
from parsers.countries import country_of, find_countries
from parsers.record import Role
from parsers.vocabulary import load

_UPPER = "".join(
    chr(c)
    for span in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF))
    for c in range(span[0], span[1] + 1)
    if chr(c).isupper()
)
_ARABIC = "\u0620-\u064a\u0671-\u06d3"
_APOSTROPHE = "'’ʼ`´‘"
_WORD = rf"[^\W\d_](?:[\w{_APOSTROPHE}-]*\w)?"
_TOKEN = rf"[‘'ʻʼ]?(?:(?:al|el|an|ar|as|ash|at|az|ul|bin|d|l|N|M|O)[-{_APOSTROPHE}])?[{_UPPER}](?:[\w{_APOSTROPHE}-]*\w)?\.?(?:-[{_UPPER}]\.)?"
_PARTICLES = frozenset(
    "de del della dello di da das dos do du des d la las le los van von vom der den ter ten te bin binti binte ibn bint ben al el ul abu wa arap mac ní"
    " y e ole ould zu af av of san st ap ag ait dal dalla degli lo ur zur op 't".split()
)
_PARTICLE = r"(?:" + "|".join(sorted(_PARTICLES - {"of"}, key=len, reverse=True)) + r")"
_NAME = re.compile(rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*")
_LEADING_PARTICLE_NAME = re.compile(rf"(?:{_PARTICLE}\s+)+{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*")
_ARABIC_NAME = re.compile(rf"[{_ARABIC}]+(?:[ -][{_ARABIC}]+){{0,5}}")
_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\[\]]*)\]")
_TBC = re.compile(
    r"^(?:tbc|tbd|t\.b\.c\.?|to be confirmed|to be determined|à confirmer|a confirmar|por confirmar|virtual(?:ly)?|online|remote(?:ly)?"
    r"|in person|by video|via (?:video|zoom)|en ligne|virtuel(?:le)?|en línea|على الإنترنت|سيتم التأكيد|يؤكد لاحقا|ms\.?|mr\.?|mme\.?|m\.?|mrs\.?|she/her|he/him|invited)$",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"[,;]?\s*\(?\b(?:(?:statement |speech |remarks |message )?(?:delivered|read(?: out)?|represented|presented) (?:on (?:his|her|their) behalf )?by"
    r"|(?:lu|lue|prononcé|prononcée|représenté|représentée) par|(?:leído|leída|pronunciado|pronunciada|representado|representada) por|ألقاها|ألقتها)\s+",
    re.IGNORECASE,
)
_ON_HIS_BEHALF = re.compile(r"[,;]?\s*\(?\b(?:delivered|read(?: out)?) on (?:his|her|their) behalf\b\)?", re.IGNORECASE)
_ON_BEHALF = re.compile(
    r"[,;]?\s*\b(?:on behalf of|au nom d[eu]s?|en nombre de|en representación de|نيابة عن|بالنيابة عن)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:will|to|who|has|had|is|was|are|shall|who's|qui|fera|prononcera|sera|modérera|animera|ouvrira|interviendra|dará|pronunciará|moderará|será|intervendrá|quien|que|سيلقي|ستلقي|سيدير|ستدير|speaking|moderating|with|joined|opened|closed|chaired|introduced|followed)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"^(?:on|sur|sobre|about|speaking on|حول|بشأن|عن)\s", re.IGNORECASE)
_CLAUSE_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"opening|welcom|introduc|\bopen\b|ouverture|ouvrira|bienvenue|apertura|bienvenida|inaugur|افتتاح|ترحيب",
            re.IGNORECASE,
        ),
        "opening",
    ),
    (
        re.compile(
            r"moderat|facilitat|modérer|modérera|animera|modera|facilitará|يدير|تدير|ستدير|سيدير", re.IGNORECASE
        ),
        "moderator",
    ),
    (re.compile(r"\bchair|présider|présidera|presidi", re.IGNORECASE), "chair"),
    (re.compile(r"closing|\bclose\b|conclud|clôture|clausura|cierre|ختام", re.IGNORECASE), "closing"),
    (re.compile(r"\bpanel\b|panell?ist|keynote|table ronde|حلقة", re.IGNORECASE), "panellist"),
)
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])|(?<=\))\.\s+(?=[A-ZÀ-Þ])")
_DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*")
_AND = re.compile(r"\s+(?:and|et|y|e|&|و)\s+", re.IGNORECASE)
_DEGREE = re.compile(
    r"^(?:Ph\.?\s?D\.?|M\.?D\.?|MPH|MSc|M\.?A\.?|MBA|J\.?D\.?|LL\.?M\.?|Esq\.?|Jr\.?|Sr\.?|[CODK]BE|M\.?P\.?|MEP|QC|KC|RN|SJ|S\.J\.)$"
)


@dataclass(slots=True)
class PersonReading:
    """One person as a line names them. All spans are offsets in the text that was read.

    ``role`` is set only where the line itself states it. ``proxy`` marks the one who was listed but for whom another
    spoke. ``sure`` is False where nothing but capital letters speaks for a name.
    """

    name: str
    start: int
    end: int
    name_text: str
    position: str | None = None
    organization: str | None = None
    country: str | None = None
    role: Role | None = None
    proxy: bool = False
    honorific: bool = False
    sure: bool = False
    documents: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Segment:
    text: str
    start: int
    end: int


# --- vocabularies -------------------------------------------------------------------------------------------------


@functools.cache
def _honorific_pattern() -> re.Pattern[str]:
    titles = sorted(load("honorifics")["before"], key=len, reverse=True)
    forms = "|".join(
        re.escape(title.rstrip(".")) + (r"\.?" if title[-1].isalpha() or title.endswith(".") else "")
        for title in titles
    )
    return re.compile(rf"(?:(?:[Ll]e |[Ll]a |[Ee]l |[Tt]he )?(?:{forms})(?=[\s,({_UPPER}]|$)|(?:The|L['’]|l['’]) ?(?=[Hh]on))\s*,?\s*")


@functools.cache
def _name_like_titles() -> frozenset[str]:
    return frozenset(title.rstrip(".").casefold() for title in load("honorifics")["name_like"])


@functools.cache
def _post_titles() -> frozenset[str]:
    return frozenset(title.rstrip(".").casefold() for title in load("honorifics")["post"])


def _words_pattern(words: list[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?:vice|co|sous|ex|sub)-)?(?:{forms})(?![\w])")


@functools.cache
def _heads() -> re.Pattern[str]:
    return _words_pattern(load("posts")["heads"])


@functools.cache
def _state_posts() -> re.Pattern[str]:
    return _words_pattern(load("posts")["state"])


@functools.cache
def _bare_posts() -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")["bare"])


@functools.cache
def _institutional() -> re.Pattern[str]:
    return re.compile(
        r"(?:.*\b)?(?:"
        + "|".join(re.escape(fold(w)) for w in sorted(load("posts")["institutional"], key=len, reverse=True))
        + r")$"
    )


@functools.cache
def _units() -> re.Pattern[str]:
    forms = "|".join(re.escape(fold(word)) for word in load("posts")["units"])
    return re.compile(rf"^(?:the |la |le |el |l')?(?:[\w-]+ )?(?:{forms})\b")


@functools.cache
def _not_names() -> tuple[frozenset[str], frozenset[str]]:
    posts = load("posts")
    soft = frozenset(posts["soft_names"])
    return frozenset(posts["not_names"]) - soft, soft


@functools.cache
def _head_words() -> frozenset[str]:
    """Single words that head a post and are nobody's name."""
    words = (word for word in load("posts")["heads"] if " " not in word and word[0] < "\u0600")  # Arabic ones are names too
    return frozenset(words) - _not_names()[1]


@functools.cache
def document_words() -> frozenset[str]:
    """Every word sequence that names a document, folded."""
    documents = load("documents")
    return frozenset(fold(word) for words in documents["kind"].values() for word in words)


@functools.cache
def _document_glue() -> frozenset[str]:
    return frozenset(fold(word) for word in load("documents")["glue"])


@functools.cache
def _role_tails() -> dict[str, Role]:
    return {fold(form): role for role, forms in load("roles")["tail"].items() for form in forms}


# --- brackets -----------------------------------------------------------------------------------------------------


def is_document_label(text: str) -> bool:
    """Whether the words of a bracket name documents only: "Bio | Presentation", "Video of the session", "Remarks (EN)"."""
    parts = [part for part in re.split(r"[|/,;&]| and | et | y ", text) if part.strip()]
    return bool(parts) and all(_is_one_document(part) for part in parts)


def _is_one_document(text: str) -> bool:
    words = fold(text).replace("’", "'").strip(" ()[].:").split()
    if not words or len(words) > 7:
        return False
    known = document_words()
    glue = _document_glue()
    found = False
    index = 0
    while index < len(words):
        for size in (3, 2, 1):
            if " ".join(words[index : index + size]) in known:
                found = True
                index += size
                break
        else:
            if words[index].strip("()") not in glue:
                return False
            index += 1
    return found


def _mask(text: str, start: int, end: int) -> str:
    """``text`` with one span blanked out, offsets kept."""
    return text[:start] + " " * (end - start) + text[end:]


# --- names --------------------------------------------------------------------------------------------------------


def strip_honorifics(text: str, start: int = 0) -> tuple[int, list[str]]:
    """Offset of the name after the titles at ``start``, and those titles."""
    titles: list[str] = []
    position = start
    while match := _honorific_pattern().match(text, position):
        title = match.group().strip(" ,").rstrip(".")
        if not match.group().strip():
            break
        if title.casefold() in _name_like_titles() and not _may_drop(text, match.end(), titles, match.group()):
            break
        titles.append(title)
        position = match.end()
    return position, titles


def _may_drop(text: str, rest: int, titles: list[str], printed: str) -> bool:
    """Whether a title that is a name as well ("Md.", "U", "General") may go: a full name must be left behind it."""
    following = _NAME.match(text, rest)
    if following is None:
        return False
    words = following.group().split()
    title = printed.strip().casefold().rstrip(".")
    if title == "md":
        return False
    return len(words) >= 2 or (bool(titles) and title not in ("u", "daw", "don", "d"))


def looks_like_name(text: str, *, single: bool = False) -> bool:
    """Whether the words can be a person's name: capitalised words and particles, none of a body's, post's or menu's words.

    ``single`` accepts a name of one word.
    """
    words = text.split()
    if not words or len(words) > 7 or len(text) > 70 or any(c.isdigit() for c in text):
        return False
    core = [word for word in words if word.casefold() not in _PARTICLES]
    if not core or (len(core) < 2 and not single):
        return False
    hard, soft = _not_names()
    folded = [word.strip(".,'’").casefold() for word in core]
    if any(word in hard or word in _head_words() for word in folded) or all(word in soft for word in folded):
        return False
    if len(core) == 1 and core[0].isupper():
        return False
    return all(_name_word(word) for word in core)


def _name_word(word: str) -> bool:
    first = next((c for c in word if c.isalpha()), "")
    if not first:
        return False
    if "\u0600" <= first <= "\u06ff":
        return True
    bare = re.sub(rf"^(?:(?:al|el|an|ar|as|ash|at|az|ul|d|l)[-{_APOSTROPHE}]|[{_APOSTROPHE}ʻ])", "", word)
    return bool(bare) and (bare[0].isupper())


def match_name(text: str, start: int) -> re.Match[str] | None:
    """The longest run of name words at ``start``, whatever it is a name of."""
    match = _NAME.match(text, start) or _LEADING_PARTICLE_NAME.match(text, start)
    if match is None and start < len(text) and "\u0600" <= text[start] <= "\u06ff":
        match = _ARABIC_NAME.match(text, start)
    return match


# --- a line -------------------------------------------------------------------------------------------------------


def read_people(text: str, *, single: bool = False, linked: Sequence[tuple[int, int]] = ()) -> list[PersonReading]:
    """Every person that a programme's line names, in order; empty where the line does not start with a person.

    ``single`` accepts names of one word, as a line in a list of speakers may have them. ``linked`` are spans of links in
    the text: a bracket that is a link names a document, whatever its words.
    """
    readings: list[PersonReading] = []
    for start, end in _clauses(text):
        readings.extend(_read_clause(text, start, end, single, linked))
    return readings


def _clauses(text: str) -> list[tuple[int, int]]:
    """Spans that name one person each: parted at sentences, semicolons and "and" where another person starts."""
    edges = [0]
    for match in _SENTENCES.finditer(text):
        if _person_starts(text, match.end()):
            edges += [match.start() + 1, match.end()]
    depth_free = _blank_brackets(text, "\0")
    for match in re.finditer(r"[;؛]\s*(?:(?:and|et|y|و)\s+)?|[,،]?\s+(?:and|et|y|e|&|و)\s+", depth_free):
        joined = ";" not in match.group() and "؛" not in match.group()
        if _person_starts(text, match.end(), after_and=joined) and not (
            joined and _is_bare_name(text[edges[-1] : match.start()])
        ):
            edges += [match.start(), match.end()]
    edges.append(len(text))
    pairs = sorted(set(edges))
    if len(pairs) == 2:
        return [(0, len(text))]
    spans = []
    ordered = sorted(edges)
    for a, b in zip(ordered[::2], ordered[1::2], strict=False):
        if text[a:b].strip():
            spans.append((a, b))
    return spans


def _blank_brackets(text: str, fill: str = " ") -> str:
    return _BRACKET.sub(lambda match: fill * len(match.group()), text)


def _is_bare_name(text: str) -> bool:
    """Whether the words are a name and nothing else, so that what follows the next name is said of both."""
    start, _titles = strip_honorifics(text, len(text) - len(text.lstrip()))
    return looks_like_name(text[start:].strip())


def _person_starts(text: str, position: int, *, after_and: bool = False) -> bool:
    """Whether a person with post or body starts at ``position``: a name, then a comma, bracket or dash."""
    name_start, titles = strip_honorifics(text, position)
    match = match_name(text, name_start)
    if match is None or not looks_like_name(match.group(), single=bool(titles)):
        return False
    if titles:
        return True
    rest = text[match.end() :]
    if looks_like_organization(match.group()) > 0.5:
        return False
    following = re.match(r"\s*(?:[,،]\s*|\(|\s[–—-]\s)", rest)
    if not following:
        return False
    segment = re.split(r"[,،;(]", rest[following.end() :], maxsplit=1)[0]
    return not after_and or "(" in following.group() or _kind_of(segment) in ("post", "body", "unit")


def _read_clause(text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    clause = text[start:end]
    behalf = _ON_HIS_BEHALF.search(clause)
    if behalf:
        listed = _read_one(text, start, start + behalf.start(), single, linked)
        for person in listed:
            person.proxy = True
        return listed
    delivered = _DELIVERED.search(clause)
    if delivered and delivered.start() > 2:
        listed = _read_one(text, start, start + delivered.start(), single, linked)
        spoken = _read_one(text, start + delivered.end(), end, True, linked)
        if spoken:
            for person in listed:
                person.proxy = True
            return listed + spoken
    return _read_one(text, start, end, single, linked)


def _read_one(text: str, start: int, end: int, single: bool, linked: Sequence[tuple[int, int]]) -> list[PersonReading]:
    masked = text[:end]
    documents: list[tuple[str, int, int]] = []
    role: Role | None = None
    inside: list[_Segment] = []
    for match in _BRACKET.finditer(masked, start):
        content = (match.group(1) or match.group(2) or "").strip()
        tail = _role_tails().get(fold(content))
        if tail is not None:
            role = tail
        elif is_document_label(content) or any(a < match.end() and b > match.start() for a, b in linked):
            documents.append((content, match.start(), match.end()))
        elif not _TBC.match(content):
            if _is_acronym_of(masked[start : match.start()], content) or _goes_on_behind(masked, match.end()):
                continue
            inside.append(_Segment(content, match.start() + 1, match.end() - 1))
        masked = _mask(masked, match.start(), match.end())
    name_start = start + len(masked[start:]) - len(masked[start:].lstrip(" -–—•·.,;:\u2022"))
    name_start, titles = strip_honorifics(masked, name_start)
    match = match_name(masked, name_start)
    if match is None:
        return []
    names, after = _names_at(masked, match)
    single_name = single or bool(titles)
    names = [(a, b) for a, b in names if looks_like_name(masked[a:b], single=single_name)]
    if not names:
        return []
    rest = masked[after:]
    if rest.strip() and not re.match(r"\s*(?:[,،;؛:()|/\]]|[-–—]|$)", rest) and not _CLAUSE.match(rest.strip()):
        position_first = _glued_post(masked, names[0], after)
        if position_first is None:
            return []
        after = position_first
    position, organization, country, clause_role = _affiliation(masked, after, inside)
    if position is None and any(title.casefold() in _post_titles() for title in titles):
        position = next(title for title in titles if title.casefold() in _post_titles())
    readings = []
    for name_a, name_b in names:
        name = (
            " ".join(masked[name_a:name_b].split()).rstrip(".,")
            if not re.search(r"\b[A-Z]\.$", masked[name_a:name_b])
            else masked[name_a:name_b]
        )
        if _alone_is_body(name, position, organization, titles):
            continue
        printed_start = start + len(text[start:]) - len(text[start:].lstrip()) if name_a == names[0][0] else name_a
        readings.append(
            PersonReading(
                name=name,
                start=name_a,
                end=name_b,
                name_text=" ".join(text[printed_start:name_b].lstrip("-–—•· ").split()),
                position=position,
                organization=organization,
                country=country,
                role=role or clause_role,
                honorific=bool(titles),
                sure=bool(titles or position or documents or role or clause_role),
                documents=documents if len(names) == 1 else [],
            )
        )
    return readings


def _is_acronym_of(before: str, content: str) -> bool:
    """Whether a bracket is the acronym of the body printed before it: "Global Migration Group (GMG)"."""
    if not re.fullmatch(r"[A-Z][A-Za-z&/. -]{1,14}", content) or sum(c.isupper() for c in content) < 2:
        return False
    segment = re.split(r"[,،;(]", before)
    return len(segment) > 1 and len(segment[-1].split()) >= 2


def _goes_on_behind(text: str, end: int) -> bool:
    """Whether a body's name goes on behind a bracket inside it: "Pegasus Health (charitable) Ltd"."""
    following = re.match(r"\s+([^\W\d_][\w.’'-]*)", text[end:])
    return (
        following is not None
        and "," in text[:end]
        and following.group(1).casefold() not in ("and", "et", "y", "on", "will", "for", "who")
    )


def _names_at(text: str, match: re.Match[str]) -> tuple[list[tuple[int, int]], int]:
    """The name, or two names joined by "and" that share what follows ("A B and C D, co-editors")."""
    first = (match.start(), _without_degree(text, match.start(), match.end()))
    joiner = _AND.match(text, match.end())
    if joiner:
        second_start, _titles = strip_honorifics(text, joiner.end())
        second = match_name(text, second_start)
        if second and looks_like_name(second.group()) and looks_like_name(text[first[0] : first[1]]):
            return [first, (second.start(), second.end())], second.end()
    return [first], match.end()


def _without_degree(text: str, start: int, end: int) -> int:
    words = text[start:end].split()
    while len(words) > 2 and _DEGREE.match(words[-1]):
        end = start + text[start:end].rstrip().rfind(words[-1])
        words.pop()
    return start + len(text[start:end].rstrip())


def _glued_post(text: str, name: tuple[int, int], after: int) -> int | None:
    """Offset of the post where a name runs into it without a comma ("Amy Pope IOM Director General")."""
    rest = text[after:]
    stripped = rest.lstrip()
    if _heads().match(fold(stripped[:40])):
        return after
    return None


def _alone_is_body(name: str, position: str | None, organization: str | None, titles: list[str]) -> bool:
    """Whether the "name" is a body after all: nothing speaks for a person, and its words speak for a body."""
    if titles:
        return False
    return looks_like_organization(name) > 0.6 or country_of(name) is not None


# --- affiliation --------------------------------------------------------------------------------------------------


def _affiliation(
    text: str, start: int, inside: list[_Segment]
) -> tuple[str | None, str | None, str | None, Role | None]:
    """Position, body, country and stated role from what stands after a name, and from the brackets behind it."""
    segments: list[_Segment] = []
    role: Role | None = None
    for segment in _segments(text, start):
        if (not segments and _DEGREE.match(segment.text)) or _TBC.match(segment.text):
            continue
        clause = segment.text
        if _TOPIC.match(clause) and (segments or inside):
            break
        if _CLAUSE.match(clause):
            role = _role_of_clause(text[segment.start :])
            break
        segments.append(segment)
    for bracket in inside:
        segments.extend(_segments(text[: bracket.start] + bracket.text, bracket.start))
    return (*_sort_segments(segments), role)


def _role_of_clause(text: str) -> Role | None:
    for pattern, role in _CLAUSE_ROLES:
        if pattern.search(text):
            return role
    return "speaker"


def _segments(text: str, start: int) -> list[_Segment]:
    """Parts between commas, semicolons, dashes and bars, brackets kept whole."""
    found: list[_Segment] = []
    blanked = text[:start] + _blank_brackets(text[start:])
    position = start
    for match in re.finditer(
        r"\s*[,،;؛|:/](?=\s|$)\s*|\s+[-–—]\s+|(?<=[^\W\d_])\s*[–—]\s*(?=[^\W\d_])|$", blanked[start:]
    ):
        if match.group().strip() in ("-", "–", "—") and _is_office(
            blanked[position : start + match.start()], blanked[start + match.end() :]
        ):
            continue
        piece_end = start + match.start()
        piece = text[position:piece_end].strip(" .,;:|")
        if piece:
            offset = position + text[position:piece_end].find(piece)
            found.append(_Segment(" ".join(piece.split()), offset, offset + len(piece)))
        position = start + match.end()
        if match.end() == len(blanked) - start:
            break
    return found


def _is_office(left: str, right: str) -> bool:
    """Whether a dash stands inside the name of an office: "OIM - Spain", "UNICEF – Kenya"."""
    return (
        bool(re.fullmatch(r"[\s,]*[A-Z]{2,8}\s*", left))
        and country_of(re.split(r"[,;)]", right)[0].strip()) is not None
    )


def _kind_of(segment: str) -> str:
    """post, unit, body, country or unknown: what the head word of a segment says."""
    folded = fold(segment)
    if not folded:
        return "unknown"
    if country_of(segment):
        return "country"
    head = _heads().search(folded)
    if _units().match(folded) and not (head and head.start() == 0):
        return "unit"
    body = looks_like_organization(segment)
    if head is None:
        if body > 0.5:
            return "body"
        words = folded.split()
        if len(words) == 1 and words[0].endswith(tuple(load("posts")["suffixes"])) and not segment.isupper():
            return "post"
        if segment[0].islower():
            return "post"
        return "unknown"
    if head.start() == 0:
        return "post"
    # "IOM Director General", "heat officer", "Youth Delegate" are posts; "Office of the High Commissioner" is a body.
    before = segment[: head.start()]
    if body > 0.5 and re.search(r"\b(?:of|for|de|des|du|del|para|pour)\b", before):
        return "body"
    if re.search(r"\b(?:of|of the|de|des|du|del|de la)\s$", before.casefold()):
        return "body" if body > 0.3 else "post"
    return "post"


def _sort_segments(segments: list[_Segment]) -> tuple[str | None, str | None, str | None]:
    positions: list[str] = []
    bodies: list[str] = []
    country: str | None = None
    kinds = [_kind_of(segment.text) for segment in segments]
    for index, (segment, kind) in enumerate(zip(segments, kinds, strict=True)):
        later = kinds[index + 1 :]
        if kind == "country":
            country = country or country_of(segment.text)
        elif kind == "post":
            if bodies and segment.text[0].isupper() is False:
                bodies.append(segment.text)
            else:
                positions.append(segment.text)
        elif kind == "unit" or (kind == "body" and positions and fold(positions[-1]) in _bare_posts() and _UNIT_END.search(segment.text)):
            if positions and ("body" in later or "unknown" in later or fold(positions[-1]) in _bare_posts()):
                positions.append(segment.text)
            elif bodies:
                bodies.append(segment.text)
            else:
                bodies.append(segment.text)
        elif kind == "body" and positions and not bodies and _list_goes_on(positions[-1], segment.text, later):
            positions.append(segment.text)
        elif kind == "body":
            bodies.append(segment.text)
        elif bodies:
            bodies.append(segment.text)
        elif positions and (
            fold(positions[-1]) in _bare_posts() or (_is_ministerial(positions) and "country" in later)
        ):
            positions.append(segment.text)
        else:
            bodies.append(segment.text)
    position = ", ".join(positions) or None
    organization = ", ".join(bodies) or None
    if position and not bodies and len(positions) == 1:
        position, organization = split_post(position)
    elif position and len(positions) == 1 and re.match(r"(?:IOM|OIM)\s+\S", position):
        position = split_post(position)[0]
    if position:
        country = country or state_of_post(position)
    return position, organization, country


_UNIT_END = re.compile(r"\b(?:Division|Department|Unit|Section|Directorate|Branch|Desk|Team)$")


def _list_goes_on(post: str, segment: str, later: list[str]) -> bool:
    """Whether a minister's fields go on: "Minister of the Interior, Public Administration and Decentralization, Greece"."""
    return (
        bool(re.search(r"minist\w* (?:of|for|de|du|des|del|d')", fold(post)))
        and bool(re.search(r"\b(?:and|et|y|e)\b", segment))
        and not re.search(r"\b(?:of|for|de|du|des|del)\b", segment)
        and ("country" in later or not later)
    )


def _is_ministerial(positions: list[str]) -> bool:
    return bool(re.search(r"minist|secretar", fold(positions[-1])))


_AT = re.compile(r"^(.{3,}?)\s+(?:at|with|chez|auprès de|en el|bei)\s+(?:the\s+|la\s+|l['’])?(?=[A-ZÀ-Þ])(.+)$")
_OF_BODY = re.compile(r"^(.{3,}?)\s+(?:of|de|du|des|de la|de l['’]|del|de los|de las)\s*(?:the\s+)?(?=[A-ZÀ-Þ])(.+)$")
_ACRONYM_FIRST = re.compile(r"^((?:[A-Z][A-Za-z]*[A-Z][A-Za-z-]*|UN Migration)(?:['’]s)?)\s+(.{4,})$")
_BODY_THEN_POST = re.compile(
    r"^(?:the\s+)?([A-Z].*?\b(?:Centre|Center|Division|Department|Unit|Institute|Programme|Secretariat|Office|Agency|Foundation|Council|Commission|Committee|Bureau|Network|Group|Fund|Bank|Initiative|Platform|Partnership|Federation|Association|University)(?:\s+\([A-Z]+\))?)(?:['’]s)?\s+((?:(?:Deputy|Acting|Executive|Vice|Senior|Associate|Former)\s+)*(?:Director(?: General)?|Head|Chief|President|Chair(?:person|man|woman)?|Coordinator|Manager|Secretary(?:[ -]General)?|Representative|Spokesperson|Officer|Specialist))$"
)


_NAME_THEN_POST = re.compile(
    r"^(?:the\s+)?([A-ZÀ-Þ].{6,}?(?:\s\([A-Z][\w-]+\))?)(?:['’]s)?\s+((?:(?:Deputy|Acting|Executive|Vice|Regional|Managing)\s+)*(?:Director(?:[ -]General)?|President|Secretary[ -]General|Chair(?:person|man|woman)?|Head|Coordinator|Spokesperson))$"
)


def split_post(position: str) -> tuple[str, str | None]:
    """A post and the body named in the same words: "IOM Director General", "Manager at X", "President of the X"."""
    prefix = _ACRONYM_FIRST.match(position)
    if prefix:
        acronym, rest = prefix.group(1), prefix.group(2)
        bare = re.sub(r"['’]s$", "", acronym)
        if bare not in (
            "UN",
            "EU",
            "US",
            "UK",
            "AU",
            "USA",
            "UAE",
            "ACS",
            "ONU",
            "UE",
            "EU",
            "HR",
            "IT",
            "CEO",
            "NGO",
        ) and _heads().match(
            fold(
                re.sub(
                    r"^(?:former|acting|regional|deputy|new|incoming|outgoing|global|senior)\s+",
                    "",
                    rest,
                    flags=re.IGNORECASE,
                )
            )
        ):
            return rest, bare
    body_first = _BODY_THEN_POST.match(position)
    if body_first:
        return body_first.group(2), body_first.group(1)
    named_first = _NAME_THEN_POST.match(position)
    if (
        named_first
        and looks_like_organization(named_first.group(1)) > 0.5
        and not re.search(r"\b(?:Deputy|Vice|Acting|Assistant|Under|Special)$", named_first.group(1))
    ):
        return named_first.group(2), named_first.group(1)
    at = _AT.match(position)
    if at:
        return at.group(1), at.group(2)
    of = _OF_BODY.match(position)
    while of:
        post, body = of.group(1), of.group(2)
        if (
            _institutional().match(fold(post))
            and not _state_only(post)
            and not _units().match(fold(body))
            and head_of_post(body) is None
            and (looks_like_organization(body) > 0.5 or re.fullmatch(r"[A-Z][A-Z&-]{1,9}", body))
            and country_of(body) is None
        ):
            return post, body
        longer = re.match(
            rf"^({re.escape(post)}\s+(?:of|de|du|des|de la|de l['’]|del)\s*(?:the\s+)?.+?)\s+(?:of|de|du|des|de la|de l['’]|del|para la|pour)\s*(?:the\s+)?(?=[A-ZÀ-Þ])(.+)$",
            position,
        )
        of = longer
    return position, None


def _state_only(post: str) -> bool:
    return bool(re.search(r"minist|ambassa|permanent|embaja", fold(post)))


def state_of_post(position: str) -> str | None:
    """The state that a post is held for, where the post names it: "Ambassador of Norway to Ukraine" gives NO."""
    folded = fold(position)
    if not _state_posts().search(folded):
        return None
    for found in find_countries(position):
        before = fold(position[: found.start])
        if re.search(
            r"(?:\bto|\bbefore|\bin|\bfor|aupres de|aupres du|en|ante|لدى)\s+(?:the |la |el |l')?(?:\w+ of (?:the )?)?$",
            before,
        ):
            continue
        return found.code
    return None


def post_line(text: str) -> tuple[str | None, str | None, str | None] | None:
    """Position, body and country of a line that is an affiliation without a name; None where it is none."""
    if len(text) > 220 or text.endswith("."):
        return None
    segments = _segments(text, 0)
    if not segments or _kind_of(segments[0].text) not in ("post", "body", "unit"):
        return None
    return _sort_segments(segments)


def head_of_post(text: str) -> tuple[int, int] | None:
    """Span of the first word that heads a post, in the folded text; None where the words name none."""
    match = _heads().search(fold(text))
    return match.span() if match else None


_RUN = re.compile(rf"(?:(?:[{_UPPER}]\.){{2,3}} )?(?:{_TOKEN})(?:[ ](?:(?:{_PARTICLE}[ ])*{_TOKEN}))*")


def name_runs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of words that can be names: runs of capitalised words, cut where a body's, post's or menu's word stands."""
    stop = len(text) if end is None else end
    hard, soft = _not_names()
    runs: list[tuple[int, int]] = []
    for match in _RUN.finditer(text, start, stop):
        piece_start: int | None = None
        piece_end = match.start()
        words = list(re.finditer(r"\S+", match.group()))
        for word in words:
            bare = re.sub(r"['’]s$", "", word.group()).strip(".,").casefold()
            particle = bare in _PARTICLES and word.group()[0].islower()
            breaks = (bare in hard and not particle) or (_heads().fullmatch(fold(bare)) is not None and word.group()[0].isupper())
            if breaks or (
                piece_start is None
                and (bare in soft or bare in _PARTICLES)
                and len(words) < 3
                and word is words[0]
                and match.start() == start
            ):
                if piece_start is not None:
                    runs.append((piece_start, piece_end))
                piece_start = None
                continue
            if piece_start is None:
                if (
                    bare in _PARTICLES
                    and word.group()[0].islower()
                    and bare not in ("al", "el", "bin", "ibn", "van", "von", "de", "di", "da", "le")
                ):
                    continue
                piece_start = match.start() + word.start()
            piece_end = match.start() + word.end()
        if piece_start is not None:
            runs.append((piece_start, piece_end))
    return [(a, _rstrip_particles(text, a, b)) for a, b in runs]


def _rstrip_particles(text: str, a: int, b: int) -> int:
    words = text[a:b].split()
    while words and words[-1].casefold() in _PARTICLES and words[-1][0].islower():
        b = a + text[a:b].rstrip().rfind(words[-1])
        b = a + len(text[a:b].rstrip())
        words.pop()
    if words and words[-1].endswith(".") and len(words[-1].rstrip(".")) > 2:
        b -= 1
    return b


_AFFILIATION_END = re.compile(
    r"[;.!?“”\"«»:]|\b(?:said|says|told|stressed|added|noted|explained|will|has|had|have|was|were|is|are|who|which|that|when|while|participated|opened|moderated|spoke|presented|gave|delivered|joined|took|met|described|announced|attended|called|urged|a déclaré|a|ont|dijo|afirmó|señaló|declaró|قال|قالت)\b"
)


_LEAVES_AFFILIATION = re.compile(
    r"(?:who|which|whose|where|and|to|as|in|at|during|on|while|after|before|from|qui|dont|et|à|lors|quien|que|y|a|durante|en)\b(?! [A-ZÀ-Þ]\w+ (?:of|for)\b)",
)


def read_affiliation(text: str, start: int, end: int) -> tuple[str | None, str | None, str | None, int]:
    """Position, body, country printed behind a name in running text, and the offset behind them."""
    opener = re.match(
        r"\s*(?:[,،]\s*(?:who is\s+|the\s+|l['’]|le\s+|la\s+|el\s+)?|\(|\s[–—-]\s)", text[start:end]
    )
    if opener is None:
        return None, None, None, start
    begin = start + opener.end()
    if "(" in opener.group():
        close = text.find(")", begin, end)
        if close < 0:
            return None, None, None, start
        inner = text[begin:close]
        position, organization, country = _sort_segments(_segments(inner, 0))
        if position is None and organization is None and country is None:
            return None, None, None, start
        return position, organization, country, close + 1
    limit = end
    blanked = _blank_brackets(text[:end])
    stop = _AFFILIATION_END.search(blanked, begin, end)
    if stop:
        limit = stop.start()
    for match in re.finditer(r",\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y|with|in|along with)\s+", blanked[begin:limit]):
        candidate, titles = strip_honorifics(text, begin + match.end())
        following = match_name(text, candidate)
        if following is None or following.end() > limit + 60:
            continue
        runs = name_runs(text, candidate, min(following.end(), end))
        if runs and runs[0][0] == candidate and looks_like_name(text[runs[0][0] : runs[0][1]]):
            name = text[runs[0][0] : runs[0][1]]
            if titles or (
                looks_like_organization(name) < 0.4
                and country_of(name) is None
                and _has_person_after(text, runs[0][1], end)
            ):
                limit = begin + match.start()
                break
    words = text[begin:limit].rstrip(" ,")
    if not words:
        return None, None, None, start
    segments = _segments(text[: begin + len(words)], begin)
    if not segments:
        return None, None, None, start
    kinds = [_kind_of(segment.text) for segment in segments]
    kept: list[_Segment] = []
    for segment, kind in zip(segments, kinds, strict=True):
        if kind == "unknown" and not kept:
            return None, None, None, start
        if _LEAVES_AFFILIATION.match(segment.text) or _CLAUSE.match(segment.text) or (kind == "unknown" and segment.text[0].islower()):
            break
        kept.append(segment)
    position, organization, country = _sort_segments(kept)
    return position, organization, country, kept[-1].end if kept else start


def _has_person_after(text: str, after: int, end: int) -> bool:
    following = re.match(r"\s*(?:,\s*(?:who is\s+)?|\()([^,;()]{3,120})", text[after:end])
    return following is not None and _kind_of(re.sub(r"^(?:the|who is)\s+", "", following.group(1))) in (
        "post",
        "unit",
        "body",
    )
