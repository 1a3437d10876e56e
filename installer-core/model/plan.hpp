// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/action.hpp"
#include "model/receipt.hpp"
#include "model/request.hpp"
#include "model/undo.hpp"
#include "text/path_text.hpp"

namespace bes {

/// One of the steps commits the run (RecordReceipt, ForgetReceipt). Up to it, what fails is undone. Those
/// after it can be done again without harm: what fails there is not undone but finished by the next run.
struct Step {
    std::string id;    ///< stable, dotted, e.g. "files.publish"
    std::string title; ///< e.g. "Make 212 files visible in /opt/bes-standby"
    Action action;
    Undo undo;
    std::uint64_t weight = 1; ///< share of the progress, in bytes or bytes' worth of time

    bool operator==(const Step&) const = default;
};

/// A fact that the plan depends on, as text that a person understands.
struct BasisEntry {
    std::string id;    ///< e.g. "primary.standby"
    std::string value; ///< e.g. "none"

    bool operator==(const BasisEntry&) const = default;
};

/// Beside a file that administrators may edit.
[[nodiscard]] inline std::string newVersionOf(const std::string& path) {
    return path + ".new";
}

/// Beside the place of a file that was changed since setup installed it, when setup takes its own away.
[[nodiscard]] inline std::filesystem::path savedVersionOf(const std::filesystem::path& path) {
    return utf8(path) + ".saved";
}

/// Everything that apply will do, in order. No steps: there is nothing to do. Contains no secret.
struct Plan {
    std::string command; ///< "install", "remove"
    Request request;
    std::vector<BasisEntry> basis;
    Receipt receipt; ///< what will be recorded; run and time are filled in by apply
    std::vector<Step> steps;

    bool operator==(const Plan&) const = default;
};

/// JSON "bes-standby-setup.plan", 1. Start steps name units only; reading looks each of them up in the plan's
/// catalogue and refuses one that is not start-after-setup.
[[nodiscard]] std::string formatPlan(const Plan& plan);
[[nodiscard]] Result<Plan> parsePlan(std::string_view json);

[[nodiscard]] std::uint64_t totalWeight(const Plan& plan);

[[nodiscard]] bool commits(const Step& step);
/// Index of the first step after the one that commits.
[[nodiscard]] std::size_t firstAfterCommit(const Plan& plan);

} // namespace bes
