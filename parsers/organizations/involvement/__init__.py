"""Bodies that prose says to organise, host, support or attend a meeting, or to issue a text.

Read over the blocks that no agenda claims, with the words of involvement.toml and involvement_prose.toml. What speakers
belong to is not involvement: a body behind a post or a person's name is left alone. All offsets are those of
``Page.text``.

================= ===========================================================================
`walk`            through the page, block by block: `find_involved`
`labels`          fields and labels for bodies: "Partners: UNICEF and the City of Geneva"
`agenda_blocks`   what is read in blocks of the agenda: "Side event (organized by the FAO)"
`session_texts`   who holds a session, by the text under its title
`words_before`    words that bodies follow: "organised by A and B", "thanked C for its help"
`announcing`      where lists begin that no fixed phrase announces: "a joint appeal by A"
`fronted`         with whom, where that begins the sentence: "With A and B, IOM wants"
`by_their_heads`  whose heads do it: "The heads of A and of B called on states"
`joint_texts`     whom a line calls joint issuers: "Joint A/B Press Release"
`come`            who takes part: "Observers came from A", "Ont aussi pris part à la foire la A"
`lists_behind`    the bodies of a list from there on, and those "with" whom
`subjects`        verbs that bodies stand before: "A, in cooperation with C, held"
`subject_lists`   the bodies of a list that ends before a verb
`joint_subjects`  several before any verb: "A and B have dug six wells"
`elsewhen`        what is said of another time's meetings, and not of the page's
`done_with`       with whom they do it: "A held a workshop with C"
`passives`        who does it in the passive: "was opened in Lomé yesterday by A"
`named_parts`     those whose part is named with them: "with A as host", "the A-funded project"
`part_nouns`      those that a noun beside their name makes hosts or partners: "A, our host,"
`english_turns`   who came, was trained, signed: "trained twenty clerks of A and B"
`english_words`   parts of their patterns, and of those of `english_gifts`
`romance_parts`   where more lists begin in French, Spanish and Arabic: "un accord a été signé entre A et B"
`english_gifts`   to whom things are handed over: "the boats were delivered to A"
`each_once`       each of them once, under the name that says most
================= ===========================================================================
"""
