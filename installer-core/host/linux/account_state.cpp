#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/linux/account_files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/surroundings.hpp"

namespace bes::host {
namespace {

std::string heldBy(std::string lock, const std::string& process) {
    lock += ": process ";
    lock += process;
    lock += " changes accounts";
    return lock;
}

namespace fs = std::filesystem;

constexpr std::array accountFiles{"/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow"};

std::optional<std::uint32_t> number(const std::string& text) {
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

Result<std::optional<std::uint32_t>> groupNamed(const Root& root, const std::string& name) {
    if (root.running()) {
        std::array<char, 16384> buffer{};
        group entry{};
        group* found = nullptr;
        ::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
        return found == nullptr ? std::nullopt : std::optional<std::uint32_t>(found->gr_gid);
    }
    const auto file = AccountFile::read(root("/etc/group"));
    if (!file)
        return fail(file.error());
    const auto fields = file->find(name);
    return fields && fields->size() > 2 ? number((*fields)[2]) : std::nullopt;
}

/// passwd's programs keep the number of their process in FILE.lock, and take the lock of a dead one away.
std::string holderOf(const fs::path& lock) {
    const auto content = readFile(lock, 4096);
    const auto process = content ? number(*content) : std::nullopt;
    if (!process || *process == 0 || (::kill(static_cast<pid_t>(*process), 0) != 0 && errno == ESRCH))
        return {};
    return heldBy(lock.string(), std::to_string(*process));
}

/// The lock that all programs which change accounts take first (lckpwdf).
std::string holderOfWholeLock() {
    constexpr const char* path = "/etc/.pwd.lock";
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (!file.open() || ::fcntl(file.get(), F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK)
        return {};
    return heldBy(path, std::to_string(lock.l_pid));
}

bool isOnPath(const std::string& program) {
    const char* given = std::getenv("PATH");
    const std::string folders = std::string(given == nullptr ? "" : given) + ":/usr/sbin:/sbin";
    for (std::size_t begin = 0, end = 0; begin < folders.size(); begin = end + 1) {
        end = std::min(folders.find(':', begin), folders.size());
        if (::access((folders.substr(begin, end - begin) + "/" + program).c_str(), X_OK) == 0)
            return true;
    }
    return false;
}

void add(std::vector<std::string>& obstacles, std::string sentence) {
    if (!sentence.empty())
        obstacles.push_back(std::move(sentence));
}

/// Which of the files has a line of an account that does not exist: it would be taken for the new one's.
void addLeftovers(std::vector<std::string>& obstacles, const Root& root, const std::string& name) {
    for (const char* path : {"/etc/shadow", "/etc/gshadow"})
        if (const auto file = AccountFile::read(root(path)); file)
            add(obstacles, leftoverOf(*file, root(path), name));
}

std::vector<std::string> obstaclesFor(const Root& root) {
    std::vector<std::string> obstacles;
    if (root.running()) {
        add(obstacles, isOnPath("useradd") ? "" : "useradd is not installed (package passwd)");
        add(obstacles, holderOfWholeLock());
        for (const char* file : accountFiles)
            add(obstacles, holderOf(std::string(file) + ".lock"));
        if (!isAdministrator())
            return obstacles; // what keeps out an ordinary person does not keep out the run
    }
    for (const char* file : accountFiles)
        if (const auto writable = checkWritable(root(file)); !writable)
            add(obstacles, root(file).string() + ": " + writable.error().why);
    return obstacles;
}

} // namespace

Result<AccountState> accountState(const Root& root, const std::string& name) {
    const auto account = findAccount(root, name);
    if (!account)
        return fail(account.error());
    const auto group = groupNamed(root, name);
    if (!group)
        return fail(group.error());
    AccountState state;
    state.group = *group;
    if (!*account) {
        state.obstacles = obstaclesFor(root);
        addLeftovers(state.obstacles, root, name);
        return state;
    }
    state.user = (*account)->user;
    const auto own = AccountFile::read(root.followed("/etc/passwd"));
    state.inOwnFiles = !own || own->find(name).has_value();
    return state;
}

} // namespace bes::host
