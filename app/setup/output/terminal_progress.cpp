// SPDX-License-Identifier: Apache-2.0
#include "output/terminal_progress.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "output/text.hpp"
#include "text/visible.hpp"

namespace bes::app {
namespace {

constexpr std::chrono::milliseconds redrawAfter{100};
constexpr std::size_t barWidth = 20;
constexpr std::array stepsInBytes{"packages.stage", "media.verify"};

std::string bar(std::uint64_t done, std::uint64_t total) {
    const auto filled = static_cast<std::size_t>(total == 0 ? 0 : barWidth * done / total);
    return "[" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "]";
}

std::string rateText(double bytesPerSecond) {
    return fmt::format("{:.0f} MiB/s", bytesPerSecond / (1 << 20));
}

} // namespace

TerminalProgress::TerminalProgress(Page& page, std::string_view waitingFor, Clock clock)
    : page_(page), clock_(std::move(clock)) {
    page_.stream() << shortened(waitingFor, page_.width() - 1) << std::flush;
}

TerminalProgress::~TerminalProgress() {
    clear();
    page_.stream().flush();
}

void TerminalProgress::started(std::size_t /*steps*/, std::uint64_t totalWeight) {
    total_ = totalWeight;
    pace_ = {};
    pace_.note(clock_(), 0);
}

void TerminalProgress::stepStarted(std::size_t /*index*/, std::string_view id, std::string_view title) {
    title_ = title;
    inBytes_ = std::ranges::count(stepsInBytes, id) > 0;
    bytes_ = {};
    bytes_.note(clock_(), done_);
    draw();
}

void TerminalProgress::advanced(std::uint64_t weightDone) {
    done_ = std::min(weightDone, total_);
    const Pace::Time now = clock_();
    pace_.note(now, done_);
    bytes_.note(now, done_);
    if (now - drawn_ >= redrawAfter)
        draw();
}

void TerminalProgress::stepFinished(std::size_t /*index*/, std::string_view /*id*/) {
    clear();
    page_.line(Row{{"done    ", Tone::good}, title_}, 2);
    title_.clear();
}

void TerminalProgress::undoStarted(std::string_view reason) {
    clear();
    title_.clear();
    if (total_ == 0) { // an earlier run: nothing fails now
        page_.line(Row{{"Rolling back: ", Tone::strong}, reason}, 2);
        return;
    }
    total_ = 0; // undoing has no known length
    page_.line(Row{{"failed  ", Tone::bad}, reason}, 2);
    page_.line({"Rolling back:", Tone::strong}, 2);
}

void TerminalProgress::stepUndone(std::string_view /*id*/, std::string_view title) {
    clear();
    page_.line(Row{{"rolled back  ", Tone::warning}, title}, 2);
}

void TerminalProgress::note(std::string_view sentence) {
    clear();
    page_.line(Row{{"        ", Tone::plain}, {sentence, Tone::faint}}, 2);
    draw();
}

void TerminalProgress::draw() {
    if (total_ == 0)
        return;
    drawn_ = clock_();
    // one column stays free: some terminals begin a new line when the last one is written
    page_.stream() << "\r\x1b[K" << shortened(visible(line()), page_.width() - 1) << std::flush;
}

void TerminalProgress::clear() {
    page_.stream() << "\r\x1b[K";
}

std::string TerminalProgress::line() const {
    std::string text = fmt::format("  {} {:3} %", bar(done_, total_), done_ * 100 / total_);
    if (const auto pace = bytes_.perSecond(); pace && inBytes_)
        text += "  " + rateText(*pace);
    if (const auto left = pace_.left(total_); left && left->count() > 0)
        text += "  " + durationText(*left) + " left";
    return title_.empty() ? text : text + "  " + title_;
}

} // namespace bes::app
