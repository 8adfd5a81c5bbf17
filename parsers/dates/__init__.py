"""Days, clock times, zones and years as printed, and the days that a page is about.

What a reading is and how it goes from characters to `Record` is told in docs/dates.md.

==================  ===========================================================
`forms`             what a date is read into: `PartialDate`, `DateMention`
`finding`           `find_dates`: where to look, and what stands beside a date
`tokens`            characters to tokens
`grammar`           tokens to mentions
`words`             the words of the calendar, compiled once
`day_words`         "Day 2", "yesterday"
`weekdays`          weekdays that stand for days: "on Monday and Tuesday"
`times`             `find_times`: clock times
`zones`             time zones: what a label means, and what it makes of a time
`page_zone`         the zone of a page's times that print none
`years`             which year a date without one belongs to
`published`         when a page was published
`events`            when an event is: fields, agenda, date line, list, prose
`event_candidates`  what these readings share
`event_prose`       "was held in Dakar on 12 and 13 May": a folder with a map of its own
`dated_series`      a series told as a list of dated lines
`deadlines`         lines whose day is no event's but a call's
==================  ===========================================================
"""
