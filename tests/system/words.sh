# SPDX-License-Identifier: Apache-2.0
# Sourced by assertions.sh, and by the tests of the programs for Windows: says what is asserted, counts what is not so.
# shellcheck shell=bash disable=SC2034 # variables for the tests
failures=0

not_so() {
  failures=$((failures + 1))
  echo "NOT SO: $1"
  shift
  printf '    | %s\n' "$@"
}

# Runs a command; keeps its exit code in $code and what it said in $output.
try() {
  output=$("$@" 2>&1 </dev/null)
  code=$?
}

assert() { # WHAT COMMAND...
  local what=$1
  shift
  if try "$@" && [ $code -eq 0 ]; then echo "ok: $what"; else not_so "$what" "$*" "exit code $code" "$output"; fi
}

refute() { # WHAT COMMAND...
  local what=$1
  shift
  if try "$@" && [ $code -ne 0 ]; then echo "ok: $what"; else not_so "$what" "succeeded: $*" "$output"; fi
}

assert_equal() { # WHAT EXPECTED ACTUAL
  if [ "$2" = "$3" ]; then
    echo "ok: $1"
  else
    not_so "$1" "$(diff <(echo "$2") <(echo "$3") | head -n 40)"
  fi
}

# Of the last try:
assert_code() { # WHAT EXPECTED
  if [ "$code" -eq "$2" ]; then echo "ok: $1 (exit code $2)"; else not_so "$1" "exit code $code, not $2" "$output"; fi
}
assert_says() { # TEXT (extended regular expression; case and line breaks do not matter)
  if tr -s ' \n' ' ' <<<"$output" | grep -qiE -- "$1"; then echo "ok: says \"$1\""; else not_so "says \"$1\"" "$output"; fi
}

finish() {
  [ $failures -eq 0 ] || { echo "$failures of the assertions do not hold"; exit 1; }
  exit 0
}
