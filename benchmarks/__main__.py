"""Run the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import compileall
import importlib
import pkgutil
import sys
from pathlib import Path

import benchmarks

_ROOMS = ("archive", "benchmarks", "parsers", "scraper", "web")


def main(names: list[str]) -> int:
    """Run and print; 1 where a limit was missed, 2 where a name is unknown."""
    found = {}
    for file in pkgutil.iter_modules(benchmarks.__path__):
        if file.name != "__main__" and (not names or file.name in names):
            module = importlib.import_module(f"benchmarks.{file.name}")
            if hasattr(module, "run"):
                found[file.name] = module
    unknown = [name for name in names if name not in found]
    if unknown:
        print(f"no benchmark named {', '.join(unknown)}", file=sys.stderr)
        return 2
    _compile()
    print(benchmarks.machine())
    held = True
    for module in found.values():
        for table in module.run():
            print(f"\n{table.text()}", flush=True)
            held = held and all(limit_held for _, limit_held in table.limits)
    return 0 if held else 1


def _compile() -> None:
    """Have bytecode beside the sources, as the peers have that came from an index."""
    for room in _ROOMS:
        compileall.compile_dir(Path(__file__).parents[1] / room, quiet=2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
