// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "plan/unit_files.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

std::string unit(const std::string& name, const Request& request = sampleRequest()) {
    const Facts facts = sampleFacts();
    const auto files = plan::unitFiles(plan::workOut(facts, request));
    const auto found =
        std::ranges::find(files, name, [](const TextFile& f) { return f.path.filename().string(); });
    REQUIRE(found != files.end());
    return found->content;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string line(const std::string& text, const std::string& key) {
    const auto begin = text.find("\n" + key) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

} // namespace

TEST_CASE("Only the standby target is put into the boot") {
    const Facts facts = sampleFacts();
    for (const TextFile& file : plan::unitFiles(plan::workOut(facts, sampleRequest())))
        CHECK(contains(file.content, "[Install]\n") == (file.path.filename() == plan::standbyTarget));
}

TEST_CASE("Deferred services are wanted by the active target alone") {
    const std::string standby = line(unit(plan::standbyTarget), "Wants=");
    const std::string active = line(unit(plan::activeTarget), "Wants=");
    for (const char* deferred : {"bes-mail-store", "bes-policy", "bes-synchronization"}) {
        CHECK_FALSE(contains(standby, deferred));
        CHECK(contains(active, deferred));
    }
    CHECK(contains(standby, "bes-router.service"));
    CHECK_FALSE(contains(active, "bes-router.service"));
}

TEST_CASE("A service starts after all that stand before it in the catalogue's order") {
    const std::string after = line(unit("bes-dispatcher.service"), "After=");
    CHECK(contains(after, "bes-router.service"));
    CHECK(contains(after, "bes-attachment.service"));
    CHECK_FALSE(contains(after, "bes-mds-connection.service"));
    CHECK_FALSE(contains(after, "bes-controller.service"));
}

TEST_CASE("Folders with blanks and percent signs reach the program as they are") {
    Request request = sampleRequest();
    request.installFolder = "/srv/BES 100%/standby";
    CHECK(contains(line(unit("bes-router.service", request), "ExecStart="),
                   "ExecStart=\"/srv/BES 100%%/standby/router/"));
}

TEST_CASE("Services run as the service account with few rights") {
    const std::string text = unit("bes-router.service");
    CHECK(contains(text, "\nUser=bes\n"));
    CHECK(contains(text, "\nNoNewPrivileges=yes\n"));
    CHECK(contains(text, "\nProtectSystem=strict\n"));
}
