# Everything one does with this repository. `make` alone lists it.
# Each step leaves a stamp beside what it made and is only repeated when the files it reads have changed.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

VENV := .venv/.made
RUNTIME := .venv/.runtime
DEV := .venv/.dev
FRONT := static/dist/.made
WORDS := translations/.made

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help system run test check proofs bench translations screenshots pins clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

system: ## Install the system packages tests and PDFs need (Debian, as root)
	@tools/system

run: $(RUNTIME) $(FRONT) $(WORDS) ## Start the demo; PORT=, HOST= and INSTANCE= choose where
	@exec $(BIN)/parentapp up

# Three runs: PostgreSQL with the matrix, what is slow, SQLite. Coverage makes all of it twice as slow: the last of them
# must reach the floor alone.
MATRIX := tests/access/test_matrix.py tests/access/test_matrix_reading.py
SLOW := tests/test_budgets.py tests/access/test_removals.py tests/browser tests/proofs tests/demo tests/test_bench.py

test: $(DEV) $(FRONT) $(WORDS) ## Run the tests; ARGS="tests/access -k find" runs some of them
ifdef ARGS
	$(BIN)/pytest -n 2 --dist loadfile $(ARGS)
else
	$(BIN)/pytest -n 2 --dist worksteal $(addprefix --ignore=,$(SLOW)) -k "postgres or test_matrix"
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder $(SLOW)
	$(BIN)/pytest -n 2 --dist loadfile $(addprefix --ignore=,$(MATRIX) $(SLOW)) -k "not postgres" --cov --cov-report=
	@tools/coverage-floor
endif

check: $(DEV) ## Style, types, the direction of imports, templates, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint parentapp/templates --lint --quiet
	$(BIN)/python tools/translations.py check

ALSO_LONG := $(MATRIX) tests/test_budgets.py tests/access/test_removals.py tests/browser/test_accessible.py tests/browser/test_accessible_arabic.py \
	tests/browser/test_accessible_arabic_too.py

proofs: $(DEV) $(FRONT) $(WORDS) ## Prove the promises with the long settings
	PROOFS=long $(BIN)/pytest -n 2 --dist worksteal tests/proofs $(ALSO_LONG) -m "proofs or not proofs" $(ARGS)

bench: $(RUNTIME) $(FRONT) $(WORDS) ## Measure against the budgets
	$(BIN)/parentapp bench

translations: $(DEV) ## Collect the texts of the code into the catalogues, and compile these
	$(BIN)/python tools/translations.py extract
	$(BIN)/python tools/translations.py update
	$(BIN)/python tools/translations.py compile
	@touch $(WORDS)

screenshots: $(DEV) $(FRONT) $(WORDS) ## Take a picture of each page
	$(BIN)/python tools/screenshots.py

# Below: what the targets above stand on.

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it with PYTHON=…" >&2; exit 1; }
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv || { echo "On Debian: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(RUNTIME): $(VENV) requirements.txt pyproject.toml
	@echo "Installing the Python libraries"
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable . 2>.venv/editable.log \
		|| { cat .venv/editable.log >&2; exit 1; }
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.txt
	@echo "Installing the tools for tests and checks"
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

node_modules/.made: package.json package-lock.json
	@echo "Installing the front-end libraries"
	@tools/with-node npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(FRONT): node_modules/.made $(shell find front static/icons 2>/dev/null)
	@echo "Building the front end"
	@tools/with-node node front/build.mjs
	@touch $@

# Also when the code changes: a language is offered only when it has every text that the code has.
$(WORDS): $(RUNTIME) $(wildcard tools/translation*.py translations/*.toml translations/*/LC_MESSAGES/*.po) \
		$(shell find parentapp -name '*.py' -o -path '*/templates/*' -type f)
	@echo "Compiling the translations"
	@$(BIN)/python tools/translations.py compile
	@mkdir -p $(@D) && touch $@

pins: $(DEV)
	@tools/pins

clean:
	rm -rf .venv .tools node_modules static/dist static/vendor translations/.made .coverage \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis
