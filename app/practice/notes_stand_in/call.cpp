// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"

#include <cstring>

#include "lmbcs.hpp"
#include "names.hpp"

namespace stand_in {
using notes::Code;
using notes::Status;

Call::Call(const char* function, const char* server)
    : runtime_(Runtime::one()), lock_(runtime_.mutex_), function_(function) {
    requireRunning();
    scenario_ = runtime_.scenarioNow(function_);
    injected_ = runtime_.inject(lock_, *scenario_, function_, server == nullptr ? "" : utf8Of(server));
}

void Call::requireRunning() const {
    if (runtime_.state_ == Runtime::State::fresh)
        panic("called before NotesInitExtended has succeeded");
    if (runtime_.state_ == Runtime::State::ended)
        panic("called after NotesTerm");
    const std::thread::id thread = std::this_thread::get_id();
    const bool free = function_ == "NotesInitThread" || function_ == "NotesTerm";
    if (thread != runtime_.initialiser_ && !runtime_.threads_.contains(thread) && !free)
        panic("called by a thread without NotesInitThread");
}

const Server* Call::server(const char* name) const {
    return name == nullptr ? nullptr : scenario_->find(canonical(utf8Of(name)));
}

std::optional<Status> Call::refusal(const Server* server) const {
    if (server == nullptr)
        return static_cast<Status>(Code::serverNotFound);
    if (server->status)
        return status(*server, *server->status);
    return std::nullopt;
}

Status Call::status(const Server& server, Code code) const {
    return status(server, static_cast<Status>(code));
}

Status Call::status(const Server& server, Status code) const {
    if (code == 0 || sameName(server.name, scenario_->ownServer))
        return code;
    const bool marked = scenario_->remoteBit == RemoteBit::always ||
                        (scenario_->remoteBit == RemoteBit::alternate && ++runtime_.remoteErrors_ % 2 == 1);
    return static_cast<Status>(marked ? code | notes::remoteBit : code);
}

void Call::give(notes::Handle* out, const std::string& bytes) const {
    store(out, runtime_.memory.add(function_, MemoryObject(bytes)));
}

// Some runtimes write a handle eight bytes wide (domino.md §1.5).
void Call::store(notes::Handle* out, notes::Handle value) const {
    const std::uint64_t wide = value;
    need(out, "the variable for a handle");
    std::memcpy(out, &wide, scenario_->wideHandles ? sizeof wide : sizeof value);
}

void Call::need(const void* pointer, const char* what) const {
    if (pointer == nullptr)
        panic(std::string(what) + " is null");
}

void Call::leaveThread() {
    const auto thread = runtime_.threads_.find(std::this_thread::get_id());
    if (thread == runtime_.threads_.end())
        panic("this thread has not called NotesInitThread");
    if (--thread->second == 0)
        runtime_.threads_.erase(thread);
}

} // namespace stand_in
