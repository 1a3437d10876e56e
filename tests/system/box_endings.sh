#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# On a running systemd: a start that hangs is ended by a signal, programs in sbin are found by whoever became root without "-",
# reasons are free of what systemctl writes for those who look for mistakes in it, and what is left of a removal is finished.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

install() { try inside "${before[@]}" "$setup" install --answer-file "$lab/standby.ini" --media.folder "$lab/media/$1"; }
before=()
open_box --hostname standby1 --log-jobs

# A service that never gets ready
inside bash -c '"$@" >/root/said 2>&1; echo $? >/root/code' bash "$setup" install --answer-file "$lab/standby.ini" \
  --media.folder "$lab/media/hanging-service" &
waiting=$!
for ((i = 0; i < 600; ++i)); do
  inside grep -q "waiting for.*MDS Connection" /root/said 2>/dev/null && break
  sleep 0.1
done
sleep 1
inside pkill -TERM -x bes-standby-set
begin=$(date +%s%N)
for ((i = 0; i < 200; ++i)); do
  inside grep -qi "rolling back" /root/said && break
  sleep 0.1
done
reacted=$((($(date +%s%N) - begin) / 1000000))
assert "a signal is heard within two seconds (took $reacted ms)" test $reacted -le 2000
wait $waiting
took=$((($(date +%s%N) - begin) / 1000000))
output=$(inside cat /root/said) code=$(inside cat /root/code)
assert_code "the run is cancelled" 21
assert "all is undone within 30 seconds (took $took ms)" test $took -le 30000
assert_equal "nothing is left" "" "$(inside bash -c 'ls -d /opt/bes-standby /etc/bes-standby /etc/systemd/system/bes-* 2>/dev/null')"
assert_equal "no job is left" "No jobs running." "$(inside systemctl list-jobs --no-pager)"

# As after "su" without "-", with systemctl told to speak of everything
before=(env PATH=/usr/local/bin:/usr/bin:/bin SYSTEMD_LOG_LEVEL=debug SYSTEMD_COLORS=1)
install failing-service
assert_code "a service that fails" 18
refute "the reason is free of systemctl's own traces" grep -qE $'\x1b|Bus .*: changing state|See "systemctl|Calling manager' <<<"$output"
install good
assert_code "useradd is found" 0
assert "the account is there" inside getent passwd bes

# An account that is in use can't be removed: the rest is done, and what is left is done later
inside bash -c 'setsid setpriv --reuid=bes --regid=bes --clear-groups sleep 1000 </dev/null >/dev/null 2>&1 & sleep 0.5'
try inside "$setup" remove
assert_code "the removal is not finished" 18
assert_says "Can't remove the account bes"
refute "the advice is not to create it" grep -qi "create the account" <<<"$output"
refute "advices are sentences of their own" grep -qE '[a-z] (Then run|Mend|Run) ' <<<"$output"
try inside "$setup" recover
refute "the steps are counted" grep -q '/0\]' <<<"$output"
inside pkill -KILL -x sleep
sleep 0.5
try inside "$setup" recover
assert_code "then it is finished" 0
refute "the steps are counted then too" grep -q '/0\]' <<<"$output"
refute "the account is gone" inside getent passwd bes
finish
