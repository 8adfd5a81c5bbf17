"""What a page is about: the archive's themes, the Global Compact for Migration, the Sustainable Development Goals.

Three schemes: ``iom-archive`` (themes.toml), ``gcm`` (objectives, gcm.toml), ``sdg`` (goals, sdg.toml). Icons and
older topic fields of the page are facts (basis ``site``); all else is the opinion of weighted phrases and of citations
by number (basis ``rule``), each with the words that gave it. How a phrase counts:

* its weight, by how often it stands on the page, damped: the logarithm of its mass;
* words of the title have more mass than those of the first lines, those more than the rest, list items less;
* words inside of a body's name ("UN High Commissioner for Refugees"), a town's ("La Paz"), a post ("Minister of
  Labour") or of what gives bodies a role ("with funding from") have little.

Up to four themes are main: those whose score comes near enough to the highest; those that often go with a theme that
leads need less.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from math import log2

from parsers.addresses import split_address
from parsers.page import Page
from parsers.record import Tagging
from parsers.words import lexicon
from parsers.words.phrases import Match, Tokens, fold, tokenise
from parsers.words.vocabulary import LANGUAGES, load
from parsers.words.word_lists import WordLists

_WORDS = WordLists("citations")

# What a phrase of weight 1 to 5 is worth.
_WORTH = (0.0, 0.3, 1.0, 2.0, 4.0, 8.0)
# Each further phrase for the same theme counts for less: a pile of common words is no theme.
_DECAY = 0.7
# Mass of one occurrence, by where it stands.
_TITLE, _SLUG, _LEAD, _HEADING, _BODY, _ITEM, _NAME = 5.0, 5.0, 2.0, 1.6, 1.0, 0.6, 0.1
_LEAD_LENGTH = 1000
# A theme is main when its score is at least this much (on a page of few words: this part of the highest), and this near
# to the highest. The last of the four is right in three cases of ten, so it has to be nearer.
_LEAST, _LEAST_PART, _NEAR, _NEAR_LAST, _MOST = 5.5, 0.75, 0.27, 0.6, 4
_NOTHING = 1.9
# A lone phrase of up to this weight is only a hint: below this score it makes no theme a main one.
_HINT, _LONE = 2, 4.0
# What each theme that leads a page (its score is this near to the highest) adds to those that go with it, how many do.
_COMPANY, _LEADING, _MOST_COMPANY = 0.5, 0.8, 2
# Objectives and goals that phrases give need more: they are named, or the page is about them.
_LEAST_FRAMEWORK = 9.0

# How many words behind a post's word a field may stand ("Minister of Foreign Affairs and Labour").
_POST_REACH = 6


@dataclass(slots=True)
class _Tally:
    """What speaks for one code: mass by phrase, the strongest place first."""

    mass: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    worth: dict[str, float] = field(default_factory=dict)
    best: tuple[float, int, int] = (0.0, 0, 0)  # worth × mass of the best occurrence, its span
    cited: bool = False

    def add(self, phrase: str, weight: int, mass: float, span: tuple[int, int] | None) -> None:
        self.mass[phrase] += mass
        self.worth[phrase] = _WORTH[weight]
        value = _WORTH[weight] * mass
        if span is not None and value > self.best[0]:
            self.best = (value, *span)

    @property
    def weak(self) -> bool:
        """Whether all that speaks for the code is one phrase that is only a hint."""
        return len(self.worth) == 1 and max(self.worth.values()) <= _WORTH[_HINT]

    @property
    def score(self) -> float:
        values = sorted((self.worth[phrase] * log2(1 + mass) for phrase, mass in self.mass.items()), reverse=True)
        return sum(value * _DECAY**number for number, value in enumerate(values))


@dataclass(slots=True, frozen=True)
class _Source:
    """What is told: the words, the mass of each block by its end, where names stand, and the page's language."""

    tokens: Tokens
    masses: list[tuple[int, float]]
    names: list[tuple[int, int]]
    language: str | None


def tag_page(
    page: Page, tokens: Tokens | None = None, *, language: str | None = None, named: Iterable[tuple[int, int]] = ()
) -> list[Tagging]:
    """All taggings of a page: themes first, the main ones leading, then objectives and goals by score.

    ``tokens`` are those of ``page.text``, if they were cut already; ``language`` is the page's; ``named`` are the spans
    of the people who were read on it: a surname is no theme.
    """
    tokens = tokens if tokens is not None else tokenise(page.text)
    source = _Source(tokens, _masses(page), sorted({*_names(tokens), *named}), language)
    unprinted = _unprinted(page)
    taggings = []
    for scheme in ("iom-archive", "gcm", "sdg"):
        tallies = _tally(source, scheme)
        _add_unprinted(unprinted, scheme, tallies, language)
        if scheme == "iom-archive":
            taggings += _with_site_topics(_themes(tallies), _site_topics(page))
        else:
            taggings += _framework(scheme, tallies, page)
    return taggings


@cache
def _pulls() -> dict[str, float]:
    """What a theme's score is multiplied by: some are spoken of on pages that are about something else."""
    pulls: dict[str, float] = load("themes")["pull"]
    return pulls


@cache
def _companions() -> dict[str, list[str]]:
    """For each theme those that it often goes with: pages on remittances are on development too."""
    return {code: entry["with"] for code, entry in load("themes").items() if "with" in entry}


def _scores(tallies: dict[str, _Tally]) -> dict[str, float]:
    """The score of each theme, higher where themes lead the page that it often goes with."""
    pulls = _pulls()
    alone = {code: tally.score * pulls.get(code, 1.0) for code, tally in tallies.items()}
    leading = _LEADING * max(alone.values(), default=0.0)
    scores = {}
    for code, score in alone.items():
        company = sum(alone.get(other, 0.0) >= leading for other in _companions().get(code, ()))
        scores[code] = score * (1 + _COMPANY * min(company, _MOST_COMPANY))
    return scores


def _themes(tallies: dict[str, _Tally]) -> list[Tagging]:
    """Themes by score; up to four are main."""
    scores = _scores(tallies)
    ranked = sorted(((score, code) for code, score in scores.items()), key=lambda pair: (-pair[0], pair[1]))
    highest = ranked[0][0] if ranked else 0.0
    least = min(_LEAST, _LEAST_PART * highest)
    taggings = []
    for number, (score, code) in enumerate(ranked):
        if score < _NOTHING:
            break
        near = _NEAR if number < _MOST - 1 else _NEAR_LAST
        main = number < _MOST and score >= least and score >= near * highest
        main = main and not (score < _LONE and tallies[code].weak)
        best = tallies[code].best
        taggings.append(Tagging("iom-archive", code, score=round(score, 2), main=main, start=best[1], end=best[2]))
    return taggings


@cache
def _topics_label() -> re.Pattern[str]:
    return re.compile(rf"\b{_WORDS.any_of('topics.label')}\s*:\s*", re.IGNORECASE)


_TOPICS_WITHIN = 1500  # they stand at the top of a page


@cache
def _legacy() -> dict[str, str]:
    """IOM's own older topics → themes, the longest names first."""
    topics: dict[str, str] = load("themes")["legacy"]
    return dict(sorted(topics.items(), key=lambda pair: -len(pair[0])))


def _site_topics(page: Page) -> list[Tagging]:
    """The topics that an older page's own field names: "Themes: Border Management"."""
    label = _topics_label().search(page.text, 0, _TOPICS_WITHIN)
    if label is None:
        return []
    found: dict[str, Tagging] = {}
    place = label.end()
    while True:
        rest = page.text[place : place + 60].casefold()
        name = next((name for name in _legacy() if rest.startswith(name)), None)
        if name is None:
            return list(found.values())
        end = place + len(name)
        code = _legacy()[name]
        found.setdefault(code, Tagging("iom-archive", code, "site", main=True, start=place, end=end))
        place = end + len(page.text[end:]) - len(page.text[end:].lstrip(" ,;|\n"))


def _with_site_topics(themes: list[Tagging], topics: list[Tagging]) -> list[Tagging]:
    """The site's own topics lead; what phrases say beside them is main up to four in all."""
    if not topics:
        return themes
    topics = topics[:_MOST]
    codes = {topic.code for topic in topics}
    room = _MOST - len(topics)
    for theme in themes:
        theme.main = theme.main and theme.code not in codes and room > 0
        room -= theme.main
    return topics + themes


def _framework(scheme: str, tallies: dict[str, _Tally], page: Page) -> list[Tagging]:
    """Objectives or goals: icons as the site's facts, then citations and what phrases say strongly enough."""
    icons = sorted(set(page.sdg_icons)) if scheme == "sdg" else []
    taggings = [Tagging(scheme, str(goal), basis="site") for goal in icons]
    ranked = sorted((-tally.score, int(code), code, tally) for code, tally in tallies.items())
    for minus, number, code, tally in ranked:
        if (tally.cited or -minus >= _LEAST_FRAMEWORK) and (not icons or number not in icons):
            taggings.append(
                Tagging(scheme, code, score=round(-minus, 2), main=tally.cited, start=tally.best[1], end=tally.best[2])
            )
    return taggings


# --- Mass ------------------------------------------------------------------------------------------------------------


def _masses(page: Page) -> list[tuple[int, float]]:
    """Where each block ends and the mass of a phrase in it."""
    masses = []
    lead = _LEAD_LENGTH
    for block in page.blocks:
        if page.title is not None and block.text == page.title:
            mass = _TITLE
        elif block.kind in ("heading", "label"):
            mass = _HEADING
        elif lead > 0 and block.kind in ("paragraph", "definition") and len(block.text) > 80:
            mass = _LEAD
            lead -= len(block.text)
        else:
            mass = _ITEM if block.kind in ("item", "cell", "caption") else _BODY
        masses.append((block.end, mass))
    return masses


def _tally(source: _Source, scheme: str) -> dict[str, _Tally]:
    """What speaks for each code of a scheme on the page."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    tokens, masses, names = source.tokens, source.masses, source.names
    matches: list[Match[tuple[lexicon.Theme, ...]]] = lexicon.found(tokens, scheme)
    posts = _posts(tokens)
    block = name = 0
    for match in matches:
        if _foreign(match, source.language):
            continue
        while block < len(masses) - 1 and masses[block][0] < match.end:
            block += 1
        while name < len(names) and names[name][1] < match.end:
            name += 1
        mass = masses[block][1] if masses else _BODY
        if _inside_name(tokens, match, names[name] if name < len(names) else None, posts):
            mass = min(mass, _NAME)
        phrase = " ".join(tokens.folded[match.first : match.last + 1])
        for theme in match.payload:
            tallies[theme.code].add(phrase, theme.weight, mass, (match.start, match.end))
    for number, start, end in _citations(tokens, scheme):
        tallies[number].add(f"citation of {number}", 4, _TITLE, (start, end))
        tallies[number].cited = True
    return tallies


def _foreign(match: Match[tuple[lexicon.Theme, ...]], language: str | None) -> bool:
    """Whether the phrase is one word, and one of another language: French "informé", Spanish "informe"."""
    if match.first != match.last or language not in LANGUAGES:
        return False
    return all(language not in theme.languages for theme in match.payload)


def _names(tokens: Tokens) -> list[tuple[int, int]]:
    """Where names stand whose words are of no theme, found once for the three schemes: those of bodies, of towns ("La
    Paz"), and the words that give bodies a role ("with funding from").
    """
    names: list[tuple[int, int]] | None = tokens.memo.get("names")
    if names is None:
        found = (match for group in ("organization", "city", "cue") for match in lexicon.found(tokens, group))
        names = tokens.memo["names"] = sorted({(match.start, match.end) for match in found})
    return names


@cache
def _post_words() -> frozenset[str]:
    return frozenset(fold(word) for word in load("themes")["posts"]["words"].split())


def _posts(tokens: Tokens) -> list[int]:
    """The numbers of the words that are of posts and offices, found once for the three schemes."""
    posts: list[int] | None = tokens.memo.get("posts")
    if posts is None:
        words = _post_words()
        posts = tokens.memo["posts"] = [index for index, word in enumerate(tokens.folded) if word in words]
    return posts


def _inside_name(
    tokens: Tokens, match: Match[tuple[lexicon.Theme, ...]], name: tuple[int, int] | None, posts: list[int]
) -> bool:
    """Whether the phrase only belongs to a name (`_names`) or a post; ``posts``: the numbers of posts' words."""
    if name is not None and name[0] <= match.start and match.end <= name[1]:
        return match.end - match.start < 0.8 * (name[1] - name[0])
    before = bisect_left(posts, match.first) - 1
    if before < 0 or match.first - posts[before] > _POST_REACH:
        return False
    return not _CLAUSE_END.search(tokens.text, tokens.end(posts[before]), match.start)


_CLAUSE_END = re.compile(r"[.;:(\n]")


def _unprinted(page: Page) -> list[tuple[Tokens, float]]:
    """The address' words, and a title that is no line of the page, with their mass."""
    words = split_address(page.url).path.rpartition("/")[2].replace("-", " ")
    sources = [(tokenise(words.upper()), _SLUG)]  # capitals, as towns' names and acronyms have them
    if page.title is not None and page.title not in page.text:
        sources.append((tokenise(page.title), _TITLE))
    return sources


def _add_unprinted(
    sources: list[tuple[Tokens, float]], scheme: str, tallies: dict[str, _Tally], language: str | None
) -> None:
    """What a page says of itself without printing it strengthens what it prints."""
    for tokens, mass in sources:
        towns = lexicon.found(tokens, "city")
        for match in lexicon.found(tokens, scheme):
            if _foreign(match, language) or any(t.start < match.start and match.end <= t.end for t in towns):
                continue
            phrase = " ".join(tokens.folded[match.first : match.last + 1])
            for theme in match.payload:
                if theme.code in tallies:
                    tallies[theme.code].add(phrase, theme.weight, mass, None)


# --- Citations by number ---------------------------------------------------------------------------------------------

_NUMBER = r"\d{1,2}(?:\.\w{1,2})?"
_NEAR_NAME = 160
_HIGHEST = {"gcm": 23, "sdg": 17}
_ARABIC_AND = "و"  # written with the word or number behind it


@cache
def _words(key: str) -> frozenset[str]:
    """Words before a number, folded, Arabic ones with "and" too."""
    words = {fold(form) for form in _WORDS.forms(f"before.{key}")}
    return frozenset(words | {_ARABIC_AND + fold(form) for form in _WORDS.forms(f"before.{key}", "ar")})


@cache
def _citing() -> frozenset[str]:
    return _words("objectives") | _words("targets") | _words("goals")


@cache
def _objective() -> re.Pattern[str]:
    joined = rf"(?:,|;|/|&|-|–|{_ARABIC_AND}|{_WORDS.any_of('between.and', 'between.to')})"
    numbers = rf"(?P<numbers>{_NUMBER}(?:\s*{joined}\s*{_NUMBER}(?!\d|:|\s*(?:%|h\b)))*)"
    return re.compile(rf"(?P<word>\w+)\s*(?:n[o°º]\.?\s*|#\s*)?{numbers}(?!\d)", re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,2}})\s*(?:-|–|{_WORDS.any_of('between.to')})\s*(\d{{1,2}})")


def _citations(tokens: Tokens, scheme: str) -> list[tuple[str, int, int]]:
    """Objectives or goals that the text cites by number: (number, start, end)."""
    highest = _HIGHEST.get(scheme)
    if highest is None or _citing().isdisjoint(tokens.folded):
        return []
    names = {key: [m.start for m in lexicon.found(tokens, key + "-name")] for key in _HIGHEST}
    cited = []
    citing = _citing()
    for index, word in enumerate(tokens.folded):
        match = _objective().match(tokens.text, tokens.starts[index]) if word in citing else None
        if match is not None and _scheme_cited(match, names) == scheme:
            cited += [
                (str(number), match.start(), match.end())
                for number in _numbers(match["numbers"])
                if 1 <= number <= highest
            ]
    return cited


def _scheme_cited(match: re.Match[str], names: dict[str, list[int]]) -> str | None:
    """Which scheme a citation belongs to: by its own word, else by the nearest name of one."""
    word = fold(match["word"])
    if word in _words("goals"):
        return "sdg"
    if word in _words("targets") and ("." in match["numbers"] or names["sdg"]):
        return "sdg" if "." in match["numbers"] else _nearest(match, names)
    return _nearest(match, names)


def _nearest(match: re.Match[str], names: dict[str, list[int]]) -> str | None:
    """The scheme whose name begins nearest to a citation, near enough; None where none does."""
    best, distance = None, _NEAR_NAME + 1
    for scheme, places in names.items():
        at = bisect_left(places, match.start())
        for place in places[max(0, at - 1) : at + 2]:
            away = min(abs(place - match.start()), abs(place - match.end()))
            if away < distance:
                best, distance = scheme, away
    return best


def _numbers(text: str) -> list[int]:
    """The whole numbers of a list with ranges: "2, 5 and 12-14" → 2 5 12 13 14; "10.7" is goal 10."""
    numbers: list[int] = []
    bare = re.sub(r"\.\w{1,2}", "", text)
    for first, last in _range().findall(bare):
        if int(first) < int(last) <= 23:
            numbers += range(int(first), int(last) + 1)
    numbers += [int(number) for number in re.findall(r"\d{1,2}", _range().sub(" ", bare))]
    return list(dict.fromkeys(numbers))
