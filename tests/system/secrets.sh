#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The primary's SRP authentication key is copied inside the database and is nowhere else: in no file that the whole
# installation wrote in a box, no process argument or environment, no output.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

key=7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92
patterns=$work/patterns
# With and without hyphens, and its parts.
printf '%s\n' "$key" "${key//-/}" "${key:0:24}" "${key:25}" "$(tr -d - <<<"${key:0:24}")" >"$patterns"
files_with_key() { grep -rlaiF -f "$patterns" "$@"; }

open_box --hostname standby1
said=$work/said
mkdir "$said"
traced() { # NAME ARGUMENT...: with every program start, its arguments and environment
  local name=$1
  shift
  # the leak sanitizer, where it is built in, can't work in a process that is traced
  inside env ASAN_OPTIONS=detect_leaks=0 strace -f -qq -v -s 65536 -e trace=execve,execveat -o "/root/$name.trace" "$setup" "$@" \
    >"$said/$name.stdout" 2>"$said/$name.stderr"
}
answers=(--answer-file "$lab/standby.ini")
for command in detect check plan; do
  assert "$command" traced "$command" "$command" "${answers[@]}"
  assert "$command --json" traced "$command-json" "$command" "${answers[@]}" --json
done
assert "install" traced install install "${answers[@]}"
assert "status" traced status status --json
assert "database show" traced database database show --database.location "$lab/BESMgmt.db"
assert "database show --json" traced database-json database show --database.location "$lab/BESMgmt.db" --json
inside journalctl --sync
inside journalctl --no-pager -o export >"$said/journal"
inside bash -c 'for p in /proc/[0-9]*; do tr "\0" " " <$p/cmdline; tr "\0" " " <$p/environ; done' >"$said/processes" 2>/dev/null

sql() { inside sqlite3 "$lab/BESMgmt.db" "$1"; }
assert_equal "the pair is in the database" "BES-NORTH|BES-NORTH-standby|final" "$(sql "
  SELECT ServerName, StandbyName, State FROM BESPair JOIN ServerConfig ON ServerConfig.Id = PrimaryId
  WHERE ServerName = 'BES-NORTH'")"
assert_equal "the standby has the primary's SRP credentials" "S12345678|$key|srp.practice.invalid|3101" "$(sql "
  SELECT SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort FROM ServerConfig
  WHERE ServerName = 'BES-NORTH-standby'")"

# Everything that the box wrote, whoever wrote it: its copy-on-write layer.
written=/run/bes-box/$box/changes
database=$written/root$lab/BESMgmt.db
[ -e "$database" ] || database=$(find "$written" -name BESMgmt.db)
assert_equal "of all files written in the box only the database has the key" "$database" "$(files_with_key "$written")"
assert "the installation is among those files" test -e "$written/root/opt/bes-standby/router/bin/bes-router"
assert "so is the journal of setup" test -s "$written/root/var/lib/bes-standby-setup/setup.db"
assert "the program starts were recorded" grep -q execve "$written/root/root/install.trace"
assert_equal "no output has the key" "" "$(files_with_key "$said")"
assert "a fingerprint stands for it" grep -rqi "$(printf %s "$key" | sha256sum | cut -c1-16)" "$said"
finish
