SHELL := bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
BUILD := build
HOST ?= 127.0.0.1
PORT ?= 8050
DOCS ?= data/press
SHARED ?= ../shared

.PHONY: help run test lint data codelists weights score diff bench

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# uv installs from the same lock that pins it: its own lines are given to pip first.
.venv/.ready: requirements.lock pyproject.toml
	@echo "setting up .venv, once: this takes a minute or two" >&2
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r <(sed -n '/^uv==/,/^[^ ]*==/p' requirements.lock | sed '2,$${/^[^ ]/d}')
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes requirements.lock
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: .venv/.ready  ## build the table from DOCS (data/press) and serve the dashboard on 127.0.0.1:8050
	@mkdir -p $(BUILD)
	$(BIN)/tradeprose build $(DOCS) --update $(BUILD)/observations.parquet --prune --derived
	$(BIN)/tradeprose serve $(BUILD)/observations.parquet --host $(HOST) --port $(PORT)

test: .venv/.ready .venv/.chromium  ## run every test, the browser's included
	$(BIN)/python -m pytest

.venv/.chromium: .venv/.ready
	@.ci/chromium
	@touch $@

lint: .venv/.ready  ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

data: .venv/.ready  ## build data/observations.csv, the bundled table, from data/press
	$(BIN)/tradeprose build data/press --output data/observations.csv

diff: .venv/.ready  ## rows gained and lost since the last commit, in data/press and the labelled sets of SHARED
	$(BIN)/python .ci/diff $(SHARED)

bench: .venv/.ready  ## speed and memory
	@for file in tests/benchmarks/bench_*.py; do echo "$$file"; $(BIN)/python "$$file" || exit 1; done

codelists: .venv/.ready  ## write data/codelists anew from the packages they come from
	$(BIN)/python -m data.codelists.make

# With SHARED at hand all labelled sets are learnt from, else the bundled digests and written lessons alone.
weights: .venv/.ready  ## fit the numbers of all cues on the labelled documents (LABELS=folder adds your own)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m parsers.training weights $(if $(wildcard $(SHARED)/gold),--shared $(SHARED)) $(if $(LABELS),--labels $(LABELS))

score: .venv/.ready  ## how well the labelled sets of SHARED are read, plain and cross-validated
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m parsers.training score --shared $(SHARED)
