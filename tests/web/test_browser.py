"""A researcher's ways through the archive in a real browser: by mouse and by keyboard alone, light and dark, on a phone.

On a machine without Chromium these tests are skipped and say how to get one.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from tests.web.conftest import Site, page_types

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PROGRAM = next(
    filter(
        None,
        map(shutil.which, (os.environ.get("IOM_ARCHIVE_BROWSER", ""), "chromium", "chromium-browser", "google-chrome")),
    ),
    None,
)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion",
]  # fmt: skip
MOST_TABS = 400
AXE = Axe().axe_script
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}


# Of this file alone: while it lives its event loop counts as running, and no later test could start one of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if PROGRAM is None:
        pytest.skip("no browser found; on Debian: apt-get install chromium (or set IOM_ARCHIVE_BROWSER to one)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield started
        started.close()


class Visit:
    """One browser window on one archive, and all that goes wrong in it."""

    def __init__(self, browser: Browser, site: Site, *, width: int = 1280, scheme: str = "light") -> None:
        self.site = site
        self.context: BrowserContext = browser.new_context(
            base_url=site.base,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            accept_downloads=True,
        )
        self.wrong: list[str] = []
        self.context.on("request", self._request)
        self.context.on("console", lambda message: self._say(message.type, message.text))
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.set_default_timeout(15_000)

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.site.base, "data:", "about:")):
            self.wrong.append(f"request to another host: {url}")

    def _say(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(f"console {kind}: {text}")

    def close(self) -> None:
        self.context.close()
        assert self.wrong == []


class Hand:
    """Uses the page with the mouse."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page

    def follow(self, link: Locator) -> None:
        words = link.first.locator("text")  # of a link in a picture, whose box is wider than what can be hit
        (words if words.count() else link).first.click()

    def fill(self, field: Locator, text: str) -> None:
        field.first.fill(text)

    def choose(self, field: Locator, label: str) -> None:
        expect(field.first).to_be_visible()  # on a page that may still be on its way
        options = field.first.locator("option").all_text_contents()
        field.first.select_option(label=next(one for one in options if one.startswith(label)))


class Keyboard(Hand):
    """Uses the page with Tab, Enter and letters; every stop must be visible."""

    def follow(self, link: Locator) -> None:
        self._reach(link)
        self.page.keyboard.press("Enter")

    def fill(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, field: Locator, label: str) -> None:
        self._reach(field)
        self.page.keyboard.type(label)

    def _reach(self, target: Locator) -> None:
        element = target.first.element_handle()
        for _ in range(MOST_TABS):
            if self.page.evaluate("one => one === document.activeElement", element):
                outline = self.page.evaluate("one => getComputedStyle(one).outlineStyle", element)
                assert outline != "none", "the focus cannot be seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached with Tab: {target}")


@pytest.fixture(params=["mouse", "keyboard"])
def hands(request: pytest.FixtureRequest, browser: Browser, sample: Site) -> Iterator[Hand]:
    visit = Visit(browser, sample)
    yield Hand(visit) if request.param == "mouse" else Keyboard(visit)
    visit.close()


def link(page: Page, name: str | re.Pattern[str], within: str = "main") -> Locator:
    return page.locator(within).get_by_role("link", name=name)


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


# the journeys of a researcher


def test_from_home_to_a_citation(hands: Hand) -> None:
    page = hands.page
    page.goto("/")
    hands.fill(page.get_by_role("searchbox", name="Search everything"), "international dialogue on migration")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Search")
    hands.choose(page.get_by_role("combobox", name="Kind"), "Event")
    hands.follow(page.locator("form.filters").get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile("type=event"))
    title = page.locator(".results h2").first.inner_text()
    hands.follow(page.locator(".results h2 a"))
    expect(page.locator("h1")).to_have_text(title)
    with page.expect_download() as download:
        hands.follow(link(page, "BibTeX", ".cite"))
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("@misc{")
    assert page.url.split("?")[0] in text


def test_from_a_fact_to_the_words_that_say_it(hands: Hand, sample: Site) -> None:
    page = hands.page
    page.goto(page_types(sample)["event"])
    hands.follow(page.locator("a.fact"))
    expect(page.locator("mark#words")).to_be_visible()
    words = page.locator("table mark").first.inner_text()
    assert words.split("\n")[0] in page.locator(".text").inner_text()
    hands.follow(page.locator("h1 a"))
    expect(page).to_have_url(re.compile("/event/"))


def test_from_a_theme_and_a_country_to_who_spoke(hands: Hand, sample: Site) -> None:
    page = hands.page
    country, theme, label = sample.rows(
        """
        select countries.name, themes.scheme || '/' || themes.code, themes.label from appearances
        join countries on countries.code = appearances.country
        join taggings on taggings.page_id = appearances.page_id join themes on themes.id = taggings.theme_id
        where scheme = 'iom-archive' and themes.label != themes.code order by countries.name, themes.label limit 1
        """
    )[0]
    page.goto("/")
    hands.follow(link(page, "Speakers", "header"))
    hands.choose(page.get_by_role("combobox", name="Theme"), str(label))
    hands.choose(page.get_by_role("combobox", name="Spoke for"), str(country))
    hands.follow(page.get_by_role("button", name="Apply"))
    expect(page).to_have_url(re.compile(f"theme={str(theme).replace('/', '%2F')}"))
    expect(page.locator("tbody tr").first).to_be_visible()
    expect(page.locator("tbody tr").first).to_contain_text(str(country))
    with page.expect_download() as download:
        hands.follow(link(page, "CSV"))
    rows = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert len(rows) == page.locator("tbody tr").count() + 1
    hands.follow(page.locator("tbody a.person"))
    expect(page).to_have_url(re.compile("/person/"))


def test_from_a_person_to_who_sat_with_them(hands: Hand, sample: Site) -> None:
    page = hands.page
    person = sample.value(
        """
        select person_id from appearances where session_id in
          (select session_id from appearances group by session_id having count(distinct person_id) > 2)
        group by person_id order by count(*) desc, person_id limit 1
        """
    )
    page.goto(f"/person/{person}")
    name = heading(page)
    other = page.locator("figure svg a").first
    hands.follow(other)
    expect(page).to_have_url(re.compile("/person/"))
    assert heading(page) != name


def test_from_an_event_into_a_calendar(hands: Hand, sample: Site) -> None:
    page = hands.page
    page.goto(page_types(sample)["event"])
    with page.expect_download() as download:
        hands.follow(link(page, "Add to calendar"))
    calendar = Calendar.from_ical(Path(download.value.path()).read_bytes())
    assert len(calendar.walk("VEVENT")) >= 2


def test_from_the_changes_to_what_changed(hands: Hand) -> None:
    page = hands.page
    page.goto("/")
    hands.follow(link(page, "Changes", "footer"))
    hands.follow(link(page, re.compile("side by side")))
    expect(page.locator(".sides ins, .sides del").first).to_be_visible()
    hands.follow(link(page, re.compile(r"^revision \d+$")))
    expect(page.locator(".text")).to_be_visible()


def test_from_nothing_found_to_something(hands: Hand) -> None:
    page = hands.page
    page.goto("/search?q=migration+xyzzyplugh")
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    hands.follow(link(page, "search for it"))
    expect(page.locator(".results > li").first).to_be_visible()


def test_from_the_map_to_the_events_of_a_place(hands: Hand) -> None:
    page = hands.page
    page.goto("/pictures/map")
    if isinstance(hands, Keyboard):  # the table has the same links; hundreds of dots would be hundreds of stops
        hands.follow(page.locator("summary", has_text="The numbers"))
        target = page.locator("figure tbody a").first
        place = target.inner_text()
        hands.follow(target)
    else:
        dot = page.locator(".dots a").last
        place = (dot.locator("title").text_content() or "").split(":")[0]
        dot.click(force=True)
    expect(page.locator(".chosen")).to_contain_text(place)
    hands.follow(page.locator("tbody a"))
    expect(page).to_have_url(re.compile("/event/"))


def test_from_the_data_to_a_row_and_its_page(hands: Hand) -> None:
    page = hands.page
    page.goto("/data")
    hands.follow(link(page, "Data dictionary"))
    hands.follow(link(page, re.compile("Browse people$")))
    hands.follow(page.locator("table.rows tbody a"))
    hands.follow(link(page, "The readable page"))
    expect(page).to_have_url(re.compile("/person/"))


def test_from_a_mistake_to_a_report(hands: Hand, sample: Site) -> None:
    page = hands.page
    path = page_types(sample)["evidence of a fact"]
    page.goto(path)
    words = page.locator("table mark").first.inner_text()
    hands.follow(link(page, re.compile("Suggest a correction")))
    report = page.get_by_label("Your report, to fill in when you send it").input_value()
    assert words in report
    assert f"{sample.base}/event/" in report


def test_the_content_is_one_step_away(browser: Browser, sample: Site) -> None:
    visit = Visit(browser, sample)
    visit.page.goto(page_types(sample)["event"])
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name="Skip to the content")).to_be_visible()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "content"
    visit.close()


# every kind of page


def violations(visit: Visit, name: str, path: str) -> list[str]:
    """What axe-core finds wrong on the page that the visit shows."""
    many_alike = (
        {"exclude": [["main section:nth-of-type(n+6)"]]} if path == "/data-dictionary" else {"include": ["html"]}
    )
    visit.page.evaluate(AXE)
    # What was right stays in the browser: handing it over takes a fifth of the time.
    ask = "([context, rules]) => axe.run(context, rules).then(results => [results.passes.length, results.violations])"
    passed, violated = visit.page.evaluate(ask, [many_alike, RULES])
    assert passed > 5, f"{name} ({path}) was not looked at"
    return [
        f"{name} ({path}): {one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}"
        for one in violated
    ]


def test_no_kind_of_page_keeps_anybody_out(browser: Browser, sample: Site) -> None:
    """axe-core finds nothing wrong on any kind of page."""
    visit = Visit(browser, sample)
    found = []
    for name, path in page_types(sample).items():
        visit.page.goto(path)
        found += violations(visit, name, path)
    visit.close()
    assert not found, "\n" + "\n".join(found)


def test_every_kind_of_page_fits_a_narrow_screen_in_the_dark(browser: Browser, sample: Site) -> None:
    """At 320 pixels nothing but tables and pictures in their own frame runs over the edge (WCAG 1.4.10).

    axe-core looks at those kinds that differ in colours from the others.
    """
    visit = Visit(browser, sample, width=320, scheme="dark")
    wrong = []
    coloured = {
        "home",
        "event",
        "person",
        "search",
        "speakers",
        "pictures",
        "evidence of a fact",
        "comparison",
        "coverage",
    }
    for name, path in page_types(sample).items():
        visit.page.goto(path)
        width = visit.page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wrong.append(f"{name} ({path}): {width} pixels wide")
        if name in coloured:
            wrong += violations(visit, name, path)
    visit.close()
    assert not wrong, "\n" + "\n".join(wrong)


def test_paper_cuts_nothing(browser: Browser, sample: Site) -> None:
    """No table and no text runs over the edge of a printed page, where nobody can scroll to it."""
    visit = Visit(browser, sample, width=680)
    visit.page.emulate_media(media="print")
    wrong = []
    measure = """() => [...document.querySelectorAll("main *:not(svg *)")]
      .filter(one => !one.closest(".hidden") && one.getBoundingClientRect().right > innerWidth + 1)
      .map(one => one.tagName + "." + one.className)"""
    for name, path in {**page_types(sample), "versions": "/-/versions"}.items():
        visit.page.goto(path)
        wrong += [f"{name} ({path}): {one}" for one in visit.page.evaluate(measure)[:3]]
    visit.page.goto("/archive/events")
    cell = visit.page.locator("td[data-label=name]").first
    assert "name" in cell.evaluate("one => getComputedStyle(one, '::before').content")
    assert cell.locator("div").bounding_box() is not None
    visit.close()
    assert not wrong, "\n" + "\n".join(wrong)


def test_what_datasette_says_of_itself_can_be_scrolled_by_keyboard(browser: Browser, sample: Site) -> None:
    visit = Visit(browser, sample, width=390)
    for page in ("versions", "plugins", "settings"):
        visit.page.goto(f"/-/{page}")
        assert violations(visit, page, f"/-/{page}") == []
    visit.close()


@pytest.mark.parametrize("path", ["/countries", "/series"])
def test_tables_of_few_columns_fit_a_phone(browser: Browser, sample: Site, path: str) -> None:
    visit = Visit(browser, sample, width=390)
    visit.page.goto(path)
    tables = visit.page.locator(".scroll")
    assert tables.count()
    for place in range(tables.count()):
        assert tables.nth(place).evaluate("one => one.scrollWidth <= one.clientWidth"), f"table {place} of {path}"
    visit.close()


def test_what_was_chosen_can_be_read(browser: Browser, made: Site) -> None:
    """The order of a list stands in full in its field, and a number keeps its distance from the column after it."""
    for width in (1280, 390):
        visit = Visit(browser, made, width=width)
        for path in ("/events", "/people", "/organizations"):
            visit.page.goto(path)
            # A select has no scroll width: what it would be at its own width.
            cut = visit.page.locator("#sort").evaluate(
                "one => { const had = one.offsetWidth; one.style.width = 'auto'; return one.offsetWidth - had }"
            )
            assert cut <= 0, f"{path} at {width}: {cut} pixels are cut"
        visit.close()
    visit = Visit(browser, made)
    visit.page.goto("/series")
    gap = visit.page.locator("tbody td.day").first.evaluate("one => parseFloat(getComputedStyle(one).paddingLeft)")
    assert gap >= 16
    visit.close()


def test_long_pages_of_a_large_archive(browser: Browser, made: Site) -> None:
    """The kinds that differ in a large archive: paged lists, long programmes, Arabic."""
    visit = Visit(browser, made)
    arabic = made.value("select id from events where language = 'ar' and session_count > 0 order by id limit 1")
    for path in (page_types(made)["event"], page_types(made)["person"], "/speakers", "/pictures", f"/event/{arabic}"):
        visit.page.goto(path)
        assert violations(visit, "long", path) == []
    title = visit.page.locator("h1 bdi")
    assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"
    visit.close()
