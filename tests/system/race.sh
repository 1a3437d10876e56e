#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Two computers that begin an installation for one primary at the same moment: exactly one succeeds, the other is refused
# and left as it was. 50 times in a row.
. "$(dirname "$0")/assertions.sh"
rounds=${BES_RACE_ROUNDS:-50}
# In memory: what a disk takes for its syncs would hide how close the race is.
work=$(mktemp -d -p /dev/shm)
chmod 755 "$work"
clean_ups+=("rm -rf $work")

install() { # COMPUTER
  "$setup" install --answer-file "$lab/standby.ini" --root "$work/$1" --standby.computer "$1" --standby.name "on-$1" \
    --database.location "$work/BESMgmt.db" >"$work/$1.output" 2>&1
  echo $? >"$work/$1.code"
}
# Setup's own record of a run that was undone stays.
tree() { snapshot "$work/$1" | grep -vE "$work/$1/var/(lib|log)/bes-standby-setup"; }

for ((round = 1; round <= rounds; ++round)); do
  rm -rf "$work/left" "$work/right"
  cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
  for computer in left right; do "$source_folder/tests/lab/make-computer" "$lab" "$work/$computer"; done
  before_left=$(tree left)
  before_right=$(tree right)
  install left &
  install right &
  wait
  codes=$(cat "$work/left.code" "$work/right.code" | xargs)
  case $codes in
    "0 10") winner=left loser=right before=$before_right ;;
    "10 0") winner=right loser=left before=$before_left ;;
    *)
      not_so "round $round: one is installed and one is refused" "exit codes $codes" \
        "$(cat "$work/left.output" "$work/right.output")"
      break
      ;;
  esac
  [ "$before" = "$(tree "$loser")" ] ||
    not_so "round $round: the loser is as before" "$(diff <(echo "$before") <(tree "$loser"))"
  pair=$(sqlite3 "$work/BESMgmt.db" "SELECT StandbyName, State FROM BESPair WHERE PrimaryId = 1")
  [ "$pair" = "on-$winner|final" ] || not_so "round $round: the pair is the winner's" "$pair"
done
[ $failures -gt 0 ] || echo "ok: $rounds rounds, each with one winner and a loser that is as before"
finish
