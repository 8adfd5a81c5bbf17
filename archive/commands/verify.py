"""``iom-archive verify``: reads every stored byte again and names what is damaged."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click

from archive import exit_codes
from archive.opening import open_store
from archive.progress import in_kilobytes, shown
from archive.settings import DataFolder
from scraper.verifying import Damage, stored_bytes, verify


@click.command("verify", short_help="Check every stored capture against its hashes.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object for each damage, then one with the counts."
)
@click.pass_obj
def command(data: DataFolder, as_json: bool) -> None:
    """Read every stored capture again, compare it with what was recorded, and name what is damaged.

    Changes nothing. Exit code 4 if anything is damaged.
    """
    found = 0
    with open_store(data, "verify", write=False) as store:
        captures = store.count_captures()
        with shown(quiet=as_json) as progress:
            progress.stage("Verifying, kB", stored_bytes(store) >> 10)
            for damage in verify(store, on_bytes=in_kilobytes(progress)):
                found += 1
                _tell(damage, as_json=as_json)
    _sum_up(captures, found, as_json=as_json)
    sys.exit(exit_codes.DAMAGED if found else exit_codes.OK)


def _tell(damage: Damage, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(damage), ensure_ascii=False))
        return
    place = f"captures/{damage.file}" if damage.file else "ledger.db"
    if damage.offset is not None:
        place += f" at byte {damage.offset:,}"
    which = f" (capture {damage.capture_id}, {damage.address})" if damage.capture_id else ""
    click.echo(f"damaged: {place}{which}: {damage.reason}")


def _sum_up(captures: int, found: int, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"captures": captures, "damaged": found}))
        return
    read = "1 capture" if captures == 1 else f"{captures:,} captures"
    if found:
        click.echo(f"{read}; {found:,} damaged: restore the named files from a backup")
    else:
        click.echo(f"{read}, all as stored")
