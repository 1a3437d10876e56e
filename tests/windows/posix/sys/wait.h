// SPDX-License-Identifier: Apache-2.0
// For tests of which some make another process by fork(): on Windows none can be made, and those are left out there.
#pragma once

inline int waitpid(long long /*process*/, int* status, int /*options*/) {
    *status = -1;
    return -1;
}
inline bool WIFEXITED(int /*status*/) {
    return false;
}
inline int WEXITSTATUS(int status) {
    return status;
}
inline int WTERMSIG(int status) {
    return status;
}
