#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Whatever keeps useradd from making the service's account is found by check, and makes install refuse with the same exit
# code before anything is changed. What useradd bears, check bears.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root
open_box --hostname standby1

# Looked at through the account files' own names: setup must not have touched them.
everything() { inside bash -c 'find /etc /opt /var/lib/bes-standby* -printf "%p %y %m %U:%G %s %T@ %l\n" 2>/dev/null | LC_ALL=C sort'; }
asked() { try inside "$setup" "$1" --answer-file "$lab/standby.ini"; }

# refused WHAT TEXT MAKE UNDO: with what the shell words MAKE make; UNDO takes it away
refused() {
  local before command
  inside bash -c "cp -a /etc/passwd /etc/group /etc/shadow /etc/gshadow /root/; $3"
  before=$(everything)
  for command in check install; do
    asked $command
    assert_code "$1: $command refuses" 3
    assert_says "account bes can't be created.*$2"
  done
  assert_equal "$1: nothing is changed" "$before" "$(everything)"
  try inside "$setup" recover
  assert_code "$1: there is nothing to recover" 0
  inside bash -c "$4"
}
inside mkdir -p /root

refused "a lock without a process" "passwd\.lock does not name a process" ': >/etc/passwd.lock' 'rm /etc/passwd.lock'
refused "a lock whose number ends with a line" "group\.lock does not name a process" 'echo 99999 >/etc/group.lock' 'rm /etc/group.lock'
refused "a lock that is a folder" "shadow\.lock is a folder" 'mkdir /etc/shadow.lock' 'rmdir /etc/shadow.lock'
refused "a lock that without a target" "without a target" 'ln -s nowhere /etc/gshadow.lock' 'rm /etc/gshadow.lock'
refused "a lock of a living process" "process 1 is changing accounts" 'printf 1 >/etc/passwd.lock' 'rm /etc/passwd.lock'
for file in passwd group shadow gshadow; do
  refused "a folder where useradd writes $file" "/etc/$file\+ is a folder" "mkdir /etc/$file+" "rmdir /etc/$file+"
done
refused "an account file that is a folder" "/etc/shadow is a folder" 'rm /etc/shadow; mkdir /etc/shadow' \
  'rmdir /etc/shadow; cp -a /root/shadow /etc/'
refused "an account file that is a link" "/etc/gshadow is a symbolic link" 'mv /etc/gshadow /etc/other; ln -s other /etc/gshadow' \
  'rm /etc/gshadow; mv /etc/other /etc/gshadow'
refused "the file of accounts as a link" "/etc/passwd is a symbolic link" 'mv /etc/passwd /etc/other; ln -s other /etc/passwd' \
  'rm /etc/passwd; mv /etc/other /etc/passwd'
refused "login.defs without numbers" "SYS_UID_MIN 500, SYS_UID_MAX 400" \
  'cp -a /etc/login.defs /root/; printf "SYS_UID_MIN 500\nSYS_UID_MAX 400\n" >>/etc/login.defs' \
  'cp -a /root/login.defs /etc/'
refused "no free number for a group" "new group of the system" \
  'for i in {1..999}; do echo "s$i:x:$i:"; done >>/etc/group' 'cp -a /root/group /etc/'
refused "no userdel" "userdel is not installed" 'mv /usr/sbin/userdel /root/' 'mv /root/userdel /usr/sbin/'

# What useradd bears
inside bash -c 'printf 999999 >/etc/passwd.lock; echo old >/etc/group+; rm -f /etc/gshadow'
asked check
assert_code "the lock of a process that is gone is no obstacle to check" 0
asked install
assert_code "nor to install" 0
try inside "$setup" remove
assert_code "it is removed" 0
finish
