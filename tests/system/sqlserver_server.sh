# SPDX-License-Identifier: Apache-2.0
# Sourced by tests on a stand-in for SQL Server of their own (tests/lab/sqlserver), on "localhost" with TLS: $server is its
# folder, $port its port. It ends with the test. It is NO Microsoft SQL Server: it speaks the protocol with the real ODBC
# driver, and keeps the rows in a SQLite file with the same tables and rules. That setup's statements are right T-SQL, and
# that a SQL Server locks as it should, is not seen here.
# shellcheck shell=bash disable=SC2034,SC2154,SC2119,SC2120 # variables of and for the tests; words that functions may get

compgen -G '/usr/lib/*/odbc/libtdsodbc.so' >/dev/null || compgen -G '/usr/lib64/libtdsodbc.so*' >/dev/null ||
  skip "no ODBC driver for SQL Server is installed (package tdsodbc)"
database_password="pass;word}'\\=1 Łódź"

server=$(mktemp -d)
chmod 755 "$server"
clean_ups+=("rm -rf $server" "stop_server" "stop_server partner")
port=$((20000 + RANDOM % 5000))
partner_port=$((port + 5000))
die="kill -KILL \$(cat $server/principal.pid)"

# Its own port and rules for what happens (the file principal.rules), the same rows: a mirror, or the server itself.
start_server() { # [partner]
  local name=${1:-principal} own=$port
  [ "$name" = principal ] || own=$partner_port
  stop_server "$name"
  rm -f "$server/$name.port"
  # it ends with its standard input, and that with the test
  tail -f --pid=$$ /dev/null | python3 "$source_folder/tests/lab/sqlserver/stand_in.py" --port "$own" --database "$server/behind.db" \
    --user besadmin --password "$database_password" --certificate "$server/server.crt" --key "$server/server.key" \
    --script "$server/$name.rules" --log "$server/$name.log" >"$server/$name.port" 2>"$server/$name.errors" &
  echo "$!" >"$server/$name.pid"
  disown # nobody has to be told that it was killed
  local i
  for ((i = 0; i < 100; ++i)); do
    [ ! -s "$server/$name.port" ] || return 0
    sleep 0.1
  done
  not_so "the stand-in $name starts" "$(cat "$server/$name.errors")"
}
stop_server() { # [partner]
  local file=$server/${1:-principal}.pid
  [ -e "$file" ] || return 0
  kill -KILL "$(cat "$file")" 2>/dev/null
  rm "$file"
}
ask() { for statement; do sqlite3 -cmd ".timeout 10000" "$server/behind.db" "$statement"; done; }

make_server() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout "$server/server.key" -out "$server/server.crt" \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null
  cp "$server/server.crt" "$work/authority.crt"
  start_server
}

make_database() { # NAME: with the practice site, made by setup
  "$setup" database create "${address[@]}" --database.name "$1" >/dev/null
  sqlite3 "$server/behind.db" <"$source_folder/app/practice/data/primaries.sql"
}
