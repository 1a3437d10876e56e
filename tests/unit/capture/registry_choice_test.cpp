// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <string>

#include "capture/registry_choice.hpp"

using namespace bes;
using namespace bes::capture;

namespace {

const std::string server = R"(Research In Motion\BlackBerry Enterprise Server)";

CaptureRules rules() {
    CaptureRules rules;
    rules.registryKey = "Research In Motion";
    const std::string setup = R"(BlackBerry Enterprise Server\Setup)";
    rules.registry = {{setup, "ProductVersion", RegistryUse::version},
                      {setup, "InstallVersion", RegistryUse::version},
                      {setup, "ConfigServerName", RegistryUse::server},
                      {setup, "InstallUser", RegistryUse::server},
                      {setup, "BasePath", RegistryUse::ignore},
                      {R"(BlackBerry Enterprise Server\Agents)", "NumAgents", RegistryUse::keep},
                      {R"(BBAttachEngine\Distillers\**)", "*", RegistryUse::keep}};
    return rules;
}

ChosenRegistry chosen(const std::string& keys) {
    const auto read = parseRegistryFile("REGEDIT4\n" + keys, "x.reg");
    if (!read)
        FAIL(read.error().why);
    CHECK(hasProduct(*read, rules()));
    return chooseRegistry(*read, rules());
}

std::string setupKey(const std::string& values, const std::string& view = "") {
    return "[HKEY_LOCAL_MACHINE\\SOFTWARE\\" + view + server + "\\Setup]\n" + values;
}

std::vector<std::string> namesOf(const std::vector<ExportedRegistryValue>& values) {
    std::vector<std::string> names;
    for (const ExportedRegistryValue& value : values)
        names.push_back(value.name);
    return names;
}

} // namespace

TEST_CASE("values that a rule keeps come along, all others stay behind and are named") {
    const auto choice =
        chosen(setupKey("\"ProductVersion\"=\"5.0.3\"\n\"BasePath\"=\"C:\\\\BES\"\n\"Other\"=\"x\"\n") +
               "[HKEY_LOCAL_MACHINE\\SOFTWARE\\" + server + "\\Agents]\n\"NumAgents\"=dword:00000005\n" +
               "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other Vendor]\n\"NumAgents\"=dword:00000001\n");
    REQUIRE(choice.kept.size() == 2);
    CHECK(choice.kept[0] == ExportedRegistryValue{server + "\\Agents", "NumAgents", "REG_DWORD", {"5"}});
    CHECK(choice.kept[1].name == "ProductVersion");
    CHECK(choice.version == "5.0.3");
    CHECK(choice.left == std::vector<std::string>{R"(BlackBerry Enterprise Server\Setup\BasePath)",
                                                  R"(BlackBerry Enterprise Server\Setup\Other)"});
}

TEST_CASE("a key at any depth is meant by two stars") {
    const auto choice = chosen(
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Research In Motion\\BBAttachEngine\\Distillers\\LoadPDF\\More]\n"
        "\"Enabled\"=dword:00000001\n");
    CHECK(namesOf(choice.kept) == std::vector<std::string>{"Enabled"});
}

TEST_CASE("values of a 32-bit product on 64-bit Windows count first") {
    const auto choice = chosen(setupKey("\"ProductVersion\"=\"4.1\"\n") +
                               setupKey("\"ProductVersion\"=\"5.0.3\"\n", "Wow6432Node\\"));
    CHECK(choice.version == "5.0.3");
    REQUIRE(choice.kept.size() == 1);
    CHECK(choice.kept[0].data.front() == "5.0.3");
    CHECK(choice.kept[0].key == server + "\\Setup");
}

TEST_CASE("of two versions, that of the first rule counts, and what is no version is none") {
    CHECK(chosen(setupKey("\"InstallVersion\"=\"5.0.1\"\n\"ProductVersion\"=\"5.0.3\"\n")).version ==
          "5.0.3");
    CHECK(chosen(setupKey("\"InstallVersion\"=\"5.0.1\"\n\"ProductVersion\"=\"unknown\"\n")).version ==
          "5.0.1");
    CHECK(chosen(setupKey("\"ProductVersion\"=\"5.0.\"\n")).version.empty());
}

TEST_CASE("no secret comes along, not even where a rule would keep it") {
    const std::string key = "1a2b-3c4d-5e6f-7a8b-9c0d-1e2f-3a4b-5c6d-7e8f-9a0b";
    const auto choice =
        chosen(setupKey("\"ProductVersion\"=\"" + key + "\"\n\"SRPAuthenticationKey\"=\"" + key + "\"\n") +
               "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Research In Motion\\BBAttachEngine\\Distillers\\X]\n"
               "\"DBPassword\"=\"hidden-one\"\n\"Lines\"=\"a\nb\"\n\"Pin\"=\"12\"\n");
    CHECK(namesOf(choice.kept) == std::vector<std::string>{"Pin"});
    REQUIRE(choice.secrets.size() == 2);
    CHECK(choice.secrets[0].text.reveal() == "hidden-one");
    CHECK(choice.secrets[1].name == "the value SRPAuthenticationKey");
    for (const std::string& name : choice.left)
        CHECK_THAT(name, !Catch::Contains("hidden") && !Catch::Contains("1a2b"));
}

TEST_CASE("the names of the server are learned, with the account and without its domain") {
    const auto choice = chosen(
        setupKey("\"ConfigServerName\"=\"BES01.example.org\"\n\"InstallUser\"=\"ACME\\\\besadmin\"\n"));
    for (const std::string name : {"BES01.example.org", "BES01", "ACME\\besadmin", "besadmin"})
        CHECK(std::ranges::count(choice.serverNames, name) == 1);
    CHECK(choice.kept.empty());
    CHECK(chosen(setupKey("\"ConfigServerName\"=\"localhost\"\n")).serverNames.empty());
}

TEST_CASE("programs of services are those that the registry starts") {
    const auto choice = chosen(setupKey("\"BasePath\"=\"C:\\\\BES\"\n") +
                               "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MDSIS]\n"
                               "\"ImagePath\"=\"\\\"C:\\\\BES\\\\MDSIS\\\\bin\\\\mdsis.exe\\\" -service\"\n");
    CHECK(choice.programs.at("mdsis") == R"(C:\BES\MDSIS\bin\mdsis.exe)");
}

TEST_CASE("an export of something else is told from one of the product") {
    const auto read =
        parseRegistryFile("REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Research In Motions\\X]\n", "x.reg");
    REQUIRE(read);
    CHECK_FALSE(hasProduct(*read, rules()));
}
