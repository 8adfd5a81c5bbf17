"""Names: titles before them, degrees behind them, and whether words can be a person's name at all.

Every naming custom is meant: particles ("ole", "bin", "van der"), hyphens, single names, initials, all-caps surnames,
Arabic script. What can never stand in a name are the words of bodies, posts and menus (data/vocab/posts.toml,
``not_names``).
"""

from __future__ import annotations

import functools
import re

from parsers.words.patterns import CAPITALS, alternatives
from parsers.words.vocabulary import load

_ARABIC = "\u0620-\u065f\u0670-\u06d3"  # letters and the marks on them: "صبّاغ"
_APOSTROPHE = "'’ʼ`´‘"
PARTICLES = frozenset(load("people")["particles"])
_PREFIXES = alternatives(load("people")["prefixes"])
# A click may begin a name: "Samuel /Gowaseb", "ǃNoabes".
_CLICK = rf"(?:[ǀǁǃǂ]|(?<=[a-z]\s)[/!]+(?=[{CAPITALS}][a-zß-ÿ]))"
_BEFORE_CAPITAL = rf"(?:[‘'ʻʼ]|{_CLICK})?(?:(?:{_PREFIXES})[-{_APOSTROPHE}])?"
_TOKEN = rf"{_BEFORE_CAPITAL}[{CAPITALS}](?:[\w{_APOSTROPHE}-]*\w)?\.?(?:-[{CAPITALS}]\.)?"
_PARTICLE = f"(?:{alternatives(PARTICLES - {'of'})})"
_NICKNAME = rf"[\"“«„]{_TOKEN}[\"”»“]"  # 'Joselito "Jun" Abesamis'
# "J.P. Okafor", but not "U.S. Steel"
_INITIALS = rf"(?:(?!(?:{alternatives(load('people')['no_initials'])})\s)(?:[{CAPITALS}]\.){{2,4}}\s)?"
_NAME = re.compile(rf"{_INITIALS}{_TOKEN}(?:\s+(?:{_NICKNAME}\s+)?(?:{_PARTICLE}\s+)*{_TOKEN})*")
_LEADING_PARTICLE_NAME = re.compile(rf"(?:{_PARTICLE}\s+)+{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*")
_ARABIC_NAME = re.compile(rf"[{_ARABIC}]+(?:[ -][{_ARABIC}]+){{0,5}}")
# The look ahead is cheap and spares most letters of a text the rest.
RUN = re.compile(
    rf"(?=[‘'ʻʼ{CAPITALS}]|(?:{_PREFIXES})[-{_APOSTROPHE}])"
    rf"(?:(?:[{CAPITALS}]\.){{2,3}} )?(?:{_TOKEN})(?:[ ](?:{_NICKNAME}[ ])?(?:(?:{_PARTICLE}[ ])*{_TOKEN}))*"
)
_DEGREES = "|".join(r"\.?\s?".join(degree) for degree in load("people")["degrees"])
_DEGREE = re.compile(rf"^(?:{_DEGREES})\.?$")
_ABSTRACT = re.compile(r"\w{3}[tsx]ions?$|\w{3}[cs](?:ión|iones)$|\w{5}[aeinr]ments?$")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_ARTICLE = re.compile(rf"^(?:(?:al|el|an|ar|as|ash|at|az|ul|d|l)[-{_APOSTROPHE}]|[{_APOSTROPHE}ʻ])")
_LONGEST = 70  # characters of a name


@functools.cache
def _honorific_pattern() -> re.Pattern[str]:
    # Grouped by first letter, so that a word that begins no title is done with after one look at each group.
    by_letter: dict[str, list[str]] = {}
    for title in sorted(load("honorifics")["before"], key=len, reverse=True):
        end = r"\.?" if title[-1].isalpha() or title.endswith(".") else ""
        by_letter.setdefault(title[0], []).append(re.escape(title.rstrip(".")[1:]) + end)
    forms = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    # A title may be glued to the name ("Mr.Adams", "MmeDiallo"), one of a lone capital only with its full stop.
    glued = rf"(?<=[.\w][a-z.])(?=[{CAPITALS}](?!\.))|(?<=[a-z][a-z.])(?=[{CAPITALS}])"  # but not "U.S. Steel"
    ends = rf"(?:(?=[\s,(]|$)|{glued})"
    return re.compile(
        rf"(?:(?:[Ll]e |[Ll]a |[Ee]l |[Tt]he )?(?:{forms}){ends}|(?:The|L['’]|l['’]) ?(?=[Hh]on))\s*,?\s*"
    )


@functools.cache
def _arabic_titles() -> frozenset[str]:
    titles = (title.rstrip(".") for title in load("honorifics")["before"] if "\u0620" <= title[0] <= "\u064a")
    # "الشيخ" and the like are names as well.
    return frozenset(title for title in titles if title.startswith(tuple(load("honorifics")["never_names_ar"])))


def arabic_title_inside(name: str) -> bool:
    """Whether a title stands inside of Arabic words, which are then no name: "تدير الورشة السيدة ريم"."""
    return not name.isascii() and any(word.removeprefix("و") in _arabic_titles() for word in name.split()[1:])


@functools.cache
def _titles(key: str) -> frozenset[str]:
    """A list of honorifics.toml, lower case."""
    return frozenset(title.rstrip(".").casefold() for title in load("honorifics")[key])


def post_titles() -> frozenset[str]:
    """Titles that are posts too, lower case: "ambassador"."""
    return _titles("post")


@functools.cache
def not_names() -> tuple[frozenset[str], frozenset[str]]:
    """Words that never stand in a name, and words that are names too but not of a person by themselves; lower case."""
    posts = load("posts")
    soft = frozenset(posts["soft_names"])
    return frozenset(posts["not_names"]) - soft, soft


@functools.cache
def _never_names() -> frozenset[str]:
    return not_names()[0] | head_words()


def is_abstract(word: str) -> bool:
    """Whether a word in lower case has the ending of what is no person: "declaration", "previsión", "enlightenment"."""
    return _ABSTRACT.search(word) is not None and word not in _abstract_names()


@functools.cache
def _abstract_names() -> frozenset[str]:
    return frozenset(load("people")["abstract_names"])


@functools.cache
def head_words() -> frozenset[str]:
    """Single words that head a post and are nobody's name."""
    # Arabic ones are names too
    words = (word for word in load("posts")["heads"] if " " not in word and word[0] < "\u0600")
    return frozenset(words) - not_names()[1]


def names_too(word: str) -> bool:
    """Whether a word is a name because it is not all in capitals: "Ngo" beside "NGO"."""
    return not word.isupper() and word.casefold() in _acronyms()


@functools.cache
def _acronyms() -> frozenset[str]:
    return frozenset(load("posts")["acronyms"])


@functools.cache
def _given_particles() -> frozenset[str]:
    """Particles that begin a name as a given one: "Ben Carter"."""
    return frozenset(load("people")["given_particles"])


@functools.cache
def _family_particles() -> frozenset[str]:
    """Particles that are names where each word has a capital and two of them stand: "Le Van Thanh"."""
    return frozenset(load("people")["family_particles"])


@functools.cache
def _place_words() -> frozenset[str]:
    return frozenset(load("posts")["place_names"]) | frozenset(load("posts")["streets"])


@functools.cache
def _street_ends() -> frozenset[str]:
    return frozenset(load("posts")["street_ends"])


def is_degree(text: str) -> bool:
    """Whether the words are a degree or the like: "PhD", "M.D.", "MP"."""
    return bool(_DEGREE.match(text))


def without_degree(text: str, start: int, end: int) -> int:
    """Where a name ends, without degrees in capitals that look like a part of it: "A B MP"."""
    words = text[start:end].split()
    while len(words) > 2 and is_degree(words[-1]):
        end = start + text[start:end].rstrip().rfind(words.pop())
    return start + len(text[start:end].rstrip())


def strip_honorifics(text: str, start: int = 0) -> tuple[int, list[str]]:
    """Offset of the name after the titles at ``start``, and those titles."""
    titles: list[str] = []
    position = start
    while match := _honorific_pattern().match(text, position):
        title = match.group().strip(" ,").rstrip(".")
        if not match.group().strip():
            break
        if title.casefold() in _titles("name_like") and not _may_drop(text, match.end(), titles, match.group()):
            break
        titles.append(title)
        position = match.end()
    return position, titles


def _may_drop(text: str, rest: int, titles: list[str], printed: str) -> bool:
    """Whether a title that is a name as well ("Md.", "U", "General") may go: a full name must be left behind it."""
    following = _NAME.match(text, rest)
    if following is None:
        return False
    words = following.group().split()
    title = printed.strip().casefold().rstrip(".")
    if title in _titles("kept") or printed.rstrip().endswith(","):
        return False  # "Consul General, Cape Verde"
    return len(words) >= 2 or (bool(titles) and title not in _titles("kept_with_one"))


@functools.lru_cache(maxsize=1024)  # asked of the same words by several rules, and names come back on other pages
def looks_like_name(text: str, *, single: bool = False) -> bool:
    """Whether the words can be a person's name: capitalised words and particles, no word of a body, post or menu.

    ``single`` accepts a name of one word.
    """
    words = text.split()
    if not words or len(words) > 7 or len(text) > _LONGEST or _DIGIT.search(text):
        return False
    core = [word for word in words if word.casefold() not in PARTICLES]
    if len(core) == 1 and words[0][0].isupper() and words[0].casefold() in _given_particles():
        core.insert(0, words[0])
    elif len(core) == 1 and len(words) > 2 and all(w[0].isupper() for w in words):
        core = [*core, *(word for word in words if word.casefold() in _family_particles())]
        core = core if len(core) > 2 else core[:1]  # "Le Van Thanh", but not "Van Der Berg"
    if not core or (len(core) < 2 and not single):
        return False
    folded = {word.strip(".,'’\"“”«»").casefold() for word in core}
    if not folded.isdisjoint(_never_names()) and not all(
        names_too(word) for word in core if word.strip(".,'’").casefold() in _never_names()
    ):
        return False
    if folded <= not_names()[1] or any(is_abstract(word) for word in folded):
        return False
    if (len(core) == 1 and core[0].isupper()) or words[0].casefold() in _place_words():
        return False
    if words[-1].casefold() in _street_ends():
        return False
    return all(_name_word(word) for word in core)


def _name_word(word: str) -> bool:
    if word.strip('"“”«»„/!ǀǁǃǂ')[:1].isupper():
        return True
    letter = _LETTER.search(word)
    if letter is None:
        return False
    if "\u0600" <= letter.group() <= "\u06ff":
        return True
    return _ARTICLE.sub("", word)[:1].isupper()


def match_name(text: str, start: int) -> re.Match[str] | None:
    """The longest run of name words at ``start``, whatever it is a name of."""
    match = _NAME.match(text, start) or _LEADING_PARTICLE_NAME.match(text, start)
    if match is None and start < len(text) and "\u0600" <= text[start] <= "\u06ff":
        match = _ARABIC_NAME.match(text, start)
    return match


# --- a line -------------------------------------------------------------------------------------------------------
