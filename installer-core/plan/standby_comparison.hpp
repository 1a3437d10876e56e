// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/maintenance.hpp"
#include "model/plan.hpp"
#include "plan/receipt_composition.hpp"

namespace bes::plan {

/// What makes room for something of another kind.
struct Cleared {
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> folders; ///< innermost first

    [[nodiscard]] bool empty() const { return files.empty() && folders.empty(); }
    [[nodiscard]] bool contains(const std::filesystem::path& path) const;
};

/// The standby that is installed beside what it shall be, and the files in which these differ. For standbys
/// that makeChange() takes.
class StandbyComparison {
public:
    using Files = std::vector<InstalledFile>;

    StandbyComparison(const Facts& facts, const Request& request, const Maintenance& maintenance);

    [[nodiscard]] const Facts& facts() const { return facts_; }
    [[nodiscard]] const Receipt& receipt() const { return receipt_; }
    [[nodiscard]] const Composition& installed() const { return installed_.composition(); }
    [[nodiscard]] const Composition& intended() const { return intended_.composition(); }
    /// What will be recorded.
    [[nodiscard]] Receipt receiptAfter() const;
    [[nodiscard]] bool otherMedia() const;

    // Files of packages.
    [[nodiscard]] const Files& publish() const { return publish_; }
    [[nodiscard]] const Files& beside() const { return beside_; } ///< an edited one has this name
    [[nodiscard]] const Files& rights() const { return rights_; } ///< differ in mode and owner alone
    [[nodiscard]] bool needsMedia() const { return !publish_.empty() || !beside_.empty(); }
    // Files that setup writes itself.
    [[nodiscard]] const RegisteredServices& services() const { return services_; } ///< to be registered anew
    [[nodiscard]] const std::vector<TextFile>& configuration() const { return configuration_; }
    [[nodiscard]] const std::vector<RegistryValue>& registry() const { return registry_; } ///< to be written
    /// Recorded and not wanted any more, of all kinds.
    [[nodiscard]] const Files& gone() const { return gone_; }
    /// Recorded files where a folder is wanted, and folders with all that is recorded in them where a file
    /// is.
    [[nodiscard]] const Cleared& cleared() const { return cleared_; }

    [[nodiscard]] bool isRecorded(const std::string& path) const { return recorded_.contains(path); }
    [[nodiscard]] bool isEditable(const std::string& path) const { return editable_.contains(path); }
    /// What others put into the standby's folders.
    [[nodiscard]] bool isForeign(const std::filesystem::path& path) const;
    /// Null: it is as it was recorded.
    [[nodiscard]] const FileDifference* differenceOf(const std::string& path) const;
    [[nodiscard]] const std::map<std::string, FileDifference>& differences() const { return differences_; }
    /// The package of a file below the installation folder.
    [[nodiscard]] std::string packageOf(const std::filesystem::path& file) const;

private:
    [[nodiscard]] bool recordedAs(const InstalledFile& file) const;
    [[nodiscard]] bool edited(const std::string& path) const;
    [[nodiscard]] bool isFolderAlready(const InstalledFile& file) const;
    [[nodiscard]] bool settled(const InstalledFile& file) const;
    [[nodiscard]] bool isOfOtherKind(const InstalledFile& file) const;

    [[nodiscard]] bool standsInFolders(const std::string& path, const std::string& top) const;

    void findCleared();
    void clear(const InstalledFile& file);
    void comparePayload();
    void compareTexts();
    void compareText(const TextFile& text, std::vector<TextFile>& write);
    void compareServices();
    void compareRegistry();
    template<class Registered>
    [[nodiscard]] bool isAsIntended(const Registered& registered,
                                    const std::vector<Registered>& recorded) const;
    void findGone();

    const Facts& facts_;
    const Receipt& receipt_;
    ReceiptComposition installed_;
    ReceiptComposition intended_;
    std::map<std::string, InstalledFile> recorded_;
    std::map<std::string, FileDifference> differences_;
    std::set<std::string> editable_;
    Files publish_, beside_, rights_;
    RegisteredServices services_;
    std::vector<TextFile> configuration_;
    std::vector<RegistryValue> registry_;
    Files gone_;
    Cleared cleared_;
};

} // namespace bes::plan
