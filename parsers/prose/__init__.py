"""Running text, sentence by sentence: who is named, what they do, whom a release quotes.

================  =======================================================
`passage`         one sentence with all that the vocabularies found in it
`cues`            words that say what people do
`reading`         people of a whole page: `read_prose`
`named`           people of a sentence
`titles_before`   where the titles before a name begin
`behind_names`    post, body and country behind a name
`next_person`     whether another person is named at a place
`trades`          a trade behind a name, without age, origin and town
`appositions`     where an affiliation ends in a list of people
`field_words`     fields of a post between it and a name
`no_names`        capitalised words of a post that are nobody's name
`bylines`         who wrote the text
`authors`         who made a work that is named by its title
`said`            whether a verb of saying and a quotation stand beside a name
`described`       nouns before a name that are no posts
`state_beside`    the state that an official is said to be of
`body_names`      whether words are the name of a body
`roles`           what each of them does
`subjects`        who goes on with another's verb, or stands behind words on somebody else
`pronouns`        pronouns that begin a sentence, and for whom they stand
`quotes`          who is quoted
`sources`         whose words a sentence gives without quotation marks
`told_words`      words that are told as the object of a verb
`joint_speakers`  several who say something together
`introduced`      private persons who count if they are quoted next
`panels`          the panels that a release reports on
================  =======================================================
"""
