#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# A standby on Windows whose files, services and notes.ini somebody changed: repair names exactly what differs, puts that right and
# touches nothing else; modify adds and takes away components; upgrade goes to newer media.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
install_standby
assert_code "the standby is installed" 0
programs="$drive/Program Files/BES Standby"
named() { # what a run with --json found different
  setup "$@" --json 2> /dev/null < /dev/null | tail -n 1 > "$work/result.json"
  sqlite3 :memory: "SELECT value ->> 'what' FROM json_each(readfile('$work/result.json'), '\$.differences')" | LC_ALL=C sort
}
registered() { registry "$services_key"; }
# With the time of the last change, so that what is written once more is seen; not what runs and setup's own record.
touched() {
  find "$drive/Program Files/BES Standby" "$drive/Program Files/BES Standby Configuration" "$drive/Lotus" -type f -printf '%p %s %T@\n' |
    LC_ALL=C sort
}
changed() { diff <(echo "$before") <(touched) | sed -nE "s|^[<>] $drive/(.*) [0-9]+ [0-9.]+\$|C:/\1|p" | sort -u; }

services_installed=$(registered)
before=$(touched)
# Wine changes no owner: the folder of the logs never is the account's, and each repair gives it to it again. So there is something
# to do, but nothing that differs.
assert_equal "what is as it was installed needs no repair" "" "$(named repair)"
assert_equal "and is not touched" "" "$(changed)"
assert_equal "nor are its services" "$services_installed" "$(registered)"

# A file is damaged, the program of a running service is missing (Windows would keep it there), a service has another start type,
# one is gone, a value of the registry is another one, and the task is not in notes.ini.
printf X | dd of="$programs/dispatcher/share/README" bs=1 seek=2 conv=notrunc status=none
# Wine's sc has no "config", and its service manager reads the registry when the computer starts alone. Not automatic: that would
# start the deferred one.
said wine reg add "$services_key\\BlackBerry Policy Service" /v Start /t REG_DWORD /d 4 /f > /dev/null
reboot
assert "automatic services run after a restart" comes_to "BlackBerry Server Alert" RUNNING
rm "$programs/alert/bin/BESAlert.exe"
wine sc delete "BlackBerry SyncServer" > /dev/null 2>&1 < /dev/null
sed -i 's/,BES\r$/\r/' "$notes_ini"
setup_key='HKLM\Software\Wow6432Node\Research In Motion\BlackBerry Enterprise Server\Setup'
said wine reg add "$setup_key" /v BasePath /d 'D:\elsewhere' /f > /dev/null
before=$(touched)
try setup repair --dry-run
assert_code "a dry run" 0
assert_says "README was changed"
assert_says 'BasePath is "D:.*elsewhere", originally'
assert_says "BESAlert.exe is missing"
assert_says "the start type is disabled, not manual"
assert_says "BlackBerry SyncServer.*does not exist"
assert_equal "a dry run changes nothing" "" "$(changed)"
assert_equal "the repair names exactly what differs" "BlackBerry Policy Service
BlackBerry SyncServer
C:/Program Files/BES Standby/alert/bin/BESAlert.exe
C:/Program Files/BES Standby/dispatcher/share/README
HKLM\SOFTWARE\Wow6432Node\Research In Motion\BlackBerry Enterprise Server\Setup\BasePath" "$(named repair | grep -v notes.ini)"
assert_equal "and touches nothing else" "C:/Lotus/Domino/notes.ini
C:/Program Files/BES Standby/alert/bin/BESAlert.exe
C:/Program Files/BES Standby/dispatcher/share/README" "$(changed)"
assert "the damaged file is as on the media" cmp "$lab/tree/dispatcher/share/README" "$programs/dispatcher/share/README"
assert_equal "the services are registered as before" "$services_installed" "$(registered)"
assert_equal "the registry has its value again" 'C:\Program Files\BES Standby' "$(value_of "$setup_key" BasePath)"
assert "the task is back" grep -q $'^ServerTasks=.*,BES\r$' "$notes_ini"
assert "what was stopped to be repaired runs again" comes_to "BlackBerry Server Alert" RUNNING
assert_equal "the deferred one was not started" STOPPED "$(state_of "BlackBerry Policy Service")"
assert_equal "a second repair finds nothing" "" "$(named repair)"

try setup modify --components.omit collaboration --components.omit policy
assert_code "components are taken away" 0
refute "their files are gone" test -e "$programs/collaboration"
assert_equal "and their services" "" "$(state_of "BlackBerry Policy Service")$(state_of "BlackBerry Collaboration Service")"
try setup modify --components.add collaboration --components.add policy
assert_code "they are added again" 0
assert "the automatic one runs" comes_to "BlackBerry Collaboration Service" RUNNING
assert_equal "the deferred one does not" STOPPED "$(state_of "BlackBerry Policy Service")"
assert_equal "the services are registered as installed" "$services_installed" "$(registered)"
assert_equal "then nothing needs repair" "" "$(named repair)"

# Newer media: the Router's page is another one, and Alert has one more. The primary is upgraded first.
sqlite3 "$lab/BESMgmt.db" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
make_catalog "$lab/newer.json" 5.0.1
cp -r "$lab/tree" "$lab/newer-tree"
echo "of the new version" > "$lab/newer-tree/router/share/README"
echo "a page more" > "$lab/newer-tree/alert/share/page"
assert "newer media is made" make_media newer newer-tree newer.json signer
try setup upgrade --media.folder C:/lab/media/newer --license.accept
assert_code "the standby is upgraded" 0
assert "the Router's page is the new one" cmp "$lab/newer-tree/router/share/README" "$programs/router/share/README"
assert "Alert has one more" cmp "$lab/newer-tree/alert/share/page" "$programs/alert/share/page"
for name in "${automatic[@]}"; do assert "$name runs" comes_to "$name" RUNNING; done
for name in "${deferred[@]}"; do assert_equal "$name does not" STOPPED "$(state_of "$name")"; done
assert_equal "no deferred one was ever started" "" "$(traces | grep -E 'Policy|Sync|MailStore')"
finish
