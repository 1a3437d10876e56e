// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "model/catalog.hpp"

namespace bes {

/// All that the service manager of a system has to know of one service. Whatever that manager is, what it
/// reads is made from this: for systemd by services::unitFile().
struct ServiceDefinition {
    std::string key;         ///< what the manager calls it: its unit in systemd
    std::string displayName; ///< for people
    std::filesystem::path program;
    std::filesystem::path configuration; ///< the file that `--configuration` tells the program
    std::string account;                 ///< it works as this account, and as its group
    StartPolicy policy = StartPolicy::deferredUntilFailover;
    std::vector<std::string> after; ///< keys of those that start before it, in start order
    /// Keys of those that it can't do without and that are started at the same occasion: a manager may start
    /// them because of it, so a deferred service is never among those of one that starts after setup.
    std::vector<std::string> dependsOn;
    std::filesystem::path writableFolder;

    std::chrono::seconds restartDelay{30}; ///< after it has failed
    std::chrono::seconds startLimit{60};
    std::chrono::seconds stopLimit{30};

    bool operator==(const ServiceDefinition&) const = default;
};

/// Services that start together: those that start after setup, or those that a failover starts.
struct ServiceGroup {
    std::string key; ///< what the manager calls it: its target in systemd
    StartPolicy policy = StartPolicy::deferredUntilFailover;
    std::string standby;              ///< the server that they belong to
    std::vector<std::string> members; ///< keys, in start order

    bool operator==(const ServiceGroup&) const = default;
};

/// What a standby has registered with the service manager, or a part of it.
struct RegisteredServices {
    std::vector<ServiceDefinition> definitions;
    std::vector<ServiceGroup> groups;

    [[nodiscard]] bool empty() const { return definitions.empty() && groups.empty(); }
    bool operator==(const RegisteredServices&) const = default;
};

} // namespace bes
