#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What an impatient administrator asks of an installed standby and can't have: each refusal has an exit code, its reason and
# a remedy, and touches nothing. What is there already, or is away already, is nothing to do.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/other_media.sh"

root=$work/root
database=$work/BESMgmt.db
programs=$root/opt/bes-standby
where=(--root "$root")
touched() {
  find "$root" "$database"* \( -path "$root/var/lib/bes-standby-setup" -o -path "$root/var/log/bes-standby-setup" \) -prune \
    -o ! -name 'notes-stand-in.*' -printf '%p %y %m %U:%G %s %i %C@ %l\n' | LC_ALL=C sort
}
asked() { # WHAT CODE TEXT... -- COMMAND [OPTION...]
  local what=$1 wanted=$2 texts=() text before
  shift 2
  while [ "$1" != -- ]; do texts+=("$1"); shift; done
  shift
  before=$(touched)
  try "$setup" "$1" "${where[@]}" "${@:2}"
  assert_code "$what" "$wanted"
  for text in "${texts[@]}"; do assert_says "$text"; done
  assert_equal "$what: nothing is touched" "$before" "$(touched)"
}
query() { sqlite3 "$database" "$@"; }

make_newer_tree "$work/tree"
make_media_of "$work/newer" "$work/tree" "'$.version', '5.0.1'"
cp -a "$lab/media/good" "$work/media"
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"
for command in repair upgrade remove; do
  asked "$command where nothing is installed" 22 "No standby is installed here" "--target.root DIR" -- $command
done
asked "modify where nothing is installed" 22 "No standby is installed here" -- modify --components.omit alert
try "$setup" install --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
  --database.location "$database" --media.folder "$work/media"
assert_code "the standby is installed" 0

# Components
asked "what others need can't be taken away" 14 "mds-connection needs dispatcher" "--components.omit" -- \
  modify --components.omit dispatcher
asked "an unknown component can't be added" 14 "component alrt does not exist \(did you mean alert" -- modify --components.add alrt
asked "nor taken away" 14 "component xyz does not exist; available: router, " -- modify --components.omit xyz
asked "one that is there is nothing to add" 0 "nothing to do" -- modify --components.add alert
asked "one that is not there is nothing to take away" 0 "nothing to do" -- modify --components.omit monitoring
asked "not both" 2 "alert is in components.add and in components.omit" -- modify --components.add alert --components.omit alert
omit=()
for id in $(sqlite3 :memory: "SELECT value ->> 'id' FROM json_each(readfile(
  '$source_folder/resources/catalog/bes-5.0-domino.json'), '\$.components')"); do omit+=(--components.omit "$id"); done
asked "not all can be taken away" 14 "no component is left" "remove the standby" -- modify "${omit[@]}"
asked "nothing to modify was said" 2 "--components.add ID, --components.omit ID" -- modify
asked "a preset is no modification" 2 "unknown option --components.preset" -- modify --components.preset none
asked "nor is another primary" 13 "can't be assigned to BES-TRIAL" "install another one" -- \
  modify --primary.name BES-TRIAL --components.omit alert

# A notes.ini that can't be edited safely
ln "$root/local/notesdata/notes.ini" "$root/local/notesdata/another.ini"
asked "remove with a notes.ini that has two names" 16 "domino.notes-ini" "has 2 names" "samefile" -- remove
asked "a modification that edits it" 16 "has 2 names" -- modify --components.omit messaging-agent
rm "$root/local/notesdata/another.ini"

# The database is away, or is another one
mv "$database" "$database.away"
asked "modify without the database" 7 "can't be read" "when you can reach it" -- modify --components.omit alert
asked "upgrade without the database" 7 "can't be read" "when you can reach it" -- upgrade --media.folder "$work/newer"
asked "repair compares what it can" 0 "nothing to do" "registration can't be compared" -- repair
mv "$database.away" "$database"
asked "another database" 7 "no-such" -- modify --components.omit alert --database.location "$work/no-such.db"

# Promoted
query "UPDATE ServerConfig SET ActsAs = 'primary' WHERE ServerName = 'BES-NORTH-standby'"
asked "a promoted standby is not modified" 24 "acts as primary" "Fail over to BES-NORTH first" "--although-promoted" -- \
  modify --components.omit alert
asked "unless that is said" 0 "Remove 1 unit" -- modify --components.omit alert --although-promoted --dry-run
query "UPDATE ServerConfig SET ActsAs = NULL WHERE ServerName = 'BES-NORTH-standby'"

# The media
asked "other media brings no components" 5 "not the media that the standby was installed from" "upgrade" "--media.folder" -- \
  modify --components.add monitoring --media.folder "$work/newer"
rm "$programs/router/bin/bes-router"
asked "nor repairs" 5 "not the media that the standby was installed from" "--media.folder" -- repair --media.folder "$work/newer"
mv "$work/media" "$work/elsewhere"
asked "media that is gone" 5 "$work/media" "--media.folder DIR" -- repair
asked "also for what it shall bring" 5 "$work/media" "--media.folder DIR" -- modify --components.add monitoring
asked "a folder without media" 5 "$work/tree" "--media.folder DIR" -- repair --media.folder "$work/tree"
try "$setup" repair "${where[@]}" --media.folder "$work/elsewhere"
assert_code "it may be in another place" 0
assert "the file is back" cmp "$lab/tree/router/bin/bes-router" "$programs/router/bin/bes-router"
asked "then all is well" 0 "nothing to do" -- repair
finish
