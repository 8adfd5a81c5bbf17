"""From the record of a page's present text to rows: its event or press release, and everybody and everything in it.

Each fact's path in the record (``sessions/3/start``) leads to the table, row and column where it ends up, so that the
evidence finds what it speaks of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from archive import schema
from archive.bodies import PageBodies
from archive.corrections import Outcome, apply
from archive.fact_evidence import RecordEvidence, holder_of
from archive.keys import person_id, place_id, theme_id
from archive.names import arabic_forms, ascii_form, name_key
from archive.page_context import KnownText, PageContext
from archive.privacy import CONTACT_ROLE, leads_to_somebody, without_contacts
from parsers import record as read
from parsers.words.vocabulary import load
from scraper.urls import AddressError, canonical


@cache
def _seats() -> frozenset[str]:
    """Towns where states meet that are not at home there: a ministry that is named there is not the host state's."""
    return frozenset(map(name_key, load("states")["seats"]))


class FactWriter:
    """Writes the rows of what a page's present revision says. Its methods are in the order of the tables."""

    def __init__(self, context: PageContext, revision: KnownText) -> None:
        record = revision.reading.record
        assert record is not None  # noqa: S101  a revision is a text that was read
        self.context = context
        self.revision = revision
        self.rows = context.rows
        self.ids = context.ids
        self.page_id = context.page.id
        self.record, self.outcomes, self.removed = apply(without_contacts(record, context.numbers), context.corrections)
        self.is_event = self.record.kind == "event"
        self.is_release = self.record.kind == "press_release"
        self.event_id = self.page_id if self.is_event else None
        self.release_id = self.page_id if self.is_release else None
        self.date = self.record.start_date or self.record.published if self.is_event else self.record.published
        self.year = year_of(self.date)
        self.targets: dict[str, tuple[str, int]] = {}  # path of a fact's holder in the record -> its table and row
        self.names: dict[str, None] = {}  # printed names on the page, in their order
        self.session_ids: dict[int, int] = {}
        self.counts: Counter[int] = Counter()  # appearances by session
        self.people_keys: set[str] = set()
        self.sequences: Counter[str] = Counter()
        self.bodies = self._bodies()

    def write(self) -> None:
        """All rows, in an order that lets evidence find what it speaks of."""
        self._session_ids()
        self._appearances()
        self._involvements()
        self._documents()
        self._taggings()
        if self.is_event:
            self._event()
        elif self.is_release:
            self._press_release()
        self._sessions()
        self._search_entry()
        self._translations()
        self._evidence()
        self._problems()
        self._corrections()

    def _bodies(self) -> PageBodies:
        """Which bodies the page's names stand for."""
        record = self.record
        people = [*record.people, *(person for session in record.sessions for person in session.people)]
        named = [(person.organization, person.country) for person in people if person.organization]
        bodies = [*record.organizations, *(body for session in record.sessions for body in session.organizers)]
        place = record.location
        state = None if place.city and name_key(place.city) in _seats() else place.country
        return PageBodies([*named, *((body.name, None) for body in bodies)], self.revision.reading.text, state)

    def _number(self, kind: str) -> int:
        self.sequences[kind] += 1
        return self.sequences[kind]

    def _session_ids(self) -> None:
        for number, session in enumerate(self.record.sessions):
            path = f"sessions/{number}"
            if path in self.removed or not (self.is_event or self.is_release):
                continue
            start, end = session.title_span
            printed = self.revision.reading.text[start:end] or session.title
            self.session_ids[number] = self.ids.give("session", printed)
            self.targets[path] = ("sessions", self.session_ids[number])

    # people, bodies, documents, themes

    def _appearances(self) -> None:
        claimed: dict[tuple[str, str], tuple[str, int] | None] = {}
        for number, session in enumerate(self.record.sessions):
            for place, person in enumerate(session.people):
                path = f"sessions/{number}/people/{place}"
                row = self._appearance(path, person, session, self.session_ids.get(number))
                claimed.setdefault((name_key(person.name), person.role), row)
        for place, person in enumerate(self.record.people):
            path, key = f"people/{place}", (name_key(person.name), person.role)
            if key not in claimed:
                self._appearance(path, person, None, None)
            elif (row := claimed[key]) is not None:
                self.targets[path] = row

    def _appearance(
        self, path: str, person: read.Appearance, session: read.Session | None, session_id: int | None
    ) -> tuple[str, int] | None:
        """Write one appearance; None where it is not published."""
        hidden = person.role == CONTACT_ROLE or path in self.removed or self.context.blocked.names(person.name)
        if hidden or path.rsplit("/people/", 1)[0] in self.removed or not name_key(person.name):
            return None
        plain, plain_or_none = self.context.plain, self.context.plain_or_none
        name_text = plain(person.name_text or person.name)
        row_id = self.ids.give("appearance", session_id or self.page_id, name_text)
        date = (session.date if session else None) or self.date
        self.rows.add(
            schema.Appearance(
                id=row_id,
                page_id=self.page_id,
                event_id=self.event_id,
                session_id=session_id,
                press_release_id=self.release_id,
                sequence=self._number("appearance"),
                person_id=person_id(person.name),
                name_text=name_text,
                name=plain(person.name),
                role=person.role,
                position=plain_or_none(person.position),
                organization_text=plain_or_none(person.organization),
                organization_id=self.bodies.id_of(person.organization, person.country),
                country=person.country,
                date=date,
                year=year_of(date),
            )
        )
        self.people_keys.add(name_key(person.name))
        self.names.update(dict.fromkeys(filter(None, (plain(person.name), plain_or_none(person.organization)))))
        self.targets[path] = ("appearances", row_id)
        self.counts[session_id or 0] += 1
        self.counts[-1] += 1
        return "appearances", row_id

    def _involvements(self) -> None:
        for number, session in enumerate(self.record.sessions):
            for place, body in enumerate(session.organizers):
                path = f"sessions/{number}/organizers/{place}"
                self._involvement(path, body, self.session_ids.get(number), year_of(session.date) or self.year)
        # The record lists them all; what a session's words say is no fact about the event as a whole.
        told = {(body.start, body.end) for _, session in self._kept_sessions() for body in session.organizers}
        for place, body in enumerate(self.record.organizations):
            if (body.start, body.end) not in told:
                self._involvement(f"organizations/{place}", body, None, self.year)

    def _involvement(self, path: str, body: read.Involvement, session_id: int | None, year: int | None) -> None:
        body_id = self.bodies.id_of(body.name, of_page=True)
        if body_id is None or path.rsplit("/organizers/", 1)[0] in self.removed:
            return
        name = self.context.plain(body.name)
        row_id = self.ids.give("involvement", session_id or self.page_id, name)
        self.rows.add(
            schema.Involvement(
                id=row_id,
                page_id=self.page_id,
                event_id=self.event_id,
                session_id=session_id,
                press_release_id=self.release_id,
                sequence=self._number("involvement"),
                organization_id=body_id,
                name_text=name,
                role=body.role,
                year=year,
            )
        )
        self.names[name] = None
        self.targets[path] = ("involvements", row_id)

    def _kept_sessions(self) -> Iterable[tuple[int, read.Session]]:
        """Sessions with their numbers, without those that a correction took out."""
        return (
            (number, session)
            for number, session in enumerate(self.record.sessions)
            if f"sessions/{number}" not in self.removed
        )

    def _documents(self) -> None:
        """A label in a session and the link that it bears are one document: the link's, in that session."""
        listed = self.record.documents
        held: dict[int, tuple[int | None, int | None]] = {}  # place of a listed document -> its session, its year
        for number, session in self._kept_sessions():
            inside = self.session_ids.get(number), year_of(session.date) or self.year
            for place, document in enumerate(session.documents):
                same = [one for one, other in enumerate(listed) if _overlap(document, other)]
                held.update(dict.fromkeys(same, inside))
                if not same:
                    self._document(f"sessions/{number}/documents/{place}", document, *inside)
        for place, document in enumerate(listed):
            self._document(f"documents/{place}", document, *held.get(place, (None, self.year)))

    def _document(self, path: str, document: read.Document, session_id: int | None, year: int | None) -> None:
        if path.rsplit("/documents/", 1)[0] in self.removed or leads_to_somebody(document.url or ""):
            return
        label = self.context.plain(document.label)
        printed_in = (session_id or self.page_id) if path.startswith("sessions/") else self.page_id
        row_id = self.ids.give("document", printed_in, label, document.url or "")
        owner = document.owner if document.owner and name_key(document.owner) in self.people_keys else None
        self.rows.add(
            schema.Document(
                id=row_id,
                page_id=self.page_id,
                event_id=self.event_id,
                session_id=session_id,
                press_release_id=self.release_id,
                sequence=self._number("document"),
                label=label,
                kind=document.kind,
                address=document.url,
                language=document.language,
                owner_text=self.context.plain_or_none(document.owner),
                person_id=person_id(owner) if owner else None,
                year=year,
            )
        )
        self.targets[path] = ("documents", row_id)

    def _taggings(self) -> None:
        for place, tag in enumerate(self.record.taggings):
            row_id = self.ids.give("tagging", tag.scheme, tag.code, tag.basis)
            self.rows.add(
                schema.Tagging(
                    id=row_id,
                    page_id=self.page_id,
                    event_id=self.event_id,
                    press_release_id=self.release_id,
                    theme_id=theme_id(tag.scheme, tag.code),
                    basis=tag.basis,
                    main=tag.main,
                    score=tag.score,
                    words=self._words(tag.start, tag.end),
                    year=self.year,
                )
            )
            self.rows.themes.append((tag.scheme, tag.code))
            self.targets[f"taggings/{place}"] = ("taggings", row_id)

    # events, sessions, releases

    def _event(self) -> None:
        record, place, plain_or_none = self.record, self.record.location, self.context.plain_or_none
        mode = ("hybrid" if place.venue or place.city else "online") if place.online else None
        self.rows.add(
            schema.Event(
                id=self.page_id,
                page_id=self.page_id,
                revision_id=self.revision.id,
                name=plain_or_none(record.title),
                series=record.series,
                start_date=record.start_date,
                end_date=record.end_date,
                date_text=plain_or_none(record.date_text),
                date_basis=record.date_basis,
                year=year_of(record.start_date),
                venue=plain_or_none(place.venue),
                city=plain_or_none(place.city),
                country=place.country,
                place_id=place_id(place.city, place.country),
                mode=mode,
                status=record.status,
                published=record.published,
                language=record.language,
                address=self.context.page.address,
                captured_at=self.revision.captures[-1].captured_at,
                session_count=len(self.session_ids),
                appearance_count=self.counts[-1],
            )
        )
        self.targets[""] = ("events", self.page_id)

    def _sessions(self) -> None:
        position = 0
        for number, session in enumerate(self.record.sessions):
            session_id = self.session_ids.get(number)
            if session_id is None:
                continue
            position += 1
            title = self.context.plain(session.title)
            self.rows.add(
                schema.Session(
                    id=session_id,
                    page_id=self.page_id,
                    event_id=self.event_id,
                    press_release_id=self.release_id,
                    position=position,
                    title=title,
                    kind=session.kind,
                    date=session.date,
                    start_time=session.start,
                    end_time=session.end,
                    timezone=session.timezone,
                    start_utc=session.start_utc,
                    end_utc=session.end_utc,
                    venue=self.context.plain_or_none(session.venue),
                    year=year_of(session.date),
                    appearance_count=self.counts[session_id],
                )
            )
            self._session_entry(session_id, title, session, number)

    def _session_entry(self, session_id: int, title: str, session: read.Session, number: int) -> None:
        shown = [
            person
            for place, person in enumerate(session.people)
            if self.targets.get(f"sessions/{number}/people/{place}", ("", 0))[0] == "appearances"
        ]
        names = [part for person in shown for part in (person.name, person.organization)]
        names += [body.name for body in session.organizers]
        posts = [person.position for person in shown]
        self._entry(
            "session",
            session_id,
            title,
            names=filter(None, names),
            excerpt="; ".join(filter(None, (self.record.title, session.venue, *posts))) or None,
            text="",
            date=session.date,
        )

    def _press_release(self) -> None:
        record, place, plain_or_none = self.record, self.record.location, self.context.plain_or_none
        self.rows.add(
            schema.PressRelease(
                id=self.page_id,
                page_id=self.page_id,
                revision_id=self.revision.id,
                headline=plain_or_none(record.title),
                published=record.published,
                year=self.year,
                series=record.series,
                city=plain_or_none(place.city),
                country=place.country,
                place_id=place_id(place.city, place.country),
                event_start_date=record.start_date,
                event_end_date=record.end_date,
                date_text=plain_or_none(record.date_text),
                language=record.language,
                address=self.context.page.address,
                captured_at=self.revision.captures[-1].captured_at,
                session_count=len(self.session_ids),
                appearance_count=self.counts[-1],
                mention_count=0,  # counted after the load
            )
        )
        self.targets[""] = ("press_releases", self.page_id)
        self.rows.links = list(self.revision.reading.links or ())

    # search, translations

    def _search_entry(self) -> None:
        kind = "page" if self.record.kind == "other" else self.record.kind
        title = self.context.plain_or_none(self.record.title) or self.context.page.address
        self._entry(kind, self.page_id, title, names=self.names, text=self.revision.text, date=self.date)

    def _entry(
        self,
        kind: str,
        item_id: int,
        title: str,
        *,
        names: Iterable[str],
        text: str,
        date: str | None,
        excerpt: str | None = None,
    ) -> None:
        plain = self.context.plain
        printed = list(dict.fromkeys(map(plain, names)))
        other_forms = [ascii_form(title), *map(ascii_form, printed)]
        terms = dict.fromkeys(form for form in other_forms if form != title and form not in printed)
        arabic = arabic_forms(f"{title} {text} {excerpt or ''}")
        self.rows.add(
            schema.SearchEntry(
                id=self.ids.give("search", kind, item_id),
                type=kind,
                item_id=item_id,
                page_id=self.page_id,
                revision_id=self.revision.id if text else None,
                title=title,
                names="; ".join(printed) or None,
                excerpt=plain(excerpt) if excerpt else None,
                terms="; ".join(filter(None, (*terms, arabic))) or None,
                date=date,
                year=year_of(date),
                language=self.record.language,
                country=self.record.location.country,
            )
        )

    def _translations(self) -> None:
        for language, address in sorted((self.revision.reading.translations or {}).items()):
            try:
                other = canonical(address)
            except AddressError:
                continue
            if language != self.record.language and other != self.context.page.address:
                self.rows.add(
                    schema.Translation(
                        id=self.ids.give("translation", language),
                        page_id=self.page_id,
                        language=language,
                        address=other,
                        translation_id=None,  # found after the load
                    )
                )

    # evidence, problems, corrections

    def _evidence(self) -> None:
        self.targets.setdefault("", ("pages", self.page_id))
        corrected = {path for outcome in self.outcomes for path in outcome.paths}
        written: set[tuple[str, int, str, int, int]] = set()
        for item in RecordEvidence(self.record, self.revision.reading.text):
            found = holder_of(item.fact, self.targets)
            if found is None or item.fact in corrected or item.start >= item.end:
                continue
            key = (*found, item.start, item.end)
            if key not in written:
                written.add(key)
                self._evidence_row(*found, (item.start, item.end), item.rule, item.basis)
        for outcome in self.outcomes:
            for path in outcome.paths:
                if path not in self.removed and (found := holder_of(path, self.targets)):
                    self._evidence_row(*found, None, "correction", outcome.correction.why)

    def _evidence_row(
        self, table: str, row_id: int, column: str, span: tuple[int, int] | None, rule: str, basis: str | None
    ) -> None:
        words = self._words(*span) if span else None
        self.rows.add(
            schema.Evidence(
                id=self.ids.give("evidence", table, row_id, column, words or ""),
                revision_id=self.revision.id,
                table_name=table,
                row_id=row_id,
                field=column,
                span_start=span[0] if span else None,
                span_end=span[1] if span else None,
                words=words,
                rule=rule,
                basis=basis,
            )
        )

    def _words(self, start: int, end: int) -> str | None:
        return self.revision.text[start:end] or None

    def _problems(self) -> None:
        for message in self.revision.reading.problems or ():
            self.context.problem("read", "damaged_text", message, revision=self.revision)
        for problem in self.record.problems:
            self.context.problem(
                "parse", problem.code, problem.message, revision=self.revision, span=(problem.start, problem.end)
            )

    def _corrections(self) -> None:
        for outcome in self.outcomes:
            correction = outcome.correction
            self.rows.add(correction_row(outcome, self.page_id, self.ids.give("correction", correction.number)))
            if not outcome.paths:
                message = f"nothing to correct: the page has no {correction.target}"
                self.context.problem("correct", "correction_without_target", message, revision=self.revision)
            elif outcome.stale:
                message = (
                    f"{correction.target}: the correction was made for {correction.was!r}, now {outcome.read!r} is read"
                )
                self.context.problem("correct", "correction_to_review", message, revision=self.revision)
        self._days_in_order({outcome.correction.field for outcome in self.outcomes if not outcome.correction.session})

    def _days_in_order(self, corrected: set[str | None]) -> None:
        """A first day that was corrected alone may leave a last day before it, and the other way round."""
        start, end = self.record.start_date, self.record.end_date
        if start and end and end < start and corrected & {"start_date", "end_date"}:
            other = "end_date" if "end_date" not in corrected else "start_date"
            message = f"the event ends ({end}) before it begins ({start}): correct {other} as well"
            self.context.problem("correct", "correction_to_review", message, revision=self.revision)


def correction_row(outcome: Outcome, page_id: int | None, row_id: int) -> schema.Correction:
    """The published form of what came of a correction."""
    correction = outcome.correction
    value = str(correction.value) if correction.value is not None else None
    return schema.Correction(
        id=row_id,
        page_id=page_id,
        target=correction.target,
        action=correction.action,
        read=outcome.read,
        value=value if correction.action == "set" else correction.person if correction.action == "add" else None,
        why=correction.why,
        by=correction.by,
        decided=correction.on,
        applied=bool(outcome.paths),
    )


def _overlap(one: read.Document, other: read.Document) -> bool:
    return one.start < other.end and other.start < one.end


def year_of(day: str | None) -> int | None:
    """Year of an ISO day."""
    return int(day[:4]) if day else None
