// SPDX-License-Identifier: Apache-2.0
#include "desktop.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "host/files.hpp"
#include "host/own_process.hpp"
#include "shipped_files.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;

std::optional<Failure> open(const fs::path& program, const std::vector<std::string>& arguments,
                            const answers::Environment& environment, const host::Environment& handedOn) {
    const bool desktop =
        std::ranges::any_of(std::array{"DISPLAY", "WAYLAND_DISPLAY"}, [&](const char* variable) {
            const auto found = environment.find(variable);
            return found != environment.end() && !found->second.empty();
        });
    std::error_code error;
    if (!desktop || !fs::exists(program, error))
        return std::nullopt;
    return host::becomeProgram(program, arguments, handedOn);
}

} // namespace

std::optional<Failure> openWizard(const answers::Environment& environment) {
    return open(host::ownProgramFolder() / "bes-standby-wizard", {}, environment,
                host::revealed(environment));
}

std::optional<Failure> openHandbook(const answers::Environment& environment) {
    const fs::path handbook = shippedFolder("handbook") / "handbook.html";
    std::error_code error;
    if (host::currentUser() == 0 || !fs::exists(handbook, error))
        return std::nullopt;
    // a browser needs no answers, among which are passwords
    return open("/usr/bin/xdg-open", {utf8(handbook)}, environment,
                host::keptVariables(host::revealed(environment), host::Program::wizard, false));
}

Result<std::string> handbookText() {
    return host::readFile(shippedFolder("handbook") / "handbook.md");
}

} // namespace bes::app
