#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# status --follow shows the run of another process as it goes on, and ends as that ends: done, cancelled, killed; and says where
# there is none.
. "$(dirname "$0")/assertions.sh"

begin() {
  rm -rf "$work/root" "$work/BESMgmt.db"*
  practice_site
}
# A run that waits in one of its steps for as long as the file "locked" is there
hold() {
  sqlite3 "$work/BESMgmt.db" "BEGIN IMMEDIATE" ".system touch $work/locked; while test -e $work/locked; do sleep 0.1; done" &
  until [ -e "$work/locked" ]; do sleep 0.1; done
  "$setup" install "${site[@]}" >"$work/installed" 2>&1 </dev/null &
  process=$!
  for ((i = 0; i < 200; ++i)); do # first it looks, without a trace
    "$setup" status --local --root "$root" >/dev/null 2>&1
    [ $? -ne 20 ] || return 0
    sleep 0.1
  done
  not_so "the run takes its lock" "$(cat "$work/installed")"
}
follow() {
  : >"$work/followed"
  "$setup" status --follow --root "$root" "$@" >"$work/followed" 2>&1 </dev/null &
  follower=$!
  for ((i = 0; i < 100; ++i)); do
    ! grep -qE 'In progress|under-way' "$work/followed" || return 0
    sleep 0.1
  done
  not_so "the follower sees the run" "$(cat "$work/followed")"
}
ended() { # WHAT CODE
  wait $follower
  code=$? output=$(cat "$work/followed")
  assert_code "$1" "$2"
}

begin
try "$setup" status --follow --root "$root"
assert_code "without a run there is nothing to follow" 0
assert_says "No run is in progress"

hold
follow
rm "$work/locked"
wait $process
assert_equal "the run is done" 0 $?
ended "the follower ends with the run's exit code" 0
echo "$output"
assert_says "In progress: process $process"
assert_says "Move [0-9]+ files into place"
assert_says "has ended: done"
try "$setup" status --follow --root "$root"
assert_says "No run is in progress. The last one: install .*: done"

begin
hold
follow --json
kill -TERM $process
rm "$work/locked"
wait $process
ended "a run that was cancelled is followed to its end" 21
assert "the last line has the outcome" grep -q '"outcome":"rolled-back"' <(tail -n 1 "$work/followed")

begin
hold
follow
sleep 1
kill -KILL $process
ended "a run that was killed is interrupted" 23
assert_says "recover"
rm "$work/locked"
wait 2>/dev/null

# An ordinary account of an image can't even see the lock
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$work" "$work/root"
  for json in "" --json; do
    try setpriv --reuid 65534 --regid 65534 --clear-groups "$setup" status --follow --root "$root" $json
    assert_code "in an image an ordinary account is told that it may not look: $json" 4
    assert_says "state.private.*root"
  done

  # On the running system root's note tells it who runs what: here one that is written by hand, in a view of the computer of its own
  cat >"$work/as_somebody" <<'END'
mount -t tmpfs tmpfs /var/lib && mkdir -m 700 /var/lib/bes-standby-setup
mount -t tmpfs tmpfs /run
process=$(sleep 3 >/dev/null & echo $!) # not a child that nobody waits for
printf '%s\n' "$process" 2026-11-29T10:00:00Z "bes-standby-setup install" "$(cut -d ' ' -f 22 "/proc/$process/stat")" alice >/run/bes-standby-setup.run
exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
END
  try unshare --mount bash "$work/as_somebody" "$setup" status --follow
  assert_code "an ordinary account is told that the run has ended, and that only an administrator sees how" 4
  assert_says "In progress: process [0-9]+ .bes-standby-setup install.*alice.*administrator only.*has ended.*history"
  try unshare --mount bash "$work/as_somebody" "$setup" status --follow --json
  assert_code "in JSON too" 4
  assert_says '"outcome":"hidden".*"account":"alice".*"outcome":"unseen".*"id":"privileges"'
fi

try "$setup" status --follow --watch --root "$root"
assert_code "--follow and --watch exclude each other" 2
finish
