"""Programmes, session lists and lists of side events, whatever way their blocks nest.

===============  ==================================================
`lines`          blocks as lines, with their dates, times and label
`labels`         "Moderator:", "Venue:", and what such labels mean
`reading`        the walk over the lines: `read_agenda`
`calendars`      tables whose rows are events
`dated_lists`    lists of days and titles without hours
`items`          what it builds: items, titles, people
`session_kinds`  panel, plenary, break: what a title names
===============  ==================================================
"""
