#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Files of others in the places that setup writes, on the file system of a computer that does not run: check names each, the
# installation refuses, keeps them where it is told to, and the removal puts them back to the bit.
. "$(dirname "$0")/assertions.sh"
need_root

root=$work/root
database=$work/BESMgmt.db
units=$root/etc/systemd/system
here=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org --database.location "$database")
computer() { snapshot "$root" | grep -vE "$root/var/(lib|log)/"; }

"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"

mine() { # FILE CONTENT MODE OWNER
  mkdir -p "$(dirname "$root/$1")"
  echo "$2" >"$root/$1"
  chown "$4" "$root/$1"
  chmod "$3" "$root/$1"
  touch -d '2001-02-03 04:05:06.789' "$root/$1"
}

# The three places of an administrator's report, each alone
for place in etc/systemd/system/bes-router.service etc/bes-standby/standby.ini opt/bes-standby/router/bin/bes-router; do
  mine "$place" "somebody's" 640 12:34
  before=$(computer)
  try "$setup" check "${here[@]}"
  assert_code "/$place is in the way" 30
  assert_says "/$place \\(file of"
  assert_says "--existing.files keep"
  try "$setup" install "${here[@]}"
  assert_code "nothing is installed over /$place" 30
  assert_equal "and nothing is changed" "$before" "$(computer)"
  rm -rf "${root:?}/etc/systemd" "$root/etc/bes-standby" "$root/opt/bes-standby"
done

# Units of others that would start a deferred service: no answer lets setup install beside them
would_start() { # PATH CONTENT UNIT
  mine "$1" "" 644 0:0
  printf '%b' "$2" >"$root/$1"
  before=$(computer)
  for answer in refuse keep; do
    try "$setup" check "${here[@]}" --existing.files "$answer"
    assert_code "/$1 is foreseen" 30
    assert_says "/$1 \\(file of.*it starts $3"
    try "$setup" install "${here[@]}" --existing.files "$answer"
    assert_code "beside /$1 nothing is installed" 30
  done
  assert_equal "/$1: nothing is changed" "$before" "$(computer)"
  rm -rf "${root:?}/$1"
}
would_start etc/systemd/system/foo.service '[Unit]\nWants=bes-policy.service\n[Service]\nExecStart=/bin/true\n' bes-policy.service
would_start usr/lib/systemd/system/bes-policy.path '[Path]\nPathExists=/etc\n' bes-policy.service
would_start usr/lib/systemd/system/mail.timer '[Timer]\nOnBootSec=1\nUnit=bes-active.target\n' bes-active.target
rm -rf "${root:?}/etc/systemd" "$root/usr/lib/systemd"

# The folder of the boot's links
wants=$root/etc/systemd/system/multi-user.target.wants
no_links() { # WHAT WORDS
  before=$(computer)
  try "$setup" check "${here[@]}"
  assert_code "$1 is foreseen" 3
  assert_says "multi-user.target.wants.*$2"
  try "$setup" install "${here[@]}"
  assert_code "$1: nothing is installed" 3
  assert_equal "$1: nothing is changed" "$before" "$(computer)"
}
mkdir -p "$root/etc/systemd/system"
echo "a file" >"$wants"
no_links "a file in the place of the links" "is not a folder"
rm "$wants"
ln -s /srv/nowhere "$wants"
no_links "a link that leads to nothing" "has no target"
rm "$wants"
mkdir "$wants"
chmod 777 "$wants"
no_links "links that everybody can change" "everybody"
chmod 755 "$wants"
if chattr +i "$wants" 2>/dev/null; then
  no_links "an immutable folder" "immutable"
  chattr -i "$wants"
fi
rm -rf "${root:?}/etc/systemd"

# All kinds at once
mine etc/systemd/system/bes-router.service "# somebody's" 640 12:34
mine etc/bes-standby/standby.ini "; somebody's" 600 12:34
mine opt/bes-standby/router/bin/bes-router "a program" 4751 12:34
mine opt/bes-standby/policy "a file where a folder has to be" 644 0:0
mine opt/bes-standby/attachment/bin/bes-attachment/inside "in a folder where a file has to be" 600 12:34
mine opt/bes-standby/.staging/inside "in a folder that setup would empty" 600 0:0
mine etc/systemd/system/bes-policy.service.d/own.conf "[Service]" 644 0:0
mine usr/lib/systemd/system/bes-dispatcher.service "# of a package" 644 0:0
if command -v setfattr >/dev/null; then setfattr -n user.note -v mine "$root/etc/bes-standby/standby.ini" 2>/dev/null; fi
mkdir -p "$units/multi-user.target.wants" "$units/other.target.requires" "$root/opt/bes-standby/dispatcher/bin"
chown 12:34 "$root/opt/bes-standby/dispatcher"
ln -s /dev/null "$units/bes-alert.service"
ln -s ../bes-router.service "$units/multi-user.target.wants/bes-router.service"
ln -s ../bes-policy.service "$units/other.target.requires/bes-policy.service"
ln -s bes-policy.service "$units/mail.service"
before=$(computer)
times() { (cd "$root" && find etc/systemd etc/bes-standby opt/bes-standby ! -type d -printf '%p %T@ %s %l\n' | sort); }
times_before=$(times)

try "$setup" check "${here[@]}"
assert_code "all of it is in the way" 30
for place in /etc/systemd/system/bes-router.service /etc/bes-standby/standby.ini /opt/bes-standby/router/bin/bes-router \
  /opt/bes-standby/policy /opt/bes-standby/attachment/bin/bes-attachment /opt/bes-standby/.staging \
  /etc/systemd/system/bes-policy.service.d /usr/lib/systemd/system/bes-dispatcher.service \
  /opt/bes-standby/dispatcher /etc/systemd/system/bes-alert.service \
  /etc/systemd/system/multi-user.target.wants/bes-router.service \
  /etc/systemd/system/other.target.requires/bes-policy.service /etc/systemd/system/mail.service; do
  assert_says "$place \\("
done
try "$setup" install "${here[@]}" --existing.files keep
assert_code "with an answer it is installed" 0
try "$setup" status --root "$root" --local
assert_says "/etc/bes-standby/standby.ini +kept as"
refute "a deferred service is not started with something else" test -e "$units/other.target.requires/bes-policy.service"
try "$setup" repair --root "$root"
assert_code "there is nothing to repair" 0
try "$setup" remove --root "$root" --dry-run
assert_says "Put other files back"
assert_says "/etc/bes-standby/standby.ini: is restored"
try "$setup" remove --root "$root"
assert_code "it is removed" 0
assert_equal "the computer is as it was before" "$before" "$(computer)"
assert_equal "with the times of files" "$times_before" "$(times)"

# What setup can't move, or what would hide its own, is refused whatever is answered
rm -rf "${root:?}/etc/systemd" "$root/etc/bes-standby" "$root/opt/bes-standby" "$root/usr/lib/systemd"
mine run/systemd/transient/bes-router.service "# hides it" 644 0:0
try "$setup" install "${here[@]}" --existing.files keep
assert_code "a unit that hides setup's own" 30
assert_says "/run/systemd/transient/bes-router.service \\("
rm -r "$root/run/systemd"
mkdir -p "$root/opt/bes-standby"
chown 12:34 "$root/opt/bes-standby"
try "$setup" install "${here[@]}" --existing.files keep
assert_code "an installation folder of somebody else's" 30
rmdir "$root/opt/bes-standby"

# Logs that a removal left; in between somebody else gets the number of the account
try "$setup" install "${here[@]}"
assert_code "it is installed again" 0
number=$(stat -c %u "$root/var/log/bes-standby")
echo line >"$root/var/log/bes-standby/router.log"
chown "$number:$number" "$root/var/log/bes-standby/router.log"
ln -s /etc/shadow "$root/var/log/bes-standby/link"
ln "$root/etc/hosts" "$root/var/log/bes-standby/second-name" 2>/dev/null
try "$setup" remove --root "$root"
assert_code "it is removed again" 0
assert_equal "the logs are root's" 0:0 "$(stat -c %u:%g "$root/var/log/bes-standby/router.log")"
echo "zed:x:$number:$number::/:/bin/sh" >>"$root/etc/passwd"
try "$setup" install "${here[@]}"
assert_code "and installed with another number" 0
other=$(stat -c %u "$root/var/log/bes-standby")
assert "the account has another number, and the folder" test "$other" -ne "$number" -a "$other" -ne 0
assert_equal "and the logs are its" "$other" "$(stat -c %u "$root/var/log/bes-standby/router.log")"
finish
