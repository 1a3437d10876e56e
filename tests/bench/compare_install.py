# SPDX-License-Identifier: Apache-2.0
"""The cases of tests/bench/install: compare_install.py SETUP RUNS OPTION..., in its work folder."""

import os
import shutil
import subprocess
import sys

from side_by_side import compare, dpkg, fresh, measure, tar

SETUP, RUNS, OPTIONS = sys.argv[1], int(sys.argv[2]), sys.argv[3:]


def install():
    fresh("target")
    subprocess.run(["cp", "-a", "computer/.", "target"], check=True)
    shutil.copy("lab/BESMgmt.db", "target/BESMgmt.db")
    subprocess.run(["sync", "-f", "target"], check=True)
    begin, end, cpu, memory, _ = measure([SETUP, "install", "--root", os.path.abspath("target"), "--database.location",
                                          os.path.abspath("target/BESMgmt.db"), *OPTIONS])
    return end - begin, end - begin, cpu, memory


def check_tree():
    """What was installed is what the packages hold, each of which has a folder of its own in the payload."""
    install()
    for package in os.listdir("many"):
        subprocess.run(f"cd many/{package} && find . -type f -exec sha256sum {{}} + >../../sums; cd ../../target/opt/bes-standby/{package} && "
                       "sha256sum --quiet -c ../../../../sums", shell=True, check=True)


check_tree()
compare({"tar --zstd -x": tar, "dpkg -i (zstd)": dpkg, "bes-standby-setup install": install}, RUNS)
