// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include "files.hpp"
#include "names.hpp"
#include "server_document.hpp"
#include "times.hpp"

namespace stand_in {
namespace {

class NoDocuments : public Documents {
public:
    [[nodiscard]] std::size_t count() const override { return 0; }
    [[nodiscard]] std::vector<Item> at(std::size_t) const override { return {}; }
};

class DominoDirectory : public Documents {
public:
    explicit DominoDirectory(const Scenario& scenario) {
        for (const Server& server : scenario.servers) {
            if (server.inDirectory)
                servers_.push_back(&server);
        }
    }
    [[nodiscard]] std::size_t count() const override { return servers_.size(); }
    [[nodiscard]] std::vector<Item> at(std::size_t index) const override {
        return serverDocument(*servers_[index]);
    }

private:
    std::vector<const Server*> servers_;
};

class ClusterDatabaseDirectory : public Documents {
public:
    ClusterDatabaseDirectory(const Scenario& scenario, const Server& server) {
        for (const Server* member : scenario.clusterOf(server)) {
            const auto place = static_cast<std::uint32_t>(servers_.size());
            servers_.push_back({member, Files(scenario, *member)});
            const Files& files = servers_.back().files;
            for (std::size_t i = 0; i < files.size(); ++i) {
                if (files.at(i))
                    places_.push_back({place, static_cast<std::uint32_t>(i)});
            }
        }
    }

    [[nodiscard]] std::size_t count() const override { return places_.size(); }

    [[nodiscard]] std::vector<Item> at(std::size_t index) const override {
        const auto& [server, files] = servers_[places_[index].server];
        const Database database = files.at(places_[index].database).value_or(Database{});
        const auto flag = [](bool on) { return std::vector<std::string>{on ? "1" : "0"}; };
        return {{"Server", {server->name}},
                {"ReplicaID", {replicaIdText(database.replicaId)}},
                {"PathName", {database.path}},
                {"Title", {database.title}},
                {"DatabaseOutOfService", flag((database.options & notes::databaseOutOfService) != 0)},
                {"ClusterReplicate", flag(database.clusterReplicate)},
                {"OnlyFailoverbyPathname", flag(false)},
                {"MarkedForDelete", flag((database.options & notes::databaseMarkedForDelete) != 0)}};
    }

private:
    struct Member {
        const Server* server;
        Files files;
    };
    struct Place {
        std::uint32_t server, database;
    };
    std::vector<Member> servers_;
    std::vector<Place> places_;
};

} // namespace

std::string Documents::text(std::size_t index, const std::string& item) const {
    const std::vector<Item> document = at(index);
    const std::vector<std::string>* values = valuesOf(document, item);
    return values == nullptr || values->empty() ? "" : values->front();
}

std::unique_ptr<Documents> documentsOf(const Scenario& scenario, const OpenDatabase& database) {
    const std::string path = foldedPath(database.path);
    const Server* server = scenario.find(database.server);
    if (server != nullptr && path == "cldbdir.nsf")
        return std::make_unique<ClusterDatabaseDirectory>(scenario, *server);
    if (path == "names.nsf")
        return std::make_unique<DominoDirectory>(scenario);
    return std::make_unique<NoDocuments>();
}

} // namespace stand_in
