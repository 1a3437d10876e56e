// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::capture {

/// An exported registry as UTF-8, behind its first line.
struct RegistryText {
    std::string text;
    bool wide = true; ///< bytes of texts in it are UTF-16: version 5.00; of REGEDIT4 they have 8 bits
};

/// Throws std::invalid_argument that says why it is none.
[[nodiscard]] RegistryText registryText(std::string_view bytes);

/// Bytes of a text in the registry, up to its end.
[[nodiscard]] std::string textOfBytes(std::string_view bytes, bool wide);

} // namespace bes::capture
