"""The network side: sources, discovery, robots, fetching, captures. Knows addresses and bytes, no panellists.

Imports nothing of `parsers`, `archive` or `web`. What it leaves on disk, below the data folder:

``ledger.db``      SQLite: pages, addresses, captures (one row for each attempt), runs, the crawler's working state
``captures/``      WARC 1.1 files with every body as it was received

The way of a crawl through the modules:

============  ==========================================================================================================
`sites`       which sites, channels, path rules and limits (``data/sites.toml``); `urls` the one form of each address
`crawl`       lanes, order, bounds, conclusions; `run` is what its parts share, `report` what it counts, `lock` its lock
`channels`    feeds, sitemaps and listings; `discovery` reads them and decides which addresses are pages
`frontier`    what is known and when it is due again; `crawl_state` remembers gates, robots.txt, hosts, layouts
`visits`      one page: `fetching` it, `unpacking`, `reading`, `verdicts`; `again` asks once more, `clock` waits
`fetching`    one address, hop by hop: `guard`, `robots`, `gate`, `client`, `connection`
`reading`     what a page says of itself, cheaply: `decoding`, `page_head`, `fingerprint`
`ping`        tells a monitor that a job has ended
============  ==========================================================================================================

The capture store:

================  ======================================================================================================
`store`           captures into WARC files and the ledger, and out again; `capture` is what goes in and comes out
`batch`           one transaction: `preparing`, `packing`, then a row (`rows`) of the `ledger` and its `pages`
`together`        one durable write for what comes at the same time
`warc_records`    records made; `warc_files` where they lie, `warc` reads them back
`recovery`        what happens when the store is opened after a crash; `verifying` reads and hashes all of it
`importing`       copies made by others: `foreign_warc` reads files, `foreign_records` records, `passing_verdict` judges
================  ======================================================================================================
"""

__version__ = "0.1.0"
