"""The words of vocabularies, found in a text: what every other room of the grammar asks.

=============  ====================================================================
`vocabulary`   the files of ``data/vocab``, each read once
`phrases`      a text cut into words once; many phrases found in one walk over them
`lexicon`      names of states, cities, bodies, themes and series in one matcher
`patterns`     any of some words as a regular expression
`word_lists`   lists of short phrases by language as parts of patterns
`small_words`  articles and prepositions as parts of patterns
`sentences`    where a sentence ends
=============  ====================================================================
"""
