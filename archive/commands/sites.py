"""``iom-archive sites``: which sites there are, and what each listing, feed and sitemap last gave."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from archive.errors import ArchiveError
from archive.options import sites_option
from archive.settings import DataFolder
from scraper.clock import Clock
from scraper.crawl_state import ChannelState, CrawlState
from scraper.ledger import Ledger, LedgerError
from scraper.sites import Channel, Site, Sites, SitesError, load_sites


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
    table = Table(box=None, pad_edge=False)
    for heading in ("site", "host", "pages", "channel", "gave", "last read", "problem"):
        table.add_column(heading, justify="right" if heading in ("pages", "gave") else "left", overflow="fold")
    for site in sites.sites.values():
        first = True
        for channel in _channels(site):
            state = states.get(channel.name, ChannelState(channel.name))
            table.add_row(
                f"{site.name}{'*' if site.default else ''}" if first else "",
                site.host if first else "",
                str(pages.get(site.name, 0)) if first else "",
                channel.name.partition("/")[2],
                "" if state.items is None else str(state.items),
                (state.read_at or "never")[:16].replace("T", " "),
                state.problem or "",
            )
            first = False
        if first:
            table.add_row(f"{site.name}{'*' if site.default else ''}", site.host, str(pages.get(site.name, 0)))
    Console().print(table)


def _known(folder: DataFolder, sites: Sites) -> tuple[dict[str, ChannelState], dict[str, int]]:
    """What the ledger says of channels and of the number of pages; nothing when there is no ledger yet."""
    if not folder.ledger.exists():
        return {}, {}
    try:
        ledger = Ledger(folder.ledger, write=False)
    except LedgerError as error:
        raise ArchiveError(str(error), hint=error.hint) from error
    try:
        state = CrawlState(ledger, Clock())
        channels = [channel for site in sites.sites.values() for channel in _channels(site)]
        pages = dict(ledger.connection.execute("SELECT site, count(*) FROM frontier GROUP BY site"))
        return {channel.name: state.channel(channel.name) for channel in channels}, pages
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
        "pages": pages.get(site.name, 0),
        "channels": channels,
    }
