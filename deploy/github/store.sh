#!/usr/bin/env bash
# Keep an archive between runs of a workflow, as assets of one release ("store") of the repository.
#
#   store.sh fetch FOLDER     bring ledger, captures, last snapshot and reports into FOLDER
#   store.sh keep FOLDER      put back what has changed
#
# An asset is never overwritten: a file that grew is uploaded beside the older one, NAME.BYTES, and only then the older
# one goes. WARC files go before the ledger, because a ledger is mended from the WARC files and not the other way round.
# So whenever a run is cut off, the store holds all that the run before it held. Needs gh, with GH_TOKEN and GH_REPO.
set -euo pipefail

RELEASE=store
action=${1:?fetch or keep}
folder=${2:?the data folder}

assets() { gh release view "$RELEASE" --json assets --jq '.assets[].name'; }

# The asset of the greatest number for each name: NAME.NUMBER
newest() { sort -t. -k1,1 | awk '{n=$0; sub(/\.[0-9]+$/, "", n); v=substr($0, length(n)+2)+0; if (!(n in m) || v > m[n]) m[n]=v} END {for (n in m) printf "%s.%.0f\n", n, m[n]}' | sort; }

fetch() {
    mkdir -p "$folder/captures"
    # A list that cannot be had ends the run here: an archive begun anew would take the place of the stored one.
    releases=$(gh release list --limit 1000 --json tagName --jq '.[].tagName')
    if ! grep -qx "$RELEASE" <<<"$releases"; then
        gh release create "$RELEASE" --prerelease --title "Store" --notes "Captures and ledger of the nightly run. For the archive itself see the dated releases."
        return
    fi
    incoming=$(mktemp -d)
    local listed asset name
    listed=$(assets) # on a line of its own: inside <(…) a failure would go unseen
    while read -r asset; do
        [ -n "$asset" ] || continue
        gh release download "$RELEASE" --pattern "$asset" --dir "$incoming" </dev/null
        name=${asset%.*}
        case $name in
        *.warc.gz) mv "$incoming/$asset" "$folder/captures/$name" ;;
        ledger.db.gz) gunzip -c "$incoming/$asset" >"$folder/ledger.db" ;;
        *.tar.gz) tar -xzf "$incoming/$asset" -C "$folder" ;;
        esac
        rm -f "$incoming/$asset"
    done < <(newest <<<"$listed")
    rmdir "$incoming"
}

# put FILE NAME NUMBER: upload as NAME.NUMBER, then remove the assets of that name with other numbers
put() {
    local file=$1 name=$2 number=$3 old
    if ! grep -qxF "$name.$number" <<<"$present"; then
        cp "$file" "$outgoing/$name.$number"
        gh release upload "$RELEASE" "$outgoing/$name.$number"
        rm "$outgoing/$name.$number"
    fi
    while read -r old; do
        if [ "${old%.*}" = "$name" ] && [ "$old" != "$name.$number" ]; then
            gh release delete-asset "$RELEASE" "$old" --yes </dev/null
        fi
    done <<<"$present"
}

keep() {
    outgoing=$(mktemp -d)
    present=$(assets)
    local file now
    now=$(date -u +%s%3N)
    # The ledger is copied first and put away last: each of its rows then has its bytes in the store.
    python3 - "$folder/ledger.db" "$outgoing/ledger.db" <<'PYTHON'
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as source, sqlite3.connect(sys.argv[2]) as copy:
    source.backup(copy)
PYTHON
    gzip -n "$outgoing/ledger.db"
    for file in "$folder"/captures/*.warc.gz; do
        put "$file" "$(basename "$file")" "$(stat -c %s "$file")"
    done
    put "$outgoing/ledger.db.gz" ledger.db.gz "$now"
    if [ -e "$folder/snapshots/latest.json" ]; then
        latest=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["name"])' "$folder/snapshots/latest.json")
        tar -czf "$outgoing/snapshots.tar.gz" -C "$folder" snapshots/latest.json "snapshots/$latest"
        put "$outgoing/snapshots.tar.gz" snapshots.tar.gz "$now"
    fi
    if [ -d "$folder/reports" ]; then
        tar -czf "$outgoing/reports.tar.gz" -C "$folder" reports
        put "$outgoing/reports.tar.gz" reports.tar.gz "$now"
    fi
    rm -rf "$outgoing"
}

case $action in
fetch) fetch ;;
keep) keep ;;
*) echo "store.sh: $action is neither fetch nor keep" >&2; exit 2 ;;
esac
