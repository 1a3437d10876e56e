// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "host/entry.hpp"
#include "host/root.hpp"
#include "model/others.hpp"
#include "model/receipt.hpp"

namespace bes::detect {

/// Goes through the places of setup's and gathers what stands there and is not setup's. What can't be looked
/// at becomes the problem: the whole is not known then.
class PlaceLook {
public:
    /// `receipt`: of the standby that is installed; null where none is.
    PlaceLook(const Request& request, const Receipt* receipt);

    /// A file or symbolic link will stand here.
    void atFile(const std::filesystem::path& path, const std::string& unit = {});
    /// A folder has to be here: one that is root's alone is used as it is.
    void atFolder(const std::filesystem::path& path);
    /// The same for a folder that a person chose: a link of root's may lead to it, and it is never moved.
    void atChosenFolder(const std::filesystem::path& path);
    /// Setup's own file, or what stands in the place of its folder: nothing may be here, and it is never
    /// moved.
    void atOwnFile(const std::filesystem::path& path, const std::string& note);
    /// Nothing may be here.
    void atHidden(const std::filesystem::path& path);
    void add(const std::filesystem::path& path, ThingOfOthers::Standing standing, const std::string& unit,
             std::string note);
    /// Something that stands in no place of setup's: it may be told more than once, for several units.
    void tell(const std::filesystem::path& path, ThingOfOthers::Standing standing, const std::string& unit,
              std::string note);
    /// Of a regular file that others wrote, links followed; empty where there is none.
    [[nodiscard]] std::string text(const std::filesystem::path& path);

    /// Empty: nothing there, or it could not be looked at.
    [[nodiscard]] std::optional<host::Entry> entry(const std::filesystem::path& path);
    /// Sorted names; none where there is no folder.
    [[nodiscard]] std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder);
    [[nodiscard]] bool isRecorded(const std::filesystem::path& path) const;

    [[nodiscard]] const host::Root& root() const { return root_; }
    [[nodiscard]] std::vector<ThingOfOthers>& found() { return found_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    void take(const std::filesystem::path& path, const host::Entry& entry, ThingOfOthers::Standing standing,
              const std::string& unit, std::string note);
    [[nodiscard]] bool isCovered(const std::filesystem::path& path) const;
    [[nodiscard]] std::string whyNotOurs(const std::filesystem::path& folder) const;
    [[nodiscard]] std::string whyFixed(const std::filesystem::path& path, const host::Entry& entry);

    Request request_;
    host::Root root_;
    std::set<std::filesystem::path> recorded_;
    std::set<std::filesystem::path> recordedFolders_;
    std::vector<ThingOfOthers> found_;
    std::set<std::filesystem::path> named_; ///< paths of what was found
    std::string problem_;
    std::size_t read_ = 0; ///< texts
};

/// Units that setup installs.
struct OwnUnits {
    std::set<std::string> all;
    std::set<std::string> deferred; ///< of those the ones that setup never starts, and what starts them
};

/// Units of those names that are not setup's, what would change or hide setup's own, and what starts them.
void lookAtUnits(PlaceLook& look, const std::set<std::string>& units);

/// Units of others that start the deferred ones, or that the started ones would end.
void lookAtRelations(PlaceLook& look, const OwnUnits& own);
/// The part of it that is no unit: names on the message bus and rules for devices.
void lookAtActivation(PlaceLook& look, const OwnUnits& own);

} // namespace bes::detect
