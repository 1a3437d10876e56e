# SPDX-License-Identifier: Apache-2.0
# Sourced by every system test: says what is asserted, counts what is not so.
#   BES_BUILD  build folder (set by ctest)
# shellcheck shell=bash disable=SC2034 # variables for the tests
set -uo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ "$(id -u)" -ne 0 ] || [ -n "${BES_REACHABLE:-}" ] || BES_REACHABLE=yes exec "$source_folder/tests/lab/reachable" bash "$0" "$@"
setup=$BES_BUILD/bin/bes-standby-setup
lab=$BES_BUILD/tests/lab/practice
# shellcheck source-path=SCRIPTDIR source-path=SCRIPTDIR/.. source=words.sh
. "$source_folder/tests/system/words.sh"
arguments=("$@")
clean_ups=()
work=$(mktemp -d "$BES_BUILD/tests/system/$(basename "$0" .sh).XXXXXX")
chmod 755 "$work" # Domino's account looks for its files here
clean_ups+=("rm -rf $work")
trap 'for ((i = ${#clean_ups[@]} - 1; i >= 0; --i)); do eval "${clean_ups[i]}"; done' EXIT

# A practice computer in $root, with the database that its answers lead to; the words for it in "${site[@]}".
practice_site() {
  root=$work/root
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
  site=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org
    --database.location "$work/BESMgmt.db")
}

skip() {
  echo "SKIPPED: $*"
  [ -z "${BES_NO_SKIP:-}" ] || exit 1
  exit 77
}

# Becomes root through sudo where that needs no password.
need_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  sudo -n true 2>/dev/null || skip "needs root"
  rm -rf "$work"
  exec sudo -n BES_BUILD="$BES_BUILD" BES_NO_SKIP="${BES_NO_SKIP:-}" bash "$0" "${arguments[@]}" # which makes itself reachable
}

# Every file, folder and link below the given paths: type, mode, owner, size and link target, with the SHA-256 of its
# bytes. Paths that do not exist are left out, and so is what the stand-in for Domino notes about its caller.
snapshot() {
  local path
  for path in "$@"; do
    [ -e "$path" ] || continue
    find "$path" ! -name 'notes-stand-in.*' \( -type d -printf '%p d %m %U:%G\n' -o -printf '%p %y %m %U:%G %s %l\n' \)
    find "$path" ! -name 'notes-stand-in.*' -type f -exec sha256sum {} +
  done | LC_ALL=C sort
}
