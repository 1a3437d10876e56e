// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "changes.hpp"
#include "memory.hpp"
#include "open_databases.hpp"
#include "report.hpp"
#include "views.hpp"

namespace stand_in {

/// The one runtime of the process: what the library knows between two calls. Used through Call only.
class Runtime {
public:
    enum class State { fresh, initialised, ended };

    static Runtime& one();
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;
    ~Runtime();

    [[nodiscard]] notes::Status initialise(int argumentCount, char** arguments);
    void terminate();

    [[noreturn]] void panic(const std::string& function, const std::string& what) const;
    void warn(const std::string& function, const std::string& what) const;

    [[nodiscard]] const std::filesystem::path& notesIni() const { return notesIni_; }
    [[nodiscard]] const std::filesystem::path& programDirectory() const { return programDirectory_; }

    Memory memory;
    OpenDatabases databases;
    OpenViews views;
    OpenNotes openNotes;

private:
    friend class Call;
    Runtime();

    /// Counts the call and does what the scenario has for it.
    [[nodiscard]] std::optional<notes::Status> inject(std::unique_lock<std::mutex>& lock,
                                                      const Scenario& scenario, const std::string& function,
                                                      const std::string& server);
    [[nodiscard]] std::shared_ptr<const Scenario> scenarioNow(const std::string& function);
    void loadScenario();
    [[nodiscard]] std::optional<notes::Status> accountRefusal(const Scenario& scenario) const;
    [[nodiscard]] notes::Status refuse(notes::Status status) const;
    void lookAround() const;
    void keepArguments(int count, char** arguments);
    void checkArguments() const;

    std::mutex mutex_;
    State state_ = State::fresh;
    std::thread::id initialiser_;
    std::map<std::thread::id, int> threads_; ///< inits of the other threads
    CallCounts calls_;
    std::map<std::size_t, unsigned> matches_; ///< calls that matched an injection, by its place
    unsigned remoteErrors_ = 0;
    Report report_;
    std::unique_ptr<ChangingScenario> scenario_;
    std::filesystem::path notesIni_, programDirectory_;
    std::vector<std::pair<const char*, std::string>> arguments_; ///< as given, and a copy
};

} // namespace stand_in
