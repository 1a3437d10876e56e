// SPDX-License-Identifier: Apache-2.0
#include "server_document.hpp"

#include <algorithm>

#include "names.hpp"

namespace stand_in {
namespace {

std::string commonName(const Server& server) {
    const std::string name = abbreviated(server.name);
    return name.substr(0, name.find('/'));
}

std::string versionText(const Server& server) {
    return "Release " + std::to_string(server.version[0]) + "." + std::to_string(server.version[1]) + "." +
           std::to_string(server.version[2]);
}

} // namespace

std::vector<Item> serverDocument(const Server& server) {
    std::vector<Item> items{{"Type", {"Server"}},
                            {"ServerName", {server.name}},
                            {"Domain", {"Acme"}},
                            {"Network", {"TCPIP Network"}},
                            {"ClusterName", {server.cluster}},
                            {"Administrators", {"CN=Practice Admin/O=Acme", "LocalDomainAdmins"}},
                            {"ServerBuildNumber", {versionText(server)}},
                            {"ServerTitle", {commonName(server) + " of the practice site"}},
                            {"ServerPlatform", {server.backslash ? "Windows/64" : "UNIX"}},
                            {"Ports", {"TCPIP"}},
                            {"NetAddresses", {toLower(commonName(server)) + ".example.org"}}};
    for (const auto& [name, values] : server.document) {
        std::erase_if(items, [&key = name](const Item& item) { return toLower(item.name) == toLower(key); });
        items.push_back({name, values});
    }
    return items;
}

const std::vector<std::string>* valuesOf(const std::vector<Item>& document, const std::string& item) {
    const auto found = std::find_if(document.begin(), document.end(),
                                    [&](const Item& each) { return toLower(each.name) == toLower(item); });
    return found == document.end() ? nullptr : &found->values;
}

} // namespace stand_in
