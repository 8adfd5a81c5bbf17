"""Snapshots: dated, immutable folders of files that people download and cite.

    archive.db ─▶ copy by VACUUM INTO ─▶ gate (`archive.checks`) ─▶ editions, CSV, Parquet, delta, descriptions
               ─▶ data/snapshots/.NAME.part, flushed to the disk ─▶ renamed to data/snapshots/NAME ─▶ latest.json

`taking.take` does all of it and says what came of it. `shelf` knows which snapshots there are and never shows a half
one, `retention` which may go. The other modules write one kind of file each: `databases`, `exports`, `delta`,
`changelog`, `datapackage`, `croissant`, `citation`, `readme`. The same archive gives the same bytes but for the
declared dates: those of the snapshot in its name and in the files that describe it.
"""
