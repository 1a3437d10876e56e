// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/progress.hpp"
#include "output/page.hpp"

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

} // namespace bes::app
