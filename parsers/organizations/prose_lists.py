"""Lists of bodies in running prose: how far one reaches, and which of its parts are bodies."""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.arabic_lists import arabic_objects, beyond_states
from parsers.organizations.names import head_words, looks_like_organization
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.list_ends import meeting_clause
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.romance_names import is_office_of, is_titled, spelt_names
from parsers.places.countries import country_in_body, country_of_demonym
from parsers.prose.body_names import acceptable, all_capital, has_post, is_bare_state
from parsers.record import Involvement, InvolvementRole
from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

# How far behind its words a list may reach.
LONGEST_LIST = 420
# A sentence's end, inside of a block; captures of text lose the blank behind some: "Movilidad Humana.La Alcaldía".
SENTENCE = re.compile(
    r"[.!?؟](?=\s|$)(?<!\bU\.S\.)(?<!\b[A-Z]\.)|(?<=[a-zà-ÿ]{3})\.(?=(?:The|La|El|Le|Les|Los|Las)\s[A-ZÀ-Þ])|[;:](?=\s)|\s[–—]\s"
)

# What stands before the first words of a sentence: nothing, another's end, a dateline's dash.
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s+|[–—−-]\s*)$")

_WORDS = WordLists("involvement_prose")


@cache
def _list_end() -> re.Pattern[str]:
    """Where a list of names ends: at a verb, a relative, a day, a place."""
    any_of = _WORDS.any_of
    months = alternatives(names[0] for key in ("months", "weekdays") for names in load("calendar")["en"][key])
    definite = leading("definite")
    latin = ["fr", "es"]
    and_ = any_of("list_end.and", languages=latin)
    subject = _WORDS.leading("list_end.subject", languages=latin)
    verb_en = any_of("list_end.clause", "list_end.present", languages=["en"])
    clause_en = rf"(?=(?:(?!and\s)[\w’'-]+\s+){{1,9}}?(?:{verb_en}|[a-z]+ed\b))"
    clause_latin = (
        rf"(?=(?:(?!(?:et|y|e)\s)[\w’'-]+\s+){{1,9}}?"
        rf"(?:{any_of('list_end.clause', 'list_end.present', languages=latin)}(?!\s[A-ZÀ-Þ])"
        rf"|[a-zà-ÿ]+(?:ó|aron|ieron)\b))"
    )
    subject_en = any_of("list_end.subject", languages=["en"])
    behind_blank = (
        rf"{any_of('list_end.number')}\s+\d",
        rf"{any_of('list_end.place')}\s+(?=(?:{months})\b)",
        rf"{any_of('list_end.place')}\s+(?=[a-z\d])(?!{definite}[A-ZÀ-Þ])(?!{any_of('list_end.abroad')})",
        rf"{_not_behind_ties()}{any_of('with', languages=['en', *latin])}\s",
        rf"{any_of('list_end.at')}\s+(?:{definite})?(?=[A-Z])",
        rf"{any_of('list_end.frame')}\s+(?:{leading('definite', 'possessive', 'indefinite')})?(?=[A-ZÀ-Þ])",
        rf"{any_of('list_end.verbs', 'list_end.present')}\s",
        rf"{any_of('come.counted')}(?=[\s.,]|$)",
        rf"{any_of('list_end.thing')}\s+(?=[a-zà-ÿ])",
        # "and the meeting was held": a clause with a subject of its own.
        rf"(?:and\s+)?{subject_en}(?=\s+[a-z])\s+{clause_en}",
        rf"(?<!\bde\s)(?:{and_}\s+)?{subject}(?=[a-zà-ÿ]){clause_latin}",  # not "Direction de *la pêche* a"
        rf"[a-z-]+ed\s+{any_of('list_end.object')}",
        r"[a-zà-ÿ]+(?:ó|aron|ieron)\s",
        any_of("list_end.today"),
        _behind_short_form(),
        # "and carried out in", "et organisée par", "y se enmarca": the sentence goes on with another verb.
        rf"and\s+(?!{any_of('list_end.goes_on')})(?=[a-z])",
        rf"{and_}\s+(?=[a-zà-ÿ]+(?:ée?s?|[ai]d[oa]s?)\s(?:[a-zà-ÿ]+\s)?{any_of('list_end.by')}\s)",
        rf"{and_}\s+(?={any_of('list_end.second')})",
        rf"{any_of('list_end.pronoun')}\s+(?={any_of('list_end.pronoun_verbs')}\s)",
        rf"{any_of('list_end.arabic')}(?=\s|$)",
        r"\(\d",
    )
    # ", the Forum was held".
    behind_comma = (
        rf"(?:{subject_en}|and)\s+{clause_en}",
        rf"(?:{subject}|{and_}\s+){clause_latin}",
        r"(?=[a-zà-ÿ]{2,}(?:[^m]ent|ront|aient)\s)",  # ", recensent les sites"
    )
    return re.compile(rf"\s(?:{'|'.join(behind_blank)})|,\s(?:{'|'.join(behind_comma)})|\n")


def _behind_short_form() -> str:
    """ "The Pilots' Service (PS) *deployed* along": small letters behind a bracket are no name's, save a few."""
    small = leading("of", "at", "for", "definite", "with", "and", "by")
    adds = _WORDS.leading("names.and", "names.adds", "names.repeated")
    given = _WORDS.leading(
        "list_end.subject", "list_end.thing", languages=["fr", "es"]
    )  # "a la Alcaldía (ADS) *las llaves*"
    return rf"(?<=[A-Z]\)\s)(?:(?!{small}|{adds})|(?={given}[a-zà-ÿ]))(?=[a-zà-ÿ]{{2}})"


def _not_behind_ties() -> str:
    """ "Bureau for Relations with the Diaspora" is one name."""
    return "".join(rf"(?<!{word}\s)" for word in _WORDS.forms("list_end.ties"))


@cache
def _place_word() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.any_of('list_end.before_town')}\s+(?:{leading('definite')})?(?=[A-ZÀ-Þ])")


_SHORT_FORM = re.compile(r"\s\([A-Z][A-Za-z&-]{1,9}\)")


@cache
def _and_another() -> re.Pattern[str]:
    """ "the Embassy of France in Tripoli and the Relief Fund": the place is of the name before it."""
    return re.compile(rf"\s+{any_of('and')}\s+{leading('definite')}(?=[A-ZÀ-Þ])")


def names_end(text: str) -> int:
    """Where a list of names ends in a sentence's rest; known names and words of roles do not end it."""
    tokens = tokenise(text)
    whole = [
        (match.start - 1, match.end)
        for group in ("organization", "country", "cue")
        for match in lexicon.found(tokens, group)
        if group != "cue" or match.payload.follows
    ]
    whole += [match.span() for match in _adds().finditer(text)]
    whole += spelt_names(text) if ")" in text else ()
    ends = [match.start() for border in (_list_end(), meeting_clause()) for match in border.finditer(text)]
    if tokens.arabic:
        ends = beyond_states(text, tokens, ends) + arabic_objects(text, tokens)
    ends += [
        body.end
        for body in lexicon.found(tokens, "organization")
        if (_TOPIC.match(text, body.end) and not _inside_of_one(text, body.start, body.end))
        or _second_verb().match(text, body.end)
        or _says_on(text, body.end)
    ]
    for match in _place_word().finditer(text):
        place = tokenise(text[match.end() : match.end() + 60])
        found = [name.end for group in ("city", "country") for name in lexicon.found(place, group) if name.start == 0]
        behind = match.end() + max(found, default=0)
        # "Association of Sailors in Malta (ASM)" is all name
        office = found and (
            _office().search(text, 0, match.start()) is not None
            or _post_abroad().search(text, 0, match.start()) is not None
            or is_office_of(text, match.start(), behind)
        )
        if found and not office and not _and_another().match(text, behind) and not _SHORT_FORM.match(text, behind):
            ends.append(match.start())
    end = min((end for end in ends if not any(a <= end < b for a, b in whole)), default=len(text))
    another = _OTHER_CLAUSE.search(text)
    return min(another.start(), end) if another else end


# "at a meeting held by the Port Trust (PT) *IOM was asked*"
# "hosted by the Tide School (TS) *in Cabo Azul, North Region*"
_OTHER_CLAUSE = re.compile(
    rf"(?<=[A-Z]\))\s(?=[A-Z]{{3,6}}\s[a-z]|{any_of('in_en')}\s(?:[A-Z][\w-]+\s?){{1,2}},\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s*$)"
)
# "… by IOM and UNHCR on Rescue at Sea", "… on the Storm"
_TOPIC = re.compile(rf"\s{leading('topic')}(?:{leading('definite')})?(?=[A-ZÀ-Þ])")


@cache
def _office() -> re.Pattern[str]:
    """ "The OSCE *Office* in Baku" is the name of one of its offices."""
    return re.compile(rf"(?<![\w’'])[A-Z]{{2,6}}\s{_WORDS.any_of('names.office')}$")


@cache
def _post_abroad() -> re.Pattern[str]:
    """ "The *Delegation* of the European Union to Togo", "the Honorary *Consulate* in Sokodé"."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('names.abroad')}(?:\s[^\s,;()]+){{0,7}}$")


def _inside_of_one(text: str, start: int, end: int) -> bool:
    """Whether a known name is a part of one that a short form closes: "Commission *des Nations Unies* pour l'Afrique
    (CNA)".
    """
    return _OF_BEFORE.search(text, 0, start) is not None and _CLOSED_BEHIND.match(text, end) is not None


_OF_BEFORE = re.compile(rf"(?<![\w’'])[A-ZÀ-Þ][a-zà-ÿ-]+\s(?:[a-zà-ÿ-]+\s)?{leading('of')}{leading('definite')}?$")
_CLOSED_BEHIND = re.compile(r"[^,;.()]{3,70}\s\([A-Z][A-Za-z&-]{1,9}\)")


@cache
def _adds() -> re.Pattern[str]:
    """ "The Port Trust *as well as* the Harbour Board": these words end no list."""
    return re.compile(rf"\s{_WORDS.any_of('names.adds')}(?=\s)")


def _says_on(text: str, end: int) -> bool:
    """Whether small letters behind a known name are no part of it: "UNICEF *saved*", not "Croix-Rouge *malienne*"."""
    words = _small_words_behind().match(text, end)
    if words is None or country_of_demonym(words[1]) is not None:
        return False
    heads = head_words()
    return (heads["sure"] | heads["likely"] | heads["fields"]).isdisjoint(map(fold, words.group().split()))


@cache
def _small_words_behind() -> re.Pattern[str]:
    """One or two of them, where no short form in brackets closes a longer name."""
    small = leading("of", "at", "for", "definite", "with", "and", "by", "from")
    adds = _WORDS.leading("names.and", "names.adds", "names.repeated")
    staff = _WORDS.any_of("names.staff")
    longer = r"[^,;.]{0,80}\([A-Z]"
    return re.compile(rf"\s(?!{small}|{adds}|{staff})([a-zà-ÿ]{{3,}})(?:\s[a-zà-ÿ]+)?(?=[\s.,])(?!{longer})")


@cache
def _second_verb() -> re.Pattern[str]:
    """ "Par l'OIM *et traite* des crues": behind a whole name small letters that begin none are of a verb."""
    latin = ("fr", "es")
    names = _WORDS.any_of("names.public", "names.other", "names.others", "names.repeated", "with", languages=latin)
    small = leading("definite", "indefinite", "possessive", "of", "at", "for")
    return re.compile(rf"\s{_WORDS.any_of('list_end.and', languages=latin)}\s+(?!{names}|{small})(?=[a-zà-ÿ]{{4,}}\s)")


@cache
def _epithet() -> re.Pattern[str]:
    epithets = WordLists("involvement_prose").any_of("subject.epithet")
    return re.compile(rf"(?P<comma>[,–-]\s*)?(?<!\w){epithets}(?!\s*\(),?", re.I)


def without_epithets(text: str, *, behind_comma: bool = False) -> str:
    """The text with what says again who a body is blanked, places kept: "IOM, the UN Migration Agency, and …".

    ``behind_comma``: only where a comma stands before it; without one it may be the body's name.
    """
    if not behind_comma:
        return _epithet().sub(_blank, text)
    return _epithet().sub(lambda epithet: _blank(epithet) if epithet["comma"] else epithet.group(), text)


def without_kinds(text: str) -> str:
    """The text with what several bodies are blanked, places kept: "the Port Trust and *companies such as* …"."""
    return kinds_named().sub(lambda kinds: "," + " " * (len(kinds.group()) - 1), text)


@cache
def kinds_named() -> re.Pattern[str]:
    """ "Companies such as", "the charities, including": what the names behind it are examples of."""
    words = WordLists("english_turns")
    kinds, such_as = words.any_of("groups.kinds"), words.any_of("groups.such_as")
    return re.compile(rf"(?<=[\s,])(?:[a-z]+\s){{0,2}}?{kinds},?\s{such_as}(?=\s(?:the\s)?[A-ZÀ-Þ])")


def _blank(epithet: re.Match[str]) -> str:
    """As many blanks, and the comma behind it: it parts names still."""
    end = "," if epithet.group().endswith(",") else " "
    return " " * (len(epithet.group()) - 1) + end


def clause(text: str, start: int) -> str:
    """What stands from a place of a block's text to the end of its sentence, as far as a list may reach."""
    rest = text[start : start + LONGEST_LIST]
    sentence = SENTENCE.search(rest)
    return rest[: sentence.start()] if sentence else rest


def accepted(text: str, *, lenient: bool) -> list[Body]:
    """The bodies of a list up to the first text that is none; ``lenient``: a list of bodies is expected here."""
    listed = split_organizer_list(text)
    bodies: list[Body] = []
    for place, body in enumerate(listed):
        if _unnamed().match(body.name) is not None or is_titled(body.name):
            break
        known = body.said or acceptable(body.name, lenient=lenient)
        near = listed[place : place + 2]
        if not known and not (lenient and bodies and (_is_called_one_word(near) or _deals_with_a_field(near))):
            break
        bodies.append(body)
    return bodies


@cache
def _unnamed() -> re.Pattern[str]:
    """ "Agencies on the Onset of Winter": some bodies, none by its name."""
    return re.compile(rf"(?:{leading('definite')})?{_WORDS.any_of('names.unnamed')}\s+[a-z]", re.I)


def _deals_with_a_field(bodies: list[Body]) -> bool:
    """Whether the first of two is a name in capitals that says what a body deals with, as the other's neighbour:
    "*Terre d'Asile Tunisie*, the Red Cross".
    """
    words = _ELIDED.sub("", bodies[0].name).split()
    if len(bodies) < 2 or len(words) < 2 or not all_capital(words) or has_post([fold(word) for word in words]):
        return False
    fields = head_words()["fields"]
    held = any(word in fields for word in tokenise(bodies[0].name).folded)
    return held and not is_bare_state(bodies[1].name) and acceptable(bodies[1].name, lenient=False)


def _is_called_one_word(bodies: list[Body]) -> bool:
    """Whether the first of two is a name of one word, which the other makes a body's: "*Docbox*, the Port Trust"."""
    name = bodies[0].name
    if len(bodies) < 2 or not _ONE_WORD.fullmatch(name) or lexicon.whole(name, "city") or has_post([fold(name)]):
        return False
    return bodies[1].said or (not is_bare_state(bodies[1].name) and acceptable(bodies[1].name, lenient=False))


_ELIDED = re.compile(r"\b[dl]['’]")
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w-]{3,}")


def bodies_of_clause(text: str, start: int) -> list[Body]:
    """The bodies of the list that begins at a place of a block's text, whatever its clause goes on with."""
    rest = clause(text, start)
    return accepted(rest[: names_end(rest)], lenient=False)


def among_others(text: str, *, lenient: bool = False) -> list[Body]:
    """The bodies of a list in which persons, states and groups of people stand as well: "attended by …"."""
    bodies = split_organizer_list(text)
    kept = [_may_come(body, lenient) for body in bodies]
    for place in range(1, len(bodies) - 1):  # "the Port Trust, *SAFE* and UNICEF": its neighbours make it one
        kept[place] = kept[place] or (kept[place - 1] and kept[place + 1] and _acronym(bodies[place].name))
    return [body for body, comes in zip(bodies, kept, strict=True) if comes]


def _may_come(body: Body, lenient: bool) -> bool:
    """Whether a name among those who come is a body's."""
    if body.said:
        return True
    if is_bare_state(body.name) or _names_none(body.name) or _is_place(body.name) or is_titled(body.name):
        return False
    return acceptable(body.name, lenient=lenient)


def _acronym(name: str) -> bool:
    return _SHORT_NAME.fullmatch(name) is not None and lexicon.whole(name, "country") is None


_SHORT_NAME = re.compile(r"[A-Z]{4,9}")


def _is_place(name: str) -> bool:
    """Whether a name is of a place from which participants come: "Kotoka International Airport", "city of Accra"."""
    if _town().match(name) is not None:
        return True
    return _place().search(name) is not None and looks_like_organization(name) < _SURE_NAME


@cache
def _town() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('names.towns')}\s")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('names.no_guests')}", re.I)


_SURE_NAME = 0.7


@cache
def _several() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("list_end.several")))


def _names_none(name: str) -> bool:
    """Whether a name is of several states' bodies: "ministries of planning and labour", of no state."""
    return fold(name.split()[0]) in _several() and country_in_body(name) is None


@cache
def _article() -> re.Pattern[str]:
    """An article, and what says before it when the sentence's matter was: "On Monday (23 October) the"."""
    calendar = (names for language in ("en", "fr", "es") for names in load("calendar")[language]["weekdays"])
    days = alternatives(name for names in calendar for name in names if len(name) > _SHORT_DAY)
    on = rf"(?:{leading('at')}|{leading('definite')}|{_WORDS.leading('list_end.this')})"
    when = rf"{on}?(?:{days})\b(?:\s\d{{1,2}}|\s?\([^)]*\d[^)]*\))?,?\s"
    return re.compile(rf"(?-i:(?=[A-Z]))(?:{when})?{leading('definite')}", re.I)


_SHORT_DAY = 4  # letters: "Mon.", "Wed", "mar" begin other words


def is_source(text: str, place: int) -> bool:
    """Whether what stands at a place of a text is where a figure comes from: "according to a survey by A"."""
    return _source().search(text, max(0, place - _LONGEST_SOURCE), place) is not None


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('passive.source')}\s[^.;:,]*$", re.I)


_LONGEST_SOURCE = 110  # characters from "according to"


def without_article(body: Body) -> Body:
    """The body's name without the article whose capital is that of a sentence or line: "The Governments of …"."""
    article = _article().match(body.name)
    return Body(body.name[article.end() :], body.start + article.end(), body.end) if article else body


def involvement_of(
    body: Body, offset: int, role: InvolvementRole, rule: str, told: tuple[int, int] = (0, 0)
) -> Involvement:
    """A body of a list as an involvement; ``offset`` is where the list's text begins in the page.

    ``told`` is the span of the words that say its role, where they stand apart from it.
    """
    return Involvement(body.name, body.role or role, offset + body.start, offset + body.end, rule, *told)
