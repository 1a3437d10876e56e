// SPDX-License-Identifier: Apache-2.0
// The real libnotes.so needs further libraries of its own directory, which the dynamic linker finds only if
// LD_LIBRARY_PATH names that directory when the process starts (domino.md §1.1). This library stands for
// those.
extern "C" __attribute__((visibility("default"))) int notesStandInCompanion();

int notesStandInCompanion() {
    return 1;
}
