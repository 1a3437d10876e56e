#!/bin/bash
# On a running systemd: what becomes of a run in which a service fails at its start, does not get ready, or ends at once is
# the administrator's choice: all is undone, or what is installed stays and the service is named.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

deferred=(bes-mail-store.service bes-policy.service bes-synchronization.service)
others=(bes-router.service bes-attachment.service bes-dispatcher.service bes-collaboration.service bes-alert.service)
install() { try inside "$setup" install --answer-file "$lab/standby.ini" --media.folder "$lab/media/$1" "${@:2}"; }
files() { inside bash -c 'ls -d /opt/bes-standby /etc/bes-standby /etc/systemd/system/bes-* 2>/dev/null | grep -v "\.d$"' || true; }
pair() { inside sqlite3 "$lab/BESMgmt.db" "SELECT State FROM BESPair WHERE PrimaryId = 1"; }

open_box --hostname standby1 --log-jobs
# An administrator's own limit, so that the test need not wait for that of the unit.
inside bash -c 'mkdir /etc/systemd/system/bes-mds-connection.service.d &&
  printf "[Service]\nTimeoutStartSec=2\n" >/etc/systemd/system/bes-mds-connection.service.d/limit.conf'

install ending-service
assert_code "a service that ends when it is ready makes the installation fail" 18
assert_says "bes-mds-connection.service (ended at once|was ready and then ended)"
assert_equal "everything that was done is undone" "|" "$(files)|$(pair)"

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
  # the program that is repaired by its administrator
  inside rm /opt/bes-standby/mds-connection/share/bes-mds-connection.behaviour
  inside systemctl start bes-mds-connection.service
  inside systemctl stop bes-mds-connection.service
  try inside "$setup" repair --service.on-start-failure keep
  assert_code "$media: a repair puts the file back and starts nothing that did not run" 0
  try inside "$setup" remove --remove-logs
  assert_code "$media: what was kept is removed" 0
done

for unit in "${deferred[@]}"; do
  assert_equal "no start of $unit was ever asked for" 0 "$(start_jobs "$unit")"
done
finish
