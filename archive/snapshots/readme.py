"""``README.md`` of a snapshot: what each file is, how to check it, how to cite it."""

from __future__ import annotations

from typing import Any

from archive.dictionary import LICENSE
from archive.sample import Sample
from archive.snapshots.citation import DESCRIPTION, TITLE, notice, sentence

FILE = "README.md"


def write(manifest: dict[str, Any], files: dict[str, dict[str, Any]]) -> str:
    """The text; ``files`` has bytes and meaning by path."""
    whole = [file for path, file in files.items() if "/" not in path]
    listed = "\n".join(f"| `{file['path']}` | {file['bytes']:,} | {file['what']} |" for file in whole)
    counts = "\n".join(f"| {name} | {number:,} |" for name, number in manifest["rows"].items() if number)
    return f"""# {TITLE}, snapshot {manifest["name"]}

{DESCRIPTION}
{_not_cited(manifest)}
Data as of {manifest["as_of"]}: what was published later is not in it. Form of the tables: {manifest["schema_version"]}.
`data-dictionary.md` says what each table and column means, `DATA-CHANGELOG.md` what changed since the snapshot before.
Nothing in this folder is ever changed; a mistake is corrected in a later snapshot.

| file | bytes | what it is |
|---|---:|---|
{listed}
| `csv/TABLE.csv.gz` | | one table as CSV: UTF-8, words in quotation marks, null is an empty field without them |
| `parquet/TABLE.parquet` | | the same as Parquet |

CSV files are for machines: words that a spreadsheet would take for a formula stand as they were printed.

Check what you downloaded: `sha256sum --check --ignore-missing SHA256SUMS`

{_cited(manifest)}
Rights: {LICENSE}. The rows and their links may be used by anyone for any purpose.

| table | rows |
|---|---:|
{counts}
"""


def _not_cited(manifest: dict[str, Any]) -> str:
    said = notice(manifest)
    return f"\n**{said}**\n" if said else ""


def _cited(manifest: dict[str, Any]) -> str:
    """How to cite it; nothing for a snapshot of the sample alone."""
    if manifest["sample"] and Sample(**manifest["sample"]).whole:
        return ""
    return f"Cite it, and the source pages that you quote:\n\n> {sentence(manifest)}\n"
