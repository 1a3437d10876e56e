# SPDX-License-Identifier: Apache-2.0
"""How often texts stand in the memory of a process, as a core file would hold it (without mappings that are excluded from core
files): memory_copies.py PID TEXT...   The process is stopped by the caller."""
import re
import sys

pid, texts = sys.argv[1], [text.encode() for text in sys.argv[2:]]
mappings, flags = [], {}
for line in open(f"/proc/{pid}/smaps"):
    head = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) (.*)", line)
    if head:
        mappings.append((int(head[1], 16), int(head[2], 16), head[3], head[4]))
    elif line.startswith("VmFlags:"):
        flags[mappings[-1]] = line.split()[1:]
found = 0
with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
    for mapping in mappings:
        begin, end, rights, name = mapping
        if rights[0] != "r" or "dd" in flags.get(mapping, []) or name.endswith(("[vvar]", "[vsyscall]", "[vdso]")):
            continue
        try:
            memory.seek(begin)
            content = memory.read(end - begin)
        except (OSError, OverflowError):
            continue
        for text in texts:
            for match in re.finditer(re.escape(text), content):
                found += 1
                print(f"{begin + match.start():x} {name.split()[-1] if name else ''}", file=sys.stderr)
print(found)
