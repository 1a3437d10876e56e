// SPDX-License-Identifier: Apache-2.0
#include "unit/host/private_mounts.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace {

void require(bool done, const char* what) {
    if (!done)
        throw std::system_error(errno, std::generic_category(), what);
}

} // namespace

void makeMountsPrivate() {
    if (::geteuid() == 0) {
        require(::unshare(CLONE_NEWNS) == 0, "unshare");
    } else {
        const std::string user = std::to_string(::geteuid()), group = std::to_string(::getegid());
        require(::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0, "unshare: run this test as root");
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " + user + " 1";
        std::ofstream("/proc/self/gid_map") << "0 " + group + " 1";
    }
    require(::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "mount --make-rprivate");
}

SmallFileSystem::SmallFileSystem(std::filesystem::path folder, const std::string& options)
    : folder_(std::move(folder)) {
    makeMountsPrivate();
    std::filesystem::create_directories(folder_);
    require(::mount("test", folder_.c_str(), "tmpfs", 0, options.c_str()) == 0, "mount tmpfs");
}

SmallFileSystem::~SmallFileSystem() {
    ::umount2(folder_.c_str(), MNT_DETACH);
}

void SmallFileSystem::makeReadOnly() {
    require(::mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0, "remount");
}

Overlay::Overlay(const std::filesystem::path& lower, const std::filesystem::path& top)
    : top_(top), written_(top.string() + ".written", "size=4m") {
    const std::string written = top.string() + ".written";
    for (const char* name : {"/upper", "/work"})
        std::filesystem::create_directory(written + name);
    std::filesystem::create_directories(top);
    const std::string options =
        "lowerdir=" + lower.string() + ",upperdir=" + written + "/upper,workdir=" + written + "/work";
    require(::mount("test", top.c_str(), "overlay", 0, options.c_str()) == 0, "mount overlay");
}

Overlay::~Overlay() {
    ::umount2(top_.c_str(), MNT_DETACH);
}
