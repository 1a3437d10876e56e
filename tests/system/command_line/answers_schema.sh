#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The schema of the answers, which is made of their declarations, takes what setup takes.
. "$(dirname "$0")/../assertions.sh"

try /usr/bin/python3 -B "$(dirname "$0")/answers_schema.py" "$setup" "$BES_BUILD/documents" "$lab/standby.ini"
assert_code "the schema takes what setup takes" 0
echo "$output"
finish
