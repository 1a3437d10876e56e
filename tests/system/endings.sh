#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Whatever a command waits for (a database, a name service, Domino, a lock, a person, a pipe), a signal ends it within two
# seconds, with exit code 21 and a word about it, and nothing is left behind.
. "$(dirname "$0")/assertions.sh"

root=$work/root
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
request=(--answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org)
sqlite=(--database.location "$work/BESMgmt.db")
before=$(snapshot "$root" "$work/BESMgmt.db")

# ends WHAT SIGNAL SECONDS COMMAND...
ends() {
  local what=$1 ended took said
  shift
  output=$(python3 "$source_folder/tests/system/endings.py" "$@" 2>&1)
  [ "$1" != prompt ] || shift
  read -r ended took said < <(tr '\n' ' ' <<<"$output")
  assert_equal "$what: $1 ends it with 21" 21 "$ended"
  [ "$ended" = 21 ] || echo "    | $said"
  assert "$what: within two seconds (took $took ms)" test "${took:-9999}" -le 2000
  output=$said
}

# A server that takes connections and says nothing
python3 -c 'import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
taken = []
while True: taken.append(server.accept())' >"$work/port" &
clean_ups+=("kill $!")
until [ -s "$work/port" ]; do sleep 0.1; done
silent=(--database.backend postgresql --database.server 127.0.0.1 --database.port "$(cat "$work/port")" --database.name BESMgmt
  --database.user besadmin --database.tls off)
answers=$work/standby.ini # without what belongs to SQLite
sed '/^location = /d; /^\[database\]/,/^$/d' "$lab/standby.ini" >"$answers"
for signal in SIGINT SIGTERM SIGHUP; do
  ends "a database that does not answer" $signal 1 "$setup" check --answer-file "$answers" "${request[@]:2}" "${silent[@]}"
done
for command in plan install detect "database show"; do
  read -ra words <<<"$command"
  given=(--answer-file "$answers" "${request[@]:2}" "${silent[@]}")
  [ "$command" != "database show" ] || given=("${silent[@]}")
  ends "$command" SIGTERM 1 "$setup" "${words[@]}" "${given[@]}"
done
assert_says "run.cancelled"
ends "check --json" SIGTERM 1 "$setup" check --json --answer-file "$answers" "${request[@]:2}" "${silent[@]}"
assert_says '"run.cancelled"'

# A file that another program has locked
python3 -c 'import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN EXCLUSIVE")
time.sleep(60)' "$work/BESMgmt.db" &
locker=$!
clean_ups+=("kill $locker 2>/dev/null")
sleep 1
ends "a database that is locked" SIGTERM 1 "$setup" install "${request[@]}" "${sqlite[@]}"
kill $locker
wait $locker 2>/dev/null

# A probe that hangs
mkdir "$work/bin"
cp "$setup" "$work/bin/"
printf '#!/bin/sh\nexec sleep 987\n' >"$work/bin/bes-domino-probe"
chmod 755 "$work/bin/bes-domino-probe"
ends "Domino that does not answer" SIGTERM 2 "$work/bin/bes-standby-setup" check "${request[@]}" "${sqlite[@]}"
refute "the probe is gone too" pgrep -f "sleep 987"
ends "install with Domino that does not answer" SIGINT 2 "$work/bin/bes-standby-setup" install "${request[@]}" "${sqlite[@]}"
rm "$work/bin/bes-domino-probe"

# A pipe into which nobody writes
mkfifo -m 600 "$work/fifo"
ends "an answer file that does not come" SIGHUP 1 "$setup" check --answer-file "$work/fifo"

# A question
for signal in SIGINT SIGTERM SIGHUP; do
  ends "a question on the terminal" prompt $signal "$setup" answers seal
  assert_equal "the terminal shows again what is typed" ECHO "$(tr -d ' ' <<<"$output")"
done

# A name service that does not answer
if [ "$(id -u)" -eq 0 ] && command -v ip >/dev/null && unshare -mn true 2>/dev/null; then
  echo "nameserver 127.0.0.1" >"$work/resolv.conf"
  output=$(unshare -mn bash -c 'ip link set lo up && mount --bind "$1" /etc/resolv.conf && shift
    python3 -c "import socket, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((\"127.0.0.1\", 53)); time.sleep(30)" & sleep 1
    python3 "$@"; kill $!' bash "$work/resolv.conf" "$source_folder/tests/system/endings.py" SIGTERM 1 "$setup" check \
    --answer-file "$answers" "${request[@]:2}" "${silent[@]/127.0.0.1/db.example.org}")
  read -r code took output < <(tr '\n' ' ' <<<"$output")
  assert_equal "a name service that does not answer" 21 "$code"
  assert "within two seconds (took $took ms)" test "${took:-9999}" -le 2000
fi

assert_equal "nothing of all that left a trace" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"
finish
