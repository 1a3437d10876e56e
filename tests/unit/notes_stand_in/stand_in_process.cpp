// SPDX-License-Identifier: Apache-2.0
#include "stand_in_process.hpp"
#include "places_of_tests.hpp"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

const fs::path libraries = NOTES_STAND_IN_LIBRARIES;

// The dynamic linker reads LD_LIBRARY_PATH at the start of a process only; a library that is loaded already
// will do too.
notes::Functions bind(const fs::path& library) {
    void* companion = ::dlopen((libraries / "libnotesx.so").c_str(), RTLD_NOW | RTLD_GLOBAL);
    void* handle = companion == nullptr ? nullptr : ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        throw std::runtime_error(::dlerror());
    notes::Functions functions;
    notes::forEachFunction(functions, [&](const char* name, notes::Need, auto& pointer) {
        pointer = reinterpret_cast<std::remove_reference_t<decltype(pointer)>>(::dlsym(handle, name));
    });
    return functions;
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

std::string Outcome::panic() const {
    for (const nlohmann::json& line : report) {
        if (line.at("event") == "panic")
            return line.at("function").get<std::string>() + ": " + line.at("what").get<std::string>();
    }
    return "";
}

std::vector<std::string> Outcome::leaks() const {
    std::vector<std::string> leaks;
    for (const nlohmann::json& line : report) {
        for (const nlohmann::json& leak : line.value("leaks", nlohmann::json::array()))
            leaks.push_back(leak);
    }
    return leaks;
}

bool Outcome::wasRight() const {
    return signal == 0 && exitCode == 0 && leaks().empty() && !report.empty() &&
           report.back().at("event") == "term";
}

StandIn::StandIn(const char* scenario)
    : StandIn(nlohmann::json{{"based_on", std::string(NOTES_STAND_IN_SCENARIOS "/") + scenario + ".json"}}) {
}

StandIn::StandIn(const nlohmann::json& scenario) {
    nlohmann::json complete{{"based_on", NOTES_STAND_IN_SCENARIOS "/good.json"}};
    complete.update(scenario);
    std::ofstream(folder() / "scenario.json") << complete;
    std::ofstream(folder() / "notes.ini")
        << "[Notes]\r\nServerTasks=Router,Replica\r\nDirectory=/nowhere\r\n";
}

Outcome StandIn::load(const std::function<std::string(notes::Functions&)>& body,
                      const std::string& build) const {
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        // What the runtime wants to see around itself.
        ::setenv("Notes_ExecDirectory", (libraries / build).c_str(), 1);
        ::setenv("PATH", (libraries / build).c_str(), 1);
        ::setenv("LD_LIBRARY_PATH", (libraries / build).c_str(), 1);
        if (::chdir(folder().c_str()) != 0 ||
            std::freopen((folder() / "output").c_str(), "w", stdout) == nullptr ||
            std::freopen("/dev/null", "w", stderr) == nullptr)
            ::_exit(98);
        try {
            notes::Functions functions = bind(libraries / build / "libnotes.so");
            std::ofstream(folder() / "answer") << body(functions);
        } catch (const std::exception& error) {
            std::ofstream(folder() / "answer") << error.what();
            ::_exit(99);
        }
        std::exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    Outcome outcome;
    outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    outcome.answer = contentOf(folder() / "answer");
    outcome.output = contentOf(folder() / "output");
    outcome.report = takeReport();
    fs::remove(folder() / "answer");
    return outcome;
}

Outcome StandIn::run(const std::function<std::string(notes::Functions&)>& body) const {
    return load([&](notes::Functions& api) {
        if (const notes::Status status = initialise(api); status != 0)
            return "init " + hex(status);
        std::string answer = body(api);
        api.NotesTerm();
        return answer;
    });
}

notes::Status StandIn::initialise(const notes::Functions& api) const {
    static std::string program = (libraries / "complete").string();
    static std::string ini;
    ini = "=" + (folder() / "notes.ini").string();
    static char* arguments[] = {program.data(), nullptr};
    arguments[1] = ini.data();
    return api.NotesInitExtended(2, arguments);
}

std::vector<nlohmann::json> StandIn::takeReport() const {
    std::vector<nlohmann::json> lines;
    std::ifstream file(folder() / "notes-stand-in.report");
    for (std::string line; std::getline(file, line);)
        lines.push_back(nlohmann::json::parse(line));
    fs::remove(folder() / "notes-stand-in.report");
    return lines;
}

std::vector<std::string> takeList(const notes::Functions& api, notes::Handle handle) {
    std::vector<std::string> texts;
    const void* list = api.OSLockObject(handle);
    const notes::Word count = api.ListGetNumEntries(list, 0);
    for (notes::Word i = 0; i < count; ++i) {
        char* text = nullptr;
        notes::Word length = 0;
        (void)api.ListGetText(list, 0, i, &text, &length);
        texts.emplace_back(text, length);
    }
    (void)api.OSUnlockObject(handle);
    (void)api.OSMemFree(handle);
    return texts;
}

std::string takeBytes(const notes::Functions& api, notes::Handle handle, std::size_t size) {
    std::string bytes(static_cast<const char*>(api.OSLockObject(handle)), size);
    (void)api.OSUnlockObject(handle);
    (void)api.OSMemFree(handle);
    return bytes;
}

std::string join(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : "|") + text;
    return all;
}

notes::DatabaseHandle openDatabase(const notes::Functions& api, const char* server, const char* path) {
    char netPath[notes::maxPath];
    (void)api.OSPathNetConstruct(nullptr, server, path, netPath);
    notes::HandleSlot database;
    if (const notes::Status status = api.NSFDbOpen(netPath, &database.handle); status != 0)
        throw std::runtime_error(hex(status));
    return database.handle;
}
