// SPDX-License-Identifier: Apache-2.0
#include "journal/run_id.hpp"

#include <array>
#include <chrono>
#include <stdexcept>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/rand.h>

namespace bes::journal {
namespace {

std::tm utc() {
    return fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
}

} // namespace

std::string newRunId() {
    // from OpenSSL: std::random_device was seen to repeat itself on virtual machines
    std::array<unsigned char, 6> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
        throw std::runtime_error("the system gives no random numbers");
    return fmt::format("{:%Y%m%dT%H%M%SZ}-{:02x}", utc(), fmt::join(random, ""));
}

} // namespace bes::journal
