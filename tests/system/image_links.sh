#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The symbolic links of an image lead to where they lead on that computer: a standby is installed into it, repaired, asked
# about and removed, and nothing outside the image changes, whatever the host has at the same paths.
. "$(dirname "$0")/assertions.sh"

root=$work/root
outside=$work/outside # what the host has where the image's absolute links lead to
case $work in
  /root/* | /home/* | /tmp/* | /var/tmp/*) # which the services would not see
    outside=$(mktemp -d /srv/bes-standby-links.XXXXXX 2>/dev/null) || skip "needs a folder outside of homes"
    chmod 755 "$outside"
    ;;
esac
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$work/site.db"

# moves INSIDE TARGET: the folder moves to TARGET in the image, and an absolute link leads there
moves() {
  mkdir -p "$root$(dirname "$2")" "$(dirname "$root$1")"
  if [ -e "$root$1" ]; then mv "$root$1" "$root$2"; else mkdir -p "$root$2"; fi
  ln -s "$2" "$root$1"
  mkdir -p "$2"
}
clean_ups+=("rm -rf $outside")
mkdir -p "$outside"
moves /opt/hcl "$outside/hcl"
moves /var/log "$outside/log"
moves /var/lib "$outside/lib"
moves /etc/systemd "$outside/systemd"
moves /local "$outside/local"
mkdir -p "$root$outside/opt"
rm -rf "$root/opt/bes-standby" && ln -s "$outside/opt" "$root/opt/bes-standby" && mkdir "$outside/opt"
ini=$root$outside/local/notesdata/notes.ini
mkdir -p "$outside/local/notesdata"
cp "$ini" "$outside/local/notesdata/notes.ini"
ln -s ../../../../../../../../../../../../../../../etc "$root/up"
before=$(snapshot "$outside")

run() {
  try "$setup" "$@" --answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org \
    --database.location "$work/site.db"
}
run install
assert_code "the standby is installed" 0
assert "its programs are where the link leads in the image" test -d "$root$outside/opt/router"
assert "its units too" test -f "$root$outside/systemd/system/bes-standby.target"
assert "it is enabled there" test -L "$root$outside/systemd/system/multi-user.target.wants/bes-standby.target"
assert "its journal too" test -f "$root$outside/lib/bes-standby-setup/setup.db"
assert "its log too" test -d "$root$outside/log/bes-standby-setup"
assert "notes.ini has the task where the link leads" grep -q '^ServerTasks=.*,BES' "$ini"
assert_equal "nothing outside has changed" "$before" "$(snapshot "$outside")"

try "$setup" status --root "$root"
assert_says "BES-NORTH-standby"
run install
assert_says "nothing to do"
rm "$root$outside/opt/router/"*/*
try "$setup" repair --root "$root"
assert_code "it is repaired" 0
assert "the package is whole again" diff -r --no-dereference "$lab/tree/router" "$root$outside/opt/router"
assert_equal "nothing outside has changed" "$before" "$(snapshot "$outside")"

try "$setup" remove --root "$root"
assert_code "it is removed" 0
refute "its programs are gone" test -e "$root$outside/opt/router"
refute "its units are gone" test -e "$root$outside/systemd/system/bes-standby.target"
assert "notes.ini is as it was" cmp "$outside/local/notesdata/notes.ini" "$ini"
assert_equal "nothing outside has changed" "$before" "$(snapshot "$outside")"

rm "$root/opt/bes-standby"
ln -s /opt/round "$root/opt/bes-standby"
ln -s /opt/bes-standby "$root/opt/round"
run install
assert_says "symbolic link"
refute "links in a circle are refused" [ "$code" -eq 0 ]
assert_equal "nothing outside has changed" "$before" "$(snapshot "$outside")"
finish
