# `make demo` and `make test` need Python 3.11 or newer with its venv module, and make; everything else they install.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check bench clean

demo: $(VENV)/.ready
	@$(BIN)/syndclean clean --show samples/*.txt

test: $(VENV)/.ready
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/.ready
	@$(BIN)/ruff check syndclean tests scripts
	@$(BIN)/mypy
	@$(BIN)/mypy --ignore-missing-imports scripts/*.py

bench: $(VENV)/.ready
	@$(BIN)/python -m pytest tests/benchmarks --benchmark-only -o addopts=

$(VENV)/.ready: pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer, or say make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: say make PYTHON=/path/to/a/newer/python3"; exit 1; }
	@if command -v uv >/dev/null; then \
	  uv venv -q --allow-existing --python $(PYTHON) $(VENV) && uv pip install -q --python $(BIN)/python -e '.[test]'; \
	else \
	  $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python lacks the venv module: on Debian and Ubuntu, apt install python3-venv"; exit 1; }; \
	  $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[test]'; \
	fi
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
