// SPDX-License-Identifier: Apache-2.0
#include "host/run_note.hpp"

#include <sstream>
#include <string>

#include "host/files.hpp"
#include "host/others_write.hpp"
#include "host/process_begin.hpp"

namespace bes::host {
namespace {

constexpr unsigned readableMode = 0644;

/// A regular file, or nothing: what else stands there is not setup's.
bool mayBeOurs(const std::filesystem::path& note) {
    const auto there = host::status(note);
    return there && (!*there || (*there)->type == FileType::regular);
}

} // namespace

void noteRun(const std::filesystem::path& note, const LockHolder& holder) {
    if (!mayBeOurs(note))
        return;
    const std::string text = std::to_string(holder.process) + "\n" + holder.since + "\n" + holder.program +
                             "\n" + beginOf(holder.process) + "\n" + holder.account + "\n";
    [[maybe_unused]] const auto written =
        removeUnfinishedWrites(note).and_then([&] { return writeDurably(note, text, readableMode); });
}

void removeNote(const std::filesystem::path& note) {
    if (!mayBeOurs(note))
        return;
    [[maybe_unused]] const auto removed = removeFile(note);
}

std::optional<LockHolder> notedRun(const std::filesystem::path& note) {
    if (otherWriter(note))
        return std::nullopt;
    constexpr std::uint64_t longest = 4096;
    const auto content = readFile(note, longest);
    if (!content)
        return std::nullopt;
    LockHolder holder;
    std::string begin;
    std::istringstream lines(*content);
    lines >> holder.process >> std::ws;
    std::getline(lines, holder.since);
    std::getline(lines, holder.program);
    std::getline(lines, begin);
    std::getline(lines, holder.account);
    return !begin.empty() && beginOf(holder.process) == begin ? std::optional(holder) : std::nullopt;
}

} // namespace bes::host
