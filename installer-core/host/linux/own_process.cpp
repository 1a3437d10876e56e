// SPDX-License-Identifier: Apache-2.0
#include "host/own_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>

#include "host/interruption.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

struct KnownAccount {
    std::string name;
    gid_t group = 0;
};

std::optional<KnownAccount> find(uid_t user) {
    std::array<char, 16 * 1024> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr ? std::nullopt : std::optional(KnownAccount{entry.pw_name, entry.pw_gid});
}

/// An errno. The groups first: afterwards the right to change them is gone.
int takeAccount(const AccountIds& account) {
    const auto known = find(account.user);
    const gid_t group = known ? known->group : account.group;
    if ((known ? ::initgroups(known->name.c_str(), group) : ::setgroups(1, &group)) != 0 ||
        ::setresgid(group, group, group) != 0 || ::setresuid(account.user, account.user, account.user) != 0)
        return errno;
    return account.user != 0 && ::setuid(0) == 0 ? EPERM : 0;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

Descriptor openFile(const char* path, int access) {
    return Descriptor(::open(path, access | O_CLOEXEC)); // NOLINT: variadic by design
}

void replaceBy(const char* path, int access, int descriptor) {
    if (const Descriptor file = openFile(path, access); file.open())
        ::dup2(file.get(), descriptor);
}

Failure cannotRestart(int error) {
    return {ExitCode::failed, "process.restart", "The program can't restart", systemReason(error),
            "Check that the program file is complete and executable"};
}

} // namespace

std::filesystem::path ownProgramFolder() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path() : program.parent_path();
}

std::string programFile(const std::string& name) {
    return name;
}

std::uint32_t currentUser() {
    return ::geteuid();
}

std::string accountName(std::uint32_t user) {
    const auto known = find(user);
    return known ? known->name : std::to_string(user);
}

std::string personsAccount() {
    constexpr std::uint32_t nobodyLoggedIn = 0xffffffff;
    std::uint32_t user = nobodyLoggedIn;
    std::ifstream("/proc/self/loginuid") >> user;
    return accountName(user == nobodyLoggedIn ? ::getuid() : user);
}

std::string homeOf(std::uint32_t user) {
    // not by the name services, which may have to be waited for
    const std::unique_ptr<FILE, int (*)(FILE*)> accounts(std::fopen("/etc/passwd", "re"), std::fclose);
    while (accounts)
        if (const passwd* entry = ::fgetpwent(accounts.get()); entry == nullptr)
            break;
        else if (entry->pw_uid == user)
            return entry->pw_dir;
    return {};
}

Environment ownEnvironment() {
    Environment variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        const auto equals = std::min(text.find('='), text.size());
        variables.emplace_back(text.substr(0, equals), text.substr(std::min(equals + 1, text.size())));
    }
    return variables;
}

Failure restart(const Restart& with) {
    // Opened before the rights go: the other account may not see the folder that the program is in.
    const Descriptor program =
        openFile(with.program.empty() ? "/proc/self/exe" : with.program.c_str(), O_RDONLY);
    if (!program.open())
        return cannotRestart(errno);
    if (const int error = with.account ? takeAccount(*with.account) : 0; error != 0)
        return {ExitCode::privileges, "process.account",
                "Can't work as the account " + accountName(with.account->user), systemReason(error),
                "Run it as that account, or as root"};
    if (::chdir(with.folder.c_str()) != 0)
        return fileFailure(errno, Access::reading, "Can't change to the folder " + utf8(with.folder),
                           with.folder);
    std::vector<std::string> words = with.words;
    std::vector<std::string> variables;
    for (const auto& [name, value] : with.environment)
        variables.push_back(name + "=" + value);
    ::fexecve(program.get(), pointersTo(words).data(), pointersTo(variables).data());
    return cannotRestart(errno);
}

Failure becomeProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      const Environment& environment) {
    std::vector<std::string> words{utf8(program)};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment)
        variables.push_back(name + "=" + value);
    if (stopHearingSignals())
        return cancelled();
    ::execve(program.c_str(), pointersTo(words).data(), pointersTo(variables).data());
    return {ExitCode::failed, "process.become", "The program " + utf8(program) + " can't be started",
            systemReason(errno), "Check that its file is complete and executable"};
}

void workUnattended() {
    const rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    // The leader of a session would end its own session by that; started by another program nobody is one.
    if (::getsid(0) != ::getpid())
        if (const Descriptor terminal = openFile("/dev/tty", O_RDWR); terminal.open())
            ::ioctl(terminal.get(), TIOCNOTTY); // NOLINT: variadic by design
    replaceBy("/dev/null", O_RDONLY, STDIN_FILENO);
}

void surviveClosedPipes() {
    struct sigaction action {};
    action.sa_handler = [](int) {}; // not SIG_IGN, which programs that we start would inherit
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPIPE, &action, nullptr);
}

Result<PrivateOutput> PrivateOutput::take() {
    const int kept = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); // NOLINT: as above
    if (kept < 0)
        return fail(ExitCode::failed, "process.output", "There is no standard output to write to",
                    systemReason(errno), "Run it with its standard output open");
    if (::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        replaceBy("/dev/null", O_WRONLY, STDOUT_FILENO);
    return PrivateOutput(kept);
}

bool PrivateOutput::writeLine(std::string_view line) {
    std::string bytes(line);
    bytes += '\n';
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace bes::host
