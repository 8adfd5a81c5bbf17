#!/bin/sh
# In the container of the nightly job: one night at each start, then one every day at NIGHTLY_AT (UTC).
# A night that fails says so, in its report and by `iom-archive status`, and the next one comes all the same.
set -u
at="${NIGHTLY_AT:-02:15}"
trap 'kill "${child:-}" 2>/dev/null; wait; exit 0' TERM INT
while :; do
    iom-archive update --max-seconds "${NIGHTLY_SECONDS:-28800}" --keep-days "${NIGHTLY_KEEP_DAYS:-7}" &
    child=$!
    wait "$child" || echo "the night ended with exit code $?" >&2
    now=$(date -u +%s)
    next=$(date -u -d "today $at" +%s)
    [ "$next" -gt "$now" ] || next=$(date -u -d "tomorrow $at" +%s)
    sleep $((next - now)) &
    child=$!
    wait "$child"
done
