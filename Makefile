# `make run` opens Rightsdesk, `make test` checks everything; both bring in what the machine lacks.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Each step needs the one before; cargo brings its own parallelism.
.NOTPARALLEL:

target := $(abspath $(or $(CARGO_TARGET_DIR),target))
export CARGO_TARGET_DIR := $(target)
export PATH := $(PATH):$(target)/tools/bin
setup := src-tauri/packaging/setup.sh
page := $(shell find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print 2>/dev/null)

# One choice of packages and features for checking, building and testing: another choice would compile the libraries again.
everything := --workspace --all-targets --features rightsdesk-tests/window

.PHONY: help run test check types package notices clean display setup-run setup-test setup-package ui-check page-test build-all rust-test

help: ## Print what each command does.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

run: display setup-run ui/dist/index.html ## Install what is missing, build, and open the window.
	@echo "Building Rightsdesk; the first time takes a few minutes."
	@cargo build --quiet -p rightsdesk
	@echo "Opening Rightsdesk."
	@"$(target)/debug/rightsdesk"

test: setup-test check page-test rust-test ## Check everything: format, lints, page, core, command line, and the real window.
	@echo "Everything holds."

check: setup-run ui-check ## Format, lints and types of Rust and the page.
	@echo "Checking the format of the Rust code."
	@cargo fmt --all --check
	@echo "Looking for mistakes in the Rust code."
	@cargo clippy --quiet $(everything) -- -D warnings

types: ## Write the page's TypeScript from the command table.
	@RIGHTSDESK_WRITE_TYPES=1 cargo test --quiet -p rightsdesk-core --lib api

package: setup-package ui/dist/index.html notices ## Build the Debian package.
	@echo "Building the package; the optimised build takes some minutes."
	@cargo build --release -p rightsdesk-cli
	@cd src-tauri && "$(target)/tools/node_modules/.bin/tauri" build --bundles deb \
		--config '{"bundle":{"linux":{"deb":{"files":{"/usr/bin/rightsdesk-cli":"$(target)/release/rightsdesk-cli"}}}}}'
	@echo "The package is here:"; ls -1 "$(target)"/release/bundle/deb/*.deb

notices: ## Write the notice of the libraries in the lock files, which the package carries.
	@node src-tauri/packaging/notices.mjs src-tauri/gen/NOTICES.txt

clean: ## Remove what was built; desks are never touched.
	@rm -rf "$(target)" ui/dist ui/node_modules tests/artefacts

display:
	@if [ "$$(uname)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no display here: run this in a desktop session, or set DISPLAY or WAYLAND_DISPLAY." >&2; exit 1; fi

setup-run:
	@$(setup) run
setup-test:
	@$(setup) test
setup-package:
	@$(setup) package

ui/dist/index.html: $(page)
	@echo "Building the page."
	@cd ui && npm run --silent build

ui-check: ui/dist/index.html
	@echo "Checking the types of the page."
	@cd ui && npm run --silent check

page-test: ui/dist/index.html
	@echo "Testing the page: its logic, and every screen for accessibility."
	@cd ui && npm run --silent test
	@cd ui && npm run --silent axe

build-all: ui/dist/index.html
	@echo "Building the window, the command line and the tests; the first time takes some minutes."
	@cargo build $(everything)

# The tests in the window need a display and a message bus of their own; the others do not mind.
rust-test: build-all
	@echo "Testing the core, the command line, the house rules, and the real window."
	@xvfb-run -a -s "-screen 0 1440x900x24" dbus-run-session -- \
		cargo test --quiet --workspace --features rightsdesk-tests/window
