# SPDX-License-Identifier: Apache-2.0
# Sourced by the system tests that install inside a box (tests/lab/systemd-box.sh), after assertions.sh.
# shellcheck shell=bash

# shellcheck disable=SC2154 # set in assertions.sh
box_program=$source_folder/tests/lab/systemd-box.sh
box="bes-$(basename "$0" .sh | tr _ -)-$$"

open_box() { # [OPTION...]: those of systemd-box.sh up
  local reason
  reason=$("$box_program" possible 2>&1) || skip "$reason"
  clean_ups+=("$box_program down $box")
  "$box_program" up "$box" --with "$source_folder" --with "$BES_BUILD" "$@" || { echo "no box came up"; exit 1; }
  inside "$source_folder/tests/lab/make-computer" "$lab" /
}

inside() { "$box_program" run "$box" "$@"; }

journal_of_process_1() {
  inside journalctl --sync
  inside journalctl -q --no-pager -o cat _PID=1 "$@"
}

# How often a start of the unit was asked of systemd since the box was made, in this boot or an earlier one. Needs a box
# with --log-jobs. Unit properties would not do: they are forgotten when a unit is stopped.
start_jobs() {
  journal_of_process_1 UNIT="$1" | grep -cE "Installed new job $1/(start|restart)|^Start(ing|ed) " || true
}

# Units of the standby in the order in which they became active, in this boot. 39f5... is systemd's message "started".
started_order() {
  journal_of_process_1 -b --output-fields=UNIT MESSAGE_ID=39f53479d3a045ac8e11786248231fbf |
    grep -E '^bes-.*\.service$'
}

active() { inside systemctl is-active --quiet "$1"; }
