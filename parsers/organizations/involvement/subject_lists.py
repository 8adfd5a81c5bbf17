"""The bodies of a list that ends before a verb: "*IOM and the Harbour Board* today (18/05) held".

It ends where a name may end; a person's body ("Ms. Ana Ruiz of the Port Trust") and a state that only tells where
something is are not what the sentence speaks of.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.names import head_words
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import SENTENCE, involvement_of, names_end, without_article, without_epithets
from parsers.page import Block
from parsers.places.countries import country_of, country_of_demonym
from parsers.prose.body_names import all_capital, has_post, is_bare_state, without_lead
from parsers.record import Involvement
from parsers.words import lexicon
from parsers.words.lexicon import Cue, Organization
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, fold, tokenise
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def subject_list(
    block: Block, cue: Match[Cue], begin: int, stop: int, names: list[Match[Organization]]
) -> list[Involvement]:
    """The bodies of a list that ends at a place before a verb."""
    headline = block.text[cue.start - block.start].isupper()
    text = _through_organ().sub(_blank, without_epithets(block.text[begin:stop]))
    if _TITLED.search(text) is not None:
        return []
    if not _name_ends(text, block.start + begin, names):
        return []
    start = max((match.end() for match in SENTENCE.finditer(text)), default=0 if begin == 0 else len(text))
    subject = text[start:]
    if headline and _has_verb(subject):
        return []
    bodies = split_organizer_list(subject.rstrip())
    perfect = False
    if bodies and not bodies[-1].said:  # "l'association Familles ensemble" is all name
        end = _subject_ends(subject, block.start + begin + start, names)
        perfect = _auxiliary().search(subject, end) is not None  # "Ukraine has signed eleven agreements": not here
        bodies = split_organizer_list(subject[:end])
        subject = subject[:end]
    kept: list[Body] = []
    end = len(subject)
    for body in reversed(bodies):
        gap = subject[body.end : end]
        if kept and body.start > 0 and _in_town(body.name, gap):
            end = body.start
            continue
        if not (_between() if kept else _MARKS).fullmatch(gap):
            break
        bare = body if subject[: body.start].strip() else without_article(body)
        name = _behind_place(without_lead(bare)) or _among_bodies(bodies, body)
        if name is None or (is_bare_state(name.name) and (perfect or _no_subject(cue, block, bare, name))):
            if kept and is_bare_state(kept[-1].name):
                kept.pop()  # "the capitals of Ecuador *and Colombia* …": it belongs to what is no body
            break
        if name.said and names_end(name.name) < len(name.name):
            break  # "l'ONG Les Amis a donné des nattes et la Mairie": a clause of its own
        if headline and not all_capital(name.name.split()):
            break  # all words have capitals here: the name may hold a verb
        kept.append(name)
        end = name.start
        if not _only_article().fullmatch(subject, body.start, name.start):
            break
    if kept and cue.payload.role == "participant" and of_another(subject, 0, end):
        return []  # "Ana Ruiz, of the Port Trust, took part in": whose body it is, she takes part
    if kept and (_is_officer(kept[-1].name) or _officer_of(subject[:end])):
        return []  # "the Chief of Mission of the Port Trust": a person does it
    if len(kept) > 1 and of_another(subject, 0, end) and subject[kept[-1].end : kept[-2].start] == ", ":
        kept.pop()  # "At the feast of the Port Trust, IOM held": what only tells where
        end = kept[-1].start
    if kept and _something_of().match(subject, 0, end):
        return []  # "A study of the Port Trust, published in": the study was
    offset = block.start + begin + start
    kept = [body if subject[: body.start].strip() else without_article(body) for body in reversed(kept)]
    return [involvement_of(body, offset, cue.payload.role, "bodies before a verb") for body in kept]


def _in_town(name: str, gap: str) -> bool:
    """Whether a town stands between commas behind a body's name: "The Tide School, *Ancona*, and IOM"."""
    return gap.lstrip().startswith(",") and lexicon.whole(name, "city") is not None


@cache
def _through_organ() -> re.Pattern[str]:
    """ "IOM, *through its Bay Programme*, and the Harbour Board": what stands in a list between commas."""
    through = _WORDS.any_of("announced.through", languages=("en", "fr", "es"))
    return re.compile(rf",\s{through}\s[^,;.]{{3,80}}(?=,\s{any_of('and')}\s)")


def _blank(words: re.Match[str]) -> str:
    return " " * len(words.group())


def _among_bodies(bodies: list[Body], body: Body) -> Body | None:
    """A name that its neighbours make a body's: "IOM, *Mar Abierto* and the Port Trust", "IOM, UNICEF and *SAFE*"."""
    place = bodies.index(body)
    near = [bodies[at] for at in (place - 1, place + 1) if 0 <= at < len(bodies)]
    if place == 0 or not all_capital(body.name.split()) or not all(_is_body(other.name) for other in near):
        return None
    # behind two bodies as well: "IOM, the Port Trust and *Open Sluice* present"
    last = place == len(bodies) - 1 and place > 1 and _is_body(bodies[place - 2].name)
    between = (len(near) > 1 or last) and len(body.name.split()) in (2, 3)
    return body if _ACRONYM.fullmatch(body.name) or between else None


def _is_body(name: str) -> bool:
    """Whether a name is a body's by its own words."""
    return without_lead(Body(name, 0, len(name))) is not None and not is_bare_state(name)


_ACRONYM = re.compile(r"[A-Z][A-Z&-]{2,8}")


def _has_verb(text: str) -> bool:
    """Whether a known body's verb stands in a headline before another: "UNICEF *Urges* Support for Host Towns"."""
    known = lexicon.found(tokenise(text), "organization")
    return any(_headline_verb().match(text, body.end) for body in known)


@cache
def _headline_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:\s\([^()]+\))?\s{_WORDS.any_of('subject.headline')}\s")


@cache
def _between() -> re.Pattern[str]:
    """What may stand between two bodies of the list."""
    kind = _WORDS.leading("names.called", languages=("fr", "es"))  # "la *ONG* Olas Azules": it is not of the name
    return re.compile(
        rf"[\s,،]*(?:(?:{_WORDS.any_of('subject.and', 'with')}|&)\s*)?(?:{leading('definite')})?(?:{kind})?"
    )


_MARKS = re.compile(r"[\s,]*")


def _behind_place(body: Body | None) -> Body | None:
    """The name without the end of what stands before it: "In the port of *Accra* the Harbour Board"."""
    the = _THE_INSIDE.match(body.name) if body is not None else None
    if body is None or the is None or not (country_of(the[1]) or lexicon.whole(the[1], "city")):
        return body
    return Body(body.name[the.end() :], body.start + the.end(), body.end)


_THE_INSIDE = re.compile(rf"((?:[A-ZÀ-Þ][\w’'-]*\s){{0,2}}[A-ZÀ-Þ][\w’'-]*)\s{any_of('the_en')}\s(?=[A-Z])")


@cache
def _only_article() -> re.Pattern[str]:
    return re.compile(rf"(?:{leading('definite')})?", re.I)


def of_another(text: str, begin: int, name: int) -> bool:
    """Whether "of" stands before a name: somebody or something of that body acts, not the body itself."""
    return _of_whom().search(text, begin, name) is not None


@cache
def _of_whom() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('subject.of')}\s*(?:{leading('definite')})?$", re.I)


def _officer_of(text: str) -> bool:
    """Whether a post and "of" end a text that a body follows: "the Head of the", "the Spokesperson for the"."""
    of = _of_whom().search(text)
    return of is not None and has_post([fold(word) for word in _WORD.findall(text[: of.start()])[-2:]])


def _is_officer(name: str) -> bool:
    """Whether a name is a post's, in which a body's word comes first: "Mission Chief of the Port Trust"."""
    words = [fold(word) for word in _WORD.findall(name)[:3]]
    return len(words) == 3 and has_post(words[1:2]) and words[2] in _OFFICER_OF and not has_post(words[:1])


_WORD = re.compile(r"\w+")
_OFFICER_OF = word_set("of", "for")


@cache
def _something_of() -> re.Pattern[str]:
    """ "The Forum of", "a study by the": of what is no body, the verb tells something."""
    things = alternatives(
        {word for words in load("involvement")["meetings"].values() for word in words.split()} - _ORGANS
    )
    thing = rf"(?:{things}|{_WORDS.any_of('joint.things', languages=('en', 'fr', 'es'))})"
    article, of = leading("definite", "indefinite", "possessive"), leading("of", "by")
    return re.compile(
        rf"\s*{article}(?:[\w-]+\s+){{0,2}}?{thing}\s+(?:[\w-]+\s+){{0,4}}?{of}(?:{leading('definite')})?$", re.I
    )


_ORGANS = frozenset(("council", "conseil", "consejo"))  # bodies themselves


# "Ms. Ana Ruiz of the Port Trust": whose body it is, she acts.
_TITLED = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Dr|Prof|Hon|H\.\s?E|M|Mme|S\.\s?E|Sra?|Lic|Ing)\.?\s+(?:[A-ZÀ-Þ][\w’'.-]+\s+){1,4}"
    r"(?:of|from|de|du|del)\s(?:the\s|la\s|l['’])?(?:[A-ZÀ-Þ(][\w’'.&()-]*\s*|(?:of|the|for|and|de|du|des|del|la|les|los|et|y)\s)+$"
)
_RELATIVES = frozenset(("which", "that", "que"))  # "the programme, which Sweden funds"


def _no_subject(cue: Match[Cue], block: Block, body: Body, state: Body) -> bool:
    """Whether a state's name before a verb is not what the sentence speaks of: a place that hosts, the end of another
    clause ("tore through the central Philippines, IOM …"), the headline of another text ("Japan funds new kits").
    """
    lead = body.name[: state.start - body.start].strip().casefold()
    if cue.payload.role in ("host", "participant") or (lead and lead not in _RELATIVES):
        return True
    return block.kind in ("item", "heading")


def _name_ends(text: str, offset: int, names: list[Match[Organization]]) -> bool:
    """Whether a name may end here, words such as "today (18/05)" aside: a capitalised word, a bracket, a known body, a
    nationality ("Croix-Rouge nigérienne").
    """
    end = _filler_begins(text)
    last = _LAST_WORD.search(text, max(0, end - _LONGEST_WORD), end)
    if last is None:
        return False
    word = _ELIDED.sub("", last[1]) or last[1]
    if word[0].isupper() or last[1][-1] == ")" or any(name.end == offset + last.end(1) for name in names):
        return True
    return country_of_demonym(last[1]) is not None or _head_stands_near(text[:end])


_LAST_WORD = re.compile(r"(?<![\w’'.&)-])([\w’'.&)-]++)[\s,]*+$")
_ELIDED = re.compile(r"^[dlDL]['’]")
_LONGEST_WORD = 60  # characters, a filler's bracket too


def _head_stands_near(text: str) -> bool:
    """Whether a body's word in capitals stands near the end: "la Fondation Amina pour l’école"."""
    sure = head_words()["sure"]
    return any(fold(word) in sure for word in _NEAR.findall(text, max(0, len(text) - _NEAR_REACH)))


_NEAR = re.compile(r"[A-ZÀ-Þ][\w-]{3,}")
_NEAR_REACH = 70  # characters


def _subject_ends(text: str, offset: int, names: list[Match[Organization]]) -> int:
    """Where what stands between a subject and its verb begins: it would be read as the end of the last name."""
    known = max((name.end - offset for name in names if name.end <= offset + len(text)), default=0)
    return max(_filler_begins(text), known)  # "UN refugee agency" is all name


@cache
def _auxiliary() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_WORDS.any_of('part.auxiliary')}")


def is_filler(text: str) -> bool:
    """Whether a text holds nothing but words that may stand between a subject and its verb: "today (18/05)"."""
    return not text[: _filler_begins(text)].strip(" ,")


def _filler_begins(text: str) -> int:
    """Where words at the end begin that may stand between a subject and its verb."""
    end = len(text)
    while True:
        match = _filler().search(text, max(0, end - _LONGEST_WORD), end)
        if match is None:
            return end
        end = match.start()


@cache
def _filler() -> re.Pattern[str]:
    """ "Today (18/05)", "last Friday", "le 3 mai": a name's own word ("Harbour Agency") has a capital."""
    words = _WORDS.any_of("subject.filler")
    return re.compile(rf"[\s,]*(?:(?<!\w){words}|{_DATE_BRACKET}|(?<!\w){_day()})[\s,]*$")


_DATE_BRACKET = r"\([^)]*\d[^)]*\)"


def _day() -> str:
    """A weekday, or a day of a month: "on Friday", "jeudi dernier", "el 3 de mayo de 2019"."""
    weekdays, months = (
        alternatives(
            name for language in ("en", "fr", "es") for names in load("calendar")[language][key] for name in names[:1]
        )
        for key in ("weekdays", "months")
    )
    on, last = _WORDS.leading("subject.on"), _WORDS.any_of("subject.last")
    de = rf"{leading('day_de')}?"
    return rf"(?:{on})?(?:(?:{weekdays})(?:\s+{last})?|\d{{1,2}}\s+{de}(?:{months})(?:\s+{de}\d{{4}})?)(?!\w)"
