// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include <unistd.h>

#include "maintenance.hpp"
#include "unit/core/practice_site.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

/// What a person can choose freely.
Request randomRequest(const PracticeSite& site, std::mt19937& random) {
    const auto maybe = [&] { return random() % 2 == 0; };
    Request request = site.request();
    request.installFolder = maybe() ? "/srv/a folder/programs" : request.installFolder;
    request.configurationFolder = maybe() ? "/srv/configuration" : request.configurationFolder;
    request.logFolder = maybe() ? "/srv/logs/of/bes" : request.logFolder;
    request.serviceAccount = maybe() ? "blackberry" : request.serviceAccount;
    request.existingFiles = ExistingFiles::keep;
    for (const char* id : {"collaboration", "alert", "policy", "attachment", "messaging-agent"})
        if (maybe())
            request.omit.emplace_back(id);
    return request;
}

void writeAsOthersWould(const std::filesystem::path& path, std::mt19937& random) {
    static const std::vector<unsigned> modes{0600, 0644, 0751, 04755};
    writeFile(path, "earlier content " + std::to_string(random()));
    if (geteuid() == 0)
        REQUIRE(chown(path.c_str(), static_cast<uid_t>(random() % 3), static_cast<gid_t>(random() % 3)) == 0);
    std::filesystem::permissions(path, std::filesystem::perms(modes[random() % modes.size()]));
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() -
                                               std::chrono::seconds(random() % 100'000'000));
}

/// Files of others where setup will put its own, a task that is there, an account that is there.
void addWhatWasThere(const PracticeSite& site, const Request& request, std::mt19937& random) {
    const auto plan = inspect(request, Passwords()).plan;
    REQUIRE(plan.has_value());
    for (const InstalledFile& file : plan->receipt.files)
        if (file.type == FileType::regular && random() % 4 == 0)
            writeAsOthersWould(site.computer() / file.path.substr(1), random);
    if (random() % 2 == 0) {
        writeAsOthersWould(site.computer() / "srv/logs/of/bes/earlier.log", random);
        std::filesystem::permissions(site.computer() / "srv/logs/of/bes", std::filesystem::perms(0777));
    }
    const auto notesIni = site.computer() / "local/notesdata/notes.ini";
    std::string content = readFile(notesIni);
    if (const auto tasks = content.find("ServerTasks="); tasks != content.npos && random() % 2 == 0)
        writeFile(notesIni, content.insert(tasks + 12, "BES,"));
}

} // namespace

TEST_CASE("For any choices, on any computer: an undo leaves all as it was, and after the installation "
          "nothing is left to be done") {
    const unsigned seed = GENERATE(range(1u, 13u));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const PracticeSite site;
    const Request request = randomRequest(site, random);
    addWhatWasThere(site, request, random);
    const auto planned = inspect(request, Passwords()).plan;
    REQUIRE(planned.has_value());

    const Tree before = treeOf(site.computer());
    const std::string database = site.query(".dump");
    const std::size_t last = random() % (planned->steps.size() - 1);
    CAPTURE(last);
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == last)
            stop.request_stop();
    });
    const auto cancelled = install(request, {Passwords(), progress, stop.get_token()});
    REQUIRE_FALSE(cancelled.has_value());
    CHECK(cancelled.error().code == ExitCode::cancelled);
    for (const std::string& path : changes(before, treeOf(site.computer()))) {
        INFO(path);
        CHECK(false);
    }
    CHECK(site.query(".dump") == database);

    const auto installed = installOn(request);
    if (!installed)
        FAIL(installed.error().what << ": " << installed.error().why);
    CHECK(installed->kind == RunOutcome::Kind::done);
    const auto again = inspect(request, Passwords()).plan;
    REQUIRE(again.has_value());
    CHECK(again->steps.empty());
    const auto repair =
        inspectInstalled(requestOfInstalled(request).value(), {.kind = Maintenance::Kind::repair}, Secret())
            .plan;
    REQUIRE(repair.has_value());
    CHECK(repair->steps.empty());
}
