#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/primary_choice.hpp"
#include "setup.hpp"

namespace bes::wizard {

/// The pages, in their order.
enum class PageId {
    welcome,
    media,
    database,
    primary,
    srp,
    components,
    domino,
    checks,
    summary,
    progress,
    finish,
};
inline constexpr std::size_t pageCount = 11;

/// What a look at the world gave, with the request that it was made for.
struct Seen {
    Request request;
    Inspection inspection;
    std::vector<check::PrimaryChoice> primaries;

    /// Null where the media is not known.
    [[nodiscard]] const MediaContents* media() const;
};

/// Everything that the person has answered, and the last look. Only values: what it means is said by the
/// functions below.
struct WizardState {
    Request request;
    Passwords passwords;
    std::shared_ptr<const Seen> seen;
};

/// The server that was chosen; null where none is, or it is not known.
[[nodiscard]] const Server* chosenPrimary(const WizardState& state);

/// The part of the request that has to be looked at before a page can be shown with what it needs: nothing
/// that comes after it is waited for.
[[nodiscard]] Request neededFor(PageId page, const Request& request);

/// A new look is needed before the page tells what is the case.
[[nodiscard]] bool outdated(PageId page, const WizardState& state);

/// What the Domino servers said in the last look, if they would be asked the same now; null otherwise.
[[nodiscard]] const Fact<domino::DominoFacts>* stillAsked(const WizardState& state, const Request& request);

/// Why the person can't go on from a page; empty: nothing stands in the way.
[[nodiscard]] std::string obstacle(PageId page, const WizardState& state);

/// The findings of a subject, "media" or "srp", the worst first.
[[nodiscard]] std::vector<Finding> findingsAbout(std::string_view subject, const WizardState& state);

} // namespace bes::wizard
