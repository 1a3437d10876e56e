#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The whole life of a standby whose configuration database is kept in PostgreSQL: refused with a wrong password, installed,
# modified, repaired, removed, and the server going away in the middle. The password is in no file, argument or output.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/postgresql_server.sh"
fault_at=$BES_BUILD/tests/faults/fault-at

secret=$work/password
printf '%s\n' "$database_password" >"$secret"
chmod 600 "$secret"
address=(--database.backend postgresql --database.server localhost --database.port "$port" --database.user besadmin
  --database.password "file:$secret" --database.ca-file "$work/authority.crt")
make_server
make_database BESMgmt
rows() {
  query -d BESMgmt -c "SELECT * FROM ServerConfig ORDER BY Id" -c "SELECT * FROM ServerAddress ORDER BY 1, 2" \
    -c "SELECT * FROM ServerComponent ORDER BY 1, 2" -c "SELECT PrimaryId, StandbyName, State FROM BESPair ORDER BY 1" \
    -c "SELECT count(*) FROM UserConfig"
}
but_standbys_id() { sed -E 's/^[0-9]+\|//'; } # it is a new one each time

# The practice answers, with the section of the database in another way.
answers=$work/standby.ini
{
  sed '/^location = /d; /^\[database\]/,/^$/d' "$lab/standby.ini"
  printf '%s\n' "" "[database]" "backend = postgresql" "server = localhost" "port = $port" "name = BESMgmt" \
    "user = besadmin" "password = file:$secret" "ca-file = $work/authority.crt"
} >"$answers"
root=$work/root
"$source_folder/tests/lab/make-computer" "$lab" "$root"
request=(--answer-file "$answers" --root "$root" --standby.computer standby1.example.org)
everything() { snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup"; }
before=$(everything)
rows_before=$(rows)

# What can't be
echo "somebody else's" >"$work/wrong"
chmod 600 "$work/wrong"
bare=$(snapshot "$root")
for command in check plan install; do
  try "$setup" $command "${request[@]}" --database.password "file:$work/wrong"
  assert_code "$command with a wrong password is refused" 7
  assert_says "password authentication failed for user"
  assert_says "Correct the account or its password"
done
assert_equal "and nothing is changed" "$bare" "$(snapshot "$root")"
assert_equal "in the database neither" "$rows_before" "$(rows)"
try "$setup" install "${request[@]}" --database.name nothing
assert_code "a database that does not exist is refused" 7
assert_says 'database "nothing" does not exist'
try "$setup" install "${request[@]}" --database.ca-file "$lab/keys/stranger.crt"
assert_code "a certificate of somebody else is refused" 7
assert_says "certificate verify failed.*database.ca-file"
try "$setup" install "${request[@]}" --database.location "$lab/BESMgmt.db"
assert_code "a file and a server are a contradiction" 2
assert_says "database.location has no effect with database.backend postgresql"
try "$setup" database show --database.backend postgresql
assert_code "what is missing is told" 2
assert_says "the server, the database and the account"

# Install, with every program start
strace -f -qq -v -s 65536 -e trace=execve,execveat -o "$work/trace" env ASAN_OPTIONS=detect_leaks=0 \
  "$setup" install "${request[@]}" >"$work/said" 2>&1
code=$?
output=$(cat "$work/said")
assert_code "the standby is installed" 0
assert_equal "the pair is in the database" "BES-NORTH-standby|final" \
  "$(query -d BESMgmt -c "SELECT StandbyName, State FROM BESPair WHERE PrimaryId = 1")"
assert_equal "with the primary's SRP credentials" t "$(query -d BESMgmt -c "
  SELECT (p.SRPIdentifier, p.SRPAuthenticationKey, p.SRPHost) = (s.SRPIdentifier, s.SRPAuthenticationKey, s.SRPHost)
  FROM BESPair JOIN ServerConfig p ON p.Id = PrimaryId JOIN ServerConfig s ON s.Id = StandbyId WHERE p.Id = 1")"
assert "the services are told where it is" grep -qx "server=localhost" "$root/etc/bes-standby/standby.ini"
try "$setup" install "${request[@]}"
assert_code "a second run" 0
assert_says "nothing to do"
for command in "status" "status --json" "plan --json ${request[*]}" "database show ${address[*]} --database.name BESMgmt"; do
  read -ra words <<<"$command"
  [ "${words[0]}" != status ] || words+=(--root "$root")
  "$setup" "${words[@]}" >>"$work/said" 2>&1
done
installed=$(rows | but_standbys_id)

# Modify, repair
try "$setup" modify --root "$root" --components.omit alert
assert_code "a component is taken away" 0
assert_equal "in the database too" 0 "$(query -d BESMgmt -c "
  SELECT count(*) FROM ServerComponent JOIN ServerConfig ON Id = ServerConfigId
  WHERE ServerName = 'bes-north-STANDBY' AND Component = 'alert'")"
try "$setup" modify --root "$root" --components.add alert
assert_code "and comes back" 0
query -d BESMgmt -c "UPDATE ServerConfig SET SRPAuthenticationKey = 'old' WHERE ServerName = 'BES-NORTH-standby'"
try "$setup" repair --root "$root"
assert_code "a registration that differs is repaired" 0
assert_equal "it is as it was" "$installed" "$(rows | but_standbys_id)"
stop_server
try "$setup" repair --root "$root"
assert_code "without the server the computer is compared" 0
assert_says "The registration can't be compared"
try "$setup" remove --root "$root"
assert_code "but nothing is removed" 7
assert_says "localhost.*Connection refused"
start_server

# Remove
try "$setup" remove --root "$root" --database.password "file:$work/wrong"
assert_code "with a wrong password that is given anew nothing is removed" 7
assert_says "password authentication failed"
try "$setup" remove --root "$root"
assert_code "the standby is removed" 0
assert_equal "from the database too" "$rows_before" "$(rows)"

# The password is nowhere
for place in "$work" "$root"; do
  assert_equal "no file below $place has the password" "$secret" \
    "$(printf '%s\n%s' "$secret" "$(grep -rlaF -e "$database_password" -e "pass%20word" "$place")" | sort -u | sed '/^$/d')"
done
assert "the program starts were recorded" grep -q execve "$work/trace"

# The server goes away in the middle
if [ -x "$fault_at" ]; then
  export ASAN_OPTIONS=detect_leaks=0 # it can't be done in a process that is traced
  "$fault_at" "$work/calls" -- "$setup" install "${request[@]}" >/dev/null 2>&1
  "$setup" remove --root "$root" >/dev/null
  export -f stop_server
  export postgresql server
  FAULT_DO="kill -QUIT \$(head -n 1 $server/data/postmaster.pid); sleep 0.5"
  export FAULT_DO
  last=$(wc -l <"$work/calls")
  undone=0
  for ((part = 1; part <= 8; ++part)); do
    number=$((last * part / 9))
    try "$fault_at" "$work/calls.now" "do@$number" -- "$setup" install "${request[@]}"
    ended=$code
    start_server
    try "$setup" recover --root "$root"
    assert_code "after the server went away at call $number of $last (exit code $ended) recover ends well" 0
    if "$setup" status --root "$root" >/dev/null 2>&1; then
      assert_equal "the standby is installed whole" "$installed" "$(rows | but_standbys_id)"
      "$setup" remove --root "$root" >/dev/null
    else
      undone=$((undone + 1))
      assert_equal "the computer is as before" "$before" "$(everything)"
    fi
    assert_equal "and so is the database" "$rows_before" "$(rows)"
  done
  assert "some of them were undone" test "$undone" -gt 0
fi
finish
