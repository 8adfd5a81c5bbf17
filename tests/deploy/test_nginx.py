"""nginx with the configuration that is shipped: downloads, Datasette behind a cache, changes that nobody notices."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from archive.settings import DataFolder
from archive.snapshots.shelf import DATABASE, MANIFEST, Shelf
from tests.archive.sheets import Sheet, build_sheets, keep

ROOT = Path(__file__).parents[2]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed (Debian: apt-get install nginx)")
FIRST, SECOND = "2026-11-20", "2026-11-21"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A data folder, two Datasettes and nginx before them."""

    folder: Path
    data: DataFolder
    port: int = field(default_factory=free_port)
    ports: tuple[int, int] = field(default_factory=lambda: (free_port(), free_port()))
    running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def configuration(self) -> Path:
        """The shipped files with other ports and paths; nothing else is changed."""
        text = "".join((ROOT / "deploy" / "nginx" / name).read_text() for name in _FILES)
        for shipped, here in (
            ("listen 80;", f"listen 127.0.0.1:{self.port};"),
            ("    listen [::]:80;\n", ""),
            ("/var/lib/iom-archive/", f"{self.data.root}/"),
            ("/var/cache/", f"{self.folder}/"),  # as there: nginx makes the last folder of a path and no other
            ("127.0.0.1:8001", f"127.0.0.1:{self.ports[0]}"),
            ("127.0.0.1:8002", f"127.0.0.1:{self.ports[1]}"),
            ("rate=20r/s", "rate=5000r/s"),
        ):
            assert shipped in text, shipped
            text = text.replace(shipped, here)
        scratch = "".join(
            f"    {name}_temp_path {self.folder}/{name};\n"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;\n" if os.getuid() == 0 else ""
        path = self.folder / "nginx.conf"
        path.write_text(
            f"{user}worker_processes 1;\ndaemon off;\npid {self.folder}/nginx.pid;\nerror_log {self.folder}/error.log;\n"
            f"events {{}}\nhttp {{\n    access_log off;\n{scratch}{text}}}\n"
        )
        return path

    def start_nginx(self) -> subprocess.Popen[bytes]:
        assert NGINX
        path = self.configuration()
        subprocess.run([NGINX, "-t", "-q", "-c", path, "-e", self.folder / "error.log"], check=True)
        running = subprocess.Popen([NGINX, "-c", path, "-e", self.folder / "error.log"])
        _wait_for(f"{self.address}/snapshots/")
        return running

    def start(self, *ports: int) -> None:
        program = [sys.executable, "-c", "from archive.cli import main; main()", "--data", str(self.data.root)]
        for port in ports:
            self.running[port] = subprocess.Popen(
                [*program, "serve", "--published", "--public", "--port", str(port)], stdout=subprocess.DEVNULL, cwd=ROOT
            )
        for port in ports:
            _wait_for(f"http://127.0.0.1:{port}/")

    def restart(self, port: int) -> None:
        """As systemd does it: SIGTERM, wait, start."""
        self.running[port].send_signal(signal.SIGTERM)
        self.running[port].wait(30)
        self.start(port)

    def publish(self, name: str) -> None:
        """Put archive.db on the shelf as a snapshot, the way a snapshot is published."""
        shelf = Shelf(self.data.snapshots)
        part = shelf.part(name)
        shutil.copy(self.data.archive, part / DATABASE)
        (part / "tables.csv.gz").write_bytes(b"\x1f\x8b not looked at")
        (part / "SHA256SUMS").write_text("none\n")
        (part / "datapackage.json").write_text("{}")
        manifest = {"as_of": name, "schema_version": 1, "files": [{"path": DATABASE, "bytes": 1, "sha256": ""}]}
        (part / MANIFEST).write_text(json.dumps(manifest))
        shelf.publish(part, name)


_FILES = ("iom-archive-upstream.conf", "iom-archive.conf")


def _wait_for(address: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            if httpx.get(address, timeout=30).status_code < 500:
                return
        except httpx.TransportError:
            pass
        assert time.monotonic() < end, f"{address} does not answer"
        time.sleep(0.05)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    data = DataFolder(folder / "data")
    keep(data, [Sheet("events/one", title="A first meeting", start_date="2024-10-07")], at="2024-10-10T08:00:00")
    build_sheets(data)
    server = Server(folder, data)
    server.publish(FIRST)
    nginx: subprocess.Popen[bytes] | None = None
    try:
        server.start(*server.ports)
        nginx = server.start_nginx()
        yield server
    finally:
        for process in (*server.running.values(), *([nginx] if nginx else [])):
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("nginx")) as running:
        yield running


# downloads


def test_a_download_says_how_long_it_is_and_can_be_taken_up(server: Server) -> None:
    path = f"{server.address}/snapshots/{FIRST}/{DATABASE}"
    content = (server.data.snapshots / FIRST / DATABASE).read_bytes()
    whole = httpx.get(path, headers={"Accept-Encoding": "gzip"})
    assert whole.content == content
    assert whole.headers["Content-Length"] == str(len(content))
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert whole.headers["Content-Type"] == "application/vnd.sqlite3"
    assert "Content-Encoding" not in whole.headers
    tag = whole.headers["ETag"]
    assert tag.startswith('"'), "a weak tag cannot take up a download"
    rest = httpx.get(path, headers={"Range": "bytes=1000-1999", "If-Range": tag})
    assert (rest.status_code, rest.content) == (206, content[1000:2000])
    assert rest.headers["Content-Range"] == f"bytes 1000-1999/{len(content)}"
    assert httpx.get(path, headers={"Range": "bytes=5-9", "If-Range": '"other"'}).status_code == 200
    assert httpx.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert httpx.get(path, headers={"Range": f"bytes={len(content)}-"}).status_code == 416
    assert httpx.head(path).headers["Content-Length"] == str(len(content))


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-15"}, {"If-None-Match": "*"}])
def test_any_page_may_read_downloads(server: Server, headers: dict[str, str]) -> None:
    path = f"{server.address}/snapshots/{FIRST}/{DATABASE}"
    answer = httpx.get(path, headers={"Origin": "https://lite.datasette.io", **headers})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Range" in answer.headers["Access-Control-Expose-Headers"]
    asked = httpx.options(
        path, headers={"Origin": "https://lite.datasette.io", "Access-Control-Request-Headers": "range"}
    )
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert "Range" in asked.headers["Access-Control-Allow-Headers"]
    assert httpx.get(f"{server.address}/snapshots/none").headers["Access-Control-Allow-Origin"] == "*"


def test_dated_files_are_kept_for_ever_and_the_pointer_is_asked_for_again(server: Server) -> None:
    def kept(path: str) -> str:
        return httpx.get(f"{server.address}/snapshots/{path}").headers["Cache-Control"]

    assert kept(f"{FIRST}/{DATABASE}") == kept(f"{FIRST}/SHA256SUMS") == "public, max-age=31536000, immutable"
    assert kept("latest.json") == kept("") == "no-cache"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("latest.json", "application/json; charset=utf-8"),
        (f"{FIRST}/tables.csv.gz", "application/gzip"),
        (f"{FIRST}/SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_files_say_what_they_are_and_run_nowhere(server: Server, name: str, kind: str) -> None:
    answer = httpx.get(f"{server.address}/snapshots/{name}")
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_what_is_being_written_is_not_shown(server: Server) -> None:
    part = Shelf(server.data.snapshots).part("2030-01-01")
    (part / DATABASE).write_bytes(b"half")
    try:
        assert httpx.get(f"{server.address}/snapshots/.2030-01-01.part/{DATABASE}").status_code == 404
        assert "2030" not in httpx.get(f"{server.address}/snapshots/").text
    finally:
        shutil.rmtree(part)
    for path in ("../ledger.db", "%2e%2e/ledger.db", "..%2fledger.db", "../snapshots../ledger.db"):
        answer = httpx.get(f"{server.address}/snapshots/{path}", follow_redirects=False)
        assert answer.status_code != 200 and b"SQLite" not in answer.content
    assert httpx.post(f"{server.address}/snapshots/latest.json").status_code == 405


# Datasette


def test_pages_are_cached_and_carry_their_security_headers(server: Server) -> None:
    path = f"{server.address}/archive/events?_sort=id"
    first, second = httpx.get(path), httpx.get(path)
    assert (first.status_code, second.status_code) == (200, 200)
    assert (first.headers["X-Cache"], second.headers["X-Cache"]) == ("MISS", "HIT")
    assert first.text == second.text
    assert second.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in second.headers["Content-Security-Policy"]
    assert "nginx/" not in second.headers["Server"]


def test_exports_are_passed_on_and_not_kept(server: Server) -> None:
    path = f"{server.address}/archive/events.csv?_stream=on&_size=max"
    answers = [httpx.get(path) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [answer.headers["X-Cache"] for answer in answers] == ["BYPASS", "BYPASS"]
    assert "A first meeting" in answers[0].text


def test_a_new_snapshot_and_two_restarts_fail_no_request(server: Server) -> None:
    """The last of this module: it changes what the others look at."""
    load = Load(server.address)
    load.go_on(20)
    keep(server.data, [Sheet("events/two", title="A second meeting")], at="2024-10-11T08:00:00")
    build_sheets(server.data)
    server.publish(SECOND)
    load.go_on_until(lambda: all(_events(f"http://127.0.0.1:{port}") == 2 for port in server.ports))
    for port in server.ports:
        server.restart(port)
        load.go_on(20)
    answered = load.end()
    assert {status for status, _ in answered} == {200}, [one for one in answered if one[0] != 200][:3]
    counts = [count for _, count in answered]
    assert (counts[0], counts[-1]) == (1, 2)
    assert len(answered) > 60


def _events(address: str) -> int:
    answer = httpx.get(f"{address}/archive/events.json?_shape=array&_=check", timeout=30)
    return len(answer.json())


class Load:
    """Readers who ask one question after the other, none of which the cache has an answer to."""

    def __init__(self, address: str, readers: int = 2) -> None:
        self._address = address
        self._over = threading.Event()
        self._answers: list[tuple[int, object]] = []
        self._threads = [threading.Thread(target=self._read, args=(number,)) for number in range(readers)]
        for thread in self._threads:
            thread.start()

    def go_on(self, answers: int) -> None:
        goal = len(self._answers) + answers
        self.go_on_until(lambda: len(self._answers) >= goal)

    def go_on_until(self, done: object) -> None:
        end = time.monotonic() + 60
        while not done():  # type: ignore[operator]
            assert time.monotonic() < end, "it does not come to that"
            time.sleep(0.02)

    def end(self) -> list[tuple[int, object]]:
        self._over.set()
        for thread in self._threads:
            thread.join(60)
        return self._answers

    def _read(self, number: int) -> None:
        asked = 0
        with httpx.Client(timeout=30) as client:
            while not self._over.is_set():
                asked += 1
                try:
                    answer = client.get(f"{self._address}/archive/events.json?_shape=array&_reader={number}.{asked}")
                    count = len(answer.json()) if answer.status_code == 200 else answer.text[:200]
                    self._answers.append((answer.status_code, count))
                except httpx.TransportError as error:
                    self._answers.append((0, repr(error)))
