"""The network side: sources, discovery, robots, fetching, captures. Knows addresses and bytes, no panellists.

Imports nothing of `parsers`, `archive` or `web`. What it leaves on disk, below the data folder:

``ledger.db``      SQLite: pages, addresses, captures (one row for each attempt), runs, the crawler's working state
``captures/``      WARC 1.1 files with every body as it was received

The way of a crawl through the modules:

=================  =====================================================================================================
`sites`            which sites, channels, path rules and limits (``data/sites.toml``)
`crawl`            lanes, order, bounds, conclusions; `run` is what its parts share, `report` what it counts
`channels`         feeds, sitemaps and listings; `discovery` reads them and decides which addresses are pages
`frontier`         what is known and when it is due again; `crawl_state` remembers gates, robots.txt, hosts, layouts
`visits`           one page: `fetching` it (`guard`, `robots`, `gate`, `client`), `unpacking`, `reading`, `verdicts`
`store`            captures into WARC files and the ledger, and out again; `importing` takes in copies made by others
=================  =====================================================================================================
"""
