#!/bin/sh
# /usr/local/bin/iom-archive: the program as the nightly job runs it, with its user, its settings and its data folder. What
# root wrote into that folder the job could not change. Needs root.
set -eu
set -a
# shellcheck source=/dev/null
. /etc/iom-archive.env
set +a
cd /
exec runuser -u iom-archive -- /opt/iom-archive/.venv/bin/iom-archive --data /var/lib/iom-archive "$@"
