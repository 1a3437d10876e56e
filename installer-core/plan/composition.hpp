// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes::plan {

/// What a standby consists of, as it is installed or as it shall be: the base of every step.
struct Composition {
    const Request& request;
    const Server& primary;
    const MediaContents& media;
    Computer computer;
    std::vector<const Component*> components; ///< in the catalogue's order
    std::vector<const Package*> packages;     ///< without repetition, sorted by id
    std::vector<const Service*> started;      ///< start-after-setup, in start order
    std::vector<const Service*> deferred;     ///< deferred-until-failover, in start order

    [[nodiscard]] std::vector<std::string> componentIds() const;
};

/// Fills in these components, their packages and services. Where the media has no packages at all (it was not
/// read), none are.
void complete(Composition& composition, const std::vector<std::string>& components);

/// Throws std::logic_error where a fact that check() demands is unknown.
[[nodiscard]] Composition workOut(const Facts& facts, const Request& request);

/// The files of the packages as they will stand below the installation folder, sorted by path.
[[nodiscard]] std::vector<InstalledFile> packagedFiles(const Composition& composition);

} // namespace bes::plan
