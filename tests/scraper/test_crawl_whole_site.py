"""A whole site, crawled again and again while it changes: reach, order, conditional requests, revisions, channels."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.standin import Trial, a_trial


@pytest.fixture(scope="module")
def crawled() -> Iterator[Trial]:
    """A site of 240 pages after one crawl. Tests of this module only look, or change and crawl on in their own order."""
    with a_trial(240) as trial:
        site = trial.site
        site.publish_new("disallowed-by-robots")
        site.publish_new("linked-only", kind="page", host="www.iom.int")
        parent = next(path for (_, path), page in site.pages.items() if page.kind == "event" and page.language == "en")
        site.pages["www.iom.int", parent] = site.edit(parent, "See the pages below.").__class__(
            **{
                **vars(site.pages["www.iom.int", parent]),
                "links": ("/linked-only-forum", "https://elsewhere.example/x"),
            }
        )
        site.publish_new("linked-only-forum", kind="page")
        ran = trial.crawl("--concurrency", "8")
        assert ran.code == 0, ran.stderr
        yield trial


def reachable(trial: Trial) -> set[str]:
    return trial.site.addresses() - {"https://www.iom.int/linked-only"}  # named nowhere, so it cannot be found


def test_every_reachable_page_is_reached(crawled: Trial) -> None:
    got = {row["address"] for row in crawled.rows("SELECT address FROM captures WHERE verdict = 'ok'")}
    assert got == reachable(crawled)


def test_nothing_disallowed_and_nothing_off_the_list_is_asked_for(crawled: Trial) -> None:
    assert {request.host for request in crawled.site.log} == {"www.iom.int"}
    assert not [request for request in crawled.site.log if request.path.startswith("/news/disallowed-")]
    assert crawled.known("/news/disallowed-by-robots")["verdict"] == "disallowed"
    assert not crawled.captures("/news/disallowed-by-robots")


def test_no_page_is_asked_for_twice(crawled: Trial) -> None:
    asked = [request.path for request in crawled.site.page_requests()]
    assert len(asked) == len(set(asked))


def test_each_page_knows_every_channel_that_named_it(crawled: Trial) -> None:
    newest = next(path for (_, path), page in crawled.site.pages.items() if page.node_id == 199_999)
    channels = {row["channel"] for row in crawled.rows("SELECT channel FROM found WHERE address = ?", address(newest))}
    assert channels == {"www/listing/news", "www/feed/rss.xml", "www/sitemap/sitemap.xml"}
    linked = crawled.rows("SELECT channel FROM found WHERE address = ?", address("/linked-only-forum"))
    assert [row["channel"] for row in linked] == ["link"]


def test_language_twins_are_pages_of_their_own(crawled: Trial) -> None:
    twins = crawled.rows("SELECT language, count(*) AS n FROM pages WHERE node_id = 199990 GROUP BY language")
    assert [(row["language"], row["n"]) for row in twins] == [("en", 1), ("es", 1), ("fr", 1)]


def test_listings_prove_that_they_are_complete(crawled: Trial) -> None:
    state = crawled.rows("SELECT * FROM channels WHERE name = 'www/listing/news'")[0]
    named = crawled.rows("SELECT count(*) AS n FROM found WHERE channel = 'www/listing/news'")[0]["n"]
    assert state["complete_at"] is not None and state["next_page"] is None
    assert state["total"] == named > 100


def test_a_second_run_asks_only_conditionally_and_finds_nothing_new(crawled: Trial) -> None:
    texts, site = crawled.texts(), crawled.site
    site.forward(hours=12)
    site.clear_log()
    ran = crawled.crawl("--recheck", "--concurrency", "8")
    assert ran.code == 0
    assert len(site.log) >= 240
    assert [request.target for request in site.log if not request.is_conditional] == []
    assert ran.report["conditional"] == ran.report["requests"]
    assert (ran.report["new"], ran.report["changed"]) == (0, 0)
    assert ran.verdicts["not_modified"] == ran.report["requests"]
    assert crawled.texts() == texts


def test_after_changes_exactly_the_changed_pages_get_a_revision(crawled: Trial) -> None:
    site, before = crawled.site, crawled.texts()
    site.forward(days=1)
    paths = [path for (_, path), page in site.pages.items() if page.kind == "press_release" and page.language == "en"]
    changed = {paths[5], paths[40], paths[90]}
    for path in changed:
        site.edit(path, "A paragraph that was not there yesterday.")
    site.publish_new("brand-new")
    site.clear_log()
    ran = crawled.crawl("--concurrency", "8")
    after = crawled.texts()
    assert {page for page in after if after[page] != before.get(page)} == {
        *(address(path) for path in changed),
        address("/news/brand-new"),
    }
    assert all(len(after[address(path)]) == 2 for path in changed)
    assert (ran.report["new"], ran.report["changed"]) == (1, 3)
    # Which pages changed came from the sitemap: the others were not even asked for.
    assert {request.path for request in site.page_requests()} == {*changed, "/news/brand-new"}


def test_new_pages_come_before_changed_ones_and_those_before_the_slow_recheck(crawled: Trial) -> None:
    site = crawled.site
    site.forward(hours=5)
    paths = [path for (_, path), page in site.pages.items() if page.kind == "press_release" and page.language == "en"]
    site.edit(paths[70], "Changed.")
    site.publish_new("newest-of-all")
    site.clear_log()
    crawled.crawl("--recheck", "--max-pages", "12")
    asked = [request.path for request in site.page_requests()]
    assert asked[0] == "/news/newest-of-all"
    assert len(asked) == 12


def test_each_page_is_looked_at_again_within_thirty_days(crawled: Trial) -> None:
    crawled.crawl("--concurrency", "8")
    crawled.site.forward(days=30)
    crawled.site.clear_log()
    crawled.crawl("--concurrency", "8")
    asked = {f"https://www.iom.int{request.path}" for request in crawled.site.page_requests()}
    assert asked == reachable(crawled)


def test_a_forced_full_fetch_sees_through_a_lying_cache() -> None:
    with a_trial(24) as trial:
        site = trial.site
        trial.crawl("--concurrency", "4")
        path = next(path for _, path in site.pages if path.startswith("/news/"))
        site.edit(path, "Said behind a cache that says nothing changed.")
        site.spoil(path, "always_304")
        site.forward(days=1)
        trial.crawl("--recheck", "--concurrency", "4")
        assert len(trial.texts()[address(path)]) == 1, "the cache lies, and so far nothing gave it away"
        site.forward(days=61)
        trial.crawl("--concurrency", "4")
        assert len(trial.texts()[address(path)]) == 2


def test_tokens_that_differ_on_every_fetch_make_no_revision(crawled: Trial) -> None:
    site, before = crawled.site, crawled.texts()
    site.tokens = True
    site.forward(days=2)
    ran = crawled.crawl("--recheck", "--concurrency", "8", "--max-pages", "60")
    assert ran.verdicts["ok"] == 60
    assert ran.report["changed"] == 0
    assert crawled.texts() == before


def test_a_dry_run_lists_what_is_due_and_asks_nothing(crawled: Trial) -> None:
    crawled.site.clear_log()
    captures = crawled.rows("SELECT count(*) AS n FROM captures")
    crawled.site.forward(days=40)
    ran = crawled.crawl("--dry-run", "--max-pages", "7")
    plan = json.loads(ran.stdout)
    assert plan["due"] >= 240
    assert [entry["kind"] for entry in plan["plan"]].count("listing") == 4
    pages = [entry for entry in plan["plan"] if entry["kind"] not in ("listing", "feed", "sitemap")]
    assert len(pages) == 7 and all("due for a look" in entry["why"] for entry in pages)
    assert crawled.site.log == []
    assert crawled.rows("SELECT count(*) AS n FROM captures") == captures


def address(path: str) -> str:
    return f"https://www.iom.int{path}"


# discovery, one case a site


def test_items_that_come_in_while_a_listing_is_walked_are_not_missed() -> None:
    with a_trial(200) as trial:
        site = trial.site
        site.sitemap_share = 0.0
        site.spoil("/sitemap.xml", "gone_404")
        site.spoil("/rss.xml", "gone_404")
        added: list[str] = []

        def publish(request: object) -> None:
            target = getattr(request, "target", "")
            if target.startswith("/search") and "page=" in target and len(added) < 20:
                site.forward(minutes=1)
                added.extend(site.publish_new(f"while-walking-{len(added) + n}").path for n in range(4))

        site.on_request = publish
        trial.crawl("--concurrency", "2")
        got = {row["address"] for row in trial.rows("SELECT address FROM captures WHERE verdict = 'ok'")}
        assert len(added) == 20
        assert {f"https://www.iom.int{path}" for path in added} <= got
        listed = {address(path) for (_, path), page in site.pages.items() if page.kind in ("press_release", "event")}
        assert listed <= got


def test_an_endless_pager_is_left_when_it_names_nothing_new() -> None:
    with a_trial(60) as trial:
        trial.site.endless_pager = True
        ran = trial.crawl()
        pages_of_listing = trial.site.paths()["/search"]
        assert pages_of_listing < 40
        assert "listing_repeats" in ran.problem_codes
        assert ran.report["new"] == 60


def test_a_listing_that_goes_on_for_ever_ends_at_the_cap() -> None:
    with a_trial(150, max_listing_pages=4) as trial:
        ran = trial.crawl()
        assert trial.site.paths()["/search"] <= 4 + 1
        assert "listing_endless" in ran.problem_codes


def test_half_a_sitemap_makes_nothing_gone_and_raises_an_alarm() -> None:
    with a_trial(120) as trial:
        trial.crawl("--concurrency", "4")
        trial.site.sitemap_share = 0.5
        trial.site.forward(days=3)
        ran = trial.crawl()
        assert ran.code == 10
        assert "120 the time before" in ran.problem("sitemap_shrank")["message"]
        assert ran.report["gone"] == 0
        assert trial.rows("SELECT count(*) AS n FROM pages WHERE gone_at IS NOT NULL") == [{"n": 0}]


def test_a_part_of_the_sitemap_may_change_while_its_index_stays_the_same() -> None:
    with a_trial(48) as trial:
        site = trial.site
        site.sitemap_dates = False
        trial.crawl("--concurrency", "4")
        site.forward(hours=12)
        path = next(path for (_, path), page in site.pages.items() if page.kind == "speech" or "/events/" in path)
        site.edit(path, "Changed, as only a part of the sitemap says.")
        site.clear_log()
        ran = trial.crawl("--concurrency", "4")
        assert site.paths()["/sitemap.xml"] == 2
        assert [request.path for request in site.page_requests()] == [path]
        assert ran.report["changed"] == 1


def test_a_part_of_the_sitemap_that_did_not_change_is_not_asked_for() -> None:
    with a_trial(24) as trial:
        trial.site.forward(days=2)
        trial.crawl("--concurrency", "4")
        for hours, asked in ((12, ["/sitemap.xml"]), (24 * 29, ["/sitemap.xml", "/sitemap.xml?page=1"])):
            trial.site.forward(hours=hours)
            trial.site.clear_log()
            trial.crawl("--concurrency", "4")
            assert [request.target for request in trial.site.log if request.path == "/sitemap.xml"] == asked


def test_a_sitemap_that_fails_is_a_problem_and_no_more() -> None:
    with a_trial(60) as trial:
        trial.crawl("--concurrency", "4")
        trial.site.spoil("/sitemap.xml?page=1", "error_500")
        trial.site.publish_new("only-in-the-listing")
        trial.site.forward(days=3)
        ran = trial.crawl()
        assert "sitemap" in " ".join(ran.problem_codes | {p["message"] for p in ran.report["problems"]})
        assert ran.report["gone"] == 0
        assert trial.last("/news/only-in-the-listing")["verdict"] == "ok"


def test_traps_and_foreign_addresses_in_a_sitemap_are_not_followed() -> None:
    with a_trial(24) as trial:
        trial.site.sitemap_extra = [
            "https://www.iom.int/news/a/b/a/b/a/b",
            "https://www.iom.int/news/x/x/x",
            "https://www.iom.int/news/" + "long" * 200,
            "https://www.iom.int/calendar/2031/01",
            "https://user:secret@www.iom.int/news/with-a-password",
            "https://169.254.169.254/latest/meta-data",
            "http://2130706433/news/decimal",
            "https://[::ffff:10.0.0.1]/news/mapped",
            "https://donate.iom.int/news/mirrored-page",
            "file:///etc/hostname",
            "javascript:alert(1)",
        ]
        ran = trial.crawl("--concurrency", "2")
        wanted = {address.removeprefix("https://www.iom.int") for address in trial.site.addresses()}
        assert {request.path for request in trial.site.page_requests()} == wanted | {"/news/mirrored-page"}
        assert {request.host for request in trial.site.log} == {"www.iom.int"}, "a mirror is read as its original"
        assert ran.report["disallowed"] == 0


def test_a_listing_alone_is_enough_and_so_is_a_sitemap_alone() -> None:
    with a_trial(48) as trial:
        for path in ("/sitemap.xml", "/rss.xml"):
            trial.site.spoil(path, "gone_404")
        ran = trial.crawl("--concurrency", "4")
        speeches = sum(page.kind == "speech" for page in trial.site.pages.values())
        assert ran.report["new"] == 48 - speeches
    with a_trial(48) as trial:
        for path in ("/rss.xml", "/search", "/events", "/fr/search", "/es/search"):
            trial.site.spoil(path, "gone_404")
        ran = trial.crawl("--concurrency", "4")
        assert ran.report["new"] == 48
        assert "channel_failed" in ran.problem_codes


def test_a_bounded_run_gets_the_newest_and_a_later_one_goes_on() -> None:
    with a_trial(240) as trial:
        trial.crawl("--max-pages", "10")
        news = [page for page in trial.site.pages.values() if page.kind == "press_release" and page.language == "en"]
        newest = {page.path for page in sorted(news, key=lambda page: page.created, reverse=True)[:5]}
        asked = {request.path for request in trial.site.page_requests()}
        assert newest <= asked and len(asked) == 10
        assert trial.site.paths()["/search"] == 1, "a listing is not walked to its end for ten pages"
        ran = trial.crawl("--max-pages", "100", "--concurrency", "4")
        assert ran.report["new"] == 100
        trial.crawl("--concurrency", "4")
        got = {row["address"] for row in trial.rows("SELECT address FROM captures WHERE verdict = 'ok'")}
        assert got == trial.site.addresses()


def test_memory_does_not_grow_with_the_number_of_pages() -> None:
    with a_trial(360) as trial:
        small = trial.crawl("--max-pages", "60", "--concurrency", "4")
        large = trial.crawl("--concurrency", "4")
        assert (small.report["pages"], large.report["pages"]) == (60, 300)
        assert large.report["peak_memory_bytes"] < small.report["peak_memory_bytes"] + 8_000_000
