// SPDX-License-Identifier: Apache-2.0
#include "host/linux/owners_rights.hpp"

#include <linux/capability.h>
#include <sys/fsuid.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <future>
#include <system_error>
#include <thread>

namespace bes::host {
namespace {

#ifdef SYS_setgroups32 // where the other one has groups of 16 bits
constexpr long setGroups = SYS_setgroups32;
#else
constexpr long setGroups = SYS_setgroups;
#endif

/// An errno. The calls of the C library would change every thread.
int takeRights(uid_t user, gid_t group) {
    if (::syscall(setGroups, 1, &group) != 0)
        return errno;
    ::setfsgid(group); // both tell only what was before
    ::setfsuid(user);
    if (static_cast<gid_t>(::setfsgid(static_cast<gid_t>(-1))) != group ||
        static_cast<uid_t>(::setfsuid(static_cast<uid_t>(-1))) != user)
        return EPERM;
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0 ? 0 : errno;
}

} // namespace

int withRightsOf(uid_t user, gid_t group, const std::function<void()>& work) {
    std::packaged_task<int()> task([&] {
        const int error = takeRights(user, group);
        if (error == 0)
            work();
        return error;
    });
    std::future<int> done = task.get_future();
    try {
        std::thread thread(std::move(task));
        thread.join();
    } catch (const std::system_error&) {
        return ENOMEM; // of which a thread's stack is the most
    }
    return done.get();
}

} // namespace bes::host
