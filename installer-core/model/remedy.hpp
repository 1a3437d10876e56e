// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bes {

/// An answer, or an option of a command, that is a part of a remedy.
struct NamedAnswer {
    std::string key;     ///< "media.trust"; of a command's own option its name, "allow-downgrade"
    std::string value{}; ///< the one that is advised; empty: the person knows it

    bool operator==(const NamedAnswer&) const = default;
};

/// What to do about something. The text is a sentence without options, keys and commands: the command line
/// and the wizard each say in their own words how to do it (answers::typedRemedy, wizard::shownRemedy).
struct Remedy {
    std::string text;
    std::vector<NamedAnswer> answers; ///< whose answer helps, the recommended one first
    std::string command;              ///< that can be typed into a shell; empty: none

    Remedy(std::string sentence = {}, std::vector<NamedAnswer> named = {}, std::string typed = {})
        : text(std::move(sentence)), answers(std::move(named)), command(std::move(typed)) {}
    Remedy(const char* sentence, std::vector<NamedAnswer> named = {}, std::string typed = {})
        : Remedy(std::string(sentence), std::move(named), std::move(typed)) {}

    bool operator==(const Remedy&) const = default;
    [[nodiscard]] bool empty() const { return text.empty(); }

    [[nodiscard]] Remedy orElse(const Remedy& other) const { return empty() ? other : *this; }

    /// Goes on with another remedy. There is one command: the first.
    Remedy& append(std::string_view between, const Remedy& other) {
        text.append(between).append(other.text);
        for (const NamedAnswer& answer : other.answers)
            if (std::ranges::find(answers, answer) == answers.end())
                answers.push_back(answer);
        if (command.empty())
            command = other.command;
        return *this;
    }
};

/// Why something can't be done or known, and what helps.
struct Obstacle {
    std::string reason;
    Remedy remedy;

    bool operator==(const Obstacle&) const = default;
};

} // namespace bes
