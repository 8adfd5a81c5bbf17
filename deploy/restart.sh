#!/bin/sh
# Restart both Datasettes, one after the other: the second only when the first one answers again.
# For a new version of the program; a new snapshot needs no restart. Run as root.
set -eu
for port in 8001 8002; do
    systemctl restart "iom-archive-serve@$port"
    tries=0
    until python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/', timeout=5)" 2>/dev/null; do
        tries=$((tries + 1))
        if [ "$tries" -ge 60 ]; then
            echo "iom-archive-serve@$port does not answer; the other one was left alone: journalctl -u iom-archive-serve@$port" >&2
            exit 1
        fi
        sleep 1
    done
done
