#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# `bes-standby-setup practice`, from the build folder and from an installed copy: a practice computer is made, and a standby is
# installed on it, shown, failed over and removed. Every line says PRACTICE, nothing outside of the practice folder changes, and
# practice never meets what is real.
. "$(dirname "$0")/assertions.sh"

chmod 755 "$work"
image=$work/image
for component in setup practice; do
  try env -u LC_ALL DESTDIR="$image" cmake --install "$BES_BUILD" --prefix /usr --component $component
  assert_code "the component $component is installed" 0
done
installed=$image/usr/bin/bes-standby-setup

practice() { # WHAT EXPECTED-CODE PROGRAM WORD...: and every line says so
  local what=$1 expected=$2
  shift 2
  try "$1" practice "${@:2}"
  assert_code "$what" "$expected"
  assert_equal "$what: every line says PRACTICE" "" "$(grep -v '^PRACTICE | ' <<<"$output")"
}

# What practice must leave alone, with the time of each change.
machine() {
  find /etc /opt /usr /local /srv /var/lib/bes-standby* /var/log/bes-standby* "$image" "$lab" -printf '%p %y %m %U:%G %s %C@ %l\n' \
    2>/dev/null | LC_ALL=C sort
}
traces() { # DIR: of its container
  local name
  name=practice-$(cksum <<<"$1" | cut -d ' ' -f 1)
  grep "$name" /proc/self/mountinfo
  find /run/bes-box /sys/fs/cgroup -maxdepth 2 -name "*$name" 2>/dev/null
}

rehearse() { # KIND PROGRAM DIR [OPTION]
  local kind=$1 program=$2 dir=$3 before made
  shift 3
  before=$(machine)
  practice "a practice site is made, with a $kind" 0 "$program" "$@" "$dir"
  assert_says "The practice computer: a $kind"
  made=$(snapshot "$dir")
  practice "made again, it is there already" 0 "$program" "$@" "$dir"
  assert_says "already.*nothing was changed"
  assert_equal "nothing of it changes then" "$made" "$(snapshot "$dir")"

  practice "without a standby there is nothing to fail over" 22 "$program" failover "$dir"
  assert_says "no standby.*practice install $dir"
  practice "and nothing to remove" 22 "$program" remove "$dir"
  assert_says "no standby.*practice install $dir"

  practice "a standby is installed" 0 "$program" install "$dir"
  assert_says "BES-NORTH-standby is installed on standby1"
  practice "its status is shown: Domino replicates" 25 "$program" status "$dir"
  assert_says "of 250 state databases have a replica"
  practice "a failover is shown" 0 "$program" failover "$dir"
  assert_says "only imitates the failover process of the vendor"
  if [ "$kind" = container ]; then
    for service in mail-store policy synchronization; do assert_says "bes-$service.service +inactive +active"; done
    assert_says "bes-router.service +active +active"
  else
    assert_says "nothing is started.*bes-mail-store.service.*bes-policy.service.*bes-synchronization.service"
  fi
  practice "the standby is removed" 0 "$program" remove "$dir"
  practice "it is gone" 22 "$program" status "$dir"
  assert_equal "the machine is as it was" "$before" "$(machine)"
  assert_equal "and nothing of it goes on" "" "$(traces "$dir")"
}

as_ordinary() { try setpriv --reuid=65534 --regid=65534 --clear-groups "$installed" "$@"; }

folder=$work/folder
rehearse folder "$installed" "$folder" --folder
if reason=$("$source_folder/app/practice/container" possible 2>&1); then
  rehearse container "$setup" "$work/container"
  rehearse container "$installed" "$work/second"
  as_ordinary practice install "$work/second"
  assert_code "an ordinary account can't use it" 4
  assert_says "needs root.*run it through sudo: sudo bes-standby-setup practice install $work/second"
else
  echo "no container: $reason"
fi
if [ "$(id -u)" -eq 0 ]; then
  mkdir "$work/own"
  chown 65534:65534 "$work/own"
  as_ordinary practice "$work/own/site"
  assert_code "an ordinary account makes a folder" 0
  assert_says "it needs root.*for a container: sudo bes-standby-setup practice $work/own/site"
  for action in install remove; do
    as_ordinary practice $action "$work/own/site"
    assert_code "and can $action there" 0
    assert_equal "which says PRACTICE" "" "$(grep -v '^PRACTICE | ' <<<"$output")"
  done
fi

# by the marks of computer and database alone, however setup is called
try "$setup" status --local --root "$folder/root"
assert_equal "who calls setup for the practice computer by hand sees PRACTICE" "" "$(grep -v '^PRACTICE | ' <<<"$output")"
try "$setup" check --answer-file "$folder/standby.ini"
assert_equal "where an answer file tells the computer, too" "" "$(grep -v '^PRACTICE | ' <<<"$output")"
try "$setup" status --local --root "$folder/root" --json
assert "so does JSON" python3 -c 'import json, sys; sys.exit(json.loads(sys.argv[1])["practice"] is not True)' "$output"
computer=$work/computer
"$source_folder/tests/lab/make-computer" "$lab" "$computer"
try "$setup" status --local --root "$computer"
assert_equal "of another computer nothing says so" "" "$(grep PRACTICE <<<"$output")"
try "$setup" status --local --root "$computer" --json
assert_equal "not in JSON either" "" "$(grep practice\" <<<"$output")"
try "$setup" check --answer-file "$folder/standby.ini" --root "$computer"
assert_code "a computer that is real does not take the practice database" 7
assert_says "it is the database of a practice folder, and this is not a practice computer"
cp "$lab/BESMgmt.db" "$work/real.db"
try "$setup" check --answer-file "$folder/standby.ini" --database.location "$work/real.db"
assert_code "a practice computer does not take a database that is real" 7
assert_says "this is a PRACTICE computer, and the database is not that of a practice folder"

# what is refused
mkdir "$work/used" && touch "$work/used/file"
practice "a folder with other things is no practice folder" 2 "$setup" "$work/used"
assert_says "exists and is not a practice folder"
practice "nothing is installed in it" 2 "$setup" install "$work/used"
assert_says "make one first: .*practice $work/used"
assert_equal "it is as it was" file "$(ls "$work/used")"
practice "an action that is none" 2 "$setup" instal "$folder"
assert_says "known are wizard, install"
practice "an action without folder" 2 "$setup" install
assert_says "DIR is missing"
practice "nothing at all" 2 "$setup"
practice "the kind is chosen when it is made" 2 "$setup" install "$folder" --folder
practice "a file is no practice folder" 2 "$setup" "$work/used/file"
try env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$setup" practice wizard "$folder"
assert_code "the wizard needs a desktop" 2
assert_says "PRACTICE.*needs a desktop.*practice install $folder"
try env DISPLAY=:0 "$installed" practice wizard "$folder"
assert_code "and to be installed" 2
assert_says "install the package bes-standby-wizard"
exec 8<"$folder/PRACTICE"
flock 8
practice "one command at a time" 20 "$setup" status "$folder"
exec 8<&-
timeout -s TERM 0.4 "$setup" practice --folder "$work/interrupted" >/dev/null 2>&1
assert "what was interrupted is no practice folder" [ ! -e "$work/interrupted" ]
rm -r "$image/usr/libexec/bes-standby-setup/practice"
practice "without its package" 2 "$installed" "$work/none"
assert_says "install the package bes-standby-practice"
finish
