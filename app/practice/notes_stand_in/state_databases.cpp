// SPDX-License-Identifier: Apache-2.0
#include "state_databases.hpp"

#include <charconv>

namespace stand_in {
namespace {

// As primaries.sql names them: 10000000 + N · 48271 · 7 % 89999999 of N = 1, 2, …
constexpr std::uint64_t firstName = 10'000'000;
constexpr std::uint64_t nameCount = 89'999'999;
constexpr std::uint64_t nameStep = std::uint64_t{48271} * 7;

constexpr notes::DWord replicaDay = 0xC1257A2B;
constexpr notes::DWord otherReplicaDay = 0xC1257F4E;
constexpr std::uint64_t ticksOfDay = 8'640'000;

constexpr std::size_t secondsSpread = 3600; ///< the last of them was modified that long before the first

} // namespace

StateDatabaseFiles::StateDatabaseFiles(const StateDatabases& all, const StateDatabasesHere& here)
    : all_(all), here_(here), names_(nameCount, nameStep, nameStep),
      replicaIds_(ticksOfDay, 7919, all.seed * 104'729),
      lot_(all.count, all.count / 2 + 1 + all.seed % 7, all.seed), missing_(here.missing.of(all.count)),
      stale_(missing_ + here.stale.of(all.count)), other_(stale_ + here.otherReplicaId.of(all.count)),
      disabled_(other_ + here.disabled.of(all.count)),
      unclustered_(disabled_ + here.unclustered.of(all.count)) {
}

notes::TimeDate StateDatabaseFiles::replicaId(std::size_t index, bool other) const {
    return {static_cast<notes::DWord>(replicaIds_.at(index)), other ? otherReplicaDay : replicaDay};
}

std::optional<Database> StateDatabaseFiles::at(std::size_t index) const {
    if (index >= all_.count)
        return std::nullopt;
    const std::uint64_t lot = lot_.at(index);
    if (lot < missing_)
        return std::nullopt;
    const bool isStale = lot < stale_;
    const bool isOther = !isStale && lot < other_;
    const bool isDisabled = !isStale && !isOther && lot < disabled_;
    Database database;
    database.path = all_.folder + "\\" + std::to_string(firstName + names_.at(index)) + ".nsf";
    database.title = "BlackBerry State " + std::to_string(index + 1);
    database.inheritsFrom = "BlackBerryState";
    database.replicaId = replicaId(index, isOther);
    database.modified = all_.modified - static_cast<std::int64_t>(index % secondsSpread) +
                        (isStale ? -here_.staleSeconds : here_.later);
    database.replicaFlags = isDisabled ? notes::replicaDisabled : 0;
    database.clusterReplicate = lot < disabled_ || lot >= unclustered_;
    return database;
}

std::optional<Database> StateDatabaseFiles::named(std::string_view fileName) const {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(fileName.data(), fileName.data() + fileName.size(), number);
    const bool wellFormed = error == std::errc{} && end == fileName.data() + 8 && number >= firstName &&
                            number - firstName < nameCount && fileName.substr(8) == ".nsf";
    return wellFormed ? at(static_cast<std::size_t>(names_.indexOf(number - firstName))) : std::nullopt;
}

std::optional<Database> StateDatabaseFiles::withReplicaId(notes::TimeDate id) const {
    if (id.ticks >= ticksOfDay)
        return std::nullopt;
    std::optional<Database> database = at(static_cast<std::size_t>(replicaIds_.indexOf(id.ticks)));
    if (database && database->replicaId != id)
        database.reset();
    return database;
}

} // namespace stand_in
