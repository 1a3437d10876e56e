// SPDX-License-Identifier: Apache-2.0
#include "runtime.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "names.hpp"
#include "notes_ini.hpp"
#include "surroundings.hpp"

namespace stand_in {
namespace fs = std::filesystem;
using notes::Code;
using notes::Status;

namespace {

constexpr notes::Handle firstMemory = 3, firstDatabase = 0x10000, firstView = 0x101, firstNote = 0x20000;

bool listHas(const char* variable, const fs::path& folder) {
    const char* value = std::getenv(variable);
    std::string list = value == nullptr ? "" : value;
    for (std::size_t end = 0; end != std::string::npos; list.erase(0, end + 1)) {
        end = list.find(folderSeparator());
        std::error_code ignored;
        if (fs::equivalent(list.substr(0, end), folder, ignored))
            return true;
        if (end == std::string::npos)
            break;
    }
    return false;
}

} // namespace

Runtime& Runtime::one() {
    static Runtime runtime;
    return runtime;
}

Runtime::Runtime()
    : memory("memory", firstMemory), databases("database", firstDatabase), views("view", firstView),
      openNotes("note", firstNote), programDirectory_(folderOfThisLibrary()) {
}

Runtime::~Runtime() {
    if (state_ == State::initialised)
        report_.write({{"event", "exit without NotesTerm"}});
}

void Runtime::panic(const std::string& function, const std::string& what) const {
    report_.write({{"event", "panic"}, {"function", function}, {"what", what}});
    std::fprintf(stderr, "stand-in libnotes: PANIC: %s: %s\n", function.c_str(), what.c_str());
    std::abort();
}

void Runtime::warn(const std::string& function, const std::string& what) const {
    report_.write({{"event", "warning"}, {"function", function}, {"what", what}});
}

Status Runtime::initialise(int argumentCount, char** arguments) {
    const std::string function = "NotesInitExtended";
    std::unique_lock lock(mutex_);
    if (state_ != State::fresh)
        panic(function, "the runtime can be initialised only once in a process");
    if (argumentCount < 1 || arguments == nullptr)
        panic(function, "no arguments");
    const auto ini =
        std::find_if(arguments + 1, arguments + argumentCount, [](const char* each) { return *each == '='; });
    notesIni_ = ini == arguments + argumentCount ? fs::path("notes.ini") : fs::path(*ini + 1);
    if (!notesIni_.is_absolute())
        notesIni_ = programDirectory_ / notesIni_;
    if (std::error_code ignored; !fs::exists(notesIni_, ignored))
        return static_cast<Status>(Code::noNotesIni);
    report_.placeUnlessPlaced(notesIni_.parent_path() / "notes-stand-in.report");
    loadScenario();
    const std::shared_ptr<const Scenario> scenario = scenarioNow(function);
    if (const auto injected = inject(lock, *scenario, function, ""))
        return refuse(*injected);
    if (const auto refusal = accountRefusal(*scenario))
        return refuse(*refusal);
    report_.write({{"event", "init"}, {"notes_ini", notesIni_.string()}});
    lookAround();
    keepArguments(argumentCount, arguments);
    initialiser_ = std::this_thread::get_id();
    state_ = State::initialised;
    return 0;
}

void Runtime::loadScenario() {
    const char* path = std::getenv("NOTES_STAND_IN_SCENARIO");
    const fs::path folder = notesIni_.parent_path();
    try {
        scenario_ = std::make_unique<ChangingScenario>(
            path != nullptr ? fs::path(path) : folder / "scenario.json", folder / "notes-stand-in.runs");
    } catch (const std::exception& error) {
        panic("scenario", error.what());
    }
}

std::shared_ptr<const Scenario> Runtime::scenarioNow(const std::string& function) {
    try {
        return scenario_->now(calls_);
    } catch (const std::exception& error) {
        panic(function, std::string("changing the scenario: ") + error.what());
    }
}

std::optional<Status> Runtime::accountRefusal(const Scenario& scenario) const {
    return scenario.checksAccount && !isOwn(notesIni_)
               ? std::make_optional(static_cast<Status>(Code::isProtected))
               : std::nullopt;
}

Status Runtime::refuse(Status status) const {
    report_.write({{"event", "init refused"}, {"status", status}});
    return status;
}

// What a real runtime needs of its surroundings (domino.md §1.2).
void Runtime::lookAround() const {
    const std::string function = "NotesInitExtended";
    std::error_code ignored;
    const char* execDirectory = std::getenv("Notes_ExecDirectory");
    if (execDirectory == nullptr || !fs::equivalent(execDirectory, programDirectory_, ignored))
        warn(function, "Notes_ExecDirectory is not the program directory");
    for (const std::string& variable : searchVariables())
        if (!listHas(variable.c_str(), programDirectory_))
            warn(function, "the program directory is not in " + variable);
    if (!fs::equivalent(fs::current_path(ignored), dataDirectory(notesIni_), ignored))
        warn(function, "the current directory is not the data directory");
}

void Runtime::keepArguments(int count, char** arguments) {
    for (char** each = arguments; each != arguments + count; ++each)
        arguments_.emplace_back(*each, *each);
}

// The real runtime keeps the pointers; a sanitizer sees here when the caller did not keep the strings.
void Runtime::checkArguments() const {
    for (const auto& [given, copy] : arguments_) {
        if (given != copy)
            panic("NotesTerm", "the arguments of NotesInitExtended were not kept alive");
    }
}

void Runtime::terminate() {
    checkArguments();
    if (!threads_.empty())
        warn("NotesTerm", "a thread has not called NotesTermThread");
    std::vector<std::string> leaks;
    memory.listLeaks(leaks);
    databases.listLeaks(leaks);
    views.listLeaks(leaks);
    openNotes.listLeaks(leaks);
    report_.write({{"event", "term"}, {"leaks", leaks}, {"calls", calls_}});
    state_ = State::ended;
}

} // namespace stand_in
