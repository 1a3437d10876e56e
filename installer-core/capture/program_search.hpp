// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/media_manifest.hpp"

namespace bes::capture {

/// Finds the programs of services among the files of a folder; case does not count.
class ProgramSearch {
public:
    ProgramSearch(const std::vector<PackagedFile>& files, const std::map<std::string, std::string>& programs);

    /// The path of a service's program: where the registry says, or else a file with the name that the
    /// catalogue has, the one in the highest folder. Empty where there is none.
    [[nodiscard]] std::string find(const Service& service) const;

    /// Paths of the files of a program's name, from the highest folder on.
    [[nodiscard]] std::vector<std::string> candidates(const Service& service) const;

private:
    [[nodiscard]] std::string findRegistered(const Service& service) const;

    std::map<std::string, std::string> paths_;       ///< foldCase() → as it is
    std::multimap<std::string, std::string> byName_; ///< foldCase() of the name → path
    const std::map<std::string, std::string>& programs_;
};

} // namespace bes::capture
