#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The whole life of a standby whose configuration database is kept in SQL Server, by a stand-in for it that is no Microsoft
# SQL Server (sqlserver_server.sh): refused with a wrong password, installed, modified, repaired, upgraded, removed, by way of
# the failover partner too, and the server going away in the middle. The password is in no file, argument or output.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/sqlserver_server.sh"
. "$(dirname "$0")/server_life.sh"

address=(--database.backend sqlserver --database.server "localhost,$port" --database.user besadmin
  --database.password "file:$secret" --database.ca-file "$work/authority.crt")
section=("backend = sqlserver" "server = localhost,$port" "partner = localhost,$partner_port" "name = BESMgmt" "user = besadmin"
  "password = file:$secret" "ca-file = $work/authority.crt")
# An administrator's settings for other programs, which would write the password and keys down.
mkdir "$work/traced" "$work/odbc"
printf '%s\n' "[ODBC]" "Trace = Yes" "TraceFile = $work/traced/odbc" >"$work/odbc/odbcinst.ini"
export ODBCSYSINI=$work/odbc TDSDUMP=$work/traced/tds TDSDUMPCONFIG=$work/traced/config

make_server
make_database BESMgmt
make_site
kept_partner() { sqlite3 :memory: "SELECT readfile('$root/var/lib/bes-standby/receipt.json') ->> 'failover_partner'"; }

refused_with_a_wrong_password "Login failed for user 'besadmin'"
echo '[{"at": "login", "errors": [[4060, "Cannot open database \"nothing\" requested by the login."], [18456, "Login failed."]]}]' \
  >"$server/principal.rules"
try "$setup" install "${request[@]}" --database.name nothing
assert_code "a database that does not exist is refused" 7
assert_says "does not exist.*database.name"
rm "$server/principal.rules"
try "$setup" install "${request[@]}" --database.ca-file "$lab/keys/stranger.crt"
assert_code "a certificate of somebody else is refused" 7
assert_says "certificate verify failed.*database.ca-file"
try "$setup" install "${request[@]}" --database.port 1433
assert_code "the port is a part of the server" 2
assert_says "database.port has no effect with database.backend sqlserver"
try "$setup" database show --database.backend sqlserver
assert_code "what is missing is told" 2
assert_says "the server, the database and the account"

install_it
assert_equal "the receipt names no failover partner that answered" "" "$(kept_partner)"
modify_and_repair_it
upgrade_it
without_the_server "localhost.*Connection refused.*the failover partner localhost,$partner_port: "
remove_it "Login failed for user"
server_goes_away_in_the_middle

# The principal has become the mirror: its partner has the database now.
start_server partner
echo '[{"at": "login", "errors": [[954, "The database cannot be opened. It is acting as a mirror database."], [18456, "Login failed."]]}]' \
  >"$server/principal.rules"
try "$setup" check "${request[@]}"
assert_says "The failover partner answers in place of the database server.*by the failover partner localhost,$partner_port"
try "$setup" install "${request[@]}"
assert_code "by the failover partner the standby is installed" 0
assert_says "the failover partner localhost,$partner_port answers in place of localhost,$port"
assert_equal "which the receipt keeps" "localhost,$partner_port" "$(kept_partner)"
assert_equal "the pair is in the database" "$installed" "$(rows | but_standbys_id)"
try "$setup" database show "${address[@]}" --database.name BESMgmt --database.partner "localhost,$partner_port"
assert_says "The failover partner localhost,$partner_port answered"
rm "$server/principal.rules"
ask "UPDATE ServerConfig SET SRPAuthenticationKey = 'old' WHERE ServerName = 'BES-NORTH-standby'"
try "$setup" repair --root "$root"
assert_code "after the way back the server answers itself" 0
assert_equal "which the receipt keeps" "" "$(kept_partner)"
try "$setup" remove --root "$root"
assert_code "the standby is removed" 0
assert_equal "from the database too" "$rows_before" "$(rows)"
password_is_nowhere "pass;word}'\\\\=1"
srp_key_is_nowhere "$server"/*.log
assert_equal "nothing was traced, whatever the variables say" "" "$(ls "$work/traced")"
finish
