#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# explain says of every kind of thing where it comes from, how it is now, and how it would be undone.
. "$(dirname "$0")/assertions.sh"

practice_site
explains() { # THING TEXT...
  try "$setup" explain "$1" --root "$root" --database.location "$work/BESMgmt.db"
  assert_code "explain $1" 0
  shift
  local text
  for text in "$@"; do assert_says "$text"; done
}

explains bes-router.service "component +BlackBerry Router .router." "now +not installed" "line [0-9]+"
explains disk.space "finding" "remedy"
assert "the standby is installed" "$setup" install "${site[@]}"
catalogue=$BES_BUILD/share/bes-standby-setup/catalog/bes-5.0-domino.json
explains bes-router.service "package +router" "media +BlackBerry Enterprise Server.*5.0, media.json" "run +[0-9]{8}T" \
  "source +sibling: setup of BES Express" "undo +'remove' stops it"
line=$(grep -n '"unit": "bes-router.service"' "$catalogue" | cut -d : -f 1)
assert_says "line $line"
explains "BlackBerry Router" "bes-router.service"
explains 3101 "listens on it for" "connects to it" "inferred: the Dispatcher"
assert_says "ports.listen.3101, line $(grep -n '"number": 3101' "$catalogue" | sed -n 1s/:.*//p)"
assert_says "ports.connect.3101, line $(grep -n '"number": 3101' "$catalogue" | sed -n 2s/:.*//p)"
explains 3101/tcp "port"
explains router "component" "now +installed"
explains /opt/bes-standby/router/bin/bes-router "package +router" "now +as installed" "'repair' restores it"
echo more >>"$root/opt/bes-standby/router/bin/bes-router"
explains /opt/bes-standby/router/../router/bin/bes-router "now +changed: [0-9]+ bytes, originally"
rm "$root/opt/bes-standby/router/bin/bes-router"
explains /opt/bes-standby/router/bin/bes-router "now +missing"
explains /etc/bes-standby/standby.ini "made by setup from the answers"
explains BES-NORTH "ServerConfig/BES-NORTH" "Installed as primary" "BESPair/BES-NORTH" "is the standby of BES-NORTH" \
  "'remove' takes it away"
explains serverconfig/bes-north-standby "run +[0-9]{8}T"
explains files.publish "step"
explains run.busy "failure"
explains 10 "exit-code" "10 standby-exists"
explains standby-exists "remedy"
explains "$(sqlite3 "$root/var/lib/bes-standby-setup/setup.db" 'SELECT id FROM run')" "A run of install" "now +done"

for wrong in bes-routr.service /opt/bes-standby/nothing 65000 files.publsh ""; do
  try "$setup" explain "$wrong" --root "$root"
  assert_code "explain $wrong is refused" 2
done
try "$setup" explain bes-routr.service --root "$root"
assert_says "did you mean bes-router.service"
try "$setup" explain BES-NORTH --root "$root"
assert_says "no database was named"
try "$setup" explain
assert_code "explain needs a thing" 2
finish
