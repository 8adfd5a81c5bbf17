"""What a site's odd answers may and may not change: walls, blocks, moves, losses, spellings, languages, redesigns."""

from __future__ import annotations

from tests.standin import Trial, a_trial, redirect_to


def news(trial: Trial, language: str = "en") -> list[str]:
    """Paths of press releases, newest first."""
    pages = trial.site.pages.items()
    return [path for (_, path), page in pages if page.kind == "press_release" and page.language == language]


def oks(trial: Trial) -> int:
    return int(trial.rows("SELECT count(*) AS n FROM captures WHERE verdict = 'ok'")[0]["n"])


# the whole site says something else


def test_a_site_that_says_not_found_with_a_200_loses_no_page() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        before = oks(trial)
        trial.site.spoil("*", "soft_404")
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert oks(trial) == before
        assert ran.verdicts["soft_404"] == 36
        assert ran.code == 10, "listings without a card are a problem too"
        assert "listing_empty" in ran.problem_codes
        assert trial.page(news(trial)[0])["gone_at"] is None
        assert trial.last(news(trial)[0])["note"] == "the same page as for an address that cannot exist"


def test_a_firewall_is_asked_three_times_and_then_left_alone() -> None:
    with a_trial(36) as trial:
        trial.crawl("--max-pages", "10")
        before = oks(trial)
        trial.site.spoil("*", "challenge")
        trial.site.clear_log()
        trial.site.forward(minutes=5)
        ran = trial.crawl()
        assert ran.code == 11
        assert len(trial.site.log) == 3
        assert ran.verdicts == {"blocked": 3}
        assert oks(trial) == before
        trial.site.clear_log()
        trial.site.mend()
        trial.site.forward(hours=1)
        again = trial.crawl()
        assert again.code == 11 and trial.site.log == [], "the host is left alone for hours"
        trial.site.forward(hours=6)
        assert trial.crawl("--concurrency", "4").code == 0
        assert oks(trial) == 36


def test_a_second_block_makes_the_pause_longer() -> None:
    with a_trial(24) as trial:
        trial.site.spoil("*", "challenge")
        assert trial.crawl().code == 11
        trial.site.forward(hours=7)
        assert trial.crawl().code == 11
        until = trial.rows("SELECT blocked_until FROM hosts")[0]["blocked_until"]
        assert until > trial.site.forward(hours=11).isoformat()


def test_a_wall_in_front_of_pages_is_no_page_even_without_a_telling_word() -> None:
    with a_trial(60) as trial:
        trial.crawl("--max-pages", "20")
        before, known = oks(trial), {row["address"] for row in trial.rows("SELECT address FROM captures")}
        unseen = [path for path in news(trial) if f"https://www.iom.int{path}" not in known][:20]
        for path in unseen:
            trial.site.spoil(path, "silent_wall")
        ran = trial.crawl("--concurrency", "4")
        verdicts = {path: trial.last(path)["verdict"] for path in unseen}
        assert set(verdicts.values()) <= {"interstitial", "suspect"}
        assert list(verdicts.values()).count("interstitial") >= len(unseen) - 4  # the first few stand beside each other
        assert oks(trial) == 60 - len(unseen)
        assert ran.verdicts["interstitial"] + ran.verdicts.get("suspect", 0) >= len(unseen)
        assert before == 20


# pages that move and go


def test_redirects_home_or_to_a_listing_leave_the_pages_as_they_were() -> None:
    with a_trial(40) as trial:
        trial.crawl("--concurrency", "4")
        away = news(trial)[:4]
        for path, target in zip(away, ["/", "/fr", "/search", "/events"], strict=True):
            trial.site.redirect(path, target)
        trial.site.forward(days=1)
        before = {path: trial.known(path)["capture_id"] for path in away}
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert ran.verdicts["redirected_away"] == 4
        for path in away:
            assert trial.last(path)["verdict"] == "redirected_away"
            assert trial.known(path)["capture_id"] == before[path]
            assert trial.page(path)["gone_at"] is None
        assert ran.report["gone"] == 0


def test_a_redirect_to_another_page_does_not_swallow_this_one() -> None:
    with a_trial(24) as trial:
        trial.crawl()
        one, other = news(trial)[:2]
        trial.site.redirect(one, other)
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck")
        assert ran.verdicts["redirected_away"] == 1
        assert "another page" in trial.last(one)["note"]
        assert trial.page(one)["id"] != trial.page(other)["id"]


def test_a_page_that_moves_stays_one_page_with_two_addresses() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        old = news(trial)[3]
        page_id = trial.page(old)["id"]
        trial.site.forward(days=1)
        trial.site.move(old, "/news/under-another-name")
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert trial.page(old)["id"] == page_id == trial.page("/news/under-another-name")["id"]
        assert trial.page(old)["address"] == "https://www.iom.int/news/under-another-name"
        assert (ran.report["new"], ran.report["gone"]) == (0, 0)
        assert ran.report["moved"] >= 1
        trial.site.clear_log()
        trial.site.forward(days=1)
        trial.crawl("--recheck", "--concurrency", "4")
        assert old not in trial.site.paths(), "the old address is not asked for again"


def test_a_page_is_gone_only_after_two_looks_a_day_apart() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        flicker, lost, removed = news(trial)[4:7]
        trial.site.spoil(flicker, "gone_404")
        trial.site.spoil(lost, "gone_404")
        trial.site.spoil(removed, "gone_410")
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert ran.verdicts["gone"] == 3
        assert ran.report["gone"] == 1 and trial.page(removed)["gone_at"], "a 410 is said on purpose"
        assert trial.page(lost)["gone_at"] is None
        trial.site.mend(flicker)
        trial.site.forward(hours=6)
        assert trial.crawl("--recheck", "--concurrency", "4").report["gone"] == 0, "six hours are not enough"
        trial.site.forward(hours=20)
        ran = trial.crawl("--concurrency", "4")
        assert ran.report["gone"] == 1
        assert trial.page(lost)["gone_at"] and trial.page(flicker)["gone_at"] is None
        assert trial.texts()[f"https://www.iom.int{lost}"], "what it said stays"
        trial.site.mend(lost)
        trial.site.forward(days=40)
        ran = trial.crawl("--concurrency", "4")
        assert ran.report["returned"] == 1
        assert trial.page(lost)["gone_at"] is None


def test_an_outage_that_answers_404_everywhere_marks_nothing_as_gone() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        for _ in range(3):
            for path in news(trial):
                trial.site.spoil(path, "gone_404")
            trial.site.forward(days=2)
            ran = trial.crawl("--recheck", "--concurrency", "4")
            assert ran.report["gone"] == 0
            assert ran.code == 10 and "mass_gone" in ran.problem_codes
        assert trial.rows("SELECT count(*) AS n FROM pages WHERE gone_at IS NOT NULL") == [{"n": 0}]


def test_while_a_listing_is_silent_nothing_is_marked_as_gone() -> None:
    with a_trial(36) as trial:
        trial.crawl("--concurrency", "4")
        trial.site.spoil(news(trial)[0], "gone_410")
        trial.site.redesign("es")  # whose listing has no card any more
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert "listing_empty" in ran.problem_codes
        assert ran.verdicts["gone"] == 1 and ran.report["gone"] == 0


# spellings and languages


def test_twelve_spellings_of_one_page_are_one_page_and_one_fetch() -> None:
    with a_trial(24) as trial:
        path = news(trial)[2]
        node = next(page.node_id for page in trial.site.pages.values() if page.path == path)
        trial.site.sitemap_extra = [
            f"http://www.iom.int{path}",
            f"https://iom.int{path}",
            f"http://iom.int{path}/",
            f"https://WWW.IOM.INT{path}",
            f"https://www.iom.int:443{path}",
            f"https://www.iom.int{path}?utm_source=x&utm_medium=y",
            f"https://www.iom.int{path}?page=3",
            f"https://www.iom.int{path}#main-content",
            f"https://www.iom.int//news/../{path}",
            f"https://www.iom.int{path.replace('iom', '%69om')}",
            f"https://www.iom.int/node/{node}",
            f"https://www.iom.int{path.upper().replace('/NEWS', '/news')}",
        ]
        trial.crawl()
        asked = [
            request.target for request in trial.site.log if request.path.lower() == path or f"{node}" in request.path
        ]
        assert asked.count(path) >= 1
        assert len(asked) <= 4, "the page, its node number that redirects to it, and its name in capitals"
        assert trial.rows("SELECT count(*) AS n FROM pages WHERE node_id = ? AND merged_into IS NULL", node) == [
            {"n": 1}
        ]
        trial.site.clear_log()
        trial.site.forward(days=2)
        trial.crawl("--recheck")
        asked = [
            request.target for request in trial.site.log if request.path.lower() == path or f"{node}" in request.path
        ]
        assert asked == [path], "once it is known what leads where, one fetch is enough"


def test_a_translation_that_shows_the_original_is_no_translation() -> None:
    with a_trial(24) as trial:
        english = next(
            page for page in trial.site.pages.values() if page.language == "en" and page.kind == "press_release"
        )
        trial.site.publish(english.__class__(**{**vars(english), "path": "/fr/news/untranslated", "node_id": 777}))
        trial.site.sitemap_extra = ["https://www.iom.int/fr/news/untranslated"]
        ran = trial.crawl()
        assert ran.verdicts["fallback_language"] == 1
        assert trial.last("/fr/news/untranslated")["verdict"] == "fallback_language"
        assert trial.last("/fr/news/untranslated")["note"] == "the address says fr, the page en"
        assert trial.known("/fr/news/untranslated")["capture_id"] is None


def test_a_redirect_to_a_site_that_is_not_part_of_the_run_is_noted_and_not_followed() -> None:
    other = '\n[[site]]\nname = "ukraine"\nplatform = "iom"\nhost = "ukraine.iom.int"\n'
    with a_trial(24, extra=other) as trial:
        path, away = news(trial)[:2]
        trial.site.spoil(path, redirect_to("https://ukraine.iom.int/news/the-same"))
        trial.site.spoil(away, redirect_to("https://elsewhere.example/news/x"))
        ran = trial.crawl()
        assert trial.last(path)["verdict"] == "moved"
        assert trial.last(away)["verdict"] == "redirected_away"
        assert {request.host for request in trial.site.log} == {"www.iom.int"}
        assert ran.verdicts["ok"] == 22


# a redesign


def test_a_redesign_is_told_and_the_old_captures_stay() -> None:
    with a_trial(60) as trial:
        trial.crawl("--concurrency", "4")
        before = trial.texts()
        trial.site.redesign()
        trial.site.tokens = True  # so that every page comes whole
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert ran.code == 10
        assert {"listing_empty", "unknown_layout"} <= ran.problem_codes
        assert trial.texts() == before, "no page says something else because its markup is not understood"
        assert ran.report["gone"] == 0
        stored = trial.rows("SELECT count(*) AS n FROM captures WHERE run_id = 2 AND warc_file IS NOT NULL")[0]["n"]
        assert stored >= 60, "but what came is kept, for the parser that will read it"
        trial.site.forward(days=2)
        trial.crawl("--concurrency", "4")
        believed = {row["verdict"] for row in trial.rows("SELECT verdict FROM frontier WHERE kind <> 'page'")}
        assert believed == {"ok"}, "the same words a day later are believed"


def test_a_redesign_of_one_language_names_that_language() -> None:
    with a_trial(120) as trial:
        trial.crawl("--concurrency", "8")
        trial.site.redesign("fr")
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "8")
        layouts = [problem for problem in ran.report["problems"] if problem["code"] == "unknown_layout"]
        assert layouts and all("language fr" in problem["message"] for problem in layouts)
        assert all("/fr/" in problem["address"] for problem in layouts)


def test_one_odd_page_is_no_drift() -> None:
    with a_trial(60) as trial:
        trial.crawl("--concurrency", "4")
        trial.site.publish_new("an-odd-one", body="<table><tr><td>" + "Only a table. " * 80 + "</td></tr></table>")
        trial.site.forward(days=1)
        ran = trial.crawl("--recheck", "--concurrency", "4")
        assert ran.code == 0
        assert "unknown_layout" not in ran.problem_codes


def test_a_site_that_has_been_silent_for_weeks_is_a_problem() -> None:
    with a_trial(24, www="quiet_days = 21") as trial:
        assert trial.crawl("--concurrency", "4").code == 0
        trial.site.forward(days=20)
        assert trial.crawl("--concurrency", "4").code == 0
        trial.site.forward(days=2)
        ran = trial.crawl("--concurrency", "4")
        assert ran.code == 10
        assert ran.problem("nothing_new")["message"] == "www: no new page for 22 days"
        assert ran.verdicts["not_modified"] > 0, "although every request was answered as it should be"
        trial.site.publish_new("at-last")
        assert trial.crawl("--concurrency", "4").code == 0
