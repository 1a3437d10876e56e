// SPDX-License-Identifier: Apache-2.0
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWithHolder(Protocol protocol, std::uint16_t number, const PortHolder& holder) {
    Facts facts = sampleFacts();
    changeFact(facts.ports, [&](std::vector<PortUse>& ports) {
        for (PortUse& use : ports)
            if (use.protocol == protocol && use.number == number)
                use.holder = holder;
    });
    return facts;
}

} // namespace

TEST_CASE("A port that a service needs after setup must be free, and its holder is named") {
    const Facts facts = factsWithHolder(Protocol::udp, 4070, {812, "named"});
    const Finding finding = onlyFinding("ports.free", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::ports);
    CHECK_THAT(finding.title, Contains("udp port 4070") && Contains("BlackBerry Controller"));
    CHECK_THAT(finding.evidence, Contains("named (process 812)"));
}

TEST_CASE("A holder that could not be found out is no reason to call the port free") {
    const Finding finding = onlyFinding("ports.free", factsWithHolder(Protocol::tcp, 3200, {}));
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("unknown program"));
}

TEST_CASE("Every port in use is reported") {
    Facts facts = factsWithHolder(Protocol::tcp, 3200, {1, "one"});
    changeFact(facts.ports, [](std::vector<PortUse>& ports) { ports.front().holder = PortHolder{2, "two"}; });
    CHECK(findingsOf("ports.free", facts).size() == 2);
}

TEST_CASE("Ports of components that are not chosen do not matter") {
    const Facts facts = factsWithHolder(Protocol::tcp, 3443, {1, "java"});
    CHECK(onlyFinding("ports.free", facts).severity == Severity::passed);
    Request request = sampleRequest();
    request.add = {"administration"};
    CHECK(onlyFinding("ports.free", facts, request).severity == Severity::blocker);
}

TEST_CASE("The port of a deferred service that is in use now is a warning") {
    Facts facts = sampleFacts();
    changeFact(facts.media, [](MediaContents& media) {
        for (Component& component : media.manifest.catalog.components)
            if (component.id == "policy")
                component.services.front().ports = {{Protocol::tcp, 9999, PortDirection::listen, "test"}};
    });
    changeFact(facts.ports, [](std::vector<PortUse>& ports) {
        ports.push_back({Protocol::tcp, 9999, PortHolder{5, "other"}});
    });
    const Finding finding = onlyFinding("ports.free", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("failover"));
}

TEST_CASE("A port that was not looked at is not called free") {
    Facts facts = sampleFacts();
    changeFact(facts.ports, [](std::vector<PortUse>& ports) { ports.erase(ports.begin()); });
    CHECK(onlyFinding("ports.free", facts).severity == Severity::warning);
}

TEST_CASE("Ports are not looked at for an image, and unknown ones are a warning on a running computer") {
    Facts facts = sampleFacts();
    facts.ports = Fact<std::vector<PortUse>>::unknown("not looked at: another root");
    CHECK(onlyFinding("ports.free", facts).severity == Severity::warning);
    Request request = sampleRequest();
    request.root = "/srv/image";
    CHECK(findingsOf("ports.free", facts, request).empty());
}
