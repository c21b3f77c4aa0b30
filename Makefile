# Two commands are enough: `make run` shows the product, `make test` proves it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
FUZZ_MINUTES ?= 30
ARGS   ?=
# Tests start the program over and over: it is not to be compiled each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test tests test-deps check lint types bench fuzz fuzz-api shots serve lock clean help
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: $(VENV)/.base  ## set up and run the demo: crawl, match, digest on bundled portals
	$(BIN)/jobbvakt demo $(ARGS)

serve: $(VENV)/.base  ## the demo portals and the pages, left running for a look
	$(BIN)/jobbvakt demo --serve $(ARGS)

test: lint  ## lint, import contracts, then types beside every test
	@$(MAKE) --no-print-directory -j2 types tests

check: lint types  ## lint, types and import contracts alone

tests: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

types: $(VENV)/.test
	$(BIN)/mypy

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

test-deps: $(VENV)/.test  ## what the tests need beyond Python itself: Chromium
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	    test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -q update && \
	    DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends chromium; } || \
	    echo 'Chromium is not here and could not be installed: the browser tests will be reported as skipped'

bench: $(VENV)/.test  ## speed and memory, each figure beside its limit
	$(BIN)/python -m benchmarks $(ARGS)

fuzz: $(VENV)/.fuzz  ## damage every parser's input for FUZZ_MINUTES (30), led by coverage
	PYTHONPATH=$(VENV)/fuzz $(BIN)/python -m tests.fuzz --minutes $(FUZZ_MINUTES) $(ARGS)

shots: $(VENV)/.test  ## the README's pictures, from the demo world (needs Chromium)
	$(BIN)/python -m tests.shots $(ARGS)

fuzz-api: $(VENV)/.schemathesis  ## the API in the hands of Schemathesis, as every kind of caller (half an hour)
	$(BIN)/python -m tests.api_fuzz --tool $(VENV)/schemathesis/bin/st $(ARGS)

lock:  ## resolve the locks anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-emit-find-links --extra build pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-emit-find-links --all-extras -c requirements.lock pyproject.toml -o requirements-test.lock

clean:  ## remove what the targets above made (never your data in var/)
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.base: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(v < (3, 11) and "Jobbvakt needs Python 3.11 or newer, this is %d.%d" % v)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -q --require-hashes -r requirements.lock
	$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.base
	$(PIP) install -q --require-hashes -r requirements-test.lock
	@touch $@

# Beside the environment, not in it: the tests need no fuzzer, and their lock has none.
$(VENV)/.fuzz: tests/fuzz/requirements.txt $(VENV)/.test
	$(PIP) install -q --require-hashes --no-deps --upgrade --target $(VENV)/fuzz -r tests/fuzz/requirements.txt
	@touch $@

# An environment of its own: Schemathesis brings an HTTP client that ours shall not have.
$(VENV)/.schemathesis: tests/api_fuzz/requirements.txt $(VENV)/.test
	$(PYTHON) -m venv $(VENV)/schemathesis
	$(VENV)/schemathesis/bin/python -m pip --disable-pip-version-check install -q --require-hashes \
	    -r tests/api_fuzz/requirements.txt
	@touch $@
