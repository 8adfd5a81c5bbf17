"""An event's date in running text: "was held in Dakar on 12 and 13 May", "opened yesterday (27/11)", "launched today".

Each date of a sentence is weighed by the words around it (cues.toml, ``[meeting]``): of holding, of this event, of some
other one. Dates that a release gives for the opening and the close of one event are joined. All offsets are those of
``Page.text``.

===============  ==============================================================================
`walk`           through the page, block by block: `prose_dates`
`sentence`       `Sentence`: its text, its dates, its cues
`day_mentions`   the days that a sentence tells, those counted from the day of publication too
`best_date`      the date of a sentence that is most likely the event's
`reasons`        what speaks for a date and against it, and how much: the weights
`candidates`     a date as a candidate: opening, close, or only the first day
`under_way`      "at it since Monday and go home tomorrow"
`last_days`      "It runs until 2 December"
`lengths`        "a two-day workshop which ended yesterday"
`headline_days`  a release's first sentence: whose its day is
`joining`        dates that are one event's
===============  ==============================================================================
"""
