"""The value of a label such as "Organizers:": the bodies that it names, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from parsers.organizations.names import head_words, looks_like_organization, without_bracket
from parsers.places.countries import country_of
from parsers.record import InvolvementRole
from parsers.words import lexicon
from parsers.words.lexicon import Cue
from parsers.words.patterns import alternatives
from parsers.words.phrases import Match, fold, tokenise
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists


@dataclass(slots=True, frozen=True)
class Body:
    """One body of a list: ``name`` is as printed and stands at ``start``:``end`` of the text that was given.

    ``role`` is None where the list's own label says it, else what the text says ("hosted by", "in partnership with").
    Where a person stands for the body, ``person`` and ``post`` are theirs. ``said``: the text calls it a body ("the NGO
    La Strada"), whatever its name says.
    """

    name: str
    start: int
    end: int
    role: InvolvementRole | None = None
    person: str | None = None
    post: str | None = None
    said: bool = False


_WORDS = WordLists("involvement_prose")


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\s*\(\s*{_WORDS.any_of('names.remark')}\s*\.?\s*\)", re.I)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s*{_WORDS.leading('names.by')}", re.I)


@cache
def _sentence_end() -> re.Pattern[str]:
    """What follows a list as a sentence of its own is no part of it."""
    shortened = "".join(rf"(?<!\b{form}\.\s)" for form in _WORDS.forms("names.titles") + _WORDS.forms("names.legal"))
    return re.compile(rf"(?<=[a-z)\d])[.!?]\s+(?=[A-ZÀ-Þ]){shortened}")


@cache
def _clause() -> re.Pattern[str]:
    """ "…, the meeting was held in": what a list's own sentence goes on with."""
    verbs = _WORDS.any_of("list_end.clause")
    return re.compile(rf",\s{_WORDS.leading('names.subject')}(?=(?:[\w’'-]+\s+){{1,9}}?{verbs}\s)")


@cache
def meeting_clause() -> re.Pattern[str]:
    """ ", le Forum veut aboutir à", ", the fair opens the season": behind a list, a clause on the meeting itself.

    A verb has an object behind it; the adjective of "le Forum économique mondial" has none.
    """
    words = {word for words in load("involvement")["meetings"].values() for word in words.split()}
    nouns = alternatives(words - {"council", "conseil", "consejo"})
    return re.compile(
        rf",\s{_WORDS.leading('names.subject')}(?=(?:{nouns})\s+[a-zà-ÿ]{{3,}}\s+"
        r"(?:(?:à|an?|the|to|une?|les?|la|el|los|las|una)\s|l['’]|[a-zà-ÿ]{2,}(?:er|ir|re)\s))",
        re.I,
    )


_SPACED_DASH = re.compile(r"\s[–—-]\s")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.any_of('names.and', 'names.adds')}\s+|\s*&\s*", re.I)


# No list is longer.
_LONGEST_LIST = 4000


def split_organizer_list(text: str) -> list[Body]:
    """The bodies that a list of organisers names, as printed, in its order.

    ``text`` is the value of a label ("Organizers:", "Partners:", "Co-hosted by"). Commas, semicolons, "and" and spaced
    dashes part the names, but not inside of one: known names, "Ministry of Labour, Employment and Social Security",
    "Governments of Bangladesh and Fiji" stay whole. Remarks such as "(TBC)" go. What follows "sponsored by", "with the
    support of", "in partnership with" (involvement.toml) carries that role. A person with a post stands for a body
    ("Amy Pope, Director General, International Organization for Migration"; where no body is named, the post is its
    name).
    """
    bodies: list[Body] = []
    text = text[:_LONGEST_LIST]
    for border in (_sentence_end(), _clause(), meeting_clause()):
        end = border.search(text)
        text = text[: end.start()] if end else text
    by = _by().match(text)
    start, role = by.end() if by else 0, None
    turns = [turn for turn in _scan(text).turns if turn[0] >= start]
    for begin, after, following in [*turns, (len(text), len(text), None)]:
        bodies.extend(replace(body, role=role) for body in _split_segment(text, start, begin))
        start, role = after, following
    return bodies


def _split_segment(text: str, start: int, end: int) -> list[Body]:
    """The bodies of one part of a list, all in one role."""
    pieces = _pieces(text, start, end, re.compile(r"[;•|]|\s/\s"))
    if len(pieces) > 1:
        return [body for begin, stop in pieces for body in _split_segment(text, begin, stop)]
    person = _person_for_body(text, start, end)
    if person is not None:
        return [person]
    names = []
    for begin, stop in _join(text, _pieces(text, start, end, re.compile(r"[,،]"))):
        for first, last in _split_dash(text, begin, stop):
            names.extend(_split_and(text, first, last))
    return [body for begin, stop in names if (body := _body(text, begin, stop)) is not None]


def _pieces(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans between the borders, brackets and known names left whole."""
    whole = [span for span in _scan(text).whole if span[0] < end and start < span[1]]
    pieces, begin = [], start
    for match in border.finditer(text, start, end):
        if not any(first < match.end() and match.start() < last for first, last in whole):
            pieces.append((begin, match.start()))
            begin = match.end()
    pieces.append((begin, end))
    return [piece for piece in pieces if text[piece[0] : piece[1]].strip()]


@dataclass(slots=True, frozen=True)
class _Scan:
    """What is known of a list's text: spans that nothing may part (brackets, names of known bodies and countries), and
    where words change the role of what follows (start, end, role).
    """

    whole: list[tuple[int, int]]
    turns: list[tuple[int, int, InvolvementRole]]


@lru_cache(maxsize=512)
def _scan(text: str) -> _Scan:
    """The text's words walked once, however often its parts are asked about."""
    tokens = tokenise(text)
    whole = _brackets(text)
    for group in ("organization", "country"):
        whole += [(match.start, match.end) for match in lexicon.found(tokens, group)]
    cues: list[Match[Cue]] = lexicon.found(tokens, "cue")
    return _Scan(whole, [(cue.start, cue.end, cue.payload.role) for cue in cues if cue.payload.follows])


def _brackets(text: str) -> list[tuple[int, int]]:
    spans = []
    depth = begin = 0
    for mark in re.finditer(r"[()]", text):
        if mark.group() == "(":
            begin = begin if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                spans.append((begin, mark.end()))
    return spans


@lru_cache(maxsize=4096)
def _is_name(text: str) -> bool:
    """Whether a piece of a list stands on its own: a country, a known body, something with a body's word."""
    bare = _trim_text(text)
    return bool(bare) and (country_of(bare) is not None or looks_like_organization(bare) >= 0.5)


@cache
def _small_words_first() -> re.Pattern[str]:
    joins, repeated = _WORDS.leading("names.and"), _WORDS.leading("names.repeated")
    return re.compile(rf"(?:(?:{joins}|{leading('definite')})+|(?-i:{repeated}))+", re.I)


def _trim_text(text: str) -> str:
    bare = text.strip(" .,;:")
    small = _small_words_first().match(bare)
    return bare[small.end() :].strip() if small else bare


@lru_cache(maxsize=4096)
def _takes_list(text: str) -> bool:
    """Whether a name's head may take several fields: "Ministry of", "Department for", "Ministerio de"."""
    lists = head_words()["lists"]
    return any(word in lists for word in tokenise(text).folded[:4])


@cache
def _and_first() -> re.Pattern[str]:
    return re.compile(_WORDS.leading("names.and"))


@lru_cache(maxsize=4096)
def _is_field(text: str) -> bool:
    """Whether a piece goes on with a ministry's fields: "Employment", "and Social Security", "del Interior"."""
    bare = text.strip(" ,")
    joint = _and_first().match(bare)
    first = _and().split(bare[joint.end() :] if joint else bare)[0]
    first = without_bracket(first)  # the acronym is of the whole name: "and Social Security (MoLESS)"
    words = [word for word in tokenise(first).folded if word and len(word) > 2]
    fields = head_words()["fields"]
    if len(words) > 1 and words[-1] == "services" and fields.issuperset(words[:-1]):
        return True  # "Department of Immigration and Citizenship Services"
    return bool(words) and any(word in fields for word in words) and looks_like_organization(first) < 0.5


def _join(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces between commas, with those joined to the one before that do not stand on their own."""
    joined: list[tuple[int, int]] = []
    for begin, end in pieces:
        if joined:
            before = text[joined[-1][0] : joined[-1][1]]
            piece = text[begin:end]
            last_piece = before.rpartition(",")[2] or before
            country = country_of(_trim_text(piece))
            states = all(
                country_of(_trim_text(part)) is not None for part in _and().split(_accredited().sub("", piece))
            )
            if (
                ((_takes_list(before) or _takes_list(_last_name(before))) and _is_field(piece))
                or (_plural_states().match(_trim_text(before)) and states)
                or (country and _bare_country().match(piece) and _is_state_body(last_piece))
                or _legal().fullmatch(piece)
            ):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((begin, end))
    return joined


def _last_name(text: str) -> str:
    """The last of the names that "and" joins, where the one before it is known: "Labour" goes on with that one."""
    names = _and().split(text)
    return names[-1] if len(names) > 1 and _is_known(names[-2]) else text


@cache
def _legal() -> re.Pattern[str]:
    """The legal form of a company, which a comma may stand before: "Blue Boats, Inc."."""
    return re.compile(rf"\s*{_WORDS.any_of('names.legal')}\.?\s*")


@cache
def _bare_country() -> re.Pattern[str]:
    joins, state = _WORDS.any_of("names.and"), _WORDS.any_of("names.state")
    return re.compile(rf"(?!\s*(?:{joins}|(?:{leading('definite')})?{state}))", re.I)


@cache
def _plural_states() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{leading('definite')})?{_WORDS.any_of('names.of_states')}\s+{_WORDS.leading('names.of')}", re.I
    )


def _is_state_body(text: str) -> bool:
    """Whether the name is a ministry's or the like and names no country yet: a country behind a comma belongs to it."""
    words = {word for word in tokenise(text).folded if word}
    if not words & head_words()["lists"] or words & {"iom", "oim", "un", "onu"}:
        return False
    tokens = tokenise(text)
    return not lexicon.found(tokens, "country") and not lexicon.found(tokens, "organization")


def _split_dash(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two names with a spaced dash between them; the second goes where it only explains the first."""
    pieces = _pieces(text, start, end, _SPACED_DASH)
    if len(pieces) < 2:
        return [(start, end)]
    names = [piece for piece in pieces if _is_name(text[piece[0] : piece[1]])]
    if len(names) < len(pieces):
        return [(start, end)]
    kept: list[tuple[int, int]] = []
    known: set[str] = set()
    for begin, stop in names:
        payload = lexicon.whole(without_bracket(_trim_text(text[begin:stop])), "organization")
        if payload is None or payload.id not in known:
            kept.append((begin, stop))
        if payload is not None:
            known.add(payload.id)
    return kept


def _split_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names that "and" joins, where both sides stand on their own and the first is not "Governments of"."""
    cuts = _pieces(text, start, end, _and())
    if len(cuts) < 2:
        return _split_arabic(text, start, end)
    names = [cuts[0]]
    for cut in cuts[1:]:
        before, after = text[names[-1][0] : names[-1][1]], text[cut[0] : cut[1]]
        if _parts(before, after):
            names.append(cut)
        else:
            names[-1] = (names[-1][0], cut[1])
    return [span for begin, stop in names for span in _split_arabic(text, begin, stop)]


_SHORT_FORM = re.compile(r"\(([A-Z])[A-Za-z]{2,9}\)\s*$")


def _is_end_of_one(before: str, after: str) -> bool:
    """Whether a short form at the end is of both sides: "Comité contre la traite et le trafic (CTT)"."""
    short = _SHORT_FORM.search(after)
    if short is None or not _of_name(before) or _is_name(after[: short.start()]):
        return False
    initials = _trim_text(before)[:1], _trim_text(after)[:1].upper()
    return initials[0] == short[1] != initials[1]


def _parts(before: str, after: str) -> bool:
    """Whether "before and after" are two names."""
    if _takes_list(before) and _is_field(after):
        return False
    if _is_end_of_one(before, after):
        return False
    if _plural_states().match(_trim_text(before)) and country_of(_accredited().sub("", _trim_text(after))) is not None:
        return False
    if _others().match(after):
        return True
    if _lower_part().match(after) and len(_trim_text(before).split()) > 1 and not _is_known(before):
        return False
    bare = _trim_text(after)
    # "Japan and the Disaster Relief Team": no name goes on with an article.
    article = _ENGLISH_ARTICLE.match(after) is not None
    if _is_known(before) and bare[:1].isupper() and (article or not _is_field(after)):
        return True
    if not _is_name(after):
        # "Emerson Collective and Town Makers": two unknown names; "Women and Girls", "Fundación Sal y Canto": one name.
        two = _is_name(before) and not _of_name(before) and _capitalised(after) and not _is_field(after)
        return two and len(bare.split()) > 1
    if _is_name(before) or article or (_of_the().match(after) and not _of_name(before)):
        return True
    return _capitalised(before) and len(before.split()) > 1 and not _is_field(before)


@cache
def _accredited() -> re.Pattern[str]:
    """ "Permanent Missions of Bangladesh and Kenya to the United Nations" """
    return re.compile(rf"\s+{_WORDS.leading('names.accredited')}.*$")


# Whom a list does not name: "and other partners", "y de organizaciones de la sociedad civil".
@cache
def _others() -> re.Pattern[str]:
    lead, other = _WORDS.leading("names.of", "names.by"), _WORDS.leading("names.other")
    return re.compile(rf"\s*(?:{lead})?{other}*{_WORDS.any_of('names.others')}")


@cache
def _lower_part() -> re.Pattern[str]:
    """ "Unité de construction de logements *et de bâtiments publics*": in lower case a name goes on."""
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(
        rf"\s*{of}(?:{leading('definite')})?(?!{_WORDS.any_of('names.public', languages=_LATIN)})[a-zà-ÿ]{{4,}}"
    )


@cache
def _of_the() -> re.Pattern[str]:
    """A preposition that a list repeats."""
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(rf"\s*{of}(?:{leading('definite')})?(?=[A-ZÀ-Þ])")


_LATIN = ("fr", "es")
_ENGLISH_ARTICLE = re.compile(r"\s*(?:the|el)\s+(?=[A-ZÀ-Þ])")


@lru_cache(maxsize=4096)
def _is_known(text: str) -> bool:
    """Whether a text is the name of a body or country that the archive knows, and nothing more."""
    bare = _trim_text(text)
    return country_of(bare) is not None or lexicon.whole(without_bracket(bare), "organization") is not None


def _of_name(text: str) -> bool:
    """Whether a name ends in a part with a preposition, which "and" may go on with: "Centre for Peace"."""
    return _with_field().search(text) is not None


@cache
def _with_field() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('names.field')}")


def _capitalised(text: str) -> bool:
    words = text.split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()


_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")


def _split_arabic(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Arabic names that a prefixed و joins: cut where a known name or a head stands behind it."""
    if not _ARABIC_LETTER.search(text, start, end):
        return [(start, end)]
    known = {begin for begin, _ in _scan(text).whole}
    tokens = tokenise(text[start:end])
    cuts = [start]
    heads = head_words()
    names = heads["sure"] | (heads["likely"] - heads["lists"])
    for index, word in enumerate(tokens.folded):
        place = start + tokens.starts[index]
        if word.startswith("و") and (place + 1 in known or word[1:] in names) and place not in known:
            cuts.append(place + 1)
    if len(cuts) > 1 and not text[start : cuts[1] - 1].strip():
        cuts.pop(0)
    stops = [cut - 1 for cut in cuts[1:]] + [end]
    return list(zip(cuts, stops, strict=True))


_EDGE = " \t\u00a0,;:–—-•|*،"


def _body(text: str, start: int, end: int) -> Body | None:
    """One name, its span trimmed of blanks, "and", an article in lower case, remarks and a closing full stop."""
    remark = _remark().search(text, start, end)
    if remark:
        end = remark.start() if not text[remark.end() : end].strip(_EDGE + ".") else end
        start = remark.end() if not text[start : remark.start()].strip() else start
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _and_the().match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    tail = _trailing_and().search(text, start, end)
    end = tail.start() if tail else end
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    called = _called(text, start, end)
    start = called or start
    name = text[start:end]
    if not any(letter.isalpha() for letter in name) or fold(name) in _nothing():
        return None
    if name[0].islower() and not any(letter.isupper() for letter in name.split()[0]) and len(name.split()) > 6:
        return None  # a clause, no name: "meeting was held in Windhoek on 3 June"
    return Body(name, start, end, said=bool(called))


# "the Ukrainian NGO La Strada", "l'association Les Amis du Phare", "la red Faros": what a body is, before its name.
@cache
def _what_it_is() -> re.Pattern[str]:
    begins = r"(?=[A-ZÀ-Þ\"“«])"
    return re.compile(
        rf"(?:(?!of\b|and\b|by\b)[\w-]+\s){{0,2}}?{_WORDS.leading('names.called', languages=['en'])}{begins}"
        rf"|{_WORDS.leading('names.called', languages=['fr', 'es'])}{begins}(?=[^\s.]+[a-zà-ÿ])"
    )


def _called(text: str, start: int, end: int) -> int:
    """Where the name begins behind a word that says what the body is; 0 where none does ("NGO Forum" is all name)."""
    called = _what_it_is().match(text, start, end)
    if called is None:
        return 0
    following = _WORD.search(text, called.end(), end)
    heads = head_words()
    if following is None or fold(following.group()) in heads["sure"] | heads["likely"]:
        return 0
    return called.end()


_WORD = re.compile(r"\w+")


@cache
def _trailing_and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_WORDS.any_of('names.and')}|و)\s*$")


@cache
def _and_the() -> re.Pattern[str]:
    """ "And", the preposition that a list repeats ("and of the", "et par l’", "y de la"), an article."""
    joins, repeated = (
        _WORDS.leading("names.and", "names.adds"),
        _WORDS.leading("names.repeated", "with", languages=("en", *_LATIN)),
    )
    owner = rf"{leading('definite', 'possessive')}[a-z]+['’]s\s+"  # "the country's"
    return re.compile(rf"(?:{joins})?(?:{repeated})?(?:{owner}|{leading('definite')}|L['’])?")


@cache
def _nothing() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.forms("names.nothing")))


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to the name: "Inc.", "U.S.", "Ltd."."""
    return _shortened().search(text, start, end) is not None


@cache
def _shortened() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[A-Z]|{_WORDS.any_of('names.legal')})\.$")


@cache
def _titles() -> str:
    return rf"(?:{_WORDS.any_of('names.titles')}\.?\s+)"


@cache
def _person() -> re.Pattern[str]:
    """A person's name: two to five words that begin with a capital letter, particles and initials among them."""
    word = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|al|bin|van|von|der|de|da|dos|del|la|el|ben|ould)"
    return re.compile(rf"^{_titles()}*{word}(?:\s+{word}){{1,5}}$")


@cache
def _titles_first() -> re.Pattern[str]:
    return re.compile(f"^{_titles()}+")


def _person_for_body(text: str, start: int, end: int) -> Body | None:
    """A person with a post that stands for a body: "NAME, POST, BODY" or "NAME, POST"."""
    pieces = _pieces(text, start, end, re.compile(r","))
    if len(pieces) < 2:
        return None
    name = text[pieces[0][0] : pieces[0][1]].strip()
    if not _person().match(name) or _is_name(name):
        return None
    words = tokenise(text[pieces[1][0] : pieces[1][1]]).folded
    posts = head_words()["posts"]
    if not any(word in posts or word == "high" for word in [word for word in words if word][:3]):
        return None
    body = _body(text, pieces[-1][0] if len(pieces) > 2 else pieces[1][0], end)
    if body is None:
        return None
    post = text[pieces[1][0] : pieces[-2][1] if len(pieces) > 2 else pieces[1][1]].strip(" .,")
    return replace(body, person=_titles_first().sub("", name), post=post)
