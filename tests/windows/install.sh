#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# A silent installation on a fresh Windows, and its end: services are registered as documented, the automatic ones run, the
# deferred ones were never started, a restart changes nothing of that, a failover can start them; remove leaves all as it was.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
programs_of() { # SERVICE...: names of their programs
  python3 - "$lab/catalog.json" "$@" << 'END' | LC_ALL=C sort
import json, os, sys
services = {s["name"]: s for c in json.load(open(sys.argv[1], encoding="utf-8"))["components"] for s in c["services"]}
for name in sys.argv[2:]:
    print(os.path.splitext(os.path.basename(services[name]["program"]))[0])
END
}
registered() { registry "$services_key"; }
# Not the logs of services, which stay and grow; of the database the contents are compared.
everything() { tree | grep -vE '/BES Standby Logs|lab/BESMgmt\.db'; registered; registry 'HKLM\Software' 'HKCU'; }
before=$(everything)
contents_before=$(contents)

updates='HKLM\Software\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
said wine reg add "$updates" /f > /dev/null
try setup check --answer-file C:/lab/standby.ini "${accepted[@]}"
assert_code "a restart that is pending does not refuse an installation" 0
assert_says "\\[computer\.restart\\]"
assert_says "Windows Update"
said wine reg delete "$updates" /f > /dev/null
before=$(everything) # the keys on the way are new

try setup detect --json --answer-file C:/lab/standby.ini "${accepted[@]}"
assert_code "what is found, as facts" 0
assert_equal "no folder of Linux is looked at" "" "$(grep -o '"/etc[^"]*"' <<< "$output")"
try setup plan --answer-file C:/lab/standby.ini "${accepted[@]}"
assert_code "a plan" 0
assert_equal "a plan changes nothing" "$before" "$(everything)"
install_standby
assert_code "the standby is installed" 0

as_registered() { # WHEN
  local name
  for name in "${automatic[@]}"; do
    assert "$1: $name runs" comes_to "$name" RUNNING
    assert_equal "$1: $name starts with the computer" 0x2 "$(value_of "$services_key\\$name" Start)"
  done
  for name in "${deferred[@]}"; do
    assert_equal "$1: $name does not run" STOPPED "$(state_of "$name")"
    assert_equal "$1: $name is started by a failover alone" 0x3 "$(value_of "$services_key\\$name" Start)"
  done
  assert_equal "$1: only the automatic ones were ever started" "$(programs_of "${automatic[@]}")" "$(traces)"
}
as_registered "installed"
dispatcher="$services_key\\BlackBerry Dispatcher"
assert_equal "its program is the documented one, in quotes" \
  '"C:\Program Files\BES Standby\dispatcher\bin\BlackBerryDispatcher.exe" --configuration "C:/Program Files/BES Standby Configuration/standby.ini"' \
  "$(value_of "$dispatcher" ImagePath)"
assert_equal "its account" 'NT AUTHORITY\LocalService' "$(value_of "$dispatcher" ObjectName)"
assert_equal "it needs the Router" "BlackBerry Router" "$(value_of "$dispatcher" DependOnService)"
assert_equal "a deferred one needs none that starts with the computer" "" "$(value_of "$services_key\\BlackBerry Policy Service" DependOnService)"
for name in "${automatic[@]}"; do
  for needed in "${deferred[@]}"; do
    refute "$name does not start $needed" grep -qF "$needed" <<< "$(value_of "$services_key\\$name" DependOnService)"
  done
done
setup_key='HKLM\Software\Wow6432Node\Research In Motion\BlackBerry Enterprise Server\Setup'
assert_equal "the registry has the documented values, where 32-bit programs look" 'C:\Program Files\BES Standby' \
  "$(value_of "$setup_key" BasePath)"
assert_equal "the list of programs has an entry" "BlackBerry Enterprise Server standby BES-NORTH-standby" \
  "$(value_of 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\bes-standby-setup' DisplayName)"
# Wine keeps no events: that there is one of each run only a real Windows shows.
assert_equal "the event log can show what setup says in it" '%SystemRoot%\System32\EventCreate.exe' \
  "$(value_of "$services_key\\EventLog\\Application\\bes-standby-setup" EventMessageFile)"
assert "notes.ini has the task, and its line ends" grep -q $'^ServerTasks=.*,BES\r$' "$notes_ini"

try setup status --local
assert_code "status" 0
assert_says "BES-NORTH-standby"

reboot
as_registered "after a restart"
try setup status --local
assert_code "status after a restart" 0

try wine sc start "BlackBerry Policy Service"
assert_code "a failover starts a deferred one" 0
assert "it runs" comes_to "BlackBerry Policy Service" RUNNING
says_so() { grep -qx BlackBerryPolicyServer <<< "$(traces)"; }
assert "and says so itself" says_so
try wine sc stop "BlackBerry Policy Service"
assert "it can be stopped" comes_to "BlackBerry Policy Service" STOPPED

installed=$(everything)
install_standby
assert_code "a second run is no error" 0
assert_says "nothing to do"
assert_equal "and changes nothing" "$installed" "$(everything)"

try setup remove
assert_code "the standby is removed" 0
assert_equal "files, services and registry are as before" "$before" "$(everything)"
assert_equal "the database has the contents of before" "$contents_before" "$(contents)"
finish
