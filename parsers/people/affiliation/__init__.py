"""Affiliations: what stands behind a name, "Deputy Minister of Labour, Government of Kenya", as post, body and country.

An affiliation is cut into segments, each told apart by its head word: a post ("Deputy Minister of Labour"), a unit
("Office of European Affairs"), a body ("Ministry of the Interior"), a country, or unknown; unknown ones go with their
neighbours. Then the body inside of a post is found, and the state that it is held for.

==============  ====================================================================================
`reading`       from what stands behind a name, `affiliation`; from a line of its own, `post_line`
`segments`      the parts between commas and dashes: `segments_of`
`clauses`       what is no affiliation or ends one: "(tbc)", "will be moderating"
`kinds`         post, unit, body, country or unknown: `kind_of_segment`
`sorting`       segments sorted into post, body and country: `sort_segments`
`post_fields`   posts that go on behind a comma: "Director, Policy and Research"
`bracketed`     a known body in brackets behind a unit or field: "Director, Policy and Research (World Bank)"
`split_post`    the post and the body that the same words name
`body_first`    the body before the post: "IOM Director General"
`owners`        the body that owns the post: "IOM Guinea's Chief of Mission"
`of_body`       the body behind "of": "President of the Tide Council"
`at_body`       the body behind "at": "Manager at Tide Ltd", "directora del albergue Casa Sur"
`unlisted`      bodies that nothing but the words around them tells: "inspectrice de la POLIMER"
`committees`    those of parliaments: "Chair, Labour Committee, Senate of Kenya"
`offices`       units, and offices of a body: "Labour Mobility Division", "IOM Regional Office in Cairo"
`origins`       where somebody is from: "resident of Mopti", "contadora de Barquisimeto"
`named_states`  the state that post or body speak for: "Ambassador of Norway to Ukraine"
`post_words`    the words that posts are made of: `head_of_post`
==============  ====================================================================================
"""
