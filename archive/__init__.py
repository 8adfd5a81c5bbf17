"""The database side: schema, build, checks, snapshots, and the command line that ties the rooms together.

Imports `scraper` and `parsers`. ``archive.cli`` is the entry point, ``archive.commands`` holds one module a command.
"""
