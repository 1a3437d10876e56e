// SPDX-License-Identifier: Apache-2.0
#include "binding.hpp"

#include <string>
#include <type_traits>

#include "host/shared_library.hpp"

namespace bes::probe {

using namespace domino;

tl::expected<notes::Functions, Reason> bindNotesApi(const std::filesystem::path& library) {
    const auto loaded = host::SharedLibrary::load(library);
    if (!loaded)
        return tl::unexpected(Reason{ReasonClass::library, 0, false, library.filename().string(),
                                     loaded.error().what + ": " + loaded.error().why});
    notes::Functions functions;
    std::string missing;
    notes::forEachFunction(functions, [&](const char* name, notes::Need need, auto& function) {
        function = loaded->function<std::remove_pointer_t<std::remove_reference_t<decltype(function)>>>(name);
        if (function == nullptr && need == notes::Need::required)
            missing += std::string(missing.empty() ? "" : ", ") + name;
    });
    if (!missing.empty())
        return tl::unexpected(Reason{ReasonClass::library, 0, false, library.filename().string(),
                                     library.string() + " lacks " + missing});
    return functions;
}

} // namespace bes::probe
