#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The packages in BES_PACKAGES are upgraded and purged while a standby runs that they have installed, in a real systemd: it
# runs on, nothing of it changes, and it starts with the computer. Run by packaging/try-packages, with the practice environment
# in BES_LAB.
mkdir -p "$BES_BUILD/tests/system"
. "$(dirname "$0")/../assertions.sh"
. "$(dirname "$0")/../box.sh"
need_root
lab=$BES_LAB
setup=/usr/bin/bes-standby-setup

everything() { # what the standby is made of, and its processes
  inside bash -c "$(declare -f snapshot)
    snapshot /opt/bes-standby /etc/bes-standby /etc/systemd/system /local /var/lib/bes-standby-setup /var/lib/bes-standby $lab/BESMgmt.db
    systemctl show -P MainPID bes-router.service bes-controller.service bes-dispatcher.service"
}
packages() { inside dpkg-query -W -f '${Package} ${Version} ${db:Status-Status}\n' 'bes-standby-*' 2>/dev/null; }

"$source_folder/packaging/version-before" "$BES_PACKAGES" "$work/before"
open_box --hostname standby1 --log-jobs --with "$BES_PACKAGES" --with "$lab"

assert "the version before is installed" inside bash -c "dpkg -i '$work'/before/*.deb"
try inside "$setup" install --answer-file "$lab/standby.ini"
assert_code "it installs the standby" 0
for unit in bes-router.service bes-controller.service bes-standby.target; do assert "$unit runs" active $unit; done
before=$(everything)
assert "what is compared has the standby's programs and units" grep -c 'bes-router' <(echo "$before")

assert "this version is installed" inside bash -c "dpkg -i '$BES_PACKAGES'/*.deb"
refute "the version before is gone" grep -q ' 0.0.1 ' <(packages)
assert_equal "the upgrade changes nothing of the standby" "$before" "$(everything)"
try inside "$setup" status --local
assert_code "this version knows the standby" 0
try inside "$setup" repair --dry-run
assert_code "this version has nothing to repair" 0

try inside pkaction --verbose --action-id internal.bes_standby_setup.run
assert_says "message: +Enter the password of an administrator, so that setup"
assert_says "policykit.exec.path -> /usr/bin/bes-standby-setup"
# It is this action, and not that of any program, that pkexec asks for: where only this one is granted, only setup runs.
inside bash -c 'cat >/etc/polkit-1/rules.d/40-practice.rules; systemctl restart polkit' <<'END'
polkit.addRule(function (action, subject) {
    if (action.id == "internal.bes_standby_setup.run" && subject.user == "nobody") return polkit.Result.YES;
});
END
by_pkexec() { # which asks for the process that has called it
  # shellcheck disable=SC2016
  inside setpriv --reuid=65534 --regid=65534 --clear-groups bash -c 'pkexec "$@"; exit $?' bash "$@"
}
assert "an ordinary account runs setup as an administrator by pkexec" by_pkexec "$setup" version
refute "and no other program" by_pkexec /usr/bin/id

assert "all are purged" inside dpkg --purge bes-standby-wizard bes-standby-practice bes-standby-setup
assert_equal "dpkg knows them no more" "" "$(packages)"
assert_equal "their end changes nothing of the standby" "$before" "$(everything)"
for unit in bes-router.service bes-controller.service bes-standby.target; do assert "$unit runs" active $unit; done

"$box_program" reboot "$box"
for unit in bes-router.service bes-controller.service bes-standby.target; do
  assert "$unit starts with the computer, without setup" active $unit
done
for unit in bes-mail-store.service bes-policy.service bes-synchronization.service; do
  assert_equal "no start of $unit was ever asked for" 0 "$(start_jobs $unit)"
done

assert "setup is installed again" inside bash -c "dpkg -i '$BES_PACKAGES'/bes-standby-setup_*.deb"
try inside "$setup" remove
assert_code "it removes the standby" 0
finish
