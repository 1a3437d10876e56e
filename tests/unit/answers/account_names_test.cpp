// SPDX-License-Identifier: Apache-2.0
#include "answers/account_names.hpp"

#include <regex>

#include <catch2/catch.hpp>

#include "answers/usual_request.hpp"

using namespace bes;

namespace {

bool fits(const std::string& name) {
    return std::regex_search(name, std::regex(answers::accountPattern(), std::regex::ECMAScript));
}

} // namespace

TEST_CASE("On Linux a service account is a system account that is not root") {
    for (const char* name : {"bes", "_bes-2", "b"}) {
        INFO(name);
        CHECK_FALSE(answers::wrongAccount(name, System::gnuLinux));
        CHECK(fits(name));
    }
    for (const char* name : {"root", "Bes", "2bes", "a b", "NT AUTHORITY\\LocalService"})
        CHECK(answers::wrongAccount(name, System::gnuLinux));
    CHECK(answers::wrongAccount(std::string(32, 'a'), System::gnuLinux));
    CHECK_FALSE(fits("root"));
}

TEST_CASE("On Windows a service account has no password that somebody would have to know") {
    for (const char* name : {"NT AUTHORITY\\LocalService", "NT AUTHORITY\\NetworkService", "CONTOSO\\bes$",
                             "contoso.example\\b-1$"}) {
        INFO(name);
        CHECK_FALSE(answers::wrongAccount(name, System::windows));
        CHECK(fits(name));
    }
    for (const char* name : {"LocalSystem", "NT AUTHORITY\\SYSTEM", "bes", ".\\bes", "CONTOSO\\bes", "\\bes$",
                             "CONTOSO\\$", "A\\B\\c$", "CONTOSO\\a\"b$"}) {
        INFO(name);
        CHECK(answers::wrongAccount(name, System::windows));
    }
}

TEST_CASE("What is usual on a system is allowed there") {
    for (const System system : {System::gnuLinux, System::windows}) {
        const Request usual = answers::usualRequest(system);
        CHECK_FALSE(answers::wrongAccount(usual.serviceAccount, system));
        CHECK(usual.installFolder != usual.configurationFolder);
        CHECK(usual.configurationFolder != usual.logFolder);
    }
    CHECK(answers::usualRequest(System::gnuLinux) == Request());
}
