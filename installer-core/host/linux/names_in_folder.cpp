// SPDX-License-Identifier: Apache-2.0
#include "host/linux/names_in_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include "text/lists.hpp"

namespace bes::host {
namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int newFileFlags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
constexpr int mostTries = 100; // of names that others may take

std::string randomEnd() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz012345";
    std::array<unsigned char, 10> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return {};
    std::string end;
    for (const unsigned char byte : random)
        end += letters[byte % letters.size()];
    return end;
}

bool isNamed(int folder, const std::string& name, int file) {
    struct stat named {
    }, open{};
    return ::fstatat(folder, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 && ::fstat(file, &open) == 0 &&
           named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

} // namespace

std::string unfinishedPrefix(const std::string& name) {
    return "." + name + ".bes-unfinished-";
}

NewName::NewName(int folder, std::string name) : folder_(folder), name_(std::move(name)) {
    error_ = EEXIST;
    for (int i = 0; error_ == EEXIST && i < mostTries; ++i) {
        temporary_ = unfinishedPrefix(name_) + randomEnd();
        file_ = Descriptor(::openat(folder_, temporary_.c_str(), newFileFlags, 0600));
        error_ = file_.open() ? 0 : errno;
    }
}

NewName::~NewName() {
    if (file_.open() && isNamed(folder_, temporary_, file_.get()))
        ::unlinkat(folder_, temporary_.c_str(), 0);
}

int NewName::rename() {
    if (!isNamed(folder_, temporary_, file_.get()))
        return ESTALE;
    if (::renameat(folder_, temporary_.c_str(), folder_, name_.c_str()) != 0)
        return errno;
    const Descriptor renamed = std::move(file_);
    return isNamed(folder_, name_, renamed.get()) ? 0 : ESTALE;
}

int removeUnfinishedNames(int folder, const std::string& name) {
    Descriptor listed(::openat(folder, ".", folderFlags));
    if (!listed.open())
        return errno;
    const std::unique_ptr<DIR, CloseFolder> entries(::fdopendir(listed.get()));
    if (!entries)
        return errno;
    (void)listed.release();
    const std::string prefix = unfinishedPrefix(name);
    errno = 0;
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string_view found = entry->d_name; // NOLINT: an array of the system's
        if (found.starts_with(prefix) && ::unlinkat(folder, entry->d_name, 0) != 0 && errno != ENOENT &&
            errno != EISDIR)
            return errno;
        errno = 0;
    }
    return errno;
}

int writeAll(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int syncFolder(int folder) {
    const Descriptor opened(::openat(folder, ".", folderFlags));
    return opened.open() && ::fsync(opened.get()) == 0 ? 0 : errno;
}

} // namespace bes::host
