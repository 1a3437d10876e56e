#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The Ansible collection with real ansible-core, on a fleet of practice computers whose one PostgreSQL is all that they share: the
# first run changes every computer, the second none; where one computer fails the others are right, and the play can be run again.
# No secret is in what Ansible says, in a command line or in a file.
#   BES_FLEET_COMPUTERS  how many (20)
. "$(dirname "$0")/assertions.sh"
for program in ansible-playbook ansible-galaxy; do
  command -v $program >/dev/null || skip "no $program is installed (package ansible-core)"
done
need_root
. "$(dirname "$0")/postgresql_server.sh"
. "$(dirname "$0")/fleet.sh"

make_fleet
install_collection
assert_equal "the collection has the version of setup" "version: $("$setup" version --json | sed -n 's/^  "version": "\([^"]*\)".*/\1/p')" \
  "$(grep '^version: ' "$source_folder/packaging/ansible/galaxy.yml")"
before=$(everything)

run_play "check mode" --check --diff --limit "$few"
recap_says "check mode says of a computer that it would change" 3 0
assert_says "Reserve primary BES-1 for this computer"
assert_equal "and changes nothing" "$before" "$(everything)"
assert_equal "in the database neither" 0 "$(in_fleet "SELECT count(*) FROM BESPair")"

run_play "the first run"
recap_says "the first run changes every computer" "$computers" 0
assert_equal "each primary has one standby, with its SRP credentials" "$computers|$computers" "$(in_fleet "
  SELECT count(*), count(DISTINCT p.Id) FROM BESPair JOIN ServerConfig p ON p.Id = PrimaryId JOIN ServerConfig s ON s.Id = StandbyId
  WHERE State = 'final' AND StandbyComputer = lower(p.ServerName) || '-here' AND
        (p.SRPIdentifier, p.SRPAuthenticationKey, p.SRPHost) = (s.SRPIdentifier, s.SRPAuthenticationKey, s.SRPHost)")"
installed=$(everything)

run_play "the second run"
recap_says "the second run changes nothing" 0 0
assert_equal "not a file either" "$installed" "$(everything)"

# From here on the standby alone, with one component less. The media of one computer is away.
later=(-e '{"certificates": [], "components": {"components.omit": ["alert"]}}')
mv "$memory/media-of-2" "$memory/media-away"
run_play "a run in which one computer fails" "${later[@]}"
assert_code "the play fails" 2
recap_says "the others are changed" $((computers - 1)) 1
assert_says "fatal: \[computer2\]: FAILED"
assert_says "\"id\": \"media\.[a-z]+\""
assert_equal "they have one component less" $((computers - 1)) "$(in_fleet "
  SELECT count(*) FROM ServerConfig s WHERE Role = 'standby' AND
    NOT EXISTS (SELECT 1 FROM ServerComponent WHERE ServerConfigId = s.Id AND Component = 'alert')")"
assert_equal "the one that failed is as before" "$(of_computer 2 <<<"$installed")" "$(everything | of_computer 2)"
mv "$memory/media-away" "$memory/media-of-2"
run_play "run again" --limit "$few" "${later[@]}"
recap_says "run again, only the one that failed is changed" 1 0

root=$memory/computer1
rm "$root/opt/bes-standby/router/bin/bes-router"
readme=$memory/computer2/opt/bes-standby/router/share/doc/README
changed=$(tr aeiou eioua <"$readme") && echo "$changed" >"$readme" # of the same size: only a comparison finds that
run_play "damage" --limit "$few" --diff "${later[@]}"
recap_says "a missing file and a changed one are repaired" 2 0
assert_says "router/bin/bes-router: is missing"
assert_says "repair: Move 1 file into place"

one_computer() { run_play "$1" --limit computer1 "${later[@]}" "${@:2}"; }
lock=$root/var/lib/bes-standby-setup/lock
(umask 077 && printf '%s\n' 4711 2026-11-22T10:00:00Z "bes-standby-setup install" >"$lock")
exec {held}<"$lock"
flock "$held"
one_computer "busy" -e bes_standby_busy_timeout=1
recap_says "a run that is in progress does not end in time" 0 1
assert_says "\"exit_code\": \{\"id\": \"busy\", \"number\": 20\}"
{ sleep 3; flock --unlock "$held"; } &
one_computer "wait"
recap_says "a run that is in progress is waited for" 0 0

# Newer media, and at the same time the component again.
. "$source_folder/tests/system/other_media.sh"
make_newer_tree "$work/tree"
make_media_of "$work/newer" "$work/tree" "'$.version', '5.0.1'"
in_fleet "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-1'"
newer=(-e '{"components": {}, "more": {"media.folder": "'"$work/newer"'"}}')
one_computer "newer media" -v "${newer[@]}"
recap_says "the standby is upgraded" 1 0
assert_says "\"commands\": \[\"upgrade\"\]"
one_computer "newer media again" "${newer[@]}"
recap_says "once" 0 0
in_fleet "UPDATE ServerConfig SET ProductVersion = '5.0' WHERE ServerName = 'BES-1'"

run_play "the removal" -e bes_standby_state=absent
recap_says "every standby is removed" "$computers" 0
assert_equal "from the database too" "0|$computers" "$(in_fleet "SELECT (SELECT count(*) FROM BESPair), (SELECT count(*) FROM ServerConfig)")"
run_play "the removal again" -e bes_standby_state=absent --limit "$few"
recap_says "nothing is left to remove" 0 0

# Setup, but that its first plan is outdated, and then a service does not start.
cat >"$work/setup-with-troubles" <<END
#!/bin/bash
[ "\$1" = install ] || exec "$setup" "\$@"
if mkdir "$work/outdated" 2>/dev/null; then
  echo '{"event": "result", "outcome": "failed", "exit_code": {"number": 17, "id": "plan-outdated"}, "log": null,
    "failure": {"id": "plan.outdated", "what": "The plan is outdated", "why": "", "advice": "", "answers": [], "command": ""}}' | tr -d '\n'
  exit 17
fi
"$setup" "\$@" | sed 's/"exit_code":{"number":0,"id":"success"}/"exit_code":{"number":28,"id":"not-started"}/
  s/"not_started":\[\]/"not_started":[{"id": "service.start", "what": "bes-router.service did not start", "why": "It ended", "advice": ""}]/'
exit 28
END
chmod 755 "$work/setup-with-troubles"
run_play "troubles" --limit computer3 -e bes_standby_program="$work/setup-with-troubles" -v
recap_says "it plans again, and a service that does not start is no failure" 1 0
assert "the first plan was outdated" test -d "$work/outdated"
assert_equal "and there is a warning" 1 "$(grep -cF '[WARNING]: bes-router.service did not start [service.start]: It ended.' "${said[-1]}")"
assert "with the exit code of setup" grep -qF '"exit_code": {"id": "not-started", "number": 28}' "${said[-1]}"

# Killed where the packages are staged: the primary is reserved, and nothing is registered.
(umask 077 && echo "$database_password" >"$work/one.password")
strace -f -o /dev/null -e trace=syncfs -e inject=syncfs:signal=KILL:when=1 \
  env ASAN_OPTIONS=detect_leaks=0 "$setup" install --root "$root" --answer-file "$work/one.ini" >/dev/null 2>&1
rm "$work/one.password"
assert_equal "a run was interrupted" 1 "$("$setup" status --root "$root" --json | grep -c '"unfinished_run": {')"
one_computer "interrupted" --check --diff
assert_says "recover: Roll back the install of"
in_fleet "DELETE FROM BESPair WHERE PrimaryId = 1" # now another computer has reserved the primary
in_fleet "INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, Since)
          VALUES (1, 'bes-1', 'BES-1-standby', 'elsewhere', 'reserved', 'other', '2026-11-29T00:00:00Z')"
one_computer "taken"
recap_says "a primary that is taken is refused" 0 1
assert_says "\"failure\": \{\"id\": \"primary\.no-standby\""
assert_says "\"changed\": true, \"commands\": \[\"recover\"\]"
in_fleet "DELETE FROM BESPair WHERE PrimaryId = 1"

# With all that Ansible can say, and every program start.
strace -f -qq -s 65536 -e trace=execve,execveat -o "$work/trace" env ASAN_OPTIONS=detect_leaks=0 \
  "${ansible[@]}" -vvvv --diff --limit computer1 "${later[@]}" "$work/play.yml" >"$work/said" 2>&1
output=$(cat "$work/said")
recap_says "a traced run installs" 1 0
assert "what it does is seen" grep -q 'bes-standby-setup", "install", "--json"' "$work/trace"
refute "no program start has the password" grep -qF "$database_password" "$work/trace"
refute "Ansible does not say it" grep -qF "$database_password" "$work/said" "${said[@]}"
assert "but that there is one" grep -q '"database_password": "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"' "$work/said"
refute "it says no SRP authentication key" grep -qF 7f3a-91c4-0be2-d85e "$work/said" "${said[@]}"
assert_equal "no file has the password but the one that it was read from" "$work/secrets.yml" \
  "$(grep -rlF --exclude-dir=server "$database_password" "$work" "$memory")"
folder=$(grep -oE -m1 '"--plan", "[^"]*/plan.json"' "$work/trace" | cut -d'"' -f4)
assert "the module has a folder for its plan" test -n "$folder"
refute "which is gone" test -e "$(dirname "$folder")"
assert_equal "and nothing of Ansible's is left" "" "$(find "$home/.ansible/tmp" -maxdepth 1 -name 'ansible-tmp-*')"
one_computer "a password among the answers" -vvv -e '{"more": {"database.password": "'"$database_password"'"}}'
recap_says "a password among the answers is refused" 0 1
refute "and not repeated" grep -qF "$database_password" <<<"$output"

# What people read.
try "${documents[@]}" bes.standby.standby
assert_says "no_log|handed over in memory only"
try "${documents[@]}" bes.standby.standby_info
assert_says "status --json"
try "${documents[@]}" -t role bes.standby.standby
assert_says "bes_standby_certificates"
finish
