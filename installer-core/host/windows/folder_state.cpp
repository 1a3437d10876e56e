// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/surroundings.hpp"
#include "host/windows/drive.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestName = 255; ///< UTF-16 units

std::string unusableName(const fs::path& path) {
    for (const fs::path& name : path)
        if (name.native().size() > longestName)
            return "the name " + utf8(name).substr(0, 40) + "... has " +
                   std::to_string(name.native().size()) + " characters; the system allows " +
                   std::to_string(longestName);
    return {};
}

/// The nearest that exists on the way, and what stands there instead of a folder.
std::string fileOnTheWay(const fs::path& nearest) {
    const DWORD attributes = ::GetFileAttributesW(native(nearest).c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES)
        return utf8(nearest) + ": " + systemReason(lastError());
    return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? "" : utf8(nearest) + " is not a folder";
}

fs::path whereItLeads(const fs::path& nearest, const fs::path& folder) {
    const Handle opened(::CreateFileW(native(nearest).c_str(), FILE_READ_ATTRIBUTES,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    std::wstring final(32768, L'\0');
    const DWORD size = opened.open() ? ::GetFinalPathNameByHandleW(opened.get(), final.data(),
                                                                   static_cast<DWORD>(final.size()), 0)
                                     : 0;
    if (size == 0 || size >= final.size())
        return folder;
    final.resize(size);
    const fs::path rest = folder.lexically_relative(nearest);
    const fs::path real = withoutPrefix(final);
    return rest.empty() || rest == "." ? real : real / rest;
}

std::string fileSystemOf(const fs::path& drive) {
    std::array<wchar_t, MAX_PATH + 1> name{};
    std::wstring root = drive.native();
    if (!root.ends_with(L'\\'))
        root += L'\\';
    return ::GetVolumeInformationW(root.c_str(), nullptr, 0, nullptr, nullptr, nullptr, name.data(),
                                   static_cast<DWORD>(name.size())) != 0
               ? narrow(name.data())
               : std::string();
}

/// What an administrator can't write either. Where this process is none, its own lack of rights says nothing
/// about the run.
std::string whyNotWritable(const Root& root, const fs::path& folder) {
    const auto writable = checkWritable(folder);
    if (writable || (root.isRunningSystem() && !isAdministrator() && writable.error().byRights))
        return {};
    if (!writable && root.isRunningSystem() && !isAdministrator() && writable.error().id == "file.access")
        return {};
    return utf8(folder) + ": " + writable.error().why;
}

} // namespace

Result<FolderState> folderState(const Root& root, const fs::path& folder) {
    const fs::path place = withoutPrefix(native(root.followed(folder)));
    FolderState state;
    state.ignoresCase = true;
    state.obstacle = unusableName(place);
    state.leadsTo = folder;
    if (!state.obstacle.empty())
        return state;
    const fs::path nearest = nearestExisting(place);
    state.leadsTo = root.isRunningSystem() ? whereItLeads(nearest, place) : root.seenInside(place);
    state.obstacle = fileOnTheWay(nearest);
    state.noFolder = !state.obstacle.empty();
    if (state.obstacle.empty())
        state.obstacle = whyNotWritable(root, nearest);
    state.mountPoint = driveOf(nearest);
    state.fileSystem = fileSystemOf(state.mountPoint);
    return state;
}

bool securityModuleEnforces() {
    return false;
}

} // namespace bes::host
