"""Bodies as printed, and what they do for a meeting or a text.

=================  ===================================================================================
`names`            whether words name a body, and which known bodies stand in a text
`romance_names`    names of French and Spanish words that alone make none: "Gendarmerie royale"
`organizer_lists`  the bodies that a label such as "Organizers:" lists: a folder with its own map
`prose_lists`      how far a list of bodies in a sentence reaches
`arabic_lists`     where one begins and ends in Arabic, with the object before or behind the subject
`involvement`      those that prose says to organise, host, support, attend: a folder with its own map
`issuers`          those that prose implies to act or to issue a text
`signatories`      those whose heads sign a text
`own_meetings`     those whose own a meeting is
=================  ===================================================================================
"""
