// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "host/root.hpp"
#include "model/facts.hpp"

namespace bes::detect {

/// Notices a run of another process that changes what is looked at meanwhile, from its construction on.
class OtherRun {
public:
    explicit OtherRun(host::Root root);

    /// Notes in the facts what was noticed: such a run was not interrupted.
    void noteIn(Facts& facts) const;

private:
    [[nodiscard]] std::string noticed() const;

    host::Root root_;
    std::string underWay_;
    std::optional<std::string> newest_; ///< empty: not known
};

} // namespace bes::detect
