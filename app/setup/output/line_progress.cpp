// SPDX-License-Identifier: Apache-2.0
#include "output/line_progress.hpp"

#include <fmt/format.h>

#include "output/document.hpp"

namespace bes::app {
namespace {

constexpr std::chrono::milliseconds tellAfter{100};

} // namespace

void PlainProgress::started(std::size_t steps, std::uint64_t /*totalWeight*/) {
    steps_ = steps;
}

void PlainProgress::stepStarted(std::size_t index, std::string_view /*id*/, std::string_view title) {
    line(fmt::format("[{}/{}] {}", index + 1, steps_, title));
}

void PlainProgress::undoStarted(std::string_view reason) {
    if (steps_ == 0) // an earlier run: nothing fails now
        return line(fmt::format("rolling back: {}", reason));
    line(fmt::format("failed: {}", reason));
    line("rolling back");
}

void PlainProgress::stepUndone(std::string_view /*id*/, std::string_view title) {
    line(fmt::format("rolled back: {}", title));
}

void PlainProgress::note(std::string_view sentence) {
    line(sentence);
}

void PlainProgress::line(std::string_view text) {
    page_.line(text);
    page_.stream().flush(); // who follows a pipe wants to see it now
}

void JsonProgress::tell(std::string_view event, const Json& more) {
    Json line = runEvent(event);
    line.update(more);
    writeLine(line, page_);
}

void JsonProgress::started(std::size_t steps, std::uint64_t totalWeight) {
    total_ = totalWeight;
    tell("started", {{"steps", steps}, {"weight", totalWeight}});
}

void JsonProgress::stepStarted(std::size_t index, std::string_view id, std::string_view title) {
    tell("step-started", {{"index", index}, {"step", id}, {"title", title}});
}

void JsonProgress::advanced(std::uint64_t weightDone) {
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < tellAfter && weightDone < total_)
        return;
    told_ = now;
    tell("progress", {{"done", weightDone}, {"weight", total_}});
}

void JsonProgress::stepFinished(std::size_t index, std::string_view id) {
    tell("step-finished", {{"index", index}, {"step", id}});
}

void JsonProgress::undoStarted(std::string_view reason) {
    tell("undo-started", {{"reason", reason}});
}

void JsonProgress::stepUndone(std::string_view id, std::string_view title) {
    tell("step-undone", {{"step", id}, {"title", title}});
}

void JsonProgress::note(std::string_view sentence) {
    tell("note", {{"text", sentence}});
}

} // namespace bes::app
