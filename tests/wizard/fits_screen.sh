#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tests/wizard/fits_screen.sh WORK-FOLDER TEST-WIZARD WIDTHxHEIGHT SCALE: on such a screen, at such a scale, the window with its
# buttons is on the screen on every step.
set -euo pipefail
work=$1 tests=$2 screen=$3 scale=$4
command -v xvfb-run >/dev/null || { echo "SKIPPED: xvfb is not installed"; [ -z "${BES_NO_SKIP:-}" ] || exit 1; exit 77; }
export QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale TMPDIR=$work
exec xvfb-run -a -s "-screen 0 ${screen}x24 -dpi 96" "$tests" "[screen]"
