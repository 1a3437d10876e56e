#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The report for a colleague: what it lists is what is in it; it works after a failed installation, after a good one, with an
# interrupted run, while a run is in progress, as an ordinary account and without a database; it never overwrites, and says what
# keeps it from being written. No secret of the practice environment and no person's name is in any of them: report_secrets.py.
. "$(dirname "$0")/assertions.sh"

practice_site
database=$work/BESMgmt.db
mkdir "$work/reports"
printf 'correct/horse battery+staple' >"$work/password" && chmod 600 "$work/password"
printf 'the passphrase of practice' >"$work/passphrase" && chmod 600 "$work/passphrase"
sealed=$(printf 'sealed horse 4711' | "$setup" answers seal --passphrase-file "$work/passphrase" | grep -o 'sealed:[^ ]*')
# Signed in as a person, where the system tells: alice
printf 'alice:x:1000:1000:Alice Example,,,:/home/alice:/bin/sh\n' >>"$root/etc/passwd"

# What must be in no report: keys of the database and of the signer, passwords, passphrases, a sealed text; users and their databases
{
  sqlite3 "$database" "SELECT SRPAuthenticationKey FROM ServerConfig WHERE SRPAuthenticationKey <> ''"
  cat "$work/password" && echo
  cat "$work/passphrase" && echo
  echo "sealed horse 4711"
  echo "${sealed#sealed:}"
  grep -v -- '---' "$lab/keys/signer.key"
} >"$work/secrets"
{
  sqlite3 "$database" "SELECT replace(replace(StateDatabasePath, 'BES\\State\\', ''), '.nsf', '') FROM UserConfig"
  printf '%s\n' "Practice User" user0 user1 user2 "@example.org" "Alice Example" /home/alice
} >"$work/names"
assert "there are keys and names to look for" test "$(wc -l <"$work/secrets")" -gt 8 -a "$(wc -l <"$work/names")" -gt 250

unpack() { # ARCHIVE: into $unpacked, without the folder that is in it
  unpacked=$work/unpacked
  rm -rf "$unpacked" && mkdir "$unpacked" && tar -xzf "$1" -C "$unpacked" --strip-components 1
}
has_no_secret() { # WHAT
  assert "$1 has no secret and no person's name" /usr/bin/python3 -B "$(dirname "$0")/report_secrets.py" "$work/secrets" "$work/names" "$unpacked"
}
report() { # NAME WORD...: writes it as JSON, unpacks it, and looks for secrets
  local name=$1 archive=$work/reports/$1.tar.gz
  shift
  "$setup" report --json --output "$archive" "$@" >"$work/reports/$name.json" 2>"$work/errors" </dev/null
  code=$? output=$(cat "$work/errors" "$work/reports/$name.json")
  assert_code "a report is written: $name" 0
  unpack "$archive"
  assert_equal "$name: what is listed is what is in it" \
    "$(sqlite3 :memory: "SELECT json_extract(value, '\$.name') || ' ' || json_extract(value, '\$.size')
      FROM json_each(readfile('$work/reports/$name.json'), '\$.files')" | sort)" \
    "$(cd "$unpacked" && find . -type f -printf '%P %s\n' | sort)"
  assert_equal "$name: it is for its owner alone" "600" "$(stat -c %a "$archive")"
  has_no_secret "$name"
}
lists() { assert "the list has $2" grep -qF "\"$2\"" "$work/reports/$1.json"; }
misses() { # NAME WHAT WHY: what is said to be missing
  assert_equal "$1: $2 is missing, with the reason" 1 "$(sqlite3 :memory: "SELECT count(*) FROM
    json_each(readfile('$work/reports/$1.json'), '\$.missing') WHERE json_extract(value, '\$.what') = '$2'
    AND json_extract(value, '\$.why') LIKE '%$3%'")"
}

# Nothing is installed, and nobody has tried
report nothing --root "$root"
misses nothing findings.txt "no answers were given"
misses nothing receipt.json "no standby is installed"
misses nothing history.json "never changed"
report before "${site[@]}" --database.password "file:$work/password" --passphrase-file "$work/passphrase" --domino.http-password "$sealed" \
  --domino.http-user "Alice Example" --domino.http-url http://127.0.0.1:9
lists before plan.json
assert "where a password is kept is named" grep -q "password = \"\?file:$work/password" "$unpacked/answers.ini"
assert "facts of a report are taken at the desk, with its answers" \
  "$setup" check --facts "$unpacked/facts.json" --answer-file "$unpacked/answers.ini"
assert "so are findings read by programs" grep -q '"bes-standby-setup.findings"' "$unpacked/findings.json"

# The list is shown before it is written; the archive has a name of its own
mkdir "$work/here"
output=$(cd "$work/here" && "$setup" report "${site[@]}" --yes </dev/null 2>&1)
code=$?
assert_code "a report is written in the current folder" 0
assert_says "In the report.*README.txt.*facts.json.*Not in the report.*receipt.json +no standby is installed.*Written: .*readable by you alone"
assert "it has the computer and the time in its name" test -e "$work"/here/bes-standby-report-standby1-20*Z.tar.gz
try "$setup" report "${site[@]}" --local --output "$work/reports"
assert_code "a folder is taken for one" 0
assert_says "The Domino servers were not asked|domino.json"
assert "it is there" test -e "$work"/reports/bes-standby-report-standby1-20*Z.tar.gz

mkdir "$work/two"
two() { cd "$work/two" && "$setup" report "${site[@]}" --local --yes >/dev/null 2>&1; }
two & two &
wait
assert_equal "two at once are two" 2 "$(find "$work/two" -name '*.tar.gz' | wc -l)"
dry_run() { cd "$work/two" && "$setup" report "${site[@]}" --local --dry-run; } # in the subshell of try
try dry_run
assert_code "what would be in it is shown" 0
assert_says "facts.json.*Nothing was written"
assert_equal "and nothing is written" 2 "$(find "$work/two" -type f | wc -l)"

# On a terminal it asks: nothing is written before the answer, and nothing after a no
asked() { # ANSWER WORD...
  local answer=$1
  shift
  output=$( (sleep 3; echo "$answer") | script -qec "'$setup' report ${site[*]} --local --output '$work/here/asked.tar.gz' $*" /dev/null 2>&1)
}
asked n
assert_says "In the report.*asked.tar.gz\\? \\[y/N\\].*Nothing was written"
refute "nothing was written" test -e "$work/here/asked.tar.gz"
asked y
assert "after a yes it is" test -e "$work/here/asked.tar.gz"

# It never overwrites, and no link is followed
before=$(sha256sum <"$work/reports/before.tar.gz")
try "$setup" report "${site[@]}" --output "$work/reports/before.tar.gz"
assert_code "a file that is there is not overwritten" 2
assert_says "report.exists.*--output"
assert_equal "it is as it was" "$before" "$(sha256sum <"$work/reports/before.tar.gz")"
ln -s nowhere "$work/reports/link.tar.gz"
try "$setup" report "${site[@]}" --output "$work/reports/link.tar.gz"
assert_code "nor is a link followed" 2
try "$setup" report "${site[@]}" --output "$work/nothing/report.tar.gz"
assert_says "nothing.*No such file"
refute "a folder that is not there is told" test $code -eq 0
umask 077
report umask "${site[@]}" --local
umask 022

# After an installation that failed, with what it left behind: answers are not needed
"$setup" install "${site[@]}" --media.folder "$lab/media/flipped-bit" --database.password "file:$work/password" >/dev/null 2>&1 </dev/null
assert_equal "an installation failed" 5 $?
try "$setup" report --root "$root" --output "$work/reports/shown.tar.gz"
assert_code "what is shown of it" 0
echo "$output" && tar -tvzf "$work/reports/shown.tar.gz"
report failed --root "$root"
for file in history.json last-run.json findings.txt facts.json domino.json versions.txt answers.ini; do lists failed $file; done
assert "why it failed is in it" grep -rq "dispatcher.*damaged" "$unpacked/logs"
assert "what it was to do is looked at" grep -q BES-NORTH "$unpacked/facts.json"
assert "how Domino answered is in it" grep -q live-cluster "$unpacked/domino.json"
assert "the run is said to be rolled back, and why" grep -qzE '"rolled-back".*dispatcher.*damaged|dispatcher.*damaged.*"rolled-back"' "$unpacked/last-run.json"

# After one that succeeded; without the database; with a secret in a log
assert "the standby is installed" "$setup" install "${site[@]}"
report installed --root "$root"
for file in receipt.json status.txt plan.json; do lists installed $file; done
assert "the state databases are replicated" grep -q "replica" "$unpacked/status.txt"
mv "$database" "$database.away"
report without-database --root "$root"
misses without-database "names of users" "by their form"
mv "$database.away" "$database"
log=$(find "$root/var/log/bes-standby-setup" -name 'install-*.log' | sort | tail -n 1)
cp "$log" "$work/log"
sqlite3 "$database" "SELECT 'key ' || SRPAuthenticationKey FROM ServerConfig WHERE Id = 1" >>"$log"
report poisoned --root "$root"
misses poisoned "logs/$(basename "$log")" "an SRP authentication key"
{ echo "started by alice for Alice Example, user007@example.org"; yes 'a long line of a log' | head -n 40000; echo "ends by alice"; } >"$log"
report long --root "$root"
assert "a person's account is replaced" grep -qxE "ends by person-[0-9]+" "$unpacked/logs/$(basename "$log")"
assert "a long log is cut at its front, and that is said" grep -q "of this file are left out" "$unpacked/logs/$(basename "$log")"
assert "in the list too" grep -qE '"left_out": "the first [0-9]+ KiB"' "$work/reports/long.json"
cp "$work/log" "$log"

# State databases that are not replicated are examples, called like their users
echo '{"based_on": "scenarios/some-replicas.json"}' >"$root/local/notesdata/scenario.json"
rm -f "$root"/local/notesdata/notes-stand-in.*
report some-replicas --root "$root"
assert "state databases are counted" grep -rqE 'State(/|\\+)person-[0-9]+[.]nsf' "$unpacked"

# An ordinary account takes what it can read
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$work" "$root"
  mkdir -m 777 "$work/theirs"
  try setpriv --reuid 65534 --regid 65534 --clear-groups "$setup" report --root "$root" --json --output "$work/theirs/report.tar.gz"
  assert_code "an ordinary account gets a report" 0
  printf '%s' "$output" >"$work/reports/theirs.json"
  misses theirs history.json "%"
  misses theirs logs "Permission denied"
  lists theirs receipt.json
  unpack "$work/theirs/report.tar.gz"
  has_no_secret "the report of an ordinary account"
  try setpriv --reuid 65534 --regid 65534 --clear-groups "$setup" report --root "$root" --local --output "$work/reports/closed.tar.gz"
  assert_says "Permission denied"
  refute "a closed folder is told" test $code -eq 0
  # A full disk
  mkdir "$work/small" && mount -t tmpfs -o size=8k tmpfs "$work/small" && clean_ups+=("umount $work/small")
  if mountpoint -q "$work/small"; then
    try "$setup" report --root "$root" --local --output "$work/small/report.tar.gz"
    assert_code "a full disk is told" 6
    assert_says "No space left"
    assert_equal "and nothing is left there" "" "$(ls -A "$work/small")"
  fi
fi

# With a run that was interrupted, and while one is in progress
fault_at=$BES_BUILD/tests/faults/fault-at
if [ -x "$fault_at" ]; then
  export ASAN_OPTIONS=detect_leaks=0
  rm -rf "$root" "$database"
  practice_site
  "$fault_at" "$work/calls" -- "$setup" install "${site[@]}" >/dev/null
  middle=$(grep -m 1 -E 'mkdir .*/etc/bes-standby/.replaced|/etc/bes-standby/.standby.ini' "$work/calls" | cut -d ' ' -f 1)
  rm -rf "$root" "$database"
  practice_site
  "$fault_at" "$work/again" "kill@$middle" -- "$setup" install "${site[@]}" >/dev/null 2>&1
  report interrupted --root "$root"
  assert "that it was interrupted is said" grep -q "An earlier run was interrupted: install" "$unpacked/README.txt"
  assert "the report has not ended it" grep -q '"interrupted"' "$unpacked/history.json"
  assert "it can be recovered afterwards" "$setup" recover --root "$root"
fi
sqlite3 "$database" "BEGIN IMMEDIATE" ".system touch $work/locked; while test -e $work/locked; do sleep 0.1; done" &
until [ -e "$work/locked" ]; do sleep 0.1; done
"$setup" install "${site[@]}" >/dev/null 2>&1 </dev/null &
process=$!
for ((i = 0; i < 100; ++i)); do
  ! grep -q '"under_way": { *"process": [1-9]' <("$setup" status --root "$root" --json | tr -d '\n') || break
  sleep 0.1
done
kill -STOP "$process" # so that it does not give up meanwhile
report in-progress --root "$root" --local
kill -CONT "$process"
assert "that a run is in progress is said" grep -q '"run_in_progress": true' "$work/reports/in-progress.json"
assert "in the report too" grep -q "A run was in progress.*process $process" "$unpacked/README.txt"
rm "$work/locked"
wait $process
finish
