"""Bodies as printed, and what they do for a meeting or a text.

=================  =================================================================
`names`            whether words name a body, and which known bodies stand in a text
`organizer_lists`  the bodies that a label such as "Organizers:" lists
`prose_lists`      how far a list of bodies in a sentence reaches
`involvement`      those that prose says to organise, host, support, attend
`announcing`       where lists begin that no fixed phrase announces
`named_parts`      those whose part a noun names ("as host")
`part_nouns`       those that a noun beside their name makes hosts or partners
`issuers`          those that prose implies
`each_once`        each of them once, under the name that says most
=================  =================================================================
"""
