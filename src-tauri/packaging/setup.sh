#!/usr/bin/env bash
# Brings in what the machine lacks: `setup.sh run` to build and open the window, `setup.sh test` for the tests as well.
# Packages that are present are left alone, so a second call does nothing and needs no network.
set -euo pipefail

purpose=${1:-run}
top=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$top/target}

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

build=(build-essential pkg-config perl libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libssl-dev fonts-noto-core)
test=(xvfb xauth webkit2gtk-driver dbus-x11 poppler-utils qpdf)
package=(patchelf file)

command -v cargo >/dev/null 2>&1 || stop "Rust is missing. Install it from https://rustup.rs and run this again."
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
  stop "Node.js with npm is missing. Install Node.js 20.19 or newer and run this again."
node -e "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)" ||
  stop "Node.js $(node --version) is too old: version 20.19 or newer is needed."

system_packages() {
  local wanted=("${build[@]}")
  if [ "$purpose" = test ]; then wanted+=("${test[@]}"); fi
  if [ "$purpose" = package ]; then wanted+=("${package[@]}"); fi

  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian or Ubuntu, so no system packages are installed; README.md says what the window needs."
    return
  fi
  local missing=() name
  for name in "${wanted[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  # The accessibility check wants a Chromium: Debian calls it chromium, Ubuntu chromium-browser.
  if [ "$purpose" = test ] && ! command -v chromium >/dev/null 2>&1 && ! command -v chromium-browser >/dev/null 2>&1 &&
    ! command -v google-chrome >/dev/null 2>&1; then
    if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then missing+=(chromium-browser); else missing+=(chromium); fi
  fi
  if [ ${#missing[@]} -eq 0 ]; then
    say "All system packages are present."
    return
  fi

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
      stop "These system packages are missing and there is no sudo to install them: ${missing[*]}. Ask whoever looks after this machine to install them, then run this again."
    as_root=(sudo)
  fi
  say "Installing the system packages that are missing: ${missing[*]}."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
    stop "The list of packages could not be fetched. Check the network and run this again."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" ||
    stop "The system packages could not be installed: ${missing[*]}. The lines above say why."
}

page_packages() {
  if [ "$top/ui/node_modules/.package-lock.json" -nt "$top/ui/package-lock.json" ]; then
    say "The page's packages are present."
    return
  fi
  say "Fetching the page's packages as its lock file names them."
  (cd "$top/ui" && npm ci --no-audit --no-fund) ||
    stop "The page's packages could not be fetched. Check the network and run this again."
}

rust_parts() {
  local part missing=()
  for part in clippy fmt; do cargo "$part" --version >/dev/null 2>&1 || missing+=("$part"); done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  command -v rustup >/dev/null 2>&1 ||
    stop "Rust comes without cargo ${missing[*]}. Install the packages rust-clippy and rustfmt of your system, then run this again."
  say "Adding the parts of Rust that check the code."
  rustup component add "${missing[@]/fmt/rustfmt}" || stop "rustup could not add them. Check the network and run this again."
}

window_driver() {
  if command -v tauri-driver >/dev/null 2>&1 || [ -x "$target/tools/bin/tauri-driver" ]; then
    say "The window driver is present."
    return
  fi
  say "Building the window driver (tauri-driver), once."
  cargo install tauri-driver --version '^2.1' --locked --quiet --root "$target/tools" ||
    stop "tauri-driver could not be built. The lines above say why."
}

packager() {
  if [ -x "$target/tools/node_modules/.bin/tauri" ]; then
    say "The packager is present."
    return
  fi
  say "Fetching the packager (the command line of Tauri), once."
  npm install --prefix "$target/tools" --no-save --no-audit --no-fund --silent @tauri-apps/cli@2.12.5 ||
    stop "The packager could not be fetched. Check the network and run this again."
}

case "$purpose" in
  run) system_packages; page_packages ;;
  package) system_packages; page_packages; packager ;;
  test) system_packages; rust_parts; page_packages; window_driver ;;
  *) stop "setup.sh takes one word: run, test or package." ;;
esac
