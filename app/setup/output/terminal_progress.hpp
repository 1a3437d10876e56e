// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "model/progress.hpp"
#include "output/pace.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What is done stands above one line that is drawn again and again, at most ten times a second.
class TerminalProgress final : public Progress {
public:
    using Clock = std::function<Pace::Time()>;
    /// Until the run begins it says what is being waited for.
    explicit TerminalProgress(Page& page, std::string_view waitingFor = {},
                              Clock clock = std::chrono::steady_clock::now);
    ~TerminalProgress() override;

    void started(std::size_t steps, std::uint64_t totalWeight) override;
    void stepStarted(std::size_t index, std::string_view id, std::string_view title) override;
    void advanced(std::uint64_t weightDone) override;
    void stepFinished(std::size_t index, std::string_view id) override;
    void undoStarted(std::string_view reason) override;
    void stepUndone(std::string_view id, std::string_view title) override;
    void note(std::string_view sentence) override;

private:
    void draw();
    void clear();
    [[nodiscard]] std::string line() const;

    Page& page_;
    Clock clock_;
    Pace pace_;
    Pace bytes_; ///< of this step
    Pace::Time drawn_{};
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    bool inBytes_ = false; ///< the weight of this step is bytes, others only estimate their time
    std::string title_;
};

} // namespace bes::app
