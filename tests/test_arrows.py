"""The rooms' import arrows: scraper and parsers know neither each other nor archive, web imports archive at most.

Datasette is imported by archive and web alone, and there only inside functions, so that everything but serving works
without it. One module is the HTTP client; no other imports the library.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("scraper", "parsers", "archive", "web")
MAY_IMPORT = {
    "scraper": {"scraper"},
    "parsers": {"parsers"},
    "archive": {"archive", "scraper", "parsers"},
    "web": {"web", "archive"},
}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path, *, top_level: bool = False) -> Iterator[str]:
    """Names of imported modules; with ``top_level`` those that importing the module itself imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _executed(tree) if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide where the arrow goes"
            yield str(node.module)


def _executed(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _executed(child)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_it_may_know(room: str) -> None:
    paths = modules(room)
    assert paths
    for path in paths:
        for name in imports(path):
            first = name.partition(".")[0]
            assert first not in ROOMS or first in MAY_IMPORT[room], f"{path.relative_to(ROOT)} imports {name}"
            assert first not in ("tests", "benchmarks"), f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_datasette_is_imported_late_and_only_where_things_are_served(room: str) -> None:
    for path in modules(room):
        for name in imports(path, top_level=room == "archive"):
            if name.partition(".")[0] in ("datasette", "uvicorn"):
                assert room == "web", f"{path.relative_to(ROOT)} imports {name}"


def test_one_module_alone_imports_the_http_client() -> None:
    users = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in modules(room)
        for name in imports(path)
        if name.partition(".")[0] in ("httpx", "httpx2", "httpcore", "requests", "aiohttp", "urllib3")
        or name == "urllib.request"
    }
    assert users == {"scraper/client.py"}


def test_everything_but_serving_works_without_datasette() -> None:
    """Import each command in an interpreter that has no Datasette."""
    code = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("datasette", "uvicorn"):
            raise ImportError(f"{name} is not installed")

sys.meta_path.insert(0, Refuse())
import archive.commands
for module in pkgutil.iter_modules(archive.commands.__path__):
    importlib.import_module(f"archive.commands.{module.name}")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


MAPS = sorted(path for room in ROOMS for path in (ROOT / room).rglob("__init__.py"))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.parent.relative_to(ROOT)))
def test_every_module_stands_in_the_map_of_its_room(path: Path) -> None:
    map_of_room = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    if path.parent.name == "commands":
        return  # one module a command, named like it
    named = set(re.findall(r"[a-z_]+", map_of_room))
    missing = {module.stem for module in path.parent.glob("*.py")} - named - {"__init__"}
    assert not missing, f"{path.relative_to(ROOT)} does not say what these are for: {sorted(missing)}"
