"""Exit codes of ``iom-archive``, one for each cause, for scripts. docs/operate.md says what to do on each."""

OK = 0
ERROR = 1  # something unforeseen: a defect of this program
USAGE = 2  # the command line or the configuration is wrong, or a library of an extra is not installed
PARTIAL = 3  # some input could not be used; the rest was done and each failure was named
DAMAGED = 4  # stored captures differ from what was recorded
NOTHING = 5  # nothing to work on: no captures, no archive
CHECK_FAILED = 6  # the release gate stopped the snapshot
STALE = 7  # the last success is older than the operator's limit
DRIFT = 10  # a site or a layout changed: a listing without cards, a fill rate that fell
BLOCKED = 11  # the site refused us
THROTTLED = 12  # the site asked for a longer pause than the run may take
ERROR_BUDGET = 13  # too many failed requests
DISK = 14  # too little free disk
UNREACHABLE = 15  # robots.txt or the whole site could not be reached
NEWER_DATA = 16  # the data folder was written by a newer version
INTERRUPTED = 17  # SIGINT or SIGTERM ended the run early; what was done is kept
TIME_LIMIT = 18  # the time limit of a nightly run ended it before its snapshot; what was done is kept
LOCKED = 75  # another run holds the lock (EX_TEMPFAIL)


def name_of(code: int) -> str:
    """The name of a code in small letters, such as ``disk``; ``exit_N`` for one that has none."""
    names = {value: name for name, value in globals().items() if name.isupper()}
    return names.get(code, f"exit_{code}").lower()
