// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "host/files.hpp"
#include "maintenance.hpp"
#include "standby_status.hpp"
#include "unit/core/practice_site.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

Request installedOn(const PracticeSite& site) {
    Request request;
    request.root = site.computer();
    return requestOfInstalled(request).value();
}

Result<RunOutcome> change(const PracticeSite& site, const Maintenance& wanted, Progress& progress,
                          std::stop_token stop = {}) {
    return maintain(installedOn(site), wanted, {{}, progress, std::move(stop)});
}

RunOutcome changed(const PracticeSite& site, const Maintenance& wanted) {
    Progress silent;
    auto outcome = change(site, wanted, silent);
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    for (const Finding& finding : outcome->findings)
        if (finding.severity == Severity::blocker)
            UNSCOPED_INFO(finding.id << ": " << finding.evidence);
    REQUIRE(outcome->kind != RunOutcome::Kind::blocked);
    return std::move(*outcome);
}

const Maintenance repair{.kind = Maintenance::Kind::repair};

/// Some of the installed files are changed, removed, given another mode.
void damage(const PracticeSite& site, std::mt19937& random) {
    Request request;
    request.root = site.computer();
    const auto receipt = bes::status(site.computer())->receipt;
    std::vector<InstalledFile> files;
    std::ranges::copy_if(receipt->files, std::back_inserter(files), [&](const InstalledFile& file) {
        return file.type == FileType::regular && !site.system().inUse(site.at(pathOf(file.path)));
    });
    std::ranges::shuffle(files, random);
    const std::size_t count = random() % 8;
    for (std::size_t i = 0; i < count; ++i) {
        const auto path = site.at(pathOf(files[i].path));
        switch (random() % 3) {
        case 0:
            writeFile(path, "damaged " + std::to_string(random()));
            break;
        case 1:
            std::filesystem::remove(path);
            break;
        default:
            REQUIRE(host::setMode(path, 0600));
        }
    }
    if (random() % 3 == 0)
        site.change("UPDATE ServerConfig SET SRPHost = 'elsewhere' WHERE ServerName = 'BES-NORTH-standby'");
}

/// Components that nothing else needs.
Maintenance randomChange(const PracticeSite& site, std::mt19937& random) {
    const auto receipt = bes::status(site.computer())->receipt;
    Maintenance wanted{.kind = Maintenance::Kind::modify};
    for (const char* id : {"collaboration", "alert", "policy", "attachment", "messaging-agent"})
        if (random() % 2 == 0)
            (std::ranges::count(receipt->components, id) > 0 ? wanted.omit : wanted.add).emplace_back(id);
    if (wanted.add.empty() && wanted.omit.empty())
        wanted.kind = Maintenance::Kind::repair;
    return wanted;
}

} // namespace

TEST_CASE("After any change nothing is left to be changed; a cancelled one leaves the tree as it was") {
    const unsigned seed = GENERATE(range(1u, 9u));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const PracticeSite site;
    REQUIRE(installOn(site.request()).has_value());
    for (int round = 0; round < 3; ++round) {
        damage(site, random);
        const Maintenance wanted = randomChange(site, random);
        const Tree before = site.tree();
        const std::string database = site.query(".dump");
        const std::size_t last = random() % 6;
        std::stop_source stop;
        AtEachStep progress([&](std::size_t index) {
            if (index == last)
                stop.request_stop();
        });
        const auto cancelled = change(site, wanted, progress, stop.get_token());
        if (!cancelled) {
            CHECK(cancelled.error().code == ExitCode::cancelled);
            const auto differing = changes(before, site.tree());
            for (const std::string& path : differing)
                UNSCOPED_INFO(path);
            CHECK(differing.empty());
            CHECK(site.query(".dump") == database);
            (void)changed(site, wanted);
        }
        const RunOutcome again = changed(site, repair);
        for (const BasisEntry& difference : again.plan.basis)
            UNSCOPED_INFO(difference.id << " " << difference.value);
        CHECK(PracticeComputer::hadNothingToDo(again));
    }
    CHECK(changed(site, {}).kind == RunOutcome::Kind::done);
}

TEST_CASE("An upgrade that is cancelled at any step leaves tree and database as they were; install does it") {
    const PracticeSite site;
    REQUIRE(installOn(site.request()).has_value());
    site.change("UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'");
    writeFile(site.standbyIni(), "; edited\n");
    Request request = site.request();
    request.media = site.newerMedia();
    const Tree before = site.tree();
    const std::string database = site.query(".dump");
    for (std::size_t last = 0;; ++last) {
        std::stop_source stop;
        AtEachStep progress([&](std::size_t index) {
            if (index == last)
                stop.request_stop();
        });
        const auto outcome = install(request, {{}, progress, stop.get_token()});
        if (outcome) {
            CHECK(outcome->plan.command == "upgrade");
            break;
        }
        CAPTURE(last);
        CHECK(outcome.error().code == ExitCode::cancelled);
        CHECK(same(before, site.tree()));
        CHECK(site.query(".dump") == database);
    }
    CHECK(bes::status(site.computer())->receipt->catalog.version == "5.0.1");
    CHECK(readFile(site.installed("router/share/README")) == "Of the new version\n");
    CHECK_FALSE(std::filesystem::exists(site.installed("alert/share/README")));
    CHECK(readFile(site.installed("dispatcher/share/README/page")) == "Now a folder\n");
    CHECK(readFile(site.installed("attachment/share")) == "Now a file\n");
    CHECK(readFile(site.standbyIni()) == "; edited\n");
    CHECK(PracticeComputer::hadNothingToDo(changed(site, repair)));
    CHECK(PracticeComputer::hadNothingToDo(installOn(request).value()));
}
