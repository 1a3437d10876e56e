// SPDX-License-Identifier: Apache-2.0
#include "database/new_connection_limit.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>

namespace bes::database {

using Clock = std::chrono::steady_clock;

namespace {

/// An answer to a login, with certificates. The driver manager looks at each message as often as there are
/// messages.
constexpr std::uint64_t longestGreeting = 64 << 10;

} // namespace

NewConnectionLimit::NewConnectionLimit(std::uint16_t port, std::chrono::milliseconds limit)
    : port_(port), end_(Clock::now() + limit), finder_([this](const std::stop_token& stop) {
          constexpr std::chrono::milliseconds often{5};
          std::mutex mutex;
          std::unique_lock lock(mutex);
          std::condition_variable_any never;
          while (!stop.stop_requested()) {
              never.wait_for(lock, stop, often, [] { return false; });
              look();
          }
      }) {
}

void NewConnectionLimit::look() {
    for (const int socket : connections_.newOnes(port_)) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end_ - Clock::now());
        try {
            limits_.push_back(std::make_unique<AnswerLimit>(
                socket, std::max(left, std::chrono::milliseconds(1)), longestGreeting));
        } catch (const std::system_error&) {
            continue; // the library has closed it meanwhile
        }
        last_ = socket;
    }
}

std::optional<int> NewConnectionLimit::finish() {
    finder_.request_stop();
    if (finder_.joinable()) {
        finder_.join();
        look(); // it may have come in the last moment
    }
    return last_;
}

std::optional<Failure> NewConnectionLimit::failure(const std::string& place, const std::string& what) const {
    for (const auto& limit : limits_)
        if (auto failure = limit->failure(place, what))
            return failure;
    return std::nullopt;
}

} // namespace bes::database
