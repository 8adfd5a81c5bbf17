"""Manners and safety on the wire: pauses, robots.txt, throttling, budgets, trust, names, private addresses."""

from __future__ import annotations

import ssl
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.cli import main_group
from scraper.clock import Clock
from scraper.guard import NameLookupError
from tests.standin import Request, StandIn, Trial, a_trial, http_date, redirect_to, retry_after, sites_file
from tests.standin.server import CERTIFICATES
from tests.standin.trial import crawl_here


def news(trial: Trial) -> list[str]:
    pages = trial.site.pages.items()
    return [path for (_, path), page in pages if page.kind == "press_release" and page.language == "en"]


# pauses


def test_no_two_requests_come_closer_than_the_floor_whatever_they_are_for() -> None:
    floor = 0.05
    with a_trial(40) as trial:
        for path in news(trial)[::3]:
            trial.site.redirect(path, f"{path}-renamed")
            trial.site.publish_new(f"{path.rpartition('/')[2]}-renamed", title=path)
        trial.site.spoil(news(trial)[1], "error_500", times=2)
        ran = trial.crawl("--max-pages", "18", delay=floor)
        assert len(trial.site.log) > 24
        kinds = {request.path.partition("-")[0].partition(".")[0] for request in trial.site.log}
        assert {"/robots", "/sitemap", "/rss", "/search"} <= kinds, "pages and all that goes with them"
        assert any(row["status"] == 301 or row["redirects"] != "[]" for row in trial.rows("SELECT * FROM captures"))
        assert trial.site.smallest_gap() >= floor
        assert ran.report["pages"] == 18


def test_a_restart_is_no_shorter_pause() -> None:
    floor = 0.8  # longer than a run takes to start, which would be a pause by itself
    with a_trial(24) as trial:
        for _ in range(4):
            seen = len(trial.site.log)
            running = trial.start(delay=floor)
            while len(trial.site.log) == seen and running.poll() is None:
                time.sleep(0.005)
            running.kill()
            running.communicate()
            assert len(trial.site.log) > seen
        assert trial.site.smallest_gap() >= floor


def test_two_hosts_of_one_domain_share_one_gate() -> None:
    other = '\n[[site]]\nname = "ukraine"\nplatform = "iom"\nhost = "ukraine.iom.int"\ndefault = true\n'
    with a_trial(24, extra=other) as trial:
        for number in range(8):
            trial.site.publish_new(f"local-{number}", host="ukraine.iom.int")
        trial.crawl("--max-pages", "12", delay=0.05)
        assert {request.host for request in trial.site.log} == {"www.iom.int", "ukraine.iom.int"}
        assert trial.site.smallest_gap() >= 0.05


def test_the_pause_grows_with_a_slow_server_and_with_crawl_delay() -> None:
    with a_trial(24) as trial:
        trial.site.delay = 0.02
        trial.crawl("--max-pages", "1", delay=0.02)
        assert trial.site.smallest_gap() >= 0.1, "five times the time of an answer"
    with a_trial(24) as trial:
        trial.site.robots = "User-agent: *\nCrawl-delay: 0.15\n"
        trial.crawl("--max-pages", "2", delay=0.02)
        first = len(trial.site.log)
        trial.crawl("--max-pages", "2", delay=0.02)
        assert trial.site.paths()["/robots.txt"] == 1 and len(trial.site.log) > first + 1
        for log in (trial.site.log[1:first], trial.site.log[first:]):
            assert min(later.at - earlier.at for earlier, later in pairwise(log)) >= 0.15


# throttling


@pytest.mark.parametrize(("value", "least"), [("1", 1.0), ("soon", 0.02), ("-1", 0.02), (lambda: http_date(2.5), 1.0)])
def test_a_429_or_503_is_waited_out(value: object, least: float) -> None:
    with a_trial(24) as trial:
        path = news(trial)[3]
        status = "503 Service Unavailable" if callable(value) else "429 Too Many Requests"
        trial.site.spoil(path, retry_after(value, status), times=1)  # type: ignore[arg-type]
        ran = trial.crawl()
        moments = [request.at for request in trial.site.log]
        hit = next(index for index, request in enumerate(trial.site.log) if request.path == path)
        usable = least if value in ("1",) or callable(value) else 0.0
        assert moments[hit + 1] - moments[hit] >= usable
        assert [row["verdict"] for row in trial.captures(path)][-1] == "ok"
        assert ran.code == 0 and sum(ran.verdicts.get(name, 0) for name in ("throttled", "server_error")) == 1


def test_a_pause_that_is_too_long_ends_the_run_and_is_kept_for_the_next() -> None:
    with a_trial(24) as trial:
        path = news(trial)[3]
        trial.site.spoil(path, retry_after("100000000000"))
        ran = trial.crawl()
        assert ran.code == 12
        assert trial.last(path)["verdict"] == "throttled", "what was said is kept"
        trial.site.clear_log()
        trial.site.forward(hours=2)
        again = trial.crawl()
        assert again.code == 12 and trial.site.log == []
        trial.site.mend()
        trial.site.forward(hours=23)
        assert trial.crawl("--concurrency", "2").code == 0, "no wish is good for longer than a day"
        assert trial.last(path)["verdict"] == "ok"


def test_a_server_that_fails_at_everything_is_not_hammered() -> None:
    with a_trial(100, error_budget=15) as trial:
        trial.crawl("--max-pages", "1")
        trial.site.forward(days=1)
        for path in [path for _, path in trial.site.pages]:
            trial.site.spoil(path, "error_500")
        trial.site.clear_log()
        ran = trial.crawl("--recheck")
        assert ran.code in (13, 15)
        assert ran.report["errors"] <= 15
        assert len(trial.site.page_requests()) <= 16
        assert ran.report["gone"] == 0


def test_a_host_without_answers_is_left_for_this_run() -> None:
    with a_trial(60, attempts=1) as trial:
        trial.crawl("--max-pages", "1")
        trial.site.forward(days=1)
        for path in [path for _, path in trial.site.pages]:
            trial.site.spoil(path, "early_close")
        trial.site.clear_log()
        ran = trial.crawl()
        assert ran.code == 15
        assert len(trial.site.page_requests()) == 5
        assert "host_unreachable" in ran.problem_codes


# robots.txt


@pytest.mark.parametrize("fault", ["error_500", "error_503", "early_close", "waf_403", "gzip_cut"])
def test_without_robots_txt_nothing_is_fetched(fault: str) -> None:
    with a_trial(24) as trial:
        trial.site.spoil("/robots.txt", fault)
        ran = trial.crawl()
        assert ran.code == 15
        assert {request.path for request in trial.site.log} == {"/robots.txt"}
        assert trial.rows("SELECT count(*) AS n FROM frontier WHERE verdict = 'disallowed'") == [{"n": 0}]


def test_a_throttled_robots_txt_is_waited_for_and_allows_nothing_meanwhile() -> None:
    with a_trial(24) as trial:
        trial.site.spoil("/robots.txt", retry_after("5000"))
        ran = trial.crawl()
        assert ran.code == 12
        assert {request.path for request in trial.site.log} == {"/robots.txt"}


def test_the_last_good_robots_txt_serves_while_it_cannot_be_read_but_not_for_ever() -> None:
    with a_trial(36) as trial:
        trial.site.publish_new("disallowed-then-as-now")
        trial.crawl("--max-pages", "5")
        trial.site.spoil("/robots.txt", "error_500")
        trial.site.forward(days=3)
        ran = trial.crawl("--max-pages", "5")
        assert ran.code == 0 and ran.report["new"] == 5
        assert not [request for request in trial.site.log if "disallowed" in request.path]
        assert trial.site.paths()["/robots.txt"] == 2, "asked for once in a run, whatever came"
        trial.site.forward(days=29)
        trial.site.clear_log()
        assert trial.crawl().code == 15
        assert {request.path for request in trial.site.log} == {"/robots.txt"}


def test_robots_txt_that_is_not_there_or_no_text_allows_everything() -> None:
    with a_trial(24) as trial:
        trial.site.spoil("/robots.txt", "gone_404")
        assert trial.crawl("--concurrency", "4").report["new"] == 24
    with a_trial(24) as trial:
        trial.site.spoil("/robots.txt", "consent_wall")
        ran = trial.crawl("--concurrency", "4")
        assert ran.report["new"] == 24
        assert "HTML" in trial.rows("SELECT note FROM robots")[0]["note"]


def test_robots_txt_of_600_kilobytes_with_a_mark_in_front_is_obeyed() -> None:
    with a_trial(24) as trial:
        filler = "".join(f"Disallow: /nowhere/{number:050}\n" for number in range(9000))
        trial.site.robots = f"\ufeffUser-agent: *\nDisallow: /news/\n{filler}Disallow: /events/\n"
        trial.crawl("--concurrency", "2")
        assert not [request for request in trial.site.page_requests() if request.path.startswith("/news/")]
        assert [request for request in trial.site.page_requests() if request.path.startswith("/events/")]


def test_rules_that_change_during_a_run_are_read_again_after_a_day() -> None:
    with a_trial(24) as trial:
        trial.crawl("--max-pages", "3")
        trial.site.robots = "User-agent: iom-archive\nDisallow: /\n"
        trial.site.forward(hours=23)
        assert trial.crawl("--max-pages", "3").report["new"] == 3
        trial.site.forward(hours=2)
        trial.site.clear_log()
        ran = trial.crawl()
        assert {request.path for request in trial.site.log} == {"/robots.txt"}
        assert ran.report["disallowed"] > 0 and ran.report["pages"] == 0


# who asks


def test_every_request_says_who_asks_and_how_to_reach_them() -> None:
    with a_trial(24) as trial:
        trial.crawl("--max-pages", "3")
        for request in trial.site.log:
            assert request.headers["user-agent"].startswith("iom-archive/")
            assert "archive@example.org" in request.headers["user-agent"]
            assert request.headers["from"] == "archive@example.org"


def test_proxies_of_the_environment_are_ignored() -> None:
    with a_trial(24) as trial:
        dead = "http://127.0.0.1:1"
        trial.env = {"HTTP_PROXY": dead, "HTTPS_PROXY": dead, "ALL_PROXY": dead, "http_proxy": dead, "all_proxy": dead}
        assert trial.crawl("--max-pages", "3").report["new"] == 3


# where requests may go


def test_a_redirect_to_a_private_place_is_refused() -> None:
    with a_trial(24) as trial:
        targets = [
            f"http://127.0.0.1:{trial.site.port}/secret",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::ffff:10.0.0.1]/secret",
            "http://2130706433/secret",
            "file:///etc/hostname",
            "https://www.iom.int:8443/secret",
            "https://user@www.iom.int/secret",
        ]
        chosen = dict(zip(news(trial), targets, strict=False))
        for path, target in chosen.items():
            trial.site.spoil(path, redirect_to(target))
        ran = trial.crawl("--concurrency", "4")
        for path in chosen:
            assert trial.last(path)["verdict"] == "refused"
            assert trial.last(path)["status"] == 302, "the redirect itself is kept"
        assert "/secret" not in trial.site.paths()
        assert ran.verdicts["ok"] == 24 - len(targets) and ran.verdicts["refused"] == len(targets)


@pytest.mark.parametrize("certificate", ["good", "expired", "other"])
def test_without_trust_not_a_byte_is_stored(certificate: str) -> None:
    with a_trial(24, certificate=certificate) as trial:
        ran = trial.crawl()
        assert ran.code == 15
        assert set(ran.verdicts) == {"tls"}
        assert trial.rows("SELECT count(*) AS n FROM captures WHERE warc_file IS NOT NULL") == [{"n": 0}]
        assert trial.site.log == []


@pytest.mark.parametrize(("certificate", "code"), [("good", True), ("expired", False), ("other", False)])
def test_a_trusted_certificate_must_be_valid_and_of_the_right_host(certificate: str, code: bool) -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATES / "ca.pem"))
    with a_trial(24, certificate=certificate) as trial:
        report = crawl_here(trial, ssl_context=context, max_pages=3)
        assert (report.new == 3) is code
        assert bool(trial.site.log) is code


def test_a_name_that_does_not_resolve_is_one_failure_of_the_host() -> None:
    async def nowhere(host: str, port: int) -> list[str]:
        raise NameLookupError(f"{host} cannot be resolved")

    with a_trial(24) as trial:
        trial.crawl("--concurrency", "4")
        report = crawl_here(trial, trial=None, resolver=nowhere, days=20)
        assert str(report.outcome) == "unreachable"
        assert report.verdicts == {"dns": 5}, "robots.txt, then one address as often as may be"
        assert trial.rows("SELECT count(*) AS n FROM pages WHERE gone_at IS NOT NULL") == [{"n": 0}]


def test_a_name_that_suddenly_leads_to_a_private_address_is_refused() -> None:
    async def rebound(host: str, port: int) -> list[str]:
        return ["10.0.0.1"]

    with a_trial(24) as trial:
        report = crawl_here(trial, trial=None, resolver=rebound)
        assert report.requests == 0
        assert report.pages == 0


# what the command refuses


def run(data: Path, sites: Path, *arguments: str) -> tuple[int, str]:
    """The command in this process: exit code, and what it said on standard error."""
    result = CliRunner().invoke(main_group, ["--data", str(data), "crawl", "--sites", str(sites), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr


def test_the_command_says_what_it_will_not_do_and_why(tmp_path: Path) -> None:
    with StandIn(1) as site:
        data, sites = tmp_path / "data", sites_file(tmp_path / "sites.toml")
        contact, here = ("--contact", "a@example.org"), ("--connect-to", site.origin)
        for arguments, words in [
            ((), "needs a contact address"),
            (("--contact", "nobody"), "neither a mail address nor"),
            ((*contact, "--delay", "0"), "less than the floor"),
            ((*contact, "--concurrency", "4"), "trials with --connect-to only"),
            ((*contact, "--pretend-now", "2026-01-01"), "trials with --connect-to only"),
            ((*contact, *here, "--concurrency", "4"), "needs --delay 0"),
            ((*contact, "--connect-to", "http://93.184.216.34"), "public address"),
            ((*contact, "--connect-to", "www.iom.int"), "no origin"),
            ((*contact, *here, "--site", "no such"), "no site is called"),
            ((*contact, *here, "--site", "donate.iom.int"), "mirror of www.iom.int"),
            ((*contact, *here, "--pretend-now", "yesterday"), "no ISO 8601 moment"),
        ]:
            code, error = run(data, sites, *arguments)
            assert (code, words in error) == (2, True), f"{arguments}: {error}"
        assert site.log == []
        assert not data.exists(), "a refused command leaves nothing behind"


def test_the_sites_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "sites.toml"
    for text, words in [
        ("", "names no [[site]]"),
        ("[[site]]", "host name"),
        ('[limits]\nfloor = 1\n[[site]]\nname="a"\nhost="a.org"', "unknown key floor"),
        ('[limits]\nfloor_seconds = "1"\n[[site]]\nname="a"\nhost="a.org"', "floor_seconds must be a number"),
        ('[[site]]\nname="a"\nhost="a.org"\nrules=[{kind="event", pattern="("}]', "cannot be used"),
        ('[[site]]\nname="a"\nhost="a.org"\nplatform="x"', "no platform called"),
        ("not toml", "sites.toml"),
    ]:
        path.write_text(text)
        code, error = run(tmp_path / "data", path, "--contact", "a@example.org")
        assert (code, words in error) == (2, True), error


def test_days_of_the_trial_clock_are_utc() -> None:
    assert Clock(datetime(2026, 1, 1, tzinfo=UTC)).now().date().isoformat() == "2026-01-01"


def test_a_redirect_to_a_host_without_robots_txt_ends_there_and_the_run_goes_on() -> None:
    with a_trial(24) as trial:
        path = news(trial)[0]
        trial.site.spoil(path, redirect_to("https://iom.int/news/over-there"))

        def fail_for_the_bare_host(request: Request) -> None:
            if request.path == "/robots.txt":
                trial.site.spoil("/robots.txt", "error_500") if request.host == "iom.int" else trial.site.mend(
                    "/robots.txt"
                )

        trial.site.on_request = fail_for_the_bare_host
        ran = trial.crawl("--concurrency", "2")
        assert ran.verdicts["ok"] == 23
        assert trial.last(path)["verdict"] == "disallowed" and trial.last(path)["status"] == 302
        assert "/news/over-there" not in trial.site.paths()


def test_a_redirect_with_spaces_and_letters_beyond_ascii_is_followed() -> None:
    with a_trial(24) as trial:
        path = news(trial)[0]
        page = trial.site.pages["www.iom.int", path]
        trial.site.publish(replace(page, path="/news/café au lait"))
        raw = "/news/café au lait".encode().decode("latin-1")
        trial.site.spoil(path, redirect_to(raw, "301 Moved Permanently"))
        ran = trial.crawl("--concurrency", "2")
        assert "/news/caf%C3%A9%20au%20lait" in trial.site.paths()
        assert trial.page(path)["address"] == "https://www.iom.int/news/caf%C3%A9%20au%20lait"
        assert ran.code == 0
