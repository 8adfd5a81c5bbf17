"""Bodies whose part a noun names: "with the Town Hall as host", "UNICEF joins them as co-organizer"."""

from __future__ import annotations

import re
from itertools import islice

from parsers.organizations.organizer_lists import Body
from parsers.organizations.prose_lists import SENTENCE, accepted
from parsers.page import Block
from parsers.record import InvolvementRole
from parsers.words.lexicon import Cue
from parsers.words.phrases import Match

_MOST = 8  # that one block is read for
_REACH = 220  # letters before "as host" that are looked at

_AS = re.compile(
    r"\s(?:(?:as|comme|como|en\s+tant\s+que|en\s+calidad\s+de)\s+|en\s+tant\s+qu['’]|en\s+qualité\s+d(?:e\s+|['’]))"
    r"(?:(?:its?|their|the|an?|le|la|un|une|una|el|su)\s+|l['’])?(?:[a-zà-ÿ]+\s+)?"
    r"(?:(?P<host>(?:co-?)?hosts?|(?:co-?)?hôtes?|(?:co-?)?anfitri(?:ón|ona|ones|onas))"
    r"|(?P<co_organizer>co-?(?:organi[sz]ers?|conveners?|organisat(?:eur|rice)s?|organizador(?:a|es|as)?))"
    r"|(?P<partner>partners?|partenaires?|aliad[oa]s?|soci[oa]s?)"
    r"|(?P<sponsor>(?:co-?)?sponsors?|parrains?|(?:co)?patrocinador(?:a|es|as)?))\b"
    r"|\s(?:بصفت|بوصف)(?:ه|ها|هم|هما)\s+(?:\w+\s+)?(?:(?P<ar_host>(?:ال)?مضيف\w*)|(?P<ar_partner>(?:ال)?شري?ك\w*)"
    r"|(?P<ar_sponsor>(?:ال)?راعي\w*))"
)
_STEMS = (
    "s host",
    "s partner",
    "s co-",
    "s coo",
    "s its ",
    "s the ",
    "comme ",
    "como ",
    "en tant qu",
    "en qualité d",
    "en calidad de",
    "بصفت",
    "بوصف",
)
_ROLES: tuple[InvolvementRole, ...] = ("host", "co_organizer", "partner", "sponsor")
_WITH = re.compile(r"(?:\b(?:with|avec|con)|(?<!\w)و?مع)\s+")
_JOINS = re.compile(
    r"\s(?:(?:will\s+|has\s+|have\s+)?(?:joins?|joined|acts?|acted|serves?|served|participates?|participated|takes?\s+part"
    r"|took\s+part|comes?\s+in|came\s+in)(?:\s+(?:in|it|them|on\s+board))?"
    r"|(?:se\s+joi(?:nt|gnent)|s['’](?:y\s+)?(?:joint|joignent|associe|associent)|participe(?:nt)?|intervien(?:t|nent))"
    r"(?:\s+à\s+(?:elles?|eux|lui))?"
    r"|(?:se\s+(?:suman?|sumó|sumaron|unen?|unió|unieron)|participan?|participó|participaron|actúan?|actuó|actuaron"
    r"|fungen?|fungió|fungieron))(?:\s+(?:also|également|aussi|también))?$"
)


def may_name_parts(text: str) -> bool:
    """Whether a page's text holds any of the words that `with_parts` looks for."""
    return any(stem in text for stem in _STEMS)


def with_parts(block: Block) -> tuple[list[tuple[Body, int, InvolvementRole]], list[Match[Cue]]]:
    """The bodies of "with A and B as partners", each with the place that its span counts from, and its part; the verbs
    of "A and B join as partners", which bodies stand before.
    """
    text = block.text
    bodies: list[tuple[Body, int, InvolvementRole]] = []
    verbs: list[Match[Cue]] = []
    for part in islice(_AS.finditer(text), _MOST):
        role = _role(part)
        begin = max(0, part.start() - _REACH)
        begin = max((end.end() for end in SENTENCE.finditer(text, begin, part.start())), default=begin)
        joins = _JOINS.search(text, begin, part.start())
        if joins is not None:
            start = joins.start() + 1
            verbs.append(Match(block.start + start, block.start + part.end(), Cue(role, follows=False), 0, 0))
            continue
        for lead in reversed(list(_WITH.finditer(text, begin, part.start()))):
            names = accepted(text[lead.end() : part.start()], lenient=True)
            if names and lead.end() + names[-1].end == part.start():
                bodies += [(body, block.start + lead.end(), role) for body in names]
                break
    return bodies, verbs


def _role(part: re.Match[str]) -> InvolvementRole:
    return next(role for role in _ROLES if part[role] or (role != "co_organizer" and part[f"ar_{role}"]))
