// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <future>

#include "host/left_thread.hpp"
#include "host/network.hpp"
#include "host/process.hpp"
#include "host/windows/sockets_library.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

struct NameAnswer {
    std::vector<std::string> addresses; ///< textual, without duplicates
    std::string problem;                ///< why there is no answer; empty: there is one
};

NameAnswer ask(const std::string& name, int flags) {
    ADDRINFOW hints{};
    hints.ai_socktype = SOCK_STREAM; // otherwise every address comes once per type
    hints.ai_flags = flags;
    ADDRINFOW* list = nullptr;
    const int code = ::GetAddrInfoW(wide(name).c_str(), nullptr, &hints, &list);
    if (code != 0)
        return {{}, systemReason(static_cast<SystemError>(code))};
    NameAnswer found;
    for (const ADDRINFOW* entry = list; entry != nullptr; entry = entry->ai_next) {
        const std::string address = textual(*entry->ai_addr, static_cast<int>(entry->ai_addrlen));
        if (!address.empty() && std::ranges::find(found.addresses, address) == found.addresses.end())
            found.addresses.push_back(address);
    }
    ::FreeAddrInfoW(list);
    if (found.addresses.empty())
        found.problem = "it has no address";
    return found;
}

NameAnswer askNameService(const std::string& name, std::chrono::milliseconds limit) {
    if (NameAnswer numeric = ask(name, AI_NUMERICHOST); numeric.problem.empty())
        return numeric;
    // it has no limit and can't be stopped: it is left behind in a thread that touches nothing of ours
    std::packaged_task<NameAnswer()> task([name] { return ask(name, 0); });
    std::future<NameAnswer> answer = task.get_future();
    leaveToThread(std::move(task));
    if (answer.wait_for(limit) != std::future_status::ready)
        return {{}, "no answer within " + inSeconds(limit)};
    return answer.get();
}

} // namespace

Result<std::vector<std::string>> resolve(const std::string& name, std::chrono::milliseconds limit) {
    beginSockets();
    NameAnswer answer = askNameService(name, limit);
    if (!answer.problem.empty())
        return fail(ExitCode::failed, "network.name", "Can't find the address of " + name,
                    "The name service reports: " + answer.problem,
                    "Check the spelling of the name and the name servers of this computer (ipconfig /all)");
    return std::move(answer.addresses);
}

} // namespace bes::host
