#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A site that began with a SQLite file goes on with PostgreSQL, with its standby, and comes back. What is no empty database is
# left alone.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/postgresql_server.sh"
. "$(dirname "$0")/server_life.sh"

section=("backend = postgresql" "server = localhost" "port = $port" "name = BESMgmt" "user = besadmin"
  "password = file:$secret" "ca-file = $work/authority.crt")
printf '%s\n' "[database]" "${section[@]}" >"$work/server.ini"
printf '%s\n' "[database]" "location = $work/back.db" >"$work/file.ini"
address=(--answer-file "$work/server.ini")
make_server
query -d postgres -c "CREATE DATABASE \"BESMgmt\" OWNER besadmin"
database=$work/BESMgmt.db
cp "$lab/BESMgmt.db" "$database"
"$source_folder/tests/lab/make-computer" "$lab" "$root"
contents() { # DATABASE: its rows, where the order of texts does not depend on the system
  local table
  for table in ServerConfig ServerAddress ServerComponent UserConfig BESPair; do
    sqlite3 "$1" "SELECT * FROM $table" | LC_ALL=C sort
  done
}

try "$setup" install --answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org \
  --database.location "$database"
assert_code "a standby is installed with the file" 0
before=$(contents "$database")

# What can't be
try "$setup" database copy --database.location "$database"
assert_code "without a database to fill nothing is copied" 2
assert_says "Name an answer file with --to"
try "$setup" database copy --database.location "$database" --to "$work/nothing.ini"
assert_code "an answer file that is not there is refused" 2
printf '%s\n' "[database]" "location = $lab/BESMgmt.db" >"$work/full.ini"
try "$setup" database copy --database.location "$database" --to "$work/full.ini"
assert_code "a database that exists is refused" 7
assert_says "exists"
try "$setup" database copy --database.location "$work/nothing.db" --to "$work/server.ini"
assert_code "what is not there is not copied" 7

# There
try "$setup" database copy --database.location "$database" --to "$work/server.ini"
assert_code "everything is copied to the server" 0
assert_says "UserConfig +250 rows"
assert_says "BESMgmt on localhost:$port has everything that $database has"
assert_equal "the file is as before" "$before" "$(contents "$database")"
try "$setup" database copy --database.location "$database" --to "$work/server.ini"
assert_code "a second time the database is not empty" 7
assert_says "already has tables"
try "$setup" repair --root "$root" "${address[@]}"
assert_code "the standby goes on with the server" 0
assert "its services are told" grep -qx "server=localhost" "$root/etc/bes-standby/standby.ini"
try "$setup" repair --root "$root"
assert_code "then there is nothing to repair" 0
assert_says "nothing to do"

# And back
try "$setup" database copy "${address[@]}" --to "$work/file.ini" --json
assert_code "everything is copied back to a file" 0
assert_equal "and told to programs" "copied 250" \
  "$(sqlite3 :memory: "SELECT '${output//\'/\'\'}' ->> 'done' || ' ' || ('${output//\'/\'\'}' ->> '\$.rows.UserConfig')")"
assert_equal "every row came back" "$before" "$(contents "$work/back.db")"
try "$setup" remove --root "$root"
assert_code "the standby is removed from the server" 0
assert_equal "which has the pair no more" 0 "$(ask "SELECT count(*) FROM BESPair WHERE PrimaryId = 1")"
srp_key_is_nowhere_but() { grep -rlaF 7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92 "$work" "$root" | LC_ALL=C sort; }
assert_equal "the SRP authentication key is in the files alone" "$(printf '%s\n' "$database" "$work/back.db" | LC_ALL=C sort)" \
  "$(srp_key_is_nowhere_but)"
finish
