#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# --json: every command's document says what it is, whatever the ending, and nothing else is written.
. "$(dirname "$0")/../assertions.sh"

root=$work/root
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
answers=(--root "$root" --standby.computer standby1.example.org --primary.name BES-NORTH
  --database.location "$work/BESMgmt.db" --media.folder "$lab/media/good" --media.trust "$lab/keys/signer.crt"
  --domino.notes-ini /local/notesdata/notes.ini --license.accept)

value() { # FILE PATH: of a JSON document
  sqlite3 :memory: "SELECT json_extract(readfile('$1'), '$2')"
}

# document FORMAT CODE WORD...: standard output is one such document, standard error is empty.
document() {
  local format=$1 wanted=$2
  shift 2
  "$setup" "$@" --json >"$work/out" 2>"$work/errors" </dev/null
  code=$? output=$(cat "$work/errors")
  assert_code "$* --json" "$wanted"
  assert_equal "nothing beside it" "" "$output"
  assert_equal "it says what it is" "bes-standby-setup.$format|$([ "$format" = facts ] && echo 2 || echo 1)" \
    "$(value "$work/out" '$.format')|$(value "$work/out" '$.format_version')"
}
failure() { # CODE ID WORD...
  local wanted=$1 id=$2
  shift 2
  document failure "$wanted" "$@"
  assert_equal "the failure has its id and code" "$id|$wanted" \
    "$(value "$work/out" '$.failure.id')|$(value "$work/out" '$.exit_code.number')"
}

document version 0 version
document commands 0 help
document commands 0 help media
document exit-codes 0 help exit-codes
document answer-keys 0 answers new
document answers 0 answers check "${answers[@]}"
document facts 0 detect "${answers[@]}"
document findings 0 check "${answers[@]}"
document findings 10 check "${answers[@]:0:4}" --primary.name BES-EAST "${answers[@]:6}"
document plan 0 plan "${answers[@]}"
document findings 10 plan "${answers[@]:0:4}" --primary.name BES-EAST "${answers[@]:6}"
document status 22 status --root "$root"
document media 0 media list "$lab/media/good"
document database 0 database show --database.location "$work/BESMgmt.db"
document database-change 0 database create --database.location "$work/new.db"
document database-change 0 database upgrade --database.location "$work/new.db"
document database-change 0 database release BES-NORTH --database.location "$work/BESMgmt.db"
echo passphrase >"$work/passphrase" && chmod 600 "$work/passphrase"
echo secret | "$setup" answers seal --json --passphrase-file "$work/passphrase" >"$work/out"
assert_equal "a sealed secret" bes-standby-setup.sealed-secret "$(value "$work/out" '$.format')"

failure 2 command.unknown instal
failure 2 command.line version now
failure 2 answers.invalid install --primary.nmae BES-NORTH
failure 2 answers.missing install
failure 7 database.connect database show --database.location "$work/nothing.db"
failure 5 media.signature media verify "$lab/media/unsigned"

# Lines: each is JSON, the first says what it is, the last how it ended.
lines() { # LAST-PATH EXPECTED WORD...
  local path=$1 expected=$2
  shift 2
  "$setup" "$@" --json >"$work/out" 2>&1 </dev/null
  code=$?
  while read -r line; do
    printf '%s' "$line" >"$work/line"
    [ "$(sqlite3 :memory: "SELECT json_valid(readfile('$work/line'))")" = 1 ] || not_so "a line is JSON" "$line"
  done <"$work/out"
  assert_equal "$1: the last line" "$expected" "$(value "$work/line" "$path")"
}
lines '$.outcome' blocked install "${answers[@]:0:4}" --primary.name BES-EAST "${answers[@]:6}"
assert_code "a refused installation" 10
lines '$.outcome' failed install "${answers[@]:0:8}" --media.folder "$lab/media/flipped-bit" "${answers[@]:10}"
assert_code "an installation from damaged media" 5
assert_equal "its reason" media.package "$(value "$work/line" '$.failure.id')"
lines '$.outcome' installed install "${answers[@]}"
assert_code "an installation" 0
head -n 1 "$work/out" >"$work/first"
assert_equal "the first line" "bes-standby-setup.install|begin" \
  "$(value "$work/first" '$.format')|$(value "$work/first" '$.event')"
assert_equal "events of the steps" "$(grep -c '"event":"step-started"' "$work/out")" \
  "$(grep -c '"event":"step-finished"' "$work/out")"
lines '$.outcome' nothing-to-do install "${answers[@]}"
lines '$.outcome' good media verify "$lab/media/good" --media.trust "$lab/keys/signer.crt"
lines '$.failure.id' media.package media verify "$lab/media/flipped-bit" --media.trust "$lab/keys/signer.crt"
document status 0 status --root "$root"
assert_equal "status knows the pair" "BES-NORTH-standby|BES-NORTH" \
  "$(value "$work/out" '$.standby')|$(value "$work/out" '$.primary')"

finish
