// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bes {

/// Told about the progress of a run. Calls come from one thread at a time. Weights are bytes or a step's own
/// estimate in the same unit, so that they add up.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    virtual void started(std::size_t /*steps*/, std::uint64_t /*totalWeight*/) {}
    virtual void stepStarted(std::size_t /*index*/, std::string_view /*id*/, std::string_view /*title*/) {}
    /// Weight done since the run began, in total.
    virtual void advanced(std::uint64_t /*weightDone*/) {}
    virtual void stepFinished(std::size_t /*index*/, std::string_view /*id*/) {}
    virtual void undoStarted(std::string_view /*reason*/) {}
    virtual void stepUndone(std::string_view /*id*/, std::string_view /*title*/) {}
    /// Something that a person should read now, e.g. what is being waited for.
    virtual void note(std::string_view /*sentence*/) {}
};

} // namespace bes
