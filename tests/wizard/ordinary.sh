#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# An ordinary account installs a standby with the wizard as it is installed, in a real systemd: the Domino servers answer nobody
# but their account and administrators, so it becomes one for that and for the installation, once by sudo and once by pkexec.
. "$(dirname "$0")/../system/assertions.sh"
. "$(dirname "$0")/../system/box.sh"
need_root
for program in sudo pkexec pkttyagent; do command -v $program >/dev/null || skip "$program is not installed"; done

open_box --hostname standby1
assert "setup and the wizard are installed" inside bash -c "for component in setup wizard; do
  cmake --install '$BES_BUILD' --component \$component; done" # where pkexec's policy says that they are
installed=$(sed -n 's/^CMAKE_INSTALL_PREFIX:PATH=//p' "$BES_BUILD/CMakeCache.txt")/bin
# In the box alone: she reads the tests and their answers, which may lie in a home that is closed.
for folder in "$source_folder" "$lab"; do
  while [ "$folder" != / ]; do inside chmod go+x "$folder"; folder=$(dirname "$folder"); done
done
inside bash -c '
  useradd --create-home --shell /bin/bash alice && echo "alice:of alice" | chpasswd
  chmod 750 /local/notesdata
  chgrp alice "$1"/BESMgmt.db && chmod 640 "$1"/BESMgmt.db # her own account can read the primaries
  echo "Defaults timestamp_timeout=0
alice ALL=(root) $2/bes-standby-setup" >/etc/sudoers.d/alice && chmod 440 /etc/sudoers.d/alice
  cp -n "$2"/../share/polkit-1/actions/* /usr/share/polkit-1/actions/ # polkitd looks nowhere else
  cat >/etc/polkit-1/rules.d/40-alice.rules
  systemctl restart polkit' bash "$lab" "$installed" <<'END'
polkit.addRule(function (action, subject) {
    if (action.id == "internal.bes_standby_setup.run" && subject.user == "alice") return polkit.Result.AUTH_SELF;
});
END

by_means() { # sudo|pkexec
  inside install -o alice -m 600 /dev/null /home/alice/asked
  inside install -o alice -m 700 /dev/stdin /home/alice/askpass <<'END'
#!/bin/sh
echo once >>/home/alice/asked
echo "of alice"
END
  inside setpriv --reuid=alice --regid=alice --init-groups --reset-env env BES_BUILD="$BES_BUILD" BES_NO_SKIP="${BES_NO_SKIP:-}" \
    ASAN_OPTIONS=detect_leaks=0 PYTHONDONTWRITEBYTECODE=1 INSTALLED="$installed" ANSWERS="$lab/standby.ini" PASSWORD_ASKED=/home/alice/asked \
    SUDO_ASKPASS=/home/alice/askpass PATH=/usr/bin:/bin /usr/bin/python3 "$source_folder/tests/wizard/ordinary_test.py" "$1"
}

assert "by pkexec" by_means pkexec
try inside "$installed/bes-standby-setup" status --local
assert_code "the standby is there" 0
try inside "$installed/bes-standby-setup" remove
assert_code "it is removed again" 0
inside rm /usr/bin/pkexec
assert "by sudo, where there is no pkexec" by_means sudo
try inside "$installed/bes-standby-setup" status --local
assert_code "the standby is there" 0
finish
