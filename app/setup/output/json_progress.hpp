// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "model/json.hpp"
#include "model/progress.hpp"
#include "output/page.hpp"

namespace bes::app {

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
