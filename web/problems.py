"""What people see when something cannot be answered: no traceback, no path, a way on."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from web import shell
from web.asking import HTML, Page
from web.rendering import render
from web.site import Site, site_of

PROGRAMS = (".json", ".ndjson", ".jsonld")  # endings of addresses that programs ask for
_NUMBERS = ("_next", "_timelimit")  # of which Datasette makes a number without asking whether they are one
_TITLES = {
    400: "This cannot be asked so",
    403: "Not allowed here",
    404: "Not found",
    500: "Something went wrong",
    503: "This took too long",
}


def quiet() -> None:
    """Keep Datasette from printing all variables of every page that is not found: half a second and a screenful each.

    Tracebacks of errors that are ours still go to the log.
    """
    # Not before Datasette has loaded its plugins, of which this module is one: it would be registered without its hook.
    from datasette import handle_exception

    handle_exception.rich = None


def answer(datasette: Any, request: Any, exception: BaseException) -> Any:
    """A page for an exception; None where a program asked, which Datasette answers in JSON."""
    asked_wrongly = _asked_wrongly(request, exception)
    if request.path.split("?")[0].endswith(PROGRAMS):
        return for_programs(400, asked_wrongly) if asked_wrongly else None
    if asked_wrongly:
        status, said = 400, asked_wrongly
    else:
        status = exception.status if isinstance(exception, (Base400, DatasetteError)) else 500
        said = exception.message if isinstance(exception, DatasetteError) else "".join(map(str, exception.args[:1]))
    again = request.path.removesuffix(".csv") if request.query_string else None
    return response(site_of(datasette), request.path, "problem.html", status, said, again)


def _asked_wrongly(request: Any, exception: BaseException) -> str | None:
    """What is wrong with a request that Datasette would answer with 500, as if it were the server's fault."""
    if isinstance(exception, DatasetteError) and exception.status == 500:
        return str(exception.message)
    if isinstance(exception, ValueError):
        for name in _NUMBERS:
            if not (request.args.get(name) or "0").isdecimal():
                return f"{name} takes a whole number"
    return None


def for_programs(status: int, message: str) -> Any:
    """The same in JSON, in the form of Datasette's own errors."""
    body = {"ok": False, "error": message, "status": status, "title": _TITLES[status]}
    return Response.json(body, status=status, headers={"cache-control": "no-store"})


def response(site: Site, path: str, template: str, status: int, message: str = "", again: str | None = None) -> Any:
    """A page that needs no reading. ``again`` is the path to ask anew from."""
    page = Page(template, _TITLES.get(status, f"Error {status}"), status=status, cite=False, index=False)
    shown = {
        **shell.around(site, path, ""),
        "page": page,
        "as_of": None,
        "address": "/",
        "correct": None,
        "citation": None,
        "status": status,
        "message": message if status < 500 else "",
        "again": again,
    }
    headers = {"cache-control": "no-store"}
    return Response(render(template, shown), status=status, headers=headers, content_type=HTML)
