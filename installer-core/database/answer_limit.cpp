// SPDX-License-Identifier: Apache-2.0
#include "database/answer_limit.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "host/process.hpp"
#include "text/quantities.hpp"

namespace bes::database {
namespace {

/// How often the bytes are looked at: within it a server on this computer sends some megabytes.
constexpr std::chrono::milliseconds often{5};
/// What is under way when a signal comes may still be answered.
constexpr std::chrono::seconds afterSignal{1};

} // namespace

AnswerLimit::AnswerLimit(int socket, std::chrono::milliseconds limit, std::uint64_t longest)
    : limit_(limit), longest_(longest), socket_(socket), watch_([this, limit](const std::stop_token& stop) {
          auto end = std::chrono::steady_clock::now() + limit;
          const std::stop_token signals = host::stopOfProcess();
          bool heard = signals.stop_requested(); // what is undone then may take its time
          bool cancelled = false;
          std::mutex mutex;
          std::unique_lock lock(mutex);
          std::condition_variable_any never;
          while (passed_ == Passed::none) {
              never.wait_for(lock, stop, often, [] { return false; });
              if (stop.stop_requested())
                  return;
              if (!std::exchange(heard, signals.stop_requested()) && heard) {
                  cancelled = true;
                  end = std::min(end, std::chrono::steady_clock::now() + afterSignal);
              }
              if (socket_.received() > longest_)
                  passed_ = Passed::bytes;
              else if (std::chrono::steady_clock::now() >= end)
                  passed_ = cancelled ? Passed::stop : Passed::time;
          }
          socket_.cut();
      }) {
}

std::optional<Failure> AnswerLimit::failure(const std::string& place, const std::string& what) const {
    switch (passed_) {
    case Passed::none:
        break;
    case Passed::stop:
        return host::cancelled();
    case Passed::time:
        return Failure{ExitCode::database, "database.busy", what,
                       fmt::format("{} did not answer completely within {}", place, inSeconds(limit_)),
                       "Find out why the server does not answer, then run setup again."};
    case Passed::bytes:
        return Failure{
            ExitCode::database, "database.too-long", what,
            fmt::format("{} has sent more than {}", place, formatBytes(longest_, Rounding::down)),
            "Check that the address is that of the BlackBerry Configuration Database, and what its "
            "server sends."};
    }
    return std::nullopt;
}

} // namespace bes::database
