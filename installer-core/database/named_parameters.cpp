// SPDX-License-Identifier: Apache-2.0
#include "database/named_parameters.hpp"

#include "text/letters.hpp"

namespace bes::database {
namespace {

bool isName(char c) {
    return isLetterOrDigit(c) || c == '_';
}

} // namespace

PositionedStatement positioned(const std::string& statement) {
    PositionedStatement result;
    bool quoted = false;
    for (std::size_t i = 0; i < statement.size(); ++i) {
        const char c = statement[i];
        quoted = quoted != (c == '\'');
        if (quoted || c != ':' || i + 1 == statement.size() || !isName(statement[i + 1])) {
            result.text += c;
            continue;
        }
        std::string name;
        while (i + 1 < statement.size() && isName(statement[i + 1]))
            name += statement[++i];
        result.names.push_back(std::move(name));
        result.text += '?';
    }
    return result;
}

} // namespace bes::database
