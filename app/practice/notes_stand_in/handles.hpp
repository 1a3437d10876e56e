// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "domino/notes_api.hpp"

namespace stand_in {

/// What handles of one kind stand for. Kinds have number ranges of their own and no handle is given twice, so
/// that every mix-up and every use after the end shows.
template<typename Content>
class Handles {
public:
    Handles(const char* kind, bes::domino::notes::Handle first, bes::domino::notes::Handle step = 2)
        : kind_(kind), first_(first), step_(step), next_(first) {}

    bes::domino::notes::Handle add(std::string origin, Content content) {
        const bes::domino::notes::Handle handle = next_;
        next_ += step_;
        open_.emplace(handle, Entry{std::move(origin), std::this_thread::get_id(), std::move(content)});
        return handle;
    }

    /// Null where it is none, or no more: complaint() says which.
    [[nodiscard]] Content* find(bes::domino::notes::Handle handle) {
        const auto found = open_.find(handle);
        return found == open_.end() ? nullptr : &found->second.content;
    }

    [[nodiscard]] bool isOfThisThread(bes::domino::notes::Handle handle) const {
        return open_.at(handle).thread == std::this_thread::get_id();
    }

    void remove(bes::domino::notes::Handle handle) { open_.erase(handle); }

    [[nodiscard]] std::string complaint(bes::domino::notes::Handle handle) const {
        const bool wasOpen = handle >= first_ && handle < next_ && (handle - first_) % step_ == 0;
        return "handle " + std::to_string(handle) + " is no " + kind_ + (wasOpen ? " any more" : "");
    }

    void listLeaks(std::vector<std::string>& leaks) const {
        for (const auto& [handle, entry] : open_)
            leaks.push_back(kind_ + (" of " + entry.origin));
    }

private:
    struct Entry {
        std::string origin;
        std::thread::id thread;
        Content content;
    };

    const char* kind_;
    bes::domino::notes::Handle first_, step_, next_;
    std::map<bes::domino::notes::Handle, Entry> open_;
};

} // namespace stand_in
