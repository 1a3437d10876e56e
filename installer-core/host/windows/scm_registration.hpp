// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/windows/scm_api.hpp"
#include "host/windows/system_failure.hpp"
#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

enum class ScmStart {
    automatic,        ///< with the computer
    delayedAutomatic, ///< with the computer, after those that are not delayed
    demand,           ///< by the failover process or a person only
    disabled,
};

/// All that the service control manager has to know of one service.
struct ScmRegistration {
    std::string name;        ///< the key; of the documented services the documented one
    std::string displayName; ///< unique too
    std::string description;
    std::filesystem::path program;
    std::vector<std::string> arguments;
    ScmStart start = ScmStart::demand;
    std::vector<std::string>
        dependencies; ///< keys; starting the service starts them, so none may be deferred where this is not
    std::string account; ///< "NT AUTHORITY\LocalService", ".\bes"; empty: LocalSystem
    std::optional<std::chrono::seconds> restartAfter; ///< a crash; empty: it is left so
    bool recoveryKnown = true; ///< of one that was read: the system told whether it restarts it

    bool operator==(const ScmRegistration&) const = default;
};

/// One that is there already is changed into what is wanted. It is not started. Failures service.install
/// (also where a service of that name waits for its removal, or another has the display name).
[[nodiscard]] Result<void> installService(const ScmRegistration& wanted, const Secret& password = Secret(),
                                          const ScmApi& api = {});
/// Success when there is none. It has to be stopped before. Failure service.remove.
[[nodiscard]] Result<void> removeService(const std::string& name, const ScmApi& api = {});
/// Empty where there is none.
[[nodiscard]] Result<std::optional<ScmRegistration>> readService(const std::string& name,
                                                                 const ScmApi& api = {});
/// Half sentences: "the start type is demand, not automatic".
[[nodiscard]] std::vector<std::string> differences(const ScmRegistration& wanted,
                                                   const ScmRegistration& found);

[[nodiscard]] std::string_view toString(ScmStart start);

/// What failed, and the system's number of it.
[[nodiscard]] Failure scmFailure(const std::string& id, const std::string& what, SystemError error);

} // namespace bes::host
