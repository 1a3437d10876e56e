// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/check.hpp"
#include "check/rules.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

bool isBelow(const std::filesystem::path& path, const std::vector<std::filesystem::path>& folders) {
    return std::ranges::any_of(folders, [&](const std::filesystem::path& folder) {
        const auto relative = path.lexically_relative(folder);
        return !relative.empty() && *relative.begin() != "..";
    });
}

/// What others put into the folders, and what they edited and may edit.
std::vector<std::string> thingsOfOthers(const Facts& facts, const RemoveFiles& act) {
    std::vector<std::string> theirs;
    const StandbyState& standby = facts.standby.value();
    for (const std::filesystem::path& path : standby.filesOfOthers)
        if (isBelow(path, act.folders))
            theirs.push_back(utf8(path));
    const auto editable = editableFiles(facts.installed.value()->receipt);
    for (const FileDifference& difference : standby.differences.value())
        if (std::ranges::count(editable, difference.path) > 0 &&
            std::ranges::count(act.files, pathOf(difference.path)) > 0 && !difference.missing)
            theirs.push_back(difference.path);
    return theirs;
}

} // namespace

std::vector<Finding> checkClearing(const Facts& facts, const RemoveFiles& act) {
    const std::vector<std::string> theirs = thingsOfOthers(facts, act);
    if (theirs.empty())
        return {};
    return {blocker(
        ExitCode::blocked, "files.in-the-way", "Files that setup does not remove are in the way",
        listed(theirs, 20) +
            ": the new version has a file where this folder is, or a folder where this edited file is",
        "Move it to another place, then run the same command again")};
}

} // namespace bes::check
