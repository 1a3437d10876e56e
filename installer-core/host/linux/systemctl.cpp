// SPDX-License-Identifier: Apache-2.0
#include "host/linux/systemctl.hpp"

#include <sstream>
#include <stdexcept>
#include <system_error>

#include "host/files.hpp"
#include "host/linux/system_failure.hpp"
#include "model/places.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {

namespace {

std::vector<std::string> quietly(std::vector<std::string> words) {
    words.insert(words.begin(), {"systemctl", "--no-pager", "--no-ask-password"});
    return words;
}

/// "See "systemctl status x.service" and "journalctl -xeu x.service" for details." and the like: what to do
/// is said by ourselves.
bool onlyRefers(std::string_view line) {
    return line.starts_with("See \"") || line.starts_with("See system logs") || line.starts_with("Hint: ");
}

/// Without the escape sequences of colours (ESC [ … letter).
std::string colourless(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) != "\x1b[") {
            plain += text[i];
            continue;
        }
        for (i += 2; i < text.size() && (text[i] < '@' || text[i] > '~'); ++i)
            continue;
    }
    return plain;
}

/// What "systemctl --root" makes and removes for WantedBy=multi-user.target. That command takes the absolute
/// links of an image for links of this computer.
using places::bootLink;
using places::unitFolder;

Result<void> wantAtBoot(const Root& root, const std::string& unit) {
    const std::filesystem::path target = unitFolder / unit;
    TRY_ASSIGN(const auto there, host::status(root.followed(target)));
    if (!there)
        return fail(ExitCode::failed, "service.enable", "Can't enable " + unit,
                    utf8(target) + " does not exist", "Run setup again");
    const std::filesystem::path folder = bootLink(unit).parent_path();
    std::error_code dead;
    if (std::filesystem::is_symlink(root(folder), dead) &&
        !std::filesystem::is_directory(root.followed(folder), dead))
        return fail(ExitCode::failed, "service.enable", "Can't enable " + unit,
                    utf8(folder) + " is a symbolic link that does not lead to a folder",
                    "Remove the link, then run setup again");
    const std::filesystem::path link = root(bootLink(unit));
    return makeFolder(link.parent_path(), 0755).and_then([&]() -> Result<void> {
        std::error_code error;
        std::filesystem::create_symlink(target, link, error);
        if (!error || error == std::errc::file_exists)
            return {};
        return fail(fileFailure(error.value(), Access::writing, "Can't enable " + unit, link));
    });
}

/// The folder stays: whether a run made it stands in the journal and the receipt.
Result<void> wantNoMore(const Root& root, const std::string& unit) {
    return removeFile(root(bootLink(unit)));
}

} // namespace

Result<ProcessOutcome> systemctl(std::vector<std::string> words) {
    return run(quietly(std::move(words)), systemctlLimit);
}

Result<FollowedProcess> followSystemctl(std::vector<std::string> words, std::chrono::milliseconds limit,
                                        std::stop_token stop) {
    return runAndFollow(quietly(std::move(words)), limit, std::move(stop));
}

Result<void> setEnabled(const Root& root, const std::string& unit, bool enabled) {
    if (!unit.ends_with(".target"))
        throw std::logic_error("only targets are put into the boot, not " + unit);
    if (!root.isRunningSystem())
        return enabled ? wantAtBoot(root, unit) : wantNoMore(root, unit);
    const std::string verb = enabled ? "enable" : "disable";
    // --root even for "/": the links are made without a running systemd, which reads them at reload
    TRY_ASSIGN(const auto outcome, systemctl({"--root=/", verb, "--", unit}));
    if (outcome.exitCode == 0)
        return {};
    return fail(ExitCode::failed, "service." + verb, "Can't " + verb + " " + unit, lastWords(outcome),
                "Resolve the problem that systemctl reports, then run setup again");
}

std::string lastWords(const ProcessOutcome& outcome) {
    std::istringstream lines(colourless(outcome.errors.empty() ? outcome.output : outcome.errors));
    std::string text;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && !onlyRefers(line))
            text += (text.empty() ? "" : "\n") + line;
    return text.empty() ? "It ended with code " + std::to_string(outcome.exitCode) : text;
}

} // namespace bes::host
