// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/component_choice.hpp"

using namespace bes;

namespace {

Component component(const std::string& id, bool failoverCapable) {
    Component made;
    made.id = id;
    made.failoverCapable = failoverCapable;
    return made;
}

const Catalog catalog{
    "BES", "5.0", {component("router", true), component("alert", false), component("policy", true)}};

Server primaryWith(std::vector<std::string> components) {
    Server primary;
    primary.components = std::move(components);
    return primary;
}

std::vector<std::string> chosen(ComponentPreset preset, std::vector<std::string> add = {},
                                std::vector<std::string> omit = {}) {
    Request request;
    request.preset = preset;
    request.add = std::move(add);
    request.omit = std::move(omit);
    return chooseComponents(catalog, primaryWith({"alert", "router", "gone-since-4.1"}), request).components;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("A preset gives the components of the primary, those that fail over, or none") {
    CHECK(chosen(ComponentPreset::sameAsPrimary) == Ids{"router", "alert"});
    CHECK(chosen(ComponentPreset::failoverCapable) == Ids{"router", "policy"});
    CHECK(chosen(ComponentPreset::none).empty());
}

TEST_CASE("Components are added, then omitted, and stand in the catalogue's order") {
    CHECK(chosen(ComponentPreset::sameAsPrimary, {"policy"}) == Ids{"router", "alert", "policy"});
    CHECK(chosen(ComponentPreset::sameAsPrimary, {"policy"}, {"policy", "router"}) == Ids{"alert"});
    CHECK(chosen(ComponentPreset::none, {"policy", "router", "router"}) == Ids{"router", "policy"});
}

TEST_CASE("What the person named and the catalogue does not know is reported, not what the primary has") {
    Request request;
    request.add = {"routre"};
    request.omit = {"allert"};
    CHECK(chooseComponents(catalog, primaryWith({"gone-since-4.1"}), request).unknown ==
          Ids{"routre", "allert"});
}
