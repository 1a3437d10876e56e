#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# record.sh [FOLDER]: writes what the program for Windows finds on its practice site, and what it plans of that, for
# tests/unit/plan/recorded_windows_test.cpp (tests/unit/plan/windows): planning is tried on each system with the same facts.
folder=$(realpath "${1:-$(dirname "$0")/../unit/plan/windows}")
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
for command in detect plan; do
  setup "$command" --json --answer-file C:/lab/standby.ini "${accepted[@]}" | tr -d '\r' > "$folder/$command.json"
  assert "$command is written" [ -s "$folder/$command.json" ]
done
finish
