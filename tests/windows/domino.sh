#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What setup makes of the Domino servers on Windows, asked by bes-domino-probe.exe through the stand-in for nnotes.dll: a cluster
# that is not in order refuses the installation as on Linux (tests/system/domino.sh) and changes nothing, what can't be found
# out can be accepted by name, and status tells how far the replication is. Then the same with a Domino server that is a 32-bit
# program, where this Wine runs such ones (package wine32).
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

domino=$drive/Lotus/Domino
report=$domino/notes-stand-in.report
make_site
mkdir -p "$domino/res/C"
echo "texts of the practice runtime" > "$domino/res/C/strings.res"
echo "the practice server" > "$domino/server.id"
cp -r "$source_folder/app/practice/data/scenarios" "$domino/"
said wine reg add 'HKLM\SOFTWARE\Lotus\Domino' /v Path /d 'C:\Lotus\Domino' /f > /dev/null
said wine reg add 'HKLM\SOFTWARE\Lotus\Domino' /v DataPath /d 'C:\Lotus\Domino' /f > /dev/null
sed -i '/^\[domino\]/,$d' "$lab/standby.ini" # it is found by the registry

scenario() { # NAME: from now on, from its beginning
  echo "{\"based_on\": \"scenarios/$1.json\"}" > "$domino/scenario.json"
  rm -f "$domino"/notes-stand-in.*
}
everything() { tree | grep -v notes-stand-in; registry "$services_key" 'HKLM\Software'; contents; }
used_well() { "$source_folder/tests/lab/judge-report" "$report"; }
refused() { # WHAT SCENARIO ID TEXT [ARGUMENT...]
  local what=$1 id=$3 text=$4 before
  scenario "$2"
  before=$(everything)
  shift 4
  try setup install --answer-file C:/lab/standby.ini "$@"
  assert_code "$what: refused" 16
  assert_says "\\[$id\\]"
  assert_says "$text"
  assert_equal "$what: nothing is changed" "$before" "$(everything)"
  assert "$what: the stand-in was used well" used_well
}

# A Domino server of 64 or of 32 bits, by the library that it has.
whole_table() { # BITS
  local bits=$1 stand_in=$build/libexec/bes-standby-setup/practice/notes_stand_in
  [ "$bits" = 64 ] || stand_in=$build/$bits/libexec/bes-standby-setup/practice/notes_stand_in
  cp "$stand_in/complete/nnotes.dll" "$stand_in"/*notesx.dll "$domino/"

  refused "$bits bit, no cluster" not-clustered domino.one-cluster "Neither Mail01/Acme nor Mail11/Acme"
  refused "$bits bit, two clusters" different-clusters domino.one-cluster "OtherCluster|different"
  refused "$bits bit, primary down" primary-down domino.one-cluster "does not respond.*1352"
  refused "$bits bit, a cluster of seven" cluster-of-7 domino.cluster-size "7"
  refused "$bits bit, no cluster directory" cldbdir-missing domino.cluster-directory "load cldbdir"
  refused "$bits bit, no cluster replicator" clrepl-not-running domino.cluster-replicator "load clrepl"
  refused "$bits bit, a plain no that is to be accepted" clrepl-not-running domino.cluster-replicator "so you can't accept it" \
    --accept-unknown domino.cluster-replicator
  refused "$bits bit, no right to look" no-console-no-statistics domino.cluster-replicator \
    "--domino.accept-unknown domino.cluster-replicator"
  for name in aborts-at-search hangs-at-ping rubbish-at-ping; do
    scenario "$name"
    try setup check --answer-file C:/lab/standby.ini --domino.time-limit 5
    [ "$code" -lt 64 ] || not_so "$name does not hurt setup" "exit code $code" "$output"
  done

  scenario good
  try setup install --answer-file C:/lab/standby.ini
  assert_code "$bits bit, with a cluster that is in order the standby is installed" 0
  assert "$bits bit, and notes.ini has the task" grep -q $'^ServerTasks=.*,BES\r$' "$notes_ini"
  try setup status
  assert_code "$bits bit, status: ready" 0
  assert_says "250 of 250"
  scenario no-replicas-yet
  try setup status
  assert_code "$bits bit, status: replicating" 25
  assert_says "0 of 250 .* 250 wait"
  scenario some-replicas
  try setup status --json
  assert_code "$bits bit, status: fault" 26
  try setup remove
  assert_code "$bits bit, it is removed" 0
}
without_32() { # a copy of the programs that lacks the probe of 32 bits
  mkdir -p "$lab/copy/bin"
  cp -r "$build/share" "$lab/copy/"
  cp "$build"/bin/bes-{standby-setup,domino-probe}.exe "$lab/copy/bin/"
  try wine 'C:\lab\copy\bin\bes-standby-setup.exe' check --answer-file C:/lab/standby.ini
  assert_says "nnotes.dll is a 32-bit library"
  assert_says "bes-domino-probe-32.exe"
  rm -r "$lab/copy"
}
whole_table 64
# A Wine without them may say nothing and end with 0.
if [[ $(said wine "${program%/*}/bes-domino-probe-32.exe" --help) == *bes-domino-probe* ]]; then
  whole_table 32
  without_32
else
  echo "NOT TRIED: a Domino server of 32 bits, because this Wine runs no 32-bit programs"
fi
finish
