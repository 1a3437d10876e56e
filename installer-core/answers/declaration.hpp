// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "answers/answers.hpp"

namespace bes::answers {

/// How the values of an answer become a part of the Request, and back.
struct Field {
    /// Says what is wrong with the values; nothing when they were taken. Relative paths start from `base`.
    std::function<std::optional<std::string>(Request& request, const std::vector<std::string>& values,
                                             const std::filesystem::path& base)>
        set;
    std::function<std::vector<std::string>(const Request& request)> get;
};

struct Declaration {
    Answer answer;
    Field field;
};

[[nodiscard]] const std::vector<Declaration>& declarations();
[[nodiscard]] const Declaration* findDeclaration(std::string_view name);
/// Those of the section "database".
[[nodiscard]] std::vector<Declaration> databaseAnswers();

/// The only answer that is no part of the Request: whether "plain:" is taken.
inline constexpr std::string_view allowPlainSecrets = "answers.allow-plain-secrets";

} // namespace bes::answers
