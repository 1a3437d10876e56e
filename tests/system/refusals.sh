#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What setup refuses ends with an exit code of its own, a reason and a remedy, and changes nothing: the file system of the
# computer, the database and the media are byte-identical before and after. (What only a running systemd shows is in
# box_refusals.sh.)
. "$(dirname "$0")/assertions.sh"

root=$work/root
database=$work/BESMgmt.db
media=$lab/media

begin() {
  rm -rf "$root" "$database"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$database"
}
everything() { snapshot "$root" "$database"; }

install_arguments=(--target.root "$root" --standby.computer standby1.example.org --primary.name BES-NORTH
  --database.location "$database" --media.folder "$media/good" --media.trust "$lab/keys/signer.crt"
  --domino.notes-ini /local/notesdata/notes.ini --license.accept)

# refused WHAT CODE TEXT... -- [ARGUMENT...]: later arguments replace earlier ones of the same name.
refused() {
  local what=$1 code_wanted=$2 text before texts=()
  shift 2
  while [ "$1" != -- ]; do texts+=("$1"); shift; done
  shift
  before=$(everything)
  try "${runner[@]}" "$setup" install "$@"
  assert_code "$what is refused" "$code_wanted"
  for text in "${texts[@]}"; do assert_says "$text"; done
  assert_equal "$what: nothing is changed" "$before" "$(everything)"
}
runner=()

# The arguments of an installation with some of them given anew.
with() {
  local given=" $* " i
  arguments=()
  for ((i = 0; i < ${#install_arguments[@]}; i += 2)); do
    [[ $given == *" ${install_arguments[i]} "* ]] || arguments+=("${install_arguments[@]:i:2}")
  done
  arguments+=("$@")
}
refused_with() { # WHAT CODE TEXT... -- ARGUMENT...
  local head=()
  while [ "$1" != -- ]; do head+=("$1"); shift; done
  shift
  with "$@"
  refused "${head[@]}" -- "${arguments[@]}"
}

begin

# The primary and the pair
refused_with "a standby on the primary's computer" 9 "same|on this computer" "bes-north" -- --standby.computer bes-north
refused_with "the primary's computer in another spelling" 9 "on this computer" -- \
  --standby.computer BES-NORTH.EXAMPLE.ORG
refused_with "a second standby" 10 "has a standby" "BES-EAST-STANDBY" -- --primary.name BES-EAST
refused_with "a primary as a standby" 11 "BES-HERE" "another computer" -- --standby.computer practice-here
refused_with "a primary of another version" 12 "4\.1\.7" "5\.0" -- --primary.name BES-OLD
refused_with "an unknown primary" 8 "BES-NORTH" -- --primary.name BES-NORT
refused_with "a computer that is another primary's standby" 13 "BES-EAST" -- --standby.computer bes-east2
refused_with "a component without what it needs" 14 "dispatcher" -- --components.omit dispatcher

# The media
refused_with "unsigned media" 5 "sign" "media.allow-unsigned|--media.trust" -- --media.folder "$media/unsigned"
refused_with "media signed by a stranger" 5 "stranger" -- --media.folder "$media/wrongly-signed"
refused_with "media whose media.json was edited" 5 "sign" -- --media.folder "$media/edited-manifest"
refused_with "media with a missing package" 5 "alert" -- --media.folder "$media/missing-package"
refused_with "media that is not there" 5 "no-such-media" -- --media.folder "$work/no-such-media"

# One flipped bit in a package is seen only when the package is read: by then the run has begun. It is undone; setup's own
# record and log of it stay, and the database has the same contents again.
undone() { everything | grep -vE "$root/var/(lib|log)/bes-standby-setup|BESMgmt.db"; }
contents() { sqlite3 "$database" .dump; }
before=$(undone)
contents_before=$(contents)
with --media.folder "$media/flipped-bit"
try "$setup" install "${arguments[@]}"
assert_code "media with one flipped bit is refused" 5
assert_says "dispatcher"
assert_equal "media with one flipped bit: every file is as before" "$before" "$(undone)"
assert_equal "media with one flipped bit: the database has the same contents" "$contents_before" "$(contents)"
begin

# The answers
answers=$work/answers.ini
cat >"$answers" <<END
[primary]
nam = BES-NORTH
[components]
preset = same-as-primry
END
refused "an answer file with wrong keys and values" 2 'primary\.nam\b' 'primary\.name' 'same-as-primary' 'line' -- \
  --answer-file "$answers"
refused_with "an unknown option" 2 'primary\.name' -- --primary.nmae X
refused "an installation without answers" 2 'primary\.name' 'database\.location' 'media\.folder' -- --root "$root"
refused_with "a database that is not there" 7 "no-such" -- --database.location "$work/no-such.db"
refused_with "a notes.ini that is not there" 16 "notes.ini" -- --domino.notes-ini /local/elsewhere/notes.ini

# A plan that was made before something changed
with
try "$setup" plan "${arguments[@]}" --json
echo "$output" >"$work/plan.json"
assert_code "a plan is made" 0
sqlite3 "$database" "DELETE FROM ServerComponent WHERE ServerConfigId = 1 AND Component = 'alert'"
refused "a plan made from facts that have changed" 17 "plan" -- --plan "$work/plan.json"
begin

finish
