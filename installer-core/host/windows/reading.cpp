// SPDX-License-Identifier: Apache-2.0
#include "host/windows/reading.hpp"

#include <algorithm>
#include <vector>

#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Failure cannotRead(SystemError error, const std::filesystem::path& path) {
    return fileFailure(error, Access::reading, "Can't read " + utf8(path), path);
}

Result<std::string> readToEnd(HANDLE file, const std::filesystem::path& path, std::uint64_t limit) {
    std::string content;
    std::vector<char> buffer(std::size_t{64} << 10);
    while (true) {
        DWORD got = 0;
        if (::ReadFile(file, buffer.data(), static_cast<DWORD>(buffer.size()), &got, nullptr) == 0) {
            const SystemError error = lastError();
            if (error == ERROR_BROKEN_PIPE || error == ERROR_HANDLE_EOF) // who wrote into it has closed it
                return content;
            return fail(cannotRead(error, path));
        }
        if (got == 0)
            return content;
        content.append(buffer.data(), got);
        if (content.size() > limit)
            return fail(ExitCode::failed, "file.read", "Can't read " + utf8(path),
                        "It is longer than the " + std::to_string(limit) + " bytes that such a file may have",
                        "Check that this is the right file");
    }
}

SystemError writeAll(HANDLE file, std::string_view bytes) {
    constexpr std::size_t most = std::size_t{1} << 20;
    while (!bytes.empty()) {
        DWORD written = 0;
        if (::WriteFile(file, bytes.data(), static_cast<DWORD>(std::min(bytes.size(), most)), &written,
                        nullptr) == 0)
            return lastError();
        bytes.remove_prefix(written);
    }
    return 0;
}

std::filesystem::path nearestExisting(const std::filesystem::path& path) {
    std::filesystem::path nearest = withoutPrefix(native(path));
    while (::GetFileAttributesW(native(nearest).c_str()) == INVALID_FILE_ATTRIBUTES &&
           nearest.has_relative_path())
        nearest = nearest.parent_path();
    return nearest;
}

} // namespace bes::host
