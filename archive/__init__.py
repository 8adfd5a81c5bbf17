"""The database side: schema, build, checks, snapshots, and the command line that ties the rooms together.

Imports `scraper` and `parsers`. The way of a fact through the modules:

================  =====================================================================================================
`cli`             the entry point; `archive.commands` has one module a command; `errors`, `exit_codes`: what goes wrong
`options`         options that several commands share
`settings`        where everything of one archive lies; `opening` opens its captures
`build`           from captures to ``archive.db``; `progress` tells how far, `stopping` ends a long step early
`known`           what the ledger knows, page by page
`reading_pool`    worker processes; `page_reader` is what one does, `record_cache` keeps `readings` of bodies
`rows`            from one page to its rows: `facts`, `page_context` what they share, `corrections`, `privacy`
`fact_evidence`   the words behind each fact; `country_evidence` those behind a person's state
`contact_details` where phone numbers and addresses stand
`ids`             numbers that stay; `keys` of what stands for itself, `names` that are the same name
`derive`          what spans pages: people, `bodies`, `towns`; `mentions` of events in releases; `labels` of codes
`schema`          every table and column, said once: `tables` is the form, `ddl` the SQL, `dictionary` the description
`info`            what a file says of itself; `holdings` what it holds, how fresh, what is wrong
`sample`          which pages are of the bundled sample, which may not be cited
`checks`          the gate before a snapshot; `snapshots` takes it
`update`          the whole night; `nights` keeps its reports
`evaluation`      how well pages are read; `quality` keeps the figures, `explain` shows one page line by line
`backup`          what cannot be made again, and its way back
`disk`            what is written reaches the disk
`serving`         Datasette on a built archive
================  =====================================================================================================
"""
