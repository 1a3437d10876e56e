// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "answers/answers.hpp"

namespace bes::answers {

/// What the value of an answer looks like, for programs that check it before setup does. What only setup can
/// tell ("../..", a name that is not UTF-8) is not in it.
struct Form {
    std::string pattern{}; ///< regular expression of JSON schemas for each text; empty: any line
    unsigned least = 0;    ///< of a whole number
    unsigned most = 0;     ///< 0: it is no number
    bool isSwitch = false; ///< one of switchWords()
};

/// How the values of an answer become a part of the Request, and back.
struct Field {
    /// Says what is wrong with the values; nothing when they were taken. Relative paths start from `base`.
    std::function<std::optional<std::string>(Request& request, const std::vector<std::string>& values,
                                             const std::filesystem::path& base)>
        set;
    std::function<std::vector<std::string>(const Request& request)> get;
    Form form{};
};

struct Declaration {
    Answer answer;
    Field field;
};

[[nodiscard]] const std::vector<Declaration>& declarations();
[[nodiscard]] const Declaration* findDeclaration(std::string_view name);
/// All that a switch takes, "yes" and "no" first.
[[nodiscard]] std::vector<std::string> switchWords();
/// Those of the section "database".
[[nodiscard]] std::vector<Declaration> databaseAnswers();

/// The only answer that is no part of the Request: whether "plain:" is taken.
inline constexpr std::string_view allowPlainSecrets = "answers.allow-plain-secrets";

} // namespace bes::answers
