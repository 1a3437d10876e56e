// SPDX-License-Identifier: Apache-2.0
#include "answers/fields.hpp"

#include <array>
#include <charconv>

#include "host/root.hpp"
#include "text/letters.hpp"
#include "text/path_text.hpp"

namespace bes::answers {
namespace {

constexpr std::array yesWords{"yes", "true", "on", "1"};
constexpr std::array noWords{"no", "false", "off", "0"};

bool isOneOf(std::string_view word, const auto& words) {
    return std::ranges::count(words, word) > 0;
}

} // namespace

std::optional<bool> parseSwitch(std::string_view text) {
    if (isOneOf(text, yesWords))
        return true;
    if (isOneOf(text, noWords))
        return false;
    return std::nullopt;
}

std::vector<std::string> switchWords() {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < yesWords.size(); ++i)
        words.insert(words.end(), {yesWords[i], noWords[i]});
    return words;
}

std::optional<std::string> readNumber(const std::string& text, unsigned least, unsigned most,
                                      unsigned& number) {
    unsigned read = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, read);
    if (error != std::errc() || stop != end || read < least || read > most)
        return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    number = read;
    return std::nullopt;
}

std::filesystem::path resolved(const std::string& text, const std::filesystem::path& base) {
    const std::filesystem::path given = pathOf(text);
    if (given == topFolder()) // stands for the computer that runs, whatever drive the base is on
        return given;
    std::filesystem::path path = (base / given).lexically_normal();
    if (!path.has_filename() && path.has_relative_path())
        path = path.parent_path();
    return path;
}

std::optional<std::string> wrongTargetPath(const std::string& text) {
    // without a drive it is on the system's; on other systems this is what makes a path absolute
    if (!pathOf(text).has_root_directory())
        return host::thisSystem() == System::windows
                   ? "must be an absolute path, such as C:/Program Files/BES Standby"
                   : "must be an absolute path, such as /opt/bes-standby";
    if (!resolved(text, topFolder()).has_relative_path())
        return "must be a folder of its own";
    return std::nullopt;
}

std::optional<std::string> wrongResolved(const std::filesystem::path& path) {
    if (isUtf8(utf8(path)))
        return std::nullopt;
    return "is relative to a folder whose name is not text in UTF-8: rename that folder, or give an absolute "
           "path";
}

std::optional<std::string> wrongRoot(const std::filesystem::path& root, System system) {
    if (system != System::windows || root == topFolder())
        return std::nullopt;
    return "is for computers with Linux: the services and the registry of a Windows computer are not in its "
           "files. Run setup on that computer";
}

} // namespace bes::answers
