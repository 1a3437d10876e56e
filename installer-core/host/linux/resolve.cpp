// SPDX-License-Identifier: Apache-2.0
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <memory>
#include <system_error>
#include <thread>

#include "host/linux/name_service.hpp"
#include "host/linux/system_failure.hpp"
#include "host/network.hpp"
#include "host/process.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

std::string reasonOf(int code, int systemError) {
    return code == EAI_SYSTEM ? systemReason(systemError) : ::gai_strerror(code);
}

NameAnswer ask(const std::string& name, int flags) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM; // otherwise every address comes once per type
    hints.ai_flags = flags;
    addrinfo* list = nullptr;
    const int code = ::getaddrinfo(name.c_str(), nullptr, &hints, &list);
    if (code != 0)
        return {{}, {}, reasonOf(code, errno)};
    const std::unique_ptr<addrinfo, FreeAddresses> answer(list);
    NameAnswer found;
    if (list->ai_canonname != nullptr)
        found.canonicalName = list->ai_canonname;
    for (const addrinfo* entry = list; entry != nullptr; entry = entry->ai_next) {
        const std::string address = textual(*entry->ai_addr, entry->ai_addrlen);
        if (!address.empty() && std::ranges::find(found.addresses, address) == found.addresses.end())
            found.addresses.push_back(address);
    }
    if (found.addresses.empty())
        found.problem = "it has no address";
    return found;
}

} // namespace

std::string textual(const sockaddr& address, unsigned length) {
    std::array<char, NI_MAXHOST> text{};
    const int code = ::getnameinfo(&address, length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
    return code == 0 ? text.data() : "";
}

NameAnswer askNameService(const std::string& name, std::chrono::milliseconds limit) {
    if (NameAnswer numeric = ask(name, AI_NUMERICHOST); numeric.problem.empty())
        return numeric;
    // getaddrinfo() has no limit and can't be stopped: it is left behind in a thread that touches nothing of
    // ours
    std::packaged_task<NameAnswer()> task([name] { return ask(name, AI_CANONNAME); });
    std::future<NameAnswer> answer = task.get_future();
    std::thread(std::move(task)).detach();
    if (answer.wait_for(limit) != std::future_status::ready)
        return {{}, {}, "no answer within " + inSeconds(limit)};
    return answer.get();
}

Result<std::vector<std::string>> resolve(const std::string& name, std::chrono::milliseconds limit) {
    NameAnswer answer = askNameService(name, limit);
    if (!answer.problem.empty())
        return fail(
            ExitCode::failed, "network.name", "Can't find the address of " + name,
            "The name service reports: " + answer.problem,
            "Check the spelling of the name and the name service of this computer (/etc/resolv.conf)");
    return std::move(answer.addresses);
}

} // namespace bes::host
