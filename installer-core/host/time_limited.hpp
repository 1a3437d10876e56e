// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <string>
#include <system_error>
#include <type_traits>

#include "host/exhaustion.hpp"
#include "host/left_thread.hpp"
#include "host/process.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"
#include "text/quantities.hpp"

namespace bes::host {

/// Runs `look`, which returns a Result and may hang where a server of a network file system does not answer.
/// The system has no limit for that: what takes longer is left behind in a thread, so `look` may use nothing
/// that could go before it ends. Failure file.timeout; process.threads where there is no thread for it.
template<class Look>
[[nodiscard]] std::invoke_result_t<Look> timeLimited(std::chrono::milliseconds limit, const std::string& what,
                                                     Look look) {
    using Answer = std::invoke_result_t<Look>;
    std::packaged_task<Answer()> task(std::move(look));
    std::future<Answer> answer = task.get_future();
    try {
        leaveToThread(std::move(task));
    } catch (const std::system_error& error) {
        return fail(ExitCode::noMemory, "process.threads", what, error.what(),
                    freeMemory("ulimit -v, ulimit -u"));
    }
    if (answer.wait_for(limit) != std::future_status::ready)
        return fail(
            ExitCode::failed, "file.timeout", what, "no answer within " + inSeconds(limit),
            thisSystem() == System::windows
                ? "Look whether the server of the network drive answers (net use), or choose another folder"
                : "Look whether the server of its file system answers (findmnt), or choose another folder");
    return answer.get();
}

} // namespace bes::host
