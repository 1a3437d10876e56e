// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/json_text.hpp"

using namespace bes;

namespace {

Catalog catalog() {
    Service service;
    service.name = "BlackBerry Router";
    service.displayName = "BlackBerry Router";
    service.unit = "bes-router.service";
    service.program = "bin/bes-router";
    Component router;
    router.id = "router";
    router.name = "BlackBerry Router";
    router.package = "router";
    router.services = {service};
    Component agent;
    agent.id = "messaging-agent";
    agent.name = "BlackBerry Messaging Agent";
    agent.dominoTask = "BES";
    return {.product = "BES", .version = "5.0", .components = {router, agent}};
}

/// Why the catalogue is refused as JSON, as it comes with media, a plan, a receipt; empty: it is taken.
template<class Change>
std::string refusal(Change change) {
    Catalog changed = catalog();
    change(changed.components[0], changed.components[1]);
    const auto read = parseCatalog(formatCatalog(changed));
    return read ? "" : read.error().why;
}

std::string withUnit(const std::string& unit) {
    return refusal([&](Component& router, Component&) { router.services.front().unit = unit; });
}
std::string withProgram(const std::string& program) {
    return refusal([&](Component& router, Component&) { router.services.front().program = program; });
}
std::string withTask(const std::string& task) {
    return refusal([&](Component&, Component& agent) { agent.dominoTask = task; });
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a catalogue that is as it should be is taken") {
    CHECK(refusal([](Component&, Component&) {}).empty());
}

TEST_CASE("a catalogue can name only units of its own") {
    for (const char* unit :
         {"sshd.service", "../x.service", "bes-../../x.service", "bes-.service", "bes--a.service",
          "bes-a-.service", "bes-a.b.service", "bes-a.service.d", "bes-a.target", "bes-A.service",
          "bes-a b.service", "bes-a@.service", "bes-a\n.service", ""}) {
        CAPTURE(unit);
        CHECK_FALSE(withUnit(unit).empty());
    }
    CHECK(withUnit("bes-bas-ncc.service").empty());
    CHECK(contains(
        refusal([](Component& router, Component&) { router.services.push_back(router.services.front()); }),
        "is listed twice"));
}

TEST_CASE("a program and an editable file stay in their component's folder") {
    for (const char* path : {"/bin/sh", "../../../bin/sh", "bin/../../x", "bin//x", "./x", "bin/", "",
                             "bin/a\nb", "bin\\x", "c:x"}) {
        CAPTURE(path);
        CHECK_FALSE(withProgram(path).empty());
        CHECK_FALSE(refusal([&](Component& router, Component&) { router.editableFiles = {path}; }).empty());
    }
    CHECK(contains(withProgram("../../../bin/sh"),
                   "component router: program \"../../../bin/sh\" leads elsewhere"));
    CHECK(withProgram("bin/folder with blanks/x").empty());
}

TEST_CASE("a Domino task is one plain word") {
    for (const char* task :
         {"BES,amgr", "BES\nServerTasks=x", "BES x", "BES=1", "", " BES", "BES\"", "B\xC3\x96S"}) {
        CAPTURE(task);
        CHECK_FALSE(withTask(task).empty());
    }
    CHECK(withTask("BES_2.x-y").empty());
}

TEST_CASE("ids and packages of a catalogue are plain names") {
    for (const char* id : {"", "../x", "a/b", "A", "a b", "a\nb", "-a"}) {
        CAPTURE(id);
        CHECK_FALSE(refusal([&](Component& router, Component&) { router.id = id; }).empty());
        if (*id != '\0') // a component may have no files
            CHECK_FALSE(refusal([&](Component& router, Component&) { router.package = id; }).empty());
    }
}

TEST_CASE("a name that is shown has one line") {
    CHECK(contains(refusal([](Component& router, Component&) {
                       router.services.front().displayName = "Router\nExecStartPre=/bin/sh";
                   }),
                   "components/services/display_name contains a control character"));
}
