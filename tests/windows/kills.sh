#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# kills.sh [POINTS] (24): kills an installation on Windows at that many of the calls that change something, before and after them, and
# lets one fail, or from one on all, or all that need space; then a removal at a third as many. After `recover`, or the same command
# again, the computer and the database are exactly as before or exactly as after an installation, and no deferred service was ever
# started. BES_FAULTS_FROM=5 begins with the sixth point.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"
points=${1:-24}
faulty="${program%/*}/faulty-setup.exe"

make_site
# What is compared: drive, services and registry. Not what runs, what the services trace, nor the time in a receipt.
everything() { tree | grep -vE 'BES Standby Logs|/receipt\.json|lab/BESMgmt\.db'; registry "$services_key" 'HKLM\Software'; }
rows() { sqlite3 "$lab/BESMgmt.db" "SELECT * FROM ServerConfig; SELECT * FROM ServerComponent; SELECT PrimaryId, StandbyId, State FROM BESPair" 2>&1; }
faulty() { # FAULT ARGUMENT...
  BES_FAULT="$1" try wine "$faulty" "${@:2}"
}
faulty_install() { faulty "$1" install --answer-file C:/lab/standby.ini "${accepted[@]}"; } # FAULT
counted() { # calls of the run before
  tr -d '\r' < "$lab/calls"
  rm -f "$lab/calls"
}
before=$(everything)
rows_before=$(rows)

rm -f "$lab/calls"
faulty_install 'count C:\lab\calls'
assert_code "an installation whose calls are counted" 0
calls=$(counted)
installed=$(everything)
rows_installed=$(rows)
faulty 'count C:\lab\calls' remove
assert_code "and is removed" 0
calls_of_removal=$(counted)
echo "it changes something by $calls calls, its removal by $calls_of_removal"
assert_equal "that leaves what was before" "$before" "$(everything)"

healed() { # WHERE: now neither half
  local now
  now=$(everything)
  if [ "$now" = "$before" ] && [ "$(rows)" = "$rows_before" ]; then
    echo "ok: $1: as before"
  elif [ "$now" = "$installed" ] && [ "$(rows)" = "$rows_installed" ]; then
    echo "ok: $1: as after"
  else
    not_so "$1" "$(diff <(echo "$before") <(echo "$now") | head -n 20)" "or" "$(diff <(echo "$installed") <(echo "$now") | head -n 20)"
  fi
}
again() { # WHERE
  install_standby
  assert_code "$1: the same command again" 0
  assert_equal "$1: installs the standby" "$installed" "$(everything)"
  assert_equal "$1: and registers it" "$rows_installed" "$(rows)"
  assert_equal "$1: no deferred service was ever started" "" "$(traces | grep -E 'Policy|Sync|MailStore')"
  try setup remove
  assert_code "$1: it is removed" 0
  assert_equal "$1: and leaves nothing" "$before" "$(everything)"
}

choose() { # CALLS POINTS: what is done to point $i
  local number=$((1 + i * ($1 - 1) / ($2 > 1 ? $2 - 1 : 1)))
  case $((i % 8)) in
    0 | 4) fault="kill $number" ;;
    1 | 5) fault="kill-after $number" ;;
    2) fault="5 $number" ;;
    3) fault="112+ $number" ;;
    6) fault="32 $number" ;;
    7) fault="5+ $number" ;;
  esac
  where="$fault of $1"
}
was_hit() { # of a run with some calls less than the one that was counted, the last ones are not
  [[ $fault != kill* ]] || [ "$code" -eq 137 ] || [ "$code" -eq 0 ] || not_so "$where" "it ended with $code" "$output"
}
recovered() {
  try setup recover
  [ "$code" -eq 0 ] || [ "$code" -eq 22 ] || not_so "$where: recover" "exit code $code" "$output"
  healed "$where, and recovered"
}
for ((i = ${BES_FAULTS_FROM:-0}; i < points; ++i)); do
  choose "$calls" "$points"
  faulty_install "$fault"
  was_hit
  (((i + i / 8) % 2)) || recovered
  again "$where"
done
for ((i = 0; i < points / 3; ++i)); do
  choose "$calls_of_removal" $((points / 3))
  where="removal, $where"
  install_standby
  faulty "$fault" remove
  was_hit
  (((i + i / 8) % 2)) || recovered
  if [ "$(everything)" != "$before" ]; then
    try setup remove
    assert_code "$where: the same command again" 0
  fi
  assert_equal "$where: leaves nothing" "$before" "$(everything)"
  assert_equal "$where: nor in the database" "$rows_before" "$(rows)"
done
finish
