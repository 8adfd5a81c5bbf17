"""Lists of bodies in running prose: how far one reaches, and which of its parts are bodies."""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.organizer_lists import Body, meeting_clause, split_organizer_list
from parsers.places.countries import country_in_body
from parsers.prose.body_names import acceptable, is_bare_state
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.vocabulary import load

# How far behind its words a list may reach.
LONGEST_LIST = 420
# A sentence's end, inside of a block.
SENTENCE = re.compile(r"[.!?؟](?=\s|$)(?<!\bU\.S\.)(?<!\b[A-Z]\.)|[;:](?=\s)|\s[–—]\s")

# What stands before the first words of a sentence: nothing, another's end, a dateline's dash.
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s+|[–—−-]\s*)$")

# Where a list of names ends: at a verb, a relative, a day, a place.
_LIST_END = re.compile(
    r"\s(?:on|from|du|le|el|les|los|of)\s+\d"
    r"|\s(?:in|on|en)\s+(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"|\son\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|\s(?:on|in|at|from|during|until|since|between|en|à|au|a|dans|pour|para|for|to|durante|pendant|under|within|through"
    r"|via|around|sur|sobre)\s+(?=[a-z\d])(?!(?:the|la|le|les|el|los|las|l['’])\s*[A-ZÀ-Þ])"
    r"(?!(?:l['’]|el\s)(?:ext[ée]rieur|étranger|exterior|extranjero)\b)"
    r"|\s(?:with|avec|con)\s|\sat\s+(?:the\s+)?(?=[A-Z])"
    r"|\s(?:which|who|whose|that|where|when|while|as|is|are|was|were|will|has|have|had|aims?|seeks?|brings?|brought|took"
    r"|takes|comme|como|qui|que|dont|où|est|sont|était|a|ont|vise|sera|est|fue|son|será|cuyo|cuya|donde|busca|tiene)\s"
    # ", the Forum was held", "and the meeting was held": a clause with a subject of its own.
    r"|(?:,\s(?:the|a|an|this|to|and)|\s(?:and\s+)?(?:the|a|an|this|to)(?=\s+[a-z]))\s+"
    r"(?=(?:(?!and\s)[\w’'-]+\s+){1,9}?(?:was|were|is|are|will|has|had|took|takes|[a-z]+ed)\b)"
    r"|(?:,\s(?:le|la|les|un|une|cette|ce|el|los|las|una|este|esta|et|y)\s+"
    r"|\s(?:et\s+|y\s+)?(?:(?:le|la|les|un|une|cette|ce|el|los|las|una|este|esta)\s+|l['’])(?=[a-zà-ÿ]))"
    r"(?=(?:(?!(?:et|y|e)\s)[\w’'-]+\s+){1,9}?(?:est|sont|sera|a|s['’]est|fue|es|se|tuvo|[a-zà-ÿ]+(?:ó|aron|ieron))\b)"
    r"|\s[a-z-]+ed\s+(?:a|an|the|its|their|in|on|at|to|with|for|from|by|up|out|over)\b"
    r"|\s[a-zà-ÿ]+(?:ó|aron|ieron)\s"
    r"|\s(?:today|yesterday|this\s+week|last\s+week|hoy|ayer|aujourd['’]hui|hier)\b"
    # "and carried out in", "et organisée par", "y se enmarca": the sentence goes on with another verb.
    r"|\sand\s+(?!(?:the|of|by|from|for|its|their)\b)(?=[a-z])"
    r"|\s(?:et|y|e)\s+(?=[a-zà-ÿ]+(?:ée?s?|[ai]d[oa]s?)\s(?:[a-zà-ÿ]+\s)?(?:par|por|avec|con|en|dans|sous|bajo)\s)"
    r"|\s(?:et|y|e)\s+(?=(?:se|s['’]|est|es|sera|será|fue|cuenta|contará|vise|busca|tiene|porte|réunit|reúne|ont|han)\b)"
    # "and IOM gives", "l'OIM en assure", "y attendent", "y la OIM hace de": a verb in the present.
    r"|\s(?:gives?|lends?|sends?|joins?|lent|gave|sent|fait|font|assurent?|apportent?|hacen?|asumen?|aportan?|imparten?)\s"
    r"|\s(?:en|y)\s+(?=(?:assur|prêt|apport|attend|anim|organis)(?:e|ent)\s)"
    r"|\s(?:في|يوم|يومي|اليوم|أمس|حول|بشأن|بعد|خلال|إلى|على|عن|لمدة|مع|أول|حلقة|ورشة|مشاورة|اجتماعا|مؤتمرا|مؤتمر|اجتماع"
    r"|جلسة|دورة|برنامجا|حملة|منتدى|ندوة|لقاء|اثنين|ثلاثة|أربعة|خمسة|عشرة|عشرين|ثلاثين|أربعين|خمسين|ستين|مئة|مائة|عشرات|مئات|بمشاركة|بحضور|وذلك|هذا|هذه|التي|الذي)(?=\s|$)"
    r"|\s\(\d|\n"
)
_PLACE_WORD = re.compile(r"\s(?:in|at|à|en|au|aux|to|from|on|dans)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")


# "the Embassy of France in Tripoli and the Relief Fund": the place is of the name before it.
_AND_ANOTHER = re.compile(r"\s+(?:and\s+the|et\s+l[ea]|et\s+l['’]|y\s+el|y\s+la)\s*(?=[A-ZÀ-Þ])")
# A noun without an article behind one that has it: what the bodies before it sign, launch or hold.
_ARABIC_OBJECT = re.compile(r"(?<!\w)(?:و?ال|لل)\w+(\s)(?!ال|و|ل|ب)\w{3,}[ةا](?=[\s.،]|$)")


@cache
def _arabic_meeting() -> re.Pattern[str]:
    """A meeting with its article behind a word that has one too: "منظمة الصحة العالمية الورشة"."""
    nouns = alternatives(load("involvement")["meetings"]["ar"].split())
    return re.compile(
        rf"(?:(?<!\w)(?:و?ال|لل)\w+|\))(\s)(?:(?:هذ[اه]\s+)?ال(?:{nouns})|تنظيم|إدارة|شريكا|شريكة|مضيفا|مضيفة)(?=[\s.،]|$)"
    )


def names_end(text: str) -> int:
    """Where a list of names ends in a sentence's rest; known names and words of roles do not end it."""
    tokens = tokenise(text)
    whole = [
        (match.start - 1, match.end)
        for group in ("organization", "country", "cue")
        for match in lexicon.found(tokens, group)
        if group != "cue" or match.payload.follows
    ]
    ends = [match.start() for border in (_LIST_END, meeting_clause()) for match in border.finditer(text)]
    if _ARABIC_IN.search(text):
        ends = _beyond_states(text, tokens, ends)
    if tokens.arabic:
        objects = (_ARABIC_OBJECT, _arabic_meeting())
        ends += [match.start(1) for pattern in objects for match in pattern.finditer(text)]
    for match in _PLACE_WORD.finditer(text):
        place = tokenise(text[match.end() : match.end() + 60])
        found = [name.end for group in ("city", "country") for name in lexicon.found(place, group) if name.start == 0]
        if found and not _AND_ANOTHER.match(text, match.end() + max(found)):
            ends.append(match.start())
    return min((end for end in ends if not any(a <= end < b for a, b in whole)), default=len(text))


_ARABIC_IN = re.compile(r"\sفي\s")


def _beyond_states(text: str, tokens: Tokens, ends: list[int]) -> list[int]:
    """The ends of an Arabic list without those at "in" and a state: "وزارة العدل في الأردن، …" goes on behind it."""
    states = {match.start: match.end for match in lexicon.found(tokens, "country")}
    kept = []
    for end in ends:
        lead = _ARABIC_IN.match(text, end)
        behind = states.get(lead.end()) if lead else None
        if behind is None:
            kept.append(end)
            continue
        more = _GOES_ON.match(text, behind)
        if more is None or more.end() in states:  # "في عمّان، الأردن" is a town and its country
            kept.append(behind)
    return kept


_GOES_ON = re.compile(r"\s*،\s*|\s+و")


def clause(text: str, start: int) -> str:
    """What stands from a place of a block's text to the end of its sentence, as far as a list may reach."""
    rest = text[start : start + LONGEST_LIST]
    sentence = SENTENCE.search(rest)
    return rest[: sentence.start()] if sentence else rest


def accepted(text: str, *, lenient: bool) -> list[Body]:
    """The bodies of a list up to the first text that is none; ``lenient``: a list of bodies is expected here."""
    bodies = []
    for body in split_organizer_list(text):
        if not (body.said or acceptable(body.name, lenient=lenient)):
            break
        bodies.append(body)
    return bodies


def among_others(text: str, *, lenient: bool = False) -> list[Body]:
    """The bodies of a list in which persons, states and groups of people stand as well: "attended by …"."""
    bodies = split_organizer_list(text)
    return [
        body
        for body in bodies
        if body.said
        or (not is_bare_state(body.name) and not _names_none(body.name) and acceptable(body.name, lenient=lenient))
    ]


_SEVERAL = frozenset(("ministries", "ministeres", "ministerios", "وزارات"))


def _names_none(name: str) -> bool:
    """Whether a name is of several states' bodies: "ministries of planning and labour", of no state."""
    return fold(name.split()[0]) in _SEVERAL and country_in_body(name) is None


_ARTICLE = re.compile(r"(?:The|La|Le|Les|El|Los|Las)\s+|L['’]")


def without_article(body: Body) -> Body:
    """The body's name without the article whose capital is that of a sentence or line: "The Governments of …"."""
    article = _ARTICLE.match(body.name)
    return Body(body.name[article.end() :], body.start + article.end(), body.end) if article else body
