"""Lists of bodies in Arabic sentences, where verb, object and subject may stand in any order.

What is held stands before or behind those who hold it: "نظمت الدورة المنظمة الدولية", "تموّل حكومة إيطاليا الدورة".
"""

from __future__ import annotations

import re
from functools import cache

from parsers.words import lexicon
from parsers.words.patterns import alternatives
from parsers.words.phrases import Tokens, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


@cache
def _nouns() -> str:
    """What meetings are called, as alternatives of a pattern."""
    return alternatives(load("involvement")["meetings"]["ar"].split())


# A noun without an article behind one that has it: what the bodies before it sign, launch or hold.
_ARABIC_OBJECT = re.compile(r"(?<!\w)(?:و?ال|لل)\w+(\s)(?!ال|و|ل|ب)(?:\w{3,}[ةا]|\w{2,}اء)(?=[\s.،]|$)")
_COUNTED = re.compile(r"(\s)\d[\d,.]*\s+[ء-ي]{2,}")  # what a number counts: "… للهجرة *30 عاملا*"

_INDEFINITE = re.compile(r"(\s)[ء-ي]{2,}(?:ا\u064b|\u064b[اى]|[ةء]\u064b)")  # with its ending written: no name's word


@cache
def _other_noun() -> re.Pattern[str]:
    """What is none of a whole name before it: "… لشؤون اللاجئين *حكومات* المنطقة", "… العالمية *الدول*"."""
    bare = rf"(?!و|ال|لل|ب|ل|{any_of('in_ar', 'of_ar')}\s|{any_of('branch_ar')})[ء-ي]{{3,}}\sال"
    house = rf"ال{WordLists('romance_bodies').plain('arabic.buildings')}(?=\s(?!ال)|[.،]|$)"  # "… للهجرة *المركز* أمس"
    return re.compile(rf"\s(?:{bare}|{house}|{_WORDS.any_of('list_end.asked')}(?=[\s.،]|$))")


@cache
def _arabic_meeting() -> re.Pattern[str]:
    """A meeting with its article behind a word that has one too: "منظمة الصحة العالمية الورشة"."""
    duties = _WORDS.any_of("list_end.duties")
    things = _WORDS.any_of("joint.things", languages=["ar"])  # what they publish or run: "ومعهد البحار *الدراسة*"
    return re.compile(
        rf"(?:(?<!\w)(?:و?ال|لل)\w+|\))(\s)(?:{leading('this_ar')}?ال(?:{_nouns()}|{things})|{duties})(?=[\s.،]|$)"
    )


@cache
def _arabic_meeting_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{leading('this_ar')}?ال(?:{_nouns()})(?=[\s.،]|$)")


_LONGEST_BODY = 80  # characters of a body's name behind what it holds
_ARABIC_PLURAL = re.compile(r"\sال\w{2,}ين(?=[\s.،]|$)")


def arabic_objects(text: str, tokens: Tokens) -> list[int]:
    """Where an object stands behind the bodies: "حكومة إيطاليا الدورة", "الهلال الأحمر الموريتاني الصيادين"."""
    ends = [
        match.start(1)
        for pattern in (_ARABIC_OBJECT, _COUNTED, _INDEFINITE, _arabic_meeting())
        for match in pattern.finditer(text)
    ]
    ends += [name.end for name in lexicon.found(tokens, "organization") if _other_noun().match(text, name.end)]
    for group, pattern in (("country", _arabic_meeting_behind()), ("demonym", _ARABIC_PLURAL)):
        ends += [name.end for name in lexicon.found(tokens, group) if pattern.match(text, name.end)]
    return ends


@cache
def _arabic_object_first() -> re.Pattern[str]:
    """A meeting before the bodies that hold it or the number of those who come: "نظمت *الدورة* المنظمة الدولية".

    Also one of two nouns, of which only the second has the article: "تنظم *ورشة العمل* المنظمة الدولية".
    """
    behind = rf"(?:{any_of('each_ar')}\s)?{_body()}|{_WORDS.any_of('list_end.arabic')}"
    rest = rf"\s*ال\w+ية(?=\s(?!ال){_body()}\s)"  # of an object that the verb's words hold: "تنظم الورشة *التدريبية*"
    return re.compile(rf"{_object()}(?=\s(?:{behind})\s)|{rest}")


@cache
def _object() -> str:
    """A meeting with its article, an adjective behind it: "الدورة", "ورشة العمل الإقليمية"."""
    other = rf"\s+(?!{_body()}(?!\w))ال\w+"
    doing, objects = _WORDS.any_of("arabic.doing"), _WORDS.plain("arabic.objects")
    known = rf"{leading('this_ar')}?ال(?:{_nouns()}|{objects})"
    return rf"\s*(?:{doing}\s+)?(?:{known}|(?:{_nouns()}){other})(?:{other}(?:ية|ي))?"


@cache
def _body() -> str:
    """The first word of a body's name."""
    heads = alternatives(word for key in ("sure", "likely") for word in load("organization_heads")["ar"][key].split())
    return rf"(?:ال)?(?:{_spelt(heads)})"


@cache
def _object_before() -> re.Pattern[str]:
    return re.compile(rf"{_object()}(?=\s)")


def _object_end(text: str) -> int:
    """Where a meeting ends behind which a body of the vocabulary stands: "تنظم *ورشة العمل* اليونيسف"; else 0."""
    end = found.end() if (found := _object_before().match(text)) else 0
    known = lexicon.found(tokenise(text[: end + _LONGEST_BODY]), "organization") if end else ()
    return end if any(body.start == end + 1 for body in known) else 0


def _spelt(folded: str) -> str:
    """A pattern of folded Arabic words that finds them as printed: with ة, أ, إ, ئ."""
    return folded.replace("ه", "[هة]").replace("ا", "[اأإآ]").replace("ي", "[يئى]").replace("و", "[وؤ]")


def without_object(text: str) -> str:
    """An Arabic list behind its verb, the meeting or the day before it blanked: "نظمت *أمس (12/3)* المنظمة"."""
    for leads in (_day(), _arabic_object_first()):
        first = leads.match(text)
        if first:
            text = " " * first.end() + text[first.end() :]
    end = _object_end(text)
    each = _EACH.match(text, end)
    end = each.end() if each else end
    return " " * end + text[end:]


_EACH = re.compile(rf"\s*(?:ال\w+\s+){{0,3}}{any_of('each_ar')}\s")


@cache
def _day() -> re.Pattern[str]:
    weekdays = alternatives(name for names in load("calendar")["ar"]["weekdays"] for name in names)
    day = rf"{_WORDS.any_of('arabic.when')}|{leading('day_ar')}?(?:{weekdays})(?:\s+{any_of('last_ar')})?(?!\w)"
    return re.compile(rf"\s*(?:{day})(?:\s+(?:{weekdays})(?!\w))?(?:\s*\([^()]*\d[^()]*\))?[،,]?(?=\s)")


_ARABIC_IN = re.compile(rf"\s{any_of('in_ar')}\s")


def beyond_states(text: str, tokens: Tokens, ends: list[int]) -> list[int]:
    """The ends of an Arabic list without those at "in" and a state: "وزارة العدل في الأردن، …" goes on behind it."""
    if _ARABIC_IN.search(text) is None:
        return ends
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
