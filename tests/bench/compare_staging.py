# SPDX-License-Identifier: Apache-2.0
"""The cases of tests/bench/staging: compare_staging.py PROGRAM RUNS, in its work folder."""

import subprocess
import sys

from side_by_side import compare, dpkg, fresh, measure, tar

STAGING, RUNS = sys.argv[1], int(sys.argv[2])


def staging(media):
    def run():
        fresh("target")
        begin, end, cpu, memory, output = measure([STAGING, "stage", media, "cert.pem", "target/staging"])
        return int(output) / 1e9 - begin, end - begin, cpu, memory
    return run


def verify():
    begin, end, cpu, memory, _ = measure([STAGING, "verify", "media-many", "cert.pem"])
    return end - begin, end - begin, cpu, memory


def check_trees():
    staging("media-many")()
    subprocess.run(["diff", "-r", "--no-dereference", "many", "target/staging"], check=True)
    staging("media-one")()
    subprocess.run(["diff", "-r", "--no-dereference", "one", "target/staging"], check=True)


check_trees()
compare({
    "tar --zstd -x": tar,
    "dpkg -i (zstd)": dpkg,
    "staging, 12 packages": staging("media-many"),
    "staging, 1 package": staging("media-one"),
    "verifying, 12 packages": verify,
}, RUNS)
