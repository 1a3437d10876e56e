#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A reservation that outlived its run: taken over at once on the same computer, and said; refused on another until a person
# releases the primary; undone with the run that took it over.
. "$(dirname "$0")/assertions.sh"
root=$work/root
database=$work/BESMgmt.db
fault_at=$BES_BUILD/tests/faults/fault-at
request=(--answer-file "$lab/standby.ini" --root "$root" --database.location "$database")
ask() { sqlite3 "$database" "$1"; }

reserved_by_a_dead_run() { # ID OF PRIMARY, COMPUTER
  cp "$lab/BESMgmt.db" "$database"
  rm -rf "$root"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  ask "INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, Since)
       SELECT Id, MachineName, 'LOST', '$2', 'reserved', '20261120T120000Z-dead', '2026-11-20T12:00:00Z'
       FROM ServerConfig WHERE Id = $1"
}
pairs() { ask "SELECT PrimaryId, StandbyName, StandbyComputer, State FROM BESPair WHERE PrimaryId <> 2"; }

for primary in 1 5; do # the wanted one, and another
  reserved_by_a_dead_run "$primary" standby1
  try "$setup" check "${request[@]}" --standby.computer standby1
  assert_code "check forbids nothing: primary $primary" 0
  assert_says "dead run"
  try "$setup" plan "${request[@]}" --standby.computer standby1
  assert_says "Reserve primary BES-NORTH for this computer; .* dead run 20261120T120000Z-dead"
  try "$setup" install "${request[@]}" --standby.computer standby1
  assert_code "the standby is installed" 0
  assert_says "dead run 20261120T120000Z-dead"
  assert_equal "its pair is the only one" "1|BES-NORTH-standby|standby1|final" "$(pairs)"
done

reserved_by_a_dead_run 1 standby1
before=$(snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup")
try "$setup" install "${request[@]}" --standby.computer standby2
assert_code "another computer is refused" 10
assert_says "bes-standby-setup database release BES-NORTH --database.location $database"
assert_equal "the reservation stays" "1|LOST|standby1|reserved" "$(pairs)"
try "$setup" database release BES-NORTH --database.location "$database"
assert_code "a person releases it" 0
assert_equal "then it is gone" "" "$(pairs)"

[ -x "$fault_at" ] || finish # fault-at is for x86_64 only
export ASAN_OPTIONS=detect_leaks=0 # leaks can't be looked for in a process that is traced
reserved_by_a_dead_run 1 standby1
"$fault_at" "$work/calls" -- "$setup" install "${request[@]}" --standby.computer standby1 >/dev/null
reserved_by_a_dead_run 1 standby1
call=$(grep -m 1 -F "/.staging" "$work/calls" | cut -d ' ' -f 1)
try "$fault_at" "$work/again" "kill@$call" -- "$setup" install "${request[@]}" --standby.computer standby1
assert_code "the installation was killed" 137
assert_equal "killed in the middle it holds the reservation itself" "1|BES-NORTH-standby|standby1|reserved" "$(pairs)"
try "$setup" recover --root "$root"
assert_code "its rollback" 0
assert_equal "leaves the primary free" "" "$(pairs)"
assert_equal "and the computer as before" "$before" "$(snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup")"
finish
