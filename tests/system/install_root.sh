#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs into the file system of a computer that does not run: every file is as on the media, notes.ini has the task,
# the units are enabled as they should be, status says that nothing was started, and a second run has nothing to do.
. "$(dirname "$0")/assertions.sh"

# install_into ROOT NOTES.INI
install_into() {
  "$source_folder/tests/lab/make-computer" "$lab" "$1"
  cp "$2" "$1/local/notesdata/notes.ini"
  cp "$lab/BESMgmt.db" "$1.db"
  try "$setup" install --answer-file "$lab/standby.ini" --root "$1" --standby.computer standby1.example.org \
    --database.location "$1.db"
}
# What the Domino task does to notes.ini, by hand.
edited() { LC_ALL=C sed -E 's/^(ServerTasks=[^\r]*)/\1,BES/' "$1"; }

root=$work/root
install_into "$root" "$lab/computer/notes.ini"
assert_code "the standby is installed" 0
for package in router attachment dispatcher mds-connection collaboration alert controller mail-store policy \
  synchronization messaging-agent; do
  assert "package $package is as it was packed" diff -r --no-dereference "$lab/tree/$package" \
    "$root/opt/bes-standby/$package"
done
refute "what was not chosen is not there" test -e "$root/opt/bes-standby/monitoring"
assert "notes.ini has the task and is otherwise as it was" \
  cmp <(edited "$lab/computer/notes.ini") "$root/local/notesdata/notes.ini"
assert "the service account is in the image" grep -q '^bes:' "$root/etc/passwd"
refute "no staging folder is left" test -e "$root/opt/bes-standby/.staging"

assert_equal "bes-standby.target is enabled" enabled "$(systemctl --root="$root" is-enabled bes-standby.target)"
for unit in bes-active.target bes-policy.service bes-synchronization.service bes-mail-store.service; do
  assert_equal "$unit is not enabled" static "$(systemctl --root="$root" is-enabled "$unit")"
done

try "$setup" status --root "$root"
assert_code "status knows the standby" 0
assert_says "BES-NORTH-standby"
assert_says "will start at the next boot"

before=$(snapshot "$root" "$root.db")
try "$setup" install --answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org \
  --database.location "$root.db"
assert_code "a second run is no error" 0
assert_says "nothing to do"
assert_equal "a second run changes nothing" "$before" "$(snapshot "$root" "$root.db")"

install_into "$work/crlf" "$lab/computer/notes-crlf.ini"
assert_code "with a notes.ini of DOS line ends the standby is installed too" 0
assert "and that notes.ini keeps its line ends" \
  cmp <(edited "$lab/computer/notes-crlf.ini") "$work/crlf/local/notesdata/notes.ini"
finish
