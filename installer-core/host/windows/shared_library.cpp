// SPDX-License-Identifier: Apache-2.0
#include "host/shared_library.hpp"

#include <windows.h>

#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {

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

} // namespace bes::host
