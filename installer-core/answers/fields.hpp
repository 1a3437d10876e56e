// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "answers/account_names.hpp"
#include "answers/declaration.hpp"
#include "host/root.hpp"
#include "text/path_text.hpp"

namespace bes::answers {

/// "yes" and "no", with the usual other spellings.
[[nodiscard]] std::optional<bool> parseSwitch(std::string_view text);

/// Takes a whole number from least to most, or says what is wrong with the text.
[[nodiscard]] std::optional<std::string> readNumber(const std::string& text, unsigned least, unsigned most,
                                                    unsigned& number);

/// Absolute, without "." and "..", without a '/' at the end.
[[nodiscard]] std::filesystem::path resolved(const std::string& text, const std::filesystem::path& base);

/// Says what is wrong with a folder or file of the installed computer; nothing for an absolute path below
/// "/".
[[nodiscard]] std::optional<std::string> wrongTargetPath(const std::string& text);
/// Why a relative path can't be taken, although its own text can.
[[nodiscard]] std::optional<std::string> wrongResolved(const std::filesystem::path& path);

/// Why setup for that system does not work on this root.
[[nodiscard]] std::optional<std::string> wrongRoot(const std::filesystem::path& root, System system);

// A Field is made from an accessor: [](auto& request) -> auto& { return request.primary; }

[[nodiscard]] inline std::vector<std::string> unlessEmpty(std::string text) {
    return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::move(text)};
}

template<class Accessor>
Field text(Accessor part) {
    return {[part](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
                part(request) = values.front();
                return std::nullopt;
            },
            [part](const Request& request) { return unlessEmpty(part(request)); }};
}

template<class Accessor>
Field account(Accessor part) {
    return {[part](Request& request, const auto& values, const auto&) {
                part(request) = values.front();
                return wrongAccount(values.front(), host::thisSystem());
            },
            [part](const Request& request) { return unlessEmpty(part(request)); },
            {.pattern = accountPattern()}};
}

/// A path as the installed computer sees it.
template<class Accessor>
Field targetPath(Accessor part) {
    return {[part](Request& request, const auto& values, const auto&) {
                part(request) = resolved(values.front(), topFolder());
                return wrongTargetPath(values.front());
            },
            [part](const Request& request) { return unlessEmpty(utf8(part(request))); },
            {.pattern = R"(^([A-Za-z]:[/\\]|/).*[^/\\])"}};
}

// A part of the request that is a path may be kept as its text.
inline void keep(std::filesystem::path& part, std::filesystem::path path) {
    part = std::move(path);
}
inline void keep(std::string& part, const std::filesystem::path& path) {
    part = utf8(path);
}
[[nodiscard]] inline std::string shown(const std::filesystem::path& part) {
    return utf8(part);
}
[[nodiscard]] inline std::string shown(const std::string& part) {
    return part;
}

/// A path of the computer that setup runs on.
template<class Accessor>
Field path(Accessor part) {
    return {[part](Request& request, const auto& values, const auto& base) -> std::optional<std::string> {
                const std::filesystem::path path = resolved(values.front(), base);
                keep(part(request), path);
                return wrongResolved(path);
            },
            [part](const Request& request) { return unlessEmpty(shown(part(request))); }};
}

template<class Accessor>
Field paths(Accessor part) {
    return {[part](Request& request, const auto& values, const auto& base) -> std::optional<std::string> {
                for (const std::string& value : values) {
                    part(request).push_back(resolved(value, base));
                    if (auto wrong = wrongResolved(part(request).back()))
                        return wrong;
                }
                return std::nullopt;
            },
            [part](const Request& request) {
                std::vector<std::string> texts;
                std::ranges::transform(part(request), std::back_inserter(texts),
                                       [](const auto& file) { return utf8(file); });
                return texts;
            }};
}

template<class Accessor>
Field texts(Accessor part) {
    return {[part](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
                part(request) = values;
                return std::nullopt;
            },
            [part](const Request& request) { return part(request); }};
}

template<class Accessor>
Field number(Accessor part, unsigned least, unsigned most) {
    return {
        [part, least, most](Request& request, const auto& values, const auto&) {
            return readNumber(values.front(), least, most, part(request));
        },
        [part](const Request& request) { return std::vector<std::string>{std::to_string(part(request))}; },
        {.least = least, .most = most}};
}

template<class Accessor>
Field yesOrNo(Accessor part) {
    return {[part](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
                const std::optional<bool> answer = parseSwitch(values.front());
                part(request) = answer.value_or(false);
                return answer ? std::nullopt : std::optional<std::string>("must be yes or no");
            },
            [part](const Request& request) { return std::vector<std::string>{part(request) ? "yes" : "no"}; },
            {.isSwitch = true}};
}

} // namespace bes::answers
