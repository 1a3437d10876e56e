// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes::check {

/// Of the standby that is installed, what is otherwise than was asked for.
struct ChoiceDifference {
    std::string what;      ///< "primary", "component"
    std::string installed; ///< empty: it is not there
    std::string requested; ///< empty: it was not asked for, or it is not known

    bool operator==(const ChoiceDifference&) const = default;
};

/// What differs between the standby that is installed and the one that is wanted, besides the media. Empty:
/// it is installed as wanted. Needs database, media and computer to be known: what is not known counts as
/// different.
[[nodiscard]] std::vector<ChoiceDifference> differentChoices(const Receipt& installed, const Facts& facts,
                                                             const Request& request);

/// The same with the media; none where nothing is installed, or it can't be compared.
[[nodiscard]] std::vector<ChoiceDifference> differencesFromInstalled(const Facts& facts,
                                                                     const Request& request);

/// "log folder: installed /var/log/a, requested /var/log/b".
[[nodiscard]] std::string sentenceOf(const ChoiceDifference& difference);

} // namespace bes::check
