#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# An installation that is killed: status and recover tell of it, recover undoes or finishes it without its media or its
# database, and who comes while a run is under way is told who that is.
. "$(dirname "$0")/assertions.sh"
fault_at=$BES_BUILD/tests/faults/fault-at
[ -x "$fault_at" ] || skip "fault-at is for x86_64 only"

root=$work/root
media=$work/media
cp -r "$lab/media/good" "$media"
request=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org
  --database.location "$work/BESMgmt.db" --media.folder "$media")
export ASAN_OPTIONS=detect_leaks=0 # it can't be done in a process that is traced

# Setup's own record stays.
everything() { snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup"; }
pair() { sqlite3 "$work/BESMgmt.db" "SELECT State FROM BESPair WHERE PrimaryId = 1"; }
begin() { # a computer before the installation
  rm -rf "$root" "$work/BESMgmt.db"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
  before=$(everything)
}
value() { sqlite3 :memory: "SELECT json_extract(readfile('$work/$1'), '$2')"; }
call_of() { grep -m 1 -E "$1" "$work/calls" | cut -d ' ' -f 1; }
install_and_die_at() { # the call that wrote the line with this pattern in a good run
  begin
  "$fault_at" "$work/again" "kill@$(call_of "$1")" -- "$setup" install "${request[@]}" >/dev/null 2>&1
  assert_equal "the installation was killed" 137 $?
}

begin
"$fault_at" "$work/calls" -- "$setup" install "${request[@]}" >/dev/null
begin
try "$setup" recover --root "$root"
assert_code "nothing to recover" 0
assert_says "Nothing to recover"
assert_equal "and no trace of it" "$before" "$(everything)"
refute "not even a state folder" test -e "$root/var/lib/bes-standby-setup"

install_and_die_at 'mkdir .*/etc/bes-standby/.replaced|/etc/bes-standby/.standby.ini'
mv "$media" "$media.away"
try "$setup" status --root "$root"
assert_says "install of 20.* was interrupted.*bes-standby-setup recover"
try "$setup" recover --root "$root" --resume --rollback
assert_code "one of --resume and --rollback" 2
try "$setup" recover --root "$root"
assert_code "without its media an installation is undone" 0
assert_says "The install of 20[-0-9T:]+Z was interrupted when [0-9]+ of its 11 steps were done"
assert_says "Rolled back: everything is as before"
assert_equal "so it is" "$before" "$(everything)"
assert_equal "in the database too" "" "$(pair)"
mv "$media.away" "$media"

install_and_die_at ' mkdirat .*/\.staging/'
mv "$media" "$media.away"
try "$setup" recover --root "$root" --resume
assert_code "without its media it is not finished" 5
assert_says "the run must unpack packages from the media $media"
assert_says "recover --rollback"
mv "$media.away" "$media"
"$setup" recover --root "$root" --resume --json >"$work/lines"
head -n 1 "$work/lines" >"$work/first"
tail -n 1 "$work/lines" >"$work/last"
assert_equal "the first line tells what was interrupted" "bes-standby-setup.recover|begin|install" \
  "$(value first '$.format')|$(value first '$.event')|$(value first '$.interrupted.command')"
assert_equal "with the media it is" "finished|success" "$(value last '$.outcome')|$(value last '$.exit_code.id')"
try "$setup" status --root "$root"
assert_code "the standby is installed" 0

install_and_die_at 'renameat .*/\.notes\.ini\.'
mv "$work/BESMgmt.db" "$work/BESMgmt.away"
try "$setup" recover --root "$root"
assert_code "without its database it can't be undone completely" 19
assert_says "Not everything could be rolled back"
assert_says "$work/BESMgmt.db does not exist"
assert_equal "but the computer is as before" "$before" "$(everything)"
try "$setup" status --root "$root"
assert_says "Still to roll back: Reserve"
mv "$work/BESMgmt.away" "$work/BESMgmt.db"
assert_equal "the reservation is still there" final "$(pair)"
try "$setup" recover --root "$root"
assert_code "with the database what is left is undone" 0
assert_equal "the reservation is released" "" "$(pair)"

# A removal that is killed after its receipt is gone, with a password that it has to have again.
password=$work/password
(umask 077 && echo secret >"$password")
begin
"$setup" install "${request[@]}" --database.password "file:$password" >/dev/null
cp -a "$root" "$work/installed" && cp "$work/BESMgmt.db" "$work/installed.db"
"$fault_at" "$work/calls" -- "$setup" remove --root "$root" >/dev/null
rm -r "$root" && mv "$work/installed" "$root" && mv "$work/installed.db" "$work/BESMgmt.db"
before_last=$(call_of "$work/BESMgmt.db")
"$fault_at" "$work/again" "kill@$before_last" -- "$setup" remove --root "$root" >/dev/null 2>&1
try "$setup" status --root "$root"
assert_says "The remove of 20.* is not finished"
mv "$password" "$password.away"
try "$setup" remove --root "$root"
assert_code "without the password that it was told of it is not finished" 2
assert_says "$password: .*--database.password SECRET"
try "$setup" remove --root "$root" --database.password "file:$password.away"
assert_code "with another one the same command finishes it" 0
assert_equal "the standby is gone" "$before" "$(everything)"
assert_equal "in the database too" "" "$(pair)"

begin
# The database is kept locked, so that the run waits.
sqlite3 "$work/BESMgmt.db" "BEGIN IMMEDIATE" ".system touch $work/locked; while test -e $work/locked; do sleep 0.1; done" &
until [ -e "$work/locked" ]; do sleep 0.05; done
"$setup" install "${request[@]}" >/dev/null 2>&1 &
process=$!
has_begun() { # read from a copy, so that it is in nobody's way
  cp "$root/var/lib/bes-standby-setup/setup.db" "$work/look.db" 2>/dev/null &&
    [ "$(sqlite3 "$work/look.db" "SELECT count(*) FROM run WHERE state NOT IN ('ended', 'undone')" 2>/dev/null)" = 1 ]
}
until has_begun; do sleep 0.05; done
try "$setup" status --root "$root"
assert_code "status says that a run is under way" 20
assert_says "process $process \(.*bes-standby-setup install\), since 20"
assert_says "no standby is installed here"
kill -STOP $process # its patience with the database does not end meanwhile, however busy the computer is
try "$setup" install "${request[@]}"
assert_code "a second run is refused" 20
assert_says "process $process \(.*bes-standby-setup install\), since 20"
try "$setup" recover --root "$root"
assert_code "so is recover" 20
assert_says "process $process"
try "$setup" status --root "$root" --json
assert_code "status says it also while the run is stopped" 20
assert_says "\"under_way\": \{ \"process\": $process, \"program\": \".*bes-standby-setup install\""
rm "$work/locked"
kill -CONT $process
wait
try "$setup" status --root "$root"
assert_code "the first one went on" 0
finish
