#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tests/wizard/in_locale.sh WORK-FOLDER TEST-WIZARD LOCALE TESTS: the tests where numbers have a comma. The locale is made for
# them: few computers have it.
set -euo pipefail
work=$1 tests=$2 locale=$3
mkdir -p "$work/locales"
[ -d "$work/locales/$locale.UTF-8" ] || localedef -i "$locale" -f UTF-8 "$work/locales/$locale.UTF-8"
export LOCPATH=$work/locales LC_ALL=$locale.UTF-8
written=$(bash -c 'printf %.1f 1') # another process: this one has chosen its locale
[ "$written" = 1,0 ] || { echo "NOT SO: numbers have a comma in $locale: $written"; exit 1; }
exec "$tests" "$4"
