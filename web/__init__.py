"""What people see: readable pages, pictures and take-away files over a built archive, inside Datasette.

    request ─▶ routes.py ─▶ dispatch.py ─▶ pages/*.py (one thread, one connection) ─▶ templates/ ─▶ answer
                                              │
              formats: citations, calendars, feeds, structured (JSON-LD), exports; pictures: pictures/

Everything hangs on Datasette's hooks in `web.plugin`. Pages read the database and write nothing. They know its tables
(`archive.schema`) and nothing of how they were filled.

=============  ========================================================================================================
`plugin`       the hooks; `routes` every address, `dispatch` makes an `asking` of a request and a response of an answer
`site`         one served archive; `reading` its rows within a time limit, `vocabulary` the names of what occurs in it
`pages`        one module for each kind of page; `listings` describes the lists, `search` and `search_words` find
`rendering`    templates and what they share: `shell` stands round every page, `wording` writes values for people
`highlight`    the words that say a fact, marked; `differences` two revisions side by side
`exports`      tables and lists as files; `csv_guard` makes them safe to open; `feeds`, `calendars`, `citations`,
               `structured`: events, sessions and pages in the forms of other programs
`parameters`   names in a query that nothing answers to; `prepared` what a prepared query says of its own parameters
`counts`       how many rows of Datasette's tables have which values, taken once for each file; `facets` shows them
`headers`      what every answer says to browsers; `problems` what people see when something cannot be answered
`pictures`     charts, a map, networks: SVG drawn on the server
=============  ========================================================================================================
"""
