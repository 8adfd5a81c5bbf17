"""The bodies of a list that begins at a place of a sentence: "… by *IOM with the World Health Organization*"."""

from __future__ import annotations

import re
from functools import cache

from parsers.organizations.arabic_lists import without_object
from parsers.organizations.names import body_key, head_words
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.organizations.prose_lists import (
    accepted,
    among_others,
    clause,
    involvement_of,
    kinds_named,
    names_end,
    without_epithets,
    without_kinds,
)
from parsers.page import Block
from parsers.prose.body_names import acceptable, all_capital, is_bare_state, meetings
from parsers.record import Involvement, InvolvementRole
from parsers.words import lexicon
from parsers.words.phrases import tokenise
from parsers.words.small_words import any_of, leading
from parsers.words.word_lists import WordLists

_WORDS = WordLists("involvement_prose")


def list_behind(
    block: Block, start: int, role: InvolvementRole, *, leads: bool = False, lenient: bool = True
) -> list[Involvement]:
    """The bodies of a list that begins at a place of the block, up to the end of its clause.

    "held by IOM with the World Health Organization": those behind "with" are partners. "With funds from Norway, IOM
    and the Harbour Board opened …": where the list ``leads`` its sentence, its last comma parts it from the subject.
    """
    rest = without_epithets(without_object(clause(block.text, start)), behind_comma=True)
    listed, rest = rest, without_kinds(rest)
    if block.text[start - 1 : start] == "(":
        rest = rest.partition(")")[0] if "(" not in rest.partition(")")[0] else rest
    end = names_end(rest)
    if leads and role != "participant" and end < len(rest) and rest[end] != ",":
        comma = rest.rfind(", ", 0, end)
        end = comma if comma > 0 else end
    if role != "participant" and (place := _at_place().search(rest, 0, end)) is not None:
        end = place.start()
    if role == "participant":
        # "delegates of" bodies come, "attended by" persons as well.
        # In a headline all words have capitals, those of a clause too: "Teams of Masons Set Out".
        of = block.kind != "heading" and _of_bodies().search(block.text, 0, start) is not None
        bodies = among_others(rest[:end], lenient=of)
        towns = _FROM.search(block.text, 0, start) is not None
        if towns and not any(body.said or acceptable(body.name, lenient=False) for body in bodies):
            bodies = []  # "officers from Cabo Azul and Puerto Verde"
    else:
        bodies = [body for body in accepted(rest[:end], lenient=lenient) if not _is_series(body.name)]
    found = [involvement_of(body, block.start + start, role, "words before bodies") for body in bodies]
    found += _of_kinds(listed[:end], block.start + start, role, found)
    through = _through().match(rest, end) if role != "participant" else None
    if through is not None:  # "by the Government of Malta *through its Harbour Agency*"
        behind = rest[through.end() :]
        organs = accepted(behind[: names_end(behind)], lenient=False)
        found += [
            involvement_of(body, block.start + start + through.end(), role, "words before bodies") for body in organs
        ]
    more = _with().match(rest, end)
    if found and more is not None:
        behind = rest[more.end() :]
        partners = accepted(behind[: names_end(behind)], lenient=False)
        offset = block.start + start + more.end()
        found += [involvement_of(body, offset, "partner", "words before bodies") for body in partners]
    return found


def _of_kinds(text: str, offset: int, role: InvolvementRole, found: list[Involvement]) -> list[Involvement]:
    """Bodies that a list gives as examples of their kind, whatever they are called: "companies such as *Sea Foods*"."""
    more: list[Involvement] = []
    known = {body.start for body in found}
    for kinds in kinds_named().finditer(text):
        for body in split_organizer_list(text[kinds.end() :]):
            if (
                not all_capital(body.name.replace("& ", "").split())
                or is_bare_state(body.name)
                or lexicon.whole(body.name, "city")
            ):
                break
            if offset + kinds.end() + body.start not in known:
                more.append(involvement_of(body, offset + kinds.end(), role, "words before bodies"))
    return more


_FROM = re.compile(rf"\b{any_of('from_en')}\s*$", re.I)


def _is_series(name: str) -> bool:
    """Whether a name is that of meetings, which nobody but a body holds: "the first workshop of the IDM in 2017".

    Its secretariat is a body: "the IDM Secretariat".
    """
    tokens = tokenise(name)
    if not lexicon.found(tokens, "series") or body_key(name).startswith("body "):
        return False
    return bool(meetings() & set(tokens.folded)) or head_words()["sure"].isdisjoint(tokens.folded)


@cache
def _at_place() -> re.Pattern[str]:
    """Behind a comma, where it is held: "by IOM, *at the Harbour House*", "par l'OIM, *à la Maison* de la Femme"."""
    return re.compile(rf",\s(?:{_WORDS.any_of('list_end.house')})\s+(?:{leading('definite')})?(?=[A-ZÀ-Þ])")


@cache
def _of_bodies() -> re.Pattern[str]:
    """ "delegates *of*", "les représentants *de*": behind them come bodies."""
    return re.compile(rf"(?<!\w){_WORDS.any_of('announced.of_bodies')}\s*$")


@cache
def _through() -> re.Pattern[str]:
    article = leading("definite", "possessive", "of")
    return re.compile(rf",?\s+{_WORDS.any_of('announced.through')}\s+(?:{article})*(?=[A-ZÀ-Þ\u0621-\u064a])")


@cache
def _with() -> re.Pattern[str]:
    between = _WORDS.leading("announced.between")
    return re.compile(rf"\s*(?:{any_of('and')}\s+)?(?:{between})?{_WORDS.leading('with')}")
