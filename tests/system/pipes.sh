#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Answers and secrets come through pipes as well as from files: process substitution, standard input, a FIFO, a descriptor of the
# caller, also from a program that takes its time.
. "$(dirname "$0")/assertions.sh"

root=$work/root
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
rest=(--root "$root" --standby.computer standby1.example.org --database.location "$work/BESMgmt.db")
slowly() { # a program that thinks, writes, thinks again and ends
  sleep 2
  head -n 12 "$1"
  sleep 1
  tail -n +13 "$1"
}
# Not by try(), which gives an empty standard input.
said() {
  output=$("$@" 2>&1)
  code=$?
}

said "$setup" check --answer-file <(slowly "$lab/standby.ini") "${rest[@]}"
assert_code "process substitution" 0
slowly "$lab/standby.ini" | "$setup" check --answer-file /dev/stdin "${rest[@]}" >"$work/out" 2>&1
assert_equal "standard input" 0 "${PIPESTATUS[1]}"
said "$setup" check --answer-file /dev/fd/7 "${rest[@]}" 7< <(slowly "$lab/standby.ini")
assert_code "a descriptor of the caller" 0
mkfifo -m 600 "$work/fifo"
slowly "$lab/standby.ini" >"$work/fifo" &
said "$setup" check --answer-file "$work/fifo" "${rest[@]}"
assert_code "a FIFO" 0
wait

# A secret: it is read once, although two answers name it.
said "$setup" check --answer-file "$lab/standby.ini" "${rest[@]}" --domino.http-user setup --domino.http-url http://127.0.0.1:9 \
  --domino.http-password file:/dev/fd/7 7< <(sleep 2; echo "secret")
refute "a secret out of a pipe is had" grep -q "A secret is not available" <<<"$output"
sealed=$(echo "secret" | BES_STANDBY_PASSPHRASE=open "$setup" answers seal)
said "$setup" check --answer-file "$lab/standby.ini" "${rest[@]}" --domino.http-user setup --domino.http-url http://127.0.0.1:9 \
  --database.password "$sealed" --domino.http-password "$sealed" --passphrase-file <(sleep 2; echo open)
refute "a passphrase out of a pipe opens two secrets" grep -qE "A secret is not available|sealed secret" <<<"$output"

# A plan, straight from who makes it
(sleep 2; "$setup" plan --json --answer-file "$lab/standby.ini" "${rest[@]}") | "$setup" install --plan /dev/stdin >"$work/out" 2>&1
assert_equal "a plan from standard input is waited for, and executed" 0 "${PIPESTATUS[1]}"

# Nobody writes
begin=$(date +%s%N)
"$setup" check --answer-file "$work/fifo" "${rest[@]}" >"$work/out" 2>&1 &
waiting=$!
sleep 1
kill -TERM $waiting
wait $waiting
code=$? output=$(cat "$work/out")
assert_code "a FIFO into which nobody writes can be cancelled" 21
assert "within two seconds" test $((($(date +%s%N) - begin) / 1000000)) -lt 3000
finish
