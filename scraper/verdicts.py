"""What came of an attempt, and what follows from it.

A capture is evidence, a record is an opinion: whatever came back is kept, but only the verdict `Verdict.OK` lets a
capture change what is known of its page, and nothing but repeated evidence marks a page as gone. `CONSEQUENCES` is the
table of what happens next; `judge_exchange` and `judge_page` name the verdict of an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from scraper.client import Answer
from scraper.reading import PageFacts, content_words, similarity, words_of
from scraper.unpacking import Unpacked


class Verdict(StrEnum):
    """The outcome of one attempt, as it stands in the ledger."""

    OK = "ok"  # the page itself
    NOT_MODIFIED = "not_modified"  # a 304 to our validators, and the stored body is sound
    CHANNEL = "channel"  # a listing, feed, sitemap, robots.txt or probe that was read: it tells of pages and is none
    MOVED = "moved"  # leads to another site that is known but not part of this run
    GONE = "gone"  # 404 or 410
    WITHHELD = "withheld"  # 401, 403 or 451 by the site itself: unpublished, not gone
    SOFT_404 = "soft_404"  # 200, but the site's "page not found"
    BLOCKED = "blocked"  # a challenge or refusal by the firewall in front of the site
    INTERSTITIAL = "interstitial"  # a consent wall or notice instead of the page
    REDIRECTED_AWAY = "redirected_away"  # led to the home page, a listing, another page or another owner's site
    FALLBACK_LANGUAGE = "fallback_language"  # a translation's address that shows another language
    NOT_A_PAGE = "not_a_page"  # a file or feed where a page was expected
    TRUNCATED = "truncated"  # the body stopped early or passed a cap
    ENCODING = "encoding"  # the content coding is damaged or not what was asked for
    SUSPECT = "suspect"  # whole, but not believable yet: looked at a second time
    HOSTILE = "hostile"  # nested deeper than any real page: kept, never parsed
    BAD_304 = "bad_304"  # a 304 that we did not ask for, or whose stored body is damaged
    THROTTLED = "throttled"  # 429, or 503 with Retry-After
    SERVER_ERROR = "server_error"  # any other 5xx
    REJECTED = "rejected"  # any other answer that is no page
    TLS = "tls"  # no trusted connection
    DNS = "dns"  # the name does not resolve
    TIMEOUT = "timeout"  # no answer in time
    UNREACHABLE = "unreachable"  # no connection
    PROTOCOL = "protocol"  # the answer is no HTTP, or the connection broke before it
    REFUSED = "refused"  # by us: another scheme, host or a private address; nothing was sent
    DISALLOWED = "disallowed"  # by the site's robots.txt; nothing was sent


Again = Literal["never", "due", "soon", "later", "whole", "plain", "confirm"]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from a verdict.

    ``again``: when the address is asked for once more.
        ``due``      at the usual re-check
        ``soon``     in this run, after a pause that grows, up to the limit of attempts; then as ``later``
        ``later``    in a later run, a day away
        ``whole``    at once, without validators
        ``plain``    at once, asking for no content coding
        ``confirm``  once more at the end of this run where that may help, then a day later
    ``error`` counts against the run's error budget, ``host`` against the host's failures in a row.
    """

    again: Again
    error: bool = False
    host: bool = False


CONSEQUENCES: dict[Verdict, Consequence] = {
    Verdict.OK: Consequence("due"),
    Verdict.NOT_MODIFIED: Consequence("due"),
    Verdict.CHANNEL: Consequence("due"),
    Verdict.MOVED: Consequence("due"),
    Verdict.GONE: Consequence("later"),
    Verdict.WITHHELD: Consequence("due"),
    Verdict.SOFT_404: Consequence("later"),
    Verdict.BLOCKED: Consequence("later"),
    Verdict.INTERSTITIAL: Consequence("later"),
    Verdict.REDIRECTED_AWAY: Consequence("later"),
    Verdict.FALLBACK_LANGUAGE: Consequence("due"),
    Verdict.NOT_A_PAGE: Consequence("due"),
    Verdict.TRUNCATED: Consequence("soon", error=True),
    Verdict.ENCODING: Consequence("plain", error=True),
    Verdict.SUSPECT: Consequence("confirm"),
    Verdict.HOSTILE: Consequence("due"),
    Verdict.BAD_304: Consequence("whole", error=True),
    Verdict.THROTTLED: Consequence("soon"),
    Verdict.SERVER_ERROR: Consequence("soon", error=True, host=True),
    Verdict.REJECTED: Consequence("later", error=True),
    Verdict.TLS: Consequence("soon", error=True, host=True),
    Verdict.DNS: Consequence("soon", error=True, host=True),
    Verdict.TIMEOUT: Consequence("soon", error=True, host=True),
    Verdict.UNREACHABLE: Consequence("soon", error=True, host=True),
    Verdict.PROTOCOL: Consequence("soon", error=True, host=True),
    Verdict.REFUSED: Consequence("due"),
    Verdict.DISALLOWED: Consequence("due"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and, in words for people, why."""

    verdict: Verdict
    reason: str | None = None
    second_look: bool = False  # a suspect page that may be whole when it is asked for again in this run


@dataclass(frozen=True, slots=True)
class Probe:
    """How the site answers for an address that cannot exist, asked once per host and language in a run."""

    address: str
    status: int
    facts: PageFacts
    words: frozenset[str] = frozenset()

    @property
    def says_not_found(self) -> bool:
        """Whether the site says "not found" with a status of 200."""
        return self.status == 200 and (
            bool(_NOT_FOUND_TITLE.search(self.facts.title)) or "page-not-found" in self.facts.body_class
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page before this attempt; the empty value for an address never seen."""

    node_id: int | None = None
    body_length: int | None = None
    validators_sent: bool = False
    body_is_sound: bool = False  # the stored body that a 304 would confirm was read and hashes right
    suspected: str | None = None  # what the page said a day ago or longer, when that was suspect


@dataclass(frozen=True, slots=True)
class Setting:
    """What the judge needs to know of the address and its site."""

    address: str
    final_address: str
    prefix_language: str | None  # the language that the path's prefix names; None without one
    away: bool = False  # the final address is a home page, a listing or a path that is no page
    marker_expected: bool = False  # other pages of this site say which node they are
    redirected: bool = False
    same_words: int = 0  # other pages of this run or before that say the very same


# Signs of a firewall's challenge. Sources: the vendors' own documentation (Cloudflare "cf-mitigated" and challenge
# platform, AWS WAF "x-amzn-waf-action", Akamai, Imperva/Incapsula resource path, Sucuri, DataDome).
# Looked for in the body in small letters: plain finds are thirty times as quick as one pattern for all.
_BLOCK_MARKS = (
    *(b"_incapsula_resource", b"/cdn-cgi/challenge-platform", b"cf-chl-", b"window._cf_chl"),
    *(b"geo.captcha-delivery.com", b"awswafcookiedomainlist", b"gokuprops", b"sucuri_cloudproxy"),
    *(b"/_sec/cp_challenge", b"errors.edgesuite.net"),
)
_BLOCK_TITLE = re.compile(
    rb"<title>\s*(?:just a moment|attention required|access denied \|[^<]{1,80}used cloudflare|"
    rb"pardon our interruption|request rejected|please wait\.\.\. \| cloudflare|human verification|ddos-guard)"
)
_DRUPAL = re.compile(
    rb"data-drupal-|drupal-settings-json|Drupal\.settings|name=\"generator\" content=\"Drupal", re.IGNORECASE
)
_NOT_FOUND_TITLE = re.compile(
    r"\b(?:page (?:was )?not found|404|not found|page introuvable|page non trouvée|p[áa]gina no encontrada|"
    r"no se encontr[óo]|seite nicht gefunden)\b|الصفحة غير موجودة",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\b(?:before you (?:continue|proceed)|cookie (?:consent|wall|policy)|we (?:value|use) (?:your privacy|cookies)|"
    r"accept (?:all )?cookies|avant de continuer|accepter (?:tous )?les cookies|antes de continuar|aceptar cookies|"
    r"under maintenance|scheduled maintenance|site is (?:currently )?(?:offline|unavailable))\b",
    re.IGNORECASE,
)
_HTML = ("text/html", "application/xhtml+xml")


def judge_exchange(answer: Answer, unpacked: Unpacked, known: Known) -> Judgement | None:
    """The verdict that status, headers and framing give; None when the body must be read (`judge_page`)."""
    blocked = block_sign(answer, unpacked.body)
    if blocked:
        return Judgement(Verdict.BLOCKED, blocked)
    if answer.status == 304:
        if not known.validators_sent:
            return Judgement(Verdict.BAD_304, "304 to a request without validators")
        if not known.body_is_sound:
            return Judgement(Verdict.BAD_304, "304, but the stored body is damaged or missing")
        return Judgement(Verdict.NOT_MODIFIED)
    if answer.status == 429 or (answer.status == 503 and answer.header("retry-after") is not None):
        return Judgement(Verdict.THROTTLED, f"{answer.status}, Retry-After: {answer.header('retry-after')}")
    if answer.status in (404, 410):
        return Judgement(Verdict.GONE, str(answer.status))
    if answer.status in (401, 403, 451):
        return Judgement(Verdict.WITHHELD, f"{answer.status} by the site itself")
    if answer.status >= 500:
        return Judgement(Verdict.SERVER_ERROR, str(answer.status))
    if answer.status != 200:
        return Judgement(Verdict.REJECTED, f"status {answer.status}")
    if answer.truncated:
        return Judgement(Verdict.TRUNCATED, f"body stopped after {len(answer.wire)} bytes ({answer.truncated})")
    if unpacked.fault:
        return Judgement(Verdict.ENCODING, unpacked.fault)
    if unpacked.truncated:
        return Judgement(Verdict.TRUNCATED, f"unpacks to more than {len(unpacked.body)} bytes")
    if not unpacked.body:
        return Judgement(Verdict.TRUNCATED, "200 without a body")
    return None


def judge_page(
    answer: Answer, unpacked: Unpacked, facts: PageFacts, known: Known, setting: Setting, probe: Probe | None
) -> Judgement:
    """The verdict on a whole, unpacked 200 answer that should be a page."""
    content_type = (answer.header("content-type") or "text/html").split(";")[0].strip().lower()
    if content_type not in _HTML:
        return Judgement(Verdict.NOT_A_PAGE, content_type)
    if facts.too_deep:
        return Judgement(Verdict.HOSTILE, "elements nested deeper than any real page")
    if setting.away:
        return Judgement(Verdict.REDIRECTED_AWAY, f"led to {setting.final_address}")
    if setting.redirected and known.node_id and facts.node_id and facts.node_id != known.node_id:
        return Judgement(
            Verdict.REDIRECTED_AWAY, f"led to another page: node {facts.node_id} instead of {known.node_id}"
        )
    words: tuple[str, ...] = ()
    if not facts.has_marker or (probe is not None and probe.status == 200):
        words = content_words(unpacked.body, answer.header("content-type"))
    soft = soft_404(facts, setting, probe, words)
    if soft:
        return Judgement(Verdict.SOFT_404, soft)
    wall = interstitial(facts, unpacked, setting, probe, words)
    if wall:
        return Judgement(Verdict.INTERSTITIAL, wall)
    if setting.prefix_language and facts.language and facts.language != setting.prefix_language:
        return Judgement(
            Verdict.FALLBACK_LANGUAGE, f"the address says {setting.prefix_language}, the page {facts.language}"
        )
    return _doubt(answer, unpacked, facts, known, setting) or Judgement(Verdict.OK)


def block_sign(answer: Answer, body: bytes) -> str | None:
    """What in this answer is the mark of a firewall rather than of the site, None without one."""
    for name in ("cf-mitigated", "x-amzn-waf-action", "x-datadome"):
        if answer.header(name):
            return f"header {name}: {answer.header(name)}"
    head = body[:20000]
    mark = None if _is_content(head) else _block_mark(head)
    if mark:
        return f"the body holds {mark.decode('latin-1')!r}"
    server = (answer.header("server") or "").lower()
    if answer.status in (403, 405, 406) and not _drupal(answer, head):
        return f"a {answer.status} that is not the site's own" + (f" (server {server})" if server else "")
    if server == "akamaighost" and answer.status >= 400:
        return "an error page by AkamaiGHost"
    return None


def _block_mark(head: bytes) -> bytes | None:
    """The words of a firewall in a body, None if there are none."""
    lowered = head.lower()
    for mark in _BLOCK_MARKS:
        at = lowered.find(mark)
        if at >= 0:
            return head[at : at + len(mark)]
    title = _BLOCK_TITLE.search(lowered)
    return head[title.start() : title.end()] if title else None


def soft_404(facts: PageFacts, setting: Setting, probe: Probe | None, words: tuple[str, ...] = ()) -> str | None:
    """Why this page is the site's "not found" page in spite of its 200, None if it is not."""
    if probe is not None and probe.says_not_found and _same_as_probe(facts, setting, probe, words):
        return "the same page as for an address that cannot exist"
    if not facts.has_marker and _NOT_FOUND_TITLE.search(facts.title):
        return f"titled {facts.title!r}"
    if "page-not-found" in facts.body_class:
        return "its body has the class page-not-found"
    return None


def interstitial(
    facts: PageFacts, unpacked: Unpacked, setting: Setting, probe: Probe | None, words: tuple[str, ...]
) -> str | None:
    """Why this is a wall or notice in place of any page, None if it is not."""
    if probe is not None and probe.status == 200 and _same_as_probe(facts, setting, probe, words):
        return "the same page as for an address that cannot exist"
    if not facts.has_marker and setting.same_words >= (1 if setting.marker_expected else 2):
        return f"says the very same as {setting.same_words} other pages"
    if not facts.has_marker and len(words) < 2000:
        found = _WALL.search(facts.title) or (
            len(words) < 300 and _WALL.search(unpacked.body[:20000].decode("utf-8", "replace"))
        )
        if found:
            return f"no page, but a notice: {found[0]!r}"
    return None


def _same_as_probe(facts: PageFacts, setting: Setting, probe: Probe, words: tuple[str, ...]) -> bool:
    if facts.node_id is not None or probe.facts.node_id is not None:
        return facts.node_id == probe.facts.node_id
    addresses = words_of(setting.address) | words_of(setting.final_address) | words_of(probe.address)
    return similarity(frozenset(words), probe.words, addresses) >= 0.9


def _doubt(answer: Answer, unpacked: Unpacked, facts: PageFacts, known: Known, setting: Setting) -> Judgement | None:
    framed = answer.header("content-length") is not None or answer.chunked
    if not framed and not facts.has_end:
        return Judgement(Verdict.SUSPECT, "the body has neither a stated length nor an end", second_look=True)
    # The same words a day later are believed: a page may really have shrunk, or have lost its marks.
    if known.suspected is not None and known.suspected == facts.text_sha256:
        return None
    if known.body_length and len(unpacked.body) < known.body_length / 2:
        shrunk = f"{len(unpacked.body)} bytes, less than half of the {known.body_length} seen last"
        return Judgement(Verdict.SUSPECT, shrunk, second_look=True)
    if setting.marker_expected and not facts.has_marker:
        return Judgement(Verdict.SUSPECT, "does not say which node of the site it is, as its other pages do")
    return None


def _is_content(body: bytes) -> bool:
    return b"data-history-node-id" in body


def _drupal(answer: Answer, body: bytes) -> bool:
    headers = (answer.header("x-generator") or "", answer.header("x-drupal-cache") or "")
    return "drupal" in headers[0].lower() or bool(headers[1]) or bool(_DRUPAL.search(body))
