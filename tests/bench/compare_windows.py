# SPDX-License-Identifier: Apache-2.0
"""The cases of tests/bench/windows: compare_windows.py LAB PROGRAM RUNS ARGUMENT..., in its Windows.

wall: until the program has ended. Memory: its largest, with the libraries of Wine that it has loaded.
"""

import os
import shutil
import statistics
import subprocess
import sys

from side_by_side import in_turn, measure

LAB, PROGRAM, RUNS, ARGUMENTS = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
DATABASE = os.path.join(LAB, "BESMgmt.db")


def bsdtar():
    target = os.path.join(LAB, "target")
    shutil.rmtree(target, ignore_errors=True)
    os.mkdir(target)
    return measured(["wine", r"C:\lab\bsdtar.exe", "-xf", r"C:\lab\all.tar.zst", "-C", r"C:\lab\target"])


def install():
    shutil.copy(DATABASE + ".before", DATABASE)
    result = measured(["wine", PROGRAM, *ARGUMENTS])
    check_files()
    subprocess.run(["wine", PROGRAM, "remove"], stdout=subprocess.DEVNULL, check=True)
    return result


def measured(words):
    begin, end, _, memory, _ = measure(words)
    return end - begin, memory


def check_files():
    """What was installed is what is on the media."""
    installed = os.path.join(LAB, "..", "Program Files", "BES Standby")
    subprocess.run(["diff", "-rq", os.path.join(LAB, "many"), installed], check=True)


shutil.copy(DATABASE, DATABASE + ".before")
results = in_turn({"bsdtar -xf (zstd)": bsdtar, "bes-standby-setup install": install}, RUNS, told=0)
base = results["bsdtar -xf (zstd)"]
print(f"{RUNS} runs of each in turn, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end. Seconds: smallest (median); "
      "× bsdtar: median of the ratios within a turn.\n")
print("| case | wall | × bsdtar | MiB |")
print("|---|--:|--:|--:|")
for name, runs in results.items():
    ratio = statistics.median(run[0] / other[0] for run, other in zip(runs, base))
    print(f"| {name} | {min(run[0] for run in runs):.2f} ({statistics.median(run[0] for run in runs):.2f}) | {ratio:.2f} "
          f"| {max(run[1] for run in runs):.0f} |")
