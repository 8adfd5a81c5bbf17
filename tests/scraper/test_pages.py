"""Identity: which addresses are one page, and the id a page keeps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.ledger import Ledger
from scraper.pages import Pages, Sighting, page_id_of
from scraper.store import CaptureStore
from tests.scraper.makers import attempt, exchange, page, rows

SITE = "https://www.iom.int"
SLUG = f"{SITE}/news/council-opens"
NODE = f"{SITE}/node/7"


@pytest.fixture
def store(tmp_path):
    with CaptureStore(tmp_path, write=True) as opened:
        yield opened


def addresses(store, page_id):
    return {known.address for known in store.addresses(page_id)}


def test_an_id_is_a_hash_of_the_first_address(store):
    page_id = store.know("http://iom.int/news/council-opens/", channel="listing")
    assert page_id == page_id_of(SLUG) == store.know(SLUG)
    assert 0 < page_id < 2**53
    assert store.page(page_id).address == SLUG
    [known] = store.addresses(page_id)
    assert (known.address, known.channel) == (SLUG, "listing")


def test_this_id_is_frozen():
    assert page_id_of("https://www.iom.int/news/council-opens") == 4214327194956699


def test_a_taken_id_goes_to_the_next(store):
    with store.ledger.transaction() as connection:
        connection.execute(
            "INSERT INTO pages (id, number, address, site, first_seen) VALUES (?, 1, 'https://x.example/', 'x.example', '')",
            (page_id_of(SLUG),),
        )
    assert store.know(SLUG) == page_id_of(SLUG, 1) != page_id_of(SLUG)


def test_kind_hint_is_kept_once_known(store):
    page_id = store.know(SLUG)
    store.know(SLUG, kind_hint="press_release")
    store.know(SLUG, kind_hint="event")
    assert store.page(page_id).kind_hint == "press_release"


def test_the_declared_address_joins_two_known_pages_and_the_older_id_stays(store):
    by_node = store.know(NODE, channel="sitemap")
    by_slug = store.know(SLUG, channel="listing")
    assert by_node != by_slug
    capture = store.add(attempt(SLUG, page(address=SLUG, node=7)))
    assert capture.page_id == by_slug  # nothing joins them yet: the page does not name the other address
    joined = store.add(attempt(NODE, page(address=SLUG, node=7), at=1))
    assert joined.page_id == by_node
    assert store.page(by_slug).id == by_node
    assert addresses(store, by_slug) == {SLUG, NODE}
    assert {capture.page_id for capture in store.captures()} == {by_node}
    assert store.page(by_node).address == SLUG


def test_node_number_and_language_join_pages(store):
    first = store.add(attempt(f"{SITE}/news/old-slug", page(node=7)))
    moved = store.add(attempt(f"{SITE}/news/new-slug", page(node=7, text="Other text. " * 40), at=1))
    assert moved.page_id == first.page_id
    assert store.page(first.page_id).node_id == 7
    assert store.page(first.page_id).address == f"{SITE}/news/new-slug"


@pytest.mark.parametrize(
    ("address", "body"),
    [
        (f"{SITE}/fr/news/le-conseil", page(node=7, lang="fr")),  # a translation shares the number
        ("https://ukraine.iom.int/news/council-opens", page(node=7)),  # another site counts for itself
        (f"{SITE}/news/other", page(node=8)),
        (f"{SITE}/news/other", page()),
    ],
)
def test_what_does_not_join(store, address, body):
    first = store.add(attempt(SLUG, page(node=7)))
    assert store.add(attempt(address, body, at=1)).page_id != first.page_id


def test_a_followed_redirect_joins(store):
    old = store.know(f"{SITE}/old")
    capture = store.add(
        attempt(f"{SITE}/old", exchanges=(exchange(f"{SITE}/old", b"", 301), exchange(SLUG, page(node=7))))
    )
    assert capture.page_id == old
    assert addresses(store, old) == {f"{SITE}/old", SLUG}
    assert store.page(old).address == SLUG


def test_a_redirect_to_another_node_moves_the_capture_not_the_page(store):
    seven = store.add(attempt(SLUG, page(node=7)))
    eight = store.add(attempt(f"{SITE}/news/other", page(node=8), at=1))
    led = store.add(
        attempt(SLUG, exchanges=(exchange(SLUG, b"", 302), exchange(f"{SITE}/news/other", page(node=8))), at=2)
    )
    assert led.page_id == eight.page_id
    assert addresses(store, seven.page_id) == {SLUG}


def test_a_redirect_to_another_language_does_not_join(store):
    french = store.know(f"{SITE}/fr/news/council-opens")
    english = store.add(
        attempt(
            f"{SITE}/fr/news/council-opens",
            exchanges=(exchange(f"{SITE}/fr/news/council-opens", b"", 302), exchange(SLUG, page(lang="en"))),
        )
    )
    assert english.page_id != french
    assert store.page(french).language == "fr"


@pytest.mark.parametrize("verdict", ["blocked", "redirected_away", "soft_404", "gone"])
def test_only_an_ok_capture_tells_of_identity(store, verdict):
    first = store.know(SLUG)
    other = store.know(f"{SITE}/")
    capture = store.add(
        attempt(SLUG, verdict=verdict, exchanges=(exchange(SLUG, b"", 302), exchange(f"{SITE}/", page(address=NODE))))
    )
    assert capture.page_id == first != other
    assert addresses(store, first) == {SLUG}


@pytest.mark.parametrize(
    "declared",
    [
        f"{SITE}/",  # a broken template names the home page everywhere
        "https://ukraine.iom.int/news/council-opens",  # a country site names the copy elsewhere
        f"{SITE}/fr/news/council-opens",
        "javascript:alert(1)",
        "not an address",
    ],
)
def test_a_declared_address_that_cannot_be_believed(store, declared):
    capture = store.add(attempt(SLUG, page(address=declared)))
    assert addresses(store, capture.page_id) == {SLUG}
    assert store.page(capture.page_id).address == SLUG


def test_a_translation_that_names_the_original_stays_a_translation(store):
    original = store.add(attempt(SLUG, page(address=SLUG, node=7)))
    translation = store.add(attempt(f"{SITE}/fr/news/le-conseil", page(address=SLUG, node=7, lang="fr"), at=1))
    assert translation.page_id != original.page_id


def test_times_and_counters(store):
    page_id = store.know(SLUG)
    store.add(attempt(SLUG, at=10))
    store.add(attempt(SLUG, at=20, verdict="gone", exchanges=(exchange(SLUG, b"", 404),)))
    store.add(attempt(SLUG, at=30, verdict="gone", exchanges=(exchange(SLUG, b"", 404),)))
    known = store.page(page_id)
    assert (known.last_seen, known.last_checked) == ("2026-03-01T12:00:10Z", "2026-03-01T12:00:30Z")
    assert known.gone_at is None
    query = "SELECT checks, failures, gone_count FROM pages"
    assert store.ledger.connection.execute(query).fetchall() == [(3, 2, 2)]
    store.add(attempt(SLUG, page("Back"), at=40))
    assert store.ledger.connection.execute(query).fetchall() == [(4, 0, 0)]


def test_an_old_copy_moves_first_seen_and_no_counter(store):
    page_id = store.know(SLUG)
    store.add(attempt(SLUG, via="warc", at=-86_400))
    assert store.page(page_id).first_seen == "2026-02-28T12:00:00Z"
    assert store.ledger.connection.execute("SELECT checks FROM pages").fetchall() == [(0,)]


def test_the_crawlers_own_rows_follow_a_joined_page(store):
    by_slug = store.know(SLUG)
    by_node = store.know(NODE)
    with store.ledger.transaction() as connection:
        connection.execute(
            "INSERT INTO frontier (address, page_id, site, kind, channel, depth, rank, found_at, due_at, priority) "
            "VALUES (?, ?, 'www', 'page', 'seed', 0, 0, '', '', 0)",
            (NODE, by_node),
        )
    store.add(attempt(NODE, page(address=SLUG)))
    assert store.ledger.connection.execute("SELECT page_id FROM frontier").fetchall() == [(by_slug,)]


def test_unknown_pages(store):
    with pytest.raises(KeyError):
        store.page(5)
    assert store.addresses(5) == ()


sightings = st.builds(
    Sighting,
    address=st.sampled_from(
        [f"{SITE}/{n}" for n in "abcd"] + [f"{SITE}/fr/{n}" for n in "ab"] + ["https://x.iom.int/a"]
    ),
    final_address=st.sampled_from([f"{SITE}/{n}" for n in "abcd"] + [f"{SITE}/fr/a", f"{SITE}/"]),
    at=st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]),
    verdict=st.sampled_from(["ok", "ok", "ok", "gone", "not_modified"]),
    live=st.booleans(),
    declared=st.none() | st.sampled_from([f"{SITE}/{n}" for n in "abcd"] + [f"{SITE}/fr/a", f"{SITE}/node/1"]),
    node_id=st.none() | st.integers(1, 3),
    language=st.none() | st.sampled_from(["en", "fr"]),
)


@settings(max_examples=60)
@given(st.lists(sightings, max_size=12))
def test_any_order_of_sightings_leaves_a_sound_ledger(tmp_path_factory, seen):
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "ledger.db", write=True)
    ledger.connection.execute("PRAGMA synchronous = OFF")
    pages = Pages(ledger.connection)
    given_ids = set()
    for sighting in seen:
        with ledger.transaction():
            given_ids.add(pages.settle(sighting))
    connection = ledger.connection
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    living = {known.id for known in pages.all()}
    for page_id in given_ids:
        assert pages.page(page_id).id in living  # an id once given always leads to a page that stands
    assert connection.execute(
        "SELECT count(*) FROM pages AS p JOIN pages AS q ON q.id = p.merged_into WHERE q.merged_into NOT NULL"
    ).fetchone() == (0,)  # no chains
    assert connection.execute(
        "SELECT count(*) FROM addresses JOIN pages ON pages.id = page_id WHERE merged_into NOT NULL"
    ).fetchone() == (0,)
    for known in pages.all():
        assert pages.addresses(known.id)
    for known in pages.all():
        assert known.address in {own.address for own in pages.addresses(known.id)}
    ledger.close()


def test_ids_do_not_depend_on_later_evidence(tmp_path):
    """The same attempts give the same ids again, whatever they joined."""

    def ids(root):
        with CaptureStore(root, write=True) as store:
            store.add(attempt(SLUG, page(node=7)))
            store.add(attempt(NODE, page(address=SLUG, node=7), at=1))
            store.add(attempt(f"{SITE}/fr/news/x", page(lang="fr", node=7), at=2))
        return rows(root, "SELECT id, merged_into FROM pages ORDER BY id")

    assert ids(tmp_path / "one") == ids(tmp_path / "two")
