#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs into a real systemd: what may start runs, in the catalogue's order; what is deferred was never asked to start,
# also not after the computer starts again, until bes-active.target is started.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

started=(bes-router.service bes-attachment.service bes-dispatcher.service bes-mds-connection.service
  bes-collaboration.service bes-alert.service bes-bas-ncc.service bes-bas-as.service bes-controller.service)
deferred=(bes-mail-store.service bes-policy.service bes-synchronization.service)

assert_standby_is_passive() { # WHEN
  local unit name
  assert_equal "$1: the services started in the catalogue's order" "$(printf '%s\n' "${started[@]}")" "$(started_order)"
  for unit in "${started[@]}"; do
    assert "$1: $unit is active" active "$unit"
  done
  assert "$1: bes-standby.target is active" active bes-standby.target
  for unit in "${deferred[@]}"; do
    name=${unit%.service}
    refute "$1: $unit is not active" active "$unit"
    assert_equal "$1: no start of $unit was ever asked for" 0 "$(start_jobs "$unit")"
    refute "$1: the program of $unit never ran" inside test -e "/var/log/bes-standby/$name.started"
  done
  refute "$1: bes-active.target is not active" active bes-active.target
  # The evidence would show a start:
  assert "$1: the journal shows the start of bes-router.service" test "$(start_jobs bes-router.service)" -gt 0
  assert "$1: the program of bes-router.service left its mark" inside test -s /var/log/bes-standby/bes-router.started
}

everything() {
  inside bash -c "$(declare -f snapshot); snapshot /opt /etc /local /var/lib/bes-standby-setup $lab/BESMgmt.db"
}

open_box --hostname standby1 --log-jobs

try inside "$setup" install --answer-file "$lab/standby.ini"
assert_code "the standby is installed" 0
assert_standby_is_passive "after setup"
assert "the Router takes connections" inside bash -c '</dev/tcp/127.0.0.1/3101'
assert_equal "the Router runs as the service account" bes \
  "$(inside bash -c 'ps -o user= -p $(systemctl show -P MainPID bes-router.service)')"
for unit in "${deferred[@]}" bes-active.target; do
  refute "nothing that boots wants $unit" grep -qF "$unit" <(inside systemctl list-dependencies --all --plain default.target)
done
assert "what boots wants bes-standby.target" \
  grep -qF bes-standby.target <(inside systemctl list-dependencies --all --plain default.target)
assert_equal "systemd has nothing to say about the units" "" \
  "$(inside bash -c 'systemd-analyze verify --man=no /etc/systemd/system/bes-* 2>&1 | grep -v "Failed to parse system call"')"

before=$(everything)
try inside "$setup" install --answer-file "$lab/standby.ini"
assert_code "a second installation is no error" 0
assert_says "nothing to do"
assert_equal "a second installation changes nothing" "$before" "$(everything)"

"$box_program" reboot "$box"
assert_standby_is_passive "after a restart of the computer"
assert "the journal reaches back over the restart" test "$(start_jobs bes-router.service)" -ge 2

# What the failover process does:
assert "bes-active.target can be started" inside systemctl start bes-active.target
for unit in "${deferred[@]}"; do
  assert "failover starts $unit" active "$unit"
  assert "the journal shows the start of $unit" test "$(start_jobs "$unit")" -gt 0
done
finish
