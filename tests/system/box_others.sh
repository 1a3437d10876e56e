#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: units of others with the names of setup's own. A service that runs, or a unit that hides setup's, is
# refused; a masked one, and a link that would start a deferred service with the computer, are kept and come back.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

units=/etc/systemd/system
open_box --hostname standby1 --log-jobs
install() { try inside "$setup" install --answer-file "$lab/standby.ini" "$@"; }
enabled() { inside systemctl is-enabled "$1" 2>/dev/null; }

# It runs
inside bash -c "printf '[Service]\nExecStart=/bin/sleep 1000\n[Install]\nWantedBy=multi-user.target\n' >$units/bes-router.service
  systemctl daemon-reload; systemctl enable --now bes-router.service" 2>/dev/null
assert "a service of somebody's runs under the name of setup's" active bes-router.service
install --existing.files keep
assert_code "that is refused" 30
assert_says "bes-router.service \\(file of root.*it is running"
assert "it still runs" active bes-router.service
inside systemctl stop bes-router.service

# It would hide setup's own
inside systemd-run --quiet --unit=bes-alert.service --remain-after-exit /bin/true
install --existing.files keep
assert_code "a transient unit is refused" 30
assert_says "/run/systemd/transient/bes-alert.service \\("
inside systemctl stop bes-alert.service

# It would start a deferred service, or be ended
inside bash -c "printf '[Path]\nPathExists=/etc\n[Install]\nWantedBy=multi-user.target\n' >$units/bes-policy.path
  printf '[Unit]\nWants=bes-synchronization.service\n[Service]\nExecStart=/bin/sleep 1000\n' >$units/foo.service
  printf '[Unit]\nConflicts=bes-attachment.service\n[Service]\nExecStart=/bin/sleep 1000\n' >$units/bar.service
  systemctl daemon-reload; systemctl enable --now bes-policy.path; systemctl start bar.service" 2>/dev/null
install --existing.files keep
assert_code "units that start deferred services are refused" 30
assert_says "$units/bes-policy.path \\(.*it starts bes-policy.service"
assert_says "$units/foo.service \\(.*it starts bes-synchronization.service"
assert_says "$units/bar.service \\(.*bes-attachment.service.*it is running"
assert "the other one still runs" active bar.service
assert_equal "no start of the deferred service was asked for" 0 "$(start_jobs bes-policy.service)"
inside bash -c "systemctl disable --now bes-policy.path; systemctl stop bar.service
  rm $units/bes-policy.path $units/foo.service $units/bar.service; systemctl daemon-reload" 2>/dev/null

# Kept: the stopped unit that is enabled, a mask, and a deferred service that would start with the computer
inside bash -c "ln -s /dev/null $units/bes-attachment.service
  ln -s ../bes-policy.service $units/multi-user.target.wants/bes-policy.service; systemctl daemon-reload"
own=$(inside sha256sum $units/bes-router.service)
install
assert_code "without an answer it is refused" 30
assert_says "$units/bes-attachment.service \\(symbolic link of root, to /dev/null"
assert_says "$units/multi-user.target.wants/bes-policy.service \\("
install --existing.files keep
assert_code "with an answer it is installed" 0
assert "setup's own service runs" active bes-router.service
assert "the masked one too" active bes-attachment.service
refute "nothing starts a deferred service with the computer" inside test -e $units/multi-user.target.wants/bes-policy.service
assert_equal "no start of it was ever asked for" 0 "$(start_jobs bes-policy.service)"
try inside "$setup" remove
assert_code "it is removed" 0
assert_equal "somebody's unit is back" "$own" "$(inside sha256sum $units/bes-router.service)"
assert_equal "it is enabled" enabled "$(enabled bes-router.service)"
assert_equal "systemd knows it" /bin/sleep "$(inside systemctl show -P ExecStart bes-router.service | grep -o '/bin/sleep' | head -n 1)"
assert_equal "the other is masked" masked "$(enabled bes-attachment.service)"
finish
