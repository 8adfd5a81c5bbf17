"""The commands of ``iom-archive``: one module each, which defines ``command``, a click command.

`archive.cli` finds them by walking this package, so a new command is a new module and nothing else.
"""
