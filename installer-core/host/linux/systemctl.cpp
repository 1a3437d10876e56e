#include "host/linux/systemctl.hpp"

#include <stdexcept>

namespace bes::host {

Result<ProcessOutcome> systemctl(std::vector<std::string> words, std::chrono::milliseconds limit) {
    words.insert(words.begin(), {"systemctl", "--no-pager", "--no-ask-password"});
    return run(words, limit);
}

Result<void> setEnabled(const Root& root, const std::string& unit, bool enabled) {
    if (!unit.ends_with(".target"))
        throw std::logic_error("only targets are put into the boot, not " + unit);
    const std::string verb = enabled ? "enable" : "disable";
    // --root even for "/": the links are made without a running systemd, which reads them at reload
    const auto outcome =
        systemctl({"--root=" + std::filesystem::absolute(root.folder()).string(), verb, "--", unit});
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode == 0)
        return {};
    return fail(ExitCode::failed, "service." + verb, "Can't " + verb + " " + unit, lastWords(*outcome),
                "Mend what systemctl complains about, then run setup again");
}

std::string lastWords(const ProcessOutcome& outcome) {
    std::string text = outcome.errors.empty() ? outcome.output : outcome.errors;
    while (text.ends_with('\n'))
        text.pop_back();
    return text.empty() ? "It ended with code " + std::to_string(outcome.exitCode) : text;
}

} // namespace bes::host
