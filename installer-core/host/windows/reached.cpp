// SPDX-License-Identifier: Apache-2.0
#include "host/reached.hpp"

#include "host/windows/opened.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<std::optional<Reached>> reached(const std::filesystem::path& path) {
    Handle opened;
    const SystemError error = patiently([&] {
        opened = Handle(::CreateFileW(native(path).c_str(), FILE_READ_ATTRIBUTES,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
        return opened.open() ? SystemError{0} : lastError();
    });
    if (isAbsence(error) || error == ERROR_DIRECTORY || error == ERROR_INVALID_NAME)
        return std::nullopt;
    const auto found = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!found)
        return fail(fileFailure(error != 0 ? error : lastError(), Access::reading,
                                "Can't look at " + utf8(path), path));
    const bool file = !found->folder();
    return Reached{file, !file, file ? found->size : 0};
}

std::filesystem::path streamPath(const std::filesystem::path& path) {
    return native(path);
}

} // namespace bes::host
