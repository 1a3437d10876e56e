// SPDX-License-Identifier: Apache-2.0
#include "output/json_progress.hpp"

#include "output/document.hpp"

namespace bes::app {
namespace {

constexpr std::chrono::milliseconds tellAfter{100};

} // namespace

void JsonProgress::started(std::size_t steps, std::uint64_t totalWeight) {
    total_ = totalWeight;
    writeLine({{"event", "started"}, {"steps", steps}, {"weight", totalWeight}}, page_);
}

void JsonProgress::stepStarted(std::size_t index, std::string_view id, std::string_view title) {
    writeLine({{"event", "step-started"}, {"index", index}, {"step", id}, {"title", title}}, page_);
}

void JsonProgress::advanced(std::uint64_t weightDone) {
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < tellAfter && weightDone < total_)
        return;
    told_ = now;
    writeLine({{"event", "progress"}, {"done", weightDone}, {"weight", total_}}, page_);
}

void JsonProgress::stepFinished(std::size_t index, std::string_view id) {
    writeLine({{"event", "step-finished"}, {"index", index}, {"step", id}}, page_);
}

void JsonProgress::undoStarted(std::string_view reason) {
    writeLine({{"event", "undo-started"}, {"reason", reason}}, page_);
}

void JsonProgress::stepUndone(std::string_view id, std::string_view title) {
    writeLine({{"event", "step-undone"}, {"step", id}, {"title", title}}, page_);
}

void JsonProgress::note(std::string_view sentence) {
    writeLine({{"event", "note"}, {"text", sentence}}, page_);
}

} // namespace bes::app
