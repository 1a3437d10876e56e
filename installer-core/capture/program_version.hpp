// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bes::capture {

/// What a program for Windows says of itself.
struct ProgramVersion {
    std::string version;  ///< of the product: "5.0.3.22"
    std::string language; ///< "en", or the number of Windows; empty: neutral

    bool operator==(const ProgramVersion&) const = default;
};

/// Reads the version resource of a program (PE, 32 or 64 bit). Empty where there is none that can be read:
/// every offset comes from the file, so none is believed.
[[nodiscard]] std::optional<ProgramVersion> versionOf(std::string_view program);

/// "en" of 1033; the number as text where the language is none of the usual ones; empty for a neutral one.
[[nodiscard]] std::string languageOf(unsigned languageId);

} // namespace bes::capture
