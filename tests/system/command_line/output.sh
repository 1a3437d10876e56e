#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Where output goes: terminals, pipes that close, full disks, logs.
. "$(dirname "$0")/../assertions.sh"

root=$work/root
answers=(--root "$root" --standby.computer standby1.example.org --primary.name BES-NORTH
  --database.location "$work/BESMgmt.db" --media.folder "$lab/media/good" --media.trust "$lab/keys/signer.crt"
  --domino.notes-ini /local/notesdata/notes.ini --license.accept)
begin() {
  rm -rf "$root" "$work/BESMgmt.db"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
}
never_says() { # TEXT
  if grep -qE -- "$1" <<<"$output"; then not_so "does not say it" "$output"; else echo "ok: does not say it"; fi
}
on_terminal() { # COLUMNS COMMAND...
  local columns=$1
  shift
  TERM=xterm script -qec "stty cols $columns; $(printf '%q ' "$@")" /dev/null </dev/null
}

begin
try "$setup" plan "${answers[@]}"
assert_code "a plan" 0
never_says $'\x1b'
assert "a long line is not broken in a pipe" \
  [ -n "$(grep -E 'standby of BES-NORTH; the database copies its SRP credentials$' <<<"$output")" ]
output=$(on_terminal 60 "$setup" plan "${answers[@]}")
assert_says $'\x1b\\[1m'
wide=$(sed -n '/Steps/,$p' <<<"$output" | sed 's/\x1b\[[0-9;]*m//g' | tr -d '\r' | wc -L)
assert "a terminal of 60 columns gets no line of more ($wide)" [ "$wide" -le 60 ]
output=$(NO_COLOR=1 on_terminal 60 "$setup" plan "${answers[@]}")
never_says $'\x1b\\[1m'

# Output that can't be written
"$setup" plan "${answers[@]}" --json >/dev/full 2>"$work/errors"
code=$? output=$(cat "$work/errors")
assert_code "a plan that did not reach its file" 18
assert_says "could not be written"
try bash -c "'$setup' answers new >/dev/full"
assert_code "answers that did not reach their file" 18
assert_says "No space left on device"
for command in "version" "help" "answers new" "check $(printf '%q ' "${answers[@]}")"; do
  try bash -c "'$setup' $command >&-"
  assert_code "${command:0:12}: output that was closed" 18
  assert_says "it is closed"
done
try bash -c "'$setup' help exit-codes 2>&1 | head -n 1"
assert_equal "a reader that stops reading is no error" "Exit codes" "$output"
"$setup" install "${answers[@]}" 2>/dev/null | true
assert "an installation goes on when nobody listens" "$setup" status --root "$root"

# Output that nobody reads
unread=$(dirname "$0")/unread.py
begin
for command in check plan; do
  for signal in TERM INT HUP; do
    "$unread" oe "$signal" "$setup" "$command" "${answers[@]}"
    code=$? output=
    assert_code "SIG$signal ends $command" 21
  done
done
for streams in o oe; do
  begin
  "$unread" "$streams" TERM "$setup" install "${answers[@]}"
  code=$? output=
  assert_code "$streams: an installation that is done says so to nobody" 0
  assert "$streams: it went on to its end" "$setup" status --root "$root"
  "$unread" "$streams" INT "$setup" remove --root "$root"
  code=$? output=
  assert_code "$streams: so does a removal" 0
done
begin
"$setup" install "${answers[@]}" --json >/dev/full 2>"$work/errors"
code=$? output=$(cat "$work/errors")
assert_code "what was done is done although its report could not be written" 0
assert_says "The exit code shows how the run itself ended"

# An installation in a pipe and on a terminal
begin
try "$setup" install "${answers[@]}"
assert_code "an installation" 0
assert_says "\[1/[0-9]+\] Reserve"
assert_says "failover process starts them"
assert_says "load BES"
assert_says "$root/var/log/bes-standby-setup/install-[0-9TZ.]+log"
begin
output=$(on_terminal 60 "$setup" install "${answers[@]}" | tr '\r' '\n' | sed 's/\x1b\[[0-9;]*[mK]//g')
assert_says "\[####################\] 100 %|\[#+\.*\] +[0-9]+ %"
assert_says "done Write the receipt"
never_says '^  \[.{58,}'

# The log
log=$(echo "$root"/var/log/bes-standby-setup/install-*.log)
assert_equal "the log is for administrators" 640 "$(stat -c %a "$log")"
for text in 'begin: ' 'step 1 pair.reserve' 'done [0-9]+ receipt.record' 'end: success'; do
  assert "the log says: $text" grep -qE "$text" "$log"
done
begin
for i in {10..40}; do
  mkdir -p "$root/var/log/bes-standby-setup"
  echo old >"$root/var/log/bes-standby-setup/install-201901${i}T000000.000Z.log"
done
assert "an installation with many old logs" "$setup" install "${answers[@]}"
assert_equal "the newest 20 are kept" 20 "$(find "$root/var/log/bes-standby-setup" -name '*.log' | wc -l)"
begin
touch "$root/var/log/bes-standby-setup"
try env TMPDIR="$work" "$setup" install "${answers[@]}"
assert_code "a log that can't be written is no reason to refuse" 0
assert_says "warning: no log can be written in"
assert "it is elsewhere" compgen -G "$work/bes-standby-setup-*/install-*.log"

finish
