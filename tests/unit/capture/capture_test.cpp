// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "capture/capture.hpp"
#include "places_of_tests.hpp"
#include "unit/capture/practice_program.hpp"
#include "unit/media/signing_identity.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace bes::capture;

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

Catalog catalog() {
    const auto parsed = parseCatalog(read(BES_SOURCE_DIR "/resources/catalog/bes-5.0-domino-windows.json"));
    if (!parsed)
        FAIL(parsed.error().why);
    return *parsed;
}

const std::string registry =
    "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Research In Motion\\BlackBerry "
    "Enterprise Server\\Setup]\n\"ProductVersion\"=\"5.0.3.22\"\n"
    "\"ConfigServerName\"=\"BES01\"\n\"SRPAuthenticationKey\"=\"not-for-others\"\n";

/// A primary with two components, and what belongs to it alone.
class InstalledServer {
public:
    InstalledServer() {
        put(folder / "BlackberryRouter.exe", PracticeProgram{}.bytes());
        put(folder / "BlackBerryDispatcher.exe", "MZ dispatcher");
        put(folder / "shared.dll", "MZ library");
        put(folder / "Help/en/readme.txt", "Help");
        put(folder / "Logs/20260101/BES01_ROUT_01_20260101_0001.txt", "a log");
        put(around.path() / "server.reg", registry);
    }

    [[nodiscard]] Result<Captured> capture() const {
        return bes::capture::capture(
            {.catalog = catalog(), .from = folder, .registry = {around.path() / "server.reg"}});
    }
    [[nodiscard]] Captured captured() const {
        auto result = capture();
        if (!result)
            FAIL(result.error().what << ": " << result.error().why);
        return std::move(*result);
    }

    TemporaryFolder around;
    fs::path folder = around.path() / "BlackBerry Enterprise Server";
};

std::map<std::string, std::string> packagesOf(const Captured& captured) {
    std::map<std::string, std::string> packages;
    for (const auto& package : captured.packages)
        for (const PackagedFile& file : package.files)
            if (file.type == FileType::regular)
                packages[file.path] = package.id;
    return packages;
}

std::string whyLeftOut(const std::vector<LeftOut>& leftOut, const std::string& what) {
    const auto found = std::ranges::find(leftOut, what, &LeftOut::what);
    return found == leftOut.end() ? "" : found->why;
}

} // namespace

TEST_CASE("files go to the package of the component that claims them, the rest to the common one") {
    const InstalledServer server;
    const Captured captured = server.captured();
    CHECK(packagesOf(captured) ==
          std::map<std::string, std::string>{{"BlackberryRouter.exe", "router"},
                                             {"BlackBerryDispatcher.exe", "dispatcher"},
                                             {"shared.dll", "common"},
                                             {"Help/en/readme.txt", "common"}});
    const Catalog& made = captured.manifest.catalog;
    REQUIRE(made.find("router"));
    CHECK(made.find("router")->services.front().program == "BlackberryRouter.exe");
    CHECK(made.find("router")->sharedPackages == std::vector<std::string>{"common"});
    CHECK(made.isForWindows());
    CHECK_FALSE(made.capture);
    CHECK(made.find("messaging-agent")->package.empty());
    CHECK(whyLeftOut(captured.leftOut, "Logs/") == "logs");
}

TEST_CASE("names of a copy may be in capitals: programs are found all the same, and called as they are") {
    const InstalledServer server;
    const auto rename = [&](const char* from, const char* to) {
        fs::rename(server.folder / from, server.folder / "between"); // where both names are the same one
        fs::rename(server.folder / "between", server.folder / to);
    };
    rename("BlackberryRouter.exe", "BLACKBERRYROUTER.EXE");
    rename("Logs", "LOGS");
    const Captured captured = server.captured();
    CHECK(captured.manifest.catalog.find("router")->services.front().program == "BLACKBERRYROUTER.EXE");
    CHECK(whyLeftOut(captured.leftOut, "LOGS/") == "logs");
}

TEST_CASE("components that the server does not have are left out, with those that require them") {
    const InstalledServer server;
    Captured captured = server.captured();
    CHECK(whyLeftOut(captured.leftOutComponents, "alert") == "its program BESAlert.exe is not in the folder");
    CHECK_THAT(whyLeftOut(captured.leftOutComponents, "mds-integration"),
               Catch::Contains("name of its program is unknown"));
    put(server.folder / "BBAttachServer.exe", "MZ");
    fs::remove(server.folder / "BlackberryRouter.exe");
    captured = server.captured();
    CHECK(whyLeftOut(captured.leftOutComponents, "dispatcher") == "it requires router");
    CHECK(packagesOf(captured).at("BlackBerryDispatcher.exe") == "common");
}

TEST_CASE("a service whose program has an unknown name is found by the registry") {
    const InstalledServer server;
    put(server.folder / "MDSIS/bin/mdsis.exe", "MZ");
    put(server.around.path() / "services.reg",
        "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MDSIS]\n"
        "\"ImagePath\"=\"\\\"D:\\\\BlackBerry Enterprise Server\\\\MDSIS\\\\bin\\\\MDSIS.exe\\\" -s\"\n");
    const auto captured = bes::capture::capture({.catalog = catalog(),
                                                 .from = server.folder,
                                                 .registry = {server.around.path() / "server.reg",
                                                              server.around.path() / "services.reg"}})
                              .value();
    CHECK(packagesOf(captured).at("MDSIS/bin/mdsis.exe") == "mds-integration");
    CHECK(captured.manifest.catalog.find("mds-integration")->services.front().program ==
          "MDSIS/bin/mdsis.exe");
}

TEST_CASE("what belongs to the server alone is left out, each with its reason") {
    const InstalledServer server;
    const std::string key = "1a2b-3c4d-5e6f-7a8b-9c0d-1e2f-3a4b-5c6d-7e8f-9a0b";
    put(server.folder / "MDS/config/rim.property", "host=bes01.example.org\r\n");
    put(server.folder / "MDS/config/db.property", "db.password=hidden\r\n");
    put(server.folder / "MDS/config/general.property", "port=8080\r\n");
    put(server.folder / "cert.PFX", "x");
    put(server.folder / "oddly-named.bin", "\xFE\xED\xFE\xED keystore");
    put(server.folder / "srp.dat", std::string(3 << 20, 'x') + " " + key);
    put(server.folder / "known.dat", "something NOT-FOR-OTHERS here");
    put(server.folder / "install-BES01.txt", "x");
    put(server.folder / "state.nsf", "x");
    fs::create_symlink("shared.dll", server.folder / "link.dll");
    const Captured captured = server.captured();
    const auto why = [&](const std::string& file) { return whyLeftOut(captured.leftOut, file); };
    CHECK_THAT(why("MDS/config/rim.property"), Catch::Contains("name the server"));
    CHECK(why("MDS/config/db.property") == "its settings have a value for \"password\"");
    CHECK(why("MDS/config/general.property").empty());
    CHECK(why("cert.PFX") == "certificates and keys");
    CHECK(why("oddly-named.bin") == "it is a Java keystore");
    CHECK(why("srp.dat") == "it has an SRP authentication key in it");
    CHECK(why("known.dat") == "it has the value SRPAuthenticationKey of the registry in it");
    CHECK_THAT(why("install-BES01.txt"), Catch::Contains("has the name of the server"));
    CHECK(why("state.nsf") == "databases");
    CHECK(why("link.dll") == "a link, which is not followed");
    CHECK(packagesOf(captured).size() == 5);
}

TEST_CASE("a key over the edge of two pieces of a large file is found") {
    const InstalledServer server;
    const std::string key = "1a2b-3c4d-5e6f-7a8b-9c0d-1e2f-3a4b-5c6d-7e8f-9a0b";
    put(server.folder / "edge.dat", std::string((1 << 20) - 20, ' ') + key + std::string(100, ' '));
    CHECK_FALSE(whyLeftOut(server.captured().leftOut, "edge.dat").empty());
}

TEST_CASE("names that no media can have are refused, each by its name, unless they are left out") {
    const InstalledServer server;
    put(server.folder / "NUL.txt", "x");
    put(server.folder / "Help/gr\u00fcn.txt", "x");
    put(server.folder / "SHARED.DLL", "x");
    put(server.folder / "Logs/COM1", "in a folder that is left out");
    auto result = server.capture();
    REQUIRE_FALSE(result);
    CHECK(result.error().id == "media.create");
    const std::string said = result.error().what + result.error().why;
    for (const char* name : {"NUL.txt", "Help/gr\u00fcn.txt", "shared.dll"})
        CHECK_THAT(said, Catch::Contains(name));
    CHECK_THAT(said, !Catch::Contains("COM1"));
    result = bes::capture::capture(
        {.catalog = catalog(), .from = server.folder, .leaveOut = {"nul.*", "Help/gr*", "SHARED.DLL"}});
    REQUIRE(result);
    CHECK(whyLeftOut(result->leftOut, "NUL.txt") == "named by you");
}

TEST_CASE("version and language are recorded, from the registry before the programs") {
    const InstalledServer server;
    Captured captured = server.captured();
    CHECK(captured.manifest.catalog.version == "5.0.3.22");
    CHECK(captured.manifest.captured->version == "5.0.3.22");
    CHECK(captured.manifest.captured->language == "en");
    REQUIRE(captured.manifest.captured->registry.size() == 1);
    CHECK(captured.leftOutValues.size() == 2);

    put(server.folder / "BlackberryRouter.exe", PracticeProgram{{5, 0, 1, 7}, 0x0407}.bytes());
    captured = bes::capture::capture({.catalog = catalog(), .from = server.folder}).value();
    CHECK(captured.manifest.catalog.version == "5.0.1.7");
    CHECK(captured.manifest.captured->language == "de");
    CHECK_THAT(captured.unknown.front() + captured.unknown[1],
               Catch::Contains("what BlackberryRouter.exe says"));

    put(server.folder / "BlackberryRouter.exe", "MZ");
    captured = bes::capture::capture({.catalog = catalog(), .from = server.folder}).value();
    CHECK(captured.manifest.catalog.version == "5.0");
    captured =
        bes::capture::capture({.catalog = catalog(), .from = server.folder, .version = "5.0.3"}).value();
    CHECK(captured.manifest.catalog.version == "5.0.3");
}

TEST_CASE("a folder that is no server of the catalogue is refused") {
    const InstalledServer server;
    const auto refusal = [](const Order& order) {
        const auto result = bes::capture::capture(order);
        REQUIRE_FALSE(result);
        CHECK_FALSE(result.error().remedy.empty());
        return result.error();
    };
    CHECK(refusal({.catalog = catalog(), .from = server.around.path() / "absent"}).id == "media.capture");
    CHECK(refusal({.catalog = catalog(), .from = server.folder / "Help"}).id == "media.capture");
    CHECK(refusal({.catalog = catalog(), .from = server.folder, .version = "4.1.6"}).why ==
          "its version is 4.1.6, the catalogue is for 5.0");
    Catalog without = catalog();
    without.capture.reset();
    CHECK(refusal({.catalog = without, .from = server.folder}).why == "the catalogue has no rules for it");
    CHECK(
        refusal({.catalog = catalog(), .from = server.folder, .registry = {server.around.path() / "absent"}})
            .id == "registry.file");
    put(server.around.path() / "server.reg", "REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\n");
    CHECK(
        refusal(
            {.catalog = catalog(), .from = server.folder, .registry = {server.around.path() / "server.reg"}})
            .id == "registry.format");
}

TEST_CASE("captured media is trusted and whole, the same each time, and says what it was made of") {
    const InstalledServer server;
    const auto signing = makeIdentity(server.around.path(), "signer");
    const fs::path media = server.around.path() / "media";
    REQUIRE(write(server.captured(), signing, media));
    const auto contents = media::open(media, {signing.certificate});
    REQUIRE(contents);
    CHECK(contents->signature.trusted);
    CHECK(contents->damage.empty());
    REQUIRE(media::verifyPackages(media, contents->manifest, {}, {}));
    CHECK(contents->manifest.captured == server.captured().manifest.captured);
    for (const Package& package : contents->manifest.packages)
        for (const PackagedFile& file : package.files)
            CHECK(file.mode == 0755);

    fs::permissions(server.folder / "shared.dll", fs::perms(0600)); // as another system would copy it
    REQUIRE(write(server.captured(), signing, server.around.path() / "again"));
    CHECK(read(media / "media.json") == read(server.around.path() / "again/media.json"));
    CHECK_FALSE(write(server.captured(), signing, media)); // it exists
}
