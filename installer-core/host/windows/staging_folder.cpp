// SPDX-License-Identifier: Apache-2.0
#include "host/staging_folder.hpp"

#include <fcntl.h>
#include <io.h>

#include <utility>
#include <vector>

#include "host/files.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> cannotWrite(const fs::path& path, SystemError error = lastError()) {
    return fail(fileFailure(error, Access::writing, "Can't write " + utf8(path), path));
}

HANDLE handleOf(int descriptor) {
    return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor)); // NOLINT: what the library gives
}

/// Never through a link, and nobody can put something else in its place while it is open.
Handle openFolder(const fs::path& path) {
    Handle opened = openEntry(path, FILE_READ_ATTRIBUTES | READ_CONTROL | WRITE_DAC, Sharing::pinned);
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (entry && entry->folder() && !entry->link)
        return opened;
    if (entry)
        ::SetLastError(ERROR_DIRECTORY);
    return {};
}

} // namespace

NewFile::NewFile(int descriptor, fs::path path) : descriptor_(descriptor), path_(std::move(path)) {
}

NewFile::NewFile(NewFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)) {
}

NewFile::~NewFile() {
    if (descriptor_ >= 0)
        ::_close(descriptor_);
}

Result<void> NewFile::write(std::span<const std::byte> bytes) {
    const SystemError error = writeAll(
        handleOf(descriptor_), {reinterpret_cast<const char*>(bytes.data()), bytes.size()}); // NOLINT: bytes
    return error == 0 ? Result<void>() : cannotWrite(path_, error);
}

Result<void> NewFile::close(unsigned mode) {
    if (const SystemError error = setRights(handleOf(descriptor_), false, mode); error != 0)
        return cannotWrite(path_, error);
    return ::_close(std::exchange(descriptor_, -1)) == 0 ? Result<void>() : cannotWrite(path_);
}

struct StagingFolder::State {
    struct Opened {
        std::string name; ///< relative to the staging folder
        Handle handle;
    };

    /// Every folder on the way is opened as itself. The way to the last one stays open: packages come sorted,
    /// so that the next file is most often in the same folder.
    Result<fs::path> locate(const std::string& name) {
        const std::size_t slash = name.rfind('/');
        const std::string_view parent =
            std::string_view(name).substr(0, slash == std::string::npos ? 0 : slash);
        while (!way.empty() && !isSameOrBelow(parent, way.back().name))
            way.pop_back();
        while (!parent.empty() && (way.empty() || way.back().name.size() < parent.size()))
            TRY(openNext(parent));
        return path / pathOf(name);
    }

    [[nodiscard]] static bool isSameOrBelow(std::string_view folder, std::string_view above) {
        return folder.starts_with(above) && (folder.size() == above.size() || folder[above.size()] == '/');
    }

    Result<void> openNext(std::string_view parent) {
        const std::size_t begin = way.empty() ? 0 : way.back().name.size() + 1;
        const std::string next(parent.substr(0, std::min(parent.find('/', begin), parent.size())));
        Handle folder = openFolder(path / pathOf(next));
        if (!folder.open())
            return cannotWrite(path / pathOf(parent));
        way.push_back({next, std::move(folder)});
        return {};
    }

    fs::path path;
    Handle top;
    std::vector<Opened> way; ///< each one is in the one before
};

StagingFolder::StagingFolder(std::unique_ptr<State> state) : state_(std::move(state)) {
}
StagingFolder::StagingFolder(StagingFolder&&) noexcept = default;
StagingFolder::~StagingFolder() = default;

Result<StagingFolder> StagingFolder::create(const fs::path& folder) {
    constexpr unsigned ownersOnly = 0700;
    TRY(removeTree(folder));
    NewRights rights(ownersOnly, true);
    if (::CreateDirectoryW(native(folder).c_str(), rights.attributes()) == 0)
        return cannotWrite(folder);
    Handle top = openFolder(folder);
    if (!top.open())
        return cannotWrite(folder);
    if (const SystemError error = setRights(top.get(), true, ownersOnly); error != 0)
        return cannotWrite(folder, error);
    return StagingFolder(std::make_unique<State>(State{folder, std::move(top), {}}));
}

Result<void> StagingFolder::makeFolder(const std::string& name, unsigned mode) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    NewRights rights(mode, true);
    if (::CreateDirectoryW(native(place).c_str(), rights.attributes()) == 0)
        return cannotWrite(place);
    const Handle made = openFolder(place);
    if (!made.open())
        return cannotWrite(place);
    const SystemError error = setRights(made.get(), true, mode);
    return error == 0 ? Result<void>() : cannotWrite(place, error);
}

Result<NewFile> StagingFolder::createFile(const std::string& name) {
    constexpr unsigned ownersOnly = 0600;
    TRY_ASSIGN(const auto place, state_->locate(name));
    NewRights rights(ownersOnly, false);
    Handle made(::CreateFileW(native(place).c_str(), GENERIC_WRITE | READ_CONTROL | WRITE_DAC,
                              FILE_SHARE_READ, rights.attributes(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL,
                              nullptr));
    if (!made.open())
        return cannotWrite(place);
    const int descriptor =
        ::_open_osfhandle(reinterpret_cast<std::intptr_t>(made.get()), _O_BINARY); // NOLINT: as above
    if (descriptor < 0)
        return cannotWrite(place, ERROR_TOO_MANY_OPEN_FILES);
    (void)made.release();
    return NewFile(descriptor, place);
}

Result<void> StagingFolder::makeSymbolicLink(const std::string& name, const std::string& target) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    const std::wstring path = native(place);
    std::wstring to = pathOf(target).make_preferred().native();
    constexpr DWORD withoutPrivilege = 2; // where the computer is in developer mode
    if (::CreateSymbolicLinkW(path.c_str(), to.c_str(), withoutPrivilege) == 0)
        return cannotWrite(place);
    if (::GetFileAttributesW(path.c_str()) == INVALID_FILE_ATTRIBUTES) // it said that it had made one
        return cannotWrite(place, ERROR_NOT_SUPPORTED);
    return {};
}

Result<StagingFolder> StagingFolder::enter(const std::string& name) {
    TRY_ASSIGN(const auto place, state_->locate(name));
    Handle inner = openFolder(place);
    if (!inner.open())
        return cannotWrite(place);
    return StagingFolder(std::make_unique<State>(State{place, std::move(inner), {}}));
}

Result<void> StagingFolder::sync() {
    return syncFileSystem(state_->path);
}

} // namespace bes::host
