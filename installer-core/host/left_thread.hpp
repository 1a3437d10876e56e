// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <future>
#include <memory>
#include <thread>
#include <utility>

namespace bes::host {

/// Does work in a thread that nobody waits for. It begins when the thread has been let go: one that ends
/// before can't be, in some libraries. Throws std::system_error where there is no thread for it.
template<class Work>
void leaveToThread(Work work) {
    std::promise<void> letGo;
    std::thread([work = std::move(work), begin = letGo.get_future()]() mutable {
        begin.wait();
        work();
    }).detach();
    letGo.set_value();
}

} // namespace bes::host
