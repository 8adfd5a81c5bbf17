"""One archive that many tests look at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from archive.settings import DataFolder
from tests.archive.sheets import Sheet, build_sheets, keep

PEOPLE = ["Sinéad O’Neill", "Omar al-Masri", "Nguyễn Thị Minh Khai", "Łukasz Wałęsa", "Đorđe Ørsted", "محمد الهاشمي"]

SHEETS = [
    Sheet(
        "events/idm-2024",
        title="International Dialogue on Migration 2024",
        date_text="7 and 8 October 2024",
        start_date="2024-10-07",
        end_date="2024-10-08",
        series="idm",
        venue="Palais des Nations",
        city="Geneva",
        country="CH",
        sessions=[
            {
                "title": "Panel 1: Regular pathways",
                "kind": "panel",
                "date": "2024-10-07",
                "start": "10:00",
                "end": "11:30",
                "timezone": "CEST",
                "people": [
                    {
                        "name": name,
                        "role": "moderator" if not number else "panellist",
                        "position": "Director",
                        "organization": "IOM" if not number else "Ministry of Labour",
                        "country": "KE" if number == 1 else None,
                    }
                    for number, name in enumerate(PEOPLE)
                ],
            },
            {"title": "Lunch", "kind": "break", "date": "2024-10-09"},
        ],
        organizations=[{"name": "Côte d’Ivoire Federation"}],
        documents=[{"label": "Concept note", "url": "https://www.iom.int/cn.pdf", "kind": "concept_note"}],
        themes=[{"code": "regular-pathways", "words": "Regular pathways"}],
        lines=["Migrants and remittances across borders."],
    ),
    Sheet(
        "events/undated",
        title="A workshop without a day",
        online=True,
        end_date=None,
        themes=[{"code": "health", "words": "workshop"}],
    ),
    Sheet(
        "news/opening",
        kind="press_release",
        title="Ministers meet in Geneva",
        published="2024-10-09",
        city="Geneva",
        country="CH",
        people=[{"name": "Sinead O'Neill", "role": "quoted", "organization": "IOM"}],
        themes=[{"scheme": "gcm", "code": "5", "words": "Objective 5"}],
        lines=["The International Dialogue on Migration 2024 took up Objective 5."],
        translations={"fr": "https://www.iom.int/fr/news/ouverture"},
    ),
    Sheet(
        "fr/news/ouverture",
        kind="press_release",
        title="Ministers meet in Geneva",
        language="fr",
        published="2024-10-09",
        lines=["Les migrants de São Tomé."],
    ),
    Sheet(
        "ar/news/x",
        kind="press_release",
        title="بيان صحفي",
        language="ar",
        published="2024-01-02",
        lines=["المنظمة الدولية للهجرة وحقوق الهجرة"],
        documents=[{"label": "نص البيان", "kind": "statement", "url": "https://www.iom.int/bayan.pdf"}],
    ),
    Sheet("countries/kenya", kind="other", title="Kenya", lines=["An office in Nairobi."]),
]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder with an archive. Only to be looked at."""
    data = DataFolder(tmp_path_factory.mktemp("built"))
    keep(data, SHEETS, at="2024-10-10T08:00:00")
    changed = Sheet(**{**SHEETS[2].__dict__, "lines": ["The International Dialogue on Migration 2024: Objective 5."]})
    keep(data, [changed], at="2024-10-12T08:00:00")
    keep(data, [Sheet("events/broken", does="fail")], at="2024-10-12T09:00:00")
    build_sheets(data)
    return data


@pytest.fixture
def archive(built: DataFolder) -> Iterator[sqlite3.Connection]:
    """The built archive, open for reading."""
    with closing(sqlite3.connect(f"file:{built.archive}?mode=ro", uri=True)) as connection:
        yield connection
