"""Each involved body once, under the name that says most: of all mentions that prose gives."""

from __future__ import annotations

import re

from parsers.organizations.names import body_key, looks_like_organization, office_of, same_office, without_bracket
from parsers.organizations.organizer_lists.body import Body
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.own_meetings import with_bracket
from parsers.prose.body_names import is_bare_state, without_lead
from parsers.record import Involvement
from parsers.words import lexicon
from parsers.words.lexicon import Organization
from parsers.words.phrases import Match
from parsers.words.small_words import any_of


def each_once(
    found: list[Involvement], names: list[Match[Organization]], text: str, *, release: bool, headline: int = 0
) -> list[Involvement]:
    """The bodies among the mentions, in the page's order.

    ``names``: all that the page's ``text`` names; ``headline``: where the headline ends.
    """
    found = [_spelt_out(body, text) for body in _without_repeats(found)]
    if release:
        introduced = _introduced(names, headline)
        introducing = [b for b in found if b.rule in _SUBJECTS or introduced.get(body_key(b.name)) == b.start]
        long_forms = _long_forms(introducing)
    else:
        long_forms = _long_forms(found)
    distinct = _distinct(found)
    if release:
        distinct = sorted((_first_form(body, names, text) for body in distinct), key=lambda body: body.start)
    return [long_forms.get(body_key(body.name), body) for body in distinct]


def _spelt_out(body: Involvement, text: str) -> Involvement:
    """A body that is called by a short form, under the name that the page spells out elsewhere with it: "the HPS"."""
    if _SHORT.fullmatch(body.name) is None or lexicon.whole(body.name, "organization") is not None:
        return body
    end = text.find(f" ({body.name})") + len(body.name) + 3
    if end < len(body.name) + 3:
        return body
    begin = max(0, end - _LONGEST_NAME)
    begin = max((mark.end() for mark in _BORDER.finditer(text, begin, end)), default=begin)
    listed = split_organizer_list(text[begin:end])[-1:]
    if not listed or begin + listed[0].end != end:  # "according to the Directorate of Harbours (DOH)": no list
        comma = max(text.rfind(", ", begin, end) + 2, begin)
        listed = [Body(text[comma:end], comma - begin, end - begin)]
    name = without_lead(listed[0])
    if name is None or begin + name.end != end or looks_like_organization(without_bracket(name.name)) < _LIKELY:
        return body
    told = (body.told_start, body.told_end) if body.told_end else (body.start, body.end)
    return Involvement(name.name, body.role, begin + name.start, end, body.rule, *told)


_SHORT = re.compile(r"[A-Z]{3,9}")
_LONGEST_NAME = 140
_LIKELY = 0.5
_BORDER = re.compile(r"[.;:\n]\s*|\s[–—]\s")
_STATED = ("words before bodies", "announced list", "field")
_SAID = (*_STATED, "bodies before a verb", "labelled line")
_SUBJECTS = ("bodies before a verb", "issuer", "joint subject")


def _distinct(found: list[Involvement]) -> list[Involvement]:
    """Each body once, in the order of the page: words that state its role go before what a verb or a meeting implies.

    Of two mentions that overlap the longer one counts. Whoever pays, and is said elsewhere to do more, is no sponsor.
    """
    pays = {body.start for body in found if body.role == "sponsor"}
    more = {body_key(body.name) for body in found if body.rule in _SAID and body.start not in pays}
    found = [body for body in found if body.role != "sponsor" or body_key(body.name) not in more]
    found.sort(key=lambda body: (body.rule not in _STATED, body.start, -body.end))
    seen: set[str] = set()
    distinct: list[Involvement] = []
    for body in found:
        key = body_key(body.name)
        if key not in seen and not any(body.start < other.end and other.start < body.end for other in distinct):
            distinct.append(body)
        seen.add(key)
    return sorted(distinct, key=lambda body: body.start)


def _long_forms(found: list[Involvement]) -> dict[str, Involvement]:
    """For each body the first mention that gives its name with the short form in brackets."""
    forms: dict[str, Involvement] = {}
    for body in sorted(found, key=lambda body: body.start):
        if body.name.endswith(")"):
            forms.setdefault(body_key(body.name), body)
    return forms


def _introduced(names: list[Match[Organization]], headline: int) -> dict[str, int]:
    """Where each known body is first named below the headline: a release gives its whole name there.

    Who is named so at the release's end only keeps the headline's form; so do the bodies of a headline that lists
    several.
    """
    if len({name.payload.id for name in names if name.start < headline}) > 1:
        return {}
    places: dict[str, int] = {}
    for name in names:
        if name.start >= headline:
            places.setdefault(f"body {name.payload.id}", name.start)
    return places


def _without_repeats(found: list[Involvement]) -> list[Involvement]:
    """The bodies without those that another mention names better: an acronym whose long name stands with it, a state
    whose government takes part, a body whose office does ("IOM Uganda").
    """
    names = {body.name for body in found}
    acronyms: dict[str, set[str]] = {}
    for name in names:
        if (match := _ACRONYM_BEHIND.search(name)) is not None:
            acronyms.setdefault(match[1], set()).add(body_key(name))
    governments = {body_key(name) for name in names if not is_bare_state(name)}
    offices = {office_of(name) for name in names} - {None}
    longest: dict[str | None, str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        longest[same_office(name)] = name
    return [
        body
        for body in found
        if (body.name not in acronyms or body_key(body.name) in acronyms[body.name])
        and not (is_bare_state(body.name) and body_key(body.name) in governments)
        and body_key(body.name) not in offices
        and (same_office(body.name) is None or longest[same_office(body.name)] == body.name)
    ]


# A state may follow: "Comité national de lutte contre la traite (CNLT) du Togo".
_ACRONYM_BEHIND = re.compile(rf"\(([A-Z][\w&-]{{1,14}}|ال\w{{3,}})\)(?:\s{any_of('of_name')}[^()]{{2,40}})?$")
_CREDIT_LINE = re.compile(rf"(?:©|\b{any_of('credit')})\W*[^\n]{{0,30}}$", re.I)


def _first_form(body: Involvement, names: list[Match[Organization]], text: str) -> Involvement:
    """The body as the page first prints it: releases name it in the headline or the first line."""
    key = body_key(body.name)
    if body.name.endswith(")") and body.rule in _SUBJECTS:
        return body
    for name in names:
        if name.start >= body.start:
            break
        if key == f"body {name.payload.id}" and not _CREDIT_LINE.search(text[max(0, name.start - 40) : name.start]):
            end = with_bracket(text, name.end)
            told = (body.told_start, body.told_end) if body.told_end else (body.start, body.end)
            return Involvement(text[name.start : end], body.role, name.start, end, body.rule, *told)
    return body
