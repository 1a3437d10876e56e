#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The engine believes no order: one that is none, that has no end, or that says what no answer could say, is refused before
# anything is looked at, with the reason as its result, and changes nothing.
. "$(dirname "$0")/assertions.sh"

practice_site
"$setup" plan --json "${site[@]}" >"$work/plan.json"

# order CHANGE: the order of a wizard, after this change in Python to the order and its plan, which have the same request
order() {
  python3 - "$work/plan.json" "$1" <<'PYTHON'
import json, sys
with open(sys.argv[1]) as file:
    plan = json.load(file)
order = {"format": "bes-standby-setup.order", "format_version": 2, "when_left": "undo",
         "passwords": {"database": "", "domino_http": ""}, "maintenance": None, "recovery": None,
         "request": plan["request"], "plan": plan}
exec(sys.argv[2])
if order["plan"] is plan:
    plan["request"] = order["request"]
print(json.dumps(order))
PYTHON
}
engine() { output=$(timeout 60 "$setup" engine 2>&1); code=$?; }
before=$(snapshot "$root" "$work/BESMgmt.db")

refused() {
  local what=$1
  order "$2" >"$work/order"
  engine <"$work/order"
  assert_code "$what" 2
  assert_says '"event":"result","outcome":"failed"'
  assert_says "$3"
  assert_equal "$what: nothing is changed" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"
}
refused "a server's name with a line break" 'order["request"]["primary"] = "BES01\nWants=debug-shell.service"' "control character"
refused "a computer's name with an escape" 'order["request"]["computer"] = "\x1b]0;x\x07"' "control character"
refused "a folder that is no answer" 'order["request"]["install_folder"] = "/opt/x/../../etc"' "does not have the form of an answer"
refused "an unknown database" 'order["request"]["database"]["backend"] = "oracle"' "is none of"
refused "a password where its place belongs" 'order["request"]["database"]["password"] = "s3cret"' "not a reference to a secret"
refused "a deep document" 'order["maintenance"] = eval("[" * 60 + "]" * 60)' "32"
refused "another version" 'order["format_version"] = 3' "version 3"
refused "a number that no number is" 'order["format_version"] = 2.5' "2.5"
refused "a plan for another request" 'order["plan"] = dict(plan, request=dict(plan["request"], primary="BES02"))' "another request"

for ((i = 0; i < 3; ++i)); do # no order, an empty one, one without an end
  case $i in
    0) engine <<<'rubbish' ;;
    1) engine </dev/null ;;
    2) engine < <(head -c 100000000 /dev/zero | tr '\0' x) ;;
  esac
  assert_code "what is no order ($i)" 2
  assert_says "order.format"
  assert_equal "nothing is changed" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"
done

# An order to ask the Domino servers changes nothing. More of them may follow, but no run: whoever gave the rights gave them to ask.
ask='order["ask_domino"] = True; order["plan"] = None'
asked() { grep -c '"event":"domino".*AcmeCluster' "$work/asked"; }
order "$ask" >"$work/order"
: >"$work/asked"
"$setup" engine >"$work/asked" < <( # its end stops what is being asked
  cat "$work/order" "$work/order"
  for ((i = 0; i < 300; ++i)); do
    [ "$(asked)" -lt 2 ] || break
    sleep 0.1
  done
)
code=$? output=$(cat "$work/asked")
assert_code "the Domino servers are asked" 0
assert_equal "once for each order" 2 "$(asked)"
assert_says '"event":"result","outcome":"asked"'
assert_equal "asked: nothing is changed" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"
engine < <(order "$ask"; order pass)
assert_code "a run by an engine that asks" 2
assert_says "started to ask the Domino servers"
assert_equal "a run by an engine that asks: nothing is changed" "$before" "$(snapshot "$root" "$work/BESMgmt.db")"

# The same order without a change is carried out: none of the above was refused for another reason.
engine < <(order 'order["when_left"] = "finish"')
assert_code "a good order" 0
finish
