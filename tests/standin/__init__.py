"""A stand-in for www.iom.int: real HTTP on 127.0.0.1, in the markup of the real site, with invented content.

For any test that needs a site to crawl::

    from tests.standin import StandIn, sites_file

    with StandIn(240) as site:                                  # 240 pages in en, fr, es; ends with the block
        sites = sites_file(tmp_path / "sites.toml", retry_seconds=0.01)
        # iom-archive crawl --sites SITES --connect-to site.origin --delay 0 --pretend-now site.now.isoformat() ...
        site.forward(days=1)
        site.publish_new("a-new-release")                       # heads listing, feed and sitemap
        site.edit("/news/...", "One more paragraph.")
        site.move("/news/a", "/news/b")                         # 301 from the old alias
        site.delete("/news/c")                                  # 404
        site.spoil("/news/d", "gzip_cut", times=1)              # any fault of tests.standin.faults, by path
        site.spoil("*", "challenge")                            # the whole site behind a firewall
        site.redesign()                                         # other markup from now on
        site.log, site.paths(), site.smallest_gap()             # what it was asked

It answers for the host that the ``Host`` header names: pages by alias and by ``/node/N`` (301), ``/search`` and ``/events``
with a pager and totals, ``/sitemap.xml`` as an index of parts with lastmod, ``/rss.xml``, ``/robots.txt``, ETag,
Last-Modified, 304, gzip. ``python -m tests.standin`` serves it for looking at.
"""

from tests.standin.content import LANGUAGES, START, Page, make_pages
from tests.standin.faults import FAULTS, Answer, Request, http_date, message, redirect_to, retry_after
from tests.standin.server import STOCK_ROBOTS, WWW, StandIn, sites_file
from tests.standin.trial import Ran, Trial, a_trial

__all__ = [
    "FAULTS",
    "LANGUAGES",
    "START",
    "STOCK_ROBOTS",
    "WWW",
    "Answer",
    "Page",
    "Ran",
    "Request",
    "StandIn",
    "Trial",
    "a_trial",
    "http_date",
    "make_pages",
    "message",
    "redirect_to",
    "retry_after",
    "sites_file",
]
