// SPDX-License-Identifier: Apache-2.0
#include "host/shared_library.hpp"

#include <array>
#include <cstring>

#include <windows.h>

#include "host/windows/opened.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

/// A structure that stands there in the file. False where the file ends before.
template<class Structure>
bool readAt(HANDLE file, LONG place, Structure& structure) {
    DWORD read = 0;
    return ::SetFilePointer(file, place, nullptr, FILE_BEGIN) != INVALID_SET_FILE_POINTER &&
           ::ReadFile(file, &structure, sizeof structure, &read, nullptr) != 0 && read == sizeof structure;
}

struct PortableHead {
    DWORD signature = 0;
    IMAGE_FILE_HEADER file{};
};

} // namespace

Result<SharedLibrary> SharedLibrary::load(const std::filesystem::path& path) {
    // what it needs itself stands beside it; a name with a prefix would keep it from being found there
    const std::filesystem::path file = withoutPrefix(native(path));
    if (HMODULE const library = ::LoadLibraryExW(file.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH))
        return SharedLibrary(library);
    const SystemError error = lastError();
    return fail(ExitCode::failed, "library.load", "Can't load " + utf8(path), systemReason(error),
                error == ERROR_BAD_EXE_FORMAT
                    ? "Use the probe of the same kind, 32 or 64 bit, as the Domino server"
                    : "Check that the file is complete and built for this kind of computer");
}

void* SharedLibrary::address(const char* name) const {
    return reinterpret_cast<void*>(
        ::GetProcAddress(static_cast<HMODULE>(handle_), name)); // NOLINT: what it is for
}

std::optional<int> bitsOf(const std::filesystem::path& library) {
    const Handle file(::CreateFileW(native(library).c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr));
    IMAGE_DOS_HEADER old{};
    PortableHead head;
    if (!readAt(file.get(), 0, old) || old.e_magic != IMAGE_DOS_SIGNATURE ||
        !readAt(file.get(), old.e_lfanew, head) || head.signature != IMAGE_NT_SIGNATURE)
        return std::nullopt;
    switch (head.file.Machine) {
    case IMAGE_FILE_MACHINE_I386:
        return 32;
    case IMAGE_FILE_MACHINE_AMD64:
        return 64;
    default:
        return std::nullopt;
    }
}

} // namespace bes::host
