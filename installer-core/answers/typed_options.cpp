// SPDX-License-Identifier: Apache-2.0
#include "answers/declaration.hpp"
#include "answers/usual_request.hpp"
#include "host/root.hpp"
#include "text/shell_words.hpp"

namespace bes::answers {

std::string typedOptions(const DatabaseAddress& database) {
    const Request usual = usualRequest(host::thisSystem());
    Request request = usual;
    request.database = database;
    std::string options;
    for (const Declaration& declaration : declarations()) {
        const auto values = declaration.field.get(request);
        if (declaration.answer.secret || values == declaration.field.get(usual))
            continue;
        for (const std::string& value : values)
            options.append(" --").append(declaration.answer.name).append(" ").append(quotedForShell(value));
    }
    return options;
}

std::string quotedForShell(const std::string& word) {
    return host::thisSystem() == System::windows ? wordForWindows(word) : wordForPosix(word);
}

} // namespace bes::answers
