// SPDX-License-Identifier: Apache-2.0
#include "database.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "domino/server_name.hpp"
#include "lmbcs.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

notes::Status openPath(const notes::Functions& api, const ServerName& server, const std::string& file,
                       notes::HandleSlot& slot) {
    std::array<char, notes::maxPath> path{};
    if (const notes::Status status =
            api.OSPathNetConstruct(nullptr, server.lmbcs.c_str(), file.c_str(), path.data());
        notes::codeOf(status) != notes::Code::none)
        return status;
    return api.NSFDbOpen(path.data(), &slot.handle);
}

/// "server!!file" or "port!!!server!!file"; empty for a path of this computer.
std::string serverOf(std::string path) {
    constexpr std::string_view afterPort = "!!!";
    constexpr std::string_view afterServer = "!!";
    if (const auto port = path.find(afterPort); port != std::string::npos)
        path.erase(0, port + afterPort.size());
    const auto end = path.find(afterServer);
    return end == std::string::npos ? std::string() : path.substr(0, end);
}

std::optional<std::string> answeringServer(const notes::Functions& api, notes::DatabaseHandle database) {
    if (api.NSFDbPathGet == nullptr)
        return std::nullopt;
    std::array<char, notes::maxPath> canonical{};
    std::array<char, notes::maxPath> expanded{};
    if (notes::codeOf(api.NSFDbPathGet(database, canonical.data(), expanded.data())) != notes::Code::none)
        return std::nullopt;
    std::string server = serverOf(expanded.data());
    if (server.empty())
        server = serverOf(canonical.data());
    return server.empty() ? std::nullopt : std::optional(server);
}

} // namespace

tl::expected<Database, Reason> Database::open(const notes::Functions& api, const ServerName& server,
                                              const std::string& file) {
    Database database(api);
    notes::Status status = openPath(api, server, file, database.slot_);
    if (notes::codeOf(status) == notes::Code::noSuchFile && file.find('\\') != std::string::npos) {
        std::string withSlashes = file;
        std::ranges::replace(withSlashes, '\\', '/');
        status = openPath(api, server, withSlashes, database.slot_);
    }
    if (notes::codeOf(status) != notes::Code::none) {
        database.slot_.handle = 0;
        return tl::unexpected(reasonOf(api, status, "NSFDbOpen"));
    }
    if (const auto answering = answeringServer(api, database.handle())) {
        const ServerName name = canonicalServer(api, *answering);
        if (!sameServer(api, name, server))
            return tl::unexpected(
                Reason{.kind = ReasonClass::otherServer,
                       .source = "NSFDbPathGet",
                       .text = abbreviatedName(name.text) + " answered for " + abbreviatedName(server.text)});
        database.serverProved_ = true;
    }
    return database;
}

Database::Database(Database&& other) noexcept
    : api_(other.api_), slot_(std::exchange(other.slot_, {})), serverProved_(other.serverProved_) {
}

Database::~Database() {
    if (slot_.handle != 0)
        api_->NSFDbClose(std::exchange(slot_.handle, 0));
}

} // namespace bes::probe
