"""What people see: readable pages, pictures and take-away files over a built archive, inside Datasette.

    request ─▶ routes.py ─▶ dispatch.py ─▶ pages/*.py (one thread, one connection) ─▶ templates/ ─▶ answer
                                              │
              formats: citations, calendars, feeds, structured (JSON-LD), exports; pictures: charts/

Everything hangs on Datasette's hooks in `web.plugin`. Pages read the database and write nothing. They know its tables
(`archive.schema`) and nothing of how they were filled.
"""
