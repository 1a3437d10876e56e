#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What setup makes of the Domino servers: a cluster that is not in order refuses the installation and changes nothing, what
# can't be found out can be accepted by name, and status tells how far the replication is, until it is ready.
. "$(dirname "$0")/assertions.sh"

root=$work/root
database=$work/BESMgmt.db
report=$root/local/notesdata/notes-stand-in.report
arguments=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org
  --database.location "$database")

scenario() { # NAME: from now on, from its beginning
  echo "{\"based_on\": \"scenarios/$1.json\"}" >"$root/local/notesdata/scenario.json"
  rm -f "$root"/local/notesdata/notes-stand-in.*
}
begin() { # SCENARIO
  rm -rf "$root" "$database"
  "$source_folder/tests/lab/make-computer" "$lab" "$root" "$1"
  cp "$lab/BESMgmt.db" "$database"
}
# refused WHAT SCENARIO ID TEXT [ARGUMENT...]
refused() {
  local what=$1 id=$3 text=$4 before
  begin "$2"
  shift 4
  before=$(snapshot "$root" "$database")
  try "$setup" install "${arguments[@]}" "$@"
  assert_code "$what: refused" 16
  assert_says "\\[$id\\]"
  assert_says "$text"
  assert_equal "$what: nothing is changed" "$before" "$(snapshot "$root" "$database")"
  assert "$what: the stand-in was used well" "$source_folder/tests/lab/judge-report" "$report"
}

refused "no cluster" not-clustered domino.one-cluster "Neither Mail01/Acme nor Mail11/Acme"
refused "two clusters" different-clusters domino.one-cluster "OtherCluster|different"
refused "primary down" primary-down domino.one-cluster "does not respond.*1352"
refused "a cluster of seven" cluster-of-7 domino.cluster-size "7"
refused "no cluster directory" cldbdir-missing domino.cluster-directory "load cldbdir"
refused "no cluster replicator" clrepl-not-running domino.cluster-replicator "load clrepl"
refused "a plain no that is to be accepted" clrepl-not-running domino.cluster-replicator "so you can't accept it" \
  --accept-unknown domino.cluster-replicator
refused "no right to look" no-console-no-statistics domino.cluster-replicator \
  "--domino.accept-unknown domino.cluster-replicator"

begin no-console-no-statistics
try "$setup" check "${arguments[@]}" --accept-unknown domino.one-clusters
assert_code "another id is a mistake" 2
assert_says "did you mean domino.one-cluster"
# What the primary's console answers, handed over instead:
cat >"$work/mail01.txt" <<'END'
> show tasks
Lotus Domino (r) Server (Release 8.5.3 for Windows/32) 11/22/2026 10:14:07 AM
Server name:            Mail01/Acme - Practice
  Task                 Description
  Database Server      Perform console commands
  Cluster Replicator   Idle
  Cluster Directory    Idle
END
try "$setup" check --all "${arguments[@]}" --domino.primary-console "$work/mail01.txt"
assert_code "pasted console output can answer" 0
try "$setup" install "${arguments[@]}" --accept-unknown domino.cluster-replicator
assert_code "what is unknown can be accepted" 0
assert "and the log has it" grep -rq "domino.cluster-replicator warning.*accepted" "$root/var/log/bes-standby-setup"

try "$setup" status --root "$root" --local
assert_code "without asking Domino, status is about this computer" 0
scenario good
try "$setup" status --root "$root"
assert_code "status: ready" 0
assert_says "250 of 250"
scenario no-replicas-yet
try "$setup" status --root "$root"
assert_code "status: replicating" 25
assert_says "0 of 250 .* 250 wait"
scenario some-replicas
try "$setup" status --root "$root" --json
assert_code "status: fault" 26
assert_says '"other_database_in_place": \{ "count": 2'
scenario primary-down
try "$setup" status --root "$root"
assert_code "status: a primary that is down is a fault" 26
assert_says "can't tell"

scenario arriving
try timeout 60 "$setup" status --root "$root" --watch --every 1
assert_code "watched until it is ready" 0
assert_says "ready: 250 of 250"
assert "it was seen to arrive" test "$(grep -c replicating <<<"$output")" -ge 4
assert "the stand-in was used well" "$source_folder/tests/lab/judge-report" "$report"
scenario no-replicas-yet
try timeout 60 "$setup" status --root "$root" --watch --every 1 --limit 2
assert_code "a limit ends the watch with the state that was reached" 25
"$setup" status --root "$root" --watch --every 1 >/dev/null 2>&1 &
watcher=$!
sleep 3
kill $watcher # a shell's job in the background does not take Ctrl-C
wait $watcher
assert_equal "who ends the watch gets the state that was reached" 25 $?
finish
