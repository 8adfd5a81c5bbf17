"""People in running text: releases, introductions and invitations.

In prose nothing but words around a name says who it is. A name counts where one of these stands at it: a title
("Mr. A B"), a post before it ("IOM Director General A B") or behind it ("A B, Director of X,"), or a verb that only people
do ("said A B"). What a person does comes from the sentence: opens, moderates, is on a panel, speaks, is quoted. Later
mentions by surname ("DG Swing said") add to the person named before.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from parsers.affiliation import head_of_post, split_post, state_of_post
from parsers.countries import country_of
from parsers.names import looks_like_name, match_name, strip_honorifics
from parsers.names_in_text import name_runs, read_affiliation
from parsers.organizations import find_organizations, looks_like_organization
from parsers.page import Block, Page
from parsers.record import Appearance, Role, Session
from parsers.sentences import sentences
from parsers.session_kinds import session_kind

_SAID = (
    r"said|says|told|stated|states|stressed|added|noted|explained|emphasi[sz]ed|declared|remarked|commented|concluded|warned|called|urged|affirmed|announced|pointed out|observed|recalled|reiterated|underlined|highlighted|argued|acknowledged"
    r"|a déclaré|a dit|déclare|a souligné|souligne|a ajouté|ajoute|a affirmé|a rappelé|a indiqué|a expliqué|a précisé|explique|indique|affirme"
    r"|dijo|afirmó|señaló|declaró|agregó|añadió|expresó|destacó|indicó|explicó|subrayó|manifestó|aseguró|recalcó|apuntó"
    r"|قال|قالت|وقال|وقالت|أضاف|أضافت|وأضاف|وأضافت|صرح|صرحت|أكد|أكدت|وأكد|وأكدت|أوضح|أوضحت"
)
_QUOTE_END = re.compile(r"[”\"»’][,.]?\s*$|[,.][”\"»]\s*$")
_SAID_BEFORE = re.compile(rf"(?:[”\"»’\]],?|,)\s*(?:{_SAID})\s+(?:to [^,]+, )?$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"^\s*(?:,[^,“\"]{{0,140}},)?\s*(?:also |further |then )?(?:{_SAID})\b", re.IGNORECASE)
_HAS_QUOTE = re.compile(r"[“\"«][^”\"»]{12,}")

_ROLE_CUES: tuple[tuple[Role, re.Pattern[str], re.Pattern[str]], ...] = (
    # role, what stands before the name, what stands behind it
    (
        "moderator",
        re.compile(
            r"(?:moderat(?:ed|ion) by|moderator (?:was|is|will be)|facilitated by|modérée? par|moderad[oa] por|أدار[ت]?(?: الجلسة)?|أدارها)\s*(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(
            r"^[^.;]{0,80}?\b(?:moderated|will moderate|moderates|will be moderating|moderating|facilitated|a modéré|modérera|moderó|moderará)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "chair",
        re.compile(
            r"(?:chaired by|presided over by|présidée? par|presidid[oa] por|برئاسة)\s*(?:the\s+)?$", re.IGNORECASE
        ),
        re.compile(r"^[^.;]{0,60}?\b(?:chaired|presided|chairs|présidera|presidió)\b", re.IGNORECASE),
    ),
    (
        "opening",
        re.compile(
            r"(?:opened by|inaugurated by|welcomed by|opening (?:remarks|address(?:es)?|statements?|speech(?:es)?)[^.;“]{0,40}?(?:by|from|of)|welcom(?:e|ing) (?:remarks|address)[^.;]{0,20}? by|ouverte? par|inaugurée? par|a été ouvert[e]? par"
            r"|inaugurad[oa] por|abiert[oa] por|(?:palabras|discurso) (?:de apertura|de bienvenida|inaugural)[^.;]{0,20}? (?:de|por|a cargo de)|افتتح(?:ت|ها|ه)?(?: \S+){0,4}?)\s*(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(
            r"^[^.;]{0,90}?\b(?:opened|will open|opens|opening|as (?:he|she) opened|in (?:his|her|their) (?:opening|welcom\w+|introductory)|welcomed (?:the )?(?:participants|delegates|guests)|inaugurated|gave (?:the )?(?:opening|welcome)|a ouvert|ouvrira|inauguró|abrió|dio la bienvenida|en la apertura|inaugurará)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "closing",
        re.compile(
            r"(?:closed by|closing (?:remarks|address|statement)[^.;]{0,20}?(?:by|from)|clôturée? par|clausurad[oa] por|اختتم[ت]?)\s*(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(
            r"^[^.;]{0,60}?\b(?:closed the|will close|closes the|in (?:his|her) closing|a clôturé|clôturera|clausuró|cerró)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "panellist",
        re.compile(r"(?:panell?ists?|panelistas|panélistes|المشاركون في الحلقة)\b[^.“]{0,400}$", re.IGNORECASE),
        re.compile(
            r"^[^.;]{0,200}?\b(?:participated in (?:a|the) panel|took part in (?:a|the) panel|on (?:a|the) panel|sat on the panel|joined (?:a|the) panel|panell?ists?|a participé au panel|participó en (?:el|un) panel)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "speaker",
        re.compile(
            r"(?:speakers?|keynote|statement of|statements? (?:by|of|from)|address(?:es)? by|presentations? (?:by|from|of)|interventions? (?:by|from|of)|remarks (?:by|from)|asked to speak|speeches by|spoke|speak|led by|représentée? par|intervenants?|discours de|allocution de|exposé de|ponentes|oradores|conferencia de|presentación de|palabras de|intervención de|set out by|given by|delivered by|heard (?:from|by)|briefed by|report\b[^.;]{0,20}|كلمة|كلمات|متحدث\S*|بمشاركة)\b[^.“]{0,300}$",
            re.IGNORECASE,
        ),
        re.compile(
            r"^[^.;]{0,140}?\b(?:spoke|speaks|speaking|will speak|to speak|addressed|addresses|will address|presented|will present|presents|delivered|will deliver|gave (?:a|the|an)|will add|will join|took part|takes part|participated|participates|briefed|outlined|shared|discussed|hablará|habló|presentó|presentará|intervino|participó|participará|est intervenu|interviendra|a présenté|présentera|a participé|prendra la parole|will be heard|'s report|’s report|convened|led the discussion|described|raised|sera présent)\b",
            re.IGNORECASE,
        ),
    ),
)
_CONTACT = re.compile(
    r"\b(?:for (?:more|further|additional)[^.]{0,40}?(?:information|details|enquiries|inquiries)[^.]{0,40}?(?:contact|reach|write|call)|please contact|media (?:contact|enquiries|inquiries)|press contacts?|contact for|questions to|for (?:more|further) information"
    r"|pour (?:plus|de plus amples|toute?)[^.]{0,30}?(?:informations?|renseignements?)|veuillez contacter|merci de contacter|contacts? presse"
    r"|para (?:más|mayor)[^.]{0,20}?información|contactar (?:a|con)|póngase en contacto|sírvase contactar|contacto de prensa|لمزيد من المعلومات|للمزيد من المعلومات|يرجى الاتصال|للاتصال|للتواصل)",
    re.IGNORECASE,
)
_PHONE_OR_MAIL = re.compile(
    r"\b(?:tel|tél|phone|mob|mobile|cell|fax|e-?mail|email|correo|courriel)\b\s*[.:]|@|\+\d[\d ()./-]{6,}|هاتف|بريد",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\b(?:Photo|Foto|Crédit|Credit|©|Copyright)\b", re.IGNORECASE)
_SURNAME = re.compile(
    r"(?<![\w-])(?P<lead>(?:IOM(?:’s|'s)? )?(?:DG|DDG|SRSG|Director General|Director-General|Directeur général|Directrice générale|Director General|Directora General|Ambassador|Minister|President|Secretary-General|Commissioner|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Prof\.?|M\.|Mme|Sr\.?|Sra\.?|H\.E\.)) (?P<name>[^\W\d_][\w’'-]+)(?![\w-]| [A-ZÀ-Þ])"
)
_ENTITLED = re.compile(
    r"\b(?P<what>(?:high-level |special |interactive |joint |virtual )*(?:panel|dialogue|round ?table|side[- ]event|session|panel discussion|workshop|seminar|webinar|mesa redonda|table ronde|panel de discusión|diálogo|atelier|taller))\s+"
    r"(?:discussion )?(?:entitled|titled|called|on the theme(?: of)?|under the (?:theme|title)(?: of)?|intitulée?s?|titulad[oa]|denominad[oa])\s*:?\s*[“\"«‘]\s*(?P<title>[^”\"»]{6,200}?)\s*[,.]?[”\"»]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class ProsePeople:
    """What running text says of people, and of panels that it reports on."""

    people: list[Appearance] = field(default_factory=list)
    sessions: list[tuple[Session, int, tuple[int, int]]] = field(
        default_factory=list
    )  # with block index and sentence span
    claimed: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Found:
    name: str
    start: int  # of the name, in the block
    end: int
    after: int  # offset behind the affiliation that follows
    before: int  # offset where the post before it starts
    position: str | None
    organization: str | None
    country: str | None
    titled: bool


def read_prose(page: Page, skip: set[int], *, release: bool) -> ProsePeople:
    """Read people out of the blocks that no agenda claims (``skip`` are indexes of those that one does)."""
    found = ProsePeople()
    known: dict[str, Appearance] = {}
    contact = False
    for index, block in enumerate(page.blocks):
        if index in skip or block.kind in ("label", "field_label", "field_value") or len(block.text) < 8:
            continue
        contact = _contact_continues(block, contact)
        if contact or _CONTACT.search(block.text):
            contact = _read_contact(page, block, index, found, contact)
            continue
        if block.kind == "heading" and (block.level <= 1 or len(block.text) > 60):
            continue
        _read_block(page, block, index, found, known, release)
    return found


def _contact_continues(block: Block, contact: bool) -> bool:
    return contact and len(block.text) < 120


# --- contacts -----------------------------------------------------------------------------------------------------


def _read_contact(page: Page, block: Block, index: int, found: ProsePeople, contact: bool) -> bool:
    """Name and office of press contacts. Phone numbers and addresses are not read at all."""
    match = _CONTACT.search(block.text)
    start = match.end() if match else 0
    text = block.text
    if not contact and match is None:
        return False
    named = False
    for run_start, run_end in name_runs(text, start):
        name = text[run_start:run_end]
        if not looks_like_name(name) or looks_like_organization(name) > 0.5 or country_of(name):
            continue
        if _PHONE_OR_MAIL.search(text[start:run_start]) and not re.search(
            r"(?:\bor\b|\band\b|\bou\b|\bet\b|\bo\b|\by\b|[;/•])\W*(?:[^,;]{0,40})$", text[start:run_start]
        ):
            break
        organization = _contact_office(page, text, run_end, index)
        found.people.append(
            Appearance(
                name,
                "contact",
                None,
                organization,
                None,
                name,
                block.start + run_start,
                block.start + run_end,
                block.start,
                block.end,
                "contact",
            )
        )
        found.claimed.add(index)
        start = run_end
        named = True
    return not named and not _PHONE_OR_MAIL.search(text) and len(text) < 160


def _contact_office(page: Page, text: str, after: int, index: int) -> str | None:
    rest = text[after : after + 90]
    match = re.match(
        r"\s*(?:,|\(|at|from|of|en|à|de la|du|-|–|in)?\s*(?:the |la |l['’])?((?:IOM|OIM|UNHCR|ACNUR)(?:\s(?!in\b|en\b|à\b|Tel|Email|at\b)[A-ZÀ-Þ][\w’-]+){0,3})",
        rest,
    )
    if match:
        office = match.group(1)
        return "IOM" if office == "IOM Headquarters" else office.replace(" Headquarters", "")
    match = re.match(r"\s*(?:en la Sede de la|au siège de l['’]|at)\s*(OIM|IOM)", rest)
    if match:
        return match.group(1)
    following = page.blocks[index + 1].text if index + 1 < len(page.blocks) and not text[after:].strip(" ,.;") else ""
    match = re.fullmatch(r"(?:the )?((?:IOM|OIM)(?: [A-ZÀ-Þ][\w’-]+){0,3})\W*", following)
    return match.group(1) if match else None


# --- sentences ----------------------------------------------------------------------------------------------------


def _read_block(
    page: Page, block: Block, index: int, found: ProsePeople, known: dict[str, Appearance], release: bool
) -> None:
    text = block.text
    spans = sentences(text)
    for start, end in spans:
        people = _people_in(text, start, end)
        panel = _ENTITLED.search(text, start, end)
        session: Session | None = None
        if panel is not None:
            session = Session(panel.group("title").strip(), kind=session_kind(panel.group("what")))
            if re.search(r"dialogue|diálogo", panel.group("what"), re.IGNORECASE):
                session.kind = "dialogue"
            session.title_span = (block.start + panel.start("title"), block.start + panel.end("title"))
            session.span = (block.start + panel.start(), block.start + panel.end())
            found.sessions.append((session, index, (block.start + start, block.start + end)))
        for person in people:
            roles = _roles(text, start, end, person, people, release)
            for role in roles:
                entry = _appearance(block, person, role, start, end)
                found.people.append(entry)
                if session is not None and role in ("panellist", "moderator", "opening", "chair", "speaker"):
                    session.people.append(entry)
            if roles:
                known.setdefault(person.name.split()[-1].casefold(), found.people[-1])
                found.claimed.add(index)
        _by_surname(block, start, end, found, known, session)


def _appearance(block: Block, person: _Found, role: Role, start: int, end: int) -> Appearance:
    return Appearance(
        name=person.name,
        role=role,
        position=person.position,
        organization=person.organization,
        country=person.country,
        name_text=block.text[person.before : person.end] if person.before < person.start else person.name,
        start=block.start + person.start,
        end=block.start + person.end,
        line_start=block.start + start,
        line_end=block.start + end,
        rule="prose",
    )


def _people_in(text: str, start: int, end: int) -> list[_Found]:
    """Everybody whom the sentence names with something that speaks for a person."""
    people: list[_Found] = []
    bodies: list[tuple[int, int]] | None = None
    for a, b in name_runs(text, start, end):
        if people and a < people[-1].after and not _parted(text, people[-1], a):
            continue
        if bodies is None:
            bodies = [(match.start, match.end) for match in find_organizations(text)]
        if any(first < b and a < last for first, last in bodies):
            continue
        person = _read_person(text, start, end, a, b, people[-1] if people else None)
        if person is not None:
            people.append(person)
    return people


def _parted(text: str, before: _Found, name: int) -> bool:
    """Whether a name inside the words behind another one is a person of its own: a title stands before it."""
    start, titles = strip_honorifics(text, name)
    return bool(titles)


_NO_PERSON_BEFORE = re.compile(r"\b(?:for|on|in|at|into|under|through|about|in charge of|within|across|during|entitled|en|dans|sur|pour|sobre|para)\s+(?:the\s+)?$", re.IGNORECASE)


def _read_person(text: str, start: int, end: int, a: int, b: int, previous: _Found | None) -> _Found | None:
    name_start, titles = strip_honorifics(text, a)
    if name_start >= b:
        return None
    match = match_name(text, name_start)
    if match is None:
        return None
    b = min(b, match.end())
    name = re.sub(r"['’]s$", "", text[name_start:b]).rstrip(" ,.")
    b = name_start + len(name)
    if not looks_like_name(name, single=bool(titles)) or looks_like_organization(name) > 0.5 or country_of(name):
        return None
    if not titles and (_NO_PERSON_BEFORE.search(text[start:a]) or re.match(r"['’](?!s\b)", text[b : b + 2])):
        return None
    position, organization, country, after = read_affiliation(text, b, end)
    said = bool(_SAID_BEFORE.search(text[start:a])) or bool(_SAID_AFTER.match(text[b:end]))
    post, before = _post_before(text, start, a)
    if post is not None and previous is not None and before < previous.after:
        post, before = None, a  # those words are what stands behind the person before
    if post is not None:
        own, body = split_post(post)
        position, organization = own, body or (organization if position is None else None)
        country = state_of_post(post) or country
    if not (titles or position or organization or said):
        return None
    return _Found(name, name_start, b, after, before, position, organization, country, bool(titles))


_BOUNDARY = re.compile(
    r"\s[–—-]\s|[;:“”\"«»()\[\]!?]|,|\b(?:by|with|and|when|while|as|that|said|says|told|from|where|which|who|whom|including|include|includes|included|to|after|before|between|is|was|were|are|of whom|par|avec|et|que|qui|dont|lorsque|selon|por|con|y|cuando|según|dijo|afirmó|señaló|declaró|is|meanwhile|did)\b"
)
_THE = re.compile(
    r"^(?:the|its|their|his|her|an?|then|new|newly elected|former|le|la|l['’]|les|son|sa|el|los|su|del|de la|today|yesterday|also|,|\s)+\s*",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)
def _clean_post(words: str) -> str:
    return words.strip(" ,–—-")


def _post_before(text: str, start: int, name: int) -> tuple[str | None, int]:
    """A post printed right before a name ("IOM Director General A B", "the Head of the Unit, Mr A B")."""
    before = text[start:name]
    stripped = before.rstrip()
    comma = stripped.endswith(",")
    body = stripped.rstrip(", ")
    boundary = 0
    for match in _BOUNDARY.finditer(body):
        word = match.group()
        if word in ("and", "to", "y", "et", "of whom", "with") and _inside_post(body, match.start(), match.end()):
            continue
        if word == "(" and re.search(r"\([A-Z&-]{2,10}\)", body[match.start() : match.start() + 14]):
            continue
        if word == ")" and re.search(r"\([A-Z&-]{2,10}\)$", body[: match.end()]):
            continue
        boundary = match.end()
    words = body[boundary:]
    lead = len(words) - len(words.lstrip())
    words = words.strip()
    article = _THE.match(words)
    if article and article.end() < len(words):
        lead += article.end()
        words = words[article.end() :]
    words = _clean_post(words)
    if not words or len(words) > 160:
        return None, name
    head = head_of_post(words)
    if head is None:
        return None, name
    # The post must reach up to the name: "the Director of X in Geneva A B" does, "the Director met A B" does not.
    tail = words[head[1] :]
    if re.search(
        r"\b(?:met|meets|thanked|joined|told|asked|invited|will|has|had|have|announced|visited|signed|agreed)\b", tail
    ):
        return None, name
    return words, start + boundary + lead


def _inside_post(text: str, a: int, b: int) -> bool:
    """Whether "and" or "to" joins words of one post: "Commissioner for Trade and Industry", "Ambassador of X to Y"."""
    after = text[b:].strip()
    before = text[:a].rstrip()
    last = re.split(r"[,;.“”]", before)[-1]
    if head_of_post(last) is None:
        return False
    return (
        bool(after)
        and head_of_post(after) is None
        and after[0].isupper()
        and not re.match(r"(?:Mr|Ms|Mrs|Dr)\b", after)
    )


def _roles(text: str, start: int, end: int, person: _Found, people: list[_Found], release: bool) -> list[Role]:
    """What the sentence says that the person does; several where it says several."""
    before = text[start : person.before]
    after = text[person.after : end]
    roles: list[Role] = []
    if _CAPTION.search(text[start:end]) and len(text) < 260 and text[start:end] == text[start:end].strip():
        return ["mentioned"]
    joined_before = before
    # In an enumeration the cue stands before the first name.
    for other in people:
        if other.start >= person.start:
            break
        if re.fullmatch(
            r"[\s,;]*(?:and|et|y|with|along with|as well as|together with|de même que|así como|و)?\s*(?:the |by |from )?",
            text[other.after : person.before] or " ",
        ):
            joined_before = text[start : other.before]
            break
    for role, cue_before, cue_after in _ROLE_CUES:
        if (
            cue_before.search(before)
            or cue_before.search(joined_before)
            or _cue_behind(cue_after, after, text, person, people, end)
        ):
            if role == "speaker" and roles:
                continue
            roles.append(role)
    quoted = _is_quoted(text, start, end, person)
    if quoted and release:
        roles.append("quoted")
    elif quoted and not roles:
        roles.append("speaker")
    if not roles:
        return ["mentioned"] if person.position or person.titled or person.organization else []
    return roles


def _cue_behind(cue: re.Pattern[str], after: str, text: str, person: _Found, people: list[_Found], end: int) -> bool:
    """A cue behind the name counts for it, and for all who are enumerated up to it."""
    if cue.search(_until_next_clause(after)):
        return True
    position = person.after
    for other in people:
        if other.start <= person.start:
            continue
        between = text[position : other.before]
        if not re.fullmatch(
            r"[\s,;]*(?:and|et|y|with|along with|as well as|together with|de même que|así como|و)?\s*(?:the |by |from )?",
            between or " ",
        ):
            return False
        position = other.after
        if cue.search(_until_next_clause(text[position:end])):
            return True
    return False


def _until_next_clause(after: str) -> str:
    return re.split(r"[“«]|(?<=[a-z]), (?:but|while|whereas|where|mais|pero|mientras)\b", after, maxsplit=1)[0][:220]


def _is_quoted(text: str, start: int, end: int, person: _Found) -> bool:
    sentence = text[start:end]
    if not (_HAS_QUOTE.search(text) or "”" in sentence or "[" in sentence):
        return False
    return (
        bool(_SAID_BEFORE.search(text[start : person.before]))
        or bool(_SAID_AFTER.match(text[person.end : end]))
        or bool(_SAID_AFTER.match(text[person.after : end]))
    )


def _by_surname(
    block: Block, start: int, end: int, found: ProsePeople, known: dict[str, Appearance], session: Session | None
) -> None:
    """Later mentions by surname: "DG Swing said", "DG Vitorino opened the session"."""
    text = block.text
    for match in _SURNAME.finditer(text, start, end):
        first = known.get(match.group("name").casefold())
        if first is None or first.start == block.start + match.start("name"):
            continue
        person = _Found(
            first.name,
            match.start("name"),
            match.end("name"),
            match.end(),
            match.start(),
            first.position,
            first.organization,
            first.country,
            True,
        )
        for role in _roles(text, start, end, person, [person], True):
            if role == "mentioned":
                continue
            entry = _appearance(block, person, role, start, end)
            if (
                role == "opening"
                and session is None
                and found.sessions
                and re.search(r"\bopened the (?:session|panel|dialogue|discussion|meeting)\b", text[start:end])
            ):
                found.sessions[-1][0].people.append(entry)
            found.people.append(entry)
