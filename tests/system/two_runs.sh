#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A run that comes while another one changes the same computer is told so, whatever it would find of the other's half-done work.
. "$(dirname "$0")/assertions.sh"

practice_site

# What the other one has put there, and the lock that it holds.
state=$root/var/lib/bes-standby-setup
mkdir -p "$state"
chmod 700 "$state"
mkdir -p "$root/opt/bes-standby/router/bin"
echo "not yet in any receipt" >"$root/opt/bes-standby/router/bin/bes-router"
printf '%s\n' 4711 2026-11-22T10:00:00Z "bes-standby-setup install" >"$state/lock"
chmod 600 "$state/lock"
exec {held}<"$state/lock"
flock "$held"
before=$(snapshot "$root")
for command in check plan install; do
  try "$setup" "$command" "${site[@]}"
  assert_code "$command during another run" 20
  assert_says "process 4711 \(bes-standby-setup install\)"
done
for command in repair remove; do
  try "$setup" "$command" --root "$root" --dry-run
  assert_code "$command during another run" 20
done
assert_equal "nothing was changed" "$before" "$(snapshot "$root")"

flock --unlock "$held"
try "$setup" check "${site[@]}"
assert_code "afterwards what is there is judged" 30
finish
