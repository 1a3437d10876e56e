// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "unit/host/file_contents.hpp"
#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using Reach = host::OtherWriter::Reach;
namespace fs = std::filesystem;

namespace {

constexpr const char* onlyRoot = "only root can make files of several owners";

constexpr uid_t nobody = 65534;
constexpr uid_t stranger = 54321; // has no name

/// A folder of root's with one file, on the way to which nobody else may write.
class RootsFolder {
public:
    RootsFolder() {
        mode(top(), 0755);
        put(file(), "content");
        mode(file(), 0644);
    }

    [[nodiscard]] fs::path top() const { return folder_.path(); }
    [[nodiscard]] fs::path file() const { return top() / "file"; }
    [[nodiscard]] fs::path folder(const std::string& name, unsigned wanted = 0755, uid_t owner = 0) const {
        fs::create_directory(top() / name);
        REQUIRE(::chown((top() / name).c_str(), owner, owner) == 0);
        mode(top() / name, wanted);
        return top() / name;
    }
    [[nodiscard]] fs::path link(const std::string& name, const fs::path& target, uid_t owner = 0) const {
        fs::create_symlink(target, top() / name);
        REQUIRE(::lchown((top() / name).c_str(), owner, owner) == 0);
        return top() / name;
    }
    static void mode(const fs::path& path, unsigned wanted) { REQUIRE(::chmod(path.c_str(), wanted) == 0); }

private:
    TemporaryFolder folder_;
};

/// Sets an access list: named users and groups with write permission, below a mask that allows it or not.
bool setAccessList(const fs::path& path, unsigned tag, unsigned number, unsigned mask) {
    const auto entry = [](unsigned kind, unsigned permissions, unsigned who) {
        std::string bytes;
        for (const auto& [value, size] : {std::pair{kind, 2U}, {permissions, 2U}, {who, 4U}})
            for (unsigned i = 0; i < size; ++i)
                bytes += static_cast<char>(value >> (8 * i) & 0xffU);
        return bytes;
    };
    constexpr unsigned none = 0xffffffff;
    std::string list("\2\0\0\0", 4);
    list += entry(1, 6, none);
    list += tag == 2 ? entry(2, 6, number) + entry(4, 4, none) : entry(4, 4, none) + entry(8, 6, number);
    list += entry(16, mask, none) + entry(32, 4, none);
    return ::setxattr(path.c_str(), "system.posix_acl_access", list.data(), list.size(), 0) == 0;
}

std::string said(const fs::path& path, const host::Accounts& trusted = {0}) {
    const auto other = host::otherWriter(path, trusted);
    return other ? describe(*other) : "nobody";
}

} // namespace

TEST_CASE(
    "Nobody else can change what is root's alone, also below a folder for everybody's temporary files") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    CHECK(said(root.file()) == "nobody");
    CHECK(said(root.top()) == "nobody");
    CHECK(said(root.top() / "absent" / "and" / "more") == "nobody");
    CHECK(said("/etc/passwd") == "nobody");
    CHECK(said("/") == "nobody");
}

TEST_CASE("Owner, mode and group of the file tell who can change it") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    const std::string file = root.file().string();
    RootsFolder::mode(file, 0666);
    CHECK(said(file) == file + " is writable by everybody (mode 0666)");
    RootsFolder::mode(file, 0664);
    CHECK(said(file) == "nobody"); // the group root has no members
    REQUIRE(::chown(file.c_str(), 0, nobody) == 0);
    CHECK(said(file) == file + " is writable by group nogroup (mode 0664)");
    RootsFolder::mode(file, 0644);
    CHECK(said(file) == "nobody");
    REQUIRE(::chown(file.c_str(), nobody, 0) == 0);
    RootsFolder::mode(file, 0400);
    CHECK(said(file) == file + " belongs to nobody (mode 0400)");
    CHECK(said(file, {0, nobody}) == "nobody");
    REQUIRE(::chown(file.c_str(), stranger, stranger) == 0);
    CHECK(said(file) == file + " belongs to 54321 (mode 0400)");
}

TEST_CASE("The group of a trusted account alone is trusted with it, one with other members is not") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    REQUIRE(::chown(root.file().c_str(), 0, 1) == 0); // the group daemon is that of the account daemon
    RootsFolder::mode(root.file(), 0660);
    CHECK(said(root.file(), {0, 1}) == "nobody");
    CHECK(said(root.file(), {0, 2}) == root.file().string() + " is writable by group daemon (mode 0660)");
}

TEST_CASE("A folder on the way that others can write is named, not what is below it") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    const fs::path open = root.folder("open", 0777);
    fs::create_directories(open / "a");
    put(open / "a" / "file", "");
    CHECK(said(open / "a" / "file") == open.string() + " is writable by everybody (mode 0777)");
    CHECK(host::otherWriter(open / "absent", {0})->reach == Reach::replace);
    const fs::path theirs = root.folder("theirs", 0555, nobody);
    CHECK(said(theirs / "absent") == theirs.string() + " belongs to nobody (mode 0555)");
    CHECK(said(theirs / ".." / "file") == theirs.string() + " belongs to nobody (mode 0555)");
    CHECK(said(root.top() / "." / "file") == "nobody");
}

TEST_CASE("With the sticky bit others can add files, but only the owner can replace his") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    const fs::path shared = root.folder("shared", 01777);
    put(shared / "roots", "");
    CHECK(said(shared / "roots") == "nobody");
    put(shared / "theirs", "");
    REQUIRE(::chown((shared / "theirs").c_str(), nobody, 0) == 0);
    CHECK(host::otherWriter(shared / "theirs", {0})->reach == Reach::replace);
    CHECK(said(shared / "absent") == shared.string() + " lets everybody add files (mode 1777)");
    CHECK(host::otherWriter(shared / "absent", {0})->reach == Reach::add);
    CHECK(host::otherWriter(shared, {0})->reach == Reach::add);
    REQUIRE(::chown(shared.c_str(), nobody, 0) == 0);
    CHECK(said(shared / "roots") == shared.string() + " belongs to nobody (mode 1777)");
}

TEST_CASE("Symbolic links are followed as the kernel follows them, and the folder of each counts") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    const fs::path open = root.folder("open", 0777);
    const fs::path shared = root.folder("shared", 01777);
    CHECK(said(root.link("near", "file")) == "nobody");
    CHECK(said(root.link("far", root.file())) == "nobody");
    fs::create_symlink(root.file(), open / "link");
    CHECK(said(root.link("by-open", "open/link")) == open.string() + " is writable by everybody (mode 0777)");
    fs::create_symlink(root.file(), shared / "link");
    CHECK(said(shared / "link") == "nobody");
    REQUIRE(::lchown((shared / "link").c_str(), nobody, nobody) == 0);
    CHECK(said(shared / "link") == (shared / "link").string() + " belongs to nobody (mode 0777)");
    CHECK(said(root.link("theirs", "file", nobody)) == "nobody"); // who owns a link can't change it
    CHECK(said(root.link("dangling", shared / "absent")) ==
          shared.string() + " lets everybody add files (mode 1777)");
    CHECK(said(root.link("up", "open/../file")) == open.string() + " is writable by everybody (mode 0777)");
    CHECK(host::otherWriter(root.link("loop", "loop"), {0})->reach == Reach::unknown);
}

TEST_CASE("An access list gives rights that the mode does not show whose they are") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    constexpr unsigned user = 2, group = 8, readAndWrite = 6, readOnly = 4;
    if (!setAccessList(root.file(), user, nobody, readAndWrite))
        return leftOut("no access lists on this file system");
    CHECK(said(root.file()) ==
          root.file().string() + " is writable by nobody (by its access list, mode 0664)");
    CHECK(said(root.file(), {0, nobody}) == "nobody");
    REQUIRE(setAccessList(root.file(), user, nobody, readOnly)); // the mask takes the right away
    CHECK(said(root.file()) == "nobody");
    REQUIRE(setAccessList(root.file(), group, nobody, readAndWrite));
    CHECK(said(root.file()) ==
          root.file().string() + " is writable by group nogroup (by its access list, mode 0664)");
}

TEST_CASE("A file that was handed over open counts by itself") {
    if (!isRoot(onlyRoot))
        return;
    const RootsFolder root;
    const fs::path open = root.folder("open", 0777);
    put(open / "file", "");
    const int file = ::open((open / "file").c_str(), O_RDONLY | O_CLOEXEC);
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const std::string self = "/proc/self/fd/";
    CHECK(said(self + std::to_string(file)) == "nobody");
    CHECK(said("/dev/fd/" + std::to_string(pipe[0])) == "nobody");
    REQUIRE(::fchown(file, nobody, nobody) == 0);
    CHECK_THAT(said(self + std::to_string(file)), Catch::Contains("belongs to nobody"));
    for (const int each : {file, pipe[0], pipe[1]})
        ::close(each);
}

TEST_CASE("An ordinary person's own files are in that person's hands") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "");
    RootsFolder::mode(folder.path(), 0755);
    RootsFolder::mode(folder.path() / "file", 0644);
    CHECK_FALSE(host::otherWriter(folder.path() / "file"));
}

TEST_CASE("Who called root by sudo or pkexec is trusted with what a person names, not with more") {
    if (!isRoot(onlyRoot))
        return;
    for (const char* variable : {"SUDO_UID", "PKEXEC_UID"}) {
        ::setenv(variable, "1234", 1);
        CHECK(host::ownAndCallingAccounts() == host::Accounts{0, 1234});
        CHECK(host::ownAccounts() == host::Accounts{0});
        ::setenv(variable, "12x", 1);
        CHECK(host::ownAndCallingAccounts() == host::Accounts{0});
        ::unsetenv(variable);
    }
}

TEST_CASE("Nobody is told to change the rights of a device") {
    const auto other = host::otherWriter("/dev/null");
    REQUIRE(other);
    CHECK(host::remedyOf(*other).starts_with("Choose a file instead"));
}
