"""Which names are one body: what acronyms, languages and states do to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.bodies import PageBodies, form_of, fullness, is_organ, state_of
from archive.names import name_key

LONG, SHORT = "Platform on Sea Migration", "PSM"
PAIR = f"{LONG} ({SHORT})"


def organization_id(name: str, state: str | None = None) -> int | None:
    """Id of the body of that name, on a page that says nothing else of it."""
    return PageBodies([], "", None).id_of(name, state)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IOM", "International Organization for Migration (IOM)"),
        ("OIM", "Organisation internationale pour les migrations"),
        ("IOM", "المنظمة الدولية للهجرة"),
        ("Organización Internacional para las Migraciones (OIM)", "the International Organization for Migration"),
        (LONG, PAIR),
        ("African Development Bank", "African Development Bank (AfDB)"),
        ("La Alcaldía de Cúcuta", "Alcaldía de Cúcuta"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert organization_id(one) == organization_id(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Research Department (IOM)", "Research Department"),  # whose it is, not what it is called
        ("Radio Network (Kenya)", "Radio Network (Ghana)"),
        ("IOM Uganda", "IOM"),
        (LONG, SHORT),  # by themselves; a page that prints both joins them
        ("DRC", "Danish Refugee Council"),  # the acronym stands for other things too
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert organization_id(one) != organization_id(other)


def test_a_page_that_prints_the_pair_joins_name_and_acronym() -> None:
    for names, text in (([PAIR, SHORT, LONG], ""), ([SHORT, LONG], f"The {PAIR} met."), ([SHORT, PAIR], "")):
        bodies = PageBodies([(name, None) for name in names], text, None)
        assert {bodies.id_of(name) for name in names} == {organization_id(LONG)}
    alone = PageBodies([(SHORT, None), (LONG, None)], f"{LONG} and {SHORT} met.", None)
    assert alone.id_of(SHORT) != alone.id_of(LONG)


def test_an_ambiguous_acronym_is_the_known_body_that_the_page_names() -> None:
    bodies = PageBodies([("DRC", None), ("Danish Refugee Council", None)], "", None)
    assert bodies.id_of("DRC") == bodies.id_of("Danish Refugee Council") == organization_id("Danish Refugee Council")


def test_each_state_has_its_own_organ() -> None:
    name = "Ministry of Health"
    kenya, norway = organization_id(name, "KE"), organization_id(name, "NO")
    assert len({kenya, norway, organization_id(name)}) == 3
    assert kenya is not None
    assert state_of(kenya, name, ["KE", "NO"]) == "KE"
    assert organization_id("Danish Refugee Council", "KE") == organization_id("Danish Refugee Council")
    assert organization_id("Instituto Nacional de Migración", "HN") != organization_id(
        "Instituto Nacional de Migración", "MX"
    )


def test_whose_organ_a_page_names() -> None:
    name = "Ministère de l'Intérieur"
    bodies = PageBodies([(name, "BI"), (name, None), ("Police nationale", None)], "", "NE")
    assert bodies.id_of(name) == bodies.id_of(name, of_page=True) == organization_id(name, "BI")
    assert bodies.id_of(name, "TD") == organization_id(name, "TD")
    assert bodies.id_of("Police nationale") == organization_id("Police nationale")
    assert bodies.id_of("Police nationale", of_page=True) == organization_id("Police nationale", "NE")
    two = PageBodies([(name, "BI"), (name, "TD"), (name, None)], "", "NE")
    assert two.id_of(name) == organization_id(name)


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("Ministry of Labour", True),
        ("Dirección General de Migración y Extranjería", True),
        ("Institut national de la statistique", True),
        ("وزارة الداخلية", True),
        ("Ministry of Labour of Kenya", False),
        ("Kenyan Ministry of Labour", False),
        ("Department of History, University of Bergen", False),
        ("Danish Refugee Council", False),
        # of several states: one body of its own, and no single state's
        ("Ministries of Labour and Health", True),
        ("Governments of Fiji and Chad", False),
        ("Ministries of Labour of Fiji and Chad", False),
        ("Gouvernements du Mali et du Niger", False),
        ("Police of both countries", False),
        ("Ministries of Labour of four countries", False),
        ("Police nationale des deux pays", False),
        ("Ministerio de Trabajo de ambos países", False),
        ("وزارة العمل في البلدين", False),
    ],
)
def test_what_is_an_organ_that_every_state_has(name: str, organ: bool) -> None:
    assert is_organ(form_of(name).key) is organ


def test_the_fullest_form() -> None:
    assert [fullness(name) for name in (PAIR, LONG, SHORT)] == [2, 1, 0]


NAMES = st.sampled_from([LONG, SHORT, PAIR, "IOM", "Ministry of Health", "DRC", "Danish Refugee Council"]) | st.text()
NAMED = st.lists(st.tuples(NAMES, st.sampled_from([None, "KE", "NO"])), max_size=8)


@given(NAMED, st.text() | st.just(f"The {PAIR} met."), st.randoms())
def test_the_order_on_the_page_does_not_matter(
    named: list[tuple[str, str | None]], text: str, random: st.random.Random
) -> None:
    mixed = random.sample(named, len(named))
    one, other = PageBodies(named, text, "CH"), PageBodies(mixed, text, "CH")
    assert [one.id_of(*pair) for pair in named] == [other.id_of(*pair) for pair in named]


@given(NAMES)
def test_names_that_are_equal_once_normalised_are_one_body(name: str) -> None:
    key = name_key(name)
    assert (organization_id(name) is None) == (not form_of(name).key)
    if name == name_key(name):
        assert organization_id(name) == organization_id(key)
