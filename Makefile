# Everything here runs in .venv, made with a Python 3.11 or newer found on
# the PATH, or with `make PYTHON=/path/to/python ...`. Each step of the set-up leaves
# a stamp in .venv and is not repeated until pyproject.toml changes.

.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet

SEED_1 := seeds/000_5d8bdbb9938c1935.txt
SEED_2 := seeds/004_4647ab483ac479eb.txt

BENCHMARKS := bench-model bench-quotes bench-actors bench-events bench-event_identity bench-times \
	bench-speed

.PHONY: help demo test lint docs bench $(BENCHMARKS) clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Show what is found in the two sample articles
	$(BIN)/newsevents show $(SEED_1)
	$(BIN)/newsevents show $(SEED_2) --published-at 2023-07-10

test: $(VENV)/.dev ## Run all tests, the wheel's last
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## Check style, types, imports and documentation
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zensical build --clean --strict

docs: $(VENV)/.dev ## Build the documentation into site/
	$(BIN)/python scripts/generate_docs.py
	$(BIN)/zensical build --clean --strict

bench: $(BENCHMARKS) ## Measure accuracy and speed; also one by one: make bench-speed

$(BENCHMARKS): bench-%: $(VENV)/.dev
	$(BIN)/python -m benchmarks.$*

clean: ## Remove everything that was built
	rm -rf $(VENV) build dist site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find src tests training benchmarks examples scripts -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.created:
	@python=$(PYTHON); \
	for name in python3.13 python3.12 python3.11 python3; do \
		if [ -z "$$python" ] && $$name -c \
			'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then python=$$name; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "newsevents needs Python 3.11 or newer on the PATH" >&2; exit 1; \
	fi; \
	$$python -m venv $(VENV)
	$(INSTALL) --upgrade pip # dependency groups need pip 25.1
	touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.created
	$(INSTALL) --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(INSTALL) --group dev
	touch $@
