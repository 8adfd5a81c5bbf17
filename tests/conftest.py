"""What all tests share: how hypothesis chooses its examples, and which files start first.

By default hypothesis tries the same examples each time, so that a run tells of the change under test and of nothing else.
``pytest --hypothesis-profile=explore`` looks for others; what it finds is pinned with ``@example`` beside the test.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("steady")

# The longest files, longest first: begun last, one of them would keep one process busy while the other has nothing left.
LONGEST = (
    "web/test_browser.py",
    "archive/test_update.py",
    "scraper/test_crawl_whole_site.py",
    "parsers/test_hostile_records.py",
    "scraper/test_crawl_manners.py",
    "scraper/test_crawl_evidence.py",
    "scraper/test_crawl_interrupted.py",
    "archive/test_build.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
