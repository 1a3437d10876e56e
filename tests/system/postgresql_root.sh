#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The whole life of a standby whose configuration database is kept in PostgreSQL: refused with a wrong password, installed,
# modified, repaired, upgraded, removed, and the server going away in the middle. The password is in no file, argument or
# output.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/postgresql_server.sh"
. "$(dirname "$0")/server_life.sh"

address=(--database.backend postgresql --database.server localhost --database.port "$port" --database.user besadmin
  --database.password "file:$secret" --database.ca-file "$work/authority.crt")
section=("backend = postgresql" "server = localhost" "port = $port" "name = BESMgmt" "user = besadmin"
  "password = file:$secret" "ca-file = $work/authority.crt")
make_server
make_database BESMgmt
make_site

refused_with_a_wrong_password "password authentication failed for user"
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

install_it
modify_and_repair_it
upgrade_it
without_the_server "localhost.*Connection refused"
remove_it "password authentication failed"
password_is_nowhere "pass%20word"
srp_key_is_nowhere "$server/log"
server_goes_away_in_the_middle
finish
