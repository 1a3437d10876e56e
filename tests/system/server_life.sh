# SPDX-License-Identifier: Apache-2.0
# Sourced after the file of a database server: the life of a standby whose configuration database is on that server, part by
# part. What that file gives: $address (options), $section (lines of an answer file), $database_password, start_server,
# stop_server, and
#   ask SQL…   runs statements in BESMgmt as its owner and prints the rows
#   $die       a command that ends the server at once, as a power cut does
# shellcheck shell=bash disable=SC2034,SC2154 # variables of and for the tests

fault_at=$BES_BUILD/tests/faults/fault-at
secret=$work/password
printf '%s\n' "$database_password" >"$secret"
echo "somebody else's" >"$work/wrong"
chmod 600 "$secret" "$work/wrong"
root=$work/root

rows() {
  ask "SELECT * FROM ServerConfig ORDER BY Id" "SELECT * FROM ServerAddress ORDER BY 1, 2" \
    "SELECT * FROM ServerComponent ORDER BY 1, 2" "SELECT PrimaryId, StandbyName, State FROM BESPair ORDER BY 1" \
    "SELECT count(*) FROM UserConfig"
}
but_standbys_id() { sed -E 's/^[0-9]+\|//'; } # it is a new one each time
everything() { snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup"; }

# The practice computer, and the practice answers with the section of the database in another way.
make_site() {
  answers=$work/standby.ini
  {
    sed '/^location = /d; /^\[database\]/,/^$/d' "$lab/standby.ini"
    printf '%s\n' "" "[database]" "${section[@]}"
  } >"$answers"
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  request=(--answer-file "$answers" --root "$root" --standby.computer standby1.example.org)
  before=$(everything)
  bare=$(snapshot "$root")
  rows_before=$(rows)
}

refused_with_a_wrong_password() { # TEXT: how the server says it
  local command
  for command in check plan install; do
    try "$setup" $command "${request[@]}" --database.password "file:$work/wrong"
    assert_code "$command with a wrong password is refused" 7
    assert_says "$1"
    assert_says "Correct the account or its password"
  done
  assert_equal "and nothing is changed" "$bare" "$(snapshot "$root")"
  assert_equal "in the database neither" "$rows_before" "$(rows)"
}

# With every program start.
install_it() {
  strace -f -qq -v -s 65536 -e trace=execve,execveat -o "$work/trace" env ASAN_OPTIONS=detect_leaks=0 \
    "$setup" install "${request[@]}" >"$work/said" 2>&1
  code=$?
  output=$(cat "$work/said")
  assert_code "the standby is installed" 0
  assert_equal "the pair is in the database" "BES-NORTH-standby|final" \
    "$(ask "SELECT StandbyName, State FROM BESPair WHERE PrimaryId = 1")"
  assert_equal "with the primary's SRP credentials" 1 "$(ask "
    SELECT count(*) FROM BESPair JOIN ServerConfig p ON p.Id = PrimaryId JOIN ServerConfig s ON s.Id = StandbyId
    WHERE p.Id = 1 AND (p.SRPIdentifier, p.SRPAuthenticationKey, p.SRPHost) = (s.SRPIdentifier, s.SRPAuthenticationKey, s.SRPHost)")"
  local line
  for line in "${section[@]}"; do
    [[ $line != backend* && $line != server* ]] ||
      assert "the services are told where it is: $line" grep -qxF "${line// = /=}" "$root/etc/bes-standby/standby.ini"
  done
  try "$setup" install "${request[@]}"
  assert_code "a second run" 0
  assert_says "nothing to do"
  local command words
  for command in "status" "status --json" "plan --json ${request[*]}" "database show ${address[*]} --database.name BESMgmt"; do
    read -ra words <<<"$command"
    [ "${words[0]}" != status ] || words+=(--root "$root")
    "$setup" "${words[@]}" >>"$work/said" 2>&1
  done
  installed=$(rows | but_standbys_id)
}

modify_and_repair_it() {
  try "$setup" modify --root "$root" --components.omit alert
  assert_code "a component is taken away" 0
  assert_equal "in the database too" 0 "$(ask "
    SELECT count(*) FROM ServerComponent JOIN ServerConfig ON Id = ServerConfigId
    WHERE ServerName = 'BES-NORTH-standby' AND Component = 'alert'")"
  try "$setup" modify --root "$root" --components.add alert
  assert_code "and comes back" 0
  ask "UPDATE ServerConfig SET SRPAuthenticationKey = 'old' WHERE ServerName = 'BES-NORTH-standby'"
  try "$setup" repair --root "$root"
  assert_code "a registration that differs is repaired" 0
  assert_equal "it is as it was" "$installed" "$(rows | but_standbys_id)"
}

# To a newer version, as the primary was before, and back.
upgrade_it() {
  # shellcheck source=other_media.sh
  . "$source_folder/tests/system/other_media.sh"
  make_newer_tree "$work/tree"
  make_media_of "$work/newer" "$work/tree" "'$.version', '5.0.1'"
  ask "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'"
  try "$setup" upgrade --root "$root" --media.folder "$work/newer"
  assert_code "the standby is upgraded" 0
  assert_equal "in the database too" 5.0.1 "$(ask "SELECT ProductVersion FROM ServerConfig WHERE ServerName = 'BES-NORTH-standby'")"
  ask "UPDATE ServerConfig SET ProductVersion = '5.0' WHERE ServerName = 'BES-NORTH'"
  try "$setup" upgrade --root "$root" --media.folder "$lab/media/good" --allow-downgrade --license.accept
  assert_code "and goes back" 0
  assert_equal "with what it had in the database" "$installed" "$(rows | but_standbys_id)"
}

without_the_server() { # TEXT: how it is said that nobody answers
  stop_server
  try "$setup" repair --root "$root"
  assert_code "without the server the computer is compared" 0
  assert_says "The registration can't be compared"
  try "$setup" remove --root "$root"
  assert_code "but nothing is removed" 7
  assert_says "$1"
  start_server
}

remove_it() { # TEXT: how the server refuses a wrong password
  try "$setup" remove --root "$root" --database.password "file:$work/wrong"
  assert_code "with a wrong password that is given anew nothing is removed" 7
  assert_says "$1"
  try "$setup" remove --root "$root"
  assert_code "the standby is removed" 0
  assert_equal "from the database too" "$rows_before" "$(rows)"
}

# However it may be written.
password_is_nowhere() { # WRITTEN…
  local place written=()
  for place in "$database_password" "$@"; do written+=(-e "$place"); done
  for place in "$work" "$root"; do
    assert_equal "no file below $place has the password" "$secret" \
      "$(printf '%s\n%s' "$secret" "$(grep -rlaF "${written[@]}" "$place")" | sort -u | sed '/^$/d')"
  done
  assert "the program starts were recorded" grep -q execve "$work/trace"
}

# Of BES-NORTH in primaries.sql.
srp_key_is_nowhere() { # FILE…: where else to look
  assert_equal "no file, output or statement has the SRP authentication key" "" \
    "$(grep -rlaF 7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92 "$work" "$root" "$@")"
}

server_goes_away_in_the_middle() {
  [ -x "$fault_at" ] || return 0
  export ASAN_OPTIONS=detect_leaks=0 # it can't be done in a process that is traced
  "$fault_at" "$work/calls" -- "$setup" install "${request[@]}" >/dev/null 2>&1
  "$setup" remove --root "$root" >/dev/null
  export FAULT_DO="$die; sleep 0.5"
  local last undone=0 part number ended
  last=$(wc -l <"$work/calls")
  for ((part = 1; part <= 8; ++part)); do
    number=$((last * part / 9))
    try "$fault_at" "$work/calls.now" "do@$number" -- "$setup" install "${request[@]}"
    ended=$code
    start_server
    try "$setup" recover --root "$root"
    assert_code "after the server went away at call $number of $last (exit code $ended) recover ends well" 0
    if "$setup" status --root "$root" >/dev/null 2>&1; then
      assert_equal "the standby is installed whole" "$installed" "$(rows | but_standbys_id)"
      "$setup" remove --root "$root" >/dev/null
    else
      undone=$((undone + 1))
      assert_equal "the computer is as before" "$before" "$(everything)"
    fi
    assert_equal "and so is the database" "$rows_before" "$(rows)"
  done
  assert "some of them were undone" test "$undone" -gt 0
}
