// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "stand_in_process.hpp"

// The stand-in puts memory so that a sanitizer sees who reads what is not his. Without one there is nothing
// to test.
#ifdef __SANITIZE_ADDRESS__

using notes::Functions;
using notes::HandleSlot;

namespace {

constexpr const char* primary = "CN=Mail01/O=Acme";
constexpr int endedBySanitizer = 1;

} // namespace

TEST_CASE("a sanitizer sees who reads past the end of statistics or after the unlock") {
    const auto readsAt = [](bool afterUnlock, std::size_t pastEnd) {
        return StandIn("good").run([=](Functions& api) {
            HandleSlot table;
            notes::DWord size = 0;
            (void)api.NSFGetServerStats(primary, "Replica", nullptr, &table.handle, &size);
            const char* text = static_cast<const char*>(api.OSLockObject(table.handle));
            if (afterUnlock)
                (void)api.OSUnlockObject(table.handle);
            std::string read(text, size + pastEnd);
            if (!afterUnlock)
                (void)api.OSUnlockObject(table.handle);
            (void)api.OSMemFree(table.handle);
            return read;
        });
    };
    CHECK(readsAt(false, 0).wasRight());
    CHECK(readsAt(false, 1).exitCode == endedBySanitizer);
    CHECK(readsAt(true, 0).exitCode == endedBySanitizer);
}

TEST_CASE("a sanitizer sees a variable for a handle that is too small") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        notes::Handle list = 0;
        return hex(api.NSPingServer(primary, nullptr, &list));
    });
    CHECK(outcome.exitCode == endedBySanitizer);
}

TEST_CASE("a sanitizer sees who keeps what a search gave") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        const notes::SearchMatch* kept = nullptr;
        const auto keep = [](void* context, const notes::SearchMatch* match, const void*) {
            *static_cast<const notes::SearchMatch**>(context) = match;
            return notes::Status{0};
        };
        const notes::DatabaseHandle directory = openDatabase(api, primary, "BES\\State");
        (void)api.NSFSearch(directory, 0, nullptr, notes::searchFiletype, notes::fileNsf, nullptr, +keep,
                            &kept, nullptr);
        return std::to_string(kept->flags);
    });
    CHECK(outcome.exitCode == endedBySanitizer);
}

#endif
