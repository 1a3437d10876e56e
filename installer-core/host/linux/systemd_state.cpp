// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "host/files.hpp"
#include "host/linux/systemctl.hpp"
#include "host/surroundings.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

/// "Version=252.39-1~deb12u1"
std::string valueOf(const std::string& output, const std::string& name) {
    const std::size_t begin = ("\n" + output).find("\n" + name + "=");
    if (begin == std::string::npos)
        return {};
    const std::size_t value = begin + name.size() + 1;
    return output.substr(value, output.find('\n', value) - value);
}

/// Where the link is that the boot goes by: systemd's own order of folders.
std::string defaultTarget(const Root& root) {
    for (const char* folder : {"/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system",
                               "/usr/lib/systemd/system", "/lib/systemd/system"}) {
        std::error_code error;
        const fs::path target = fs::read_symlink(root(fs::path(folder) / "default.target"), error);
        if (!error)
            return utf8(target.filename());
    }
    return {};
}

} // namespace

Result<SystemdState> systemdState(const Root& root) {
    SystemdState state;
    state.defaultTarget = defaultTarget(root);
    if (!root.isRunningSystem())
        return state;
    TRY_ASSIGN(const auto outcome, systemctl({"show", "--property=Version,SystemState"}));
    if (outcome.exitCode != 0)
        return fail(ExitCode::failed, "service.manager", "systemd does not answer", lastWords(outcome),
                    {"Check the status of systemd", {}, "systemctl status"});
    const std::string version = valueOf(outcome.output, "Version");
    std::from_chars(version.data(), version.data() + version.size(), state.version);
    state.state = valueOf(outcome.output, "SystemState");
    return state;
}

bool securityModuleEnforces() {
    const auto enforces = readFile("/sys/fs/selinux/enforce", 16);
    return enforces && enforces->starts_with('1');
}

} // namespace bes::host
