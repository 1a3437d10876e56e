#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# 32 computers install standbys for 8 primaries at once, over a network that cuts connections: in the end each primary has exactly
# one standby, with its SRP credentials, and nothing is reserved. Each computer is its standby's, or is as before.
#   crowd.sh FIRST LAST: the rounds from FIRST to LAST. Where connections are cut differs from round to round, by its number.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/postgresql_server.sh"
first=${1:-1}
last=${2:-20}
computers=32
primaries=8
# In memory: what a disk takes for its syncs would hide how close the race is.
memory=$(mktemp -d -p /dev/shm)
chmod 755 "$memory"
clean_ups+=("rm -rf $memory")
secret=$work/password
printf '%s\n' "$database_password" >"$secret"
chmod 600 "$secret"
address=(--database.backend postgresql --database.server localhost --database.user besadmin
  --database.password "file:$secret" --database.ca-file "$work/authority.crt")
sed '/^location = /d; /^\[database\]/,/^$/d' "$lab/standby.ini" >"$work/standby.ini"

make_primaries() {
  make_server
  query -d postgres -c 'CREATE DATABASE "crowd" OWNER besadmin'
  "$setup" database create "${address[@]}" --database.port "$port" --database.name crowd >/dev/null
  query -d crowd >/dev/null <<END
INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role,
                          SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort)
SELECT n, 'BES-' || n, 'bes-' || n, 'bes-' || n || '.example.org', 'CN=Mail01/O=Acme', '5.0', 'primary',
       'S1000000' || n, '7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-000' || n, 'srp.practice.invalid', 3101
FROM generate_series(1, $primaries) n;
INSERT INTO ServerAddress (ServerConfigId, Address) SELECT n, '192.0.2.' || n FROM generate_series(1, $primaries) n;
INSERT INTO ServerComponent (ServerConfigId, Component)
SELECT n, c FROM generate_series(1, $primaries) n, (VALUES ('router'), ('dispatcher'), ('policy')) AS Component (c);
SELECT setval(pg_get_serial_sequence('serverconfig', 'id'), $primaries);
END
}

# What COMMAND says of this computer is kept; $code is its exit code.
run() { # COMPUTER COMMAND OPTION...
  local computer=$1
  shift
  "$setup" "$@" --root "$memory/$computer" >"$memory/$computer.output" 2>&1
  code=$?
  echo "[exit code $code]" >>"$memory/$computer.output"
  cat "$memory/$computer.output" >>"$memory/$computer.all"
}

# An administrator who does not give up: until the standby is installed, or another computer's is. Who is turned away waits as long as
# that took, and some more: on a busy machine those who ask would leave no time to those who install.
install() { # NUMBER
  local computer=on-$1 code try began
  for ((try = 1; try <= 60; ++try)); do
    began=${EPOCHREALTIME/./}
    run "$computer" install --answer-file "$work/standby.ini" "${through[@]}" --standby.computer "$computer" \
      --standby.name "standby-$1" --primary.name "BES-$(($1 % primaries + 1))"
    case $code in
      0 | 2) break ;;
      10) ! grep -q "(final)\|already has the standby" "$memory/$computer.output" || break ;; # otherwise it is reserved
    esac
    sleep "$(((${EPOCHREALTIME/./} - began) / 1000 + RANDOM % 3000))e-3"
  done
  echo "$code" >"$memory/$computer.code"
}

in_crowd() { query -d round -c "$1"; }
# Setup's own record of a run that was undone stays.
tree() { snapshot "$memory/$1" | grep -vE "$memory/$1/var/(lib|log)/bes-standby-setup"; }

look_at_computers() {
  local number installed=0
  for ((number = 1; number <= computers; ++number)); do
    run "on-$number" recover "${recovery[@]}"
    [ "$code" -eq 0 ] || not_so "round $round: on-$number is recovered" "exit code $code" "$(cat "$memory/on-$number.output")"
    case $(cat "$memory/on-$number.code") in
      0)
        installed=$((installed + 1))
        [ "$(in_crowd "SELECT State FROM BESPair WHERE StandbyComputer = 'on-$number'")" = final ] ||
          not_so "round $round: on-$number, which is installed, has its pair" "$(cat "$memory/on-$number.all")"
        ;;
      10) [ "${before//on-0/on-$number}" = "$(tree "on-$number")" ] ||
        not_so "round $round: on-$number is as before" "$(diff <(echo "${before//on-0/on-$number}") <(tree "on-$number"))" ;;
      *) not_so "round $round: on-$number ends" "$(cat "$memory/on-$number.code")" "$(tail -n 40 "$memory/on-$number.all")" ;;
    esac
  done
  [ $installed -eq $primaries ] || not_so "round $round: $primaries are installed" "$installed"
}

look_at_pairs() {
  local pairs
  pairs=$(in_crowd "
    SELECT count(*), count(DISTINCT p.Id) FROM BESPair JOIN ServerConfig p ON p.Id = PrimaryId JOIN ServerConfig s ON s.Id = StandbyId
    WHERE State = 'final' AND (p.SRPIdentifier, p.SRPAuthenticationKey, p.SRPHost) = (s.SRPIdentifier, s.SRPAuthenticationKey, s.SRPHost)")
  [ "$pairs" = "$primaries|$primaries" ] || not_so "round $round: each primary has one standby with its credentials" "$pairs"
  pairs=$(in_crowd "SELECT (SELECT count(*) FROM BESPair), (SELECT count(*) FROM ServerConfig)")
  [ "$pairs" = "$primaries|$((2 * primaries))" ] || not_so "round $round: nothing is reserved or left" "$pairs"
}

make_primaries
cuts=0
runs=0
for ((round = first; round <= last && failures == 0; ++round)); do
  query -d postgres -c 'DROP DATABASE IF EXISTS "round" WITH (FORCE)' -c 'CREATE DATABASE "round" TEMPLATE crowd OWNER besadmin' 2>/dev/null
  rm -rf "${memory:?}"/*
  for ((number = 0; number <= computers; ++number)); do "$source_folder/tests/lab/make-computer" "$lab" "$memory/on-$number"; done
  before=$(tree on-0)
  exec {proxy}< <(exec python3 "$source_folder/tests/lab/cutting_proxy.py" "$port" 0.3 "$round")
  proxy_process=$!
  read -r -u "$proxy" proxy_port
  through=("${address[@]}" --database.name round --database.port "$proxy_port")
  recovery=(--database.password "file:$secret")
  crowd=()
  for ((number = 1; number <= computers; ++number)); do
    install "$number" &
    crowd+=($!)
  done
  wait "${crowd[@]}"
  kill -USR1 "$proxy_process"
  look_at_computers
  look_at_pairs
  kill "$proxy_process"
  exec {proxy}<&-
  runs=$((runs + $(cat "$memory"/on-*.all | grep -c '^.exit code')))
  cuts=$((cuts + $(cat "$memory"/on-*.all | grep -cE '\[database\.(lost|connect|tls)\]')))
done
[ $cuts -gt 0 ] || not_so "connections were cut" "none was"
[ $failures -gt 0 ] || echo "ok: rounds $first to $last of $computers computers, each with $primaries pairs in the end; $runs runs, of which $cuts ended by a cut connection"
finish
