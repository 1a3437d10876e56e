#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What the journal tells about runs: which there were, what each did, how it ended, and what has changed since.
. "$(dirname "$0")/assertions.sh"

practice_site
journal=$root/var/lib/bes-standby-setup/setup.db
last() { python3 -c "import json, sys; print(json.load(sys.stdin)['runs'][0]['$1'])" <<<"$("$setup" history --root "$root" --json)"; }

try "$setup" history --root "$root"
assert_code "a computer without runs has a history" 0
assert_says "No run has changed this computer"
try "$setup" history show last --root "$root"
assert_code "there is no last run" 2

# One that fails late, one that is done, one that has nothing to do
"$setup" install "${site[@]}" --media.folder "$lab/media/flipped-bit" >/dev/null 2>&1 </dev/null
assert_equal "an installation failed" 5 $?
assert_equal "it was rolled back" rolled-back "$(last outcome)"
assert_equal "with its exit code" "{'number': 5, 'id': 'media'}" "$(last exit_code)"
try "$setup" history show last --root "$root"
assert_says "outcome +rolled back: .*dispatcher"
assert_says "rolled back +[0-9:]{8}"
assert "the standby is installed" "$setup" install "${site[@]}"
try "$setup" install "${site[@]}"
try "$setup" history --root "$root"
echo "$output"
assert_says "install +done"
assert_equal "a run that had nothing to do is not in the history" 2 \
  "$(sqlite3 "$journal" 'SELECT count(*) FROM run')"
assert_equal "it is done" "done" "$(last outcome)"
assert_equal "all its steps are done" "$(last steps)" "$(last steps_done)"
refute "its person is known" test -z "$(last account)"
try "$setup" history show last --root "$root"
assert_says "Move [0-9]+ files into place"
assert_says "log +$root/var/log/bes-standby-setup/install-"
assert_says "done +[0-9:]{8}, [0-9]+ s"
id=$(last run)
try "$setup" history show "${id:0:18}" --root "$root"
assert_code "the beginning of an id is enough" 0
try "$setup" history show "${id%?}x" --root "$root"
assert_code "an unknown run is refused" 2
assert_says "did you mean $id"
for wrong in sho show "show a b" "list last"; do
  read -ra words <<<"$wrong"
  try "$setup" history "${words[@]}" --root "$root"
  assert_code "history $wrong is refused" 2
done

# What has changed since
try "$setup" check "${site[@]}" --since last
assert_says "Since the install of"
assert_says "[0-9]+ new, [0-9]+ gone, [0-9]+ the same"
echo edited >>"$root/opt/bes-standby/router/bin/bes-router"
"$setup" check "${site[@]}" --since last --json >"$work/since.json"
assert "a file that was damaged since is new" python3 -c 'import json, sys
since = json.load(open(sys.argv[1]))["since"]
sys.exit(not [found for found in since["new"] if found["id"].startswith("standby.") or found["id"].startswith("files.")])' "$work/since.json"
try "$setup" check "${site[@]}" --since nothing
assert_code "a check since an unknown run is refused" 2

# What an older setup left is shown as far as it goes
sqlite3 "$journal" "DROP TABLE run_record; DROP TABLE step_record"
try "$setup" history show last --root "$root"
assert_code "a journal of an older setup is shown" 0
assert_says "an older version of setup made it"
try "$setup" check "${site[@]}" --since last
assert_says "run.no-findings"
assert "and setup goes on with it" "$setup" repair --root "$root" --media.trust "$lab/keys/signer.crt"
assert_equal "the repair is in the history" repair "$(last command)"
assert "the receipt is removed" "$setup" remove --root "$root"
assert_equal "so is the removal" remove "$(last command)"
try "$setup" history --root "$root"
echo "$output"
finish
