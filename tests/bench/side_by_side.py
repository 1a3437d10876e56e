# SPDX-License-Identifier: Apache-2.0
"""Runs cases in the work folder of a benchmark, in turn, and prints a Markdown table. tar and dpkg are the same for all.

wall: until all bytes are written. durable: until they are on the disk (`sync -f`, for setup its own ones).
CPU: user and system of all processes. Memory: the largest process.
"""

import os
import statistics
import subprocess
import sys
import time


def fresh(folder):
    """No file is deleted until the end: ext4 keeps away from inodes that were deleted in the last minutes, and looking for
    others makes each new file several times as slow as it is on a computer that nobody measures. Their bytes are given back."""
    if os.path.exists(folder):
        before = f"{folder}-{time.monotonic_ns()}"
        os.rename(folder, before)
        for path, _, files in os.walk(before):
            for file in (os.path.join(path, name) for name in files):
                if not os.path.islink(file) and os.path.isfile(file):
                    os.truncate(file, 0)
    os.mkdir(folder)
    subprocess.run(["sync", "-f", "."], check=True)


def measure(words):
    """Seconds (start, end), CPU seconds, MiB and output of a command."""
    begin = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.PIPE)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    end = time.monotonic()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(words)} ended with {child.returncode}")
    return begin, end, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def other(words):
    """A program that leaves its files to the kernel: sync -f is measured with it."""
    fresh("target")
    begin, end, cpu, memory, _ = measure(words)
    _, synced, _, _, _ = measure(["sync", "-f", "target"])
    return end - begin, synced - begin, cpu, memory


def tar():
    return other(["tar", "--zstd", "-xf", "all.tar.zst", "-C", "target"])


def dpkg():
    fresh("admin")
    os.mkdir("admin/info")
    os.mkdir("admin/updates")
    for name in ("status", "available"):
        open(f"admin/{name}", "w").close()
    return other(["dpkg", "--log=/dev/null", "--no-force-unsafe-io", "--admindir=" + os.path.abspath("admin"),
                  "--instdir=" + os.path.abspath("target"), "--force-not-root", "--force-bad-path", "-i", "all.deb"])


def row(name, runs, base):
    cells = [f"| {name} "]
    for column in range(3):
        best, middle = min(r[column] for r in runs), statistics.median(r[column] for r in runs)
        ratio = statistics.median(r[column] / b[column] for r, b in zip(runs, base))
        cells.append(f"| {best:.2f} ({middle:.2f}) | {ratio:.2f} ")
    return "".join(cells) + f"| {max(r[3] for r in runs):.0f} |"


def in_turn(cases, turns, told):
    """What each case returned, by its name; `told` is the place of the seconds in it that are shown meanwhile."""
    results = {name: [] for name in cases}
    for turn in range(turns):
        for name, case in cases.items():
            results[name].append(case())
            print(f"run {turn + 1} of {turns}: {name}: {results[name][-1][told]:.2f} s", file=sys.stderr)
    return results


def compare(cases, turns):
    results = in_turn(cases, turns, told=1)
    base = results["tar --zstd -x"]
    print(f"{turns} runs of each in turn, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end. Seconds: "
          "smallest (median); × tar: median of the ratios within a turn.\n")
    print("| case | wall | × tar | durable | × tar | CPU | × tar | MiB |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, runs in results.items():
        print(row(name, runs, base))
