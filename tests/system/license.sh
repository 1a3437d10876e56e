#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Media with a licence: it can be read, nothing is installed before it is accepted, and an upgrade asks again for another one
# only. Repair, modification and removal never ask.
. "$(dirname "$0")/assertions.sh"

root=$work/root
good=$lab/media/good
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
install() {
  try "$setup" install --answer-file "$work/standby.ini" --root "$root" --standby.computer standby1.example.org \
    --database.location "$work/BESMgmt.db" "$@"
}
accepted() {
  "$setup" status --local --root "$root" --json >"$work/status.json"
  sqlite3 :memory: "SELECT json_extract(readfile('$work/status.json'), '$.license')"
}
grep -v '^accept = ' "$lab/standby.ini" >"$work/standby.ini"

try "$setup" media license "$good"
assert_code "the licence can be read" 0
assert_says "practice-1 \(de, en\).*It contains no program of BlackBerry"
try "$setup" media license "$good" --language de
assert_says "kein Programm von BlackBerry"
try "$setup" media list "$good"
assert_says "practice-1 \(de, en\)"

before=$(snapshot "$root" "$work/BESMgmt.db")
install
assert_code "nothing is installed before the licence is accepted" 29
assert_says "--license.accept.*media license"
assert_equal "and nothing is touched" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"
install --license.accept
assert_code "it is installed when it is accepted" 0
assert_equal "which one is in the receipt" "practice-1" "$(accepted)"
install
assert_code "who installs again is not asked again" 0
rm "$root/opt/bes-standby/router/bin/bes-router"
try "$setup" repair --root "$root"
assert_code "nor is who repairs" 0

sqlite3 "$work/BESMgmt.db" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
sqlite3 :memory: "SELECT json_set(readfile('$source_folder/resources/catalog/bes-5.0-domino.json'), '$.version', '5.0.1')" \
  >"$work/catalog.json"
create() { # FOLDER OPTION...
  try "$setup" media create --catalog "$work/catalog.json" --from "$lab/tree" --sign "$lab/keys/signer.key" \
    "$lab/keys/signer.crt" --out "$@"
}
printf 'Another text\r\n' >"$work/text"
create "$work/same" --license-id practice-1 --license "$work/text"
create "$work/other" --license-id practice-2 --license "$work/text"
try "$setup" upgrade --dry-run --root "$root" --media.folder "$work/same"
assert_code "an upgrade with the licence that was accepted does not ask" 0
try "$setup" upgrade --root "$root" --media.folder "$work/other"
assert_code "with another one it does" 29
try "$setup" upgrade --root "$root" --media.folder "$work/other" --license.accept
assert_code "and goes on when that is accepted" 0
assert_equal "which is in the receipt then" "practice-2" "$(accepted)"
try "$setup" remove --root "$root"
assert_code "a removal does not ask" 0

create "$work/refused" --license "$work/text"
assert_code "a licence without an id is refused" 2
printf 'clear\033[2J' >"$work/text"
create "$work/refused" --license-id practice-3 --license "$work/text"
assert_code "so is a text that would steer the terminal" 5
assert_says "control characters"
finish
