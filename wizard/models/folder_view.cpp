// SPDX-License-Identifier: Apache-2.0
#include "models/folder_view.hpp"

#include <QLocale>

#include "check/room_needed.hpp"
#include "models/words.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::wizard {
namespace {

/// Sentences of the rules for answers, for the translation: each goes on after the name of a field.
[[maybe_unused]] constexpr const char* mistakes[] = {
    QT_TRANSLATE_NOOP("Answers", "must be an absolute path, such as /opt/bes-standby"),
    QT_TRANSLATE_NOOP("Answers", "must be a folder of its own"),
    QT_TRANSLATE_NOOP(
        "Answers",
        "must be the name of a system account: up to 31 of a-z, 0-9, '_' and '-', with a letter or "
        "'_' first"),
    QT_TRANSLATE_NOOP("Answers", "must not be root: the services don't need its permissions"),
    QT_TRANSLATE_NOOP("Answers", "contains a control character"),
};

/// As the checks write it, with the decimal sign of the country.
std::string bytes(std::uint64_t count, Rounding rounding) {
    QString text = QString::fromStdString(formatBytes(count, rounding));
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint()).toStdString();
}

} // namespace

std::string roomFor(const std::filesystem::path& folder, const Seen& seen) {
    const Facts& facts = seen.inspection.facts;
    const auto found = facts.space.find(folder);
    if (found == facts.space.end())
        return {};
    if (!found->second.known())
        return filled(words("Folders", "The free space is not known: %1"), found->second.reason());
    const FileSystemSpace& space = found->second.value();
    const std::string available = bytes(space.available, Rounding::down);
    const auto needs = check::roomNeeded(facts, seen.request);
    const auto need = needs.find(folder);
    if (need == needs.end())
        return filled(words("Folders", "%1 free on %2"), available, utf8(space.mountPoint));
    return filled(words("Folders", "Needs %1; %2 free on %3"), bytes(need->second, Rounding::up), available,
                  utf8(space.mountPoint));
}

std::string accountOf(const Seen& seen) {
    const Fact<bool>& exists = seen.inspection.facts.serviceAccountExists;
    if (!exists.known())
        return filled(words("Folders", "Setup can't tell whether it exists: %1"), exists.reason());
    return exists.value() ? words("Folders", "Exists; it is used as it is.")
                          : words("Folders", "Will be created as a system account without login.");
}

std::string mistakeAbout(const std::string& answer, const WizardState& state) {
    const auto found = state.mistakes.find(answer);
    return found == state.mistakes.end() ? std::string() : words("Answers", found->second.c_str());
}

} // namespace bes::wizard
