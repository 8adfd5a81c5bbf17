"""The network side: sources, discovery, robots, fetching, captures. Knows addresses and bytes, no panellists.

Imports nothing of `parsers`, `archive` or `web`. What it leaves on disk, below the data folder:

``ledger.db``      SQLite: pages, addresses, captures (one row for each attempt), runs
``captures/``      WARC 1.1 files with every body as it was received
"""
