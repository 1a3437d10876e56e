// SPDX-License-Identifier: Apache-2.0
#include "answers/declaration.hpp"
#include "answers/usual_request.hpp"
#include "host/root.hpp"

namespace bes::answers {

std::string typedOptions(const DatabaseAddress& database) {
    Request request;
    request.database = database;
    std::string options;
    for (const Declaration& declaration : declarations()) {
        const auto values = declaration.field.get(request);
        if (declaration.answer.secret || values == declaration.field.get(usualRequest(host::thisSystem())))
            continue;
        for (const std::string& value : values)
            options.append(" --").append(declaration.answer.name).append(" ").append(quotedForShell(value));
    }
    return options;
}

std::string quotedForShell(const std::string& word) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

} // namespace bes::answers
