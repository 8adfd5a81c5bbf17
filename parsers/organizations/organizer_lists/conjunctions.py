"""Whether "and" joins two names or stands inside of one, the Arabic prefix و too.

"The World Bank and UNICEF" are two, "Centre for Peace and Justice", "Governments of Fiji and Chad" are one each.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.names import head_words, looks_like_organization, same_office
from parsers.organizations.organizer_lists.joint_names import (
    closed_before,
    ends_in_short_form,
    is_field,
    of_several_states,
    takes_fields,
    without_accreditation,
)
from parsers.organizations.organizer_lists.pieces import and_border, is_known, is_name, pieces_between, scan, trimmed
from parsers.organizations.organizer_lists.single_names import begins_with_kind
from parsers.organizations.organizer_lists.spelling import spelt_by_both
from parsers.organizations.romance_names import is_office_for_states
from parsers.places.countries import country_of
from parsers.words import lexicon
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of, leading, word_set
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")
_LATIN = ("fr", "es")


def split_at_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names that "and" joins, where both sides stand on their own and the first is not "Governments of"."""
    cuts = _with_ampersands(text, pieces_between(text, start, end, and_border()))
    if len(cuts) < 2:
        return _split_arabic(text, start, end)
    if _BRACKET.search(text, start, end) is not None:
        cuts = _spelt_together(text, cuts)
    names = [cuts[0]]
    for cut in cuts[1:]:
        before, after = text[names[-1][0] : names[-1][1]], text[cut[0] : cut[1]]
        if _parts(before, after):
            names.append(cut)
        else:
            names[-1] = (names[-1][0], cut[1])
    return [span for begin, stop in names for span in _split_arabic(text, begin, stop)]


def _with_ampersands(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts, those made one that "&" joins and which are no names each: "Dockers & Sons"."""
    joined = cuts[:1]
    for begin, end in cuts[1:]:
        first, last = joined[-1]
        if "&" in text[last:begin] and not (is_name(text[first:last]) and is_name(text[begin:end])):
            joined[-1] = (first, end)
        else:
            joined.append((begin, end))
    return joined


_BRACKET = re.compile(r"\([A-Z]")


def _spelt_together(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts, those made one whose short form has the letters of both."""
    joined = [cuts[0]]
    for begin, end in cuts[1:]:
        if spelt_by_both(text[joined[-1][0] : joined[-1][1]], text[begin:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def split_at_with(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names that "with" joins: "the Youth Coalition *with* IOM", not "Bureau for Relations with the Diaspora"."""
    for joint in _with().finditer(text, start, end):
        before, after = text[start : joint.start()], text[joint.end() : end]
        first = and_border().split(after)[0]
        known = is_known(first)
        if _ties().search(before) or not (known or looks_like_organization(trimmed(first)) >= _SURE_NAME):
            continue
        if is_name(before) or (known and len(trimmed(before).split()) > 1 and _capitalised(trimmed(before))):
            return [(start, joint.start()), *split_at_with(text, joint.end(), end)]
    return [(start, end)]


_SURE_NAME = 0.7


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"\s+{_WORDS.leading('with')}")


@cache
def _ties() -> re.Pattern[str]:
    """What a name deals with: "Office for *Cooperation* with the Islands"."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('list_end.ties')}$")


def _parts(before: str, after: str) -> bool:
    """Whether "before and after" are two names."""
    if (takes_fields(before) and is_field(after) and not closed_before(before, after)) or _is_pair(before, after):
        return False
    if (kind := _kind_behind_of().match(after)) is not None and begins_with_kind(after[kind.end() :]):
        return True
    if _is_end_of_one(before, after) or _is_office_of_both(before, after):
        return False
    if of_several_states(before) and country_of(without_accreditation(trimmed(after))) is not None:
        return False
    if _accredited_to_both().search(before) and is_known(after) and not _ENGLISH_ARTICLE.match(after):
        return False
    if _PEOPLE.match(after) or _others().match(after) or _unnamed().fullmatch(after):
        return True
    if _lower_part().match(after) and len(trimmed(before).split()) > 1 and not is_known(before):
        # "Police nationale du Mali et des pêcheurs", "Instituto del Mar (IDM) y de cinco barcos"
        return _ends_in_state(before) or ends_in_short_form(before)
    if (
        "&" in after
        and _capitalised(trimmed(before))
        and _capitalised(trimmed(after))
        and len(trimmed(before).split()) > 1
    ):
        return True  # "Blue Reef and Dockers & Sons"
    if begins_with_kind(after.lstrip()):
        return is_known(before) or is_name(before) or begins_with_kind(before.lstrip())
    bare = trimmed(after)
    # "Japan and the Disaster Relief Team": no name goes on with an article.
    article = _ENGLISH_ARTICLE.match(after) is not None
    if is_known(before) and bare[:1].isupper() and (article or not is_field(after)):
        return True
    if article and begins_with_kind(before.lstrip()):
        return True  # "the NGO Open Water and the Royal Marechaussee"
    if not is_name(after):
        # "Emerson Collective and Town Makers": two unknown names; "Women and Girls", "Fundación Sal y Canto": one name.
        # "Roads Department (RD) and Hands for Harbours", "University of Gdynia and Hands for Harbours"
        closed = ends_in_short_form(before) or (_ends_in_town(before) and not _is_place(bare))
        two = is_name(before) and (closed or not _of_name(before)) and _capitalised(bare) and not is_field(after)
        return two and len(bare.split()) > 1
    if is_name(before) or article or (_of_the().match(after) and not _of_name(before)):
        return True
    if _capitalised(trimmed(before)) and _begins_a_name(after):
        return True
    before = trimmed(before)
    return _capitalised(before) and len(before.split()) > 1 and not is_field(before)


@cache
def _accredited_to_both() -> re.Pattern[str]:
    """ "The *Delegation* of the European Union *to Fiji* and the islands' union"."""
    return re.compile(
        rf"(?<!\w){_WORDS.any_of('names.abroad')}\s[^,;()]*\s{_WORDS.any_of('names.accredited')}\s[A-Z]\w+$"
    )


def _is_pair(before: str, after: str) -> bool:
    """Whether "and" stands in what is one word for most: "the *HIV and AIDS* Unit"."""
    return _pair().search(f"{before.split()[-1]} {trimmed(after).partition(' ')[0]}") is not None


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"^{_WORDS.any_of('names.pairs')}$", re.I)


def _is_end_of_one(before: str, after: str) -> bool:
    """Whether a short form at the end is of both sides: "Comité contre la traite et le trafic (CTT)"."""
    short = _SHORT_FORM.search(after)
    if short is None or not _of_name(before) or is_name(after[: short.start()]):
        return False
    initials = trimmed(before)[:1], trimmed(after)[:1].upper()
    return initials[0] == short[1] != initials[1]


def _is_office_of_both(before: str, after: str) -> bool:
    """Whether a known body's office is named for two states: "UNICEF Fiji and Tonga", not "UNICEF Fidji et le Togo"."""
    if is_office_for_states(before) and country_of(after.strip(" .,;:")) is not None:
        return True  # "Bureau du HCR pour le Tchad et le Soudan"
    if (
        not after.lstrip()[:1].isupper()
        or country_of(after.strip(" .,;:")) is None
        or country_of(trimmed(before)) is not None
    ):
        return False
    return same_office(trimmed(before)) is not None


_SHORT_FORM = re.compile(r"\(([A-Z])[A-Za-z]{2,9}\)\s*$")


@cache
def _others() -> re.Pattern[str]:
    """Whom a list does not name: "and other partners", "y de organizaciones de la sociedad civil"."""
    lead, other = _WORDS.leading("names.of", "names.by"), _WORDS.leading("names.other")
    return re.compile(rf"\s*(?:{lead})?{other}*{_WORDS.any_of('names.others')}")


# "Direction des Ports *et les chefs coutumiers*": who has no name
_PEOPLE = re.compile(rf"\s*{any_of('several_the')}\s+(?=[a-zà-ÿ])")


@cache
def _unnamed() -> re.Pattern[str]:
    """ "And the country's civil protection service": small letters throughout, behind whose it is."""
    return re.compile(rf"\s*{leading('definite', 'possessive')}[a-z]+(?:['’]s|s['’])(?:\s+[a-z-]+)+[\s,.]*")


@cache
def _lower_part() -> re.Pattern[str]:
    """ "Unité de construction de logements *et de bâtiments publics*": in lower case a name goes on."""
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(
        rf"\s*{of}(?:{leading('definite')})?(?!{_WORDS.any_of('names.public', languages=_LATIN)})[a-zà-ÿ]{{4,}}"
    )


def _ends_in_state(text: str) -> bool:
    """Whether "of" and a state end a name: nothing of it follows."""
    of = _of_at_end().search(text)
    return of is not None and country_of(of[1]) is not None


@cache
def _of_at_end() -> re.Pattern[str]:
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(rf"\s{of}(?:{leading('definite')})?([A-ZÀ-Þ][^\s,]+(?:\s[A-ZÀ-Þ][^\s,]+)?)\s*$")


def _ends_in_town(text: str) -> bool:
    """Whether "of" and a town end a name: nothing of it follows."""
    of = _OF_TOWN.search(text)
    return of is not None and _is_place(of[1])


def _is_place(text: str) -> bool:
    return country_of(text) is not None or lexicon.whole(text, "city") is not None


_OF_TOWN = re.compile(rf"\s{any_of('of_en')}\s([A-Z][^\s,]+(?:\s[A-Z][^\s,]+)?)\s*$")


@cache
def _kind_behind_of() -> re.Pattern[str]:
    """ "Et *de la* mission AMBRE", "y *de la* ONG Faros": the preposition is the list's."""
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(rf"\s*{of}(?:{leading('definite')})?(?=[a-zA-Z])")


@cache
def _of_the() -> re.Pattern[str]:
    """A preposition that a list repeats."""
    of = _WORDS.leading("names.of", languages=_LATIN)
    return re.compile(rf"\s*{of}(?:{leading('definite')})?(?=[A-ZÀ-Þ])")


def _begins_a_name(text: str) -> bool:
    """ "Pesca Limpia y *la Diócesis* de Cabo": behind an article a body's word in capitals."""
    first = _article_first().match(text)
    heads = head_words()
    return first is not None and fold(first[1]) in heads["sure"] | (heads["likely"] - heads["places"])


@cache
def _article_first() -> re.Pattern[str]:
    return re.compile(rf"\s*{leading('definite')}([A-ZÀ-Þ]\w+)")


_ENGLISH_ARTICLE = re.compile(rf"\s*{leading('prefix_the')}(?=[A-ZÀ-Þ])")


def _of_name(text: str) -> bool:
    """Whether a name ends in a part with a preposition, which "and" may go on with: "Centre for Peace"."""
    return _with_field().search(text) is not None


@cache
def _with_field() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('names.field')}")


def _capitalised(text: str) -> bool:
    words = text.split()
    return bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()


def _split_arabic(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Arabic names that a prefixed و joins: cut where a known name or a head stands behind it."""
    if not _ARABIC_LETTER.search(text, start, end):
        return [(start, end)]
    known = {begin for begin, _ in scan(text).whole}
    tokens = tokenise(text[start:end])
    heads = head_words()
    names = heads["sure"] | (heads["likely"] - heads["lists"])
    begins, stops = [start], []
    for index, word in enumerate(tokens.folded):
        place = start + tokens.starts[index]
        if not word.startswith("و"):
            continue
        behind = start + tokens.starts[index + 1] if index + 1 < len(tokens) else end
        if (place + 1 in known or word[1:] in names) and place not in known:
            begins.append(place + 1)
        elif word.startswith("ول") and word[2:] in names:
            begins.append(place + 2)  # "لوزارة الصيد *ولبلدية* الساحل"
        elif word in _REPEATED and behind < end and (behind in known or tokens.folded[index + 1] in names):
            begins.append(behind)  # "من وزارة الصيد *ومن* بلدية الساحل"
        else:
            continue
        stops.append(place)
    if len(begins) > 1 and not text[start : stops[0]].strip():
        begins.pop(0)
        stops.pop(0)
    return list(zip(begins, [*stops, end], strict=True))


_REPEATED = word_set("repeated_ar")
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
