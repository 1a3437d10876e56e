// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <unistd.h>

#include "detect/looks.hpp"
#include "host/own_process.hpp"
#include "unit/check/sample_facts.hpp"
#include "unit/host/local_sockets.hpp"

using namespace bes;

namespace {

Fact<MediaContents> mediaListeningOn(Protocol protocol, std::uint16_t port) {
    MediaContents media;
    Service service;
    service.ports = {{protocol, port, PortDirection::listen, "practice"},
                     {protocol, 1, PortDirection::connect, "somebody else"},
                     {protocol, port, PortDirection::listen, "practice again"}};
    Component component;
    component.services = {service};
    media.manifest.catalog.components = {component};
    media.signature.trusted = true;
    return media;
}

} // namespace

TEST_CASE("A port is held by the process that listens there, and free afterwards") {
    std::uint16_t port = 0;
    for (const auto& [type, protocol] :
         {std::pair(SOCK_STREAM, Protocol::tcp), {SOCK_DGRAM, Protocol::udp}}) {
        {
            const LocalSocket socket(type);
            if (type == SOCK_STREAM)
                socket.listen();
            port = socket.port();
            const auto ports = detect::lookAtPorts(Request(), mediaListeningOn(protocol, port));
            REQUIRE(ports.value().size() == 1);
            REQUIRE(ports.value().front().holder.has_value());
            CHECK(ports.value().front().holder->process == ::getpid());
            CHECK(ports.value().front().holder->program == host::programFile("test-detect"));
        }
        const auto ports = detect::lookAtPorts(Request(), mediaListeningOn(protocol, port));
        CHECK(ports.value() == std::vector<PortUse>{{protocol, port, std::nullopt}});
    }
}

TEST_CASE("Every listening port of the shipped catalogue is looked at once") {
    MediaContents media;
    media.manifest.catalog = sampleCatalog();
    CHECK_FALSE(detect::lookAtPorts(Request(), media).known()); // what is not trusted is not read
    media.signature.trusted = true;
    const auto ports = detect::lookAtPorts(Request(), media);
    CHECK(ports.value().size() == 12);
}

TEST_CASE("Ports are not looked at for an image or without media, and the reason is told") {
    Request request;
    request.root = "/srv/image";
    CHECK_THAT(detect::lookAtPorts(request, mediaListeningOn(Protocol::tcp, 1)).reason(),
               Catch::Contains("/srv/image"));
    CHECK_FALSE(detect::lookAtPorts(Request(), Fact<MediaContents>()).known());
}
