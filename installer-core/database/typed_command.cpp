#include "database/typed_command.hpp"

#include <string_view>

namespace bes::database {
namespace {

std::string quotedForShell(const std::string& word) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

} // namespace

std::string typedCommand(const std::vector<std::string>& words, const DatabaseAddress& address) {
    std::string command = "\"bes-standby-setup database";
    for (const std::string& word : words)
        command += ' ' + quotedForShell(word);
    return command + " --database.location " + quotedForShell(address.location) + '"';
}

} // namespace bes::database
