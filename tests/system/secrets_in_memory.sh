#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Between two steps that use the database its password stands nowhere in the memory of setup but in the heap for secrets, which
# comes into no core file: neither what was read nor what libraries made of it stays behind. No process that may hold it leaves a
# core file, and other accounts can't look into it.
. "$(dirname "$0")/assertions.sh"
need_root
. "$(dirname "$0")/postgresql_server.sh"

secret=$work/password
printf '%s\n' "$database_password" >"$secret"
chmod 600 "$secret"
address=(--database.backend postgresql --database.server localhost --database.port "$port" --database.user besadmin
  --database.ca-file "$work/authority.crt") # a copy: the server's folder is its account's
make_server
cp "$server/server.crt" "$work/authority.crt"
export BES_STANDBY_DATABASE_PASSWORD=file:$secret
make_database BESMgmt
answers=$work/standby.ini
{
  sed '/^location = /d; /^\[database\]/,/^$/d' "$lab/standby.ini"
  printf '%s\n' "" "[database]" "backend = postgresql" "server = localhost" "port = $port" "name = BESMgmt" \
    "user = besadmin" "ca-file = $work/authority.crt"
} >"$answers"
unset BES_STANDBY_DATABASE_PASSWORD

# begun ENV COMMAND...: an installation that is stopped when its second step begins; $pid
begun() {
  local line
  root=$work/$((++number))
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  mkfifo "$work/said.$number"
  "$@" install --answer-file "$answers" --root "$root" --standby.computer standby1.example.org >"$work/said.$number" 2>&1 \
    7< <(sleep 1; cat "$secret") &
  pid=$!
  exec 8<"$work/said.$number"
  while read -r line <&8; do
    case $line in '[2/'* | '[3/'*) break ;; *remedy:* | *why:*) echo "    | $line" ;; esac
  done
  kill -STOP "$pid"
}

# It goes on to its end; $code.
ended() {
  kill -CONT "$pid"
  cat <&8 >/dev/null
  exec 8<&-
  wait "$pid"
  code=$? output=
  "$setup" remove --root "$root" --database.password "file:$secret" >/dev/null 2>&1
}

# copies_of WHAT ENV COMMAND...: counts between two steps that use the database. On a busy computer the stop may come so late
# that the next of these steps has begun: then it is tried again.
copies_of() {
  local what=$1 copies
  shift
  for _ in 1 2 3 4 5; do
    begun "$@"
    copies=$(python3 "$source_folder/tests/system/memory_copies.py" $pid "$database_password" "pass%20word%27s" 2>"$work/where")
    ! timeout 0.5 cat <&8 | grep -q '^\[9/' || { ended; continue; }
    break
  done
  assert_equal "$what: no copy of the password is left" 0 "$copies"
  [ "$copies" = 0 ] || sed 's/^/    | /' "$work/where"
  assert_equal "$what: others can't look into it" 0:0 "$(stat -c %u:%g /proc/"$pid"/environ)"
  refute "$what: nor is it in the variables that it was given" grep -qaF "$database_password" "/proc/$pid/environ"
  assert "$what: no core file" grep -qE '^Max core file size +[01] +[01] ' "/proc/$pid/limits"
  ended
  assert_code "$what: the installation goes on" 0
}
number=0
copies_of "from a file" env BES_STANDBY_DATABASE_PASSWORD="file:$secret" "$setup"
copies_of "from a pipe" env BES_STANDBY_DATABASE_PASSWORD=file:/dev/fd/7 "$setup"
copies_of "from a variable" env BES_STANDBY_DATABASE_PASSWORD=env:ITS_PASSWORD ITS_PASSWORD="$database_password" "$setup"
copies_of "plain" env BES_STANDBY_DATABASE_PASSWORD="plain:$database_password" BES_STANDBY_ANSWERS_ALLOW_PLAIN_SECRETS=yes "$setup"
sealed=$(printf '%s\n' "$database_password" | BES_STANDBY_PASSPHRASE=open "$setup" answers seal)
copies_of "sealed" env BES_STANDBY_DATABASE_PASSWORD="$sealed" BES_STANDBY_PASSPHRASE=open "$setup"
finish
