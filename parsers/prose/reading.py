"""People in running text: releases, introductions and invitations.

Block by block and sentence by sentence: press contacts (`parsers.people.contacts`), captions, and sentences, in which
`named` finds the people, `roles` what they do, `quotes` whom a release quotes and `panels` the sessions that it reports
on. Later mentions by surname ("DG Swing said") and by pronoun ("he added") add to the person named before.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field, replace

from parsers.organizations.names import find_organizations, looks_like_organization
from parsers.page import Block, Page
from parsers.people.contacts import ContactReader
from parsers.people.name_runs import name_runs
from parsers.people.names import PARTICLES, looks_like_name, match_name, strip_honorifics
from parsers.people.posts import bare_post, post_before
from parsers.prose.introduced import introduced
from parsers.prose.named import Named, may_name, people_in
from parsers.prose.panels import names_panel, panel_in
from parsers.prose.passage import Findings, Passage
from parsers.prose.pronouns import begins_sentence, begins_with_pronoun, has_pronoun_before, of_people_only
from parsers.prose.quotes import frames_quotation_before, has_quote, quoted_people, reports, reports_by_pronoun
from parsers.prose.roles import give_roles
from parsers.prose.sources import is_source
from parsers.record import Appearance, Role, Session
from parsers.words.phrases import Tokens, fold, tokenise
from parsers.words.sentences import sentences
from parsers.words.small_words import any_of
from parsers.words.vocabulary import LANGUAGES, load

_SKIPPED = ("label", "field_label", "field_value")
_SHORT = 8  # characters; shorter blocks name nobody
_CAPTION = 220  # characters of a caption at most
_CREDIT = re.compile(r"[^\W\da-zß-ÿ_\u0600-\u06ff]")  # "Photo", no "photo" within a sentence
_TOLD = re.compile(r"\s*(?:[,،]\s*(?:\d|[^\W\d_A-Z])|\()")  # an age or a noun behind a name
_OF_CREDIT = re.compile(r"\s*[:/|©–—]")
_HEADING = 60  # longer headings are titles
_MOST_NAMED = 2_000  # mentions of people; a page with more is a register or an attack, and prose ends there
_CAPITALISED = re.compile(r"(?<![\w.’'-])[^\W\d_a-zß-ÿ][\w’'-]+")
_TAKES_PART: tuple[Role, ...] = ("panellist", "moderator", "opening", "closing", "chair", "speaker")
_PLAIN: frozenset[Role] = frozenset(["speaker", "mentioned"])  # what whoever is quoted in a release does anyway
_MENTIONED: frozenset[Role] = frozenset(["mentioned"])
_IT = re.compile(rf"\b{any_of('it')}\b")
_GAP = 3  # characters between two sentences
_LABEL = re.compile(r"([^\W\d][^:]{3,20}?)\s*:\s*(?=\w)")
_MENTIONS = 5  # of a surname that are looked at for the full name
_FIRST_NAMES = 60  # characters before a surname


@functools.cache
def _spokespeople() -> frozenset[str]:
    return frozenset(fold(word) for word in load("posts")["spokespeople"])


@functools.cache
def _titles() -> frozenset[str]:
    """Titles that may be a part of a name: they stay with it where only a surname follows."""
    return frozenset(fold(title.rstrip(".")) for title in load("honorifics")["name_like"])


@dataclass(slots=True)
class ProsePeople:
    """What running text says of people, and of panels that it reports on.

    ``sessions`` come with the number of their block and the span of their sentence in ``Page.text``; ``claimed`` are
    the numbers of the blocks that gave anything. ``cut`` is where reading ended before the page did, in ``Page.text``.
    """

    people: list[Appearance] = field(default_factory=list)
    sessions: list[tuple[Session, int, tuple[int, int]]] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    cut: int | None = None


def read_prose(
    page: Page, skip: set[int], *, release: bool, tokens: Tokens | None = None, language: str | None = None
) -> ProsePeople:
    """Read people out of the blocks that no agenda claims (``skip`` are the numbers of those that one does).

    ``release``: whoever is quoted is labelled so, and panels are looked for. ``tokens`` are those of ``page.text``,
    ``language`` is its language: cues of other languages do not count.
    """
    known = language if language in LANGUAGES else None
    return _Reader(page, Findings(page, tokens or tokenise(page.text), known), release).read(skip)


def _is_short(person: Named) -> bool:
    """Whether somebody with a title or post is named by surname alone or with particles: "Ms. van Oosterzee"."""
    words = person.name.split()
    return (person.titled or person.position is not None) and all(word in PARTICLES for word in words[:-1])


def _told_meeting(passage: Passage) -> bool:
    """Whether a verb of saying tells that somebody spoke at the meeting: "told delegates that"."""
    verbs = {span.start: span.end for span in passage.spans("say")}
    return any(
        verbs.get(span.start, span.end) < span.end and span.payload.role == "speaker" for span in passage.spans("role")
    )


class _Reader:
    """One page on the way; remembers who was named."""

    def __init__(self, page: Page, findings: Findings, release: bool) -> None:
        self.page = page
        self.release = release
        self.findings = findings
        self.found = ProsePeople()
        self._known: dict[str, Named | None] = {}  # folded name or a part of it -> the person; None for several
        self._firsts: dict[str, Named | None] = {}  # folded first name -> the person; None for several
        self._last: Named | None = None
        self._carried: Named | None = None  # the person named last in the block right before
        self._sole = self._subject = False  # whether that person's sentence names nobody else, and begins with the name
        self._goes_on = False  # whether the block so far goes on with "he" or "she"
        self._introduced: tuple[Named, Passage] | None = None  # who counts if quoted next
        self._session: Session | None = None
        self._panels = False  # the sentence before spoke of panels
        self._named = 0  # mentions so far

    def read(self, skip: set[int]) -> ProsePeople:
        contacts = ContactReader(self.findings)
        for index, block in enumerate(self.page.blocks):
            if index in skip:
                if contacts.read(block, index, alone=True) is not None:
                    self.found.claimed.add(index)
                continue
            if block.kind in _SKIPPED:
                continue
            if self._named > _MOST_NAMED:
                self.found.cut = block.start
                break
            contact = contacts.read(block, index)
            if contact is not None:
                self.found.claimed.add(index)
                if contact > _SHORT:
                    self._block(block, index, contact)
            elif len(block.text) >= _SHORT and (
                block.kind != "heading" or (block.level > 1 and len(block.text) <= _HEADING)
            ):
                self._block(block, index)
        self.found.people += contacts.people
        return self.found

    def _block(self, block: Block, index: int, limit: int | None = None) -> None:
        """Read the sentences of a block, those before ``limit`` only."""
        caption = self._caption_end(block)
        goes_on = self._last is None and self._carried is not None and self._goes_on
        self._carried, self._last = self._carried if goes_on else self._last, self._last if block.joined else None
        self._goes_on = False
        self._session, self._panels = None, False
        if self._introduced is not None and self._introduced[1].block < index - 1:
            self._introduced = None
        for start, end in sentences(block.text):
            if (caption is not None and start >= caption) or (limit is not None and end > limit):
                break
            self._sentence(
                Passage(block.text[start:end], block.start + start, index, self.findings), caption is not None
            )

    def _caption_end(self, block: Block) -> int | None:
        """Where the credit of a caption starts ("Photo: …"), whose names are nobody's here; None for other blocks."""
        credits = [
            match
            for match in self.findings.cues.within("caption", block.start, block.end)
            if _CREDIT.match(block.text, match.start - block.start)
            or _OF_CREDIT.match(block.text, match.end - block.start)
            or not block.text[: match.start - block.start].strip(" (|[")
        ]
        sign = block.text.find("©")
        if block.kind != "caption" and (len(block.text) > _CAPTION or not (credits or sign >= 0)):
            return None
        ends = [match.start - block.start for match in credits] + ([sign] if sign >= 0 else [])
        return min(ends, default=len(block.text))

    def _sentence(self, passage: Passage, caption: bool) -> None:
        panels = self._panels
        self._panels = panels or names_panel(passage)
        if self._carried is not None and not self._goes_on:
            self._goes_on = begins_with_pronoun(passage)
        may = may_name(passage.text)
        if not may and not (passage.spans("say") and (self._known or self.release)):
            return
        session = panel_in(passage, panels_before=panels) if self.release else None
        if session is not None:
            self._session = session
            self.found.sessions.append((session, passage.block, (passage.base, passage.base + len(passage.text))))
        people = self._with_known(passage, people_in(passage))
        self._named += len(people)
        for person in people:
            person.passage = passage
        if len(people) == 1:
            self._speaks_for_issuer(passage, people[0])
        if not people and self._last is None and self._carried is None and self._introduced is None:
            return
        meant: Named | None = None
        if not caption:
            give_roles(passage, people, panel=self._panels)
            meant = self._quote(passage, people)
        before = self._last or self._carried
        if people:
            known = [person for person in people if person.sure or person.roles]
            self._sole = len(known) == 1 and not has_pronoun_before(passage, known[0])
            self._subject = begins_sentence(passage, known)
        for person in people:
            self._keep(passage, person)
        if before is not None and people and has_pronoun_before(passage, people[0]):
            self._last = before  # "She met the Minister, A B."
        if meant is not None:
            self._keep(passage, meant)
        first = introduced(passage, people) if self.release and not caption else None
        if first is not None and reports(passage, first, clause=True):
            first.sure, first.roles = True, ["quoted"]  # "A B, 21, from Tide, recounted that …"
            self._keep(passage, first)
        elif first is not None:
            self._introduced = first, passage

    def _speaks_for_issuer(self, passage: Passage, person: Named) -> None:
        """Give the body that issues the page, as its title begins, to its spokesperson: "Spokesperson: A B"."""
        if person.organization is not None or person.after != len(passage.text) or person.position is None:
            return
        label = _LABEL.match(passage.text)
        if label is None or fold(label.group(1)) not in _spokespeople():
            return
        issuer = find_organizations(self.page.title or "", slot=True)
        if issuer and issuer[0].start == 0:
            person.organization = issuer[0].name

    def _quote(self, passage: Passage, people: list[Named]) -> Named | None:
        """Give those whom a sentence quotes their role; gives whom it quotes by a pronoun alone, where it does."""
        meant: Named | None = None
        quote = (
            has_quote(passage.text)
            or bool(passage.spans("attributed"))
            or self._quote_follows(passage)
            or frames_quotation_before(passage) is not None
        )
        known = self._introduced[0] if self._introduced is not None else None
        last = known or self._last or self._carried
        for person in quoted_people(passage, people, last):
            if person is known and quote:
                self._count_introduced()
                continue
            if self.release and quote:
                if person is last and person not in people:
                    meant = replace(person, roles=["quoted"], sure=True, again=True)
                elif not any(role in ("opening", "closing") for role in person.roles):
                    # The words are those that the person is said to have spoken.
                    person.roles = [role for role in person.roles if role not in ("speaker", "mentioned")]
                    person.roles.append("quoted")
            elif quote and not person.roles:
                person.roles.append("speaker")
            elif (
                person.sure
                and (
                    not person.roles
                    or (self.release and _PLAIN.issuperset(person.roles) and not _told_meeting(passage))
                )
                and reports(passage, person, clause=self.release)
            ):
                person.roles = ["quoted" if self.release else "speaker"]
        if self.release:
            self._quote_sources(passage, people)
            if meant is None and not quote and not people and reports_by_pronoun(passage):
                meant = self._meant_by_pronoun(passage)
        return meant

    def _quote_sources(self, passage: Passage, people: list[Named]) -> None:
        """Give those their role whose words a sentence gives by its frame alone: "According to A B, …"."""
        for person in people:
            if person.sure and _PLAIN.issuperset(person.roles) and is_source(passage, person):
                person.roles = ["quoted"]

    def _meant_by_pronoun(self, passage: Passage) -> Named | None:
        """The person named last, where that is the only one whom the pronoun of a sentence can stand for.

        In French, Spanish and Arabic, where bodies have a gender too, the name must begin the sentence before.
        """
        last = self._last or self._carried
        of_people = of_people_only(passage)
        if last is None or not (self._sole if of_people else self._subject):
            return None
        if not of_people and (last.passage is None or passage.base - last.passage.base - len(last.passage.text) > _GAP):
            return None
        if not (last.sure and _MENTIONED.issuperset(last.roles)):
            return None
        role: Role = "speaker" if _told_meeting(passage) else "quoted"
        return replace(last, roles=[role], again=True)

    def _count_introduced(self) -> None:
        """Write down as quoted whoever was introduced, where their name stands."""
        if self._introduced is not None:
            person, passage = self._introduced
            person.sure, person.roles = True, ["quoted"]
            self._keep(passage, person)

    def _quote_follows(self, passage: Passage) -> bool:
        """Whether a quotation begins behind the sentence: in its paragraph, or in the next behind a colon."""
        end = passage.base + len(passage.text)
        behind = self.page.text[end : end + 3]
        if "\n" in behind and not passage.text.rstrip().endswith(":"):
            return False
        return behind.strip()[:1] in tuple('“«"')

    def _keep(self, passage: Passage, person: Named) -> None:
        """Write down a person who does something or whom more than capital letters speak for."""
        if not person.roles and (person.again or not person.sure):
            self._last = person if person.again else self._last
            return
        self._introduced = None
        entries = [self._appearance(passage, person, role) for role in person.roles or ["mentioned"]]
        self.found.people += entries
        self.found.claimed.add(passage.block)
        if not person.again:
            self._remember(person)
        self._last = person
        for entry in entries:
            self._add_to_session(passage, entry)

    def _add_to_session(self, passage: Passage, entry: Appearance) -> None:
        if entry.role not in _TAKES_PART:
            return
        session = self._session
        # "DG A opened the session", "… opened it": the one before
        said = entry.role == "opening" and (passage.spans("head") or _IT.search(passage.text))
        if session is None and said and self.found.sessions:
            session = self.found.sessions[-1][0]
        if session is not None and all(known.name != entry.name for known in session.people):
            session.people.append(entry)

    def _appearance(self, passage: Passage, person: Named, role: Role) -> Appearance:
        named = person.passage or passage
        return Appearance(
            name=person.name,
            role=role,
            position=bare_post(person.position) if person.position is not None else None,
            organization=person.organization,
            country=person.country,
            name_text=named.text[person.titles : person.end],
            start=named.base + person.start,
            end=named.base + person.end,
            line_start=passage.base,
            line_end=passage.base + len(passage.text),
            rule="prose",
        )

    # --- people named before ----------------------------------------------------------------------------------------

    def _remember(self, person: Named) -> None:
        self._known.setdefault(fold(person.name), person)
        words = person.name.split()
        first = self._firsts.get(fold(words[0]), person) if len(words) > 1 else None
        self._firsts[fold(words[0])] = first if first is not None and first.name == person.name else None
        for word in words[1:]:
            key = fold(word)
            if len(key) > 2 and word[0].upper() == word[0]:
                known = self._known.get(key, person)
                self._known[key] = person if known is None or known.name == person.name else None

    def _with_known(self, passage: Passage, people: list[Named]) -> list[Named]:
        """The people of a sentence with those whom it names again by a part of the name."""
        if not self._known and not people:
            return people
        kept = []
        for person in people:
            first = self._known.get(fold(person.name))
            if first is None:
                first = self._known_by_parts(person.name) or self._known_by_first_name(passage, person)
            if first is not None and first.name != person.name:
                person = self._again(passage, first, person.start, person.end, person)
            elif first is None and _is_short(person):
                person.name = self._full_name(person.name) or person.name
                if " " in person.name and person.position is not None and person.position.isupper():
                    person.position = None  # "DG Vik", of whom the full name's place says more
            elif first is None and person.roles == [] and " " in person.name:
                person.name = self._longer_name(passage, person) or person.name
            elif first is not None and not person.sure:
                person.position, person.organization, person.country = first.position, first.organization, first.country
                person.sure = True
            kept.append(person)
        acts = bool(passage.spans("say") or passage.spans("role"))
        for match in _CAPITALISED.finditer(passage.text):
            first = self._known.get(fold(re.sub(r"['’]s$", "", match.group())))
            if first is None or any(person.before <= match.start() < person.after for person in people):
                continue
            if not (acts or self._is_addressed(passage, match.start())):
                continue
            kept.append(self._again(passage, first, match.start(), match.start() + len(match.group())))
        return sorted(kept, key=lambda person: person.start)

    def _known_by_parts(self, name: str) -> Named | None:
        """The person whose name holds all the words of a shorter one."""
        words = fold(name).split()
        if len(words) > 1 and words[0] in _titles():
            words = words[1:]  # "Captain Lund", whom the page has named as "Captain Ingrid Lund"
        first = self._known.get(words[-1])
        return first if first is not None and set(words) < set(fold(first.name).split()) else None

    def _known_by_first_name(self, passage: Passage, person: Named) -> Named | None:
        """The only person so far with that first name, where nothing else is said of who bears it: "Rosa says"."""
        plain = person.position is None or person.position.isupper()  # "DG Rosa"
        if " " in person.name or not plain or person.organization or (person.titled and self._full_name(person.name)):
            return None
        return None if _TOLD.match(passage.text, person.end) else self._firsts.get(fold(person.name))

    def _longer_name(self, passage: Passage, person: Named) -> str | None:
        """The name with a second surname, where the page prints it before: "Rosa Lima Prado", then "Rosa Lima"."""
        at = self.page.text.find(f"{person.name} ", 0, passage.base)
        longer = match_name(self.page.text, at) if at >= 0 else None
        if longer is None or longer.end() > passage.base or not looks_like_name(longer.group()):
            return None
        name = longer.group().rstrip(".")
        return (
            name if len(name.split()) == len(person.name.split()) + 1 and looks_like_organization(name) < 0.4 else None
        )

    def _full_name(self, surname: str) -> str | None:
        """The name that the page prints before this surname where it first names them without saying who they are."""
        text = self.page.text
        position = text.find(surname)
        for _ in range(_MENTIONS):
            if position < 0:
                break
            end = position + len(surname)
            begin = max(text.rfind("\n", 0, position) + 1, position - _FIRST_NAMES)
            for start, stop in name_runs(text[begin:end], single=False)[-1:]:
                start, _titles = strip_honorifics(text, begin + start)
                name = text[start : begin + stop]
                if begin + stop == end and start < position and looks_like_name(name):
                    return name
            position = text.find(surname, end)
        return None

    def _again(self, passage: Passage, first: Named, start: int, end: int, read: Named | None = None) -> Named:
        """A later mention; ``read`` is what the sentence itself says of them."""
        if read is None:
            post = post_before(passage, 0, start)
            titles = self._title_start(passage, start)
            read = Named(first.name, start, end, post.start if post is not None else titles, end, titles)
        named = Named(first.name, start, end, read.before, read.after, read.titles, titled=True, sure=True, again=True)
        told = first if first.position or first.organization else read  # the later mention may be the one that says it
        named.position, named.organization, named.country = told.position, told.organization, told.country
        return named

    def _is_addressed(self, passage: Passage, start: int) -> bool:
        """Whether a title or post stands right before a surname: "Director General Swing"."""
        return any(start - post.end == 1 for post in passage.spans("post")) or self._title_start(passage, start) < start

    def _title_start(self, passage: Passage, start: int) -> int:
        """Where a title before a surname starts ("Mme Lô-Garnier")."""
        word = re.search(r"\S+\s+$", passage.text[max(0, start - 20) : start])
        if word is None:
            return start
        begin = start - len(word.group())
        return begin if strip_honorifics(passage.text, begin)[0] == start else start
