#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# kills.sh [POINTS] (24): kills an installation on Windows at that many of the calls that change something, before and after them, and
# lets some of them fail. After `recover`, or the same command again, the computer and the database are exactly as before or
# exactly as after an installation, and no deferred service was ever started. BES_FAULTS_FROM=5 begins with the sixth point.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"
points=${1:-24}
faulty="${program%/*}/faulty-setup.exe"

make_site
# What is compared: drive, services and registry. Not what runs, what the services trace, nor the time in a receipt.
everything() { tree | grep -vE 'BES Standby Logs|/receipt\.json|lab/BESMgmt\.db'; registry "$services_key" 'HKLM\Software'; }
rows() { sqlite3 "$lab/BESMgmt.db" "SELECT * FROM ServerConfig; SELECT * FROM ServerComponent; SELECT PrimaryId, StandbyId, State FROM BESPair" 2>&1; }
faulty_install() { # FAULT
  BES_FAULT="$1" try wine "$faulty" install --answer-file C:/lab/standby.ini "${accepted[@]}"
}
before=$(everything)
rows_before=$(rows)

rm -f "$lab/calls"
faulty_install 'count C:\lab\calls'
assert_code "an installation whose calls are counted" 0
calls=$(tr -d '\r' < "$lab/calls")
rm -f "$lab/calls"
echo "it changes something by $calls calls"
installed=$(everything)
rows_installed=$(rows)
try setup remove
assert_code "and is removed" 0
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

for ((i = ${BES_FAULTS_FROM:-0}; i < points; ++i)); do
  number=$((1 + i * (calls - 1) / (points > 1 ? points - 1 : 1)))
  case $((i % 6)) in
    0 | 3) fault="kill $number" wanted=137 ;;
    1 | 4) fault="kill-after $number" wanted=137 ;;
    2) fault="5 $number" wanted=any ;;
    5) fault="112 $number" wanted=any ;;
  esac
  where="$fault of $calls"
  faulty_install "$fault"
  if [ "$wanted" != any ] && [ "$code" -ne "$wanted" ]; then
    # with some calls less than the run that was counted it is over before
    [ "$code" -eq 0 ] || not_so "$where" "it ended with $code" "$output"
  fi
  if ((i % 2 == 0)); then
    try setup recover
    [ "$code" -eq 0 ] || [ "$code" -eq 22 ] || not_so "$where: recover" "exit code $code" "$output"
    healed "$where, and recovered"
  fi
  again "$where"
done
finish
