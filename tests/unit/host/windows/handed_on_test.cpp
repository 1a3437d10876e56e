// SPDX-License-Identifier: Apache-2.0
#include "host/handed_on.hpp"

#include <windows.h>

#include <algorithm>

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using host::Child;
using host::Environment;
using host::keptVariables;
using host::Program;

namespace {

std::string valueIn(const Environment& variables, std::string_view name) {
    const auto found = std::ranges::find(variables, name, &Environment::value_type::first);
    return found == variables.end() ? "(none)" : found->second;
}

/// Variables by which a library or a program loads modules, trusts, writes or connects on its caller's word.
const Environment dangerous{{"OPENSSL_CONF", "C:\\x"},
                            {"OPENSSL_MODULES", "C:\\x"},
                            {"SSL_CERT_DIR", "C:\\x"},
                            {"SSLKEYLOGFILE", "C:\\keys"},
                            {"PGPASSWORD", "x"},
                            {"CURL_HOME", "C:\\x"},
                            {"https_proxy", "http://evil"},
                            {"ODBCINI", "C:\\x"},
                            {"__COMPAT_LAYER", "x"},
                            {"COR_PROFILER_PATH", "C:\\x.dll"},
                            {"BES_STANDBY_PASSPHRASE", "x"}};

/// Gives this process a variable for one test.
class Variable {
public:
    Variable(const wchar_t* name, const wchar_t* value) : name_(name) {
        ::SetEnvironmentVariableW(name, value);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { ::SetEnvironmentVariableW(name_, nullptr); }

private:
    const wchar_t* name_;
};

} // namespace

TEST_CASE("Nothing by which a library trusts its caller stays in the environment") {
    for (const auto& [name, value] : keptVariables(dangerous, Program::setup, true)) {
        INFO(name);
        CHECK(name == "PATH");
    }
}

TEST_CASE("An administrator's programs are the system's, not what the caller would find first") {
    const Environment inherited{{"Path", "C:\\Users\\alice\\bin"}};
    CHECK(valueIn(keptVariables(inherited, Program::setup, true), "PATH") ==
          "C:\\windows\\system32;C:\\windows");
    const Environment own = keptVariables(inherited, Program::setup, false);
    CHECK(std::ranges::any_of(
        own, [](const auto& variable) { return variable.second == "C:\\Users\\alice\\bin"; }));
}

TEST_CASE("What every program of Windows needs stays, and what a person has chosen") {
    const Environment inherited{
        {"SystemRoot", "C:\\windows"}, {"LANG", "de_DE"}, {"USERPROFILE", "C:\\Users\\a"}};
    const Environment kept = keptVariables(inherited, Program::setup, true);
    for (const auto& variable : inherited)
        CHECK(std::ranges::count(kept, variable) == 1);
}

TEST_CASE("A folder that the caller names is kept for an administrator where nobody else can change it") {
    const TemporaryFolder temporary;
    const Environment inherited{{"TEMP", temporary.path().string()}};
    CHECK(valueIn(keptVariables(inherited, Program::setup, true), "TEMP") == temporary.path().string());
    REQUIRE(host::setMode(temporary.path(), 0777));
    CHECK(valueIn(keptVariables(inherited, Program::setup, true), "TEMP") == "(none)");
    CHECK(valueIn(keptVariables(inherited, Program::setup, false), "TEMP") == temporary.path().string());
    CHECK(valueIn(keptVariables({{"TEMP", "x"}}, Program::setup, true), "TEMP") == "(none)");
}

TEST_CASE("The probe gets Domino's variables, tools get what the system's programs need") {
    const Variable domino(L"Notes_Practice", L"yes"), secret(L"BES_PRACTICE_SECRET", L"x");
    CHECK(valueIn(host::handedOn(Child::probe), "Notes_Practice") == "yes");
    CHECK(valueIn(host::handedOn(Child::tool), "Notes_Practice") == "(none)");
    for (const Child child : {Child::tool, Child::probe, Child::engine})
        CHECK(valueIn(host::handedOn(child), "BES_PRACTICE_SECRET") == "(none)");
    CHECK_FALSE(host::handedOn(Child::tool).empty());
}
