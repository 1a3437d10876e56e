// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/domino/facts.hpp"
#include "model/fact.hpp"

namespace bes::wizard {

struct ClusterMember {
    std::string name; ///< abbreviated, "Mail01/Acme"
    bool primary = false;
    bool standby = false;
    std::string state; ///< "available", "busy", …; empty where it was not asked
    bool available = false;
};

/// State databases of the primary's users with a replica on the standby.
struct Replication {
    std::uint64_t replicated = 0;
    std::uint64_t all = 0;
};

/// The Domino cluster as a picture shows it.
struct ClusterPicture {
    std::string title; ///< one sentence: the cluster's name, or why there is none to be seen
    std::vector<ClusterMember> members;
    std::optional<Replication> replication;
    std::string replicationText; ///< one sentence, also where nothing is known

    /// The whole picture in words, for those who can't see it.
    [[nodiscard]] std::string inWords() const;
};

[[nodiscard]] ClusterPicture clusterPicture(const Fact<domino::DominoFacts>& facts);

} // namespace bes::wizard
