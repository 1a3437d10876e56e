// SPDX-License-Identifier: Apache-2.0
#include "host/library_settings.hpp"

#include <fcntl.h>
#include <io.h>
#include <stdlib.h>

#include <system_error>

#include "host/windows/handle.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

[[noreturn]] void throwSystemError(const char* call) {
    throw std::system_error(static_cast<int>(lastError()), std::system_category(), call);
}

HANDLE handleOf(int descriptor) {
    return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor)); // NOLINT: what the library gives
}

/// Nobody else may open it, and it is kept in memory where there is room. It has to have a name, for others
/// open it by that.
int privateFile() {
    const std::filesystem::path folder = pathOf(narrow(variable(L"TEMP")));
    for (int i = 0;; ++i) {
        const std::filesystem::path path = folder / pathOf("bes-" + std::to_string(::GetCurrentProcessId()) +
                                                           "-" + std::to_string(i) + ".tmp");
        NewRights rights(0600, false);
        Handle file(::CreateFileW(native(path).c_str(), GENERIC_READ | GENERIC_WRITE,
                                  FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, rights.attributes(),
                                  CREATE_NEW, FILE_ATTRIBUTE_TEMPORARY, nullptr));
        if (!file.open() && lastError() == ERROR_FILE_EXISTS)
            continue;
        const int descriptor = file.open()
                                   ? ::_open_osfhandle(reinterpret_cast<std::intptr_t>(file.get()), _O_BINARY)
                                   : -1; // NOLINT
        if (descriptor < 0)
            throwSystemError("CreateFile");
        (void)file.release();
        return descriptor;
    }
}

std::filesystem::path pathOfOpen(HANDLE file) {
    std::wstring path(32768, L'\0');
    const DWORD size = ::GetFinalPathNameByHandleW(file, path.data(), static_cast<DWORD>(path.size()), 0);
    path.resize(std::min<std::size_t>(size, path.size()));
    return withoutPrefix(path);
}

} // namespace

void setVariable(const char* name, const std::string& value) {
    if (::_wputenv_s(wide(name).c_str(), wide(value).c_str()) != 0)
        throwSystemError("_wputenv_s");
}

void removeVariable(const char* name) {
    (void)::_wputenv_s(wide(name).c_str(), L"");
    ::SetEnvironmentVariableW(wide(name).c_str(), nullptr);
}

PrivateFile::PrivateFile() : descriptor_(privateFile()) {
}

PrivateFile::~PrivateFile() {
    const std::wstring path = native(pathOfOpen(handleOf(descriptor_)));
    write({});
    ::_close(descriptor_);
    ::DeleteFileW(path.c_str());
}

std::string PrivateFile::path() const {
    return utf8(pathOfOpen(handleOf(descriptor_)));
}

void PrivateFile::write(std::string_view text) {
    HANDLE const file = handleOf(descriptor_);
    ::SetFilePointer(file, 0, nullptr, FILE_BEGIN);
    if (::SetEndOfFile(file) == 0 || writeAll(file, text) != 0)
        throwSystemError("WriteFile");
}

} // namespace bes::host
