#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: modify, upgrade, repair and remove never ask for the start of a deferred service, restart only services
# whose files changed, and a removal leaves no unit behind.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
. "$(dirname "$0")/other_media.sh"
need_root

deferred=(bes-mail-store.service bes-policy.service bes-synchronization.service)
programs=/opt/bes-standby
everything() {
  inside bash -c "$(declare -f snapshot)"'
    snapshot /opt /etc /local /var/lib /var/log | grep -vE "/etc/\S+-( |$)|/var/log/journal|/var/log/wtmp|\
/var/lib/systemd|/var/lib/bes-standby-setup|/var/log/bes-standby|/etc/\.pwd\.lock|/var/log/(lastlog|faillog|btmp)"'
}
process() { inside systemctl show -P MainPID "$1"; }
assert_deferred_never_started() { # WHEN
  local unit
  for unit in "${deferred[@]}"; do
    assert_equal "$1: no start of $unit was ever asked for" 0 "$(start_jobs "$unit")"
    refute "$1: the program of $unit never ran" inside test -e "/var/log/bes-standby/${unit%.service}.started"
  done
}

make_newer_tree "$work/tree"
printf 'new' >>"$work/tree/mail-store/bin/bes-mail-store"
make_media_of "$work/newer" "$work/tree" "'$.version', '5.0.1', '$.components[6].services[0].ports[#]',
  json('{\"protocol\": \"tcp\", \"number\": 3999, \"direction\": \"listen\", \"purpose\": \"test\"}')"
open_box --hostname standby1 --log-jobs
before=$(everything)
try inside "$setup" install --answer-file "$lab/standby.ini"
assert_code "the standby is installed" 0

# Repair
router=$(process bes-router.service)
alert=$(process bes-alert.service)
inside bash -c "echo damaged >$programs/router/share/doc/README; rm $programs/policy/bin/bes-policy"
try inside "$setup" repair
assert_code "a running standby is repaired" 0
assert "the damaged file is as on the media" inside cmp "$lab/tree/router/share/doc/README" \
  "$programs/router/share/doc/README"
assert "the program of a deferred service is back" inside test -x "$programs/policy/bin/bes-policy"
assert "the repaired service runs" active bes-router.service
refute "it was started again" test "$router" = "$(process bes-router.service)"
assert_equal "a service whose files did not change went on" "$alert" "$(process bes-alert.service)"
inside systemctl stop bes-alert.service
inside bash -c "echo damaged >$programs/alert/share/doc/README"
try inside "$setup" repair
assert_code "a stopped service is repaired" 0
refute "it stays stopped" active bes-alert.service
try inside "$setup" status --local
assert_code "a standby with a stopped service has a fault" 26
assert_says "bes-alert.service: inactive +'systemctl start bes-alert.service' starts it"
try inside "$setup" repair
assert_code "a repair of a standby whose files are in order" 0
assert_says "Nothing to do: .* matches its receipt. A repair starts no services: 'bes-standby-setup status --local' shows"
inside systemctl start bes-alert.service
assert_deferred_never_started "after repairs"

# Modify
alert=$(process bes-alert.service)
try inside "$setup" modify --components.omit collaboration --components.omit policy
assert_code "components are taken away" 0
assert_equal "a service that stays went on" "$alert" "$(process bes-alert.service)"
refute "a service that was taken away does not run" active bes-collaboration.service
assert_equal "systemd does not know it any more" not-found "$(inside systemctl show -P LoadState bes-collaboration.service)"
try inside "$setup" modify --components.add collaboration --components.add policy
assert_code "components are added" 0
assert "an added service that may start runs" active bes-collaboration.service
assert_deferred_never_started "after modifications"

# Upgrade: the Router's program is another, and so are files of a deferred service and of one that was stopped
router=$(process bes-router.service)
controller=$(process bes-controller.service)
inside systemctl stop bes-alert.service
inside sqlite3 "$lab/BESMgmt.db" "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
inside systemd-run --quiet --unit other-program python3 -m http.server 3999
until inside curl --silent --output /dev/null localhost:3999; do sleep 0.1; done
try inside "$setup" upgrade --media.folder "$work/newer"
assert_code "a port that is new in the new version and in use" 15
assert_says "tcp port 3999, required by .*Alert.*python3 \(process [0-9]+\)"
assert_equal "nothing was stopped" "$router" "$(process bes-router.service)"
inside systemctl stop other-program
try inside "$setup" install --answer-file "$lab/standby.ini" --media.folder "$work/newer"
assert_code "newer media upgrades a running standby" 0
assert_says "is upgraded on"
assert "the Router runs" active bes-router.service
assert "with the new program" inside cmp "$work/tree/router/bin/bes-router" "$programs/router/bin/bes-router"
refute "it was started again" test "$router" = "$(process bes-router.service)"
assert_equal "a service whose files did not change went on" "$controller" "$(process bes-controller.service)"
refute "a stopped one stays stopped" active bes-alert.service
assert "the program of a deferred service is the new one" inside cmp "$work/tree/mail-store/bin/bes-mail-store" \
  "$programs/mail-store/bin/bes-mail-store"
assert_deferred_never_started "after an upgrade"

# Promoted
inside systemctl start bes-active.target
try inside "$setup" remove
assert_code "a standby whose deferred services run is not removed" 24
assert_says "fail over to BES-NORTH first"
inside systemctl stop bes-active.target "${deferred[@]}"
started=$(for unit in "${deferred[@]}"; do start_jobs "$unit"; done)

try inside "$setup" remove --remove-logs
assert_code "the standby is removed" 0
assert_equal "no unit is left" "" "$(inside systemctl list-units --all --plain --no-legend 'bes-*')"
assert_equal "no unit file is left" "" "$(inside systemctl list-unit-files --no-legend 'bes-*')"
assert_equal "no process is left" "" "$(inside pgrep -af "$programs/" || true)"
refute "the service account is gone" inside getent passwd bes
assert_equal "the computer is as it was" "$before" "$(everything)"
assert_equal "the removal started no deferred service" "$started" \
  "$(for unit in "${deferred[@]}"; do start_jobs "$unit"; done)"
finish
