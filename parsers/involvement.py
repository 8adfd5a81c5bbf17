"""Bodies that prose says to organise, host, support or attend a meeting, or to issue a text.

Three readings, over the blocks that no agenda claims:

* words that bodies follow: "organised by A and B", "in partnership with C", "the following processes:" and a list;
* verbs that bodies stand before: "A and B are hosts of …", "l'A et la B ont tenu un atelier";
* a meeting that is a body's own: "IOM's forum", "the 108th IOM Council", "Consejo de la OIM".

The words are data (involvement.toml). What speakers belong to is not involvement: a body behind a post or a person's
name is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from functools import cache
from typing import TypeVar

from parsers import lexicon
from parsers.countries import country_of
from parsers.lexicon import Cue, Organization
from parsers.organization_names import body_key, head_words, looks_like_organization, without_bracket
from parsers.organizer_lists import Body, split_organizer_list
from parsers.page import Block, Page
from parsers.phrases import Match, Tokens, fold, tokenise
from parsers.record import Involvement, InvolvementRole, Kind
from parsers.vocabulary import load

_T = TypeVar("_T")

# A claimed block of this length is a session's description, not a line of its agenda.
_DESCRIPTION = 150
# How far behind its words a list may reach.
_LONGEST_LIST = 420
# A sentence's end, inside of a block.
_SENTENCE = re.compile(r"[.!?؟](?=\s|$)(?<!\bU\.S\.)(?<!\b[A-Z]\.)|[;:](?=\s)|\s[–—]\s")


def find_involved(
    page: Page, tokens: Tokens | None = None, kind: Kind = "event", claimed: Container[int] = ()
) -> list[Involvement]:
    """The bodies that the page's prose says to be involved, as printed, each once, in its order.

    ``tokens`` are those of ``page.text``, ``claimed`` the numbers of blocks that the agenda has claimed. A body that
    the page names in several forms is given in the first.
    """
    tokens = tokens if tokens is not None else tokenise(page.text)
    cues: list[Match[Cue]] = lexicon.found(tokens, "cue")
    names: list[Match[Organization]] = lexicon.found(tokens, "organization")
    found: list[Involvement] = []
    for index, block in enumerate(page.blocks):
        if block.kind == "field_value" and block.field:
            found += _in_field(block)
        if block.kind in ("field_label", "field_value", "label"):
            continue
        # An agenda's own lines are read there, but its descriptions are prose.
        if index in claimed and len(block.text) < _DESCRIPTION:
            continue
        inside = _within(cues, block)
        bodies_inside = _within(names, block)
        for cue in inside:
            if index in claimed and not _speaks_of_meeting(block, cue.start - block.start):
                continue
            if cue.payload.follows:
                found += _behind(page, block, index, cue)
            else:
                found += _before(page, block, cue)
        for joint in _JOINT.finditer(block.text):
            found += _list_behind(block, joint.end(), "organizer")
        if bodies_inside and index not in claimed:
            found += _own_meetings(block, bodies_inside)
            if kind == "press_release":
                found += _issuers(page, index, block, bodies_inside)
            else:
                found += _acting(block, bodies_inside)
    distinct = _distinct(found)
    return [_first_form(body, names, page.text) for body in distinct] if kind == "press_release" else distinct


_FIELDS: tuple[tuple[re.Pattern[str], InvolvementRole], ...] = (
    (re.compile(r"co-?organi|coorgani"), "co_organizer"),
    (re.compile(r"organi[sz]|convoca|convener|المنظم|الجهة المنظمة"), "organizer"),
    (re.compile(r"\bhosts?\b|\bhôtes?\b|anfitri"), "host"),
    (re.compile(r"partner|partenaire|socios|aliad|الشركاء|الشريك"), "partner"),
    (re.compile(r"sponsor|donors?\b|patrocin|bailleur|donante"), "sponsor"),
)


def _in_field(block: Block) -> list[Involvement]:
    """The bodies of a page's own field for them: "Organizer", "field-partners"."""
    label = (block.field or "").casefold()
    role = next((role for pattern, role in _FIELDS if pattern.search(label)), None)
    if role is None:
        return []
    return [_involvement(body, block.start, role, "field") for body in split_organizer_list(block.text)]


def _distinct(found: list[Involvement]) -> list[Involvement]:
    """Each body once, in the order of the page: words that state its role go before what a verb or a meeting implies.

    Of two mentions that overlap the longer one counts.
    """
    found.sort(key=lambda body: (body.rule not in _STATED, body.start, -body.end))
    seen: set[str] = set()
    distinct: list[Involvement] = []
    for body in found:
        key = body_key(body.name)
        if key not in seen and not any(body.start < other.end and other.start < body.end for other in distinct):
            distinct.append(body)
        seen.add(key)
    return sorted(distinct, key=lambda body: body.start)


_STATED = ("words before bodies", "announced list", "field")


def _first_form(body: Involvement, names: list[Match[Organization]], text: str) -> Involvement:
    """The body as the page first prints it: releases name it in the headline or the first line."""
    key = body_key(body.name)
    for name in names:
        if name.start >= body.start:
            break
        if key == f"body {name.payload.id}" and not _RELATED_LINE.search(text, max(0, name.start - 40), name.start):
            end = _with_bracket(text, name.end)
            return Involvement(text[name.start : end], body.role, name.start, end, body.rule)
    return body


_RELATED_LINE = re.compile(r"(?:©|\bphoto|\bfoto|\bvia)\W*[^\n]{0,30}$", re.I)


def _with_bracket(text: str, end: int) -> int:
    """The end of a name with the acronym in brackets that follows it."""
    bracket = re.match(r"\s\([A-Z][\w-]{1,10}\)", text[end : end + 16])
    return end + (bracket.end() if bracket else 0)


def _speaks_of_meeting(block: Block, place: int) -> bool:
    """Whether the sentence around a place is about a meeting: session descriptions tell of much else."""
    start = max((match.end() for match in _SENTENCE.finditer(block.text, 0, place)), default=0)
    stop = _SENTENCE.search(block.text, place)
    words = tokenise(block.text[start : stop.start() if stop else None]).folded
    return any(word in _meetings() or word in _GATHERING for word in words)


_GATHERING = frozenset(("gather", "gathers", "convene", "convenes", "reunit", "reunir", "rassemble", "congrega"))


def _within(matches: list[Match[_T]], block: Block) -> list[Match[_T]]:
    """The matches that lie in a block."""
    first = bisect_left(matches, block.start, key=lambda match: match.start)
    last = bisect_left(matches, block.end, key=lambda match: match.start)
    return matches[first:last]


# --- Words that bodies follow ----------------------------------------------------------------------------------------

# Where a list of names ends: at a verb, a relative, a day, a place.
_LIST_END = re.compile(
    r"\s(?:on|from|du|le|el|les|los|of)\s+\d"
    r"|\s(?:in|on|en)\s+(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"|\s(?:on|in|at|from|during|until|since|between|en|à|au|a|dans|pour|para|for|to|durante|pendant|under|within|through"
    r"|via|around|sur|sobre)\s+(?=[a-z\d])(?!(?:the|la|le|les|el|los|las|l['’])\s*[A-ZÀ-Þ])"
    r"|\s(?:with|avec|con)\s|\sat\s+(?:the\s+)?(?=[A-Z])"
    r"|\s(?:which|who|whose|that|where|when|while|as|is|are|was|were|will|has|have|had|aims?|seeks?|brings?|brought|took"
    r"|takes|qui|que|dont|où|est|sont|était|a|ont|vise|sera|est|fue|son|será|cuyo|cuya|donde|busca|tiene)\s"
    r"|,?\s(?:the|a|an|this|le|la|les|un|une|cette|ce|el|los|las|una|este|esta|to|and|et|y)\s+"
    r"(?=(?:[\w’'-]+\s+){1,9}?(?:was|were|is|are|will|has|had|took|takes|est|sont|sera|a|s['’]est|fue|es|se|tuvo)\b)"
    r"|\s(?:في|يوم|يومي|اليوم|أمس|حول|بشأن|بعد|خلال|إلى|على|عن|لمدة|مع|أول|حلقة|ورشة|مشاورة|اجتماعا|مؤتمرا|مؤتمر|اجتماع"
    r"|جلسة|دورة|برنامجا|حملة|منتدى|ندوة|لقاء|بمشاركة|بحضور|وذلك)(?=\s|$)"
    r"|\s\(\d|\n"
)
_PLACE_WORD = re.compile(r"\s(?:in|at|à|en|au|aux|to|from|on|dans)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")


def _behind(page: Page, block: Block, index: int, cue: Match[Cue]) -> list[Involvement]:
    """The bodies behind "organised by" and the like, or in the list that such words announce."""
    text = block.text
    start = cue.end - block.start
    rest = text[start : start + _LONGEST_LIST]
    if cue.payload.role == "participant" and rest.strip(" ") in (":", ""):
        return _announced(page, index)
    return _list_behind(block, start, cue.payload.role)


# "a joint project between", "the joint undertaking of"
_JOINT = re.compile(
    r"\bjoint\s+in\w*\s+(?:between|of|by)\s+|\bjoint\s+(?:event|project|effort|conference|workshop|statement)s?\s+(?:between|of|by)\s+",
    re.I,
)


def _list_behind(block: Block, start: int, role: InvolvementRole) -> list[Involvement]:
    """The bodies of a list that begins at a place of the block, up to the end of its clause.

    "held by IOM with the World Health Organization": those behind "with" are partners.
    """
    rest = block.text[start : start + _LONGEST_LIST]
    sentence = _SENTENCE.search(rest)
    if sentence is not None:
        rest = rest[: sentence.start()]
    end = _names_end(rest)
    bodies = _accepted(split_organizer_list(rest[:end]), lenient=True)
    found = [_involvement(body, block.start + start, role, "words before bodies") for body in bodies]
    more = _WITH.match(rest, end)
    if found and more is not None:
        behind = _accepted(
            split_organizer_list(rest[more.end() : more.end() + _names_end(rest[more.end() :])]), lenient=False
        )
        found += [
            _involvement(body, block.start + start + more.end(), "partner", "words before bodies") for body in behind
        ]
    return found


_WITH = re.compile(r"\s*(?:اليوم\s+)?(?:with|avec|con|مع)\s+")


def _names_end(text: str) -> int:
    """Where a list of names ends in a sentence's rest; known names and words of roles do not end it."""
    tokens = tokenise(text)
    whole = [
        (match.start - 1, match.end)
        for group in ("organization", "country", "cue")
        for match in lexicon.found(tokens, group)
    ]
    ends = [match.start() for match in _LIST_END.finditer(text)]
    for match in _PLACE_WORD.finditer(text):
        place = tokenise(text[match.end() : match.end() + 60])
        if any(found.start == 0 for group in ("city", "country") for found in lexicon.found(place, group)):
            ends.append(match.start())
    return min((end for end in ends if not any(a <= end < b for a, b in whole)), default=len(text))


def _announced(page: Page, index: int) -> list[Involvement]:
    """The bodies of the list items behind a line such as "from the following processes:"."""
    found = []
    for block in page.blocks[index + 1 : index + 25]:
        if block.kind != "item":
            break
        line = re.split(r"[;.]?\s*(?:\band\s*)?$", block.text, maxsplit=1)[0]
        comma = re.search(r",\s+(?=in\b|for\b|en\b|pour\b|para\b)", line)
        name = line[: comma.start()] if comma else line
        bodies = _accepted(split_organizer_list(name), lenient=True)
        found += [_involvement(body, block.start, "participant", "announced list") for body in bodies]
    return found


# --- Verbs that bodies stand before ----------------------------------------------------------------------------------

_FILLER = re.compile(
    r"^[\s,]*(?:(?:today|jointly|together|also|this week|yesterday|ayer|hoy|aujourd'hui|conjointement|\([^)]*\)),?"
    r"\s*)*$",
    re.I,
)
_APPOSITION = re.compile(
    r",?\s*(?:–|-|,)?\s*(?:the|la|l['’]|el)\s+(?:UN|United Nations|ONU)?\s*(?:Migration|Refugee)\s+Agency,?", re.I
)


def _before(page: Page, block: Block, cue: Match[Cue]) -> list[Involvement]:
    """The bodies of the subject before a verb of holding or hosting: a list that reaches up to the verb."""
    text = block.text[: cue.start - block.start]
    start = max((match.end() for match in _SENTENCE.finditer(text)), default=0)
    subject = text[start:]
    if len(subject) > 300:
        return []
    # "today (18/05)", "IOM, the UN Migration Agency," : blanked, so that places stay the same.
    plain = _APPOSITION.sub(lambda match: " " * len(match.group()), subject)
    bodies = split_organizer_list(plain.rstrip())
    kept: list[Body] = []
    end = len(plain)
    for body in reversed(bodies):
        gap = plain[body.end : end]
        if kept:
            if not re.fullmatch(
                r"[\s,]*(?:(?:and|et|y|e|as well as|&)\s*)?(?:the|le|la|les|el|los|las|l['’])?\s*", gap
            ):
                break
        elif not _FILLER.match(gap):
            break
        name = _without_lead(body)
        if name is None or (cue.payload.role == "host" and country_of(name.name) is not None):
            break
        kept.append(name)
        end = name.start
        if name.start != body.start:
            break
    role = cue.payload.role
    return [_involvement(body, block.start + start, role, "bodies before a verb") for body in reversed(kept)]


def _without_lead(body: Body) -> Body | None:
    """The body's name without words of the sentence before it: "Last week IOM" → "IOM"; None where none is left."""
    starts = [0, *(match.start() for match in re.finditer(r"(?:(?<=\s)|(?<=['’]))(?=[A-ZÀ-Þ])", body.name))]
    for start in starts:
        name = body.name[start:]
        if _reads_as_name(name) and _acceptable(name, lenient=False) and not _is_a_meeting(name):
            return Body(name, body.start + start, body.end)
    return None


def _reads_as_name(name: str) -> bool:
    """Whether a text is all name and no sentence: known, in capitals throughout, or led by a body's word."""
    words = name.split()
    if _all_capital(words) or lexicon.whole(without_bracket(name), "organization") is not None:
        return True
    last = words[-1].strip("().")
    closed = last[:1].isupper() or fold(last) in head_words()["fields"]
    return len(words) <= 12 and fold(words[0]) in head_words()["sure"] and closed


def _is_a_meeting(name: str) -> bool:
    """Whether a name is that of a meeting ("High-Level Political Forum"), which does not organise anything."""
    if lexicon.whole(name, "organization") is not None:
        return False
    return any(word in _meetings() and word not in head_words()["sure"] for word in tokenise(name).folded)


# --- A body's own meetings, and who issues a release -----------------------------------------------------------------


@cache
def _meetings() -> frozenset[str]:
    words = load("involvement")["meetings"]
    return frozenset(fold(word) for language in words.values() for word in language.split())


def _own_meetings(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """Bodies whose own meeting the block speaks of.

    "IOM's forum", "the 108th IOM Council" (IOM only: "the UNFCCC Conference of the Parties" is another meeting mostly);
    "annual meeting of the Budapest Process", "Consejo de la OIM" for all that the archive knows.
    """
    found = []
    for name in names:
        if name.payload.ambiguous or name.payload.kind == "government" or name.payload.id in ("un", "unga"):
            continue
        start, end = name.start - block.start, name.end - block.start
        behind = _words_behind(block.text, end, 4) if name.payload.id == "iom" else []
        before = _words_before(block.text, start)
        if any(_of_meeting(words) for words in (behind, before)):
            found.append(_known(block, name, "own meeting"))
    return found


def _words_behind(text: str, end: int, most: int) -> list[str]:
    """Up to so many folded words behind a name, its possessive aside, within the clause."""
    behind = re.match(rf"(?:['’]s?)?\s+((?:[\w’'-]+\s+){{0,{most - 1}}}[\w’'-]+)", text[end : end + 90])
    return [fold(word) for word in behind[1].split()] if behind else []


def _words_before(text: str, start: int) -> list[str]:
    """The last folded words before "of" and a name: "annual meeting of the", "sesión del Consejo de la"."""
    before = _OF_BEFORE.search(text[max(0, start - 90) : start])
    return [fold(word) for word in re.findall(r"\w+", before[1])[-7:]] if before else []


_OF_BEFORE = re.compile(
    r"((?:[\w’'-]+\s+){1,6}(?:\([^)]{2,12}\)\s+)?)(?:of|de|du|des|del)\s*(?:the|la|l['’]|el)?\s*$", re.I
)


def _of_meeting(words: list[str]) -> bool:
    return any(word in _meetings() for word in words) and not _has_post(words)


def _acting(block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """IOM, where an event's prose makes it the one that acts: "IOM therefore gives its first session to …"."""
    if block.kind != "paragraph" or len(block.text) < 80 or _CONTACT.search(block.text):
        return []
    for name in names:
        end = name.end - block.start
        if name.payload.id != "iom" or _is_affiliation(block, name):
            continue
        beside = _beside(block, name)
        if beside:
            return [_known(block, name, "acting body"), *beside]
        verb = re.match(r"\s([a-zà-ÿ]+)", block.text[end:])
        if verb is not None and fold(verb[1]) not in _NO_VERBS and len(_words_behind(block.text, end, 3)) > 1:
            return [_known(block, name, "acting body")]
    return []


_NO_VERBS = frozenset(
    (
        "and",
        "or",
        "of",
        "in",
        "at",
        "for",
        "on",
        "to",
        "with",
        "as",
        "from",
        "et",
        "ou",
        "de",
        "du",
        "des",
        "en",
        "dans",
        "pour",
        "y",
        "e",
        "o",
        "del",
        "para",
        "con",
        "staff",
        "by",
        "website",
        "who",
        "that",
    )
)


def _has_post(words: list[str]) -> bool:
    posts = head_words()["posts"] - _ADJECTIVES
    return any(word in posts for word in words)


# Words of the list of posts that stand in a meeting's name too.
_ADJECTIVES = frozenset(
    (
        "permanent",
        "special",
        "principal",
        "general",
        "regional",
        "global",
        "senior",
        "national",
        "first",
        "prime",
        "under",
        "lead",
    )
)


_LEAD_BLOCKS = 4
_BRIEFING = re.compile(r"\bbriefing notes?\b", re.I)
_CONTACT = re.compile(
    r"\b(?:contact|e-?mail|tel|tél|phone|photo|©|copyright|foto|para más|pour plus|for more)\b",
    re.I,
)


def _issuers(page: Page, index: int, block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """IOM, where a release's headline or first lines name it otherwise than as somebody's employer."""
    if block.text != page.title and not _is_lead(page, index):
        return []
    if any(_BRIEFING.search(line.text) for line in page.blocks[:4]):
        return []  # notes on several matters: nobody's event
    if _CONTACT.search(block.text) or block.kind == "caption":
        return []
    for name in names:
        if name.payload.id == "iom" and not _is_affiliation(block, name):
            beside = _beside(block, name) if block.text != page.title else []
            return [_known(block, name, "issuer"), *beside]
    return []


# Capitalised words and what joins them: "IOM and the Federation of Expatriate Physicians".
_RUN = re.compile(
    r"(?:(?:[A-ZÀ-Þ(][\w’'().&-]*|of|the|for|and|&|de|du|des|del|la|le|les|el|los|las|y|e|et|di|da|do|[ld]['’][A-ZÀ-Þ][\w’'.-]*)"
    r"(?:,?\s+|$))+"
)


def _beside(block: Block, name: Match[Organization]) -> list[Involvement]:
    """The bodies that share a sentence's subject with a known one: "IOM and the Council of Quiet Airports signed"."""
    start = name.start - block.start
    run = next((run for run in _RUN.finditer(block.text) if run.start() <= start < run.end()), None)
    if run is None or not re.match(r"[a-zà-ÿ]", block.text[run.end() :]):
        return []
    bodies = split_organizer_list(run.group())
    others = [body for body in bodies if not run.start() + body.start <= start < run.start() + body.end]
    if not others or len(others) == len(bodies) or not all(_acceptable(body.name, lenient=False) for body in others):
        return []
    return [
        _involvement(body, block.start + run.start(), "co_organizer", "joint subject")
        for body in others
        if country_of(body.name) is None
    ]


def _is_lead(page: Page, index: int) -> bool:
    """Whether a block is among the first that are long enough to be the text's."""
    long = [number for number, block in enumerate(page.blocks) if len(block.text) > 60 and block.text != page.title]
    return index in long[:_LEAD_BLOCKS]


def _is_affiliation(block: Block, name: Match[Organization]) -> bool:
    """Whether the body only says where somebody works: "IOM Director General X", "Director, IOM", "X (IOM Kenya)"."""
    text = block.text
    start, end = name.start - block.start, name.end - block.start
    behind = re.match(r"(?:['’]s)?\s*((?:[\w’'-]+\s+){0,2}[\w-]+)", text[end:])
    if behind and _has_post([fold(word) for word in behind[1].split()[:2]]):
        return True
    clause = re.split(r"[.;:!?]|\s[–—-]\s", text[:start])[-1]
    words = [fold(word) for word in re.findall(r"\w+", clause[-70:])]
    return bool(re.search(r"(?:,|\bof|\bof the|\bde la|\bde l['’]|\bdu|\bat|\()\s*$", clause)) and _has_post(words)


# --- What is accepted ------------------------------------------------------------------------------------------------


def _accepted(bodies: list[Body], *, lenient: bool) -> list[Body]:
    """The bodies up to the first text that is none."""
    accepted = []
    for body in bodies:
        if not _acceptable(body.name, lenient=lenient):
            break
        accepted.append(body)
    return accepted


def _acceptable(name: str, *, lenient: bool) -> bool:
    """Whether a text may be the name of a body in prose; ``lenient``: a list of bodies is expected here."""
    if len(name) > 160 or not (name[0].isupper() or name[0].isdigit() or name[0] > "\u0600"):
        return False
    if country_of(name) is not None:
        return True
    words = name.split()
    folded = [fold(word) for word in words]
    if _is_bare_head(folded) or (_has_post(folded) and not _led_by_head(folded) and body_key(name)[:5] != "body "):
        return False
    score = looks_like_organization(name)
    if score >= (0.5 if lenient else 0.7):
        return True
    # "Femmes Africa Solidarité", "Africa Recruit": capitals throughout, two words at least.
    return (
        lenient
        and 2 <= len(words) <= 6
        and score >= 0.0
        and _all_capital(words)
        and not _has_post([fold(w) for w in words])
    )


def _is_bare_head(words: list[str]) -> bool:
    """Whether a text is a body's word and nothing more: "the Council", "le Ministère"."""
    bare = [word for word in words if word not in ("the", "le", "la", "les", "el", "los", "las", "l")]
    return len(bare) == 1 and (bare[0] in head_words()["sure"] or bare[0] in head_words()["likely"])


def _led_by_head(words: list[str]) -> bool:
    return words[0] in head_words()["sure"] or words[0] in head_words()["likely"]


def _all_capital(words: list[str]) -> bool:
    small = {
        "of",
        "the",
        "and",
        "for",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "y",
        "el",
        "los",
        "del",
        "di",
        "on",
        "in",
    }
    return all(word[:1].isupper() or word.casefold() in small for word in words)


def _involvement(body: Body, offset: int, role: InvolvementRole, rule: str) -> Involvement:
    return Involvement(body.name, body.role or role, offset + body.start, offset + body.end, rule)


def _known(block: Block, name: Match[Organization], rule: str) -> Involvement:
    """A known body, with the acronym in brackets that follows it."""
    start = name.start - block.start
    end = _with_bracket(block.text, name.end - block.start)
    return Involvement(block.text[start:end], "organizer", block.start + start, block.start + end, rule)
