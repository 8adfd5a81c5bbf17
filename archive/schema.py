"""Every table and every column of ``archive.db``, said once.

    pages ── page_addresses, captures, revisions ── revision_texts
      │
      ├── events ── sessions ──┐
      ├── press_releases ──────┼── appearances ── people ── people_names
      │     └ event_mentions   ├── involvements ── organizations ── organization_names
      │                        ├── documents
      │                        └── taggings ── themes
      └── evidence (for any of these), problems

The classes are the rows that the build writes; their fields say what each column means (`archive.tables`). The DDL, the
data dictionary and Datasette's metadata all come from here, so this is the public form of the data: columns are added,
seldom changed, and `VERSION` counts up when they are.

What the page does not say is null. What was printed (``*_text``) stays beside what it was read as.
"""

from __future__ import annotations

from archive.tables import Search, Table, View, column, described, table

VERSION = 1  # PRAGMA user_version of archive.db

DAY = "ISO 8601 day"
INSTANT = "ISO 8601 UTC, with Z"
CLOCK = "24-hour HH:MM, as the place's clock shows it"
COUNTRY = "ISO 3166-1 alpha-2; XK for Kosovo"
LANGUAGE = "ISO 639-1"
SHA256 = "SHA-256, hexadecimal"
CHARACTER = "characters of the revision's text, from 0"


@table("pages", title="Pages", label="title", sort="-last_seen", facets=("kind", "language", "year", "host"))
class Page:
    """One page of a site, whatever addresses lead to it.

    Also a page that is known but was never read: then kind is null. A page that vanished keeps its rows.
    """

    id: int = column("The page's number. It never changes.", key=True)
    address: str = column("Canonical address.", unit="URL", index=True)
    host: str = column("Host of the address.")
    kind: str | None = column(
        "event (a meeting, its agenda or its side events), press_release (a news item or statement) or other.",
        null="the page was never read",
    )
    title: str | None = column("Title as the page prints it.", null="never read, or the page prints none")
    language: str | None = column("Language of the text.", unit=LANGUAGE, null="never read, or not told apart")
    expected_kind: str | None = column(
        "Kind that the place where the page was found suggests: for pages that were never read.",
        null="it suggests none",
    )
    year: int | None = column(
        "Year of the event, else of publication.", unit="year", null="the page states neither date"
    )
    revision_id: int | None = column(
        "The text that holds now: the last one that was captured whole.", references="revisions", null="never read"
    )
    revision_count: int = column("How many distinct texts the page has had.", unit="revisions")
    capture_count: int = column("How many fetch attempts and imported copies there are.", unit="captures")
    first_seen: str = column("When the archive first knew the page.", unit=INSTANT)
    last_seen: str | None = column(
        "Time of the last good capture (one that gave the page, or said that it is unchanged).",
        unit=INSTANT,
        null="no good capture yet",
        index=True,
    )
    last_checked: str | None = column(
        "Time of the last attempt, whatever came of it.", unit=INSTANT, null="never tried"
    )
    gone_at: str | None = column(
        "When the page was found gone, by repeated evidence. Gone does not mean cancelled; its rows stay.",
        unit=INSTANT,
        null="not gone as far as known",
        index=True,
    )
    node_id: int | None = column("Number of the page in the site's Drupal.", null="the page does not show it")
    layout: str | None = column("Fingerprint of the page's layout, to tell a redesign.", null="never read", index=True)


@table("page_addresses", title="Addresses of pages", label="address")
class PageAddress:
    """One address that leads to a page.

    Canonical address, other spellings, addresses of before a move, `/node/N`.
    """

    id: int = column("Keyed from page and address.", key=True)
    page_id: int = column("The page.", references="pages")
    address: str = column("The address.", unit="URL", unique=True)
    canonical: bool = column("1 for the page's canonical address.")
    channel: str | None = column(
        "What found it first: listing, sitemap, feed, seed, link, redirect, import.", null="not recorded"
    )
    first_seen: str = column("When the archive first met it.", unit=INSTANT)


@table("merged_pages", title="Merged pages")
class MergedPage:
    """One former page number: the page was found to be another one, whose rows hold what is known of both."""

    id: int = column("The former number.", key=True)
    page_id: int = column("The page.", references="pages")


@table("translations", title="Translations", facets=("language",))
class Translation:
    """One link from a page to itself in another language, as the page's head declares it."""

    id: int = column("Keyed from page and language.", key=True)
    page_id: int = column("The page.", references="pages")
    language: str = column("Language of the translation.", unit=LANGUAGE)
    address: str = column("Address of the translation.", unit="URL")
    translation_id: int | None = column("That page.", references="pages", null="the archive does not know the address")


@table(
    "captures",
    title="Captures",
    label="captured_at",
    sort="-captured_at",
    facets=("verdict", "via", "status"),
    indexes=(("page_id", "captured_at"),),
)
class Capture:
    """One fetch attempt, or one imported copy of a page.

    Also the attempts that gave nothing new (304), that were refused, or failed. Bodies are kept unchanged in WARC
    files.
    """

    id: int = column("Number of the capture in the ledger.", key=True)
    page_id: int = column("The page.", references="pages")
    address: str = column("Address that was asked for.", unit="URL")
    final_address: str = column("Address that answered: the same without redirects.", unit="URL")
    captured_at: str = column("When.", unit=INSTANT, index=True)
    via: str = column("live (from the site), warc or wayback (from another archive), html or text (a saved copy).")
    status: int | None = column("HTTP status.", null="no answer, or a copy that does not state it")
    verdict: str = column(
        "What the capture is worth: ok, not_modified, gone, blocked ... Only an ok capture changes what is said of a "
        "page."
    )
    content_type: str | None = column("Content-Type header.", null="none sent")
    body_bytes: int | None = column("Length of the body as kept.", unit="bytes", null="no body")
    body_sha256: str | None = column("Hash of the body.", unit=SHA256, null="no body")
    revision_id: int | None = column(
        "The text that this capture gave, or confirmed.",
        references="revisions",
        null="it gave none, or could not be read",
    )
    run_id: int | None = column("The job that made it.", references="runs", null="not made by a job")
    warc_file: str | None = column("File among the captures that holds the record.", null="nothing was stored")
    warc_offset: int | None = column("Where in that file the record starts.", unit="bytes", null="nothing was stored")


@table(
    "revisions",
    title="Revisions",
    label="title",
    sort="-first_captured_at",
    facets=("language",),
    unique=(("page_id", "number"),),
)
class Revision:
    """One distinct text that a page has had.

    Counted in the order in which the texts were captured, not imported. Menus and footers are no part of the text, so a
    new menu is no new revision. A text that comes back is the same revision.
    """

    id: int = column("Keyed from page and text.", key=True)
    page_id: int = column("The page.", references="pages")
    number: int = column("1 for the first text of the page, 2 for the next ...")
    title: str | None = column("Title in this revision.", null="the page prints none")
    language: str | None = column("Language.", unit=LANGUAGE, null="not told apart")
    first_capture_id: int = column("First capture that gave this text.", references="captures")
    last_capture_id: int = column("Last capture that gave or confirmed this text.", references="captures")
    first_captured_at: str = column("Time of the first.", unit=INSTANT, index=True)
    last_captured_at: str = column("Time of the last.", unit=INSTANT)
    capture_count: int = column("Captures that gave or confirmed this text.", unit="captures")
    characters: int = column("Length of the text.", unit="characters")
    text_sha256: str = column(
        "Hash of the text, before e-mail addresses and phone numbers were blotted out.", unit=SHA256
    )
    parser_version: str = column("Parser that read it.")
    previous_id: int | None = column("The revision before it.", references="revisions", null="it is the page's first")
    lines_added: int | None = column(
        "Lines that the revision before did not have.", unit="lines", null="it is the page's first"
    )
    lines_removed: int | None = column(
        "Lines of the revision before that it lacks.", unit="lines", null="it is the page's first"
    )


@table("revision_texts", title="Texts of revisions", search=Search(("text",), stem=True))
class RevisionText:
    """The full text of one revision.

    One line for each block of the page. Spans (in evidence) count characters of this text. Each character of an e-mail
    address and each digit of a phone number is replaced by █, so the spans hold.
    """

    id: int = column("Id of the revision.", key=True, references="revisions")
    text: str = column("The text.")


@table(
    "events",
    title="Events",
    label="name",
    sort="-start_date",
    facets=("year", "country", "series", "language", "mode", "status"),
    search=Search(("name", "venue", "city"), stem=True),
)
class Event:
    """One event, as its page tells it: a conference, dialogue, council session, workshop, briefing.

    An event whose page exists in two languages has two rows, one for each page.
    """

    id: int = column("The same as the page's.", key=True)
    page_id: int = column("The page.", references="pages")
    revision_id: int = column("The revision that this row was read from.", references="revisions")
    name: str | None = column("The event's name: the page's title.", null="the page prints none")
    series: str | None = column("The series of meetings it belongs to.", references="series", null="none known")
    start_date: str | None = column("First day.", unit=DAY, null="not stated", index=True)
    end_date: str | None = column("Last day; the first day again for an event of one day.", unit=DAY, null="not stated")
    date_text: str | None = column("The date as printed.", null="no date was found")
    date_basis: str | None = column(
        "How a part of the date was inferred that the words do not state.", null="the words state it all"
    )
    year: int | None = column("Year of the first day.", unit="year", null="no date")
    venue: str | None = column("Venue as printed.", null="not stated")
    city: str | None = column("City as printed.", null="not stated")
    country: str | None = column("Country where it is held.", unit=COUNTRY, references="countries", null="not stated")
    place_id: int | None = column("City and country as a place.", references="places", null="neither is stated")
    mode: str | None = column(
        "online, or hybrid where the page names a place as well.", null="the page does not say that it is online"
    )
    status: str | None = column(
        "cancelled, postponed or rescheduled, where the page says so.", null="the page says nothing of the kind"
    )
    published: str | None = column("Day on which the page was published.", unit=DAY, null="not stated")
    language: str | None = column("Language of the page.", unit=LANGUAGE, null="not told apart")
    address: str = column("Source: the page's address.", unit="URL")
    captured_at: str = column("Source: time of the last capture that gave or confirmed this text.", unit=INSTANT)
    session_count: int = column("Sessions on the agenda.", unit="sessions")
    appearance_count: int = column("Appearances of people on the page.", unit="appearances")


@table(
    "sessions",
    title="Sessions",
    label="title",
    sort="-date",
    facets=("kind", "year", "timezone"),
    search=Search(("title",), stem=True),
    indexes=(("event_id", "position"),),
)
class Session:
    """One item of an agenda, programme or list of side events; also a panel that a press release tells of.

    Breaks count. An item without a printed end has none, also when the next one's start is known.
    """

    id: int = column("Keyed from the page and the printed title.", key=True)
    page_id: int = column("The page.", references="pages")
    event_id: int | None = column("The event.", references="events", null="a press release tells of it")
    press_release_id: int | None = column("The release.", references="press_releases", null="on an event's page")
    position: int = column("Place on the page, from 1.")
    title: str = column("Title, without time and room.")
    kind: str = column("plenary, panel, dialogue, side_event, ceremony, break, procedural, press_briefing or other.")
    date: str | None = column("Day.", unit=DAY, null="not stated", index=True)
    start_time: str | None = column("Start.", unit=CLOCK, null="not stated")
    end_time: str | None = column("End.", unit=CLOCK, null="not stated")
    timezone: str | None = column("Time zone as printed.", null="none printed")
    start_utc: str | None = column("Start in UTC.", unit=INSTANT, null="day, time or zone is not known")
    end_utc: str | None = column("End in UTC.", unit=INSTANT, null="day, time or zone is not known")
    venue: str | None = column("Room or place as printed.", null="not stated")
    year: int | None = column("Year of the day.", unit="year", null="no day")
    appearance_count: int = column("Appearances of people in the session.", unit="appearances")


@table(
    "press_releases",
    title="Press releases",
    label="headline",
    sort="-published",
    facets=("year", "country", "language"),
    search=Search(("headline",), stem=True),
)
class PressRelease:
    """One press release, news item or statement for the press."""

    id: int = column("The same as the page's.", key=True)
    page_id: int = column("The page.", references="pages")
    revision_id: int = column("The revision that this row was read from.", references="revisions")
    headline: str | None = column("Headline.", null="the page prints none")
    published: str | None = column(
        "Day of publication, as the page states it.", unit=DAY, null="not stated", index=True
    )
    year: int | None = column("Year of publication.", unit="year", null="not stated")
    series: str | None = column("The series of meetings that it reports on.", references="series", null="none known")
    city: str | None = column("City of the dateline.", null="none in the dateline")
    country: str | None = column(
        "Country of the dateline, or of its city.", unit=COUNTRY, references="countries", null="neither is stated"
    )
    place_id: int | None = column("City and country as a place.", references="places", null="neither is stated")
    event_start_date: str | None = column(
        "First day of the event that the release reports on, where its text gives it.", unit=DAY, null="none given"
    )
    event_end_date: str | None = column("Last day of that event.", unit=DAY, null="none given")
    date_text: str | None = column("That event's date as printed.", null="none given")
    language: str | None = column("Language.", unit=LANGUAGE, null="not told apart")
    address: str = column("Source: the page's address.", unit="URL")
    captured_at: str = column("Source: time of the last capture that gave or confirmed this text.", unit=INSTANT)
    session_count: int = column("Sessions of meetings that it tells of.", unit="sessions")
    appearance_count: int = column("People named, once for each role.", unit="appearances")
    mention_count: int = column("Events of the archive that the release names.", unit="events")


@table("event_mentions", title="Releases that name events", facets=("basis",))
class EventMention:
    """One press release that names one event of the archive."""

    id: int = column("Keyed from release and event.", key=True)
    press_release_id: int = column("The release.", references="press_releases")
    event_id: int = column("The event.", references="events")
    basis: str = column(
        "link (the release links to the event's page), name (it prints the event's name; of several events of that "
        "name the nearest in time) or date (it reports on a meeting of the same series on the same days)."
    )
    words: str | None = column("The words that name the event, or its date.", null="a link")
    days: int | None = column(
        "Days from the event's first day to the release; negative: the release came before.",
        unit="days",
        null="one of the two has no date",
    )


@table(
    "people",
    title="People",
    label="name",
    sort="-appearance_count",
    search=Search(("name", "other_names", "name_ascii"), stem=False),
)
class Person:
    """One person: printed names that are equal once case, accents and punctuation are gone.

    Two spellings that differ in more are two rows; two people of one name are one: equal names are no proof that two
    appearances are of one person, so compare their posts, bodies and years. Only people in a public role: press
    contacts are left out, and nothing is inferred about a person.
    """

    id: int = column("Keyed from the normalised name.", key=True)
    name: str = column("Name, in the form that is printed most often.")
    other_names: str | None = column("The other printed forms, set apart by semicolons.", null="there are none")
    name_ascii: str = column("The names without accents, for search.")
    appearance_count: int = column("Appearances.", unit="appearances", index=True)
    event_count: int = column("Events with an appearance.", unit="events")
    release_count: int = column("Press releases with an appearance.", unit="press releases")
    first_date: str | None = column("Day of the first dated appearance.", unit=DAY, null="none is dated")
    last_date: str | None = column("Day of the last dated appearance.", unit=DAY, null="none is dated", index=True)
    position: str | None = column("Post in the last appearance that states one.", null="none is stated")
    organization: str | None = column("Body in the last appearance that states one.", null="none is stated")


@table("people_names", title="Printed names of people", label="name")
class PersonName:
    """One printed form of a person's name, titles off."""

    id: int = column("Keyed from person and name.", key=True)
    person_id: int = column("The person.", references="people")
    name: str = column("The name.", index=True)
    appearance_count: int = column("Appearances that print it so.", unit="appearances")


@table(
    "organizations",
    title="Organisations",
    label="name",
    sort="-appearance_count",
    search=Search(("name", "other_names", "name_ascii"), stem=False),
)
class Organization:
    """One body: printed names that are equal once case, accents and punctuation are gone.

    A body that the vocabulary knows is one row under its names and acronyms in all languages. "Name (ABC)" and "Name"
    are one row, and so is "ABC" on a page that prints both. An organ that every state has ("Ministry of Health") is one
    row for each state, and one for where the state is not known. Else an acronym and its long form are two rows.
    """

    id: int = column("Keyed from the normalised name, for a state's organ from its state too.", key=True)
    name: str = column("Name, in the fullest printed form: with its acronym, without, else the acronym.")
    country: str | None = column(
        "State whose organ it is, where its name names none.",
        unit=COUNTRY,
        references="countries",
        null="no state's organ, a name that tells the state, or the state is not known",
    )
    other_names: str | None = column("The other printed forms, set apart by semicolons.", null="there are none")
    name_ascii: str = column("The names without accents, for search.")
    appearance_count: int = column("Appearances of people who come from it.", unit="appearances", index=True)
    involvement_count: int = column(
        "Times that it organises, hosts, partners, sponsors or takes part.", unit="involvements", index=True
    )
    event_count: int = column("Events with either.", unit="events")


@table("organization_names", title="Printed names of organisations", label="name")
class OrganizationName:
    """One printed form of a body's name."""

    id: int = column("Keyed from body and name.", key=True)
    organization_id: int = column("The body.", references="organizations")
    name: str = column("The name.", index=True)
    mention_count: int = column("Appearances and involvements that print it so.", unit="times")


@table("places", title="Places", label="name", sort="-event_count", facets=("country",))
class Place:
    """One city in a country, or a country alone, where events are held or releases written.

    A town that the archive knows is one row under its names in all languages.
    """

    id: int = column("Keyed from normalised city (a known town's English name) and country.", key=True)
    name: str = column("City and country, for people.")
    city: str | None = column("City: its English name if known, else as printed most often.", null="a country alone")
    country: str | None = column("Country.", unit=COUNTRY, references="countries", null="a city alone")
    event_count: int = column("Events held there.", unit="events")
    release_count: int = column("Press releases with this dateline.", unit="press releases")


@table("countries", title="Countries", label="name", sort="-appearance_count", facets=("region",))
class Country:
    """One country or territory that occurs, as a place or as what a person speaks for."""

    code: str = column("Code.", unit=COUNTRY, key=True)
    name: str = column("English name; the code where the vocabulary has none.")
    region: str | None = column("Continent, as UN M49 has it.", null="not in UN M49")
    subregion: str | None = column("Subregion of UN M49.", null="not in UN M49")
    event_count: int = column("Events held there.", unit="events")
    release_count: int = column("Press releases with a dateline there.", unit="press releases")
    appearance_count: int = column("Appearances of people who speak for it.", unit="appearances")


@table("series", title="Series of meetings", label="name", sort="-event_count")
class Series:
    """One series of meetings: the International Dialogue on Migration, the IOM Council ..."""

    code: str = column("Short code.", key=True)
    name: str = column("English name; the code where the vocabulary has none.")
    event_count: int = column("Events of the series.", unit="events")
    first_date: str | None = column("First day of the first dated one.", unit=DAY, null="none is dated")
    last_date: str | None = column("First day of the last dated one.", unit=DAY, null="none is dated")


@table(
    "appearances",
    title="Appearances",
    label="name_text",
    sort="-date",
    facets=("role", "country", "year"),
    search=Search(("name", "position", "organization_text"), stem=False),
    indexes=(
        ("person_id", "date"),
        ("country", "year", "role", "person_id"),  # holds all that counting by country needs
        ("organization_id", "person_id", "date", "session_id", "role"),  # the same for bodies
        ("role", "year", "country"),  # and by role
    ),
)
class Appearance:
    """One person in one role: in a session, at an event, or in a press release.

    Who appears in two sessions has two rows. `country` is the state that the person speaks for, never a nationality.
    """

    id: int = column("Keyed from page or session and the printed name.", key=True)
    page_id: int = column("The page.", references="pages")
    event_id: int | None = column("The event.", references="events", null="a press release or other page")
    session_id: int | None = column("The session.", references="sessions", null="in no session, or not known in which")
    press_release_id: int | None = column("The release.", references="press_releases", null="an event or other page")
    sequence: int = column("Place among the appearances of the page, from 1, in the order of its text.")
    person_id: int = column(
        "Who it is, as far as names tell: a resolution on top of the printed name.", references="people"
    )
    name_text: str = column("Name as printed, with its titles.")
    name: str = column("The same without titles.")
    role: str = column("chair, moderator, panellist, speaker, opening, closing, host; quoted or mentioned in a text.")
    position: str | None = column("Post as printed.", null="not stated")
    organization_text: str | None = column("Body as printed.", null="not stated")
    organization_id: int | None = column("That body.", references="organizations", null="no body is stated")
    country: str | None = column(
        "State that the person speaks for; where it is that of the page, its evidence says so.",
        unit=COUNTRY,
        references="countries",
        null="speaks for no state, or not stated",
    )
    date: str | None = column(
        "Day of the session, else first day of the event, else day of publication.", unit=DAY, null="none is stated"
    )
    year: int | None = column("Year of that day.", unit="year", null="no day")


@table(
    "involvements",
    title="Involvements of organisations",
    indexes=(("organization_id", "year", "event_id"),),
    label="name_text",
    facets=("role", "year"),
)
class Involvement:
    """One body in one role at an event, in a session, or in a press release."""

    id: int = column("Keyed from page or session and the printed name.", key=True)
    page_id: int = column("The page.", references="pages")
    event_id: int | None = column("The event.", references="events", null="a press release or other page")
    session_id: int | None = column("The session.", references="sessions", null="the event as a whole")
    press_release_id: int | None = column("The release.", references="press_releases", null="an event or other page")
    sequence: int = column("Place among the involvements of the page, from 1.")
    organization_id: int = column("The body.", references="organizations")
    name_text: str = column("Name as printed.")
    role: str = column(
        "organizer, co_organizer, host, partner (helps, or does it with others), sponsor (pays) or participant "
        "(takes part; also a process that meets)."
    )
    year: int | None = column("Year of the session, event or release.", unit="year", null="no date")


@table("documents", title="Documents", label="label", facets=("kind", "language", "year"))
class Document:
    """One linked file, recording or transcript."""

    id: int = column("Keyed from page or session, label and address.", key=True)
    page_id: int = column("The page.", references="pages")
    event_id: int | None = column("The event.", references="events", null="a press release or other page")
    session_id: int | None = column("The session.", references="sessions", null="the event as a whole")
    press_release_id: int | None = column("The release.", references="press_releases", null="an event or other page")
    sequence: int = column("Place among the documents of the page, from 1.")
    label: str = column("Label of the link.")
    kind: str = column("agenda, concept_note, statement, presentation, report, video, transcript, biography or other.")
    address: str | None = column("Address.", unit="URL", null="read from a text capture, which has no links")
    language: str | None = column("Language of the document.", unit=LANGUAGE, null="not stated")
    owner_text: str | None = column("Whose it is, as printed.", null="no one's in particular")
    person_id: int | None = column(
        "That person.", references="people", null="no one's, or a name without an appearance"
    )
    year: int | None = column("Year of the session, event or release.", unit="year", null="no date")


@table("themes", title="Themes", label="label", sort="-page_count", facets=("scheme",), unique=(("scheme", "code"),))
class Theme:
    """One theme of a scheme.

    Schemes: iom-archive (this project's list), gcm (objectives of the Global Compact for Migration), sdg (Sustainable
    Development Goals).
    """

    id: int = column("Keyed from scheme and code.", key=True)
    scheme: str = column("iom-archive, gcm or sdg.")
    code: str = column("Code in the scheme.")
    label: str = column("English label; the code where the vocabulary has none.")
    page_count: int = column("Pages with this theme.", unit="pages")


@table(
    "taggings",
    title="Themes of pages",
    facets=("basis", "main"),
    indexes=(("theme_id", "year"), ("page_id", "theme_id")),
)
class Tagging:
    """One theme on one page.

    What the site says (basis site) is a fact; what a rule found (basis rule) is an opinion, with the words that gave
    it.
    """

    id: int = column("Keyed from page, theme and basis.", key=True)
    page_id: int = column("The page.", references="pages")
    event_id: int | None = column("The event.", references="events", null="a press release or other page")
    press_release_id: int | None = column("The release.", references="press_releases", null="an event or other page")
    theme_id: int = column("The theme.", references="themes")
    basis: str = column("site (icons and tags of the site) or rule (words of the text).")
    main: bool = column("1 for one of at most four themes that the page is most about.")
    score: float = column("Weight that orders the rules' themes of one page; no probability.")
    words: str | None = column("The first words that gave it.", null="it was given by an icon or a tag")
    year: int | None = column("Year of the event or release.", unit="year", null="no date")


@table("evidence", title="Evidence", label="words")
class Evidence:
    """Where one fact stands: the words of a revision that say it, and the rule that read them.

    A fact can rest on several places. `words` are characters span_start to span_end of the revision's text. What
    follows from other columns (years, UTC times, counts), an address, and a kind `other`, which no word says, have
    none.
    """

    id: int = column("Keyed from row, field and place.", key=True)
    revision_id: int = column("The revision.", references="revisions")
    table_name: str = column("Table of the fact.")
    row_id: int = column("Its row there.", index=True)
    field: str = column("Its column there.")
    span_start: int | None = column("Start of the words.", unit=CHARACTER, null="a reviewed correction")
    span_end: int | None = column(
        "End of the words: the first character after them.", unit=CHARACTER, null="a reviewed correction"
    )
    words: str | None = column("The words.", null="a reviewed correction")
    rule: str = column("The rule that read them; correction for a reviewed correction.")
    basis: str | None = column("How the value was inferred from the words.", null="the words state it")


@table(
    "problems",
    title="Problems",
    label="message",
    facets=("code", "stage"),
)
class Problem:
    """One thing that went wrong or was not understood.

    Such as an impossible date, a label that no rule knows, a line of an agenda that nothing claimed, a page that could
    not be read.
    """

    id: int = column("Keyed from where it happened and its words.", key=True)
    stage: str = column("crawl, read, parse, correct or build.")
    code: str = column("What kind of problem.")
    message: str = column("The problem, for people.")
    words: str | None = column("The words that it is about.", null="no words in particular")
    page_id: int | None = column("The page.", references="pages", null="no page in particular")
    revision_id: int | None = column("The revision.", references="revisions", null="no text was read")
    capture_id: int | None = column("The capture.", references="captures", null="no capture in particular")
    run_id: int | None = column("The job.", references="runs", null="no job in particular")
    span_start: int | None = column("Start of the words.", unit=CHARACTER, null="no words in particular")
    span_end: int | None = column("End of the words.", unit=CHARACTER, null="no words in particular")


@table("corrections", title="Corrections", label="why")
class Correction:
    """One reviewed human correction. It wins over what the parser reads, on every build."""

    id: int = column("Keyed from file and target.", key=True)
    page_id: int | None = column("The page.", references="pages", null="the page is not known, or withheld")
    target: str = column(
        "What is corrected: the fact, with its session or person; page where a whole page is withheld."
    )
    action: str = column("set, clear, remove, add or withhold (a whole page is left out).")
    read: str | None = column("What the parser reads now.", null="nothing, or the target was not found")
    value: str | None = column("What holds instead.", null="nothing: the fact is cleared or removed, the page withheld")
    why: str = column("The reason.")
    by: str = column("Who reviewed it.")
    decided: str = column("When.", unit=DAY)
    applied: bool = column("1 if the target was found.")


@table("runs", title="Runs", label="started_at", sort="-started_at", facets=("command", "exit_code"))
class Run:
    """One job that wrote captures: a crawl or an import."""

    id: int = column("Number of the run in the ledger.", key=True)
    command: str = column("crawl, import ...")
    started_at: str = column("Start.", unit=INSTANT, index=True)
    ended_at: str | None = column("End.", unit=INSTANT, null="it was cut off, or still runs")
    exit_code: int | None = column(
        "How it ended: 0 all well, else see docs/operate.md.", null="it was cut off, or still runs"
    )
    version: str = column("Version of iom-archive.")
    capture_count: int = column("Captures that it made.", unit="captures")
    counts: str = column("What it did, as the job itself counted.", unit="JSON")


@table("quality", title="Quality", facets=("labels", "field", "language"))
class Quality:
    """How well one field is read: measured against pages that people have labelled.

    `labels` tells pages that the rules were tuned on from pages that were kept aside; trust the second.
    """

    id: int = column("Keyed from labels, field and language.", key=True)
    labels: str = column("Set of labelled pages.")
    field: str = column("Field that was compared.")
    language: str | None = column("Language of the pages.", unit=LANGUAGE, null="all languages together")
    pages: int = column("Labelled pages.", unit="pages")
    expected: int = column("Values in the labels.", unit="values")
    found: int = column("Values that were read.", unit="values")
    correct: int = column("Values that were read right.", unit="values")
    precision: float | None = column("Share of what was read that is right.", unit="0 to 1", null="nothing was read")
    recall: float | None = column("Share of what is there that was read.", unit="0 to 1", null="nothing is there")
    f1: float | None = column("Harmonic mean of the two.", unit="0 to 1", null="nothing was read, or is there")
    f1_low: float | None = column("Lower end of F1's 95 % interval.", unit="0 to 1", null="too few values")
    f1_high: float | None = column("Upper end of F1's 95 % interval.", unit="0 to 1", null="too few values")


@table(
    "search_index",
    title="Search index",
    label="title",
    facets=("type", "year", "language", "country"),
    search=Search(("title", "names", "text", "terms", "filters"), stem=True, content="search_texts"),
)
class SearchEntry:
    """One thing that can be found: an event, session, press release, person, body or other page.

    One list over all kinds, for ranked search (the query `search`). The words of a page are those of its present
    revision.
    """

    id: int = column("Keyed from type and item.", key=True)
    type: str = column("event, session, press_release, person, organization or page.")
    item_id: int = column("Id in the table of that type.", index=True)
    page_id: int | None = column("The page.", references="pages", null="a person or body")
    revision_id: int | None = column(
        "The revision whose text is searched.", references="revisions", null="a session, person or body"
    )
    title: str = column("Name, title or headline.")
    names: str | None = column("People and bodies that belong to it, as printed and without accents.", null="none")
    excerpt: str | None = column("Text that is searched where there is no revision.", null="the revision's text is")
    terms: str | None = column(
        "Other forms of words: titles without accents, Arabic words without article and hamza.", null="none differ"
    )
    date: str | None = column("Day.", unit=DAY, null="none")
    year: int | None = column("Year.", unit="year", null="none")
    language: str | None = column("Language.", unit=LANGUAGE, null="a person or body, or not told apart")
    country: str | None = column("Country of the place.", unit=COUNTRY, references="countries", null="none")


@table("archive_info", title="About this file", label="name")
class Info:
    """One statement about this file: when it was built, from what, in which form."""

    name: str = column("What is stated.", key=True)
    value: str | None = column("The value.", null="there is none yet")
    meaning: str = column("What it means.")


@table("described_tables", title="Tables of this file", label="title")
class DescribedTable:
    """One table or view of this file, and what a row of it is."""

    name: str = column("Name of the table or view.", key=True)
    title: str = column("Title.")
    one_row: str = column("What one row is.")
    description: str | None = column("What else to know.", null="nothing else")
    row_count: int | None = column("Rows.", unit="rows", null="a view")


@table("described_columns", title="Columns of this file", label="name", facets=("table_name",))
class DescribedColumn:
    """One column of this file, and what it means."""

    id: int = column("Keyed from table and column.", key=True)
    table_name: str = column("The table or view.", references="described_tables")
    position: int = column("Place in the table, from 1.")
    name: str = column("Name.")
    type: str | None = column("SQL type.", null="a column of a view")
    meaning: str = column("What it means.")
    unit: str | None = column("How values are written or counted.", null="plain words or numbers")
    null_means: str | None = column("What null means.", null="the column is never null, or of a view")
    points_to: str | None = column("Table whose key it holds.", null="it points nowhere")


TABLES: dict[str, Table] = described()

VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View(
            name="agenda",
            title="Agenda",
            row="One session with its event, and the people in it as one text.",
            description="Flat rows for a spreadsheet; in the order of the programme by page_id and position.",
            columns={
                "session_id": "The session.",
                "page_id": "The page; of an event, the event's id as well.",
                "page": "Title of the page: the event's name, or the release's headline.",
                "series": "Series of meetings, where it is known.",
                "position": "Place on the page, from 1.",
                "date": "Day of the session.",
                "start_time": "Start, as the place's clock shows it.",
                "end_time": "End.",
                "timezone": "Time zone as printed.",
                "start_utc": "Start in UTC, where the zone is known.",
                "session": "Title of the session.",
                "kind": "Kind of session.",
                "people": "Name and role of each person, set apart by semicolons, in the order of the page.",
                "address": "Source: the page's address.",
            },
            sql="""
                select
                  sessions.id as session_id, sessions.page_id, pages.title as page, events.series,
                  sessions.position, sessions.date, sessions.start_time, sessions.end_time, sessions.timezone,
                  sessions.start_utc, sessions.title as session, sessions.kind,
                  (select group_concat(name || ' (' || role || ')', '; ') from (
                     select appearances.name, appearances.role from appearances
                     where appearances.session_id = sessions.id order by appearances.sequence
                  )) as people,
                  pages.address
                from sessions
                left join pages on pages.id = sessions.page_id
                left join events on events.id = sessions.event_id
            """,
            sort="-date",
        ),
        View(
            name="speakers",
            title="Speakers",
            row="One appearance with its person, event or release, and session in plain words.",
            description="Flat rows for a spreadsheet.",
            columns={
                "appearance_id": "The appearance.",
                "person_id": "The person.",
                "person": "Name, titles off.",
                "role": "Role.",
                "position": "Post as printed.",
                "organization": "Body as printed.",
                "country": "Code of the state that the person speaks for.",
                "date": "Day of the session, else of the event, else of publication.",
                "page": "Title of the page: the event's name or the release's headline.",
                "kind": "event, press_release or other.",
                "session": "Title of the session.",
                "session_id": "The session.",
                "page_id": "The page.",
                "address": "Source: the page's address.",
            },
            sql="""
                select
                  appearances.id as appearance_id, appearances.person_id, appearances.name as person, appearances.role,
                  appearances.position, appearances.organization_text as organization, appearances.country,
                  appearances.date, pages.title as page, pages.kind, sessions.title as session,
                  appearances.session_id, appearances.page_id, pages.address
                from appearances
                left join pages on pages.id = appearances.page_id
                left join sessions on sessions.id = appearances.session_id
            """,
            sort="-date",
        ),
        View(
            name="search_texts",
            title="Texts of the search index",
            row="The searched words of one entry of the search index.",
            description="Feeds full-text search; made for the machine.",
            columns={
                "id": "Id in the search index.",
                "title": "Name, title or headline.",
                "names": "People and bodies that belong to it.",
                "text": "The revision's text, or the excerpt.",
                "terms": "Other forms of words.",
                "filters": "Words for what a search can be narrowed to: ztypeevent zyear2018 zlangen zcountryke "
                "zthemegcm5. A person has the years and countries of all appearances.",
            },
            # Filters as words: joining a table for each of a hundred thousand hits would cost seconds.
            sql="""
                select search_index.id, search_index.title, search_index.names,
                  coalesce(revision_texts.text, search_index.excerpt) as text, search_index.terms,
                  'ztype' || replace(type, '_', '') || coalesce(' zlang' || language, '')
                  || case when type = 'person' then coalesce((
                       select ' ' || coalesce(group_concat(distinct 'zyear' || year), 'zundated') || ' '
                         || coalesce(group_concat(distinct 'zcountry' || appearances.country), '')
                       from appearances where person_id = item_id), '')
                     else ' ' || coalesce('zyear' || year, 'zundated') || coalesce(' zcountry' || country, '') end
                  || coalesce((
                       select group_concat(' ztheme' || replace(scheme, '-', '') || replace(code, '-', ''), '')
                       from taggings join themes on themes.id = theme_id
                       where taggings.page_id = search_index.page_id), '') as filters
                from search_index left join revision_texts on revision_texts.id = search_index.revision_id
            """,
            hidden=True,
        ),
    )
}
