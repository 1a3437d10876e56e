// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/primary_choice.hpp"
#include "model/maintenance.hpp"
#include "models/packages_read.hpp"
#include "recovery.hpp"
#include "setup.hpp"

namespace bes::wizard {

/// The steps of the wizard, in their order: a page each.
enum class PageId {
    welcome,
    media,      ///< and its license
    database,   ///< and the primary that is in it
    components, ///< and where they go
    domino,
    review,
    progress,
    result,
};
inline constexpr std::size_t pageCount = 8;

/// What a look at the world gave, with what it was made for.
struct Seen {
    Request request;
    Inspection inspection;
    std::vector<check::PrimaryChoice> primaries;
    std::optional<Maintenance> maintenance = {};       ///< empty: for an installation
    std::vector<std::string> stays = {};               ///< of a removal: what is left, a line each
    std::optional<Interruption> interrupted = {};      ///< a run that has to be undone or finished
    unsigned databasePassword = 0;                     ///< which one it was made with, as in WizardState
    std::vector<NotesIni> dominoServers = {};          ///< all that are on this computer
    std::vector<std::filesystem::path> mediaHere = {}; ///< folders with media, where none is named yet
    bool fewRights = false;       ///< this person is no administrator, but can become one
    bool asAdministrator = false; ///< what is known of Domino was found by one
    bool withoutDomino = false;   ///< the Domino servers were not asked: nothing that was shown needed them

    /// Null where the media is not known.
    [[nodiscard]] const MediaContents* media() const;
    /// Of the standby that is installed here; null where none is.
    [[nodiscard]] const Receipt* receipt() const;
};

/// Everything that the person has answered, and the last look. Only values: what it means is said by the
/// functions below.
struct WizardState {
    Request request;
    Passwords passwords;
    std::shared_ptr<const Seen> seen;
    /// What is to become of the standby that is installed; empty: one is to be installed. The request is
    /// then the one of the standby.
    std::optional<Maintenance> maintenance = {};
    /// What was typed and can't be taken: name of the answer → what is wrong with it. The request has the
    /// answer before.
    std::map<std::string, std::string> mistakes = {};
    unsigned databasePassword = 0;  ///< how many the person has entered; 0: it is the one of the answers
    PackagesRead packagesRead = {}; ///< in the background
    Secret typedForRecovery = {};   ///< the password of the database that an interrupted run worked with

    /// Such a maintenance is to be done.
    [[nodiscard]] bool isFor(Maintenance::Kind kind) const;
};

/// The steps that Next leads to, in their order.
[[nodiscard]] std::vector<PageId> way(const WizardState& state);
/// What the person can be led to: the way, and what is in order and needs no look.
[[nodiscard]] std::vector<PageId> steps(const WizardState& state);

/// The step where the cause of a finding is mended; empty where no answer changes it.
[[nodiscard]] std::optional<PageId> stepThatMends(const Finding& finding, const WizardState& state);

/// The only primary that can get a standby here; empty where there are none or several, or it is not known.
[[nodiscard]] std::string onlyPrimary(const Seen& seen);

/// A run of another process was in progress when setup looked.
[[nodiscard]] bool anotherRuns(const WizardState& state);

/// The license of the media, where it has to be accepted for what is to be done; null where it has not.
[[nodiscard]] const License* licenseToAccept(const WizardState& state);

/// The server that was chosen; null where none is, or it is not known.
[[nodiscard]] const Server* chosenPrimary(const WizardState& state);

/// The part of the request that has to be looked at before a page can be shown with what it needs: nothing
/// that comes after it is waited for.
[[nodiscard]] Request neededFor(PageId page, const Request& request);

/// A new look is needed before the page tells what is the case.
[[nodiscard]] bool outdated(PageId page, const WizardState& state);

/// What the Domino servers said in the last look, if they would be asked the same now; null otherwise.
[[nodiscard]] const Fact<domino::DominoFacts>* stillAsked(const WizardState& state, const Request& request);

} // namespace bes::wizard
