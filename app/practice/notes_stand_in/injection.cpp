// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "names.hpp"
#include "runtime.hpp"
#include "surroundings.hpp"

namespace stand_in {
std::optional<notes::Status> Runtime::inject(std::unique_lock<std::mutex>& lock, const Scenario& scenario,
                                             const std::string& function, const std::string& server) {
    ++calls_[function];
    for (std::size_t i = 0; i < scenario.injections.size(); ++i) {
        const Injection& injection = scenario.injections[i];
        if (injection.function != function ||
            !(injection.server.empty() || sameName(injection.server, server)))
            continue;
        const unsigned match = ++matches_[i];
        if (injection.call && *injection.call != match)
            continue;
        if (injection.garbage)
            print(*injection.garbage);
        if (injection.hangSeconds > 0) {
            lock.unlock();
            std::this_thread::sleep_for(std::chrono::duration<double>(injection.hangSeconds));
            lock.lock();
        }
        if (injection.abort)
            std::abort();
        if (injection.exitCode)
            std::_Exit(*injection.exitCode);
        return injection.status;
    }
    return std::nullopt;
}

} // namespace stand_in
