#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The probe reads and frees as it should, in every scenario that comes to an end: valgrind finds no wrong access and nothing
# lost, and the stand-in has nothing against its caller. (Built with sanitizers the other tests show the same.)
. "$(dirname "$0")/../assertions.sh"
command -v valgrind >/dev/null || skip "needs valgrind"

scenarios=$source_folder/app/practice/data/scenarios
owner=()
[ "$(id -u)" -ne 0 ] || owner=(--owner nobody)
for file in "$scenarios"/*.json; do
  scenario=$(basename "$file" .json)
  case $scenario in hangs-* | aborts-* | hundred-thousand*) continue ;; esac
  computer=$work/$scenario
  "$source_folder/app/practice/install-stand-in" --build "$BES_BUILD" "${owner[@]}" "$computer" "$scenario"
  assert "$scenario: nothing is read or freed that should not be, nothing is lost" \
    valgrind -q --vgdb=no --trace-children=yes --leak-check=full --errors-for-leak-kinds=definite,possible \
    --error-exitcode=99 "$BES_BUILD/bin/bes-domino-probe" --primary=Mail01/Acme "--root=$computer" --interval=0
  assert "$scenario: the stand-in was used well" \
    "$source_folder/tests/lab/judge-report" "$computer/local/notesdata/notes-stand-in.report"
done
finish
