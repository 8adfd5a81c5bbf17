"""Between Datasette and a page: makes an `Ask` of a request and a response of an `Answer`.

Reading and rendering happen together in one of Datasette's threads: one hop for a page, however many statements it
runs. An answer depends on the file, the program and the address alone, so each has an ETag, and a page that a browser
has already is not made again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, unquote

from datasette.utils.asgi import AsgiStream, Response

from web import exports, problems, shell
from web.asking import HTML, Answer, Ask, File, Missing, Moved, Page, Refused, Rows
from web.reading import Reader, TooSlow
from web.rendering import TEMPLATES, render
from web.site import Site, site_of

View = Callable[[Ask], Answer]
_CACHE = "public, max-age=300"


def serve(view: View) -> Callable[[Any, Any], Awaitable[Any]]:
    """A view for Datasette's router."""

    async def answered(datasette: Any, request: Any) -> Any:
        site = site_of(datasette)
        etag = _etag(site, request)
        if etag in request.headers.get("if-none-match", ""):
            return Response("", status=304, headers=_headers(etag))
        return await site.run(lambda read: _answer(view, _ask(site, read, datasette, request), etag))

    return answered


def _ask(site: Site, read: Reader, datasette: Any, request: Any) -> Ask:
    args = {name: value for name in request.args if (value := _typed(request.args.get(name) or ""))}
    base = site.settings.address or datasette.absolute_url(request, "/").rstrip("/")
    parts = {name: unquote(part) for name, part in request.url_vars.items()}
    return Ask(site, read, request.path, parts, args, base)


def _typed(value: str) -> str:
    """What was typed, without the letters below the blank: XML and HTML take none of them but as white space."""
    return "".join(" " if letter < " " else letter for letter in value).strip()


def _answer(view: View, ask: Ask, etag: str) -> Any:
    try:
        answer = view(ask)
    except Missing as missing:
        if ask.path.endswith(problems.PROGRAMS):
            return problems.for_programs(404, str(missing))
        answer = Page("missing.html", "Not found", {"message": str(missing)}, status=404, cite=False, index=False)
    except Refused as refused:
        return problems.for_programs(400, str(refused))
    except TooSlow:
        if ask.path.endswith(problems.PROGRAMS):
            return problems.for_programs(503, "This takes too long: narrow it down, or ask the downloaded file.")
        return problems.response(ask.site, ask.path, "too_slow.html", 503)
    if isinstance(answer, Moved):
        return Response.redirect(
            quote(answer.address, safe="/?&=#%:;,+@!$'()*~"), status=301 if answer.permanent else 302
        )
    if isinstance(answer, File):
        return _file(answer, etag)
    if isinstance(answer, Rows):
        return _rows(answer, ask.site, etag)
    body = render(answer.template, shell.context(ask, answer))
    return Response(
        body, status=answer.status, headers=_headers(etag if answer.status == 200 else None), content_type=HTML
    )


def _file(answer: File, etag: str) -> Any:
    headers = _headers(etag if answer.status == 200 else None)
    if answer.name:
        headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
    return Response(answer.body, status=answer.status, headers=headers, content_type=answer.content_type)


def _rows(answer: Rows, site: Site, etag: str) -> Any:
    chunks, content_type = exports.FORMS[answer.form]

    async def send(writer: Any) -> None:
        async with site.transfers:
            await exports.stream(site.file, answer.sql, answer.values, chunks, writer.write)

    headers = {**_headers(etag), "content-disposition": f'attachment; filename="{answer.name}.{answer.form}"'}
    return AsgiStream(send, headers=headers, content_type=content_type)


def _headers(etag: str | None) -> dict[str, str]:
    return {"cache-control": _CACHE, "etag": etag} if etag else {"cache-control": "no-store"}


def _etag(site: Site, request: Any) -> str:
    """Of the file, the program, the address asked for, and the day: what is upcoming changes overnight."""
    today = datetime.now(UTC).date().isoformat()
    parts = (site.version, _program(), today, request.host, request.scheme, request.full_path)
    return f'"{sha256(chr(10).join(parts).encode()).hexdigest()[:24]}"'


@cache
def _program() -> str:
    """What the look of a page depends on besides the file."""
    digest = sha256(version("iom-archive").encode())
    for path in sorted((*TEMPLATES.rglob("*.html"), *TEMPLATES.parent.rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
