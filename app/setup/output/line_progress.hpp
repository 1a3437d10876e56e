// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "model/json.hpp"
#include "model/progress.hpp"
#include "output/page.hpp"

// A run's progress for readers that are no terminal.

namespace bes::app {

/// A line for each step, for pipes and files.
class PlainProgress final : public Progress {
public:
    explicit PlainProgress(Page& page) : page_(page) {}

    void started(std::size_t steps, std::uint64_t totalWeight) override;
    void stepStarted(std::size_t index, std::string_view id, std::string_view title) override;
    void undoStarted(std::string_view reason) override;
    void stepUndone(std::string_view id, std::string_view title) override;
    void note(std::string_view sentence) override;

private:
    void line(std::string_view text);

    Page& page_;
    std::size_t steps_ = 0;
};

/// JSON Lines: one event in each line, for programs. "progress" comes at most ten times a second.
class JsonProgress final : public Progress {
public:
    explicit JsonProgress(Page& page) : page_(page) {}

    void started(std::size_t steps, std::uint64_t totalWeight) override;
    void stepStarted(std::size_t index, std::string_view id, std::string_view title) override;
    void advanced(std::uint64_t weightDone) override;
    void stepFinished(std::size_t index, std::string_view id) override;
    void undoStarted(std::string_view reason) override;
    void stepUndone(std::string_view id, std::string_view title) override;
    void note(std::string_view sentence) override;

private:
    void tell(std::string_view event, const Json& more);

    Page& page_;
    std::uint64_t total_ = 0;
    std::chrono::steady_clock::time_point told_{};
};

} // namespace bes::app
