# Every target does its own set-up: Python 3.11+, git and make are all it needs.
PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
MINUTES ?= 10

.PHONY: site test test-spark test-properdocs test-ranges test-container audit release-notes docs lighthouse \
  serve bench sample-ledger fuzz spark lock clean tools
.DEFAULT_GOAL := site

site: .venv/site.stamp
	@$(BIN)/congkhai build

serve: .venv/site.stamp
	@$(BIN)/congkhai serve --host $(HOST) --port $(PORT)

# All that CI asks, the quick answers first; the count of tests is the last line. The strict build
# of the site is the one that the tests look at (built_site in tests/conftest.py).
# Hundreds of commands are started by them, and without bytecode each would compile the program anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/dev.stamp tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/yamllint --strict .
	$(BIN)/congkhai check
	$(BIN)/pytest -n auto --dist worksteal --durations 20

test-spark: .venv/dev.stamp .venv/spark.stamp
	@$(PYTHON) tests/tools.py spark
	@$(BIN)/pytest -m spark

test-properdocs: .venv/dev.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check properdocs==1.6.7
	@$(BIN)/pytest -m properdocs

# The wheel with the oldest and the newest libraries that its ranges allow; both are fetched.
test-ranges: .venv/dev.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@PYTHONPATH=tests $(BIN)/python tests/ranges.py

# The image of Containerfile, where podman, buildah or docker can build it; base and libraries are fetched.
test-container: .venv/dev.stamp
	@$(BIN)/pytest -m container

# What the program is made of, as CycloneDX in dist/, and whether any of it has a known weakness: a
# package that could not be asked about is a failure too.
audit: .venv/dev.stamp .venv/audit.stamp
	@mkdir -p dist
	@$(BIN)/python tests/sbom.py > dist/congkhai.cdx.json
	@.venv/audit/bin/python tests/sbom_is_valid.py dist/congkhai.cdx.json
	@.venv/audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements.lock

# VERSION=0.2.0, or Unreleased.
release-notes: .venv/dev.stamp
	@$(BIN)/python tests/release_notes.py $(VERSION)

# The documentation for engineers, into dist/docs/: open index.html there.
docs: .venv/dev.stamp
	@NO_MKDOCS_2_WARNING=1 PYTHONPATH=tests:. $(BIN)/mkdocs build --quiet -f docs/frame/mkdocs.yml

# Node.js and Chromium; npx fetches Lighthouse.
lighthouse: .venv/site.stamp
	@$(BIN)/congkhai build
	@PYTHONPATH=tests $(BIN)/python -m lighthouse

# The sample's ledger and closed quarters, after a change of its records or of what is logged.
sample-ledger: .venv/dev.stamp
	@PYTHONPATH=tests:. $(BIN)/python tests/sample_ledger.py

bench: .venv/dev.stamp
	@$(BIN)/python tests/bench

# Damaged files, each read by a command in a process with an end; what is found is kept as a seed.
fuzz: .venv/dev.stamp
	@PYTHONPATH=tests $(BIN)/python -m fuzz --minutes $(MINUTES)

spark: .venv/spark.stamp

tools: .venv/dev.stamp
	@$(PYTHON) tests/tools.py

# Versions and hashes, no addresses: the lock holds on any package index.
lock: .venv/dev.stamp
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header pyproject.toml --group build --group dev \
	  -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header pyproject.toml --group build --extra spark \
	  -c requirements-dev.lock -o requirements-spark.lock

clean:
	rm -rf .venv site .site-* .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên (đặt PYTHON=python3.12, chẳng hạn)."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Đang cài đặt thư viện vào .venv (chỉ lần đầu)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/site.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/audit.stamp: Makefile | .venv/bin/python
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/pip install --quiet --disable-pip-version-check \
	  "cyclonedx-python-lib[json-validation]==11.12.0" pip-audit==2.10.1
	@touch $@

.venv/spark.stamp: requirements-spark.lock .venv/site.stamp
	@echo "Đang cài đặt Spark vào .venv (khoảng 600 MB, chỉ lần đầu)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	@touch $@
