// SPDX-License-Identifier: Apache-2.0
#include "host/sockets.hpp"

#include <clocale>

#include <locale.h>
#include <poll.h>
#include <sys/socket.h>

namespace bes::host {

bool waitFor(int socket, Readiness readiness, std::chrono::milliseconds limit) {
    pollfd waiting{socket, static_cast<short>(readiness == Readiness::read ? POLLIN : POLLOUT), 0};
    // an interruption counts as an event: who waits looks at the clock by himself
    return ::poll(&waiting, 1,
                  static_cast<int>(std::max<std::chrono::milliseconds::rep>(limit.count(), 0))) != 0;
}

struct EnglishMessages::State {
    locale_t english = ::newlocale(LC_ALL_MASK, "C", nullptr);
    locale_t before = ::uselocale(english);

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        ::uselocale(before);
        ::freelocale(english);
    }
};

EnglishMessages::EnglishMessages() : state_(std::make_unique<State>()) {
}

EnglishMessages::~EnglishMessages() = default;

} // namespace bes::host
