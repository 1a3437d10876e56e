// SPDX-License-Identifier: Apache-2.0
#include "answers/account_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace bes::answers {
namespace {

/// Of systemd, whose UT_NAMESIZE counts the end too; useradd takes one more.
constexpr std::size_t longestAccount = 31;

/// Accounts of Windows itself that have no password and few rights.
constexpr std::array<std::string_view, 2> builtIn{R"(NT AUTHORITY\LocalService)",
                                                  R"(NT AUTHORITY\NetworkService)"};

bool isLowerOrUnderscore(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
}

std::optional<std::string> wrongOnLinux(const std::string& text) {
    const bool letters = std::ranges::all_of(
        text, [](char c) { return isLowerOrUnderscore(c) || (c >= '0' && c <= '9') || c == '-'; });
    if (!letters || text.size() > longestAccount || !isLowerOrUnderscore(text.front()))
        return "must be the name of a system account: up to 31 of a-z, 0-9, '_' and '-', with a letter or "
               "'_' first";
    if (text == "root")
        return "must not be root: the services don't need its permissions";
    return std::nullopt;
}

/// "CONTOSO\bes$": the domain keeps its password, nobody types it.
bool isManagedAccount(std::string_view text) {
    const std::size_t slash = text.find('\\');
    return slash != std::string_view::npos && slash > 0 && text.size() > slash + 2 && text.ends_with('$') &&
           text.find_first_of(R"("/[]:;|=,+*?<>)") == std::string_view::npos &&
           text.find('\\', slash + 1) == std::string_view::npos;
}

std::optional<std::string> wrongOnWindows(const std::string& text) {
    if (text == "LocalSystem" || text == R"(NT AUTHORITY\SYSTEM)")
        return "must not be LocalSystem: the services don't need its permissions";
    if (std::ranges::count(builtIn, text) > 0 || isManagedAccount(text))
        return std::nullopt;
    return R"(must be an account without a password of its own: NT AUTHORITY\LocalService, )"
           R"(NT AUTHORITY\NetworkService, or a managed service account such as CONTOSO\bes$)";
}

} // namespace

std::optional<std::string> wrongAccount(const std::string& text, System system) {
    return system == System::windows ? wrongOnWindows(text) : wrongOnLinux(text);
}

std::string accountPattern() {
    std::string pattern = "^((?!root$)[a-z_][a-z0-9_-]{0,";
    pattern.append(std::to_string(longestAccount - 1)).append("}");
    return pattern.append(R"(|NT AUTHORITY\\(Local|Network)Service|[^\\"]+\\[^\\"]+\$)$)");
}

} // namespace bes::answers
