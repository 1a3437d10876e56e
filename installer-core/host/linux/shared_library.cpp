// SPDX-License-Identifier: Apache-2.0
#include "host/shared_library.hpp"

#include <dlfcn.h>

#include "text/path_text.hpp"

namespace bes::host {

// Lazy binding and names for all, as the library has them in the programs that are linked with it: what it
// loads later counts on that.
Result<SharedLibrary> SharedLibrary::load(const std::filesystem::path& path) {
    if (void* const handle = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_GLOBAL))
        return SharedLibrary(handle);
    const char* const reason = ::dlerror();
    return fail(ExitCode::failed, "library.load", "Can't load " + utf8(path),
                reason == nullptr ? "The dynamic linker reports no reason" : reason,
                "Check that the file is complete and built for this kind of computer");
}

void* SharedLibrary::address(const char* name) const {
    return ::dlsym(handle_, name);
}

std::optional<int> bitsOf(const std::filesystem::path& /*library*/) {
    return std::nullopt;
}

} // namespace bes::host
