"""States, cities and venues as printed, and the place that a page is about.

=================  ==============================================================
`forms`            what a place is read into: `Where`
`countries`        states in any of their names
`gazetteer`        the state of a town that is in no list of the project
`location`         where an event is, or where a release was issued: `locate`
`venue_line`       venue, city and country of one line or field
`street_lines`     streets on such a line, which are no venue
`venue_names`      where a venue's name ends
`dateline`         "Geneva/Rome – "
`release_place`    the place of a release
`event_lines`      places on a line of an event page: beside the date, at the top
`event_sentences`  which sentence says where the event is
`event_halls`      houses that sentences name beside it
`event_days`       whether words tell of the event's own days
`held_at`          sentences that say where a meeting is held
`buildings`        buildings in running text, and the town behind them
`houses`           names of houses and open places, by their own form
`words`            the words that they ask for
=================  ==============================================================
"""
