"""The reading side: bytes → `Page` (blocks) → `Record`. Knows language and layout, no network, no SQL.

Pure: the same bytes and address give the same record, on any machine and at any time. The only files read are the
vocabularies in ``data/vocab``. Imports nothing of `scraper`, `archive` or `web`.
"""
