"""Pictures of the archive and of single things in it, as SVG. Each comes with the table behind it (`drawing.Picture`).

============  ========================================================================
`whole`       of the whole archive, each with a page of its own
`single`      of one person, body, country, theme or series
`drawing`     bars, and what every picture is made of
`world`       a map; `make_world` wrote its outlines (``world.json``, ``cities.tsv``)
`network`     people as dots, what they shared as lines
============  ========================================================================
"""
