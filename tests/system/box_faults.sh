#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: install, modify, repair and remove are killed in their middle, also while they start and stop
# services, and once the computer starts again before they are recovered. What is undone or finished runs, or does not, as
# without the kill; and over all of it no start of a deferred service is asked for.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root
fault_at=$BES_BUILD/tests/faults/fault-at
[ -x "$fault_at" ] || skip "fault-at is for x86_64 only"

started=(bes-router.service bes-attachment.service bes-dispatcher.service bes-mds-connection.service
  bes-collaboration.service bes-alert.service bes-bas-ncc.service bes-bas-as.service bes-controller.service)
deferred=(bes-mail-store.service bes-policy.service bes-synchronization.service)
install=(install --answer-file "$lab/standby.ini")

traced=(env ASAN_OPTIONS=detect_leaks=0 "$fault_at") # leaks can't be looked for in a process that is traced

setup_in_box() { try inside "$setup" "$@"; }
run_whole() { # NAME COMMAND...: and keep what it called
  inside "${traced[@]}" "/root/$1.calls" -- "$setup" "${@:2}" >/dev/null
  assert_equal "$1 without a fault" 0 $?
}
call_of() { inside grep -m 1 -E "$2" "/root/$1.calls" | cut -d ' ' -f 1; } # NAME PATTERN
part_of() { echo $(($(inside grep -c '' "/root/$1.calls") * $2 / 100)); }  # NAME PERCENT
kill_at() {                                                                # CALL COMMAND...
  inside "${traced[@]}" /root/killed.calls "kill@$1" -- "$setup" "${@:2}" >/dev/null 2>&1
  assert_equal "$2 is killed at call $1" 137 $?
}
kill_when() { # CONDITION COMMAND...: the condition is one of the shell in the box
  # shellcheck disable=SC2016
  inside bash -c 'condition=$1; shift; "$@" >/dev/null 2>&1 & process=$!
    until eval "$condition"; do sleep 0.02; done; kill -KILL $process; wait $process' bash "$1" "$setup" "${@:2}"
  assert_equal "$2 is killed when $1" 137 $?
}
assert_running() { # WHEN
  local unit
  for unit in "${started[@]}"; do assert "$1: $unit runs" active "$unit"; done
}
assert_gone() { # WHEN
  assert_equal "$1: no unit is left" "" "$(inside systemctl list-units --all --plain --no-legend 'bes-*')"
  assert_equal "$1: no process is left" "" "$(inside pgrep -af /opt/bes-standby/ || true)"
  assert_equal "$1: the primary has no standby" "" \
    "$(inside sqlite3 "$lab/BESMgmt.db" "SELECT State FROM BESPair WHERE PrimaryId = 1")"
}

open_box --hostname standby1 --log-jobs
run_whole install "${install[@]}"
run_whole modify modify --components.omit policy --components.omit collaboration
run_whole modify-back modify --components.add policy --components.add collaboration
run_whole remove remove
assert_gone "removed"

kill_when "systemctl is-active --quiet bes-dispatcher.service" "${install[@]}"
setup_in_box recover
assert_code "an installation that was killed while it started services is undone" 0
assert_gone "undone"
kill_when "systemctl is-active --quiet bes-dispatcher.service" "${install[@]}"
setup_in_box recover --resume
assert_code "or finished" 0
assert_running "finished"

kill_at "$(part_of modify 50)" modify --components.omit policy --components.omit collaboration
setup_in_box recover
assert_code "a modification that was killed is undone" 0
assert_running "a modification undone"
kill_at "$(part_of modify 60)" modify --components.omit policy --components.omit collaboration
setup_in_box recover --resume
assert_code "or finished" 0
refute "a component that was taken away does not run" active bes-collaboration.service
kill_at "$(part_of modify-back 70)" modify --components.add policy --components.add collaboration
setup_in_box modify --components.add policy --components.add collaboration
assert_code "or simply run again" 0
assert_running "modified back"

inside bash -c 'rm /opt/bes-standby/policy/bin/bes-policy; echo damaged >/opt/bes-standby/router/share/doc/README'
kill_when "! systemctl is-active --quiet bes-router.service" repair
setup_in_box recover
assert_code "a repair that was killed while it stopped services is undone" 0
assert_running "a repair undone"
setup_in_box repair
assert_code "and succeeds when it is run again" 0
assert_running "repaired"

# while the journal notes the begin of the step that takes the units out
before_units=$(($(call_of remove '/etc/systemd/system') - 3))
kill_at "$before_units" remove
refute "the removal had stopped the services" active bes-router.service
setup_in_box recover
assert_code "a removal that was killed is undone" 0
assert_running "a removal undone"
kill_at "$before_units" remove
"$box_program" reboot "$box"
assert "the computer has started the services again" active bes-router.service
setup_in_box recover --resume
assert_code "a removal is finished although the computer was started again meanwhile" 0
assert_gone "a removal finished"

for unit in "${deferred[@]}"; do
  assert_equal "over all of it no start of $unit was ever asked for" 0 "$(start_jobs "$unit")"
  refute "its program never ran" inside test -e "/var/log/bes-standby/${unit%.service}.started"
done
assert "the journal reaches back to the first installation" test "$(start_jobs bes-router.service)" -gt 5
finish
