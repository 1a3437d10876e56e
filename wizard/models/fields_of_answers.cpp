// SPDX-License-Identifier: Apache-2.0
#include "models/fields_of_answers.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "models/words.hpp"
#include "text/lists.hpp"

namespace bes::wizard {
namespace {

struct FieldName {
    std::string_view answer;
    const char* name;
};

constexpr std::array fields{
    FieldName{"media.folder", QT_TRANSLATE_NOOP("Fields", "the media folder")},
    FieldName{"media.trust", QT_TRANSLATE_NOOP("Fields", "the field \"Publisher's certificate\"")},
    FieldName{"components.add", QT_TRANSLATE_NOOP("Fields", "the step \"Components\"")},
    FieldName{"components.omit", QT_TRANSLATE_NOOP("Fields", "the step \"Components\"")},
    FieldName{"components.preset", QT_TRANSLATE_NOOP("Fields", "the step \"Components\"")},
    FieldName{"database", QT_TRANSLATE_NOOP("Fields", "the step \"Database and primary\"")},
    FieldName{"database.location", QT_TRANSLATE_NOOP("Fields", "the field \"File\"")},
    FieldName{"database.server", QT_TRANSLATE_NOOP("Fields", "the field \"Server\"")},
    FieldName{"database.partner", QT_TRANSLATE_NOOP("Fields", "the field \"Failover partner\"")},
    FieldName{"database.integrated", QT_TRANSLATE_NOOP("Fields", "the check box \"Log in by Kerberos\"")},
    FieldName{"database.port", QT_TRANSLATE_NOOP("Fields", "the field \"Port\"")},
    FieldName{"database.name", QT_TRANSLATE_NOOP("Fields", "the field \"Database\"")},
    FieldName{"database.user", QT_TRANSLATE_NOOP("Fields", "the field \"Account\"")},
    FieldName{"database.password", QT_TRANSLATE_NOOP("Fields", "the field \"Password\"")},
    FieldName{"database.tls", QT_TRANSLATE_NOOP("Fields", "the field \"Encryption\"")},
    FieldName{"database.ca-file", QT_TRANSLATE_NOOP("Fields", "the field \"CA certificate\"")},
    FieldName{"domino.notes-ini", QT_TRANSLATE_NOOP("Fields", "the field \"notes.ini\"")},
    FieldName{"domino.primary-console", QT_TRANSLATE_NOOP("Fields", "the field \"Primary's console\"")},
    FieldName{"domino.standby-console", QT_TRANSLATE_NOOP("Fields", "the field \"Console here\"")},
    FieldName{"folders.install", QT_TRANSLATE_NOOP("Fields", "the field \"Programs\"")},
    FieldName{"folders.configuration", QT_TRANSLATE_NOOP("Fields", "the field \"Configuration\"")},
    FieldName{"folders.logs", QT_TRANSLATE_NOOP("Fields", "the field \"Logs\"")},
    FieldName{"service.account", QT_TRANSLATE_NOOP("Fields", "the field \"Account\"")},
    FieldName{"primary.name", QT_TRANSLATE_NOOP("Fields", "the table of primaries")},
    FieldName{"license.accept", QT_TRANSLATE_NOOP("Fields", "the check box below the license")},
    FieldName{"existing.files", QT_TRANSLATE_NOOP("Fields", "the check box below")},
    FieldName{"domino.accept-unknown", QT_TRANSLATE_NOOP("Fields", "the check box below")},
    FieldName{"although-promoted", QT_TRANSLATE_NOOP("Fields", "the check box below")},
    FieldName{"allow-downgrade", QT_TRANSLATE_NOOP("Fields", "the check box below")},
    FieldName{"keep-registration", QT_TRANSLATE_NOOP("Fields", "the check box for the database")},
};

/// What has no field of its own can be said by an answer file, which Welcome loads.
std::string fieldOf(std::string_view answer) {
    const auto* found = std::ranges::find(fields, answer, &FieldName::answer);
    return found == fields.end() ? words("Fields", QT_TRANSLATE_NOOP("Fields", "an answer file"))
                                 : words("Fields", found->name);
}

std::string withFields(const std::string& sentence, const std::vector<NamedAnswer>& answers) {
    std::vector<std::string> names;
    for (const NamedAnswer& answer : answers)
        if (const std::string name = fieldOf(answer.key); std::ranges::find(names, name) == names.end())
            names.push_back(name);
    if (names.empty())
        return sentence;
    const bool stop = sentence.ends_with('.');
    return sentence.substr(0, sentence.size() - (stop ? 1 : 0)) + " (" + joined(names) + ")" +
           (stop ? "." : "");
}

} // namespace

std::string shownRemedy(const Finding& finding) {
    return withFields(finding.remedy, finding.answers);
}

std::string shownRemedy(const Failure& failure) {
    return withFields(failure.remedy, failure.answers);
}

} // namespace bes::wizard
