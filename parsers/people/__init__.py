"""People with post, body and country, as lines and lists print them; those of running text are in `parsers.prose`.

===============  ===================================================================
`lines`          one line or bullet: `read_people`
`line_names`     where the name stands in it
`cut_names`      a surname first with a comma, a name right before its post
`line_parts`     the part of each person, where a line names several
`person_starts`  whether a person starts at a place of a line
`plain_names`    lines that are nothing but names
`line_brackets`  brackets in a line: documents, roles, affiliations
`in_brackets`    names in brackets behind whom they speak for: "Burundi (Mr. A B) and Rwanda (Ms. C D)"
`joint_names`    names that share what follows: "A B and C D, co-editors"
`behind_posts`   a name behind its post or body: "Chef de mission de l'OIM, M. A B", "Tide Guild: Ms. C D"
`names`          titles, degrees, and whether words can be a name
`name_runs`      runs of capitalised words that can be names
`regions`        parts of the world between a post and a name: "for West Africa A B"
`arabic_names`   names in a script without capitals
`arabic_subjects`  names behind the object of an Arabic verb
`not_yet`        words in the place of a name that is still to come
`affiliation`    what stands behind a name: posts, units, bodies, countries
`posts`          the post before a name
`advisers`       whom the holder of a post serves, and who is named behind it: "adviser to President A B"
`short_bodies`   bodies that a page calls by one common word
`state_fields`   units and posts told by what states deal with: "Department of Skill Development"
`states`         the state that somebody speaks for, named in the body or the page's own
`lists`          "Speakers:" and a list, outside of an agenda
`labelled`       people and bodies behind a label on the same line
`under_names`    post, body or life on the lines under a name of a list
`lives`          notes on somebody's life in such a list
`speeches`       who gives the speech that a page holds
`contacts`       press contacts
`furniture`      lines of share bars and heads of other pages, which name nobody
===============  ===================================================================
"""
