// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "host/file_of_others.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

namespace bes {

inline constexpr uid_t dominoUser = 61234, strangerUser = 61235; // accounts that nobody has
inline constexpr std::uint64_t sizeLimit = 1 << 20;

inline void give(const std::filesystem::path& path, uid_t user) {
    REQUIRE(::lchown(path.c_str(), user, user) == 0);
}

inline struct stat entryOf(const std::filesystem::path& path) {
    struct stat entry {};
    REQUIRE(::lstat(path.c_str(), &entry) == 0);
    return entry;
}

/// A computer whose Domino server has an account of its own, and what that account must not get at.
struct DominoComputer {
    DominoComputer() {
        std::filesystem::create_directories(data);
        std::filesystem::create_directories(folder.path() / "root/etc");
        put(ini, "[Notes]\n");
        put(victim, "precious");
        REQUIRE(::chmod(victim.c_str(), 04755) == 0);
        give(data, dominoUser);
        give(ini, dominoUser);
    }
    [[nodiscard]] Result<host::FileOfOthers> open() const {
        return host::FileOfOthers::open(root, "/local/notesdata/notes.ini", sizeLimit);
    }
    void checkVictim() const {
        CHECK(contentOf(victim) == "precious");
        CHECK((entryOf(victim).st_mode & 07777) == 04755);
        CHECK(entryOf(victim).st_uid == 0);
        CHECK(entryOf(victim).st_nlink >= 1);
    }
    void checkRefused(const std::string& why) const {
        const auto file = open();
        REQUIRE_FALSE(file);
        CHECK(file.error().id == "file.unsafe");
        CHECK_THAT(file.error().why, Catch::Contains(why));
        CHECK_FALSE(file.error().remedy.empty());
        checkVictim();
    }

    TemporaryFolder folder;
    host::Root root{folder.path() / "root"};
    std::filesystem::path data = folder.path() / "root/local/notesdata", ini = data / "notes.ini",
                          victim = folder.path() / "root/etc/victim";
};

} // namespace bes
