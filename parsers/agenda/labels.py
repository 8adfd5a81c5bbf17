"""Labels at the start of a line ("Moderator:", "Co-organizers (TBC):", "Venue:"), roles before "by", announced lists.

The words are data (data/vocab/roles.toml, labels.toml); this module finds them and says where the rest starts.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from parsers.people.lines import read_people
from parsers.record import Role
from parsers.words.patterns import alternatives
from parsers.words.phrases import fold
from parsers.words.small_words import leading
from parsers.words.vocabulary import load
from parsers.words.word_lists import WordLists

_NEAR = 20  # characters before somebody whom a label with a number names
BODY_LABELS = ("organizer", "co_organizer", "host", "partner", "sponsor")
_LABEL = re.compile(r"^\W{0,3}([^\d:：|.]{2,60}?)\s*(?:\((?:[^()]{1,40})\)|/\s*[^:]{2,30})?\s*[:：]\s*")
_NUMBERED = re.compile(r"^\W{0,3}([^\d:|.]{2,40}?)\s(?:[nN]?[°º]\s?)?\d{1,2}\s*:\s*(?=\S)")
_DASHED = re.compile(r"^\W{0,3}([^\d:|.–—]{2,40}?)\s+[–—-]\s+(?=\S)")
_BRACKET_AT_END = re.compile(r"\s*\([^()]*\)\s*$")
_WORDS = WordLists("agenda")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line. ``meaning`` is a role, or a key of ``[line]`` such as ``venue``.

    ``rest`` is the offset at which what it labels starts; it equals the line's length where nothing follows.
    """

    kind: str  # "role" or "line"
    meaning: str
    text: str
    rest: int

    @property
    def role(self) -> Role | None:
        """The role, where the label is one."""
        return self.meaning if self.kind == "role" else None  # type: ignore[return-value]


@functools.cache
def _roles() -> dict[str, str]:
    # The first role that lists a form keeps it.
    forms: dict[str, str] = {}
    for role, words in load("roles")["label"].items():
        for word in words:
            forms.setdefault(fold(word), role)
    return forms


@functools.cache
def _speakers() -> frozenset[str]:
    return frozenset(map(fold, load("roles")["outside"]["speakers"]))


def names_speakers(label: str) -> bool:
    """Whether a label says no more than that people speak: "Speakers", "المتحدثون"."""
    return fold(_BRACKET_AT_END.sub("", label)).strip(" .:*") in _speakers()


def leads_event(label: str) -> bool:
    """Whether a label is that of whoever leads through a whole event: "Master of ceremonies"."""
    return fold(label).strip(" .:*") in _masters()


@functools.cache
def _masters() -> frozenset[str]:
    return frozenset(map(fold, load("roles")["outside"]["masters"]))


def names_one(label: str) -> bool:
    """Whether a label is a noun in the singular: "Chairperson", no "Moderators", "Chaired by"."""
    return fold(label).strip(" .:*") in _singular()


@functools.cache
def _singular() -> frozenset[str]:
    return frozenset(map(fold, load("roles")["singular"]["words"]))


@functools.cache
def _lines() -> dict[str, str]:
    forms: dict[str, str] = {}
    for meaning, languages in load("labels")["line"].items():
        for words in languages.values():
            for word in words:
                forms.setdefault(fold(word), meaning)
    return forms


@functools.cache
def _and() -> re.Pattern[str]:
    joins = alternatives(fold(form) for form in _WORDS.forms("label.and"))
    return re.compile(rf"\s+(?:{joins}|&)\s+|\s*/\s*|,\s+")


@functools.cache
def _ends_in_by() -> re.Pattern[str]:
    return re.compile(f"{_WORDS.any_of('label.by')}$")


@functools.cache
def _by_bodies() -> re.Pattern[str]:
    """Labels of bodies that need no colon: "Co-hosted by the Governments of ...", "In partnership with ..."."""
    forms = [
        form
        for meaning, languages in load("labels")["line"].items()
        if meaning in BODY_LABELS
        for words in languages.values()
        for form in words
        if _ends_in_by().search(form)
    ]
    return re.compile(rf"^\W{{0,3}}({alternatives(forms)})\s+(?=\S)", re.IGNORECASE)


@functools.cache
def _said_by() -> dict[str, str]:
    """Labels that are a role before "by", or a verb before somebody: "Bienvenida a cargo de:", "Cierra:"."""
    words = _WORDS.forms("label.by_somebody")
    forms = {f"{form} {by}": _by_roles()[fold(form)] for form in _by_forms() for by in words}
    forms |= {form: _by_roles()[fold(form)] for form in _begins_forms()}
    return {fold(form): role for form, role in forms.items()}


_FIRST_WORD = re.compile(r"\w+")


@functools.cache
def _before_label() -> tuple[str, ...]:
    return tuple(fold(form) for form in _WORDS.forms("label.before"))


@functools.cache
def _words_before() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(_before_label())})\s+")


@functools.cache
def _words_after() -> re.Pattern[str]:
    after = alternatives(fold(form) for form in _WORDS.forms("label.after"))
    return re.compile(rf"\s+(?:{after})$")


@functools.cache
def _first_words() -> frozenset[str]:
    """The words that a label can begin with: most lines begin with none of them, and are done with at once."""
    first = (_FIRST_WORD.match(form) for form in (*_roles(), *_lines(), *_before_label(), *_said_by()))
    return frozenset(match.group() for match in first if match)


@functools.lru_cache(maxsize=1024)
def _meaning(words: str) -> tuple[str, str] | None:
    """What label words mean: whole, or the first of several ("Organizers and Sponsors", "Speakers (tbc)")."""
    folded = " ".join(fold(words).replace("’", "'").split()).strip(" .*-")
    first = _FIRST_WORD.match(folded)
    if first and first.group() not in _first_words():
        return None
    for candidate in (folded, _words_before().sub("", folded)):
        if candidate in _roles():
            return "role", _roles()[candidate]
        if candidate in _lines():
            return "line", _lines()[candidate]
    if folded in _said_by():
        return "role", _said_by()[folded]
    parts = [part for part in _and().split(folded) if part]
    if len(parts) > 1:
        meanings = [_meaning(part) for part in parts]
        if all(meanings):
            return meanings[0]
    return None


@functools.lru_cache(maxsize=1024)  # every module that meets a line asks, and the lines of a site repeat
def label_at(text: str) -> Label | None:
    """The label that the line starts with, its colon included; a line that is nothing but a label needs no colon."""
    match = _LABEL.match(text) if ":" in text or "：" in text else None
    if match:
        meaning = _meaning(match.group(1))
        if meaning:
            return Label(meaning[0], meaning[1], match.group(1), match.end())
        return None
    numbered = _NUMBERED.match(text) if ":" in text else None
    if numbered:
        return _numbered(text, numbered)
    by = _by_bodies().match(text)
    if by:
        return Label("line", _lines()[fold(by.group(1)).replace("’", "'")], by.group(1), by.end())
    if len(text) <= 60:
        meaning = _meaning(_BRACKET_AT_END.sub("", text) if "(" in text else text)
        if meaning:
            return Label(meaning[0], meaning[1], text, len(text))
    match = _DASHED.match(text) if "–" in text or "—" in text or " - " in text else None
    if match:
        meaning = _meaning(match.group(1))
        if meaning and meaning[0] == "role":
            return Label(meaning[0], meaning[1], match.group(1), match.end())
    return None


def announcing_label(text: str) -> Label | None:
    """A role's label with a verb behind it, as it stands under a session: "Panellists include: A B; C D"."""
    match = _LABEL.match(text) if ":" in text else None
    if match is not None and (role := _before_people().get(fold(match[1]).strip(" .*-"))) is not None:
        people = read_people(text[match.end() :], single=True)
        near = bool(people) and people[0].begin < _NEAR and bool(people[0].sure or people[0].organization)
        if near and fold(match[1]).strip(" .*-") in _like_sessions():
            near = people[0].honorific or len(people) > 1
        return Label("role", role, match[1], match.end()) if near else None
    words = _words_after().sub("", match[1].casefold()) if match is not None else ""
    meaning = _meaning(words) if match is not None and len(words) < len(match[1]) else None
    if match is None or meaning is None or meaning[0] != "role":
        return None
    return Label("role", meaning[1], match[1], match.end())


@functools.cache
def _before_people() -> dict[str, str]:
    """Labels that are a role only where somebody stands behind them: "Remarks: Ms. A B", "Others: C D, CARE"."""
    words = load("roles")["before_people"]
    return {fold(form): "panellist" for form in (*words["panellist"], *words["sessions"])}


@functools.cache
def _like_sessions() -> frozenset[str]:
    return frozenset(map(fold, load("roles")["before_people"]["sessions"]))


def _numbered(text: str, match: re.Match[str]) -> Label | None:
    """A role with a number before somebody: "Speaker 1: Ms. A B"; what a talk is called has numbers as well."""
    meaning = _meaning(match.group(1))
    if meaning is None or meaning[0] != "role" or fold(match.group(1)) in _by_roles():
        return None
    people = read_people(text[match.end() :], single=True)
    if not people or people[0].begin >= _NEAR:
        return None
    return Label("role", meaning[1], match.group(1), match.end())


@functools.cache
def _by_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"^\W{{0,3}}({alternatives(_by_forms())})\s+{_WORDS.leading('label.by_somebody')}(?=\S)",
        re.IGNORECASE,
    )


@functools.cache
def _by_roles() -> dict[str, str]:
    roles = load("roles")
    return {fold(form): role for table in ("by", "begins") for role, forms in roles[table].items() for form in forms}


@functools.cache
def _by_first_words() -> frozenset[str]:
    """The words that a role before "by" can begin with: most lines begin with none of them."""
    return frozenset(_FIRST_WORD.findall(form.lower())[0] for form in (*_by_forms(), *_begins_forms()))


@functools.cache
def _by_forms() -> list[str]:
    return [form for words in load("roles")["by"].values() for form in words]


@functools.cache
def _begins_forms() -> list[str]:
    return [form for words in load("roles")["begins"].values() for form in words]


@functools.cache
def _begins_pattern() -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,3}}({alternatives(_begins_forms())})\s+(?=\S)", re.IGNORECASE)


@functools.cache
def _of_pattern() -> re.Pattern[str]:
    arabic = alternatives(_WORDS.forms("label.of"))
    of = rf"(?:{leading('of')}{leading('definite')}?|(?:{arabic} |لـ|ل)?(?=[\u0620-\u064a]))"
    return re.compile(rf"^\W{{0,3}}({alternatives(_by_forms())})\s+{of}(?=\S)", re.IGNORECASE)


@functools.cache
def _talk() -> re.Pattern[str]:
    forms = [form for role in ("opening", "closing", "panellist") for form in load("roles")["by"][role]]
    return re.compile(rf"\W{{0,3}}(?:{alternatives(forms)})\b", re.IGNORECASE)


def names_talk(title: str) -> bool:
    """Whether a title is that of a talk: "Keynote address by …", "Statement to …", "Discours de …"."""
    return _talk().match(title.replace("’", "'")) is not None


def _of_person(text: str) -> re.Match[str] | None:
    """A role before somebody with a title or post, behind "of" or none: "Mot de Mme A B", "Modera el Sr. C D"."""
    for pattern in (_of_pattern(), _begins_pattern()):
        match = pattern.match(text)
        people = read_people(text[match.end() :]) if match is not None else []
        if (
            people
            and people[0].begin < _NEAR
            and (people[0].honorific or (people[0].position is not None and not people[0].start))
        ):
            return match
    return None


@functools.cache
def _says_by() -> tuple[str, ...]:
    """What is cheaper to look for than the words before somebody."""
    forms = (form.split() for form in _WORDS.forms("label.by_somebody"))
    return tuple({f" {' '.join(words[:-1] or words)} " for words in forms})


@functools.lru_cache(maxsize=1024)
def by_line(text: str) -> Label | None:
    """A role before "by" or a title: "Opening remarks by A B, Director", "Modera la Sra. C D". None for other lines."""
    lowered = text.lower()
    first = _FIRST_WORD.search(lowered[:20])
    if first is None or first.group() not in _by_first_words():
        return None
    plain = text.replace("’", "'")
    match = _by_pattern().match(plain) if any(words in lowered for words in _says_by()) else None
    match = match or _of_person(plain)
    if match is None:
        return None
    return Label("role", _by_roles()[fold(match.group(1))], text[slice(*match.span(1))], match.end())


def _words(table: str, key: str) -> str:
    return alternatives(load("roles")[table][key])


@functools.cache
def _announcement() -> re.Pattern[str]:
    people, verbs = _words("announced", "people"), _words("announced", "verbs")
    by = f"{_words('announced', 'by')}|(?P<discussed>{_words('announced', 'discussed')})"
    return re.compile(
        rf"\b(?:{people})\b[^.:]{{0,40}}\b(?:{verbs})\s*:?\s*$|\b(?:{people}|{by})\s*:\s*$", re.IGNORECASE
    )


@functools.cache
def _may_announce() -> tuple[str, ...]:
    """What an announcement can end in: a colon, or the last word of one of its verbs."""
    return (":", *{verb.split()[-1] for verb in load("roles")["announced"]["verbs"]})


def announced_role(text: str) -> Role | None:
    """The role of the people whom a text announces: "Invited experts and speakers included:"; None for other texts."""
    match = _announcement().search(text[-160:]) if text.rstrip().lower().endswith(_may_announce()) else None
    if match is None:
        return None
    return "panellist" if match.group("discussed") else "speaker"


@functools.cache
def _spoken() -> re.Pattern[str]:
    return re.compile(rf"^[^:,;]{{0,60}}(?:{_words('announced', 'spoken')})\s*:\s*", re.IGNORECASE)


def announcement_end(text: str) -> int:
    """Offset behind words that announce the people of a labelled line: "These speakers took part: A B; C D"."""
    match = _spoken().match(text)
    return match.end() if match else 0


@functools.cache
def _role_sentence() -> re.Pattern[str]:
    roles = load("roles")["label"]
    labels = alternatives(form for role in ("moderator", "chair") for form in roles[role] if " " not in form)
    return re.compile(
        rf"(?<=[.;)])\s+(?:The\s+)?(?P<role>{labels})\s+(?:{_words('sentence', 'verbs')})\s+", re.IGNORECASE
    )


def role_sentence(text: str) -> tuple[int, int, Role] | None:
    """A sentence in a line that gives a role of its own ("Moderator was A B"): its span up to the name, the role."""
    match = _role_sentence().search(text)
    meaning = _meaning(match.group("role")) if match else None
    if match is None or meaning is None:
        return None
    return match.start(), match.end(), meaning[1]  # type: ignore[return-value]  # only forms of roles are in the pattern
