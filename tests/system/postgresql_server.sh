# SPDX-License-Identifier: Apache-2.0
# Sourced by tests on a PostgreSQL server of their own, on "localhost" with TLS: $server is its folder, $port its port. It ends
# with the test.
# shellcheck shell=bash disable=SC2034,SC2154 # variables of and for the tests

postgresql=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
postgresql=${postgresql%/initdb}
[ -x "$postgresql/initdb" ] || skip "no PostgreSQL server is installed (package postgresql)"

# A server refuses to be root.
ordinary=()
[ "$(id -u)" -ne 0 ] || ordinary=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
database_password="pass word's"

server=$(mktemp -d)
chmod 755 "$server"
clean_ups+=("rm -rf $server" "stop_server")
port=$((20000 + RANDOM % 10000))

start_server() { "${ordinary[@]}" "$postgresql/pg_ctl" -w -s -D "$server/data" -l "$server/log" start >/dev/null 2>&1; }
die="kill -QUIT \$(head -n 1 $server/data/postmaster.pid)"
stop_server() { "${ordinary[@]}" "$postgresql/pg_ctl" -s -D "$server/data" -m immediate stop >/dev/null 2>&1; }
query() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$server" -p "$port" -U postgres "$@"; }
ask() { for statement; do query -d BESMgmt -c "$statement"; done; }

make_server() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout "$server/server.key" -out "$server/server.crt" \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
  chmod 600 "$server/server.key"
  cp "$server/server.crt" "$work/authority.crt" # root believes no certificate that the server's account could change
  [ ${#ordinary[@]} -eq 0 ] || chown -R nobody:nogroup "$server"
  "${ordinary[@]}" "$postgresql/initdb" -D "$server/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  cat >>"$server/data/postgresql.conf" <<END
listen_addresses = 'localhost'
port = $port
unix_socket_directories = '$server'
fsync = off
ssl = on
ssl_cert_file = '$server/server.crt'
ssl_key_file = '$server/server.key'
END
  printf '%s\n' "local all postgres trust" "host all all all scram-sha-256" >"$server/data/pg_hba.conf"
  start_server
  query -d postgres -v "password=$database_password" <<<"CREATE ROLE besadmin LOGIN PASSWORD :'password';"
}

make_database() { # NAME: with the practice site, made by setup
  query -d postgres -c "CREATE DATABASE \"$1\" OWNER besadmin"
  "$setup" database create "${address[@]}" --database.name "$1" >/dev/null
  query -d "$1" -f "$source_folder/app/practice/data/primaries.sql"
  query -d "$1" -c "SELECT setval(pg_get_serial_sequence('serverconfig', 'id'), 6)" >/dev/null
}
