# Targets for users and developers. `make demo` and `make test` need CPython 3.11 or newer, and nothing else.

VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell bash scripts/newest-python 2>/dev/null)
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help install install-dev demo test check lint types gate bench lock docs clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(BIN)/python:
	@test -n "$(PYTHON)" || { bash scripts/newest-python; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what requirements.lock pins"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what requirements-dev.lock pins"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.installed ## make .venv with the newest CPython found, pinned by hash

install-dev: $(VENV)/.installed-dev ## the same with what developers need

demo: install ## build a ledger from the sample reports and show it
	@$(BIN)/reportedly demo

test: install-dev ## the whole test suite
	@$(BIN)/python -m pytest

lint: install-dev ## ruff: style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: install-dev ## mypy --strict
	@$(BIN)/mypy

gate: install-dev ## reading quality against its floors
	@$(BIN)/python -m evaluation.gate

check: lint types test gate ## what CI runs

bench: install-dev ## how fast it is, as ratios
	@$(BIN)/python -m evaluation.bench

lock: ## resolve the locks anew with uv; UPGRADE=1 takes newer releases
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --extra llm --extra parse --extra xlsx --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock

docs: install-dev ## write the pages that are made from the program
	@$(BIN)/python scripts/write_docs.py

clean: ## remove .venv and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
