// SPDX-License-Identifier: Apache-2.0
#include "output/plain_progress.hpp"

#include <fmt/format.h>

namespace bes::app {

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

} // namespace bes::app
