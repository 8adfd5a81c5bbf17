# Two commands do everything: `make run` and `make test`. The rest is for those who change the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HOST ?= 127.0.0.1
PORT ?= 8001

.PHONY: run test lint bench setup lock clean

## set up, build the archive from the bundled sample, serve it
## make run LIVE=1 CONTACT=me@example.org: the same from the live sites, bounded to the newest 200 pages, in data/live
run: $(VENV)/.serve
ifdef LIVE
	@# From 10 on an exit code tells of the sites, not of this program: what did come in is built and served.
	$(BIN)/iom-archive --data data/live crawl --contact "$(CONTACT)" --max-pages 200 || test $$? -ge 10
	$(BIN)/iom-archive --data data/live build
	$(BIN)/iom-archive --data data/live serve --host $(HOST) --port $(PORT)
else
	$(BIN)/iom-archive import data/sample/sample.warc.gz
	$(BIN)/iom-archive build
	@echo "These are reconstructed pages, to try the archive with: cite the addresses that they name, nothing of theirs."
	$(BIN)/iom-archive serve --host $(HOST) --port $(PORT)
endif

## everything that continuous integration runs
# The tests start the command hundreds of times; without kept bytecode each start would compile the program anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## measure speed and memory against peers, in one run
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

## the development environment in .venv, nothing else
setup: $(VENV)/.dev

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; say which with: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.serve: requirements/serve.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/serve.txt -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.serve

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/bench.txt
	touch $@

## write the locked requirements anew from pyproject.toml (needs uv)
lock:
	printf "hatchling\neditables\n" | uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header -o requirements/build.txt -
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements/base.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra serve pyproject.toml -c requirements/base.txt -o requirements/serve.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra serve --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra serve --extra snapshot pyproject.toml -c requirements/dev.txt -o requirements/operate.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra serve --extra dev --extra bench pyproject.toml -o requirements/bench.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
