"""``python -m tests.standin [PAGES] [SECONDS]``: serve the stand-in and print how to crawl it; it ends by itself."""

from __future__ import annotations

import sys
import time

from tests.standin import StandIn


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 600.0
    weight = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    with StandIn(count, weight=weight, life_seconds=seconds) as site:
        print(site.origin, flush=True)
        time.sleep(seconds)


if __name__ == "__main__":
    main()
