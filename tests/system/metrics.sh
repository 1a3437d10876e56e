#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# status --metrics: what the textfile collector of Prometheus' node_exporter reads. promtool looks at it where it is there.
. "$(dirname "$0")/assertions.sh"

practice_site
file=$work/bes_standby.prom
has() { # TEXT: a line that begins so
  assert "the metrics have $1" grep -qE "^$1" "$file"
}
sound() {
  assert "every line is a comment or a sample" bash -c "! grep -vE '^(# (HELP|TYPE) bes_standby_[a-z_]+ .+|bes_standby_[a-z_]+(\\{[^}]*\\})? [0-9.e+]+)\$' '$file'"
  if command -v promtool >/dev/null; then assert "promtool finds nothing" bash -c "promtool check metrics <'$file'"; fi
}

assert "metrics are written where nothing is installed" "$setup" status --root "$root" --metrics "$file"
has "bes_standby_installed 0"
has "bes_standby_status_code 22"
sound
assert "the standby is installed" "$setup" install "${site[@]}"
(umask 077 && "$setup" status --root "$root" --metrics "$file")
assert_equal "the collector can read it" 644 "$(stat -c %a "$file")"
has 'bes_standby_info\{primary="BES-NORTH",standby="BES-NORTH-standby",computer="standby1",version="5.0"\} 1'
has 'bes_standby_services\{state="[a-z -]+",start_policy="deferred-until-failover"\} [1-9]'
has 'bes_standby_state_databases\{state="replicated"\} 250'
has 'bes_standby_state_databases\{state="waiting"\} 0'
has 'bes_standby_state_databases\{state="stale"\} 0'
has "bes_standby_ready 1"
seen=$(grep -oP '^bes_standby_last_look_timestamp_seconds \K.*' "$file")
assert "it says when setup looked" test $(($(date +%s) - ${seen%.*})) -lt 100
sound
echo '{"based_on": "scenarios/some-replicas.json"}' >"$root/local/notesdata/scenario.json"
rm -f "$root"/local/notesdata/notes-stand-in.*
assert "metrics of a replication that goes on are written" "$setup" status --root "$root" --metrics "$file"
has "bes_standby_ready 0"
has 'bes_standby_state_databases\{state="waiting"\} [1-9]'
assert "metrics without Domino are written" "$setup" status --root "$root" --local --metrics "$file"
refute "they say nothing of state databases" grep -q state_databases "$file"

# Never half of it
before=$(cat "$file")
try bash -c "ulimit -f 1; exec '$setup' status --local --root '$root' --metrics '$file'"
refute "a disk that is full is a failure" test $code -eq 0 -a "$before" != "$(cat "$file")"
for wrong in "$work/nothing/x.prom" "$work"; do
  try "$setup" status --root "$root" --local --metrics "$wrong"
  assert_code "$wrong can't be written" 2
  assert_says "status.metrics.*--metrics"
done
assert_equal "nothing is left beside it" "" "$(find "$work" -maxdepth 1 -name '.*prom*' -o -maxdepth 1 -name '*.part*')"
if command -v promtool >/dev/null; then
  sed -n '/^groups:/,/^```/p' "$source_folder/resources/handbook/handbook.md" | grep -v '^```' >"$work/rules.yml"
  assert "the rules of the handbook are sound" promtool check rules "$work/rules.yml"
fi
finish
