"""Press contacts: "For more information, please contact: A B, IOM City, Tel. …", on one line or one line each.

Phone numbers and addresses are not read at all; they only say where an entry ends.
"""

from __future__ import annotations

import functools
import itertools
import re

from parsers.agenda.labels import label_at
from parsers.documents.labels import is_document_label
from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.page import Block
from parsers.people.affiliation.kinds import kind_of_segment
from parsers.people.affiliation.offices import ends_as_unit, starts_as_office, starts_as_unit, without_seat
from parsers.people.affiliation.owners import owner_then_post
from parsers.people.affiliation.post_words import head_of_post
from parsers.people.affiliation.split_post import split_post
from parsers.people.arabic_names import arabic_names, may_be_arabic_name
from parsers.people.name_runs import name_runs
from parsers.people.names import looks_like_name, match_name, strip_honorifics
from parsers.places.countries import country_of
from parsers.prose.cues import Cues, cues
from parsers.prose.named import may_name
from parsers.prose.passage import Findings, Passage
from parsers.record import Appearance
from parsers.words.patterns import CAPITALS
from parsers.words.phrases import fold, tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("contacts")


@functools.cache
def _reached() -> re.Pattern[str]:
    arabic = _WORDS.any_of("reached.words", languages=["ar"])
    latin = _WORDS.any_of("reached.words", languages=_LATIN)
    return re.compile(rf"\b{latin}|(?<![\w.+-])[\w.+-]*@|\+?\d[\d ()./-]{{6,}}|{arabic}", re.IGNORECASE)


@functools.cache
def _next_entry() -> re.Pattern[str]:
    return re.compile(rf"\s{_WORDS.any_of('entry.or')}\s|\s{leading('and')}|[;؛•|/]")


_LATIN = ("en", "fr", "es")
_LABEL = re.compile(rf"^\W*{leading('at')}?([^:,@]{{2,40}}?)(?:\s?:\s+|\s[–—-]\s)", re.IGNORECASE)


@functools.cache
def _at() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{leading('at', 'of', 'from')}|{_WORDS.leading('entry.at')}){leading('definite')}?", re.IGNORECASE
    )


@functools.cache
def _capital_at() -> re.Pattern[str]:
    """ "À Genève, A B": a place."""
    return re.compile(rf"{_WORDS.any_of('place.at')}\s")


@functools.cache
def _dangling() -> re.Pattern[str]:
    address = _WORDS.any_of("entry.address")
    return re.compile(rf"(?:^|\s+)(?:{_WORDS.any_of('entry.dangling')}|{address})(?:\s+{address})?\s*$")


@functools.cache
def _seat() -> re.Pattern[str]:
    seats = _WORDS.any_of("place.seats")
    owned = rf"(?<=\w)['’]s {_WORDS.any_of('place.seats', languages=['en'])}.*$"
    behind = rf"\s+{seats}\s+{_WORDS.any_of('place.in')}.*$"
    return re.compile(rf"^{_WORDS.leading('place.seat')}|{owned}|{behind}", re.IGNORECASE)


_OFFICE_END = re.compile(rf"\s+{leading('at')}[{CAPITALS}][\w’' -]*$")
_WITH = re.compile(leading("with"))  # "avec la mention « Forum »"
_SOON = 25  # characters between two contacts and the name of the second
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 40  # characters in which the first two words of a line stand
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d ()./-]{5,}\d")


@functools.cache
def _number() -> re.Pattern[str]:
    words = _WORDS.any_of("reached.number", languages=_LATIN), _WORDS.any_of("reached.number", languages=["ar"])
    return re.compile(
        # An address is tried from its first letter only, so that a run of letters costs no more than its length.
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\."
        rf"|(?:\b{words[0]}|{words[1]})[^\w+(]{{0,4}}[+(]?\d|\+\d[\d ()./-]{{7,}}"
        r"|(?<![\d.,])\(\d{1,4}\) ?\d[\d ./-]{5,}",
        re.IGNORECASE,
    )


_NUMBERS = 3  # numbers and addresses of a block that are looked at for somebody's
_WORD_BEFORE = 20  # characters before a number in which a word says what it is
_BEFORE = 100  # characters before a number in which whoever has it is named
_PART = re.compile(r"[.!?]\s+(?=\W*[^\W\d_a-z])(?<=\w{3}[.!?]\s)|:\s+")
_SMALL = 3  # words in small letters between a name and a number
_LINE = 140  # characters of a line of a contact
_LONGEST_LINE = 320  # of the first one
_BODY = 8  # words of a body that an announcement names
_FIRST = 3  # characters before the words that announce contacts
_TAIL = 12  # characters behind them


class ContactReader:
    """Reads the contacts of a page, block by block: `read` says whether a block belongs to them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.people: list[Appearance] = []
        self._open = False
        self._named = False  # somebody is named behind the words that announced contacts
        self._reached = False  # the contact read last has a number or an address
        self._mailed = False  # it has an e-mail address
        self._heading: str | None = None  # a line above contacts that names their body

    def read(self, block: Block, index: int, *, alone: bool = False) -> int | None:
        """Read a block that announces a contact or goes on with one: where the contact's part of it begins.

        None for any other block. ``alone``: only what the block itself announces in a sentence counts.
        """
        begin = _announced(self.findings.cues, block, alone=alone)
        if begin is None and not self._open:
            begin = self._before_number(block, index)
        if begin is None:
            if alone or not self._open or len(block.text) > self._longest(block.text):
                self._open = False
                return None
            begin = 0
            if not self._goes_on(block):
                return None
        else:
            self._named, self._reached, self._heading = False, False, None
        self._open = not alone
        self._entries(block, index, begin)
        return begin

    def _longest(self, text: str) -> int:
        """How long a line of a contact may be: the one right behind the announcement may name two, with all that
        reaches them.
        """
        return _LINE if self._named or _reached().search(text) is None else _LONGEST_LINE

    def _before_number(self, block: Block, index: int) -> int | None:
        """Where somebody stands right before a number or an address: "Prensa: A B – OIM Perú – (01) 000 0000"."""
        text = block.text
        if "@" not in text and _DIGITS.search(text) is None:
            return None
        numbers = itertools.islice(_number().finditer(text), _NUMBERS)
        return next(
            (begin for number in numbers if (begin := self._before(block, index, number.start())) is not None), None
        )

    def _before(self, block: Block, index: int, number: int) -> int | None:
        """Where the name of whoever has the number or address at ``number`` begins."""
        text = block.text
        reached = _reached().search(text, max(0, number - _WORD_BEFORE))
        stop = min(number, reached.start()) if reached else number
        begin = max(0, stop - _BEFORE)
        for end in _PART.finditer(text, begin, stop):
            begin = end.end()
        found = self._name(block, index, begin, stop)
        if found is None:
            return None
        small = [word for word in re.findall(r"[^\W\d_]+", text[found[1] : stop]) if word.islower()]
        return found[0] if len(small) <= _SMALL else None

    def _goes_on(self, block: Block) -> bool:
        """A line of a contact: who, where, or how to reach them."""
        text = block.text
        if is_document_label(text):
            self._open = False  # "Concept note", below the last contact
            return False
        if not any(c.isalnum() for c in text) or _next_entry().fullmatch(f" {text.strip(' :,،')} "):
            return True  # "or", on a line of its own
        self._open = bool(
            _reached().search(text)
            or looks_like_organization(text) >= 0.5
            or _office(text)
            or (may_name(text) and len(text) < 90 and not _DIGIT.search(text))
        ) and not re.search(r"(?<!\d)[.!?]$", text.split("@")[0].strip() if "@" not in text else "")
        return self._open

    def _entries(self, block: Block, index: int, begin: int) -> None:
        text = block.text
        if begin == 0 and not self._names_somebody(block, index):
            self._add_office(text)
            return
        start, first = begin, len(self.people)
        for joint in _next_entry().finditer(text, begin):
            following = self._name(block, index, joint.end(), len(text))
            # "and" parts two contacts only where a name follows it: "Media and Communications Officer" is one post.
            if following is not None and following[0] - joint.end() <= _SOON:
                self._entry(block, index, start, joint.start())
                start = joint.end()
        self._entry(block, index, start, len(text))
        if begin and len(self.people) == first and not self._named:
            self._name_body(text[begin:])
        label = _LABEL.match(text[begin:])
        named = self.people[first:] if label is not None else []
        if label is not None and named and named[0].start < block.start + begin + label.end():
            return  # "A B at IOM Libya. Tel: 000, or C D"
        if label is not None and looks_like_organization(label.group(1)) >= 0.5:
            for person in named:  # "IOM Libya: A B, Tel. … or C D, Tel. …"
                person.organization = person.organization or label.group(1)

    def _name_body(self, words: str) -> None:
        """The body that an announcement names, which is that of all below: "please contact the IOM Press Office"."""
        body = _at().sub("", re.sub(f"^{leading('definite')}", "", words.strip(" .:،,"))).strip()
        if (
            body
            and _reached().search(words) is None
            and len(body.split()) <= _BODY
            and looks_like_organization(body) >= 0.5
        ):
            self._heading = body

    def _names_somebody(self, block: Block, index: int) -> bool:
        return self._name(block, index, 0, len(block.text)) is not None

    def _name(self, block: Block, index: int, begin: int, end: int) -> tuple[int, int] | None:
        """The first name of an entry, before any number or address."""
        text = block.text
        reached = _reached().search(text, begin, end)
        stop = reached.start() if reached else end
        passage = Passage(text[begin:stop], block.start + begin, index, self.findings)
        runs = arabic_names(passage) if re.search("[\u0620-\u064a]", passage.text) else []
        if not runs and re.match("\\s*(?:بـ\\s*)?:?\\s*[\u0620-\u064a]", passage.text):
            whole = _whole_arabic(passage.text)
            runs = [whole] if may_be_arabic_name(passage.text[slice(*whole)]) else []
        for a, b in runs or name_runs(passage.text):
            a, titles = strip_honorifics(passage.text, a)
            at = _capital_at().match(passage.text, a)
            a = at.end() if at is not None else a
            name = passage.text[a:b]
            bodies = any(span.start < b and a < span.end for span in passage.spans("organization"))
            places = any(span.start <= a and b <= span.end for span in passage.places())
            if bodies or places or not looks_like_name(name):
                continue
            if not titles and (looks_like_organization(name) > 0.5 or country_of(name)):
                continue
            return begin + a, begin + b
        return None

    def _entry(self, block: Block, index: int, begin: int, end: int) -> None:
        found = self._name(block, index, begin, end)
        if found is None:
            return
        a, b = found
        text = block.text
        reached = _reached().search(text, b, end)
        position, organization = _post_and_office(text[b : reached.start() if reached else end])
        label = _LABEL.match(text[begin:a])
        if label and _is_part_only(organization) and looks_like_organization(label.group(1)) >= 0.5:
            organization = label.group(1)
        self._named, self._reached, self._mailed = True, reached is not None, "@" in text[b:end]
        person = Appearance(text[a:b], "contact", position, organization or self._heading)
        person.name_text, person.rule = text[a:b], "contact"
        person.start, person.end = block.start + a, block.start + b
        person.line_start, person.line_end = block.start, block.end
        self.people.append(person)

    def _add_office(self, text: str) -> None:
        """A line of post or office under a contact's name, or of a body above the names of its own."""
        reached = _reached().search(text)
        if reached is None and (self._reached or not self._named) and looks_like_organization(text) >= 0.5:
            self._heading = text
        if reached is not None:
            self._reached = True
        if self._heading is not None or not self._named or (self._mailed and "@" in text):
            return  # "A B, ab@…" and below it "Media Centre, media@…", which is asked for itself
        person = self.people[-1]
        position, organization = _post_and_office(text[: reached.start() if reached else len(text)])
        person.position = person.position or (position if person.organization is None else None)
        person.organization = person.organization or organization


def _is_part_only(organization: str | None) -> bool:
    """Whether words name no body, or an office of one that they do not name: "Regional Office for the Sahel"."""
    if organization is None:
        return True
    part = starts_as_office(organization) or starts_as_unit(fold(organization)) or ends_as_unit(organization)
    return part and not find_organizations(organization, slot=True)


_WHOLE_ARABIC = re.compile(rf"\s*(?:(?:بـ|{any_of('to_ar')}(?=[\s:]))\s*)?:?\s*([^،,:()]+?)\s*(?:[،,:()]|$)")


def _whole_arabic(text: str) -> tuple[int, int]:
    """The first part of an entry, which holds a name and nothing else."""
    match = _WHOLE_ARABIC.match(text)
    return match.span(1) if match else (0, 0)


def announces_contacts(text: str) -> bool:
    """Whether a line announces contacts: "For more information, please contact:", or begins so and says how to reach
    them: "للاستفسار يرجى الاتصال بـ…، هاتف: 000".
    """
    if not _may_announce(text):
        return False
    words = text.rstrip()
    heads = words.endswith(":") and len(words) <= _LINE
    if not heads and not _reached().search(words):
        return False
    matches = cues(tokenise(words)).within("contact", 0, len(words))
    if not matches or matches[0].start > _FIRST:
        return False
    if heads:
        return len(words) - matches[-1].end <= _TAIL
    return _reached().search(words, matches[-1].end) is not None


def _may_announce(text: str) -> bool:
    """A quick look: whether one of the first two words begins an announcement, or carries Arabic particles."""
    words = _WORD.findall(text, 0, _HEAD)[:2]
    return any(fold(word) in _announcing() or not word.isascii() for word in words)


@functools.cache
def _announcing() -> frozenset[str]:
    """The first words of what announces contacts."""
    return frozenset(fold(phrase.split()[0]) for phrase in WordLists("cues").forms("contact"))


def _announced(found: Cues, block: Block, *, alone: bool) -> int | None:
    """Offset in the block behind the words that announce a contact."""
    matches = found.within("contact", block.start, block.end)
    told = [match for match in matches if not _in_sentence(block.text, match.start - block.start)]
    behind = [_behind_announcement(block.text, match.end - block.start) for match in told]
    named = [begin for begin in behind if _names_at(block.text, begin)]
    if named:
        return named[-1]
    for match in found.within("contact_label", block.start, block.end):
        colon = _COLON.match(block.text, match.end - block.start)
        if colon is not None and _names_at(block.text, colon.end()):
            return colon.end()
    if behind:
        return behind[-1]
    if alone:
        return None
    for match in found.within("address_to", block.start, block.end):
        # "Applications should reach Mr A B": a person counts, and with a title only; a committee is no contact.
        begin = match.end - block.start
        words = block.text[begin:].lstrip()
        start, titles = strip_honorifics(words)
        if (titles and may_name(words[start:])) or _post_behind(words):
            return begin
    if len(block.text) < _LINE:
        label = label_at(block.text)
        if label is not None and label.meaning == "contact":
            return label.rest
    return None


@functools.cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS.any_of('entry.purpose')}(?!\w)")


_WORD_BEFORE_CUE = re.compile(r"[^\W\d_]\s+$")


def _in_sentence(text: str, position: int) -> bool:
    """Whether words that may announce a contact are a part of what a sentence tells: "they asked for more nets"."""
    return (
        _purpose().match(text, position) is not None
        and _WORD_BEFORE_CUE.search(text, max(0, position - 3), position) is not None
    )


_ARABIC_LABEL = re.compile("(?:\\s*[\u0620-\u06d3]+)?\\s*:\\s*")  # "للتواصل الإعلامي:"


def _behind_announcement(text: str, end: int) -> int:
    """Offset behind the words that announce a contact and their colon."""
    label = _ARABIC_LABEL.match(text, end)
    return label.end() if label is not None else end + len(text[end:]) - len(text[end:].lstrip())


_COLON = re.compile(r"\s*:\s*(?=\S)")
_BEHIND = re.compile(r"\s*[,،(–—-]|\s+(?=[\w.+-]+@)")


def _names_at(text: str, position: int) -> bool:
    """Whether a name stands at an offset, with what says who or where it is: "Informes: A B, OIM"."""
    start, titles = strip_honorifics(text, position)
    name = match_name(text, start)
    if name is None or not looks_like_name(name.group()) or not _BEHIND.match(text, name.end()):
        return False
    return bool(titles) or (looks_like_organization(name.group()) <= 0.5 and country_of(name.group()) is None)


def _post_behind(words: str) -> bool:
    """Whether a name with its post behind a comma stands first: "Contact A B, Project Assistant"."""
    name = match_name(words, 0)
    if name is None or not _names_at(words, 0):
        return False
    behind = _BEHIND.match(words, name.end())
    return behind is not None and kind_of_segment(_PART_END.split(words[behind.end() :], maxsplit=1)[0]) == "post"


_ACRONYM = re.compile(r"[A-Z]{3,8}")  # of a body that nobody knows: "A B, ISCG"
_PART_END = re.compile(r"[,،;.()]")


def _post_and_office(words: str) -> tuple[str | None, str | None]:
    """Post and body behind a contact's name."""
    position = organization = None
    for part in re.split(r"[,،(]|\s[–—-]\s|\.\s", words):
        part = _dangling().sub("", _at().sub("", f"{part.strip(' .)،:')} ")).strip()
        if len(part) < 2:
            continue
        owned = owner_then_post(part) if position is None and organization is None else None
        if owned is not None:
            position, organization = owned  # "IOM's Chief of Mission"
            continue
        head = head_of_post(part)
        if head is None and _DIGIT.search(part) and not part[0].isupper():
            continue  # "by 13 December"
        named = head is not None and (head[0] == 0 or head[1] == len(fold(part)))  # "Oficial de la OIM", "IOM Officer"
        if named and position is None and organization is None:
            position, organization = split_post(part)
            continue
        office = _office(part) if not (_WITH.match(part) or named) else None
        if office is not None:
            if organization is None:
                organization = office
            elif "\u0620" <= part[0] <= "\u064a":
                organization = f"{organization}، {part}"
        elif (position is None and organization is None and kind_of_segment(part) in ("post", "unit")) or (
            position is None and organization is None and part[0].isupper() and len(part.split()) > 2
        ):
            position = part
        elif organization and "\u0620" <= part[0] <= "\u064a" and len(part.split()) < 3:
            organization = f"{organization}، {part}"
    return position, without_seat(organization) if organization is not None else None


def _office(part: str) -> str | None:
    """The body or office that a part names, as printed."""
    bare = _seat().sub("", part).strip()
    known = find_organizations(bare, slot=True)
    if known and known[0].start < 5:
        arabic = "\u0620" <= bare[0] <= "\u064a"
        name = bare[known[0].start :]
        return name if arabic else _OFFICE_END.sub("", name).strip()
    if looks_like_organization(bare) > 0.6:
        return bare
    return bare if _ACRONYM.fullmatch(bare) and bare not in _WORDS.forms("place.no_body") else None
