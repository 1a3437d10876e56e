#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Removes the standby from the file system of a computer that does not run: without media, every file, unit, account and
# row that the installation brought is gone, and the computer is as it was, but for logs and setup's own record.
. "$(dirname "$0")/assertions.sh"

root=$work/root
database=$work/BESMgmt.db
where=(--root "$root")
# What setup keeps of itself, and notes.ini's time, are not compared.
computer() { snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup"; }
contents() { sqlite3 "$database" .dump; }
install() {
  try "$setup" install --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
    --database.location "$database"
}
remove() { try "$setup" remove "${where[@]}" "$@"; }

"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"
before=$(computer)
contents_before=$(contents)

remove
assert_code "where nothing is installed" 22
assert_equal "nothing was changed" "$before" "$(computer)"

install
assert_code "the standby is installed" 0
installed=$(snapshot "$root")
remove --dry-run
assert_code "a dry run" 0
assert_says "Remove the task BES from ServerTasks"
assert_says "can then get another standby"
assert_says "What stays"
assert_equal "a dry run changes nothing" "$installed" "$(snapshot "$root")"
"$setup" remove "${where[@]}" --dry-run --json >"$work/plan.json"
assert_equal "a dry run for programs is the plan" remove \
  "$(sqlite3 :memory: "SELECT readfile('$work/plan.json') ->> 'command'")"

# A database that is away
mv "$database" "$database.away"
remove
assert_code "without the database" 7
assert_says "--keep-registration"
assert_equal "the refusal changes nothing" "$installed" "$(snapshot "$root")"
mv "$database.away" "$database"

# Promoted
sqlite3 "$database" "UPDATE ServerConfig SET ActsAs = 'primary' WHERE ServerName = 'BES-NORTH-standby'"
remove
assert_code "a promoted standby" 24
assert_says "fail over to BES-NORTH first"
assert_equal "the refusal changes nothing" "$installed" "$(snapshot "$root")"
sqlite3 "$database" "UPDATE ServerConfig SET ActsAs = NULL WHERE ServerName = 'BES-NORTH-standby'"

remove
assert_code "the standby is removed" 0
assert_equal "the computer is as it was before" "$before" "$(computer)"
assert_equal "so is the database" "$contents_before" "$(contents)"
try "$setup" status "${where[@]}"
assert_code "status knows no standby" 22
remove
assert_code "a second removal has nothing to remove" 22

# What others added stays, and is named; logs stay unless asked.
install
assert_code "it can be installed again" 0
echo mine >"$root/opt/bes-standby/router/local.conf"
echo old >"$root/var/log/bes-standby/router.log"
remove --json
assert_code "with files of others it is removed too" 0
assert_says '"/opt/bes-standby/router/local.conf: not installed by setup"'
assert_equal "what others added stays, and the logs" \
  "$(printf '%s\n' "$root/opt/bes-standby/router/local.conf" "$root/var/log/bes-standby/router.log")" \
  "$(find "$root/opt/bes-standby" "$root/etc/bes-standby" "$root/var/log/bes-standby" -type f 2>/dev/null)"
rm -r "$root/opt/bes-standby" "$root/var/log/bes-standby"

install
echo old >"$root/var/log/bes-standby/router.log"
remove --remove-logs
assert_code "with its logs it is removed" 0
assert_equal "the computer is as it was before" "$before" "$(computer)"

# An account and a task that were there before stay.
echo 'bes:x:1500:1500::/:/bin/sh' >>"$root/etc/passwd"
echo 'bes:x:1500:' >>"$root/etc/group"
sed -i 's/^\(ServerTasks=.*\)/\1,BES/' "$root/local/notesdata/notes.ini"
before=$(computer)
install
remove
assert_code "it is removed where account and task were there before" 0
assert_equal "they stay" "$before" "$(computer)"

# The computer's part alone
install
mv "$database" "$database.away"
remove --keep-registration
assert_code "without the database, the computer's part" 0
assert_says "database release BES-NORTH --database.location $database --standby BES-NORTH-standby"
assert_equal "the computer is as it was before" "$before" "$(computer)"
mv "$database.away" "$database"
try "$setup" database release BES-NORTH --database.location "$database"
assert_code "the pair of an installed standby is not released by mistake" 10
assert "it is when the standby is named" "$setup" database release BES-NORTH --database.location "$database" \
  --standby BES-NORTH-standby
assert_equal "the database is as before" "$contents_before" "$(contents)"

finish
