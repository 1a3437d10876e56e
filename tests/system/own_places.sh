#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Whatever stands where setup keeps its own (state, readable receipt, log) and is not setup's is named by check, makes a run
# refuse with the same exit code, and is neither followed nor changed.
. "$(dirname "$0")/assertions.sh"

root=$work/root
database=$work/BESMgmt.db
state=$root/var/lib/bes-standby-setup
receipt=$root/var/lib/bes-standby

begin() {
  rm -rf "$root" "$database"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$database"
  mkdir -p "$root/srv/others" "$root/var/lib" "$root/var/log"
  chmod 711 "$root/srv/others"
  echo mine >"$root/srv/others/receipt.json"
}
asked() {
  try "$setup" "$@" --answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org \
    --database.location "$database"
}
everything() { snapshot "$root" "$database"; }

# refused WHAT CODE TEXT: by check and by install alike, and nothing is changed
refused() {
  local before command
  before=$(everything)
  for command in check install; do
    asked "$command"
    assert_code "$command refuses $1" "$2"
    assert_says "$3"
  done
  assert_equal "$1: nothing is changed" "$before" "$(everything)"
}

# The folder of the readable receipt
begin
echo mine >"$receipt" && chmod 600 "$receipt"
refused "a file in the place of the receipt's folder" 30 "/var/lib/bes-standby \(file of .*Move these files away"
begin
ln -s /srv/others "$receipt"
refused "a link in the place of the receipt's folder" 30 "/var/lib/bes-standby \(symbolic link of .*Move these files away"
begin
mkfifo "$receipt"
refused "a pipe in the place of the receipt's folder" 30 "/var/lib/bes-standby \(pipe of .*Move these files away"

# The state folder
for other in /srv/others /srv/nowhere; do
  begin
  ln -s "$other" "$state"
  refused "a state folder that is a link to $other" 3 "bes-standby-setup is a symbolic link.*Replace the link"
done
begin
echo mine >"$state"
refused "a state folder that is a file" 3 "bes-standby-setup is a file.*Move it away"

# The journal: what is no journal is named with what to do, by every command, and stays as it is
begin
asked install
assert_code "it is installed" 0
mv "$state/setup.db" "$work/journal"
# unusable WHAT TEXT
unusable() {
  local before words
  before=$(everything)
  refused "$1" 3 "$2"
  for words in status recover repair remove; do
    try "$setup" $words --root "$root"
    assert_says "$2"
    refute "$words fails where the journal is $1" [ "$code" -eq 0 ]
  done
  assert_equal "$1: no command changes it" "$before" "$(everything)"
}
head -c 5000 /dev/urandom >"$state/setup.db"
unusable "no database" "setup.db.*not written by setup, or is damaged.*from a backup"
rm "$state/setup.db"
sqlite3 "$state/setup.db" 'CREATE TABLE mine (x)'
unusable "a database of others" "setup.db.*not written by setup, or is damaged.*from a backup"
rm "$state/setup.db"
mkdir "$state/setup.db"
unusable "a folder" "setup.db is a folder, but must be a file.*from a backup"
rmdir "$state/setup.db"
mkfifo "$state/setup.db"
unusable "a pipe" "setup.db is a pipe, but must be a file.*from a backup"
rm "$state/setup.db"
cp "$work/journal" "$state/setup.db"
sqlite3 "$state/setup.db" 'PRAGMA user_version = 9'
unusable "of a newer setup" "newer version of setup.*Use that version"
cp "$work/journal" "$state/setup.db"
for kind in "a folder:mkdir" "a pipe:mkfifo"; do
  ${kind#*:} "$state/lock"
  unusable "locked by ${kind%:*}" "lock is ${kind%:*}, but must be a file.*remove"
  rm -r "$state/lock"
done
try "$setup" status --root "$root" --local
assert_code "with its journal and without such a lock all is well" 0

# Of an installed standby: neither the life of the standby nor its removal hangs on the copy of the receipt
begin
others=$(snapshot "$root/srv")
asked install
assert_code "it is installed" 0
mv "$receipt" "$root/srv/receipt-of-setup" && ln -s /srv/others "$receipt"
try "$setup" repair --root "$root" --database.location "$database"
assert_code "it is repaired where a link took the place of the receipt's folder" 0
assert_says "bes-standby is a symbolic link"
try "$setup" remove --root "$root"
assert_code "it is removed" 0
assert "the link stays" test -L "$receipt"
rm -rf "$root/srv/receipt-of-setup"
assert_equal "what it leads to is as it was" "$others" "$(snapshot "$root/srv")"

# The log goes elsewhere
begin
ln -s /srv/others "$root/var/log/bes-standby-setup"
others=$(snapshot "$root/srv")
asked install
assert_code "it is installed where a link is in the place of the log folder" 0
assert_says "symbolic link, which setup does not follow"
assert_equal "what it leads to is as it was" "$others" "$(snapshot "$root/srv")"
finish
