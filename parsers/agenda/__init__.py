"""Programmes, session lists and lists of side events, whatever way their blocks nest.

The walk (`reading`) asks of each line what it is; each of the modules below it takes one kind of line.

===============  ========================================================
`lines`          blocks as lines, with their dates, times and label
`labels`         "Moderator:", "Venue:", and what such labels mean
`entry_fields`   fields of entries, as labelled lines
`shapes`         a sentence, running text: what words look like
`session_kinds`  panel, plenary, break: what a title names
`bare_clocks`    times that are ones only in a row
`half_days`      hours of the afternoon on a clock of twelve, without "p.m."
`calendars`      tables whose rows are events
`dated_lists`    lists of days and titles without hours
`day_hours`      lines that are a day and its hours
`dated_entries`  lists of events, their titles over or under the hours
`held_on_days`   titles over one or several days and hours
`title_first`    programmes whose titles stand before their hours
`untimed`        programmes without hours
`whole_days`     days without hours in a programme with some
`items`          what is built: items, their people
`item_titles`    titles, and what stands beside them on their line
`rooms`          lines that name a room, the room at the end of a title
`walk`           where the walk stands: the day, the open item, the role
`reading`        the walk over the lines: `read_agenda`
`day_lines`      lines that name a day
`titles_over_labels`  where the titles of such lists stand
`labelled_days`  titles over "Date:", "Time:" and the like
`time_lines`     lines whose time heads an item
`table_cells`    headers of columns, dates, further items in a row
`item_lines`     lines under an item, and what ends it
`item_labels`    labelled lines under an item
`role_clauses`   clauses that say who does what: "Led by A B, with C D"
`bare_labels`    roles right before a name: "Moderator A B"
`people_lines`   lines under an item that name people
`subject_lines`  lines that begin with what somebody speaks of: "Asia: Ms. A B"
`joint_titles`   titles of two sessions, the body that hosts a meal
`side_events`    which items are side events
`new_days`       items that are moved to another day
`settling`       what the items are once all lines are read
`day_runs`       days that have come apart from their hours: tabs in a row
`told_sessions`  sessions that running text tells with their hours
`item_zones`     the zones of the items' times, and the moments they make
===============  ========================================================
"""
