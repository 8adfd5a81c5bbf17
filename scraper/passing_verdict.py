"""The verdict on a copy that others made: what can be told from the copy alone.

The crawler judges with more knowledge (`scraper.verdicts`): what it asked, what the site answers for addresses that
cannot exist, how the page looked last time. Here only the signs in the copy itself count, the same ones.
"""

from __future__ import annotations

import re

from scraper.capture import NOT_MODIFIED, OK, Exchange
from scraper.client import Answer
from scraper.decoding import decode
from scraper.reading import read_page
from scraper.unpacking import Unpacked
from scraper.verdicts import Judgement, Known, Setting, Verdict, judge_exchange, soft_404
from scraper.warc import first_headers

_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_FOUND_WORDS = (b"404", b"not found", b"introuvable", b"non trouv", b"no encontrada", b"no se encontr")
_OPEN_TAG = re.compile(rb"</?[a-z][^<>]*\Z")
_END = re.compile(rb"</\s*(?:html|body)\s*>", re.I)


def verdict_of_file(body: bytes) -> Judgement:
    """The verdict on a page that was saved to a file."""
    if is_cut(body):
        return Judgement(Verdict.TRUNCATED, "the page ends inside a tag, a script or a comment")
    answer = Answer(200, "OK", "HTTP/1.1", (), body, None, 0.0, "")
    return _judge(answer, body)


def verdict_of_exchange(exchange: Exchange, *, is_revisit: bool) -> Judgement:
    """The verdict on a recorded answer. A revisit's body lies elsewhere and was judged there, its status was not."""
    if exchange.status in _REDIRECTS:
        return Judgement(Verdict.MOVED, str(exchange.status))
    if is_revisit and exchange.status < 400:
        return Judgement(Verdict(NOT_MODIFIED) if exchange.status == 304 else Verdict(OK))
    headers = tuple((name, value) for name, value in exchange.headers if name.lower() != "transfer-encoding")
    truncated = "length" if exchange.truncated == "unspecified" else exchange.truncated
    answer = Answer(exchange.status, exchange.reason, exchange.protocol, headers, exchange.body, truncated, 0.0, "")
    body = decode(exchange.body, first_headers(exchange.headers).get("content-encoding"))
    return _judge(answer, body)


def is_cut(body: bytes) -> bool:
    """Whether a page surely ends too early: without its end, and inside a tag, a script or a comment."""
    tail = body[-(256 << 10) :].lower()
    if _END.search(tail):
        return False
    for opening, closing in ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style")):
        start = tail.rfind(opening)
        if start >= 0 and tail.find(closing, start) < 0:
            return True
    return _OPEN_TAG.search(tail) is not None


def _judge(answer: Answer, body: bytes) -> Judgement:
    judgement = judge_exchange(answer, Unpacked(body), Known())
    if judgement is not None:
        return judgement
    if _may_be_404(body):
        facts = read_page(body, answer.header("content-type"))
        reason = soft_404(facts, Setting("", "", None), None)
        if reason:
            return Judgement(Verdict.SOFT_404, reason)
    return Judgement(Verdict.OK)


def _may_be_404(body: bytes) -> bool:
    """Whether a page is worth the closer look that decides."""
    head = body[: 64 << 10].lower()
    start = head.find(b"<title")
    title = head[start : start + 400] if start >= 0 else b""
    return b"page-not-found" in head or any(word in title for word in _NOT_FOUND_WORDS)
