#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: a service that fails at its start, or does not get ready in time, makes setup undo everything; a
# port that is taken and a computer that is a primary are refused.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

# The account tools keep backups of their own files; setup's own record of the failed run stays.
everything() {
  inside bash -c "$(declare -f snapshot)"'
    snapshot /opt /etc /local /srv /var/lib /var/log | grep -vE "/etc/\S+-( |$)|/var/log/journal|/var/log/wtmp|\
/var/lib/systemd|/var/lib/bes-standby-setup|/var/log/bes-standby-setup|/etc/\.pwd\.lock|/var/log/(lastlog|faillog|btmp)"'
}
database() { inside sqlite3 "$lab/BESMgmt.db" .dump; }
install() { try inside "$setup" install --answer-file "$lab/standby.ini" "$@"; }

open_box --hostname practice-here

before=$(everything)
database_before=$(database)
install
assert_code "a primary is not turned into a standby" 11
assert_says "practice-here"
install --primary.name BES-HERE
assert_code "a primary's own computer gets no standby" 9
assert_equal "refusals change no file" "$before" "$(everything)"

inside hostname standby1
inside systemd-run -q --unit taken /usr/bin/python3 -m http.server 3200
for _ in {1..50}; do inside bash -c '</dev/tcp/127.0.0.1/3200' 2>/dev/null && break; sleep 0.1; done
install
assert_code "a port that is taken is refused" 15
assert_says "3200"
assert_says "python3"
inside systemctl stop taken.service
assert_equal "the refusal changes no file" "$before" "$(everything)"

install --media.folder "$lab/media/failing-service"
assert_code "a service that fails at its start makes the installation fail" 18
assert_says "MDS Connection"
assert_says "told to fail at its start"
assert_equal "everything that was done is undone" "$before" "$(everything)"
assert_equal "the database is as before" "$database_before" "$(database)"
assert_equal "no unit of the standby is left" "" "$(inside systemctl list-units --all --plain --no-legend 'bes-*')"
refute "the service account is gone" inside getent passwd bes

# An administrator's own limit, so that the test need not wait for that of the unit.
inside bash -c 'mkdir /etc/systemd/system/bes-mds-connection.service.d &&
  printf "[Service]\nTimeoutStartSec=2\n" >/etc/systemd/system/bes-mds-connection.service.d/limit.conf'
before=$(everything)
install --media.folder "$lab/media/hanging-service" --existing.files keep # the limit that was put there
assert_code "a service that does not get ready makes the installation fail" 18
assert_says "MDS Connection"
assert_equal "everything is undone again" "$before" "$(everything)"
assert_equal "in the database too" "$database_before" "$(database)"

install --existing.files keep
assert_code "the next run, with good media, installs" 0
assert "and its services run" active bes-mds-connection.service
finish
