"""``iom-archive sites``: which sites there are, and what each listing, feed and sitemap last gave."""

from __future__ import annotations

import json
import sqlite3
from itertools import zip_longest
from pathlib import Path

import click

from archive.errors import ArchiveError
from archive.known import KnownPages
from archive.options import sites_option
from archive.settings import DataFolder
from scraper.clock import Clock
from scraper.crawl_state import ChannelState, CrawlState
from scraper.ledger import Ledger, LedgerError
from scraper.sites import Channel, Site, Sites, SitesError, load_sites

_HEADINGS = ("site", "host", "pages", "channel", "gave", "last read", "problem")
_NUMBERS = ("pages", "gave")


@click.command("sites")
@sites_option
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def command(folder: DataFolder, sites_file: Path | None, as_json: bool) -> None:
    """List the sites, and what each of their listings, feeds and sitemaps last gave.

    Sites marked with a star are crawled by default, the others by naming them: crawl --site NAME.
    """
    try:
        sites = load_sites(sites_file)
    except SitesError as error:
        raise ArchiveError(str(error), hint="docs/crawling.md explains the file.") from error
    states, pages = _known(folder, sites)
    if as_json:
        click.echo(json.dumps([_as_dict(site, states, pages) for site in sites.sites.values()], indent=2))
        return
    rows = [_HEADINGS]
    for site in sites.sites.values():
        named = (f"{site.name}{'*' if site.default else ''}", site.host, str(pages.get(site.host, 0)))
        told = [_told(states.get(channel.name, ChannelState(channel.name))) for channel in _channels(site)]
        rows += [(*start, *cells) for start, cells in zip_longest([named], told or [("",) * 4], fillvalue=("",) * 3)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if name in _NUMBERS else cell.ljust(width)
            for name, cell, width in zip(_HEADINGS, row, widths, strict=True)
        )
        click.echo("  ".join(cells).rstrip())


def _told(state: ChannelState) -> tuple[str, str, str, str]:
    return (
        state.name.partition("/")[2],
        "" if state.items is None else str(state.items),
        (state.read_at or "never")[:16].replace("T", " "),
        state.problem or "",
    )


def _known(folder: DataFolder, sites: Sites) -> tuple[dict[str, ChannelState], dict[str, int]]:
    """What the ledger says of channels, and how many pages of each host are held; nothing without a ledger."""
    if not folder.ledger.exists():
        return {}, {}
    try:
        ledger = Ledger(folder.ledger, write=False)
    except LedgerError as error:
        raise ArchiveError(str(error), hint=error.hint) from error
    try:
        state = CrawlState(ledger, Clock())
        channels = [channel for site in sites.sites.values() for channel in _channels(site)]
        return {channel.name: state.channel(channel.name) for channel in channels}, KnownPages(
            ledger.connection
        ).held_by_host()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{folder.ledger} cannot be read: {error}") from error
    finally:
        ledger.close()


def _channels(site: Site) -> tuple[Channel, ...]:
    return (*site.feeds, *site.listings, *site.sitemaps)


def _as_dict(site: Site, states: dict[str, ChannelState], pages: dict[str, int]) -> dict[str, object]:
    channels = []
    for channel in _channels(site):
        state = states.get(channel.name, ChannelState(channel.name))
        channels.append(
            {
                "name": channel.name,
                "address": channel.address,
                "floor": channel.floor,
                "read_at": state.read_at,
                "ok_at": state.ok_at,
                "items": state.items,
                "total": state.total,
                "complete_at": state.complete_at,
                "problem": state.problem,
            }
        )
    return {
        "name": site.name,
        "title": site.title,
        "host": site.host,
        "default": site.default,
        "languages": list(site.languages),
        "pages": pages.get(site.host, 0),
        "channels": channels,
    }
