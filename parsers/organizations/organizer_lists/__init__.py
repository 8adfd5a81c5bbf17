"""Lists of bodies, split into their names: the value of a label such as "Organizers:", a list in a sentence.

===============  ================================================================================
`splitting`      a list's text from the outside in: `split_organizer_list`
`body`           `Body`: a name as printed, its place, its part
`list_ends`      sentences and clauses behind a list, which are no part of it
`pieces`         what nothing may part (brackets, known names), and the pieces between marks
`commas`         commas inside of one name: "Ministry of Labour, Employment and Social Security"
`conjunctions`   whether "and" joins two names or stands in one, Arabic و too
`joint_names`    names that hold several fields or states: "Governments of Fiji and Chad"
`single_names`   a piece as a body's name, without what stands around it
`spelling`       short forms in brackets that tell how far a name reaches
`spokespersons`  "NAME, POST, BODY": a person who stands for a body
===============  ================================================================================
"""
