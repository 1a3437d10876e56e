// SPDX-License-Identifier: Apache-2.0
#include "domino/task_list.hpp"
#include "lmbcs.hpp"
#include "memory.hpp"
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

Reply<ServerTasks> askServerTasks(const Asking& asking, Role role) {
    using Found = Reply<ServerTasks>;
    const notes::Functions& api = asking.api;
    const auto& server = asking.servers.of(role);
    if (!server)
        return Found::unknown(server.error());
    if (api.NSFRemoteConsole == nullptr)
        return Found::unknown(missingFunction("NSFRemoteConsole"));
    Memory answer(api);
    if (const notes::Status status = api.NSFRemoteConsole(server->lmbcs.c_str(), "show tasks", answer.out());
        notes::codeOf(status) != notes::Code::none)
        return Found::unknown(reasonOf(api, status, "NSFRemoteConsole"));
    const LockedMemory locked(api, answer);
    const std::string_view text = locked.get() == nullptr ? "" : locked.text(); // closed by a NUL
    auto tasks = parseTaskList(toUtf8(api, text));
    if (!tasks)
        return Found::unknown(Reason{.kind = ReasonClass::unexpected,
                                     .source = "NSFRemoteConsole",
                                     .text = text.empty()
                                                 ? "\"show tasks\" had no answer; a full disk does that"
                                                 : "The answer to \"show tasks\" is no list of tasks"});
    return tasks->clusterReplicators > 0 ? Found::yes(std::move(*tasks)) : Found::no(std::move(*tasks));
}

} // namespace bes::probe
