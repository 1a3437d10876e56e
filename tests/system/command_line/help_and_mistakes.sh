#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Every command explains itself; whatever is misspelt or too much stops with what was probably meant.
. "$(dirname "$0")/../assertions.sh"

unset DISPLAY WAYLAND_DISPLAY
try "$setup"
assert_code "no command is a mistake" 2
assert_says "Usage: bes-standby-setup COMMAND"
mkdir "$work/bin"
ln "$setup" "$work/bin/" 2>/dev/null || cp "$setup" "$work/bin/"
try env DISPLAY=:9 "$work/bin/bes-standby-setup"
assert_code "no command on a desktop, and no wizard beside it" 2
printf '#!/bin/sh\necho "the wizard, with $# words"\n' >"$work/bin/bes-standby-wizard"
chmod +x "$work/bin/bes-standby-wizard"
try env WAYLAND_DISPLAY=wayland-0 "$work/bin/bes-standby-setup"
assert_code "no command on a desktop" 0
assert_says "the wizard, with 0 words"
try "$setup" --help
assert_code "help was asked for" 0
commands=$(sed -n '/^Commands/,/^$/p' <<<"$output" | sed -n 's/^  \([a-z]\+\( [a-z]\+\)\?\)  .*/\1/p')
assert_equal "the commands" "$(printf '%s\n' detect check plan install modify upgrade repair remove engine recover status history explain report \
  'answers new' 'answers check' 'answers seal' 'media capture' 'media create' 'media verify' 'media license' 'media list' \
  'database create' 'database upgrade' 'database copy' 'database show' 'database release' practice help version)" "$commands"

while read -r -a command; do
  try "$setup" "${command[@]}" --help
  assert_code "help of ${command[*]}" 0
  assert_says "Usage: bes-standby-setup ${command[*]}"
  try "$setup" "${command[@]}" --no-such-option
  assert_code "a misspelt option of ${command[*]}" 2
  assert_says "unknown option --no-such-option"
  assert_says "--help' shows its options\\.[[:space:]]*$" # and names no other command behind it
done <<<"$commands"

mistake() { # TEXT WORD...
  local text=$1
  shift
  try "$setup" "$@"
  assert_code "mistake: $*" 2
  assert_says "$text"
}
mistake "did you mean install\?" instal
mistake "did you mean media verify\?" media verfy
mistake "known are capture, create, verify, license, list" media
mistake "did you mean --primary.name\?" install --primary.nmae BES-NORTH
mistake "did you mean --json\?" status --jsno
mistake "did you mean --root\?" status --rot /
mistake "--primary.name needs a value" install --primary.name
mistake "--primary.name needs a value" install --primary.name --json
mistake "--primary.name is given twice" install --primary.name a --primary.name b
mistake "--json takes no value" status --json=yes
mistake "unexpected word now" status now
mistake "takes no option --primary.name" status --primary.name BES-NORTH
mistake "PRIMARY is missing" database release --database.location "$lab/BESMgmt.db"
mistake "--schema is for a script" database create --schema bes_setup --database.location "$work/new.db"
mistake "--schema is for sqlserver only" database create --script --schema bes_setup --database.location "$work/new.db"
mistake "letters, digits and underscores" database create --script --schema "bes setup" --database.backend sqlserver
mistake "the database to fill is missing" database copy --database.location "$lab/BESMgmt.db"
mistake "--out is missing" media create
mistake "--sign takes two files" media create --catalog a --from b --sign c --out d
mistake "--from is missing" media capture
mistake "--sign takes two files" media capture --catalog a --from b --sign c --out d
mistake "does not exist" status --root "$work/nowhere"
mistake "--primary.name NAME" install
mistake "has its own answers" install --plan plan.json --primary.name BES-NORTH
mistake "plan.json: No such file" install --plan "$work/plan.json"
echo '{"format": "something else"}' >"$work/plan.json"
mistake "plan" install --plan "$work/plan.json"

# All mistakes of one run are told at once.
try env BES_STANDBY_PRIMRY_NAME=x "$setup" check --components.preset most --folders.logs relative
assert_code "several mistakes" 2
assert_says "BES_STANDBY_PRIMRY_NAME; did you mean"
assert_says "same-as-primary, failover-capable, none"
assert_says "folders.logs: must be an absolute path"

try "$setup" status --root "$work"
assert_code "no standby" 22

finish
