#include "journal/run_id.hpp"

#include <chrono>
#include <random>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace bes::journal {
namespace {

std::tm utc() {
    return fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
}

} // namespace

std::string utcNow() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", utc());
}

std::string newRunId() {
    std::random_device random;
    return fmt::format("{:%Y%m%dT%H%M%SZ}-{:08x}", utc(), random());
}

} // namespace bes::journal
