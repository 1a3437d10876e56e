// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "model/failure.hpp"
#include "report/contents.hpp"

namespace bes::report {

/// A tar.gz with these files in one folder, in this order, readable by their owner alone. Failure
/// report.write.
[[nodiscard]] Result<std::string> packed(const std::vector<File>& files, const std::string& folder,
                                         std::time_t time);

/// The name that a report has where nobody gave it one; its archive has ".tar.gz" behind it.
[[nodiscard]] std::string reportName(const std::string& computer, std::time_t time);

/// Fails where writeArchive() would for what is there already (report.exists), or for a folder that can't be
/// written. Writes nothing.
[[nodiscard]] Result<void> expectWritable(const std::filesystem::path& file);

/// At an absolute path, durably, and readable by its owner alone, whatever the umask. It is there as a whole
/// or not at all. Failures report.exists, and those of host/files.hpp.
[[nodiscard]] Result<void> writeArchive(const std::filesystem::path& file, std::string_view bytes);

} // namespace bes::report
