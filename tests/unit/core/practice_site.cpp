// SPDX-License-Identifier: Apache-2.0
#include "unit/core/practice_site.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "answers/usual_request.hpp"
#include "database/configuration_database.hpp"
#include "host/process.hpp"
#include "host/root.hpp"
#include "journal/state_folder.hpp"
#include "media/media.hpp"
#include "model/findings.hpp"
#include "model/places.hpp"
#include "places_of_tests.hpp"

using namespace bes;

namespace {

std::string output(const std::vector<std::string>& words) {
    const auto outcome = host::run(words, std::chrono::seconds(30));
    REQUIRE(outcome.has_value());
    INFO(outcome->errors);
    REQUIRE(outcome->exitCode == 0);
    return outcome->output.substr(0, outcome->output.find_last_not_of('\n') + 1);
}

void makeTree(const Catalog& catalog, const std::filesystem::path& tree) {
    for (const Component& component : catalog.components) {
        writeFile(tree / component.package / "share/README", "Files of " + component.name + "\n");
        for (const Service& service : component.services) {
            const auto program = tree / component.package / service.program;
            writeFile(program, PracticeComputer::programOf(service));
            std::filesystem::permissions(program, std::filesystem::perms(0755));
        }
    }
}

void makeMedia(const std::filesystem::path& folder) {
    const Catalog catalog = PracticeComputer::catalog();
    const std::string key = (folder / "key.pem").string();
    const std::string certificate = (folder / "certificate.pem").string();
    std::filesystem::create_directories(folder);
    (void)output({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                  "/CN=Practice", "-keyout", key, "-out", certificate});
    makeTree(catalog, folder / "tree");
    REQUIRE(media::create(catalog, folder / "tree", {key, certificate}, folder / "media"));
}

} // namespace

void writeFile(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream stream(path, std::ios::binary);
    stream << content;
    REQUIRE(stream.flush());
}

std::string readFile(const std::filesystem::path& path) {
    const std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

PracticeSite::PracticeSite() {
    static const TemporaryFolder media; // the same for all tests: making a key takes its time
    if (!std::filesystem::exists(media.path() / "media"))
        makeMedia(media.path());
    request_ = answers::usualRequest(host::thisSystem());
    request_.database.location = database().string();
    REQUIRE(database::ConfigurationDatabase::create(request_.database, Secret()));
    change(std::string(".read ") + BES_PRIMARIES_SQL);
    request_.primary = "BES-NORTH";
    request_.media = media.path() / "media";
    request_.trust = {media.path() / "certificate.pem"};
    request_.domino.notesIni = PracticeComputer::notesIni();
    request_.domino.acceptUnknown = acceptableUnknowns(); // there is no Domino server to ask
    request_.root = computer();
    if (request_.onRunningSystem()) // the primary is looked for, and is on no network here
        change("UPDATE ServerConfig SET SRPHost = '127.0.0.1', FullyQualifiedName = '192.0.2.11' "
               "WHERE ServerName = 'BES-NORTH'");
    else
        request_.computer = computer_.name();
}

std::filesystem::path PracticeSite::at(const std::filesystem::path& inside) const {
    return host::Root(computer())(inside);
}

std::filesystem::path PracticeSite::installed(const std::string& inside) const {
    return at(request_.installFolder / inside);
}

std::filesystem::path PracticeSite::program(const std::string& component) const {
    return installed(component + "/" + service(component).program);
}

std::filesystem::path PracticeSite::standbyIni() const {
    return at(places::standbyConfiguration(request_));
}

std::filesystem::path PracticeSite::state() const {
    return at(journal::stateFolder());
}

Service PracticeSite::service(const std::string& component) const {
    const Catalog catalog = PracticeComputer::catalog();
    return catalog.find(component)->services.front();
}

std::filesystem::path PracticeSite::newerMedia() const {
    const auto given = request_.media.parent_path();
    auto made = folder_.path() / "newer";
    Catalog catalog = PracticeComputer::catalog();
    catalog.version = "5.0.1";
    std::filesystem::copy(given / "tree", folder_.path() / "newer-tree",
                          std::filesystem::copy_options::recursive);
    writeFile(folder_.path() / "newer-tree/router/share/README", "Of the new version\n");
    writeFile(folder_.path() / "newer-tree/policy/share/more/page", "A page more\n");
    std::filesystem::remove(folder_.path() / "newer-tree/alert/share/README");
    std::filesystem::remove(folder_.path() / "newer-tree/dispatcher/share/README");
    writeFile(folder_.path() / "newer-tree/dispatcher/share/README/page", "Now a folder\n");
    std::filesystem::remove_all(folder_.path() / "newer-tree/attachment/share");
    writeFile(folder_.path() / "newer-tree/attachment/share", "Now a file\n");
    REQUIRE(media::create(catalog, folder_.path() / "newer-tree",
                          {(given / "key.pem").string(), (given / "certificate.pem").string()}, made));
    return made;
}

std::string PracticeSite::query(const std::string& sql) const {
    return output({"sqlite3", database().string(), sql});
}

void PracticeSite::change(const std::string& sql) const {
    (void)output({"sqlite3", "-bail", database().string(), sql});
}

void PracticeSite::changeJournal(const std::string& sql) const {
    (void)output({"sqlite3", "-bail", (state() / "setup.db").string(), sql});
}

Result<RunOutcome> installOn(const Request& request) {
    Progress silent;
    auto outcome = install(request, {Passwords(), silent, {}});
    if (outcome && outcome->kind == RunOutcome::Kind::blocked)
        for (const Finding& finding : outcome->findings)
            if (finding.severity == Severity::blocker)
                UNSCOPED_INFO(finding.id << ": " << finding.evidence);
    return outcome;
}
