// SPDX-License-Identifier: Apache-2.0
#include "traced_calls.hpp"

#include <sys/syscall.h>

const std::map<long, Call>& calls() {
    using enum Counts;
    static const std::map<long, Call> table{
        {SYS_open, {"open", opensForWriting, 0, true}},
        {SYS_openat, {"openat", opensForWriting, 1, true}},
        {SYS_creat, {"creat", always, 0, true}},
        {SYS_write, {"write", namesFile, -1, true}},
        {SYS_writev, {"writev", namesFile, -1, true}},
        {SYS_pwrite64, {"pwrite64", namesFile, -1, true}},
        {SYS_pwritev, {"pwritev", namesFile, -1, true}},
        {SYS_pwritev2, {"pwritev2", namesFile, -1, true}},
        {SYS_copy_file_range, {"copy_file_range", always, -1, true}},
        {SYS_fallocate, {"fallocate", always, -1, true}},
        {SYS_sendfile, {"sendfile", namesFile, -1, true}},
        {SYS_rename, {"rename", always, 0, false}},
        {SYS_renameat, {"renameat", always, 1, false}},
        {SYS_renameat2, {"renameat2", always, 1, false}},
        {SYS_link, {"link", always, 1, true}},
        {SYS_linkat, {"linkat", always, 3, true}},
        {SYS_symlink, {"symlink", always, 1, true}},
        {SYS_symlinkat, {"symlinkat", always, 2, true}},
        {SYS_unlink, {"unlink", always, 0, false}},
        {SYS_unlinkat, {"unlinkat", always, 1, false}},
        {SYS_mkdir, {"mkdir", always, 0, true}},
        {SYS_mkdirat, {"mkdirat", always, 1, true}},
        {SYS_rmdir, {"rmdir", always, 0, false}},
        {SYS_mknod, {"mknod", always, 0, true}},
        {SYS_mknodat, {"mknodat", always, 1, true}},
        {SYS_chmod, {"chmod", always, 0, false}},
        {SYS_fchmod, {"fchmod", always, -1, false}},
        {SYS_fchmodat, {"fchmodat", always, 1, false}},
        {SYS_chown, {"chown", always, 0, false}},
        {SYS_lchown, {"lchown", always, 0, false}},
        {SYS_fchown, {"fchown", always, -1, false}},
        {SYS_fchownat, {"fchownat", always, 1, false}},
        {SYS_utimensat, {"utimensat", always, 1, false}},
        {SYS_setxattr, {"setxattr", always, 0, true}},
        {SYS_lsetxattr, {"lsetxattr", always, 0, true}},
        {SYS_fsetxattr, {"fsetxattr", always, -1, true}},
        {SYS_removexattr, {"removexattr", always, 0, false}},
        {SYS_fremovexattr, {"fremovexattr", always, -1, false}},
        {SYS_truncate, {"truncate", always, 0, false}},
        {SYS_ftruncate, {"ftruncate", always, -1, false}},
        {SYS_fsync, {"fsync", always, -1, true}},
        {SYS_fdatasync, {"fdatasync", always, -1, true}},
        {SYS_syncfs, {"syncfs", always, -1, true}},
    };
    return table;
}
