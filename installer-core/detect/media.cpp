// SPDX-License-Identifier: Apache-2.0
#include "media/media.hpp"

#include <algorithm>
#include <tuple>

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/network.hpp"
#include "model/media_trust.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

/// Every port on which a service of the catalogue listens, once.
std::vector<PortUse> listeningPorts(const Catalog& catalog) {
    std::vector<PortUse> ports;
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            for (const Port& port : service.ports)
                if (port.direction == PortDirection::listen)
                    ports.push_back({port.protocol, port.number, std::nullopt});
    const auto key = [](const PortUse& use) { return std::tuple(use.protocol, use.number); };
    std::ranges::sort(ports, {}, key);
    const auto repeated = std::ranges::unique(ports, {}, key);
    ports.erase(repeated.begin(), repeated.end());
    return ports;
}

} // namespace

Fact<MediaContents> lookAtMedia(const Request& request) {
    if (request.media.empty())
        return Fact<MediaContents>::unknown("no media folder is chosen");
    return factOf(media::open(request));
}

Fact<MediaContents> lookAtMedia(const Request& request, const Past& past) {
    Request trusting = request;
    if (trusting.trust.empty() && past.installed.known() && past.installed.value())
        trusting.trust = past.installed.value()->receipt.request.trust;
    return lookAtMedia(trusting);
}

Fact<std::vector<PortUse>> lookAtPorts(const Request& request, const Fact<MediaContents>& media) {
    using Ports = Fact<std::vector<PortUse>>;
    if (!request.onRunningSystem())
        return Ports::unknown("not checked: the computer in " + utf8(request.root) + " is not running");
    if (!media.known())
        return Ports::unknown("the media lists the required ports, and setup can't read it");
    if (!isRead(media.value(), request))
        return Ports::unknown("the media lists the required ports, and it is not trusted");
    std::vector<PortUse> ports = listeningPorts(media.value().manifest.catalog);
    for (PortUse& use : ports) {
        auto holder = host::portHolder(use.protocol, use.number);
        if (!holder)
            return unknownFor<std::vector<PortUse>>(holder.error());
        use.holder = std::move(*holder);
    }
    return ports;
}

} // namespace bes::detect
