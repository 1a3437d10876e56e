// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

#include "model/media_manifest.hpp"
#include "model/octal_mode.hpp"

namespace bes {

/// Who may do what with a file or folder, as the system that it is on writes it: on Linux four octal digits.
/// What is planned and recorded only keeps and compares it; what it means is known in host/ alone
/// (host/file_rights.hpp).
class Rights {
public:
    Rights() = default; ///< nobody may do anything
    /// Of a file of a package, whose manifest has permission bits.
    [[nodiscard]] static Rights ofMode(unsigned mode) { return Rights(octalMode(mode)); }
    /// Throws std::invalid_argument for what no system writes.
    [[nodiscard]] static Rights fromText(const std::string& text) { return ofMode(modeFromOctal(text)); }

    [[nodiscard]] const std::string& text() const { return text_; }

    bool operator==(const Rights&) const = default;

private:
    explicit Rights(std::string text) : text_(std::move(text)) {}

    std::string text_ = "0000";
};

/// How something that setup makes itself is protected.
enum class Protection {
    everyoneReads, ///< and an administrator writes
    accountWrites, ///< its owner writes, the owner's group reads, nobody else enters
};

[[nodiscard]] inline Rights rightsFor(Protection protection, FileType type) {
    const bool folder = type == FileType::folder;
    if (protection == Protection::accountWrites)
        return Rights::ofMode(folder ? 0750 : 0640);
    return Rights::ofMode(folder ? 0755 : 0644);
}

} // namespace bes
