#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Planning at the desk: with the facts of a computer, check and plan say elsewhere what they say there; and what would be if a fact
# were another one.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/other_media.sh"

practice_site
facts=$work/facts.json

# Without what only one of both can say: the origin of the facts, and whether the packages were read.
same_findings() { # WHAT
  assert_equal "$1" "$(without_origin "$work/here.json")" "$(without_origin "$work/desk.json")"
}
without_origin() {
  python3 -c 'import json, sys
document = json.load(open(sys.argv[1]))
document["findings"] = [found for found in document["findings"] if found["id"] not in ("facts.seen", "media.packages")]
print(json.dumps(document, indent=1))' "$1"
}
both() { # COMMAND WORD...: here, then at the desk
  "$setup" "$@" "${site[@]}" --json >"$work/here.json" 2>"$work/here.errors"
  here=$?
  "$setup" "$@" "${site[@]}" --facts "$facts" --json >"$work/desk.json" 2>"$work/desk.errors"
  desk=$?
  assert_equal "$1 has the same exit code at the desk" $here $desk
}

# What of the disk is free, in whole GiB, may change between two looks: then there are other facts.
for look in 1 2 3 4 5; do
  try "$setup" detect "${site[@]}" --json
  assert_code "facts are written, look $look" 0
  echo "$output" >"$facts"
  both check
  [ "$(grep ' free on ' "$work/here.json")" != "$(grep ' free on ' "$work/desk.json")" ] || break
done
same_findings "check says the same at the desk"
both plan
assert "the plan at the desk is the same, byte by byte" cmp "$work/here.json" "$work/desk.json"
assert "the origin of the facts is said" grep -q "These are facts of standby1, " "$work/desk.errors"
cp "$work/desk.json" "$work/plan.json"

# The desk has nothing of what the facts are about
mv "$root" "$work/away" && mv "$work/BESMgmt.db" "$work/away.db"
try "$setup" plan "${site[@]}" --facts "$facts" --json
assert_code "a plan is made where there is neither computer nor database" 0
mv "$work/away" "$root" && mv "$work/away.db" "$work/BESMgmt.db"

# Another primary, other folders: what was not looked for is not taken for seen
try "$setup" check "${site[@]}" --facts "$facts" --primary.name BES-HERE
assert_says "made with another primary: BES-NORTH, now BES-HERE"
try "$setup" check "${site[@]}" --facts "$facts" --folders.install /srv/bes
assert_says "made with another folder for programs: /opt/bes-standby, now /srv/bes"
try "$setup" check --answer-file "$lab/standby.ini" --database.location "$work/BESMgmt.db" --facts "$facts"
assert_code "facts of another computer are refused" 2
assert_says "facts.computer"

# What if
try "$setup" check "${site[@]}" --facts "$facts" --set primary.version=5.0.1
assert_code "a primary of another version would block" 12
assert_says "Some facts are assumed, not seen .facts.assumed. primary.version=5.0.1"
try "$setup" check "${site[@]}" --set primary.version=5.0.1
assert_code "the same without a file" 12
try "$setup" check "${site[@]}" --facts "$facts" --set space.available=1MiB --set administrator=no
assert_says "not enough space"
assert_says "setup.privileges"
try "$setup" check "${site[@]}" --facts "$facts" --set space.available=2000000000000
assert_code "a number of bytes needs no unit" 0
for wrong in primary.vers=5 primary.version administrator=perhaps space.available=much ports.in-use=1 installed=yes; do
  try "$setup" plan "${site[@]}" --facts "$facts" --set "$wrong"
  assert_code "--set $wrong is refused" 2
  assert_says "facts.set"
done
try "$setup" plan "${site[@]}" --facts "$facts" --set primary.vers=5
assert_says "did you mean primary.version"
try "$setup" help check
assert_says "Facts for --set.*primary.version=VERSION Version of the primary."
"$setup" plan "${site[@]}" --set computer.name=other.example.org --json >"$work/assumed.json" 2>/dev/null
try "$setup" install --plan "$work/assumed.json"
assert_code "a plan of assumed facts is not executed" 17

# Files that are no facts
for wrong in /dev/null "$work/nothing" "$lab" "$work/plan.json" "$lab/standby.ini"; do
  try "$setup" check "${site[@]}" --facts "$wrong"
  assert_code "$(basename "$wrong") is not taken for facts" 2
done
head -c 20000 "$facts" >"$work/cut.json"
try "$setup" check "${site[@]}" --facts "$work/cut.json"
assert_says "incomplete or damaged.*detect --json"
sed 's/"format_version": 2/"format_version": 1/' "$facts" >"$work/old.json"
try "$setup" check "${site[@]}" --facts "$work/old.json"
assert_says "version 1 of their format, made by an older setup"
sed 's/"seen_at": "20../"seen_at": "2001/' "$facts" >"$work/aged.json"
try "$setup" check "${site[@]}" --facts "$work/aged.json"
assert_says "facts of standby1 are [0-9]+ days old .facts.seen"
assert "facts come through a pipe" bash -c "'$setup' plan ${site[*]} --facts <(cat '$facts')"

# After the installation, with the same media and with newer media
assert "the plan that was made at the desk is executed" "$setup" install --plan "$work/plan.json"
"$setup" detect "${site[@]}" --json >"$facts"
both plan
assert "there is nothing to do, at the desk too" cmp "$work/here.json" "$work/desk.json"
make_newer_tree "$work/newer-tree"
make_media_of "$work/newer" "$work/newer-tree" "'$.version', '5.0.1'"
sqlite3 "$work/BESMgmt.db" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
site+=(--media.folder "$work/newer")
"$setup" detect "${site[@]}" --json >"$facts"
both plan
assert "an upgrade is planned at the desk too" cmp "$work/here.json" "$work/desk.json"
both check
same_findings "check of an upgrade says the same at the desk"

# No secret is in it
sqlite3 "$work/BESMgmt.db" "SELECT SRPAuthenticationKey FROM ServerConfig WHERE SRPAuthenticationKey <> ''" >"$work/keys"
assert "the database has keys" test -s "$work/keys"
refute "no key is in the facts" grep -qFf "$work/keys" "$facts"
finish
