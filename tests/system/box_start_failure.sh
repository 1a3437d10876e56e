#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: what becomes of a run in which a service fails at its start, does not get ready, or ends at once is
# the administrator's choice: all is undone, or what is installed stays and the service is named.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

deferred=(bes-mail-store.service bes-policy.service bes-synchronization.service)
others=(bes-router.service bes-attachment.service bes-dispatcher.service bes-collaboration.service bes-alert.service)
install() { # MEDIA [OPTION...]; the administrator's limit, below, stays as it is
  try inside "$setup" install --answer-file "$lab/standby.ini" --media.folder "$lab/media/$1" --existing.files keep "${@:2}"
}
files() { inside bash -c 'ls -d /opt/bes-standby /etc/bes-standby /etc/systemd/system/bes-* 2>/dev/null | grep -v "\.d$"' || true; }
pair() { inside sqlite3 "$lab/BESMgmt.db" "SELECT State FROM BESPair WHERE PrimaryId = 1"; }

open_box --hostname standby1 --log-jobs
# An administrator's own limit, so that the test need not wait for that of the unit.
inside bash -c 'mkdir /etc/systemd/system/bes-mds-connection.service.d &&
  printf "[Service]\nTimeoutStartSec=2\n" >/etc/systemd/system/bes-mds-connection.service.d/limit.conf'

install ending-service
assert_code "a service that ends when it is ready makes the installation fail" 18
assert_says "bes-mds-connection.service (stopped immediately|was ready and then stopped)"
assert_equal "everything that was done is undone" "|" "$(files)|$(pair)"
try inside "$setup" report --json --local --output /root/report.tar.gz
assert_code "a report of it is written" 0
inside tar -xzf /root/report.tar.gz -C /root --strip-components 1
assert "it has what the service said, although the unit is gone" inside grep -q bes-mds-connection /root/journal.txt
assert "and what was tried" inside grep -q BES-NORTH /root/facts.json

for media in failing-service hanging-service ending-service; do
  install "$media" --service.on-start-failure keep --json
  assert_code "$media, kept" 28
  assert_says '"not_started":\[\{.*MDS Connection'
  assert_equal "$media: the pair is final" final "$(pair)"
  for unit in "${others[@]}"; do
    assert "$media: $unit runs" active "$unit"
  done
  refute "$media: the service does not run" active bes-mds-connection.service
  assert "$media: the target is reached" active bes-standby.target
  try inside "$setup" status --local
  assert_code "$media: status says that something is out of order" 26
  inside rm -f /root/report.tar.gz
  try inside "$setup" report --json --local --output /root/report.tar.gz
  inside tar -xzf /root/report.tar.gz -C /root --strip-components 1
  assert "$media: the report has what systemd knows of the service" \
    inside grep -qzE 'Id=bes-mds-connection.service.*ActiveState=|ActiveState=.*Id=bes-mds-connection.service' /root/services.txt
  # the program that is repaired by its administrator
  inside rm /opt/bes-standby/mds-connection/share/bes-mds-connection.behaviour
  inside systemctl start bes-mds-connection.service
  inside systemctl stop bes-mds-connection.service
  try inside "$setup" repair --service.on-start-failure keep
  assert_code "$media: a repair puts the file back and starts nothing that did not run" 0
  try inside "$setup" remove --remove-logs
  assert_code "$media: what was kept is removed" 0
done

# A service that an undo has to start again, and that does not start any more
install good
assert_code "the standby is installed" 0
spoil() { # UNIT: it goes on running and can't be started anew
  inside bash -c 'mkdir -p "/etc/systemd/system/$1.d" && printf "[Service]\nExecStartPre=/bin/false\n" \
    >"/etc/systemd/system/$1.d/spoilt.conf" && systemctl daemon-reload' bash "$1"
}
spoil bes-router.service
inside bash -c 'echo damaged | tee /opt/bes-standby/{router,alert}/share/doc/README >/dev/null'
damaged=$(files)
try inside "$setup" repair
assert_code "a repair after which a service does not start can't be undone completely" 19
assert_says "still to be rolled back: Stop 2 units.*recover --accept-stopped"
assert_equal "everything else is undone" damaged "$(inside cat /opt/bes-standby/router/share/doc/README)"
assert_equal "no file is new" "$damaged" "$(files)"
assert "the other service that was stopped runs again" active bes-alert.service
try inside "$setup" status --local
assert_says "Still to roll back: Stop 2 units"
for command in recover repair; do
  try inside "$setup" $command
  assert_code "$command tries again" 19
  assert_says "BlackBerry Router.*recover --accept-stopped"
done
try inside "$setup" recover --resume --accept-stopped
assert_code "what is finished has nothing to be accepted" 2
try inside "$setup" recover --accept-stopped
assert_code "that it is stopped can be accepted" 28
assert_says "Rolled back, but services that ran before do not start again"
assert_says "BlackBerry Router"
try inside "$setup" recover
assert_says "Nothing to recover"
assert_code "then it is at its end" 0
refute "the service is stopped" active bes-router.service
inside rm /etc/systemd/system/bes-router.service.d/spoilt.conf
inside systemctl daemon-reload
inside systemctl start bes-router.service
try inside "$setup" repair
assert_code "when the cause is mended the repair succeeds" 0
spoil bes-router.service
inside bash -c 'echo damaged >/opt/bes-standby/router/share/doc/README'
try inside "$setup" repair
assert_code "spoilt once more" 19
inside rm /etc/systemd/system/bes-router.service.d/spoilt.conf
inside systemctl daemon-reload
try inside "$setup" recover
assert_code "recover alone ends an undo whose cause is mended" 0
assert "the service runs again" active bes-router.service

for unit in "${deferred[@]}"; do
  assert_equal "no start of $unit was ever asked for" 0 "$(start_jobs "$unit")"
done
finish
