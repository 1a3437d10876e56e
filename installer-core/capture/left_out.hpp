// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "capture/registry_choice.hpp"
#include "model/capture_rules.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"
#include "report/secret_search.hpp"

namespace bes::capture {

/// What stays behind, and why.
struct LeftOut {
    std::string what; ///< a path below the folder that is captured; a folder with '/' at its end
    std::string why;  ///< "logs"

    bool operator==(const LeftOut&) const = default;
};

/// Takes out of the files of a folder what belongs to that server alone, and says of each why: files and
/// folders that a rule or a person names, links, files whose name or content tells the server's name, a
/// password or a key. Failure media.create where a file can't be read.
class LeftOutFilter {
public:
    LeftOutFilter(const std::vector<LeftOutFiles>& rules, const std::vector<std::string>& named,
                  const ChosenRegistry& registry);

    [[nodiscard]] Result<std::vector<LeftOut>> filter(std::vector<PackagedFile>& files,
                                                      const std::filesystem::path& folder) const;

private:
    [[nodiscard]] std::optional<std::string> byName(const PackagedFile& file) const;
    [[nodiscard]] Result<std::optional<std::string>> byContent(const PackagedFile& file,
                                                               const std::filesystem::path& folder) const;
    [[nodiscard]] std::optional<std::string> bySettings(std::string_view text) const;

    std::vector<LeftOutFiles> rules_;
    std::vector<std::string> serverNames_;
    report::SecretSearch secrets_;
};

} // namespace bes::capture
