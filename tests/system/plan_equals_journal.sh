#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What `plan --json` prints is what `install` executes: the plan in the journal of the installation is the same document.
. "$(dirname "$0")/assertions.sh"

practice_site

assert "a plan is made" "$setup" plan "${site[@]}" --json
"$setup" plan "${site[@]}" --json >"$work/plan.json"
assert "the standby is installed" "$setup" install "${site[@]}"
sqlite3 "$root/var/lib/bes-standby-setup/setup.db" "SELECT writefile('$work/journal.json', plan) FROM run" >/dev/null
assert "the journal's plan is the one that was printed" cmp "$work/plan.json" "$work/journal.json"
assert_equal "one run is in the journal" 1 "$(sqlite3 "$root/var/lib/bes-standby-setup/setup.db" 'SELECT count(*) FROM run')"
finish
