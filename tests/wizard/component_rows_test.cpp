// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "models/component_rows.hpp"
#include "models/component_tree.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

Component component(const std::string& id, std::vector<std::string> needs, StartPolicy policy) {
    Component made;
    made.id = id;
    made.name = "The " + id;
    made.package = id;
    made.dependencies = std::move(needs);
    made.failoverCapable = true;
    Service service;
    service.displayName = made.name + " Service";
    service.startPolicy = policy;
    service.ports = {{Protocol::tcp, 3101, PortDirection::listen, ""},
                     {Protocol::tcp, 99, PortDirection::connect, ""}};
    made.services.push_back(service);
    return made;
}

/// dispatcher needs router, mds needs dispatcher; the primary has all but mds.
struct Site {
    MediaManifest media{{"Product",
                         "5.0",
                         {component("router", {}, StartPolicy::startAfterSetup),
                          component("dispatcher", {"router"}, StartPolicy::startAfterSetup),
                          component("mds", {"dispatcher"}, StartPolicy::deferredUntilFailover)}},
                        {}};
    Server primary;
    Request request;
    Site() { primary.components = {"dispatcher", "router"}; }
    [[nodiscard]] std::vector<bool> marks(const Request& of) const {
        std::vector<bool> chosenOnes;
        for (const ComponentRow& row : componentRows(media, primary, of))
            chosenOnes.push_back(row.chosen);
        return chosenOnes;
    }
};

} // namespace

TEST_CASE("a component says who starts it, what it listens on and whether it can fail over") {
    const Site site;
    const auto rows = componentRows(site.media, site.primary, site.request);
    CHECK(rows[0].afterSetup == "starts");
    CHECK(rows[2].afterSetup == "waits for failover");
    CHECK(rows[0].ports == "3101");
    CHECK(rows[1].needs == std::vector<std::string>{"The router"});
    CHECK(rows[0].onPrimary);
    CHECK(rows[0].warning.empty());
    Request without = site.request;
    without.omit = {"router"};
    CHECK_THAT(componentRows(site.media, site.primary, without)[0].warning,
               Contains("To fail over, a component must also be on the standby"));
}

TEST_CASE("what a component needs is chosen with it, and what needs it is left out with it") {
    const Site site;
    const auto none = chosen(site.media.catalog, site.primary, site.request, "router", false);
    CHECK(site.marks(none.request) == std::vector<bool>{false, false, false});
    CHECK_THAT(none.explanation, Contains("The dispatcher needs The router"));
    const auto all = chosen(site.media.catalog, site.primary, none.request, "mds", true);
    CHECK(site.marks(all.request) == std::vector<bool>{true, true, true});
    CHECK_THAT(all.explanation,
               Contains("The mds needs") && Contains("The router") && Contains("The dispatcher"));
}

TEST_CASE("a choice that is taken back leaves the request as it was") {
    const Site site;
    const auto with = chosen(site.media.catalog, site.primary, site.request, "mds", true);
    CHECK(with.request.add == std::vector<std::string>{"mds"});
    CHECK(chosen(site.media.catalog, site.primary, with.request, "mds", false).request == site.request);
}

TEST_CASE("a check mark is a wish: the tree shows what comes of it") {
    const Site site;
    ComponentTree tree;
    tree.show(componentRows(site.media, site.primary, site.request));
    QString wished;
    QObject::connect(&tree, &ComponentTree::wished, [&](const QString& id, bool on) {
        wished = id + (on ? QStringLiteral(" on") : QStringLiteral(" off"));
    });
    tree.setData(tree.index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    CHECK(wished == QStringLiteral("router off"));
    CHECK(tree.index(0, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked);
    CHECK(tree.index(0, 1).data().toString() == QStringLiteral("starts"));
    CHECK(tree.index(0, 0, tree.index(0, 0)).data().toString() == QStringLiteral("The router Service"));
}
