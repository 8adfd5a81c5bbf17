"""Who is quoted: the subject of a verb of saying beside quotation marks, also where only "he added" says so."""

from __future__ import annotations

import re

from parsers.prose.joint_speakers import speaking_together
from parsers.prose.named import Named
from parsers.prose.passage import Passage, Span
from parsers.words.patterns import ANY_APOSTROPHE, alternatives
from parsers.words.small_words import any_of, leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_QUOTE = re.compile(r"[“«][^”»]{8,}|(?<!\w)\"[^\"]{8,}\"|(?<!\w)‘[^’]{12,}’(?!\w)")
_OPENED = re.compile(r"[:،,]\s*[“«\"][^”»\"]*$")  # a quotation that goes on in the next line
_MARK = re.compile(r"[“”«»\"]")
# "… », m'a dit A B": the one who is told stands before the verb.
_CLOSED_BEFORE = re.compile(rf"(?:[”\"»’\]]\s*[,.]?|[,.]\s*[”\"»’])\s*(?:{any_of('told_whom')}['’\s]\s*)?$")
_BREAK = re.compile(rf"[“”\"«»;؛]|\.\s|\b{any_of('that_en')}\s.{{40}}")
_SOON = 70
# "Pour A B, « … »": the sentence itself is a quotation's frame.
_FRAMES = alternatives(load("cues")["frame"]["words"], apostrophe=ANY_APOSTROPHE)
_IN_THE_WORDS_OF = re.compile(rf"(?:{_FRAMES})(?:\s+|(?<=['’]))", re.IGNORECASE)

# "“…” These are the words of A B": the frame stands behind the quotation.
_BEHIND = alternatives(load("cues")["frame"]["behind"], apostrophe=ANY_APOSTROPHE)
_THEIR_WORDS = re.compile(rf"(?:{_BEHIND})(?:\s+|(?<=['’]))", re.IGNORECASE)


_SPEAKS = re.compile(r"[^.;:“”\"«»]{0,80}:\s*[“«\"]")


def has_quote(text: str) -> bool:
    """Whether the text quotes somebody, or a quotation ends or begins in it."""
    return (
        bool(_QUOTE.search(text) or _OPENED.search(text))
        or bool(_MARK.search(text[:1] + text[-2:]))
        or ("”" in text and "“" not in text)
        or ("»" in text and "«" not in text)
        or text.count('"') % 2 == 1
    )


def quoted_people(passage: Passage, people: list[Named], last: Named | None) -> list[Named]:
    """Those whom the sentence quotes. ``last`` is the person named last before it, for whom a pronoun stands."""
    quoted: list[Named] = []
    opens = _IN_THE_WORDS_OF.match(passage.text)
    if opens is not None and people and people[0].before <= opens.end() + 3 and has_quote(passage.text):
        quoted.append(people[0])
    if (behind := frames_quotation_before(passage)) and people and people[0].before <= behind + 3:
        quoted.append(people[0])
    for span in passage.spans("attributed"):
        before = [person for person in people if person.end <= span.start][-1:]
        quoted += before or [person for person in people if 0 <= person.before - span.end <= _SOON][:1]
    if not quoted and not passage.spans("say") and len(people) == 1 and _frames_quotation(passage, people[0]):
        quoted.append(people[0])
    for span in passage.spans("say"):
        person = _subject(passage, span, people, last)
        if person is not None:
            quoted += [one for one in speaking_together(passage, span, person, people) if one not in quoted]
    return quoted


def frames_quotation_before(passage: Passage) -> int | None:
    """Where the words end by which a sentence says whose the quotation right before it is; None for other sentences."""
    words = _THEIR_WORDS.match(passage.text)
    if words is None or not passage.findings.page.text[max(0, passage.base - 4) : passage.base].rstrip().endswith(
        ("”", "»", '"')
    ):
        return None
    return words.end()


# What introduces the words that somebody is said to have said: "announced that", "subrayó que", "أكد أن".
_THAT = re.compile(rf"[^.;:“”\"«»]{{0,90}}?\s(?:{leading('tells')}|{any_of('tells_it')})")
_PASSIVE = re.compile(rf"\b{WordLists('prose').plain('verb.passive')}\s+$")


def reports(passage: Passage, person: Named, *, clause: bool) -> bool:
    """Whether what somebody said is told without quotation marks: "A B announced that the port would open".

    ``clause``: "that" must follow, or the verb be one that needs none ("A B said the port was full"); without it
    "A B explained the new law" is enough.
    """
    text = passage.text
    for span in passage.spans("say"):
        if person.end <= span.start and not _far(text[person.after : span.start]):
            verb = text[span.start : span.end].casefold()
            bound = clause or verb in load("cues")["say"]["asking"]
            told = not bound or _THAT.match(text, span.end) is not None or _needs_no_that(passage, span)
            return told and _PASSIVE.search(text, max(0, span.start - 12), span.start) is None
        near = _SOON if span.payload == "ar" else 2 if span.payload == "es" else 0  # "Cuenta A B, madre de dos, que …"
        if 0 <= person.before - span.end < near:
            return not clause or _THAT.match(text, person.after) is not None
    return False


# "A B said the port was full", but "A B reported to the police", "A B said goodbye"
_BARE = frozenset(WordLists("prose").forms("source.bare"))
_TELLS = re.compile(r"\s(?!(?:to|for|on|about|in|at|goodbye|farewell|yes|so|nothing)\b)[^\s“”\"«»:,;.]")


def _needs_no_that(passage: Passage, verb: Span) -> bool:
    return passage.text[verb.start : verb.end].casefold() in _BARE and _TELLS.match(passage.text, verb.end) is not None


_LEAD_IN = re.compile(r"(?:[^;:“”\"«»]{0,90},?\s+)?")  # what may stand before a pronoun that begins the main clause
_PUT_IN = re.compile(r"\s*,")  # "a port, he said, needs walls"


def reports_by_pronoun(passage: Passage) -> bool:
    """Whether a sentence that names nobody tells what "he" or "she" said: "She thanked the port and said that …".

    In Spanish and Arabic the verb alone does at its beginning: "Señaló que …".
    """
    text = passage.text
    pronouns = passage.spans("pronoun")
    for span in passage.spans("say"):
        told = _THAT.match(text, span.end) is not None or _needs_no_that(passage, span)
        if any(0 <= span.start - word.end <= 6 for word in pronouns):
            put_in = text[: span.start].rstrip().count(",") > 0 and _PUT_IN.match(text, span.end) is not None
            if (told or put_in) and _PASSIVE.search(text, max(0, span.start - 12), span.start) is None:
                return True
        elif told and (
            any(word.start < span.start and _LEAD_IN.fullmatch(text, 0, word.start) for word in pronouns)
            or (span.payload in ("es", "ar") and not text[: span.start].strip(" وف"))
        ):
            return True
    return False


def _frames_quotation(passage: Passage, person: Named) -> bool:
    """Whether a sentence about one person ends in their words: "A B, baker, hopes to go home: “…”"."""
    if (
        person.roles not in ([], ["speaker"])
        or not (person.sure or person.position or person.roles)
        or _BREAK.search(passage.text[: person.before])
    ):
        return False
    return _SPEAKS.match(passage.text, person.after) is not None


def _subject(passage: Passage, span: Span, people: list[Named], last: Named | None) -> Named | None:
    text = passage.text
    after_quote = bool(_CLOSED_BEFORE.search(text, max(0, span.start - 10), span.start))
    pronoun = span.payload == "pronoun" or _by_pronoun(passage, span)
    if pronoun:
        return last if has_quote(text) else None
    behind = next((person for person in people if person.start >= span.end), None)
    before = next((person for person in reversed(people) if person.end <= span.start), None)
    if before is not None and (_far(text[before.after : span.start]) or (after_quote and behind is not None)):
        before = None
    if behind is not None and (behind.before - span.end > _SOON or _BREAK.search(text[span.end : behind.before])):
        behind = None
    if span.payload == "ar" and behind is not None:
        return behind
    if before is not None:
        return before
    if behind is not None and (
        after_quote
        or text[: span.start].rstrip().endswith(",")
        or span.payload in ("es", "ar")
        or not text[: span.start].strip()
    ):
        return behind
    if span.payload in ("es", "ar") and _no_subject(passage, span) and not people:
        return last if has_quote(text) else None
    return None


def _by_pronoun(passage: Passage, span: Span) -> bool:
    """Whether "he", "she" stands right before or behind the verb."""
    return any(0 <= span.start - word.end <= 6 or word.start - span.end == 1 for word in passage.spans("pronoun"))


def _far(gap: str) -> bool:
    return len(gap) > 100 or bool(_BREAK.search(gap))


def _no_subject(passage: Passage, span: Span) -> bool:
    """Whether a verb stands alone: "…”, dijo.", "…”, dijo entre risas.", "وقال: «…»"."""
    return _ALONE.match(passage.text, span.end) is not None


_MANNER = alternatives(load("cues")["manner"]["words"])
_ALONE = re.compile(
    rf"\s*(?:[.,:،]|{any_of('tells_only')}\b|$|(?:{_MANNER})(?!\w)[^\n.,:،“”\"«»A-ZÀ-Þ]{{0,60}}(?:[.,:،]|$))"
)
