#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Every command's documents and lines are as the schemas say that they name: where it succeeds, has nothing to do, is refused,
# fails, is cancelled, and where a run was interrupted. json_schemas.py looks at what is said here.
. "$(dirname "$0")/../assertions.sh"
. "$(dirname "$0")/../other_media.sh"

root=$work/root
database=$work/BESMgmt.db
said=$work/said # a file for each call, called like its command
mkdir "$said"
calls=0
answers=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org --database.location "$database")
offline=(--root "$root" --media.trust "$lab/keys/signer.crt")

next() { file="$said/$((++calls)) $1"; }
# keeps COMMAND WORD...: the same, whatever its exit code
keeps() {
  next "$1"
  "$setup" "$@" --json >"$file" 2>/dev/null </dev/null
}
# says CODE COMMAND [WORD...]: with --json; COMMAND has its words in one
says() {
  local wanted=$1 command=$2 words
  shift 2
  read -ra words <<<"$command"
  next "$command"
  "$setup" "${words[@]}" "$@" --json >"$file" 2>"$work/errors" </dev/null
  code=$? output=$(cat "$work/errors")
  assert_code "$command $*" "$wanted"
}
begin() { # SCENARIO
  rm -rf "$root" "$database"
  "$source_folder/tests/lab/make-computer" "$lab" "$root" "$1"
  cp "$lab/BESMgmt.db" "$database"
}

# Programs that write documents of their own
cp "$lab/media/good/media.json" "$said/manifest"
cp "$source_folder/resources/catalog/bes-5.0-domino.json" "$said/catalogue"
for version in "$source_folder"/tests/golden/*.*.*; do # released ones, with every action and every undo
  for document in plan receipt; do
    python3 -c 'import json, sys; print(json.dumps({"$schema": sys.argv[2], **json.load(open(sys.argv[1]))}))' \
      "$version/$document.json" "$document-1.schema.json" >"$said/$document of $(basename "$version")"
  done
done
begin good
"$BES_BUILD/bin/bes-domino-probe" --list --root "$root" >"$said/installations"

says 0 version
says 0 help
says 0 "help" exit-codes
says 0 "help" findings
says 0 "help" media
says 0 "answers new"
says 2 "answers new" "$lab/standby.ini"
says 0 "answers check" "$lab/standby.ini"
says 2 "answers check" /dev/null
echo passphrase >"$work/passphrase" && chmod 600 "$work/passphrase"
next "answers seal"
echo secret | "$setup" answers seal --json --passphrase-file "$work/passphrase" >"$file"
says 2 "answers seal" --passphrase-file "$work/passphrase"
says 2 instal
says 2 install --primary.nmae BES-NORTH

says 0 "media create" --catalog bes-5.0-domino --from "$lab/tree" --out "$work/media" --license-id a --license "$source_folder/app/practice/data/license.en.txt" \
  --sign "$lab/keys/signer.key" "$lab/keys/signer.crt"
says 2 "media create"
"$source_folder/tests/lab/make-primary" "$work/primary"
captured=(--catalog bes-5.0-domino-windows --from "$work/primary/server")
says 0 "media capture" "${captured[@]}" --dry-run
says 0 "media capture" "${captured[@]}" --registry "$work/primary/server.reg" --out "$work/captured" \
  --sign "$lab/keys/signer.key" "$lab/keys/signer.crt"
says 2 "media capture"
cp "$work/captured/media.json" "$said/manifest of captured media"
cp "$source_folder/resources/catalog/bes-5.0-domino-windows.json" "$said/catalogue for Windows"
for media in good unsigned edited-manifest; do says 0 "media list" "$lab/media/$media"; done
says 0 "media license" "$lab/media/good"
says 0 "media verify" "$lab/media/good" --media.trust "$lab/keys/signer.crt"
says 5 "media verify" "$lab/media/flipped-bit" --media.trust "$lab/keys/signer.crt"
says 5 "media verify" "$lab/media/unsigned"

says 0 "database show" --database.location "$database"
says 7 "database show" --database.location "$work/nothing.db"
says 0 "database create" --database.location "$work/new.db"
says 0 "database upgrade" --database.location "$work/new.db"
printf '%s\n' "[database]" "location = $work/copy.db" >"$work/copy.ini"
says 0 "database copy" --database.location "$database" --to "$work/copy.ini"

# Nothing is installed, and Domino says all kinds of things
says 0 detect "${answers[@]}"
says 0 detect --root "$work" --database.location "$work/nothing.db" --media.folder "$lab/media/missing-package"
keeps detect --media.folder "$lab/media/good" --media.trust "$lab/keys/signer.crt" # on this computer, where there are ports
says 2 check
begin no-console-no-statistics
printf '  Task                 Description\n  Cluster Replicator   Idle\n' >"$work/console.txt"
keeps detect "${answers[@]}" --domino.primary-console "$work/console.txt"
for scenario in good not-clustered no-access directory-contradicts arriving replica-ids-differ cluster-of-7 restricted; do
  begin $scenario
  keeps detect "${answers[@]}"
  keeps check "${answers[@]}"
  "$BES_BUILD/bin/bes-domino-probe" --primary=Mail01/Acme "--root=$root" --interval=0 >"$said/probe $scenario"
done
begin good
says 10 plan "${answers[@]}" --primary.name BES-EAST
says 0 plan "${answers[@]}"
cp "$file" "$work/plan.json"
says 2 plan
says 22 status --root "$root"
says 2 status --root "$work/nowhere"
says 0 recover --root "$root"
for command in repair upgrade remove; do says 22 $command --root "$root" --dry-run; done
says 22 modify --root "$root" --components.omit alert
says 10 install "${answers[@]}" --primary.name BES-EAST
says 5 install "${answers[@]}" --media.folder "$lab/media/flipped-bit"

# The engine is given an order of a schema too
order() { # NAME CHANGE
  python3 - "$work/plan.json" "$2" >"$said/order $1" <<'PYTHON'
import json, sys
with open(sys.argv[1]) as file:
    plan = json.load(file)
order = {"$schema": "order-2.schema.json", "format": "bes-standby-setup.order", "format_version": 2, "when_left": "finish",
         "passwords": {"database": "", "domino_http": ""}, "maintenance": None, "recovery": None, "request": plan["request"],
         "plan": plan}
exec(sys.argv[2])
print(json.dumps(order))
PYTHON
  next engine
  "$setup" engine <"$said/order $1" >"$file"
  code=$?
}
order maintenance "order.update(plan=None, maintenance={'kind': 'remove', 'accept_promoted': False, 'keep_registration': False,
  'remove_logs': False, 'allow_downgrade': False, 'add': [], 'omit': []})"
assert_code "the engine has nothing to remove" 22
order recover "order.update(plan=None, recovery='rollback')"
assert_code "the engine has nothing to recover" 0
order ask "order.update(plan=None, ask_domino=True)"
assert_code "the engine asks the Domino servers" 0
next engine
echo rubbish | "$setup" engine >"$file"

# A plan with a schema and one of before
python3 -c 'import json, sys
def old(it):
    if isinstance(it, dict): return {key: old(value) for key, value in it.items() if key != "$schema"}
    return [old(each) for each in it] if isinstance(it, list) else it
json.dump(old(json.load(open(sys.argv[1]))), open(sys.argv[2], "w"))' "$work/plan.json" "$work/old.json"
says 0 install --plan "$work/plan.json"
says 0 remove --root "$root"
begin good
says 0 install --plan "$work/old.json"
cp "$root/var/lib/bes-standby/receipt.json" "$said/receipt"

says 0 install "${answers[@]}"
says 0 status --root "$root"
says 0 status --root "$root" --local
says 0 status --root "$root" --watch --limit 1
says 0 status --root "$root" --follow
says 0 history --root "$root"
says 0 history show last --root "$root"
says 2 history show nothing --root "$root"
says 0 check "${answers[@]}" --since last
for thing in bes-router.service 3101 router disk.space install.run 3 /opt/bes-standby/router ServerConfig/BES-NORTH; do
  keeps explain "$thing" --root "$root" --database.location "$database"
done
says 2 explain nonsense --root "$root"
says 0 report "${answers[@]}" --local --dry-run
says 0 report --output "$work/report.tar.gz" --root "$root"
says 2 report --output "$work/report.tar.gz" --root "$root"
says 0 detect "${answers[@]}"
says 0 check "${answers[@]}"
says 0 repair "${offline[@]}" # nothing to do
echo edited >>"$root/etc/bes-standby/standby.ini"
rm "$root/opt/bes-standby/router/share/doc/README"
says 26 status --root "$root"
says 0 repair "${offline[@]}" --dry-run
says 0 repair "${offline[@]}"
says 14 modify "${offline[@]}" --components.omit dispatcher
says 0 modify "${offline[@]}" --components.omit alert --dry-run
says 0 modify "${offline[@]}" --components.omit alert
make_newer_tree "$work/newer-tree"
make_media_of "$work/newer" "$work/newer-tree" "'$.version', '5.0.1'"
says 12 upgrade "${offline[@]}" --media.folder "$work/newer"
sqlite3 "$database" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
says 0 upgrade "${offline[@]}" --media.folder "$work/newer" --dry-run
says 0 upgrade "${offline[@]}" --media.folder "$work/newer"
for scenario in no-replicas-yet primary-down queue-grows; do
  echo "{\"based_on\": \"scenarios/$scenario.json\"}" >"$root/local/notesdata/scenario.json"
  rm -f "$root"/local/notesdata/notes-stand-in.*
  keeps status --root "$root"
  keeps status --root "$root" --watch --every 1 --limit 1
done
says 0 remove --root "$root" --dry-run
says 0 remove --root "$root"
says 22 remove --root "$root"
says 2 "database release" BES-SOUTH --standby BES-NORTH-standby --database.location "$database"

begin good
says 0 install "${answers[@]}"
sqlite3 "$database" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
says 0 install "${answers[@]}" --media.folder "$work/newer"

# What others have in the places of setup is kept
begin good
mkdir -p "$root/etc/bes-standby" "$root/opt/bes-standby/router/bin"
echo theirs >"$root/etc/bes-standby/standby.ini"
ln -s nowhere "$root/opt/bes-standby/router/bin/bes-router"
says 30 check "${answers[@]}"
says 0 detect "${answers[@]}"
says 0 plan "${answers[@]}" --existing.files keep
says 0 install "${answers[@]}" --existing.files keep
says 0 status --root "$root" --local
says 0 remove --root "$root" --dry-run

# A run that fails late is rolled back
begin good
mkdir "$root/opt/bes-standby"
next install
(ulimit -f 100; exec "$setup" install "${answers[@]}" --json) >"$file" 2>&1 </dev/null
keeps history --root "$root"
keeps history show last --root "$root"

# A run that is killed, and one that a signal cancels
fault_at=$BES_BUILD/tests/faults/fault-at
if [ -x "$fault_at" ]; then
  export ASAN_OPTIONS=detect_leaks=0
  begin good
  "$fault_at" "$work/calls" -- "$setup" install "${answers[@]}" >/dev/null
  middle=$(grep -m 1 -E 'mkdir .*/etc/bes-standby/.replaced|/etc/bes-standby/.standby.ini' "$work/calls" | cut -d ' ' -f 1)
  for how in --rollback --resume; do
    begin good
    "$fault_at" "$work/again" "kill@$middle" -- "$setup" install "${answers[@]}" >/dev/null 2>&1
    keeps status --root "$root"
    keeps detect "${answers[@]}"
    keeps history --root "$root"
    keeps status --root "$root" --follow
    says 0 recover --root "$root" $how
  done
  begin good
  "$fault_at" "$work/again" "kill@$middle" -- "$setup" install "${answers[@]}" >/dev/null 2>&1
  says 0 "database release" BES-NORTH --database.location "$database"
  mv "$database" "$database.away"
  says 19 recover --root "$root"
  keeps status --root "$root"
fi
begin hangs-at-ping
next check
"$setup" check "${answers[@]}" --json >"$file" 2>/dev/null </dev/null &
sleep 2 && kill -TERM $!
wait $!
code=$? output=
assert_code "check is cancelled" 21

# A run that is under way, and is cancelled
begin good
sqlite3 "$database" "BEGIN IMMEDIATE" ".system touch $work/locked; while test -e $work/locked; do sleep 0.1; done" &
until [ -e "$work/locked" ]; do sleep 0.1; done
next install
"$setup" install "${answers[@]}" --json >"$file" 2>/dev/null </dev/null &
process=$!
next status
"$setup" status --root "$root" --follow --json >"$file" 2>/dev/null </dev/null &
follower=$!
for ((i = 0; i < 100; ++i)); do
  keeps status --root "$root"
  ! grep -q '"under_way": { *"process": [1-9]' <(tr -d '\n' <"$file") || break
  sleep 0.1
done
assert "status says that a run is under way" test $i -lt 100
kill -TERM $process
rm "$work/locked"
wait $process
code=$? output=
assert_code "install is cancelled" 21
wait $follower

# Practice: the computer and the folder of its database are marked
begin good
touch "$root/etc/bes-standby-practice" "$(dirname "$database")/PRACTICE"
says 22 status --root "$root"
says 0 detect "${answers[@]}"
says 0 check "${answers[@]}"
says 0 install "${answers[@]}"
says 0 status --root "$root" --local
says 0 repair --root "$root"
says 0 remove --root "$root"
rm "$(dirname "$database")/PRACTICE"
assert "documents say that they are about practice" grep -q '"practice": *true' "$file"

try /usr/bin/python3 -B "$(dirname "$0")/json_schemas.py" "$source_folder/resources/json-schemas" "$BES_BUILD/documents" "$said"
assert_code "the schemas describe all of it" 0
echo "$output"
finish
