// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "media/text_archive.hpp"
#include "model/passwords.hpp"
#include "model/request.hpp"

namespace bes::app {

/// What one colleague sends to another when something failed: secrets and names of people are not in it.
struct SupportReport {
    std::vector<media::PackedText> files;
    std::vector<std::string> notRead; ///< a sentence each: what is not in it, and why
    std::size_t people = 0;           ///< whose names were replaced
};

/// Looks at everything that can be looked at. What can't (no rights, no database, nothing installed) is named
/// and left out: it always gives a report. `asked` is what the answers say; where they name no primary, what
/// is installed or was tried last is looked for.
[[nodiscard]] SupportReport makeSupportReport(const Request& asked, const Passwords& passwords);

/// The file has mode 0600. Failures report.exists where there is something of that name already, report.write
/// and those of host/files.hpp.
[[nodiscard]] Result<void> writeSupportReport(const SupportReport& report, const std::filesystem::path& file);

/// "bes-standby-report-standby1-20261129T120000Z.tar.gz"; with another number than 1 "…-2.tar.gz".
[[nodiscard]] std::string nameOfReport(const Request& request, unsigned number);

} // namespace bes::app
