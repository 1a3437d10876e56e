# SPDX-License-Identifier: Apache-2.0
"""Reads the ids of findings, failures and steps out of the sources (installer-core/model/ids.cpp)."""

import re

SOURCE = "installer-core/model/ids.cpp"
ENTRY = re.compile(r'IdEntry\{\s*"([^"]+)",')
TABLE = re.compile(r"constexpr std::array (\w+)\{\n(.*?)\n\};", re.S)


def ids(root):
    """{"findings": {...}, "failures": {...}, "steps": {...}}"""
    text = (root / SOURCE).read_text(encoding="utf-8")
    return {name: set(ENTRY.findall(entries)) for name, entries in TABLE.findall(text)}
