"""Names in running Arabic text, which has no capitals: behind a title, a verb of saying, a post and a comma.

A name ends at a mark, at a small word ("in", "who"), at a verb, at a post or at a known body; six words at most.
"""

from __future__ import annotations

import functools
import re

from parsers.people.arabic_subjects import arabic_subjects, begins_with_act
from parsers.people.behind_posts import arabic_body_behind
from parsers.people.names import strip_honorifics
from parsers.prose.passage import Passage, Span
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORD = re.compile("[\u0620-\u065f\u0670-\u06d3]+(?:-[\u0620-\u065f\u0670-\u06d3]+)*")
_MARKED = re.compile('\\s*[،,:؛;.(«»"“”]')
_MOST_WORDS = 6
# A single name counts with what is said of the person: "يقول أحمد، وهو أب لخمسة أطفال".
_SINGLE = re.compile(rf"[\u0620-\u065f]{{3,}}\s*(?:،\s*{any_of('and_is')}\s|\(\d)")
_PROSE = WordLists("prose")
_EACH = re.compile(rf"{WordLists('involvement_prose').plain('announced.each_of', languages=['ar'])}\s+")
_AND_ALSO = re.compile("،\\s*و(?=[\u0620-\u064a]{3})")


@functools.cache
def _introduction() -> re.Pattern[str]:
    """What stands before a name of which an age or "وهي أم" follows: "وكانت سعاد كريم، وهي أم لطفلين، …"."""
    verbs = alternatives(load("cues")["introduced"]["verbs_ar"])
    aged = WordLists("ages").plain("age.aged")
    return re.compile(
        rf"(?:[وف]?(?:{verbs})\s+)?(?=(?:[\u0620-\u065f]+\s+){{1,3}}[\u0620-\u065f]+\s*"
        rf"(?:،\s*\d{{1,2}}\s|\(\d{{1,2}}\s|،\s*(?:{any_of('and_is')}\s(?!ال)|{aged}\s)))"
    )


def _titles(*, shared: bool) -> str:
    """Titles as a pattern; ``shared`` ones are adjectives or surnames as well ("الدعم المقدم للأسر")."""
    other = () if shared else load("honorifics")["shared_ar"]
    titles = [
        title for title in load("honorifics")["before"] if "\u0620" <= title[0] <= "\u064a" and title not in other
    ]
    return "|".join(
        re.escape(title.rstrip(".")) + (r"\.?" if title.endswith(".") else "")
        for title in sorted(titles, key=len, reverse=True)
    )


@functools.cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبكل]?(?:ل?(?:{_titles(shared=False)})\s+)+(?=\w)")


@functools.cache
def _any_title() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_titles(shared=True)})\s+)*")


def _past_titles(text: str, position: int) -> int:
    match = _any_title().match(text, position)
    return match.end() if match else position


def arabic_titles(text: str) -> list[int]:
    """Where titles start that follow a mark: "، والسيدة نجلاء"."""
    if text.isascii() or not _ANY.search(text):
        return []
    return [
        match.start()
        for match in _title().finditer(text)
        if text[max(0, match.start() - 3) : match.start()].rstrip().endswith(("،", "؛", ","))
    ]


_ANY = re.compile("[\u0620-\u064a]{3}")


@functools.cache
def _small_words() -> frozenset[str]:
    return frozenset(fold(word) for word in load("cues")["affiliation"]["small_ar"])


@functools.cache
def _names_with_waw() -> frozenset[str]:
    return frozenset(fold(word) for word in load("cues")["affiliation"]["waw_ar"])


@functools.cache
def _names_with_article() -> frozenset[str]:
    return frozenset(fold(word) for word in load("cues")["affiliation"]["article_ar"])


@functools.cache
def _names_printed() -> frozenset[str]:
    """Names that are small words but for one letter: "علي" is one, "على" is not."""
    return frozenset(load("cues")["affiliation"]["names_printed_ar"])


@functools.cache
def _names_too() -> frozenset[str]:
    return frozenset(fold(word) for word in load("cues")["affiliation"]["names_ar"])


def arabic_names(passage: Passage) -> list[tuple[int, int]]:
    """Spans of what stands where a person's name may stand, in the order of the text."""
    text = passage.text
    starts: dict[int, int] = {}  # offset -> fewest words
    origins = {span.start: span.end for span in passage.spans("demonym") if text.startswith("ال", span.start)}
    for match in _title().finditer(text):
        if match.end() in origins:
            starts[_skip(text, origins[match.end()])] = 2  # "السفير الهولندي سامي كريم"
        else:
            starts[match.end()] = 1
    for span in passage.spans("say"):
        begin = _skip(text, span.end)
        starts.setdefault(begin, 0 if _SINGLE.match(text, begin) else 2)
    for span in passage.spans("post"):
        # "أدار الحوار الصحفي خالد البيرة": a trade right before the name
        if text.startswith("ال", span.start) and (
            _AS_FOR.fullmatch(text, 0, span.start) or any(_soon_behind(text, cue, span) for cue in _verbs(passage))
        ):
            behind_title = _past_titles(text, span.start)
            starts.setdefault(max(behind_title, _past_adjectives(text, _skip(text, span.end))), 2)
    if begins := _introduction().match(text):
        starts.setdefault(begins.end(), 2)
    if begins := _AS_FOR_ONE.match(text):
        starts.setdefault(begins.end(), 2)
    subject = _SUBJECT_FIRST.match(text)
    if (
        subject is not None
        and any(span.start == subject.end() for span in passage.spans("post"))
        and not begins_with_act(text)
    ):
        starts.setdefault(0, 2)  # "سعاد كريم، مديرة الميناء، حذرت من …"
    if each := _EACH.search(text):
        posts = {span.start: span.end for span in passage.spans("post")}
        for begin in (each.end(), *(joint.end() for joint in _AND_ALSO.finditer(text, each.end()))):
            behind = posts.get(begin)  # "كل من المدرب الدولي هانس ماير"
            starts.setdefault(
                _past_titles(text, begin) if behind is None else _past_adjectives(text, _skip(text, behind)), 2
            )
    for group in ("role", "contact"):
        for span in passage.spans(group):
            starts.setdefault(_skip(text, span.end), 2)
            if group == "role" and (meeting := _meeting().match(text, span.end)):
                starts.setdefault(_skip(text, meeting.end()), 2)
    for span in passage.spans("post"):
        comma = re.compile('[^،,:؛.«»"]{0,90}،\\s*').match(text, span.end)
        listed = comma is not None and text.startswith("و", comma.end()) and _EACH.search(text)
        if comma is not None and not listed and not _title().match(text, comma.end()):
            starts.setdefault(_past_and(text, comma.end()), 2)
    if "،" in text:
        behind_and = {joint.end(): _PART.match(text, joint.end()) for joint in _AND_ALSO.finditer(text)}
        for begin, part in behind_and.items():
            # "… من مكتب النائب العام، وسعاد كريم، قاضية في …"
            if part is not None and any(span.start == part.end() for span in passage.spans("post")):
                starts.setdefault(begin, 2)
    for span in passage.spans("post"):
        # "وأكد نائب وزير الخارجية أحمد سالم أن", "وقال أمين عام وزارة العمل أحمد سالم"
        fields = arabic_body_behind().match(text, span.start) or _FIELDS.match(text, span.end)
        if fields is not None and any(0 <= span.start - cue.end < _NEAR for cue in _verbs(passage)):
            starts.setdefault(fields.end(), 2)
    for group in ("organization", "country", "demonym", "city"):
        for span in passage.spans(group):
            if any(0 < span.start - post.end < 12 for post in passage.spans("post")):
                starts.setdefault(_skip(text, span.end), 2)
    # Behind a word without an article the adjective of a state is a surname: "محمد الكندي".
    surnames = {start for start in origins if _PLAIN_BEFORE.search(text, max(0, start - 25), start)}
    borders = [start for start in _borders(passage) if start not in surnames]
    places = {span.start for span in passage.places()}  # "السيدة جورجيا غاتي"
    said = {span.start for span in passage.spans("say")}
    two = [pair for span in _verbs(passage) if (pair := _TWO_NAMES.match(text, span.end)) is not None]
    spans = sorted([*(pair.span(group) for pair in two for group in (1, 2)), *arabic_subjects(passage)])
    for start, fewest in sorted(starts.items()):
        if any(pair.start() <= start <= pair.end() for pair in two):
            continue
        if any(begin <= start < end for begin, end in spans):
            continue
        end = _name_end(text, start, fewest, borders, places, said, titled=fewest == 1)
        if end is not None and all(start >= known[1] or end <= known[0] for known in spans):
            spans.append((start, end))
    return sorted(spans)


# A name of two to five words up to its comma
_PART = re.compile(
    "[\u0620-\u065f]{2,}(?:-[\u0620-\u065f]+)*(?: [\u0620-\u065f]{2,}(?:-[\u0620-\u065f]+)*){1,4}\\s*،\\s*"
)


def _past_and(text: str, position: int) -> int:
    """Past an "and" that is written with the name behind it: "، وسعاد كريم", but not "، وليد كريم"."""
    word = _WORD.match(text, position)
    if word is None or not word.group().startswith("و") or len(word.group()) <= _LALLA:
        return position
    return position if fold(word.group()) in _names_with_waw() else position + 1


_SUBJECT_FIRST = re.compile("[\u0620-\u065f]{2,}(?: [\u0620-\u065f]{2,}){1,3}،\\s+")
_PLAIN_BEFORE = re.compile("(?<![\u0620-\u065f])(?!و?ال|لل)[\u0620-\u065f]+ $")
# A noun of two and their names: "قال الباحثان أحمد سالم ومحمد كريم"
_NAME_WORD = rf"(?!و|{_PROSE.plain('verb.that', languages=['ar'])}\b)[\u0620-\u065f]{{2,}}"
_TWO_NAMES = re.compile(
    rf"\s+ال[\u0620-\u065f]{{3,}}(?:ان|ين)\s+({_NAME_WORD}(?: {_NAME_WORD}){{1,2}}) و([\u0620-\u065f]{{2,}}"
    rf"(?: {_NAME_WORD}){{1,2}})(?=\s*(?:[،,:؛.(«»\"“”]|$)|\s(?:{_PROSE.plain('verb.that', languages=['ar'])})\s)"
)


@functools.cache
def _meeting() -> re.Pattern[str]:
    """A verb's object before its subject: "افتتح الورشة أ ب"."""
    return re.compile(rf"\s+{leading('in_ar')}?{_PROSE.plain('verb.opened', languages=['ar'])}\s+(?=[\u0620-\u064a])")


_AS_FOR = re.compile(rf"\W*و?{any_of('as_for')}\s+")  # "أما الممرض خالد البيرة، …"
# "أما سعاد كريم، وهي أم لطفلين، فقالت …"
_AS_FOR_ONE = re.compile(
    rf"\W*و?{any_of('as_for')}\s+(?=(?:[\u0620-\u065f]+\s+){{1,3}}[\u0620-\u065f]+\s*،\s*{any_of('and_is')}\s(?!ال))"
)
_NEAR = 25  # characters between a verb and the post of its subject
_FIELDS = re.compile("(?:\\s+و?ال[\u0620-\u065f]+){1,4}\\s+(?=[\u0620-\u064a])")


def _soon_behind(text: str, cue: Span, post: Span) -> bool:
    return 0 <= post.start - cue.end < 25 and not _MARKED.search(text, cue.end, post.start)


def _verbs(passage: Passage) -> list[Span]:
    return [*passage.spans("say"), *passage.spans("role")]


def _skip(text: str, position: int) -> int:
    """Past blanks, a lone particle ("بـ") and titles."""
    match = _PARTICLE.match(text, position)
    return _past_titles(text, match.end() if match else position)


_PARTICLE = re.compile(rf"\s*(?:(?:بـ|ب|لـ|{any_of('to_ar')})(?:\s+|(?=:)))?:?\s*")


def _past_adjectives(text: str, position: int) -> int:
    """Past adjectives of a post: "الدولي" in "المدرب الدولي"."""
    match = _ADJECTIVES.match(text, position)
    return match.end() if match else position


_ADJECTIVES = re.compile("(?:ال[\u0620-\u065f]+ي[ةن]?\\s+){1,2}")


def _borders(passage: Passage) -> list[int]:
    """Offsets at which something else than a name starts: a verb, a post, a body, a place."""
    groups = ("say", "role", "post", "organization", "country", "demonym", "contact")
    return sorted({span.start for group in groups for span in passage.spans(group)})


def may_be_arabic_name(words: str) -> bool:
    """Whether words that stand where a name may are none but a name's: two to six, none of them a small word, a noun of
    what is done or something with "for" before it ("للتسجيل يرجى الكتابة إلى").
    """
    parts = words.split()
    position, _titles_before = strip_honorifics(words)
    least = 1 if position else 2
    if not least <= len(words[position:].split()) <= _MOST_WORDS:
        return False
    return not any(
        _is_no_name(part) or fold(part) in _no_names() or fold(part) in _small_words()
        for part in parts
        if part not in _names_printed()
    )


@functools.cache
def _no_names() -> frozenset[str]:
    return frozenset(fold(word) for word in load("cues")["affiliation"]["no_names_ar"])


def _goes_on_with_and(text: str, word: re.Match[str], folded: str) -> bool:
    """Whether a word holds "and" and begins something else than the name: "… القردعي وممثلين", "… فايغل والدكتورة"."""
    if not folded.startswith("و") or folded in _names_with_waw():
        return False
    return folded[1:] in _small_words() or _title().match(text, word.start()) is not None or folded.startswith("وال")


_LALLA = 3  # letters of the one name that begins so, "للا"
# A verb or noun with "him" or "her" at its end: "يقدمه", "أطباؤها"; "and" before a small word: "ومن".
# So do plurals: "أفلامه", "أعمالها".
_WITH_PRONOUN = re.compile(
    "أ[\u0620-\u065f]{2}ا[\u0620-\u065f](?:ه|ها|هم)|[يت][\u0620-\u065f]{2,}(?:ه|ها|هم)|(?!ال)[\u0620-\u065f]{3,}ها"
)


# "فلاحون وباحثون", "فلاحين وباحثات": people by their trade, of whom none is named
_TRADES = re.compile("(?:ال)?[\u0620-\u065f]{3,}(?:ون|ين|ات) و(?:ال)?[\u0620-\u065f]{3,}(?:ون|ين|ات)")


_ACCUSATIVE = ("اً", "ًا")  # what is counted or how something is done: no name ends so


def _is_no_name(word: str) -> bool:
    if word.startswith(("لل", "لأ", "لإ")) and len(word) > _LALLA:
        return True  # "for the", "for": "خدمات للعائدين", "عرض لأعمال"
    if word.endswith(_ACCUSATIVE):
        return True  # "سبعين شخصاً"
    return _WITH_PRONOUN.fullmatch(word) is not None or (word[0] == "و" and fold(word[1:]) in _small_words())


def _name_end(
    text: str, start: int, fewest: int, borders: list[int], places: set[int], said: set[int], *, titled: bool
) -> int | None:
    """Where the name that starts at ``start`` ends; None where the words there can be no name. ``said``: where verbs
    of saying start.
    """
    first = _WORD.match(text, start)
    if first is None:
        return None
    at_border = any(start <= border < first.end() for border in borders)
    if at_border and not (titled and (start in places or fold(first.group()) in _names_too())):
        return None
    end = start
    count = 0
    position = start
    closed = False
    while count < _MOST_WORDS:
        word = _WORD.match(text, position)
        if word is None:
            break
        if count and any(word.start() <= border < word.end() for border in borders):
            # "… سلمى حداد وشارك فيها", "… سلمى حداد قائلة"
            closed = word.group().startswith("و") or word.start() in said
            break
        folded = fold(word.group())
        printed = folded in _small_words() and word.group() in _names_printed()
        if printed and (count == 1 or (titled and not count) or (count and _MARKED.match(text, word.end()))):
            end, count = word.end(), count + 1  # "أحمد علي أن": a name of one word is none
            if _MARKED.match(text, end) or end == len(text):
                closed = True
                break
            position = end + 1
            continue
        if count and folded in _small_words():
            closed = True
            break
        if _is_no_name(word.group()) and not (titled and count == 0):
            closed = False
            break
        if folded in _small_words() or (
            count == 0 and not titled and word.group().startswith("ال") and folded not in _names_with_article()
        ):
            break
        if count > 1 and _goes_on_with_and(text, word, folded):
            closed = True
            break
        end = word.end()
        count += 1
        if _MARKED.match(text, end) or end == len(text):
            closed = True
            break
        position = end + 1
    if count < fewest or (not titled and (not closed or _TRADES.fullmatch(text, start, end))):
        return None
    return end
