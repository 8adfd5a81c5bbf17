"""What Datasette shows: templates, one plugin, static files. Reads the database, writes nothing."""
