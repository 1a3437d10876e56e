# SPDX-License-Identifier: Apache-2.0
"""Reads the ids of findings, failures and steps out of the sources (installer-core/model/ids_*.cpp)."""

import re

SOURCES = {table: f"installer-core/model/ids_{table}.cpp" for table in ("findings", "failures", "steps")}
ENTRY = re.compile(r'IdEntry\{\s*"([^"]+)",')
TABLE = re.compile(r"constexpr std::array (\w+)\{\n(.*?)\n\};", re.S)


def ids(root):
    """{"findings": {...}, "failures": {...}, "steps": {...}}"""
    texts = "".join((root / source).read_text(encoding="utf-8") for source in SOURCES.values())
    return {name: set(ENTRY.findall(entries)) for name, entries in TABLE.findall(texts)}
