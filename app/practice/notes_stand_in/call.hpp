// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "runtime.hpp"
#include "scenario.hpp"

namespace stand_in {

/// One call of the API, from its begin to its end. Panics where the call may not be made now or in this
/// thread; then does what the scenario injects. One call at a time.
class Call {
public:
    /// `server`: LMBCS, whom the call is about; null or empty: none.
    explicit Call(const char* function, const char* server = nullptr);

    /// The call's result where the scenario injects one.
    [[nodiscard]] std::optional<notes::Status> injected() const { return injected_; }

    [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
    [[nodiscard]] std::shared_ptr<const Scenario> snapshot() const { return scenario_; }
    [[nodiscard]] Runtime& runtime() const { return runtime_; }
    [[nodiscard]] const std::string& function() const { return function_; }

    /// The server of that name (LMBCS); a name that leads nowhere gives none.
    [[nodiscard]] const Server* server(const char* name) const;
    /// Why that server does not answer, if so.
    [[nodiscard]] std::optional<notes::Status> refusal(const Server* server) const;
    /// A status that comes from a server: with the remote bit, when the scenario has it so.
    [[nodiscard]] notes::Status status(const Server& server, notes::Code code) const;
    [[nodiscard]] notes::Status status(const Server& server, notes::Status code) const;

    /// A handle for bytes; the caller's variable gets it.
    void give(notes::Handle* out, const std::string& bytes) const;
    void store(notes::Handle* out, notes::Handle value) const;

    [[noreturn]] void panic(const std::string& what) const { runtime_.panic(function_, what); }
    void warn(const std::string& what) const { runtime_.warn(function_, what); }
    void need(const void* pointer, const char* what) const;

    /// Counts the inits of this thread.
    void enterThread() { ++runtime_.threads_[std::this_thread::get_id()]; }
    void leaveThread();

    /// Other calls may come until lock().
    void unlock() { lock_.unlock(); }
    void lock() { lock_.lock(); }

private:
    void requireRunning() const;

    Runtime& runtime_;
    std::unique_lock<std::mutex> lock_;
    std::string function_;
    std::shared_ptr<const Scenario> scenario_;
    std::optional<notes::Status> injected_;
};

} // namespace stand_in
