// SPDX-License-Identifier: Apache-2.0
#include "host/staging_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

/// A large file is passed to the disk in such pieces while it is written.
constexpr std::uint64_t pieceForDisk = std::uint64_t{4} << 20U;

constexpr int openFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

tl::unexpected<Failure> cannotWrite(const std::filesystem::path& path) {
    const int error = errno;
    return fail(fileFailure(error, Access::writing, "Can't write " + utf8(path), path));
}

} // namespace

NewFile::NewFile(int descriptor, std::filesystem::path path)
    : descriptor_(descriptor), path_(std::move(path)) {
}

NewFile::NewFile(NewFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)), size_(other.size_),
      passed_(other.passed_) {
}

NewFile::~NewFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Result<void> NewFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(path_);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
    if (size_ - passed_ >= pieceForDisk)
        passToDisk();
    return {};
}

/// Only begins it, so that the disk works while more is unpacked. That all is on the disk, and whether it
/// could be written, is StagingFolder::sync()'s to tell.
void NewFile::passToDisk() {
    ::sync_file_range(descriptor_, static_cast<off64_t>(passed_), static_cast<off64_t>(size_ - passed_),
                      SYNC_FILE_RANGE_WRITE);
    passed_ = size_;
}

Result<void> NewFile::close(unsigned mode) {
    if (::fchmod(descriptor_, mode) != 0) // not by openat(): the umask would take bits away
        return cannotWrite(path_);
    passToDisk();
    // After EINTR the descriptor is closed as well; other errors are those of writing (NFS, quotas).
    if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR)
        return cannotWrite(path_);
    return {};
}

struct StagingFolder::State {
    struct Opened {
        std::string name; ///< relative to the staging folder
        Descriptor descriptor;
    };
    struct Place {
        int folder = -1;
        std::string name; ///< in that folder
    };

    /// The folder of `name`, opened step by step so that no link is followed. The way to the last folder
    /// stays open: packages come sorted, so that the next file is most often in the same one.
    Result<Place> locate(const std::string& name) {
        const std::size_t slash = name.rfind('/');
        if (slash == std::string::npos)
            return Place{top.get(), name};
        const std::string_view parent = std::string_view(name).substr(0, slash);
        while (!way.empty() && !isSameOrBelow(parent, way.back().name))
            way.pop_back();
        while (way.empty() ? !parent.empty() : way.back().name.size() < parent.size())
            TRY(openNext(parent));
        return Place{way.back().descriptor.get(), name.substr(slash + 1)};
    }

    [[nodiscard]] static bool isSameOrBelow(std::string_view folder, std::string_view above) {
        return folder.starts_with(above) && (folder.size() == above.size() || folder[above.size()] == '/');
    }

    Result<void> openNext(std::string_view parent) {
        const std::size_t begin = way.empty() ? 0 : way.back().name.size() + 1;
        const std::size_t end = std::min(parent.find('/', begin), parent.size());
        const std::string step(parent.substr(begin, end - begin));
        Descriptor next(
            ::openat(way.empty() ? top.get() : way.back().descriptor.get(), step.c_str(), openFolder));
        if (!next.open())
            return cannotWrite(path / parent);
        way.push_back({std::string(parent.substr(0, end)), std::move(next)});
        return {};
    }

    std::filesystem::path path;
    Descriptor top;
    std::vector<Opened> way; ///< each one is in the one before
};

StagingFolder::StagingFolder(std::unique_ptr<State> state) : state_(std::move(state)) {
}
StagingFolder::StagingFolder(StagingFolder&&) noexcept = default;
StagingFolder::~StagingFolder() = default;

Result<StagingFolder> StagingFolder::create(const std::filesystem::path& folder) {
    TRY(removeTree(folder));
    if (::mkdir(folder.c_str(), S_IRWXU) != 0)
        return cannotWrite(folder);
    Descriptor top(::open(folder.c_str(), openFolder));
    if (!top.open() || ::fchmod(top.get(), S_IRWXU) != 0)
        return cannotWrite(folder);
    return StagingFolder(std::make_unique<State>(State{folder, std::move(top), {}}));
}

Result<void> StagingFolder::makeFolder(const std::string& name, unsigned mode) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    if (::mkdirat(place.folder, place.name.c_str(), S_IRWXU) != 0)
        return cannotWrite(state_->path / name);
    const Descriptor made(::openat(place.folder, place.name.c_str(), openFolder));
    if (!made.open() || ::fchmod(made.get(), mode) != 0)
        return cannotWrite(state_->path / name);
    return {};
}

Result<NewFile> StagingFolder::createFile(const std::string& name) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int descriptor = ::openat(place.folder, place.name.c_str(), flags, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return cannotWrite(state_->path / name);
    return NewFile(descriptor, state_->path / name);
}

Result<void> StagingFolder::makeSymbolicLink(const std::string& name, const std::string& target) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    if (::symlinkat(target.c_str(), place.folder, place.name.c_str()) != 0)
        return cannotWrite(state_->path / name);
    return {};
}

Result<StagingFolder> StagingFolder::enter(const std::string& name) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    Descriptor inner(::openat(place.folder, place.name.c_str(), openFolder));
    if (!inner.open())
        return cannotWrite(state_->path / name);
    return StagingFolder(std::make_unique<State>(State{state_->path / name, std::move(inner), {}}));
}

Result<void> StagingFolder::sync() {
    if (::syncfs(state_->top.get()) == 0)
        return {};
    const int error = errno;
    return fail(fileFailure(error, Access::writing,
                            "Can't write to disk the file system of " + utf8(state_->path), state_->path));
}

} // namespace bes::host
