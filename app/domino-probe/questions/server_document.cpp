// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "domino/server_name.hpp"
#include "lmbcs.hpp"
#include "memory.hpp"
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

/// Packed, each with its NUL; Item tells their places.
constexpr char items[] = "ServerName\0Domain\0ClusterName\0Network\0ServerBuildNumber";
constexpr notes::Word itemCount = 5;
static_assert(std::ranges::count(items, '\0') == itemCount);
enum Item : notes::Word { serverName, domain, clusterName, network, buildNumber };

/// What a look-up found, as long as its buffer is locked.
class Match {
public:
    Match(const notes::Functions& api, void* match) : api_(api), match_(match) {}

    /// All values of a list, joined by ", ". Empty where the document has no such item.
    [[nodiscard]] std::string text(Item item) const {
        constexpr notes::Word mostValues = 8;
        std::string joined;
        for (notes::Word member = 0; member < mostValues; ++member) {
            const std::string value = raw(item, member);
            if (value.empty())
                break;
            joined += (joined.empty() ? "" : ", ") + toUtf8(api_, value);
        }
        return joined;
    }

    [[nodiscard]] std::string raw(Item item, notes::Word member) const {
        std::array<char, 1024> value{};
        const notes::Status status =
            api_.NAMEGetTextItem(match_, item, member, value.data(), static_cast<notes::Word>(value.size()));
        return notes::codeOf(status) == notes::Code::none ? value.data() : std::string();
    }

private:
    const notes::Functions& api_;
    void* match_;
};

std::optional<Reason> missing(const notes::Functions& api) {
    if (api.NAMELookup == nullptr)
        return missingFunction("NAMELookup");
    if (api.NAMELocateNextName == nullptr)
        return missingFunction("NAMELocateNextName");
    if (api.NAMELocateNextMatch == nullptr)
        return missingFunction("NAMELocateNextMatch");
    if (api.NAMEGetTextItem == nullptr)
        return missingFunction("NAMEGetTextItem");
    return std::nullopt;
}

void* firstMatch(const notes::Functions& api, void* buffer) {
    if (buffer == nullptr)
        return nullptr;
    notes::Word matches = 0;
    void* const name = api.NAMELocateNextName(buffer, nullptr, &matches);
    return name == nullptr || matches == 0 ? nullptr : api.NAMELocateNextMatch(buffer, name, nullptr);
}

} // namespace

/// Both documents are read in the standby's own directory, that of the primary too.
Reply<ServerDocument> askServerDocument(const Asking& asking, Role role) {
    using Found = Reply<ServerDocument>;
    const notes::Functions& api = asking.api;
    const auto& server = asking.servers.of(role);
    const auto& own = asking.servers.standby;
    if (!server || !own)
        return Found::unknown(server ? own.error() : server.error());
    if (auto reason = missing(api))
        return Found::unknown(std::move(*reason));
    Memory buffer(api);
    const notes::Status status = api.NAMELookup(own->lmbcs.c_str(), 0, 1, "$Servers", 1,
                                                server->lmbcs.c_str(), itemCount, items, buffer.out());
    Reason absent{ReasonClass::absent, 0, false, "NAMELookup",
                  "The Domino Directory of " + abbreviatedName(own->text) + " has no Server document for " +
                      abbreviatedName(server->text)};
    if (notes::codeOf(status) != notes::Code::none) {
        Reason reason = reasonOf(api, status, "NAMELookup");
        return reason.kind == ReasonClass::absent ? Found::no(std::move(absent))
                                                  : Found::unknown(std::move(reason));
    }
    const LockedMemory locked(api, buffer);
    void* const found = firstMatch(api, locked.get());
    if (found == nullptr)
        return Found::no(std::move(absent));
    const Match match(api, found);
    return Found::yes({canonicalServer(api, match.raw(serverName, 0)).text, match.text(domain),
                       match.text(clusterName), match.text(network), match.text(buildNumber)});
}

} // namespace bes::probe
