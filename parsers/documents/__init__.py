"""Documents of a page: agendas, statements, reports, recordings, as links or as names in print.

* `linked`: those that an HTML page links to;
* `printed`: those that a text capture names, in a walk over its lines: `heads` says which lines head a list of
  documents and what belongs to it, `ends` which end it, `titles` which are told by their titles, `lines` what a single
  line names, `names` by whose they are or by a verb;
* `kinds`: what a document is by its label or address; `labels`: words in a bracket that name a recording.
"""
