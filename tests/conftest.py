"""What all tests share: how hypothesis chooses its examples.

By default it tries the same examples each time, so that a run tells of the change under test and of nothing else.
``pytest --hypothesis-profile=explore`` looks for others; what it finds is pinned with ``@example`` beside the test.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("steady")
