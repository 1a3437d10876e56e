#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The manual page is well-formed and names every command, answer and exit code that the program has.
. "$(dirname "$0")/../assertions.sh"

try "$setup" help man-page
assert_code "the manual page is written" 0
printf '%s\n' "$output" >"$work/page.8"
assert_equal "mandoc has nothing to say" "" "$(mandoc -T lint -W warning "$work/page.8" 2>&1)"
page=$(mandoc -T ascii "$work/page.8" | col -b)
says() { grep -qF -e "$1" <<<"$page"; }
while read -r command; do
  assert "the page has the command $command" says "$command"
done < <("$setup" help --json | grep -oP '^      "name": "\K[^"]+(?=",$)' | sort -u)
for key in primary.name database.location media.trust components.preset domino.notes-ini folders.install; do
  assert "the page has the answer $key" says "--$key"
done
while read -r id; do
  assert "the page has the exit code $id" says "$id"
done < <("$setup" help exit-codes --json | grep -oP '"id": "\K[^"]+')
finish
