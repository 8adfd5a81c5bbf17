"""Every verdict has its consequence, and an answer is judged by all that it shows."""

from __future__ import annotations

import pytest

from scraper.client import Answer
from scraper.reading import PageFacts, content_words, read_page
from scraper.unpacking import Unpacked
from scraper.verdicts import CONSEQUENCES, Known, Probe, Setting, Verdict, judge_exchange, judge_page

ADDRESS = "https://www.iom.int/news/a"
DRUPAL = ("X-Generator", "Drupal 10")


def answer(
    status: int = 200, *headers: tuple[str, str], body: bytes = b"<html></html>", chunked: bool = True
) -> Answer:
    return Answer(status, "", "HTTP/1.1", headers, body, None, 0.1, "127.0.0.1", chunked)


def exchange(status: int, *headers: tuple[str, str], body: bytes = b"<html></html>", known: Known | None = None) -> str:
    judged = judge_exchange(answer(status, *headers, body=body), Unpacked(body), known or Known())
    return str(judged.verdict) if judged else "body"


def page(html: str, *, known: Known | None = None, probe: Probe | None = None, **setting: object) -> str:
    body = html.encode()
    facts = read_page(body, "text/html")
    about = Setting(**{"address": ADDRESS, "final_address": ADDRESS, "prefix_language": None, **setting})  # type: ignore[arg-type]
    return str(judge_page(answer(body=body), Unpacked(body), facts, known or Known(), about, probe).verdict)


def test_each_verdict_has_a_consequence_and_only_two_are_good() -> None:
    assert set(CONSEQUENCES) == set(Verdict)
    assert [str(verdict) for verdict in Verdict][:2] == ["ok", "not_modified"]
    assert not CONSEQUENCES[Verdict.OK].error


@pytest.mark.parametrize(
    ("status", "headers", "verdict"),
    [
        (200, (), "body"),
        (304, (), "bad_304"),
        (404, (), "gone"),
        (410, (), "gone"),
        (403, (DRUPAL,), "withheld"),
        (401, (), "withheld"),
        (451, (), "withheld"),
        (403, (), "blocked"),
        (405, (), "blocked"),
        (429, (), "throttled"),
        (503, (("Retry-After", "5"),), "throttled"),
        (503, (), "server_error"),
        (500, (), "server_error"),
        (502, (("Server", "AkamaiGHost"),), "blocked"),
        (400, (), "rejected"),
        (204, (), "rejected"),
        (202, (), "rejected"),
        (200, (("cf-mitigated", "challenge"),), "blocked"),
        (202, (("x-amzn-waf-action", "challenge"),), "blocked"),
    ],
)
def test_statuses_and_headers(status: int, headers: tuple[tuple[str, str], ...], verdict: str) -> None:
    assert exchange(status, *headers) == verdict


def test_a_304_is_believed_only_if_it_was_asked_for_and_the_body_is_sound() -> None:
    assert exchange(304, known=Known(validators_sent=True, body_is_sound=True)) == "not_modified"
    assert exchange(304, known=Known(validators_sent=True)) == "bad_304"


@pytest.mark.parametrize(
    "body",
    [
        b'<iframe src="/_Incapsula_Resource?x=1"></iframe>',
        b"<title>Just a moment...</title>",
        b"<title>Attention Required! | Cloudflare</title>",
        b'<script src="https://geo.captcha-delivery.com/x.js"></script>',
    ],
)
def test_challenges_in_the_body(body: bytes) -> None:
    assert exchange(200, body=body) == "blocked"
    assert exchange(200, body=b'<div data-history-node-id="5">' + body) == "body", "a page may write about them"


def test_what_is_a_page_and_what_only_looks_like_one() -> None:
    node = '<html lang="en"><body><main><div data-history-node-id="5">Text</div></main></body></html>'
    assert page(node) == "ok"
    assert page(node, prefix_language="fr") == "fallback_language"
    assert page(node, away=True) == "redirected_away"
    assert page(node, redirected=True, known=Known(node_id=4)) == "redirected_away"
    assert page(node, redirected=True, known=Known(node_id=5)) == "ok"
    assert page("<html><head><title>Page not found | IOM</title></head><body></body></html>") == "soft_404"
    assert page('<html><body class="page-not-found">x</body></html>') == "soft_404"
    assert page("<html><head><title>Before you continue</title></head><body></body></html>") == "interstitial"
    assert page(f"{node}<!-- {'x' * 5000} --></html>", known=Known(body_length=50)) == "ok"
    assert page(node, known=Known(body_length=5000)) == "suspect"
    said = read_page(node.encode(), "text/html").text_sha256
    assert page(node, known=Known(body_length=5000, suspected=said)) == "ok"
    assert page(node, known=Known(body_length=5000, suspected="something else")) == "suspect"
    assert page("<html><body>Text without a node</body></html>") == "ok"
    assert page("<html><body>Text without a node</body></html>", marker_expected=True) == "suspect"
    assert page("<html><body>Text</body></html>", marker_expected=True, same_words=1) == "interstitial"


def probed(html: str, status: int = 200) -> Probe:
    """The answer to a request for an address that cannot exist."""
    body = html.encode()
    words = frozenset(content_words(body, None))
    return Probe("https://www.iom.int/iom-archive-probe-1", status, read_page(body, None), words)


def test_a_page_like_the_answer_to_a_probe_is_none() -> None:
    html = "<html><head><title>Not found</title></head><body><main><p>Sorry, {0} is not here. Try {1}.</p></main></body></html>"
    probe = probed(html.format("/iom-archive-probe-1", "home"))
    assert page(html.format("/news/a", "home"), probe=probe) == "soft_404"
    portal = "<html><head><title>Portal</title></head><body><main><p>Welcome to the portal of everything</p></main></body></html>"
    assert page(portal, probe=probed(portal)) == "interstitial"
    assert page(portal, probe=probed(portal, status=404)) == "ok", "a site that says 404 gives nothing away"
    assert Probe("x", 200, PageFacts()).says_not_found is False


def test_a_body_without_a_length_must_have_an_end() -> None:
    body = b"<html><body><main><div data-history-node-id='5'>Text"
    about = Setting(ADDRESS, ADDRESS, None)
    for chunked, headers, verdict in [
        (False, (), "suspect"),
        (True, (), "ok"),
        (False, (("Content-Length", "9"),), "ok"),
    ]:
        judged = judge_page(
            answer(200, *headers, body=body, chunked=chunked),
            Unpacked(body),
            read_page(body, None),
            Known(),
            about,
            None,
        )
        assert judged.verdict == verdict
