"""Bodies that prose implies to act in a meeting or to issue a text, without words such as "organised by".

* IOM as the one that acts in an event's prose: "IOM therefore gives its first session to …";
* IOM as the issuer of a release whose headline or first lines name it;
* the bodies that share the subject with it: "IOM and the Council of Quiet Airports signed …".

A body that only says where somebody works ("IOM Director General X", "Director, IOM") counts for none of them.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from itertools import islice

from parsers.organizations.names import head_words, looks_like_organization
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.own_meetings import OWN, known_body, organ_acts, place_behind, with_bracket, words_behind
from parsers.organizations.prose_lists import (
    SENTENCE,
    accepted,
    bodies_of_clause,
    clause,
    involvement_of,
    is_source,
    names_end,
    without_article,
    without_epithets,
)
from parsers.page import Block, Page
from parsers.people.names import looks_like_name
from parsers.places.countries import country_of_demonym
from parsers.prose.body_names import (
    acceptable,
    all_capital,
    has_post,
    is_a_meeting,
    is_bare_state,
    prose_words,
    reads_as_name,
)
from parsers.record import Involvement
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match, Tokens, fold
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_MOST_TRIED = 12  # of them, to be the body that acts
_WORDS = WordLists("issuers")
_ALONG = WordLists("involvement_prose")
_CLAUSE_END = re.compile(r"[.,;:!?\n]|\s[–—-]\s")


# --- Acting and issuing ----------------------------------------------------------------------------------------------

_PROSE = 80
_LEAD_BLOCKS = 4


@functools.cache
def _briefing() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('release.notes')}", re.I)


@functools.cache
def _opinion() -> re.Pattern[str]:
    """A line "Op-Ed": what follows is somebody's own opinion."""
    return re.compile(_WORDS.any_of("opinion.lines"), re.I)


@functools.cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('acting.contact')}", re.I)


def acting(tokens: Tokens, block: Block, names: list[Match[Organization]]) -> list[Involvement]:
    """IOM, where an event's prose makes it the one that acts, and the bodies that act with it."""
    if block.kind != "paragraph" or len(block.text) < _PROSE or _contact().search(block.text):
        return []
    for name in names[:_MOST_TRIED]:
        if name.payload.id == OWN and not _is_affiliation(tokens, name) and not organ_acts(tokens, name):
            if is_source(tokens.text, name.start):
                continue
            beside = _beside(block, name)
            if beside or _verb_follows(tokens, name):
                return [known_body(tokens, name, "acting body"), *beside, *_with_whom(tokens, block, name)]
    return []


def _verb_follows(tokens: Tokens, name: Match[Organization]) -> bool:
    """Whether a word in lower case follows that may be a verb, and more behind it."""
    last = name.last
    if with_bracket(tokens.text, name.end) > name.end:
        while last + 1 < len(tokens) and ")" not in tokens.gap(last):
            last += 1
    if _in_capacity().match(tokens.text, tokens.end(last)) is not None:
        return True
    if last == name.last and tokens.gap(last) != " ":
        return False
    if last + 2 >= len(tokens) or tokens.gap(last).strip(" )") or _CLAUSE_END.search(tokens.gap(last + 1)):
        return False
    return tokens.word(last + 1)[0].islower() and tokens.folded[last + 1] not in prose_words("not_verbs")


@functools.cache
def _in_capacity() -> re.Pattern[str]:
    """ "IOM, in its capacity as Technical Secretariat, …" """
    return re.compile(rf"\)?,?\s+{_WORDS.any_of('acting.capacity')}\s", re.I)


def issuers(tokens: Tokens, page: Page, index: int, names: list[Match[Organization]]) -> list[Involvement]:
    """IOM, where a release's headline or first lines name it, and the bodies that share a subject with it."""
    block = page.blocks[index]
    headline = block.text == page.title
    if not headline and not _is_lead(page, index):
        return []
    if any(_briefing().search(line.text) for line in page.blocks[:4]):
        return []  # notes on several matters: nobody's event
    if any(_opinion().fullmatch(line.text.strip()) for line in islice(page.blocks, index)):
        return []
    if block.kind == "caption" or _contact().search(block.text):
        return []
    for name in names:
        if name.payload.id == OWN and not _is_affiliation(tokens, name):
            begins = _subject_begins().search(tokens.text, block.start, name.start) is not None
            issuer = known_body(tokens, name, "issuer" if begins else "named in the lead")
            if headline:
                return [issuer]
            if is_source(tokens.text, name.start):
                return [issuer, *_with_whom(tokens, block, name)]
            others = _joint(block, name, begins=begins) or _beside(block, name)
            if any(other.rule == "joint subject" and other.start > issuer.start for other in others):
                issuer = replace(issuer, rule="issuer")  # it begins their list, wherever that stands
            return [issuer, *others, *_with_whom(tokens, block, name)]
    return []


@functools.cache
def _subject_begins() -> re.Pattern[str]:
    """A sentence, a dateline's dash, an article at most: what follows is what the sentence speaks of."""
    today = _ALONG.any_of("list_end.today")
    return re.compile(rf"(?:^|[.!?:\n]\s+|[–—−-]\s*)(?:{today},?\s+)?{_THE}?$", re.I | re.M)


_THE = leading("definite")


@functools.cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.leading('release.by')}{_THE}?$", re.I)


@functools.cache
def _list_before() -> re.Pattern[str]:
    """What joins a name of a list to the one before it."""
    return re.compile(rf"(?:[,،&]|\b{_WORDS.any_of('release.adds')})\s+{_THE}?$", re.I)


@functools.cache
def _list_behind() -> re.Pattern[str]:
    """What joins a name of a list to the one behind it."""
    return re.compile(rf"(?:\s\([^()]{{2,15}}\))?(?:[,،]|\s+(?:{_WORDS.any_of('release.adds')}|&)\s|\s+و)")


def _joint(block: Block, name: Match[Organization], *, begins: bool) -> list[Involvement]:
    """The bodies listed behind a known one, where that begins a sentence or stands behind "by"."""
    start = name.start - block.start
    before = _list_before().search(block.text, max(0, start - 20), start)
    if before is None and not _list_behind().match(block.text, name.end - block.start):
        return []
    if begins:
        return _listed(block, name, start, "joint subject")
    if _by().search(block.text, max(0, start - 20), start):
        return _listed(block, name, start, "named in the lead")
    found = _listed(block, name, _sentence_begin(block.text, start), "joint subject")
    if before is None:  # the list begins here, in the midst of a sentence
        found += _listed(block, name, start, "joint subject", only_joined=True)
    return found


def _listed(
    block: Block, name: Match[Organization], start: int, rule: str, *, only_joined: bool = False
) -> list[Involvement]:
    """The bodies beside a known one in the list that begins at a place; ``only_joined``: where an "and" joins them, as
    in "according to IOM, the Red Cross …" another clause begins.
    """
    rest = without_epithets(clause(block.text, start))
    end = names_end(rest)
    last = _LAST_OF_SUBJECT.match(rest, end) if rule == "joint subject" else None
    if last is not None:
        end = last.end() + names_end(rest[last.end() :])
    if only_joined and not _and_within().search(rest[:end]):
        return []
    bodies = []
    for body in accepted(rest[:end], lenient=False):
        if not reads_as_name(without_article(body).name):
            break
        bodies.append(body if rest[: body.start].strip() else without_article(body))
    own = name.start - block.start - start
    if not any(body.start <= own < body.end for body in bodies):
        return []
    return [
        involvement_of(body, block.start + start, "co_organizer", rule)
        for body in bodies
        if not is_bare_state(body.name) and not body.start <= own < body.end
    ]


@functools.cache
def _and_within() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_WORDS.any_of('release.adds')}|&)\s|\sو")


@functools.cache
def _object_with() -> re.Pattern[str]:
    """What one body does with another: "thought up the tournament with the", "المبنى مع".

    A clause may say it: ", which has worked here since 2006 with the".
    """
    words = r"(?:\s(?:[^\W\d_][\w’'-]*|(?:19|20)\d\d(?=\s)))"
    article = rf"(?:{_THE})?"
    which = rf"(?:,(?=\s{leading('relative')}))?"
    return re.compile(
        rf"(?:{which}{words}{{1,9}}?,?\s{_ALONG.leading('with', languages=('en', 'fr', 'es'))}(?={article}[A-ZÀ-Þ])"
        rf"|(?:\s\w+){{1,4}}?\s{_ALONG.leading('with', languages=('ar',))})"
    )


def _with_whom(tokens: Tokens, block: Block, name: Match[Organization]) -> list[Involvement]:
    """The bodies with which a known one does something: "IOM drew up the course with the Courts of Malawi"."""
    end = place_behind(tokens, name) - block.start
    lead = _object_with().match(block.text, with_bracket(block.text, end))
    if lead is None:
        return []
    return [
        involvement_of(body, block.start + lead.end(), "partner", "done with the issuer")
        for body in bodies_of_clause(block.text, lead.end())
        if not is_bare_state(body.name)
    ]


_LAST_OF_SUBJECT = re.compile(
    rf",\s{any_of('and')}\s+(?:{leading('definite')})?(?=[A-ZÀ-Þ])"
)  # "IOM, UNHCR, and UNICEF are …"


def _sentence_begin(text: str, place: int) -> int:
    """Where the sentence begins that a place of a text lies in."""
    begin = max(0, place - _LONGEST_RUN)
    return max((match.end() for match in SENTENCE.finditer(text, begin, place)), default=begin)


def _is_lead(page: Page, index: int) -> bool:
    """Whether a block is among the first that are long enough to be the text's."""
    if len(page.blocks[index].text) <= 60:
        return False
    before = (block for block in islice(page.blocks, index) if len(block.text) > 60 and block.text != page.title)
    return next(islice(before, _LEAD_BLOCKS - 1, None), None) is None


@functools.cache
def _run() -> re.Pattern[str]:
    """Capitalised words and what joins them: "IOM and the Federation of Expatriate Physicians"."""
    small = f"{_WORDS.any_of('release.inside')}|&|{any_of('run_of')}"
    return re.compile(rf"(?:(?:[A-ZÀ-Þ(][\w’'().&-]*|{small}|[ld]['’][A-ZÀ-Þ][\w’'.-]*)(?:,?\s+|$))+")


_LONGEST_RUN = 300


@functools.cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.leading('release.preposition')}{_THE}?$", re.I)


def _beside(block: Block, name: Match[Organization]) -> list[Involvement]:
    """The bodies that share a sentence's subject with a known one."""
    start = name.start - block.start
    begin = max(0, start - _LONGEST_RUN)
    run = next((run for run in _run().finditer(block.text, begin, start + _LONGEST_RUN) if run.end() > start), None)
    if run is None or run.start() > start or not block.text[run.end() : run.end() + 1].islower():
        return []
    if _POSSESSIVE.search(run.group()) is not None:
        return []  # "IOM Council, the Organization's highest body": something of theirs
    stop = _behind_nation(block.text, run.end())
    if (purpose := _PURPOSE.match(block.text, run.end())) is not None:
        stop = purpose.end()
    unfinished = _UNFINISHED.search(block.text, run.start(), run.end())
    if unfinished is not None:
        stop = _behind_fields(block.text, run.end()) or unfinished.start()
    # What stands before may be of another clause: "the Missions of Fiji to the United Nations and IOM".
    begins = (start,) if _preposition().search(block.text, begin, run.start()) else (run.start(), start)
    for begin in dict.fromkeys(begins):
        bodies = split_organizer_list(block.text[begin:stop])
        others = [body for body in bodies if not begin + body.start <= start < begin + body.end]
        if unfinished is not None and stop == unfinished.start():  # no word tells where "Conseil des …" ends
            others = [body for body in others if begin + body.end < stop]
        sure = [body for body in others if acceptable(body.name, lenient=False)]
        unsure = [body for body in others if body not in sure]
        if len(others) < len(bodies) and (not unsure or (sure and _have_articles(block.text, begin, unsure))):
            return [
                involvement_of(without_article(body), block.start + begin, "co_organizer", "joint subject")
                for body in others
                if not is_bare_state(body.name)
            ]
    return []


def _have_articles(text: str, begin: int, bodies: list[Body]) -> bool:
    """Whether unknown names stand behind an English article, as no person's does: "and *the* Diakonie Hafendienst"."""
    return len(bodies) == 1 and all(
        len(body.name.split()) in (2, 3)
        and all_capital(body.name.split())
        and text[: begin + body.start].endswith("the ")
        and not is_a_meeting(body.name)
        for body in bodies
    )


_POSSESSIVE = re.compile(r"['’]s?\s*$")
# "Foro Nacional *para las Migraciones y el Desarrollo*"
_PURPOSE = re.compile(
    rf"{leading('purpose')}{leading('definite')}?[A-ZÀ-Þ][\w’'-]+"
    rf"(?:\s(?:{leading('of', 'and', 'definite')})+[A-ZÀ-Þ][\w’'-]+(?:\s\([A-Z]+\))?)*"
)
# "Ministère des": the name goes on in small letters.
_UNFINISHED = re.compile(rf"\s(?:{leading('of', 'definite')})+$")


def _behind_fields(text: str, start: int) -> int | None:
    """Behind the fields in small letters that go on with a ministry's name: "Ministère des *affaires étrangères*"."""
    end, at = None, start
    while (word := _SMALL_WORD.match(text, at)) is not None:
        at = word.end()
        if fold(word[1]) in head_words()["fields"]:
            end = word.end(1)
        elif word[1] not in prose_words("small"):
            break
    return end


_SMALL_WORD = re.compile(r"\s*([a-zà-ÿ]+)['’]?(?=\W|$)")


_LOWER_WORD = re.compile(rf"[a-zà-ÿ-]+(?!\w|\s{leading('of')})")


def _behind_nation(text: str, end: int) -> int:
    """Behind the nation that goes on with a name: "la Croix-Rouge *haïtienne*"."""
    word = _LOWER_WORD.match(text, end)
    return word.end() if word is not None and country_of_demonym(word.group()) is not None else end


@functools.cache
def _post_of() -> re.Pattern[str]:
    return re.compile(rf"(?:,|\b{_WORDS.any_of('post.of')}|\()\s*$", re.I)


_ARABIC_OF = "ل"  # prefixed to the body that a post is of


# "Ana Ruiz of IOM Lima", "IOM Lima's Ana Ruiz"
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}[A-ZÀ-Þ][\w’'-]+"
_WHOSE = re.compile(rf"({_NAME}),?\s{leading('from', 'of')}(?:{leading('definite')})?$")
_ITS_PERSON = re.compile(r"['’]s\s([A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+)")


def _is_whose_body(text: str, before: str, end: int) -> bool:
    """Whether a person's name stands right before a body's "of", or behind its possessive."""
    whose = _WHOSE.search(before)
    if whose is not None and looks_like_name(whose[1]) and not looks_like_organization(whose[1]):
        return True
    its = _ITS_PERSON.match(text, end)
    return its is not None and looks_like_name(its[1])


def _is_affiliation(tokens: Tokens, name: Match[Organization]) -> bool:
    """Whether the body only says where somebody works: "IOM Director General X", "Director, IOM", "X (IOM Kenya)"."""
    place = tokens.text[name.end : place_behind(tokens, name)].split()  # "IOM South Sudan Chief of Mission"
    if has_post(words_behind(tokens, name, 2 + len(place))):
        return True
    before = tokens.text[max(0, name.start - 80) : name.start]
    if _is_whose_body(tokens.text, before, name.end + (len(place) and place_behind(tokens, name) - name.end)):
        return True
    if before.endswith(_ARABIC_OF):
        before = before[:-1] + " of "
    clause = re.split(r"[.;:!?\n]|\s[–—-]\s", before)[-1]
    if not _post_of().search(clause):
        return False
    words = [fold(word) for word in re.findall(r"\w+", clause)]
    return has_post(words) or has_post([word.removeprefix("ال") for word in words])
