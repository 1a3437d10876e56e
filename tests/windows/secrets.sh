#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Passwords in an answer file on Windows: sealed with a passphrase as on Linux (tests/system/command_line/answers.sh), and with a key
# that Windows keeps, for an account or for the computer.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

password=correct-horse-battery
mkdir -p "$lab"
printf '%s\r\n' "$password" > "$work/password"
assert "a database is made" make_database

never_says() { # TEXT
  if grep -qF -- "$1" <<< "$output"; then not_so "does not say it" "$output"; else echo "ok: does not say it"; fi
}
seal() { setup answers seal "$@" < "$work/password" 2> /dev/null | tr -d '\r'; }
show() { # TEXT: with an answer file that has it
  printf '[database]\r\nlocation = C:\\lab\\BESMgmt.db\r\npassword = %s\r\n' "$1" > "$lab/sealed.ini"
  try setup database show --answer-file C:/lab/sealed.ini
}
# Wine takes the name of who works from this variable, and makes the key of it.
as_another_account() { USER=somebody "$@"; }

for scope in account computer; do
  sealed=$(seal --dpapi $scope)
  assert "sealed for $scope, in one line" [ -n "$(grep -xE 'dpapi:[A-Za-z0-9+/=]+' <<< "$sealed")" ]
  show "$sealed"
  assert_code "an answer file with it is used, without a passphrase" 0
  never_says "$password"
  show "${sealed%??????}AAAA=="
  assert_code "it is refused when it was changed" 2
  assert_says "changed"
  assert_says "answers seal --dpapi"
  never_says "$password"
done
# of what is sealed for the computer too, so that only a real Windows can show that it opens for another account
as_another_account show "$(seal --dpapi account)"
assert_code "what was sealed for an account does not" 2
assert_says "Another account"
never_says "$password"

cp "$work/password" "$lab/password"
chmod 644 "$lab/password" # Wine makes an access list of it
show 'file:C:\lab\password'
assert_code "a file that everybody can read is not used" 2
assert_says 'icacls C:\\lab\\password /inheritance:r /grant:r'
chmod 600 "$lab/password"
show 'file:C:\lab\password'
assert_code "one that is its owner's alone is used" 0
never_says "$password"

try setup answers seal --dpapi everybody
assert_code "for whom it does not know" 2
assert_says "account or computer"
json=$(seal --json --dpapi computer)
assert "JSON has it too" [ -n "$(grep '"sealed": "dpapi:' <<< "$json")" ]

export BES_STANDBY_PASSPHRASE="my phrase"
sealed=$(seal)
assert "sealed with a passphrase, in one line" [ -n "$(grep -xE 'sealed:[A-Za-z0-9+/=]+' <<< "$sealed")" ]
show "$sealed"
assert_code "the passphrase opens it" 0
BES_STANDBY_PASSPHRASE=another
show "$sealed"
assert_code "another does not" 2
finish
